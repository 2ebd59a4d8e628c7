/* escape: a text made harmless for the kind of page it is put on.
 * Owns nothing; promises that nothing escaped can become markup, a link or a formula of its page.
 * Never cleans control characters: text_add_clean does. */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include "base/text.h"

enum escape {
	ESCAPE_NONE,
	ESCAPE_HTML,     /* & < > " ' become references: for text and for quoted attributes */
	ESCAPE_MARKDOWN, /* CommonMark and GitHub's: no emphasis, code, link, bare address, table cell or block begins;
	                    a newline becomes a space */
	ESCAPE_CSV       /* inside a quoted cell (RFC 4180): quotes doubled; what a spreadsheet would take for a formula
	                    gets an apostrophe in front */
};

void escape_add(enum escape escape, const char *s, struct text *out);

#endif
