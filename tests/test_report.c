#include "debrief.h"
#include "sought.h"

#include "exercise/score.h"

static int setup(void **state)
{
	*state = debrief_open();
	return 0;
}

static int teardown(void **state)
{
	debrief_close(*state);
	return 0;
}

static void the_header_says_what_was_played(void **state)
{
	struct debrief *d = *state;
	debrief_play_well(d);
	debrief_audit(d);
	const struct jsn *model = debrief_model(d, false);
	assert_int_equal(jsn_number(jsn_get(model, "format"), 0), 1);
	assert_string_equal(sought_string(model, "mode"), "exercise");
	assert_string_equal(sought_string(jsn_get(model, "scenario"), "id"), "small");
	assert_string_equal(sought_string(model, "started"), "2026-03-05T13:40:00Z");
	assert_int_equal(jsn_number(jsn_get(jsn_get(model, "ended"), "t"), 0), 360000);
	assert_string_equal(sought_string(jsn_get(model, "ended"), "wall"), "2026-03-09T17:40:00Z");
	assert_true(jsn_number(jsn_get(model, "complete"), 0));
	assert_int_equal(jsn_type(jsn_get(model, "stopped")), JSN_NULL);
	assert_false(jsn_number(jsn_get(model, "torn"), 1));
	assert_string_equal(sought_string(jsn_get(model, "scenario"), "synopsis"), "A test.");
}

static void a_record_that_stops_early_is_not_complete_and_tells_no_truth(void **state)
{
	struct debrief *d = *state;
	debrief_until(d, 3600);
	const struct jsn *model = debrief_model(d, false);
	assert_int_equal(jsn_type(jsn_get(model, "ended")), JSN_NULL);
	assert_false(jsn_number(jsn_get(model, "complete"), 1));
	assert_int_equal(jsn_type(jsn_get(sought_row(jsn_get(model, "facts"), "id", "people"), "truth")), JSN_NULL);
	assert_int_equal(jsn_number(jsn_get(jsn_get(model, "stopped"), "t"), 0), 3600);
	assert_string_equal(sought_string(jsn_get(model, "stopped"), "stamp"), "T+1:00");
	assert_string_equal(sought_string(sought_row(jsn_get(model, "clocks"), "id", "kr-pipa.authority"), "state"),
	                    "open");
	assert_int_equal(jsn_count(jsn_get(jsn_get(model, "coverage"), "never")), 0);
	assert_int_equal(jsn_count(jsn_get(jsn_get(model, "coverage"), "open")), 4);
}

static void the_total_is_the_sessions(void **state)
{
	struct debrief *d = *state;
	int32_t earned[STORY_OBJECTIVES];
	debrief_play_badly(d);
	debrief_audit(d);
	const struct jsn *score = jsn_get(debrief_model(d, false), "score");
	struct score_range range = score_range(d->small.world);
	session_earned(d->small.session, earned);
	assert_int_equal(jsn_number(jsn_get(score, "total"), -1), score_total(&range, earned));
	assert_string_equal(sought_string(score, "grade"), "F");
	assert_string_equal(sought_string(sought_row(jsn_get(score, "criticals"), "id", "false-statement"), "because"),
	                    "Her word became ours.");
	const struct jsn *containment = sought_row(jsn_get(score, "objectives"), "id", "containment");
	assert_int_equal(jsn_number(jsn_get(containment, "points"), 0), -30);
	assert_int_equal(jsn_number(jsn_get(containment, "lo"), 0), -30);
	assert_int_equal(jsn_number(jsn_get(containment, "hi"), 0), 30);
	assert_string_equal(sought_string(containment, "rating"), "U");
}

static void a_rating_the_facilitator_changed_stands_beside_the_drills_own(void **state)
{
	struct debrief *d = *state;
	debrief_play_well(d);
	struct act act = debrief_act(d, ACT_RATE, NAMES_OBJECTIVE, "containment");
	act.value = SCORE_S;
	act.why = "It took a push";
	debrief_do(d, act);
	const struct jsn *containment =
	    sought_row(jsn_get(jsn_get(debrief_model(d, false), "score"), "objectives"), "id", "containment");
	assert_string_equal(sought_string(containment, "rating"), "P");
	assert_string_equal(sought_string(jsn_get(containment, "rated_by_facilitator"), "rating"), "S");
	assert_string_equal(sought_string(jsn_get(containment, "rated_by_facilitator"), "reason"), "It took a push");
}

static void a_clock_runs_from_the_truth_when_the_team_logged_later(void **state)
{
	struct debrief *d = *state;
	debrief_until(d, 4 * 3600);
	struct act act = debrief_act(d, ACT_MOMENT, NAMES_MOMENT, "aware");
	act.t = 4 * 3600;
	debrief_do(d, act);
	debrief_until(d, 75 * 3600);
	act = debrief_act(d, ACT_NOTIFY, NAMES_DEADLINE, "kr-pipa.authority");
	act.t = 75 * 3600;
	debrief_do(d, act);
	const struct jsn *clock = sought_row(jsn_get(debrief_model(d, false), "clocks"), "id", "kr-pipa.authority");
	assert_int_equal(jsn_number(jsn_get(clock, "moment_at"), 0),
	                 4 * 3600); /* nobody is told the truth before EndEx */
	assert_string_equal(sought_string(clock, "state"), "in_time");
	debrief_until(d, 100 * 3600);
	clock = sought_row(jsn_get(debrief_model(d, false), "clocks"), "id", "kr-pipa.authority");
	assert_string_equal(sought_string(clock, "within"), "72h");
	assert_int_equal(jsn_number(jsn_get(clock, "moment_at"), 0), 5400);
	assert_int_equal(jsn_number(jsn_get(clock, "logged_at"), 0), 4 * 3600);
	assert_int_equal(jsn_number(jsn_get(clock, "due"), 0), 73 * 3600 + 1800);
	assert_string_equal(sought_string(clock, "due_local"), "Sun 8 Mar 2026, 23:10");
	assert_int_equal(jsn_number(jsn_get(clock, "margin_seconds"), 0), -5400);
	assert_string_equal(sought_string(clock, "state"), "late");
}

static void a_filing_in_time_has_time_to_spare_and_one_never_made_says_so(void **state)
{
	struct debrief *d = *state;
	debrief_play_well(d);
	debrief_audit(d);
	const struct jsn *clocks = jsn_get(debrief_model(d, false), "clocks");
	const struct jsn *filed = sought_row(clocks, "id", "kr-pipa.authority"),
	                 *never = sought_row(clocks, "id", "notify-marketplace");
	assert_string_equal(sought_string(filed, "state"), "in_time");
	assert_int_equal(jsn_number(jsn_get(filed, "margin_seconds"), 0), 53 * 3600 + 1800);
	assert_string_equal(sought_string(never, "state"), "never");
	assert_int_equal(jsn_type(jsn_get(never, "filed")), JSN_NULL);
	assert_true(jsn_number(jsn_get(never, "contract"), 0));
	assert_string_equal(sought_string(sought_row(clocks, "id", "sg-pdpa.authority"), "state"), "never");
}

static void a_decision_shows_the_options_not_taken_and_what_they_were_worth(void **state)
{
	struct debrief *d = *state;
	debrief_play_well(d);
	const struct jsn *who = sought_row(jsn_get(debrief_model(d, true), "decisions"), "id", "who");
	const struct jsn *named = sought_row(jsn_get(who, "options"), "id", "named");
	const struct jsn *ceo = sought_row(jsn_get(who, "options"), "id", "ceo");
	assert_string_equal(sought_string(who, "question"), "Who leads tonight?");
	assert_string_equal(sought_string(who, "confidence"), "high");
	assert_string_equal(sought_string(who, "reason"), "Mei Lin said so");
	assert_true(jsn_number(jsn_get(named, "chosen"), 0));
	assert_false(jsn_number(jsn_get(ceo, "chosen"), 1));
	assert_int_equal(jsn_number(jsn_get(jsn_get(ceo, "points"), "containment"), 0), -20);
	assert_string_equal(sought_string(ceo, "because"), "Nobody leads.");
	assert_int_equal(jsn_number(jsn_get(jsn_get(who, "points"), "containment"), 0), 30);
	assert_false(jsn_number(jsn_get(who, "lapsed"), 1));
}

static void a_question_nobody_answered_is_late_and_lapsed(void **state)
{
	struct debrief *d = *state;
	debrief_play_badly(d);
	const struct jsn *who = sought_row(jsn_get(debrief_model(d, false), "decisions"), "id", "who");
	assert_true(jsn_number(jsn_get(who, "late"), 0));
	assert_true(jsn_number(jsn_get(who, "lapsed"), 0));
	assert_true(jsn_number(jsn_get(sought_row(jsn_get(who, "options"), "id", "ceo"), "chosen"), 0));
	assert_int_equal(jsn_type(jsn_get(who, "confidence")), JSN_NULL);
}

static void coverage_tells_done_late_skipped_and_never_apart(void **state)
{
	struct debrief *d = *state;
	debrief_until(d, 0);
	struct act act = debrief_act(d, ACT_SKIP, NAMES_STEP, "copy");
	act.why = "nothing to copy yet";
	debrief_do(d, act);
	debrief_until(d, 5 * 3600);
	act = debrief_act(d, ACT_DO, NAMES_STEP, "suspend");
	act.t = 5 * 3600;
	debrief_do(d, act);
	debrief_until(d, 100 * 3600);
	const struct jsn *coverage = jsn_get(debrief_model(d, false), "coverage");
	assert_string_equal(sought_string(sought_row(jsn_get(coverage, "skipped"), "id", "copy"), "reason"),
	                    "nothing to copy yet");
	assert_int_equal(jsn_number(jsn_get(sought_row(jsn_get(coverage, "late"), "id", "suspend"), "late_seconds"), 0),
	                 4 * 3600 + 1800);
	sought_row(jsn_get(coverage, "never"), "id", "hold");
	assert_int_equal(jsn_count(jsn_get(coverage, "missing")), 1);
	assert_string_equal(sought_string(jsn_at(jsn_get(coverage, "missing"), 0, NULL), "action"), "open-incident");
}

static void strengths_and_gaps_are_sentences_about_this_drill(void **state)
{
	struct debrief *d = *state;
	debrief_play_well(d);
	debrief_audit(d);
	const struct jsn *model = debrief_model(d, false);
	const struct jsn *strengths = jsn_get(model, "strengths"), *gaps = jsn_get(model, "gaps");
	assert_int_equal(jsn_count(strengths), 3);
	assert_string_equal(sought_string(jsn_at(strengths, 0, NULL), "text"),
	                    "Asked \"Who leads tonight?\", the team chose \"One name\".");
	assert_string_equal(sought_string(jsn_at(strengths, 1, NULL), "text"),
	                    "Asked \"What do we send?\", the team chose \"We are counting\".");
	assert_int_equal(jsn_count(gaps), 3);
	assert_string_equal(sought_string(jsn_at(gaps, 0, NULL), "source"), "deadlines");
	assert_string_equal(sought_string(jsn_at(gaps, 0, NULL), "text"),
	                    "Told late or never, 2 of 3: PDPC (due T+98:19), Pasar+ (due T+49:30).");
	assert_string_equal(sought_string(jsn_at(gaps, 1, NULL), "text"),
	                    "In phase contain 2 of 3 steps were never completed: copy, hold.");
	assert_string_equal(sought_string(jsn_at(gaps, 2, NULL), "text"),
	                    "Step file was never completed (due T+73:30): file it.");
}

static void the_worst_drill_gets_plain_gaps_and_no_made_up_strength(void **state)
{
	struct debrief *d = *state;
	debrief_play_badly(d);
	debrief_audit(d);
	const struct jsn *model = debrief_model(d, false);
	const struct jsn *gaps = jsn_get(model, "gaps");
	assert_int_equal(jsn_count(jsn_get(model, "strengths")), 0);
	assert_string_equal(
	    sought_string(sought_row(gaps, "source", "decision:line"), "text"),
	    "\"200 people\" was said before it was proved. People in the file, as it turned out: 9,870 people.");
	assert_string_equal(sought_string(sought_row(gaps, "source", "decision:line"), "because"),
	                    "Her word became ours.");
}

static void the_timeline_is_plain_sentences_and_marks_what_was_taken_back(void **state)
{
	struct debrief *d = *state;
	debrief_until(d, 0);
	struct act act = debrief_act(d, ACT_NOTE, NAMES_KINDS, NULL);
	act.text = "Dana left in February";
	debrief_do(d, act);
	debrief_do(d, debrief_act(d, ACT_UNDO, NAMES_KINDS, NULL));
	const struct jsn *timeline = jsn_get(debrief_model(d, false), "timeline");
	size_t n = jsn_count(timeline);
	const struct jsn *note = jsn_at(timeline, n - 2, NULL), *inject = jsn_at(timeline, n - 3, NULL);
	assert_string_equal(sought_string(inject, "stamp"), "T+0:00");
	assert_string_equal(jsn_text(jsn_at(jsn_get(inject, "events"), 0, NULL)),
	                    "Inject: \"Hm\" from Customer (email).");
	assert_string_equal(jsn_text(jsn_at(jsn_get(note, "events"), 0, NULL)), "Note: Dana left in February");
	assert_true(jsn_number(jsn_get(note, "taken_back"), 0));
	assert_false(jsn_number(jsn_get(inject, "taken_back"), 1));
}

static void an_improvement_takes_up_a_gap_by_its_number(void **state)
{
	struct debrief *d = *state;
	debrief_play_badly(d);
	struct act act = debrief_act(d, ACT_IMPROVE, NAMES_KINDS, NULL);
	act.text = "1";
	act.who = "Arif";
	act.why = "30 Apr";
	debrief_do(d, act);
	act.text = "Buy a safe";
	debrief_do(d, act);
	const struct jsn *model = debrief_model(d, true), *list = jsn_get(model, "improvements");
	const struct jsn *first = jsn_at(list, 0, NULL), *second = jsn_at(list, 1, NULL);
	assert_int_equal(jsn_number(jsn_get(first, "gap"), 0), 1);
	assert_string_equal(sought_string(first, "text"),
	                    sought_string(jsn_at(jsn_get(model, "gaps"), 0, NULL), "text"));
	assert_string_equal(sought_string(first, "owner"), "Arif");
	assert_string_equal(sought_string(first, "date"), "30 Apr");
	assert_int_equal(jsn_type(jsn_get(second, "gap")), JSN_NULL);
	assert_string_equal(sought_string(second, "text"), "Buy a safe");
}

static void an_option_says_what_choosing_it_sets_off(void **state)
{
	struct debrief *d = debrief_open_with(
	    SMALL_HEAD
	    "inject 'first' { at = '0h', from = 'A', to = 'all', channel = 'chat', text = 'B', opens = 'who' }\n"
	    "decision 'who' { owner = 'support', objective = 'care', ask = 'Who?', hint = 'H', probes = { 'P' }, "
	    "listen_for = 'L', { id = 'slow', 'Later', takes = '9h', does = { 'copy-logs' }, "
	    "score = { care = 1 }, because = 'B' }, { id = 'no', 'No', score = { care = 0 }, because = 'C' } }\n",
	    small_actions, small_playbook);
	(void)state;
	debrief_until(d, 0);
	const struct jsn *who = sought_row(jsn_get(debrief_model(d, false), "decisions"), "id", "who");
	const struct jsn *effects = jsn_get(sought_row(jsn_get(who, "options"), "id", "slow"), "effects");
	assert_int_equal(jsn_count(effects), 2);
	assert_string_equal(jsn_text(jsn_at(effects, 0, NULL)), "Copy the logs");
	assert_string_equal(jsn_text(jsn_at(effects, 1, NULL)), "Takes effect 9h later.");
	assert_int_equal(jsn_count(jsn_get(sought_row(jsn_get(who, "options"), "id", "no"), "effects")), 0);
	debrief_close(d);
}

static void a_chinese_report_finds_the_gap_that_the_room_took_up_in_english(void **state)
{
	struct debrief *d = *state;
	debrief_play_badly(d);
	const char *english = sought_string(jsn_at(jsn_get(debrief_model(d, true), "gaps"), 1, NULL), "text");
	struct act act = debrief_act(d, ACT_IMPROVE, NAMES_KINDS, NULL);
	act.text = arena_dup(d->small.arena, english);
	debrief_do(d, act);
	d->words = worded("zh", d->small.arena);
	const struct jsn *model = debrief_model(d, true), *one = jsn_at(jsn_get(model, "improvements"), 0, NULL);
	assert_int_equal(jsn_number(jsn_get(one, "gap"), 0), 2);
	assert_string_equal(sought_string(one, "text"), sought_string(jsn_at(jsn_get(model, "gaps"), 1, NULL), "text"));
	assert_string_not_equal(sought_string(one, "text"), act.text);
}

static void a_chinese_report_speaks_chinese(void **state)
{
	struct debrief *d = *state;
	d->words = worded("zh", d->small.arena);
	debrief_play_well(d);
	debrief_audit(d);
	const struct jsn *model = debrief_model(d, false);
	const struct jsn *clock = sought_row(jsn_get(model, "clocks"), "id", "kr-pipa.authority");
	assert_string_equal(sought_string(clock, "within"), "72 小时");
	assert_string_equal(sought_string(clock, "due_local"), "2026年3月8日（周日）23:10");
	assert_string_equal(sought_string(sought_row(jsn_get(model, "clocks"), "id", "sg-pdpa.authority"), "within"),
	                    "3 天");
	assert_string_equal(sought_string(jsn_at(jsn_get(model, "gaps"), 0, NULL), "text"),
	                    "3 项通知中有 2 项逾期或从未发出：PDPC（时限 T+98:19）、Pasar+（时限 T+49:30）。");
	assert_string_equal(sought_string(jsn_at(jsn_get(model, "strengths"), 0, NULL), "text"),
	                    "对于“Who leads tonight?”，团队选择了“One name”。");
	const struct jsn *second = jsn_at(jsn_get(model, "timeline"), 1, NULL);
	assert_string_equal(jsn_text(jsn_at(jsn_get(second, "events"), 0, NULL)),
	                    "情景消息：“Hm”，来自 Customer（邮件）。");
	struct text text = {0};
	jsn_write(jsn_get(model, "timeline"), &text);
	assert_non_null(strstr(text.data, "时效 −2.0：从未通知。"));
	assert_null(strstr(text.data, "Never filed."));
	text_free(&text);
}

/* Escapes, bidi overrides and other controls, wherever somebody may have typed them. */
static void no_text_holds_what_a_terminal_could_obey(void **state)
{
	static const char hostile[] = "a\x1b]0;owned\x07\x1b[31mb\xe2\x80\xae"
	                              "c\xc2\x9b"
	                              "2Jd\x08";
	struct debrief *d = *state;
	debrief_until(d, 0);
	struct act act = debrief_act(d, ACT_NOTE, NAMES_KINDS, NULL);
	act.text = act.cause = hostile;
	debrief_do(d, act);
	act = debrief_act(d, ACT_CHOOSE, NAMES_DECISION, "who");
	act.other = 0;
	act.why = act.text = hostile;
	debrief_do(d, act);
	for (int names = 0; names < 2; names++) {
		struct text text = {0};
		jsn_write(debrief_model(d, names), &text);
		assert_null(strstr(text.data, "\\u001b"));
		assert_null(strstr(text.data, "\\u0008"));
		assert_null(strstr(text.data, "\xe2\x80\xae"));
		assert_null(strstr(text.data, "\xc2\x9b"));
		assert_null(strstr(text.data, "owned"));
		assert_non_null(strstr(text.data, "\xef\xbf\xbd"
		                                  "b\xef\xbf\xbd"
		                                  "c\xef\xbf\xbd"
		                                  "d\xef\xbf\xbd"));
		text_free(&text);
	}
}

static void what_was_taken_back_twice_is_marked_and_the_rest_is_not(void **state)
{
	struct debrief *d = *state;
	debrief_until(d, 0);
	struct act note = debrief_act(d, ACT_NOTE, NAMES_KINDS, NULL);
	note.text = "x";
	for (int i = 0; i < 2; i++) {
		debrief_do(d, note);
		debrief_do(d, debrief_act(d, ACT_UNDO, NAMES_KINDS, NULL));
	}
	debrief_do(d, note);
	const struct jsn *timeline = jsn_get(debrief_model(d, false), "timeline");
	static const bool expected[] = {false, false, true, false, true, false, false};
	assert_int_equal(jsn_count(timeline), sizeof expected / sizeof *expected);
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
		assert_int_equal(jsn_number(jsn_get(jsn_at(timeline, i, NULL), "taken_back"), -1), expected[i]);
}

/* Templates are strict: what one row has, every row of its list has. */
static void compare_keys(const struct jsn *list, const char *of)
{
	for (size_t i = 0; i < jsn_count(list); i++) {
		const struct jsn *one = jsn_at(list, i, NULL), *first = jsn_at(list, 0, NULL);
		if (jsn_type(one) == JSN_OBJECT && jsn_count(one) != jsn_count(first))
			fail_msg("row %zu of %s has %zu keys, the first %zu", i, of, jsn_count(one), jsn_count(first));
		for (size_t k = 0; jsn_type(one) == JSN_OBJECT && k < jsn_count(one); k++) {
			const char *key;
			const struct jsn *part = jsn_at(one, k, &key);
			if (!jsn_get(first, key))
				fail_msg("row %zu of %s alone has %s", i, of, key);
			compare_keys(jsn_type(part) == JSN_ARRAY ? part : NULL, key);
		}
	}
}

static void every_row_of_a_list_has_the_same_keys(void **state)
{
	struct debrief *d = *state;
	debrief_play_well(d);
	struct act act = debrief_act(d, ACT_RATE, NAMES_OBJECTIVE, "care");
	act.value = SCORE_S;
	act.why = "It took a push";
	debrief_do(d, act);
	debrief_audit(d);
	const struct jsn *model = debrief_model(d, true);
	compare_keys(jsn_get(jsn_get(model, "score"), "objectives"), "objectives");
	for (size_t i = 0; i < jsn_count(model); i++) {
		const char *key;
		const struct jsn *part = jsn_at(model, i, &key);
		compare_keys(jsn_type(part) == JSN_ARRAY ? part : NULL, key);
	}
}

static void a_torn_record_says_so(void **state)
{
	struct debrief *d = *state;
	debrief_until(d, 0);
	assert_false(jsn_number(jsn_get(debrief_model(d, false), "torn"), 1));
	d->record.torn = true;
	assert_true(jsn_number(jsn_get(debrief_model(d, false), "torn"), 0));
}

static void notes_after_endex_are_the_hot_washs(void **state)
{
	struct debrief *d = *state;
	debrief_until(d, 0);
	struct act act = debrief_act(d, ACT_NOTE, NAMES_KINDS, NULL);
	act.text = "before";
	debrief_do(d, act);
	debrief_until(d, 100 * 3600);
	act.text = "after";
	act.t = 100 * 3600;
	debrief_do(d, act);
	act = debrief_act(d, ACT_OBSERVE, NAMES_OBJECTIVE, "care");
	act.text = "Nobody thought of support";
	debrief_do(d, act);
	const struct jsn *wash = jsn_get(debrief_model(d, false), "hot_wash");
	assert_int_equal(jsn_count(jsn_get(wash, "notes")), 1);
	assert_string_equal(jsn_text(jsn_at(jsn_get(wash, "notes"), 0, NULL)), "after");
	assert_string_equal(sought_string(sought_row(jsn_get(wash, "observations"), "objective", "care"), "text"),
	                    "Nobody thought of support");
}

#define report_test(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    report_test(the_header_says_what_was_played),
	    report_test(a_record_that_stops_early_is_not_complete_and_tells_no_truth),
	    report_test(the_total_is_the_sessions),
	    report_test(a_rating_the_facilitator_changed_stands_beside_the_drills_own),
	    report_test(a_clock_runs_from_the_truth_when_the_team_logged_later),
	    report_test(a_filing_in_time_has_time_to_spare_and_one_never_made_says_so),
	    report_test(a_decision_shows_the_options_not_taken_and_what_they_were_worth),
	    report_test(a_question_nobody_answered_is_late_and_lapsed),
	    report_test(coverage_tells_done_late_skipped_and_never_apart),
	    report_test(strengths_and_gaps_are_sentences_about_this_drill),
	    report_test(the_worst_drill_gets_plain_gaps_and_no_made_up_strength),
	    report_test(the_timeline_is_plain_sentences_and_marks_what_was_taken_back),
	    report_test(an_improvement_takes_up_a_gap_by_its_number),
	    report_test(notes_after_endex_are_the_hot_washs),
	    cmocka_unit_test(an_option_says_what_choosing_it_sets_off),
	    report_test(a_chinese_report_finds_the_gap_that_the_room_took_up_in_english),
	    report_test(a_chinese_report_speaks_chinese),
	    report_test(no_text_holds_what_a_terminal_could_obey),
	    report_test(what_was_taken_back_twice_is_marked_and_the_rest_is_not),
	    report_test(every_row_of_a_list_has_the_same_keys),
	    report_test(a_torn_record_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
