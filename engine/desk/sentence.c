#include "desk/sentence.h"

#include "base/span.h"
#include "base/tree.h"
#include "desk/label.h"
#include "exercise/score.h"

#include <stdio.h>
#include <string.h>

/* What a phrase may name of an event. */
enum slot {
	WHAT = 1,   /* what it is about */
	OPTION = 2, /* the words of what was chosen */
	WHO = 4,
	TEXT = 8,
	WHY = 16,
	AT = 32,
	POINTS = 64,
	NUMBER = 128,
	VALUE = 256, /* of a fact */
	SURE = 512,
	OVER = 1024,
	BEFORE = 2048, /* the value that a correction replaces */
	ROLE = 4096,
	LANG = 8192,
	MISSING = 16384, /* contents that a law asks for */
	STANDING = 32768
};

/* `alone` is for an event that is about nothing in particular. A kind without a row is for no reader. */
// clang-format off
static const struct row {
	const char *key, *alone;
	enum names_kind about;
	unsigned slots;
} rows[EVENT_KINDS] = {
	[EVENT_STARTED] = {"event.started", NULL, NAMES_KINDS, 0},
	[EVENT_ROSTER] = {"event.roster", "event.roster_alone", NAMES_ROLE, WHO | WHAT},
	[EVENT_SPEAKING] = {"event.speaking", NULL, NAMES_ROLE, WHAT},
	[EVENT_PHASE] = {"event.phase", "event.phase_alone", NAMES_PHASE, WHAT},
	[EVENT_SEVERITY] = {"event.severity", NULL, NAMES_SEVERITY, WHAT},
	[EVENT_MOMENT] = {"event.moment", NULL, NAMES_MOMENT, WHAT | AT},
	[EVENT_DELIVERED] = {"event.delivered", NULL, NAMES_ITEM, WHAT},
	[EVENT_WITHHELD] = {"event.withheld", NULL, NAMES_ITEM, WHAT},
	[EVENT_CANCELLED] = {"event.cancelled", NULL, NAMES_ITEM, WHAT},
	[EVENT_HELD] = {"event.held", NULL, NAMES_ITEM, WHAT},
	[EVENT_RELEASED] = {"event.released", NULL, NAMES_ITEM, WHAT},
	[EVENT_OPENED] = {"event.opened", NULL, NAMES_DECISION, WHAT},
	[EVENT_REVEALED] = {"event.revealed", NULL, NAMES_DECISION, 0},
	[EVENT_DECIDED] = {"event.decided", NULL, NAMES_DECISION, OPTION | SURE | TEXT | WHY},
	[EVENT_LATE] = {"event.late", NULL, NAMES_DECISION, WHAT},
	[EVENT_LAPSED] = {"event.lapsed", NULL, NAMES_DECISION, WHAT | OPTION},
	[EVENT_EXTENDED] = {"event.extended", NULL, NAMES_DECISION, 0},
	[EVENT_STEP_QUEUED] = {"event.step_queued", NULL, NAMES_STEP, WHAT | WHO},
	[EVENT_STEP_STARTED] = {"event.step_started", NULL, NAMES_STEP, WHAT | WHO | AT},
	[EVENT_STEP_DONE] = {"event.step_done", NULL, NAMES_STEP, WHAT | AT},
	[EVENT_STEP_SKIPPED] = {"event.step_skipped", NULL, NAMES_STEP, WHAT | WHY},
	[EVENT_ASSIGNED] = {"event.assigned", NULL, NAMES_STEP, WHAT | WHO},
	[EVENT_ACTED] = {"event.acted", NULL, NAMES_ACTION, WHAT},
	[EVENT_CLAIMED] = {"event.claimed", NULL, NAMES_FACT, WHAT | VALUE | OVER},
	[EVENT_VERIFIED] = {"event.verified", NULL, NAMES_FACT, WHAT | VALUE | OVER},
	[EVENT_CORRECTED] = {"event.corrected", NULL, NAMES_FACT, WHAT | VALUE | OVER | BEFORE},
	[EVENT_WITHDRAWN] = {"event.withdrawn", NULL, NAMES_FACT, WHAT | WHY},
	[EVENT_DRAFTED] = {"event.drafted", NULL, NAMES_NOTICE, WHAT | LANG | MISSING},
	[EVENT_APPROVED] = {"event.approved", NULL, NAMES_NOTICE, WHAT | ROLE | WHO | WHY},
	[EVENT_OVERRIDDEN] = {"event.overridden", NULL, NAMES_NOTICE, WHAT | WHO | WHY},
	[EVENT_PUBLISHED] = {"event.published", NULL, NAMES_NOTICE, WHAT | LANG | STANDING | AT},
	[EVENT_NOTIFIED] = {"event.notified", NULL, NAMES_DEADLINE, WHAT | AT},
	[EVENT_DEADLINE_PASSED] = {"event.deadline_passed", NULL, NAMES_DEADLINE, WHAT},
	[EVENT_PAUSED] = {"event.paused", NULL, NAMES_PAUSE, WHAT | WHY | AT},
	[EVENT_UNPAUSED] = {"event.unpaused", NULL, NAMES_PAUSE, WHAT | WHY},
	[EVENT_SCORED] = {"event.scored", NULL, NAMES_OBJECTIVE, POINTS | WHAT | WHY},
	[EVENT_CRITICAL] = {"event.critical", NULL, NAMES_CRITICAL, WHAT | WHY},
	[EVENT_OBSERVED] = {"event.observed", "event.observed_alone", NAMES_OBJECTIVE, WHAT | TEXT},
	[EVENT_RATED] = {"event.rated", NULL, NAMES_OBJECTIVE, WHAT | WHY},
	[EVENT_NOTED] = {"event.noted", "event.noted_alone", NAMES_DEADLINE, WHAT | TEXT},
	[EVENT_HINTED] = {"event.hinted", NULL, NAMES_DECISION, 0},
	[EVENT_CALLED] = {"event.called", NULL, NAMES_KINDS, WHO | TEXT},
	[EVENT_REMINDED] = {"event.reminded", NULL, NAMES_KINDS, 0},
	[EVENT_HOOK_FAILED] = {"event.hook_failed", NULL, NAMES_KINDS, TEXT | WHY},
	[EVENT_CLOCK_HELD] = {"event.clock_held", NULL, NAMES_KINDS, WHY},
	[EVENT_CLOCK_RELEASED] = {"event.clock_released", NULL, NAMES_KINDS, 0},
	[EVENT_CLOCK_SET] = {"event.clock_set", NULL, NAMES_KINDS, 0},
	[EVENT_REJOINED] = {"event.rejoined", NULL, NAMES_KINDS, 0},
	[EVENT_REWOUND] = {"event.rewound", NULL, NAMES_KINDS, NUMBER},
	[EVENT_ENDED] = {"event.ended", NULL, NAMES_KINDS, 0},
	[EVENT_IMPROVEMENT] = {"event.improvement", NULL, NAMES_KINDS, TEXT | WHO | WHY},
	[EVENT_CLOSED] = {"event.closed", NULL, NAMES_KINDS, 0},
};
// clang-format on

/* What follows the sentence that ends at `p`; NULL when none does. A full-width mark needs no blank behind it. */
static const char *next_sentence(const char *p)
{
	static const char *const wide[] = {"。", "？", "！"};
	if (strchr(".?!", *p) && p[1] == ' ')
		return p + 2;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (strncmp(p, wide[i], strlen(wide[i])) == 0)
			return p + strlen(wide[i]);
	return NULL;
}

void sentence_question(const struct world *world, int decision, struct text *out)
{
	const char *from = world->story->decisions[decision].ask;
	for (const char *p = from; *p; p++) {
		const char *next = next_sentence(p);
		if (next && *next)
			from = next;
	}
	world_expand(world, from, out);
}

void sentence_option(const struct world *world, int decision, int option, struct text *out)
{
	world_expand(world, story_option_at(&world->story->decisions[decision], option)->words, out);
}

const char *sentence_action(const struct world *world, int number)
{
	const struct vocabulary_action *action = vocabulary_action(world->vocabulary, number);
	const char *words = action->description;
	for (size_t i = action->public.n; i-- > 0;)
		if (strcmp(action->public.v[i].key, "en") == 0)
			words = action->public.v[i].text;
	for (size_t i = 0; i < action->public.n; i++)
		if (strcmp(action->public.v[i].key, world->lang) == 0)
			words = action->public.v[i].text;
	return words;
}

static void say_number(const struct phrases *phrases, const char *key, int32_t n, struct text *out)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	phrase_count(data, "n", n);
	phrase_say(phrases, key, data, out);
	jsn_free(data);
}

void sentence_within(const struct world *world, const struct phrases *phrases, int number, struct text *out)
{
	const struct world_deadline *deadline = &world->deadlines[number];
	int32_t seconds = deadline->duty ? deadline->duty->within : deadline->obligation->within;
	if (seconds != SHAPE_UNSET && seconds % SPAN_HOUR == 0) /* a law's 96 hours are no four days */
		say_number(phrases, "time.hours", seconds / SPAN_HOUR, out);
	else if (seconds != SHAPE_UNSET)
		say_number(phrases, "time.minutes", seconds / SPAN_MINUTE, out);
	else if (deadline->duty->days != SHAPE_UNSET)
		say_number(phrases, "time.whole_days", deadline->duty->days, out);
	else if (deadline->duty->promptly)
		text_add(out, deadline->duty->promptly);
	else
		phrase_say(phrases, "time.promptly", NULL, out);
}

void sentence_party(const struct world *world, const struct phrases *phrases, int number, struct text *out)
{
	const struct world_deadline *deadline = &world->deadlines[number];
	if (!deadline->individuals) {
		text_add(out, deadline->party);
		return;
	}
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_text(data, "authority", deadline->regime->authority.shorthand);
	phrase_say(phrases, "event.individuals", data, out);
	jsn_free(data);
}

void sentence_reason(const struct phrases *phrases, const char *why, struct text *out)
{
	static const char *const keys[] = {
	    [SCORE_DONE_IN_TIME] = "event.reason.done_in_time", [SCORE_SET_ASIDE] = "event.reason.set_aside",
	    [SCORE_NEVER_DONE] = "event.reason.never_done",     [SCORE_FILED_IN_TIME] = "event.reason.filed_in_time",
	    [SCORE_FILED_LATE] = "event.reason.filed_late",     [SCORE_NEVER_FILED] = "event.reason.never_filed",
	    [SCORE_LAW_MISSED] = "event.reason.law_missed",     [SCORE_UNNAMED] = "event.reason.unnamed",
	    [SCORE_SAID_FALSE] = "event.reason.said_false",     [SCORE_SAID_UNPROVED] = "event.reason.said_unproved",
	    [SCORE_SAID_EARLY] = "event.reason.said_early",     [SCORE_WORD_LATE] = "event.reason.word_late",
	    [SCORE_WORD_NEVER] = "event.reason.word_never",
	};
	for (int i = 0; i < SCORE_REASONS; i++)
		if (strcmp(why, score_reasons[i]) == 0) {
			phrase_say(phrases, keys[i], NULL, out);
			return;
		}
	text_add(out, why);
}

void sentence_fact(const struct world *world, const struct phrases *phrases, int number, int32_t value,
                   const char *words, struct text *out)
{
	static const char *const data[] = {"event.fact.unknown", "event.fact.involved", "event.fact.not_involved",
	                                   "event.fact.not_held"};
	const struct fact *fact = &world->story->facts[number];
	bool known = value >= STORY_INVOLVED && value <= STORY_NOT_HELD;
	char buffer[64];
	if (words)
		text_add(out, words);
	else if (fact->kind == STORY_DATA)
		phrase_say(phrases, data[known ? value : 0], NULL, out);
	else
		text_add(out, fact_words(fact, value, buffer));
}

/* What fills a phrase -------------------------------------------------------------------------------------------- */

struct telling {
	const struct world *world;
	const struct phrases *phrases;
	const struct event *event;
};

static void add_points(const struct telling *t, struct text *out)
{
	label_add_tenths(t->event->value, out);
}

/* The name of one of a closed set, such as a channel: every language has its own. */
static void add_name(const struct phrases *phrases, const char *group, const char *id, struct text *out)
{
	char key[64];
	snprintf(key, sizeof key, "%s.%s", group, id);
	phrase_say(phrases, key, NULL, out);
}

static void put_expanded(const struct world *world, struct jsn *data, const char *key, const char *s)
{
	struct text text = {0};
	if (!s)
		return;
	world_expand(world, s, &text);
	tree_taken(data, key, &text);
	text_free(&text);
}

static void add_item(const struct telling *t, struct text *out)
{
	const struct story_item *item = &t->world->story->items[t->event->ref];
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text channel = {0};
	tree_text(data, "id", names_id(&t->world->names, NAMES_ITEM, t->event->ref));
	put_expanded(t->world, data, "subject", item->subject);
	put_expanded(t->world, data, "from", item->from);
	if (item->channel != SHAPE_UNSET && item->channel >= 0) {
		add_name(t->phrases, "event.channel", story_channels[item->channel], &channel);
		tree_taken(data, "channel", &channel);
	}
	phrase_say(t->phrases, "event.item", data, out);
	text_free(&channel);
	jsn_free(data);
}

static void add_what(const struct telling *t, struct text *out)
{
	enum names_kind kind = rows[t->event->kind].about;
	int number = t->event->ref;
	const char *id = names_id(&t->world->names, kind, number);
	if (number == NAMES_NONE)
		return;
	if (kind == NAMES_ITEM)
		add_item(t, out);
	else if (kind == NAMES_DECISION)
		sentence_question(t->world, number, out);
	else if (kind == NAMES_ACTION)
		text_add(out, sentence_action(t->world, number));
	else if (kind == NAMES_DEADLINE)
		sentence_party(t->world, t->phrases, number, out);
	else if (kind == NAMES_FACT)
		text_add(out, t->world->story->facts[number].label);
	else if (kind == NAMES_MOMENT)
		add_name(t->phrases, "event.moments", id, out);
	else if (kind == NAMES_OBJECTIVE)
		add_name(t->phrases, "event.objective", id, out);
	else
		text_add(out, id);
}

static void add_option(const struct telling *t, struct text *out)
{
	const struct event *e = t->event;
	if (e->other != NAMES_NONE)
		sentence_option(t->world, e->ref, e->other, out);
	else if (e->kind == EVENT_DECIDED && e->who)
		text_add(out, e->who);
	else if (e->kind == EVENT_DECIDED)
		phrase_say(t->phrases, "event.other_way", NULL, out);
}

static void add_who(const struct telling *t, struct text *out)
{
	text_add(out, t->event->who ? t->event->who : "");
}

static void add_text(const struct telling *t, struct text *out)
{
	if (t->event->text && t->event->kind == EVENT_NOTED)
		sentence_reason(t->phrases, t->event->text, out);
	else if (t->event->text)
		text_add(out, t->event->text);
}

static void add_why(const struct telling *t, struct text *out)
{
	bool priced = t->event->kind == EVENT_SCORED || t->event->kind == EVENT_CRITICAL;
	if (t->event->why && priced)
		sentence_reason(t->phrases, t->event->why, out);
	else if (t->event->why)
		text_add(out, t->event->why);
}

static void add_at(const struct telling *t, struct text *out)
{
	char buffer[SPAN_BUFFER];
	if (t->event->at != STATE_NEVER)
		text_add(out, span_stamp(t->event->at, buffer));
}

static void add_number(const struct telling *t, struct text *out)
{
	text_addf(out, "%d", t->event->value);
}

static void add_value(const struct telling *t, struct text *out)
{
	sentence_fact(t->world, t->phrases, t->event->ref, t->event->value, t->event->text, out);
}

/* Medium goes without saying. */
static void add_sure(const struct telling *t, struct text *out)
{
	if (t->event->value == EVENT_LOW || t->event->value == EVENT_HIGH)
		add_name(t->phrases, "event.sure", t->event->value == EVENT_LOW ? "low" : "high", out);
}

static void add_over(const struct telling *t, struct text *out)
{
	text_add(out, t->event->over ? t->event->over : "");
}

static void add_before(const struct telling *t, struct text *out)
{
	if (t->event->other != SHAPE_UNSET && t->world->story->facts[t->event->ref].kind != STORY_TEXT)
		sentence_fact(t->world, t->phrases, t->event->ref, t->event->other, NULL, out);
}

static void add_role(const struct telling *t, struct text *out)
{
	text_add(out, names_id(&t->world->names, NAMES_ROLE, t->event->other));
}

static void add_lang(const struct telling *t, struct text *out)
{
	text_add(out, t->event->statement ? t->event->statement->lang : "");
}

void sentence_contents(const struct phrases *phrases, const struct shape_texts *codes, struct text *out)
{
	for (size_t i = 0; i < codes->n; i++) {
		if (i)
			phrase_say(phrases, "event.between", NULL, out);
		add_name(phrases, "event.contents", codes->v[i], out);
	}
}

static void add_missing(const struct telling *t, struct text *out)
{
	if (t->event->statement)
		sentence_contents(t->phrases, &t->event->statement->missing, out);
}

static void add_standing(const struct telling *t, struct text *out)
{
	text_add(out, t->event->text ? t->event->text : "");
}

static const struct {
	enum slot slot;
	const char *name;
	void (*add)(const struct telling *telling, struct text *out);
} slots[] = {
    {WHAT, "what", add_what},
    {OPTION, "option", add_option},
    {WHO, "who", add_who},
    {TEXT, "text", add_text},
    {WHY, "why", add_why},
    {AT, "at", add_at},
    {POINTS, "points", add_points},
    {NUMBER, "n", add_number},
    {VALUE, "value", add_value},
    {SURE, "sure", add_sure},
    {OVER, "over", add_over},
    {BEFORE, "before", add_before},
    {ROLE, "role", add_role},
    {LANG, "lang", add_lang},
    {MISSING, "missing", add_missing},
    {STANDING, "standing", add_standing},
};

/* What is empty is left out, and with it whatever a phrase would say around it. */
static struct jsn *filled(const struct telling *telling, unsigned wanted)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text text = {0};
	for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
		if (!(wanted & slots[i].slot))
			continue;
		slots[i].add(telling, &text);
		if (text.len)
			tree_taken(data, slots[i].name, &text);
	}
	text_free(&text);
	return data;
}

bool sentence_event(const struct world *world, const struct phrases *phrases, const struct event *e, struct text *out)
{
	const struct row *row = &rows[e->kind];
	const char *key = row->about != NAMES_KINDS && e->ref == NAMES_NONE ? row->alone : row->key;
	if (!key)
		return false;
	struct telling telling = {world, phrases, e};
	struct jsn *data = filled(&telling, row->slots);
	phrase_say(phrases, key, data, out);
	jsn_free(data);
	return true;
}
