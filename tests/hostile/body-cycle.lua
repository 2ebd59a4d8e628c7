local t = {}
t.t = t
scenario "x" { terms = t }
