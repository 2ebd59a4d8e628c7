#include "sought.h"
#include "told.h"
#include "worded.h"

#include "desk/counsel.h"

enum { T0 = 1772718000 }; /* 5 March 2026, 21:40 in Singapore */

/* What a team knows five hours in. */
struct bench {
	struct told *told;
	struct world *world;
	struct matter matter;
	struct matter_fact facts[6];
	struct matter_deed deeds[3];
	struct matter_clock clocks[12];
	struct matter_word words[3];
	struct matter_said said;
	struct jsn *tree;
};

static struct world *build(struct told *told)
{
	struct file laws[] = {told_shipped(told, "playbooks/regimes/sg-pdpa.yaml")};
	struct world_sources sources = {.playbook = told_shipped(told, "playbooks/sme-ecommerce.yaml"),
	                                .actions = told_shipped(told, "playbooks/actions.yaml"),
	                                .regimes = laws,
	                                .nregimes = 1};
	struct world_options options = {.t0 = T0};
	struct world *world = world_build(arena_new(), &sources, NULL, &options, &told->diags);
	if (!world)
		fail_msg("%s", told_text(told));
	return world;
}

static const struct yml *label(struct told *told, const char *text)
{
	struct yml *node = yml_make(told->arena, YML_TEXT, (struct diag_place){0});
	node->text = text;
	return node;
}

/* What was searched, by language. */
static const struct yml *worded_proof(struct told *told)
{
	static const char text[] = "against: { en: 14 columns, zh: 14个栏位 }";
	const struct file file = {.name = "facts.yaml", .bytes = text, .len = sizeof text - 1};
	return yml_parse(&file, told->arena, &told->diags);
}

static int action(const struct world *world, const char *id)
{
	return names_find(&world->names, NAMES_ACTION, id);
}

static struct matter_proof proof(int32_t turn, const char *who, const char *source)
{
	return (struct matter_proof){.turn = turn, .at = T0 + 3600, .who = who, .source = source};
}

static void know(struct bench *b)
{
	struct told *t = b->told;
	b->facts[0] = (struct matter_fact){.id = "people",
	                                   .kind = STORY_COUNT,
	                                   .label = label(t, "People in the file"),
	                                   .unit = "people",
	                                   .standing = MATTER_VERIFIED,
	                                   .value = {.number = 9870},
	                                   .proof = proof(41, "it-admin", "the export log"),
	                                   .corrected = true,
	                                   .before = {.number = 12400}};
	b->facts[1] = (struct matter_fact){.id = "passwords",
	                                   .kind = STORY_DATA,
	                                   .label = label(t, "Passwords"),
	                                   .standing = MATTER_VERIFIED,
	                                   .value = {.number = STORY_NOT_INVOLVED},
	                                   .proof = proof(43, "it-admin", "the file's 14 columns")};
	b->facts[1].proof.over = "1 Jan to 5 Mar";
	b->facts[2] = (struct matter_fact){.id = "copies",
	                                   .kind = STORY_COUNT,
	                                   .label = label(t, "Copies kept"),
	                                   .unit = "people",
	                                   .standing = MATTER_CLAIMED,
	                                   .value = {.number = 200},
	                                   .proof = proof(30, "the leaver", "her mail")};
	b->facts[3] = (struct matter_fact){.id = "bank", .kind = STORY_DATA, .label = label(t, "Refund bank details")};
	b->facts[4] = (struct matter_fact){
	    .id = "cause", .kind = STORY_TEXT, .label = label(t, "The way out"), .standing = MATTER_WITHDRAWN};
	b->facts[5] = (struct matter_fact){.id = "left",
	                                   .kind = STORY_TIME,
	                                   .label = label(t, "When it left"),
	                                   .standing = MATTER_VERIFIED,
	                                   .value = {.number = T0},
	                                   .proof = {.at = T0, .who = "it-admin", .place = {"facts.yaml", 12, 3}}};
	b->matter.facts = b->facts;
	b->matter.nfacts = 6;
}

static void act(struct bench *b)
{
	b->deeds[0] = (struct matter_deed){.action = action(b->world, "preserve-logs"), .at = T0 + 7200};
	b->deeds[1] = (struct matter_deed){.action = action(b->world, "suspend-account"), .at = T0 + 3600};
	b->deeds[2] = (struct matter_deed){.action = action(b->world, "wipe-device"), .at = T0 + 9000};
	b->matter.deeds = b->deeds;
	b->matter.ndeeds = 3;
	b->said = (struct matter_said){.fact = 0, .action = NAMES_NONE, .value = {.number = 12400}};
	for (int i = 0; i < 2; i++)
		b->words[i] = (struct matter_word){.notice = "customer-holding",
		                                   .lang = i ? "zh" : "en",
		                                   .subject = "We are looking into an incident",
		                                   .at = T0 + 14400,
		                                   .turn = 52,
		                                   .said = &b->said,
		                                   .nsaid = 1};
	b->matter.words = b->words;
	b->matter.nwords = 2;
}

static int set_up(void **state)
{
	struct bench *b = calloc(1, sizeof *b);
	if (!b)
		return -1;
	b->told = told_open();
	b->world = build(b->told);
	b->matter = (struct matter){.arena = b->told->arena,
	                            .exercise = true,
	                            .world = b->world,
	                            .company = "Kopi & Kain Pte Ltd",
	                            .contact = "privacy@kopikain.example",
	                            .zone = "Asia/Singapore",
	                            .customers = &b->world->playbook->company.customers,
	                            .now = T0 + 18000,
	                            .moments = {MATTER_NEVER, T0, T0 + 5400, MATTER_NEVER},
	                            .clocks = b->clocks,
	                            .nclocks = b->world->ndeadlines,
	                            .next_update = MATTER_NEVER};
	for (size_t i = 0; i < b->matter.nclocks; i++)
		b->clocks[i] = (struct matter_clock){.deadline = (int)i, .due = MATTER_NEVER, .notified = MATTER_NEVER};
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

static void draw(struct bench *b, const char *lang)
{
	jsn_free(b->tree);
	b->tree = counsel_tree(&b->matter, lang, worded(lang, b->told->arena));
}

static const char *at(struct bench *b, const char *path)
{
	return sought_at(b->tree, path, &b->told->out);
}

static void each_moment_is_told_or_told_as_not_logged(void **state)
{
	draw(*state, "en");
	assert_string_equal(at(*state, "moments"), "[{\"at\":null,\"moment\":\"It happened\"},"
	                                           "{\"at\":\"Thu 5 Mar, 21:40\",\"moment\":\"First sign\"},"
	                                           "{\"at\":\"Thu 5 Mar, 23:10\",\"moment\":\"Reasonably certain\"},"
	                                           "{\"at\":null,\"moment\":\"Assessed as notifiable\"}]");
}

static void a_country_without_a_law_on_file_is_told(void **state)
{
	draw(*state, "en");
	assert_string_equal(at(*state, "countries 0 authority"), "\"PDPC\"");
	assert_string_equal(at(*state, "countries 1"),
	                    "{\"authority\":null,\"country\":\"South Korea\",\"customers\":\"7,010\",\"law\":null}");
}

static void a_proved_value_names_who_checked_it_against_what_and_where_it_stands(void **state)
{
	struct bench *b = *state;
	know(b);
	draw(b, "en");
	assert_string_equal(at(b, "people"), "[{\"before\":\"12,400 people\",\"label\":\"People in the file\","
	                                     "\"proof\":\"IT admin, the export log (turn 41)\","
	                                     "\"value\":\"9,870 people\"}]");
	assert_string_equal(at(b, "data 0 proof"), "\"IT admin, the file's 14 columns, 1 Jan to 5 Mar (turn 43)\"");
	assert_string_equal(at(b, "events 0 value"), "\"Thu 5 Mar, 21:40\"");
	assert_string_equal(at(b, "events 0 proof"), "\"IT admin (line 12)\"");
}

static void a_value_that_is_a_sentence_leaves_its_full_stop_to_the_page(void **state)
{
	struct bench *b = *state;
	know(b);
	b->facts[4].standing = MATTER_VERIFIED;
	b->facts[4].value.words = label(b->told, "A login was left on.");
	draw(b, "en");
	assert_string_equal(at(b, "events 0 value"), "\"A login was left on\"");
	b->facts[4].value.words = label(b->told, "\xe5\xaf\xbc\xe5\x87\xba\xe3\x80\x82");
	draw(b, "zh");
	assert_string_equal(at(b, "events 0 value"), "\"\xe5\xaf\xbc\xe5\x87\xba\"");
}

static void the_year_is_said_once_and_again_where_it_is_another(void **state)
{
	struct bench *b = *state;
	b->matter.moments[0] = T0 - 100 * 86400;
	draw(b, "en");
	assert_string_equal(at(b, "at"), "\"Fri 6 Mar 2026, 02:40\"");
	assert_string_equal(at(b, "moments 0 at"), "\"Tue 25 Nov 2025, 21:40\"");
	assert_string_equal(at(b, "moments 1 at"), "\"Thu 5 Mar, 21:40\"");
}

static void what_was_searched_is_told_in_the_readers_language_where_the_file_has_it(void **state)
{
	struct bench *b = *state;
	know(b);
	b->facts[1].proof.words = worded_proof(b->told);
	draw(b, "zh");
	assert_string_equal(at(b, "data 0 proof"), "\"IT 管理员，14个栏位，1 Jan to 5 Mar（第 43 条）\"");
	draw(b, "en");
	assert_string_equal(at(b, "data 0 proof"), "\"IT admin, 14 columns, 1 Jan to 5 Mar (turn 43)\"");
}

static void one_of_a_unit_is_said_as_one(void **state)
{
	struct bench *b = *state;
	know(b);
	b->facts[0].value.number = 1;
	b->facts[0].corrected = false;
	draw(b, "en");
	assert_string_equal(at(b, "people 0 value"), "\"1 person\"");
	b->facts[2].unit = "parcels";
	draw(b, "zh");
	assert_string_equal(at(b, "claims 0 value"), "\"200 parcels\"");
}

static void a_claim_stands_apart_with_who_made_it(void **state)
{
	struct bench *b = *state;
	know(b);
	draw(b, "en");
	assert_string_equal(at(b, "claims"), "[{\"claim\":\"says the leaver, her mail (turn 30)\","
	                                     "\"label\":\"Copies kept\",\"value\":\"200 people\"}]");
	assert_int_equal(jsn_count(jsn_get(b->tree, "people")), 1);
}

static void what_was_never_heard_or_withdrawn_is_not_known(void **state)
{
	struct bench *b = *state;
	know(b);
	draw(b, "en");
	assert_string_equal(at(b, "unknown"), "[{\"label\":\"Refund bank details\"},{\"label\":\"The way out\"}]");
}

static void what_preserves_stands_apart_from_what_else_was_done(void **state)
{
	struct bench *b = *state;
	know(b);
	act(b);
	draw(b, "en");
	assert_int_equal(jsn_count(jsn_get(b->tree, "preserved")), 1);
	assert_string_equal(at(b, "preserved 0 at"), "\"Thu 5 Mar, 23:40\"");
	assert_int_equal(jsn_count(jsn_get(b->tree, "done")), 2); /* what was wiped does not hide */
}

static void a_notice_in_two_languages_is_one_and_a_value_that_no_longer_stands_is_told(void **state)
{
	struct bench *b = *state;
	know(b);
	act(b);
	draw(b, "en");
	assert_int_equal(jsn_count(jsn_get(b->tree, "said")), 1);
	assert_string_equal(at(b, "said 0 languages"), "\"en, zh\"");
	assert_string_equal(at(b, "said 0 audience"), "\"customers\"");
	assert_string_equal(at(b, "said 0 values"),
	                    "[{\"label\":\"People in the file\",\"now\":\"now proved: 9,870 people\","
	                    "\"value\":\"12,400 people\"}]");
}

static void a_value_said_several_times_is_told_once_and_one_withdrawn_since_says_so(void **state)
{
	struct bench *b = *state;
	struct matter_said said[] = {{.fact = 4, .action = NAMES_NONE}, {.fact = 4, .action = NAMES_NONE}};
	know(b);
	act(b);
	b->words[0].said = b->words[1].said = said;
	b->words[0].nsaid = b->words[1].nsaid = 2;
	draw(b, "en");
	assert_string_equal(at(b, "said 0 values"),
	                    "[{\"label\":\"The way out\",\"now\":\"no longer verified\",\"value\":\"\"}]");
}

static int deadline(const struct world *world, const char *id)
{
	return names_find(&world->names, NAMES_DEADLINE, id);
}

static const char *state_of(struct bench *b, const char *id)
{
	draw(b, "en");
	const char *path = arena_printf(b->told->arena, "clocks %d state", deadline(b->world, id));
	return at(b, path);
}

static void a_clock_waits_runs_is_met_late_or_overdue(void **state)
{
	struct bench *b = *state;
	struct matter_clock *clock = &b->clocks[deadline(b->world, "sg-pdpa.authority")];
	assert_string_equal(state_of(b, "sg-pdpa.authority"), "\"not running: assessed is not logged\"");
	clock->due = b->matter.now + 7200;
	assert_string_equal(state_of(b, "sg-pdpa.authority"), "\"2h left, not told\"");
	clock->due = b->matter.now - 3600;
	assert_string_equal(state_of(b, "sg-pdpa.authority"), "\"1h overdue, not told\"");
	clock->notified = b->matter.now;
	assert_string_equal(state_of(b, "sg-pdpa.authority"), "\"told Fri 6 Mar, 02:40, 1h late\"");
	clock->due = b->matter.now;
	assert_string_equal(state_of(b, "sg-pdpa.authority"), "\"told Fri 6 Mar, 02:40\"");
}

static bool has_done(struct bench *b, const char *words)
{
	return strstr(at(b, "done"), words) != NULL;
}

static void who_was_told_stands_with_the_clock_and_not_twice(void **state)
{
	static const char authority[] = "Personal Data Protection Commission", market[] = "the marketplace";
	struct bench *b = *state;
	struct matter_deed deeds[] = {{.action = action(b->world, "notify-pdpc"), .at = T0 + 3600},
	                              {.action = action(b->world, "notify-marketplace"), .at = T0 + 7200}};
	b->matter.deeds = deeds;
	b->matter.ndeeds = 2;
	draw(b, "en");
	assert_true(has_done(b, authority) && has_done(b, market)); /* no clock has it as told */
	b->clocks[deadline(b->world, "sg-pdpa.authority")].notified = T0 + 3600;
	draw(b, "en");
	assert_true(!has_done(b, authority) && has_done(b, market));
	b->clocks[deadline(b->world, "notify-marketplace")].notified = T0 + 7200;
	draw(b, "en");
	assert_string_equal(at(b, "done"), "[]");
}

static void a_clock_names_the_article_and_not_the_act(void **state)
{
	struct bench *b = *state;
	draw(b, "en");
	const char *path = arena_printf(b->told->arena, "clocks %d law", deadline(b->world, "sg-pdpa.authority"));
	assert_string_equal(at(b, path), "\"PDPA s 26B, s 26D(1); Regulations reg. 4 and 5\"");
	assert_string_equal(at(b, "promptly 0 law"), "\"PDPA s 26D(2); Regulations reg. 6\"");
}

static void a_duty_without_a_number_is_told_in_the_laws_words(void **state)
{
	struct bench *b = *state;
	draw(b, "en");
	assert_string_equal(at(b, "promptly 0 party"), "\"Customers concerned (PDPC)\"");
	assert_string_equal(at(b, "promptly 0 promptly"), "\"with or after the authority, never before\"");
}

static void a_hold_names_its_reason_and_its_end(void **state)
{
	struct bench *b = *state;
	draw(b, "en");
	assert_string_equal(at(b, "hold"), "null");
	b->matter.hold = (struct matter_hold){.on = true, .reason = "the police asked in writing", .until = T0 + 86400};
	draw(b, "en");
	assert_string_equal(at(b, "hold"),
	                    "{\"reason\":\"the police asked in writing\",\"until\":\"Fri 6 Mar, 21:40\"}");
}

static void one_decides_and_counsel_is_named(void **state)
{
	draw(*state, "en");
	assert_string_equal(at(*state, "decides"), "{\"deputy\":\"Arif\",\"person\":\"Mei Lin\","
	                                           "\"reach\":\"+65 5550 0101\",\"role\":\"Incident lead\"}");
	assert_string_equal(at(*state, "counsel person"), "\"Adeline Chua\"");
}

static void a_long_list_is_cut_to_its_newest_and_the_rest_is_counted(void **state)
{
	struct bench *b = *state;
	struct matter_deed many[20];
	for (int i = 0; i < 20; i++)
		many[i] = (struct matter_deed){.action = action(b->world, "suspend-account"), .at = T0 + i * 60};
	b->matter.deeds = many;
	b->matter.ndeeds = 20;
	draw(b, "en");
	assert_int_equal(jsn_count(jsn_get(b->tree, "done")), 8);
	assert_string_equal(at(b, "done 7 at"), "\"Thu 5 Mar, 21:59\"");
	assert_string_equal(at(b, "more_done"), "\"and 12 more in the record\"");
	assert_string_equal(at(b, "more_said"), "null");
}

static void the_page_speaks_chinese(void **state)
{
	struct bench *b = *state;
	know(b);
	act(b);
	draw(b, "zh");
	assert_string_equal(at(b, "moments 1 moment"), "\"发现最初迹象\"");
	assert_string_equal(at(b, "said 0 audience"), "\"客户\"");
	assert_string_equal(at(b, "people 0 value"), "\"9,870 人\"");
	assert_string_equal(at(b, "people 0 proof"), "\"IT 管理员，the export log（第 41 条）\"");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(each_moment_is_told_or_told_as_not_logged),
	    TEST(a_country_without_a_law_on_file_is_told),
	    TEST(a_proved_value_names_who_checked_it_against_what_and_where_it_stands),
	    TEST(a_value_that_is_a_sentence_leaves_its_full_stop_to_the_page),
	    TEST(the_year_is_said_once_and_again_where_it_is_another),
	    TEST(what_was_searched_is_told_in_the_readers_language_where_the_file_has_it),
	    TEST(one_of_a_unit_is_said_as_one),
	    TEST(a_claim_stands_apart_with_who_made_it),
	    TEST(what_was_never_heard_or_withdrawn_is_not_known),
	    TEST(what_preserves_stands_apart_from_what_else_was_done),
	    TEST(a_notice_in_two_languages_is_one_and_a_value_that_no_longer_stands_is_told),
	    TEST(a_value_said_several_times_is_told_once_and_one_withdrawn_since_says_so),
	    TEST(a_clock_waits_runs_is_met_late_or_overdue),
	    TEST(who_was_told_stands_with_the_clock_and_not_twice),
	    TEST(a_clock_names_the_article_and_not_the_act),
	    TEST(a_duty_without_a_number_is_told_in_the_laws_words),
	    TEST(a_hold_names_its_reason_and_its_end),
	    TEST(one_decides_and_counsel_is_named),
	    TEST(a_long_list_is_cut_to_its_newest_and_the_rest_is_counted),
	    TEST(the_page_speaks_chinese),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
