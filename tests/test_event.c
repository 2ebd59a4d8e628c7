#include "check.h"
#include "content/state.h"
#include "exercise/event.h"
#include "exercise/slot.h"
#include "tiny.h"

struct fixture {
	struct diags diags;
	struct arena *arena;
	struct world *world;
	struct text out;
	char why[160];
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	diags_init(&f->diags);
	f->arena = arena_new();
	f->world = tiny_world(true, &f->diags);
	*state = f;
	if (f->world)
		return 0;
	diags_render(&f->diags, &f->out);
	print_error("%s", f->out.data);
	return -1;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	world_free(f->world);
	arena_free(f->arena);
	diags_free(&f->diags);
	text_free(&f->out);
	free(f);
	return 0;
}

static int number(const struct fixture *f, enum names_kind kind, const char *id)
{
	int found = names_find(&f->world->names, kind, id);
	if (found == NAMES_NONE)
		fail_msg("no %s", id);
	return found;
}

static struct event_turn turn_of(struct event *event)
{
	return (struct event_turn){17, 12000, EVENT_NO_TALK, 1772730000, "incident-lead", 9, "2 4-1 high", event, 1};
}

/* The line as it would be written, without "prev". */
static const char *encoded(struct fixture *f, const struct event_turn *turn)
{
	struct jsn *line = event_encode(turn, f->world);
	text_clear(&f->out);
	jsn_write(line, &f->out);
	jsn_free(line);
	return f->out.data;
}

static bool decode(struct fixture *f, const char *json, struct event_turn *turn)
{
	struct jsn_fault fault;
	struct jsn *line = jsn_parse(json, strlen(json), &fault);
	if (!line)
		fail_msg("%d: %s", fault.col, fault.message);
	bool good = event_decode(line, f->world, f->arena, turn, f->why);
	jsn_free(line);
	return good;
}

static void assert_refused(struct fixture *f, const char *event, const char *why)
{
	struct event_turn turn;
	const char *json = arena_printf(f->arena,
	                                "{\"n\":1,\"t\":0,\"wall\":\"2026-03-05T13:40:00Z\",\"by\":\"clock\",\"in\":0,"
	                                "\"cause\":\"x\",\"events\":[%s]}",
	                                event);
	assert_false(decode(f, json, &turn));
	assert_string_equal(f->why, why);
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static void assert_round(struct fixture *f, struct event event)
{
	struct event_turn turn = turn_of(&event), back;
	const char *line = arena_dup(f->arena, encoded(f, &turn));
	if (!decode(f, line, &back))
		fail_msg("%s: %s", f->why, line);
	assert_int_equal(back.count, 1);
	const struct event *e = &back.events[0];
	if (e->kind != event.kind || e->ref != event.ref || e->other != event.other || e->value != event.value ||
	    e->at != event.at || !same(e->text, event.text) || !same(e->why, event.why) || !same(e->who, event.who) ||
	    !same(e->over, event.over))
		fail_msg("came back otherwise: %s", line);
	assert_string_equal(encoded(f, &back), line);
}

/* A notice with a value that is proved, one that was done, and one that nothing backs. */
static const struct statement_value values[] = {
    {.fact = 0, .action = NAMES_NONE, .moment = NAMES_NONE, .value = 9870, .turn = 12, .text = "9,870 people"},
    {.fact = NAMES_NONE,
     .action = 1,
     .moment = NAMES_NONE,
     .value = SHAPE_UNSET,
     .turn = 9,
     .text = "We switched the account off."},
    {.fact = NAMES_NONE, .action = NAMES_NONE, .moment = NAMES_NONE, .value = SHAPE_UNSET, .text = "half"},
};
static const char *const codes[] = {"HARM", "DO"};
static const struct statement statement = {
    .template = "customer-holding",
    .lang = "en",
    .sha256 = "00",
    .subject = "An incident",
    .text = "9,870 people.\n",
    .values = values,
    .nvalues = 3,
    .missing = {(const char **)codes, 2},
};

enum { MOST = 32 };

/* Fills `out`; how many. */
static size_t what_is_told(const struct fixture *f, struct event out[MOST])
{
	int32_t item = number(f, NAMES_ITEM, "letter");
	int32_t leads = number(f, NAMES_DECISION, "who-leads");
	int32_t lead = number(f, NAMES_ROLE, "incident-lead");
	int32_t order = slot_order(1, "who-leads", 3);
	int32_t none = NAMES_NONE;
	const struct event events[] = {
	    {.kind = EVENT_ROSTER, .ref = lead, .who = "Mei Lin"},
	    {.kind = EVENT_ROSTER, .ref = none, .who = "Priya"},
	    {.kind = EVENT_SPEAKING, .ref = none},
	    {.kind = EVENT_PHASE, .ref = number(f, NAMES_PHASE, "tell")},
	    {.kind = EVENT_SEVERITY, .ref = number(f, NAMES_SEVERITY, "sev1")},
	    {.kind = EVENT_MOMENT, .ref = number(f, NAMES_MOMENT, "aware"), .at = -5400},
	    {.kind = EVENT_FIRED, .ref = number(f, NAMES_ITEM, "at:52h")},
	    {.kind = EVENT_DELIVERED, .ref = item},
	    {.kind = EVENT_WITHHELD, .ref = item},
	    {.kind = EVENT_CANCELLED, .ref = item},
	    {.kind = EVENT_HELD, .ref = item},
	    {.kind = EVENT_RELEASED, .ref = item},
	    {.kind = EVENT_OPENED, .ref = leads, .value = order},
	    {.kind = EVENT_REVEALED, .ref = leads},
	    {.kind = EVENT_DECIDED, .ref = leads, .other = 2, .value = EVENT_HIGH, .text = "4-1", .why = "it lapses"},
	    {.kind = EVENT_DECIDED, .ref = leads, .other = none, .value = EVENT_LOW, .who = "we call the bank first"},
	    {.kind = EVENT_LATE, .ref = leads},
	    {.kind = EVENT_LAPSED, .ref = leads, .other = 1},
	    {.kind = EVENT_LAPSED, .ref = leads, .other = none},
	    {.kind = EVENT_EXTENDED, .ref = leads, .value = 60000},
	};
	memcpy(out, events, sizeof events);
	return sizeof events / sizeof *events;
}

static size_t what_is_done(const struct fixture *f, struct event out[MOST])
{
	int32_t step = number(f, NAMES_STEP, "suspend-account");
	int32_t people = number(f, NAMES_FACT, "people"), bank = number(f, NAMES_FACT, "bank");
	const struct event events[] = {
	    {.kind = EVENT_STEP_QUEUED, .ref = step, .who = "Arif"},
	    {.kind = EVENT_STEP_STARTED, .ref = step, .at = 13200, .who = "Arif"},
	    {.kind = EVENT_STEP_DONE, .ref = step, .at = 13200},
	    {.kind = EVENT_STEP_SKIPPED, .ref = step, .why = "counsel first"},
	    {.kind = EVENT_ASSIGNED, .ref = step, .who = "Mei Lin"},
	    {.kind = EVENT_ACTED, .ref = number(f, NAMES_ACTION, "open-log")},
	    {.kind = EVENT_SET, .ref = number(f, NAMES_VAR, "access_live"), .value = 1},
	    {.kind = EVENT_SET, .ref = number(f, NAMES_VAR, "calls"), .value = -3},
	    {.kind = EVENT_SET, .ref = number(f, NAMES_VAR, "led_by"), .value = 2},
	    {.kind = EVENT_CLAIMED, .ref = people, .value = 200, .text = "about 200", .why = "said", .who = "Farah"},
	    {.kind = EVENT_VERIFIED, .ref = bank, .value = STORY_NOT_INVOLVED, .why = "rows", .over = "1 to 5 Mar"},
	    {.kind = EVENT_CORRECTED, .ref = people, .value = 9870, .other = 12400},
	    {.kind = EVENT_VERIFIED, .ref = number(f, NAMES_FACT, "left"), .value = 5400},
	    {.kind = EVENT_CLAIMED, .ref = number(f, NAMES_FACT, "who"), .value = SHAPE_UNSET, .text = "Dana K."},
	    {.kind = EVENT_WITHDRAWN, .ref = people, .value = SHAPE_UNSET},
	};
	memcpy(out, events, sizeof events);
	return sizeof events / sizeof *events;
}

static size_t what_is_said(const struct fixture *f, struct event out[MOST])
{
	int32_t leads = number(f, NAMES_DECISION, "who-leads");
	int32_t care = number(f, NAMES_OBJECTIVE, "care");
	int32_t pdpc = number(f, NAMES_DEADLINE, "sg-pdpa.authority");
	int32_t holding = number(f, NAMES_NOTICE, "customer-holding"), lead = number(f, NAMES_ROLE, "incident-lead");
	int32_t ads = number(f, NAMES_PAUSE, "ads");
	int32_t none = NAMES_NONE;
	const struct event events[] = {
	    {.kind = EVENT_DRAFTED, .ref = holding, .who = "Farah", .statement = &statement},
	    {.kind = EVENT_APPROVED, .ref = holding, .other = lead, .at = 3600, .who = "Mei Lin", .why = "by phone"},
	    {.kind = EVENT_OVERRIDDEN, .ref = holding, .who = "Farah", .why = "she is on a plane"},
	    {.kind = EVENT_PUBLISHED, .ref = holding, .at = STATE_NEVER, .statement = &statement},
	    {.kind = EVENT_PUBLISHED, .ref = holding, .at = 90000, .text = "not-statutory", .statement = &statement},
	    {.kind = EVENT_NOTIFIED, .ref = pdpc, .at = 252000},
	    {.kind = EVENT_DEADLINE_PASSED, .ref = pdpc},
	    {.kind = EVENT_PAUSED, .ref = ads, .at = STATE_NEVER},
	    {.kind = EVENT_PAUSED, .ref = ads, .at = 7200, .why = "the police asked"},
	    {.kind = EVENT_UNPAUSED, .ref = ads},
	    {.kind = EVENT_SCORED, .ref = care, .value = -15, .text = "decision:who-leads.ceo", .why = "Gone."},
	    {.kind = EVENT_CRITICAL, .ref = number(f, NAMES_CRITICAL, "logs-gone"), .why = "Lapsed."},
	    {.kind = EVENT_OBSERVED, .ref = care, .text = "nobody asked how she was"},
	    {.kind = EVENT_RATED, .ref = care, .value = 3, .why = "see above"},
	    {.kind = EVENT_NOTED, .ref = none, .text = "dana left \xe4\xba\x8c\xe6\x9c\x88"},
	    {.kind = EVENT_NOTED, .ref = pdpc, .text = "Mei Lin files"},
	    {.kind = EVENT_HINTED, .ref = leads},
	    {.kind = EVENT_CALLED, .ref = none, .text = "the bank", .who = "Mei Lin"},
	    {.kind = EVENT_REMINDED, .ref = none},
	    {.kind = EVENT_HOOK_FAILED, .ref = none, .text = "when:letter", .why = "4: nil"},
	    {.kind = EVENT_CLOCK_HELD, .ref = none, .why = "fire alarm"},
	    {.kind = EVENT_CLOCK_RELEASED, .ref = none},
	    {.kind = EVENT_CLOCK_STEPPED, .ref = none, .at = 7200},
	    {.kind = EVENT_CLOCK_SET, .ref = none, .text = "back by 2 hours"},
	    {.kind = EVENT_REJOINED, .ref = none},
	    {.kind = EVENT_REWOUND, .ref = none, .value = 12},
	    {.kind = EVENT_ENDED, .ref = none},
	    {.kind = EVENT_IMPROVEMENT, .ref = none, .text = "pause exports sooner", .why = "30 Apr", .who = "Farah"},
	    {.kind = EVENT_CLOSED, .ref = none},
	};
	memcpy(out, events, sizeof events);
	return sizeof events / sizeof *events;
}

static void every_kind_comes_back_as_it_was_written(void **state)
{
	struct fixture *f = *state;
	size_t (*const lists[])(const struct fixture *, struct event[MOST]) = {what_is_told, what_is_done,
	                                                                       what_is_said};
	bool seen[EVENT_KINDS] = {[EVENT_STARTED] = true};
	for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
		struct event events[MOST];
		size_t count = lists[k](f, events);
		for (size_t i = 0; i < count; i++) {
			assert_round(f, events[i]);
			seen[events[i].kind] = true;
		}
	}
	for (int kind = 0; kind < EVENT_KINDS; kind++)
		if (!seen[kind])
			fail_msg("event %d was not tried", kind);
}

static void a_turn_keeps_its_head(void **state)
{
	struct fixture *f = *state;
	struct event event = {.kind = EVENT_CLOSED, .ref = NAMES_NONE};
	struct event_turn turn = turn_of(&event), back;
	turn.talk = 154000;
	assert_string_equal(encoded(f, &turn), "{\"by\":\"incident-lead\",\"cause\":\"2 4-1 high\",\"events\":[{\"ev\":"
	                                       "\"closed\"}],\"in\":9,\"n\":17,\"t\":12000,\"talk\":154000,"
	                                       "\"wall\":\"2026-03-05T17:00:00Z\"}");
	assert_true(decode(f, arena_dup(f->arena, f->out.data), &back));
	assert_int_equal(back.n, 17);
	assert_int_equal(back.t, 12000);
	assert_int_equal(back.talk, 154000);
	assert_int_equal(back.wall, 1772730000);
	assert_int_equal(back.in, 9);
	assert_string_equal(back.by, "incident-lead");
	assert_string_equal(back.cause, "2 4-1 high");
}

static void a_question_is_recorded_with_its_options_as_shown(void **state)
{
	struct fixture *f = *state;
	struct event event = {.kind = EVENT_OPENED, .ref = 0, .value = 2 | 3 << 3 | 1 << 6}; /* chat, ceo, named */
	struct event_turn turn = turn_of(&event);
	const char *line = encoded(f, &turn);
	assert_non_null(strstr(line, "\"ask\":\"Who runs this in HubNest CRM?\""));
	assert_non_null(strstr(line, "\"owner\":\"incident-lead\""));
	assert_non_null(strstr(line, "\"options\":[{\"because\":\"Everybody reads, nobody leads.\",\"id\":\"chat\","
	                             "\"score\":{\"containment\":10},\"words\":\"Open a group chat\"},"
	                             "{\"because\":\"Nine hours are gone.\",\"id\":\"ceo\","
	                             "\"score\":{\"containment\":-20},\"words\":\"Hold until the owner lands\"},"
	                             "{\"because\":\"One owner decides.\",\"id\":\"named\""));
}

static void an_inject_is_recorded_as_it_was_shown(void **state)
{
	struct fixture *f = *state;
	struct event event = {.kind = EVENT_DELIVERED, .ref = number(f, NAMES_ITEM, "letter")};
	struct event_turn turn = turn_of(&event);
	assert_non_null(
	    strstr(encoded(f, &turn),
	           "{\"channel\":\"email\",\"ev\":\"delivered\",\"from\":\"HubNest CRM alerts\","
	           "\"item\":\"letter\",\"subject\":\"Your export\","
	           "\"text\":\"Your export from HubNest CRM is ready for the web shop.\",\"to\":\"it-admin\"}"));
}

static void answers_and_steps_carry_their_words(void **state)
{
	struct fixture *f = *state;
	struct event event = {.kind = EVENT_DECIDED, .ref = 0, .other = 0, .value = EVENT_MEDIUM};
	struct event_turn turn = turn_of(&event);
	assert_non_null(strstr(encoded(f, &turn), "{\"confidence\":\"medium\",\"decision\":\"who-leads\",\"ev\":"
	                                          "\"decided\",\"option\":\"named\",\"words\":\"Name one lead\"}"));
	event = (struct event){.kind = EVENT_STEP_QUEUED, .ref = number(f, NAMES_STEP, "open-log"), .who = "Mei Lin"};
	assert_non_null(strstr(encoded(f, &turn), "\"instruction\":\"Open the log of HubNest CRM\""));
}

static void what_a_reader_does_not_know_is_refused(void **state)
{
	struct fixture *f = *state;
	assert_refused(f, "{\"ev\":\"danced\"}",
	               "event \"danced\" is unknown: this journal was written by a newer drill72");
	assert_refused(f, "{\"ev\":\"late\",\"decision\":\"who-leads\",\"mood\":1}",
	               "\"mood\" of \"late\" is unknown; was this journal written by a newer drill72?");
	assert_refused(f, "{\"ev\":\"late\",\"decision\":\"who-leads\",\"words\":\"x\"}",
	               "\"words\" of \"late\" is unknown; was this journal written by a newer drill72?");
	assert_refused(f, "{\"decision\":\"who-leads\"}", "an event without \"ev\"");
	assert_refused(f, "7", "an event without \"ev\"");
}

static void what_is_missing_or_wrong_is_refused(void **state)
{
	struct fixture *f = *state;
	assert_refused(f, "{\"ev\":\"late\"}", "\"decision\" is missing");
	assert_refused(f, "{\"ev\":\"late\",\"decision\":\"who-loses\"}", "unknown decision \"who-loses\"");
	assert_refused(f, "{\"ev\":\"late\",\"decision\":0}", "unknown decision \"?\"");
	assert_refused(f, "{\"ev\":\"lapsed\",\"decision\":\"who-leads\",\"option\":\"2\"}", "unknown option \"2\"");
	assert_refused(f, "{\"ev\":\"set\",\"var\":\"access_live\",\"value\":1}",
	               "variable \"access_live\" has no such value");
	assert_refused(f, "{\"ev\":\"set\",\"var\":\"led_by\",\"value\":\"hr\"}",
	               "variable \"led_by\" has no such value");
	assert_refused(f, "{\"ev\":\"opened\",\"decision\":\"who-leads\",\"order\":73}",
	               "\"order\" is no order of these options");
	assert_refused(f, "{\"ev\":\"clock_stepped\",\"to\":99999999999}", "\"to\" is no number, or out of range");
	assert_refused(f, "{\"ev\":\"clock_stepped\",\"to\":\"2h\"}", "\"to\" is no number, or out of range");
	assert_refused(f, "{\"ev\":\"noted\",\"text\":null}", "\"text\" is no text");
	assert_refused(f, "{\"ev\":\"decided\",\"decision\":\"who-leads\",\"confidence\":\"sure\"}",
	               "\"confidence\" is none of its words");
	assert_refused(f, "{\"ev\":\"started\",\"data\":[]}", "\"data\" is no map");
}

static void assert_head_refused(struct fixture *f, const char *json, const char *why)
{
	struct event_turn turn;
	assert_false(decode(f, json, &turn));
	assert_string_equal(f->why, why);
}

static void a_turn_with_a_wrong_head_is_refused(void **state)
{
	struct fixture *f = *state;
#define REST ",\"by\":\"clock\",\"in\":0,\"cause\":\"x\",\"events\":[]"
	assert_head_refused(f, "{\"n\":1,\"t\":0" REST "}", "\"wall\" is missing");
	assert_head_refused(f, "{\"n\":0,\"t\":0,\"wall\":\"2026-03-05T13:40:00Z\"" REST "}",
	                    "a number is out of range");
	assert_head_refused(f, "{\"n\":1,\"t\":0,\"wall\":\"2026-02-30T13:40:00Z\"" REST "}",
	                    "\"wall\" is no date and time");
	assert_head_refused(f, "{\"n\":1,\"t\":0,\"wall\":\"2026-02-28 13:40:00Z\"" REST "}",
	                    "\"wall\" is no date and time");
	assert_head_refused(f, "{\"n\":1,\"t\":0,\"x\":1,\"wall\":\"2026-03-05T13:40:00Z\"" REST "}",
	                    "it has a key that is unknown: this journal was written by a newer drill72");
	assert_head_refused(
	    f, "{\"n\":1,\"t\":0,\"wall\":\"2026-03-05T13:40:00Z\",\"by\":\"clock\",\"in\":0,\"cause\":\"x\"}",
	    "it has no list of events");
#undef REST
}

static void a_turn_of_more_events_than_any_has_is_refused(void **state)
{
	struct fixture *f = *state;
	struct event events[EVENT_LIMIT + 1], one = {.kind = EVENT_NOTED, .ref = NAMES_NONE, .text = "x"};
	struct event_turn turn = turn_of(events), back;
	for (size_t i = 0; i <= EVENT_LIMIT; i++)
		events[i] = one;
	turn.count = EVENT_LIMIT;
	assert_true(decode(f, arena_dup(f->arena, encoded(f, &turn)), &back));
	turn.count = EVENT_LIMIT + 1;
	assert_false(decode(f, arena_dup(f->arena, encoded(f, &turn)), &back));
	assert_string_equal(f->why, "it has 257 events; a turn has 256 at most");
}

static struct jsn *start_of(struct fixture *f)
{
	struct event_start start = {"exercise", "stepped", "en", 42, 1, true, false};
	return event_start(&start, f->world);
}

static void the_start_carries_the_sources_and_what_is_needed(void **state)
{
	struct fixture *f = *state;
	struct jsn *data = start_of(f);
	assert_string_equal(jsn_text(jsn_get(data, "mode")), "exercise");
	assert_int_equal(jsn_number(jsn_get(data, "rules"), 0), EVENT_RULES);
	assert_int_equal(jsn_number(jsn_get(data, "seed"), 0), 42);
	assert_string_equal(jsn_text(jsn_get(data, "title")), "A small drill");
	assert_int_equal(jsn_count(jsn_get(data, "sources")), 4);
	jsn_write(jsn_get(data, "needed"), &f->out);
	assert_string_equal(f->out.data, "[\"open-log\",\"suspend-account\",\"brief-staff\"]");
	jsn_free(data);
}

static void the_same_world_comes_back_from_the_start_alone(void **state)
{
	struct fixture *f = *state;
	struct jsn *data = start_of(f);
	struct event event = {.kind = EVENT_STARTED, .ref = NAMES_NONE, .data = data};
	struct event_turn turn = turn_of(&event), back;
	struct jsn *line = event_encode(&turn, f->world);
	struct event_start start;
	assert_true(event_decode(line, NULL, f->arena, &back, f->why));
	struct world *world = event_world(back.events[0].data, &start, &f->diags);
	assert_non_null(world);
	assert_string_equal(start.clock, "stepped");
	assert_int_equal(start.seed, 42);
	assert_true(start.extended);
	struct jsn *again = event_start(&start, world);
	struct text first = {0}, second = {0};
	jsn_write(data, &first);
	jsn_write(again, &second);
	assert_string_equal(first.data, second.data);
	text_free(&first);
	text_free(&second);
	jsn_free(again);
	jsn_free(line);
	jsn_free(data);
	world_free(world);
}

static void a_line_that_does_not_start_a_journal_makes_no_world(void **state)
{
	struct fixture *f = *state;
	struct event event = {.kind = EVENT_CLOSED, .ref = NAMES_NONE};
	struct event_turn turn = turn_of(&event), back;
	struct jsn *line = event_encode(&turn, f->world);
	assert_false(event_decode(line, NULL, f->arena, &back, f->why));
	assert_string_equal(f->why, "it begins with \"closed\", not with \"started\"");
	jsn_free(line);
}

/* Replaces `key` of the start, or of its first source. */
static void assert_start_refused(struct fixture *f, bool source, const char *key, struct jsn *value, const char *words)
{
	struct jsn *data = start_of(f), *list = jsn_make(JSN_ARRAY, 0);
	struct event_start start;
	if (source) {
		struct jsn *one = jsn_put(list, NULL, jsn_make(JSN_OBJECT, 0));
		const struct jsn *first = jsn_at(jsn_get(data, "sources"), 0, NULL);
		const char *name;
		for (size_t i = 0; jsn_at(first, i, &name); i++)
			jsn_put(one, name, jsn_string(jsn_text(jsn_at(first, i, NULL))));
		jsn_put(one, key, value);
		jsn_put(data, "sources", list);
	} else {
		jsn_put(data, key, value);
		jsn_free(list);
	}
	assert_null(event_world(data, &start, &f->diags));
	text_clear(&f->out);
	diags_render(&f->diags, &f->out);
	if (!strstr(f->out.data, words))
		fail_msg("not told: %s\nbut: %s", words, f->out.data);
	jsn_free(data);
}

static void a_start_that_was_changed_is_refused(void **state)
{
	struct fixture *f = *state;
	assert_start_refused(f, false, "rules", jsn_make(JSN_INT, EVENT_RULES + 1), "written by a newer drill72");
	assert_start_refused(f, false, "mode", jsn_string("party"), "format, rules, mode, clock, lang or speed");
	assert_start_refused(f, false, "speed", jsn_make(JSN_INT, 0), "format, rules, mode, clock, lang or speed");
	assert_start_refused(f, false, "sources", jsn_make(JSN_NULL, 0), "the playbook or actions.yaml is missing");
	assert_start_refused(f, true, "text", jsn_string("scenario \"other\" {}\n"),
	                     "the hash is not that of the text of small.lua");
	assert_start_refused(f, true, "what", jsn_string("recipe"), "a source is of an unknown kind, or there twice");
	assert_start_refused(f, true, "name", jsn_string("../small.lua"), "a source has no name, text or hash");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(every_kind_comes_back_as_it_was_written),
	    TEST(a_turn_keeps_its_head),
	    TEST(a_question_is_recorded_with_its_options_as_shown),
	    TEST(an_inject_is_recorded_as_it_was_shown),
	    TEST(answers_and_steps_carry_their_words),
	    TEST(what_a_reader_does_not_know_is_refused),
	    TEST(what_is_missing_or_wrong_is_refused),
	    TEST(a_turn_with_a_wrong_head_is_refused),
	    TEST(a_turn_of_more_events_than_any_has_is_refused),
	    TEST(the_start_carries_the_sources_and_what_is_needed),
	    TEST(the_same_world_comes_back_from_the_start_alone),
	    TEST(a_line_that_does_not_start_a_journal_makes_no_world),
	    TEST(a_start_that_was_changed_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
