scenario "../../escaped" { title = "T" }
inject "/etc/passwd" { at = "1h", from = "X", to = "all", channel = "email", text = "T" }
inject "a\nb" { at = "1h", from = "X", to = "all", channel = "email", text = "T" }
inject "" { at = "1h", from = "X", to = "all", channel = "email", text = "T" }
