local s = (" "):rep(32000) .. "1"
while true do math.abs(s) end
