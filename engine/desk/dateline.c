#include "desk/dateline.h"

#include "base/dating.h"
#include "base/numeral_part.h"
#include "base/weekday.h"
#include "base/zone.h"
#include "desk/kinds.h"

#include <stddef.h>
#include <string.h>

enum { LONGEST_BRACKET = 60 };

struct head {
	struct sheet *sheet;
	const struct overclaim *overclaim;
	size_t at, to;
	struct dating date; /* the first of it; `day` 0: none */
	bool name, bracket, word;
};

/* ---- the company's name, a date, a zone, and no more ---- */

static bool take(struct head *h, const char *s)
{
	if (!s || !*s || !numeral_part_starts(h->sheet->prose->text, h->to, h->at, s))
		return false;
	h->at += strlen(s);
	return true;
}

/* The longest word of the list that `member` is of a language. */
static bool take_word(struct head *h, size_t member)
{
	const struct overclaim_language *languages = h->overclaim->languages.v;
	size_t end = 0;
	for (size_t k = 0; k < h->overclaim->languages.n; k++) {
		const struct shape_texts *words = (const void *)((const char *)&languages[k] + member);
		for (size_t i = 0; i < words->n; i++) {
			size_t behind = sheet_match(h->sheet, h->at, h->to, words->v[i]);
			end = behind > end ? behind : end;
		}
	}
	h->at = end ? end : h->at;
	return end != 0;
}

/* A zone in words, in brackets; whatever else it says is judged as any other text is. */
static bool take_bracket(struct head *h)
{
	static const char *const brackets[][2] = {{"(", ")"}, {"（", "）"}};
	for (size_t i = 0; i < 2; i++) {
		size_t at = h->at + strlen(brackets[i][0]);
		if (!numeral_part_starts(h->sheet->prose->text, h->to, h->at, brackets[i][0]))
			continue;
		for (; at < h->to && at < h->at + LONGEST_BRACKET; at++)
			if (numeral_part_starts(h->sheet->prose->text, h->to, at, brackets[i][1])) {
				h->at = at + strlen(brackets[i][1]);
				return true;
			}
	}
	return false;
}

static bool take_date(struct head *h)
{
	struct dating date;
	if (!dating_read(h->sheet->prose->text, h->to, h->at, &date))
		return false;
	if (!h->date.day)
		h->date = date;
	else if (h->date.hour < 0) {
		h->date.hour = date.hour;
		h->date.minute = date.minute;
	}
	h->at = date.to;
	return true;
}

static bool take_sign(struct head *h)
{
	static const char *const signs[] = {" ", ",", ".", ":", "-", "，", "。", "：", "\n"};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (take(h, signs[i]))
			return true;
	return false;
}

static bool take_weekday(struct head *h)
{
	size_t end = weekday_end(h->sheet->prose->text, h->to, h->at);
	h->at = end ? end : h->at;
	return end != 0;
}

/* Whether a sentence has ended there. */
static bool is_end(const struct head *h)
{
	const char *text = h->sheet->prose->text;
	size_t at = h->at;
	while (at && text[at - 1] == ' ')
		at--;
	return h->at == h->to || (at && text[at - 1] == '.') || (at >= 3 && !memcmp(text + at - 3, "。", 3));
}

static bool read_head(struct head *h)
{
	bool more = true;
	while (more && h->at < h->to) {
		bool name = take(h, h->sheet->matter->company), date = !name && take_date(h);
		bool bracket = !name && !date && take_bracket(h),
		     word = !name && !date && !bracket && take_word(h, offsetof(struct overclaim_language, heads));
		h->name = h->name || name;
		h->bracket = h->bracket || bracket;
		h->word = h->word || word;
		more = name || date || bracket || word || take_sign(h) || take_weekday(h);
	}
	return h->date.day && (h->name || (h->word && h->bracket)) && is_end(h);
}

/* A subject that ends in a date: "Update, 22 November 2026". */
static bool read_subject(struct head *h)
{
	static const char *const before[] = {", ", "，", "(", "（"};
	struct sheet *s = h->sheet;
	for (size_t from = h->at; h->at < h->to; h->at++)
		for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
			size_t n = strlen(before[i]);
			if (h->at < from + n || !numeral_part_starts(s->prose->text, h->to, h->at - n, before[i]) ||
			    !dating_read(s->prose->text, h->to, h->at, &h->date) || !h->date.day)
				continue;
			size_t end = h->date.to;
			while (end < h->to && strchr(" )\n", s->prose->text[end]))
				end++;
			if (end == h->to || numeral_part_starts(s->prose->text, h->to, end, "）"))
				return true;
		}
	return false;
}

static void add_own(struct sheet *sheet, const struct dating *date)
{
	const char *zone = sheet->matter->zone;
	struct zone_civil on = {.year = date->year, .month = date->month, .day = date->day};
	on.year = on.year ? on.year : zone_civil(zone, sheet->matter->now).year;
	on.hour = date->hour < 0 ? 0 : date->hour;
	on.minute = date->hour < 0 ? 0 : date->minute;
	int64_t at = zone_epoch(zone, &on);
	if (at <= sheet->matter->now && sheet->times.nown < SHEET_OWN)
		sheet->times.own[sheet->times.nown++] = at;
}

static void read_block(struct sheet *sheet, const struct overclaim *overclaim, const struct prose_block *block)
{
	struct head head = {.sheet = sheet, .overclaim = overclaim, .at = block->from, .to = block->to};
	if (block->kind == PROSE_CELL)
		return;
	if (read_head(&head)) {
		add_own(sheet, &head.date);
		return;
	}
	head = (struct head){.sheet = sheet, .overclaim = overclaim, .at = block->from, .to = block->to};
	bool titled = take_word(&head, offsetof(struct overclaim_language, titles));
	if ((titled || block->kind == PROSE_SUBJECT) && read_subject(&head))
		add_own(sheet, &head.date);
}

/* ---- whose clocks ---- */

static void add_zone(struct sheet *sheet, const char *zone)
{
	for (size_t i = 0; i < sheet->times.nzones; i++)
		if (strcmp(sheet->times.zones[i], zone) == 0)
			return;
	if (sheet->times.nzones < SHEET_ZONES)
		sheet->times.zones[sheet->times.nzones++] = zone;
}

static const char *zone_of(const struct sheet *sheet, const char *law)
{
	const struct world *world = sheet->matter->world;
	for (size_t i = 0; i < world->nregimes; i++)
		if (regime_means(law, world->regimes[i]->id))
			return world->regimes[i]->zone;
	return NULL;
}

static void read_zones(struct sheet *sheet, const struct overclaim_language *language)
{
	const struct overclaim_kind *zones = language->zones.v;
	size_t at, end;
	for (size_t i = 0; i < language->zones.n; i++) {
		const char *zone = zone_of(sheet, zones[i].entry.id);
		if (zone && kinds_says(sheet, 0, sheet->prose->len, &zones[i].names, &at, &end))
			add_zone(sheet, zone);
	}
}

void dateline_read(struct sheet *sheet, const struct overclaim *overclaim)
{
	const struct overclaim_language *languages = overclaim->languages.v;
	add_zone(sheet, sheet->matter->zone);
	for (size_t i = 0; i < overclaim->languages.n; i++)
		read_zones(sheet, &languages[i]);
	for (size_t i = 0; i < sheet->prose->nblocks; i++)
		read_block(sheet, overclaim, &sheet->prose->blocks[i]);
}
