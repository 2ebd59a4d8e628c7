include "lib/drill"
var "v" (1e308)
fact "f" { kind = "count", label = "F", unit = "people", verb = "exported", truth = 0 / 0 }
