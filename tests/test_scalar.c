#include "check.h"
#include "told.h"

#include "content/scalar.h"

static const char *const moments[] = {"occurred", "detected", "aware", "assessed", NULL};

static struct scalar how(struct told *told, const char *expected)
{
	return (struct scalar){told->arena, &told->diags, NULL, "key", expected, 0, moments, false};
}

static struct yml *written(struct told *told, const char *text)
{
	struct yml *node = yml_make(told->arena, YML_TEXT, (struct diag_place){"f.yaml", 2, 5});

	node->text = text;
	return node;
}

static struct yml *number(struct told *told, int64_t n)
{
	struct yml *node = yml_make(told->arena, YML_INT, (struct diag_place){"f.yaml", 2, 5});

	node->number = n;
	return node;
}

static void digits_are_a_number_and_nothing_else_is(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "a whole number");
	int32_t n = -1;

	assert_true(scalar_number(&s, written(told, "41200"), &n));
	assert_int_equal(n, 41200);
	assert_true(scalar_number(&s, number(told, 7), &n));
	assert_int_equal(n, 7);
	assert_false(scalar_number(&s, written(told, "41,200"), &n));
	assert_false(scalar_number(&s, written(told, "99999999999"), &n));
	assert_false(scalar_number(&s, number(told, -1), &n));
	assert_int_equal(n, 7);
	assert_string_equal(told_text(told),
	                    "f.yaml:2:5: \"key\": expected a whole number, found \"41,200\" (write 41200)\n"
	                    "f.yaml:2:5: \"key\" is 99999999999; expected 0 to 2147483647\n"
	                    "f.yaml:2:5: \"key\" is -1; expected 0 or more\n");
}

static void in_a_scenario_what_stands_in_quotes_is_a_text(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "a value");
	struct yml *node = written(told, "88");
	int32_t n = -1;
	bool flag;

	node->lua = true;
	assert_false(scalar_number(&s, node, &n));
	node->text = "true";
	assert_false(scalar_flag(&s, node, &flag));
	assert_int_equal(n, -1);
	assert_string_equal(told_text(told),
	                    "f.yaml:2:5: \"key\": expected a value, found \"88\" (write 88, without quotes)\n"
	                    "f.yaml:2:5: \"key\": expected a value, found \"true\" (write true, without quotes)\n");
}

static void only_true_and_false_are_flags(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "true or false");
	bool flag = false;

	assert_true(scalar_flag(&s, written(told, "true"), &flag));
	assert_true(flag);
	assert_true(scalar_flag(&s, written(told, "false"), &flag));
	assert_false(flag);
	assert_false(scalar_flag(&s, written(told, "yes"), &flag));
	assert_string_equal(told_text(told),
	                    "f.yaml:2:5: \"key\": expected true or false, found \"yes\" (write true)\n");
}

static void a_lone_number_is_no_time(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "a time");
	int32_t seconds = 0;

	assert_true(scalar_span(&s, written(told, "9h30"), &seconds));
	assert_int_equal(seconds, 34200);
	assert_false(scalar_span(&s, written(told, "30"), &seconds));
	assert_int_equal(told->diags.n, 1);
	assert_false(scalar_span(&s, number(told, 30), &seconds));
	assert_int_equal(told->diags.n, 1); /* the same place and words */
	assert_non_null(strstr(told_text(told), "\"key\": a lone number"));
	assert_string_equal(told->diags.v[0].hint, "write 30m, 30h or 30d");
}

static void a_clock_time_is_told_to_be_none_where_times_count_from_the_opening(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "a time");
	int32_t seconds = 0;

	assert_false(scalar_span(&s, written(told, "04:31"), &seconds));
	assert_string_equal(told->diags.v[0].hint, "write 4h31");
	s.key = "at";
	assert_false(scalar_span(&s, written(told, "04:31"), &seconds));
	assert_string_equal(told->diags.v[1].hint,
	                    "times count from T+0, not from midnight: 4h31 is so long after T+0");
}

static void a_due_time_counts_from_a_moment(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "a time");
	int32_t moment = 0, after = 0;

	assert_true(scalar_due(&s, written(told, "aware+24h"), &moment, &after));
	assert_int_equal(moment, 2);
	assert_int_equal(after, 86400);
	assert_true(scalar_due(&s, written(told, "assessed"), &moment, &after));
	assert_int_equal(moment, 3);
	assert_int_equal(after, 0);
	assert_true(scalar_due(&s, written(told, "+2h"), &moment, &after));
	assert_int_equal(moment, -1);
	assert_int_equal(after, 7200);
}

static void a_due_time_without_a_moment_is_told(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "a time");
	int32_t moment = 0, after = 0;

	assert_false(scalar_due(&s, written(told, "2h"), &moment, &after));
	assert_false(scalar_due(&s, written(told, "awre+2h"), &moment, &after));
	assert_false(scalar_due(&s, written(told, "notified"), &moment, &after));
	assert_string_equal(told_text(told),
	                    "f.yaml:2:5: \"key\": from when? Write aware+2h, or +2h from T+0\n"
	                    "f.yaml:2:5: \"key\": unknown moment \"awre\"; expected occurred, detected, aware or "
	                    "assessed (did you mean \"aware\"?)\n"
	                    "f.yaml:2:5: \"key\": unknown moment \"notified\"; expected occurred, detected, aware or "
	                    "assessed\n");
}

static void a_date_is_on_the_calendar(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "a date");
	const char *date = NULL;

	assert_true(scalar_date(&s, written(told, "2024-02-29"), &date));
	assert_string_equal(date, "2024-02-29");
	assert_false(scalar_date(&s, written(told, "2026-02-29"), &date));
	assert_false(scalar_date(&s, written(told, "2026-02-01 10:00"), &date));
	assert_int_equal(told->diags.n, 2);
}

static void a_choice_has_a_nearest_word(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "a word");
	int32_t choice = 9;

	assert_true(scalar_choice(&s, written(told, "occurred"), &choice));
	assert_int_equal(choice, 0);
	assert_false(scalar_choice(&s, written(told, "occured"), &choice));
	assert_string_equal(told_text(told),
	                    "f.yaml:2:5: \"key\": expected occurred, detected, aware or assessed, found "
	                    "\"occured\" (did you mean \"occurred\"?)\n");
}

static void nobody_reads_a_thousand_hints(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "a word");
	int32_t choice;

	told->diags.errors = 1000;
	assert_false(scalar_choice(&s, written(told, "occured"), &choice));
	assert_null(told->diags.v[0].hint);
}

static void ids_are_plain(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "an id");
	const char *id = NULL;

	assert_true(scalar_id(&s, written(told, "log-purge_2.x+y"), &id));
	assert_false(scalar_id(&s, written(told, "Log purge"), &id));
	assert_false(scalar_id(&s, written(told, "-x"), &id));
	assert_false(scalar_id(&s, written(told, "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghi"), &id));
	assert_false(scalar_id(&s, written(told, ""), &id));
	assert_int_equal(told->diags.n, 4);
	assert_non_null(strstr(told_text(told),
	                       "\"Log purge\" is no id: use lower-case letters, digits and hyphens, at "
	                       "most 48 (write log-purge)\n"));
	assert_non_null(strstr(told_text(told), "\"key\": expected an id, found an empty text\n"));
}

static struct yml *languages(struct told *told)
{
	struct diag_place place = {"f.yaml", 3, 1};
	struct yml *map = yml_make(told->arena, YML_MAP, place);

	yml_put(told->arena, map, "zh", place, written(told, "\xe4\xbd\xa0\xe5\xa5\xbd"));
	yml_put(told->arena, map, "en", place, written(told, "one two three"));
	return map;
}

static void a_text_comes_in_the_language_asked_for(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "a text");
	const char *text = NULL;

	assert_true(scalar_text(&s, languages(told), &text));
	assert_string_equal(text, "one two three");
	s.lang = "zh";
	assert_true(scalar_text(&s, languages(told), &text));
	assert_string_equal(text, "\xe4\xbd\xa0\xe5\xa5\xbd");
	s.lang = "ko";
	assert_true(scalar_text(&s, languages(told), &text));
	assert_string_equal(text, "one two three");
}

static void a_limit_counts_words_in_every_language(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "a text");
	const char *text = NULL;

	s.limit = 2;
	s.lang = "zh";
	assert_false(scalar_text(&s, languages(told), &text));
	assert_string_equal(told_text(told), "f.yaml:2:5: \"key\" has 3 words; at most 2 fit\n");
	assert_true(scalar_text(&s, written(told, "two words"), &text));
}

static void a_map_that_is_no_text_is_told(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "a text");
	struct yml *map = yml_make(told->arena, YML_MAP, (struct diag_place){"f.yaml", 3, 1});
	const char *text = NULL;

	yml_put(told->arena, map, "title", (struct diag_place){"f.yaml", 3, 3}, written(told, "x"));
	assert_false(scalar_text(&s, map, &text));
	assert_string_equal(told_text(told),
	                    "f.yaml:3:3: \"key\": expected a text, or texts by language such as en and zh\n");
}

static void a_comma_that_split_a_text_is_told(void **state)
{
	struct told *told = *state;
	struct scalar s = how(told, "a text");
	struct yml *map = yml_make(told->arena, YML_MAP, (struct diag_place){"f.yaml", 3, 1});
	const char *text = NULL;

	yml_put(told->arena, map, "en", (struct diag_place){"f.yaml", 3, 3}, written(told, "Rows (50"));
	yml_put(told->arena, map, "000 people)", (struct diag_place){"f.yaml", 3, 9},
	        yml_make(told->arena, YML_NULL, (struct diag_place){"f.yaml", 3, 9}));
	assert_false(scalar_text(&s, map, &text));
	assert_int_equal(told->diags.errors, 1);
	assert_string_equal(told->diags.v[0].hint, "a text with a comma in it needs quotes");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(digits_are_a_number_and_nothing_else_is),
	    told_test(in_a_scenario_what_stands_in_quotes_is_a_text),
	    told_test(only_true_and_false_are_flags),
	    told_test(a_lone_number_is_no_time),
	    told_test(a_clock_time_is_told_to_be_none_where_times_count_from_the_opening),
	    told_test(a_due_time_counts_from_a_moment),
	    told_test(a_due_time_without_a_moment_is_told),
	    told_test(a_date_is_on_the_calendar),
	    told_test(a_choice_has_a_nearest_word),
	    told_test(nobody_reads_a_thousand_hints),
	    told_test(ids_are_plain),
	    told_test(a_text_comes_in_the_language_asked_for),
	    told_test(a_limit_counts_words_in_every_language),
	    told_test(a_map_that_is_no_text_is_told),
	    told_test(a_comma_that_split_a_text_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
