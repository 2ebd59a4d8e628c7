/* phrase: the sentences and labels of one language, each a small Mustache template in a YAML file.
 * Owns nothing but what its arena holds; promises that every phrase compiled, and that one which a language lacks is
 * said in the language below it. Never escapes: what it says is plain text. */
#ifndef CONTENT_PHRASE_H
#define CONTENT_PHRASE_H

#include "base/jsn.h"
#include "content/mustache.h"

struct phrases;

/* Reads a map of maps of texts; a phrase's key is its path ("gap.deadlines"). `base` (borrowed; NULL: none) says what
 * this file lacks; a key that `base` does not know is a fault, with the nearest. NULL after adding every fault. */
struct phrases *phrases_load(const struct file *file, const struct phrases *base, struct arena *arena,
                             struct diags *diags);

/* The language below this one; itself when there is none. */
const struct phrases *phrases_base(const struct phrases *phrases);

/* Appends phrase `key` filled with `data` (NULL: nothing to fill in). A key that is not there (all of them when
 * `phrases` is NULL), or a phrase that can't be rendered, appends the key in angle brackets. */
void phrase_say(const struct phrases *phrases, const char *key, const struct jsn *data, struct text *out);

/* The same with what it says put under `name` of `object` (NULL: at the end of a list). Takes `data` (may be NULL). */
void phrase_put(const struct phrases *phrases, const char *key, struct jsn *data, struct jsn *object, const char *name);

bool phrase_has(const struct phrases *phrases, const char *key);

/* Sets `name` to `n`, and `name_one` to whether it is 1, for languages that count one apart. */
void phrase_count(struct jsn *data, const char *name, int64_t n);

/* A length of time, a local date and time, a local day, as the language writes them (`time.*`); an instant in another
 * form of `time.*` ("time.clock"). */
void phrase_span(const struct phrases *phrases, int32_t seconds, struct text *out);
void phrase_date(const struct phrases *phrases, const char *zone, int64_t epoch, struct text *out);
void phrase_day(const struct phrases *phrases, const char *zone, int64_t epoch, struct text *out);
void phrase_time(const struct phrases *phrases, const char *form, const char *zone, int64_t epoch, struct text *out);

/* A number, its digits in threes with `number.separator` between. */
void phrase_number(const struct phrases *phrases, int64_t n, struct text *out);

/* All phrases without a tag, as nested objects, for templates (their `w`); the caller owns it. */
struct jsn *phrases_tree(const struct phrases *phrases);

#endif
