return "\xZZ"
