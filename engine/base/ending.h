/* ending: the full stop that ends a sentence, of Latin and Korean, of Chinese, or of full width.
 * Owns nothing; promises that an ellipsis is none, so that words can stand within a sentence and still end once.
 * Never looks for one but at the very end, or the very beginning. */
#ifndef BASE_ENDING_H
#define BASE_ENDING_H

#include <stdbool.h>
#include <stddef.h>

/* How many bytes of `s` are left without the full stop that ends it. */
size_t ending_cut(const char *s, size_t len);

/* Whether a full stop begins it. */
bool ending_leads(const char *s, size_t len);

#endif
