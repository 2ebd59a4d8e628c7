include "lib/drill"
at "1h" { run = function(w) local t = {} for i = 1, 20000 do t[i] = "x" end return { delivers = t } end }
at "2h" { run = function(w) local t = {} for i = 1, 20000 do t["x" .. i] = true end return { sets = t } end }
