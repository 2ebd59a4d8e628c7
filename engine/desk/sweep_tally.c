#include "desk/sweep_tally.h"

#include <string.h>

static char *write_down(sweep_tally count, bool commas, char out[SWEEP_TALLY_ROOM])
{
	size_t at = SWEEP_TALLY_ROOM;
	out[--at] = '\0';
	for (int digits = 0; digits == 0 || count; digits++) {
		if (commas && digits && digits % 3 == 0)
			out[--at] = ',';
		out[--at] = (char)('0' + (int)(count % 10));
		count /= 10;
	}
	return memmove(out, out + at, SWEEP_TALLY_ROOM - at);
}

char *sweep_tally_digits(sweep_tally count, char out[SWEEP_TALLY_ROOM])
{
	return write_down(count, false, out);
}

char *sweep_tally_words(sweep_tally count, char out[SWEEP_TALLY_ROOM])
{
	return write_down(count, true, out);
}

bool sweep_tally_read(const char *digits, sweep_tally *count)
{
	const sweep_tally most = ~(sweep_tally)0;
	*count = 0;
	if (!digits || !*digits)
		return false;
	for (; *digits; digits++) {
		unsigned digit = (unsigned)(*digits - '0');
		if (digit > 9 || *count > (most - digit) / 10)
			return false;
		*count = *count * 10 + digit;
	}
	return true;
}

bool sweep_tally_add(sweep_tally *into, sweep_tally more)
{
	*into += more;
	return *into >= more;
}
