return w:done(("revoke-token"):rep(2000))
