#include "desk/watch.h"

#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

enum { GONE = 3 }; /* looks: an editor that removes and renames is done by then */

struct stamp {
	int64_t seconds, nanoseconds, inode; /* editors that write a new file keep its name alone */
	int64_t size;                        /* -1: not there */
};

struct watch_file {
	const char *path;
	struct stamp known, seen; /* as last told; as last looked at */
	int missed;               /* looks since it was there */
	bool told;                /* that it is gone */
	bool noted;               /* since the files were read last */
};

static bool stamp_of(const char *path, struct stamp *out)
{
	struct stat about;
	if (stat(path, &about) != 0)
		return false;
	*out = (struct stamp){(int64_t)about.st_mtim.tv_sec, (int64_t)about.st_mtim.tv_nsec, (int64_t)about.st_ino,
	                      (int64_t)about.st_size};
	return true;
}

static bool same(const struct stamp *a, const struct stamp *b)
{
	return a->seconds == b->seconds && a->nanoseconds == b->nanoseconds && a->inode == b->inode &&
	       a->size == b->size;
}

/* As it is now, whatever it was. */
static void know(struct watch_file *file)
{
	if (!stamp_of(file->path, &file->known))
		file->known = (struct stamp){.size = -1};
	file->seen = file->known;
}

void watch_begin(struct watch *watch)
{
	if (!watch->arena)
		watch->arena = arena_new();
	for (size_t i = 0; i < watch->n; i++) {
		know(&watch->files[i]);
		watch->files[i].noted = false;
	}
}

/* What was never there is told by whoever looked for it. */
void watch_note(void *context, const char *path)
{
	struct watch *watch = context;
	struct watch_file *file = NULL;
	for (size_t i = 0; i < watch->n && !file; i++)
		if (strcmp(watch->files[i].path, path) == 0)
			file = &watch->files[i];
	if (!file) {
		file = arena_push(watch->arena, &watch->files, &watch->n, sizeof *file);
		*file = (struct watch_file){.path = arena_dup(watch->arena, path)};
		know(file);
		file->told = file->known.size < 0;
	}
	file->noted = true;
}

void watch_end(struct watch *watch, bool good)
{
	size_t kept = 0;
	for (size_t i = 0; i < watch->n; i++)
		if (watch->files[i].noted || !good)
			watch->files[kept++] = watch->files[i];
	watch->n = kept;
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
