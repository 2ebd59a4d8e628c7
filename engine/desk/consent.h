/* consent: whether everybody who must has approved the very words of a notice.
 * Owns nothing; promises the same rule for a session's record and for a facts file: other words, no approval.
 * Never knows how a notice is written or where it goes. */
#ifndef DESK_CONSENT_H
#define DESK_CONSENT_H

#include "desk/drafting.h"
#include "desk/origin.h"
#include "desk/rendition.h"

/* Whether these very words, subject and text, were approved by everybody who must: in the session, or in the facts
 * file by their fingerprint, where no hold and no law keeps them back. */
bool consent_given(const struct origin *origin, const struct notice *notice);

/* Appends, of an incident's draft from a facts file, why it is one: whose approval that does not have, and that
 * something keeps it back. Returns whether an approval is wanted. */
bool consent_tell(const struct origin *origin, const struct rendition *rendition, const struct notice *notice,
                  struct text *out);

/* Appends which approvals of this kind are of words that the letter has in no language now, and why that may be. */
void consent_tell_others(const struct origin *origin, struct drafting *drafting, const struct letter *letter,
                         struct text *out);

/* Appends the mark of the words in a file, and who approved them by a facts file: "words 1df7...: approved by ...". */
void consent_tell_words(const struct matter *matter, const struct file *file, struct text *out);

#endif
