scenario "s" { title = "T", synopsis = "S", starts = "2026-03-05 21:40", roles = { "incident-lead" }, pace = { { to = "4h", takes = "8m" } }, truth = { aware = "1h30", assessed = "2h" }, company = { name = "K", timezone = "Asia/Singapore", customers = { SG = 2000000000, KR = 2000000000, MY = 2000000000 } } }
objective "containment" { "C", weight = 2147483647 }
objective "evidence" { "C", weight = 2147483647 }
on "open-incident" { score = { containment = 3, evidence = -2 }, because = "O" }
