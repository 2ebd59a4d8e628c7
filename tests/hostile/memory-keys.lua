local t = {}
for i = 1, 1e999 do t[i + 0.5] = i; t[tostring(i)] = i end
