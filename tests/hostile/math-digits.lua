local s = ("9"):rep(32000)
while true do math.floor(s) end
