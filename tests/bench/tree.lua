-- Twelve questions of three answers each: 3^12 = 531,441 paths when each is answered as it is asked. Of eight questions
-- the end of the story still knows how they were answered, so that states stay apart; of four it does not.

scenario "tree" {
  title = "Tree", synopsis = "Twelve questions of three answers each.",
  company = { name = "Tree", timezone = "Asia/Singapore", customers = { SG = 1 } },
  starts = "2026-03-05 21:40", roles = { "incident-lead" },
  pace = { { to = "100h", takes = "20m" } }, truth = { aware = "0h", assessed = "0h" },
}

objective "containment" { "It is cut", weight = 20 }
objective "evidence" { "It is kept", weight = 15 }

for i = 1, 12 do
  local known = i <= 8
  inject("ask-" .. i) { at = i .. "h", from = "X", to = "incident-lead", channel = "chat", text = "T", opens = "q" .. i }
  if known then
    inject("left-" .. i) { at = "50h", from = "X", to = "incident-lead", channel = "chat", text = "T" }
    inject("right-" .. i) { at = "60h", from = "X", to = "incident-lead", channel = "chat", text = "T" }
  end
  decision("q" .. i) {
    owner = "incident-lead", objective = "containment", ask = "Which?", hint = "H", probes = { "P" }, listen_for = "L",
    { id = "left", "Left", cancels = known and { "left-" .. i } or nil, score = { containment = 1 }, because = "B" },
    { id = "right", "Right", cancels = known and { "right-" .. i } or nil, score = { evidence = 2 }, because = "B" },
    { id = "on", "On", score = { containment = -1 }, because = "B" },
  }
end
