# What the libraries are made with, for the build itself and for whoever links the installed ones: with
# dateline_FIND_COMPONENTS only what these need, without it all.
include(CMakeFindDependencyMacro)

find_dependency(date)
find_dependency(fmt)
find_dependency(yaml-cpp)
find_dependency(ICU COMPONENTS i18n uc)
find_dependency(PkgConfig)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)  # Debian 12 has no re2Config.cmake
if(NOT dateline_FIND_COMPONENTS OR dateline_FIND_COMPONENTS MATCHES "events|dateline")
  pkg_check_modules(uuid REQUIRED IMPORTED_TARGET uuid)
  pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
endif()
if(NOT dateline_FIND_COMPONENTS OR dateline_FIND_COMPONENTS MATCHES "dateline")
  find_dependency(SQLiteCpp)
endif()
