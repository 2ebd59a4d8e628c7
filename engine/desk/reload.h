/* reload: a room made again from files that were edited, with the run so far taken onto it.
 * Owns nothing; promises that the room it was given stays as it was unless everything fits, that its record is left
 * alone, and that no half-made record is left behind. Never shows anything: it says what to tell. */
#ifndef DESK_RELOAD_H
#define DESK_RELOAD_H

#include "desk/room.h"

/* Exchanges `room`, which was opened with `setup`, for one of the files as they are now; `changed` is the path that is
 * told. False when it stays. `faults` gets those of the files, as they are rendered; `said` a sentence on how it
 * stands. */
bool reload_room(struct room *room, const struct room_setup *setup, const char *changed, struct text *faults,
                 struct text *said);

/* A sentence for each file of the record that has changed since, where it lies beside the reader; nothing when none is.
 */
void reload_differs(const struct room *room, struct text *said);

#endif
