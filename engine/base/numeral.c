#include "base/numeral.h"

#include "base/ascii.h"
#include "base/numeral_part.h"

#include <string.h>

enum { MOST_PARTS = 40 };

struct affix {
	const char *word;
	size_t len;
	int means; /* enum numeral_bound, enum numeral_kind */
};

// clang-format off
#define AFFIX(word, means) {word, sizeof word - 1, means}
static const struct affix bounds_before[] = {
	AFFIX("about", NUMERAL_ABOUT), AFFIX("around", NUMERAL_ABOUT), AFFIX("approximately", NUMERAL_ABOUT), AFFIX("approx.", NUMERAL_ABOUT),
	AFFIX("roughly", NUMERAL_ABOUT), AFFIX("nearly", NUMERAL_ABOUT), AFFIX("almost", NUMERAL_ABOUT), AFFIX("some", NUMERAL_ABOUT),
	AFFIX("close to", NUMERAL_ABOUT), AFFIX("~", NUMERAL_ABOUT), AFFIX("≈", NUMERAL_ABOUT), AFFIX("kira-kira", NUMERAL_ABOUT),
	AFFIX("lebih kurang", NUMERAL_ABOUT), AFFIX("sekitar", NUMERAL_ABOUT), AFFIX("hampir", NUMERAL_ABOUT),
	AFFIX("anggaran", NUMERAL_ABOUT), AFFIX("约", NUMERAL_ABOUT), AFFIX("大概", NUMERAL_ABOUT), AFFIX("将近", NUMERAL_ABOUT),
	AFFIX("近", NUMERAL_ABOUT), AFFIX("약", NUMERAL_ABOUT), AFFIX("대략", NUMERAL_ABOUT), AFFIX("거의", NUMERAL_ABOUT),
	AFFIX("no more than", NUMERAL_UNDER), AFFIX("not more than", NUMERAL_UNDER), AFFIX("no fewer than", NUMERAL_OVER),
	AFFIX("no less than", NUMERAL_OVER), AFFIX("tidak lebih daripada", NUMERAL_UNDER), AFFIX("不超过", NUMERAL_UNDER),
	AFFIX("不少于", NUMERAL_OVER), AFFIX("more than", NUMERAL_ABOVE), AFFIX("over", NUMERAL_ABOVE), AFFIX("at least", NUMERAL_OVER),
	AFFIX("upwards of", NUMERAL_ABOVE), AFFIX("above", NUMERAL_ABOVE), AFFIX("lebih daripada", NUMERAL_ABOVE),
	AFFIX("melebihi", NUMERAL_ABOVE), AFFIX("sekurang-kurangnya", NUMERAL_OVER), AFFIX("超过", NUMERAL_ABOVE), AFFIX("逾", NUMERAL_ABOVE),
	AFFIX("至少", NUMERAL_OVER), AFFIX("최소", NUMERAL_OVER), AFFIX("up to", NUMERAL_UNDER), AFFIX("under", NUMERAL_BELOW),
	AFFIX("less than", NUMERAL_BELOW), AFFIX("fewer than", NUMERAL_BELOW), AFFIX("at most", NUMERAL_UNDER),
	AFFIX("as many as", NUMERAL_UNDER), AFFIX("below", NUMERAL_BELOW), AFFIX("sehingga", NUMERAL_UNDER),
	AFFIX("kurang daripada", NUMERAL_BELOW), AFFIX("paling banyak", NUMERAL_UNDER), AFFIX("最多", NUMERAL_UNDER),
	AFFIX("不到", NUMERAL_BELOW), AFFIX("少于", NUMERAL_BELOW), AFFIX("최대", NUMERAL_UNDER), AFFIX("数", NUMERAL_SOME),
	AFFIX("几", NUMERAL_SOME), AFFIX("上", NUMERAL_SOME), AFFIX("수", NUMERAL_SOME), {NULL, 0, 0},
};
static const struct affix bounds_after[] = {
	AFFIX("+", NUMERAL_OVER), AFFIX(" or so", NUMERAL_ABOUT), AFFIX(" or more", NUMERAL_OVER), AFFIX("左右", NUMERAL_ABOUT),
	AFFIX("多", NUMERAL_OVER), AFFIX("余", NUMERAL_OVER), AFFIX("以上", NUMERAL_OVER), AFFIX("여", NUMERAL_OVER), {NULL, 0, 0},
};
static const struct affix money_before[] = {
	AFFIX("S$", 0), AFFIX("US$", 0), AFFIX("HK$", 0), AFFIX("NT$", 0), AFFIX("A$", 0), AFFIX("$", 0), AFFIX("₩", 0), AFFIX("￦", 0), AFFIX("¥", 0), AFFIX("￥", 0),
	AFFIX("€", 0), AFFIX("£", 0), AFFIX("RM", 0), AFFIX("KRW", 0), AFFIX("SGD", 0), AFFIX("USD", 0), AFFIX("MYR", 0), AFFIX("EUR", 0), AFFIX("GBP", 0),
	AFFIX("CNY", 0), AFFIX("RMB", 0), AFFIX("JPY", 0), AFFIX("IDR", 0), AFFIX("Rp", 0), {NULL, 0, 0},
};
static const struct affix kinds_after[] = {
	AFFIX("%", NUMERAL_PERCENT), AFFIX("％", NUMERAL_PERCENT), AFFIX("per cent", NUMERAL_PERCENT), AFFIX("percent", NUMERAL_PERCENT),
	AFFIX("peratus", NUMERAL_PERCENT), AFFIX("persen", NUMERAL_PERCENT), AFFIX("퍼센트", NUMERAL_PERCENT),
	AFFIX("dollars", NUMERAL_MONEY), AFFIX("dollar", NUMERAL_MONEY), AFFIX("won", NUMERAL_MONEY), AFFIX("ringgit", NUMERAL_MONEY),
	AFFIX("yuan", NUMERAL_MONEY), AFFIX("yen", NUMERAL_MONEY), AFFIX("rupiah", NUMERAL_MONEY), AFFIX("euros", NUMERAL_MONEY),
	AFFIX("cents", NUMERAL_MONEY), AFFIX("SGD", NUMERAL_MONEY), AFFIX("KRW", NUMERAL_MONEY), AFFIX("MYR", NUMERAL_MONEY),
	AFFIX("USD", NUMERAL_MONEY), AFFIX("元", NUMERAL_MONEY), AFFIX("块", NUMERAL_MONEY), AFFIX("美元", NUMERAL_MONEY),
	AFFIX("新元", NUMERAL_MONEY), AFFIX("韩元", NUMERAL_MONEY), AFFIX("令吉", NUMERAL_MONEY), AFFIX("원", NUMERAL_MONEY),
	AFFIX("달러", NUMERAL_MONEY), AFFIX("링깃", NUMERAL_MONEY), {NULL, 0, 0},
};
/* What makes a lone Chinese or Korean number word a number. */
static const char *const counters[] = {"人", "名", "位", "个", "個", "条", "份", "次", "项", "笔", "天", "年", "月", "周",
	"小时", "分钟", "家", "台", "部", "户", "张", "元", "种", "명", "건", "개", "원", "회", "분", "곳", "대", "퍼센트",
	"%", "％", "多", "余", "여", NULL};
/* Number words of Korea's own that count people and things. */
static const struct affix native[] = {
	AFFIX("한 명", 1), AFFIX("두 명", 2), AFFIX("세 명", 3), AFFIX("네 명", 4), AFFIX("다섯 명", 5), AFFIX("여섯 명", 6), AFFIX("일곱 명", 7),
	AFFIX("여덟 명", 8), AFFIX("아홉 명", 9), AFFIX("열 명", 10), AFFIX("두 건", 2), AFFIX("세 건", 3), AFFIX("두 개", 2), AFFIX("세 개", 3), {NULL, 0, 0},
};
// clang-format on

static bool letter_at(const char *text, size_t len, size_t at)
{
	return at < len && ascii_letter(text[at]);
}

static bool digit_at(const char *text, size_t len, size_t at)
{
	size_t size;
	return numeral_part_digit(text, len, at, &size);
}

/* Whether `word` ends at byte `end`, not in the middle of a longer word. */
static bool ends(const char *text, size_t least, size_t end, const char *word, size_t n)
{
	if (end < least + n || !numeral_part_starts(text, end, end - n, word))
		return false;
	return !ascii_letter(*word) || end == n || !ascii_letter(text[end - n - 1]);
}

static const struct affix *find_before(const char *text, size_t least, size_t end, const struct affix *table)
{
	for (; table->word; table++)
		if (ends(text, least, end, table->word, table->len))
			return table;
	return NULL;
}

static const struct affix *find_after(const char *text, size_t len, size_t at, const struct affix *table)
{
	for (; table->word; table++) {
		size_t to = at + table->len;
		if (numeral_part_starts(text, len, at, table->word) &&
		    !(letter_at(text, len, to - 1) && letter_at(text, len, to)))
			return table;
	}
	return NULL;
}

/* ---- parts put together ---- */

struct sum {
	int64_t total, section, number, biggest, smallest;
	enum numeral_part_script script;
	bool has_number, has_scale, fraction, some, figures;
	size_t parts;
};

static bool add_unit(struct sum *sum, const struct numeral_part *part)
{
	if (!sum->has_number)
		sum->number = part->milli;
	else if (part->script == NUMERAL_PART_HAN && !sum->has_scale && !sum->figures)
		sum->number = numeral_part_times(sum->number, 10) + part->milli; /* 二〇二六 */
	else if (sum->number >= 20000 && sum->number < 100000 && sum->number % 10000 == 0 && part->milli < 10000 &&
	         part->milli && part->script == NUMERAL_PART_LATIN && !sum->figures)
		sum->number += part->milli; /* twenty-four */
	else
		return false;
	return sum->has_number = true;
}

static bool add_small(struct sum *sum, int64_t scale)
{
	int64_t times = sum->has_number ? sum->number : 1000;
	if (sum->smallest && scale >= sum->smallest)
		return false;
	sum->section += numeral_part_times(times, scale);
	sum->smallest = scale;
	sum->number = 0;
	sum->has_number = false;
	return sum->has_scale = true;
}

static bool add_big(struct sum *sum, int64_t scale)
{
	int64_t times = sum->section + sum->number;
	if (sum->biggest && scale >= sum->biggest)
		return false;
	if (!sum->has_number && !sum->section)
		times = 1000;
	sum->total += numeral_part_times(times, scale);
	sum->biggest = scale;
	sum->section = sum->number = sum->smallest = 0;
	sum->has_number = false;
	return sum->has_scale = true;
}

/* False where the number ended before this part. */
static bool add_part(struct sum *sum, const struct numeral_part *part)
{
	bool first = !sum->parts++;
	if (first)
		sum->script = part->script;
	else if (part->kind != NUMERAL_PART_FIGURES && !(sum->figures && !sum->has_scale) &&
	         part->script != sum->script)
		return false;
	else if (sum->figures && !sum->has_scale)
		sum->script = part->script;
	switch (part->kind) {
	case NUMERAL_PART_FIGURES:
		if (!first && (sum->has_number || sum->script == NUMERAL_PART_LATIN))
			return false;
		sum->number = part->milli;
		sum->fraction = sum->fraction || part->fraction;
		return sum->figures = sum->has_number = true;
	case NUMERAL_PART_UNIT:
		return add_unit(sum, part);
	case NUMERAL_PART_TEEN:
		if (!sum->has_number || sum->number >= 10000)
			return false;
		sum->number += part->milli;
		return true;
	case NUMERAL_PART_SMALL:
		return add_small(sum, part->milli / 1000);
	case NUMERAL_PART_BIG:
		return add_big(sum, part->milli / 1000);
	default:
		sum->total = part->milli;
		sum->some = true;
		return first;
	}
}

/* Where the next part may begin: behind a space, a hyphen between words, "and" behind a scale. */
static size_t next_part(const char *text, size_t len, size_t at, const struct sum *sum)
{
	bool latin = sum->script == NUMERAL_PART_LATIN;
	if (latin && sum->has_scale && !sum->figures && numeral_part_starts(text, len, at, " and "))
		return at + 5;
	if (at < len && (text[at] == ' ' || (text[at] == '-' && latin && !sum->figures)))
		return at + 1;
	return numeral_part_starts(text, len, at, "\xc2\xa0") ? at + 2 : at;
}

/* A word can go on behind a space only in Latin script and Korean; in Chinese a space ends the number. */
static bool may_go_on(const struct sum *sum, const struct numeral_part *part, size_t at, size_t from)
{
	if (part->script == NUMERAL_PART_HAN && part->kind != NUMERAL_PART_FIGURES)
		return at == from;
	if (part->kind == NUMERAL_PART_FIGURES) /* 1만 2천, 3万5000 */
		return sum->has_scale && (sum->script == NUMERAL_PART_HANGUL || at == from);
	return part->script != NUMERAL_PART_HANGUL || at == from || sum->figures || sum->biggest;
}

/* "Tens of thousands", "puluhan ribu": behind what ended at `end`. */
static size_t times_some(const char *text, size_t len, size_t end, struct sum *sum)
{
	struct numeral_part part;
	size_t from = numeral_part_starts(text, len, end, " of ") ? end + 4 : end + 1;
	bool scale = from < len && numeral_part_read(text, len, from, &part) &&
	             (part.kind == NUMERAL_PART_SOME || part.kind == NUMERAL_PART_BIG);
	if (!scale || text[end] != ' ')
		return end;
	sum->total = numeral_part_times(sum->total, part.milli / 1000);
	return part.to;
}

/* Adds parts from `at` on; returns where the last one ended, `at` when there is none. */
static size_t add_parts(const char *text, size_t len, size_t at, struct sum *sum)
{
	struct numeral_part part;
	size_t end = at;
	while (sum->parts < MOST_PARTS) {
		struct sum before = *sum;
		size_t from = sum->parts ? next_part(text, len, end, sum) : at;
		if (!numeral_part_read(text, len, from, &part) || part.id ||
		    (sum->parts && !may_go_on(sum, &part, end, from)) || !add_part(sum, &part)) {
			*sum = before;
			break;
		}
		end = part.to;
		if (sum->some)
			return times_some(text, len, end, sum);
	}
	return end;
}

/* ---- what is a number, and what only looks like one ---- */

/* The letters glued to the end of figures: of a scale (33.7m), a unit (72h), or of an id (26D). */
static bool glued(const char *text, size_t len, size_t *at, struct sum *sum, bool *known)
{
	static const struct affix scales[] = {AFFIX("k", 1000),        AFFIX("m", 1000000),    AFFIX("mn", 1000000),
	                                      AFFIX("bn", 1000000000), AFFIX("b", 1000000000), {NULL, 0, 0}};
	static const struct affix units[] = {AFFIX("h", 0),   AFFIX("hrs", 0),  AFFIX("d", 0),
	                                     AFFIX("min", 0), AFFIX("mins", 0), AFFIX("kg", 0),
	                                     AFFIX("GB", 0),  AFFIX("MB", 0),   {NULL, 0, 0}};
	size_t to = *at;
	while (letter_at(text, len, to))
		to++;
	const struct affix *scale = find_after(text, len, *at, scales);
	const struct affix *unit = find_after(text, len, *at, units);
	bool as_written = unit && !memcmp(text + *at, unit->word, strlen(unit->word)); /* 90d, not 26D */
	*known = to == *at || scale || as_written || find_after(text, len, *at, kinds_after) || to - *at >= 4;
	if (!scale || digit_at(text, len, to))
		return *known;
	sum->number = numeral_part_times(sum->number, scale->means);
	sum->has_scale = true;
	*at = to;
	return true;
}

/* To the end of what letters, figures and joints make up. */
static size_t skip_id(const char *text, size_t len, size_t at)
{
	for (size_t size; at < len; at += size) {
		bool joint = strchr("-_/.:", text[at]) && (digit_at(text, len, at + 1) || letter_at(text, len, at + 1));
		if (!numeral_part_digit(text, len, at, &size)) {
			size = 1;
			if (!joint && !letter_at(text, len, at))
				break;
		}
	}
	return at;
}

/* A lone number word of Chinese needs a counter; an idiom with 万 or 千万 in front is none. */
static bool han_counts(const char *text, size_t len, size_t from, size_t end, const struct sum *sum)
{
	static const char *const idioms[] = {"不", "别", "要", "勿", NULL};
	if (ends(text, 0, from, "第", 3) || ends(text, 0, from, "之", 3))
		return false;
	for (size_t i = 0; idioms[i]; i++)
		if (numeral_part_starts(text, len, end, idioms[i]))
			return false;
	if (end - from > 3 && sum->has_scale && !numeral_part_starts(text, len, from, "万") &&
	    !numeral_part_starts(text, len, from, "亿"))
		return true;
	for (size_t i = 0; counters[i]; i++)
		if (numeral_part_starts(text, len, end, counters[i]))
			return true;
	return end - from >= 9 && !sum->has_scale;
}

/* Korean number words are parts of many others: only a whole word with a counter behind it counts. */
static bool hangul_counts(const char *text, size_t len, size_t from, size_t end, const struct sum *sum)
{
	size_t word = ends(text, 0, from, "수", 3) || ends(text, 0, from, "약", 3) ? from - 3 : from;
	if (!sum->has_scale || (word && (unsigned char)text[word - 1] >= 0x80))
		return false;
	size_t at = end < len && text[end] == ' ' ? end + 1 : end;
	for (size_t i = 0; counters[i]; i++)
		if (numeral_part_starts(text, len, at, counters[i]))
			return at > end || end - from > 3; /* 조회 is a word */
	return false;
}

static bool word_counts(const char *text, size_t len, size_t from, size_t end, const struct sum *sum)
{
	if (sum->figures)
		return true;
	if (sum->script == NUMERAL_PART_HAN)
		return han_counts(text, len, from, end, sum);
	if (sum->script == NUMERAL_PART_HANGUL)
		return hangul_counts(text, len, from, end, sum);
	/* two-step, one-time */
	return !(end + 1 < len && text[end] == '-' && ascii_letter(text[end + 1]));
}

/* ---- what stands around it ---- */

static size_t skip_back(const char *text, size_t least, size_t at)
{
	if (at >= least + 2 && !memcmp(text + at - 2, "\xc2\xa0", 2))
		return at - 2;
	return at > least && text[at - 1] == ' ' ? at - 1 : at;
}

static void look_before(const char *text, size_t least, struct numeral *out)
{
	const struct affix *found = find_before(text, least, out->from, money_before);
	size_t space = skip_back(text, least, out->from);
	if (!found && (found = find_before(text, least, space, money_before)))
		out->from = space;
	if (found) {
		out->kind = NUMERAL_MONEY;
		out->from -= strlen(found->word);
	}
	if (out->from > least && text[out->from - 1] == '-' && (out->from == 1 || strchr(" (", text[out->from - 2])))
		out->from--;
	space = skip_back(text, least, out->from);
	found = find_before(text, least, space, bounds_before);
	/* 网上9,870人 is no 上万; 最近 is lately */
	if (!found || (found->means == NUMERAL_SOME && !out->words) || ends(text, least, space, "最近", 6))
		return;
	out->bound = (enum numeral_bound)found->means;
	out->from = space - strlen(found->word);
}

static void look_after(const char *text, size_t len, struct numeral *out)
{
	static const char *const gaps[] = {"", " ", "-", "\xc2\xa0"};
	const struct affix *found = find_after(text, len, out->to, bounds_after);
	if (found && out->bound == NUMERAL_EXACT)
		out->bound = (enum numeral_bound)found->means;
	if (found)
		out->to += strlen(found->word);
	for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++) {
		if (!numeral_part_starts(text, len, out->to, gaps[i]))
			continue;
		found = find_after(text, len, out->to + strlen(gaps[i]), kinds_after);
		if (!found)
			continue;
		out->kind = (enum numeral_kind)found->means;
		out->to += strlen(gaps[i]) + strlen(found->word);
		return;
	}
}

static void fill(const char *text, size_t len, size_t least, const struct sum *sum, struct numeral *out)
{
	int64_t value = sum->total + sum->section;
	out->milli = value > NUMERAL_PART_MOST - sum->number ? NUMERAL_PART_MOST : value + sum->number;
	out->words = !sum->figures;
	out->round = sum->fraction && sum->has_scale;
	out->bound = sum->some ? NUMERAL_SOME : NUMERAL_EXACT;
	out->from = out->core;
	out->to = out->end;
	look_before(text, least, out);
	look_after(text, len, out);
	if (sum->some)
		out->bound = NUMERAL_SOME;
	out->about = out->bound != NUMERAL_EXACT;
}

/* ---- the walk ---- */

/* A number that begins just here; `*skip` is where to go on when there is none. */
static bool read_here(const char *text, size_t len, size_t at, size_t least, struct numeral *out, size_t *skip)
{
	struct numeral_part part;
	struct sum sum = {0};
	bool known = true, share = numeral_part_starts(text, len, at, "百分之");
	*out = (struct numeral){.core = at, .kind = share ? NUMERAL_PERCENT : NUMERAL_COUNT};
	if (!numeral_part_read(text, len, share ? at + 9 : at, &part))
		return false;
	if (part.id) {
		*skip = part.to;
		return false;
	}
	if (!share && ascii_letter(text[at]) && at > 1 && text[at - 1] == '-' && ascii_letter(text[at - 2]))
		return false;
	out->end = add_parts(text, len, share ? at + 9 : at, &sum);
	if (sum.figures && !sum.has_scale && !glued(text, len, &out->end, &sum, &known)) {
		*skip = skip_id(text, len, share ? at + 9 : at);
		return false;
	}
	if (!share && !word_counts(text, len, at, out->end, &sum)) {
		*skip = out->end > at ? out->end : *skip;
		return false;
	}
	fill(text, len, least, &sum, out);
	return out->end > at;
}

static bool native_here(const char *text, size_t len, size_t at, size_t least, struct numeral *out)
{
	for (const struct affix *word = native; word->word; word++) {
		if (!numeral_part_starts(text, len, at, word->word) || (at && (unsigned char)text[at - 1] >= 0x80))
			continue;
		struct sum sum = {.number = word->means * 1000};
		*out = (struct numeral){.core = at, .end = at + strlen(word->word) - strlen(" 명")};
		fill(text, len, least, &sum, out);
		return true;
	}
	return false;
}

/* A word that is no number: to its end, with the figures glued to it, unless it is a currency's. */
static size_t skip_word(const char *text, size_t len, size_t at)
{
	size_t to = at;
	while (letter_at(text, len, to))
		to++;
	if (find_before(text, at, to, money_before))
		return to;
	bool joint = to < len && strchr("-_+", text[to]);
	return digit_at(text, len, to) || (joint && digit_at(text, len, to + 1)) ? skip_id(text, len, to + joint) : to;
}

bool numeral_next(const char *text, size_t len, size_t at, struct numeral *out)
{
	size_t least = at;
	while (at < len) {
		unsigned char c = (unsigned char)text[at];
		size_t skip = at + 1;
		if (c == '#' && digit_at(text, len, at + 1))
			skip = skip_id(text, len, at + 1);
		else if (c >= 0xe0 || ascii_letter((char)c) || (c >= '0' && c <= '9')) {
			if (read_here(text, len, at, least, out, &skip) ||
			    (c >= 0xea && native_here(text, len, at, least, out)))
				return true;
			if (ascii_letter((char)c))
				skip = skip_word(text, len, at);
		}
		at = skip;
	}
	return false;
}

int64_t numeral_step(const struct numeral *numeral)
{
	int64_t step = 1;
	if (!numeral->milli)
		return 1000;
	while (step <= numeral->milli / 10 && numeral->milli % (step * 10) == 0)
		step *= 10;
	return step;
}
