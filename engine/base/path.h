/* path: the parts of a file's path: its folder, its name, what the name ends in.
 * Owns nothing: what it gives is a piece of the path, or the caller's own. Promises that a '.' in a folder's name is no
 * ending. Never asks the disk. */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <stdbool.h>
#include <stddef.h>

/* The name without its folder. */
const char *path_name(const char *path);

/* How many bytes its folder has, with the last '/'; 0 when it names none. */
size_t path_folder(const char *path);

/* ".csv": from the name's last '.' on; NULL when nothing follows one, and for no path (NULL). */
const char *path_ending(const char *path);

/* How many bytes stand before the ending; all of a name that has no other '.' than its first byte. */
size_t path_stem(const char *path);

/* Whether there is more to it than this ending (".lua", ".d.lua"); and how many bytes stand before it, else all. */
bool path_ends(const char *path, const char *ending);
size_t path_without(const char *path, const char *ending);

/* Writes FOLDER/NAME and the ending. False when it does not fit into `size` bytes; `path` is empty then. */
bool path_join(char *path, size_t size, const char *folder, const char *name, const char *ending);

/* Which of `names`, which NULL ends, its ending is, in small letters or large ones; ".htm" is html. -1: none. */
int path_kind(const char *path, const char *const *names);

#endif
