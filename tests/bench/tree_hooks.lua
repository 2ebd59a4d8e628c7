-- The story of tree.lua, told with hooks: the end asks variables that the answers set, each through a function.

scenario "tree-hooks" {
  title = "Tree", synopsis = "Twelve questions of three answers each.",
  company = { name = "Tree", timezone = "Asia/Singapore", customers = { SG = 1 } },
  starts = "2026-03-05 21:40", roles = { "incident-lead" },
  pace = { { to = "100h", takes = "20m" } }, truth = { aware = "0h", assessed = "0h" },
}

objective "containment" { "It is cut", weight = 20 }
objective "evidence" { "It is kept", weight = 15 }

for i = 1, 12 do
  local known, name = i <= 8, "v" .. i
  if known then var(name) { "none", "left", "right" } end
  inject("ask-" .. i) {
    at = i .. "h", when = function(w) return w.now >= i end,
    from = "X", to = "incident-lead", channel = "chat", text = "T", opens = "q" .. i,
  }
  if known then
    inject("left-" .. i) {
      at = "50h", when = function(w) return w[name] ~= "left" end,
      from = "X", to = "incident-lead", channel = "chat", text = "T",
    }
    inject("right-" .. i) {
      at = "60h", when = function(w) return w[name] ~= "right" end,
      from = "X", to = "incident-lead", channel = "chat", text = "T",
    }
  end
  decision("q" .. i) {
    owner = "incident-lead", objective = "containment", ask = "Which?", hint = "H", probes = { "P" }, listen_for = "L",
    { id = "left", "Left", sets = known and { [name] = "left" } or nil, score = { containment = 1 }, because = "B" },
    { id = "right", "Right", sets = known and { [name] = "right" } or nil, score = { evidence = 2 }, because = "B" },
    { id = "on", "On", score = { containment = -1 }, because = "B" },
  }
end
