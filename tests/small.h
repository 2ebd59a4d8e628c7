/* A small world for tests: one company, three roles, two laws, and whatever story the test writes in Lua. */
#ifndef TESTS_SMALL_H
#define TESTS_SMALL_H

#include "check.h"

#include "content/scenario.h"
#include "content/world.h"
#include "exercise/session.h"

#include <stdio.h>
#include <stdlib.h>

static const char small_actions[] =
    "vocabulary: small\nreviewed: 2026-01-01\nactions:\n"
    "  open-incident: { description: Open an incident, public: { en: We opened an incident. } }\n"
    "  suspend-account: { description: Suspend the account, public: { en: We switched it off. } }\n"
    "  hold-log-purge: { description: Hold the purge, public: { en: We kept the logs. }, pauses: log-purge }\n"
    "  copy-logs: { description: Copy the logs, public: { en: We copied the logs. } }\n"
    "  notify-authority: { description: File, public: { en: We told the authority. }, files: authority }\n"
    "  notify-marketplace: { description: Tell them, public: { en: We told the marketplace. } }\n"
    "  log-aware: { description: Log it, public: { en: We logged it. }, moment: aware }\n"
    "pausable:\n  log-purge: { description: The purge }\n"
    "notices:\n  customer-holding: { audience: customers, description: A holding line }\n";

static const char small_playbook[] =
    "playbook: small\ntitle: Small\nreviewed: 2026-01-01\nowner: incident-lead\n"
    "company: { name: Small Shop, contact: a@shop.example, timezone: Asia/Singapore, customers: { SG: 100, KR: 50 } }\n"
    "roles:\n"
    "  incident-lead: { person: Mei Lin, deputy: Arif, reach: '1' }\n"
    "  it-admin: { person: Arif, deputy: Mei Lin, reach: '2' }\n"
    "  support: { person: Farah, deputy: Mei Lin, reach: '3' }\n"
    "obligations:\n"
    "  - { party: Pasar+, clause: '14.2', clock: aware, within: 48h, action: notify-marketplace, contact: b@p.example "
    "}\n"
    "phases:\n"
    "  - phase: contain\n    goal: Stop it\n    steps:\n"
    "      - { step: suspend, instruction: Suspend it, owner: it-admin, due: detected+1h, takes: 30m,"
    " does: [suspend-account] }\n"
    "      - { step: copy, instruction: Copy the logs, owner: it-admin, due: detected+2h, takes: 1h,"
    " does: [copy-logs], skip: { allowed: true, by: incident-lead } }\n"
    "      - { step: hold, instruction: Hold the purge, owner: it-admin, due: detected+8h, takes: 10m,"
    " does: [hold-log-purge], needs: [copy] }\n"
    "  - phase: notify\n    goal: Tell them\n    steps:\n"
    "      - { step: file, instruction: File it, owner: incident-lead, due: aware+72h, takes: 1h,"
    " does: [notify-authority] }\n"
    "      - { step: tell-pasar, instruction: Tell them, owner: support, due: aware+48h, takes: 1h,"
    " does: [notify-marketplace], extra: true }\n";

static const char small_pipa[] =
    "regime: kr-pipa\nname: PIPA\nauthority: { name: Commission, short: PIPC }\ncountries: [KR]\nzone: Asia/Seoul\n"
    "source: PIPA 34\nverified_on: 2026-01-01\nin_force: { from: 2023-01-01 }\nconfidence: secondary\nduties:\n"
    "  authority: { clock: aware, within: 72h, when: always, law: Decree 40, contents: [CAT] }\n";

static const char small_pdpa[] =
    "regime: sg-pdpa\nname: PDPA\nauthority: { name: Commission, short: PDPC }\ncountries: [SG]\nzone: Asia/Singapore\n"
    "source: PDPA 26D\nverified_on: 2026-01-01\nin_force: { from: 2021-01-01 }\nconfidence: primary\nduties:\n"
    "  authority: { clock: assessed, days: 3, when: always, law: s 26D, contents: [CAT] }\n";

/* The head that every small story shares: 100 scenario hours in 22 minutes. */
#define SMALL_HEAD                                                                                                     \
	"scenario 'small' { title = 'Small', synopsis = 'A test.', company = { name = 'Small Shop', timezone = "       \
	"'Asia/Singapore', customers = { SG = 100, KR = 50 } }, starts = '2026-03-05 21:40', roles = { "               \
	"'incident-lead', 'it-admin', 'support' }, pace = { { to = '4h', takes = '8m' }, { to = '100h', takes = "      \
	"'14m' } }, truth = { aware = '1h30', assessed = '8h' } }\n"

struct small {
	struct world *world;
	struct scenario *scenario;
	struct session *session;
	struct arena *arena; /* of the turns */
	char why[ACT_WHY];
};

static inline const struct file *small_include(void *context, const char *name, struct diag_place place)
{
	(void)context;
	(void)name;
	(void)place;
	return NULL;
}

static inline struct file small_file(const char *name, const char *bytes)
{
	return (struct file){name, bytes, strlen(bytes)};
}

/* Opens a session over `lua` (behind SMALL_HEAD's words where the test wrote them); fails the test on any fault. */
static inline struct small small_open_with(const char *lua, const char *actions, const char *playbook)
{
	struct small small = {.arena = arena_new()};
	struct arena *arena = arena_new();
	struct diags diags;
	struct text told = {0};
	struct yml *declarations = NULL;
	struct file regimes[] = {small_file("kr-pipa.yaml", small_pipa), small_file("sg-pdpa.yaml", small_pdpa)};
	struct world_sources sources = {.scenario = small_file("small.lua", lua),
	                                .playbook = small_file("small.yaml", playbook),
	                                .actions = small_file("actions.yaml", actions),
	                                .regimes = regimes,
	                                .nregimes = 2};
	struct world_options options = {0};
	struct scenario_files files = {small_include, NULL};
	diags_init(&diags);
	small.scenario = scenario_load(&sources.scenario, &files, arena, &diags, &declarations);
	if (small.scenario)
		small.world = world_build(arena, &sources, declarations, &options, &diags);
	diags_render(&diags, &told);
	if (!small.world)
		fail_msg("%s", told.data);
	text_free(&told);
	diags_free(&diags);
	struct event_start start = {.mode = "exercise", .clock = "stepped", .lang = "en", .seed = 1, .speed = 1};
	small.session = session_new(small.world, small.scenario, &start);
	return small;
}

static inline struct small small_open(const char *lua)
{
	return small_open_with(lua, small_actions, small_playbook);
}

static inline void small_close(struct small *small)
{
	session_free(small->session);
	scenario_free(small->scenario);
	world_free(small->world);
	arena_free(small->arena);
}

/* Takes and applies; NULL when refused, the reason in small->why. */
static inline struct event_turn *small_take(struct small *small, struct act act)
{
	act.talk = EVENT_NO_TALK;
	act.by = act.by ? act.by : "incident-lead";
	act.cause = act.cause ? act.cause : "typed";
	struct event_turn *turn = session_take(small->session, &act, small->arena, small->why);
	if (turn)
		session_apply(small->session, turn);
	return turn;
}

static inline void small_start(struct small *small)
{
	assert_non_null(small_take(
	    small, (struct act){.kind = ACT_START, .by = "clock", .start = &small->session->start, .at = STATE_NEVER}));
}

/* A session over `lua`, begun, as the state of a test. */
static inline int small_setup(void **state, const char *lua)
{
	struct small *small = calloc(1, sizeof *small);
	*small = small_open(lua);
	small_start(small);
	*state = small;
	return 0;
}

static inline void small_free(struct small *small)
{
	small_close(small);
	free(small);
}

static inline int small_teardown(void **state)
{
	small_free(*state);
	return 0;
}

/* Lets everything fall due up to `t`; returns the number of turns. */
static inline int small_until(struct small *small, int32_t t)
{
	int turns = 0;
	struct agenda_item next;
	while ((next = agenda_next(&small->session->state)).kind != AGENDA_NONE && next.due <= t) {
		assert_non_null(
		    small_take(small, (struct act){.kind = ACT_DUE, .t = next.due, .due = next, .by = "clock"}));
		turns++;
	}
	return turns;
}

static inline int small_name(const struct small *small, enum names_kind kind, const char *id)
{
	int number = names_find(&small->world->names, kind, id);
	if (number == NAMES_NONE)
		fail_msg("no %s called %s", names_word(kind), id);
	return number;
}

static inline int32_t small_get(const struct small *small, enum state_group group, int number, int field)
{
	return state_get(&small->session->state, group, number, field);
}

#endif
