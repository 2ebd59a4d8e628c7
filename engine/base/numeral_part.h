/* numeral_part: what numbers are made of: figures (9,870), and number words of English, Malay, Chinese and Korean.
 * Owns nothing; promises a value in thousandths that saturates rather than overflows, and work bounded by the part's
 * own length. Never puts parts together: numeral does. */
#ifndef BASE_NUMERAL_PART_H
#define BASE_NUMERAL_PART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NUMERAL_PART_MOST INT64_C(1000000000000000000) /* what saturates is this */

enum numeral_part_kind {
	NUMERAL_PART_FIGURES,
	NUMERAL_PART_UNIT,  /* one, nineteen, twenty, 七, 칠 */
	NUMERAL_PART_TEEN,  /* belas: ten more than the unit before it */
	NUMERAL_PART_SMALL, /* hundred, puluh, 千, 천: multiplies what stands just before it */
	NUMERAL_PART_BIG,   /* thousand, juta, 万, 만: multiplies all that came since the last of them */
	NUMERAL_PART_SOME   /* thousands, ribuan: no more than an order of size */
};

enum numeral_part_script { NUMERAL_PART_LATIN, NUMERAL_PART_HAN, NUMERAL_PART_HANGUL };

struct numeral_part {
	enum numeral_part_kind kind;
	enum numeral_part_script script;
	size_t to;
	int64_t milli; /* its value times 1000 */
	bool fraction; /* figures with a decimal point */
	bool id;       /* figures that are no number: 192.168.0.1, 24/7 */
};

/* The part that begins at byte `at`; false when none does. */
bool numeral_part_read(const char *text, size_t len, size_t at, struct numeral_part *out);

bool numeral_part_digit(const char *text, size_t len, size_t at, size_t *size);      /* a figure, full-width ones too */
bool numeral_part_starts(const char *text, size_t len, size_t at, const char *with); /* in any case of ASCII */
int64_t numeral_part_times(int64_t a, int64_t b);

#endif
