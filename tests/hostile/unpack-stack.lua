local t = {}
while true do local n = select("#", table.unpack(t, 1, 900000)) end
