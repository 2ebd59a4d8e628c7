#include "desk/telling.h"

#include "base/span.h"

#include <stdio.h>

void telling_say(struct telling *telling, enum paint_colour colour, const char *format, ...)
{
	char stamp[SPAN_BUFFER], label[SPAN_BUFFER + 4];
	struct text s = {0};
	va_list args;
	va_start(args, format);
	text_addv(&s, format, args);
	va_end(args);
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
