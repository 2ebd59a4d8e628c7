include "lib/crash"
inject "x" { when = crash }
crash()
