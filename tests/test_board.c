#include "check.h"
#include "desk/board.h"
#include "drilled.h"

static void the_board_shows_message_question_countdown_and_deadlines(void **state)
{
	struct fixture *f = *state;
	start(f);
	run_to(f, 40);
	assert_string_equal(board(f, 41, 100000),
	                    " EXERCISE          T+0:41   Thu 5 Mar 2026, 22:21\n"
	                    "\n"
	                    "   Pasar+   47h19 left?   PIPC   71h19 left?   PDPC   not assessed\n"
	                    "\n"
	                    " T+0:40  email  CRM alerts <alerts@hubnest.example>  to it-admin (Arif)\n"
	                    "   Export finished: \"All contacts SG+KR\"\n"
	                    "   Your export of 12,400 rows from HubNest CRM is ready.� Requested by\n"
	                    "   dana.k@kopikain.example from 203.0.113.77, Thu 5 Mar 2026 22:18 SGT.\n"
	                    "\n"
	                    "   Dana's account can still sign in. What happens to it, and in what order?\n"
	                    "\n"
	                    "   1:40 to talk\n");
	take(f, act_of(f, ACT_REVEAL, number(f, NAMES_DECISION, "the-account"), 41));
	assert_string_equal(board(f, 41, 100000),
	                    " EXERCISE          T+0:41   Thu 5 Mar 2026, 22:21\n"
	                    "\n"
	                    "   Pasar+   47h19 left?   PIPC   71h19 left?   PDPC   not assessed\n"
	                    "\n"
	                    " T+0:40  email  CRM alerts <alerts@hubnest.example>  to it-admin (Arif)\n"
	                    "   Export finished: \"All contacts SG+KR\"\n"
	                    "\n"
	                    "   Dana's account can still sign in. What happens to it, and in what order?\n"
	                    "   1  Suspend it, then copy the sign-in and export logs before they lapse\n"
	                    "   2  Copy the logs and leave it live, to see what she does next\n"
	                    "   3  Delete the account now, so that nothing more can leave\n"
	                    "   1:40 to talk\n");
}

static int lines_of(const char *s)
{
	int n = 0;
	for (; *s; s++)
		n += *s == '\n';
	return n;
}

/* Whether the room may read the words of an item or a choice now. */
static void assert_keeps_quiet(const struct fixture *f, const char *screen)
{
	const struct story *story = f->world->story;
	for (int i = 0; i < (int)story->nitems; i++) {
		const struct story_item *item = &story->items[i];
		bool came = state_get(&f->session->state, STATE_ITEM, i, STATE_ITEM_STATUS) == STATE_DELIVERED;
		assert_null(strstr(screen, names_id(&f->world->names, NAMES_ITEM, i)));
		if (!came && item->subject)
			assert_null(strstr(screen, item->subject));
		if (!came && item->from && *item->from != '{')
			assert_null(strstr(screen, item->from));
	}
	for (int i = 0; i < (int)f->world->names.of[NAMES_ACTION].n; i++)
		assert_null(strstr(screen, names_id(&f->world->names, NAMES_ACTION, i)));
	for (int i = 0; i < (int)story->ndecisions; i++) {
		const struct story_option *options = story->decisions[i].options.v;
		bool shown_now = state_get(&f->session->state, STATE_DECISION, i, STATE_DECISION_REVEALED) == 1;
		assert_null(strstr(screen, names_id(&f->world->names, NAMES_DECISION, i)));
		for (size_t k = 0; k < story->decisions[i].options.n; k++) {
			assert_true(shown_now || !strstr(screen, options[k].words));
			assert_null(
			    strstr(screen, options[k].effects.because ? options[k].effects.because : "because"));
		}
	}
}

static void the_board_never_tells_what_the_room_must_not_know(void **state)
{
	struct fixture *f = *state;
	start(f);
	f->frame.columns = 200;
	for (int32_t minute = 0; minute <= 6000; minute += 10) {
		run_to(f, minute);
		assert_keeps_quiet(f, board(f, minute, 90000));
		assert_true(lines_of(f->out.data) <= BOARD_LINES);
		if (minute == 50)
			take(f, act_of(f, ACT_REVEAL, number(f, NAMES_DECISION, "the-account"), minute));
	}
}

static void the_board_holds_twelve_lines_at_any_width(void **state)
{
	struct fixture *f = *state;
	start(f);
	run_to(f, 40);
	take(f, act_of(f, ACT_REVEAL, number(f, NAMES_DECISION, "the-account"), 41));
	for (f->frame.columns = 20; f->frame.columns <= 120; f->frame.columns++)
		assert_true(lines_of(board(f, 41, 90000)) <= BOARD_LINES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_board_shows_message_question_countdown_and_deadlines),
	    TEST(the_board_never_tells_what_the_room_must_not_know),
	    TEST(the_board_holds_twelve_lines_at_any_width),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
