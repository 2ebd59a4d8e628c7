#include "check.h"
#include "told.h"

#include "desk/copies.h"

static struct shape_texts languages(struct told *told, const char *asked)
{
	struct shape_texts out;
	copies_languages(NULL, "customer-holding", asked, told->arena, &out, &told->diags);
	return out;
}

static void languages_are_taken_once_each_in_the_order_asked_for(void **state)
{
	struct shape_texts out = languages(*state, " zh, en,zh,ko ,");
	assert_int_equal(out.n, 3);
	assert_string_equal(out.v[0], "zh");
	assert_string_equal(out.v[1], "en");
	assert_string_equal(out.v[2], "ko");
	out = languages(*state, NULL);
	assert_int_equal(out.n, 1);
	assert_string_equal(out.v[0], "en");
	assert_int_equal(languages(*state, ",").n, 0);
	assert_string_equal(told_text(*state), "--lang:0:0: expected a language such as en, several such as en,zh, or "
	                                       "all\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(languages_are_taken_once_each_in_the_order_asked_for),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
