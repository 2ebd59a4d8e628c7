error("safe \u{202E}evil\u{2066}\u{200F}\u{FEFF}")
