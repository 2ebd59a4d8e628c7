#include "desk/watch.h"

#include <string.h>
#include <sys/stat.h>

enum { GONE = 3 }; /* looks: an editor that removes and renames is done by then */

struct stamp {
	int64_t seconds, nanoseconds, size, inode; /* editors that write a new file keep its name alone */
};

struct watch_file {
	const char *path;
	struct stamp known, seen; /* as last told; as last looked at */
	int missed;               /* looks since it was there */
	bool told;                /* that it is gone */
};

static bool stamp_of(const char *path, struct stamp *out)
{
	struct stat about;
	if (stat(path, &about) != 0)
		return false;
	*out = (struct stamp){(int64_t)about.st_mtim.tv_sec, (int64_t)about.st_mtim.tv_nsec, (int64_t)about.st_size,
	                      (int64_t)about.st_ino};
	return true;
}

static bool same(const struct stamp *a, const struct stamp *b)
{
	return a->seconds == b->seconds && a->nanoseconds == b->nanoseconds && a->size == b->size &&
	       a->inode == b->inode;
}

static void add(struct watch *watch, const char *path)
{
	struct watch_file file = {.path = arena_dup(watch->arena, path)};
	if (stamp_of(path, &file.known)) {
		file.seen = file.known;
		*(struct watch_file *)arena_push(watch->arena, &watch->files, &watch->n, sizeof file) = file;
	}
}

/* Up to and with the last '/'. */
static int folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? (int)(slash - path) + 1 : 0;
}

/* An include lies below its scenario's folder, in the record as on the disk. */
static void add_includes(struct watch *watch, const char *path, const struct world_sources *sources)
{
	int prefix = folder(sources->scenario.name);
	for (size_t i = 0; i < sources->nincludes; i++)
		add(watch,
		    arena_printf(watch->arena, "%.*s%s", folder(path), path, sources->includes[i].name + prefix));
}

bool watch_open(struct watch *watch, const struct shelf_choice *choice, const struct world *world, struct diags *diags)
{
	char path[SHELF_PATH];
	*watch = (struct watch){.arena = arena_new()};
	if (!shelf_find("lua", choice->scenario, path, diags))
		return false;
	add(watch, path);
	add_includes(watch, path, &world->sources);
	if (!shelf_find("yaml", choice->playbook ? choice->playbook : "sme-ecommerce", path, diags))
		return false;
	add(watch, path);
	return true;
}

void watch_close(struct watch *watch)
{
	if (watch->arena)
		arena_free(watch->arena);
	*watch = (struct watch){0};
}

static bool has_rested(struct watch_file *file)
{
	struct stamp now;
	bool there = stamp_of(file->path, &now);
	file->missed = there ? 0 : file->missed < GONE ? file->missed + 1 : GONE;
	file->told = file->told && !there;
	if (!there)
		return false; /* between an editor's removing and its renaming, or gone */
	bool rested = same(&now, &file->seen);
	file->seen = now;
	return rested;
}

const char *watch_look(struct watch *watch)
{
	for (size_t i = 0; i < watch->n; i++) {
		struct watch_file *file = &watch->files[i];
		if (has_rested(file) && !same(&file->seen, &file->known)) {
			file->known = file->seen;
			return file->path;
		}
	}
	return NULL;
}

const char *watch_gone(struct watch *watch)
{
	for (size_t i = 0; i < watch->n; i++) {
		struct watch_file *file = &watch->files[i];
		if (file->missed == GONE && !file->told) {
			file->told = true;
			return file->path;
		}
	}
	return NULL;
}
