/* placing: where a notice's file goes, what it is called, and in which format it is.
 * Owns nothing; promises that an exercise says EXERCISE in every file's name, whoever chose the name, and that no file
 * with other words in it is replaced. Never writes a file. */
#ifndef DESK_PLACING_H
#define DESK_PLACING_H

#include "desk/paper.h"
#include "desk/rendition.h"

/* Where a notice goes: into `folder`, or as the file that was named; under the next free name where a file with other
 * bytes than `page` has it: `told` says so. False after adding why there is none. */
bool placing_place(const struct rendition *rendition, const struct notice *notice, const char *folder, const char *file,
                   const struct text *page, char path[PAPER_PATH], struct text *told, struct diags *diags);

/* Of a notice with a mark, appends that a file without one still lies where it would go once it is approved. */
void placing_tell_unmarked(const struct rendition *rendition, const struct notice *notice, const char *folder,
                           const char *file, struct text *told);

/* As placing_place, where the page goes that proves what `page` says: beside it. */
bool placing_proof(const char *page, const struct text *proof, char path[PAPER_PATH], struct diags *diags);

/* Whether --lang asks for several languages: "en,zh", and "all", which may be several one day. */
bool placing_several(const char *lang);

/* Whether -o's PATH is a folder: it is one, or its name has no ending; for several languages, unless it ends as a
 * notice's file does. */
bool placing_foldered(const char *lang, const char *path);

/* As asked for; else (-1) by the ending of a file that was named (NULL: none); else as its readers see it. */
enum rendition_format placing_format(int64_t asked, const char *file, const struct notice *notice);

#endif
