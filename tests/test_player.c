#include "small.h"

#include "desk/player.h"

#define STORY                                                                                                          \
	SMALL_HEAD                                                                                                     \
	"inject 'first' { at = '0h', from = 'X', to = 'support', channel = 'chat', text = 'T', "                       \
	"opens = { 'one', 'two' } }\n"                                                                                 \
	"decision 'one' { owner = 'it-admin', objective = 'containment', ask = 'Q?', hint = 'H', probes = { 'P' }, "   \
	"listen_for = 'L', "                                                                                           \
	"{ id = 'fair', 'Fair', score = { containment = 1 }, because = 'B' }, "                                        \
	"{ id = 'good', 'Good', score = { containment = 3 }, because = 'B' }, "                                        \
	"{ id = 'poor', 'Poor', score = { containment = -2 }, because = 'B' } }\n"                                     \
	"decision 'two' { owner = 'support', objective = 'care', ask = 'Q?', hint = 'H', probes = { 'P' }, "           \
	"listen_for = 'L', "                                                                                           \
	"{ id = 'same', 'Same', score = { care = 1 }, because = 'B' }, "                                               \
	"{ id = 'equal', 'Equal', score = { care = 1 }, because = 'B' } }\n"

static int setup(void **state)
{
	struct small *small = calloc(1, sizeof *small);
	*small = small_open(STORY);
	small_start(small);
	*state = small;
	return 0;
}

static int teardown(void **state)
{
	small_close(*state);
	free(*state);
	return 0;
}

static const char *next(struct small *small, enum player_policy policy, struct act *act)
{
	return player_act(small->session, policy, small->arena, act) ? act->cause : "nothing";
}

static void each_policy_chooses_as_it_is_called(void **state)
{
	struct small *small = *state;
	struct act act;
	small_until(small, 0);
	assert_string_equal(next(small, PLAYER_BEST, &act), "one good");
	assert_string_equal(act.by, "it-admin");
	assert_string_equal(next(small, PLAYER_WORST, &act), "one poor");
	assert_string_equal(next(small, PLAYER_FIRST, &act), "one fair");
}

static void chance_follows_from_the_seed_alone(void **state)
{
	struct small *small = *state;
	struct act act;
	bool seen[3] = {false};
	small_until(small, 0);
	for (uint64_t seed = 0; seed < 40; seed++) {
		small->session->start.seed = seed;
		next(small, PLAYER_RANDOM, &act);
		int option = act.other;
		next(small, PLAYER_RANDOM, &act);
		assert_int_equal(act.other, option);
		seen[option] = true;
	}
	assert_true(seen[0] && seen[1] && seen[2]);
}

static void the_oldest_question_comes_first_and_of_equals_the_first(void **state)
{
	struct small *small = *state;
	struct act act;
	small_until(small, 0);
	next(small, PLAYER_BEST, &act);
	assert_non_null(small_take(small, act));
	assert_string_equal(next(small, PLAYER_BEST, &act), "two same");
	assert_string_equal(next(small, PLAYER_WORST, &act), "two same");
}

static void every_step_that_can_begin_is_begun_in_due_order(void **state)
{
	struct small *small = *state;
	struct act act;
	assert_string_equal(next(small, PLAYER_BEST, &act), "do suspend copy"); /* hold needs copy; file is later */
	assert_int_equal(act.kind, ACT_DO);
	assert_int_equal(act.nrefs, 2);
	assert_string_equal(act.by, "incident-lead");
	assert_non_null(small_take(small, act));
	assert_string_equal(next(small, PLAYER_BEST, &act), "nothing");
	small_until(small, 5400); /* copy is done */
	assert_string_equal(next(small, PLAYER_BEST, &act), "one good");
}

static void the_worst_team_starts_nothing(void **state)
{
	struct small *small = *state;
	struct act act;
	assert_string_equal(next(small, PLAYER_WORST, &act), "nothing");
}

static void after_endex_it_answers_the_audit_and_closes(void **state)
{
	struct small *small = *state;
	struct act act;
	size_t asked = 0;
	small_until(small, 100 * 3600);
	while (strcmp(next(small, PLAYER_BEST, &act), "n") == 0 && asked <= small->world->ndeadlines) {
		assert_non_null(small_take(small, act));
		asked++;
	}
	assert_int_equal(asked, small->world->ndeadlines);
	assert_string_equal(act.cause, "close");
	assert_non_null(small_take(small, act));
	assert_string_equal(next(small, PLAYER_BEST, &act), "nothing");
}

#define player_test(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    player_test(each_policy_chooses_as_it_is_called),
	    player_test(chance_follows_from_the_seed_alone),
	    player_test(the_oldest_question_comes_first_and_of_equals_the_first),
	    player_test(every_step_that_can_begin_is_begun_in_due_order),
	    player_test(the_worst_team_starts_nothing),
	    player_test(after_endex_it_answers_the_audit_and_closes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
