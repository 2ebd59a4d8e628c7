include "lib/drill"
at "1h" { run = function(w) return { ["\27[31m\u{202E}"] = "\27[2J" } end }
at "2h" { run = function(w) return { delivers = "\255\254" } end }
at "3h" { run = function(w) return "\27[2J" end }
