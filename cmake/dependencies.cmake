# What the library is made with, for the build itself and for whoever links the installed library.
include(CMakeFindDependencyMacro)

find_dependency(date)
find_dependency(fmt)
find_dependency(yaml-cpp)
find_dependency(ICU COMPONENTS i18n uc)
find_dependency(SQLiteCpp)
find_dependency(PkgConfig)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)  # Debian 12 has no re2Config.cmake
pkg_check_modules(uuid REQUIRED IMPORTED_TARGET uuid)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
