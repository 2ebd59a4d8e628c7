#include "desk/report.h"

#include "base/tree.h"
#include "base/zone.h"
#include "content/share.h"
#include "desk/chronicle.h"
#include "desk/findings.h"
#include "desk/hold.h"
#include "desk/label.h"
#include "desk/outcome.h"
#include "desk/outgoing.h"
#include "desk/readiness.h"
#include "desk/sentence.h"
#include "desk/veil.h"

#include <stdlib.h>
#include <string.h>

enum { REPORT_FORMAT = 1, PROPOSED = 3 };

/* Header --------------------------------------------------------------------------------------------------------- */

static void put_ended(struct jsn *model, const struct record *record)
{
	int32_t ended = state_get(&record->session->state, STATE_RUN, 0, STATE_ENDED);
	char iso[ZONE_BUFFER];
	if (ended == STATE_NEVER) {
		tree_null(model, "ended");
		return;
	}
	struct jsn *row = tree_object(model, "ended");
	tree_number(row, "t", ended);
	for (size_t i = 0; i < record->count; i++)
		for (size_t k = 0; k < record->turns[i].count; k++)
			if (record->turns[i].events[k].kind == EVENT_ENDED)
				tree_text(row, "wall", zone_iso(record->turns[i].wall, iso));
}

/* Where a record ends that never came to EndEx. */
static void put_stopped(struct jsn *model, const struct session *session)
{
	if (session_ended(session)) {
		tree_null(model, "stopped");
		return;
	}
	struct jsn *row = tree_object(model, "stopped");
	tree_number(row, "t", session_now(session));
	label_stamp(row, "stamp", session_now(session));
}

/* What of it one person answered; null when all of it was played. */
static void put_share(struct jsn *model, const struct world *world)
{
	if (!world->share) {
		tree_null(model, "share");
		return;
	}
	struct jsn *row = tree_object(model, "share");
	tree_text(row, "role", world->share->role);
	if (world->share->minutes)
		tree_number(row, "minutes", world->share->minutes);
	else
		tree_null(row, "minutes");
	tree_number(row, "questions", world->share->count);
}

static void put_scenario(struct jsn *model, const struct world *world)
{
	struct jsn *scenario = tree_object(model, "scenario");
	struct text synopsis = {0};
	if (world->story->synopsis)
		world_expand(world, world->story->synopsis, &synopsis);
	tree_text(scenario, "id", world->story->id);
	tree_text(scenario, "title", world->story->title);
	tree_text(scenario, "synopsis", synopsis.data);
	text_free(&synopsis);
}

static void put_header(struct jsn *model, const struct record *record)
{
	const struct world *world = record->world;
	char iso[ZONE_BUFFER];
	tree_number(model, "format", REPORT_FORMAT);
	tree_text(model, "mode", record->start.mode);
	tree_text(model, "clock", record->start.clock);
	tree_text(model, "lang", world->lang);
	tree_number(model, "seed", (int64_t)record->start.seed);
	tree_flag(model, "extended", world->extended);
	put_share(model, world);
	put_scenario(model, world);
	struct jsn *playbook = tree_object(model, "playbook");
	tree_text(playbook, "id", world->playbook->id);
	tree_text(playbook, "title", world->playbook->title);
	tree_text(model, "company", world->playbook->company.name);
	tree_text(model, "zone", world->zone);
	tree_text(model, "t0", zone_iso(world->t0, iso));
	tree_text(model, "started", record->count ? zone_iso(record->turns[0].wall, iso) : NULL);
	put_ended(model, record);
	put_stopped(model, record->session);
	tree_flag(model, "torn", record->torn);
	bool closed = state_get(&record->session->state, STATE_RUN, 0, STATE_CLOSED) != STATE_NEVER;
	tree_flag(model, "complete", closed);
}

/* Timeline ------------------------------------------------------------------------------------------------------- */

static void put_turn(struct jsn *list, const struct world *world, const struct phrases *phrases,
                     const struct event_turn *turn, bool back, struct text *text)
{
	struct jsn *row = tree_row(list);
	tree_number(row, "n", turn->n);
	tree_number(row, "t", turn->t);
	label_stamp(row, "stamp", turn->t);
	tree_text(row, "by", turn->by);
	tree_text(row, "cause", turn->cause);
	tree_flag(row, "taken_back", back);
	struct jsn *events = tree_list(row, "events");
	for (size_t i = 0; i < turn->count; i++) {
		text_clear(text);
		if (sentence_event(world, phrases, &turn->events[i], text))
			jsn_put(events, NULL, jsn_string(text->data));
	}
}

static struct jsn *timeline(const struct record *record, struct arena *arena, const struct phrases *phrases)
{
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	struct text text = {0};
	const bool *undone = undone_turns(record, arena);
	for (size_t i = 0; i < record->count; i++)
		put_turn(list, record->world, phrases, &record->turns[i], undone[i], &text);
	text_free(&text);
	return list;
}

/* What people said and agreed ------------------------------------------------------------------------------------ */

static int32_t ended_turn(const struct record *record)
{
	for (size_t i = 0; i < record->count; i++)
		for (size_t k = 0; k < record->turns[i].count; k++)
			if (record->turns[i].events[k].kind == EVENT_ENDED)
				return record->turns[i].n;
	return INT32_MAX;
}

/* Notes on a clock belong to the clock; notes from play stand in the timeline. */
static struct jsn *hot_wash(const struct record *record)
{
	struct jsn *wash = jsn_make(JSN_OBJECT, 0);
	struct jsn *notes = tree_list(wash, "notes");
	struct jsn *observations = tree_list(wash, "observations");
	const struct ledger *ledger = record->session->ledger;
	int32_t after = ended_turn(record);
	for (size_t i = 0; i < ledger_count(ledger); i++) {
		const struct ledger_entry *entry = ledger_at(ledger, i);
		if (entry->kind == LEDGER_NOTE && entry->ref == NAMES_NONE && entry->turn > after)
			jsn_put(notes, NULL, jsn_string(entry->text));
		if (entry->kind != LEDGER_OBSERVATION)
			continue;
		struct jsn *row = tree_row(observations);
		tree_text(row, "objective", entry->ref == NAMES_NONE ? NULL : story_objectives[entry->ref]);
		tree_text(row, "text", entry->text);
		tree_number(row, "t", entry->t);
	}
	return wash;
}

struct proposed { /* the gaps, as this language has them and each one below: the room saw one of those */
	struct findings *v;
	size_t n;
};

/* The number of the proposed gap that an improvement takes up ("1", or its very words); 0 for none. */
static size_t gap_taken(const struct proposed *gaps, const char *text)
{
	char *end;
	if (!text)
		return 0;
	long number = strtol(text, &end, 10);
	if (end != text && !*end && number >= 1 && (size_t)number <= gaps->v[0].n)
		return (size_t)number;
	for (size_t level = 0; level < gaps->n; level++)
		for (size_t i = 0; i < gaps->v[level].n; i++)
			if (strcmp(gaps->v[level].v[i].text, text) == 0)
				return i + 1;
	return 0;
}

static struct jsn *improvements(const struct record *record, const struct proposed *gaps)
{
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	const struct ledger *ledger = record->session->ledger;
	for (size_t i = 0; i < ledger_count(ledger); i++) {
		const struct ledger_entry *entry = ledger_at(ledger, i);
		if (entry->kind != LEDGER_IMPROVEMENT)
			continue;
		struct jsn *row = tree_row(list);
		size_t gap = gap_taken(gaps, entry->text);
		jsn_put(row, "gap", gap ? jsn_make(JSN_INT, (int64_t)gap) : jsn_make(JSN_NULL, 0));
		tree_text(row, "text", gap ? gaps->v[0].v[gap - 1].text : entry->text);
		tree_text(row, "owner", entry->who);
		tree_text(row, "date", entry->why);
	}
	return list;
}

static bool holds_role(const struct session *s, int person)
{
	for (int role = 0; role < (int)state_rows(s->world, STATE_ROLE); role++)
		if (state_get(&s->state, STATE_ROLE, role, 0) == person)
			return true;
	return false;
}

static struct jsn *participants(const struct session *s, bool names)
{
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	for (int role = 0; role < (int)state_rows(s->world, STATE_ROLE); role++) {
		struct jsn *row = tree_row(list);
		tree_text(row, "role", names_id(&s->world->names, NAMES_ROLE, role));
		tree_text(row, "name", names ? session_holder(s, role) : NULL);
	}
	for (size_t i = 0; names && i < ledger_count(s->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(s->ledger, i);
		if (entry->kind != LEDGER_PERSON || entry->turn == 0 ||
		    holds_role(s, ledger_person(s->ledger, entry->who)))
			continue;
		struct jsn *row = tree_row(list); /* in the room, without a role */
		tree_text(row, "role", NULL);
		tree_text(row, "name", entry->who);
	}
	return list;
}

/* Put together --------------------------------------------------------------------------------------------------- */

static struct jsn *findings_tree(const struct findings *findings)
{
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	for (size_t i = 0; i < findings->n; i++) {
		struct jsn *row = tree_row(list);
		tree_text(row, "text", findings->v[i].text);
		tree_text(row, "source", findings->v[i].source);
		tree_text(row, "because", findings->v[i].because);
	}
	return list;
}

static void put_findings(struct jsn *model, const struct record *record, const struct account *account,
                         const struct phrases *phrases)
{
	struct findings strengths, below;
	struct proposed gaps = {NULL, 0};
	const struct phrases *above = NULL;
	for (const struct phrases *p = phrases; p != above; above = p, p = phrases_base(p)) {
		struct findings *level = arena_push(account->arena, &gaps.v, &gaps.n, sizeof *level);
		findings_propose(account, p, PROPOSED, p == phrases ? &strengths : &below, level);
	}
	jsn_put(model, "strengths", findings_tree(&strengths));
	jsn_put(model, "gaps", findings_tree(&gaps.v[0]));
	jsn_put(model, "improvements", improvements(record, &gaps));
}

static void put_story(struct jsn *model, const struct session *session)
{
	jsn_put(model, "pace", chronicle_pace(session));
	jsn_put(model, "injects", chronicle_injects(session));
	jsn_put(model, "actions", chronicle_actions(session));
	jsn_put(model, "work", chronicle_work(session));
}

struct jsn *report_model(const struct record *record, bool names, const struct phrases *phrases)
{
	struct arena *arena = arena_new();
	struct account account = account_open(record->session, arena);
	struct jsn *model = jsn_make(JSN_OBJECT, 0);
	put_header(model, record);
	put_story(model, record->session);
	put_findings(model, record, &account, phrases);
	jsn_put(model, "score", outcome_score(&account, phrases));
	jsn_put(model, "timeline", timeline(record, arena, phrases));
	jsn_put(model, "clocks", outcome_clocks(record->session, phrases));
	jsn_put(model, "decisions", outcome_decisions(&account, phrases));
	jsn_put(model, "coverage", outcome_coverage(record, phrases, arena));
	jsn_put(model, "questions", readiness_answers(&account, phrases));
	jsn_put(model, "hot_wash", hot_wash(record));
	jsn_put(model, "participants", participants(record->session, names));
	jsn_put(model, "facts", outcome_facts(record->session, phrases));
	jsn_put(model, "holds", hold_tree(record));
	jsn_put(model, "notices", outgoing_tree(record, phrases));
	struct jsn *veiled = veil_tree(model, record->session, names ? NULL : phrases);
	jsn_free(model);
	arena_free(arena);
	return veiled;
}
