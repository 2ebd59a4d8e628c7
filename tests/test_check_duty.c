#include "small.h"

#include "desk/check_duty.h"

static void assert_told(const char *playbook, const char *expected)
{
	struct small small = small_open_with(SMALL_HEAD, small_actions, playbook);
	struct diags diags;
	struct text out = {0};
	diags_init(&diags);
	check_duty(small.world, &diags);
	text_add(&out, "");
	for (size_t i = 0; i < diags.n; i++)
		text_addf(&out, "%s: %s (%s)\n", diags.v[i].code, diags.v[i].message, diags.v[i].hint);
	assert_string_equal(out.data, expected);
	text_free(&out);
	diags_free(&diags);
	small_close(&small);
}

static void a_playbook_that_files_with_each_authority_hears_nothing(void **state)
{
	(void)state;
	assert_told(small_playbook, "");
}

static void a_duty_that_no_step_meets_is_told_with_the_action_that_does(void **state)
{
	(void)state;
	static const char from[] = "does: [notify-authority]";
	struct text playbook = {0};
	const char *at = strstr(small_playbook, from);
	assert_non_null(at);
	text_add_bytes(&playbook, small_playbook, (size_t)(at - small_playbook));
	text_add(&playbook, "does: [open-incident]");
	text_add(&playbook, at + strlen(from));
	assert_told(playbook.data,
	            "duty-unmet: no step meets kr-pipa.authority, owed to PIPC by PIPA, Decree 40 (let a "
	            "step do notify-authority)\n"
	            "duty-unmet: no step meets sg-pdpa.authority, owed to PDPC by PDPA, s 26D (let a "
	            "step do notify-authority)\n");
	text_free(&playbook);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_playbook_that_files_with_each_authority_hears_nothing),
	    cmocka_unit_test(a_duty_that_no_step_meets_is_told_with_the_action_that_does),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
