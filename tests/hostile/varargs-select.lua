local function count(...) while true do local n = select("#", ...) end end
count(table.unpack({}, 1, 60000))
