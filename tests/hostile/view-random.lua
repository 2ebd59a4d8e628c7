while true do w.random(2147483647) end
