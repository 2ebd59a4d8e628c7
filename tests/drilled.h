/* A small drill for tests of screens: five channels, two questions, a playbook of two phases, two laws, a contract;
 * and short ways to play it and to look at it. */
#ifndef TESTS_DRILLED_H
#define TESTS_DRILLED_H

#include "desk/frame.h"
#include "exercise/agenda.h"

#include <locale.h>

static const char drilled_actions[] =
    "vocabulary: small\n"
    "reviewed: 2026-02-01\n"
    "actions:\n"
    "  open-log: { description: Start a log, public: { en: We keep a log. } }\n"
    "  suspend-account:\n"
    "    description: Switch the account off\n"
    "    public: { en: We switched the account off. }\n"
    "  pause-ads:\n"
    "    description: Stop the ads\n"
    "    public: { en: We stopped our ads. }\n"
    "    pauses: ads\n"
    "  brief-staff: { description: Tell the staff, public: { en: We told our staff. } }\n"
    "  notify-pipc:\n"
    "    description: File with the PIPC\n"
    "    public: { en: We told the PIPC. }\n"
    "    files: authority\n"
    "    regime: kr-pipa\n"
    "  notify-marketplace:\n"
    "    description: Tell the marketplace\n"
    "    public: { en: We told the marketplace. }\n"
    "pausable:\n"
    "  ads: { description: Paid ads }\n"
    "notices:\n"
    "  customer-holding: { audience: customers, description: A first line }\n";

static const char drilled_playbook[] =
    "playbook: shop\n"
    "title: Customer-data incident runbook\n"
    "company: { name: Kopi & Kain, timezone: Asia/Singapore, customers: { SG: 41200, KR: 7010, TH: 12 } }\n"
    "reviewed: 2026-02-01\n"
    "owner: incident-lead\n"
    "roles:\n"
    "  incident-lead: { person: Mei Lin, deputy: Arif }\n"
    "  it-admin: { person: Arif }\n"
    "  marketing: { person: Farah }\n"
    "systems:\n"
    "  crm: { name: HubNest CRM, holds: [contact], admin: it-admin, logs: 90d }\n"
    "severities:\n"
    "  sev1: { when: Customer data has left, wake: [incident-lead, it-admin], pause: [ads] }\n"
    "clock: { aware: When two of us agree that data probably left }\n"
    "obligations:\n"
    "  - { party: Pasar+, clause: Seller terms 14.2, clock: aware, within: 48h, action: notify-marketplace }\n"
    "pauses:\n"
    "  - { pause: ads, owner: marketing, resume: incident-lead, for: 72h }\n"
    "phases:\n"
    "  - phase: contain\n"
    "    goal: stop the bleeding\n"
    "    steps:\n"
    "      - step: open-log\n"
    "        instruction: Open a log of {crm}\n"
    "        owner: incident-lead\n"
    "        due: +1h\n"
    "        takes: 5m\n"
    "        does: [open-log]\n"
    "        evidence: [{ what: The first page of the log, required: true }]\n"
    "      - step: suspend-account\n"
    "        instruction: Suspend the account; never delete it\n"
    "        owner: it-admin\n"
    "        due: aware+1h\n"
    "        takes: 20m\n"
    "        does: [suspend-account]\n"
    "        needs: [open-log]\n"
    "        skip: { allowed: true, by: incident-lead }\n"
    "      - step: brief-shop\n"
    "        instruction: Tell the shop floor\n"
    "        owner: it-admin\n"
    "        extra: true\n"
    "      - step: pause-ads\n"
    "        instruction: Stop the ads\n"
    "        owner: it-admin\n"
    "        due: aware+2h\n"
    "        does: [pause-ads]\n"
    "      - step: collect-laptop\n"
    "        instruction: Fetch the laptop\n"
    "        owner: marketing\n"
    "        skip: { allowed: true, by: incident-lead }\n"
    "  - phase: tell\n"
    "    goal: tell who must know\n"
    "    steps:\n"
    "      - step: notify-pipc\n"
    "        instruction: File with the PIPC\n"
    "        owner: incident-lead\n"
    "        due: aware+24h\n"
    "        does: [notify-pipc]\n";

static const char drilled_pipa[] =
    "regime: kr-pipa\n"
    "name: PIPA (Korea)\n"
    "authority: { name: Personal Information Protection Commission, short: PIPC }\n"
    "countries: [KR]\n"
    "zone: Asia/Seoul\n"
    "source: PIPA Article 34\n"
    "verified_on: 2026-02-01\n"
    "in_force: { from: 2023-09-15 }\n"
    "confidence: primary\n"
    "duties:\n"
    "  authority: { clock: aware, within: 72h, when: 1000 people or more, law: Art. 34(3) }\n";

static const char drilled_pdpa[] =
    "regime: sg-pdpa\n"
    "name: PDPA (Singapore)\n"
    "authority: { name: Personal Data Protection Commission, short: PDPC }\n"
    "countries: [SG]\n"
    "zone: Asia/Singapore\n"
    "source: PDPA section 26D\n"
    "verified_on: 2026-02-01\n"
    "in_force: { from: 2021-02-01 }\n"
    "confidence: primary\n"
    "duties:\n"
    "  authority: { clock: assessed, days: 3, when: 500 people or more, law: s 26D(1) }\n"
    "  individuals: { clock: assessed, promptly: \"with the authority, never before\", when: Where harm is likely, "
    "law: s 26D(2) }\n";

static const char drilled_declarations[] =
    "[{\"kind\":\"scenario\",\"id\":\"small\",\"body\":{\"title\":\"A small drill\","
    "\"synopsis\":\"Somebody writes to {shop}.\",\"company\":{\"name\":\"Kopi & Kain\","
    "\"timezone\":\"Asia/Singapore\",\"customers\":{\"SG\":41200}},"
    "\"terms\":{\"shop\":\"the web shop\",\"crm\":\"some CRM\"},\"starts\":\"2026-03-05 21:40\","
    "\"roles\":[\"incident-lead\",\"it-admin\",\"marketing\",\"legal\"],"
    "\"pace\":[{\"to\":\"100h\",\"takes\":\"20m\"}],\"truth\":{\"aware\":\"1h30\",\"assessed\":\"8h\"}}},"
    "{\"kind\":\"objective\",\"id\":\"containment\",\"body\":{\"#\":[\"Access is cut\"],\"weight\":20}},"
    "{\"kind\":\"var\",\"id\":\"access_live\",\"body\":true},"
    "{\"kind\":\"fact\",\"id\":\"people\",\"body\":{\"kind\":\"count\",\"label\":\"People in the file\","
    "\"unit\":\"people\",\"verb\":\"exported\",\"truth\":9870}},"
    "{\"kind\":\"fact\",\"id\":\"bank\",\"body\":{\"kind\":\"data\",\"category\":\"bank\","
    "\"label\":\"Refund bank details\",\"truth\":\"involved\"}},"
    "{\"kind\":\"inject\",\"id\":\"digest\",\"body\":{\"at\":\"40m\",\"from\":\"CRM alerts <alerts@hubnest.example>\","
    "\"to\":\"it-admin\",\"channel\":\"email\",\"subject\":\"Export finished: \\\"All contacts SG+KR\\\"\","
    "\"text\":\"Your export of 12,400 rows from {crm} is ready.\\u001b[2J Requested by dana.k@kopikain.example from "
    "203.0.113.77, Thu 5 Mar 2026 22:18 SGT.\",\"read_aloud\":\"22:20. Somebody exported 12,400 rows.\","
    "\"expects\":[\"suspend-account\"],\"opens\":[\"the-account\",\"who-leads\"]}},"
    "{\"kind\":\"inject\",\"id\":\"kakichat-ping\",\"body\":{\"at\":\"1h30\",\"from\":\"Siti, HR\","
    "\"to\":\"incident-lead\",\"channel\":\"chat\",\"text\":\"Dana 上个星期六是最后一天，CRM 不在我的清单上，"
    "没有人告诉我要关掉。\\nCan wipe her laptop?\",\"expects\":[\"brief-staff\"]}},"
    "{\"kind\":\"inject\",\"id\":\"caller\",\"body\":{\"at\":\"2h\",\"from\":\"Jun Wei, IT contractor\","
    "\"to\":\"it-admin\",\"channel\":\"phone\",\"text\":\"I am inside {crm} now.\\n\\nCan or not?\"}},"
    "{\"kind\":\"inject\",\"id\":\"login-alert\",\"body\":{\"at\":\"3h\",\"from\":\"{crm}\",\"to\":\"it-admin\","
    "\"channel\":\"alert\",\"subject\":\"New address\",\"text\":\"198.51.100.24 signed in as dana.k\"}},"
    "{\"kind\":\"inject\",\"id\":\"headline\",\"body\":{\"at\":\"20h\",\"from\":\"Pagi Post\",\"to\":\"all\","
    "\"channel\":\"press\",\"subject\":\"SHOP LOSES CUSTOMER LIST\",\"text\":\"A reader sent us a sample.\"}},"
    "{\"kind\":\"inject\",\"id\":\"legal-letter\",\"body\":{\"at\":\"44h\",\"from\":\"Pasar+ Trust and Safety\","
    "\"to\":\"legal\",\"channel\":\"letter\",\"subject\":\"Clause 14.2\",\"text\":\"Please notify us.\"}},"
    "{\"kind\":\"decision\",\"id\":\"the-account\",\"body\":{\"owner\":\"it-admin\",\"within\":\"30m\","
    "\"closes\":\"2h\",\"default\":\"delete\",\"discuss\":\"3m\",\"objective\":\"containment\","
    "\"ask\":\"Dana's account can still sign in. What happens to it, and in what order?\","
    "\"hint\":\"Which can you undo?\",\"probes\":[\"What goes away with it?\",\"Who watches?\"],"
    "\"listen_for\":\"Suspend, not delete\",\"#\":["
    "{\"id\":\"delete\",\"#\":[\"Delete the account now, so that nothing more can leave\"],"
    "\"score\":{\"containment\":-1},\"because\":\"The logs went with it.\"},"
    "{\"id\":\"suspend\",\"#\":[\"Suspend it, then copy the sign-in and export logs before they lapse\"],"
    "\"does\":[\"suspend-account\"],\"score\":{\"containment\":3},\"because\":\"A suspended account in {crm} keeps "
    "its traces.\"},"
    "{\"id\":\"watch\",\"#\":[\"Copy the logs and leave it live, to see what she does next\"],"
    "\"takes\":\"2h\",\"score\":{\"containment\":1},\"because\":\"She did more.\"}],"
    "\"late\":{\"score\":{\"containment\":-1},\"because\":\"It stayed open.\"}}},"
    "{\"kind\":\"decision\",\"id\":\"who-leads\",\"body\":{\"owner\":\"incident-lead\","
    "\"objective\":\"containment\",\"ask\":\"Who runs this, from now?\",\"#\":["
    "{\"id\":\"named\",\"#\":[\"Name one lead\"],\"score\":{\"containment\":1}},"
    "{\"id\":\"chat\",\"#\":[\"Open a group chat\"],\"takes\":\"2h\",\"score\":{\"containment\":0}},"
    "{\"id\":\"ceo\",\"#\":[\"Hold until the owner lands\"],\"takes\":\"9h\",\"score\":{\"containment\":-1}}]}}]";

struct fixture {
	struct diags diags;
	struct arena *arena;
	struct world *world;
	struct session *session;
	struct text out;
	struct frame frame;
	const struct event_turn *last_inject;
};

static inline struct world *build(struct diags *diags)
{
	struct jsn_fault fault;
	struct arena *arena = arena_new();
	struct file regimes[] = {{"kr-pipa.yaml", drilled_pipa, sizeof drilled_pipa - 1},
	                         {"sg-pdpa.yaml", drilled_pdpa, sizeof drilled_pdpa - 1}};
	struct world_sources sources = {.scenario = {"small.lua", "", 0},
	                                .playbook = {"shop.yaml", drilled_playbook, sizeof drilled_playbook - 1},
	                                .actions = {"actions.yaml", drilled_actions, sizeof drilled_actions - 1},
	                                .regimes = regimes,
	                                .nregimes = 2};
	struct jsn *story = jsn_parse(drilled_declarations, sizeof drilled_declarations - 1, &fault);
	struct yml *nodes = yml_from_jsn(story, "small.lua", arena);
	jsn_free(story);
	return world_build(arena, &sources, nodes, &(struct world_options){.lang = "en"}, diags);
}

static inline struct session *open_session(const struct world *world, const char *mode)
{
	return session_new(world, NULL,
	                   &(struct event_start){.mode = mode, .clock = "scaled", .lang = "en", .seed = 1, .speed = 1});
}

static inline int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	setlocale(LC_CTYPE, "C.UTF-8");
	diags_init(&f->diags);
	f->arena = arena_new();
	f->world = build(&f->diags);
	*state = f;
	if (!f->world) {
		diags_render(&f->diags, &f->out);
		print_error("%s", f->out.data);
		return -1;
	}
	f->session = open_session(f->world, "exercise");
	text_clear(&f->out);
	f->frame = (struct frame){.out = &f->out, .columns = 80};
	return 0;
}

static inline int tear_down(void **state)
{
	struct fixture *f = *state;
	session_free(f->session);
	world_free(f->world);
	arena_free(f->arena);
	diags_free(&f->diags);
	text_free(&f->out);
	free(f);
	return 0;
}

static inline int number(const struct fixture *f, enum names_kind kind, const char *id)
{
	int found = names_find(&f->world->names, kind, id);
	if (found == NAMES_NONE)
		fail_msg("no %s", id);
	return found;
}

/* Takes and applies; what it showed is in f->out. */
static inline const struct event_turn *take(struct fixture *f, struct act act)
{
	char why[ACT_WHY] = "";
	act.by = act.by ? act.by : "facilitator";
	act.cause = act.cause ? act.cause : "line";
	struct event_turn *turn = session_take(f->session, &act, f->arena, why);
	if (!turn)
		fail_msg("refused: %s", why);
	session_apply(f->session, turn);
	for (size_t i = 0; i < turn->count; i++)
		if (turn->events[i].kind == EVENT_DELIVERED)
			f->last_inject = turn;
	text_clear(&f->out);
	frame_turn(&f->frame, f->session, turn);
	return turn;
}

static inline struct act act_of(const struct fixture *f, enum act_kind kind, int ref, int32_t minute)
{
	(void)f;
	struct act act = {.kind = kind, .t = minute * 60, .nrefs = 1, .other = NAMES_NONE, .at = STATE_NEVER};
	act.refs[0] = ref;
	return act;
}

static inline void start(struct fixture *f)
{
	struct act act = act_of(f, ACT_START, 0, 0);
	act.start = &f->session->start;
	act.nrefs = 0;
	take(f, act);
	for (int role = 0; role < 3; role++) {
		act = act_of(f, ACT_ROSTER, role, 0);
		act.who = names_id(&f->world->names, NAMES_PERSON, world_holder(f->world, role));
		take(f, act);
	}
}

/* All that is due up to a minute; what the last turn showed is in f->out. */
static inline void run_to(struct fixture *f, int32_t minute)
{
	for (;;) {
		struct agenda_item item = agenda_next(&f->session->state);
		if (item.kind == AGENDA_NONE || item.due > minute * 60)
			return;
		struct act act = act_of(f, ACT_DUE, 0, 0);
		act.nrefs = 0;
		act.t = item.due;
		act.due = item;
		act.by = "clock";
		take(f, act);
	}
}

static inline const char *shown(struct fixture *f, void (*frame)(const struct frame *, const struct session *))
{
	text_clear(&f->out);
	frame(&f->frame, f->session);
	return f->out.data;
}

static inline const char *board(struct fixture *f, int32_t minute, int64_t talk)
{
	text_clear(&f->out);
	frame_board(&f->frame, f->session, f->last_inject, minute * 60, talk);
	return f->out.data;
}

static inline const char *prompt(struct fixture *f, int32_t minute)
{
	text_clear(&f->out);
	frame_prompt(&f->frame, f->session, minute * 60);
	return f->out.data;
}

static inline const char *of_phase(struct fixture *f, int phase)
{
	text_clear(&f->out);
	frame_steps(&f->frame, f->session, phase);
	return f->out.data;
}

static inline const char *ahead(struct fixture *f, int64_t behind)
{
	text_clear(&f->out);
	frame_ahead(&f->frame, f->session, behind);
	return f->out.data;
}

static inline struct act choice(const struct fixture *f, int32_t minute)
{
	struct act act = act_of(f, ACT_CHOOSE, number(f, NAMES_DECISION, "the-account"), minute);
	act.other = 1;
	act.value = EVENT_HIGH;
	act.text = "4-1";
	act.why = "logs lapse in 72 hours";
	return act;
}

/* To the minute after the first question was answered. */
static inline void play_first_question(struct fixture *f)
{
	start(f);
	run_to(f, 40);
	take(f, act_of(f, ACT_REVEAL, number(f, NAMES_DECISION, "the-account"), 41));
	take(f, choice(f, 42));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
