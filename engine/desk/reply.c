#include "desk/reply.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

static const struct {
	const char *word;
	enum reply reply;
} replies[] = {
    {"", REPLY_YES},     {"y", REPLY_YES},   {"yes", REPLY_YES},   {"ok", REPLY_YES},    {"n", REPLY_NO},
    {"no", REPLY_NO},    {"undo", REPLY_NO}, {"cancel", REPLY_NO}, {"是", REPLY_YES},    {"是的", REPLY_YES},
    {"好", REPLY_YES},   {"不", REPLY_NO},   {"不是", REPLY_NO},   {"否", REPLY_NO},     {"ya", REPLY_YES},
    {"tidak", REPLY_NO}, {"네", REPLY_YES},  {"예", REPLY_YES},    {"아니요", REPLY_NO}, {"아니오", REPLY_NO},
};

enum reply reply_read(const char *line)
{
	line += strspn(line, " ");
	size_t len = strlen(line);
	while (len && line[len - 1] == ' ')
		len--;
	for (size_t i = 0; i < sizeof replies / sizeof *replies; i++)
		if (strlen(replies[i].word) == len && strncasecmp(replies[i].word, line, len) == 0)
			return replies[i].reply;
	return REPLY_OTHER;
}
