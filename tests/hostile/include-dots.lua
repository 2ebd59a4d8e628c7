include "lib/../../x"
