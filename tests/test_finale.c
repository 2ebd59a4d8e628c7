#include "debrief.h"

#include "desk/finale.h"

struct page {
	struct debrief *d;
	struct text text;
	struct frame frame;
};

static int setup(void **state)
{
	struct page *page = calloc(1, sizeof *page);
	page->d = debrief_open();
	page->frame = (struct frame){.out = &page->text, .columns = 80};
	*state = page;
	return 0;
}

static int teardown(void **state)
{
	struct page *page = *state;
	debrief_close(page->d);
	text_free(&page->text);
	free(page);
	return 0;
}

static void play(struct page *page, void (*how)(struct debrief *))
{
	how(page->d);
	debrief_audit(page->d);
}

static void show(struct page *page, void (*what)(const struct frame *, const struct jsn *))
{
	text_clear(&page->text);
	what(&page->frame, debrief_model(page->d, true));
}

#define assert_says(page, words)                                                                                       \
	do {                                                                                                           \
		if (!strstr((page)->text.data, words))                                                                 \
			fail_msg("\"%s\" is not in:\n%s", words, (page)->text.data);                                   \
	} while (0)

static void assert_narrow_and_clean(const struct page *page)
{
	struct text line = {0};
	for (const char *at = page->text.data; *at;) {
		size_t len = strcspn(at, "\n");
		text_clear(&line);
		text_add_bytes(&line, at, len);
		if (text_width(line.data) > page->frame.columns || strchr(line.data, '\033'))
			fail_msg("not fit for %d columns: %s", page->frame.columns, line.data);
		at += len + (at[len] == '\n');
	}
	text_free(&line);
}

static void nothing_is_audited_before_endex(void **state)
{
	struct page *page = *state;
	debrief_until(page->d, 3600);
	assert_int_equal(agenda_audit(&page->d->small.session->state), NAMES_NONE);
}

static void the_audit_asks_in_order_for_what_is_open_and_then_stops(void **state)
{
	struct page *page = *state;
	debrief_play_well(page->d);
	const struct session *session = page->d->small.session;
	int next = agenda_audit(&session->state);
	assert_string_equal(session->world->deadlines[next].id, "sg-pdpa.authority"); /* PIPC was told in play */
	debrief_audit(page->d);
	assert_int_equal(agenda_audit(&session->state), NAMES_NONE);
}

static void a_question_says_from_when_to_when_and_how_to_answer(void **state)
{
	struct page *page = *state;
	debrief_play_badly(page->d);
	const struct session *session = page->d->small.session;
	finale_audit_question(&page->frame, session, page->d->words,
	                      small_name(&page->d->small, NAMES_DEADLINE, "notify-marketplace"));
	assert_string_equal(page->text.data,
	                    " Clock audit    Pasar+, 14.2: 48h from T+1:30, due T+49:30 (Sat 7 Mar 2026,\n"
	                    "                23:10). Filed?  y at TIME, y (only now), n\n");
}

static void a_deadline_beyond_endex_asks_who_files(void **state)
{
	struct page *page = *state;
	debrief_until(page->d, 0);
	debrief_do(page->d, debrief_act(page->d, ACT_END, NAMES_KINDS, NULL));
	struct world *world = page->d->small.world;
	world->story->truth[SHAPE_AWARE] = 90 * 3600; /* aware so late that 72 hours lie beyond EndEx */
	finale_audit_question(&page->frame, page->d->small.session, page->d->words,
	                      small_name(&page->d->small, NAMES_DEADLINE, "kr-pipa.authority"));
	assert_says(page, "which is after EndEx. Who files,");
}

static void the_audit_tells_what_was_filed_and_what_never_was(void **state)
{
	struct page *page = *state;
	play(page, debrief_play_well);
	show(page, finale_audit);
	assert_null(strstr(page->text.data, "EndEx")); /* the turn that ended said so */
	assert_says(page, " Clock audit    PIPC 72h from T+1:30: filed T+20:00, 53h30 to spare\n");
	assert_says(page, "                Pasar+ 48h from T+1:30: never filed; due T+49:30\n");
	assert_says(page, "PDPC 3 days from T+8:00 (assessed was never logged)");
	assert_narrow_and_clean(page);
}

static void the_hot_wash_begins_with_the_ratings_and_numbers_the_gaps(void **state)
{
	struct page *page = *state;
	play(page, debrief_play_well);
	show(page, finale_hot_wash);
	const char *ratings = strstr(page->text.data, "containment    #"), *well = strstr(page->text.data, "What went");
	assert_non_null(ratings);
	assert_true(ratings < well);
	assert_says(page, "done well");
	assert_says(page, "nothing was asked of it here");
	assert_says(page, "1  Told late or never, 2 of 3: PDPC");
	assert_says(page, "1 @Arif 30 Apr");
	assert_narrow_and_clean(page);
}

static void the_summary_names_the_best_and_the_costliest_decision_and_why(void **state)
{
	struct page *page = *state;
	play(page, debrief_play_badly);
	show(page, finale_summary);
	assert_says(page, "Costliest      Who leads tonight? Nobody answered. \"Wait for the director\"\n"
	                  "                Nobody leads.\n");
	assert_null(strstr(page->text.data, "Best decision"));
	assert_says(page, "grade F");
	assert_says(page, "false-statement: Her word became ours.");
	assert_says(page, "nothing was agreed");
	assert_says(page, "not in it    open-incident");
	assert_narrow_and_clean(page);
}

static void a_capped_grade_says_what_it_would_have_been(void **state)
{
	struct page *page = *state;
	struct jsn_fault fault;
	static const char json[] = "{\"score\":{\"total\":90,\"grade\":\"C\",\"objectives\":[],\"criticals\":"
	                           "[{\"id\":\"logs-gone\",\"because\":\"The purge ran.\",\"t\":5}]}}";
	struct jsn *model = jsn_parse(json, sizeof json - 1, &fault);
	assert_non_null(model);
	finale_summary(&page->frame, model);
	jsn_free(model);
	assert_says(page, "90 of 100, grade C; 1 critical failure kept it from A");
	assert_null(strstr(page->text.data, "EXERCISE"));
}

static void forty_columns_are_enough(void **state)
{
	struct page *page = *state;
	play(page, debrief_play_badly);
	page->frame.columns = 40;
	show(page, finale_summary);
	assert_narrow_and_clean(page);
	show(page, finale_hot_wash);
	assert_narrow_and_clean(page);
	assert_null(strstr(page->text.data, "##"));
}

static void colour_adds_nothing_but_colour(void **state)
{
	struct page *page = *state;
	struct text plain = {0}, bare = {0};
	play(page, debrief_play_badly);
	show(page, finale_summary);
	text_add(&plain, page->text.data);
	page->frame.colour = true;
	show(page, finale_summary);
	assert_non_null(strchr(page->text.data, '\033'));
	for (const char *p = page->text.data; *p; p++)
		if (*p == '\033')
			p = strchr(p, 'm');
		else
			text_add_bytes(&bare, p, 1);
	assert_string_equal(bare.data, plain.data);
	text_free(&plain);
	text_free(&bare);
}

#define finale_test(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

static void a_gap_is_named_by_its_number_and_kept_in_its_words(void **state)
{
	struct debrief *d = debrief_open();
	struct arena *arena = arena_new();
	struct jsn *model = jsn_make(JSN_OBJECT, 0), *gaps = jsn_make(JSN_ARRAY, 0), *gap = jsn_make(JSN_OBJECT, 0);
	struct act act = {.kind = ACT_IMPROVE, .text = "1"};
	(void)state;
	jsn_put(gap, "text", jsn_string("Nobody took the lead"));
	jsn_put(gaps, NULL, gap);
	jsn_put(model, "gaps", gaps);
	assert_null(finale_gap(d->small.session, model, &act, arena));
	assert_string_equal(act.text, "Nobody took the lead");
	assert_null(finale_gap(d->small.session, model, &act, arena)); /* words stay */
	assert_string_equal(act.text, "Nobody took the lead");
	act.text = "2";
	assert_string_equal(finale_gap(d->small.session, model, &act, arena),
	                    "No gap of that number was proposed; they come behind the clock audit. In your own words:  "
	                    "improve a second deputy @Mei Lin 30 Apr");
	debrief_close(d);
	jsn_free(model);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_gap_is_named_by_its_number_and_kept_in_its_words),
	    finale_test(nothing_is_audited_before_endex),
	    finale_test(the_audit_asks_in_order_for_what_is_open_and_then_stops),
	    finale_test(a_question_says_from_when_to_when_and_how_to_answer),
	    finale_test(a_deadline_beyond_endex_asks_who_files),
	    finale_test(the_audit_tells_what_was_filed_and_what_never_was),
	    finale_test(the_hot_wash_begins_with_the_ratings_and_numbers_the_gaps),
	    finale_test(the_summary_names_the_best_and_the_costliest_decision_and_why),
	    finale_test(a_capped_grade_says_what_it_would_have_been),
	    finale_test(forty_columns_are_enough),
	    finale_test(colour_adds_nothing_but_colour),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
