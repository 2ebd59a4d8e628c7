#include "issued.h"

#include "content/heard.h"

/* Words by hand, that a test fills in. */
struct fixture {
	struct small small;
	struct matter_word words[4];
	struct matter matter;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	f->small = small_open_with(ISSUED_STORY, issued_actions, issued_playbook);
	f->matter = (struct matter){.world = f->small.world, .words = f->words};
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

static void the_notice_before_is_the_last_to_the_same_readers(void **state)
{
	struct fixture *f = *state;
	assert_null(heard_last(&f->matter, "customer-update", "en"));
	f->words[0] = (struct matter_word){.notice = "customer-holding", .lang = "en", .turn = 3};
	f->words[1] = (struct matter_word){.notice = "customer-holding", .lang = "zh", .turn = 3};
	f->words[2] = (struct matter_word){.notice = "staff-brief", .lang = "en", .turn = 5};
	f->matter.nwords = 3;
	assert_ptr_equal(heard_last(&f->matter, "customer-update", "en"), &f->words[0]);
	assert_ptr_equal(heard_last(&f->matter, "customer-update", "zh"), &f->words[1]);
	assert_ptr_equal(heard_last(&f->matter, "customer-update", "ko"), &f->words[1]);
	assert_null(heard_last(&f->matter, "authority-kr-pipa", "en"));
	f->words[3] = (struct matter_word){.notice = "press-line", .lang = "en", .at = 9, .turn = 7};
	f->matter.nwords = 4;
	assert_ptr_equal(heard_last(&f->matter, "customer-update", "zh"), &f->words[1]);
	assert_ptr_equal(heard_last(&f->matter, "customer-update", "ko"), &f->words[3]);
}

static void an_authority_reads_its_own_form_alone(void **state)
{
	struct fixture *f = *state;
	f->words[0] = (struct matter_word){.notice = "authority-kr-pipa", .lang = "en", .turn = 3};
	f->matter.nwords = 1;
	assert_ptr_equal(heard_last(&f->matter, "authority-kr-pipa", "ko"), &f->words[0]);
	assert_null(heard_last(&f->matter, "authority-sg-pdpa", "en"));
}

static void a_promise_is_its_readers_own_until_its_time_has_come(void **state)
{
	struct fixture *f = *state;
	f->matter.now = 50;
	f->words[0] = (struct matter_word){.notice = "customer-holding", .lang = "en", .next = 100};
	f->words[1] = (struct matter_word){.notice = "press-line", .lang = "en", .next = 70};
	f->matter.nwords = 2;
	assert_int_equal(heard_promise(&f->matter, "customer-update"), 100);
	assert_int_equal(heard_promise(&f->matter, "press-line"), 70);
	assert_true(heard_promise(&f->matter, "authority-kr-pipa") == MATTER_NEVER);
	f->matter.now = 100;
	assert_true(heard_promise(&f->matter, "customer-update") == MATTER_NEVER);
}

static void a_promise_without_a_word_since_is_broken(void **state)
{
	struct fixture *f = *state;
	f->matter.now = 100;
	f->matter.next_update = MATTER_NEVER;
	assert_true(heard_broken(&f->matter, "customer-update") == MATTER_NEVER);
	f->matter.next_update = 90;
	assert_int_equal(heard_broken(&f->matter, "customer-update"), 90);
	f->words[0] = (struct matter_word){.notice = "customer-holding", .lang = "en", .at = 50, .next = 80};
	f->matter.nwords = 1;
	assert_int_equal(heard_broken(&f->matter, "customer-update"), 90);
	f->matter.recorded = true;
	assert_int_equal(heard_broken(&f->matter, "customer-update"), 80);
	assert_true(heard_broken(&f->matter, "press-line") == MATTER_NEVER);
	f->words[1] = (struct matter_word){.notice = "customer-update", .lang = "en", .at = 95, .next = MATTER_NEVER};
	f->matter.nwords = 2;
	assert_true(heard_broken(&f->matter, "customer-update") == MATTER_NEVER);
	f->matter.recorded = false;
	assert_true(heard_broken(&f->matter, "customer-update") == MATTER_NEVER);
}

static void customers_hear_what_the_press_hears(void **state)
{
	struct fixture *f = *state;
	f->words[0] = (struct matter_word){.notice = "customer-holding", .lang = "en", .at = 1};
	f->words[1] = (struct matter_word){.notice = "press-line", .lang = "en", .at = 2};
	f->matter.nwords = 2;
	assert_ptr_equal(heard_last(&f->matter, "customer-update", "en"), &f->words[1]);
	assert_ptr_equal(heard_last(&f->matter, "customer-update", "zh"), &f->words[1]);
	assert_ptr_equal(heard_last(&f->matter, "press-line", "en"), &f->words[1]);
}

static void a_notice_in_two_languages_is_one(void **state)
{
	struct fixture *f = *state;
	f->words[0] = (struct matter_word){.notice = "customer-holding", .lang = "en", .turn = 3};
	f->words[1] = (struct matter_word){.notice = "customer-holding", .lang = "ko", .turn = 3};
	f->words[2] = (struct matter_word){.notice = "customer-holding", .lang = "zh", .turn = 5};
	f->matter.nwords = 3;
	assert_true(heard_together(&f->words[0], &f->words[1]));
	assert_false(heard_together(&f->words[0], &f->words[2]));
	assert_ptr_equal(heard_in(&f->matter, &f->words[0], "ko"), &f->words[1]);
	assert_ptr_equal(heard_in(&f->matter, &f->words[0], "zh"), &f->words[0]);
}

static void english_stands_for_a_notice_else_the_sessions_language_else_the_first(void **state)
{
	struct fixture *f = *state;
	f->matter.nwords = 3;
	static const char *const langs[] = {"ko", "zh", "en"};
	for (int i = 0; i < 3; i++)
		f->words[i] = (struct matter_word){.notice = "customer-holding", .lang = langs[i], .turn = 3};
	assert_ptr_equal(heard_leading(&f->matter, &f->words[0]), &f->words[2]);
	f->words[2].lang = "ms";
	assert_ptr_equal(heard_leading(&f->matter, &f->words[1]), &f->words[0]);
	f->small.world->lang = "zh";
	assert_ptr_equal(heard_leading(&f->matter, &f->words[2]), &f->words[1]);
	assert_ptr_equal(heard_in(&f->matter, &f->words[0], "ms"), &f->words[2]);
	assert_ptr_equal(heard_in(&f->matter, &f->words[0], "fr"), &f->words[1]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_notice_before_is_the_last_to_the_same_readers),
	    TEST(an_authority_reads_its_own_form_alone),
	    TEST(a_promise_is_its_readers_own_until_its_time_has_come),
	    TEST(a_promise_without_a_word_since_is_broken),
	    TEST(customers_hear_what_the_press_hears),
	    TEST(a_notice_in_two_languages_is_one),
	    TEST(english_stands_for_a_notice_else_the_sessions_language_else_the_first),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
