word_a, word_b, word_c, word_d, word_e = 1, 1, 1, 1, 1
return word_x
