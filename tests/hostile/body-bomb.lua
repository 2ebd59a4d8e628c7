local t = { 1 }
for i = 1, 14 do t = { t, t, t, t, t, t, t, t } end
scenario "x" { roles = t }
