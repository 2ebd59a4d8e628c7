#include "desk/suite.h"

#include "base/path.h"
#include "content/texts.h"
#include "base/tree.h"
#include "desk/check_code.h"
#include "desk/shelf.h"
#include "desk/trial.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST = 1000 };

static const char answers[] = ".answers", lua[] = ".lua", beside[] = "tests";

struct suite {
	const char *folder; /* of the scenarios, with its last '/', or "" */
	const char *only;   /* a scenario's name; NULL: all */
	const char *playbook;
	struct arena *arena;
	struct diags *diags;
	struct text *out;
	struct jsn *list;             /* NULL: nobody asks for it */
	struct shape_texts scenarios; /* their names */
	struct trial *trials;
	size_t n, failed;
};

/* Names of a folder that end so, without their ending, sorted. */
static struct shape_texts list(const char *folder, const char *suffix, struct arena *arena)
{
	struct shape_texts names = {NULL, 0};
	DIR *dir = opendir(folder);
	for (const struct dirent *entry; dir && names.n < MOST && (entry = readdir(dir));)
		if (*entry->d_name != '.' && path_ends(entry->d_name, suffix) && !path_ends(entry->d_name, ".d.lua"))
			texts_add(&names, arena_ndup(arena, entry->d_name, path_without(entry->d_name, suffix)), arena);
	if (dir)
		closedir(dir);
	texts_sort(&names);
	return names;
}

/* The scenario that a test is of: the one it names, or comes nearest to when there is none of that name. NULL when it
 * names nothing. */
static const char *owner_of(const struct suite *s, const struct trial *trial)
{
	if (!trial->playing.scenario || texts_have(&s->scenarios, trial->playing.scenario))
		return trial->playing.scenario;
	return diag_nearest(trial->playing.scenario, s->scenarios.v, s->scenarios.n);
}

/* Reads a test; false when it can't be played. */
static bool read_trial(struct suite *s, const char *path, struct diags *diags, struct trial *trial)
{
	struct file *file = arena_alloc(s->arena, sizeof *file);
	*trial = (struct trial){.file = NULL};
	if (!file_read(path, path, s->arena, diags, file) || !trial_read(file, s->arena, diags, trial))
		return false;
	if (texts_have(&s->scenarios, trial->playing.scenario))
		return true;
	const char *nearest = owner_of(s, trial);
	diag_error(diags, (struct diag_place){path, 1, 0}, "there is no %s%s%s", s->folder, trial->playing.scenario,
	           lua);
	if (nearest)
		diag_hint(diags, "did you mean \"%s\"?", nearest);
	return diag_code(diags, "test-unreadable");
}

/* What was found from the `first` on is a remark: a test that names no scenario may be any other's. */
static void soften(struct diags *diags, size_t first)
{
	for (size_t i = first; i < diags->n; i++) {
		diags->errors -= diags->v[i].level == DIAG_ERROR;
		diags->v[i].level = DIAG_WARNING;
	}
}

static void tell_unplayed(struct suite *s, const char *path, bool ours)
{
	struct trial trial;
	size_t first = s->diags->n;
	read_trial(s, path, s->diags, &trial);
	if (ours)
		s->failed++;
	else
		soften(s->diags, first);
	text_addf(s->out, "%s: not played\n", path);
}

static void add_trial(struct suite *s, const char *path)
{
	struct trial trial;
	struct diags tried;
	diags_init(&tried);
	bool good = read_trial(s, path, &tried, &trial);
	const char *owner = owner_of(s, &trial);
	bool ours = !s->only || (owner && strcmp(s->only, owner) == 0);
	if (good && ours) {
		diags_source(s->diags, path, trial.file->bytes, trial.file->len);
		*(struct trial *)arena_push(s->arena, &s->trials, &s->n, sizeof trial) = trial;
	} else if (!good && (ours || !owner)) {
		tell_unplayed(s, path, ours);
	}
	diags_free(&tried);
}

static const char *plural(size_t n)
{
	return n == 1 ? "" : "s";
}

static void list_trial(struct jsn *tests, const struct trial *trial, size_t faults)
{
	struct jsn *row = tree_row(tests);
	tree_clean(row, "file", trial->file->name);
	tree_number(row, "expectations", (int64_t)trial->expectations);
	tree_number(row, "faults", (int64_t)faults);
}

/* Its line is told, and its row put into `tests` unless that is NULL. */
static void play_trial(struct suite *s, const struct trial *trial, struct coverage *coverage, struct jsn *tests)
{
	size_t refused = s->diags->refused;
	const char *path = arena_printf(s->arena, "%s%s%s", s->folder, trial->playing.scenario, lua);
	bool good = trial_play(trial, path, s->playbook, coverage, s->diags);
	size_t faults = s->diags->refused - refused;
	s->failed += !good;
	text_addf(s->out, "%s: ", trial->file->name);
	if (good)
		text_addf(s->out, "%zu expectation%s, all so\n", trial->expectations, plural(trial->expectations));
	else
		text_addf(s->out, "%zu fault%s\n", faults, plural(faults));
	if (tests)
		list_trial(tests, trial, faults);
}

static void list_scenario(const struct suite *s, const char *scenario, const struct coverage *coverage, struct jsn *row)
{
	tree_clean(row, "scenario", arena_printf(s->arena, "%s%s%s", s->folder, scenario, lua));
	if (coverage)
		coverage_list(coverage, tree_object(row, "coverage"));
	else
		tree_null(row, "coverage");
}

/* All tests of one scenario, and what they reached. */
static void play_scenario(struct suite *s, const char *scenario)
{
	struct coverage *coverage = coverage_new();
	struct jsn *row = s->list ? tree_row(s->list) : NULL, *tests = row ? tree_list(row, "tests") : NULL;
	size_t n = 0;
	for (size_t i = 0; i < s->n; i++) {
		if (strcmp(s->trials[i].playing.scenario, scenario) != 0)
			continue;
		play_trial(s, &s->trials[i], coverage, tests);
		n++;
	}
	if (n)
		text_addf(s->out, "%s%s%s: %zu test%s reached\n", s->folder, scenario, lua, n, plural(n));
	else if (!s->only)
		text_addf(s->out, "%s%s%s: no tests\n", s->folder, scenario, lua);
	coverage_tell(coverage, s->out);
	if (row)
		list_scenario(s, scenario, n ? coverage : NULL, row);
	coverage_free(coverage);
}

static bool nothing_to_run(struct suite *s, const char *path)
{
	diag_error(s->diags, (struct diag_place){path, 0, 0},
	           "no tests: they are files %s%s/NAME%s whose first line is  play %s", s->folder, beside, answers,
	           s->only ? s->only : "SCENARIO");
	return diag_code(s->diags, "no-tests");
}

static bool run_all(struct suite *s, const char *path)
{
	const char *folder = arena_printf(s->arena, "%s%s", s->folder, beside);
	struct shape_texts names = list(folder, answers, s->arena);
	for (size_t i = 0; i < names.n; i++)
		add_trial(s, arena_printf(s->arena, "%s/%s%s", folder, names.v[i], answers));
	if (!s->n && !s->failed)
		return nothing_to_run(s, path);
	for (size_t i = 0; i < s->scenarios.n; i++)
		if (!s->only || strcmp(s->only, s->scenarios.v[i]) == 0)
			play_scenario(s, s->scenarios.v[i]);
	return s->failed == 0;
}

/* One test alone; its scenario lies in the folder above. */
static bool run_one(struct suite *s, const char *path)
{
	const char *folder = arena_ndup(s->arena, path, path_folder(path));
	s->folder = arena_printf(s->arena, "%s../", folder);
	if (path_ends(folder, "tests/"))
		s->folder = arena_ndup(s->arena, folder, path_without(folder, "tests/"));
	s->scenarios = list(*s->folder ? s->folder : ".", lua, s->arena);
	add_trial(s, path);
	if (s->n)
		play_scenario(s, s->trials[0].playing.scenario);
	return s->failed == 0;
}

static bool is_folder(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* A path without a "./" in front. */
static const char *bare(const char *path)
{
	while (strncmp(path, "./", 2) == 0)
		path += 2;
	return path;
}

static bool run(struct suite *s, const char *path)
{
	char where[SHELF_PATH];
	if (path_ends(path, answers))
		return run_one(s, path);
	if (is_folder(path)) {
		s->folder = bare(arena_printf(s->arena, "%s%s", path, path[strlen(path) - 1] == '/' ? "" : "/"));
	} else if (!shelf_find("lua", path, where, s->diags)) {
		return false;
	} else if (!path_ends(where, lua)) {
		return diag_error(s->diags, (struct diag_place){path, 0, 0},
		                  "tests are those of a scenario (%s), of a folder, or one file %s", lua, answers);
	} else {
		const char *found = bare(where);
		s->folder = arena_ndup(s->arena, found, path_folder(found));
		s->only =
		    arena_ndup(s->arena, found + strlen(s->folder), strlen(found) - strlen(s->folder) - strlen(lua));
	}
	s->scenarios = list(*s->folder ? s->folder : ".", lua, s->arena);
	return run_all(s, path);
}

bool suite_run(const char *path, const char *playbook, struct diags *diags, struct text *out, struct jsn *list)
{
	struct suite suite = {
	    .folder = "", .playbook = playbook, .arena = arena_new(), .diags = diags, .out = out, .list = list};
	bool good = run(&suite, path);
	check_code_complete(diags);
	arena_free(suite.arena);
	return good;
}
