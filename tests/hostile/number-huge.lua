scenario "s" { title = "T", synopsis = "S", starts = "2026-03-05 21:40", roles = { "incident-lead" }, pace = { { to = "4h", takes = "8m" } }, truth = { aware = "1h30", assessed = "2h" }, company = { name = "K", timezone = "Asia/Singapore", customers = { SG = math.maxinteger, KR = math.maxinteger } } }
objective "containment" { "C", weight = math.maxinteger }
var "v" (math.maxinteger)
fact "f" { kind = "count", label = "F", unit = "people", verb = "exported", truth = math.mininteger }
