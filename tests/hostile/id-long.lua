include "lib/drill"
for i = 1, 1900 do inject(("x"):rep(30000) .. i) { at = "1h" } end
