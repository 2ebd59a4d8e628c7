#include "penned.h"

#include "desk/unbacked.h"
#include "exercise/gather.h"

struct bench {
	struct penned pen;
	struct drafting *drafting;
	struct notice notice;
};

static int set_up(void **state)
{
	struct bench *b = *state = calloc(1, sizeof *b);
	assert_non_null(b);
	penned_open(&b->pen);
	b->drafting = drafting_open(b->pen.small->world, &b->pen.told->diags);
	return b->drafting ? 0 : -1;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	drafting_free(b->drafting);
	penned_close(&b->pen);
	free(b);
	return 0;
}

/* Fills a letter that is written with these words, and looks at them. */
static void write_letter(struct bench *b, const char *subject, const char *body)
{
	struct arena *arena = b->pen.told->arena;
	const char *bytes =
	    arena_printf(arena, "---\nkind: customer-holding\nsubject: \"%s\"\n---\n%s\n", subject, body);
	const struct file file = {"customer-holding.en.mustache", bytes, strlen(bytes)};
	bool fine;
	const struct letter *letter = drafting_take(b->drafting, &file, &fine, &b->pen.told->diags);
	const struct notice_kit kit = {gather_matter(b->pen.small->session, arena),
	                               drafting_phrases(b->drafting, "en", &b->pen.told->diags),
	                               drafting_advice(b->drafting), "en"};
	if (!letter || !notice_write(letter, &kit, arena, &b->notice, &b->pen.told->diags) ||
	    !unbacked_find(b->drafting, &b->notice, arena, &b->pen.told->diags))
		fail_msg("%s", told_text(b->pen.told));
}

static void what_a_letter_says_by_itself_is_told_with_its_line(void **state)
{
	struct bench *b = *state;
	write_letter(b, "Our 12 shops", "Dear customer,\n\nWe found 77 files.");
	assert_int_equal(b->notice.warnings.n, 2);
	assert_string_equal(b->notice.warnings.v[0],
	                    "the subject: nothing verified says \"12\": no number is verified");
	assert_string_equal(b->notice.warnings.v[1],
	                    "line 3 of the text: nothing verified says \"77\": no number is verified");
}

static void it_stands_in_the_record_with_no_turn_that_proves_it(void **state)
{
	struct bench *b = *state;
	write_letter(b, "A notice", "We found 77 files.");
	struct statement statement = notice_statement(&b->notice, b->pen.told->arena);
	assert_int_equal(statement.nvalues, 1);
	assert_string_equal(statement.values[0].text, "77");
	assert_int_equal(statement.values[0].turn, 0);
	assert_int_equal(statement.values[0].fact, NAMES_NONE);
}

static void a_deed_that_nobody_logged_stands_there_too(void **state)
{
	struct bench *b = *state;
	write_letter(b, "A notice", "We switched it off.");
	struct statement statement = notice_statement(&b->notice, b->pen.told->arena);
	assert_int_equal(b->notice.warnings.n, 1);
	assert_int_equal(statement.nvalues, 1);
	assert_int_equal(statement.values[0].turn, 0);
}

static void what_is_proved_is_no_finding(void **state)
{
	struct bench *b = *state;
	assert_non_null(issued_verify(b->pen.small, "people", 9870, NULL));
	write_letter(b, "A notice", "{{#counts}}{{words}} are in the file.{{/counts}}");
	assert_int_equal(b->notice.nunbacked, 0);
	assert_int_equal(b->notice.warnings.n, 0);
	struct statement statement = notice_statement(&b->notice, b->pen.told->arena);
	assert_int_equal(statement.nvalues, 1);
	assert_true(statement.values[0].turn > 0);
}

#define unbacked_test(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

/* What was said once may be quoted, so that it can be taken back; said again it is told. */
static void a_correction_may_quote_what_was_not_so(void **state)
{
	struct bench *b = *state;
	struct statement_value values[] = {{NAMES_NONE, small_name(b->pen.small, NAMES_ACTION, "suspend-account"),
	                                    NAMES_NONE, SHAPE_UNSET, 0, "We have frozen it all.", NULL},
	                                   {NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, "50,000", NULL}};
	struct statement statement = issued_statement("Words.", values, 2);
	assert_non_null(issued_draft_of(b->pen.small, "customer-holding", &statement, 1));
	assert_non_null(issued_publish(b->pen.small, "customer-holding", "no time"));
	write_letter(b, "A notice", "We said: \u201cWe have frozen it all.\u201d\n\nWe said: \u201c50,000\u201d.");
	assert_int_equal(b->notice.nunbacked, 0);
	write_letter(b, "A notice", "We have frozen it all.\n\nWe found 50,000.");
	assert_int_equal(b->notice.nunbacked, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    unbacked_test(what_a_letter_says_by_itself_is_told_with_its_line),
	    unbacked_test(it_stands_in_the_record_with_no_turn_that_proves_it),
	    unbacked_test(a_deed_that_nobody_logged_stands_there_too),
	    unbacked_test(what_is_proved_is_no_finding),
	    unbacked_test(a_correction_may_quote_what_was_not_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
