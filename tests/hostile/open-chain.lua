include "lib/drill"
at "1h" { opens = "d1" }
for i = 1, 300 do
  decision("d" .. i) { owner = "incident-lead", within = "10m", objective = "containment", ask = "A?", hint = "H",
    { id = "x", "X", opens = "d" .. i % 300 + 1, score = { containment = 1 }, because = "B" }, { id = "y", "Y", because = "B" } }
end
