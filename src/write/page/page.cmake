# src/write/page/ → the page of timeline.html as two strings of the library: what stands before its data and what stands behind.
# Style and script stand in the page with the hashes by which its Content-Security-Policy knows them.

set(page_folder "${PROJECT_SOURCE_DIR}/src/write/page")
set(page_scripts dom.js axis.js marks.js chart.js list.js detail.js filter.js main.js)  # in the order in which they are read

# "sha256-" and the hash of the text in base64, which CMake itself writes in hexadecimal.
function(csp_hash text out)
  set(letters "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  string(SHA256 hex "${text}")
  set(base64 "")
  foreach(group RANGE 0 60 6)  # 64 digits: ten groups of six and one of four, which ends in zeros
    string(SUBSTRING "${hex}00" ${group} 6 digits)
    foreach(shift 18 12 6 0)
      math(EXPR index "(0x${digits} >> ${shift}) & 63")
      string(SUBSTRING "${letters}" ${index} 1 letter)
      string(APPEND base64 "${letter}")
    endforeach()
  endforeach()
  string(SUBSTRING "${base64}" 0 43 base64)
  set(${out} "sha256-${base64}=" PARENT_SCOPE)
endfunction()

function(read_page_file name out)
  file(READ "${page_folder}/${name}" text)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${page_folder}/${name}")
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

set(page_script "")
foreach(name IN LISTS page_scripts)
  read_page_file(${name} text)
  string(APPEND page_script "${text}")
endforeach()
read_page_file(page.css page_style)
csp_hash("${page_script}" page_script_hash)
csp_hash("${page_style}" page_style_hash)
foreach(part before_data behind_data)
  read_page_file(${part}.html text)
  string(CONFIGURE "${text}" page_${part} @ONLY)
endforeach()
configure_file("${page_folder}/page.cpp.in" "${PROJECT_BINARY_DIR}/page.cpp" @ONLY)
