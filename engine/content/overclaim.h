/* overclaim: worn and over-claiming phrases, and how deeds are worded, by language (comms-templates/overclaims.yaml).
 * Owns nothing but what its arena holds; promises that a phrase is found as people type it: in any case, with any white
 * space between its words. Never knows what is proved. */
#ifndef CONTENT_OVERCLAIM_H
#define CONTENT_OVERCLAIM_H

#include "content/shape.h"

struct overclaim_phrase {
	struct shape_entry entry;
	struct shape_texts phrases; /* any of them; "{n}" stands for a number */
	const char *why, *instead;
	const char
	    *unless; /* "search": passes beside a linked search; "unknown": where what is unknown is named. NULL */
};

struct overclaim_language {
	struct shape_entry entry;  /* its id: en, zh, ms, ko */
	struct shape_texts deeds;  /* how "we have done" begins: "we have", "we've" */
	struct shape_texts undone; /* what makes it no claim: "not", "will" */
	struct shape_list phrases; /* struct overclaim_phrase */
};

struct overclaim {
	struct shape_entry entry;
	const char *id, *reviewed;
	struct shape_list languages; /* struct overclaim_language */
};

/* NULL after adding every fault. */
struct overclaim *overclaim_load(const struct file *file, const struct shape_reader *reader);

const struct overclaim_language *overclaim_language(const struct overclaim *overclaim, const char *lang); /* NULL */

#endif
