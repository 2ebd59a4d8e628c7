scenario "s" { title = "S", synopsis = "A.", company = { name = "K", timezone = "Asia/Singapore",
  customers = { SG = 9, KR = 5 } }, terms = { shop = "it" }, starts = "2026-03-05 21:40",
  roles = { "incident-lead", "support" }, pace = { { to = "4h", takes = "8m" }, { to = "100h", takes = "14m" } },
  truth = { aware = "1h30", assessed = "8h" } }
objective "containment" { "Access is cut", weight = 20 }
var "live" (true)
var "calls" (0)
var "led" { "none", "counsel" }
fact "n" { kind = "count", label = "P", unit = "people", verb = "exported", truth = 98 }
fact "b" { kind = "data", category = "bank", label = "B", truth = "involved" }
fact "w" { kind = "time", label = "W", truth = "1h30" }
fact "o" { kind = "text", label = "O", truth = "An export" }
inject "a" { at = "0h", from = "X", to = "support", channel = "email", subject = "Q", text = [[T {shop}]],
  read_aloud = "R", expects = { "open-incident" }, opens = "d" }
inject "b" { after = "a", delay = "5h", when = function(w) return w.live and not w:done "revoke-tokens" end,
  extra = true, from = "X", to = "all", channel = "chat", text = "T" }
inject "c" { by = "24h", unless = "brief-staff", from = "X", to = "all", channel = "phone", text = "T" }
inject "e" { from = "X", to = "all", channel = "press", text = "T", moment = "aware", cancels = "b" }
decision "d" { owner = "incident-lead", within = "30m", closes = "2h", default = "y", discuss = "3m",
  objective = "containment", ask = "Who?", hint = "Whose?", probes = { "Why?" }, listen_for = "A name",
  { id = "x", "One", does = { "open-incident" }, score = { containment = 3 }, because = "A." },
  { id = "y", "Two", takes = "2h", sets = { led = "counsel", calls = 2 }, claims = { n = 9 },
    score = { containment = -2 }, because = "B." },
  late = { score = { care = -1 }, because = "C." } }
on "revoke-tokens" { sets = { live = false }, verifies = { b = "involved" }, because = "D.",
  run = function(w) if w.random(2) == 1 then return { delivers = "e" } end end }
at "52h" { when = function(w) return not w:paused "log-purge" end, critical = "gone", because = "E.", ends = true }
