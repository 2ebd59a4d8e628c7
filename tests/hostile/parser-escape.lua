return "\u{7FFFFFFF}\u{FFFFFFFFF}"
