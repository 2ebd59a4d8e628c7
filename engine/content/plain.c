#include "content/plain.h"

#include "base/text.h"

#include <string.h>

/* Characters that nobody sees, or that turn the order of those around them. */
static int32_t unseen(const char *s)
{
	static const struct {
		int32_t from, to;
	} ranges[] = {{0x00ad, 0x00ad}, {0x061c, 0x061c}, {0x180e, 0x180e}, {0x200b, 0x200f},
	              {0x202a, 0x202e}, {0x2060, 0x2069}, {0xfeff, 0xfeff}};
	for (int32_t c; (c = text_next(&s));)
		for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
			if (c >= ranges[i].from && c <= ranges[i].to)
				return c;
	return 0;
}

/* A value with a line break in it could become a heading, a list, a header. */
bool plain_check(const struct yml *node, struct diags *diags)
{
	bool fine = true;
	if (node->type == YML_TEXT && strpbrk(node->text, "\n\t"))
		fine = diag_error(diags, node->place,
		                  "a line break or tab in a value; to write it over several lines, begin with >-");
	int32_t c = node->type == YML_TEXT ? unseen(node->text) : 0;
	if (c)
		fine = diag_error(diags, node->place,
		                  "a character that nobody sees (U+%04X) in a value; type the value anew", (unsigned)c);
	for (size_t i = 0; i < node->n; i++)
		fine = plain_check(node->pairs[i].value, diags) && fine;
	return fine;
}
