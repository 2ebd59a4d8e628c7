/* sms: how many messages a text takes on a phone.
 * Owns nothing; promises the counts of GSM 03.38 and UCS-2 to the unit, never a split escape or surrogate pair, and
 * which character forced UCS-2. Source: 3GPP TS 23.038, sections 6.1.2 and 6.2. */
#ifndef BASE_SMS_H
#define BASE_SMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SMS_GSM_ONE = 160, SMS_GSM_PART = 153, SMS_UCS_ONE = 70, SMS_UCS_PART = 67 }; /* units in one; in each part */

struct sms {
	bool wide;          /* UCS-2 */
	size_t units;       /* septets, or 16-bit units */
	size_t segments;    /* 0 for an empty text */
	size_t left;        /* units left in the last segment */
	uint32_t forced_by; /* the first character outside GSM-7; 0 when there is none */
	size_t forced_at;   /* its byte */
};

/* `text` is UTF-8 that ends with a NUL, at or after `len`; a byte that is none counts as U+FFFD. */
struct sms sms_count(const char *text, size_t len);

/* The byte at which segment `n` (from 0) begins; `len` past the last. */
size_t sms_segment(const char *text, size_t len, size_t n);

#endif
