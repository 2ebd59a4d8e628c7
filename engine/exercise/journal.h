/* journal: turns on disk, one JSON line each, chained by hash.
 * Owns the open file; promises that a turn is whole and synced when journal_append returns true, and absent otherwise;
 * that one process writes; that an existing journal is never overwritten. Never knows what a turn means. */
#ifndef EXERCISE_JOURNAL_H
#define EXERCISE_JOURNAL_H

#include "base/diag.h"
#include "exercise/event.h"

struct journal;

/* Creates `path` (0600, exclusively, locked, its folder synced). NULL after adding the reason in plain words: exists,
 * no such folder, read-only, disk full. */
struct journal *journal_create(const char *path, struct diags *diags);

/* Opens an existing journal to go on after its last whole turn; a torn last line is moved to PATH.torn and told as a
 * warning. Refuses a journal that another process writes. The chain is verified on the way. */
struct journal *journal_reopen(const char *path, struct diags *diags);
void journal_close(struct journal *journal); /* NULL is fine */

/* Encodes, chains, writes and syncs; false after adding the reason, with the file as it was. After a failed sync every
 * further call fails: nobody can know what the disk holds. */
bool journal_append(struct journal *journal, const struct event_turn *turn, const struct world *world,
                    struct diags *diags);

struct journal_reader;

/* Reads without locking; the file may still grow (board). NULL after adding the reason. */
struct journal_reader *journal_read(const char *path, struct diags *diags);
/* The same over a copy of bytes in memory, told about as `name`. */
struct journal_reader *journal_read_bytes(const char *bytes, size_t len, const char *name);

/* The next whole line, its chain and number checked; the caller owns the value. JOURNAL_MORE: nothing more yet (a torn
 * tail counts as nothing yet); JOURNAL_DAMAGED after adding the reason with its line number. */
enum journal_read { JOURNAL_LINE, JOURNAL_MORE, JOURNAL_DAMAGED };
enum journal_read journal_next(struct journal_reader *reader, struct jsn **line, struct diags *diags);
bool journal_torn(const struct journal_reader *reader);        /* bytes without a newline stand at the end */
int journal_lines(const struct journal_reader *reader);        /* whole lines read so far */
const char *journal_head(const struct journal_reader *reader); /* hex hash of the last whole line */
const char *journal_name(const struct journal_reader *reader); /* as it was given */
void journal_reader_free(struct journal_reader *reader);

#endif
