#include "desk/ahead.h"

#include "base/span.h"
#include "desk/plan.h"

#include <stdio.h>

enum { NEXT = 3, LOOK = 96, MINUTE_MS = 60000 };

static const struct story_item *item_of(const struct session *session, int item)
{
	return &session->world->story->items[item];
}

/* What the scenario itself brings; steps, deadlines and reminders follow from what the team does. */
static size_t upcoming(const struct session *session, struct agenda_item *out, size_t most, bool injects)
{
	struct agenda_item all[LOOK];
	size_t n = 0, count = agenda_list(&session->state, all, LOOK);
	for (size_t i = 0; i < count && n < most; i++) {
		bool told = all[i].kind == AGENDA_INJECT ||
		            (!injects &&
		             (all[i].kind == AGENDA_AT || all[i].kind == AGENDA_LATE || all[i].kind == AGENDA_CLOSE ||
		              all[i].kind == AGENDA_LANDING || all[i].kind == AGENDA_END));
		if (told)
			out[n++] = all[i];
	}
	return n;
}

/* "log-retention-72h (email, it-admin), unless preserve-logs is done   expects preserve-logs" */
static void word_inject(const struct session *session, int number, struct text *out)
{
	const struct story_item *item = item_of(session, number);
	struct text list = {0};
	text_addf(out, "%s (%s%s%s)", wording_id(session, NAMES_ITEM, number), story_channels[item->channel],
	          item->to ? ", " : "", item->to ? item->to : "");
	if (item->unless_action != NAMES_NONE)
		text_addf(out, ", unless %s is done", wording_id(session, NAMES_ACTION, item->unless_action));
	if (item->hook != NAMES_NONE)
		text_add(out, ", only if its condition holds");
	if (item->expects.n)
		text_addf(out, "   expects %s", wording_list(&item->expects, &list));
	text_free(&list);
}

static void word_item(const struct session *session, const struct agenda_item *item, struct text *out)
{
	char name[96];
	text_clear(out);
	if (item->kind == AGENDA_INJECT)
		word_inject(session, item->number, out);
	else if (item->kind == AGENDA_LANDING)
		text_addf(out, "what was decided on %s comes about", wording_id(session, NAMES_DECISION, item->number));
	else if (item->kind == AGENDA_LATE)
		text_addf(out, "from then an answer to %s is late", wording_id(session, NAMES_DECISION, item->number));
	else if (item->kind == AGENDA_CLOSE)
		text_addf(out, "%s closes", wording_id(session, NAMES_DECISION, item->number));
	else
		text_addf(out, "%s", agenda_name(session->world, item, name));
	if (item->kind == AGENDA_AT && item_of(session, item->number)->hook != NAMES_NONE)
		text_add(out, ", only if its condition holds");
}

static void show_next(const struct paint *paint, const struct session *session)
{
	struct agenda_item items[NEXT];
	struct text words = {0};
	size_t n = upcoming(session, items, NEXT, false);
	for (size_t i = 0; i < n; i++) {
		char stamp[SPAN_BUFFER], label[WORDING_BUFFER];
		word_item(session, &items[i], &words);
		snprintf(label, sizeof label, " %s  %s ", i ? "    " : "next", span_stamp(items[i].due, stamp));
		paint_hang(paint, PAINT_PLAIN, label, "%s", words.data);
	}
	if (!n)
		paint_hang(paint, PAINT_PLAIN, " next  ", "nothing more comes by itself");
	text_free(&words);
}

static void show_asks(const struct paint *paint, const struct session *session)
{
	int current = view_current(&session->state);
	struct text words = {0};
	if (current == NAMES_NONE)
		return;
	const struct story_decision *decision = &session->world->story->decisions[current];
	for (size_t i = 0; i < decision->probes.n; i++)
		paint_hang(paint, PAINT_PLAIN, i ? "       " : " ask   ", "\"%s\"",
		           wording_expand(session, decision->probes.v[i], &words));
	if (decision->listen_for)
		paint_hang(paint, PAINT_PLAIN, " hear  ", "%s", wording_expand(session, decision->listen_for, &words));
	text_free(&words);
}

/* How much the drill loses without it: what is extra goes first, then what asks the team for least. */
static size_t weight(const struct session *session, int number)
{
	const struct story_item *item = item_of(session, number);
	return item->extra ? 0 : 1 + item->expects.n;
}

/* An inject that can be left out: it opens nothing and nothing comes after it. */
static int droppable(const struct session *session)
{
	struct agenda_item items[LOOK];
	size_t n = upcoming(session, items, LOOK, true);
	int best = NAMES_NONE;
	for (size_t i = 0; i < n; i++) {
		int number = items[i].number;
		if (!plan_leads_on(session->world, number) &&
		    (best == NAMES_NONE || weight(session, number) < weight(session, best)))
			best = number;
	}
	return best;
}

static void show_pace(const struct paint *paint, const struct session *session, int64_t behind_ms)
{
	int minutes = (int)((behind_ms + MINUTE_MS / 2) / MINUTE_MS);
	const char *plural = minutes == 1 ? "" : "s";
	int drop = minutes > 0 ? droppable(session) : NAMES_NONE;
	if (minutes <= 0) {
		paint_hang(paint, PAINT_PLAIN, " pace  ", "on time");
	} else if (drop == NAMES_NONE) {
		paint_hang(paint, PAINT_AMBER, " pace  ", "%d minute%s behind; nothing left can be dropped", minutes,
		           plural);
	} else {
		const char *id = wording_id(session, NAMES_ITEM, drop);
		paint_hang(paint, PAINT_AMBER, " pace  ", "%d minute%s behind: drop %s?  (defer %s)", minutes, plural,
		           id, id);
	}
}

void ahead_show(const struct paint *paint, const struct session *session, int64_t behind_ms)
{
	show_next(paint, session);
	show_asks(paint, session);
	show_pace(paint, session, behind_ms);
}

bool ahead_wanted(const struct event_turn *turn)
{
	for (size_t i = 0; i < turn->count; i++)
		if (turn->events[i].kind == EVENT_OPENED)
			return true;
	return false;
}
