function crash(w)
  return w.no.such.thing
end
