#include "desk/sweep_mean.h"

#include <string.h>

enum { LIMBS = SWEEP_MEAN_LIMBS, LIMB_BITS = 64, MILLION = 1000000 };

static const struct sweep_mean_sum zero, one = {{1}};

static bool is_negative(const struct sweep_mean_sum *sum)
{
	return sum->limbs[LIMBS - 1] >> (LIMB_BITS - 1);
}

static void negate(struct sweep_mean_sum *sum)
{
	for (int i = 0; i < LIMBS; i++)
		sum->limbs[i] = ~sum->limbs[i];
	sweep_mean_add(sum, &one, 1);
}

/* Without its sign; true when it was negative. */
static bool unsign(struct sweep_mean_sum *sum)
{
	bool negative = is_negative(sum);
	if (negative)
		negate(sum);
	return negative;
}

struct sweep_mean_sum sweep_mean_of(scale_wide points)
{
	uint64_t sign = points < 0 ? ~UINT64_C(0) : 0;
	sweep_tally bits = (sweep_tally)points;
	return (struct sweep_mean_sum){{(uint64_t)bits, (uint64_t)(bits >> LIMB_BITS), sign, sign}};
}

void sweep_mean_add(struct sweep_mean_sum *into, const struct sweep_mean_sum *more, sweep_tally times)
{
	const uint64_t factors[] = {(uint64_t)times, (uint64_t)(times >> LIMB_BITS)};
	for (int k = 0; k < 2; k++) {
		uint64_t carry = 0;
		for (int i = 0; factors[k] && i + k < LIMBS; i++) {
			sweep_tally now = (sweep_tally)more->limbs[i] * factors[k] + into->limbs[i + k] + carry;
			into->limbs[i + k] = (uint64_t)now;
			carry = (uint64_t)(now >> LIMB_BITS);
		}
	}
}

int sweep_mean_compare(const struct sweep_mean_sum *a, const struct sweep_mean_sum *b)
{
	if (is_negative(a) != is_negative(b))
		return is_negative(a) ? -1 : 1;
	for (int i = LIMBS; i-- > 0;)
		if (a->limbs[i] != b->limbs[i])
			return a->limbs[i] < b->limbs[i] ? -1 : 1;
	return 0;
}

static struct sweep_mean_sum times(const struct sweep_mean_sum *sum, sweep_tally factor)
{
	struct sweep_mean_sum product = zero;
	sweep_mean_add(&product, sum, factor);
	return product;
}

static void subtract(struct sweep_mean_sum *from, struct sweep_mean_sum less)
{
	negate(&less);
	sweep_mean_add(from, &less, 1);
}

static struct sweep_mean_sum half(struct sweep_mean_sum sum)
{
	for (int i = 0; i < LIMBS; i++) {
		uint64_t above = i + 1 < LIMBS ? sum.limbs[i + 1] : 0;
		sum.limbs[i] = sum.limbs[i] >> 1 | above << (LIMB_BITS - 1);
	}
	return sum;
}

/* Bit by bit; both without a sign, and the quotient within 63 bits. */
static int64_t divided(const struct sweep_mean_sum *sum, const struct sweep_mean_sum *by)
{
	struct sweep_mean_sum rest = zero;
	uint64_t quotient = 0;
	for (int bit = LIMBS * LIMB_BITS; bit-- > 0;) {
		rest = times(&rest, 2);
		rest.limbs[0] |= sum->limbs[bit / LIMB_BITS] >> (bit % LIMB_BITS) & 1;
		quotient <<= 1;
		if (sweep_mean_compare(&rest, by) >= 0) {
			subtract(&rest, *by);
			quotient |= 1;
		}
	}
	return (int64_t)quotient;
}

static int64_t millionths(const struct sweep_mean_sum *sum, int factor, const struct sweep_mean_sum *by)
{
	struct sweep_mean_sum whole = *sum, rounding = half(*by);
	if (sweep_mean_compare(by, &zero) <= 0)
		return 0;
	bool negative = unsign(&whole);
	whole = times(&whole, (sweep_tally)factor * MILLION);
	sweep_mean_add(&whole, &rounding, 1);
	int64_t mean = divided(&whole, by);
	return negative ? -mean : mean;
}

int64_t sweep_mean_points(const struct sweep_mean_sum *sum, sweep_tally paths, const struct sweep_mean_sum *whole)
{
	struct sweep_mean_sum by = times(whole, paths);
	return millionths(sum, 100, &by);
}

int64_t sweep_mean_totals(const sweep_tally *totals, size_t n)
{
	struct sweep_mean_sum sum = zero, paths = zero;
	for (size_t i = 0; i < n; i++) {
		struct sweep_mean_sum total = sweep_mean_of((scale_wide)i);
		sweep_mean_add(&sum, &total, totals[i]);
		sweep_mean_add(&paths, &one, totals[i]);
	}
	return millionths(&sum, 1, &paths);
}

/* Divides it; what is left over. */
static unsigned take_digit(struct sweep_mean_sum *sum)
{
	sweep_tally rest = 0;
	for (int i = LIMBS; i-- > 0;) {
		rest = rest << LIMB_BITS | sum->limbs[i];
		sum->limbs[i] = (uint64_t)(rest / 10);
		rest %= 10;
	}
	return (unsigned)rest;
}

char *sweep_mean_digits(const struct sweep_mean_sum *sum, char out[SWEEP_MEAN_ROOM])
{
	struct sweep_mean_sum left = *sum;
	bool negative = unsign(&left);
	size_t at = SWEEP_MEAN_ROOM;
	out[--at] = '\0';
	do
		out[--at] = (char)('0' + take_digit(&left));
	while (sweep_mean_compare(&left, &zero) != 0);
	if (negative)
		out[--at] = '-';
	return memmove(out, out + at, SWEEP_MEAN_ROOM - at);
}

bool sweep_mean_read(const char *digits, struct sweep_mean_sum *sum)
{
	bool negative = digits && *digits == '-';
	*sum = zero;
	if (!digits || !digits[negative] || strlen(digits) > 69) /* 10^68 is below 2^226 */
		return false;
	for (const char *at = digits + negative; *at; at++) {
		unsigned digit = (unsigned)(*at - '0');
		if (digit > 9)
			return false;
		*sum = times(sum, 10);
		sweep_mean_add(sum, &one, digit);
	}
	if (negative)
		negate(sum);
	return true;
}
