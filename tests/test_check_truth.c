#include "small.h"

#include "desk/check_truth.h"

#define FACTS                                                                                                          \
	SMALL_HEAD                                                                                                     \
	"fact 'people' { kind = 'count', label = 'People', unit = 'people', verb = 'exported', truth = 730 "           \
	"}\n"                                                                                                          \
	"fact 'cards' { kind = 'data', category = 'bank', label = 'Cards', truth = 'involved' }\n"                     \
	"fact 'way' { kind = 'text', label = 'The way in', truth = 'A saved login' }\n"

static void assert_told(const char *lua, const char *expected)
{
	struct small small = small_open(lua);
	struct diags diags;
	struct text out = {0};
	diags_init(&diags);
	check_truth(small.world, small.scenario, &diags);
	text_add(&out, "");
	for (size_t i = 0; i < diags.n; i++)
		text_addf(&out, "%d %s: %s\n", diags.v[i].line, diags.v[i].code, diags.v[i].message);
	assert_string_equal(out.data, expected);
	text_free(&out);
	diags_free(&diags);
	small_close(&small);
}

static void what_is_verified_as_it_is_is_fine(void **state)
{
	(void)state;
	assert_told(FACTS "at '2h' { verifies = { people = 730, cards = 'involved', way = 'A saved login' } }\n"
	                  "at '3h' { claims = { people = 370 } }\n",
	            "");
}

static void a_slip_is_told_where_it_stands(void **state)
{
	(void)state;
	assert_told(FACTS "at '2h' {\n verifies = {\n people = 370,\n cards = 'not_held' } }\n"
	                  "on 'copy-logs' { verifies = { way = 'A lost phone' } }\n"
	                  "decision 'what' { within = '1h', owner = 'support', objective = 'care', ask = 'What?',\n"
	                  "{ id = 'a', 'One', takes = '1h', verifies = { people = 371 }, because = 'x' },\n"
	                  "{ id = 'b', 'Two', because = 'y' },\n"
	                  "late = { verifies = { people = 372 }, because = 'z' } }\n",
	            "7 fact-untrue: this verifies \"people\" as 370 people, and its `truth` is 730 people\n"
	            "8 fact-untrue: this verifies \"cards\" as not held, and its `truth` is involved\n"
	            "9 fact-untrue: this verifies \"way\" as A lost phone, and its `truth` is A saved login\n"
	            "11 fact-untrue: this verifies \"people\" as 371 people, and its `truth` is 730 people\n"
	            "13 fact-untrue: this verifies \"people\" as 372 people, and its `truth` is 730 people\n");
}

static void a_function_is_asked_at_the_opening(void **state)
{
	(void)state;
	assert_told(FACTS "at '2h' { when = function(w) return w.now > 0 end,\n"
	                  "run = function(w) return { verifies = { people = 370 } } end }\n"
	                  "at '3h' { run = function(w) return nil < 1 end }\n",
	            "6 fact-untrue: this verifies \"people\" as 370 people, and its `truth` is 730 people\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_verified_as_it_is_is_fine),
	    cmocka_unit_test(a_slip_is_told_where_it_stands),
	    cmocka_unit_test(a_function_is_asked_at_the_opening),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
