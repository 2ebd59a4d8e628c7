#include "lettered.h"

/* Every list of changes as these tests read it. */
#define CHANGES                                                                                                        \
	"{{#previous}}{{subject}}\n{{#changes}}\n- {{label}}: {{before}} at {{said.time}}, now {{now}}{{#withdrawn}} " \
	"(nobody "                                                                                                     \
	"says so){{/withdrawn}}{{#as_of}}, {{date}}{{/as_of}}\n{{/changes}}\n{{^has_changes}}nothing{{/has_changes}}"  \
	"{{/previous}}"

#define FACTS                                                                                                          \
	SHOPKEPT_HEAD                                                                                                  \
	"facts:\n"                                                                                                     \
	"  people: { kind: count, says: [N], label: People in the file, unit: people, value: 9870, " SHOPKEPT_PROVED   \
	" }\n"                                                                                                         \
	"  rows: { kind: count, label: Rows, unit: rows, value: 12400, " SHOPKEPT_PROVED " }\n"                        \
	"  lost: { kind: count, label: Lost parcels, unit: parcels, value: 3, claimed: { by: a guard, from: a call,"   \
	" at: 2026-03-06 01:00 } }\n"                                                                                  \
	"actions: { suspend-account: 2026-03-06 01:00 }\n"                                                             \
	"published:\n"
#define WORD(notice, lang, at, more)                                                                                   \
	"  - { notice: " notice ", lang: " lang ", at: 2026-03-05 " at ", subject: " lang " at " at ", " more " }\n"

static void assert_changes(struct lettered *l, const char *facts, const char *expected)
{
	lettered_open(l, facts);
	assert_string_equal(lettered_text(l, CHANGES), expected);
}

static void a_correction_says_what_was_said_and_what_is_so_now(void **state)
{
	assert_changes(*state,
	               FACTS WORD("customer-holding", "en", "23:30", "said: { people: 200, rows: 12400, lost: 3 }"),
	               "en at 23:30\n- People in the file: 200 people at 11:30 pm, now 9,870 people, 6 March 2026\n"
	               "- Lost parcels: 3 parcels at 11:30 pm, now withdrawn (nobody says so)\n");
}

static void before_the_first_notice_there_is_no_previous_one(void **state)
{
	struct lettered *l = *state;
	assert_string_equal(lettered_text(l, "{{^previous}}first{{/previous}}"), "first\n");
}

static void what_one_language_said_is_taken_back_in_all(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, FACTS WORD("customer-holding", "zh", "23:30", "said: { people: 200 }")
	                     WORD("customer-holding", "en", "23:30", "said: { people: 9870 }"));
	assert_string_equal(
	    lettered_text(l, CHANGES),
	    "en at 23:30\n"
	    "- People in the file: 200 people (in Chinese) at 11:30 pm, now 9,870 people, 6 March 2026\n");
	assert_true(lettered_write(l, "a.zh.mustache",
	                           "---\nkind: customer-confirmed\nsubject: x\n---\n"
	                           "{{#previous}}{{subject}}{{#changes}}: {{before}}{{/changes}}{{/previous}}\n"));
	assert_string_equal(l->notice.text, "zh at 23:30: 200人\n");
}

static void two_wrong_values_are_both_taken_back(void **state)
{
	assert_changes(*state,
	               FACTS WORD("customer-holding", "en", "23:30", "said: { people: 300 }")
	                   WORD("customer-holding", "zh", "23:30", "said: { people: 200 }"),
	               "en at 23:30\n"
	               "- People in the file: 200 people (in Chinese) at 11:30 pm, now 9,870 people, 6 March 2026\n"
	               "- People in the file: 300 people at 11:30 pm, now 9,870 people, 6 March 2026\n");
}

static void readers_who_heard_no_better_since_are_corrected(void **state)
{
	assert_changes(*state,
	               FACTS WORD("customer-holding", "zh", "23:20", "said: { people: 200 }")
	                   WORD("customer-holding", "en", "23:20", "said: { people: 200 }")
	                       WORD("customer-confirmed", "en", "23:30", "said: { people: 9870 }"),
	               "en at 23:30\n"
	               "- People in the file: 200 people (in Chinese) at 11:20 pm, now 9,870 people, 6 March 2026\n");
}

static void each_change_has_the_time_at_which_these_readers_were_told(void **state)
{
	assert_changes(*state,
	               FACTS WORD("customer-holding", "en", "23:10", "said: { people: 300 }")
	                   WORD("customer-holding", "en", "23:15", "said: { people: 300, rows: 5 }")
	                       WORD("customer-holding", "zh", "23:20", "said: { people: 300 }"),
	               "en at 23:15\n- People in the file: 300 people at 11:15 pm, now 9,870 people, 6 March 2026\n"
	               "- Rows: 5 rows at 11:15 pm, now 12,400 rows, 6 March 2026\n");
}

static void what_was_said_stands_only_where_it_is_on_record(void **state)
{
	static const char letter[] = "{{#previous}}{{subject}}{{#stands}} stands{{/stands}}{{/previous}}";
	struct lettered *l = *state;
	lettered_open(l, FACTS WORD("customer-holding", "en", "23:30", "said: { people: 9870 }"));
	assert_string_equal(lettered_text(l, letter), "en at 23:30 stands\n");
	lettered_open(l, FACTS WORD("customer-holding", "en", "23:30", ""));
	assert_string_equal(lettered_text(l, letter), "en at 23:30\n");
	l->matter->recorded = true;
	assert_string_equal(lettered_text(l, letter), "en at 23:30 stands\n");
	lettered_open(l, FACTS WORD("customer-holding", "en", "23:30", "said: { people: 300 }"));
	assert_string_equal(lettered_text(l, letter), "en at 23:30\n");
	lettered_open(l, FACTS WORD("customer-holding", "zh", "23:30", "said: { people: 9870 }"));
	assert_string_equal(lettered_text(l, letter), "zh at 23:30\n");
}

static void a_deed_that_was_said_and_not_done_is_taken_back(void **state)
{
	assert_changes(*state, FACTS WORD("customer-holding", "en", "23:30", "did: [notify-insurer]"),
	               "en at 23:30\n- A deed: “We told our insurer.” at 11:30 pm, now not done (nobody says so)\n");
}

static void a_deed_that_was_said_before_it_was_done_is_put_right(void **state)
{
	assert_changes(*state, FACTS WORD("customer-holding", "en", "23:30", "did: [suspend-account]"),
	               "en at 23:30\n- A deed: “We switched off the account.” at 11:30 pm, now done on 6 March 2026\n");
}

static void what_a_correction_took_back_is_not_taken_back_again(void **state)
{
	assert_changes(*state,
	               FACTS WORD("customer-holding", "en", "23:20", "did: [notify-insurer], said: { lost: 3 }")
	                   WORD("customer-correction", "en", "23:30", ""),
	               "en at 23:30\nnothing\n");
}

static void a_correction_in_another_language_takes_nothing_back(void **state)
{
	assert_changes(*state,
	               FACTS WORD("customer-holding", "zh", "23:20", "did: [notify-insurer]")
	                   WORD("customer-correction", "en", "23:30", ""),
	               "en at 23:30\n"
	               "- A deed: “We told our insurer.” (in Chinese) at 11:20 pm, now not done (nobody says so)\n");
}

/* What only a session keeps: words that nothing backed, moments as they were logged. */

static void say(struct lettered *l, struct matter_said said)
{
	struct matter_word *word = arena_push(l->told.arena, &l->matter->words, &l->matter->nwords, sizeof *word);
	*word = (struct matter_word){.notice = "customer-holding", .lang = "en", .at = l->matter->now - 60};
	word->said = arena_alloc(l->told.arena, sizeof said);
	*word->said = said;
	word->nsaid = 1;
}

static struct matter_said words(const char *text)
{
	return (struct matter_said){.fact = NAMES_NONE, .action = NAMES_NONE, .moment = NAMES_NONE, .text = text};
}

static struct matter_said counted(const char *text, const char *unit)
{
	struct matter_said said = words(text);
	said.unit = unit;
	return said;
}

static void what_nothing_backs_is_taken_back_as_it_stood(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	say(l, words("50,000"));
	assert_string_equal(
	    lettered_text(l, "{{#previous.changes}}{{label}}: {{before}}, {{now}}{{/previous.changes}}"),
	    "Words: “50,000”, unproved\n");
}

static void a_number_that_was_proved_since_is_none_to_take_back(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	say(l, counted("9,870", "people"));
	say(l, counted("about 10,000", "people"));
	assert_string_equal(lettered_text(l, "{{^previous.has_changes}}nothing{{/previous.has_changes}}"), "nothing\n");
}

static void a_number_of_other_things_than_were_proved_is_taken_back(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, FACTS WORD("customer-holding", "en", "23:20", ""));
	say(l, counted("12,400", "people"));
	say(l, counted("12,400", "rows"));
	say(l, counted("9,870", NULL));
	say(l, counted("9,870%", "people"));
	assert_string_equal(lettered_text(l, "{{#previous.changes}}{{before}}\n{{/previous.changes}}"),
	                    "“9,870%” people\n“9,870”\n“12,400” people\n");
}

static void a_deed_is_quoted_as_its_readers_read_it(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, SHOPKEPT_HEAD);
	say(l, (struct matter_said){.fact = NAMES_NONE,
	                            .action = names_find(&l->world->names, NAMES_ACTION, "notify-insurer"),
	                            .moment = NAMES_NONE,
	                            .text = "Our insurer knows."});
	assert_string_equal(lettered_text(l, "{{#previous.changes}}{{before}}{{/previous.changes}}"),
	                    "“Our insurer knows.”\n");
}

static void a_moment_that_was_logged_anew_is_put_right(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	say(l, (struct matter_said){.fact = NAMES_NONE,
	                            .action = NAMES_NONE,
	                            .moment = SHAPE_AWARE,
	                            .value = {.number = l->matter->moments[SHAPE_AWARE] - 3600}});
	assert_string_equal(
	    lettered_text(l, "{{#previous.changes}}{{label}}: {{before}}, now {{now}}{{/previous.changes}}"),
	    "When: 5 March 2026, 10:10 pm, now 5 March 2026, 11:10 pm\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    lettered_test(a_correction_says_what_was_said_and_what_is_so_now),
	    lettered_test(before_the_first_notice_there_is_no_previous_one),
	    lettered_test(what_one_language_said_is_taken_back_in_all),
	    lettered_test(two_wrong_values_are_both_taken_back),
	    lettered_test(readers_who_heard_no_better_since_are_corrected),
	    lettered_test(each_change_has_the_time_at_which_these_readers_were_told),
	    lettered_test(what_was_said_stands_only_where_it_is_on_record),
	    lettered_test(a_deed_that_was_said_and_not_done_is_taken_back),
	    lettered_test(a_deed_that_was_said_before_it_was_done_is_put_right),
	    lettered_test(what_a_correction_took_back_is_not_taken_back_again),
	    lettered_test(a_correction_in_another_language_takes_nothing_back),
	    lettered_test(what_nothing_backs_is_taken_back_as_it_stood),
	    lettered_test(a_number_that_was_proved_since_is_none_to_take_back),
	    lettered_test(a_number_of_other_things_than_were_proved_is_taken_back),
	    lettered_test(a_deed_is_quoted_as_its_readers_read_it),
	    lettered_test(a_moment_that_was_logged_anew_is_put_right),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
