#include "lettered.h"

static void assert_reads(struct lettered *l, const char *body, const char *expected)
{
	assert_string_equal(lettered_text(l, body), expected);
}

/* What can be said ----------------------------------------------------------------------------------------------- */

static void a_verified_fact_is_said_as_the_language_writes_it(void **state)
{
	assert_reads(
	    *state,
	    "{{#facts.people}}{{label}}: {{words}}, {{value}} {{unit}}, {{verb}}, {{as_of.date}}{{/facts.people}}",
	    "People in the file: 9,870 people, 9,870 people, exported, 6 March 2026\n");
	assert_reads(*state, "{{date}}, {{time}} ({{zone}}); {{moments.aware.date}} {{moments.aware.time}}",
	             "6 March 2026, 2:31 am (Singapore time); 5 March 2026 11:10 pm\n");
}

static void what_is_not_verified_is_nothing_and_named_as_unknown(void **state)
{
	assert_reads(*state,
	             "{{^facts.kept}}none{{/facts.kept}}{{^facts.where_now}} none{{/facts.where_now}}\n"
	             "{{#unknown}}\n- {{label}}\n{{/unknown}}",
	             "none none\n- how many: People he kept\n- whether Dates of birth\n"
	             "- Who has it now\n");
	const struct lettered *l = *state;
	assert_int_equal(l->notice.unknown.n, 3);
	assert_string_equal(l->notice.unknown.v[0], "kept");
}

static void naming_what_is_not_verified_is_told_at_its_place(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	assert_false(lettered_body(l, "{{facts.people.words}}\n{{facts.kept.words}} {{facts.cout.words}}"));
	assert_string_equal(told_text(&l->told),
	                    "small.en.mustache:6:1: \"facts.kept.words\": there is no \"kept\" now (put it between "
	                    "{{#facts.kept}} and {{/facts.kept}})\n"
	                    "small.en.mustache:6:22: \"facts.cout.words\": \"facts\" has no \"cout\"\n");
}

static void data_stand_apart_by_what_was_found(void **state)
{
	assert_reads(*state,
	             "{{#data.involved}}{{label}}/{{name}};{{/data.involved}}{{#data.not_involved}}{{label}}: "
	             "{{searched}}, {{over}};{{/data.not_involved}}{{#data.unknown}}{{label}}{{/data.unknown}}",
	             "Mobile numbers/contact details;Refund accounts/bank accounts;Passwords: the 14 columns, 1 to 5 "
	             "March;Dates of birth\n");
	assert_reads(*state,
	             "{{#data.has_involved}}yes{{/data.has_involved}}{{^data.has_not_held}} no{{/data.has_not_held}}",
	             "yes no\n");
}

static void customers_data_are_concerned_once_something_of_it_is_proved(void **state)
{
	static const char body[] = "{{#concerned}}yes{{/concerned}}{{^concerned}}not yet{{/concerned}}";
	static const char head[] = "case: small\nmode: exercise\nat: 2026-03-06 02:31\n"
	                           "company: { name: K, timezone: Asia/Singapore, customers: { SG: 9 } }\nfacts:\n";
	static const char proof[] = "verified: { by: it-admin, against: the log, at: 2026-03-06 01:10 } }\n";
	static const char *const proved[] = {"kind: data, category: contact, value: involved",
	                                     "kind: count, unit: people, says: [N], value: 3",
	                                     "kind: text, says: [WHAT], value: A file was exported."};
	struct lettered *l = *state;
	lettered_open(l, arena_printf(l->told.arena, "%s  a: { label: A, kind: data, category: contact }\n", head));
	assert_reads(l, body, "not yet\n");
	for (size_t i = 0; i < sizeof proved / sizeof *proved; i++) {
		lettered_open(l, arena_printf(l->told.arena, "%s  a: { label: A, %s, %s", head, proved[i], proof));
		assert_reads(l, body, "yes\n");
	}
}

static void what_stands_within_a_sentence_has_no_full_stop(void **state)
{
	struct lettered *l = *state;
	lettered_open(
	    l, SHOPKEPT_HEAD
	    "facts:\n"
	    "  how: { kind: text, says: [HOW], label: How it left., value: An open login., " SHOPKEPT_PROVED " }\n"
	    "  passwords: { kind: data, category: passwords, label: Passwords., value: not_involved,"
	    " verified: { by: it-admin, against: the 14 columns., over: 1 to 5 March., at: 2026-03-06 01:30 } }\n");
	assert_reads(l,
	             "{{#how}}{{label}}: {{words}}{{/how}}\n{{#data.not_involved}}{{label}}: {{searched}} ({{over}})"
	             "{{/data.not_involved}}",
	             "How it left: An open login.\nPasswords: the 14 columns (1 to 5 March)\n");
}

static void a_list_can_be_one_sentence(void **state)
{
	assert_reads(*state, "{{#unknown}}{{joint}}{{n}}{{/unknown}}", "1, 2 and 3\n");
}

static void only_what_was_logged_was_done(void **state)
{
	assert_reads(*state, "{{#actions}}{{words}} {{date}}, {{time}}{{/actions}}",
	             "We switched off the account. 5 March 2026, 10:20 pm\n");
}

static void authorities_are_told_more_than_customers(void **state)
{
	struct lettered *l = *state;
	static const char body[] = "{{#actions}}\n- {{words}}\n{{/actions}}\n{{#estimates}}\n- {{label}}: {{words}}, "
	                           "{{who}}, {{source}}\n{{/estimates}}\n";
	assert_reads(l, body, "- We switched off the account.\n");
	assert_true(lettered_write(
	    l, "form.en.mustache",
	    arena_printf(l->told.arena, "---\nkind: authority-sg-pdpa\nregime: sg-pdpa\nsubject: x\n---\n%s", body)));
	assert_string_equal(l->notice.text, "- We switched off the account.\n- We told our insurer.\n"
	                                    "- People he kept: 200 people, the leaver, his mail\n");
}

static void authorities_are_told_of_people_and_people_of_themselves(void **state)
{
	struct lettered *l = *state;
	static const char body[] = "{{#harm}}{{words}} {{/harm}}\n";
	assert_reads(l, body, "False payments. Calls. \n");
	assert_true(lettered_write(
	    l, "form.en.mustache",
	    arena_printf(l->told.arena, "---\nkind: authority-sg-pdpa\nregime: sg-pdpa\nsubject: x\n---\n%s", body)));
	assert_string_equal(l->notice.text, "False payments. Calls to them. \n");
}

static void confirmed_data_bring_their_advice(void **state)
{
	struct lettered *l = *state;
	assert_reads(l, "{{#urgent}}{{words}}{{/urgent}}\n{{#advice}}\n{{n}}. {{words}}\n{{/advice}}",
	             "Check your account.\n1. Check your account.\n2. Call your bank.\n3. Distrust calls.\n");
}

static void what_gives_a_law_its_contents_is_listed_by_it(void **state)
{
	assert_reads(*state,
	             "{{#how}}{{words}}{{/how}}{{#has_harm}} harm{{/has_harm}}{{^has_what}} no what{{/has_what}}",
	             "An open login. harm no what\n");
}

static void the_next_word_comes_as_promised(void **state)
{
	assert_reads(*state, "{{#next_update}}{{date}}, {{time}}{{/next_update}}", "7 March 2026, 6:00 pm\n");
}

static void a_promise_that_is_over_gives_way_to_the_playbook(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, SHOPKEPT_HEAD "facts:\n  a: { kind: text, label: A }\n");
	assert_reads(l, "{{#next_update}}{{date}}, {{time}}{{/next_update}}", "8 March 2026, 2:31 am\n");
}

static void a_law_says_when_it_is_due(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	assert_true(lettered_write(l, "form.en.mustache",
	                           "---\nkind: authority-kr-pipa\nregime: kr-pipa\nsubject: x\n---\n"
	                           "{{#regime}}{{short}}, {{law}}, {{due.date}} {{due.time}}{{^late}}, in time{{/late}}"
	                           "{{/regime}}\n"));
	assert_string_equal(l->notice.text, "PIPC, Art. 1, 8 March 2026 11:10 pm, in time\n");
}

static void a_form_for_a_law_of_nobody_here_is_refused(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	assert_false(lettered_write(l, "form.en.mustache",
	                            "---\nkind: authority-eu-gdpr\nregime: eu-gdpr\nsubject: x\n---\nx\n"));
	assert_string_equal(told_text(&l->told),
	                    "form.en.mustache:3:9: eu-gdpr is not a law of this incident; its laws "
	                    "are: kr-pipa, sg-pdpa\n");
}

static void the_chronology_is_in_order_and_tells_each_thing_once(void **state)
{
	assert_reads(*state, "{{#chronology}}\n- {{date}}, {{time}}: {{words}}\n{{/chronology}}",
	             "- 5 March 2026, 9:40 pm: We noticed.\n"
	             "- 5 March 2026, 10:20 pm: We switched off the account.\n"
	             "- 5 March 2026, 11:10 pm: We were certain.\n");
}

/* Languages ------------------------------------------------------------------------------------------------------ */

static void words_that_a_language_lacks_are_told(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	assert_true(
	    lettered_write(l, "a.zh.mustache",
	                   "---\nkind: customer-confirmed\nsubject: x\n---\n{{#facts.people}}{{label}} {{words}}"
	                   "{{/facts.people}} {{#how}}{{words}}{{/how}}\n"));
	assert_int_equal(l->notice.warnings.n, 1);
	assert_string_equal(l->notice.warnings.v[0], "worded in English only: way_out");
}

#define CHINESE(body) "---\nkind: customer-confirmed\nsubject: x\n---\n" body

static void a_label_that_a_language_lacks_is_said_by_what_it_gives(void **state)
{
	struct lettered *l = *state;
	lettered_open(l,
	              SHOPKEPT_HEAD "facts:\n"
	                            "  people: { kind: count, says: [N], label: People, unit: people, value: 9870,"
	                            " " SHOPKEPT_PROVED " }\n"
	                            "  bank: { kind: data, category: bank, label: Refunds, value: involved,"
	                            " " SHOPKEPT_PROVED " }\n"
	                            "  rows: { kind: count, label: Rows, unit: rows, value: 3, " SHOPKEPT_PROVED " }\n"
	                            "  where: { kind: text, label: Where }\n");
	assert_true(lettered_write(l, "a.zh.mustache",
	                           CHINESE("{{#people}}{{label}}：{{words}}{{/people}}，{{#data.involved}}{{label}}"
	                                   "{{/data.involved}}\n")));
	assert_string_equal(l->notice.text, "涉及多少人：9,870人，银行账号\n");
	assert_int_equal(l->notice.warnings.n, 0);
	assert_true(lettered_write(l, "a.zh.mustache",
	                           CHINESE("{{#counts}}{{label}}{{/counts}}{{#unknown}}{{label}}{{/unknown}}\n")));
	assert_int_equal(l->notice.warnings.n, 1);
	assert_string_equal(l->notice.warnings.v[0],
	                    "worded in one language only, which may not be this notice's: the label of rows, the label "
	                    "of where. Write each in every language, as  label: { en: ..., zh: ... }");
}

static void what_was_searched_in_another_language_is_told(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	assert_true(lettered_write(l, "a.zh.mustache",
	                           CHINESE("{{#data.not_involved}}{{searched}}，{{over}}{{/data.not_involved}}\n")));
	assert_string_equal(l->notice.text, "the 14 columns，1 to 5 March\n");
	assert_int_equal(l->notice.warnings.n, 1);
	assert_string_equal(l->notice.warnings.v[0],
	                    "worded in one language only, which may not be this notice's: what was searched for "
	                    "passwords. Write each in every language, as  against: { en: ..., zh: ... }");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    lettered_test(a_verified_fact_is_said_as_the_language_writes_it),
	    lettered_test(what_is_not_verified_is_nothing_and_named_as_unknown),
	    lettered_test(naming_what_is_not_verified_is_told_at_its_place),
	    lettered_test(data_stand_apart_by_what_was_found),
	    lettered_test(customers_data_are_concerned_once_something_of_it_is_proved),
	    lettered_test(what_stands_within_a_sentence_has_no_full_stop),
	    lettered_test(a_list_can_be_one_sentence),
	    lettered_test(only_what_was_logged_was_done),
	    lettered_test(authorities_are_told_more_than_customers),
	    lettered_test(authorities_are_told_of_people_and_people_of_themselves),
	    lettered_test(confirmed_data_bring_their_advice),
	    lettered_test(what_gives_a_law_its_contents_is_listed_by_it),
	    lettered_test(the_next_word_comes_as_promised),
	    lettered_test(a_promise_that_is_over_gives_way_to_the_playbook),
	    lettered_test(a_law_says_when_it_is_due),
	    lettered_test(a_form_for_a_law_of_nobody_here_is_refused),
	    lettered_test(the_chronology_is_in_order_and_tells_each_thing_once),
	    lettered_test(words_that_a_language_lacks_are_told),
	    lettered_test(a_label_that_a_language_lacks_is_said_by_what_it_gives),
	    lettered_test(what_was_searched_in_another_language_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
