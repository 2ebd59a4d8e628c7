/* markdown: CommonMark as HTML and as plain text, over libcmark.
 * Owns nothing; promises that raw HTML and dangerous links never come through, and that plain text keeps what a reader
 * sees: words, numbered steps, blank lines. Never fetches anything. */
#ifndef BASE_MARKDOWN_H
#define BASE_MARKDOWN_H

#include "base/text.h"

/* Appends a fragment, without <html> or <body>. */
void markdown_html(const char *markdown, size_t len, struct text *out);

/* Appends plain text, wrapped at `columns` (0: a paragraph a line). */
void markdown_text(const char *markdown, size_t len, int columns, struct text *out);

#endif
