include "lib/a\nb"
