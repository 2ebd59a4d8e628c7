/* numeral: numbers in a text as people write them: 9,870; 9.87 thousand; "about ten thousand"; S$900; 3천; 一万.
 * Owns nothing; promises an exact value in integers, or says that it is a round or an approximate one, in time linear
 * in the text. Never knows what a number counts. */
#ifndef BASE_NUMERAL_H
#define BASE_NUMERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum numeral_kind { NUMERAL_COUNT, NUMERAL_PERCENT, NUMERAL_MONEY };

enum numeral_bound {
	NUMERAL_EXACT,
	NUMERAL_ABOUT, /* about, 약, 约, kira-kira */
	NUMERAL_OVER,  /* at least, or more, 이상, 至少: that number, too */
	NUMERAL_ABOVE, /* more than, 超过, lebih daripada: never that number */
	NUMERAL_UNDER, /* up to, 최대, 不超过, sehingga: that number, too */
	NUMERAL_BELOW, /* fewer than, 不到, kurang daripada: never that number */
	NUMERAL_SOME   /* thousands of: an order of size */
};

struct numeral {
	enum numeral_kind kind;
	enum numeral_bound bound;
	size_t from, to;  /* its bytes, sign, currency and "about" included */
	size_t core, end; /* the number alone, without them */
	int64_t milli;    /* its value times 1000, so that 9.87 has one */
	bool about;       /* no exact value is claimed: bound is not NUMERAL_EXACT */
	bool round;       /* a fraction of a thousand or more (33.7 million): rounded at its last figure */
	bool words;       /* in words, not figures */
};

/* The next number at or after byte `at`; false when there is none. Dates and times are not told apart here; ids
 * (INC-2041, #12, 192.168.0.1), ordinals and the likes of 一些 or two-step are no numbers. */
bool numeral_next(const char *text, size_t len, size_t at, struct numeral *out);

/* The worth of its last figure that is not 0, times 1000: 10,000,000 of "ten thousand". */
int64_t numeral_step(const struct numeral *numeral);

#endif
