include "lib/drill"
inject "a" { at = "1h", from = "a\u{202E}b", to = "all", channel = "email", subject = "\u{2066}\u{200B}\u{FEFF}", text = "pay \u{202E}000,1" }
