#include "desk/addressee.h"

#include "desk/kinds.h"

#include <string.h>

/* The one named at `at` with the longest name, and where that ends; NULL. */
static const struct overclaim_kind *named_at(const struct addressees *a, size_t at, size_t to, size_t *end)
{
	const struct overclaim_kind *known = a->language->addressees.v, *found = NULL;
	const char *text = a->sheet->prose->text + at;
	for (size_t i = 0; i < a->language->addressees.n; i++)
		for (size_t k = 0; k < known[i].names.n; k++) {
			const char *name = known[i].names.v[k];
			size_t behind = sheet_may_begin(text, name) ? sheet_match(a->sheet, at, to, name) : 0;
			if (behind && (!found || behind > *end)) {
				found = &known[i];
				*end = behind;
			}
		}
	return found;
}

static const struct world_deadline *deadline_of(const struct addressees *a, size_t clock)
{
	return &a->sheet->matter->world->deadlines[a->sheet->matter->clocks[clock].deadline];
}

/* With the authority of this law, or of any (NULL). `every`: with each. */
static void read_filing(const struct addressees *a, const char *law, bool every, struct addressee_told *told)
{
	const struct matter *m = a->sheet->matter;
	bool filed = false;
	const char *open = NULL;
	for (size_t i = 0; i < m->nclocks; i++) {
		const struct world_deadline *d = deadline_of(a, i);
		if (!d->regime || d->individuals || (law && !regime_means(law, d->regime->id)))
			continue;
		filed = filed || m->clocks[i].notified != MATTER_NEVER;
		if (m->clocks[i].notified == MATTER_NEVER)
			open = d->regime->id;
		else if (law)
			told->at = m->clocks[i].notified;
	}
	if (filed && !(every && open))
		return;
	told->missing = ADDRESSEE_NO_FILING;
	told->whom = every && open ? open : law;
}

static void read_action(const struct addressees *a, int action, const char *id, struct addressee_told *told)
{
	const struct matter *m = a->sheet->matter;
	told->action = action;
	for (size_t i = 0; i < m->ndeeds; i++)
		if (m->deeds[i].action == action)
			told->at = m->deeds[i].at;
	if (a->logged[action])
		return;
	told->missing = ADDRESSEE_NO_ACTION;
	told->whom = id;
}

/* Readers of notices: by one that was published, or as a law wants them told. */
static void read_readers(const struct addressees *a, const char *readers, struct addressee_told *told)
{
	const struct matter *m = a->sheet->matter;
	bool heard = false;
	for (size_t i = 0; i < m->nwords && !heard; i++) {
		int number = names_find(&m->world->names, NAMES_NOTICE, m->words[i].notice);
		const struct vocabulary_notice *n = vocabulary_notice(m->world->vocabulary, number);
		heard = n && strcmp(n->audience, readers) == 0;
	}
	for (size_t i = 0; i < m->nclocks && !heard; i++)
		heard = deadline_of(a, i)->individuals && m->clocks[i].notified != MATTER_NEVER;
	if (heard)
		return;
	told->missing = ADDRESSEE_NO_NOTICE;
	told->whom = readers;
}

static void read_one(const struct addressees *a, const char *id, struct addressee_told *told)
{
	int action = names_find(&a->sheet->matter->world->names, NAMES_ACTION, id);
	bool any = strcmp(id, "any") == 0, every = strcmp(id, "every") == 0;
	told->at = MATTER_NEVER;
	told->action = NAMES_NONE;
	if (action != NAMES_NONE)
		read_action(a, action, id, told);
	else if (strcmp(id, "customers") == 0)
		read_readers(a, id, told);
	else
		read_filing(a, any || every ? NULL : id, every, told);
}

bool addressee_read(const struct addressees *a, size_t from, size_t to, size_t verb, size_t verb_end,
                    struct addressee_told *told)
{
	size_t found = 0, at, end;
	if (!kinds_says(a->sheet, verb, verb_end, &a->language->tells, &at, &end))
		return false;
	*told = (struct addressee_told){ADDRESSEE_TOLD, NULL, NAMES_NONE, MATTER_NEVER};
	for (at = from; at < to && !told->missing; at = end) {
		const struct overclaim_kind *one = named_at(a, at, to, &end);
		if (one)
			read_one(a, one->entry.id, told);
		else
			end = at + 1;
		found += one != NULL;
	}
	told->at = found == 1 ? told->at : MATTER_NEVER;
	return found > 0;
}

bool addressee_tells(const struct addressees *a, int action)
{
	const struct overclaim_kind *known = a->language->addressees.v;
	const struct world *world = a->sheet->matter->world;
	bool found = vocabulary_action(world->vocabulary, action)->files != SHAPE_UNSET;
	for (size_t i = 0; i < a->language->addressees.n && !found; i++)
		found = strcmp(known[i].entry.id, names_id(&world->names, NAMES_ACTION, action)) == 0;
	return found;
}
