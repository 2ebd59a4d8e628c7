#include "exercise/scale.h"

/* Reduces a fraction, so that the common denominator stays an exact 128-bit integer. */
static int64_t divisor(int64_t a, int64_t b)
{
	while (b) {
		int64_t rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

struct scale scale_make(const int32_t lo[STORY_OBJECTIVES], const int32_t hi[STORY_OBJECTIVES],
                        const int32_t weight[STORY_OBJECTIVES])
{
	struct scale scale = {.whole = 0};
	scale_wide denominator = 1;
	int64_t weights = 0;
	for (int o = 0; o < STORY_OBJECTIVES; o++) {
		int64_t span = hi[o] - lo[o];
		if (span <= 0)
			continue;
		denominator *= span / divisor(span, (int64_t)(denominator % span));
		weights += weight[o];
	}
	for (int o = 0; o < STORY_OBJECTIVES; o++) {
		int64_t span = hi[o] - lo[o];
		if (span > 0)
			scale.unit[o] = weight[o] * (denominator / span);
		scale.from += scale.unit[o] * lo[o];
	}
	scale.whole = denominator * weights;
	return scale;
}

int scale_total(const struct scale *scale, scale_wide sum)
{
	sum -= scale->from;
	if (scale->whole == 0 || sum <= 0)
		return 0;
	scale_wide total = (200 * sum + scale->whole) / (2 * scale->whole);
	return total > 100 ? 100 : (int)total;
}
