#include "desk/sentence.h"

#include "base/span.h"

#include <stdlib.h>
#include <string.h>

/* In a row's words: $r what it is about, $o the option, $w who, $t the text, $y the reason, $@ a time, $v points, $n a
 * number, $f a fact's value, $c the confidence. What stands in [...] is left out when what it names is empty; `without`
 * is for an event that is about nothing in particular. A row without words is for no reader. */
static const struct row {
	enum names_kind about;
	const char *words, *without;
} rows[EVENT_KINDS] = {
    [EVENT_STARTED] = {NAMES_KINDS, "The drill began.", NULL},
    [EVENT_ROSTER] = {NAMES_ROLE, "$w is in the room as $r.", "$w is in the room."},
    [EVENT_SPEAKING] = {NAMES_ROLE, "From here on $r speaks.", NULL},
    [EVENT_PHASE] = {NAMES_PHASE, "The team turned to phase $r.", "The phase follows the checklist again."},
    [EVENT_SEVERITY] = {NAMES_SEVERITY, "Severity was set to $r.", NULL},
    [EVENT_MOMENT] = {NAMES_MOMENT, "Moment logged: $r at $@.", NULL},
    [EVENT_DELIVERED] = {NAMES_ITEM, "Inject: $r.", NULL},
    [EVENT_WITHHELD] = {NAMES_ITEM, "Not needed, and never shown: $r.", NULL},
    [EVENT_CANCELLED] = {NAMES_ITEM, "Called off: $r.", NULL},
    [EVENT_HELD] = {NAMES_ITEM, "Put off by the facilitator: $r.", NULL},
    [EVENT_RELEASED] = {NAMES_ITEM, "Brought back by the facilitator: $r.", NULL},
    [EVENT_OPENED] = {NAMES_DECISION, "Question: $r", NULL},
    [EVENT_REVEALED] = {NAMES_DECISION, "The choices were shown.", NULL},
    [EVENT_DECIDED] = {NAMES_DECISION, "Decided: $o[, $c][, room $t][, because $y].", NULL},
    [EVENT_LATE] = {NAMES_DECISION, "Still open past its time: $r", NULL},
    [EVENT_LAPSED] = {NAMES_DECISION, "Nobody answered: $r[ So it became: $o.]", NULL},
    [EVENT_EXTENDED] = {NAMES_DECISION, "The talk was given more time.", NULL},
    [EVENT_STEP_QUEUED] = {NAMES_STEP, "Step $r waits its turn[ with $w].", NULL},
    [EVENT_STEP_STARTED] = {NAMES_STEP, "Step $r began[ with $w], until $@.", NULL},
    [EVENT_STEP_DONE] = {NAMES_STEP, "Step $r was done at $@.", NULL},
    [EVENT_STEP_SKIPPED] = {NAMES_STEP, "Step $r was skipped[: $y].", NULL},
    [EVENT_ASSIGNED] = {NAMES_STEP, "Step $r went to $w.", NULL},
    [EVENT_ACTED] = {NAMES_ACTION, "$r", NULL},
    [EVENT_CLAIMED] = {NAMES_FACT, "Said, not yet proved: $r: $f.", NULL},
    [EVENT_VERIFIED] = {NAMES_FACT, "Verified: $r: $f.", NULL},
    [EVENT_CORRECTED] = {NAMES_FACT, "Corrected: $r: $f.", NULL},
    [EVENT_WITHDRAWN] = {NAMES_FACT, "Withdrawn: $r.", NULL},
    [EVENT_PUBLISHED] = {NAMES_NOTICE, "Published: $r.", NULL},
    [EVENT_NOTIFIED] = {NAMES_DEADLINE, "$r was told at $@.", NULL},
    [EVENT_DEADLINE_PASSED] = {NAMES_DEADLINE, "The time to tell $r ran out.", NULL},
    [EVENT_PAUSED] = {NAMES_PAUSE, "Paused: $r.", NULL},
    [EVENT_UNPAUSED] = {NAMES_PAUSE, "Started again: $r.", NULL},
    [EVENT_SCORED] = {NAMES_OBJECTIVE, "$v $r[: $y]", NULL},
    [EVENT_CRITICAL] = {NAMES_CRITICAL, "Critical failure: $r.[ $y]", NULL},
    [EVENT_OBSERVED] = {NAMES_OBJECTIVE, "Observed, $r: $t", "Observed: $t"},
    [EVENT_RATED] = {NAMES_OBJECTIVE, "The facilitator changed a rating, $r[: $y].", NULL},
    [EVENT_NOTED] = {NAMES_DEADLINE, "Note on $r: $t", "Note: $t"},
    [EVENT_HINTED] = {NAMES_DECISION, "A hint was given.", NULL},
    [EVENT_CALLED] = {NAMES_KINDS, "Called $w[: $t].", NULL},
    [EVENT_REMINDED] = {NAMES_KINDS, "A reminder: a moment that a clock counts from was not logged.", NULL},
    [EVENT_HOOK_FAILED] = {NAMES_KINDS, "The scenario's $t failed[: $y].", NULL},
    [EVENT_CLOCK_HELD] = {NAMES_KINDS, "The clock was stopped[: $y].", NULL},
    [EVENT_CLOCK_RELEASED] = {NAMES_KINDS, "The clock went on.", NULL},
    [EVENT_CLOCK_SET] = {NAMES_KINDS, "The computer's own clock was changed.", NULL},
    [EVENT_REJOINED] = {NAMES_KINDS, "The session went on after a break.", NULL},
    [EVENT_REWOUND] = {NAMES_KINDS, "Taken back to before line $n.", NULL},
    [EVENT_ENDED] = {NAMES_KINDS, "EndEx.", NULL},
    [EVENT_IMPROVEMENT] = {NAMES_KINDS, "To change: $t[, $w][, $y].", NULL},
    [EVENT_CLOSED] = {NAMES_KINDS, "The hot wash was closed.", NULL},
};

void sentence_question(const struct world *world, int decision, struct text *out)
{
	const char *ask = world->story->decisions[decision].ask;
	const char *from = ask;
	for (const char *p = ask; *p; p++)
		if (strchr(".?!", *p) && p[1] == ' ' && p[2])
			from = p + 2;
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

void sentence_within(const struct world *world, int number, struct text *out)
{
	const struct world_deadline *deadline = &world->deadlines[number];
	int32_t seconds = deadline->duty ? deadline->duty->within : deadline->obligation->within;
	if (seconds != SHAPE_UNSET && seconds % SPAN_HOUR == 0)
		text_addf(out, "%dh", seconds / SPAN_HOUR);
	else if (seconds != SHAPE_UNSET)
		text_addf(out, "%dm", seconds / SPAN_MINUTE);
	else if (deadline->duty->days == SHAPE_UNSET)
		text_add(out, deadline->duty->promptly ? deadline->duty->promptly : "without delay");
	else
		text_addf(out, "%d day%s", deadline->duty->days, deadline->duty->days == 1 ? "" : "s");
}

/* "+3.0", "-0.5" for tenths of a point. */
static void add_points(int32_t tenths, struct text *out)
{
	text_addf(out, "%c%d.%d", tenths < 0 ? '-' : '+', abs(tenths) / 10, abs(tenths) % 10);
}

static void add_item(const struct world *world, int number, struct text *out)
{
	const struct story_item *item = &world->story->items[number];
	if (item->subject) {
		text_add(out, "\"");
		world_expand(world, item->subject, out);
		text_add(out, "\"");
	} else {
		text_add(out, names_id(&world->names, NAMES_ITEM, number));
	}
	if (item->from) {
		text_add(out, " from ");
		world_expand(world, item->from, out);
	}
	if (item->channel != SHAPE_UNSET && item->channel >= 0)
		text_addf(out, " (%s)", story_channels[item->channel]);
}

static void add_about(const struct world *world, enum names_kind kind, int number, struct text *out)
{
	if (kind == NAMES_ITEM)
		add_item(world, number, out);
	else if (kind == NAMES_DECISION)
		sentence_question(world, number, out);
	else if (kind == NAMES_ACTION)
		text_add(out, sentence_action(world, number));
	else if (kind == NAMES_DEADLINE)
		text_add(out, world->deadlines[number].party);
	else if (kind == NAMES_FACT)
		text_add(out, world->story->facts[number].label);
	else
		text_add(out, names_id(&world->names, kind, number));
}

static void add_option(const struct world *world, const struct event *e, struct text *out)
{
	if (e->other != NAMES_NONE)
		sentence_option(world, e->ref, e->other, out);
	else if (e->kind == EVENT_DECIDED)
		text_add(out, e->who ? e->who : "something else");
}

static void add_slot(const struct world *world, const struct event *e, char slot, struct text *out)
{
	static const char *const confidence[] = {"not sure", "", "sure"};
	char buffer[64];
	if (slot == 'r')
		add_about(world, rows[e->kind].about, e->ref, out);
	else if (slot == 'o')
		add_option(world, e, out);
	else if (slot == 'w' && e->who)
		text_add(out, e->who);
	else if (slot == 't' && e->text)
		text_add(out, e->text);
	else if (slot == 'y' && e->why)
		text_add(out, e->why);
	else if (slot == '@')
		text_add(out, span_stamp(e->at, buffer));
	else if (slot == 'v')
		add_points(e->value, out);
	else if (slot == 'n')
		text_addf(out, "%d", e->value);
	else if (slot == 'f')
		text_add(out, e->text ? e->text : story_fact_words(&world->story->facts[e->ref], e->value, buffer));
	else if (slot == 'c' && e->value >= EVENT_LOW && e->value <= EVENT_HIGH)
		text_add(out, confidence[e->value]);
}

/* Writes one bracket, or takes it back when a slot in it stayed empty. Returns what follows it. */
static const char *add_bracket(const struct world *world, const struct event *e, const char *p, struct text *out)
{
	size_t before = out->len;
	bool empty = false;
	for (; *p != ']'; p++) {
		size_t at = out->len;
		if (*p != '$') {
			text_add_bytes(out, p, 1);
			continue;
		}
		add_slot(world, e, *++p, out);
		empty = empty || out->len == at;
	}
	if (empty) {
		out->len = before;
		out->data[before] = '\0';
	}
	return p;
}

bool sentence_event(const struct world *world, const struct event *e, struct text *out)
{
	const struct row *row = &rows[e->kind];
	const char *words = row->words;
	if (row->about != NAMES_KINDS && e->ref == NAMES_NONE)
		words = row->without;
	if (!words)
		return false;
	for (const char *p = words; *p; p++)
		if (*p == '[')
			p = add_bracket(world, e, p + 1, out);
		else if (*p == '$')
			add_slot(world, e, *++p, out);
		else
			text_add_bytes(out, p, 1);
	return true;
}
