/* luascan: where each declaration and key of a scenario's source stands.
 * Owns its table (an arena's); promises a line for every `keyword "id" {` and every `key =` in it, and tells
 * duplicate keys, declarations without a body, and curly quotes. Never runs anything and never fails on bad Lua. */
#ifndef CONTENT_LUASCAN_H
#define CONTENT_LUASCAN_H

#include "base/file.h"
#include "content/yml.h"

struct luascan;

/* Scans one file for declarations of the given keywords (NULL-terminated); faults go to `diags`. */
struct luascan *luascan_file(const struct file *file, const char *const *keywords, struct arena *arena,
                             struct diags *diags);

/* The line on which the n-th use (from 0) of `keyword` with `id` begins; 0 when it was not found literally. */
int luascan_declaration(const struct luascan *scan, const char *keyword, const char *id, int nth);

/* Gives every node and key of a declaration's body the place of its token, walking the table constructors of the source
 * beside the nodes; what was computed keeps the declaration's place. */
void luascan_place(const struct luascan *scan, const char *keyword, const char *id, int nth, struct yml *body);

/* The line before which, going by the indentation, a { should have been closed, and the line of that {; 0 where all is
 * set in as it is nested. Asked when Lua found one open: it names the outermost. */
int luascan_unclosed(const struct luascan *scan, int *opened);

#endif
