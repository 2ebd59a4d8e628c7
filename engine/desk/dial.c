#include "desk/dial.h"

#include "base/span.h"
#include "base/tree.h"
#include "base/zone.h"

#include <stdio.h>
#include <string.h>

/* Every zone's offset is whole quarters of an hour, and changes on one. */
enum { QUARTER = 15 * SPAN_MINUTE };

/* "2026-03-05T13:40:00Z" */
static int64_t read_instant(const char *iso)
{
	struct zone_civil c = {0};
	if (!iso ||
	    sscanf(iso, "%4d-%2d-%2dT%2d:%2d:%2dZ", &c.year, &c.month, &c.day, &c.hour, &c.minute, &c.second) != 6)
		return 0;
	return zone_epoch("UTC", &c);
}

struct dial dial_of(const struct jsn *model, const struct phrases *phrases)
{
	const char *zone = jsn_text(jsn_get(model, "zone"));
	struct dial dial = {
	    .phrases = phrases, .zone = zone ? zone : "UTC", .t0 = read_instant(jsn_text(jsn_get(model, "t0")))};
	for (size_t i = 0; i < DIAL_MARKS; i++)
		dial.marks[i].weekday = -1;
	return dial;
}

int32_t dial_read(const struct jsn *row, const char *key)
{
	return (int32_t)jsn_number(jsn_get(row, key), DIAL_NEVER);
}

/* Asking for civil time reads the zone's file: a report asks for the same quarters again and again. */
static const struct dial_mark *mark_at(struct dial *dial, int64_t quarter)
{
	struct dial_mark *mark = &dial->marks[(uint64_t)quarter % DIAL_MARKS];
	if (mark->quarter == quarter && mark->weekday >= 0)
		return mark;
	struct zone_civil civil = zone_civil(dial->zone, quarter * QUARTER);
	*mark = (struct dial_mark){quarter, civil.hour, civil.minute, civil.weekday};
	return mark;
}

void dial_short(struct dial *dial, struct jsn *row, const char *name, int32_t t)
{
	struct text text = {0};
	char key[24];
	if (t == DIAL_NEVER) {
		tree_null(row, name);
		return;
	}
	int64_t at = dial->t0 + t, quarter = at / QUARTER - (at % QUARTER < 0);
	const struct dial_mark *mark = mark_at(dial, quarter);
	snprintf(key, sizeof key, "time.weekday.%d", mark->weekday);
	phrase_say(dial->phrases, key, NULL, &text);
	text_addf(&text, " %02d:%02d", mark->hour, mark->minute + (int)((at - quarter * QUARTER) / SPAN_MINUTE));
	tree_taken(row, name, &text);
	text_free(&text);
}

void dial_date(const struct dial *dial, struct jsn *row, const char *name, int32_t t)
{
	struct text text = {0};
	if (t != DIAL_NEVER)
		phrase_date(dial->phrases, dial->zone, dial->t0 + t, &text);
	tree_text(row, name, text.data);
	text_free(&text);
}
