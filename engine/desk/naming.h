/* naming: what a world holds, as a page calls it: roles, moments, actions, lengths of time.
 * Owns the words it was opened with (naming_close); promises that an id for which the language has no word is shown as
 * its author wrote it, and that what is not there is null. Never knows a session. */
#ifndef DESK_NAMING_H
#define DESK_NAMING_H

#include "base/tree.h"
#include "content/phrase.h"
#include "content/world.h"

struct naming {
	const struct world *world;     /* borrowed */
	const struct phrases *phrases; /* borrowed */
	struct jsn *words;
};

void naming_open(struct naming *naming, const struct world *world, const struct phrases *phrases);
void naming_close(struct naming *naming);

/* Puts the word for an id (kit.GROUP.ID) under `key`. */
void naming_put(const struct naming *naming, const char *group, const char *id, struct jsn *object, const char *key);

/* The words of several ids, as the language strings them together; null when there are none. */
void naming_put_all(const struct naming *naming, const char *group, const struct shape_texts *ids, struct jsn *object,
                    const char *key);

/* An author's text, with its terms replaced, and cleaned; null for NULL. A NULL key appends to a list. */
void naming_put_told(const struct naming *naming, const char *s, struct jsn *object, const char *key);

/* "Incident lead (Mei Lin)": who holds it on paper. */
void naming_put_role(const struct naming *naming, const char *role, struct jsn *object, const char *key);

void naming_put_span(const struct naming *naming, int32_t seconds, struct jsn *object, const char *key);
void naming_put_due(const struct naming *naming, const struct shape_due *due, struct jsn *object, const char *key);

/* An instant of the story: "T+5:12" under `stamp`, its local date and time under `date`; null for SHAPE_UNSET. */
void naming_put_instant(const struct naming *naming, int32_t t, struct jsn *object);

/* Whom a deadline is owed to (`party`), by when (`within`: "aware + 72h"), by which law or clause (`law`). */
void naming_put_deadline(const struct naming *naming, int deadline, struct jsn *row);

/* An action as an order: "Switch the account off without deleting it". */
const char *naming_action(const struct naming *naming, int action);

/* "41,200" */
void naming_put_count(int32_t n, struct jsn *object, const char *key);

#endif
