#include "sought.h"
#include "told.h"

#include "desk/wall.h"

#define HEAD                                                                                                           \
	"playbook: shop\n"                                                                                             \
	"title: Our <runbook>\n"                                                                                       \
	"company: { name: Kopi & Kain, timezone: Asia/Singapore, customers: { SG: 41200, KR: 7010, BR: 3 } }\n"        \
	"reviewed: 2026-02-01\n"                                                                                       \
	"owner: lead\n"
#define STEP(id, due, more)                                                                                            \
	"      - { step: " id ", instruction: \"Look at {crm}\", owner: lead, due: " due ", does: [open-log]" more     \
	" }\n"

/* A playbook that says all it can, and one that says only what it must. */
static const char full[] = HEAD
    "roles:\n"
    "  admin: { person: Arif, deputy: Wei Jie, reach: \"+65 2\" }\n"
    "  lead: { person: Mei Lin, deputy: Arif, reach: \"+65 1\" }\n"
    "  legal: { person: Adeline, reach: \"+65 3\" }\n"
    "systems:\n"
    "  crm: { name: HubNest, holds: [contact], admin: admin, vendor: help@hubnest.example }\n"
    "escalation:\n"
    "  - { after: 15m, to: lead }\n"
    "  - { after: 2h, to: legal }\n"
    "severities:\n"
    "  sev1: { when: Data has left, wake: [lead, legal] }\n"
    "clock: { assessed: When Mei Lin says so, aware: When two of us agree }\n"
    "obligations:\n"
    "  - { party: Pasar, clock: aware, within: 48h, action: notify-marketplace, contact: pasar@x.example }\n"
    "  - { party: Merlion, clause: \"5.1\", clock: detected, within: 24h, action: notify-insurer }\n"
    "pauses:\n"
    "  - { pause: exports, owner: admin, resume: lead, for: 7d }\n"
    "  - { pause: ads, owner: admin, resume: lead }\n"
    "phases:\n"
    "  - phase: contain\n"
    "    goal: Stop it\n"
    "    steps:\n" STEP("late", "assessed+2d", "") STEP("soon", "aware+1h", "") STEP("first", "detected+1h", "")
        STEP("spare", "+1m",
             ", extra: true") "      - { step: whenever, instruction: Sometime, owner: admin, does: [open-log] }\n"
                              "comms:\n"
                              "  - { notice: customer-holding, audience: customers, languages: [en], approvers: "
                              "[legal, lead] }\n"
                              "  - { notice: staff-brief, audience: all staff, languages: [en], approvers: [lead] }\n"
                              "  - { notice: website-notice, audience: everybody, languages: [en], approvers: [legal, "
                              "lead] }\n";

static const char bare[] = HEAD "roles:\n"
                                "  lead: { person: Mei Lin }\n"
                                "phases:\n"
                                "  - { phase: contain, goal: Stop it, steps: [{ step: open-log, instruction: Start, "
                                "owner: lead, does: [open-log] }] }\n";

struct bench {
	struct told *told;
	struct world *world;
	struct jsn *tree;
};

/* The poster's tree on 5 March 2026. */
static struct jsn *draw(struct bench *b, const char *playbook, const char *words)
{
	struct told *told = b->told;
	struct file laws[] = {told_shipped(told, "playbooks/regimes/kr-pipa.yaml"),
	                      told_shipped(told, "playbooks/regimes/sg-pdpa.yaml")};
	struct file file = told_shipped(told, words);
	struct world_sources sources = {
	    .playbook = {"shop.yaml", playbook, strlen(playbook)},
	    .actions = told_shipped(told, "playbooks/actions.yaml"),
	    .regimes = laws,
	    .nregimes = 2,
	};
	struct phrases *phrases = phrases_load(&file, NULL, told->arena, &told->diags);
	struct world_options options = {.t0 = 1772719200};
	b->world = world_build(arena_new(), &sources, NULL, &options, &told->diags);
	if (!b->world || !phrases)
		fail_msg("%s", told_text(told));
	b->tree = wall_tree(b->world, phrases);
	return b->tree;
}

static int set_up(void **state)
{
	struct bench *b = calloc(1, sizeof *b);
	if (!b)
		return -1;
	b->told = told_open();
	*state = b;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	jsn_free(b->tree);
	world_free(b->world);
	told_close(b->told);
	free(b);
	return 0;
}

static const char *at(struct bench *b, const char *path)
{
	return sought_at(b->tree, path, &b->told->out);
}

static void one_decides_and_a_deputy_is_found_in_another_role(void **state)
{
	draw(*state, full, "comms-templates/words.en.yaml");
	assert_string_equal(at(*state, "owner"), "{\"deputy\":\"Arif\",\"deputy_reach\":\"+65 2\",\"reach\":\"+65 1\","
	                                         "\"role\":\"lead\",\"who\":\"Mei Lin\"}");
	assert_string_equal(at(*state, "silence"), "\"Everybody else says nothing outside, not even “all is well”. "
	                                           "Pass every question on to Mei Lin.\"");
}

static void those_in_the_chain_come_first_and_everybody_has_a_row(void **state)
{
	draw(*state, full, "comms-templates/words.en.yaml");
	assert_string_equal(at(*state, "contacts 0 who"), "\"Mei Lin\"");
	assert_string_equal(at(*state, "contacts 0 after"), "\"15m\"");
	assert_string_equal(at(*state, "contacts 1 who"), "\"Adeline\"");
	assert_string_equal(at(*state, "contacts 1 deputy"), "null");
	assert_string_equal(at(*state, "contacts 2"),
	                    "{\"after\":null,\"deputy\":\"Wei Jie\",\"deputy_reach\":null,\"reach\":\"+65 2\","
	                    "\"role\":\"admin\",\"who\":\"Arif\"}");
	assert_int_equal(jsn_count(jsn_get(((struct bench *)*state)->tree, "contacts")), 3);
}

static void core_steps_stand_in_the_order_in_which_they_are_due(void **state)
{
	struct bench *b = *state;
	draw(b, full, "comms-templates/words.en.yaml");
	assert_int_equal(jsn_count(jsn_get(b->tree, "steps")), 4);
	assert_string_equal(at(b, "steps 0"),
	                    "{\"due\":\"1h after the first sign\",\"instruction\":\"Look at HubNest\","
	                    "\"number\":1,\"owner\":{\"role\":\"lead\",\"who\":\"Mei Lin\"}}");
	assert_string_equal(at(b, "steps 1 due"), "\"1h after aware\"");
	assert_string_equal(at(b, "steps 2 due"), "\"48h after assessed\"");
	assert_string_equal(at(b, "steps 3 due"), "null");
	assert_string_equal(at(b, "steps 3 owner who"), "\"Arif\"");
}

static void of_many_steps_the_ten_most_urgent_are_shown(void **state)
{
	struct bench *b = *state;
	struct text playbook = {0};
	text_addf(&playbook, "%.*s", (int)(strstr(full, "    steps:\n") - full), full);
	text_add(&playbook, "    steps:\n");
	for (int i = 1; i <= 13; i++) /* due after 5, 10, 2, 7, 12, 4, 9, 1, 6, 11, 3, 8, 0 hours, plus one minute */
		text_addf(&playbook,
		          "      - { step: s%d, instruction: Step %d, owner: lead, due: +%dh1m, does: [open-log] }\n",
		          i, i * 5 % 13, i * 5 % 13);
	draw(b, playbook.data, "comms-templates/words.en.yaml");
	text_free(&playbook);
	assert_int_equal(jsn_count(jsn_get(b->tree, "steps")), 10);
	for (int i = 0; i < 10; i++)
		assert_string_equal(at(b, arena_printf(b->told->arena, "steps %d instruction", i)),
		                    arena_printf(b->told->arena, "\"Step %d\"", i));
}

static void what_pauses_says_who_stops_it_and_on_whose_word_it_starts(void **state)
{
	draw(*state, full, "comms-templates/words.en.yaml");
	assert_string_equal(at(*state, "pauses 0"),
	                    "{\"lasts\":\"7d\",\"resumes\":{\"role\":\"lead\",\"who\":\"Mei Lin\"},"
	                    "\"stops\":{\"role\":\"admin\",\"who\":\"Arif\"},"
	                    "\"what\":\"Customer exports from the CRM, the shop and the mail tool\"}");
	assert_string_equal(at(*state, "pauses 1 lasts"), "null");
	assert_string_equal(at(*state, "severities 0 wake 1 who"), "\"Adeline\"");
}

static void our_own_definitions_stand_in_the_order_of_the_moments(void **state)
{
	draw(*state, full, "comms-templates/words.en.yaml");
	assert_string_equal(at(*state, "definitions"), "[{\"means\":\"When two of us agree\",\"moment\":\"aware\"},"
	                                               "{\"means\":\"When Mei Lin says so\",\"moment\":\"assessed\"}]");
}

static void notices_are_grouped_by_whose_word_they_need(void **state)
{
	struct bench *b = *state;
	draw(b, full, "comms-templates/words.en.yaml");
	assert_int_equal(jsn_count(jsn_get(b->tree, "voices")), 2);
	assert_string_equal(at(b, "voices 0 approvers 0 who"), "\"Adeline\"");
	assert_string_equal(at(b, "voices 0 notices"), "[{\"audience\":\"customers\",\"id\":\"customer-holding\"},"
	                                               "{\"audience\":\"everybody\",\"id\":\"website-notice\"}]");
	assert_string_equal(at(b, "voices 1 notices"), "[{\"audience\":\"all staff\",\"id\":\"staff-brief\"}]");
}

static void lawyer_insurer_and_bank_come_before_other_contracts(void **state)
{
	struct bench *b = *state;
	draw(b, full, "comms-templates/words.en.yaml");
	assert_string_equal(at(b, "outside 0"),
	                    "{\"clause\":null,\"contact\":\"+65 3\",\"due\":null,\"what\":\"Lawyer\","
	                    "\"who\":\"Adeline\"}");
	assert_string_equal(at(b, "outside 1"),
	                    "{\"clause\":\"5.1\",\"contact\":null,\"due\":\"24h after the first sign\","
	                    "\"what\":\"Insurer\",\"who\":\"Merlion\"}");
	assert_string_equal(at(b, "outside 2 who"), "null");
	assert_string_equal(at(b, "outside 3"),
	                    "{\"clause\":null,\"contact\":\"pasar@x.example\",\"due\":\"48h after aware\","
	                    "\"what\":\"Contract\",\"who\":\"Pasar\"}");
	assert_int_equal(jsn_count(jsn_get(b->tree, "outside")), 4);
	assert_string_equal(at(b, "platforms"), "[{\"contact\":\"help@hubnest.example\",\"name\":\"HubNest\"}]");
}

static void a_contract_on_disputing_charges_fills_the_line_of_the_bank(void **state)
{
	struct bench *b = *state;
	const char *contract =
	    "obligations:\n  - { party: Pulau, clock: detected, within: 58h, action: dispute-charges }\n";
	draw(b, arena_printf(b->told->arena, "%s%s", bare, contract), "comms-templates/words.en.yaml");
	assert_string_equal(at(b, "outside 2"),
	                    "{\"clause\":null,\"contact\":null,\"due\":\"58h after the first sign\","
	                    "\"what\":\"Bank\",\"who\":\"Pulau\"}");
	assert_int_equal(jsn_count(jsn_get(b->tree, "outside")), 3);
}

static void laws_say_what_their_clocks_count_from_in_hours_days_or_words(void **state)
{
	draw(*state, full, "comms-templates/words.en.yaml");
	assert_string_equal(at(*state, "laws 0 authority"), "\"PIPC\"");
	assert_string_equal(at(*state, "laws 0 duties 0"), "{\"due\":\"72h after aware\",\"to\":\"Authority\"}");
	assert_string_equal(at(*state, "laws 1 duties"),
	                    "[{\"due\":\"3 calendar days after assessed\",\"to\":\"Authority\"},"
	                    "{\"due\":\"with or after the authority, never before\",\"to\":\"Customers\"}]");
	assert_string_equal(at(*state, "uncovered"), "[{\"country\":\"BR\"}]");
}

static void what_the_playbook_does_not_say_is_left_open(void **state)
{
	draw(*state, bare, "comms-templates/words.en.yaml");
	assert_string_equal(
	    at(*state, "owner"),
	    "{\"deputy\":null,\"deputy_reach\":null,\"reach\":null,\"role\":\"lead\",\"who\":\"Mei Lin\"}");
	assert_string_equal(at(*state, "definitions"), "[{\"means\":null,\"moment\":\"aware\"}]");
	assert_string_equal(at(*state, "outside 0"),
	                    "{\"clause\":null,\"contact\":null,\"due\":null,\"what\":\"Lawyer\",\"who\":null}");
	assert_int_equal(jsn_count(jsn_get(((struct bench *)*state)->tree, "outside")), 3);
	assert_string_equal(at(*state, "pauses"), "[]");
	assert_string_equal(at(*state, "voices"), "[]");
	assert_string_equal(at(*state, "severities"), "[]");
	assert_string_equal(at(*state, "platforms"), "[]");
}

static void it_speaks_the_readers_language(void **state)
{
	draw(*state, full, "comms-templates/words.zh.yaml");
	assert_string_equal(at(*state, "steps 1 due"), "\"知悉后 1 小时内\"");
	assert_string_equal(at(*state, "laws 1 duties 0 due"), "\"评估认定次日起 3 个日历日内\"");
	assert_string_equal(at(*state, "reviewed"), "\"应急预案复核日期：2026年2月1日（周日）。\"");
}

static void no_phrase_is_missing_and_no_name_turns_the_text_around(void **state)
{
	struct bench *b = *state;
	struct text turned = {0};
	const char *name = strstr(full, "Adeline");
	text_addf(&turned, "%.*s\"Ade\\u202eline\"%s", (int)(name - full), full, name + strlen("Adeline"));
	draw(b, turned.data, "comms-templates/words.en.yaml");
	text_free(&turned);
	assert_string_equal(at(b, "outside 0 who"), "\"Ade\ufffdline\"");
	assert_null(strstr(at(b, ""), "\u202e"));
	assert_null(strstr(at(b, ""), "<wall."));
}

#define wall_test(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    wall_test(one_decides_and_a_deputy_is_found_in_another_role),
	    wall_test(those_in_the_chain_come_first_and_everybody_has_a_row),
	    wall_test(core_steps_stand_in_the_order_in_which_they_are_due),
	    wall_test(of_many_steps_the_ten_most_urgent_are_shown),
	    wall_test(what_pauses_says_who_stops_it_and_on_whose_word_it_starts),
	    wall_test(our_own_definitions_stand_in_the_order_of_the_moments),
	    wall_test(notices_are_grouped_by_whose_word_they_need),
	    wall_test(lawyer_insurer_and_bank_come_before_other_contracts),
	    wall_test(a_contract_on_disputing_charges_fills_the_line_of_the_bank),
	    wall_test(laws_say_what_their_clocks_count_from_in_hours_days_or_words),
	    wall_test(what_the_playbook_does_not_say_is_left_open),
	    wall_test(it_speaks_the_readers_language),
	    wall_test(no_phrase_is_missing_and_no_name_turns_the_text_around),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
