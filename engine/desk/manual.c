#include "desk/manual.h"

#include "base/diag.h"
#include "base/memory.h"
#include "desk/choice.h"
#include "exercise/work.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { TWO_COLUMNS = 80, HALF = 41, USAGE = 18, MOST_NAMES = 96, LEFT_GROUPS = 4 };

static const char *const titles[MANUAL_GROUPS] = {
    [MANUAL_ANSWER] = "Answer the question",
    [MANUAL_CHECKLIST] = "Work through the checklist",
    [MANUAL_RECORD] = "Write it down",
    [MANUAL_SAY] = "Say it outside",
    [MANUAL_LOOK] = "Look",
    [MANUAL_CLOCK] = "The story's clock",
    [MANUAL_FACILITATOR] = "For the facilitator",
    [MANUAL_AFTER] = "After EndEx",
};

const struct manual_row *manual_find(const struct manual *manual, const char *name)
{
	for (size_t i = 0; i < manual->n; i++)
		if (!(manual->rows[i].flags & MANUAL_SHAPE) && strcasecmp(manual->rows[i].name, name) == 0)
			return &manual->rows[i];
	return NULL;
}

const char *manual_nearest(const struct manual *manual, const char *name)
{
	const char *names[MOST_NAMES];
	size_t n = 0;
	for (size_t i = 0; i < manual->n && n < MOST_NAMES; i++)
		if (!(manual->rows[i].flags & MANUAL_SHAPE))
			names[n++] = manual->rows[i].name;
	return diag_nearest(name, names, n);
}

/* The page */

struct column {
	struct arena *arena;
	const char **v;
	size_t n;
};

static void add_line(struct column *column, const char *line)
{
	*(const char **)arena_push(column->arena, &column->v, &column->n, sizeof line) = line;
}

/* "hold, go": rows that share a line are told by their names. */
static const char *heading(const struct manual *manual, size_t i, struct arena *arena)
{
	const char *names = manual->rows[i].name;
	bool shared = false;
	for (size_t k = i + 1; k < manual->n && manual->rows[k].flags & MANUAL_WITH; k++) {
		names = arena_printf(arena, "%s, %s", names, manual->rows[k].name);
		shared = true;
	}
	return shared ? names : manual->rows[i].usage;
}

static void add_group(const struct manual *manual, enum manual_group group, struct column *column)
{
	add_line(column, titles[group]);
	for (size_t i = 0; i < manual->n; i++)
		if (manual->rows[i].group == group && !(manual->rows[i].flags & MANUAL_WITH))
			add_line(column, arena_printf(column->arena, " %-*s %s", USAGE,
			                              heading(manual, i, column->arena), manual->rows[i].brief));
}

void manual_page(const struct manual *manual, int columns, struct text *out)
{
	struct arena *arena = arena_new();
	struct column left = {.arena = arena}, right = {.arena = arena};
	bool two = columns >= TWO_COLUMNS;
	for (int group = 0; group < MANUAL_GROUPS; group++)
		add_group(manual, (enum manual_group)group, two && group >= LEFT_GROUPS ? &right : &left);
	for (size_t i = 0; i < left.n || i < right.n; i++) {
		const char *beside = i < right.n ? right.v[i] : "";
		if (two)
			text_addf(out, "%-*s%s\n", *beside ? HALF : 0, i < left.n ? left.v[i] : "", beside);
		else
			text_wrap(out, left.v[i], "", columns);
	}
	arena_free(arena);
}

bool manual_explain(const struct manual *manual, const char *name, int columns, struct text *out)
{
	for (size_t i = 0; i < manual->n; i++) {
		const struct manual_row *row = &manual->rows[i];
		if (strcasecmp(row->name, name) != 0)
			continue;
		struct text line = {0};
		text_addf(&line, "%s: %s", row->usage, row->brief);
		text_wrap(out, line.data, " ", columns);
		text_wrap(out, row->help, "   ", columns);
		text_free(&line);
		return true;
	}
	return false;
}

/* Completions */

struct search {
	const struct manual *manual;
	const struct session *session;
	struct arena *arena;
	const char *word;
	int left; /* matches still to be passed over */
	bool facilitator;
	char *found;
};

static void offer(struct search *s, const char *name)
{
	if (!s->found && strncasecmp(name, s->word, strlen(s->word)) == 0 && s->left-- == 0)
		s->found = memory_need(strdup(name));
}

/* The same of names that are typed behind a sign. */
static void offer_at(struct search *s, const char *name)
{
	offer(s, arena_printf(s->arena, "@%s", name));
}

static void offer_commands(struct search *s, bool all)
{
	bool ended = session_ended(s->session);
	for (size_t i = 0; i < s->manual->n; i++) {
		const struct manual_row *row = &s->manual->rows[i];
		bool now = row->flags & MANUAL_ALWAYS || !(row->flags & MANUAL_ENDED) == !ended;
		bool mine = s->facilitator || !(row->flags & MANUAL_NOT_ALONE);
		if (!(row->flags & MANUAL_SHAPE) && (all || (now && mine)))
			offer(s, row->name);
	}
}

static bool is_open(const struct session *s, int decision)
{
	return state_get(&s->state, STATE_DECISION, decision, STATE_DECISION_STATUS) == STATE_OPEN;
}

static void offer_questions(struct search *s)
{
	const struct names_list *decisions = &s->session->world->names.of[NAMES_DECISION];
	for (int i = 0; i < (int)decisions->n; i++)
		if (is_open(s->session, i))
			offer(s, decisions->v[i]);
}

static void offer_options(struct search *s, int decision)
{
	if (!is_open(s->session, decision) ||
	    !(s->facilitator || state_get(&s->session->state, STATE_DECISION, decision, STATE_DECISION_REVEALED)))
		return;
	for (int shown = 1; choice_shown(s->session, decision, shown); shown++)
		offer(s, choice_shown(s->session, decision, shown));
}

static void offer_steps(struct search *s)
{
	const struct playbook *playbook = s->session->world->playbook;
	for (int i = 0; i < (int)playbook->nsteps; i++)
		if (world_takes(s->session->world, i) && !work_settled(&s->session->state, i))
			offer(s, playbook->steps[i]->id);
}

static void offer_persons(struct search *s, void (*to)(struct search *, const char *))
{
	for (int i = 0; ledger_person_name(s->session->ledger, i); i++)
		to(s, ledger_person_name(s->session->ledger, i));
}

static void offer_injects(struct search *s)
{
	const struct world *world = s->session->world;
	for (int i = 0; s->facilitator && i < (int)world->story->nitems; i++) {
		int32_t status = state_get(&s->session->state, STATE_ITEM, i, STATE_ITEM_STATUS);
		if (world->story->items[i].kind == STORY_INJECT && world_plays(world, i) &&
		    (status == STATE_WAITING || status == STATE_DEFERRED))
			offer(s, names_id(&world->names, NAMES_ITEM, i));
	}
}

/* Those that the playbook writes to somebody in. */
static void offer_languages(struct search *s)
{
	const struct playbook *playbook = s->session->world->playbook;
	const struct playbook_comms *comms = playbook->comms.v;
	struct names names = {.arena = s->arena};
	for (size_t i = 0; i < playbook->comms.n; i++)
		for (size_t k = 0; k < comms[i].languages.n; k++)
			names_add(&names, NAMES_VAR, comms[i].languages.v[k]);
	for (size_t i = 0; i < names.of[NAMES_VAR].n; i++)
		offer(s, names.of[NAMES_VAR].v[i]);
}

static void offer_names(struct search *s, int kind)
{
	bool named = kind >= 0 && kind < NAMES_KINDS;
	const struct names_list *list = named ? &s->session->world->names.of[kind] : NULL;
	if (kind == FORM_LANGUAGE)
		offer_languages(s);
	else if (kind == NAMES_STEP)
		offer_steps(s);
	else if (kind == NAMES_PERSON)
		offer_persons(s, offer);
	else if (kind == NAMES_ITEM)
		offer_injects(s);
	else
		for (size_t i = 0; list && i < list->n; i++)
			offer(s, list->v[i]);
}

static void offer_first(struct search *s)
{
	const struct names_list *roles = &s->session->world->names.of[NAMES_ROLE];
	for (size_t i = 0; *s->word == '@' && i < roles->n; i++)
		offer_at(s, roles->v[i]);
	if (*s->word == '@')
		offer_persons(s, offer_at); /* 1 @Arif 30 Apr */
	offer_commands(s, false);
	offer_questions(s);
}

static void offer_next(struct search *s, const struct words *words, size_t first)
{
	const char *name = words_at(words, first);
	const struct manual_row *row = manual_find(s->manual, name);
	int decision = names_find(&s->session->world->names, NAMES_DECISION, name);
	if (*s->word == '@')
		offer_persons(s, offer_at);
	else if (row && strcmp(row->name, "help") == 0)
		offer_commands(s, true);
	else if (row)
		offer_names(s, form_argument(row->form, row->names, words->n - first - 1));
	else if (decision != NAMES_NONE && words->n == first + 1)
		offer_options(s, decision);
}

char *manual_complete(const struct manual *manual, const struct session *session, bool facilitator, const char *before,
                      const char *word, int i)
{
	struct search search = {manual, session, arena_new(), word, i, facilitator, NULL};
	struct words words = words_split(search.arena, before);
	size_t first = words.n > 0 && words.v[0].s[0] == '@';
	if (words.n == first)
		offer_first(&search);
	else
		offer_next(&search, &words, first);
	arena_free(search.arena);
	return search.found;
}
