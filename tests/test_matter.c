#include "issued.h"

#include "content/matter.h"

/* A matter by hand, of one fact and whatever a test adds. */
struct fixture {
	struct small small;
	struct matter_fact fact;
	struct matter_word words[3];
	struct matter matter;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	f->small = small_open_with(ISSUED_STORY, issued_actions, issued_playbook);
	f->fact = (struct matter_fact){.id = "bank", .kind = STORY_DATA, .value = {.number = STORY_INVOLVED}};
	f->matter = (struct matter){.world = f->small.world, .facts = &f->fact, .nfacts = 1, .words = f->words};
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

static void the_notice_before_is_the_last_to_the_same_readers(void **state)
{
	struct fixture *f = *state;
	assert_null(matter_previous(&f->matter, "customer-update", "en"));
	f->words[0] = (struct matter_word){.notice = "customer-holding", .lang = "en", .turn = 3};
	f->words[1] = (struct matter_word){.notice = "customer-holding", .lang = "zh", .turn = 3};
	f->words[2] = (struct matter_word){.notice = "staff-brief", .lang = "en", .turn = 5};
	f->matter.nwords = 3;
	assert_ptr_equal(matter_previous(&f->matter, "customer-update", "en"), &f->words[0]);
	assert_ptr_equal(matter_previous(&f->matter, "customer-update", "zh"), &f->words[1]);
	assert_ptr_equal(matter_previous(&f->matter, "customer-update", "ko"), &f->words[1]);
	assert_null(matter_previous(&f->matter, "authority-kr-pipa", "en"));
}

static void an_authority_reads_its_own_form_alone(void **state)
{
	struct fixture *f = *state;
	f->words[0] = (struct matter_word){.notice = "authority-kr-pipa", .lang = "en", .turn = 3};
	f->matter.nwords = 1;
	assert_ptr_equal(matter_previous(&f->matter, "authority-kr-pipa", "ko"), &f->words[0]);
	assert_null(matter_previous(&f->matter, "authority-sg-pdpa", "en"));
}

static void a_promise_is_its_readers_own_until_its_time_has_come(void **state)
{
	struct fixture *f = *state;
	f->matter.now = 50;
	f->words[0] = (struct matter_word){.notice = "customer-holding", .lang = "en", .next = 100};
	f->words[1] = (struct matter_word){.notice = "press-line", .lang = "en", .next = 70};
	f->matter.nwords = 2;
	assert_int_equal(matter_promise(&f->matter, "customer-update"), 100);
	assert_int_equal(matter_promise(&f->matter, "press-line"), 70);
	assert_true(matter_promise(&f->matter, "authority-kr-pipa") == MATTER_NEVER);
	f->matter.now = 100;
	assert_true(matter_promise(&f->matter, "customer-update") == MATTER_NEVER);
}

static void customers_hear_what_the_press_hears(void **state)
{
	struct fixture *f = *state;
	f->words[0] = (struct matter_word){.notice = "customer-holding", .lang = "en", .at = 1};
	f->words[1] = (struct matter_word){.notice = "press-line", .lang = "en", .at = 2};
	f->matter.nwords = 2;
	assert_ptr_equal(matter_previous(&f->matter, "customer-update", "en"), &f->words[1]);
	assert_ptr_equal(matter_previous(&f->matter, "customer-update", "zh"), &f->words[1]);
	assert_ptr_equal(matter_previous(&f->matter, "press-line", "en"), &f->words[1]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(nothing_is_there_before_it_is_proved),
	    TEST(a_verified_fact_gives_what_it_says),
	    TEST(confirmed_data_gives_its_harm_and_what_to_do),
	    TEST(moments_deeds_contact_and_clocks_give_the_rest),
	    TEST(the_notice_before_is_the_last_to_the_same_readers),
	    TEST(an_authority_reads_its_own_form_alone),
	    TEST(a_promise_is_its_readers_own_until_its_time_has_come),
	    TEST(customers_hear_what_the_press_hears),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
