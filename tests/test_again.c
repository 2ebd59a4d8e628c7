#include "typed.h"

#include "desk/again.h"

/* A message at T+1:00 opens both questions, another comes half an hour later, a third at T+8:00. */
#define AGAIN_STORY                                                                                                    \
	TYPED_STORY                                                                                                    \
	"inject 'second' { at = '1h30', from = 'Neighbour', to = 'support', channel = 'chat', text = 'Me too.' }\n"    \
	"inject 'third' { at = '8h', from = 'Bank', to = 'support', channel = 'chat', text = 'And us.' }\n"

enum { SECOND = 5400, THIRD = 28800 };

static int again_setup(void **state)
{
	return small_setup(state, AGAIN_STORY);
}

static bool tells(const struct small *small, int n, int64_t talk_ms, const char *what)
{
	struct text out = {0};
	struct paint paint = {&out, 80, false};
	again_show(&paint, small->session, n, talk_ms);
	bool found = out.data && strstr(out.data, what);
	text_free(&out);
	return found;
}

static void what_came_since_the_last_answer_is_shown_with_the_question(void **state)
{
	struct small *small = *state;
	assert_false(tells(small, 0, EVENT_NO_TALK, "T+"));
	small_until(small, SECOND);
	assert_true(tells(small, 0, EVENT_NO_TALK, "How do they know?"));
	assert_true(tells(small, 0, EVENT_NO_TALK, "Me too."));
	assert_true(tells(small, 0, EVENT_NO_TALK, "Who leads?"));
	assert_false(tells(small, 0, EVENT_NO_TALK, "A number?")); /* it has not come */
}

static void what_was_answered_is_not_shown_but_the_newest_is(void **state)
{
	struct small *small = *state;
	small_until(small, SECOND);
	take(small, "who named");
	assert_true(tells(small, 0, EVENT_NO_TALK, "How do they know?")); /* it asked the other question, too */
	take(small, "later ring");
	assert_false(tells(small, 0, EVENT_NO_TALK, "How do they know?"));
	assert_true(tells(small, 0, EVENT_NO_TALK, "Me too."));
	small_until(small, THIRD);
	assert_false(tells(small, 0, EVENT_NO_TALK, "Me too."));
	assert_true(tells(small, 0, EVENT_NO_TALK, "And us."));
}

static void so_many_of_the_newest_are_shown(void **state)
{
	struct small *small = *state;
	small_until(small, SECOND);
	take(small, "who named");
	take(small, "later ring");
	small_until(small, THIRD);
	assert_false(tells(small, 1, EVENT_NO_TALK, "Me too."));
	assert_true(tells(small, 2, EVENT_NO_TALK, "Me too."));
	assert_false(tells(small, 2, EVENT_NO_TALK, "How do they know?"));
	assert_true(tells(small, 99, EVENT_NO_TALK, "How do they know?"));
}

static void the_talk_is_that_of_the_clock(void **state)
{
	struct small *small = *state;
	small_until(small, OPEN);
	assert_true(tells(small, 0, EVENT_NO_TALK, "Take your time: the story waits for you."));
	assert_true(tells(small, 0, 60000, "1:00 to talk."));
	assert_true(tells(small, 0, 0, "The time to talk is over"));
}

#define again_test(name) cmocka_unit_test_setup_teardown(name, again_setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    again_test(what_came_since_the_last_answer_is_shown_with_the_question),
	    again_test(what_was_answered_is_not_shown_but_the_newest_is),
	    again_test(so_many_of_the_newest_are_shown),
	    again_test(the_talk_is_that_of_the_clock),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
