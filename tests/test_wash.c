#include "typed.h"

#include "desk/wash.h"

static void the_clock_audit_settles_deadlines_in_order(void **state)
{
	struct small *small = *state;
	small_until(small, INT32_MAX);
	assert_true(session_ended(small->session));
	int32_t end = small_get(small, STATE_RUN, 0, STATE_ENDED);
	struct act act = act_of(small, "y", ACT_AUDIT);
	assert_int_equal(act.refs[0], 0);
	assert_int_equal(act.value, 1);
	assert_int_equal(act.at, end);
	assert_int_equal(act_of(small, "y at T+66:10", ACT_AUDIT).at, 66 * 3600 + 600);
	assert_mentions(small, "y at some time", "is written like");
	for (int left = (int)small->world->ndeadlines; left > 0; left--) {
		act = act_of(small, "n because nobody had the password", ACT_AUDIT);
		assert_int_equal(act.value, 0);
		assert_string_equal(act.why, "nobody had the password");
		assert_int_equal(act.refs[0], (int)small->world->ndeadlines - left);
		assert_non_null(small_take(small, act));
	}
	assert_mentions(small, "n", "audit is complete");
}

/* By this story's truth it is notifiable so late that the Singapore law's days end after EndEx. */
#define LATE_STORY                                                                                                     \
	"scenario 'late' { title = 'Late', synopsis = 'A test.', company = { name = 'Small Shop', timezone = "         \
	"'Asia/Singapore', customers = { SG = 100, KR = 50 } }, starts = '2026-03-05 21:40', roles = { "               \
	"'incident-lead', 'it-admin', 'support' }, pace = { { to = '4h', takes = '8m' }, { to = '100h', takes = "      \
	"'14m' } }, truth = { aware = '1h30', assessed = '60h' } }\n"

static void a_deadline_beyond_endex_wants_a_name_and_a_date(void **state)
{
	struct small late = small_open(LATE_STORY);
	(void)state;
	small_start(&late);
	small_until(&late, 100 * 3600);
	assert_mentions(&late, "Arif on 10 Mar", "The clock audit waits");
	while (agenda_audit(&late.session->state) != small_name(&late, NAMES_DEADLINE, "sg-pdpa.authority"))
		take(&late, "n");
	struct act act = act_of(&late, "Arif on 10 Mar", ACT_AUDIT);
	assert_int_equal(act.refs[0], small_name(&late, NAMES_DEADLINE, "sg-pdpa.authority"));
	assert_int_equal(act.value, 2);
	assert_string_equal(act.text, "Arif on 10 Mar");
	assert_mentions(&late, "Arif on 31 Feb", "is not a date");
	assert_mentions(&late, "Arif on \"\"", "is not a date");
	act_of(&late, "y at T+0:00", ACT_AUDIT);
	take(&late, "Arif on 10 Mar");
	assert_int_not_equal(agenda_audit(&late.session->state), act.refs[0]);
	small_close(&late);
}

static void a_day_after_the_one_on_which_it_is_due_is_late(void **state)
{
	struct small late = small_open(LATE_STORY);
	(void)state;
	small_start(&late);
	small_until(&late, 100 * 3600);
	int sg = small_name(&late, NAMES_DEADLINE, "sg-pdpa.authority"); /* due on 11 March */
	assert_false(wash_is_late(late.session, sg, "Arif on 10 Mar"));
	assert_false(wash_is_late(late.session, sg, "Arif on 11 March 2026"));
	assert_true(wash_is_late(late.session, sg, "Arif on 12 Mar"));
	assert_true(wash_is_late(late.session, sg, "Arif on duty on 2026-03-12"));
	assert_false(wash_is_late(late.session, sg, "nobody"));
	assert_false(wash_is_late(late.session, sg, "Arif on 31 Feb"));
	small_close(&late);
}

static void an_example_names_somebody_who_is_in_the_room(void **state)
{
	struct small *small = *state;
	take(small, "roster Siti as support");
	take(small, "end");
	assert_mentions(small, "1", "1 @Siti 30 Apr");
	assert_mentions(small, "1 @Siti", "@Siti 30 Apr");
}

static void a_change_has_an_owner_and_a_real_date(void **state)
{
	struct small *small = *state;
	take(small, "end");
	struct act act = act_of(small, "1 @arif 30 Apr", ACT_IMPROVE);
	assert_string_equal(act.text, "1");
	assert_string_equal(act.who, "Arif");
	assert_string_equal(act.why, "30 Apr");
	act = act_of(small, "improve rehearse 2 recounts @Mei Lin by 2026-04-30", ACT_IMPROVE);
	assert_string_equal(act.text, "rehearse 2 recounts");
	assert_string_equal(act.who, "Mei Lin");
	assert_string_equal(act.why, "2026-04-30");
	assert_string_equal(act_of(small, "2 @Siti 1 May 2026", ACT_IMPROVE).who, "Siti");
	assert_mentions(small, "1 @Arif 31 Apr", "a real date");
	assert_mentions(small, "1 @Arif", "a real date");
	assert_mentions(small, "1 @Arif \"\"", "a real date");
	assert_mentions(small, "1", "What will change");
	assert_mentions(small, "7 @Arif 30 Apr", "gaps 1 to 3");
	act_of(small, "close", ACT_CLOSE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    typed_test(the_clock_audit_settles_deadlines_in_order),
	    typed_test(a_deadline_beyond_endex_wants_a_name_and_a_date),
	    cmocka_unit_test(a_day_after_the_one_on_which_it_is_due_is_late),
	    typed_test(an_example_names_somebody_who_is_in_the_room),
	    typed_test(a_change_has_an_owner_and_a_real_date),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
