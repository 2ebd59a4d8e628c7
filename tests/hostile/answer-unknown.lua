include "lib/drill"
var "v" (1)
at "1h" { run = function(w) return { delivers = "nobody", opens = "nothing", sets = { v = math.maxinteger } } end }
at "2h" { run = function(w) return { sets = { v = 0.5 } } end }
at "3h" { run = function(w) return { score = { containment = 99 }, critical = "all-lost" } end }
