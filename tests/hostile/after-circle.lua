include "lib/drill"
inject "a" { after = "b", delay = "1h", from = "X", to = "all", channel = "email", text = "T" }
inject "b" { after = "a", delay = "1h", from = "X", to = "all", channel = "email", text = "T" }
inject "c" { after = "c", delay = "0m", from = "X", to = "all", channel = "email", text = "T" }
