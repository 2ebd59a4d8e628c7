#include "desk/telling.h"

#include "base/span.h"

#include <stdarg.h>
#include <stdio.h>

void telling_say(struct telling *telling, enum paint_colour colour, const char *format, ...)
{
	char stamp[SPAN_BUFFER], label[SPAN_BUFFER + 4];
	struct text s = {0};
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	for (int i = 0; i <= len; i++)
		text_add_bytes(&s, " ", 1);
	vsnprintf(s.data, (size_t)len + 1, format, again);
	va_end(again);
	int width = snprintf(label, sizeof label, " %s  ", span_stamp(telling->turn->t, stamp));
	if (telling->said)
		snprintf(label, sizeof label, "%*s", width, "");
	telling->said = true;
	paint_hang(telling->paint, colour, label, "%s", s.data);
	text_free(&s);
}

const char *telling_id(const struct telling *telling, enum names_kind kind, const struct event *event)
{
	return wording_id(telling->session, kind, event->ref);
}
