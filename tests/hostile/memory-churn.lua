local function again(t) return again(t) end
while true do local t = {} for i = 1, 20 do t["k" .. i] = i end end
