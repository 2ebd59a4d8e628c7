#include "proofed.h"

/* The story stands at Monday 9 March 2026, 08:00, and promises the next word for Tuesday 10 March, 18:00. */
static void what_is_still_to_come_has_not_happened(void **state)
{
	static const char *const wrong[][2] = {
	    {"en", "We noticed it on 10 March 2026."},
	    {"en", "On 10 March 2026, the file was exported."},
	    {"en", "We noticed it on Tuesday, 10 March 2026, and will write again."},
	    {"zh", "我们于2026年3月10日发现此事。"},
	    {"ms", "Kami menyedarinya pada 10 Mac 2026."},
	    {"ko", "3월 10일에 파일이 추출되었습니다."},
	};
	assert_string_equal(proofed(*state, "It was exported on 10 March 2026."),
	                    "1:20: \"10 March 2026\" is still to come, and the text says that it has happened\n");
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (!strstr(proofed_as(*state, "n.txt", wrong[i][0], wrong[i][1]), "is still to come"))
			fail_msg("%s", wrong[i][1]);
}

static void what_will_be_may_be_told_with_what_was(void **state)
{
	static const char *const fine[] = {
	    "Our next update comes on Tuesday 10 March at 6 pm.",
	    "We noticed it on 5 March 2026, and on 10 March we will write again.",
	    "The police asked us to wait until 10 March.",
	    "The next word was promised for 10 March 2026.",
	    "Our shop is closed on 10 March.",
	    "We were told that they answer by 10 March.",
	};
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
		if (*proofed(*state, fine[i]))
			fail_msg("%s\n%s", fine[i], proofed(*state, fine[i]));
}

static void the_next_word_comes_when_it_was_promised(void **state)
{
	assert_string_equal(proofed(*state, "Our next update comes on 14 March 2026 at 3:00 pm."),
	                    "1:26: \"14 March 2026 at 3:00 pm\": the next update is promised for Tue 10 Mar 2026, "
	                    "18:00\n");
	assert_string_equal(proofed_as(*state, "n.txt", "ko", "다음 안내는 3월 11일에 드리겠습니다."),
	                    "1:8: \"3월 11일\": the next update is promised for Tue 10 Mar 2026, 18:00\n");
	assert_string_equal(proofed(*state, "We will finish the search by 14 March."), "");
}

static void a_day_of_the_week_is_that_days(void **state)
{
	assert_string_equal(proofed(*state, "We found out on Friday 5 March 2026."),
	                    "1:17: \"5 March 2026\" is a Thursday, not a Friday\n");
	assert_string_equal(proofed(*state, "We will file on Monday, 11 March."),
	                    "1:17: \"11 March\" is a Wednesday, not a Monday\n");
	assert_string_equal(proofed_as(*state, "n.txt", "zh", "2026年3月5日（星期五）"),
	                    "1:1: \"2026年3月5日\" is a Thursday, not a Friday\n");
	assert_string_equal(proofed(*state, "We found out on Thursday 5 March."), "");
}

static void a_day_without_its_month_needs_an_instant(void **state)
{
	assert_string_equal(proofed(*state, "It was exported on the 20th."),
	                    "1:17: nothing is recorded \"on the 20th\"\n");
	assert_string_equal(proofed(*state, "We found out on the 5th at 9:40 pm."), "");
	assert_string_equal(proofed(*state, "We will write on the 20th. He lives on the 20th floor."), "");
}

static void opening_hours_claim_nothing(void **state)
{
	static const char *const fine[] = {
	    "Please ring us from 9 am until 6 pm.",
	    "Our lines are open 9 to 6, Monday to Friday.",
	    "Somebody answers on weekdays, 9-18.",
	};
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
		if (*proofed(*state, fine[i]))
			fail_msg("%s\n%s", fine[i], proofed(*state, fine[i]));
	assert_string_not_equal(proofed(*state, "It was copied from 9 am until 6 pm."), "");
	assert_string_not_equal(proofed(*state, "We lost 9 to 6 files."), "");
}

static void a_time_that_was_corrected_no_longer_holds(void **state)
{
	struct proofed *p = *state;
	struct matter matter = *p->origin.matter;
	struct matter_fact facts[32];
	size_t n = matter.nfacts;
	assert_true(n < 32);
	memcpy(facts, matter.facts, n * sizeof *facts);
	facts[n] = (struct matter_fact){.id = "export_time",
	                                .kind = STORY_TIME,
	                                .standing = MATTER_VERIFIED,
	                                .value.number = matter.moments[SHAPE_OCCURRED],
	                                .proof = {.at = matter.moments[SHAPE_AWARE]},
	                                .corrected = true,
	                                .before.number = matter.moments[SHAPE_OCCURRED] - 86400};
	matter.facts = facts;
	matter.nfacts = n + 1;
	p->proofread.matter = &matter;
	assert_string_equal(proofed(p, "The file left us on 3 March 2026."),
	                    "1:21: \"3 March 2026\" no longer holds: export_time is Wed 4 Mar 2026, 22:18, verified\n");
	assert_string_equal(proofed(p, "The file left us on 4 March 2026."), "");
	assert_string_equal(proofed(p, "We first said that it happened on 3 March 2026."), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    proofed_test(what_is_still_to_come_has_not_happened),
	    proofed_test(what_will_be_may_be_told_with_what_was),
	    proofed_test(the_next_word_comes_when_it_was_promised),
	    proofed_test(a_day_of_the_week_is_that_days),
	    proofed_test(a_day_without_its_month_needs_an_instant),
	    proofed_test(opening_hours_claim_nothing),
	    proofed_test(a_time_that_was_corrected_no_longer_holds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
