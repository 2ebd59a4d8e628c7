local hollow = {}
for i = 1, 60000 do hollow["k" .. i] = 1 end
for i = 1, 60000 do hollow["k" .. i] = nil end
local many = {}
for i = 1, 300 do many[i] = hollow end
for i = 1, 100 do inject("x" .. i) { many } end
