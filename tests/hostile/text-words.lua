include "lib/drill"
local long = ("wide"):rep(8000)
inject "a" { at = "1h", from = long, to = "all", channel = "email", subject = long, text = long, read_aloud = long }
decision "d" { owner = "incident-lead", within = "10m", objective = "containment", ask = long, hint = long,
  { id = "x", long, score = { containment = 1 }, because = long }, { id = "y", long .. "y", because = long },
  late = { because = long } }
at "1h" { opens = "d" }
