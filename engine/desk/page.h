/* page: the after-action model made ready for a page.
 * Owns nothing: it adds to the model what a template can't work out: texts for times and margins, counts, which rows
 * are empty, the director's first page, and the drawing (chart). Promises the same keys in every row, so that a
 * template can be strict. Changes a value that is there only to withhold it. */
#ifndef DESK_PAGE_H
#define DESK_PAGE_H

#include "content/phrase.h"

enum page_audience {
	PAGE_TEAM, /* all of it */
	PAGE_BOARD /* page one, objectives, clocks, improvement plan: no turn, nobody's split or reason */
};

/* For a board it withholds, too. */
void page_dress(struct jsn *model, enum page_audience audience, const struct phrases *phrases);

/* Takes out of a model, dressed or not, what is the team's alone; the keys stay. */
void page_withhold(struct jsn *model);

#endif
