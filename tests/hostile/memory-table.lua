local t = {}
while true do t[#t + 1] = ("x"):rep(30000) .. #t end
