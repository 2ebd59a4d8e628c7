/* A small drill played to its end, kept turn by turn, for tests of what is said afterwards. */
#ifndef TESTS_DEBRIEF_H
#define TESTS_DEBRIEF_H

#include "small.h"
#include "worded.h"

#include "desk/report.h"

#define DEBRIEF_STORY                                                                                                  \
	SMALL_HEAD                                                                                                     \
	"fact 'people' { kind = 'count', label = 'People in the file', unit = 'people', verb = 'exported', "           \
	"truth = 9870 }\n"                                                                                             \
	"inject 'first' { at = '0h', from = 'Customer', to = 'support', channel = 'email', subject = 'Hm', "           \
	"text = 'How do they know?', expects = { 'open-incident' }, opens = 'who' }\n"                                 \
	"inject 'press' { at = '20h', from = 'Press', to = 'all', channel = 'press', text = 'A number?', "             \
	"opens = 'line' }\n"                                                                                           \
	"decision 'who' { owner = 'incident-lead', within = '30m', closes = '2h', default = 'ceo', "                   \
	"objective = 'containment', ask = 'The director is away. Who leads tonight?', hint = 'A name', "               \
	"probes = { 'Who decides?' }, listen_for = 'A name', "                                                         \
	"{ id = 'named', 'One name', does = { 'open-incident' }, score = { containment = 3 }, "                        \
	"because = 'One owner decides.' }, "                                                                           \
	"{ id = 'ceo', 'Wait for the director', score = { containment = -2 }, because = 'Nobody leads.' }, "           \
	"late = { score = { containment = -1 }, because = 'Nobody took the lead.' } }\n"                               \
	"decision 'line' { owner = 'support', within = '1h', objective = 'communications', "                           \
	"ask = 'What do we send?', hint = 'A word', probes = { 'Is it true?' }, listen_for = 'No number', "            \
	"{ id = 'two-hundred', 'About 200 people', claims = { people = 200 }, score = { communications = -2 }, "       \
	"critical = 'false-statement', because = 'Her word became ours.' }, "                                          \
	"{ id = 'holding', 'We are counting', score = { communications = 3 }, because = 'Every word is proved.' } }\n" \
	"on 'suspend-account' { score = { evidence = 1 }, because = 'Off, and every trace stays.' }\n"

struct debrief {
	struct small small;
	struct record record;
	struct jsn *model;
	const struct phrases *words; /* English, unless the test takes another */
};

static inline struct event_turn *debrief_keep(struct debrief *d, struct event_turn *turn)
{
	assert_non_null(turn);
	turn->wall = d->small.world->t0 + turn->t;
	*(struct event_turn *)arena_push(d->small.arena, &d->record.turns, &d->record.count, sizeof *turn) = *turn;
	return turn;
}

static inline struct debrief *debrief_open_with(const char *lua, const char *actions, const char *playbook)
{
	struct debrief *d = calloc(1, sizeof *d);
	assert_non_null(d);
	d->small = small_open_with(lua, actions, playbook);
	d->record = (struct record){.arena = d->small.arena,
	                            .world = d->small.world,
	                            .session = d->small.session,
	                            .start = d->small.session->start,
	                            .keep = true};
	d->words = worded("en", d->small.arena);
	struct act start = {.kind = ACT_START, .by = "clock", .start = &d->record.start, .at = STATE_NEVER};
	debrief_keep(d, small_take(&d->small, start));
	return d;
}

static inline struct debrief *debrief_open(void)
{
	return debrief_open_with(DEBRIEF_STORY, small_actions, small_playbook);
}

static inline void debrief_close(struct debrief *d)
{
	jsn_free(d->model);
	small_close(&d->small);
	free(d);
}

static inline void debrief_until(struct debrief *d, int32_t t)
{
	struct agenda_item next;
	while ((next = agenda_next(&d->small.session->state)).kind != AGENDA_NONE && next.due <= t)
		debrief_keep(
		    d, small_take(&d->small, (struct act){.kind = ACT_DUE, .t = next.due, .due = next, .by = "clock"}));
}

/* An act on what `id` names; `at` as in struct act. */
static inline struct act debrief_act(const struct debrief *d, enum act_kind kind, enum names_kind names, const char *id)
{
	struct act act = {.kind = kind, .at = STATE_NEVER, .other = NAMES_NONE, .t = session_now(d->small.session)};
	if (id)
		act.refs[act.nrefs++] = small_name(&d->small, names, id);
	return act;
}

static inline void debrief_do(struct debrief *d, struct act act)
{
	debrief_keep(d, small_take(&d->small, act));
}

static inline void debrief_choose(struct debrief *d, const char *decision, const char *option)
{
	struct act act = debrief_act(d, ACT_CHOOSE, NAMES_DECISION, decision);
	act.other = story_option(&d->small.world->story->decisions[act.refs[0]], option);
	act.value = EVENT_HIGH;
	act.why = "Mei Lin said so";
	debrief_do(d, act);
}

static inline void debrief_audit(struct debrief *d)
{
	for (int i = 0; i < (int)d->small.world->ndeadlines; i++) {
		struct act act = debrief_act(d, ACT_AUDIT, NAMES_KINDS, NULL);
		act.refs[act.nrefs++] = i;
		if (small_get(&d->small, STATE_DEADLINE, i, STATE_DEADLINE_AUDITED) == STATE_NEVER)
			debrief_do(d, act);
	}
	debrief_do(d, debrief_act(d, ACT_CLOSE, NAMES_KINDS, NULL));
}

/* A team that names a lead, suspends at once, logs, files in time, and says only what is proved. */
static inline void debrief_play_well(struct debrief *d)
{
	debrief_until(d, 0);
	debrief_choose(d, "who", "named");
	debrief_do(d, debrief_act(d, ACT_DO, NAMES_STEP, "suspend"));
	debrief_until(d, 5400);
	struct act aware = debrief_act(d, ACT_MOMENT, NAMES_MOMENT, "aware");
	aware.t = 5400;
	debrief_do(d, aware);
	debrief_until(d, 20 * 3600);
	debrief_choose(d, "line", "holding");
	debrief_do(d, debrief_act(d, ACT_NOTIFY, NAMES_DEADLINE, "kr-pipa.authority"));
	debrief_until(d, 100 * 3600);
}

/* A team that lets the first question lapse, says 200, does nothing, files nothing. */
static inline void debrief_play_badly(struct debrief *d)
{
	debrief_until(d, 20 * 3600);
	debrief_choose(d, "line", "two-hundred");
	debrief_until(d, 100 * 3600);
}

static inline const struct jsn *debrief_model(struct debrief *d, bool names)
{
	jsn_free(d->model);
	d->model = report_model(&d->record, names, d->words);
	return d->model;
}

#endif
