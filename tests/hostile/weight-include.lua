local function hold(...)
  include "lib/nothing"
  while true do local n = select("#", ...) end
end
hold(table.unpack({}, 1, 60000))
