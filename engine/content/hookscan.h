/* hookscan: what the hooks of a scenario's source ask their view for.
 * Owns nothing; promises that a name which `w` can't know is told with its place before the day, although hooks run
 * only then. Never runs anything, and passes over what it can't follow. */
#ifndef CONTENT_HOOKSCAN_H
#define CONTENT_HOOKSCAN_H

#include "base/file.h"
#include "content/story.h"

/* Looks at every `when = function(w)` and `run = function(w)`: variables behind `w.`, ids behind `w:done` and its like,
 * keys of `sets = {...}`; and at texts that an answer is compared with and, by the story (may be NULL), never is. False
 * after adding every fault. */
bool hookscan_file(const struct file *file, const struct names *names, const struct story *story, struct diags *diags);

struct hookscan_watch {
	/* A hook whose `function` stands on that line asks for this; or, a variable, `sets` it. */
	void (*asked)(void *context, int line, enum names_kind kind, int number, bool sets);
	/* The decision that it just asked for is compared with one answer by `==`. May be NULL. */
	void (*compared)(void *context, int line, int decision, const char *answer);
	void *context;
};

/* Tells everything that the file's hooks ask for by a name they know. */
void hookscan_asks(const struct file *file, const struct names *names, const struct hookscan_watch *watch);

/* The words that functions of the source use, sorted: names, also behind `w.`, and what stands in quotes. What is not
 * among them no function names. */
struct shape_texts hookscan_words(const struct file *file, struct arena *arena);

#endif
