#include "base/sms.h"

#include "base/text.h"

/* TS 23.038, 6.2.1 (default alphabet) and 6.2.1.1 (its extension: an escape and a second septet). */
static const uint16_t basic[] = {
    0x40, 0xa3,  0x24,  0xa5,  0xe8,  0xe9,  0xf9,  0xec,  0xf2,  0xc7,  0x0a, 0xd8, 0xf8, 0x0d, 0xc5, 0xe5, 0x394,
    0x5f, 0x3a6, 0x393, 0x39b, 0x3a9, 0x3a0, 0x3a8, 0x3a3, 0x398, 0x39e, 0xc6, 0xe6, 0xdf, 0xc9, 0x20, 0x21, 0x22,
    0x23, 0xa4,  0x25,  0x26,  0x27,  0x28,  0x29,  0x2a,  0x2b,  0x2c,  0x2d, 0x2e, 0x2f, 0x3a, 0x3b, 0x3c, 0x3d,
    0x3e, 0x3f,  0xa1,  0xc4,  0xd6,  0xd1,  0xdc,  0xa7,  0xbf,  0xe4,  0xf6, 0xf1, 0xfc, 0xe0,
};
static const uint16_t extended[] = {0x0c, '^', '{', '}', '\\', '[', '~', ']', '|', 0x20ac};

static bool among(const uint16_t *table, size_t n, int32_t c)
{
	for (size_t i = 0; i < n; i++)
		if (table[i] == c)
			return true;
	return false;
}

static bool alphanumeric(int32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Septets of a character; 0 for one outside GSM-7. */
static size_t septets(int32_t c)
{
	if (alphanumeric(c) || among(basic, sizeof basic / sizeof *basic, c))
		return 1;
	return among(extended, sizeof extended / sizeof *extended, c) ? 2 : 0;
}

static size_t units(int32_t c, bool wide)
{
	return !wide ? septets(c) : c > 0xffff ? 2 : 1;
}

/* A stray byte is U+FFFD. */
static int32_t next(const char **at)
{
	int32_t c = text_next(at);
	if (c == 0)
		++*at;
	return c < 0 ? 0xfffd : c;
}

/* Lays the text into segments of `room` units each; the byte at which segment `wanted` begins goes to `*from`. */
static void lay(const char *text, size_t len, size_t room, size_t wanted, struct sms *sms, size_t *from)
{
	size_t used = 0;
	sms->segments = sms->units = 0;
	*from = len;
	for (const char *at = text, *begin = at; at < text + len; begin = at) {
		size_t n = units(next(&at), sms->wide);
		if (!sms->segments || used + n > room) {
			if (sms->segments++ == wanted)
				*from = (size_t)(begin - text);
			used = 0;
		}
		used += n;
		sms->units += n;
	}
	sms->left = sms->segments ? room - used : 0;
}

static struct sms scan(const char *text, size_t len)
{
	struct sms sms = {0};
	for (const char *at = text, *begin = at; at < text + len && !sms.wide; begin = at) {
		int32_t c = next(&at);
		if (septets(c))
			continue;
		sms.wide = true;
		sms.forced_by = (uint32_t)c;
		sms.forced_at = (size_t)(begin - text);
	}
	return sms;
}

static struct sms fit(const char *text, size_t len, size_t wanted, size_t *from)
{
	struct sms sms = scan(text, len);
	lay(text, len, sms.wide ? SMS_UCS_ONE : SMS_GSM_ONE, wanted, &sms, from);
	if (sms.segments > 1)
		lay(text, len, sms.wide ? SMS_UCS_PART : SMS_GSM_PART, wanted, &sms, from);
	return sms;
}

struct sms sms_count(const char *text, size_t len)
{
	size_t from;
	return fit(text, len, 0, &from);
}

size_t sms_segment(const char *text, size_t len, size_t n)
{
	size_t from;
	fit(text, len, n, &from);
	return from;
}
