/* attest: a value, its name and what stands behind it, as a page for lawyers writes them.
 * Owns the words it was opened with (attest_close); promises that each is in the page's language where the record has
 * it in that one, and that the year is said only where it is another than the page's own. Never decides what is proved.
 */
#ifndef DESK_ATTEST_H
#define DESK_ATTEST_H

#include "content/matter.h"
#include "desk/naming.h"

struct attest {
	const struct matter *matter;   /* borrowed, as the rest */
	const struct phrases *phrases; /* words.LANG.yaml */
	const char *lang;
	struct naming naming;
};

void attest_open(struct attest *attest, const struct matter *matter, const char *lang, const struct phrases *phrases);
void attest_close(struct attest *attest);

/* Puts an instant under `key`; null for MATTER_NEVER. */
void attest_instant(const struct attest *attest, struct jsn *row, const char *key, int64_t at);

/* Puts a value of the fact in words, a sentence without its full stop: the page goes on behind it. */
void attest_value(const struct attest *attest, struct jsn *row, const char *key, const struct matter_fact *fact,
                  const struct matter_value *value);

/* Whether a reader would read the same in both. */
bool attest_same(const struct attest *attest, const struct matter_fact *fact, const struct matter_value *one,
                 const struct matter_value *other);

/* Puts what the fact is called: its label, else its id. */
void attest_label(const struct attest *attest, struct jsn *row, const char *key, const struct matter_fact *fact);

/* Who, against what, over which span, and the line of the record: data for a phrase, which takes it. */
struct jsn *attest_proof(const struct attest *attest, const struct matter_proof *proof);

#endif
