include "lib/drill"
local count, kept, box = 0, nil, {}
local function leak(w)
  count = count + 1
  kept = kept or w
  if count > 1 then error("the last call left a trace: " .. count) end
  return kept == w
end
for i = 1, 5 do inject("i" .. i) { at = "1h", from = "X", to = "all", channel = "email", text = "T", when = leak } end
at "2h" { run = function(w) box.seen = w end }
