#include "base/clip.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FOLLOWING = 3 }; /* bytes of a character after its first, at most */

void clip(char *out, size_t size, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vsnprintf(out, size, format, args);
	va_end(args);
	size_t len = strlen(out), last = len;
	while (last > 0 && len - last < FOLLOWING && ((unsigned char)out[last - 1] & 0xc0) == 0x80)
		last--;
	last -= last > 0;
	if (text_valid(out + last, len - last) != len - last)
		out[last] = '\0';
}
