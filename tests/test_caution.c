#include "exercise/caution.c"

#include "lettered.h"

static const char *only(const struct lettered *l)
{
	if (l->notice.warnings.n != 1)
		fail_msg("%zu warnings", l->notice.warnings.n);
	return l->notice.warnings.v[0];
}

static void a_notice_on_hold_is_written_with_a_warning(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, SHOPKEPT_HEAD "facts:\n  a: { kind: text, label: A }\n"
	                               "hold: { reason: the police asked in writing, until: 2026-03-10 09:00 }\n");
	lettered_text(l, "x\n");
	assert_int_equal(l->notice.warnings.n, 1);
	assert_string_equal(l->notice.warnings.v[0],
	                    "this notice is on hold until Tue 10 Mar 2026, 09:00: the police asked in writing");
}

/* Promises ------------------------------------------------------------------------------------------------------- */

#define NEXT "---\nkind: customer-confirmed\nsubject: x\n---\n{{#next_update}}{{date}}, {{time}}{{/next_update}}\n"

static void a_promise_that_the_playbook_makes_is_told(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, SHOPKEPT_HEAD);
	assert_true(lettered_write(l, "a.en.mustache", NEXT));
	assert_string_equal(l->notice.text, "8 March 2026, 2:31 am\n");
	assert_int_equal(l->notice.next, l->matter->now + 48 * 3600);
	assert_int_equal(l->notice.warnings.n, 1);
	assert_string_equal(l->notice.warnings.v[0],
	                    "it promises the next word by Sun 8 Mar 2026, 02:31: your playbook's 48h; next_update: in "
	                    "the facts file changes it");
	assert_true(lettered_write(l, "a.en.mustache", "---\nkind: customer-confirmed\nsubject: x\n---\nx\n"));
	assert_true(l->notice.next == MATTER_NEVER);
	assert_int_equal(l->notice.warnings.n, 0);
}

#define SAID(next) "published:\n  - { notice: customer-holding, lang: en, at: 2026-03-05 23:30, next: " next " }\n"

static void a_standing_promise_is_the_next_word_and_a_broken_one_is_told(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, SHOPKEPT_HEAD SAID("2026-03-06 18:00"));
	assert_true(lettered_write(l, "a.en.mustache", NEXT));
	assert_string_equal(l->notice.text, "6 March 2026, 6:00 pm\n");
	assert_int_equal(l->notice.warnings.n, 0);
	lettered_open(l, SHOPKEPT_HEAD SAID("2026-03-06 01:00"));
	assert_true(lettered_write(l, "a.en.mustache", NEXT));
	assert_string_equal(l->notice.text, "8 March 2026, 2:31 am\n");
	assert_string_equal(l->notice.warnings.v[0],
	                    "the next word was promised by Fri 6 Mar 2026, 01:00, and none is on record since");
}

static void a_notice_that_promises_no_next_word_says_where_to_set_one(void **state)
{
	static const char holding[] = "---\nkind: customer-holding\nsubject: x\n---\n"
	                              "{{#next_update}}{{date}}{{/next_update}}{{^next_update}}The time of our next "
	                              "update is not set yet.{{/next_update}}\n";
	struct lettered *l = *state;
	lettered_open(l, SHOPKEPT_HEAD);
	assert_true(lettered_write(l, "a.en.mustache", holding));
	assert_string_equal(only(l), "it promises no next update: write next_update: in the facts file");
	l->matter->recorded = true;
	assert_true(lettered_write(l, "a.en.mustache", holding));
	assert_string_equal(only(l), "it promises no next update: write next_update: under comms: in the playbook");
	lettered_open(l, SHOPKEPT_HEAD "next_update: 2026-03-07 18:00\n");
	assert_true(lettered_write(l, "a.en.mustache", holding));
	assert_int_equal(l->notice.warnings.n, 0);
}

/* Forms ---------------------------------------------------------------------------------------------------------- */

#define EARLY                                                                                                          \
	"case: small\nmode: exercise\nat: 2026-03-06 02:31\n"                                                          \
	"company: { name: K, timezone: Asia/Singapore, customers: { SG: 9 } }\n"
#define FORM "---\nkind: authority-sg-pdpa\nregime: sg-pdpa\nsubject: x\n---\nx\n"

static void a_form_without_its_moment_names_what_to_write(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, EARLY);
	assert_true(lettered_write(l, "form.en.mustache", FORM));
	assert_string_equal(only(l), "it can't say by when it is due: that counts from moments: { aware: ... }, which "
	                             "the facts file lacks");
	l->matter->recorded = true;
	assert_true(lettered_write(l, "form.en.mustache", FORM));
	assert_string_equal(only(l),
	                    "it can't say by when it is due: that counts from moment aware, which nobody logged");
	lettered_open(l, EARLY "moments: { aware: 2026-03-05 23:10 }\n");
	assert_true(lettered_write(l, "form.en.mustache", FORM));
	assert_int_equal(l->notice.warnings.n, 0);
}

/* Languages ------------------------------------------------------------------------------------------------------ */

static void what_a_language_lacks_is_one_line_for_each_that_has_it(void **state)
{
	static const char letter[] =
	    "---\nkind: customer-confirmed\nsubject: x\n---\n"
	    "{{#how}}{{label}}{{words}}{{/how}}{{#counts}}{{label}}{{/counts}}{{#actions}}{{words}}{{/actions}}"
	    "{{#what}}{{label}}{{words}}{{/what}}\n";
	struct lettered *l = *state;
	lettered_open(
	    l, SHOPKEPT_HEAD
	    "facts:\n  way: { kind: text, says: [HOW], label: { en: Way, zh: 经过 }, value: { en: Open. "
	    "}, " SHOPKEPT_PROVED " }\n"
	    "  rows: { kind: count, label: Rows, unit: rows, value: 3, " SHOPKEPT_PROVED " }\n"
	    "  what: { kind: text, says: [WHAT], label: { en: What, zh: 何事 }, value: Gone., " SHOPKEPT_PROVED " }\n"
	    "  more: { kind: text, says: [WHAT], label: { en: More, zh: 更多 }, value: { en: Left. }, " SHOPKEPT_PROVED
	    " }\n");
	assert_true(lettered_write(l, "a.zh.mustache", letter));
	assert_int_equal(l->notice.warnings.n, 2);
	assert_string_equal(l->notice.warnings.v[0], "worded in English only: more, way");
	assert_string_equal(l->notice.warnings.v[1],
	                    "worded in one language only, which may not be this notice's: the label of rows, what. "
	                    "Write each in every language, as  label: { en: ..., zh: ... }");
	l->matter->recorded = true;
	assert_true(lettered_write(l, "a.zh.mustache", letter));
	assert_string_equal(l->notice.warnings.v[1],
	                    "worded in one language only, which may not be this notice's: the label of rows, what");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    lettered_test(a_notice_on_hold_is_written_with_a_warning),
	    lettered_test(a_promise_that_the_playbook_makes_is_told),
	    lettered_test(a_standing_promise_is_the_next_word_and_a_broken_one_is_told),
	    lettered_test(a_notice_that_promises_no_next_word_says_where_to_set_one),
	    lettered_test(a_form_without_its_moment_names_what_to_write),
	    lettered_test(what_a_language_lacks_is_one_line_for_each_that_has_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
