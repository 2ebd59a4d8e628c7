#include "content/filed.h"

#include "base/path.h"

#include <string.h>

enum { REASON_WORDS = 60 };

static int64_t due(const struct matter *matter, const struct world_deadline *deadline)
{
	int64_t moment = matter->moments[deadline->moment], at;
	if (moment == MATTER_NEVER)
		return MATTER_NEVER;
	if (deadline->obligation)
		return moment + deadline->obligation->within;
	return regime_due(deadline->regime, deadline->duty, moment, &at) ? at : MATTER_NEVER;
}

/* The first logged action that meets a deadline. */
static int64_t met(const struct matter *matter, int deadline)
{
	int64_t running = matter->moments[matter->world->deadlines[deadline].moment];
	for (size_t i = 0; i < matter->ndeeds; i++) {
		bool named, files = world_files(matter->world, matter->deeds[i].action, deadline, &named);
		if (files && (named || (running != MATTER_NEVER && running <= matter->deeds[i].at)))
			return matter->deeds[i].at;
	}
	return MATTER_NEVER;
}

static bool begins(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

/* "my-pdpa.authority" is of playbooks/regimes/my-pdpa.yaml, whether or not that law has a say here. */
static bool is_of_a_law(const struct world *world, const char *id)
{
	for (size_t i = 0; i < world->sources.nregimes; i++) {
		const char *base = path_name(world->sources.regimes[i].name);
		size_t len = strcspn(id, ".");
		if (len && strncmp(base, id, len) == 0 && strcmp(base + len, ".yaml") == 0)
			return true;
	}
	return false;
}

/* One that a law or a contract sets here; an unknown one is told with those that there are. */
static int read_deadline(const struct stated_by *by, const char *id, struct diag_place place)
{
	const struct world *world = by->world;
	int found = names_find(&world->names, NAMES_DEADLINE, id);
	const char *near = names_nearest(&world->names, NAMES_DEADLINE, id), *list = "";
	size_t law = strcspn(id, ".");
	if (found != NAMES_NONE)
		return found;
	if (near && strncmp(near, id, law) != 0 && is_of_a_law(world, id))
		near = NULL; /* it differs little, and is another authority's */
	for (size_t i = 0; i < world->ndeadlines; i++) {
		list = arena_printf(by->reader->arena, "%s%s%s", list, i ? ", " : "", world->deadlines[i].id);
		if (!near && begins(world->deadlines[i].id, id)) /* of a law, without who is told by it */
			near = world->deadlines[i].id;
	}
	diag_error(by->reader->diags, place,
	           "nothing is to be filed as \"%.60s\" with these customers and contracts; there are: %s", id,
	           *list ? list : "none");
	if (near)
		diag_hint(by->reader->diags, "did you mean \"%s\"?", near);
	return NAMES_NONE;
}

static bool read_times(const struct stated_by *by, const struct yml *filed, struct matter *matter)
{
	const struct yml_pair *pair;
	bool fine = true;
	for (size_t i = 0; (pair = stated_entry(by->reader, "filed", "ids to times", filed, i, &fine)); i++) {
		const char *id = pair->key ? pair->key : "";
		int deadline = read_deadline(by, id, pair->place);
		int64_t at;
		fine = stated_past(by, id, pair->value, &at) && deadline != NAMES_NONE && fine;
		if (deadline != NAMES_NONE)
			matter->clocks[deadline].notified = at;
	}
	return fine;
}

static bool is_first(const struct world_deadline *deadline)
{
	const struct regime *regime = deadline->individuals ? NULL : deadline->regime;
	return regime && regime->duties.individuals.entry.node &&
	       regime->duties.individuals.after == REGIME_AFTER_AUTHORITY;
}

static bool read_reasons(const struct stated_by *by, const struct yml *despite, struct matter *matter)
{
	const struct yml_pair *pair;
	bool fine = true;
	for (size_t i = 0; (pair = stated_entry(by->reader, "despite", "ids to reasons", despite, i, &fine)); i++) {
		const char *id = pair->key ? pair->key : "", *reason = NULL;
		const struct shape_field field = {.key = id, .kind = SHAPE_TEXT, .limit = REASON_WORDS};
		int deadline = read_deadline(by, id, pair->place);
		fine = shape_value(by->reader, &field, pair->value, &reason) && deadline != NAMES_NONE && fine;
		if (deadline != NAMES_NONE && !is_first(&by->world->deadlines[deadline]))
			fine = diag_error(by->reader->diags, pair->place,
			                  "no law has people wait for %s: it needs no reason here", id);
		else if (deadline != NAMES_NONE)
			matter->clocks[deadline].despite = reason;
	}
	return fine;
}

bool filed_read(const struct stated_by *by, const struct yml *filed, const struct yml *despite, struct matter *matter)
{
	matter->nclocks = by->world->ndeadlines;
	matter->clocks = arena_alloc(matter->arena, matter->nclocks * sizeof *matter->clocks);
	for (size_t i = 0; i < matter->nclocks; i++)
		matter->clocks[i] = (struct matter_clock){
		    .deadline = (int)i, .due = due(matter, &by->world->deadlines[i]), .notified = met(matter, (int)i)};
	bool fine = read_times(by, filed, matter);
	return read_reasons(by, despite, matter) && fine;
}
