#include "desk/addressee.h"

#include "desk/kinds.h"

#include <string.h>

/* How long a party's own name is: "Pasar+" of "Pasar+ marketplace (seller)". */
static size_t own_name(const char *party)
{
	const char *bracket = strstr(party, " (");
	size_t len = bracket ? (size_t)(bracket - party) : strlen(party), word = len;
	for (; word; word--)
		if (party[word - 1] == ' ') {
			if (party[word] < 'a' || party[word] > 'z')
				break;
			len = word - 1;
		}
	return len;
}

/* A contract's party by its own name, as it is written: its action tells it. */
static void name_party(const struct addressees *a, size_t at, size_t to, const char **id, size_t *end)
{
	const struct playbook *playbook = a->sheet->matter->world->playbook;
	const struct playbook_obligation *known = playbook->obligations.v;
	const char *text = a->sheet->prose->text + at;
	for (size_t i = 0; i < playbook->obligations.n; i++) {
		size_t len = known[i].party && known[i].action ? own_name(known[i].party) : 0;
		if (!len || *text != *known[i].party || to - at < len || memcmp(text, known[i].party, len) != 0)
			continue;
		size_t behind = sheet_match(a->sheet, at, to, arena_ndup(a->sheet->arena, known[i].party, len));
		if (behind > *end) {
			*id = known[i].action;
			*end = behind;
		}
	}
}

/* The id of the one named at `at` with the longest name, and where that ends; NULL. */
static const char *named_at(const struct addressees *a, size_t at, size_t to, size_t *end)
{
	const struct overclaim_kind *known = a->language->addressees.v;
	const char *text = a->sheet->prose->text + at, *found = NULL;
	*end = 0;
	for (size_t i = 0; i < a->language->addressees.n; i++)
		for (size_t k = 0; k < known[i].names.n; k++) {
			const char *name = known[i].names.v[k];
			size_t behind = sheet_may_begin(text, name) ? sheet_match(a->sheet, at, to, name) : 0;
			if (behind > *end) {
				found = known[i].entry.id;
				*end = behind;
			}
		}
	name_party(a, at, to, &found, end);
	return found;
}

static void add_instant(const struct addressees *a, struct addressee_told *told, int64_t at)
{
	*(int64_t *)arena_push(a->sheet->arena, &told->at, &told->nat, sizeof at) = at;
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
	told->what = "the filing";
	for (size_t i = 0; i < m->nclocks; i++) {
		const struct world_deadline *d = deadline_of(a, i);
		if (!d->regime || d->individuals || (law && !regime_means(law, d->regime->id)))
			continue;
		filed = filed || m->clocks[i].notified != MATTER_NEVER;
		if (m->clocks[i].notified == MATTER_NEVER)
			open = d->regime->id;
		else if (law)
			add_instant(a, told, m->clocks[i].notified);
	}
	if (filed && !(every && open))
		return;
	told->missing = ADDRESSEE_NO_FILING;
	told->whom = every && open ? open : law;
}

static void read_action(const struct addressees *a, int action, const char *id, struct addressee_told *told)
{
	told->action = action;
	if (a->logged[action])
		return;
	told->missing = ADDRESSEE_NO_ACTION;
	told->whom = id;
}

/* Readers of notices: by one that was published, or as a law wants them told. */
static void read_readers(const struct addressees *a, const char *readers, struct addressee_told *told)
{
	const struct matter *m = a->sheet->matter;
	told->what = arena_printf(a->sheet->arena, "a notice to %s", readers);
	for (size_t i = 0; i < m->nwords; i++) {
		int number = names_find(&m->world->names, NAMES_NOTICE, m->words[i].notice);
		const struct vocabulary_notice *n = vocabulary_notice(m->world->vocabulary, number);
		if (n && strcmp(n->audience, readers) == 0)
			add_instant(a, told, m->words[i].at);
	}
	for (size_t i = 0; i < m->nclocks; i++)
		if (deadline_of(a, i)->individuals && m->clocks[i].notified != MATTER_NEVER)
			add_instant(a, told, m->clocks[i].notified);
	if (told->nat)
		return;
	told->missing = ADDRESSEE_NO_NOTICE;
	told->whom = readers;
}

static void read_one(const struct addressees *a, const char *id, struct addressee_told *told)
{
	int action = names_find(&a->sheet->matter->world->names, NAMES_ACTION, id);
	bool any = strcmp(id, "any") == 0, every = strcmp(id, "every") == 0;
	told->nat = 0;
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
	*told = (struct addressee_told){.action = NAMES_NONE};
	for (at = from; at < to && !told->missing; at = end) {
		const char *one = named_at(a, at, to, &end);
		if (one)
			read_one(a, one, told);
		else
			end = at + 1;
		found += one != NULL;
	}
	told->nat = found == 1 ? told->nat : 0;
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
