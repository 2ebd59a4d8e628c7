return w[{}]
