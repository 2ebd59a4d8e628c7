return (("x"):rep(300)):match(("("):rep(40))
