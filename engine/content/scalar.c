#include "content/scalar.h"

#include "base/span.h"
#include "base/zone.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { LONGEST_QUOTE = 40, NONE = -1 };

bool scalar_mistyped(const struct scalar *how, const struct yml *node)
{
	bool empty = node->type == YML_TEXT && !*node->text;

	return diag_error(how->diags, node->place, "\"%s\": expected %s, found %s", how->key, how->expected,
	                  empty ? "an empty text" : yml_type_name(node->type));
}

/* A short text that is not what it should be is quoted. */
static bool misread(const struct scalar *how, const struct yml *node)
{
	if (node->type != YML_TEXT || !*node->text || strlen(node->text) > LONGEST_QUOTE || strchr(node->text, '\n'))
		return scalar_mistyped(how, node);
	return diag_error(how->diags, node->place, "\"%s\": expected %s, found \"%s\"", how->key, how->expected,
	                  node->text);
}

static const char *listed(const struct scalar *how, const char *const *names, size_t n)
{
	const char *list = names[0];

	for (size_t i = 1; i < n; i++)
		list = arena_printf(how->arena, "%s%s%s", list, i + 1 < n ? ", " : " and ", names[i]);
	return list;
}

void scalar_nearest(const struct scalar *how, const char *word, const char *const *names, size_t n)
{
	const char *nearest = how->diags->errors <= SCALAR_HINTED ? diag_nearest(word, names, n) : NULL;

	if (nearest)
		diag_hint(how->diags, "did you mean \"%s\"?", nearest);
	else if (how->few && n && how->diags->errors <= SCALAR_HINTED)
		diag_hint(how->diags, "there are %s", listed(how, names, n));
}

static size_t count_choices(const char *const *choices)
{
	size_t n = 0;

	while (choices[n])
		n++;
	return n;
}

static int find_choice(const char *const *choices, const char *word)
{
	for (int i = 0; choices[i]; i++)
		if (!strcmp(choices[i], word))
			return i;
	return NONE;
}

static const char *all_choices(const struct scalar *how)
{
	size_t n = count_choices(how->choices);
	const char *s = how->choices[0];

	for (size_t i = 1; i < n; i++)
		s = arena_printf(how->arena, "%s%s%s", s, i + 1 < n ? ", " : " or ", how->choices[i]);
	return s;
}

/* ---- texts and ids ---- */

static bool is_language(const char *key)
{
	return key && key[0] >= 'a' && key[0] <= 'z' && key[1] >= 'a' && key[1] <= 'z' && (!key[2] || key[2] == '-');
}

static bool fits(const struct scalar *how, const struct yml *node)
{
	int words = how->limit > 0 ? text_words(node->text) : 0;

	if (words <= how->limit || how->limit <= 0)
		return true;
	diag_error(how->diags, node->place, "\"%s\" has %d words; at most %d fit", how->key, words, (int)how->limit);
	return diag_code(how->diags, "too-long");
}

/* { en: Names, 50 of them } reads as two keys. */
static bool not_a_language(const struct scalar *how, const struct yml_pair *pair)
{
	diag_error(how->diags, pair->place, "\"%s\": expected a text, or texts by language such as en and zh",
	           how->key);
	if (pair->value->type == YML_NULL)
		diag_hint(how->diags, "a text with a comma in it needs quotes");
	return false;
}

static bool read_languages(const struct scalar *how, const struct yml *map, const char **out)
{
	bool fine = true;

	for (size_t i = 0; i < map->n; i++) {
		const struct yml_pair *pair = &map->pairs[i];

		if (!is_language(pair->key))
			fine = not_a_language(how, pair);
		else if (pair->value->type != YML_TEXT || !*pair->value->text)
			fine = scalar_mistyped(how, pair->value);
		else
			fine = fits(how, pair->value) && fine;
	}
	if (fine)
		*out = arena_dup(how->arena, yml_in(map, how->lang));
	return fine;
}

bool scalar_text(const struct scalar *how, const struct yml *node, const char **out)
{
	if (node->type == YML_MAP && node->n)
		return read_languages(how, node, out);
	if (node->type != YML_TEXT || !*node->text)
		return scalar_mistyped(how, node);
	*out = arena_dup(how->arena, node->text);
	return fits(how, node);
}

static bool id_valid(const char *s)
{
	size_t len = strlen(s);

	return len > 0 && len <= SCALAR_ID_MAX && s[0] != '_' && s[0] != '.' && s[0] != '+' && s[0] != '-' &&
	       strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_.+-") == len;
}

/* "IT admin" was meant as it-admin. */
static void suggest_id(const struct scalar *how, const char *id)
{
	char meant[SCALAR_ID_MAX + 1] = "";
	size_t n = 0;

	for (; id[n] && n < SCALAR_ID_MAX; n++)
		meant[n] = (char)(id[n] == ' ' ? '-' : tolower((unsigned char)id[n]));
	if (!id[n] && id_valid(meant))
		diag_hint(how->diags, "write %s", meant);
}

bool scalar_check_id(const struct scalar *how, const char *id, struct diag_place place)
{
	if (id_valid(id))
		return true;
	diag_error(how->diags, place, "\"%.*s\" is no id: use lower-case letters, digits and hyphens, at most %d",
	           SCALAR_ID_MAX + 12, id, SCALAR_ID_MAX);
	suggest_id(how, id);
	return false;
}

bool scalar_id(const struct scalar *how, const struct yml *node, const char **out)
{
	if (node->type != YML_TEXT || !*node->text)
		return scalar_mistyped(how, node);
	*out = arena_dup(how->arena, node->text);
	if (scalar_check_id(how, node->text, node->place))
		return true;
	if (strchr(node->text, ','))
		diag_hint(how->diags, "several ids are a list: %s",
		          node->lua ? "{ \"one\", \"another\" }" : "[one, another]");
	return false;
}

/* ---- numbers, times, choices ---- */

/* Digits alone: "41,200" and "1e3" are no numbers here. */
static bool spells_whole(const struct yml *node, int64_t *n)
{
	bool minus = node->type == YML_TEXT && *node->text == '-';
	const char *digits = node->type == YML_TEXT ? node->text + minus : "";
	size_t len = strlen(digits);

	if (!len || len > 15 || strspn(digits, "0123456789") != len)
		return false;
	*n = 0;
	for (const char *c = digits; *c; c++)
		*n = *n * 10 + (*c - '0');
	*n = minus ? -*n : *n;
	return true;
}

static bool whole(const struct yml *node, int64_t *n)
{
	if (node->type != YML_INT)
		return !node->lua && spells_whole(node, n);
	*n = node->number;
	return true;
}

bool scalar_unquote(struct diags *diags, const struct yml *node)
{
	int64_t n;
	bool flag = node->type == YML_TEXT && (!strcmp(node->text, "true") || !strcmp(node->text, "false"));

	if (node->lua && (flag || spells_whole(node, &n)))
		diag_hint(diags, "write %s, without quotes", node->text);
	return false;
}

/* "41,200" as it has to be written here; NULL for what is no number with its thousands apart. */
static const char *together(const struct scalar *how, const struct yml *node)
{
	const char *rest = node->type == YML_TEXT ? node->text : "";
	size_t len = strspn(rest, "0123456789");
	const char *digits = arena_ndup(how->arena, rest, len);

	if (!len || len > 3 || !rest[len] || strlen(rest) > LONGEST_QUOTE)
		return NULL;
	for (rest += len; *rest; rest += 4) {
		if ((*rest != ',' && *rest != ' ') || strspn(rest + 1, "0123456789") != 3)
			return NULL;
		digits = arena_printf(how->arena, "%s%.3s", digits, rest + 1);
	}
	return digits;
}

bool scalar_number(const struct scalar *how, const struct yml *node, int32_t *out)
{
	int64_t n, most = how->limit > 0 ? how->limit : INT32_MAX;

	if (!whole(node, &n)) {
		const char *digits = together(how, node);

		misread(how, node);
		if (digits)
			diag_hint(how->diags, "write %s", digits);
		else if (node->type == YML_NULL && strspn(how->key, "0123456789") == strlen(how->key))
			diag_hint(how->diags, "a number has no comma in it");
		return scalar_unquote(how->diags, node);
	}
	if (n < 0)
		return diag_error(how->diags, node->place, "\"%s\" is %lld; expected 0 or more", how->key,
		                  (long long)n);
	if (n > most)
		return diag_error(how->diags, node->place, "\"%s\" is %lld; expected 0 to %lld", how->key, (long long)n,
		                  (long long)most);
	*out = (int32_t)n;
	return true;
}

/* What is true or false elsewhere. */
static void suggest_flag(const struct scalar *how, const struct yml *node)
{
	static const struct {
		const char *word, *flag;
	} others[] = {{"yes", "true"}, {"on", "true"},   {"y", "true"},  {"true", "true"},
	              {"no", "false"}, {"off", "false"}, {"n", "false"}, {"false", "false"}};

	for (size_t i = 0; node->type == YML_TEXT && i < sizeof others / sizeof *others; i++)
		if (!strcasecmp(node->text, others[i].word))
			diag_hint(how->diags, "write %s", others[i].flag);
}

bool scalar_flag(const struct scalar *how, const struct yml *node, bool *out)
{
	bool spelt = node->type == YML_TEXT && !node->lua, yes = spelt && !strcmp(node->text, "true");

	if (node->type != YML_BOOL && !yes && !(spelt && !strcmp(node->text, "false"))) {
		misread(how, node);
		suggest_flag(how, node);
		return scalar_unquote(how->diags, node);
	}
	*out = node->type == YML_BOOL ? node->number != 0 : yes;
	return true;
}

/* "04:31" where a time counts from T+0 may have been meant as an hour of the day. */
static void suggest_offset(const struct scalar *how, int hours, int minutes)
{
	static const char *const from_opening[] = {"at", "by", "to"};
	char span[16];

	snprintf(span, sizeof span, minutes ? "%dh%02d" : "%dh", hours, minutes);
	diag_hint(how->diags, "write %s", span);
	for (size_t i = 0; i < sizeof from_opening / sizeof *from_opening; i++)
		if (!strcmp(how->key, from_opening[i]))
			diag_hint(how->diags, "times count from T+0, not from midnight: %s is so long after T+0", span);
}

/* "30min", "2 hours": the number and the first letter are all that is written here. "T+6h", "6:00". */
static void suggest_span(const struct scalar *how, const char *s)
{
	size_t digits = strspn(s, "0123456789"), blanks = strspn(s + digits, " ");
	const char *unit = s + digits + blanks;
	size_t letters = strspn(unit, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
	int letter = tolower((unsigned char)*unit), hours, minutes;
	char more[2];
	int32_t seconds;

	if (s[0] == 'T' && s[1] == '+' && span_parse(s + 2, &seconds) == NULL)
		diag_hint(how->diags, "write %s", s + 2);
	else if (sscanf(s, "%3d:%2d%1s", &hours, &minutes, more) == 2 && hours >= 0 && minutes >= 0 && minutes < 60)
		suggest_offset(how, hours, minutes);
	else if (digits && digits < 9 && !s[digits])
		diag_hint(how->diags, "write %sm, %sh or %sd", s, s, s);
	else if (digits && digits < 9 && letters && !unit[letters] && strchr("dhm", letter))
		diag_hint(how->diags, "write %.*s%c", (int)digits, s, letter);
}

bool scalar_span(const struct scalar *how, const struct yml *node, int32_t *out)
{
	int32_t seconds;
	char lone[24];
	const char *why, *s = node->text;

	snprintf(lone, sizeof lone, "%lld", (long long)node->number);
	if (node->type == YML_INT)
		s = lone;
	else if (node->type != YML_TEXT || !*s)
		return scalar_mistyped(how, node);
	why = span_parse(s, &seconds);
	if (why) {
		diag_error(how->diags, node->place, "\"%s\": %s", how->key, why);
		suggest_span(how, s);
		return false;
	}
	*out = seconds;
	return true;
}

/* "aware + 1 h" */
static bool stands_apart(const struct scalar *how, const struct yml *node)
{
	const char *together = "";

	diag_error(how->diags, node->place, "\"%s\": a moment and its time stand together, as in aware+24h", how->key);
	for (const char *at = node->text; *at; at += strcspn(at, " "), at += strspn(at, " "))
		together = arena_printf(how->arena, "%s%.*s", together, (int)strcspn(at, " "), at);
	diag_hint(how->diags, "write %s", together);
	return false;
}

/* The word before the plus; false after telling that it is no moment. */
static bool read_moment(const struct scalar *how, struct diag_place place, const char *word, int32_t *out)
{
	*out = find_choice(how->choices, word);
	if (*out != NONE || !*word)
		return true;
	diag_error(how->diags, place, "\"%s\": unknown moment \"%.60s\"; expected %s", how->key, word,
	           all_choices(how));
	scalar_nearest(how, word, how->choices, count_choices(how->choices));
	return false;
}

bool scalar_due(const struct scalar *how, const struct yml *node, int32_t *moment, int32_t *after)
{
	int32_t seconds = 0, counted = NONE;
	const char *plus, *why;

	if (node->type != YML_TEXT || !*node->text)
		return scalar_mistyped(how, node);
	plus = strchr(node->text, '+');
	if (plus && strchr(node->text, ' ') && strlen(node->text) <= LONGEST_QUOTE)
		return stands_apart(how, node);
	if (!plus && !span_parse(node->text, &seconds))
		return diag_error(how->diags, node->place, "\"%s\": from when? Write aware+%s, or +%s from T+0",
		                  how->key, node->text, node->text);
	if (!read_moment(how, node->place,
	                 plus ? arena_ndup(how->arena, node->text, (size_t)(plus - node->text)) : node->text, &counted))
		return false;
	seconds = 0;
	why = plus ? span_parse(plus + 1, &seconds) : NULL;
	if (why)
		return diag_error(how->diags, node->place, "\"%s\": %s", how->key, why);
	*moment = counted;
	*after = seconds;
	return true;
}

bool scalar_date(const struct scalar *how, const struct yml *node, const char **out)
{
	struct zone_civil civil;

	if (node->type != YML_TEXT)
		return scalar_mistyped(how, node);
	if (strlen(node->text) != strlen("YYYY-MM-DD") || !zone_read(node->text, &civil))
		return diag_error(how->diags, node->place,
		                  "\"%s\": expected a date such as 2026-03-05, found \"%.40s\"", how->key, node->text);
	*out = arena_dup(how->arena, node->text);
	return true;
}

bool scalar_choice(const struct scalar *how, const struct yml *node, int32_t *out)
{
	int found;

	if (node->type != YML_TEXT)
		return diag_error(how->diags, node->place, "\"%s\": expected %s, found %s", how->key, all_choices(how),
		                  yml_type_name(node->type));
	found = find_choice(how->choices, node->text);
	if (found == NONE) {
		diag_error(how->diags, node->place, "\"%s\": expected %s, found \"%.40s\"", how->key, all_choices(how),
		           node->text);
		scalar_nearest(how, node->text, how->choices, count_choices(how->choices));
		return false;
	}
	*out = found;
	return true;
}
