inject "a" {}

while true do end
