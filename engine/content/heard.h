/* heard: who has read what of the notices that went out.
 * Owns nothing; promises that customers, the public and the press are taken to hear one another's notices, and that a
 * notice in several languages is one. Never judges what was said. */
#ifndef CONTENT_HEARD_H
#define CONTENT_HEARD_H

#include "content/matter.h"

/* When the readers of `kind` were promised the next word, if that is still to come; MATTER_NEVER. */
int64_t heard_promise(const struct matter *matter, const char *kind);

/* When they were promised a word that never came, as far as is on record; MATTER_NEVER. */
int64_t heard_broken(const struct matter *matter, const char *kind);

/* Whether readers of `kind` have heard `word`. */
bool heard_by(const struct matter *matter, const struct matter_word *word, const char *kind);

/* The last one that went out to them in `lang`; where none did, the last in any language; NULL. */
const struct matter_word *heard_last(const struct matter *matter, const char *kind, const char *lang);

/* Whether two went out together, as one notice in two languages. */
bool heard_together(const struct matter_word *one, const struct matter_word *other);

/* The one that stands for those which went out with `word`, where there is room for one: in English, else in the
 * session's language, else the first. */
const struct matter_word *heard_leading(const struct matter *matter, const struct matter_word *word);

/* The one of them in `lang`; where none is, the leading one. */
const struct matter_word *heard_in(const struct matter *matter, const struct matter_word *word, const char *lang);

#endif
