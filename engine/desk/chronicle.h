/* chronicle: the chapters of the after-action model that only tell: what came, what was done, who worked at what.
 * Owns nothing; promises rows with the same keys throughout, in order of the story or of time.
 * Never weighs: outcome does. Every tree is the caller's. */
#ifndef DESK_CHRONICLE_H
#define DESK_CHRONICLE_H

#include "base/jsn.h"
#include "exercise/session.h"

/* {to, takes}, seconds: how the story's time was laid over the room's. */
struct jsn *chronicle_pace(const struct session *session);

/* {no, id, t, from, to, channel, subject, text, extra, state, expects [{action, text, done}]}, for each inject that
 * this cut plays or that came all the same; `no` counts the story's injects from 1, `t` is null unless delivered. */
struct jsn *chronicle_injects(const struct session *session);

/* {id, text, t}: the first completion of each action, in order of time. */
struct jsn *chronicle_actions(const struct session *session);

/* {person, who, step, from, to}: a number per person; `to` is null while the step is not done. */
struct jsn *chronicle_work(const struct session *session);

#endif
