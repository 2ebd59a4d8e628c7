#include "base/ending.h"

#include <string.h>

static const char *const stops[] = {".", "\xe3\x80\x82", "\xef\xbc\x8e"};

enum { STOPS = sizeof stops / sizeof *stops };

size_t ending_cut(const char *s, size_t len)
{
	if (len > 1 && s[len - 1] == '.' && s[len - 2] == '.')
		return len;
	for (size_t i = 0; i < STOPS; i++) {
		size_t n = strlen(stops[i]);
		if (len >= n && memcmp(s + len - n, stops[i], n) == 0)
			return len - n;
	}
	return len;
}

bool ending_leads(const char *s, size_t len)
{
	if (len > 1 && s[0] == '.' && s[1] == '.')
		return false;
	for (size_t i = 0; i < STOPS; i++)
		if (len >= strlen(stops[i]) && memcmp(s, stops[i], strlen(stops[i])) == 0)
			return true;
	return false;
}
