/* copies: a notice in the languages asked for: which those are, what each file is called, what its writer is told.
 * Owns nothing; promises that an exercise says EXERCISE in every file's name, whoever chose the name, and that what is
 * missing is told by name. Never prints, never writes a file. */
#ifndef DESK_COPIES_H
#define DESK_COPIES_H

#include "desk/drafting.h"
#include "desk/origin.h"
#include "desk/paper.h"
#include "desk/rendition.h"

/* "en", "en,zh", "all" (each that the letter is there in); NULL: English. False after adding the fault. */
bool copies_languages(struct drafting *drafting, const char *name, const char *asked, struct arena *arena,
                      struct shape_texts *out, struct diags *diags);

/* The notices that can be drafted, by name, before any world is there: those with a letter in English. Of the arena. */
struct shape_texts copies_kinds(struct arena *arena);
void copies_list(struct text *out); /* appends them: "agency-demand, ..." */

/* Whether these very words, subject and text, were approved by everybody who must: in the session, or in the facts
 * file by the mark of the words (rendition_words). */
bool copies_approved(const struct origin *origin, const struct notice *notice);

/* Appends, of an incident's draft from a facts file, whose approval that does not have; else nothing. */
void copies_tell_wanted(const struct origin *origin, const struct rendition *rendition, const struct notice *notice,
                        struct text *out);

/* Appends the path of a notice in `folder`, or as the file that was named; and, below, of the page that proves it. */
void copies_path(const struct rendition *rendition, const struct notice *notice, const char *folder, const char *file,
                 struct text *out);

/* That path, or the next free name where a file with other bytes than `page` has it: `told` says so. False after adding
 * why there is none. */
bool copies_place(const struct rendition *rendition, const struct notice *notice, const char *folder, const char *file,
                  const struct text *page, char path[PAPER_PATH], struct text *told, struct diags *diags);

void copies_proof_path(const char *path, struct text *out);

/* Whether -o's PATH is a folder: for several languages, which "all" may be one day. */
bool copies_foldered(const char *lang, const char *path);

/* As asked for; else (-1) by the ending of a file that was named (NULL: none); else by the notice's channel. */
enum rendition_format copies_format(int64_t asked, const char *file, const struct notice *notice);

/* Appends, in a few lines of English: how much is in it, what is missing, what to beware of; for an SMS how many
 * messages it takes. `english`: letters.en.yaml; `page`: what rendition_make wrote. What mostly holds of every language
 * is told once: `last` keeps it for the next. */
void copies_tell(const struct rendition *rendition, const struct notice *notice, const struct phrases *english,
                 const struct text *page, struct text *last, struct text *out);

#endif
