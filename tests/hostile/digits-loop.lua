local s = ("9"):rep(32000)
while true do for i = 1, s do break end end
