inject(7) { at = "1h" }
