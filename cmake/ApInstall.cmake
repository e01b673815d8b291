# What `cmake --install` puts beside the programs: man pages, completions, units, users and folders, documents.
# The prefix is taken when installing, so that `cmake --install build --prefix /usr` gives units that fit.

foreach(section 1 5 7)
  file(GLOB pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/man/*.${section})
  install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
endforeach()

# Completions are printed by the programs themselves.
set(completions ${CMAKE_BINARY_DIR}/completions)
set(completion_files "")
foreach(command ${AP_COMMANDS})
  foreach(shell bash zsh fish)
    set(name ${command})
    if(shell STREQUAL zsh)
      set(name _${command})
    elseif(shell STREQUAL fish)
      set(name ${command}.fish)
    endif()
    add_custom_command(
      OUTPUT ${completions}/${shell}/${name}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${completions}/${shell}
      COMMAND ${command} --completion ${shell} > ${completions}/${shell}/${name}
      DEPENDS ${command} VERBATIM)
    list(APPEND completion_files ${completions}/${shell}/${name})
  endforeach()
endforeach()
add_custom_target(completions ALL DEPENDS ${completion_files})
install(DIRECTORY ${completions}/bash/ DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(DIRECTORY ${completions}/zsh/ DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(DIRECTORY ${completions}/fish/ DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# Units name programs by their full path, which is known only now.
install(CODE "
  file(GLOB units \"${CMAKE_SOURCE_DIR}/systemd/*.service\" \"${CMAKE_SOURCE_DIR}/systemd/*.timer\")
  foreach(unit \${units})
    get_filename_component(name \${unit} NAME)
    file(READ \${unit} text)
    string(REPLACE \"=/usr/bin/ap-\" \"=\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/ap-\" text \"\${text}\")
    file(WRITE \"${CMAKE_BINARY_DIR}/units/\${name}\" \"\${text}\")
    file(INSTALL \"${CMAKE_BINARY_DIR}/units/\${name}\" DESTINATION \"\${CMAKE_INSTALL_PREFIX}/lib/systemd/system\")
  endforeach()")
install(FILES systemd/ap.sysusers DESTINATION lib/sysusers.d RENAME ap.conf)
install(FILES systemd/ap.tmpfiles DESTINATION lib/tmpfiles.d RENAME ap.conf)

install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES systemd/ap.cron DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)
