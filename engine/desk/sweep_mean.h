/* sweep_mean: sums over paths that no rounding touches, and means of them.
 * Owns nothing; promises every digit of a sum below 2^226, and means that are rounded once, so that parts of a sweep
 * add up to the mean of the whole. Never sees a path. */
#ifndef DESK_SWEEP_MEAN_H
#define DESK_SWEEP_MEAN_H

#include "desk/sweep_tally.h"
#include "exercise/scale.h"

#include <stddef.h>

enum { SWEEP_MEAN_LIMBS = 4, SWEEP_MEAN_ROOM = 80 };

struct sweep_mean_sum { /* two's complement, the lowest limb first */
	uint64_t limbs[SWEEP_MEAN_LIMBS];
};

struct sweep_mean_sum sweep_mean_of(scale_wide points);

/* Adds `more`, so many times. */
void sweep_mean_add(struct sweep_mean_sum *into, const struct sweep_mean_sum *more, sweep_tally times);

/* -1, 0 or 1: whether `a` is less than `b`, as much, or more. */
int sweep_mean_compare(const struct sweep_mean_sum *a, const struct sweep_mean_sum *b);

/* The mean total, in millionths, of paths whose points above `from` (struct scale) have this sum; rounded half away
 * from 0. 0 without paths, or where nothing can be earned. */
int64_t sweep_mean_points(const struct sweep_mean_sum *sum, sweep_tally paths, const struct sweep_mean_sum *whole);

/* The mean of totals, in millionths: totals[i] paths have the total i. */
int64_t sweep_mean_totals(const sweep_tally *totals, size_t n);

/* As digits, with a minus when it has one; and back, false for what is no such sum. NULL is none. */
char *sweep_mean_digits(const struct sweep_mean_sum *sum, char out[SWEEP_MEAN_ROOM]);
bool sweep_mean_read(const char *digits, struct sweep_mean_sum *sum);

#endif
