/* file: a whole file, read with suspicion.
 * Owns what it reads (an arena's); promises a bounded, regular, UTF-8 file without NUL or a clear reason.
 * Never follows a name out of the folder it was given. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

enum { FILE_MAX = 4 * 1024 * 1024 }; /* bytes; an authored file is far smaller */

struct file {
	const char *name;  /* as shown to people and recorded: relative, never absolute */
	const char *bytes; /* NUL-terminated; without byte-order mark, CRLF turned into LF */
	size_t len;
};

/* Reads `path`, to be told about as `name`. On failure (missing, empty, a folder, a device, over FILE_MAX, not UTF-8,
 * control characters other than tab and newline) adds an error with its line where there is one; returns false.
 * The bytes are registered with the findings (diags_source). */
bool file_read(const char *path, const char *name, struct arena *arena, struct diags *diags, struct file *out);

/* The same for what a mail program or a word processor wrote, which may be in windows-1252 or ISO 8859-1: that is told
 * as a warning where nothing in the file names it. Another set is refused by the name that the file gives it. Lines
 * that end with CR alone, as an old Mac's do, are lines. */
bool file_read_document(const char *path, const char *name, struct arena *arena, struct diags *diags, struct file *out);

/* The same checks over bytes already in memory (a journal's embedded source, a fuzzer's input). */
bool file_take(const char *bytes, size_t len, const char *name, struct arena *arena, struct diags *diags,
               struct file *out);

bool file_there(const char *path); /* or a folder, a device: whatever it leads to */

/* True for a relative name that stays below its folder: no "..", no leading "/", no control characters. */
bool file_name_safe(const char *name);

/* True when what `path` leads to, every link followed, lies below the folder ("" is the current one). */
bool file_below(const char *folder, const char *path);

#endif
