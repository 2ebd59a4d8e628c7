return w.done({}, "open-incident")
