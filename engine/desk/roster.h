/* roster: who is in the room, and which roles each plays.
 * Owns nothing; promises that every role of the drill is held by somebody who is there, deputies first.
 * Never writes: it says which acts to take. */
#ifndef DESK_ROSTER_H
#define DESK_ROSTER_H

#include "base/text.h"
#include "exercise/session.h"

/* Reads "Mei Lin, owner": the person and the roles that the playbook, or the job's words, give them. False with a
 * sentence in `why` when no role can be told. `act` is ACT_ROSTER; texts are of the arena. */
bool roster_read(const struct session *session, const char *line, struct arena *arena, struct act *act,
                 char why[ACT_WHY]);

/* Whether a line is a command even before anybody is seated: help, leaving and undo. All else is a name and a job. */
bool roster_reserves(const char *line);

/* Whether two such lines name one person: then the second mends the first. */
bool roster_same(const struct session *session, const char *before, const char *line);

/* Appends what is asked before it is taken, with who came for a role and loses it:
 * "-> incident-lead, support (taken from Ana). Right? [Enter]". */
void roster_ask(const struct session *session, const struct act *act, struct text *out);

/* The next role whose holder is not among those present, and who takes it instead: the deputy, somebody whose roles
 * cover it, the owner, or the first who came. False when no role is left, or nobody is present. */
bool roster_gap(const struct session *session, struct arena *arena, struct act *act);

#endif
