/* layout: the pages' templates and words, from comms-templates/.
 * Owns what it loaded (layout_free); promises that a company's own template beside the reader is taken before the one
 * that came with drill72, that its own words stand over those, and that every fault is told with its place.
 * Never knows what a page is about. */
#ifndef DESK_LAYOUT_H
#define DESK_LAYOUT_H

#include "base/escape.h"
#include "content/phrase.h"
#include "content/shape.h"

struct layout;

/* Reads words.LANG.yaml over words.en.yaml. NULL after adding every fault; an unknown language is told with those there
 * are. */
struct layout *layout_open(const char *lang, struct diags *diags);
bool layout_speaks(const char *lang);    /* whether there are words in it */
void layout_free(struct layout *layout); /* NULL is fine */

/* The same words of another stem, such as "letters": STEM.LANG.yaml, the company's own over those shipped over
 * `below` (NULL: none). NULL after adding every fault. Of the arena. */
const struct phrases *layout_words(const char *stem, const char *lang, const struct phrases *below, struct arena *arena,
                                   struct diags *diags);
struct shape_texts layout_languages(const char *stem, struct arena *arena); /* that there are words in; sorted */

/* A file of comms-templates: the company's own, else the one that came with drill72. False when there is none; or it
 * can't be read, after adding why. */
bool layout_file(const char *name, struct arena *arena, struct diags *diags, struct file *out);

const struct phrases *layout_phrases(const struct layout *layout);

/* Appends NAME.mustache filled with `data`, to which `w` (the words) and `lang` are added. Partials are other
 * NAME.mustache files. A name that the data lack is a fault. False after adding every fault; `out` is as before then.
 */
bool layout_render(struct layout *layout, const char *name, enum escape escape, struct jsn *data, struct text *out,
                   struct diags *diags);

#endif
