local s = ("x"):rep(30000)
while true do local n = select("#", s:byte(1, -1)) end
