#include "desk/form.h"

#include "base/span.h"
#include "desk/claim.h"
#include "desk/roster.h"
#include "desk/sending.h"
#include "desk/wash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { EXTEND_BY = 2 * SPAN_MINUTE, COUNT_DIGITS = 3 };

struct use { /* a command being read */
	struct line *line;
	struct words *words;
	enum names_kind kind;
	const char *usage;
};

static bool show_usage(const struct use *u)
{
	return line_refuse(u->line, "Write it like this:  %s", u->usage);
}

static const char *rest(const struct use *u, size_t from)
{
	return words_between(u->words, u->line->arena, from, u->words->n);
}

static bool refer(const struct use *u, int number)
{
	u->line->act.refs[0] = number;
	u->line->act.nrefs = 1;
	return number != NAMES_NONE;
}

/* The reason behind "because" at word `i`, or behind nothing at all; false when something else stands there. */
static bool reason(const struct use *u, size_t i)
{
	if (i < u->words->n && !words_is(u->words, i, "because"))
		return show_usage(u);
	u->line->act.why = rest(u, i + 1);
	return true;
}

/* Nothing more, or a time that has come. */
static bool time_from(const struct use *u, size_t i)
{
	return i >= u->words->n || line_past(u->line, i);
}

static bool read_none(const struct use *u)
{
	return u->words->n == 1 || show_usage(u);
}

static bool read_one(const struct use *u)
{
	return u->words->n >= 2 ? refer(u, line_id(u->line, u->kind, words_at(u->words, 1))) && reason(u, 2)
	                        : show_usage(u);
}

/* The reason and the end may stand either way round; a reason has no "until" of its own that is a time. */
static bool read_pause(const struct use *u)
{
	struct act *act = &u->line->act;
	size_t because = words_find(u->words, 2, "because"), until = words_last(u->words, 2, "until");
	if (u->words->n < 2)
		return show_usage(u);
	if (!refer(u, line_id(u->line, NAMES_PAUSE, words_at(u->words, 1))))
		return false;
	if ((because < until ? because : until) != 2)
		return show_usage(u);
	const char *end = words_between(u->words, u->line->arena, until + 1, until < because ? because : u->words->n);
	const char *fault = end ? when_ahead(&u->line->when, end, &act->at) : NULL;
	act->why = words_between(u->words, u->line->arena, because + 1, because < until ? until : u->words->n);
	return !fault || line_refuse(u->line, "%s", fault);
}

static bool read_why(const struct use *u)
{
	size_t from = 1 + words_is(u->words, 1, "because");
	u->line->act.why = rest(u, from);
	return true;
}

static bool read_text(const struct use *u)
{
	u->line->act.text = rest(u, 1);
	return u->line->act.text || show_usage(u);
}

static bool add_step(const struct use *u, const char *word)
{
	struct act *act = &u->line->act;
	if (act->nrefs == ACT_REFS)
		return line_refuse(u->line, "At most %d steps in one line.", (int)ACT_REFS);
	int step = line_step(u->line, word);
	if (step == NAMES_NONE)
		return false;
	act->refs[act->nrefs++] = step;
	return true;
}

/* "1 3 4", "1, 3 and copy-logs". */
static bool read_steps(const struct use *u)
{
	for (size_t i = 1; i < u->words->n; i++) {
		char *word = arena_dup(u->line->arena, words_at(u->words, i)), *next = NULL;
		if (words_is(u->words, i, "and"))
			continue;
		for (char *one = strtok_r(word, ",", &next); one; one = strtok_r(NULL, ",", &next))
			if (!add_step(u, one))
				return false;
	}
	return u->line->act.nrefs > 0 || show_usage(u);
}

static bool read_done(const struct use *u)
{
	return u->words->n >= 2 ? refer(u, line_step(u->line, words_at(u->words, 1))) && time_from(u, 2)
	                        : show_usage(u);
}

static bool read_skip(const struct use *u)
{
	return u->words->n >= 2 ? refer(u, line_step(u->line, words_at(u->words, 1))) && reason(u, 2) : show_usage(u);
}

static bool read_assign(const struct use *u)
{
	const char *name = rest(u, 2 + words_is(u->words, 2, "to"));
	if (!name)
		return show_usage(u);
	if (!refer(u, line_step(u->line, words_at(u->words, 1))))
		return false;
	u->line->act.who = line_person(u->line, name);
	return u->line->act.who != NULL;
}

static bool read_phase(const struct use *u)
{
	bool alone = u->words->n == 1, view = u->line->act.kind == ACT_KINDS;
	if (alone && view)
		return refer(u, view_phase(&u->line->session->state));
	if (alone || u->words->n > 2)
		return show_usage(u);
	if (words_is(u->words, 1, "auto") && !view)
		return true; /* no phase: by itself again */
	return refer(u, line_id(u->line, NAMES_PHASE, words_at(u->words, 1)));
}

static bool read_speak(const struct use *u)
{
	const char *who = rest(u, 1);
	if (!who)
		return show_usage(u);
	return !strcasecmp(who, "facilitator") || refer(u, line_role(u->line, who));
}

/* How many words from the first on name somebody of the room: 0 when they do not. */
static size_t words_of_name(const struct use *u, const char **name)
{
	for (size_t n = u->words->n > 5 ? 4 : u->words->n - 1; n > 0; n--) {
		struct line trial = *u->line;
		const char *words = words_between(u->words, u->line->arena, 1, n + 1);
		*name = words && strlen(words) > 1 ? line_person(&trial, words) : NULL;
		if (*name)
			return n;
	}
	return 0;
}

/* Somebody outside: up to a colon, else the words in capitals, else the first one. */
static size_t words_of_stranger(const struct use *u)
{
	size_t n = 1;
	for (size_t i = 1; i < u->words->n; i++)
		if (strchr(words_at(u->words, i), ':') && i <= 6)
			return i;
	while (n + 1 < u->words->n && n < 4 && strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", words_at(u->words, n + 1)[0]))
		n++;
	return n;
}

static bool read_call(const struct use *u)
{
	struct act *act = &u->line->act;
	const char *name = NULL;
	if (u->words->n < 2)
		return show_usage(u);
	size_t n = words_of_name(u, &name);
	if (n == 0) {
		n = words_of_stranger(u);
		char *who = arena_dup(u->line->arena, words_between(u->words, u->line->arena, 1, n + 1));
		if (who && *who && who[strlen(who) - 1] == ':')
			who[strlen(who) - 1] = '\0';
		name = who;
	}
	act->who = name;
	act->text = rest(u, n + 1);
	if (!name || !*name || !act->text)
		return line_refuse(u->line,
		                   "Who was rung, and what came of it? call Grace Koh no answer, left a message");
	return true;
}

static bool read_claim(const struct use *u)
{
	return claim_read(u->line);
}

static bool read_notify(const struct use *u)
{
	size_t at = words_last(u->words, 1, "at");
	const char *who = words_between(u->words, u->line->arena, 1, at);
	return who ? refer(u, line_deadline(u->line, who)) && time_from(u, at) : show_usage(u);
}

static bool read_moment(const struct use *u)
{
	return u->words->n >= 2 ? refer(u, line_id(u->line, NAMES_MOMENT, words_at(u->words, 1))) && time_from(u, 2)
	                        : show_usage(u);
}

static bool roster_menu(const struct use *u)
{
	const struct session *s = u->line->session;
	const char *say = "";
	for (int i = 0; i < (int)s->world->names.of[NAMES_ROLE].n; i++) {
		const char *holder = session_holder(s, i);
		say = arena_printf(u->line->arena, "%s   %s: %s\n", say, names_id(&s->world->names, NAMES_ROLE, i),
		                   holder ? holder : "nobody");
	}
	u->line->say = arena_printf(u->line->arena, "%s Somebody else now?  %s\n", say, u->usage);
	return u->line->menu = true;
}

/* "Farah as marketing" is "Farah, marketing". */
static const char *seat(const struct use *u)
{
	size_t as = words_find(u->words, 2, "as");
	const char *name = words_between(u->words, u->line->arena, 1, as), *role = rest(u, as + 1);
	return name && role ? arena_printf(u->line->arena, "%s, %s", name, role) : rest(u, 1);
}

static bool read_roster(const struct use *u)
{
	char why[ACT_WHY] = "";
	struct act act, was = u->line->act;
	if (u->words->n == 1)
		return roster_menu(u);
	if (!seat(u))
		return show_usage(u);
	if (!roster_read(u->line->session, seat(u), u->line->arena, &act, why))
		return line_refuse(u->line, "%s", why);
	act.by = was.by;
	act.cause = was.cause;
	act.t = was.t;
	act.talk = was.talk;
	u->line->act = act;
	return true;
}

static bool refer_current(const struct use *u)
{
	int current = view_current(&u->line->session->state);
	return current != NAMES_NONE ? refer(u, current) : line_refuse(u->line, "No question is open.");
}

static bool read_hint(const struct use *u)
{
	return read_none(u) && refer_current(u);
}

static bool read_extend(const struct use *u)
{
	int32_t seconds = EXTEND_BY;
	const char *span = rest(u, 1), *why = span ? span_parse(span + (*span == '+'), &seconds) : NULL;
	if (why || seconds < 1 || seconds > SPAN_HOUR)
		return line_refuse(u->line, "How many more minutes to talk? %s, at most an hour.", u->usage);
	u->line->act.value = seconds * 1000;
	return refer_current(u);
}

static bool read_wait(const struct use *u)
{
	const char *time = rest(u, 1);
	const char *why = time ? when_ahead(&u->line->when, time, &u->line->act.at) : NULL;
	if (!time)
		return show_usage(u);
	return !why || line_refuse(u->line, "%s", why);
}

static bool read_observe(const struct use *u)
{
	u->line->act.text = rest(u, 2);
	return u->line->act.text ? refer(u, line_id(u->line, NAMES_OBJECTIVE, words_at(u->words, 1))) : show_usage(u);
}

static bool read_rate(const struct use *u)
{
	static const char letters[] = "psmu"; /* enum score_rating */
	const char *word = words_at(u->words, 2);
	const char *found = strlen(word) == 1 ? strchr(letters, *word | 0x20) : NULL;
	if (u->words->n < 3)
		return show_usage(u);
	if (!refer(u, line_id(u->line, NAMES_OBJECTIVE, words_at(u->words, 1))))
		return false;
	if (!found)
		return line_refuse(u->line,
		                   "Ratings are P (performed), S (some challenges), M (major challenges), U (unable).");
	u->line->act.value = (int32_t)(found - letters);
	u->line->act.why = rest(u, 3 + words_is(u->words, 3, "because"));
	return u->line->act.why || line_refuse(u->line, "Why? The reason stands beside the rating: %s", u->usage);
}

static bool read_end(const struct use *u)
{
	char now[SPAN_BUFFER], end[SPAN_BUFFER];
	if (!read_none(u))
		return false;
	u->line->read_back = arena_printf(u->line->arena, "EndEx now, at %s of %s? The story closes for good.",
	                                  span_stamp(u->line->when.now, now),
	                                  span_stamp(story_end(u->line->session->world->story), end));
	return true;
}

static bool read_audit(const struct use *u)
{
	return wash_audit(u->line);
}

static bool read_improve(const struct use *u)
{
	return wash_improve(u->line, 1);
}

static bool read_draft(const struct use *u)
{
	return sending_read_draft(u->line);
}

static bool read_approve(const struct use *u)
{
	return sending_read_approve(u->line);
}

static bool read_publish(const struct use *u)
{
	return sending_read_publish(u->line);
}

static bool read_brief(const struct use *u)
{
	return sending_read_brief(u->line);
}

static bool read_count(const struct use *u)
{
	const char *word = words_at(u->words, 1);
	if (u->words->n > 2 || strspn(word, "0123456789") != strlen(word) || strlen(word) > COUNT_DIGITS)
		return line_refuse(u->line, "How many of the last messages? Write it like this:  again 3");
	u->line->act.value = (int32_t)strtol(word, NULL, 10);
	return true;
}

enum { OWN = NAMES_KINDS + 1, MOST = 3 }; /* the command's own kind */

static const struct {
	bool (*read)(const struct use *);
	int arguments[MOST]; /* enum names_kind plus 1; 0: free text, or nothing */
	bool repeats;        /* the last one, for ever */
} forms[FORM_KINDS] = {
    [FORM_NONE] = {read_none, {0}, false},
    [FORM_ONE] = {read_one, {OWN + 1}, false},
    [FORM_PAUSE] = {read_pause, {NAMES_PAUSE + 1}, false},
    [FORM_WHY] = {read_why, {0}, false},
    [FORM_TEXT] = {read_text, {0}, false},
    [FORM_STEPS] = {read_steps, {NAMES_STEP + 1}, true},
    [FORM_DONE] = {read_done, {NAMES_STEP + 1}, false},
    [FORM_SKIP] = {read_skip, {NAMES_STEP + 1}, false},
    [FORM_ASSIGN] = {read_assign, {NAMES_STEP + 1, NAMES_PERSON + 1, NAMES_PERSON + 1}, false},
    [FORM_PHASE] = {read_phase, {NAMES_PHASE + 1}, false},
    [FORM_SPEAK] = {read_speak, {NAMES_ROLE + 1}, false},
    [FORM_CALL] = {read_call, {NAMES_PERSON + 1}, false},
    [FORM_CLAIM] = {read_claim, {NAMES_FACT + 1}, false},
    [FORM_NOTIFY] = {read_notify, {NAMES_DEADLINE + 1}, false},
    [FORM_MOMENT] = {read_moment, {NAMES_MOMENT + 1}, false},
    [FORM_ROSTER] = {read_roster, {NAMES_PERSON + 1, NAMES_ROLE + 1, NAMES_ROLE + 1}, false},
    [FORM_HINT] = {read_hint, {0}, false},
    [FORM_EXTEND] = {read_extend, {0}, false},
    [FORM_WAIT] = {read_wait, {0}, false},
    [FORM_OBSERVE] = {read_observe, {NAMES_OBJECTIVE + 1}, false},
    [FORM_RATE] = {read_rate, {NAMES_OBJECTIVE + 1}, false},
    [FORM_END] = {read_end, {0}, false},
    [FORM_AUDIT] = {read_audit, {0}, false},
    [FORM_IMPROVE] = {read_improve, {0}, false},
    [FORM_DRAFT] = {read_draft, {NAMES_NOTICE + 1, FORM_LANGUAGE + 1}, true},
    [FORM_APPROVE] = {read_approve, {NAMES_NOTICE + 1, 0, NAMES_ROLE + 1}, false},
    [FORM_PUBLISH] = {read_publish, {NAMES_NOTICE + 1}, false},
    [FORM_BRIEF] = {read_brief, {0}, false},
    [FORM_COUNT] = {read_count, {0}, false},
};

bool form_read(struct line *line, enum form form, enum names_kind kind, const char *usage)
{
	return forms[form].read(&(struct use){line, &line->words, kind, usage});
}

int form_argument(enum form form, enum names_kind kind, size_t i)
{
	size_t place = i < MOST ? i : MOST;
	while (forms[form].repeats && place > 0 && (place == MOST || !forms[form].arguments[place]))
		place--;
	int argument = place < MOST ? forms[form].arguments[place] - 1 : NAMES_NONE;
	return argument == OWN ? (int)kind : argument;
}
