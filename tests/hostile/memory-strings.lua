local t = {}
while true do t[#t + 1] = #t .. ("x"):rep(1000) end
