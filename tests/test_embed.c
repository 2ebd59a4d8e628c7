#include "check.h"
#include "exercise/embed.h"
#include "tiny.h"

static void sources_come_back_with_their_names_and_texts(void **state)
{
	(void)state;
	struct diags diags;
	struct world_sources sources;
	diags_init(&diags);
	struct world *world = tiny_world(true, &diags);
	assert_non_null(world);
	struct jsn *list = embed_sources(world);
	assert_true(embed_read(list, &sources, &diags));
	jsn_free(list);
	world_free(world);
	assert_string_equal(sources.scenario.name, "small.lua");
	assert_string_equal(sources.scenario.bytes, tiny_scenario);
	assert_string_equal(sources.playbook.bytes, tiny_playbook);
	assert_string_equal(sources.actions.bytes, tiny_actions);
	assert_int_equal(sources.nregimes, 1);
	assert_string_equal(sources.regimes[0].name, "regimes/sg-pdpa.yaml");
	assert_string_equal(sources.regimes[0].bytes, tiny_regime);
	assert_int_equal(sources.nincludes, 0);
	diags_free(&diags);
}

static void a_hash_is_that_of_the_text_alone(void **state)
{
	(void)state;
	struct diags diags;
	diags_init(&diags);
	struct world *world = tiny_world(true, &diags);
	struct jsn *list = embed_sources(world);
	/* printf 'scenario "small" {}\n' | sha256sum */
	assert_string_equal(jsn_text(jsn_get(jsn_at(list, 0, NULL), "sha256")),
	                    "52682f66e5e067392b621ab317a21b24287702fd579769cba7abb8bb44c37a85");
	jsn_free(list);
	world_free(world);
	diags_free(&diags);
}

static void what_is_needed_is_what_the_story_speaks_of(void **state)
{
	(void)state;
	struct diags diags;
	struct text out = {0};
	diags_init(&diags);
	struct world *world = tiny_world(true, &diags);
	struct jsn *needed = embed_needed(world);
	jsn_write(needed, &out); /* answered with, expected, awaited; not pause-ads, nor what the law asks */
	assert_string_equal(out.data, "[\"open-log\",\"suspend-account\",\"brief-staff\"]");
	text_free(&out);
	jsn_free(needed);
	world_free(world);
	diags_free(&diags);
}

static void no_list_is_no_sources(void **state)
{
	(void)state;
	struct diags diags;
	struct world_sources sources;
	diags_init(&diags);
	assert_false(embed_read(NULL, &sources, &diags));
	assert_int_equal(diags.errors, 1);
	diags_free(&diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sources_come_back_with_their_names_and_texts),
	    cmocka_unit_test(a_hash_is_that_of_the_text_alone),
	    cmocka_unit_test(what_is_needed_is_what_the_story_speaks_of),
	    cmocka_unit_test(no_list_is_no_sources),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
