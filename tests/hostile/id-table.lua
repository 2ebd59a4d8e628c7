inject { at = "1h" }
