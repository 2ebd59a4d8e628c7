/* prose_html: HTML as prose, as a browser would show its words.
 * Owns nothing; promises that tags, comments, styles and scripts are left out and that blocks part what they part on
 * a page. Never runs, fetches or repairs anything. */
#ifndef DESK_PROSE_HTML_H
#define DESK_PROSE_HTML_H

#include "desk/prose.h"

void prose_html_read(struct prose *prose, const struct prose_source *source);

#endif
