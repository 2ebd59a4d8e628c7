#include "issued.h"

#include "content/matter.h"

/* A matter by hand, of one fact and whatever a test adds. */
struct fixture {
	struct small small;
	struct matter_fact fact;
	struct matter matter;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	f->small = small_open_with(ISSUED_STORY, issued_actions, issued_playbook);
	f->fact = (struct matter_fact){.id = "bank", .kind = STORY_DATA, .value = {.number = STORY_INVOLVED}};
	f->matter = (struct matter){.world = f->small.world, .facts = &f->fact, .nfacts = 1};
	for (int i = 0; i < SHAPE_MOMENTS; i++)
		f->matter.moments[i] = MATTER_NEVER;
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	small_close(&f->small);
	free(f);
	return 0;
}

static void nothing_is_there_before_it_is_proved(void **state)
{
	struct fixture *f = *state;
	for (int i = 0; regime_codes[i]; i++)
		assert_false(matter_has(&f->matter, regime_codes[i], NULL));
	f->fact.standing = MATTER_CLAIMED;
	assert_false(matter_has(&f->matter, "CAT", NULL));
	assert_int_equal(matter_fact(&f->matter, "bank"), 0);
	assert_int_equal(matter_fact(&f->matter, "people"), NAMES_NONE);
}

static void a_verified_fact_gives_what_it_says(void **state)
{
	struct fixture *f = *state;
	const char *codes[] = {"HOW", "PREV"};
	f->fact.says = (struct shape_texts){codes, 2};
	f->fact.standing = MATTER_VERIFIED;
	assert_true(matter_has(&f->matter, "HOW", NULL));
	assert_true(matter_has(&f->matter, "PREV", NULL));
	assert_false(matter_has(&f->matter, "REM", NULL));
	f->fact.standing = MATTER_WITHDRAWN;
	assert_false(matter_has(&f->matter, "HOW", NULL));
}

static void confirmed_data_gives_its_harm_and_what_to_do(void **state)
{
	struct fixture *f = *state;
	f->fact.standing = MATTER_VERIFIED;
	assert_true(matter_has(&f->matter, "CAT", NULL));
	assert_true(matter_has(&f->matter, "HARM", NULL));
	assert_true(matter_has(&f->matter, "DO", NULL));
	f->fact.value.number = STORY_NOT_INVOLVED;
	assert_false(matter_has(&f->matter, "CAT", NULL));
}

static void moments_deeds_contact_and_clocks_give_the_rest(void **state)
{
	struct fixture *f = *state;
	struct matter_deed deed = {0};
	struct matter_clock clock = {.reason = "the count took two days"};
	f->matter.moments[SHAPE_OCCURRED] = 0;
	f->matter.contact = "a@shop.example";
	f->matter.deeds = &deed;
	f->matter.ndeeds = 1;
	f->matter.clocks = &clock;
	f->matter.nclocks = 1;
	const char *const had[] = {"WHEN", "CON", "ACT", "CHR", "PLAN"};
	for (size_t i = 0; i < sizeof had / sizeof *had; i++)
		assert_true(matter_has(&f->matter, had[i], NULL));
	assert_true(matter_has(&f->matter, "LATE", f->small.world->deadlines[0].regime));
	assert_false(matter_has(&f->matter, "LATE", f->small.world->deadlines[1].regime));
}

static void an_action_is_done_as_it_was_logged_or_by_what_it_is(void **state)
{
	struct fixture *f = *state;
	const struct names *names = &f->small.world->names;
	int suspended = names_find(names, NAMES_ACTION, "suspend-account");
	struct matter_deed deed = {.action = suspended, .at = 50};
	struct matter_clock clock = {
	    .deadline = names_find(names, NAMES_DEADLINE, "kr-pipa.authority"), .due = 100, .notified = 60};
	struct matter_word word = {.notice = "customer-holding", .lang = "en", .at = 70};
	assert_true(matter_done(&f->matter, suspended) == MATTER_NEVER);
	f->matter.deeds = &deed;
	f->matter.clocks = &clock;
	f->matter.words = &word;
	f->matter.ndeeds = f->matter.nclocks = f->matter.nwords = 1;
	assert_int_equal(matter_done(&f->matter, suspended), 50);
	assert_int_equal(matter_done(&f->matter, names_find(names, NAMES_ACTION, "notify-pipc")), 60);
	assert_int_equal(matter_done(&f->matter, names_find(names, NAMES_ACTION, "publish-holding")), 70);
	assert_true(matter_done(&f->matter, names_find(names, NAMES_ACTION, "count-people")) == MATTER_NEVER);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(nothing_is_there_before_it_is_proved),
	    TEST(a_verified_fact_gives_what_it_says),
	    TEST(confirmed_data_gives_its_harm_and_what_to_do),
	    TEST(moments_deeds_contact_and_clocks_give_the_rest),
	    TEST(an_action_is_done_as_it_was_logged_or_by_what_it_is),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
