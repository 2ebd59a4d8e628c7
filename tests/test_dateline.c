#include "proofed.h"

/* The story stands at 9 March 2026, 08:00: nothing else is on record on 2 March. */
static void a_head_is_the_date_of_the_text(void **state)
{
	static const char *const heads[][2] = {
	    {"en", "Kopi & Kain Pte Ltd, 2 March 2026, 3:26 pm (Singapore time)\n\nHello."},
	    {"en", "Kopi & Kain Pte Ltd, Monday, 2 March 2026\n\nHello."},
	    {"en", "Kopi & Kain Pte Ltd. As of 2 March 2026, 3:26 pm (Singapore time). For our staff."},
	    {"en", "As of 2 March 2026, 3:26 pm (Singapore time). Use no older one."},
	    {"en", "Subject: Statement by Kopi & Kain Pte Ltd, 2 March 2026, 3:26 pm\n\nHello."},
	    {"zh", "Kopi & Kain Pte Ltd，2026年3月2日 15:26（新加坡时间）\n\n您好。"},
	    {"zh", "截至 2026年3月2日 15:26（新加坡时间）。请勿使用旧版本。"},
	    {"ms", "Kopi & Kain Pte Ltd, 2 Mac 2026, 3:26 petang (waktu Singapura)\n\nHelo."},
	    {"ko", "Kopi & Kain Pte Ltd, 2026년 3월 2일 오후 3:26 (싱가포르 시간)\n\n안녕하십니까."},
	    {"ko", "2026년 3월 2일 오후 3:26 (싱가포르 시간) 기준입니다."},
	    {"en", "From Kopi & Kain Pte Ltd, 2 March 2026, 3:26 pm\n\nKeep everything from before 2 March 2026."},
	};
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		const char *told = proofed_as(*state, "n.txt", heads[i][0], heads[i][1]);
		if (*told)
			fail_msg("%s\n%s", heads[i][1], told);
	}
}

static void any_other_date_needs_an_instant_as_before(void **state)
{
	static const char *const wrong[] = {
	    "Kopi & Kain Pte Ltd, 9 March 2026, 3:26 pm (Singapore time)\n",
	    "Kopi & Kain Pte Ltd was robbed, 2 March 2026.",
	    "2 March 2026, 3:26 pm (Singapore time)",
	    "The list of Kopi & Kain Pte Ltd, 2 March 2026.",
	    "Subject: On 2 March 2026 the file left us\n\nHello.",
	    "Kopi & Kain Pte Ltd, 2 March 2026\n\nThe file left us on 1 March 2026.",
	};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct proofed *p = *state;
		proofed(p, wrong[i]);
		if (p->told.diags.errors != 1)
			fail_msg("%s: %zu errors", wrong[i], p->told.diags.errors);
	}
}

/* It was 22:20 in Singapore: 23:20 in Korea, 14:20 in UTC. */
static void another_zone_counts_where_the_text_names_it(void **state)
{
	assert_string_equal(proofed(*state, "It was off on 5 March 2026 at 11:20 pm."),
	                    "1:15: nothing is recorded at \"5 March 2026 at 11:20 pm\": nearest is aware, Thu 5 Mar "
	                    "2026, 23:10\n");
	assert_string_equal(proofed(*state, "It was off on 5 March 2026 at 11:20 pm (Korea time)."), "");
	assert_string_equal(proofed_as(*state, "n.txt", "ko", "2026년 3월 5일 23:20 (한국 시간)"), "");
	assert_string_equal(proofed(*state, "It was off on 5 March 2026 at 14:20 UTC."), "");
	assert_string_equal(proofed(*state, "It was off on 5 March 2026 at 22:20 UTC."),
	                    "1:15: nothing is recorded at \"5 March 2026 at 22:20 UTC\": nearest is suspend-account, "
	                    "Thu 5 Mar 2026, 22:20\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    proofed_test(a_head_is_the_date_of_the_text),
	    proofed_test(any_other_date_needs_an_instant_as_before),
	    proofed_test(another_zone_counts_where_the_text_names_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
