#include "worded.h"

#include "base/text.h"
#include "desk/chart.h"

#include <locale.h>

struct drawn {
	struct arena *arena;
	struct jsn *model;
	struct dial dial;
};

#define HEAD "\"t0\":\"2026-03-05T13:40:00Z\",\"zone\":\"Asia/Singapore\","
#define PACE "\"pace\":[{\"to\":14400,\"takes\":600},{\"to\":360000,\"takes\":600}],"

static struct drawn draw(const char *json)
{
	struct drawn d = {.arena = arena_new()};
	struct jsn_fault fault;
	d.model = jsn_parse(json, strlen(json), &fault);
	if (!d.model)
		fail_msg("%d:%d: %s", fault.line, fault.col, fault.message);
	d.dial = dial_of(d.model, worded("en", d.arena));
	chart_draw(d.model, &d.dial);
	return d;
}

static void done(struct drawn *d)
{
	jsn_free(d->model);
	arena_free(d->arena);
}

static const struct jsn *chart(const struct drawn *d)
{
	return jsn_get(d->model, "chart");
}

static int64_t number(const struct jsn *row, const char *key)
{
	return jsn_number(jsn_get(row, key), INT64_MIN);
}

static const struct jsn *at(const struct jsn *list, size_t i)
{
	return jsn_at(list, i, NULL);
}

static const struct jsn *lane(const struct drawn *d, size_t i)
{
	return at(jsn_get(chart(d), "lanes"), i);
}

static int64_t centre(const struct jsn *mark)
{
	return number(mark, "x") + number(mark, "width") / 2;
}

/* The scale ------------------------------------------------------------------------------------------------------ */

static void four_busy_hours_are_as_wide_as_four_quiet_days(void **state)
{
	(void)state;
	struct drawn d = draw("{" HEAD PACE "\"injects\":[{\"t\":0,\"id\":\"a\"},{\"t\":7200,\"id\":\"b\"},"
	                      "{\"t\":14400,\"id\":\"c\"},{\"t\":360000,\"id\":\"d\"}]}");
	const struct jsn *marks = jsn_get(lane(&d, 0), "marks");
	int64_t left = number(chart(&d), "left"), right = number(chart(&d), "right");
	assert_int_equal(centre(at(marks, 0)), left);
	assert_int_equal(centre(at(marks, 1)), left + (right - left) / 4);
	assert_int_equal(centre(at(marks, 2)), left + (right - left) / 2);
	assert_int_equal(centre(at(marks, 3)), right);
	done(&d);
}

static void without_a_pace_every_hour_is_as_wide(void **state)
{
	(void)state;
	struct drawn d = draw("{" HEAD "\"pace\":[],\"injects\":[{\"t\":0,\"id\":\"a\"},{\"t\":3600,\"id\":\"b\"},"
	                      "{\"t\":14400,\"id\":\"c\"}]}");
	const struct jsn *marks = jsn_get(lane(&d, 0), "marks");
	int64_t left = number(chart(&d), "left"), right = number(chart(&d), "right");
	assert_int_equal(centre(at(marks, 1)), left + (right - left) / 4);
	assert_int_equal(centre(at(marks, 2)), right);
	done(&d);
}

static void ticks_keep_apart_and_end_with_the_story(void **state)
{
	(void)state;
	struct drawn d = draw("{" HEAD PACE "\"injects\":[{\"t\":0,\"id\":\"a\"}]}");
	const struct jsn *ticks = jsn_get(chart(&d), "ticks");
	size_t n = jsn_count(ticks);
	assert_true(n >= 6);
	assert_string_equal(jsn_text(jsn_get(at(ticks, 0), "stamp")), "T+0:00");
	assert_string_equal(jsn_text(jsn_get(at(ticks, 0), "local")), "Thu 21:40");
	assert_string_equal(jsn_text(jsn_get(at(ticks, n - 1), "stamp")), "T+100:00");
	assert_string_equal(jsn_text(jsn_get(at(ticks, n - 1), "local")), "Tue 01:40");
	for (size_t i = 1; i < n; i++)
		assert_true(number(at(ticks, i), "x") - number(at(ticks, i - 1), "x") >= 70);
	done(&d);
}

static void an_incident_of_a_month_has_ticks_too(void **state)
{
	(void)state;
	struct drawn d = draw(
	    "{" HEAD "\"pace\":[],\"work\":[{\"person\":0,\"who\":\"x\",\"step\":\"s\",\"from\":0,\"to\":2592000}]}");
	size_t n = jsn_count(jsn_get(chart(&d), "ticks"));
	assert_in_range(n, 4, 12);
	done(&d);
}

/* Marks ---------------------------------------------------------------------------------------------------------- */

static bool overlap(const struct jsn *a, const struct jsn *b)
{
	bool aside = number(a, "x") + number(a, "width") <= number(b, "x") ||
	             number(b, "x") + number(b, "width") <= number(a, "x");
	bool apart = number(a, "y") + number(a, "height") <= number(b, "y") ||
	             number(b, "y") + number(b, "height") <= number(a, "y");
	return !aside && !apart;
}

static void check_lane(const struct drawn *d, const struct jsn *row, const char *list)
{
	const struct jsn *marks = jsn_get(row, list), *mark;
	int64_t top = number(row, "y"), bottom = top + number(row, "height");
	for (size_t i = 0; (mark = at(marks, i)) != NULL; i++) {
		assert_true(number(mark, "y") >= top && number(mark, "y") + number(mark, "height") <= bottom);
		assert_true(number(mark, "x") >= 0);
		assert_true(number(mark, "x") + number(mark, "width") <= number(chart(d), "width"));
		for (size_t k = 0; k < i; k++)
			if (overlap(mark, at(marks, k)))
				fail_msg("%d lies over %d", (int)number(mark, "no"), (int)number(at(marks, k), "no"));
	}
}

static void add_crowd(struct text *json)
{
	text_add(json, "\"injects\":[");
	for (int i = 0; i < 200; i++)
		text_addf(json, "%s{\"t\":%d,\"id\":\"i%d\"}", i ? "," : "", i < 40 ? 360000 : i * i, i);
	text_add(json, "],\"work\":[");
	for (int i = 0; i < 120; i++)
		text_addf(json, "%s{\"person\":%d,\"who\":\"p\",\"step\":\"s%d\",\"from\":%d,\"to\":%d}", i ? "," : "",
		          i % 3, i, i * 900, i * 900 + i * 600);
	text_add(json, "],\"clocks\":[");
	for (int i = 0; i < 12; i++)
		text_addf(
		    json,
		    "%s{\"party\":\"c%d\",\"law\":\"l\",\"state\":\"late\",\"moment_at\":%d,\"due\":%d,\"filed\":%d}",
		    i ? "," : "", i, i * 100, i * 30000, i * 40000);
	text_add(json, "]");
}

static void in_a_crowd_no_mark_lies_over_another(void **state)
{
	(void)state;
	struct text json = {0};
	text_add(&json, "{" HEAD PACE);
	add_crowd(&json);
	text_add(&json, "}");
	struct drawn d = draw(json.data);
	const struct jsn *row;
	size_t lanes = 0;
	for (; (row = lane(&d, lanes)) != NULL; lanes++) {
		check_lane(&d, row, "marks");
		check_lane(&d, row, "clocks");
		assert_true(number(row, "y") + number(row, "height") <= number(chart(&d), "height"));
	}
	assert_int_equal(lanes, 5); /* injects, three people, clocks */
	text_free(&json);
	done(&d);
}

static void numbers_follow_time_and_each_is_a_row_of_the_table(void **state)
{
	(void)state;
	struct drawn d =
	    draw("{" HEAD PACE "\"injects\":[{\"t\":3600,\"id\":\"b\",\"subject\":\"Second\",\"from\":\"Press\"},"
	         "{\"t\":null,\"id\":\"never\"},{\"t\":0,\"id\":\"a\",\"subject\":null,\"from\":\"Siti, HR\"}],"
	         "\"decisions\":[{\"question\":\"Who?\",\"owner\":\"lead\",\"opened\":0,\"answered\":1200}]}");
	const struct jsn *rows = jsn_get(chart(&d), "rows");
	assert_int_equal(jsn_count(rows), 3);
	assert_string_equal(jsn_text(jsn_get(at(rows, 0), "words")), "Siti, HR");
	assert_string_equal(jsn_text(jsn_get(at(rows, 0), "detail")), "a");
	assert_string_equal(jsn_text(jsn_get(at(rows, 1), "words")), "Who?");
	assert_string_equal(jsn_text(jsn_get(at(rows, 1), "until")), "T+0:20");
	assert_string_equal(jsn_text(jsn_get(at(rows, 2), "words")), "Second");
	assert_string_equal(jsn_text(jsn_get(at(rows, 2), "detail")), "Press");
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(number(at(rows, i), "no"), i + 1);
	done(&d);
}

/* Whatever memory they lie in: the same record gives the same page, byte for byte. */
static void what_begins_at_once_keeps_the_order_of_its_list(void **state)
{
	static const char *const json[] = {"{\"t\":0,\"id\":\"a\",\"subject\":\"A\"}",
	                                   "{\"t\":0,\"id\":\"b\",\"subject\":\"B\"}"};
	struct jsn_fault fault;
	struct jsn *rows[2] = {jsn_parse(json[0], strlen(json[0]), &fault),
	                       jsn_parse(json[1], strlen(json[1]), &fault)};
	static const char model[] = "{" HEAD PACE "\"clocks\":[]}";
	struct drawn d = {.arena = arena_new(), .model = jsn_parse(model, sizeof model - 1, &fault)};
	struct jsn *injects = jsn_make(JSN_ARRAY, 0);
	int first = (uintptr_t)rows[0] < (uintptr_t)rows[1]; /* the one that lies behind the other */
	(void)state;
	jsn_put(injects, NULL, rows[first]);
	jsn_put(injects, NULL, rows[!first]);
	jsn_put(d.model, "injects", injects);
	d.dial = dial_of(d.model, worded("en", d.arena));
	chart_draw(d.model, &d.dial);
	const struct jsn *drawn = jsn_get(chart(&d), "rows");
	assert_string_equal(jsn_text(jsn_get(at(drawn, 0), "words")), first ? "B" : "A");
	assert_string_equal(jsn_text(jsn_get(at(drawn, 1), "words")), first ? "A" : "B");
	done(&d);
}

static void a_step_is_named_by_its_instruction(void **state)
{
	(void)state;
	struct drawn d = draw(
	    "{" HEAD PACE "\"coverage\":{\"done\":[],\"open\":[{\"id\":\"copy\",\"instruction\":\"Copy the logs\"}]},"
	    "\"work\":[{\"person\":0,\"who\":\"it-admin\",\"step\":\"copy\",\"from\":0,\"to\":null}]}");
	const struct jsn *row = at(jsn_get(chart(&d), "rows"), 0);
	assert_string_equal(jsn_text(jsn_get(row, "words")), "Copy the logs");
	assert_string_equal(jsn_text(jsn_get(row, "lane")), "it-admin");
	assert_string_equal(jsn_text(jsn_get(at(jsn_get(lane(&d, 0), "marks"), 0), "look")), "work open");
	done(&d);
}

/* Clocks --------------------------------------------------------------------------------------------------------- */

#define CLOCK(due, filed)                                                                                              \
	"{" HEAD PACE "\"clocks\":[{\"party\":\"PIPC\",\"law\":\"34\",\"state\":\"late\",\"moment_at\":0,\"due\":" due \
	",\"filed\":" filed "}]}"

static const struct jsn *only_clock(const struct drawn *d)
{
	return at(jsn_get(lane(d, 0), "clocks"), 0);
}

static void a_late_filing_runs_on_behind_the_due_instant(void **state)
{
	(void)state;
	struct drawn d = draw(CLOCK("14400", "200000"));
	const struct jsn *clock = only_clock(&d);
	assert_int_equal(number(jsn_get(clock, "runs"), "to"), number(jsn_get(clock, "due"), "x"));
	assert_int_equal(number(jsn_get(clock, "over"), "from"), number(jsn_get(clock, "due"), "x"));
	assert_int_equal(number(jsn_get(clock, "over"), "to"), number(jsn_get(clock, "filed"), "x"));
	done(&d);
}

static void what_is_due_behind_the_end_runs_to_the_edge_without_a_bar(void **state)
{
	(void)state;
	struct drawn d = draw(CLOCK("900000", "null"));
	const struct jsn *clock = only_clock(&d);
	assert_int_equal(jsn_type(jsn_get(clock, "due")), JSN_NULL);
	assert_int_equal(jsn_type(jsn_get(clock, "filed")), JSN_NULL);
	assert_int_equal(jsn_type(jsn_get(clock, "over")), JSN_NULL);
	assert_int_equal(number(jsn_get(clock, "runs"), "to"), number(chart(&d), "right"));
	done(&d);
}

/* The record ----------------------------------------------------------------------------------------------------- */

static void a_record_in_which_nothing_happened_has_no_drawing(void **state)
{
	(void)state;
	struct drawn d = draw("{" HEAD PACE "\"injects\":[],\"decisions\":[],\"work\":[],\"clocks\":[]}");
	assert_non_null(chart(&d));
	assert_int_equal(jsn_type(chart(&d)), JSN_NULL);
	done(&d);
}

static void what_a_record_never_came_to_is_shaded(void **state)
{
	(void)state;
	struct drawn stops = draw("{" HEAD PACE "\"stopped\":{\"t\":14400},\"injects\":[{\"t\":0,\"id\":\"a\"}]}");
	struct drawn whole = draw("{" HEAD PACE "\"stopped\":null,\"injects\":[{\"t\":0,\"id\":\"a\"}]}");
	const struct jsn *rest = jsn_get(chart(&stops), "rest");
	int64_t left = number(chart(&stops), "left"), right = number(chart(&stops), "right");
	assert_int_equal(number(rest, "from"), left + (right - left) / 2);
	assert_int_equal(number(rest, "length"), right - number(rest, "from"));
	assert_int_equal(jsn_type(jsn_get(chart(&whole), "rest")), JSN_NULL);
	done(&stops);
	done(&whole);
}

static void a_long_name_is_cut_to_the_room_there_is(void **state)
{
	(void)state;
	struct drawn d =
	    draw("{" HEAD PACE "\"work\":[{\"person\":0,\"who\":\"the person who administers everything\","
	         "\"step\":\"s\",\"from\":0,\"to\":9},{\"person\":1,\"who\":\"负责信息技术与系统管理的同事们\","
	         "\"step\":\"s\",\"from\":0,\"to\":9}]}");
	for (size_t i = 0; i < 2; i++) {
		const char *label = jsn_text(jsn_get(lane(&d, i), "label"));
		assert_in_range(text_width(label), 18, 20);
		assert_non_null(strstr(label, "…"));
	}
	assert_string_equal(jsn_text(jsn_get(lane(&d, 0), "title")), "the person who administers everything");
	done(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(four_busy_hours_are_as_wide_as_four_quiet_days),
	    cmocka_unit_test(without_a_pace_every_hour_is_as_wide),
	    cmocka_unit_test(ticks_keep_apart_and_end_with_the_story),
	    cmocka_unit_test(an_incident_of_a_month_has_ticks_too),
	    cmocka_unit_test(in_a_crowd_no_mark_lies_over_another),
	    cmocka_unit_test(numbers_follow_time_and_each_is_a_row_of_the_table),
	    cmocka_unit_test(what_begins_at_once_keeps_the_order_of_its_list),
	    cmocka_unit_test(a_step_is_named_by_its_instruction),
	    cmocka_unit_test(a_late_filing_runs_on_behind_the_due_instant),
	    cmocka_unit_test(what_is_due_behind_the_end_runs_to_the_edge_without_a_bar),
	    cmocka_unit_test(a_record_in_which_nothing_happened_has_no_drawing),
	    cmocka_unit_test(what_a_record_never_came_to_is_shaded),
	    cmocka_unit_test(a_long_name_is_cut_to_the_room_there_is),
	};

	setlocale(LC_CTYPE, "C.UTF-8"); /* how wide a Chinese character is */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
