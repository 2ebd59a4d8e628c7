#include "installed.h"

struct bench {
	struct housed home;
	struct arena *arena;
	struct diags diags;
	struct text out;
	char path[SHELF_PATH];
};

static int set_up(void **state)
{
	struct bench *b = calloc(1, sizeof *b);
	installed_enter(&b->home);
	setenv("HOME", b->home.folder, 1);
	unsetenv("XDG_STATE_HOME");
	b->arena = arena_new();
	diags_init(&b->diags);
	*state = b;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	housed_close(&b->home);
	diags_free(&b->diags);
	arena_free(b->arena);
	text_free(&b->out);
	free(b);
	return 0;
}

/* The findings, each "file: message (hint)", and where there is a line "file:line: message". */
static const char *told(struct bench *b)
{
	text_clear(&b->out);
	for (size_t i = 0; i < b->diags.n; i++) {
		const struct diag *d = &b->diags.v[i];
		text_add(&b->out, d->file);
		if (d->line)
			text_addf(&b->out, ":%d", d->line);
		text_addf(&b->out, ": %s", d->message);
		if (d->hint)
			text_addf(&b->out, " (%s)", d->hint);
		text_add(&b->out, "\n");
	}
	return b->out.data;
}

static bool find(struct bench *b, const char *kind, const char *name)
{
	return shelf_find(kind, name, b->path, &b->diags);
}

static void assert_found(struct bench *b, const char *kind, const char *name, const char *path, const char *as)
{
	if (!find(b, kind, name))
		fail_msg("%s: %s", name, told(b));
	assert_string_equal(b->path, path);
	assert_string_equal(shown(b->path, kind_of(kind), b->arena), as);
}

static void what_lies_beside_the_reader_comes_before_what_is_installed(void **state)
{
	struct bench *b = *state;
	char path[SHELF_PATH];
	housed_put("installed/scenarios/story.lua", "x");
	snprintf(path, sizeof path, "%s/installed/scenarios/story.lua", b->home.folder);
	assert_found(b, "lua", "story", path, "scenarios/story.lua");
	housed_put("scenarios/story.lua", "x");
	assert_found(b, "lua", "story", "./scenarios/story.lua", "scenarios/story.lua");
	housed_put("playbooks/shop.yaml", "x");
	assert_found(b, "yaml", "shop", "./playbooks/shop.yaml", "playbooks/shop.yaml");
	assert_found(b, "yaml", "shop.yaml", "./playbooks/shop.yaml", "playbooks/shop.yaml");
}

static void a_path_is_taken_as_given_and_never_shown_absolute(void **state)
{
	struct bench *b = *state;
	char path[SHELF_PATH];
	housed_put("drills/mine.lua", "x");
	housed_put("mine.lua", "x");
	assert_found(b, "lua", "drills/mine.lua", "drills/mine.lua", "drills/mine.lua");
	assert_found(b, "lua", "./drills/mine", "./drills/mine.lua", "drills/mine.lua");
	assert_found(b, "lua", "mine.lua", "mine.lua", "mine.lua");
	snprintf(path, sizeof path, "%s/drills/mine.lua", b->home.folder);
	assert_found(b, "lua", path, path, "drills/mine.lua");
	assert_int_equal(chdir("drills"), 0);
	assert_found(b, "lua", "../mine.lua", "../mine.lua", "mine.lua");
	assert_string_equal(shown("/elsewhere/of/mine.lua", &kinds[0], b->arena), "mine.lua");
}

static void an_unknown_name_is_told_with_the_nearest_and_where_it_was_looked_for(void **state)
{
	struct bench *b = *state;
	housed_put("scenarios/ex-employee-export.lua", "x");
	assert_false(find(b, "lua", "ex-employe-export"));
	assert_non_null(strstr(told(b), "ex-employe-export: no such scenario; looked in ./scenarios, "));
	assert_non_null(strstr(told(b), "/installed/scenarios (did you mean \"ex-employee-export\"?)"));
	assert_false(find(b, "yaml", "nowhere/mine.yaml"));
	assert_non_null(strstr(told(b), "nowhere/mine.yaml: no such file\n"));
}

static void absurd_names_are_refused(void **state)
{
	struct bench *b = *state;
	char name[5000];
	memset(name, 'a', sizeof name - 1);
	name[sizeof name - 1] = '\0';
	assert_false(find(b, "lua", name));
	assert_string_equal(told(b), "(a path): has 4999 bytes; at most 992\n");
	name[990] = '\0';
	assert_false(find(b, "lua", name));
	name[1] = '/';
	assert_false(find(b, "lua", name));
	assert_false(find(b, "lua", ""));
	assert_false(find(b, "lua", ".."));
	assert_false(find(b, "lua",
	                  "/"
	                  "x\033[31m"));
	assert_int_equal(b->diags.errors, 6);
}

static void the_shelf_is_listed_sorted_and_without_what_is_not_to_be_played(void **state)
{
	struct bench *b = *state;
	housed_put("scenarios/zebra.lua", "x");
	housed_put("scenarios/ant.lua", "x");
	housed_put("scenarios/drill72.d.lua", "x");
	housed_put("scenarios/notes.txt", "x");
	housed_put("scenarios/lib/block.lua", "x");
	housed_put("installed/scenarios/ant.lua", "x");
	housed_put("installed/scenarios/bee.lua", "x");
	housed_put("playbooks/actions.yaml", "x");
	housed_put("playbooks/shop.yaml", "x");
	struct shape_texts names = shelf_names("lua", b->arena);
	assert_int_equal(names.n, 3);
	assert_string_equal(names.v[0], "ant");
	assert_string_equal(names.v[1], "bee");
	assert_string_equal(names.v[2], "zebra");
	names = shelf_names("yaml", b->arena);
	assert_int_equal(names.n, 1);
	assert_string_equal(names.v[0], "shop");
}

static bool open_it(struct bench *b, const char *scenario, const char *playbook)
{
	struct shelf_set set;
	bool good = shelf_open(&(struct shelf_choice){.scenario = scenario, .playbook = playbook}, &b->diags, &set);
	shelf_close(&set);
	return good;
}

static void the_faults_of_all_files_are_told_at_once(void **state)
{
	struct bench *b = *state;
	housed_put("scenarios/mine.lua", "scenario \"mine\" {\n  oops =\n}\n");
	housed_put("playbooks/shop.yaml", "playbook: shop\nfoo: 1\n");
	housed_put("playbooks/actions.yaml", "vocabulary: v\nbar: 1\nactions: {}\n");
	housed_put("playbooks/regimes/b.yaml", "regime: b\nquux: 1\n");
	housed_put("playbooks/regimes/a.yaml", "\tx");
	assert_false(open_it(b, "mine", "shop"));
	const char *out = told(b);
	assert_non_null(strstr(out, "scenarios/mine.lua:3: "));
	assert_non_null(strstr(out, "playbooks/actions.yaml:2: "));
	assert_non_null(strstr(out, "playbooks/regimes/a.yaml:1: "));
	assert_non_null(strstr(out, "playbooks/regimes/b.yaml:2: "));
	assert_null(strstr(out, b->home.folder));
}

static void what_cannot_be_read_is_told_by_name(void **state)
{
	struct bench *b = *state;
	assert_int_equal(mkdir("folder.lua", 0755), 0);
	housed_put("empty.yaml", "");
	assert_false(open_it(b, "folder.lua", "empty.yaml"));
	assert_string_equal(told(b), "folder.lua: is a folder\n"
	                             "empty.yaml: is empty\n"
	                             "actions.yaml: no such file, neither beside the playbook nor on the shelf\n"
	                             "playbooks/regimes: no laws there: no clock could run\n");
	diags_free(&b->diags);
	diags_init(&b->diags);
	assert_false(open_it(b, "/dev/zero", "/dev/null"));
	assert_non_null(strstr(told(b), "is not a regular file"));
}

static void an_include_lies_below_the_scenario_or_is_told(void **state)
{
	struct bench *b = *state;
	housed_put("scenarios/mine.lua", "include \"lib/block\"\ninclude \"lib/none\"\ninclude \"../out\"\n");
	housed_put("scenarios/lib/block.lua", "nonsense(\n");
	housed_put("out.lua", "x = 1\n");
	assert_false(open_it(b, "mine", NULL));
	assert_non_null(strstr(told(b), "scenarios/lib/block.lua:"));
	assert_null(strstr(told(b), "out.lua"));
	housed_put("scenarios/mine.lua", "include \"lib/none\"\n");
	assert_false(open_it(b, "mine", NULL));
	assert_non_null(
	    strstr(told(b), "scenarios/mine.lua:1: nothing to include: scenarios/lib/none.lua is not there"));
}

/* What it reads goes into every record: a link must not bring a private file there. */
static void an_include_follows_no_link_out_of_its_folder(void **state)
{
	struct bench *b = *state;
	housed_put("scenarios/mine.lua", "include \"lib/out\"\ninclude \"far/out\"\ninclude \"lib/near\"\n");
	housed_put("scenarios/lib/block.lua", "nonsense(\n");
	housed_put("scenarios-of-others/out.lua", "key = 'secret'\n");
	assert_int_equal(symlink("../../scenarios-of-others/out.lua", "scenarios/lib/out.lua"), 0);
	assert_int_equal(symlink("../scenarios-of-others", "scenarios/far"), 0);
	assert_int_equal(symlink("block.lua", "scenarios/lib/near.lua"), 0);
	assert_false(open_it(b, "mine", NULL));
	assert_non_null(
	    strstr(told(b), "scenarios/mine.lua:1: nothing to include: scenarios/lib/out.lua leads elsewhere"));
	assert_non_null(
	    strstr(told(b), "scenarios/mine.lua:2: nothing to include: scenarios/far/out.lua leads elsewhere"));
	assert_null(strstr(told(b), "secret"));
	assert_non_null(strstr(told(b), "scenarios/lib/near.lua:"));
}

static void the_shipped_drill_opens_and_its_hooks_come_back_from_its_sources(void **state)
{
	struct bench *b = *state;
	struct shelf_set set;
	assert_int_equal(fchdir(b->home.came_from), 0);
	if (!shelf_open(&(struct shelf_choice){.scenario = "ex-employee-export"}, &b->diags, &set))
		fail_msg("%s", told(b));
	assert_string_equal(set.world->story->id, "ex-employee-export");
	assert_string_equal(set.world->sources.scenario.name, "scenarios/ex-employee-export.lua");
	assert_string_equal(set.world->sources.playbook.name, "playbooks/sme-ecommerce.yaml");
	assert_string_equal(set.world->sources.actions.name, "playbooks/actions.yaml");
	assert_true(set.world->sources.nregimes >= 5);
	assert_string_equal(set.world->sources.regimes[0].name, "playbooks/regimes/eu-gdpr.yaml");
	assert_string_equal(set.world->sources.regimes[1].name, "playbooks/regimes/kr-pipa.yaml");
	assert_int_equal(chdir(b->home.folder), 0); /* nothing is read any more */
	struct scenario *hooks = shelf_hooks(set.world, &b->diags);
	assert_non_null(hooks);
	scenario_free(hooks);
	shelf_close(&set);
	assert_null(set.world);
}

static void an_include_and_laws_beside_a_playbook_elsewhere_make_a_set_that_needs_no_file(void **state)
{
	struct bench *b = *state;
	struct shelf_set set;
	struct file file;
	char playbook[SHELF_PATH], here[SHELF_PATH - 64];
	assert_int_equal(fchdir(b->home.came_from), 0);
	assert_non_null(getcwd(here, sizeof here));
	assert_true(file_read("scenarios/ex-employee-export.lua", "whole.lua", b->arena, &b->diags, &file));
	assert_int_equal(chdir(b->home.folder), 0);
	housed_put("scenarios/lib/whole.lua", file.bytes);
	housed_put("scenarios/mine.lua", "include \"lib/whole\"\n");
	snprintf(playbook, sizeof playbook, "%s/playbooks/sme-ecommerce.yaml", here);
	struct shelf_choice choice = {.scenario = "mine", .playbook = playbook};
	if (!shelf_open(&choice, &b->diags, &set))
		fail_msg("%s", told(b));
	assert_int_equal(set.world->sources.nincludes, 1);
	assert_string_equal(set.world->sources.includes[0].name, "scenarios/lib/whole.lua");
	assert_string_equal(set.world->sources.playbook.name, "sme-ecommerce.yaml");
	assert_true(file_name_safe(set.world->sources.actions.name));
	assert_true(file_name_safe(set.world->sources.regimes[0].name));
	assert_int_equal(remove("scenarios/lib/whole.lua"), 0);
	struct scenario *hooks = shelf_hooks(set.world, &b->diags);
	assert_non_null(hooks);
	scenario_free(hooks);
	set.world->sources.nincludes = 0;
	assert_null(shelf_hooks(set.world, &b->diags));
	assert_non_null(strstr(told(b), "scenarios/mine.lua:1: the journal does not hold scenarios/lib/whole.lua"));
	shelf_close(&set);
}

static void a_playbook_opens_alone_on_the_day_it_is_given(void **state)
{
	struct bench *b = *state;
	struct shelf_set set;
	struct shelf_choice choice = {.t0 = 1772719200}; /* 5 March 2026: Korea's older rule */
	assert_int_equal(fchdir(b->home.came_from), 0);
	if (!shelf_open(&choice, &b->diags, &set))
		fail_msg("%s", told(b));
	assert_null(set.scenario);
	assert_string_equal(set.world->playbook->id, "sme-ecommerce");
	assert_true(set.world->t0 == choice.t0);
	assert_int_equal(names_find(&set.world->names, NAMES_DEADLINE, "kr-pipa-2026.authority"), NAMES_NONE);
	assert_int_not_equal(names_find(&set.world->names, NAMES_DEADLINE, "kr-pipa.authority"), NAMES_NONE);
	shelf_close(&set);
	choice.playbook = "sme-ecomerce";
	assert_false(shelf_open(&choice, &b->diags, &set));
	assert_non_null(strstr(told(b), "sme-ecomerce: no such playbook"));
}

#define in_a_folder(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    in_a_folder(what_lies_beside_the_reader_comes_before_what_is_installed),
	    in_a_folder(a_path_is_taken_as_given_and_never_shown_absolute),
	    in_a_folder(an_unknown_name_is_told_with_the_nearest_and_where_it_was_looked_for),
	    in_a_folder(absurd_names_are_refused),
	    in_a_folder(the_shelf_is_listed_sorted_and_without_what_is_not_to_be_played),
	    in_a_folder(the_faults_of_all_files_are_told_at_once),
	    in_a_folder(what_cannot_be_read_is_told_by_name),
	    in_a_folder(an_include_lies_below_the_scenario_or_is_told),
	    in_a_folder(an_include_follows_no_link_out_of_its_folder),
	    in_a_folder(the_shipped_drill_opens_and_its_hooks_come_back_from_its_sources),
	    in_a_folder(an_include_and_laws_beside_a_playbook_elsewhere_make_a_set_that_needs_no_file),
	    in_a_folder(a_playbook_opens_alone_on_the_day_it_is_given),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
