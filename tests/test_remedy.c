#include "debrief.h"

#include "desk/remedy.c"
#include "desk/shelf.h"

/* `yaml` pasted under the first `steps:` of `playbook`, and read with the vocabulary of `world`; every fault is told.
 */
static const struct playbook *pasted(const struct world *world, const char *playbook, const char *yaml,
                                     struct arena *arena)
{
	static const char under[] = "    steps:\n";
	const char *at = strstr(playbook, under);
	struct diags diags;
	struct text whole = {0}, told = {0};
	assert_non_null(at);
	at += sizeof under - 1;
	text_add_bytes(&whole, playbook, (size_t)(at - playbook));
	text_addf(&whole, "%s%s", yaml, at);
	diags_init(&diags);
	struct names names = {.arena = arena};
	for (int kind = NAMES_ACTION; kind <= NAMES_NOTICE; kind++)
		for (size_t i = 0; i < world->names.of[kind].n; i++)
			names_add(&names, (enum names_kind)kind, world->names.of[kind].v[i]);
	struct shape_reader reader = {arena, &diags, "en"};
	struct file file = {"pasted.yaml", arena_dup(arena, whole.data), whole.len};
	const struct playbook *loaded = playbook_load(&file, &reader, &names);
	diags_render(&diags, &told);
	if (!loaded)
		fail_msg("%s", told.data);
	text_free(&whole);
	text_free(&told);
	diags_free(&diags);
	return loaded;
}

static void the_step_for_a_missing_action_can_be_pasted_as_it_stands(void **state)
{
	struct debrief *d = debrief_open();
	struct arena *arena = arena_new();
	(void)state;
	debrief_play_badly(d);
	const struct jsn *missing = jsn_get(jsn_get(debrief_model(d, false), "coverage"), "missing");
	assert_int_equal(jsn_count(missing), 1);
	const struct jsn *row = jsn_at(missing, 0, NULL);
	assert_string_equal(jsn_text(jsn_get(row, "action")), "open-incident");
	assert_string_equal(jsn_text(jsn_get(row, "text")), "Open an incident");
	assert_string_equal(jsn_text(jsn_get(row, "yaml")), "      - step: open-incident\n"
	                                                    "        instruction: \"Open an incident\"\n"
	                                                    "        owner: support\n"
	                                                    "        due: detected+2h\n"
	                                                    "        takes: 30m\n"
	                                                    "        does: [open-incident]\n");
	const struct playbook *after = pasted(d->small.world, small_playbook, jsn_text(jsn_get(row, "yaml")), arena);
	assert_string_equal(after->steps[0]->id, "open-incident");
	assert_int_equal(after->nsteps, d->small.world->playbook->nsteps + 1);
	debrief_close(d);
	arena_free(arena);
}

static void a_step_for_any_action_fits_the_shipped_playbook(void **state)
{
	struct shelf_set set;
	struct diags diags;
	(void)state;
	diags_init(&diags);
	assert_true(shelf_open(&(struct shelf_choice){.scenario = "ex-employee-export"}, &diags, &set));
	struct event_start start = {.mode = "exercise", .clock = "stepped", .lang = "en", .seed = 1, .speed = 1};
	struct session *session = session_new(set.world, NULL, &start);
	for (int i = 0; i < (int)set.world->names.of[NAMES_ACTION].n; i++) {
		struct arena *arena = arena_new();
		struct text yaml = {0};
		add_step(session, i, &yaml);
		const struct playbook *after = pasted(set.world, set.world->sources.playbook.bytes, yaml.data, arena);
		assert_int_equal(after->nsteps, set.world->playbook->nsteps + 1);
		assert_string_equal(after->steps[0]->does.v[0], names_id(&set.world->names, NAMES_ACTION, i));
		text_free(&yaml);
		arena_free(arena);
	}
	session_free(session);
	shelf_close(&set);
	diags_free(&diags);
}

static void a_step_does_not_take_the_id_of_another(void **state)
{
	struct small small = small_open(DEBRIEF_STORY);
	struct text id = {0};
	(void)state;
	add_id(small.world, "copy", &id);
	assert_string_equal(id.data, "copy-2");
	text_free(&id);
	small_close(&small);
}

static void a_clock_that_runs_by_then_gives_the_due_time(void **state)
{
	struct small small = small_open(DEBRIEF_STORY);
	static const struct {
		int32_t t;
		const char *due;
	} cases[] = {{0, "detected+2h"}, {4000, "detected+4h"}, {5400, "aware+2h"}, {9 * 3600, "aware+10h"}};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct text due = {0};
		add_due(small.session, cases[i].t, &due);
		assert_string_equal(due.data, cases[i].due);
		text_free(&due);
	}
	small_close(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_step_for_a_missing_action_can_be_pasted_as_it_stands),
	    cmocka_unit_test(a_step_for_any_action_fits_the_shipped_playbook),
	    cmocka_unit_test(a_step_does_not_take_the_id_of_another),
	    cmocka_unit_test(a_clock_that_runs_by_then_gives_the_due_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
