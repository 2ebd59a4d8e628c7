#include "desk/expectation.h"

#include "base/span.h"
#include "desk/words.h"
#include "exercise/ledger.h"
#include "exercise/score.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

struct expecting {
	const struct expectation_scene *scene;
	const struct state *state;
	const struct expectation_row *row;
	struct words words;
	struct arena *arena;
	struct diags *diags;
	const char *file;
	int line;
	size_t at;        /* the next word */
	int ref;          /* what it is about, of row->names; NAMES_NONE */
	struct text told; /* what is so */
};

enum expectation_answer { HOLDS, FAILS, UNREADABLE };

struct expectation_row {
	const char *word, *rest; /* what stands behind it, for messages */
	enum names_kind names;   /* NAMES_KINDS: it names nothing */
	enum expectation_answer (*ask)(struct expecting *);
	enum state_group group; /* of the cell that ask_cell and ask_time look at */
	int field, value;
};

static enum expectation_answer answer(bool holds)
{
	return holds ? HOLDS : FAILS;
}

static enum expectation_answer unreadable(struct expecting *e, size_t word, const char *message, const char *hint)
{
	size_t at = word < e->words.n ? e->words.v[word].at : strlen(e->words.line);
	diag_error(e->diags, (struct diag_place){e->file, e->line, (int)at + 1}, "%s", message);
	diag_code(e->diags, "test-unreadable");
	if (hint)
		diag_hint(e->diags, "did you mean \"%s\"?", hint);
	return UNREADABLE;
}

static const char *usage(const struct expecting *e)
{
	return arena_printf(e->arena, "it is written: expect %s%s%s", e->row->word, *e->row->rest ? " " : "",
	                    e->row->rest);
}

/* Whether nothing is left over. */
static bool complete(struct expecting *e)
{
	if (e->at < e->words.n)
		unreadable(e, e->at, usage(e), NULL);
	return e->at == e->words.n;
}

/* What is so ------------------------------------------------------------------------------------------------------- */

static void tell(struct expecting *e, const char *what, int32_t at)
{
	char stamp[SPAN_BUFFER];
	text_addf(&e->told, "it %s at %s", what, span_stamp(at, stamp));
}

static void tell_never(struct expecting *e, const char *what)
{
	char stamp[SPAN_BUFFER];
	text_addf(&e->told, "it has not %s by %s", what, span_stamp(e->scene->now, stamp));
}

static void tell_item(struct expecting *e)
{
	static const char *const came[] = {[STATE_FIRED] = "went off",
	                                   [STATE_DELIVERED] = "came",
	                                   [STATE_WITHHELD] = "was withheld",
	                                   [STATE_CANCELLED] = "was cancelled",
	                                   [STATE_DEFERRED] = "was put off"};
	int32_t status = state_get(e->state, STATE_ITEM, e->ref, STATE_ITEM_STATUS);
	if (status != STATE_WAITING)
		tell(e, came[status], state_get(e->state, STATE_ITEM, e->ref, STATE_ITEM_AT));
	else if (!world_plays(e->state->world, e->ref))
		text_add(&e->told, "it is extra, and the core cut is played");
	else
		tell_never(e, "come");
}

static int32_t of_decision(const struct expecting *e, int field)
{
	return state_get(e->state, STATE_DECISION, e->ref, field);
}

static const char *option_id(const struct expecting *e, int option)
{
	return story_option_at(&e->state->world->story->decisions[e->ref], option)->id;
}

static void tell_decision(struct expecting *e)
{
	int32_t option = of_decision(e, STATE_DECISION_OPTION), at = of_decision(e, STATE_DECISION_ANSWERED);
	char stamp[SPAN_BUFFER];
	switch (of_decision(e, STATE_DECISION_STATUS)) {
	case STATE_UNOPENED:
		if (world_asks(e->state->world, e->ref))
			tell_never(e, "been asked");
		else
			text_add(&e->told, "it is extra, and the core cut is played");
		break;
	case STATE_OPEN:
		text_addf(&e->told, "it is open since %s", span_stamp(of_decision(e, STATE_DECISION_OPENED), stamp));
		break;
	case STATE_DECIDED:
		tell(e,
		     option >= 0 ? arena_printf(e->arena, "was answered %s", option_id(e, option))
		                 : "was answered in other words",
		     at);
		break;
	default:
		tell(e, option >= 0 ? arena_printf(e->arena, "lapsed to %s", option_id(e, option)) : "lapsed", at);
	}
}

/* Cells ------------------------------------------------------------------------------------------------------------ */

static int32_t cell(const struct expecting *e)
{
	return state_get(e->state, e->row->group, e->ref, e->row->field);
}

static enum expectation_answer ask_item(struct expecting *e)
{
	tell_item(e);
	return answer(cell(e) == e->row->value);
}

static enum expectation_answer ask_decision(struct expecting *e)
{
	tell_decision(e);
	return answer(cell(e) == e->row->value);
}

/* A cell that holds when it happened. */
static enum expectation_answer ask_time(struct expecting *e)
{
	int32_t at = cell(e);
	if (at == STATE_NEVER)
		tell_never(e, "happened");
	else
		tell(e, "happened", at);
	return answer(at != STATE_NEVER);
}

static enum expectation_answer ask_pause(struct expecting *e)
{
	bool on = cell(e) == 1;
	text_add(&e->told, on ? "it is paused" : "it is not paused");
	return answer(on);
}

static enum expectation_answer ask_choice(struct expecting *e)
{
	const struct story_decision *decision = &e->state->world->story->decisions[e->ref];
	const char *ids[STORY_OPTIONS_MAX], *word = words_at(&e->words, e->at);
	int option = story_option(decision, word);
	if (!*word)
		return unreadable(e, e->at, usage(e), NULL);
	for (int i = 0; i < (int)decision->options.n; i++)
		ids[i] = option_id(e, i);
	if (option == NAMES_NONE)
		return unreadable(e, e->at,
		                  arena_printf(e->arena, "%s has no option \"%.60s\"",
		                               names_id(&e->state->world->names, NAMES_DECISION, e->ref), word),
		                  diag_nearest(word, ids, decision->options.n));
	e->at++;
	tell_decision(e);
	return answer(of_decision(e, STATE_DECISION_STATUS) == STATE_DECIDED &&
	              of_decision(e, STATE_DECISION_OPTION) == option);
}

/* Figures ---------------------------------------------------------------------------------------------------------- */

static const char *points(const struct expecting *e, int32_t tenths)
{
	int32_t size = tenths < 0 ? -tenths : tenths;
	if (size % 10)
		return arena_printf(e->arena, "%s%d.%d", tenths < 0 ? "-" : "", (int)(size / 10), (int)(size % 10));
	return arena_printf(e->arena, "%d", (int)(tenths / 10));
}

/* The comparison that stands next; "=" where none is written. NULL for one that there is not. */
static const char *read_relation(struct expecting *e, const char **rest)
{
	static const char *const relations[] = {">=", "<=", ">", "<", "="};
	const char *at = e->at < e->words.n ? e->words.line + e->words.v[e->at].at : "";
	size_t len = strspn(at, "<>=!~");
	*rest = at + len + strspn(at + len, " ");
	if (!len)
		return "=";
	for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
		if (strlen(relations[i]) == len && strncmp(relations[i], at, len) == 0)
			return relations[i];
	return NULL;
}

static bool compares(int32_t value, const char *relation, int32_t bound)
{
	bool same = value == bound, more = value > bound;
	return (strchr(relation, '=') && same) || (*relation == '>' && more) || (*relation == '<' && !same && !more);
}

/* Points, in tenths: [-]N[.N]. */
static bool read_tenths(const char *s, int32_t *tenths)
{
	enum { DIGITS = 5 };
	bool minus = *s == '-';
	size_t whole = strspn(s += minus, "0123456789");
	int32_t n = 0;
	for (size_t i = 0; i < whole && whole <= DIGITS; i++)
		n = n * 10 + (s[i] - '0');
	bool part = s[whole] == '.' && isdigit((unsigned char)s[whole + 1]);
	n = n * 10 + (part ? s[whole + 1] - '0' : 0);
	*tenths = minus ? -n : n;
	return whole && whole <= DIGITS && !s[whole + (part ? 2 : 0)];
}

/* What a figure can be; NULL where it is open. */
struct span_of {
	const char *words;
	int32_t from, to, step;
};

/* "never" or "always" for what asks nothing, whatever was played; NULL. */
static const char *foregone(const struct span_of *span, const char *relation, int32_t bound)
{
	bool ever = !span, ever_not = !span;
	for (int32_t value = span ? span->from : 0; span && value <= span->to; value += span->step) {
		ever = ever || compares(value, relation, bound);
		ever_not = ever_not || !compares(value, relation, bound);
	}
	return !ever ? "never" : !ever_not ? "always" : NULL;
}

/* The rest of the line is a comparison with `value`. */
static enum expectation_answer ask_figure(struct expecting *e, int32_t value, bool (*read)(const char *, int32_t *),
                                          const struct span_of *span)
{
	const char *rest, *relation = read_relation(e, &rest);
	int32_t bound;
	if (!relation || !read(rest, &bound))
		return unreadable(e, e->at, usage(e), NULL);
	const char *how = foregone(span, relation, bound);
	if (how)
		return unreadable(e, e->at, arena_printf(e->arena, "that is %s so: %s", how, span->words), NULL);
	e->at = e->words.n;
	return answer(compares(value, relation, bound));
}

/* Where the points come from, the first few by name. */
static void tell_sources(struct expecting *e)
{
	enum { NAMED = 6 };
	const struct ledger_entry *entry;
	int n = 0;
	for (size_t i = 0; (entry = ledger_at(e->scene->session->ledger, i)); i++) {
		if (entry->kind != LEDGER_SCORE || entry->ref != e->ref)
			continue;
		if (n++ < NAMED)
			text_addf(&e->told, "%s%s %s", n == 1 ? " (" : ", ", entry->text, points(e, entry->value));
	}
	if (n > NAMED)
		text_addf(&e->told, ", and %d more", n - NAMED);
	text_add(&e->told, n ? ")" : "");
}

static enum expectation_answer ask_score(struct expecting *e)
{
	int32_t value = cell(e);
	text_addf(&e->told, "it is %s", points(e, value));
	tell_sources(e);
	return ask_figure(e, value, read_tenths, NULL);
}

static int total(const struct expecting *e)
{
	struct score_range range = score_range(e->state->world);
	int32_t earned[STORY_OBJECTIVES];
	session_earned(e->scene->session, earned);
	return score_total(&range, earned);
}

static enum expectation_answer ask_total(struct expecting *e)
{
	int value = total(e);
	int32_t earned[STORY_OBJECTIVES];
	session_earned(e->scene->session, earned);
	text_addf(&e->told, "it is %d", value);
	for (int i = 0; i < STORY_OBJECTIVES; i++)
		text_addf(&e->told, "%s%s %s", i ? ", " : " (", story_objectives[i], points(e, earned[i]));
	text_add(&e->told, ")");
	return ask_figure(e, value * 10, read_tenths,
	                  &(struct span_of){"a total is a whole number from 0 to 100", 0, 1000, 10});
}

/* A is more than B, and F is the least. */
static bool read_grade(const char *s, int32_t *grade)
{
	static const char grades[] = "FDCBA";
	const char *at = *s && !s[1] ? strchr(grades, toupper((unsigned char)*s)) : NULL;
	*grade = at ? (int32_t)(at - grades) : 0;
	return at != NULL;
}

static void tell_criticals(struct expecting *e)
{
	bool any = false;
	for (int i = 0; i < (int)state_rows(e->state->world, STATE_CRITICAL); i++) {
		if (!state_get(e->state, STATE_CRITICAL, i, 0))
			continue;
		text_addf(&e->told, "%s%s", any ? ", " : "there is ",
		          names_id(&e->state->world->names, NAMES_CRITICAL, i));
		any = true;
	}
	if (!any)
		text_add(&e->told, "there is no critical failure");
}

static enum expectation_answer ask_grade(struct expecting *e)
{
	int32_t grade;
	int criticals = session_criticals(e->scene->session), value = total(e);
	char letter[] = {score_grade(value, criticals), '\0'};
	text_addf(&e->told, "it is %s: total %d, and ", letter, value);
	tell_criticals(e);
	read_grade(letter, &grade);
	return ask_figure(e, grade, read_grade, &(struct span_of){"a grade is F, D, C, B or A", 0, 4, 1});
}

/* Without a name: any at all. */
static enum expectation_answer ask_critical(struct expecting *e)
{
	const struct names *names = &e->state->world->names;
	const char *word = words_at(&e->words, e->at);
	int critical = *word ? names_find(names, NAMES_CRITICAL, word) : NAMES_NONE;
	if (*word && critical == NAMES_NONE)
		return unreadable(e, e->at, arena_printf(e->arena, "no critical failure is called \"%.60s\"", word),
		                  names_nearest(names, NAMES_CRITICAL, word));
	e->at += *word != '\0';
	tell_criticals(e);
	return answer(critical == NAMES_NONE ? session_criticals(e->scene->session) > 0
	                                     : state_get(e->state, STATE_CRITICAL, critical, 0) != 0);
}

static enum expectation_answer ask_refused(struct expecting *e)
{
	text_add(&e->told, e->scene->refused ? e->scene->refused : "the line before it was taken");
	return answer(e->scene->refused != NULL);
}

/* The words ---------------------------------------------------------------------------------------------------------
 */

#define ITEM(word, value) word, "ID", NAMES_ITEM, ask_item, STATE_ITEM, STATE_ITEM_STATUS, value
#define DECISION(word, value)                                                                                          \
	word, "DECISION", NAMES_DECISION, ask_decision, STATE_DECISION, STATE_DECISION_STATUS, value
#define TIME(word, rest, names, group, field) word, rest, names, ask_time, group, field, 0
#define FIGURE(word, rest, names, ask)        word, rest, names, ask, STATE_SCORE, 0, 0
static const struct expectation_row rows[] = {
    {ITEM("delivered", STATE_DELIVERED)},
    {ITEM("withheld", STATE_WITHHELD)},
    {ITEM("cancelled", STATE_CANCELLED)},
    {TIME("done", "ACTION", NAMES_ACTION, STATE_ACTION, 0)},
    {"chose", "DECISION OPTION", NAMES_DECISION, ask_choice, STATE_DECISION, STATE_DECISION_OPTION, 0},
    {DECISION("open", STATE_OPEN)},
    {DECISION("lapsed", STATE_LAPSED)},
    {TIME("late", "DECISION", NAMES_DECISION, STATE_DECISION, STATE_DECISION_LATE)},
    {TIME("logged", "MOMENT", NAMES_MOMENT, STATE_MOMENT, STATE_MOMENT_FIRST)},
    {TIME("notified", "DEADLINE", NAMES_DEADLINE, STATE_DEADLINE, STATE_DEADLINE_NOTIFIED)},
    {TIME("published", "KIND", NAMES_NOTICE, STATE_NOTICE, STATE_NOTICE_AT)},
    {"paused", "THING", NAMES_PAUSE, ask_pause, STATE_PAUSE, STATE_PAUSE_ON, 1},
    {FIGURE("score", "OBJECTIVE >= POINTS", NAMES_OBJECTIVE, ask_score)},
    {FIGURE("total", ">= NUMBER", NAMES_KINDS, ask_total)},
    {FIGURE("grade", "LETTER, or >= LETTER", NAMES_KINDS, ask_grade)},
    {FIGURE("critical", "[ID]", NAMES_KINDS, ask_critical)},
    {FIGURE("refused", "", NAMES_KINDS, ask_refused)},
};
enum { ROWS = sizeof rows / sizeof *rows };

static const struct expectation_row *row_of(const char *word)
{
	for (size_t i = 0; i < ROWS; i++)
		if (strcmp(rows[i].word, word) == 0)
			return &rows[i];
	return NULL;
}

static enum expectation_answer unknown_word(struct expecting *e)
{
	const char *names[ROWS], *word = words_at(&e->words, e->at);
	struct text list = {0};
	for (size_t i = 0; i < ROWS; i++) {
		names[i] = rows[i].word;
		text_addf(&list, "%s%s", i ? ", " : "", rows[i].word);
	}
	const char *message = arena_printf(e->arena, "expect what? One of %s", list.data);
	text_free(&list);
	return unreadable(e, e->at, message, diag_nearest(word, names, ROWS));
}

static enum expectation_answer ask(struct expecting *e)
{
	const struct names *names = &e->state->world->names;
	e->row = row_of(words_at(&e->words, e->at));
	if (!e->row)
		return unknown_word(e);
	e->at++;
	if (e->row->names != NAMES_KINDS) {
		const char *word = words_at(&e->words, e->at);
		e->ref = names_find(names, e->row->names, word);
		if (!*word)
			return unreadable(e, e->at, usage(e), NULL);
		if (e->ref == NAMES_NONE)
			return unreadable(
			    e, e->at,
			    arena_printf(e->arena, "no %s is called \"%.60s\"", names_word(e->row->names), word),
			    names_nearest(names, e->row->names, word));
		e->at++;
	}
	enum expectation_answer found = e->row->ask(e);
	return found == UNREADABLE || complete(e) ? found : UNREADABLE;
}

static bool is_negation(const struct words *words, size_t i)
{
	return words_is(words, i, "no") || words_is(words, i, "not");
}

bool expectation_is(const char *line)
{
	static const char word[] = "expect";
	line += strspn(line, " ");
	return strncmp(line, word, sizeof word - 1) == 0 && strchr(" ", line[sizeof word - 1]);
}

bool expectation_of_refusal(const char *line)
{
	struct arena *arena = arena_new();
	struct words words = words_split(arena, line);
	bool is = expectation_is(line) && words_is(&words, 1, "refused");
	arena_free(arena);
	return is;
}

bool expectation_holds(const struct expectation_scene *scene, const char *text, const char *file, int line,
                       struct diags *diags)
{
	struct arena *arena = arena_new();
	struct expecting e = {.scene = scene,
	                      .state = &scene->session->state,
	                      .words = words_split(arena, text),
	                      .arena = arena,
	                      .diags = diags,
	                      .file = file,
	                      .line = line,
	                      .at = 1};
	bool negated = is_negation(&e.words, e.at);
	e.at += negated;
	enum expectation_answer found = ask(&e);
	bool holds = found == (negated ? FAILS : HOLDS);
	if (!holds && found != UNREADABLE) {
		diag_error(diags, (struct diag_place){file, line, 1}, "expected %s; %s",
		           words_between(&e.words, arena, 1, e.words.n), e.told.data);
		diag_code(diags, "test-failed");
	}
	text_free(&e.told);
	arena_free(arena);
	return holds;
}
