/* price: what a notice that went out cost, in sentences.
 * Owns nothing; promises that each names the values it was for: which were false and what is so, which nothing proved.
 * Never prices anything: the session did when it went out. */
#ifndef DESK_PRICE_H
#define DESK_PRICE_H

#include "desk/assay.h"

/* Puts `price`: a sentence each, none before EndEx or in an incident. */
void price_put(const struct session *session, const struct phrases *phrases, const struct issue *issue,
               struct jsn *row);

#endif
