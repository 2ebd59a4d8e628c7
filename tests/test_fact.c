#include "declared.h"

#include "content/fact.h"

static bool var(struct told *told, const char *id, const char *json, struct fact_var *out)
{
	struct shape_reader reader = declared_reader(told);

	return fact_read_var(&reader, id, declared_nodes(told, json), out);
}

static bool set(struct told *told, const struct fact_var *var, const char *json, int32_t *out)
{
	struct shape_reader reader = declared_reader(told);
	struct effect effect = {0};
	bool fine = fact_set(&reader, var, declared_nodes(told, json), &effect);

	*out = effect.value;
	return fine;
}

static bool fact(struct told *told, const char *json, struct fact *out)
{
	struct shape_reader reader = declared_reader(told);

	*out = (struct fact){0};
	return fact_read(&reader, "it", declared_nodes(told, json), out);
}

static void a_variable_is_what_it_starts_as(void **state)
{
	struct fact_var v;

	assert_true(var(*state, "live", "true", &v));
	assert_int_equal(v.kind, STORY_FLAG);
	assert_int_equal(v.initial, 1);
	assert_true(var(*state, "calls", "-3", &v));
	assert_int_equal(v.kind, STORY_INTEGER);
	assert_int_equal(v.initial, -3);
	assert_true(var(*state, "who", "['none','hr']", &v));
	assert_int_equal(v.kind, STORY_CHOICE);
	assert_int_equal(v.initial, 0);
	assert_int_equal(v.choices.n, 2);
}

static void a_variable_of_nothing_sensible_is_refused(void **state)
{
	struct fact_var v;

	assert_false(var(*state, "a", "'text'", &v));
	assert_false(var(*state, "a", "['one']", &v));
	assert_false(var(*state, "a", "2147483648", &v));
	assert_false(var(*state, "a", "-2147483648", &v));
	assert_int_equal(((struct told *)*state)->diags.errors, 4);
}

static void the_views_own_names_are_taken(void **state)
{
	static const char *const taken[] = {"now", "done", "chose", "fact", "paused", "published", "random"};
	struct fact_var v;

	for (size_t i = 0; i < 7; i++)
		assert_false(var(*state, taken[i], "true", &v));
	assert_int_equal(((struct told *)*state)->diags.errors, 7);
}

static void a_value_fits_its_variable(void **state)
{
	struct fact_var flag, number, choice;
	int32_t value;

	assert_true(var(*state, "a", "false", &flag) && var(*state, "b", "0", &number));
	assert_true(var(*state, "c", "['none','counsel','hr']", &choice));
	assert_true(set(*state, &flag, "true", &value));
	assert_int_equal(value, 1);
	assert_true(set(*state, &number, "12", &value));
	assert_int_equal(value, 12);
	assert_true(set(*state, &choice, "'hr'", &value));
	assert_int_equal(value, 2);
	assert_false(set(*state, &flag, "1", &value));
	assert_false(set(*state, &number, "true", &value));
	assert_false(set(*state, &number, "9999999999", &value));
	assert_false(set(*state, &choice, "'counsl'", &value));
	assert_told(*state, "f:0:0: \"a\" holds true or false, not a number\n"
	                    "f:0:0: \"b\" holds a whole number, not true or false\n"
	                    "f:0:0: \"b\" can't hold 9999999999: it is beyond 32 bits\n"
	                    "f:0:0: \"c\" is never \"counsl\" (did you mean \"counsel\"?)\n");
}

static void a_truth_has_the_type_of_its_fact(void **state)
{
	struct fact f;

	assert_true(fact(*state, "{'kind':'count','label':'L','unit':'people','truth':9870}", &f));
	assert_int_equal(f.truth, 9870);
	assert_true(fact(*state, "{'kind':'data','label':'L','category':'bank','truth':'not_held'}", &f));
	assert_int_equal(f.truth, STORY_NOT_HELD);
	assert_true(fact(*state, "{'kind':'time','label':'L','truth':'1h30'}", &f));
	assert_int_equal(f.truth, 5400);
	assert_true(fact(*state, "{'kind':'text','label':'L','truth':'By a login'}", &f));
	assert_int_equal(f.truth, SHAPE_UNSET);
	assert_string_equal(f.truth_text, "By a login");
	assert_told(*state, "");
}

static void a_fact_that_says_too_little_is_told(void **state)
{
	struct fact f;

	assert_false(fact(*state, "{'kind':'count','label':'L','truth':1}", &f));
	assert_false(fact(*state, "{'kind':'data','label':'L','truth':'involved'}", &f));
	assert_false(fact(*state, "{'kind':'data','label':'L','category':'bank','truth':'maybe'}", &f));
	assert_false(fact(*state, "{'kind':'count','label':'L','unit':'people','truth':-1}", &f));
	assert_false(fact(*state, "{'kind':'number','label':'L','truth':1}", &f));
	assert_false(fact(*state, "{'kind':'time','label':'L','truth':'90'}", &f));
	assert_int_equal(((struct told *)*state)->diags.errors, 6);
}

static void values_read_as_words(void **state)
{
	struct fact count = {.kind = STORY_COUNT, .unit = "people"}, data = {.kind = STORY_DATA};
	struct fact time = {.kind = STORY_TIME}, text = {.kind = STORY_TEXT};
	struct fact wide = {.kind = STORY_COUNT,
	                    .unit = "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
	                            "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
	                            "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"};
	char out[64];

	(void)state;
	assert_string_equal(fact_words(&count, 9870, out), "9,870 people");
	assert_string_equal(fact_words(&count, 140, out), "140 people");
	assert_string_equal(fact_words(&count, 1234567, out), "1,234,567 people");
	assert_string_equal(fact_words(&data, STORY_NOT_INVOLVED, out), "not involved");
	assert_string_equal(fact_words(&data, 99, out), "not known");
	assert_string_equal(fact_words(&time, 5400, out), "T+1:30");
	assert_string_equal(fact_words(&text, 0, out), "");
	assert_string_equal(fact_words(&count, 1, out), "1 person");
	const struct fact rows = {.kind = STORY_COUNT, .unit = "rows"},
	                  links = {.kind = STORY_COUNT, .unit = "addresses"};
	assert_string_equal(fact_words(&rows, 1, out), "1 row");
	assert_string_equal(fact_words(&rows, 2, out), "2 rows");
	assert_string_equal(fact_words(&links, 1, out), "1 address");
	fact_words(&wide, INT32_MAX, out);
	assert_int_equal(text_valid(out, strlen(out)), strlen(out));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_variable_is_what_it_starts_as),
	    told_test(a_variable_of_nothing_sensible_is_refused),
	    told_test(the_views_own_names_are_taken),
	    told_test(a_value_fits_its_variable),
	    told_test(a_truth_has_the_type_of_its_fact),
	    told_test(a_fact_that_says_too_little_is_told),
	    told_test(values_read_as_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
