#include "desk/check_folder.h"

#include "base/path.h"
#include "content/texts.h"
#include "desk/shelf.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEPTH = 6 };

static bool known(const char *name)
{
	static const char *const endings[] = {".lua", ".yaml", ".yml", ".mustache"};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (path_ends(name, endings[i]))
			return !path_ends(name, ".d.lua");
	return false;
}

/* What lies in the folder itself, by path. */
static struct shape_texts entries(const char *folder, struct arena *arena)
{
	struct shape_texts found = {NULL, 0};
	bool slash = path_ends(folder, "/") || strcmp(folder, "/") == 0;
	DIR *dir = opendir(folder);
	if (!dir)
		return found;
	for (const struct dirent *entry; found.n < CHECK_FOLDER_MOST && (entry = readdir(dir));)
		if (*entry->d_name != '.' && strcmp(entry->d_name, "lib") != 0)
			texts_add(&found, arena_printf(arena, "%s%s%s", folder, slash ? "" : "/", entry->d_name),
			          arena);
	closedir(dir);
	texts_sort(&found);
	return found;
}

static void gather(const char *folder, int depth, struct arena *arena, struct shape_texts *files)
{
	struct shape_texts found = entries(folder, arena);
	for (size_t i = 0; i < found.n && files->n < CHECK_FOLDER_MOST; i++) {
		struct stat st;
		if (lstat(found.v[i], &st) < 0)
			continue;
		if (S_ISDIR(st.st_mode) && depth < DEPTH)
			gather(found.v[i], depth + 1, arena, files);
		else if (S_ISREG(st.st_mode) && known(found.v[i]))
			texts_add(files, found.v[i], arena);
	}
}

bool check_folder(const char *path, struct arena *arena, struct shape_texts *files)
{
	struct stat st;
	if (stat(path, &st) < 0 || !S_ISDIR(st.st_mode))
		return false;
	gather(path, 1, arena, files);
	return true;
}

const char *check_folder_named(const char *name, struct arena *arena)
{
	static const char *const kinds[] = {"lua", "yaml"};
	struct stat st;
	if (!*name || strchr(name, '/') || stat(name, &st) == 0)
		return name;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		char path[SHELF_PATH];
		struct diags none;
		diags_init(&none);
		bool found = shelf_find(kinds[i], name, path, &none);
		diags_free(&none);
		if (found)
			return arena_dup(arena, path);
	}
	return name;
}
