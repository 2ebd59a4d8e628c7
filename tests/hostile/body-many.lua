local t = {}
for i = 1, 100000 do inject("i" .. i) { text = "x" } end
