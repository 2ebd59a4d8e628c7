#include "content/unit.h"

#include "base/ascii.h"
#include "base/numeral_part.h"

#include <string.h>

enum { MOST_WORDS = 6, MOST_WIDE = 6, HOUR = 3600, DAY = 86400 };

// clang-format off
static const struct { const char *word; enum unit unit; } words[] = {
	{"people", UNIT_PEOPLE}, {"person", UNIT_PEOPLE}, {"persons", UNIT_PEOPLE}, {"individuals", UNIT_PEOPLE},
	{"individual", UNIT_PEOPLE}, {"customers", UNIT_PEOPLE}, {"customer", UNIT_PEOPLE}, {"users", UNIT_PEOPLE},
	{"members", UNIT_PEOPLE}, {"subscribers", UNIT_PEOPLE}, {"shoppers", UNIT_PEOPLE}, {"clients", UNIT_PEOPLE},
	{"orang", UNIT_PEOPLE}, {"pelanggan", UNIT_PEOPLE}, {"pengguna", UNIT_PEOPLE}, {"individu", UNIT_PEOPLE},
	{"rows", UNIT_ROWS}, {"row", UNIT_ROWS}, {"records", UNIT_ROWS}, {"record", UNIT_ROWS}, {"lines", UNIT_ROWS},
	{"entries", UNIT_ROWS}, {"baris", UNIT_ROWS}, {"rekod", UNIT_ROWS},
	{"accounts", UNIT_ACCOUNTS}, {"account", UNIT_ACCOUNTS}, {"logins", UNIT_ACCOUNTS}, {"akaun", UNIT_ACCOUNTS},
	{"contacts", UNIT_CONTACTS}, {"kenalan", UNIT_CONTACTS}, {"orders", UNIT_ORDERS}, {"pesanan", UNIT_ORDERS},
	{"files", UNIT_FILES}, {"file", UNIT_FILES}, {"fail", UNIT_FILES}, {"devices", UNIT_DEVICES},
	{"laptops", UNIT_DEVICES}, {"views", UNIT_VIEWS}, {"times", UNIT_VIEWS}, {"kali", UNIT_VIEWS},
	{"minutes", UNIT_MINUTES}, {"minute", UNIT_MINUTES}, {"min", UNIT_MINUTES}, {"minit", UNIT_MINUTES},
	{"hours", UNIT_HOURS}, {"hour", UNIT_HOURS}, {"hrs", UNIT_HOURS}, {"h", UNIT_HOURS}, {"jam", UNIT_HOURS},
	{"days", UNIT_DAYS}, {"day", UNIT_DAYS}, {"d", UNIT_DAYS}, {"hari", UNIT_DAYS}, {"weeks", UNIT_WEEKS},
	{"week", UNIT_WEEKS}, {"minggu", UNIT_WEEKS}, {"months", UNIT_MONTHS}, {"month", UNIT_MONTHS},
	{"bulan", UNIT_MONTHS}, {"years", UNIT_YEARS}, {"year", UNIT_YEARS}, {"tahun", UNIT_YEARS},
}, wide[] = { /* a longer word before its beginning */
	{"个小时", UNIT_HOURS}, {"小时", UNIT_HOURS}, {"시간", UNIT_HOURS}, {"个月", UNIT_MONTHS}, {"개월", UNIT_MONTHS},
	{"分钟", UNIT_MINUTES}, {"个账", UNIT_ACCOUNTS}, {"账号", UNIT_ACCOUNTS}, {"账户", UNIT_ACCOUNTS},
	{"계정", UNIT_ACCOUNTS}, {"联系人", UNIT_CONTACTS}, {"연락처", UNIT_CONTACTS}, {"订单", UNIT_ORDERS},
	{"주문", UNIT_ORDERS}, {"文件", UNIT_FILES}, {"파일", UNIT_FILES}, {"人", UNIT_PEOPLE}, {"名", UNIT_PEOPLE},
	{"位", UNIT_PEOPLE}, {"客户", UNIT_PEOPLE}, {"顾客", UNIT_PEOPLE}, {"用户", UNIT_PEOPLE}, {"会员", UNIT_PEOPLE},
	{"명", UNIT_PEOPLE}, {"고객", UNIT_PEOPLE}, {"회원", UNIT_PEOPLE}, {"인원", UNIT_PEOPLE}, {"사람", UNIT_PEOPLE},
	{"行", UNIT_ROWS}, {"条", UNIT_ROWS}, {"记录", UNIT_ROWS}, {"행", UNIT_ROWS}, {"레코드", UNIT_ROWS},
	{"次", UNIT_VIEWS}, {"회", UNIT_VIEWS}, {"天", UNIT_DAYS}, {"日", UNIT_DAYS}, {"일", UNIT_DAYS},
	{"周", UNIT_WEEKS}, {"주", UNIT_WEEKS}, {"분", UNIT_MINUTES}, {"年", UNIT_YEARS}, {"년", UNIT_YEARS},
};
// clang-format on

static bool is_word_at(const char *text, size_t from, size_t end, const char *word)
{
	return strlen(word) == end - from && numeral_part_starts(text, end, from, word);
}

static enum unit latin_unit(const char *text, size_t from, size_t end)
{
	char first = (char)(text[from] | 0x20); /* a letter, in lower case */
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (words[i].word[0] == first && is_word_at(text, from, end, words[i].word))
			return words[i].unit;
	return UNIT_NONE;
}

static enum unit wide_unit(const char *text, size_t at, size_t to)
{
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (wide[i].word[0] == text[at] && numeral_part_starts(text, to, at, wide[i].word))
			return wide[i].unit;
	return UNIT_NONE;
}

/* Behind these stands something else than what was counted: "9,870 are in the file". */
static bool parts(const char *text, size_t from, size_t end)
{
	static const char *const others[] = {"are",  "is",    "were",     "was",  "have", "has",  "had",   "in",  "on",
	                                     "from", "at",    "by",       "with", "who",  "that", "whose", "and", "or",
	                                     "but",  "dalam", "daripada", "di",   "yang", "dan",  "telah", NULL};
	for (size_t i = 0; others[i]; i++)
		if (is_word_at(text, from, end, others[i]))
			return true;
	return false;
}

static bool is_end(const char *text, size_t at, size_t to)
{
	static const char *const signs[] = {"，", "。", "、", "；", "：", "）", NULL};
	if ((text[at] >= '0' && text[at] <= '9') || strchr(",;:.!?)|\n", text[at]))
		return true;
	for (size_t i = 0; signs[i]; i++)
		if (numeral_part_starts(text, to, at, signs[i]))
			return true;
	return false;
}

static size_t letters_end(const char *text, size_t at, size_t to)
{
	while (at < to && ascii_letter(text[at]))
		at++;
	return at;
}

static size_t next_character(const char *text, size_t at, size_t to)
{
	do
		at++;
	while (at < to && ((unsigned char)text[at] & 0xc0) == 0x80);
	return at;
}

enum unit unit_after(const char *text, size_t at, size_t to)
{
	for (int latin = 0, others = 0; at < to && latin < MOST_WORDS && others < MOST_WIDE && !is_end(text, at, to);) {
		size_t end = letters_end(text, at, to);
		enum unit unit = end > at ? latin_unit(text, at, end) : wide_unit(text, at, to);
		if (unit || (end > at && parts(text, at, end)))
			return unit;
		latin += end > at;
		others += (unsigned char)text[at] >= 0xe0;
		at = end > at ? end : next_character(text, at, to);
	}
	return UNIT_NONE;
}

enum unit unit_named(const char *text, size_t from, size_t to)
{
	while (from < to) {
		size_t end = letters_end(text, from, to);
		enum unit unit = end > from ? latin_unit(text, from, end) : wide_unit(text, from, to);
		if (unit)
			return unit;
		from = end > from ? end : next_character(text, from, to);
	}
	return UNIT_NONE;
}

int64_t unit_seconds(enum unit unit)
{
	static const int64_t seconds[] = {
	    [UNIT_MINUTES] = 60, [UNIT_HOURS] = HOUR, [UNIT_DAYS] = DAY, [UNIT_WEEKS] = 7 * DAY, [UNIT_YEARS] = 0};
	return seconds[unit];
}

const char *unit_name(enum unit unit)
{
	static const char *const names[] = {
	    [UNIT_PEOPLE] = "people",     [UNIT_ROWS] = "rows",     [UNIT_ACCOUNTS] = "accounts",
	    [UNIT_CONTACTS] = "contacts", [UNIT_ORDERS] = "orders", [UNIT_FILES] = "files",
	    [UNIT_DEVICES] = "devices",   [UNIT_VIEWS] = "views",   [UNIT_MINUTES] = "minutes",
	    [UNIT_HOURS] = "hours",       [UNIT_DAYS] = "days",     [UNIT_WEEKS] = "weeks",
	    [UNIT_MONTHS] = "months",     [UNIT_YEARS] = "years"};
	return names[unit];
}

bool unit_is(const char *name, const char *other)
{
	const char *named = other ? unit_name(unit_named(other, 0, strlen(other))) : NULL;
	return name && named && strcmp(name, named) == 0;
}
