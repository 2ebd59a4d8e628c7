include "lib/drill"
local d = { owner = "incident-lead", within = "10m", objective = "containment", ask = "A?", hint = "H" }
for i = 1, 3000 do d[i] = { id = "o" .. i, "Words " .. i, score = { containment = 1 }, because = "B" } end
decision "d" (d)
at "1h" { opens = "d" }
