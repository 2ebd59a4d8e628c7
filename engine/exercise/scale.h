/* scale: points in seven dimensions as one total (pure).
 * Owns nothing; promises one integer denominator, so that parts of a total can be added up exactly and are rounded
 * once. Never knows what a point was earned by. */
#ifndef EXERCISE_SCALE_H
#define EXERCISE_SCALE_H

#include "content/story.h"

__extension__ typedef __int128 scale_wide;

/* A total is (sum of unit x tenths - from) / whole. */
struct scale {
	scale_wide unit[STORY_OBJECTIVES], from, whole; /* whole 0: nothing can be earned */
};

/* Of what can be earned in each dimension, at least and at most, and what it weighs. */
struct scale scale_make(const int32_t lo[STORY_OBJECTIVES], const int32_t hi[STORY_OBJECTIVES],
                        const int32_t weight[STORY_OBJECTIVES]);

/* 0..100, rounded half up; `sum` of unit x tenths. */
int scale_total(const struct scale *scale, scale_wide sum);

#endif
