include "lib/one"
