/* saying: facts, deeds, times and numbers in the words of one language, each put into a tree with its voucher.
 * Owns nothing but what the arena holds; promises one line of clean text for every value, and a warning where the
 * language has no words of its own. Never decides what a notice may say. */
#ifndef EXERCISE_SAYING_H
#define EXERCISE_SAYING_H

#include "content/advice.h"
#include "content/phrase.h"
#include "exercise/voucher.h"

struct saying {
	const struct matter *matter;
	const struct phrases *phrases; /* letters.LANG.yaml */
	const struct advice *advice;
	const char *lang;
	struct vouchers *vouchers;
	int words; /* the voucher of what needs no proof */
};

/* Puts a text on one line and without control characters; NULL gives null. */
void saying_put(struct jsn *object, const char *key, const char *s);

/* The same of words that stand within a sentence: without a full stop at their end. */
void saying_part(struct jsn *object, const char *key, const char *s);

/* The voucher of what is known without a fact: `source` says from where. */
int saying_own(const struct saying *saying, const char *source);
int saying_fact(const struct saying *saying, const struct matter_fact *fact);

/* {date, time} under `key`; null when it is MATTER_NEVER. */
void saying_when(const struct saying *saying, struct jsn *object, const char *key, int64_t at, int voucher);
/* `date` and `time` of the object itself. */
void saying_at(const struct saying *saying, struct jsn *object, int64_t at);

/* A fact's `value`, as words: the caller's text and voucher. */
void saying_value(const struct saying *saying, const struct matter_fact *fact, const struct matter_value *value,
                  struct text *out);
void saying_unit(const struct saying *saying, const char *group, const char *word, int64_t n, struct text *out);

/* What a fact is called: its label, in the reader's language if there is one; `*foreign` (may be NULL): where there is
 * none. And what its kind of data is called. Its id where it has neither. */
const char *saying_label(const struct saying *saying, const struct matter_fact *fact, struct voucher_foreign *foreign);
const char *saying_name(const struct saying *saying, const struct matter_fact *fact);

/* For a voucher: `what` where `texts`, the value of `key`, has no wording in the language; else nothing. */
struct voucher_foreign saying_foreign(const struct saying *saying, const char *what, const char *key,
                                      const struct yml *texts);

/* Ends a list: `has_KEY`, and each row's `n` and `joint`. */
void saying_end(const struct saying *saying, struct jsn *object, const char *key);

#endif
