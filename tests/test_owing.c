#include "check.h"
#include "told.h"

#include "desk/shelf.h"
#include "exercise/owing.h"

/* The laws of the shipped playbook's customers that have contents `code` in a notice. */
static const char *laws(struct told *told, const char *notice, const char *form, const char *code)
{
	struct shelf_choice choice = {.t0 = 1772755200};
	struct shelf_set set;
	if (!shelf_open(&choice, &told->diags, &set))
		fail_msg("%s", told_text(told));
	text_clear(&told->out);
	text_add(&told->out, "");
	owing_laws(set.world, notice, form, code, &told->out);
	shelf_close(&set);
	return told->out.data;
}

static void each_law_that_has_it_in_a_notice_to_people_is_named(void **state)
{
	assert_string_equal(laws(*state, "customer-confirmed", NULL, "HOW"), "kr-pipa");
	assert_string_equal(laws(*state, "customer-confirmed", NULL, "CAT"), "kr-pipa, sg-pdpa");
	assert_string_equal(laws(*state, "customer-confirmed", NULL, "PREV"), "");
	assert_string_equal(laws(*state, "customer-holding", NULL, "CAT"), "");
}

static void a_form_answers_to_its_own_law(void **state)
{
	assert_string_equal(laws(*state, "authority-sg-pdpa", "sg-pdpa", "PLAN"), "sg-pdpa");
	assert_string_equal(laws(*state, "authority-kr-pipa", "kr-pipa", "PLAN"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(each_law_that_has_it_in_a_notice_to_people_is_named),
	    told_test(a_form_answers_to_its_own_law),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
