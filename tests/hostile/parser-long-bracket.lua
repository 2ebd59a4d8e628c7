local s = [=====[ no end ]====]
