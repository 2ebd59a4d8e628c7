include "lib/drill"
local function bomb(w)
  local text, inner, outer = ("x"):rep(250), {}, {}
  for i = 1, 200 do inner[i] = text end
  for i = 1, 240 do outer[i] = inner end
  return { sets = outer }
end
local all = { "engage-counsel", "revoke-tokens", "revoke-sessions", "suspend-account", "preserve-logs", "hold-log-purge",
  "legal-hold", "brief-staff", "identify-data", "open-incident", "open-log" }
for _, action in ipairs(all) do on(action) { run = bomb } end
decision "d" { owner = "incident-lead", within = "10m", objective = "containment", ask = "A?", hint = "H",
  { id = "x", "X", does = all, score = { containment = 1 }, because = "B" },
  { id = "y", "Y", does = all, score = { containment = 1 }, because = "B" } }
at "0h" { opens = "d" }
