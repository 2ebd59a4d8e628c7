#include "debrief.h"
#include "issued.h"

#include "desk/hold.h"
#include "desk/page.h"

static int set_up(void **state)
{
	struct debrief *d = debrief_open_with(ISSUED_STORY, issued_actions, issued_playbook);
	debrief_until(d, 0);
	*state = d;
	return 0;
}

static int tear_down(void **state)
{
	debrief_close(*state);
	return 0;
}

static void pause_at(struct debrief *d, enum act_kind kind, const char *thing, const char *why, int32_t t,
                     int32_t until)
{
	struct act act = issued_act(&d->small, kind, small_name(&d->small, NAMES_PAUSE, thing));
	act.why = why;
	act.by = "it-admin";
	act.t = t;
	act.at = until;
	debrief_keep(d, small_take(&d->small, act));
}

static void assert_holds(const struct debrief *d, const char *expected)
{
	struct text out = {0};
	struct jsn *tree = hold_tree(&d->record);
	jsn_write(tree, &out);
	assert_string_equal(out.data, expected);
	jsn_free(tree);
	text_free(&out);
}

static void a_hold_that_was_lifted_says_when_and_why(void **state)
{
	struct debrief *d = *state;
	pause_at(d, ACT_PAUSE, "notices", "the police asked", 60, 7200);
	pause_at(d, ACT_UNPAUSE, "notices", "they called back", 3600, STATE_NEVER);
	assert_holds(
	    d, "[{\"by\":\"it-admin\",\"ended\":3600,\"lifted\":true,\"lifted_reason\":\"they called back\",\"n\":3,"
	       "\"pause\":\"notices\",\"reason\":\"the police asked\",\"t\":60,\"until\":7200}]");
}

static void a_hold_ends_at_the_time_that_was_named_for_it(void **state)
{
	struct debrief *d = *state;
	pause_at(d, ACT_PAUSE, "notices", "the police asked", 60, 7200);
	pause_at(d, ACT_UNPAUSE, "notices", NULL, 9000, STATE_NEVER);
	assert_holds(d, "[{\"by\":\"it-admin\",\"ended\":7200,\"lifted\":false,\"lifted_reason\":null,\"n\":3,"
	                "\"pause\":\"notices\",\"reason\":\"the police asked\",\"t\":60,\"until\":7200}]");
}

static void a_hold_that_stands_has_no_end(void **state)
{
	struct debrief *d = *state;
	pause_at(d, ACT_PAUSE, "notices", "the police asked", 60, STATE_NEVER);
	assert_holds(d, "[{\"by\":\"it-admin\",\"ended\":null,\"lifted\":false,\"lifted_reason\":null,\"n\":3,"
	                "\"pause\":\"notices\",\"reason\":\"the police asked\",\"t\":60,\"until\":null}]");
}

static void ads_that_were_paused_hold_back_no_notice(void **state)
{
	struct debrief *d = *state;
	pause_at(d, ACT_PAUSE, "ads", NULL, 60, STATE_NEVER);
	assert_holds(d, "[]");
}

static void a_hold_that_was_taken_back_is_none(void **state)
{
	struct debrief *d = *state;
	pause_at(d, ACT_PAUSE, "notices", "the police asked", 60, STATE_NEVER);
	debrief_keep(
	    d, small_take(&d->small, (struct act){.kind = ACT_UNDO, .by = "it-admin", .t = 60, .at = STATE_NEVER}));
	assert_holds(d, "[]");
}

static void a_page_says_each_hold_in_a_sentence(void **state)
{
	struct debrief *d = *state;
	pause_at(d, ACT_PAUSE, "notices", "Adeline was asked by the police", 60, 7200);
	pause_at(d, ACT_UNPAUSE, "notices", "they called back", 3600, STATE_NEVER);
	d->model = report_model(&d->record, false, d->words);
	page_dress(d->model, PAGE_BOARD, d->words);
	const struct jsn *row = jsn_at(jsn_get(d->model, "holds"), 0, NULL);
	assert_string_equal(
	    jsn_text(jsn_get(row, "words")),
	    "Notices to customers were held back, because legal was asked by the police. They were to wait "
	    "until T+2:00. This was lifted at T+1:00, because they called back.");
	assert_int_equal(jsn_type(jsn_get(row, "n")), JSN_NULL);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(a_hold_that_was_lifted_says_when_and_why),
	    TEST(a_hold_ends_at_the_time_that_was_named_for_it),
	    TEST(a_hold_that_stands_has_no_end),
	    TEST(ads_that_were_paused_hold_back_no_notice),
	    TEST(a_hold_that_was_taken_back_is_none),
	    TEST(a_page_says_each_hold_in_a_sentence),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
