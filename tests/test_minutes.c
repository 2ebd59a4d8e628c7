#include "check.h"
#include "desk/minutes.h"
#include "drilled.h"

static void a_reminder_asks_for_the_moment_and_logging_it_starts_the_clocks(void **state)
{
	struct fixture *f = *state;
	start(f);
	run_to(f, 60);
	assert_string_equal(f->out.data,
	                    " T+1:00  Nobody has logged when you were aware. Once you are, type  moment aware\n"
	                    "         Your playbook: When two of us agree that data probably left.\n");
	struct act act = act_of(f, ACT_MOMENT, 2, 91);
	act.at = 5400;
	take(f, act);
	assert_string_equal(f->out.data, " T+1:31  Logged: aware at T+1:30, Thu 5 Mar 2026, 23:10.\n"
	                                 "         PIPC: 71h59 left, due T+73:30, Sun 8 Mar 2026, 23:10.\n"
	                                 "         Pasar+: 47h59 left, due T+49:30, Sat 7 Mar 2026, 23:10.\n");
	assert_string_equal(shown(f, frame_clock),
	                    " It is T+1:31, Thu 5 Mar 2026, 23:11.\n"
	                    "\n"
	                    " PIPC                                                                 71h59 left\n"
	                    "   PIPA (Korea), Art. 34(3)\n"
	                    "   72h from aware (T+1:30, Thu 5 Mar 2026, 23:10)\n"
	                    "   due T+73:30, Sun 8 Mar 2026, 23:10\n"
	                    "   applies: 1000 people or more\n"
	                    "\n"
	                    " PDPC                                                               not assessed\n"
	                    "   PDPA (Singapore), s 26D(1)\n"
	                    "   3 calendar days from assessed, which nobody has logged\n"
	                    "   applies: 500 people or more\n"
	                    "\n"
	                    " Pasar+                                                               47h59 left\n"
	                    "   Seller terms 14.2\n"
	                    "   48h from aware (T+1:30, Thu 5 Mar 2026, 23:10)\n"
	                    "   due T+49:30, Sat 7 Mar 2026, 23:10\n"
	                    "\n"
	                    " customers (PDPC)                                           no number in the law\n"
	                    "   PDPA (Singapore), s 26D(2)\n"
	                    "   with the authority, never before\n"
	                    "   applies: Where harm is likely\n"
	                    "\n"
	                    " Not covered here, ask counsel: TH.\n"
	                    " Dates follow the rules on file; this is not legal advice.\n");
	act = act_of(f, ACT_NOTIFY, 0, 2650);
	take(f, act);
	assert_string_equal(f->out.data, " T+44:10  PIPC was told at T+44:10, with 29h20 to spare.\n");
	run_to(f, 2970);
	assert_string_equal(f->out.data,
	                    " T+49:30  The deadline of Pasar+ has passed, and nothing is on record. It can\n"
	                    "          still be filed, late.\n");
}

static void a_moment_is_asked_for_as_now_only_once_it_is_so(void **state)
{
	struct fixture *f = *state;
	start(f);
	run_to(f, 4 * 60);
	assert_non_null(strstr(f->out.data, "Was it now? Type  moment aware"));
	struct act act = act_of(f, ACT_MOMENT, number(f, NAMES_MOMENT, "aware"), 4 * 60);
	act.at = 5400;
	take(f, act);
	run_to(f, 12 * 60);
	assert_non_null(strstr(f->out.data, "assessed it. Was it now? Type  moment"));
}

static void awareness_is_asked_for_before_an_assessment_that_alone_starts_a_clock(void **state)
{
	struct fixture *f = *state;
	struct world *world = f->world;
	for (size_t i = 0; i < world->ndeadlines; i++)
		world->deadlines[i].moment = SHAPE_ASSESSED;
	start(f);
	run_to(f, 60);
	assert_non_null(strstr(f->out.data, "aware. Once you are, type  moment aware"));
	struct act act = act_of(f, ACT_MOMENT, number(f, NAMES_MOMENT, "aware"), 60);
	act.at = 3600;
	take(f, act);
	run_to(f, 4 * 60);
	assert_non_null(strstr(f->out.data, "assessed it. Once you have, type  moment"));
	run_to(f, 12 * 60);
	assert_non_null(strstr(f->out.data, "assessed it. Was it now? Type  moment"));
}

static void what_is_said_is_not_what_is_proved(void **state)
{
	struct fixture *f = *state;
	start(f);
	struct act act = act_of(f, ACT_CLAIM, number(f, NAMES_FACT, "people"), 61);
	act.value = 200;
	act.who = "Dana";
	act.why = "her email";
	take(f, act);
	assert_string_equal(f->out.data,
	                    " T+1:01  Said, not proved: People in the file: 200 people, says Dana; source:\n"
	                    "         her email.\n");
	assert_string_equal(shown(f, frame_facts),
	                    " What we know. Only what is proved may be published.\n"
	                    "   People in the file (people): 200 people, said by Dana (her email), not proved\n"
	                    "   Refund bank details (bank): not known yet\n");
	act.kind = ACT_VERIFY;
	act.value = 9870;
	act.who = "Arif";
	act.why = "the CSV";
	take(f, act);
	assert_string_equal(f->out.data,
	                    " T+1:01  Proved: People in the file: 9,870 people, checked by Arif; source: the\n"
	                    "         CSV.\n");
	act = act_of(f, ACT_NOTE, NAMES_NONE, 62);
	act.text = "dana left on\033]0;owned\a 21 February";
	take(f, act);
	assert_string_equal(shown(f, frame_facts), " What we know. Only what is proved may be published.\n"
	                                           "   People in the file (people): 9,870 people, proved (the CSV)\n"
	                                           "   Refund bank details (bank): not known yet\n");
	assert_string_equal(shown(f, frame_log), " T+1:01    said Dana: People in the file: 200 people\n"
	                                         " T+1:01    proved Arif: People in the file: 9,870 people\n"
	                                         " T+1:02    note: dana left on� 21 February\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_reminder_asks_for_the_moment_and_logging_it_starts_the_clocks),
	    TEST(a_moment_is_asked_for_as_now_only_once_it_is_so),
	    TEST(awareness_is_asked_for_before_an_assessment_that_alone_starts_a_clock),
	    TEST(what_is_said_is_not_what_is_proved),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
