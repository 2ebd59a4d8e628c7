assert(false, { "\27[31m" })
