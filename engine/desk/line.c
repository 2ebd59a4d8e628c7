#include "desk/line.h"

#include "base/diag.h"
#include "base/text.h"
#include "base/zone.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FEW = 9 }; /* names that a refusal still lists */

bool line_refuse(struct line *line, const char *format, ...)
{
	char say[1024];
	va_list args;
	va_start(args, format);
	vsnprintf(say, sizeof say, format, args);
	va_end(args);
	say[text_valid(say, strlen(say))] = '\0'; /* a cut may have split a character */
	line->say = arena_dup(line->arena, say);
	line->refused = true;
	return false;
}

static char folded(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c == '_' || c == ' ' ? '-' : c;
}

/* Whether `name` begins with `word`. */
static bool begins(const char *name, const char *word)
{
	for (; *word; word++, name++)
		if (folded(*name) != folded(*word))
			return false;
	return true;
}

int line_match(const char *const *names, size_t n, const char *word, int *also)
{
	int found = *also = NAMES_NONE;
	for (size_t i = 0; i < n && *word; i++) {
		if (!begins(names[i], word))
			continue;
		if (strlen(names[i]) == strlen(word)) {
			*also = NAMES_NONE;
			return (int)i;
		}
		if (found == NAMES_NONE)
			found = (int)i;
		else if (*also == NAMES_NONE)
			*also = (int)i;
	}
	return found;
}

static const char *listed(struct arena *arena, const char *const *names, size_t n)
{
	struct text list = {0};
	for (size_t i = 0; i < n; i++)
		text_addf(&list, "%s%s", i == 0 ? "" : i + 1 < n ? ", " : " or ", names[i]);
	const char *out = arena_dup(arena, n ? list.data : "");
	text_free(&list);
	return out;
}

const char *line_unknown(const char *what, const char *const *names, size_t n, const char *word, const char *lists,
                         struct arena *arena)
{
	int also, found = line_match(names, n, word, &also);
	const char *near = diag_nearest(word, names, n);
	if (found != NAMES_NONE)
		return arena_printf(arena, "\"%.60s\" could be %s or %s.", word, names[found], names[also]);
	if (near)
		return arena_printf(arena, "Unknown %s \"%.60s\"; did you mean %s?", what, word, near);
	if (n > 0 && n <= FEW)
		return arena_printf(arena, "Unknown %s \"%.60s\": %s.", what, word, listed(arena, names, n));
	return arena_printf(arena,
	                    lists ? "Unknown %s \"%.60s\"; %s lists what there is."
	                          : "Unknown %s \"%.60s\"; Tab lists what there is.",
	                    what, word, lists);
}

/* What lists the names of a kind, where something typed does. */
static const char *const lists[NAMES_KINDS] = {
    [NAMES_NOTICE] = "draft alone", [NAMES_FACT] = "fact alone", [NAMES_STEP] = "steps", [NAMES_DEADLINE] = "clock"};

/* The place of the name, or NAMES_NONE after refusing. */
static int point(struct line *line, enum names_kind kind, const char *const *names, size_t n, const char *word)
{
	int also, found = line_match(names, n, word, &also);
	if (found != NAMES_NONE && also == NAMES_NONE)
		return found;
	line_refuse(line, "%s", line_unknown(names_word(kind), names, n, word, lists[kind], line->arena));
	return NAMES_NONE;
}

/* A fact where a notice is wanted, or a notice where a fact is: no beginning or near name is meant then. */
static bool is_other(struct line *line, enum names_kind kind, const char *word)
{
	const struct names *names = &line->session->world->names;
	if (kind == NAMES_NOTICE && names_find(names, NAMES_FACT, word) != NAMES_NONE)
		return !line_refuse(line, "\"%s\" is a fact, not a notice; draft alone lists the notices.", word);
	if (kind == NAMES_FACT && names_find(names, NAMES_NOTICE, word) != NAMES_NONE)
		return !line_refuse(line,
		                    "\"%s\" is a notice, not a fact; fact alone lists the facts. What went out is put "
		                    "right by a correction, and a draft goes nowhere until it is published.",
		                    word);
	return false;
}

/* Injects to come are nobody's business: neither lists nor near names. */
static int inject(struct line *line, const char *word)
{
	const struct world *world = line->session->world;
	int item = names_find(&world->names, NAMES_ITEM, word);
	if (item != NAMES_NONE && world->story->items[item].kind == STORY_INJECT)
		return item;
	line_refuse(line, "No inject is called \"%.60s\"; ahead shows what is to come.", word);
	return NAMES_NONE;
}

int line_id(struct line *line, enum names_kind kind, const char *word)
{
	const struct names_list *list = &line->session->world->names.of[kind];
	if (kind == NAMES_ITEM)
		return inject(line, word);
	return is_other(line, kind, word) ? NAMES_NONE : point(line, kind, list->v, list->n, word);
}

static const char *const *persons(const struct line *line, size_t *n)
{
	const char **names = NULL;
	*n = 0;
	for (int i = 0; ledger_person_name(line->session->ledger, i); i++)
		*(const char **)arena_push(line->arena, &names, n, sizeof *names) =
		    ledger_person_name(line->session->ledger, i);
	return names;
}

/* By the beginning of the whole name, else of one of its words: Chua for Adeline Chua. */
static const char *person(const struct line *line, const char *name)
{
	size_t n;
	int also;
	const char *const *names = persons(line, &n);
	int found = line_match(names, n, name, &also);
	if (found != NAMES_NONE)
		return also == NAMES_NONE ? names[found] : NULL;
	for (size_t i = 0; i < n; i++) {
		const char *word = strchr(names[i], ' ');
		for (; word && !begins(word + 1, name); word = strchr(word + 1, ' '))
			;
		if (word && *name && found != NAMES_NONE)
			return NULL;
		if (word && *name)
			found = (int)i;
	}
	return found == NAMES_NONE ? NULL : names[found];
}

const char *line_person(struct line *line, const char *name)
{
	size_t n;
	const char *const *names = persons(line, &n);
	const char *found = person(line, name);
	if (!found)
		point(line, NAMES_PERSON, names, n, name);
	return found;
}

int line_role(struct line *line, const char *word)
{
	const struct names_list *roles = &line->session->world->names.of[NAMES_ROLE];
	int also, role = line_match(roles->v, roles->n, word, &also);
	const char *name = role == NAMES_NONE ? person(line, word) : NULL;
	for (int i = 0; name && i < (int)roles->n; i++)
		if (session_holder(line->session, i) && strcmp(session_holder(line->session, i), name) == 0)
			return i;
	return point(line, NAMES_ROLE, roles->v, roles->n, word);
}

/* By its place on the list that the team sees. */
static int step_numbered(struct line *line, const char *word)
{
	const struct session *s = line->session;
	int phase = view_phase(&s->state), place = 0;
	long wanted = strtol(word, NULL, 10);
	for (int i = 0; i < (int)s->world->playbook->nsteps; i++)
		if (s->world->playbook->steps[i]->phase == phase && world_takes(s->world, i) && ++place == wanted)
			return i;
	line_refuse(line, "The checklist of %s has %d step%s; another phase's steps go by their ids.",
	            names_id(&s->world->names, NAMES_PHASE, phase), place, place == 1 ? "" : "s");
	return NAMES_NONE;
}

/* The step that does an action: what a message expects is told by action. */
static int step_doing(const struct playbook *playbook, const char *action)
{
	for (int i = 0; i < (int)playbook->nsteps; i++)
		for (size_t k = 0; k < playbook->steps[i]->does.n; k++)
			if (strcmp(playbook->steps[i]->does.v[k], action) == 0)
				return i;
	return NAMES_NONE;
}

int line_step(struct line *line, const char *word)
{
	if (*word && strspn(word, "0123456789") == strlen(word))
		return step_numbered(line, word);
	const struct world *world = line->session->world;
	bool step = names_find(&world->names, NAMES_STEP, word) != NAMES_NONE;
	int doing = step ? NAMES_NONE : step_doing(world->playbook, word);
	return doing == NAMES_NONE ? line_id(line, NAMES_STEP, word) : doing;
}

int line_deadline(struct line *line, const char *words)
{
	const struct world *world = line->session->world;
	const char **parties = arena_alloc(line->arena, (world->ndeadlines + 1) * sizeof *parties);
	const struct names_list *ids = &world->names.of[NAMES_DEADLINE];
	int also, found = line_match(ids->v, ids->n, words, &also);
	if (found != NAMES_NONE)
		return point(line, NAMES_DEADLINE, ids->v, ids->n, words);
	for (size_t i = 0; i < world->ndeadlines; i++)
		parties[i] = world->deadlines[i].party;
	found = line_match(parties, world->ndeadlines, words, &also);
	if (found == NAMES_NONE)
		return point(line, NAMES_DEADLINE, ids->v, ids->n, words);
	if (also == NAMES_NONE)
		return found;
	line_refuse(line, "\"%.60s\" could be %s or %s.", words, world->deadlines[found].id, world->deadlines[also].id);
	return NAMES_NONE;
}

bool line_past(struct line *line, size_t from)
{
	const char *time = words_between(&line->words, line->arena, from, line->words.n);
	const char *why = when_past(&line->when, time ? time : "", &line->act.at);
	char now[ZONE_BUFFER];
	zone_friendly(line->when.world->zone, line->when.world->t0 + line->when.now, now);
	return !why || line_refuse(line, "%s It is %s now.", why, now);
}

/* Whoever came second: the first to be entered often leads. Where nobody was entered, the roles are played all the
 * same. */
const char *line_somebody(const struct session *session)
{
	const char *found = NULL;
	int n = 0;
	for (int i = 0; i < STATE_PERSONS && n < 2; i++)
		if (state_get(&session->state, STATE_PERSON, i, 0)) {
			found = ledger_person_name(session->ledger, i);
			n++;
		}
	int roles = (int)state_rows(session->world, STATE_ROLE);
	for (int role = 0; !found && role < roles; role++)
		found = session_holder(session, role);
	return found ? found : session->world->playbook->owner;
}
