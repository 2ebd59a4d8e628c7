include "lib/drill"
decision "d" { owner = "incident-lead", within = "10m", objective = "containment", ask = "A?", hint = "H",
  { id = "x", "X", score = { containment = math.maxinteger }, because = "B" }, { id = "y", "Y", score = { containment = math.mininteger }, because = "B" },
  late = { score = { containment = 2147483648 }, because = "L" } }
at "1h" { opens = "d" }
on "open-incident" { score = { containment = -2147483649 }, because = "O" }
