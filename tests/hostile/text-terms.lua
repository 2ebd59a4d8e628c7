scenario "s" { title = "T {a}", synopsis = "S", company = { name = "K", timezone = "Asia/Singapore", customers = { SG = 9 } },
  terms = { a = "{b}{b}{b}{b}{b}{b}{b}{b}", b = "{c}{c}{c}{c}{c}{c}{c}{c}", c = "{a}{a}{a}{a}{a}{a}{a}{a}" },
  starts = "2026-03-05 21:40", roles = { "incident-lead" }, pace = { { to = "4h", takes = "8m" } }, truth = { aware = "1h30", assessed = "2h" } }
inject "a" { at = "1h", from = "X", to = "all", channel = "email", text = ("{a}"):rep(9000) }
