#include "check.h"
#include "desk/frame.h"
#include "drilled.h"

static void the_opening_says_what_this_is_and_what_the_playbook_lacks(void **state)
{
	struct fixture *f = *state;
	assert_string_equal(shown(f, frame_opening),
	                    " EXERCISE   A small drill   45 minutes   T+0 = Thu 5 Mar 2026, 21:40\n"
	                    " -------------------------------------------------------------------------------\n"
	                    " This is an exercise. Nothing you type leaves this laptop. Touch no real system,\n"
	                    " and contact nobody outside this room. We test the plan, not the people.\n"
	                    " Say what you would really do before you see the choices; \"we don't know\" is a\n"
	                    " useful answer. Mistyped? Type  undo.\n"
	                    " Something real happens? Type  stop  and we carry on later.\n"
	                    "\n"
	                    " Somebody writes to the web shop.\n"
	                    " Your playbook has nobody for: legal. incident-lead (Mei Lin) plays them.\n"
	                    " No law is on file for your customers in: TH. Ask counsel.\n"
	                    "\n");
}

static void forty_columns_say_the_same(void **state)
{
	struct fixture *f = *state;
	f->frame.columns = 40;
	start(f);
	run_to(f, 40);
	assert_string_equal(f->out.data, " T+0:40  email  CRM alerts\n"
	                                 " <alerts@hubnest.example>  to it-admin\n"
	                                 " (Arif)\n"
	                                 " | Subject: Export finished: \"All\n"
	                                 " | contacts SG+KR\"\n"
	                                 " |\n"
	                                 " | Your export of 12,400 rows from\n"
	                                 " | HubNest CRM is ready.� Requested by\n"
	                                 " | dana.k@kopikain.example from\n"
	                                 " | 203.0.113.77, Thu 5 Mar 2026 22:18\n"
	                                 " | SGT.\n"
	                                 " Read aloud: 22:20. Somebody exported\n"
	                                 "             12,400 rows.\n"
	                                 "\n"
	                                 " The story's clock stands still.  3:00\n"
	                                 " to talk.\n"
	                                 "   decision 1/2\n"
	                                 " Dana's account can still sign in. What\n"
	                                 " happens to it, and in what order?\n"
	                                 "                 it-admin (Arif) decides\n"
	                                 " Say what you would really do first.\n"
	                                 " Enter shows the choices.\n"
	                                 "\n"
	                                 " T+0:40  Another question waits its\n"
	                                 "         turn, who-leads: Who runs this,\n"
	                                 "         from now?\n");
	assert_string_equal(of_phase(f, 0), " Contain - stop the bleeding\n"
	                                    "   0 of 4 settled, 0 under way\n"
	                                    "   [ ] 1 open-log\n"
	                                    "         Mei Lin: free now (due +1h)\n"
	                                    "   [ ] 2 suspend-account\n"
	                                    "         Arif: needs open-log (due\n"
	                                    "         aware+1h)\n"
	                                    "   [ ] 3 pause-ads\n"
	                                    "         Arif: free now (due aware+2h)\n"
	                                    "   [ ] 4 collect-laptop\n"
	                                    "         Farah: free now\n");
}

static void forty_columns_hold_a_bubble_and_the_board(void **state)
{
	struct fixture *f = *state;
	f->frame.columns = 40;
	start(f);
	run_to(f, 90);
	assert_string_equal(f->out.data, " T+1:30  chat  Siti, HR  to\n"
	                                 " incident-lead (Mei Lin)\n"
	                                 "   .----------------------------------.\n"
	                                 "   | Dana 上个星期六是最后一天，CRM   |\n"
	                                 "   | 不在我的清单上，没有人告诉我要关 |\n"
	                                 "   | 掉。                             |\n"
	                                 "   | Can wipe her laptop?             |\n"
	                                 "   '----------------------------------'\n"
	                                 "\n");
	assert_string_equal(board(f, 91, 0), " EXERCISE  T+1:31  23:11\n"
	                                     "\n"
	                                     "   Pasar+   46h29 left?\n"
	                                     "\n"
	                                     " T+1:30  chat  Siti, HR  to...\n"
	                                     "   Dana 上个星期六是最后一天，CRM 不在我\n"
	                                     "   的清单上，没有人告诉我要关掉。...\n"
	                                     "\n"
	                                     "   Dana's account can still sign in.\n"
	                                     "   What happens to it, and in what\n"
	                                     "   order?\n"
	                                     "   an answer is late now\n");
}

static void status_gathers_what_is_so_now(void **state)
{
	struct fixture *f = *state;
	play_first_question(f);
	take(f, act_of(f, ACT_SEVERITY, 0, 43));
	assert_string_equal(f->out.data, " T+0:43  Severity is now sev1: Customer data has left.\n"
	                                 "         Wake: incident-lead, it-admin.\n"
	                                 "         To pause: ads.\n");
	take(f, act_of(f, ACT_PAUSE, 0, 43));
	assert_string_equal(f->out.data, " T+0:43  Paused: ads, for 72h. incident-lead (Mei Lin) says when it starts\n"
	                                 "         again.\n");
	take(f, act_of(f, ACT_DO, number(f, NAMES_STEP, "open-log"), 43));
	assert_string_equal(shown(f, frame_status), " T+0:43, Thu 5 Mar 2026, 22:23\n"
	                                            " phase     contain - stop the bleeding\n"
	                                            " severity  sev1\n"
	                                            " occurred  not logged\n"
	                                            " detected  T+0:00, Thu 5 Mar 2026, 21:40\n"
	                                            " aware     not logged\n"
	                                            " assessed  not logged\n"
	                                            " paused    ads\n"
	                                            " busy      Mei Lin: open-log, busy until T+0:48\n"
	                                            " open      who-leads: Who runs this, from now?\n");
}

static void whoever_comes_back_is_told_how_much_is_on_record(void **state)
{
	struct fixture *f = *state;
	struct act opening = act_of(f, ACT_START, 0, 0);
	opening.start = &f->session->start;
	opening.nrefs = 0;
	take(f, opening);
	assert_non_null(
	    strstr(shown(f, frame_rejoining), " Back again, with 1 line on record. This is how it stands.\n"));
	take(f, act_of(f, ACT_SEVERITY, 0, 0));
	assert_non_null(
	    strstr(shown(f, frame_rejoining), " Back again, with 2 lines on record. This is how it stands.\n"));
}

static void the_facilitator_sees_ahead_and_is_told_what_can_be_dropped(void **state)
{
	struct fixture *f = *state;
	start(f);
	run_to(f, 40);
	assert_string_equal(ahead(f, 0), " next  T+1:10 from then an answer to the-account is late\n"
	                                 "       T+1:30 kakichat-ping (chat, incident-lead)   expects brief-staff\n"
	                                 "       T+2:00 caller (phone, it-admin)\n"
	                                 " ask   \"What goes away with it?\"\n"
	                                 "       \"Who watches?\"\n"
	                                 " hear  Suspend, not delete\n"
	                                 " pace  on time\n");
	assert_string_equal(ahead(f, 240000),
	                    " next  T+1:10 from then an answer to the-account is late\n"
	                    "       T+1:30 kakichat-ping (chat, incident-lead)   expects brief-staff\n"
	                    "       T+2:00 caller (phone, it-admin)\n"
	                    " ask   \"What goes away with it?\"\n"
	                    "       \"Who watches?\"\n"
	                    " hear  Suspend, not delete\n"
	                    " pace  4 minutes behind: drop caller?  (defer caller)\n");
}

static void the_prompt_names_time_nearest_deadline_phase_and_question(void **state)
{
	struct fixture *f = *state;
	start(f);
	assert_string_equal(prompt(f, 1), " EXERCISE T+0:01  aware? not logged (from detected: Pasar+ 47h59)  contain");
	run_to(f, 40);
	assert_string_equal(prompt(f, 41), " EXERCISE T+0:41  aware? Pasar+ 47h19  contain  [the-account]");
	f->frame.columns = 40;
	assert_string_equal(prompt(f, 41), " EXERCISE T+0:41  [the-account]");
	f->frame.columns = 80;
	struct act act = act_of(f, ACT_MOMENT, 2, 41);
	act.at = 0;
	take(f, act);
	assert_string_equal(prompt(f, 42), " EXERCISE T+0:42  Pasar+ 47h18 left  contain  [the-account]");
	f->frame.colour = true;
	assert_string_equal(prompt(f, 3000), " EXERCISE T+50:00  \001\033[31m\002Pasar+ 2h late\001\033[0m\002  "
	                                     "contain  \001\033[1m\002[the-account]\001\033[0m\002");
}

/* Every screen there is, one after the other. */
static void all_screens(struct fixture *f, struct text *out)
{
	void (*const screens[])(const struct frame *, const struct session *) = {frame_opening, frame_status,
	                                                                         frame_clock, frame_facts, frame_log};
	frame_turn(
	    &(struct frame){.out = out, .columns = f->frame.columns, .colour = f->frame.colour, .feedback = true},
	    f->session, f->last_inject);
	for (size_t i = 0; i < sizeof screens / sizeof *screens; i++)
		screens[i](&(struct frame){.out = out, .columns = f->frame.columns, .colour = f->frame.colour},
		           f->session);
	text_add(out, of_phase(f, 0));
	text_add(out, of_phase(f, 1));
	text_add(out, ahead(f, 240000));
	text_add(out, board(f, 41, 100000));
}

static void strip_colour(const char *s, struct text *out)
{
	for (; *s; s++) {
		if (*s == '\033')
			s += strcspn(s, "m");
		else
			text_add_bytes(out, s, 1);
	}
}

static void nothing_depends_on_colour(void **state)
{
	struct fixture *f = *state;
	struct text plain = {0}, coloured = {0}, stripped = {0};
	start(f);
	run_to(f, 40);
	all_screens(f, &plain);
	f->frame.colour = true;
	all_screens(f, &coloured);
	strip_colour(coloured.data, &stripped);
	assert_null(strchr(plain.data, '\033'));
	assert_non_null(strstr(coloured.data, "\033[33m"));
	assert_non_null(strstr(coloured.data, "\033[1m"));
	assert_string_equal(stripped.data, plain.data);
	text_free(&plain);
	text_free(&coloured);
	text_free(&stripped);
}

static void assert_fits(const char *s, int columns)
{
	struct text line = {0};
	while (*s) {
		size_t len = strcspn(s, "\n");
		text_clear(&line);
		text_add_bytes(&line, s, len);
		if (text_width(line.data) > columns)
			fail_msg("wider than %d: %s", columns, line.data);
		s += len + (s[len] == '\n');
	}
	text_free(&line);
}

static void no_line_is_wider_than_the_window(void **state)
{
	struct fixture *f = *state;
	play_first_question(f);
	run_to(f, 90);
	for (f->frame.columns = 24; f->frame.columns <= 120; f->frame.columns++) {
		struct text all = {0};
		all_screens(f, &all);
		assert_fits(all.data, f->frame.columns);
		assert_fits(prompt(f, 91), f->frame.columns);
		text_free(&all);
	}
}

static void an_incident_never_says_exercise(void **state)
{
	struct fixture *f = *state;
	struct text all = {0};
	session_free(f->session);
	f->session = open_session(f->world, "incident");
	start(f);
	run_to(f, 40);
	all_screens(f, &all);
	text_add(&all, prompt(f, 41));
	run_to(f, 6000);
	text_add(&all, f->out.data);
	text_add(&all, prompt(f, 6000));
	assert_null(strstr(all.data, "EXERCISE"));
	assert_null(strstr(all.data, "exercise"));
	assert_null(strstr(all.data, "EndEx"));
	assert_non_null(strstr(all.data, "T+0:41"));
	text_free(&all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_opening_says_what_this_is_and_what_the_playbook_lacks),
	    TEST(forty_columns_say_the_same),
	    TEST(forty_columns_hold_a_bubble_and_the_board),
	    TEST(status_gathers_what_is_so_now),
	    TEST(whoever_comes_back_is_told_how_much_is_on_record),
	    TEST(the_facilitator_sees_ahead_and_is_told_what_can_be_dropped),
	    TEST(the_prompt_names_time_nearest_deadline_phase_and_question),
	    TEST(nothing_depends_on_colour),
	    TEST(no_line_is_wider_than_the_window),
	    TEST(an_incident_never_says_exercise),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
