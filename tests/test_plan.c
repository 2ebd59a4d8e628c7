#include "small.h"

#include "desk/plan.h"

#define OPTIONS "{ id = 'a', 'One way', because = 'B.' }, { id = 'b', 'Another', because = 'B.' } }\n"
#define ASKS(id, more)                                                                                                 \
	"decision '" id "' { owner = 'support', within = '1h', objective = 'care', ask = 'What now?', hint = 'H', "    \
	"probes = { 'P?' }, listen_for = 'L', " more OPTIONS
#define SENDS(id, more) "inject '" id "' { from = 'X', to = 'all', channel = 'email', text = 'Hm.', " more " }\n"

static const char story[] = SMALL_HEAD SENDS("first", "at = '0h', opens = 'who'")
    SENDS("answer", "after = 'first', delay = '2h'") SENDS("reply", "after = 'answer', delay = '1h', opens = 'what'")
        SENDS("chance", "by = '5h', unless = 'copy-logs'") SENDS("by-hand", "")
            SENDS("later", "at = '52h', extra = true, opens = 'more'")
                SENDS("sooner", "at = '20h', extra = true, opens = 'more'")
                    SENDS("rejoinder", "after = 'chance', extra = true") ASKS("who", "")
                        ASKS("what", "discuss = '5m', ") ASKS("more", "extra = true, ");

static struct small *open_story(bool extended)
{
	static struct small small;
	small = small_open(story);
	small.world->extended = extended;
	return &small;
}

static int32_t time_of(const struct small *small, const char *id)
{
	return plan_time(small->world, small_name(small, NAMES_ITEM, id));
}

static bool leads(const struct small *small, const char *id)
{
	return plan_leads_on(small->world, small_name(small, NAMES_ITEM, id));
}

static void times_follow_the_chain_of_messages(void **state)
{
	struct small *small = open_story(false);
	(void)state;
	assert_int_equal(time_of(small, "first"), 0);
	assert_int_equal(time_of(small, "answer"), 2 * 3600);
	assert_int_equal(time_of(small, "reply"), 3 * 3600);
	assert_int_equal(time_of(small, "chance"), 5 * 3600);
	assert_int_equal(time_of(small, "by-hand"), SHAPE_UNSET);
	small_close(small);
}

static void a_story_is_longer_by_an_extra_item_or_question(void **state)
{
	static const struct {
		const char *lua;
		bool longer;
	} cases[] = {{SMALL_HEAD SENDS("only", "at = '0h'"), false},
	             {SMALL_HEAD SENDS("only", "at = '0h', extra = true"), true},
	             {SMALL_HEAD SENDS("only", "at = '0h'") ASKS("more", "extra = true, "), true}};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct small small = small_open(cases[i].lua);
		small.world->extended = true;
		plan_practise(small.world);
		assert_int_equal(small.world->extended, cases[i].longer);
		small_close(&small);
	}
}

static void what_the_clock_brings_comes_when_it_brings_it(void **state)
{
	struct small small =
	    small_open(SMALL_HEAD SENDS("brought", "") SENDS("reply", "after = 'brought', delay = '1h'")
	                   SENDS("timed", "at = '1h'") "at '6h' { delivers = 'brought', because = 'B.' }\n");
	(void)state;
	assert_int_equal(time_of(&small, "brought"), 6 * 3600);
	assert_int_equal(time_of(&small, "reply"), 7 * 3600);
	assert_true(plan_brought(small.world, small_name(&small, NAMES_ITEM, "brought")));
	assert_false(plan_brought(small.world, small_name(&small, NAMES_ITEM, "timed")));
	small_close(&small);
}

static void minutes_are_opening_pace_talk_and_hot_wash(void **state)
{
	struct small *small = open_story(false);
	(void)state;
	assert_int_equal(plan_minutes(small->world->story, false), 5 + 22 + 3 + 5 + 12);
	assert_int_equal(plan_minutes(small->world->story, true), 5 + 22 + 3 + 5 + 3 + 12);
	small_close(small);
}

static void a_minute_counts_the_talk_of_the_questions_before_it(void **state)
{
	struct small *small = open_story(false);
	(void)state;
	assert_int_equal(plan_minute(small->world, 0), 5);
	assert_int_equal(plan_minute(small->world, 2 * 3600), 5 + 4 + 3);
	assert_int_equal(plan_minute(small->world, 4 * 3600), 5 + 8 + 3 + 5);
	assert_int_equal(plan_minute(small->world, 100 * 3600), 5 + 22 + 3 + 5);
	small_close(small);
}

static void a_question_is_opened_by_the_first_item_of_the_cut(void **state)
{
	struct small *small = open_story(false);
	int more = small_name(small, NAMES_DECISION, "more");
	(void)state;
	assert_false(world_asks(small->world, more));
	assert_int_equal(plan_opener(small->world, more), NAMES_NONE);
	small->world->extended = true;
	assert_true(world_asks(small->world, more));
	assert_int_equal(plan_opener(small->world, more), small_name(small, NAMES_ITEM, "sooner"));
	small_close(small);
}

static void what_only_a_longer_cut_needs_can_be_left_out_of_the_core(void **state)
{
	struct small *small = open_story(false);
	(void)state;
	assert_true(leads(small, "first"));
	assert_true(leads(small, "answer"));
	assert_false(leads(small, "by-hand"));
	assert_false(leads(small, "chance"));
	small->world->extended = true;
	assert_true(leads(small, "chance"));
	small_close(small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(times_follow_the_chain_of_messages),
	    cmocka_unit_test(a_story_is_longer_by_an_extra_item_or_question),
	    cmocka_unit_test(what_the_clock_brings_comes_when_it_brings_it),
	    cmocka_unit_test(minutes_are_opening_pace_talk_and_hot_wash),
	    cmocka_unit_test(a_minute_counts_the_talk_of_the_questions_before_it),
	    cmocka_unit_test(a_question_is_opened_by_the_first_item_of_the_cut),
	    cmocka_unit_test(what_only_a_longer_cut_needs_can_be_left_out_of_the_core),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
