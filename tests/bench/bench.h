/* What the benches share: a monotonic clock in microseconds, a median, and one line a figure. */
#ifndef TESTS_BENCH_H
#define TESTS_BENCH_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline double bench_us(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static inline int bench_order(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static inline double bench_median(double *v, size_t n)
{
	qsort(v, n, sizeof *v, bench_order);
	return v[n / 2];
}

/* For what no neighbour on the machine should count in. */
static inline double bench_least(double *v, size_t n)
{
	qsort(v, n, sizeof *v, bench_order);
	return v[0];
}

/* "name  measured  bound  ok|OVER"; returns 1 when it is over. */
static inline int bench_line(const char *name, double measured, double bound, const char *unit)
{
	int over = measured > bound;
	printf("%-52s %9.2f %-6s bound %9.2f  %s\n", name, measured, unit, bound, over ? "OVER" : "ok");
	return over;
}

#endif
