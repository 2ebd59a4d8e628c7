include "lib/drill"
at "1h" { run = function(w) local t = {} t.sets = t return t end }
at "2h" { run = function(w) return { sets = { [w.random] = 1 } } end }
at "3h" { run = function(w) return { run = function() end } end }
