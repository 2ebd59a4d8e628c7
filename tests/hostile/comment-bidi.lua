-- ‮ evil ⁦
while true do end
