inject "x"
