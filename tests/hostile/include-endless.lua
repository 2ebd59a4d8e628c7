include "lib/endless"
