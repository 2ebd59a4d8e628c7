local s, t = ("x"):rep(32000), {}
for i = 1, 2000 do t[i] = s end
while true do table.sort(t) end
