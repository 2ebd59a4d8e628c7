while true do table.unpack({}, 1, 8000) end
