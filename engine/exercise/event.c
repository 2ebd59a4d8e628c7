#include "exercise/event.h"

#include "base/zone.h"
#include "content/share.h"
#include "exercise/embed.h"
#include "exercise/slot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FAR = 1000000000, TENTHS = 10000 };

/* The vocabulary: a row a kind; encode and decode are loops over it. */

struct row {
	const char *name;
	struct slot fields[8]; /* ends with a NULL key; an id comes before what it explains */
	void (*derive)(struct jsn *out, const struct event *event, const struct world *world);
	const char *derived[7]; /* the keys it writes: for readers of the line, ignored by decode... */
	bool (*restore)(const struct jsn *value, const struct slot_context *context,
	                struct event *event); /* ...but this */
};

static const char *const confidences[] = {"low", "medium", "high", NULL};
static const char *const ratings[] = {"P", "S", "M", "U", NULL};

static void derive_started(struct jsn *out, const struct event *event, const struct world *world);
static void derive_delivered(struct jsn *out, const struct event *event, const struct world *world);
static void derive_opened(struct jsn *out, const struct event *event, const struct world *world);
static void derive_words(struct jsn *out, const struct event *event, const struct world *world);
static void derive_instruction(struct jsn *out, const struct event *event, const struct world *world);
static void derive_statement(struct jsn *out, const struct event *event, const struct world *world);
static bool restore_statement(const struct jsn *value, const struct slot_context *context, struct event *event);

// clang-format off
#define FIELD(key, type, slot, required, of, words) {key, type, offsetof(struct event, slot), required, of, words}
#define REF(key, kind)                FIELD(key, SLOT_ID, ref, true, kind, NULL)
#define REF_OR_NONE(key, kind)        FIELD(key, SLOT_ID, ref, false, kind, NULL)
#define AT(key)                       FIELD(key, SLOT_NUMBER, at, true, FAR, NULL)
#define VALUE(key, most)              FIELD(key, SLOT_NUMBER, value, true, most, NULL)
#define SAID(key, slot)               FIELD(key, SLOT_TEXT, slot, true, 0, NULL)
#define SAID_OR_NOT(key, slot)        FIELD(key, SLOT_TEXT, slot, false, 0, NULL)
#define TIME(key) FIELD(key, SLOT_TIME, at, false, FAR, NULL)
#define FACT_FIELDS REF("fact", NAMES_FACT), FIELD("value", SLOT_FACT, value, false, 0, NULL), SAID_OR_NOT("words", text), \
                    SAID_OR_NOT("who", who), SAID_OR_NOT("source", why), SAID_OR_NOT("over", over)
#define STATEMENT .derive = derive_statement, .derived = {"statement"}, .restore = restore_statement
#define ITEM_ROW(kind) {.name = kind, .fields = {REF("item", NAMES_ITEM), SAID_OR_NOT("why", why)}}
#define OPTION_FIELD FIELD("option", SLOT_OPTION, other, false, 0, NULL)

static const struct row rows[EVENT_KINDS] = {
	[EVENT_STARTED] = {.name = "started", .fields = {FIELD("data", SLOT_DATA, data, false, 0, NULL)},
		.derive = derive_started},
	[EVENT_ROSTER] = {.name = "roster", .fields = {SAID("who", who), REF_OR_NONE("role", NAMES_ROLE)}},
	[EVENT_SPEAKING] = {.name = "speaking", .fields = {REF_OR_NONE("role", NAMES_ROLE)}},
	[EVENT_PHASE] = {.name = "phase", .fields = {REF_OR_NONE("phase", NAMES_PHASE)}},
	[EVENT_SEVERITY] = {.name = "severity", .fields = {REF_OR_NONE("severity", NAMES_SEVERITY), SAID_OR_NOT("why", why)}},
	[EVENT_MOMENT] = {.name = "moment", .fields = {REF("moment", NAMES_MOMENT), AT("at"), SAID_OR_NOT("who", who),
		SAID_OR_NOT("why", why)}},
	[EVENT_FIRED] = ITEM_ROW("fired"),
	[EVENT_DELIVERED] = {.name = "delivered", .fields = {REF("item", NAMES_ITEM), SAID_OR_NOT("why", why)},
		.derive = derive_delivered, .derived = {"from", "to", "channel", "subject", "text", "read_aloud"}},
	[EVENT_WITHHELD] = ITEM_ROW("withheld"),
	[EVENT_CANCELLED] = ITEM_ROW("cancelled"),
	[EVENT_HELD] = ITEM_ROW("held"),
	[EVENT_RELEASED] = ITEM_ROW("released"),
	[EVENT_OPENED] = {.name = "opened", .fields = {REF("decision", NAMES_DECISION), FIELD("order", SLOT_ORDER, value, true, 0, NULL)},
		.derive = derive_opened, .derived = {"owner", "ask", "options"}},
	[EVENT_REVEALED] = {.name = "revealed", .fields = {REF("decision", NAMES_DECISION)}},
	[EVENT_DECIDED] = {.name = "decided", .fields = {REF("decision", NAMES_DECISION), OPTION_FIELD,
		FIELD("confidence", SLOT_WORD, value, true, 0, confidences), SAID_OR_NOT("split", text), SAID_OR_NOT("reason", why),
		SAID_OR_NOT("own", who)}, .derive = derive_words, .derived = {"words"}},
	[EVENT_LATE] = {.name = "late", .fields = {REF("decision", NAMES_DECISION)}},
	[EVENT_LAPSED] = {.name = "lapsed", .fields = {REF("decision", NAMES_DECISION), OPTION_FIELD},
		.derive = derive_words, .derived = {"words"}},
	[EVENT_EXTENDED] = {.name = "extended", .fields = {REF("decision", NAMES_DECISION), VALUE("milliseconds", FAR)}},
	[EVENT_STEP_QUEUED] = {.name = "step_queued", .fields = {REF("step", NAMES_STEP), SAID_OR_NOT("who", who)},
		.derive = derive_instruction, .derived = {"instruction"}},
	[EVENT_STEP_STARTED] = {.name = "step_started", .fields = {REF("step", NAMES_STEP), AT("until"), SAID_OR_NOT("who", who)},
		.derive = derive_instruction, .derived = {"instruction"}},
	[EVENT_STEP_DONE] = {.name = "step_done", .fields = {REF("step", NAMES_STEP), AT("at"), SAID_OR_NOT("who", who)}},
	[EVENT_STEP_SKIPPED] = {.name = "step_skipped", .fields = {REF("step", NAMES_STEP), SAID_OR_NOT("who", who),
		SAID_OR_NOT("why", why)}, .derive = derive_instruction, .derived = {"instruction"}},
	[EVENT_ASSIGNED] = {.name = "assigned", .fields = {REF("step", NAMES_STEP), SAID("who", who)}},
	[EVENT_ACTED] = {.name = "acted", .fields = {REF("action", NAMES_ACTION), SAID_OR_NOT("who", who), SAID_OR_NOT("why", why)}},
	[EVENT_SET] = {.name = "set", .fields = {REF("var", NAMES_VAR), FIELD("value", SLOT_VAR, value, true, 0, NULL)}},
	[EVENT_CLAIMED] = {.name = "claimed", .fields = {FACT_FIELDS}},
	[EVENT_VERIFIED] = {.name = "verified", .fields = {FACT_FIELDS}},
	[EVENT_CORRECTED] = {.name = "corrected", .fields = {FACT_FIELDS,
		FIELD("replaces", SLOT_FACT, other, false, 0, NULL)}},
	[EVENT_WITHDRAWN] = {.name = "withdrawn", .fields = {FACT_FIELDS}},
	[EVENT_DRAFTED] = {.name = "drafted", .fields = {REF("notice", NAMES_NOTICE), SAID_OR_NOT("who", who), TIME("next")},
		STATEMENT},
	[EVENT_APPROVED] = {.name = "approved", .fields = {REF("notice", NAMES_NOTICE), FIELD("role", SLOT_ID, other, true,
		NAMES_ROLE, NULL), AT("at"), SAID_OR_NOT("who", who), SAID_OR_NOT("how", why)}},
	[EVENT_OVERRIDDEN] = {.name = "overridden", .fields = {REF("notice", NAMES_NOTICE), SAID_OR_NOT("who", who),
		SAID("why", why)}},
	[EVENT_PUBLISHED] = {.name = "published", .fields = {REF("notice", NAMES_NOTICE), SAID_OR_NOT("who", who),
		SAID_OR_NOT("standing", text), TIME("next")}, STATEMENT},
	[EVENT_NOTIFIED] = {.name = "notified", .fields = {REF("deadline", NAMES_DEADLINE), AT("at"), SAID_OR_NOT("text", text),
		SAID_OR_NOT("who", who)}},
	[EVENT_DEADLINE_PASSED] = {.name = "deadline_passed", .fields = {REF("deadline", NAMES_DEADLINE)}},
	[EVENT_PAUSED] = {.name = "paused", .fields = {REF("pause", NAMES_PAUSE), SAID_OR_NOT("who", who),
		SAID_OR_NOT("why", why), TIME("until")}},
	[EVENT_UNPAUSED] = {.name = "unpaused", .fields = {REF("pause", NAMES_PAUSE), SAID_OR_NOT("who", who),
		SAID_OR_NOT("why", why)}},
	[EVENT_SCORED] = {.name = "scored", .fields = {REF("objective", NAMES_OBJECTIVE), VALUE("tenths", TENTHS),
		SAID("source", text), SAID_OR_NOT("because", why)}},
	[EVENT_CRITICAL] = {.name = "critical", .fields = {REF("critical", NAMES_CRITICAL), SAID_OR_NOT("because", why)}},
	[EVENT_OBSERVED] = {.name = "observed", .fields = {REF_OR_NONE("objective", NAMES_OBJECTIVE), SAID("text", text),
		SAID_OR_NOT("who", who), SAID_OR_NOT("why", why)}},
	[EVENT_RATED] = {.name = "rated", .fields = {REF("objective", NAMES_OBJECTIVE), FIELD("rating", SLOT_WORD, value, true, 0, ratings),
		SAID_OR_NOT("why", why), SAID_OR_NOT("who", who), SAID_OR_NOT("text", text)}},
	[EVENT_NOTED] = {.name = "noted", .fields = {SAID("text", text), REF_OR_NONE("deadline", NAMES_DEADLINE),
		SAID_OR_NOT("who", who), SAID_OR_NOT("why", why)}},
	[EVENT_HINTED] = {.name = "hinted", .fields = {REF_OR_NONE("decision", NAMES_DECISION), SAID_OR_NOT("text", text)}},
	[EVENT_CALLED] = {.name = "called", .fields = {SAID_OR_NOT("who", who), SAID_OR_NOT("text", text), SAID_OR_NOT("why", why)}},
	[EVENT_REMINDED] = {.name = "reminded", .fields = {SAID_OR_NOT("text", text)}},
	[EVENT_HOOK_FAILED] = {.name = "hook_failed", .fields = {SAID_OR_NOT("hook", text), SAID_OR_NOT("why", why)}},
	[EVENT_CLOCK_HELD] = {.name = "clock_held", .fields = {SAID_OR_NOT("why", why)}},
	[EVENT_CLOCK_RELEASED] = {.name = "clock_released", .fields = {SAID_OR_NOT("why", why)}},
	[EVENT_CLOCK_STEPPED] = {.name = "clock_stepped", .fields = {AT("to")}},
	[EVENT_CLOCK_SET] = {.name = "clock_set", .fields = {SAID_OR_NOT("text", text), SAID_OR_NOT("why", why)}},
	[EVENT_REJOINED] = {.name = "rejoined", .fields = {SAID_OR_NOT("why", why)}},
	[EVENT_REWOUND] = {.name = "rewound", .fields = {VALUE("turn", FAR)}},
	[EVENT_ENDED] = {.name = "ended", .fields = {SAID_OR_NOT("why", why)}},
	[EVENT_IMPROVEMENT] = {.name = "improvement", .fields = {SAID("what", text), SAID_OR_NOT("owner", who),
		SAID_OR_NOT("by", why)}},
	[EVENT_CLOSED] = {.name = "closed", .fields = {SAID_OR_NOT("why", why)}},
};
// clang-format on

/* What a line tells besides, so that it can be read on its own */

static void put_text(struct jsn *out, const char *key, const char *s)
{
	if (s)
		jsn_put(out, key, jsn_string(s));
}

static void put_expanded(struct jsn *out, const char *key, const char *s, const struct world *world)
{
	struct text text = {0};
	if (!s)
		return;
	world_expand(world, s, &text);
	put_text(out, key, text.data ? text.data : "");
	text_free(&text);
}

static void derive_started(struct jsn *out, const struct event *event, const struct world *world)
{
	if (event->start)
		jsn_put(out, "data", event_start(event->start, world));
}

static void derive_delivered(struct jsn *out, const struct event *event, const struct world *world)
{
	const struct story_item *item = &world->story->items[event->ref];
	put_expanded(out, "from", item->from, world);
	put_text(out, "to", item->to);
	put_text(out, "channel", item->channel_name);
	put_expanded(out, "subject", item->subject, world);
	put_expanded(out, "text", item->text, world);
	put_expanded(out, "read_aloud", item->read_aloud, world);
}

static void put_score(struct jsn *out, const struct effects *effects, const struct world *world)
{
	struct jsn *score = jsn_put(out, "score", jsn_make(JSN_OBJECT, 0));
	for (size_t i = 0; i < effects->n; i++)
		if (effects->v[i].kind == EFFECT_SCORE)
			jsn_put(score, names_id(&world->names, NAMES_OBJECTIVE, effects->v[i].ref),
			        jsn_make(JSN_INT, effects->v[i].value));
}

static void derive_opened(struct jsn *out, const struct event *event, const struct world *world)
{
	const struct story_decision *decision = &world->story->decisions[event->ref];
	put_text(out, "owner", decision->owner);
	put_expanded(out, "ask", decision->ask, world);
	struct jsn *options = jsn_put(out, "options", jsn_make(JSN_ARRAY, 0));
	for (int shown = 1; slot_ordered(event->value, shown) != NAMES_NONE; shown++) {
		const struct story_option *option = story_option_at(decision, slot_ordered(event->value, shown));
		struct jsn *one = jsn_put(options, NULL, jsn_make(JSN_OBJECT, 0));
		put_text(one, "id", option->id);
		put_expanded(one, "words", option->words, world);
		put_expanded(one, "because", option->effects.because, world);
		put_score(one, &option->effects, world);
	}
}

static void derive_words(struct jsn *out, const struct event *event, const struct world *world)
{
	if (event->other != NAMES_NONE)
		put_expanded(out, "words", story_option_at(&world->story->decisions[event->ref], event->other)->words,
		             world);
}

static void derive_instruction(struct jsn *out, const struct event *event, const struct world *world)
{
	put_expanded(out, "instruction", world->playbook->steps[event->ref]->instruction, world);
}

static void derive_statement(struct jsn *out, const struct event *event, const struct world *world)
{
	jsn_put(out, "statement", statement_encode(event->statement, world));
}

static bool restore_statement(const struct jsn *value, const struct slot_context *c, struct event *event)
{
	if (!jsn_get(value, "statement"))
		return slot_fail(c->why, "\"statement\" is missing");
	event->statement = statement_decode(jsn_get(value, "statement"), c->world, c->arena, c->why);
	return event->statement != NULL;
}

/* Encoding */

static struct jsn *encode_event(const struct event *event, const struct world *world)
{
	const struct row *row = &rows[event->kind];
	struct slot_context context = {.world = world, .about = event->ref};
	struct jsn *out = jsn_make(JSN_OBJECT, 0);
	jsn_put(out, "ev", jsn_string(row->name));
	for (const struct slot *field = row->fields; field->key; field++) {
		struct jsn *value = slot_put(field, &context, event);
		if (value)
			jsn_put(out, field->key, value);
		else if (field->required)
			abort(); /* no reader could take such a line: better none than that one */
	}
	if (row->derive)
		row->derive(out, event, world);
	return out;
}

struct jsn *event_encode(const struct event_turn *turn, const struct world *world)
{
	char wall[ZONE_BUFFER];
	struct jsn *out = jsn_make(JSN_OBJECT, 0);
	jsn_put(out, "n", jsn_make(JSN_INT, turn->n));
	jsn_put(out, "t", jsn_make(JSN_INT, turn->t));
	if (turn->talk != EVENT_NO_TALK)
		jsn_put(out, "talk", jsn_make(JSN_INT, turn->talk));
	jsn_put(out, "wall", jsn_string(zone_iso(turn->wall, wall)));
	jsn_put(out, "by", jsn_string(turn->by ? turn->by : ""));
	jsn_put(out, "in", jsn_make(JSN_INT, turn->in));
	jsn_put(out, "cause", jsn_string(turn->cause ? turn->cause : ""));
	struct jsn *events = jsn_put(out, "events", jsn_make(JSN_ARRAY, 0));
	for (size_t i = 0; i < turn->count; i++)
		jsn_put(events, NULL, encode_event(&turn->events[i], world));
	return out;
}

/* Decoding */

static bool is_derived(const struct row *row, const char *key)
{
	for (size_t i = 0; row->derived[i]; i++)
		if (strcmp(row->derived[i], key) == 0)
			return true;
	return false;
}

static bool is_field(const struct slot *fields, const char *key)
{
	for (; fields->key; fields++)
		if (strcmp(fields->key, key) == 0)
			return true;
	return false;
}

/* Keys are counted first: only a line that has one too many is walked. */
static bool check_keys(const struct jsn *value, const struct row *row, size_t taken, char *why)
{
	const char *key;
	for (size_t i = 0; row->derived[i]; i++)
		taken += jsn_get(value, row->derived[i]) != NULL;
	if (taken == jsn_count(value))
		return true;
	for (size_t i = 0; jsn_at(value, i, &key); i++)
		if (strcmp(key, "ev") != 0 && !is_field(row->fields, key) && !is_derived(row, key))
			return slot_fail(why,
			                 "\"%.40s\" of \"%s\" is unknown; was this journal written by a newer drill72?",
			                 key, row->name);
	return true;
}

static bool find_kind(const struct jsn *value, struct event *event, char *why)
{
	const char *name = jsn_text(jsn_get(value, "ev"));
	if (!name)
		return slot_fail(why, "an event without \"ev\"");
	for (int kind = 0; kind < EVENT_KINDS; kind++) {
		if (strcmp(rows[kind].name, name) == 0) {
			*event = (struct event){.kind = (enum event_kind)kind, .ref = NAMES_NONE};
			return true;
		}
	}
	return slot_fail(why, "event \"%.40s\" is unknown: this journal was written by a newer drill72", name);
}

static bool decode_event(const struct jsn *value, struct slot_context *context, struct event *event)
{
	if (!find_kind(value, event, context->why))
		return false;
	const struct row *row = &rows[event->kind];
	if (!context->world && event->kind != EVENT_STARTED)
		return slot_fail(context->why, "it begins with \"%s\", not with \"started\"", row->name);
	size_t taken = 1;
	for (const struct slot *field = row->fields; field->key; field++) {
		const struct jsn *part = jsn_get(value, field->key);
		if (!slot_take(field, context, part, event))
			return false;
		context->about = event->ref;
		taken += part != NULL;
	}
	return check_keys(value, row, taken, context->why) && (!row->restore || row->restore(value, context, event));
}

/* "2026-03-05T17:00:00Z", and nothing but what zone_iso writes. Not by zone_epoch: a long journal has many. */
static bool read_wall(const char *iso, int64_t *out)
{
	struct zone_civil c;
	char minutes[17], back[ZONE_BUFFER];
	if (!iso || strlen(iso) != 20)
		return false;
	snprintf(minutes, sizeof minutes, "%.10s %.5s", iso, iso + 11);
	if (!zone_read(minutes, &c))
		return false;
	int64_t year = c.year - (c.month <= 2), days = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 + c.day - 1;
	days += year * 365 + year / 4 - year / 100 + year / 400 - 719468;
	*out = days * 86400 + c.hour * 3600 + c.minute * 60 + (iso[17] - '0') * 10 + iso[18] - '0';
	return strcmp(zone_iso(*out, back), iso) == 0;
}

struct head { /* a turn's numbers and texts, as slots read them */
	int32_t n, t, talk, in;
	const char *by, *cause, *wall;
};

#define HEAD(key, type, member, required)                                                                              \
	{                                                                                                              \
		key, type, offsetof(struct head, member), required, INT32_MAX, NULL                                    \
	}
static const struct slot heads[] = {
    HEAD("n", SLOT_NUMBER, n, true),     HEAD("t", SLOT_NUMBER, t, true),    HEAD("talk", SLOT_NUMBER, talk, false),
    HEAD("in", SLOT_NUMBER, in, true),   HEAD("by", SLOT_TEXT, by, true),    HEAD("cause", SLOT_TEXT, cause, true),
    HEAD("wall", SLOT_TEXT, wall, true), {NULL, SLOT_ID, 0, false, 0, NULL},
};

static bool decode_head(const struct jsn *line, const struct slot_context *context, struct event_turn *turn)
{
	struct head head = {0};
	int64_t wall;
	size_t known = (jsn_get(line, "events") != NULL) + (size_t)(jsn_get(line, "prev") != NULL);
	for (const struct slot *slot = heads; slot->key; slot++) {
		const struct jsn *value = jsn_get(line, slot->key);
		if (!slot_take(slot, context, value, &head))
			return false;
		known += value != NULL;
	}
	if (known != jsn_count(line))
		return slot_fail(context->why,
		                 "it has a key that is unknown: this journal was written by a newer drill72");
	if (head.n < 1 || head.t < -FAR || head.t > FAR || head.talk < 0 || head.in < 0)
		return slot_fail(context->why, "a number is out of range");
	if (!read_wall(head.wall, &wall))
		return slot_fail(context->why, "\"wall\" is no date and time");
	int64_t talk = jsn_get(line, "talk") ? head.talk : EVENT_NO_TALK;
	*turn = (struct event_turn){head.n, head.t, talk, wall, head.by, head.in, head.cause, NULL, 0};
	return true;
}

bool event_decode(const struct jsn *line, const struct world *world, struct arena *arena, struct event_turn *turn,
                  char why[160])
{
	struct slot_context context = {world, NAMES_NONE, arena, why};
	const struct jsn *events = jsn_get(line, "events");
	if (!decode_head(line, &context, turn))
		return false;
	if (jsn_type(events) != JSN_ARRAY)
		return slot_fail(why, "it has no list of events");
	turn->count = jsn_count(events);
	if (turn->count > EVENT_LIMIT)
		return slot_fail(why, "it has %zu events; a turn has %d at most", turn->count, EVENT_LIMIT);
	if (!world && turn->count == 0)
		return slot_fail(why, "it does not begin with \"started\"");
	if (!world)
		turn->count = 1;
	turn->events = arena_alloc(arena, turn->count * sizeof *turn->events);
	for (size_t i = 0; i < turn->count; i++)
		if (!decode_event(jsn_at(events, i, NULL), &context, &turn->events[i]))
			return false;
	return true;
}

/* StartEx: what a world is made of, and the world made of it again */

static const char *const modes[] = {"exercise", "incident", NULL};
static const char *const clocks[] = {"real", "scaled", "stepped", NULL};
struct jsn *event_start(const struct event_start *start, const struct world *world)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	jsn_put(data, "format", jsn_make(JSN_INT, EVENT_FORMAT));
	jsn_put(data, "rules", jsn_make(JSN_INT, EVENT_RULES));
	jsn_put(data, "mode", jsn_string(start->mode));
	jsn_put(data, "clock", jsn_string(start->clock));
	jsn_put(data, "lang", jsn_string(start->lang ? start->lang : world->lang));
	jsn_put(data, "seed", jsn_make(JSN_INT, (int64_t)start->seed));
	jsn_put(data, "speed", jsn_make(JSN_INT, start->speed));
	jsn_put(data, "extended", jsn_make(JSN_BOOL, start->extended));
	jsn_put(data, "feedback", jsn_make(JSN_BOOL, start->feedback));
	if (world->borrows)
		jsn_put(data, "borrows", jsn_make(JSN_BOOL, true));
	if (world->share)
		jsn_put(data, "share", share_encode(world));
	jsn_put(data, "scenario", jsn_string(world->story->id));
	jsn_put(data, "title", jsn_string(world->story->title));
	jsn_put(data, "sources", embed_sources(world));
	jsn_put(data, "story", world->declarations ? yml_to_jsn(world->declarations) : jsn_make(JSN_NULL, 0));
	jsn_put(data, "needed", embed_needed(world));
	return data;
}

static bool refuse(struct diags *diags, const char *what)
{
	return diag_error(diags, (struct diag_place){NULL, 0, 0}, "the journal's first line: %s", what);
}

static const char *word_of(const struct jsn *data, const char *key, const char *const *words)
{
	const char *word = jsn_text(jsn_get(data, key));
	for (; word && *words; words++)
		if (strcmp(*words, word) == 0)
			return *words;
	return NULL;
}

static bool read_start(const struct jsn *data, struct event_start *start, struct diags *diags)
{
	int64_t format = jsn_number(jsn_get(data, "format"), 0), rules = jsn_number(jsn_get(data, "rules"), 0);
	int64_t speed = jsn_number(jsn_get(data, "speed"), 0);
	if (format > EVENT_FORMAT || rules > EVENT_RULES)
		return refuse(diags, "this journal was written by a newer drill72");
	*start = (struct event_start){.mode = word_of(data, "mode", modes),
	                              .clock = word_of(data, "clock", clocks),
	                              .lang = arena_dup(diags->arena, jsn_text(jsn_get(data, "lang"))),
	                              .seed = (uint64_t)jsn_number(jsn_get(data, "seed"), 0),
	                              .speed = (int32_t)speed,
	                              .extended = jsn_number(jsn_get(data, "extended"), 0) != 0,
	                              .feedback = jsn_number(jsn_get(data, "feedback"), 0) != 0};
	if (format < 1 || rules < 1 || !start->mode || !start->clock || !start->lang || speed < 1 || speed > FAR)
		return refuse(diags, "format, rules, mode, clock, lang or speed is missing or wrong");
	return true;
}

struct world *event_world(const struct jsn *data, struct event_start *start, struct diags *diags)
{
	struct world_sources sources = {0};
	const struct jsn *story = jsn_get(data, "story");
	if (!read_start(data, start, diags) || !embed_read(jsn_get(data, "sources"), &sources, diags))
		return NULL;
	struct arena *arena = arena_new(); /* the world takes it over */
	struct yml *declarations = NULL;
	if (jsn_type(story) != JSN_NULL)
		declarations = yml_from_jsn(story, sources.scenario.name ? sources.scenario.name : "story", arena);
	struct world_options options = {
	    .lang = start->lang, .extended = start->extended, .unchosen = jsn_number(jsn_get(data, "borrows"), 0) != 0};
	struct world *world = world_build(arena, &sources, declarations, &options, diags);
	if (world && !share_decode(jsn_get(data, "share"), world)) {
		refuse(diags, "share is wrong, or names a question or a role that is not there");
		world_free(world);
		return NULL;
	}
	return world;
}
