/* escape: a text made harmless for the kind of page it is put on.
 * Owns nothing; promises that nothing escaped can become markup, a link or a formula of its page, not even when several
 * values stand side by side. Never cleans control characters: text_add_clean does. */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include "base/text.h"

enum escape {
	ESCAPE_NONE,
	ESCAPE_HTML,       /* & < > " ' become references: for text and for quoted attributes */
	ESCAPE_MARKDOWN,   /* CommonMark and GitHub's: no emphasis, code, link, table cell or block begins; white space
	                      becomes one space; an address (mail, web) has an empty comment in it, so that no page makes
	                      it a link */
	ESCAPE_COMMONMARK, /* CommonMark alone: as ESCAPE_MARKDOWN, but addresses stay whole, as nothing links them */
	ESCAPE_CSV /* inside a quoted cell (RFC 4180): quotes doubled; what a spreadsheet would take for a formula,
	              a negative number included, gets an apostrophe in front */
};

/* Appends `s`. What stands at the end of `out` already counts as what comes before it. */
void escape_add(enum escape escape, const char *s, struct text *out);
void escape_number(enum escape escape, int64_t n, struct text *out);

#endif
