#include "issued.h"

#include "exercise/gather.h"

static const char holding[] = "customer-holding";

static const struct matter *gather(const struct small *small)
{
	return gather_matter(small->session, small->arena);
}

static const struct matter_fact *fact_of(const struct matter *matter, const char *id)
{
	int number = matter_fact(matter, id);
	assert_int_not_equal(number, NAMES_NONE);
	return &matter->facts[number];
}

static struct event_turn *claim(struct small *small, const char *id, int32_t value)
{
	struct act act = issued_act(small, ACT_CLAIM, small_name(small, NAMES_FACT, id));
	act.value = value;
	act.why = "his mail";
	act.who = "it-admin";
	return small_take(small, act);
}

/* Completes an action by the story's rules, as a turn of its own. */
static void done(struct small *small, const char *action)
{
	struct event_turn turn = {.n = small->session->turns + 1, .t = 60, .by = "clock", .cause = "x"};
	struct state scratch;
	size_t entries = ledger_count(small->session->ledger);
	state_clone(&scratch, &small->session->state);
	struct cascade cascade = {
	    .scribe = {{&scratch, small->session->ledger, turn.n, 60}, &turn, small->arena, false}};
	cascade_act(&cascade, small_name(small, NAMES_ACTION, action));
	ledger_cut(small->session->ledger, entries);
	state_free(&scratch);
	session_apply(small->session, &turn);
}

static void what_is_known_before_anything_happened(void **state)
{
	const struct small *small = *state;
	const struct matter *m = gather(small);
	assert_true(m->exercise);
	assert_string_equal(m->company, "Small Shop");
	assert_string_equal(m->contact, "a@shop.example");
	assert_string_equal(m->zone, "Asia/Singapore");
	assert_int_equal(m->customers->n, 2);
	assert_int_equal(m->now, small->world->t0);
	assert_int_equal(m->moments[SHAPE_DETECTED], small->world->t0);
	assert_true(m->moments[SHAPE_AWARE] == MATTER_NEVER);
	assert_int_equal(m->nfacts, 6);
	assert_int_equal(fact_of(m, "people")->standing, MATTER_UNHEARD);
	assert_string_equal(fact_of(m, "people")->says.v[0], "N");
	assert_string_equal(yml_in(fact_of(m, "passwords")->label, "en"), "Passwords");
	assert_true(m->next_update == MATTER_NEVER);
	assert_false(m->hold.on);
	assert_true(m->clocks[0].due == MATTER_NEVER);
	assert_int_equal(m->ndeeds + m->nwords, 0);
}

static void a_claim_stands_until_it_is_proved(void **state)
{
	struct small *small = *state;
	int32_t turn = claim(small, "people", 200)->n;
	const struct matter_fact *fact = fact_of(gather(small), "people");
	assert_int_equal(fact->standing, MATTER_CLAIMED);
	assert_int_equal(fact->value.number, 200);
	assert_string_equal(fact->proof.who, "it-admin");
	assert_string_equal(fact->proof.source, "his mail");
	assert_int_equal(fact->proof.turn, turn);
	assert_false(matter_proved(fact));
	turn = issued_verify(small, "people", 9870, NULL)->n;
	assert_non_null(claim(small, "people", 300));
	fact = fact_of(gather(small), "people");
	assert_true(matter_proved(fact));
	assert_int_equal(fact->value.number, 9870);
	assert_int_equal(fact->proof.turn, turn);
	assert_false(fact->corrected);
}

static void a_correction_says_what_it_replaces(void **state)
{
	struct small *small = *state;
	issued_verify(small, "people", 200, NULL);
	issued_verify(small, "people", 9870, NULL);
	const struct matter_fact *fact = fact_of(gather(small), "people");
	assert_true(fact->corrected);
	assert_int_equal(fact->before.number, 200);
	assert_int_equal(fact->value.number, 9870);
}

static void what_was_withdrawn_is_not_proved_and_is_remembered(void **state)
{
	struct small *small = *state;
	issued_verify(small, "people", 200, NULL);
	struct act act = issued_act(small, ACT_WITHDRAW, small_name(small, NAMES_FACT, "people"));
	act.why = "rows, not people";
	assert_non_null(small_take(small, act));
	const struct matter_fact *fact = fact_of(gather(small), "people");
	assert_int_equal(fact->standing, MATTER_WITHDRAWN);
	assert_string_equal(fact->proof.source, "rows, not people");
	issued_verify(small, "people", 9870, NULL);
	fact = fact_of(gather(small), "people");
	assert_true(fact->corrected);
	assert_int_equal(fact->before.number, 200);
}

static void times_are_instants_and_texts_are_words(void **state)
{
	struct small *small = *state;
	issued_verify(small, "left", -3600, NULL);
	issued_verify(small, "how", SHAPE_UNSET, "By a token");
	const struct matter *m = gather(small);
	assert_int_equal(fact_of(m, "left")->value.number, small->world->t0 - 3600);
	assert_string_equal(yml_in(fact_of(m, "how")->value.words, "zh"), "By a token");
}

static void what_the_story_proves_has_its_source_in_words_and_its_languages(void **state)
{
	struct small *small = *state;
	done(small, "count-people");
	const struct matter *m = gather(small);
	assert_null(fact_of(m, "people")->proof.who);
	assert_string_equal(fact_of(m, "people")->proof.source, "Count people, not rows");
	assert_string_equal(yml_in(fact_of(m, "how")->value.words, "en"), "By an export");
	assert_string_equal(yml_in(fact_of(m, "how")->value.words, "zh"), "\xe5\xaf\xbc\xe5\x87\xba");
}

static void a_search_names_what_was_searched_and_over_which_span(void **state)
{
	struct small *small = *state;
	done(small, "search-logins");
	const struct matter_fact *fact = fact_of(gather(small), "passwords");
	assert_int_equal(fact->value.number, STORY_NOT_INVOLVED);
	assert_string_equal(fact->proof.source, "the columns of the export");
	assert_string_equal(fact->proof.over, "1 Jan to 5 Mar");
	issued_verify(small, "bank", STORY_NOT_INVOLVED, NULL);
	fact = fact_of(gather(small), "bank");
	assert_string_equal(fact->proof.source, "the log");
	assert_string_equal(fact->proof.over, "1 to 5 Mar");
}

static void deeds_stand_in_the_order_they_were_logged(void **state)
{
	struct small *small = *state;
	done(small, "suspend-account");
	done(small, "open-incident");
	const struct matter *m = gather(small);
	assert_int_equal(m->ndeeds, 2);
	assert_int_equal(m->deeds[0].action, small_name(small, NAMES_ACTION, "suspend-account"));
	assert_int_equal(m->deeds[0].at, small->world->t0 + 60);
	assert_int_equal(m->deeds[1].proof.turn, m->deeds[0].proof.turn + 1);
}

static void clocks_run_from_logged_moments_with_what_was_noted_of_them(void **state)
{
	struct small *small = *state;
	int deadline = small_name(small, NAMES_DEADLINE, "kr-pipa.authority");
	int32_t turn = small_take(small, issued_act(small, ACT_MOMENT, SHAPE_AWARE))->n;
	assert_int_equal(gather(small)->logged[SHAPE_AWARE].turn, turn);
	struct act note = issued_act(small, ACT_NOTE, deadline);
	note.text = "the count took two days";
	assert_non_null(small_take(small, note));
	struct act told = issued_act(small, ACT_NOTIFY, deadline);
	assert_non_null(small_take(small, told));
	const struct matter *m = gather(small);
	assert_int_equal(m->clocks[deadline].due, small->world->t0 + 72 * 3600);
	assert_int_equal(m->clocks[deadline].notified, small->world->t0);
	assert_string_equal(m->clocks[deadline].reason, "the count took two days");
	assert_true(matter_has(m, "LATE", small->world->deadlines[deadline].regime));
}

static void what_was_published_stands_with_its_values(void **state)
{
	struct small *small = *state;
	int32_t people = issued_verify(small, "people", 9870, NULL)->n;
	int32_t how = issued_verify(small, "how", SHAPE_UNSET, "By a token")->n;
	struct statement_value values[] = {issued_number(small, "people", 9870, people),
	                                   issued_number(small, "how", SHAPE_UNSET, how)};
	struct statement statement = issued_statement("Words.", values, 2);
	issued_draft_of(small, holding, &statement, 1);
	int32_t turn = issued_publish(small, holding, "no time")->n;
	issued_verify(small, "how", SHAPE_UNSET, "By an export");
	const struct matter *m = gather(small);
	assert_int_equal(m->nwords, 1);
	assert_string_equal(m->words[0].notice, holding);
	assert_string_equal(m->words[0].lang, "en");
	assert_string_equal(m->words[0].text, "Words.");
	assert_int_equal(m->words[0].turn, turn);
	assert_int_equal(m->words[0].said[0].value.number, 9870);
	assert_string_equal(yml_in(m->words[0].said[1].value.words, "en"), "By a token");
	assert_int_equal(m->next_update, small->world->t0 + 24 * 3600);
}

static void what_nothing_backed_and_a_moment_stand_as_they_were_said(void **state)
{
	struct small *small = *state;
	struct statement_value values[] = {
	    {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "50,000", NULL},
	    {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 1, "5 March", NULL}, /* a filing's, say: proved */
	    {NAMES_NONE, NAMES_NONE, SHAPE_DETECTED, 0, 1, "21:40", NULL}};
	struct statement statement = issued_statement("Words.", values, 3);
	issued_draft_of(small, holding, &statement, 1);
	assert_non_null(issued_publish(small, holding, "no time"));
	const struct matter_word *word = &gather(small)->words[0];
	assert_int_equal(word->nsaid, 2);
	assert_string_equal(word->said[0].text, "50,000");
	assert_int_equal(word->said[1].moment, SHAPE_DETECTED);
	assert_int_equal(word->said[1].value.number, small->world->t0);
}

static void a_correction_of_nothing_is_not_taken_for_the_deed_that_it_is_sent_for(void **state)
{
	struct small *small = *state;
	int deed = small_name(small, NAMES_ACTION, "publish-holding");
	struct statement statement = issued_statement("Words.", NULL, 0);
	statement.needless = "no notice to these readers is on record";
	issued_draft_of(small, holding, &statement, 1);
	assert_non_null(issued_publish(small, holding, "the paper asked for one"));
	assert_true(gather(small)->words[0].needless);
	assert_true(matter_done(gather(small), deed) == MATTER_NEVER);
	statement.needless = NULL;
	issued_draft_of(small, holding, &statement, 1);
	assert_non_null(issued_publish(small, holding, "no time"));
	assert_true(matter_done(gather(small), deed) == gather(small)->now);
}

static void a_text_that_was_corrected_before_it_went_out_stands_as_it_was_drafted(void **state)
{
	struct small *small = *state;
	struct statement_value value =
	    issued_number(small, "how", SHAPE_UNSET, issued_verify(small, "how", SHAPE_UNSET, "By a token")->n);
	issued_draft(small, holding, "Words.", &value);
	issued_verify(small, "how", SHAPE_UNSET, "By an export");
	assert_non_null(issued_publish(small, holding, "no time"));
	assert_string_equal(yml_in(gather(small)->words[0].said[0].value.words, "en"), "By a token");
}

static void a_hold_stands_with_its_reason_and_its_end(void **state)
{
	struct small *small = *state;
	struct act act = issued_act(small, ACT_PAUSE, small_name(small, NAMES_PAUSE, "notices"));
	act.why = "the police asked";
	act.at = 7200;
	assert_non_null(small_take(small, act));
	const struct matter *m = gather(small);
	assert_true(m->hold.on);
	assert_string_equal(m->hold.reason, "the police asked");
	assert_int_equal(m->hold.until, small->world->t0 + 7200);
}

static void a_draft_leaves_its_time(void **state)
{
	struct small *small = *state;
	issued_draft(small, holding, "Words.", NULL);
	issued_draft(small, holding, "Other words.", NULL);
	const struct matter *m = gather(small);
	assert_int_equal(m->ndrafted, 1);
	assert_int_equal(m->drafted[0], small->world->t0);
}

static void what_undo_took_back_is_not_gathered(void **state)
{
	struct small *small = *state;
	issued_verify(small, "people", 200, NULL);
	assert_non_null(small_take(small, issued_act(small, ACT_UNDO, 0)));
	assert_int_equal(fact_of(gather(small), "people")->standing, MATTER_UNHEARD);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, issued_setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(what_is_known_before_anything_happened),
	    TEST(a_claim_stands_until_it_is_proved),
	    TEST(a_correction_says_what_it_replaces),
	    TEST(what_was_withdrawn_is_not_proved_and_is_remembered),
	    TEST(times_are_instants_and_texts_are_words),
	    TEST(what_the_story_proves_has_its_source_in_words_and_its_languages),
	    TEST(a_search_names_what_was_searched_and_over_which_span),
	    TEST(deeds_stand_in_the_order_they_were_logged),
	    TEST(clocks_run_from_logged_moments_with_what_was_noted_of_them),
	    TEST(what_was_published_stands_with_its_values),
	    TEST(what_nothing_backed_and_a_moment_stand_as_they_were_said),
	    TEST(a_correction_of_nothing_is_not_taken_for_the_deed_that_it_is_sent_for),
	    TEST(a_text_that_was_corrected_before_it_went_out_stands_as_it_was_drafted),
	    TEST(a_hold_stands_with_its_reason_and_its_end),
	    TEST(a_draft_leaves_its_time),
	    TEST(what_undo_took_back_is_not_gathered),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
