/* span: lengths of scenario time, as people type and read them.
 * Owns nothing; promises that what span_format writes of whole minutes span_parse reads back.
 * Never knows a date. */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <stdbool.h>
#include <stdint.h>

enum { SPAN_MINUTE = 60, SPAN_HOUR = 3600, SPAN_DAY = 86400, SPAN_MAX = 366 * SPAN_DAY };
enum { SPAN_BUFFER = 32 };

/* `[Nd][Nh][N[m]]` in falling order ("90m", "2h", "9h30", "3d"); seconds to *out. NULL when it parses, else why not,
 * as the end of a sentence ("a lone number needs a unit: 30m or 30h"). At most SPAN_MAX. */
const char *span_parse(const char *s, int32_t *out);

/* "40m", "7h20", "71h20", past 72 hours "3d 4h"; "25s" under a minute; negative spans get a "-". Returns out. */
char *span_format(int32_t seconds, char out[SPAN_BUFFER]);

/* The scenario's time: "T+5:12", "T+100:00", "T-2:30". Returns out. */
char *span_stamp(int32_t seconds, char out[SPAN_BUFFER]);

/* A countdown of real time: "3:00", "0:07"; negative is "0:00". Returns out. */
char *span_countdown(int64_t milliseconds, char out[SPAN_BUFFER]);

#endif
