/* fact: what a story remembers (variables) and what is true in it (facts), as integers.
 * Owns nothing but what its arena holds; promises that a value fits what was declared. A text fact's words are no
 * integer: they travel beside it. Never knows what has been found out: that is the session's. */
#ifndef CONTENT_FACT_H
#define CONTENT_FACT_H

#include "content/effect.h"
#include "content/shape.h"

enum fact_var_kind { STORY_FLAG, STORY_INTEGER, STORY_CHOICE };
enum fact_kind { STORY_COUNT, STORY_DATA, STORY_TIME, STORY_TEXT };
enum fact_data { STORY_INVOLVED = 1, STORY_NOT_INVOLVED, STORY_NOT_HELD }; /* a data fact's values */

extern const char *const fact_kinds[];   /* as authors write them, NULL */
extern const char *const fact_answers[]; /* of a data fact: STORY_INVOLVED first, NULL */

struct fact_var {
	const char *id;
	enum fact_var_kind kind;
	int32_t initial;
	struct shape_texts choices; /* STORY_CHOICE: a value is an index here */
};

struct fact {
	struct shape_entry entry;
	int32_t kind;
	const char *label, *unit, *verb, *category;
	struct shape_texts says;     /* codes of the contents that it gives a law (regime.h) */
	const char *searched, *over; /* what finding it not involved was a search of, and of which log span */
	const struct yml *truth_node;
	int32_t truth;          /* a count, an enum fact_data, seconds from T+0; SHAPE_UNSET for a text */
	const char *truth_text; /* STORY_TEXT */
};

extern const struct shape fact_shape; /* what an author may write of a fact */

/* A declaration's body; false after adding the faults. */
bool fact_read_var(const struct shape_reader *reader, const char *id, const struct yml *body, struct fact_var *out);
bool fact_read(const struct shape_reader *reader, const char *id, const struct yml *body, struct fact *out);

/* The value in an effect (value and, for a text fact, text); false after adding the fault. */
bool fact_set(const struct shape_reader *reader, const struct fact_var *var, const struct yml *node,
              struct effect *out);
bool fact_find(const struct shape_reader *reader, const struct fact *fact, const struct yml *node, struct effect *out);

/* A value in words: "9,870 people", "involved", "T+1:30"; nothing for a text fact. Returns out. */
char *fact_words(const struct fact *fact, int32_t value, char out[64]);

#endif
