#include "check.h"
#include "told.h"

#include "desk/check_code.h"

static void codes_are_short_unlike_and_explained(void **state)
{
	(void)state;
	for (size_t i = 0; check_code_at(i); i++) {
		const struct check_code *code = check_code_at(i);
		assert_true(strlen(code->id) <= 20 && strlen(code->meaning) > 10);
		assert_int_equal(strspn(code->id, "abcdefghijklmnopqrstuvwxyz-"), strlen(code->id));
		assert_ptr_equal(check_code_find(code->id), code);
	}
	assert_null(check_code_find("no-such-code"));
	assert_null(check_code_find(NULL));
}

static void a_finding_has_the_severity_and_the_remedy_of_its_row(void **state)
{
	struct told *told = *state;
	check_code_tell(&told->diags, "long-gap", (struct diag_place){"f.yaml", 1, 2}, "%d minutes", 9);
	check_code_tell(&told->diags, "allow-unused", (struct diag_place){"f.yaml", 3, 4}, "not here");
	told->diags.codes = true;
	diags_render(&told->diags, &told->out);
	assert_string_equal(told->out.data, "f.yaml:1:2: warning: 9 minutes [long-gap]\n"
	                                    "       ^ move something there, or quicken `pace`\n"
	                                    "f.yaml:3:4: note: not here [allow-unused]\n"
	                                    "       ^ take the comment out\n");
	assert_int_equal(told->diags.errors, 0);
}

static void what_names_no_code_is_refused_or_doubtful(void **state)
{
	struct told *told = *state;
	diag_error(&told->diags, (struct diag_place){"f.yaml", 1, 1}, "wrong");
	diag_warn(&told->diags, (struct diag_place){"f.yaml", 2, 1}, "odd");
	diag_error(&told->diags, (struct diag_place){"f.yaml", 3, 1}, "unknown");
	diag_code(&told->diags, "unknown-key");
	check_code_complete(&told->diags);
	assert_string_equal(told->diags.v[0].code, "refused");
	assert_string_equal(told->diags.v[1].code, "doubtful");
	assert_string_equal(told->diags.v[2].code, "unknown-key");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(codes_are_short_unlike_and_explained),
	    told_test(a_finding_has_the_severity_and_the_remedy_of_its_row),
	    told_test(what_names_no_code_is_refused_or_doubtful),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
