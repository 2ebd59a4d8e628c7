#include "debrief.h"

#include "desk/check.h"

#include <unistd.h>

enum { ROOM = 1 << 17 };

struct checked {
	struct diags diags;
	struct text out, told;
	char path[64]; /* of a copy that a test has spoilt; "" when there is none */
};

static int setup(void **state)
{
	struct checked *checked = calloc(1, sizeof *checked);
	diags_init(&checked->diags);
	*state = checked;
	return 0;
}

static int teardown(void **state)
{
	struct checked *checked = *state;
	if (*checked->path)
		unlink(checked->path);
	diags_free(&checked->diags);
	text_free(&checked->out);
	text_free(&checked->told);
	free(checked);
	return 0;
}

static void teardown_findings(struct checked *checked)
{
	if (*checked->path)
		unlink(checked->path);
	diags_free(&checked->diags);
	diags_init(&checked->diags);
}

static bool check(struct checked *checked, const char *path)
{
	bool clean = check_file(path, NULL, &checked->diags, &checked->out);
	diags_render(&checked->diags, &checked->told);
	return clean;
}

static void write_copy(struct checked *checked, const char *suffix, const char *bytes)
{
	snprintf(checked->path, sizeof checked->path, "check-%d%s", (int)getpid(), suffix);
	FILE *file = fopen(checked->path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, strlen(bytes), file), strlen(bytes));
	assert_int_equal(fclose(file), 0);
}

/* Checks a copy of a shipped file in which the first `from` reads `to`. */
static bool check_with(struct checked *checked, const char *path, const char *suffix, const char *from, const char *to)
{
	char *bytes = calloc(1, ROOM);
	FILE *file = fopen(path, "rb");
	struct text copy = {0};
	assert_non_null(bytes);
	assert_non_null(file);
	assert_true(fread(bytes, 1, ROOM - 1, file) > 0);
	fclose(file);
	char *at = strstr(bytes, from);
	assert_non_null(at);
	text_add_bytes(&copy, bytes, (size_t)(at - bytes));
	text_add(&copy, to);
	text_add(&copy, at + strlen(from));
	write_copy(checked, suffix, copy.data);
	text_free(&copy);
	free(bytes);
	return check(checked, checked->path);
}

#define assert_has(text, words)                                                                                        \
	do {                                                                                                           \
		if (!(text).data || !strstr((text).data, words))                                                       \
			fail_msg("\"%s\" is not in:\n%s", words, (text).data ? (text).data : "(nothing)");             \
	} while (0)

static const char scenario[] = "scenarios/ex-employee-export.lua";
static const char playbook[] = "playbooks/sme-ecommerce.yaml";
static const char regime[] = "playbooks/regimes/kr-pipa.yaml";

static void the_first_drill_is_free_of_faults_and_takes_an_hour(void **state)
{
	struct checked *checked = *state;
	assert_true(check(checked, scenario));
	assert_int_equal(checked->diags.errors, 0);
	assert_has(checked->out, "core cut: 12 injects, 7 decisions, about 60 real minutes (5 opening, 22 running, 21 "
	                         "talking, 12 hot wash)\n");
	assert_has(checked->out, "extended cut: 22 injects, 11 decisions, ");
}

static void what_is_shipped_leaves_nothing_to_remark(void **state)
{
	struct checked *checked = *state;
	static const char *const shipped[] = {"scenarios/ex-employee-export.lua", "scenarios/shared-sheet.lua",
	                                      "playbooks/sme-ecommerce.yaml", "playbooks/agency-takeover.yaml",
	                                      "playbooks/actions.yaml"};
	for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++)
		check(checked, shipped[i]);
	if (checked->diags.n)
		fail_msg("%s", checked->told.data);
}

static void a_playbook_hears_what_each_scenario_needs_of_it(void **state)
{
	struct checked *checked = *state;
	assert_true(check_with(checked, playbook, ".yaml", "does: [pause-exports]", "does: [enable-mfa]"));
	assert_has(checked->out, "; incident-lead leads\n");
	assert_has(checked->out, "ex-employee-export needs, and this playbook never does: ");
	assert_has(checked->out, "pause-exports");
}

static void a_country_without_a_law_is_told_where_it_is_named(void **state)
{
	struct checked *checked = *state;
	assert_true(check_with(checked, playbook, ".yaml", "KR: 7010", "KR: 7010, ZZ: 5"));
	assert_has(checked->told, "warning: customers in ZZ are not covered by any law here: ask counsel");
}

static void every_fault_of_a_playbook_is_told_with_its_place(void **state)
{
	struct checked *checked = *state;
	assert_false(check_with(checked, playbook, ".yaml", "takes: 10m", "taks: 10m"));
	assert_int_equal(checked->diags.errors, 1);
	assert_has(checked->told, "taks");
	assert_has(checked->told, "did you mean \"takes\"?");
	assert_int_equal(checked->out.len, 0);
}

static void a_deadline_after_endex_is_a_warning_never_a_fault(void **state)
{
	struct checked *checked = *state;
	assert_true(check_with(checked, scenario, ".lua", "aware = \"1h30\", assessed = \"8h\"",
	                       "aware = \"90h\", assessed = \"91h\""));
	assert_has(checked->told,
	           "warning: PIPC (kr-pipa.authority) is due T+162:00 by the story's truth, after EndEx at "
	           "T+100:00: it will be asked about, and scores nothing");
}

static void a_question_that_closes_after_endex_is_a_warning(void **state)
{
	struct checked *checked = *state;
	assert_true(check_with(checked, scenario, ".lua", "closes = \"3h20\"", "closes = \"90h\""));
	assert_has(checked->told, "warning: the-press-line closes at T+110:00, after EndEx at T+100:00");
}

static void data_that_is_not_involved_without_a_search_is_a_fault(void **state)
{
	struct checked *checked = *state;
	assert_false(check_with(checked, "scenarios/ex-employee-export.lua", ".lua", "searched = ", "verb = "));
	assert_has(checked->told, ": \"passwords\" turns out not involved: say what was searched (`searched`) and over "
	                          "which dates (`over`)\n");
}

static void what_the_playbook_never_does_is_one_warning_with_lines(void **state)
{
	struct checked *checked = *state;
	assert_true(check_with(checked, scenario, ".lua", "expects = { \"open-incident\"",
	                       "expects = { \"isolate-device\", \"open-incident\""));
	assert_has(checked->told, "warning: the playbook sme-ecommerce never does ");
	assert_has(checked->told, "isolate-device (line ");
}

static void a_law_checked_long_ago_is_a_warning(void **state)
{
	struct checked *checked = *state;
	assert_true(check_with(checked, regime, ".yaml", "verified_on: 2026-11-21", "verified_on: 2024-01-02"));
	assert_has(checked->told, "warning: kr-pipa was last compared with the law ");
	assert_has(checked->told, "verified_on: 2024-01-02");
	assert_has(checked->out, "kr-pipa, PIPC; from a secondary source\n");
}

static void a_vocabulary_is_counted(void **state)
{
	struct checked *checked = *state;
	assert_true(check(checked, "playbooks/actions.yaml"));
	assert_has(checked->out, " actions, 7 pausable things, 16 kinds of notice\n");
}

static void a_file_of_no_kind_is_refused_with_the_nearest(void **state)
{
	struct checked *checked = *state;
	write_copy(checked, ".yaml", "playbok: mine\n");
	assert_false(check(checked, checked->path));
	assert_has(
	    checked->told,
	    "a file here says what it is by case:, mode:, playbook:, regime:, advice:, overclaims: or vocabulary:");
	assert_has(checked->told, "did you mean \"playbook\"?");
}

static void assert_code(const struct checked *checked, const char *code)
{
	for (size_t i = 0; i < checked->diags.n; i++)
		if (strcmp(checked->diags.v[i].code, code) == 0)
			return;
	fail_msg("no finding has the code %s", code);
}

static void findings_about_other_kinds_of_file_have_codes_too(void **state)
{
	struct checked *checked = *state;
	assert_false(check(checked, "playbooks/no-such-file.yaml"));
	assert_code(checked, "unreadable");
	teardown_findings(checked);
	assert_false(check_with(checked, "comms-templates/customer-sms.en.mustache", ".en.mustache", "{{#", "{{"));
	assert_code(checked, "template-fault");
	teardown_findings(checked);
	assert_true(check_with(checked, regime, ".yaml", "verified_on: 2026-11-21", "verified_on: 2024-01-02"));
	assert_code(checked, "law-stale");
	teardown_findings(checked);
	assert_true(check_with(checked, playbook, ".yaml", "KR: 7010", "KR: 7010, ZZ: 5"));
	assert_code(checked, "country-uncovered");
	teardown_findings(checked);
	assert_true(check_with(checked, playbook, ".yaml", "customers: {",
	                       "# drill72: allow country-uncovered: counsel answered in March\n  customers: { ZZ: 5,"));
	assert_int_equal(checked->diags.n, 0);
}

static void what_is_for_editors_and_for_people_is_left_to_them(void **state)
{
	struct checked *checked = *state;
	assert_true(check(checked, "scenarios/drill72.d.lua"));
	assert_true(check(checked, "comms-templates/README.md"));
	assert_string_equal(checked->out.data,
	                    "for editors to read; nothing to check\nfor people to read; nothing to check\n");
}

static void a_file_that_is_not_there_is_a_fault(void **state)
{
	struct checked *checked = *state;
	assert_false(check(checked, "playbooks/no-such-file.yaml"));
	assert_has(checked->told, "playbooks/no-such-file.yaml");
	assert_false(check(checked, "scenarios/no-such-file.lua"));
}

static void needed_is_what_is_hoped_for_not_what_harms(void **state)
{
	(void)state;
	struct debrief *d = debrief_open();
	struct arena *arena = arena_new();
	struct shape_texts missing = check_missing(d->small.world, arena);
	assert_int_equal(missing.n, 1);
	assert_string_equal(missing.v[0], "open-incident");
	arena_free(arena);
	debrief_close(d);
}

/* Of the small story with a question of two answers and whatever else it says; three actions no step does. */
static void assert_missing(const char *options, const char *rest, const char *expected)
{
	static const char actions[] = "vocabulary: small\nreviewed: 2026-01-01\nactions:\n"
	                              "  erase: { description: Erase it, harms: true, public: { en: We erased it. } }\n"
	                              "  seal: { description: Seal it, public: { en: We sealed it. } }\n"
	                              "  ring: { description: Ring them, public: { en: We rang them. } }\n"
	                              "pausable: {}\nnotices: {}\n";
	static const char steps[] =
	    "playbook: small\ntitle: Small\nreviewed: 2026-01-01\nowner: support\n"
	    "company: { name: Small Shop, contact: a@shop.example, timezone: Asia/Singapore, customers: { SG: 100 } }\n"
	    "roles: { support: { person: Mei Lin, deputy: Arif, reach: '1' } }\n"
	    "phases: [ { phase: contain, goal: Stop it, steps: [ { step: look, instruction: Look, owner: support, "
	    "due: detected+1h, takes: 30m, does: [] } ] } ]\n";
	struct text lua = {0}, told = {0};
	text_addf(&lua,
	          SMALL_HEAD "decision 'what' { owner = 'support', objective = 'care', ask = 'What?', %s }\n"
	                     "inject 'first' { at = '0h', from = 'A', to = 'support', channel = 'chat', text = 'Hm.', "
	                     "opens = 'what' }\n%s",
	          options, rest);
	struct small small = small_open_with(lua.data, actions, steps);
	struct shape_texts missing = check_missing(small.world, small.arena);
	text_add(&told, "");
	for (size_t i = 0; i < missing.n; i++)
		text_addf(&told, "%s%s", i ? " " : "", missing.v[i]);
	assert_string_equal(told.data, expected);
	text_free(&told);
	text_free(&lua);
	small_close(&small);
}

static void what_only_a_lesser_answer_does_is_not_needed(void **state)
{
	(void)state;
	assert_missing("{ id = 'a', 'One', does = { 'seal' }, score = { care = 3 }, because = 'x' }, "
	               "{ id = 'b', 'Two', does = { 'ring' }, score = { care = 1 }, because = 'y' }",
	               "", "seal");
	assert_missing("{ id = 'a', 'One', does = { 'seal' }, score = { care = 3 }, because = 'x' }, "
	               "{ id = 'b', 'Two', does = { 'ring' }, score = { care = 3 }, because = 'y' }",
	               "", "seal ring");
	assert_missing("{ id = 'a', 'One', does = { 'seal' }, score = { care = -1 }, because = 'x' }, "
	               "{ id = 'b', 'Two', does = { 'ring' }, score = { care = -2 }, because = 'y' }",
	               "", "");
}

static void what_does_harm_is_needed_by_nothing(void **state)
{
	(void)state;
	assert_missing("{ id = 'a', 'One', does = { 'erase', 'seal' }, score = { care = 3 }, because = 'x' }, "
	               "{ id = 'b', 'Two', score = { care = 1 }, because = 'y' }",
	               "inject 'more' { by = '1h', unless = 'erase', from = 'A', to = 'support', channel = 'chat', "
	               "text = 'Hm.', expects = { 'erase' } }\n"
	               "on 'erase' { score = { care = 1 }, because = 'z' }\n",
	               "seal");
}

static void an_id_the_prompt_takes_for_a_command_is_a_warning(void **state)
{
	struct checked *checked = *state;
	assert_true(check_with(checked, "scenarios/ex-employee-export.lua", ".lua", "id = \"watch\"", "id = \"hold\""));
	assert_non_null(
	    strstr(checked->told.data, "\"hold\" is a command of the prompt; call the option by another name"));
}

#define check_test(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    check_test(an_id_the_prompt_takes_for_a_command_is_a_warning),
	    check_test(the_first_drill_is_free_of_faults_and_takes_an_hour),
	    check_test(what_is_shipped_leaves_nothing_to_remark),
	    check_test(a_playbook_hears_what_each_scenario_needs_of_it),
	    check_test(a_country_without_a_law_is_told_where_it_is_named),
	    check_test(every_fault_of_a_playbook_is_told_with_its_place),
	    check_test(a_deadline_after_endex_is_a_warning_never_a_fault),
	    check_test(a_question_that_closes_after_endex_is_a_warning),
	    check_test(data_that_is_not_involved_without_a_search_is_a_fault),
	    check_test(what_the_playbook_never_does_is_one_warning_with_lines),
	    check_test(a_law_checked_long_ago_is_a_warning),
	    check_test(a_vocabulary_is_counted),
	    check_test(a_file_of_no_kind_is_refused_with_the_nearest),
	    check_test(findings_about_other_kinds_of_file_have_codes_too),
	    check_test(what_is_for_editors_and_for_people_is_left_to_them),
	    check_test(a_file_that_is_not_there_is_a_fault),
	    check_test(needed_is_what_is_hoped_for_not_what_harms),
	    check_test(what_only_a_lesser_answer_does_is_not_needed),
	    check_test(what_does_harm_is_needed_by_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
