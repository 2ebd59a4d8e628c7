#include "desk/privacy.h"

#include "base/ascii.h"
#include "base/dating.h"
#include "base/numeral_part.h"
#include "content/texts.h"
#include "content/unit.h"

#include <string.h>
#include <strings.h>

enum {
	MOST_DIGITS = 19,
	CARD_LEAST = 13,
	PHONE_LEAST = 8,
	PHONE_MOST = 15,
	LONGEST_LOCAL = 64,
	LONGEST_DOMAIN = 190,
	POSTCODE = 6,
	ADDRESS = 80
};

struct privacy {
	struct sheet *sheet;
	const char *text;
	size_t len;
	struct shape_texts ours; /* texts that our own contacts stand in */
	size_t address_end;      /* of the last street address that was told */
};

/* ---- what is our own ---- */

static void add_ours(struct privacy *p, const char *s)
{
	if (!s)
		return;
	texts_add(&p->ours, s, p->sheet->arena);
	sheet_mark_known(p->sheet, s);
}

static void collect(struct privacy *p)
{
	const struct matter *m = p->sheet->matter;
	const struct playbook *playbook = m->world->playbook;
	const struct playbook_role *roles = playbook->roles.v;
	const struct playbook_system *systems = playbook->systems.v;
	const struct playbook_obligation *obligations = playbook->obligations.v;
	add_ours(p, m->contact);
	add_ours(p, playbook->company.contact);
	for (size_t i = 0; i < playbook->roles.n; i++)
		add_ours(p, roles[i].reach);
	for (size_t i = 0; i < playbook->systems.n; i++)
		add_ours(p, systems[i].vendor);
	for (size_t i = 0; i < playbook->obligations.n; i++)
		add_ours(p, obligations[i].contact);
	for (size_t i = 0; i < m->world->nregimes; i++) {
		add_ours(p, m->world->regimes[i]->authority.portal);
		add_ours(p, m->world->regimes[i]->source);
	}
}

static bool contains(const char *text, const char *part, size_t len)
{
	for (; *text; text++)
		if (strncasecmp(text, part, len) == 0)
			return true;
	return false;
}

static bool is_free_mail(const char *domain, size_t len)
{
	static const char *const names[] = {"gmail.", "yahoo.", "hotmail.", "outlook.",    "icloud.",
	                                    "naver.", "daum.",  "hanmail.", "qq.",         "163.",
	                                    "126.",   "live.",  "proton.",  "protonmail.", "me.com"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (len > strlen(names[i]) && strncasecmp(domain, names[i], strlen(names[i])) == 0)
			return true;
	return false;
}

/* The very address; or another of a domain that is ours, our vendors' or an authority's. */
static bool is_our_mail(const struct privacy *p, size_t from, size_t sign, size_t to)
{
	for (size_t i = 0; i < p->ours.n; i++) {
		bool free = is_free_mail(p->text + sign + 1, to - sign - 1);
		if (contains(p->ours.v[i], p->text + (free ? from : sign), to - (free ? from : sign)))
			return true;
	}
	return false;
}

static bool is_our_phone(const struct privacy *p, const char *digits, size_t n)
{
	for (size_t i = 0; i < p->ours.n; i++) {
		size_t matched = 0;
		for (const char *s = p->ours.v[i]; *s && matched < n; s++)
			if (*s >= '0' && *s <= '9')
				matched = *s == digits[matched] ? matched + 1 : *s == digits[0] ? 1 : 0;
		if (matched == n)
			return true;
	}
	return false;
}

/* ---- runs of figures ---- */

struct run { /* figures with single spaces, dashes or brackets between them */
	char digits[MOST_DIGITS + 1];
	size_t n, to;
	size_t groups[MOST_DIGITS]; /* how many figures each group has */
	size_t ngroups;
};

static bool is_joined(const struct privacy *p, size_t at)
{
	return at < p->len && (ascii_digit(p->text[at]) || ascii_letter(p->text[at]));
}

static bool read_run(const struct privacy *p, size_t at, const char *joints, struct run *run)
{
	*run = (struct run){.ngroups = 1};
	for (; at < p->len; at++) {
		char c = p->text[at];
		if (ascii_digit(c)) {
			if (run->n == MOST_DIGITS)
				return false;
			run->digits[run->n++] = c;
			run->groups[run->ngroups - 1]++;
			run->to = at + 1;
		} else if (run->n && strchr(joints, c) && at + 1 < p->len && ascii_digit(p->text[at + 1])) {
			run->ngroups++;
		} else {
			break;
		}
	}
	return run->n > 0 && !is_joined(p, run->to);
}

static bool is_luhn(const struct run *run)
{
	int sum = 0;
	for (size_t i = 0; i < run->n; i++) {
		int d = run->digits[run->n - 1 - i] - '0';
		d = i % 2 ? 2 * d : d;
		sum += d > 9 ? d - 9 : d;
	}
	return sum % 10 == 0;
}

static bool is_card(const struct run *run)
{
	return run->n >= CARD_LEAST && run->digits[0] >= '2' && run->digits[0] <= '6' && is_luhn(run);
}

/* Two figures each of year, month and day. */
static bool is_birthday(const struct run *run)
{
	int month = (run->digits[2] - '0') * 10 + run->digits[3] - '0';
	int day = (run->digits[4] - '0') * 10 + run->digits[5] - '0';
	return run->n > 6 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* 6-7 figures; without the dash only with its check digit (which numbers since October 2020 need not have). */
static bool is_resident(const struct run *run)
{
	static const int weights[] = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
	int sum = 0;
	if (run->n != 13 || !is_birthday(run) || run->digits[6] < '1' || run->digits[6] > '8')
		return false;
	if (run->ngroups == 2)
		return run->groups[0] == 6;
	for (size_t i = 0; i < 12; i++)
		sum += weights[i] * (run->digits[i] - '0');
	return run->ngroups == 1 && (11 - sum % 11) % 10 == run->digits[12] - '0';
}

static bool is_mykad(const struct run *run)
{
	int place = (run->digits[6] - '0') * 10 + run->digits[7] - '0';
	bool known = (place >= 1 && place <= 16) || (place >= 21 && place <= 68) || (place >= 71 && place <= 79) ||
	             (place >= 82 && place <= 93) || place >= 98;
	bool shaped = run->ngroups == 1 || (run->ngroups == 3 && run->groups[0] == 6 && run->groups[1] == 2);
	return run->n == 12 && shaped && is_birthday(run) && known;
}

static bool is_phone(const struct privacy *p, size_t at, const struct run *run)
{
	struct dating date;
	bool plus = at && p->text[at - 1] == '+',
	     free = !strncmp(run->digits, "1800", 4) || !strncmp(run->digits, "1300", 4);
	bool local =
	    run->ngroups == 2 && run->n == PHONE_LEAST && run->groups[0] == 4 && strchr("3689", run->digits[0]);
	if (run->n < PHONE_LEAST || run->n > PHONE_MOST ||
	    (!plus && dating_read(p->text, p->len, at, &date) && date.month))
		return false;
	return plus || ((*run->digits == '0' || free) && run->ngroups > 1) ||
	       (local && unit_after(p->text, run->to, p->len) == UNIT_NONE);
}

/* ---- other shapes ---- */

static size_t skip_joint(const struct privacy *p, size_t at)
{
	return at < p->len && strchr(" -", p->text[at]) ? at + 1 : at;
}

/* S1234567D, S 1234567 D: its end; 0 when none stands there. */
static size_t nric_at(const struct privacy *p, size_t at)
{
	static const int weights[] = {2, 7, 6, 5, 4, 3, 2};
	static const struct {
		char first;
		int more;
		const char *letters;
	} series[] = {{'S', 0, "JZIHGFEDCBA"},
	              {'T', 4, "JZIHGFEDCBA"},
	              {'F', 0, "XWUTRQPNMLK"},
	              {'G', 4, "XWUTRQPNMLK"},
	              {'M', 3, "XWUTRQPNJLK"}};
	for (size_t i = 0; i < sizeof series / sizeof *series; i++) {
		int sum = series[i].more;
		size_t to = skip_joint(p, at + 1), digits = 0;
		if ((p->text[at] & ~0x20) != series[i].first)
			continue;
		for (; digits < 7 && to < p->len && ascii_digit(p->text[to]); digits++, to++)
			sum += weights[digits] * (p->text[to] - '0');
		to = skip_joint(p, to);
		if (digits < 7 || to >= p->len || is_joined(p, to + 1))
			return 0;
		return (p->text[to] & ~0x20) == series[i].letters[sum % 11] ? to + 1 : 0;
	}
	return 0;
}

static size_t digits_from(const struct privacy *p, size_t at)
{
	size_t n = 0;
	while (at + n < p->len && n < MOST_DIGITS && ascii_digit(p->text[at + n]))
		n++;
	return n;
}

/* #12-34; Blk 123A; Singapore 123456, S(123456): how Singapore writes where somebody lives. Returns its end, or 0. */
static size_t address_at(const struct privacy *p, size_t at)
{
	static const char *const blocks[] = {"blk ", "block ", "blk. "}, *const codes[] = {"singapore ", "s(",
	                                                                                   "singapore, "};
	if (p->text[at] == '#') {
		size_t floor = digits_from(p, at + 1), dash = at + 1 + floor;
		size_t unit = dash < p->len && p->text[dash] == '-' ? digits_from(p, dash + 1) : 0;
		return floor == 2 && unit >= 2 && unit <= 5 ? dash + 1 + unit : 0;
	}
	for (size_t i = 0; i < 3; i++) {
		size_t block = at + strlen(blocks[i]), code = at + strlen(codes[i]);
		if (numeral_part_starts(p->text, p->len, at, blocks[i]) && digits_from(p, block))
			return block + digits_from(p, block);
		if (numeral_part_starts(p->text, p->len, at, codes[i]) && digits_from(p, code) == POSTCODE)
			return code + POSTCODE;
	}
	return 0;
}

static bool is_mail_sign(char c)
{
	return ascii_digit(c) || ascii_letter(c) || (c && strchr("._%+-", c));
}

/* ---- telling ---- */

/* `own`: it may be our own, too. */
static void tell(struct privacy *p, size_t from, size_t to, const char *what, bool own)
{
	if (p->sheet->marks[from] != SHEET_FREE)
		return;
	sheet_mark(p->sheet, from, to, SHEET_TOLD);
	diag_error(p->sheet->diags, prose_place(p->sheet->prose, from), "%s (%.2s...): take it out", what,
	           p->text + from);
	if (own)
		diag_hint(p->sheet->diags, "one of your own passes once company: contact: or a role's reach: has it");
}

static size_t check_run(struct privacy *p, size_t at)
{
	struct run run;
	if (read_run(p, at, ".", &run) && is_card(&run)) {
		tell(p, at, run.to, "a payment card number", false);
		return run.to;
	}
	if (!read_run(p, at, " -", &run))
		return at + digits_from(p, at);
	size_t from = at && p->text[at - 1] == '+' ? at - 1 : at;
	if (is_resident(&run)) {
		tell(p, at, run.to, "a Korean resident number", false);
	} else if (is_card(&run)) {
		tell(p, at, run.to, "a payment card number", false);
	} else if (is_mykad(&run)) {
		tell(p, at, run.to, "a MyKad number", false);
	} else if (is_phone(p, at, &run)) {
		if (is_our_phone(p, run.digits, run.n))
			sheet_mark(p->sheet, from, run.to, SHEET_KNOWN);
		else
			tell(p, from, run.to, "a phone number that is none of our contacts'", true);
	} else {
		return at + digits_from(p, at);
	}
	return run.to;
}

static size_t check_mail(struct privacy *p, size_t sign)
{
	size_t from = sign, to = sign + 1;
	while (from > 0 && sign - from < LONGEST_LOCAL && is_mail_sign(p->text[from - 1]))
		from--;
	while (to < p->len && to - sign < LONGEST_DOMAIN && is_mail_sign(p->text[to]))
		to++;
	while (to > sign && strchr(".-", p->text[to - 1]))
		to--;
	if (from == sign || to <= sign + 3 || !memchr(p->text + sign, '.', to - sign))
		return sign + 1;
	if (is_our_mail(p, from, sign, to))
		sheet_mark(p->sheet, from, to, SHEET_KNOWN);
	else
		tell(p, from, to, "an e-mail address that is none of our contacts'", true);
	return to;
}

static void check_address(struct privacy *p, size_t at, size_t to)
{
	if (p->address_end && at < p->address_end + ADDRESS)
		sheet_mark(p->sheet, p->address_end, to, SHEET_TOLD);
	else if (p->sheet->marks[at] == SHEET_FREE)
		tell(p, at, to, "a street address", false);
	else
		return;
	p->address_end = to;
}

/* A link's address is read by nobody, its figures claim nothing. */
static size_t link_end(const struct privacy *p, size_t at)
{
	if (!numeral_part_starts(p->text, p->len, at, "http") && !numeral_part_starts(p->text, p->len, at, "www."))
		return 0;
	size_t end = at;
	while (end < p->len && !strchr(" \n<>\"", p->text[end]) && (unsigned char)p->text[end] < 0x80)
		end++;
	return end;
}

static size_t check_at(struct privacy *p, size_t at)
{
	bool start = at == 0 || !is_joined(p, at - 1);
	if (p->text[at] == '@')
		return check_mail(p, at);
	if (!start)
		return at + 1;
	size_t to = address_at(p, at), link = link_end(p, at);
	if (to) {
		check_address(p, at, to);
		return to;
	}
	if (link) {
		sheet_mark(p->sheet, at, link, SHEET_KNOWN);
		return link;
	}
	size_t nric = nric_at(p, at);
	if (nric) {
		tell(p, at, nric, "an NRIC or FIN number", false);
		return nric;
	}
	return ascii_digit(p->text[at]) ? check_run(p, at) : at + 1;
}

/* ---- hiding ---- */

static void hide(const struct sheet *sheet)
{
	struct diag_source *source = NULL;
	for (size_t i = 0; i < sheet->diags->nsources; i++)
		if (strcmp(sheet->diags->sources[i].file, sheet->prose->file->name) == 0)
			source = &sheet->diags->sources[i];
	if (!source || source->len != sheet->prose->file->len)
		return;
	char *hidden = arena_ndup(sheet->diags->arena, source->bytes, source->len);
	for (size_t i = 0; i < sheet->prose->len; i++) {
		uint32_t at = sheet->prose->at[i];
		bool told = sheet->marks[i] == SHEET_TOLD && at < source->len;
		if (told && (ascii_digit(hidden[at]) || ascii_letter(hidden[at])))
			hidden[at] = '*';
	}
	source->bytes = hidden;
}

void privacy_check(struct sheet *sheet)
{
	struct privacy p = {.sheet = sheet, .text = sheet->prose->text, .len = sheet->prose->len};
	collect(&p);
	for (size_t at = 0; at < p.len;)
		at = check_at(&p, at);
	hide(sheet);
}
