/* label: a value of the model as the language of its page writes it.
 * Owns nothing; promises null where the value is null, so that rows keep their keys.
 * Never works anything out: it looks up and writes. */
#ifndef DESK_LABEL_H
#define DESK_LABEL_H

#include "content/phrase.h"

/* Puts phrase GROUP.VALUE ("report.state", "late") under `name`. */
void label_put(const struct phrases *phrases, struct jsn *row, const char *name, const char *group, const char *value);

/* Puts "T+1:30"; a length of time. Null for SHAPE_UNSET. */
void label_stamp(struct jsn *row, const char *name, int32_t t);
void label_span(const struct phrases *phrases, struct jsn *row, const char *name, int32_t seconds);

/* Appends "+3.0", "−0.5" for tenths of a point. */
void label_add_tenths(int64_t tenths, struct text *out);

/* Puts the same; thousandths are rounded to tenths. */
void label_tenths(struct jsn *row, const char *name, int64_t tenths);
void label_thousandths(struct jsn *row, const char *name, int64_t thousandths);

/* Appends points by dimension ({"care": 30}) as "Customer care +3.0"; nothing for none. */
void label_points(const struct phrases *phrases, const struct jsn *points, struct text *out);

/* Puts null under `key` where the row has no such key. */
void label_fill(struct jsn *row, const char *key);

/* The i-th row of the list under `key`, to be written to; NULL past the end. */
struct jsn *label_row(const struct jsn *object, const char *key, size_t i);

#endif
