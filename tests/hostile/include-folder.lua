include "lib"
