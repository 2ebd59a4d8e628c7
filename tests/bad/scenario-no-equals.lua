scenario "small" {
  title    = "A small story",
  synopsis = "Somebody writes to the shop.",
  company  = { name = "Kopi & Kain Pte Ltd", timezone = "Asia/Singapore", customers = { SG = 900 } },
  starts   = "2026-03-05 21:40",
  roles    = { "incident-lead", "it-admin" },
  pace     = { { to = "8h", takes = "14m" } },
  truth    = { aware = "1h" },
}

objective "care" { "People are told what helps them", weight = 60 }
objective "evidence" { "It can be proved later", weight = 40 }

var "door_open" (true)

fact "people" { kind = "count", label = "People in the file", unit = "people", verb = "exported", truth = 90 }

inject "first" {
  at = "0h", from = "Mdm Ho", to = "it-admin", channel = "email", subject = "Hello?",
  text = "Why does a shop I never heard of know my order?",
  expects = { "open-log", "preserve-logs" }, opens = "who",
}

decision "who" {
  owner = "incident-lead", within "1h", discuss = "2m", objective = "care",
  ask = "Who answers her?", hint = "Who knows most?",
  { id = "one", "One person, by name", takes = "20m", does = { "open-log" }, score = { care = 2 },
    because = "She can ask again." },
  { id = "all", "Whoever is on shift", score = { care = 0 }, because = "Three answers, none of them alike." },
  { id = "later", "Nobody until we know more about it", score = { care = -1, evidence = 1 },
    because = "What is not said need not be corrected, but she is still waiting." },
  late = { score = { care = -1 }, because = "She heard nothing." },
}

inject "later" {
  after = "first", delay = "2h", when = function(w) return w.door_open end,
  from = "Arif", to = "incident-lead", channel = "chat", text = "The door is still open.",
}

inject "counted" {
  at = "4h", from = "Hui Min", to = "incident-lead", channel = "chat", text = "I counted 90 people.",
}

on "suspend-account" { sets = { door_open = false }, because = "Shut." }
