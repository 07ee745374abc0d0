# `cmake --install`: the program with its rules, man page and completions; and as the component "development" the
# library with its headers and what find_package needs. `cpack --preset package`: a Debian package of the program.
# Proved by tests/install/.
include(CMakePackageConfigHelpers)

set(rules_folder ${CMAKE_INSTALL_DATADIR}/dateline/rules)
set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/dateline)

install(TARGETS dateline_program COMPONENT program)
install(DIRECTORY rules/ DESTINATION ${rules_folder} COMPONENT program)
install(FILES doc/dateline.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES completion/dateline.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME dateline COMPONENT program)
install(FILES completion/dateline.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _dateline COMPONENT program)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright COMPONENT program)

foreach(name times events dateline)  # a file of targets each: who tags has no need to find what the others link
  string(REGEX REPLACE "^dateline_dateline$" dateline library dateline_${name})
  install(TARGETS ${library} EXPORT dateline-${name} COMPONENT development)
  install(EXPORT dateline-${name} NAMESPACE dateline:: DESTINATION ${config_folder} COMPONENT development)
endforeach()
install(DIRECTORY include/dateline DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
configure_package_config_file(cmake/dateline-config.cmake.in dateline-config.cmake
  INSTALL_DESTINATION ${config_folder} PATH_VARS rules_folder)
write_basic_package_version_file(dateline-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/dateline-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/dateline-config-version.cmake
              cmake/dependencies.cmake
  DESTINATION ${config_folder} COMPONENT development)

set(CPACK_COMPONENTS_ALL program)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CONTACT "The dateline authors <authors@dateline.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "reads news articles and writes the diplomatic calendar that is in them")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
