#include "small.h"

#include "desk/shelf.h"
#include "desk/sweep.h"
#include "desk/sweep_merge.h"
#include "desk/sweep_part.h"
#include "desk/sweep_told.h"

#define STORY                                                                                                          \
	SMALL_HEAD                                                                                                     \
	"inject 'first' { at = '1h', opens = 'one', from = 'X', to = 'support', channel = 'chat', text = 'T' }\n"      \
	"decision 'one' { owner = 'support', objective = 'care', ask = 'Q?',\n"                                        \
	"{ id = 'a', 'A', score = { care = 1 }, because = 'B' },\n"                                                    \
	"{ id = 'b', 'B', score = { care = 2 }, because = 'B' } }\n"

static void setup_part(struct sweep_setup *setup, int shard, int shards)
{
	*setup = (struct sweep_setup){
	    .seed = 1, .samples = 100, .bounds = {.states = 1000, .shard = shard, .shards = shards}};
}

static struct jsn *model_of(const struct sweep_setup *setup)
{
	struct small small = small_open(STORY);
	const struct shelf_set set = {small.world, small.scenario};
	char why[ACT_WHY];
	struct jsn *model = sweep_model(&set, setup, why);
	assert_non_null(model);
	small_close(&small);
	return model;
}

static struct jsn *part_of(int shard, int shards)
{
	struct sweep_setup setup;
	setup_part(&setup, shard, shards);
	return model_of(&setup);
}

static struct jsn *json(const char *text)
{
	struct jsn_fault fault;
	struct jsn *value = jsn_parse(text, strlen(text), &fault);
	assert_non_null(value);
	return value;
}

/* The part with other words in the first place that has `from`. */
static struct jsn *changed(const struct jsn *part, const char *from, const char *to)
{
	struct text text = {0}, other = {0};
	jsn_write(part, &text);
	char *at = strstr(text.data, from);
	if (!at)
		fail_msg("no %s in %s", from, text.data);
	text_add_bytes(&other, text.data, (size_t)(at - text.data));
	text_addf(&other, "%s%s", to, at + strlen(from));
	struct jsn *made = json(other.data);
	text_free(&text);
	text_free(&other);
	return made;
}

static void a_part_with_a_value_that_cannot_be_is_refused(void **state)
{
	static const struct {
		const char *from, *to, *key;
	} faults[] = {
	    {"\"states\":", "\"states\":9223372036854775807,\"was\":", "worlds"},
	    {"\"states\":", "\"states\":-1,\"was\":", "worlds"},
	    {"\"paths\":\"", "\"paths\":\"340282366920938463463374607431768211456\",\"was\":\"", "criticals"},
	    {"\"steps\":\"followed\"", "\"steps\":\"../../followed\"", "worlds"},
	    {"\"steps\":\"followed\"", "\"steps\":\"ignored\"", "steps"},
	    {"\"steps\":\"both\"", "\"steps\":\"followed\"", "worlds"},
	    {"\"scenario\":\"", "\"scenario\":\"-x; ", "scenario"},
	    {"\"totals\":[\"0\",", "\"totals\":[", "totals"},
	    {"\"shard\":1", "\"shard\":0", "shard"},
	    {"\"worlds\":", "\"worlds\":[],\"was\":", "worlds"},
	    {"\"faults\":", "\"faults\":[{}],\"was\":", "worlds"},
	    {"\"complete\":true", "\"complete\":false", "complete"},
	    {"\"number\":", "\"number\":99,\"was\":", "decisions"},
	    {"\"sum\":\"", "\"sum\":\"1e", "decisions"},
	    {"\"whole\":\"", "\"whole\":\"x", "whole"},
	    {"\"numbers\":[", "\"numbers\":[-1,", "worlds"},
	    {"\"points\":", "\"no\":", "worlds"},
	    {"\"decisions\":[{\"id\":", "\"decisions\":[{\"no\":", "decisions"},
	};
	struct jsn *part = part_of(1, 1), *hollow = json("{\"shard\":1,\"shards\":1}");
	char why[SWEEP_MERGE_WHY];
	(void)state;
	assert_null(sweep_part_fault(part));
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct jsn *one = changed(part, faults[i].from, faults[i].to);
		assert_string_equal(sweep_part_fault(one), faults[i].key);
		jsn_free(one);
	}
	assert_null(sweep_merge((struct jsn *[]){hollow}, 1, why));
	assert_string_equal(why, "Number 1 of them is no part of a sweep: its \"scenario\" is missing, or can't be.");
	jsn_free(part);
	jsn_free(hollow);
}

static void is_of_another_sweep(const struct sweep_setup *setup)
{
	struct jsn *parts[] = {part_of(1, 2), model_of(setup)};
	char why[SWEEP_MERGE_WHY];
	assert_null(sweep_part_fault(parts[1]));
	assert_null(sweep_merge(parts, 2, why));
	assert_string_equal(why, "Part 2 is of another sweep: its scenario, playbook or options differ.");
	jsn_free(parts[0]);
	jsn_free(parts[1]);
}

static void parts_with_other_options_are_of_another_sweep(void **state)
{
	struct sweep_setup setup;
	(void)state;
	setup_part(&setup, 2, 2);
	setup.steps = SWEEP_IGNORED;
	is_of_another_sweep(&setup);
	setup_part(&setup, 2, 2);
	setup.samples = 7;
	is_of_another_sweep(&setup);
	setup_part(&setup, 2, 2);
	setup.bounds.states = 7000;
	is_of_another_sweep(&setup);
	setup_part(&setup, 2, 2);
	setup.prompt = true;
	is_of_another_sweep(&setup);
}

/* Whatever the world was made of: here the vocabulary has one space more. */
static void parts_made_of_other_files_are_of_another_sweep(void **state)
{
	struct small small = small_open(STORY);
	struct sweep_setup setup;
	char why[ACT_WHY], other[sizeof small_actions + 1];
	(void)state;
	setup_part(&setup, 2, 2);
	snprintf(other, sizeof other, "%s ", small_actions);
	small.world->sources.actions.bytes = other;
	small.world->sources.actions.len = strlen(other);
	const struct shelf_set set = {small.world, small.scenario};
	struct jsn *parts[] = {part_of(1, 2), sweep_model(&set, &setup, why)};
	assert_null(sweep_merge(parts, 2, why));
	assert_string_equal(why, "Part 2 is of another sweep: its scenario, playbook or options differ.");
	jsn_free(parts[0]);
	jsn_free(parts[1]);
	small_close(&small);
}

/* 2^127 twice; what the parts have is counted to the last path, and the whole can't be. */
static void sums_that_run_over_are_none(void **state)
{
	struct jsn *one = part_of(1, 2), *two = part_of(2, 2);
	const char most[] = "\"stuck\":\"170141183460469231731687303715884105728\",\"was\":";
	struct jsn *parts[] = {changed(one, "\"stuck\":", most), changed(two, "\"stuck\":", most)};
	char why[SWEEP_MERGE_WHY];
	(void)state;
	struct jsn *merged = sweep_merge(parts, 2, why);
	assert_non_null(merged);
	const struct jsn *world = jsn_at(jsn_get(merged, "worlds"), 0, NULL);
	assert_int_equal(jsn_number(jsn_get(world, "overflow"), 0), 1);
	assert_int_equal(jsn_number(jsn_get(world, "complete"), 1), 0);
	assert_null(jsn_get(world, "paths"));
	assert_null(jsn_get(world, "stuck"));
	world = jsn_at(jsn_get(merged, "worlds"), 1, NULL);
	assert_int_equal(jsn_number(jsn_get(world, "overflow"), 1), 0);
	assert_non_null(jsn_get(world, "paths"));
	jsn_free(one);
	jsn_free(two);
	jsn_free(parts[0]);
	jsn_free(parts[1]);
	jsn_free(merged);
}

/* Twice the same draws would count each of them twice. */
static void parts_share_the_samples_and_each_draws_its_own(void **state)
{
	struct text drawn[2] = {{0}, {0}};
	struct jsn *parts[2];
	char why[SWEEP_MERGE_WHY];
	(void)state;
	for (int i = 0; i < 2; i++) {
		struct sweep_setup setup;
		setup_part(&setup, i + 1, 2);
		setup.steps = SWEEP_IGNORED;
		setup.bounds.states = 1;
		parts[i] = model_of(&setup);
		const struct jsn *world = jsn_at(jsn_get(parts[i], "worlds"), 0, NULL);
		assert_int_equal(jsn_number(jsn_get(jsn_get(world, "sample"), "paths"), 0), 50);
		jsn_write(jsn_get(jsn_get(world, "sample"), "totals"), &drawn[i]);
	}
	assert_string_not_equal(drawn[0].data, drawn[1].data);
	struct jsn *merged = sweep_merge(parts, 2, why);
	const struct jsn *world = jsn_at(jsn_get(merged, "worlds"), 0, NULL);
	assert_int_equal(jsn_number(jsn_get(jsn_get(world, "sample"), "paths"), 0), 100);
	for (int i = 0; i < 2; i++) {
		jsn_free(parts[i]);
		text_free(&drawn[i]);
	}
	jsn_free(merged);
}

static void a_part_tells_nothing_of_the_whole(void **state)
{
	struct text told = {0}, of_whole = {0};
	struct jsn *part = part_of(1, 2), *whole = part_of(1, 1);
	(void)state;
	sweep_told_add(part, 80, &told);
	sweep_told_add(whole, 80, &of_whole);
	assert_non_null(strstr(told.data, ", seed 1, part 1 of 2\n"));
	assert_null(strstr(told.data, "All is reached"));
	assert_null(strstr(told.data, "gives itself away:"));
	assert_null(strstr(told.data, "no path scores more"));
	assert_null(strstr(of_whole.data, "part 1"));
	assert_non_null(strstr(of_whole.data, "All is reached"));
	assert_non_null(strstr(of_whole.data, "gives itself away:"));
	assert_non_null(strstr(of_whole.data, "no path scores more"));
	text_free(&told);
	text_free(&of_whole);
	jsn_free(part);
	jsn_free(whole);
}

/* What no path of a part reaches, or none that was played, another may. */
static void what_fails_is_to_be_mended_and_what_no_path_of_the_whole_reaches(void **state)
{
	static const struct {
		const char *model;
		bool clean;
	} models[] = {
#define MODEL(part, complete, faults, late)                                                                            \
	"{" part "\"worlds\":[{\"complete\":" complete ",\"faults\":[" faults "]}],\"unreached\":{\"late\":[" late "]" \
	"}"                                                                                                            \
	"}"
	    {MODEL("", "true", "", ""), true},
	    {MODEL("", "true", "", "\"x\""), false},
	    {MODEL("", "false", "", "\"x\""), true},
	    {MODEL("\"shard\":1,\"shards\":2,", "true", "", "\"x\""), true},
	    {MODEL("\"shard\":1,\"shards\":2,", "true", "{}", ""), false},
	    {MODEL("\"shard\":1,\"shards\":1,", "true", "", "\"x\""), false},
	    {MODEL("\"shards\":2,", "true", "", "\"x\""), false},
	    {MODEL("", "false", "{}", ""), false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof models / sizeof *models; i++) {
		struct jsn *model = json(models[i].model);
		assert_int_equal(sweep_told_clean(model), models[i].clean);
		jsn_free(model);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_part_with_a_value_that_cannot_be_is_refused),
	    cmocka_unit_test(parts_with_other_options_are_of_another_sweep),
	    cmocka_unit_test(parts_made_of_other_files_are_of_another_sweep),
	    cmocka_unit_test(sums_that_run_over_are_none),
	    cmocka_unit_test(parts_share_the_samples_and_each_draws_its_own),
	    cmocka_unit_test(a_part_tells_nothing_of_the_whole),
	    cmocka_unit_test(what_fails_is_to_be_mended_and_what_no_path_of_the_whole_reaches),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
