/* letter: a notice's template: NAME.LANG.mustache, YAML front matter and a Markdown body.
 * Owns nothing but what its arena holds; promises that a front matter which lies (an unknown kind, regime, channel,
 * language or content) is told at its line, together with every fault of the body. Never knows an incident. */
#ifndef CONTENT_LETTER_H
#define CONTENT_LETTER_H

#include "content/mustache.h"
#include "content/names.h"
#include "content/shape.h"

struct letter {
	struct shape_entry entry;
	const char *name, *lang;               /* of the file: "customer-holding", "en" */
	const char *kind;                      /* a notice kind of the vocabulary */
	const char *audience;                  /* for whom, in words; NULL: the vocabulary's */
	const char *regime;                    /* of a form: whose contents are asked for; NULL */
	const char *note;                      /* told beside the draft, never in it; NULL */
	const char *subject_source;            /* as written; NULL for an SMS */
	int32_t channel;                       /* enum vocabulary_channel, or SHAPE_UNSET: paper, a page, a portal */
	struct shape_texts requires;           /* codes of contents it can't go out without */
	int body_line;                         /* where the body begins in the file */
	struct file file;                      /* as read */
	const struct mustache *subject, *body; /* subject: NULL for an SMS */
};

struct letter_context {
	const struct names *names;           /* notice kinds */
	const struct shape_texts *regimes;   /* ids that a form may name */
	const struct shape_texts *languages; /* that letters have words in */
	const struct shape_reader *reader;
};

/* Adds every fault; `*fine` says whether there was none. A check has more to tell of a letter that has faults: one that
 * can be filled in is there, fine or not; NULL where its name, kind, law or body is not to be known. The file's bytes
 * must live as long as the arena. */
struct letter *letter_read(const struct file *file, const struct letter_context *context, bool *fine);

/* Cuts "comms-templates/customer-holding.en.mustache" into name and language, of the arena. False when it is not of
 * that form. */
bool letter_split(const char *path, struct arena *arena, const char **name, const char **lang);

#endif
