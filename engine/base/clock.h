/* clock: what time is it in the scenario? Real, scaled or stepped.
 * Owns the running time, the talk that stands it still, and the hold; promises that no time is lost or gained by
 * holding, talking or asking. Never decides what is due, and reads the machine's clocks in two functions only. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum clock_kind { CLOCK_REAL, CLOCK_SCALED, CLOCK_STEPPED };

struct clock_piece { /* up to scenario second `to`, a stretch that takes `takes` running seconds */
	int32_t to, takes;
};

struct clock {
	enum clock_kind kind;
	const struct clock_piece *pace; /* borrowed; scaled only; rising `to`, every `takes` > 0 */
	size_t pieces;
	int speed;       /* scaled only: 1 is the pace as written */
	int64_t seen_ms; /* clock_boot_ms() at the last clock_advance */
	int64_t run_ms;  /* running milliseconds so far, at speed 1 (real: since T+0) */
	int64_t talk_ms; /* real milliseconds of talk left; time stands still while it is > 0 */
	int32_t stepped; /* stepped: the scenario second */
	bool held;
};

int64_t clock_boot_ms(void); /* monotonic, counting suspended time where the system can (CLOCK_BOOTTIME) */
int64_t clock_wall_ms(void); /* since 1970, UTC */

/* Starts a clock that stands at scenario second `t` at boot time `now_ms`, without talk or hold. A scaled clock has its
 * pace, pieces and speed set before. */
void clock_start(struct clock *clock, enum clock_kind kind, int32_t t, int64_t now_ms);

/* Lets the time since the last call pass: first as talk (at real speed), the rest as running time; nothing while
 * held, and nothing at all for a stepped clock. */
void clock_advance(struct clock *clock, int64_t now_ms);

int32_t clock_now(const struct clock *clock); /* the scenario second, T+0 = 0 */

/* Moves to the first instant of scenario second `t`, forward or back; talk and hold stay as they are. */
void clock_move(struct clock *clock, int32_t t);

/* Real milliseconds until the scenario second `t` if nobody holds or talks further; 0 when reached, -1 when it will
 * not come by itself (held, stepped, beyond the pace's end). */
int64_t clock_until(const struct clock *clock, int32_t t);

/* Running milliseconds at speed 1 that lie before scenario second `t` under the pace: for `check`, and for telling
 * how far behind a drill is. */
int64_t clock_pace_ms(const struct clock_piece *pace, size_t pieces, int32_t t);

#endif
