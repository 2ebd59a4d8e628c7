#include "debrief.h"

#include "desk/layout.h"
#include "desk/page.h"

struct paged {
	struct debrief *d;
	struct jsn *model;
	struct text html;
};

static struct jsn *set(const struct jsn *object, const char *key, struct jsn *value)
{
	return jsn_put((struct jsn *)object, key, value);
}

/* The model of a played debrief, dressed; nothing rendered yet. */
static struct paged dressed(void (*play)(struct debrief *), enum page_audience audience)
{
	struct paged p = {.d = debrief_open()};
	if (play)
		play(p.d);
	p.model = report_model(&p.d->record, false, p.d->words);
	page_dress(p.model, audience, p.d->words);
	return p;
}

static const char *rendered(struct paged *p, const char *lang)
{
	struct diags diags;
	struct text told = {0};
	diags_init(&diags);
	struct layout *layout = layout_open(lang, &diags);
	text_clear(&p->html);
	if (!layout || !layout_render(layout, "report.html", ESCAPE_HTML, p->model, &p->html, &diags)) {
		diags_render(&diags, &told);
		fail_msg("%s", told.data);
	}
	layout_free(layout);
	diags_free(&diags);
	text_free(&told);
	return p->html.data;
}

static void leave(struct paged *p)
{
	jsn_free(p->model);
	text_free(&p->html);
	debrief_close(p->d);
}

static const struct jsn *under(const struct jsn *tree, const char *a, const char *b)
{
	return jsn_get(jsn_get(tree, a), b);
}

static const char *text_of(const struct jsn *row, const char *key)
{
	const char *text = jsn_text(jsn_get(row, key));
	return text ? text : "null";
}

static void play_to_the_end(struct debrief *d)
{
	debrief_play_well(d);
	debrief_audit(d);
}

static void play_badly_to_the_end(struct debrief *d)
{
	debrief_play_badly(d);
	debrief_audit(d);
}

/* Rows ----------------------------------------------------------------------------------------------------------- */

/* Counts a list's rows whose keys are not those of its first. */
static void check_keys(const char *name, const struct jsn *list)
{
	const struct jsn *first = jsn_at(list, 0, NULL), *row;
	for (size_t i = 1; (row = jsn_at(list, i, NULL)) != NULL; i++) {
		const char *key;
		assert_int_equal(jsn_count(row), jsn_count(first));
		for (size_t k = 0; jsn_at(first, k, &key); k++)
			if (!jsn_get(row, key))
				fail_msg("%s: a row lacks %s", name, key);
	}
}

static void all_rows_of_a_list_have_the_same_keys(void **state)
{
	static const char *const lists[] = {"clocks",    "decisions", "facts",        "injects",  "actions",
	                                    "questions", "timeline",  "improvements", "strengths"};
	void (*const plays[])(struct debrief *) = {play_to_the_end, play_badly_to_the_end, debrief_play_well, NULL};
	(void)state;
	for (size_t k = 0; k < sizeof plays / sizeof *plays; k++) {
		struct paged p = dressed(plays[k], PAGE_TEAM);
		for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
			check_keys(lists[i], jsn_get(p.model, lists[i]));
		check_keys("objectives", under(p.model, "score", "objectives"));
		check_keys("steps", under(p.model, "coverage", "steps"));
		check_keys("plan", under(p.model, "cover", "plan"));
		leave(&p);
	}
}

static void every_record_fills_the_page_in_both_languages(void **state)
{
	void (*const plays[])(struct debrief *) = {play_to_the_end, play_badly_to_the_end, debrief_play_well, NULL};
	(void)state;
	for (size_t k = 0; k < sizeof plays / sizeof *plays; k++)
		for (int audience = PAGE_TEAM; audience <= PAGE_BOARD; audience++) {
			struct paged p = dressed(plays[k], (enum page_audience)audience);
			assert_non_null(strstr(rendered(&p, "en"), "<h1>"));
			assert_non_null(strstr(rendered(&p, "zh"), "复盘报告"));
			assert_null(strstr(p.html.data, "&lt;report."));
			leave(&p);
		}
}

/* What it says --------------------------------------------------------------------------------------------------- */

static const struct jsn *clock_of(const struct paged *p, const char *id)
{
	const struct jsn *row;
	for (size_t i = 0; (row = jsn_at(jsn_get(p->model, "clocks"), i, NULL)) != NULL; i++)
		if (strcmp(text_of(row, "id"), id) == 0)
			return row;
	fail_msg("no clock %s", id);
	return NULL;
}

static void a_margin_is_told_in_words(void **state)
{
	(void)state;
	struct paged p = dressed(play_to_the_end, PAGE_TEAM);
	assert_string_equal(text_of(clock_of(&p, "kr-pipa.authority"), "margin_text"), "53h30 to spare");
	assert_string_equal(text_of(clock_of(&p, "kr-pipa.authority"), "due_text"), "Sun 8 Mar 2026, 23:10");
	assert_string_equal(text_of(clock_of(&p, "kr-pipa.authority"), "filed_text"), "Fri 17:40");
	leave(&p);
	p = dressed(play_badly_to_the_end, PAGE_TEAM);
	assert_string_equal(text_of(clock_of(&p, "kr-pipa.authority"), "margin_text"), "never told");
	assert_string_equal(text_of(clock_of(&p, "kr-pipa.authority"), "look"), "bad");
	leave(&p);
}

static const struct jsn *decision(const struct paged *p, size_t i)
{
	return jsn_at(jsn_get(p->model, "decisions"), i, NULL);
}

static void a_decision_says_what_was_chosen_and_what_went_before_the_question(void **state)
{
	(void)state;
	struct paged p = dressed(play_to_the_end, PAGE_TEAM);
	assert_string_equal(text_of(decision(&p, 0), "chosen"), "One name");
	assert_string_equal(text_of(decision(&p, 0), "setting"), "The director is away. ");
	assert_string_equal(text_of(decision(&p, 0), "answer_text"), "answered at once");
	assert_string_equal(text_of(decision(&p, 0), "sure_text"), "sure");
	assert_string_equal(text_of(decision(&p, 1), "setting"), "null");
	leave(&p);
	p = dressed(play_badly_to_the_end, PAGE_TEAM);
	assert_string_equal(text_of(decision(&p, 0), "answer_text"), "nobody answered");
	assert_string_equal(text_of(decision(&p, 0), "look"), "bad");
	leave(&p);
}

static void a_rating_that_the_facilitator_changed_is_the_one_shown(void **state)
{
	(void)state;
	struct debrief *d = debrief_open();
	play_to_the_end(d);
	struct jsn *model = report_model(&d->record, false, d->words);
	const struct jsn *row = jsn_at(under(model, "score", "objectives"), 0, NULL);
	struct jsn *rated = set(row, "rated_by_facilitator", jsn_make(JSN_OBJECT, 0));
	set(rated, "rating", jsn_string("M"));
	set(rated, "reason", jsn_string("slow"));
	page_dress(model, PAGE_TEAM, d->words);
	assert_string_equal(text_of(row, "letter"), "M");
	assert_string_equal(text_of(row, "look"), "part");
	assert_string_equal(text_of(row, "rating_text"), "performed with major challenges");
	assert_string_equal(text_of(row, "rated_text"),
	                    "The record says P, performed without challenges. The facilitator's reason: slow");
	jsn_free(model);
	debrief_close(d);
}

static void lines_that_nobody_filled_stay_empty(void **state)
{
	(void)state;
	struct paged p = dressed(play_to_the_end, PAGE_TEAM);
	const struct jsn *plan = under(p.model, "cover", "plan");
	assert_int_equal(jsn_count(plan), 3);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(text_of(jsn_at(plan, i, NULL), "text"), "null");
	assert_string_equal(text_of(jsn_get(p.model, "cover"), "plan_note"),
	                    "None was agreed. The empty lines are for what you decide.");
	leave(&p);
}

static void agreed_actions_stand_on_page_one_with_owner_and_date(void **state)
{
	(void)state;
	struct debrief *d = debrief_open();
	play_to_the_end(d);
	struct jsn *model = report_model(&d->record, false, d->words),
	           *list = set(model, "improvements", jsn_make(JSN_ARRAY, 0));
	for (int i = 0; i < 4; i++) {
		struct jsn *row = jsn_put(list, NULL, jsn_make(JSN_OBJECT, 0));
		set(row, "gap", i ? jsn_make(JSN_NULL, 0) : jsn_make(JSN_INT, 1));
		set(row, "text", jsn_string("Count people"));
		set(row, "owner", jsn_string("it-admin"));
		set(row, "date", jsn_string("30 Apr"));
	}
	page_dress(model, PAGE_TEAM, d->words);
	const struct jsn *cover = jsn_get(model, "cover"), *first = jsn_at(jsn_get(cover, "plan"), 0, NULL);
	assert_int_equal(jsn_count(jsn_get(cover, "plan")), 3);
	assert_string_equal(text_of(first, "text"), "Close gap 1");
	assert_string_equal(text_of(jsn_at(jsn_get(cover, "plan"), 1, NULL), "text"), "Count people");
	assert_string_equal(text_of(first, "owner"), "it-admin");
	assert_string_equal(text_of(first, "date"), "30 Apr");
	assert_string_equal(text_of(cover, "more_plan"), "and 1 more in the annex");
	assert_string_equal(text_of(jsn_at(list, 0, NULL), "issue"), "Count people");
	assert_string_equal(text_of(jsn_at(list, 0, NULL), "action"), "null");
	assert_string_equal(text_of(jsn_at(list, 1, NULL), "action"), "Count people");
	jsn_free(model);
	debrief_close(d);
}

static struct jsn *many(struct jsn *model, const char *name, size_t n)
{
	struct jsn *list = set(model, name, jsn_make(JSN_ARRAY, 0));
	for (size_t i = 0; i < n; i++) {
		struct jsn *row = jsn_put(list, NULL, jsn_make(JSN_OBJECT, 0));
		set(row, "id", jsn_string("a"));
		set(row, "t", jsn_make(JSN_INT, (int64_t)i * 3600));
		set(row, "text", jsn_string("We did it."));
		set(row, "label", jsn_string("People"));
		set(row, "claimed", jsn_make(JSN_NULL, 0));
		set(row, "verified", jsn_string("9 people"));
	}
	return list;
}

static void page_one_holds_so_many_rows_and_counts_the_rest(void **state)
{
	(void)state;
	struct debrief *d = debrief_open();
	play_to_the_end(d);
	struct jsn *model = report_model(&d->record, false, d->words);
	many(model, "actions", 40);
	many(model, "facts", 9);
	many((struct jsn *)jsn_get(model, "score"), "criticals", 0);
	page_dress(model, PAGE_TEAM, d->words);
	const struct jsn *cover = jsn_get(model, "cover"), *actions = jsn_get(cover, "actions");
	assert_int_equal(jsn_count(actions), 8);
	assert_string_equal(text_of(jsn_at(actions, 0, NULL), "stamp"), "T+0:00");
	assert_string_equal(text_of(cover, "more_actions"), "and 32 more in the annex");
	assert_int_equal(jsn_count(jsn_get(cover, "facts")), 6);
	assert_string_equal(text_of(cover, "more_facts"), "and 3 more in the annex");
	jsn_free(model);
	debrief_close(d);
}

/* What the story asked for is thinned evenly, so that its last day is there as well as its first. */
static void many_actions_are_thinned_from_first_to_last(void **state)
{
	(void)state;
	struct debrief *d = debrief_open();
	play_to_the_end(d);
	struct jsn *model = report_model(&d->record, false, d->words);
	struct jsn *list = many(model, "actions", 40);
	many((struct jsn *)jsn_get(model, "score"), "criticals", 0);
	for (size_t i = 0; i < 40; i++)
		set(jsn_at(list, i, NULL), "id", jsn_string("open-incident"));
	page_dress(model, PAGE_TEAM, d->words);
	const struct jsn *actions = under(model, "cover", "actions");
	assert_int_equal(jsn_count(actions), 8);
	assert_string_equal(text_of(jsn_at(actions, 0, NULL), "stamp"), "T+0:00");
	assert_string_equal(text_of(jsn_at(actions, 7, NULL), "stamp"), "T+35:00");
	jsn_free(model);
	debrief_close(d);
}

static void failures_for_one_reason_are_one_row(void **state)
{
	(void)state;
	struct debrief *d = debrief_open();
	play_to_the_end(d);
	struct jsn *model = report_model(&d->record, false, d->words);
	struct jsn *list = set(jsn_get(model, "score"), "criticals", jsn_make(JSN_ARRAY, 0));
	for (int i = 0; i < 6; i++) {
		struct jsn *row = jsn_put(list, NULL, jsn_make(JSN_OBJECT, 0));
		set(row, "id", jsn_string("x"));
		set(row, "t", jsn_make(JSN_INT, i));
		set(row, "because", jsn_string(i < 2 ? "A deadline was missed." : i < 4 ? "A lie." : "The logs."));
	}
	page_dress(model, PAGE_TEAM, d->words);
	assert_int_equal(jsn_count(under(model, "cover", "criticals")), 3);
	assert_string_equal(text_of(jsn_get(model, "cover"), "criticals_text"), "6 critical failures");
	assert_int_equal(jsn_type(under(model, "cover", "more_criticals")), JSN_NULL);
	jsn_free(model);
	debrief_close(d);
}

/* Whole, cut, for whom ------------------------------------------------------------------------------------------- */

static void a_record_that_stops_says_where_and_has_no_total(void **state)
{
	(void)state;
	struct debrief *d = debrief_open();
	debrief_until(d, 0);
	debrief_until(d, 5400);
	struct paged p = {.d = d, .model = report_model(&d->record, false, d->words)};
	page_dress(p.model, PAGE_TEAM, d->words);
	const char *html = rendered(&p, "en");
	assert_non_null(strstr(html, "This record stops at T+"));
	assert_non_null(strstr(html, "No total and no grade before the end."));
	assert_null(strstr(html, "class=\"figure\""));
	leave(&p);
	p = dressed(play_to_the_end, PAGE_TEAM);
	html = rendered(&p, "en");
	assert_null(strstr(html, "This record stops"));
	assert_null(strstr(html, "class=\"banner\""));
	assert_non_null(strstr(html, "class=\"figure\""));
	leave(&p);
}

static void an_exercise_says_so_and_an_incident_never_does(void **state)
{
	static const char *const langs[] = {"en", "zh"}, *const words[] = {"EXERCISE", "演练"};
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct debrief *d = debrief_open();
		play_to_the_end(d);
		struct paged p = {.d = d, .model = report_model(&d->record, false, d->words)};
		set(p.model, "mode", jsn_string("incident"));
		page_dress(p.model, PAGE_TEAM, d->words);
		assert_null(strstr(rendered(&p, langs[i]), words[i]));
		leave(&p);
		p = dressed(play_to_the_end, PAGE_BOARD);
		const char *html = rendered(&p, langs[i]), *title = strstr(html, "<title>");
		assert_non_null(title);
		assert_memory_equal(title + strlen("<title>"), words[i], strlen(words[i]));
		assert_non_null(strstr(html, "class=\"mark every\""));
		leave(&p);
	}
}

static void a_board_sees_clocks_and_ratings_but_no_turn_split_or_reason(void **state)
{
	(void)state;
	struct paged team = dressed(play_to_the_end, PAGE_TEAM), board = dressed(play_to_the_end, PAGE_BOARD);
	const char *html = rendered(&team, "en");
	assert_non_null(strstr(html, "id=\"turns\""));
	assert_non_null(strstr(html, "incident-lead said so"));
	html = rendered(&board, "en");
	assert_null(strstr(html, "id=\"turns\""));
	assert_null(strstr(html, "id=\"decisions\""));
	assert_null(strstr(html, "said so"));
	assert_null(strstr(html, "<svg role"));
	assert_non_null(strstr(html, "id=\"clocks\""));
	assert_non_null(strstr(html, "id=\"objectives\""));
	assert_non_null(strstr(html, "id=\"improvement\""));
	assert_int_equal(jsn_count(jsn_get(board.model, "timeline")), 0);
	assert_int_equal(jsn_count(jsn_get(board.model, "decisions")), 0);
	leave(&team);
	leave(&board);
}

static void a_page_holds_no_script_and_asks_for_nothing(void **state)
{
	static const char *const never[] = {
	    "<script", "@import", "url(", "src=", "http://", "https://", "<link", "<iframe"};
	(void)state;
	struct paged p = dressed(play_to_the_end, PAGE_TEAM);
	const char *html = rendered(&p, "en");
	for (size_t i = 0; i < sizeof never / sizeof *never; i++)
		if (strstr(html, never[i]))
			fail_msg("%s stands in the page", never[i]);
	assert_non_null(strstr(html, "default-src 'none'"));
	leave(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(all_rows_of_a_list_have_the_same_keys),
	    cmocka_unit_test(every_record_fills_the_page_in_both_languages),
	    cmocka_unit_test(a_margin_is_told_in_words),
	    cmocka_unit_test(a_decision_says_what_was_chosen_and_what_went_before_the_question),
	    cmocka_unit_test(a_rating_that_the_facilitator_changed_is_the_one_shown),
	    cmocka_unit_test(lines_that_nobody_filled_stay_empty),
	    cmocka_unit_test(agreed_actions_stand_on_page_one_with_owner_and_date),
	    cmocka_unit_test(page_one_holds_so_many_rows_and_counts_the_rest),
	    cmocka_unit_test(many_actions_are_thinned_from_first_to_last),
	    cmocka_unit_test(failures_for_one_reason_are_one_row),
	    cmocka_unit_test(a_record_that_stops_says_where_and_has_no_total),
	    cmocka_unit_test(an_exercise_says_so_and_an_incident_never_does),
	    cmocka_unit_test(a_board_sees_clocks_and_ratings_but_no_turn_split_or_reason),
	    cmocka_unit_test(a_page_holds_no_script_and_asks_for_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
