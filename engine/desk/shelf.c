#include "desk/shelf.h"

#include "base/path.h"
#include "content/hookscan.h"
#include "content/texts.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROOTS = 4, INCLUDES = 64, REGIMES = 256, NAMES_MANY = 4096 };

static const struct shelf_kind {
	const char *kind, *folder, *ending, *what;
} kinds[] = {{"lua", "scenarios", ".lua", "scenario"},
             {"yaml", "playbooks", ".yaml", "playbook"},
             {"words", "comms-templates", ".yaml", "language"},
             {"letters", "comms-templates", ".mustache", "notice"}};

struct roots { /* folders that hold scenarios/ and playbooks/, in the order in which they are looked at */
	char v[ROOTS][SHELF_PATH];
	size_t n;
};

static const struct shelf_kind *kind_of(const char *kind)
{
	size_t i = 0;
	while (strcmp(kinds[i].kind, kind) != 0)
		i++;
	return &kinds[i];
}

static struct diag_place whole(const char *name)
{
	return (struct diag_place){name, 0, 0};
}

/* The folder above the one that the program lies in: a build tree has its content there. */
static bool beside_program(char folder[SHELF_PATH])
{
#ifdef __linux__
	ssize_t len = readlink("/proc/self/exe", folder, SHELF_PATH - 1);
	if (len <= 0 || len >= SHELF_PATH - 1)
		return false;
	folder[len] = '\0';
	for (int up = 0; up < 2; up++) {
		char *slash = strrchr(folder, '/');
		if (!slash || slash == folder)
			return false;
		*slash = '\0';
	}
	return true;
#else
	(void)folder;
	return false;
#endif
}

static struct roots all_roots(void)
{
	static const char *const below[] = {"", "/share/drill72"}; /* a build tree, an installed prefix */
	struct roots roots = {.v = {"."}, .n = 1};
	char program[SHELF_PATH];
	for (size_t i = 0; beside_program(program) && i < sizeof below / sizeof *below; i++)
		snprintf(roots.v[roots.n++], SHELF_PATH, "%.*s%s", SHELF_PATH - 32, program, below[i]);
	if (strlen(DATADIR) < SHELF_PATH)
		snprintf(roots.v[roots.n++], SHELF_PATH, "%s", DATADIR);
	return roots;
}

static void sort_once(struct shape_texts *names)
{
	size_t kept = 0;
	texts_sort(names);
	for (size_t i = 0; i < names->n; i++)
		if (!kept || strcmp(names->v[kept - 1], names->v[i]) != 0)
			names->v[kept++] = names->v[i];
	names->n = kept;
}

/* Adds the names in a folder that end so, without the ending; at most `most` in all. */
static void list(const char *folder, const char *ending, size_t most, struct arena *arena, struct shape_texts *out)
{
	DIR *dir = opendir(folder);
	if (!dir)
		return;
	for (const struct dirent *entry; out->n < most && (entry = readdir(dir));)
		if (*entry->d_name != '.' && path_ends(entry->d_name, ending))
			texts_add(out, arena_ndup(arena, entry->d_name, path_without(entry->d_name, ending)), arena);
	closedir(dir);
}

struct shape_texts shelf_names(const char *kind, struct arena *arena)
{
	struct shape_texts names = {0};
	struct roots roots = all_roots();
	char folder[SHELF_PATH];
	size_t kept = 0;
	for (size_t i = 0; i < roots.n; i++)
		if (path_join(folder, SHELF_PATH, roots.v[i], kind_of(kind)->folder, ""))
			list(folder, kind_of(kind)->ending, NAMES_MANY, arena, &names);
	sort_once(&names);
	for (size_t i = 0; i < names.n; i++)
		if (strcmp(names.v[i], "actions") != 0 && !path_ends(names.v[i], ".d")) /* x.d.lua is for editors */
			names.v[kept++] = names.v[i];
	names.n = kept;
	return names;
}

static bool on_shelf(const struct shelf_kind *kind, const char *name, char path[SHELF_PATH])
{
	struct roots roots = all_roots();
	char folder[SHELF_PATH];
	for (size_t i = 0; i < roots.n; i++)
		if (path_join(folder, SHELF_PATH, roots.v[i], kind->folder, "") &&
		    path_join(path, SHELF_PATH, folder, name, kind->ending) && file_there(path))
			return true;
	return false;
}

static bool not_found(const struct shelf_kind *kind, const char *name, struct diags *diags)
{
	struct shape_texts names = shelf_names(kind->kind, diags->arena);
	const char *nearest = diag_nearest(name, names.v, names.n);
	struct roots roots = all_roots();
	struct text looked = {0};
	for (size_t i = 0; i < roots.n; i++)
		text_addf(&looked, "%s%s/%s", i ? ", " : "", roots.v[i], kind->folder);
	diag_error(diags, whole(name), "no such %s; looked in %s", kind->what, looked.data);
	for (size_t i = 0; !nearest && i < names.n; i++)
		nearest = strncmp(names.v[i], name, strlen(name)) == 0 ? names.v[i] : NULL;
	if (nearest)
		diag_hint(diags, "did you mean \"%s\"?", nearest);
	text_free(&looked);
	return false;
}

bool shelf_find(const char *kind_name, const char *name, char path[SHELF_PATH], struct diags *diags)
{
	const struct shelf_kind *kind = kind_of(kind_name);
	bool is_path = strchr(name, '/') || path_ends(name, kind->ending);
	size_t len = strlen(name);
	if (len + strlen(kind->folder) + 16 > SHELF_PATH)
		return diag_error(diags, whole("(a path)"), "has %zu bytes; at most %d", len, SHELF_PATH - 32);
	if (!len)
		return diag_error(diags, whole("(no name)"), "name a %s", kind->what);
	snprintf(path, SHELF_PATH, "%s", name);
	if (is_path && file_there(path))
		return true;
	snprintf(path, SHELF_PATH, "%s%s", name, kind->ending);
	if (strchr(name, '/') && file_there(path))
		return true;
	char bare[SHELF_PATH];
	snprintf(bare, sizeof bare, "%.*s", (int)path_without(name, kind->ending), name);
	if (!strchr(name, '/') && on_shelf(kind, bare, path))
		return true;
	return strchr(name, '/') ? diag_error(diags, whole(name), "no such file") : not_found(kind, name, diags);
}

/* As it is told and recorded: scenarios/x.lua when it lies on a shelf, or below the folder we are in, or x.lua alone.
 * The same file is called the same on every machine. */
static const char *shown(const char *path, const struct shelf_kind *kind, struct arena *arena)
{
	char here[SHELF_PATH];
	struct roots roots = all_roots();
	for (size_t i = roots.n; i-- > 1;) { /* an installed prefix before the tree it lies in */
		size_t len = strlen(roots.v[i]);
		if (strncmp(path, roots.v[i], len) == 0 && path[len] == '/' && file_name_safe(path + len + 1))
			return arena_dup(arena, path + len + 1);
	}
	if (getcwd(here, sizeof here) && strncmp(path, here, strlen(here)) == 0 && path[strlen(here)] == '/')
		path += strlen(here) + 1;
	while (strncmp(path, "./", 2) == 0)
		path += 2;
	if (file_name_safe(path))
		return arena_dup(arena, path);
	const char *base = path_name(path);
	return file_name_safe(base) ? arena_dup(arena, base) : arena_printf(arena, "mine%s", kind->ending);
}

/* Reading a set: all that can be read is read, so that every fault can be told. */
struct reading {
	const struct shelf_choice *choice;
	struct arena *arena;
	struct diags *diags;
	struct world_sources sources;
	const char *folder;               /* of the scenario; includes lie below it */
	const char *prefix;               /* the same as shown: "scenarios/" or "" */
	bool scenario, playbook, actions; /* could be read */
};

static const char *folder_of(const char *path, struct arena *arena)
{
	return arena_ndup(arena, path, path_folder(path));
}

static void announce(const struct reading *r, const char *path)
{
	if (r->choice->reads)
		r->choice->reads(r->choice->context, path);
}

static bool read_file(struct reading *r, const char *path, const char *name, struct file *out)
{
	announce(r, path);
	return file_read(path, name, r->arena, r->diags, out);
}

static bool read_kind(struct reading *r, const char *kind, const char *name, char path[SHELF_PATH], struct file *out)
{
	return shelf_find(kind, name, path, r->diags) && read_file(r, path, shown(path, kind_of(kind), r->arena), out);
}

/* Something that lies beside the playbook, else on the shelf: actions.yaml, regimes. NULL when nowhere. */
static const char *beside(struct reading *r, const char *playbook, const char *what, const char **name)
{
	struct roots roots = all_roots();
	const char *path = arena_printf(r->arena, "%s%s", folder_of(playbook, r->arena), what);
	for (size_t i = 0; !*playbook || !file_there(path); i++) {
		if (i == roots.n)
			return NULL;
		path = arena_printf(r->arena, "%s/playbooks/%s", roots.v[i], what);
		playbook = path;
	}
	*name = shown(path, &kinds[1], r->arena);
	return path;
}

static void read_actions(struct reading *r, const char *playbook)
{
	const char *name, *path = beside(r, playbook, "actions.yaml", &name);
	if (path)
		r->actions = read_file(r, path, name, &r->sources.actions);
	else
		diag_error(r->diags, whole("actions.yaml"),
		           "no such file, neither beside the playbook nor on the shelf");
}

static void read_regimes(struct reading *r, const char *playbook)
{
	struct shape_texts names = {0};
	const char *shown_as, *folder = beside(r, playbook, "regimes", &shown_as);
	if (folder)
		list(folder, ".yaml", REGIMES, r->arena, &names);
	sort_once(&names);
	if (!names.n)
		diag_error(r->diags, whole("playbooks/regimes"), "no laws there: no clock could run");
	for (size_t i = 0; i < names.n; i++) {
		struct file file;
		if (read_file(r, arena_printf(r->arena, "%s/%s.yaml", folder, names.v[i]),
		              arena_printf(r->arena, "%s/%s.yaml", shown_as, names.v[i]), &file))
			*(struct file *)arena_push(r->arena, &r->sources.regimes, &r->sources.nregimes, sizeof file) =
			    file;
	}
}

static const struct file *find_include(const struct world_sources *sources, const char *name)
{
	for (size_t i = 0; i < sources->nincludes; i++)
		if (strcmp(sources->includes[i].name, name) == 0)
			return &sources->includes[i];
	return NULL;
}

/* The name that an include has in the record; NULL after adding the fault. */
static const char *include_name(const char *prefix, const char *name, struct arena *arena, struct diags *diags,
                                struct diag_place place)
{
	if (strlen(name) > SHELF_PATH / 4 || !file_name_safe(name)) {
		diag_error(diags, place, "include wants the name of a file below this folder");
		return NULL;
	}
	return arena_printf(arena, "%s%s%s", prefix, name, path_ends(name, ".lua") ? "" : ".lua");
}

static const struct file *include_from_folder(void *context, const char *name, struct diag_place place)
{
	struct reading *r = context;
	const char *recorded = include_name(r->prefix, name, r->arena, r->diags, place);
	if (!recorded)
		return NULL;
	const char *path = arena_printf(r->arena, "%s%s", r->folder, recorded + strlen(r->prefix));
	struct file *file = arena_alloc(r->arena, sizeof *file);
	announce(r, path); /* one that is not there may come */
	const char *wrong = !file_there(path) ? "is not there" : file_below(r->folder, path) ? NULL : "leads elsewhere";
	if (wrong) {
		diag_error(r->diags, place, "nothing to include: %s %s", recorded, wrong);
		return NULL;
	}
	if (r->sources.nincludes == INCLUDES) {
		diag_error(r->diags, place, "more than %d includes", INCLUDES);
		return NULL;
	}
	if (!file_read(path, recorded, r->arena, r->diags, file))
		return NULL;
	*(struct file *)arena_push(r->arena, &r->sources.includes, &r->sources.nincludes, sizeof *file) = *file;
	return file;
}

/* When no world can be built, what was read is still looked through for faults. */
static void look_through(struct reading *r, struct yml *declarations)
{
	struct shape_reader reader = {r->arena, r->diags, "en"};
	struct names names = {.arena = r->arena};
	bool known = r->actions && vocabulary_load(&r->sources.actions, &reader, &names);
	bool playable = known && r->playbook && playbook_load(&r->sources.playbook, &reader, &names);
	if (playable && declarations)
		story_load(declarations, &reader, &names);
	for (size_t i = 0; i < r->sources.nregimes; i++)
		regime_load(&r->sources.regimes[i], &reader);
}

static void read_all(struct reading *r, const struct shelf_choice *choice)
{
	char path[SHELF_PATH], playbook[SHELF_PATH] = "";
	r->scenario = choice->scenario && read_kind(r, "lua", choice->scenario, path, &r->sources.scenario);
	if (r->scenario) {
		r->folder = folder_of(path, r->arena);
		r->prefix = folder_of(r->sources.scenario.name, r->arena);
	}
	r->playbook =
	    read_kind(r, "yaml", choice->playbook ? choice->playbook : "sme-ecommerce", playbook, &r->sources.playbook);
	read_actions(r, r->playbook ? playbook : "");
	read_regimes(r, r->playbook ? playbook : "");
}

/* A recorded drill goes on with the hooks it has; a new one begins only with sound ones. */
static bool hooks_know_their_view(const struct world *world, struct diags *diags)
{
	const struct file *scenario = &world->sources.scenario;
	bool fine = !scenario->name || hookscan_file(scenario, &world->names, world->story, diags);
	for (size_t i = 0; i < world->sources.nincludes; i++)
		fine = hookscan_file(&world->sources.includes[i], &world->names, world->story, diags) && fine;
	return fine;
}

bool shelf_open(const struct shelf_choice *choice, struct diags *diags, struct shelf_set *set)
{
	struct reading r = {.choice = choice, .arena = arena_new(), .diags = diags};
	struct scenario_files files = {include_from_folder, &r};
	struct world_options options = {choice->lang,    choice->extended, choice->t0,       choice->starts,
	                                choice->company, choice->lent,     !choice->playbook};
	struct yml *declarations = NULL;
	size_t refused = diags->refused;
	*set = (struct shelf_set){0};
	read_all(&r, choice);
	if (r.scenario)
		set->scenario = scenario_load(&r.sources.scenario, &files, r.arena, diags, &declarations);
	if (diags->refused == refused) {
		set->world = world_build(r.arena, &r.sources, declarations, &options, diags);
		r.arena = set->world ? set->world->arena : NULL;
	} else {
		look_through(&r, set->scenario ? declarations : NULL);
	}
	if (set->world && hooks_know_their_view(set->world, diags))
		return true;
	scenario_free(set->scenario);
	*set = (struct shelf_set){0};
	arena_free(r.arena);
	return false;
}

bool shelf_page(const char *name, bool own, struct arena *arena, struct diags *diags, struct file *out)
{
	const struct shelf_kind *kind = kind_of("words");
	struct roots roots = all_roots();
	char folder[SHELF_PATH], path[SHELF_PATH];
	for (size_t i = own ? 0 : 1; i < (own ? 1 : roots.n) && file_name_safe(name); i++)
		if (path_join(folder, SHELF_PATH, roots.v[i], kind->folder, "") &&
		    path_join(path, SHELF_PATH, folder, name, "") && file_there(path))
			return file_read(path, shown(path, kind, arena), arena, diags, out);
	return false;
}

bool shelf_shipped(const char *name, struct arena *arena, struct diags *diags, struct file *out)
{
	struct roots roots = all_roots();
	char path[SHELF_PATH];
	for (size_t i = 1; i < roots.n; i++)
		if (path_join(path, SHELF_PATH, roots.v[i], name, "") && file_there(path))
			return file_read(path, name, arena, diags, out);
	return false;
}

struct embedded {
	const struct world *world;
	struct diags *diags;
};

static const struct file *include_from_journal(void *context, const char *name, struct diag_place place)
{
	const struct embedded *e = context;
	const struct world_sources *sources = &e->world->sources;
	const char *prefix = folder_of(sources->scenario.name, e->world->arena);
	const char *recorded = include_name(prefix, name, e->world->arena, e->diags, place);
	const struct file *file = recorded ? find_include(sources, recorded) : NULL;
	if (recorded && !file)
		diag_error(e->diags, place, "the journal does not hold %s", recorded);
	return file;
}

struct scenario *shelf_hooks(const struct world *world, struct diags *diags)
{
	struct embedded embedded = {world, diags};
	struct scenario_files files = {include_from_journal, &embedded};
	struct yml *declarations;
	if (!world->sources.scenario.name) {
		diag_error(diags, whole("(journal)"), "holds no scenario");
		return NULL;
	}
	return scenario_load(&world->sources.scenario, &files, world->arena, diags, &declarations);
}

void shelf_close(struct shelf_set *set)
{
	scenario_free(set->scenario); /* it points into the world's memory */
	world_free(set->world);
	*set = (struct shelf_set){0};
}
