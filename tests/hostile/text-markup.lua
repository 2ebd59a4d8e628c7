include "lib/drill"
inject "a" { at = "1h", from = "<script>alert(1)</script>", to = "all", channel = "email", text = "{{#x}}{{x}} ]]> & \" ' `rm -rf` [a](javascript:b)" }
