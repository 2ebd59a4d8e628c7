#include "check.h"
#include "bad.h"

#include "content/overclaim.h"
#include "content/vocabulary.h"

#include <string.h>

static void refuse(struct told *told, const struct file *file)
{
	struct shape_reader reader = {told->arena, &told->diags, "en"};

	assert_null(overclaim_load(file, &reader));
}

static void every_fault_of_the_phrases_is_told(void **state)
{
	(void)state;
	bad_cases("overclaims-", refuse);
}

static void a_phrase_says_when_it_passes(void **state)
{
	struct told *told = *state;
	struct shape_reader reader = {told->arena, &told->diags, "en"};
	struct file file = told_file("overclaims: o\nreviewed: 2026-02-01\nlanguages:\n  en:\n    deeds: [we have]\n"
	                             "    undone: [not]\n    phrases:\n"
	                             "      a: { phrases: [x, \"only {n}\"], why: w, instead: i, unless: unknown }\n"
	                             "      b: { phrases: y, why: w, instead: i }\n");
	const struct overclaim *overclaim = overclaim_load(&file, &reader);
	assert_non_null(overclaim);
	const struct overclaim_language *en = overclaim_language(overclaim, "en");
	const struct overclaim_phrase *phrases = en->phrases.v;
	assert_int_equal(en->phrases.n, 2);
	assert_int_equal(phrases[0].unless, OVERCLAIM_UNKNOWN);
	assert_int_equal(phrases[1].unless, SHAPE_UNSET);
	assert_string_equal(phrases[0].phrases.v[1], "only {n}");
	assert_null(overclaim_language(overclaim, "th"));
}

static void the_shipped_phrases_load_in_each_language(void **state)
{
	static const char *const languages[] = {"en", "zh", "ms", "ko"};
	struct told *told = *state;
	struct shape_reader reader = {told->arena, &told->diags, "en"};
	struct file file;
	assert_true(file_read("comms-templates/overclaims.yaml", "overclaims.yaml", told->arena, &told->diags, &file));
	const struct overclaim *overclaim = overclaim_load(&file, &reader);
	assert_non_null(overclaim);
	for (size_t i = 0; i < 4; i++) {
		const struct overclaim_language *language = overclaim_language(overclaim, languages[i]);
		assert_non_null(language);
		assert_true(language->phrases.n >= 10 && language->deeds.n && language->undone.n);
	}
}

static bool is_action(const struct vocabulary *vocabulary, const char *id)
{
	for (int i = 0; vocabulary_action(vocabulary, i); i++)
		if (strcmp(vocabulary_action(vocabulary, i)->entry.id, id) == 0)
			return true;
	return false;
}

static void the_shipped_wordings_are_of_actions_that_exist(void **state)
{
	struct told *told = *state;
	struct shape_reader reader = {told->arena, &told->diags, "en"};
	struct names names = {.arena = told->arena};
	struct file words, actions;
	assert_true(file_read("comms-templates/overclaims.yaml", "overclaims.yaml", told->arena, &told->diags, &words));
	assert_true(file_read("playbooks/actions.yaml", "actions.yaml", told->arena, &told->diags, &actions));
	const struct overclaim *overclaim = overclaim_load(&words, &reader);
	const struct vocabulary *vocabulary = vocabulary_load(&actions, &reader, &names);
	assert_non_null(overclaim);
	assert_non_null(vocabulary);
	const struct overclaim_language *languages = overclaim->languages.v;
	for (size_t i = 0; i < overclaim->languages.n; i++) {
		const struct overclaim_kind *worded = languages[i].actions.v;
		assert_true(languages[i].actions.n > 0);
		for (size_t k = 0; k < languages[i].actions.n; k++)
			assert_true(is_action(vocabulary, worded[k].entry.id));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(every_fault_of_the_phrases_is_told),
	    told_test(a_phrase_says_when_it_passes),
	    told_test(the_shipped_phrases_load_in_each_language),
	    told_test(the_shipped_wordings_are_of_actions_that_exist),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
