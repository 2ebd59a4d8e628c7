/* record: a journal read back: its world, its session folded, its turns.
 * Owns all three; promises that no Lua runs, and that a damaged journal is told with its line and read no further.
 * Never writes. */
#ifndef EXERCISE_RECORD_H
#define EXERCISE_RECORD_H

#include "exercise/journal.h"
#include "exercise/session.h"

struct record {
	struct arena *arena; /* of the turns */
	struct world *world;
	struct session *session;
	struct jsn *first; /* the first line: `data` of its event lives there */
	struct event_start start;
	struct event_turn *turns; /* every one so far, when kept */
	size_t count;             /* of all turns read, kept or not */
	bool keep, torn, damaged; /* damaged: read no further */
	struct journal_reader *reader;
};

/* Reads `path` to its end. False after adding the reason; record_close is due either way. `keep` holds on to the turns.
 */
bool record_open(struct record *record, const char *path, bool keep, struct diags *diags);

/* Reads what has been appended since (board); the number of new turns, -1 after adding the reason. */
int record_follow(struct record *record, struct diags *diags);
void record_close(struct record *record);

#endif
