scenario "drill" {
  title = "T", synopsis = "S", company = { name = "K", timezone = "Asia/Singapore", customers = { SG = 9 } },
  starts = "2026-03-05 21:40", roles = { "incident-lead" }, pace = { { to = "4h", takes = "8m" } },
  truth = { aware = "1h30", assessed = "2h" },
}
objective "containment" { "Access is cut", weight = 20 }
