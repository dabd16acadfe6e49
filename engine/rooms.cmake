# Reads rooms.json, whose text stands in `rooms`.

# The strings of a list in rooms.json; none where the room has no such list.
function(list_of_room room list result)
  string(JSON count ERROR_VARIABLE absent LENGTH "${rooms}" ${room} ${list})
  set(items "")
  if(NOT absent AND count GREATER 0)
    math(EXPR last "${count} - 1")
    foreach(k RANGE ${last})
      string(JSON item GET "${rooms}" ${room} ${list} ${k})
      list(APPEND items ${item})
    endforeach()
  endif()
  set(${result} ${items} PARENT_SCOPE)
endfunction()
