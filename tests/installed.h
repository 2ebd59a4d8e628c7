/* shelf.c over a place of its own: a test works as a company in its own folder, and what came with the program lies in
 * that folder's `installed`. */
#ifndef TESTS_INSTALLED_H
#define TESTS_INSTALLED_H

#include "housed.h"

static char installed_place[64];

#undef DATADIR
#define DATADIR installed_place
#include "desk/shelf.c"

static inline void installed_enter(struct housed *h)
{
	housed_enter(h);
	snprintf(installed_place, sizeof installed_place, "%s/installed", h->folder);
}

#endif
