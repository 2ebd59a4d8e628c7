/* A small drill with letters to write, and a folder where its record would lie: what is written goes beside it. */
#ifndef TESTS_PENNED_H
#define TESTS_PENNED_H

#include "housed.h"
#include "issued.h"
#include "told.h"

struct penned {
	struct small *small;
	struct told *told;
	struct housed home;
	char journal[64];
	struct text screen;
};

static inline void penned_open(struct penned *pen)
{
	*pen = (struct penned){.small = issued_open(), .told = told_open()};
	housed_open(&pen->home);
	snprintf(pen->journal, sizeof pen->journal, "%s/a.jsonl", pen->home.folder);
}

static inline void penned_close(struct penned *pen)
{
	housed_close(&pen->home);
	text_free(&pen->screen);
	small_free(pen->small);
	told_close(pen->told);
}

#endif
