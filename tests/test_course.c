#include "check.h"
#include "desk/course.h"
#include "drilled.h"

static void an_email_opens_a_question_whose_choices_are_not_shown(void **state)
{
	struct fixture *f = *state;
	start(f);
	run_to(f, 40);
	assert_string_equal(f->out.data,
	                    " T+0:40  email  CRM alerts <alerts@hubnest.example>  to it-admin (Arif)\n"
	                    " | Subject: Export finished: \"All contacts SG+KR\"\n"
	                    " |\n"
	                    " | Your export of 12,400 rows from HubNest CRM is ready.� Requested by\n"
	                    " | dana.k@kopikain.example from 203.0.113.77, Thu 5 Mar 2026 22:18 SGT.\n"
	                    " Read aloud: 22:20. Somebody exported 12,400 rows.\n"
	                    "\n"
	                    " The story's clock stands still.  3:00 to talk.                     decision 1/2\n"
	                    " Dana's account can still sign in. What happens to it, and in what order?\n"
	                    "                                                         it-admin (Arif) decides\n"
	                    " Say what you would really do first. Enter shows the choices.\n"
	                    "\n"
	                    " T+0:40  Another question waits its turn, who-leads: Who runs this, from now?\n");
}

static void revealed_choices_stand_in_the_recorded_order(void **state)
{
	struct fixture *f = *state;
	start(f);
	run_to(f, 40);
	take(f, act_of(f, ACT_REVEAL, number(f, NAMES_DECISION, "the-account"), 41));
	assert_string_equal(f->out.data,
	                    " The time to talk is over: the story's clock runs.                  decision 1/2\n"
	                    " Dana's account can still sign in. What happens to it, and in what order?\n"
	                    "                                                         it-admin (Arif) decides\n"
	                    "   1  Suspend it, then copy the sign-in and export logs before they lapse\n"
	                    "   2  Copy the logs and leave it live, to see what she does next\n"
	                    "   3  Delete the account now, so that nothing more can leave\n"
	                    "   0  Something else\n");
}

static void a_choice_is_told_without_its_worth_and_the_next_question_follows(void **state)
{
	struct fixture *f = *state;
	play_first_question(f);
	assert_string_equal(f->out.data,
	                    " T+0:42  Decided, the-account: Suspend it, then copy the sign-in and export logs\n"
	                    "         before they lapse (room 4-1, sure).\n"
	                    "         Because: logs lapse in 72 hours\n"
	                    "         Done: suspend-account (Arif).\n"
	                    "\n"
	                    " The story's clock stands still.  3:00 to talk.                     decision 2/2\n"
	                    " Who runs this, from now?\n"
	                    "                                                 incident-lead (Mei Lin) decides\n"
	                    " Say what you would really do first. Enter shows the choices.\n");
}

static void words_of_their_own_stand_beside_the_nearest_choice(void **state)
{
	struct fixture *f = *state;
	start(f);
	run_to(f, 40);
	struct act act = act_of(f, ACT_CHOOSE, number(f, NAMES_DECISION, "the-account"), 41);
	act.other = 1;
	act.value = EVENT_MEDIUM;
	act.who = "ring the vendor";
	take(f, act);
	assert_non_null(strstr(f->out.data, "In your words: ring the vendor\n"));
}

static void training_shows_points_and_because_at_once(void **state)
{
	struct fixture *f = *state;
	f->frame.feedback = true;
	play_first_question(f);
	assert_non_null(strstr(f->out.data, "+3 containment: A suspended account in HubNest CRM keeps its traces."));
}

static void chinese_lines_up_in_its_bubble(void **state)
{
	struct fixture *f = *state;
	start(f);
	run_to(f, 90);
	assert_string_equal(f->out.data, " T+1:30  chat  Siti, HR  to incident-lead (Mei Lin)\n"
	                                 "   .---------------------------------------------------------------------.\n"
	                                 "   | Dana 上个星期六是最后一天，CRM 不在我的清单上，没有人告诉我要关掉。 |\n"
	                                 "   | Can wipe her laptop?                                                |\n"
	                                 "   '---------------------------------------------------------------------'\n"
	                                 "\n");
}

static void each_channel_has_a_form_of_its_own(void **state)
{
	static const int32_t minutes[] = {120, 180, 1200, 2640};
	struct fixture *f = *state;
	struct text all = {0};
	start(f);
	for (size_t i = 0; i < sizeof minutes / sizeof *minutes; i++) {
		run_to(f, minutes[i]);
		text_add(&all, f->out.data);
	}
	assert_string_equal(all.data,
	                    " T+2:00  phone call  Jun Wei, IT contractor  to it-admin (Arif)\n"
	                    " \" I am inside HubNest CRM now.\n"
	                    " \"\n"
	                    " \" Can or not?\n"
	                    "\n"
	                    " T+3:00  ALERT  HubNest CRM  to it-admin (Arif)\n"
	                    " ! New address\n"
	                    " !\n"
	                    " ! 198.51.100.24 signed in as dana.k\n"
	                    "\n"
	                    " T+20:00  press  Pagi Post  to all\n"
	                    " ===============================================================================\n"
	                    " SHOP LOSES CUSTOMER LIST\n"
	                    " ===============================================================================\n"
	                    " A reader sent us a sample.\n"
	                    "\n"
	                    " T+44:00  letter  Pasar+ Trust and Safety  to legal (Mei Lin)\n"
	                    " _______________________________________________________________________________\n"
	                    "\n"
	                    "   Pasar+ Trust and Safety\n"
	                    "\n"
	                    "   Clause 14.2\n"
	                    "\n"
	                    "   Please notify us.\n"
	                    " _______________________________________________________________________________\n"
	                    "\n");
	text_free(&all);
}

static void what_was_taken_back_what_stands_and_the_end_are_told(void **state)
{
	struct fixture *f = *state;
	start(f);
	struct act act = act_of(f, ACT_NOTE, NAMES_NONE, 1);
	act.text = "a slip";
	act.cause = "note a slip";
	take(f, act);
	act = act_of(f, ACT_UNDO, NAMES_NONE, 2);
	act.nrefs = 0;
	take(f, act);
	assert_string_equal(f->out.data, " T+0:02  Taken back: note a slip\n");
	act.kind = ACT_HOLD;
	take(f, act);
	assert_string_equal(f->out.data, " T+0:02  The clock stands. Type  go  to start it again.\n");
	act.kind = ACT_GO;
	take(f, act);
	assert_string_equal(f->out.data, " T+0:02  The clock runs again.\n");
	run_to(f, 160);
	assert_string_equal(f->out.data,
	                    " T+2:40  Nobody decided the-account, so it went its own way: Delete the account\n"
	                    "         now, so that nothing more can leave.\n"
	                    "\n"
	                    " The story's clock stands still.  3:00 to talk.                     decision 2/2\n"
	                    " Who runs this, from now?\n"
	                    "                                                 incident-lead (Mei Lin) decides\n"
	                    " Say what you would really do first. Enter shows the choices.\n");
	run_to(f, 6000);
	assert_string_equal(f->out.data,
	                    " T+100:00  Nobody decided who-leads; the question is closed.\n"
	                    "\n"
	                    " EndEx  T+100:00                                                        EXERCISE\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(an_email_opens_a_question_whose_choices_are_not_shown),
	    TEST(revealed_choices_stand_in_the_recorded_order),
	    TEST(a_choice_is_told_without_its_worth_and_the_next_question_follows),
	    TEST(words_of_their_own_stand_beside_the_nearest_choice),
	    TEST(training_shows_points_and_because_at_once),
	    TEST(chinese_lines_up_in_its_bubble),
	    TEST(each_channel_has_a_form_of_its_own),
	    TEST(what_was_taken_back_what_stands_and_the_end_are_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
