/* numeral: numbers in a text as people write them: 9,870; 9.87 thousand; "about ten thousand"; S$900; 3천; 一万.
 * Owns nothing; promises an exact value in integers, or says that it is a round or an approximate one.
 * Never knows what a number counts. */
#ifndef BASE_NUMERAL_H
#define BASE_NUMERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum numeral_kind { NUMERAL_COUNT, NUMERAL_PERCENT, NUMERAL_MONEY };

struct numeral {
	enum numeral_kind kind;
	size_t from, to; /* its bytes, sign, currency and "about" included */
	int64_t milli;   /* its value times 1000, so that 9.87 has one */
	bool about;      /* "about", "over", 약, 约, kira-kira, lebih daripada: no exact value is claimed */
	bool words;      /* in words, not digits */
};

/* The next number at or after byte `at`; false when there is none. Dates and times are not told apart here. */
bool numeral_next(const char *text, size_t len, size_t at, struct numeral *out);

#endif
