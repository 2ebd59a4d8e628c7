#include "base/clock.h"

#include <time.h>

enum { SECOND = 1000 }; /* milliseconds */

static int64_t read_clock(clockid_t id)
{
	struct timespec now = {0};

	clock_gettime(id, &now);
	return (int64_t)now.tv_sec * SECOND + now.tv_nsec / 1000000;
}

int64_t clock_boot_ms(void)
{
#ifdef CLOCK_BOOTTIME
	return read_clock(CLOCK_BOOTTIME);
#else
	return read_clock(CLOCK_MONOTONIC);
#endif
}

int64_t clock_wall_ms(void)
{
	return read_clock(CLOCK_REALTIME);
}

static int64_t divide_down(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static int64_t divide_up(int64_t a, int64_t b)
{
	return -divide_down(-a, b);
}

/* Lengths of authored time end at SPAN_MAX (3.2e7 s), so the products below stay under 1.1e18. */
int64_t clock_pace_ms(const struct clock_piece *pace, size_t pieces, int32_t t)
{
	int64_t ms = 0;
	int32_t from = 0;

	for (size_t i = 0; i < pieces && t > from; i++) {
		int64_t takes = (int64_t)pace[i].takes * SECOND, length = (int64_t)pace[i].to - from;
		if (t < pace[i].to)
			return ms + divide_up((int64_t)(t - from) * takes, length);
		ms += takes;
		from = pace[i].to;
	}
	return ms;
}

/* The scenario second after `run_ms` running milliseconds; past the end it is the last one. */
static int32_t pace_second(const struct clock_piece *pace, size_t pieces, int64_t run_ms)
{
	int32_t from = 0;

	for (size_t i = 0; i < pieces; i++) {
		int64_t takes = (int64_t)pace[i].takes * SECOND, length = (int64_t)pace[i].to - from;
		if (run_ms < takes)
			return from + (int32_t)(run_ms * length / takes);
		run_ms -= takes;
		from = pace[i].to;
	}
	return from;
}

static int32_t pace_end(const struct clock *clock)
{
	return clock->pieces ? clock->pace[clock->pieces - 1].to : 0;
}

/* The running time at which second `t` begins. */
static int64_t run_until(const struct clock *clock, int32_t t)
{
	if (clock->kind == CLOCK_SCALED)
		return clock_pace_ms(clock->pace, clock->pieces, t);
	return (int64_t)t * SECOND;
}

static int speed_of(const struct clock *clock)
{
	return clock->kind == CLOCK_SCALED && clock->speed > 1 ? clock->speed : 1;
}

void clock_start(struct clock *clock, enum clock_kind kind, int32_t t, int64_t now_ms)
{
	clock->kind = kind;
	clock->seen_ms = now_ms;
	clock->talk_ms = 0;
	clock->held = false;
	clock->run_ms = 0;
	clock->stepped = 0;
	clock_move(clock, t);
}

void clock_advance(struct clock *clock, int64_t now_ms)
{
	int64_t passed = now_ms - clock->seen_ms;

	if (passed <= 0) /* a clock that jumps back takes nothing away */
		passed = 0;
	clock->seen_ms = now_ms;
	if (clock->held || clock->kind == CLOCK_STEPPED)
		return;
	int64_t talk = clock->talk_ms > 0 ? clock->talk_ms : 0;
	int64_t talked = passed < talk ? passed : talk;
	clock->talk_ms = talk - talked;
	clock->run_ms += (passed - talked) * speed_of(clock);
}

int32_t clock_now(const struct clock *clock)
{
	if (clock->kind == CLOCK_STEPPED)
		return clock->stepped;
	if (clock->kind == CLOCK_SCALED)
		return pace_second(clock->pace, clock->pieces, clock->run_ms);
	return (int32_t)divide_down(clock->run_ms, SECOND);
}

void clock_move(struct clock *clock, int32_t t)
{
	if (clock->kind == CLOCK_STEPPED)
		clock->stepped = t;
	else
		clock->run_ms = run_until(clock, t);
}

int64_t clock_until(const struct clock *clock, int32_t t)
{
	if (clock_now(clock) >= t)
		return 0;
	if (clock->held || clock->kind == CLOCK_STEPPED || (clock->kind == CLOCK_SCALED && t > pace_end(clock)))
		return -1;
	int64_t talk = clock->talk_ms > 0 ? clock->talk_ms : 0;
	return talk + divide_up(run_until(clock, t) - clock->run_ms, speed_of(clock));
}
