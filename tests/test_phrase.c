#include "check.h"
#include "told.h"
#include "worded.h"

#include "base/span.h"
#include "base/tree.h"

static const char english[] =
    "greet:\n  plain: Good morning\n  who: \"Good morning, {{who}}{{#why}}, because {{why}}{{/why}}.\"\n"
    "  days: \"{{n}} day{{^n_one}}s{{/n_one}}\"\nonly: Said in English alone\n";

static struct phrases *load(struct told *told, const char *bytes, const struct phrases *base)
{
	struct file file = told_file(arena_dup(told->arena, bytes));
	return phrases_load(&file, base, told->arena, &told->diags);
}

static const char *said(struct told *told, const struct phrases *phrases, const char *key, struct jsn *data)
{
	text_clear(&told->out);
	phrase_say(phrases, key, data, &told->out);
	jsn_free(data);
	return told->out.data;
}

static struct jsn *with(const char *key, const char *value)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_text(data, key, value);
	return data;
}

static void a_phrase_is_found_by_its_path_and_filled_in(void **state)
{
	struct told *told = *state;
	const struct phrases *phrases = load(told, english, NULL);
	assert_string_equal(said(told, phrases, "greet.plain", NULL), "Good morning");
	assert_string_equal(said(told, phrases, "greet.who", with("who", "Mei Lin")), "Good morning, Mei Lin.");
	assert_string_equal(said(told, phrases, "only", NULL), "Said in English alone");
}

static void what_is_filled_in_is_never_escaped(void **state)
{
	struct told *told = *state;
	const struct phrases *phrases = load(told, english, NULL);
	assert_string_equal(said(told, phrases, "greet.who", with("who", "<b> & {{why}}")),
	                    "Good morning, <b> & {{why}}.");
}

static void a_key_that_is_not_there_shows_itself(void **state)
{
	struct told *told = *state;
	const struct phrases *phrases = load(told, english, NULL);
	assert_string_equal(said(told, phrases, "greet", NULL), "<greet>");
	assert_string_equal(said(told, phrases, "greet.whom", NULL), "<greet.whom>");
	assert_string_equal(said(told, NULL, "greet.who", NULL), "<greet.who>");
}

static void one_is_counted_apart(void **state)
{
	struct told *told = *state;
	const struct phrases *phrases = load(told, english, NULL);
	for (int n = 0; n < 3; n++) {
		static const char *const expected[] = {"0 days", "1 day", "2 days"};
		struct jsn *data = jsn_make(JSN_OBJECT, 0);
		phrase_count(data, "n", n);
		assert_string_equal(said(told, phrases, "greet.days", data), expected[n]);
	}
}

static void what_a_language_lacks_is_said_in_the_one_below(void **state)
{
	struct told *told = *state;
	const struct phrases *base = load(told, english, NULL);
	const struct phrases *chinese = load(told, "greet:\n  plain: 早上好\n", base);
	assert_string_equal(said(told, chinese, "greet.plain", NULL), "早上好");
	assert_string_equal(said(told, chinese, "greet.who", with("who", "Farah")), "Good morning, Farah.");
	assert_ptr_equal(phrases_base(chinese), base);
	assert_ptr_equal(phrases_base(base), base);
}

static void every_fault_of_a_file_is_told_at_its_place(void **state)
{
	struct told *told = *state;
	const struct phrases *base = load(told, english, NULL);
	assert_null(load(told, "greet:\n  plian: x\n  who: [a]\n  days: '{{#n}}'\na.b: x\nonly:\n", base));
	const char *text = told_text(told);
	assert_non_null(
	    strstr(text, "f.yaml:2:3: no phrase is called \"greet.plian\" (did you mean \"greet.plain\"?)\n"));
	assert_non_null(strstr(text, "f.yaml:3:8: greet.who: expected a text or a map of texts, found a list\n"));
	assert_non_null(strstr(text, "f.yaml:4:9: greet.days: "));
	assert_non_null(strstr(text, "f.yaml:5:1: a full stop in \"a.b\": indent what is behind it instead\n"));
	assert_non_null(strstr(text, "f.yaml:6:6: only: expected a text or a map of texts, found nothing\n"));
}

static void the_tree_holds_whatever_needs_no_filling(void **state)
{
	struct told *told = *state;
	struct jsn *tree = phrases_tree(load(told, english, NULL));
	text_clear(&told->out);
	jsn_write(tree, &told->out);
	assert_string_equal(told->out.data,
	                    "{\"greet\":{\"plain\":\"Good morning\"},\"only\":\"Said in English alone\"}");
	jsn_free(tree);
}

/* The shipped files ---------------------------------------------------------------------------------------------- */

static const char *spanned(struct told *told, const char *lang, int32_t seconds)
{
	const struct phrases *phrases = worded(lang, told->arena);
	text_clear(&told->out);
	phrase_span(phrases, seconds, &told->out);
	return told->out.data;
}

static void a_length_of_time_reads_as_at_the_prompt_in_english(void **state)
{
	struct told *told = *state;
	static const int32_t spans[] = {0,      25,     60,        2400,   26400,  27000, 72000,
	                                256800, 259200, 76 * 3600, 314340, 345600, -5400};
	const struct phrases *phrases = worded("en", told->arena);
	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
		char expected[SPAN_BUFFER];
		text_clear(&told->out);
		phrase_span(phrases, spans[i], &told->out);
		assert_string_equal(told->out.data, span_format(spans[i], expected));
	}
}

static void a_length_of_time_reads_as_chinese(void **state)
{
	struct told *told = *state;
	assert_string_equal(spanned(told, "zh", 26400), "7 小时 20 分钟");
	assert_string_equal(spanned(told, "zh", 25), "25 秒");
	assert_string_equal(spanned(told, "zh", 2400), "40 分钟");
	assert_string_equal(spanned(told, "zh", 3 * 86400 + 4 * 3600), "3 天 4 小时");
}

static void a_date_is_local_and_written_as_each_language_does(void **state)
{
	struct told *told = *state;
	const int64_t epoch = 1772718000; /* 2026-03-05 13:40 UTC */
	text_clear(&told->out);
	phrase_date(worded("en", told->arena), "Asia/Singapore", epoch, &told->out);
	assert_string_equal(told->out.data, "Thu 5 Mar 2026, 21:40");
	text_clear(&told->out);
	phrase_date(worded("zh", told->arena), "Asia/Singapore", epoch, &told->out);
	assert_string_equal(told->out.data, "2026年3月5日（周四）21:40");
	text_clear(&told->out);
	phrase_day(worded("zh", told->arena), "UTC", epoch, &told->out);
	assert_string_equal(told->out.data, "2026年3月5日（周四）");
}

static void a_time_of_day_names_its_part_where_the_language_does(void **state)
{
	struct told *told = *state;
	const struct phrases *phrases = load(
	    told,
	    "time:\n  clock: \"{{hour_twelve}}:{{minute_two}} {{part}} {{clock}}\"\n  part: {0: am, 12: pm, 21: pm}\n"
	    "  weekday: {4: Thursday, 5: Friday}\n  month: {3: March}\n",
	    NULL);
	const int64_t epoch = 1772718000; /* 2026-03-05 13:40 UTC */
	text_clear(&told->out);
	phrase_time(phrases, "time.clock", "Asia/Singapore", epoch, &told->out);
	text_add(&told->out, ", ");
	phrase_time(phrases, "time.clock", "UTC", epoch - 6000, &told->out);
	text_add(&told->out, ", ");
	phrase_time(phrases, "time.clock", "UTC", epoch + 37500, &told->out);
	assert_string_equal(told->out.data, "9:40 pm 21:40, 12:00 pm 12:00, 12:05 am 00:05");
}

static void a_number_stands_in_threes(void **state)
{
	struct told *told = *state;
	const struct phrases *phrases = load(told, "number:\n  separator: \",\"\n", NULL);
	static const struct {
		int64_t n;
		const char *expected;
	} cases[] = {{0, "0"},       {999, "999"},      {1000, "1,000"},     {9870, "9,870"},
	             {-999, "-999"}, {-1234, "-1,234"}, {100000, "100,000"}, {33700000, "33,700,000"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		text_clear(&told->out);
		phrase_number(phrases, cases[i].n, &told->out);
		assert_string_equal(told->out.data, cases[i].expected);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_phrase_is_found_by_its_path_and_filled_in),
	    told_test(what_is_filled_in_is_never_escaped),
	    told_test(a_key_that_is_not_there_shows_itself),
	    told_test(one_is_counted_apart),
	    told_test(what_a_language_lacks_is_said_in_the_one_below),
	    told_test(every_fault_of_a_file_is_told_at_its_place),
	    told_test(the_tree_holds_whatever_needs_no_filling),
	    told_test(a_length_of_time_reads_as_at_the_prompt_in_english),
	    told_test(a_length_of_time_reads_as_chinese),
	    told_test(a_date_is_local_and_written_as_each_language_does),
	    told_test(a_time_of_day_names_its_part_where_the_language_does),
	    told_test(a_number_stands_in_threes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
