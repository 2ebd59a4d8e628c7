#include "check.h"
#include "bad.h"

#include "content/vocabulary.h"

static struct vocabulary *load(struct told *told, const struct file *file, struct names *names)
{
	struct shape_reader reader = {told->arena, &told->diags, "en"};

	return vocabulary_load(file, &reader, names);
}

static void refuse(struct told *told, const struct file *file)
{
	struct names names = {.arena = told->arena};

	assert_null(load(told, file, &names));
}

static void every_fault_of_a_vocabulary_is_told(void **state)
{
	(void)state;
	bad_cases("actions-", refuse);
}

static void names_and_actions_share_their_numbers(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	struct file file =
	    told_file("vocabulary: v\nreviewed: 2026-02-01\nactions:\n"
	              "  a: { description: A, public: { en: x, zh: y }, moment: aware }\n"
	              "  b: { description: B, public: { en: x }, pauses: p, files: authority, regime: r }\n"
	              "pausable: { p: { description: P } }\nnotices: {}\n");
	struct vocabulary *v = load(told, &file, &names);

	assert_non_null(v);
	assert_int_equal(names_find(&names, NAMES_ACTION, "b"), 1);
	assert_string_equal(vocabulary_action(v, 1)->description, "B");
	assert_string_equal(vocabulary_action(v, 1)->pauses.v[0], "p");
	assert_int_equal(vocabulary_action(v, 1)->files, VOCABULARY_AUTHORITY);
	assert_int_equal(vocabulary_action(v, 0)->files, SHAPE_UNSET);
	assert_string_equal(shape_moments[vocabulary_action(v, 0)->moment], "aware");
	assert_int_equal(vocabulary_action(v, 1)->moment, SHAPE_UNSET);
	assert_string_equal(vocabulary_action(v, 0)->public.v[1].text, "y");
	assert_null(vocabulary_action(v, 2));
	assert_null(vocabulary_action(v, NAMES_NONE));
	assert_int_equal(names_find(&names, NAMES_PAUSE, "p"), 0);
}

static void the_shipped_vocabulary_loads(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	struct file file;
	struct vocabulary *v;

	assert_true(file_read("playbooks/actions.yaml", "actions.yaml", told->arena, &told->diags, &file));
	v = load(told, &file, &names);
	assert_string_equal(told_text(told) ? told_text(told) : "", "");
	assert_non_null(v);
	assert_true(v->actions.n >= 45);
	assert_int_equal(names.of[NAMES_ACTION].n, v->actions.n);
	int harmful = 0;
	for (int i = 0; vocabulary_action(v, i); i++)
		harmful += vocabulary_action(v, i)->harms;
	assert_int_equal(harmful, 6);
	assert_true(vocabulary_action(v, names_find(&names, NAMES_ACTION, "wipe-device"))->harms);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(every_fault_of_a_vocabulary_is_told),
	    told_test(names_and_actions_share_their_numbers),
	    told_test(the_shipped_vocabulary_loads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
