#include "check.h"

#include "base/clip.h"

static void a_cut_falls_between_characters(void **state)
{
	static const struct {
		size_t size;
		const char *left;
	} cuts[] = {{1, ""},
	            {2, "a"},
	            {3, "a"},
	            {4, "a\u00e9"},
	            {6, "a\u00e9"},
	            {7, "a\u00e9\u6279"},
	            {10, "a\u00e9\u6279"},
	            {11, "a\u00e9\u6279\U0001f600"},
	            {12, "a\u00e9\u6279\U0001f600b"}};
	char out[16];
	(void)state;
	for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
		clip(out, cuts[i].size, "%s", "a\u00e9\u6279\U0001f600b");
		assert_string_equal(out, cuts[i].left);
	}
}

static void a_precision_is_a_cut_too(void **state)
{
	char out[16];
	(void)state;
	clip(out, sizeof out, "x: %.4s", "\u6279\u6279");
	assert_string_equal(out, "x: \u6279");
}

/* Whoever shows it marks those bytes. */
static void what_was_broken_before_stays(void **state)
{
	char out[16];
	(void)state;
	clip(out, sizeof out, "a\xff%s", "b");
	assert_string_equal(out, "a\xff"
	                         "b");
	clip(out, sizeof out, "%s", "\x80\x80\x80\x80\x80");
	assert_true(strlen(out) <= 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_cut_falls_between_characters),
	    cmocka_unit_test(a_precision_is_a_cut_too),
	    cmocka_unit_test(what_was_broken_before_stays),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
