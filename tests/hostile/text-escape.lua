include "lib/drill"
inject "a" { at = "1h", from = "\27[31mX", to = "all", channel = "email", subject = "\7\8\rQ", text = "\27]0;owned\7 \u{9b}2J" }
