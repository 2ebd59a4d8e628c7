local a, b = ("\0"):rep(32000) .. "a", ("\0"):rep(32000) .. "b"
while a < b do end
