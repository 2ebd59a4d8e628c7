local chain
for i = 1, 230000 do chain = { chain } end
while true do local t = { {} } end
