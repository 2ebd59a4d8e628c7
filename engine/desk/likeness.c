#include "desk/likeness.h"

#include "base/numeral_part.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 400, LONGEST_WORD = 32, FULL = 100 };

static uint32_t hash(const char *s, size_t len)
{
	uint32_t h = 2166136261u;
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)s[i]) * 16777619u;
	return h;
}

static int by_value(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

static void sort_once(uint32_t *v, size_t *n)
{
	size_t kept = 0;
	qsort(v, *n, sizeof *v, by_value);
	for (size_t i = 0; i < *n; i++)
		if (!kept || v[kept - 1] != v[i])
			v[kept++] = v[i];
	*n = kept;
}

/* ---- words ---- */

static bool is_common(const char *word, size_t len)
{
	static const char *const common[] = {
	    "a",      "an",       "the",     "we",  "our", "us",   "have",        "has",   "had",  "also", "and",
	    "or",     "of",       "to",      "in",  "on",  "at",   "by",          "for",   "from", "with", "that",
	    "this",   "these",    "those",   "it",  "its", "is",   "are",         "was",   "were", "be",   "been",
	    "as",     "now",      "then",    "all", "any", "some", "team",        "staff", "have", "kami", "telah",
	    "sudah",  "yang",     "dan",     "di",  "ke",  "pada", "untuk",       "itu",   "ini",  "juga", "pihak",
	    "dengan", "daripada", "pasukan", "sdn", "ve",  "did",  "immediately", "segera"};
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (strlen(common[i]) == len && !memcmp(common[i], word, len))
			return true;
	return false;
}

/* Without the endings of number and time, roughly: the same for both sides is all that counts. */
static size_t stem(const char *word, size_t len)
{
	static const char *const endings[] = {"ing", "ed", "es", "s", "e", NULL};
	for (size_t i = 0; endings[i]; i++) {
		size_t n = strlen(endings[i]);
		if (len >= n + 3 && !memcmp(word + len - n, endings[i], n)) {
			len -= n;
			break;
		}
	}
	/* stopped, stop */
	return len > 3 && word[len - 1] == word[len - 2] ? len - 1 : len;
}

static void add_word(struct likeness_words *out, const char *word, size_t len)
{
	char small[LONGEST_WORD];
	len = len < sizeof small ? len : sizeof small;
	for (size_t i = 0; i < len; i++)
		small[i] = word[i] >= 'A' && word[i] <= 'Z' ? (char)(word[i] - 'A' + 'a') : word[i];
	if (out->n >= MOST_WORDS || len < 2 || is_common(small, len))
		return;
	out->v[out->n] = hash(small, stem(small, len));
	/* "we quickly stopped": an adverb is not the verb */
	if (!out->head && memcmp(small + len - 2, "ly", 2) != 0)
		out->head = out->v[out->n];
	out->n++;
}

static void read_words(struct likeness_words *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len;) {
		size_t end = i;
		while (end < len && (numeral_part_letter(text[end]) || (unsigned char)text[end] >= 0x80))
			end++;
		if (end > i)
			add_word(out, text + i, end - i);
		i = end > i ? end : i + 1;
	}
}

/* ---- pairs of characters ---- */

static bool counts(const char *c)
{
	static const char *const signs[] = {"，", "。", "、", "；", "：", "（", "）", "了", "的", "已", NULL};
	for (size_t i = 0; signs[i]; i++)
		if (!memcmp(c, signs[i], 3))
			return false;
	return true;
}

static void read_pairs(struct likeness_words *out, const char *text, size_t len)
{
	char pair[6];
	size_t have = 0;
	for (size_t i = 0; i + 3 <= len && out->n < MOST_WORDS;) {
		unsigned char c = (unsigned char)text[i];
		if (c < 0xe0 || c >= 0xf0 || !counts(text + i)) {
			i += c >= 0xf0 ? 4 : c < 0xe0 ? 1 : 3;
			continue;
		}
		if (have == 6) {
			memmove(pair, pair + 3, 3);
			have = 3;
		}
		memcpy(pair + have, text + i, 3);
		have += 3;
		if (have == 6)
			out->v[out->n++] = hash(pair, 6);
		i += 3;
	}
}

struct likeness_words likeness_words(const char *text, size_t len, const char *lang, struct arena *arena)
{
	static const char *const leads[] = {"我们", "我司", "我公司", "本公司", "저희는", "저희가", "당사는", NULL};
	struct likeness_words out = {
	    .v = arena_alloc(arena, (len / 2 < MOST_WORDS ? len / 2 + 1 : MOST_WORDS) * sizeof *out.v)};
	for (size_t i = 0; leads[i]; i++) {
		size_t n = strlen(leads[i]);
		if (len >= n && !memcmp(text, leads[i], n)) {
			text += n;
			len -= n;
		}
	}
	if (!strcmp(lang, "zh") || !strcmp(lang, "ko"))
		read_pairs(&out, text, len);
	else
		read_words(&out, text, len);
	sort_once(out.v, &out.n);
	return out;
}

/* ---- comparing ---- */

void likeness_add(struct likeness *likeness, const struct likeness_words *words)
{
	*(const struct likeness_words **)arena_push(likeness->arena, &likeness->v, &likeness->n, sizeof words) = words;
}

void likeness_finish(struct likeness *likeness)
{
	size_t total = 0, n = 0;
	for (size_t i = 0; i < likeness->n; i++)
		total += likeness->v[i]->n;
	uint32_t *every = arena_alloc(likeness->arena, (total + 1) * sizeof *every);
	for (size_t i = 0; i < likeness->n; i++)
		for (size_t k = 0; k < likeness->v[i]->n; k++)
			every[n++] = likeness->v[i]->v[k];
	qsort(every, n, sizeof *every, by_value);
	likeness->all = arena_alloc(likeness->arena, 2 * (total + 1) * sizeof *every);
	for (size_t i = 0; i < n; i++) {
		if (i && every[i] == every[i - 1]) {
			likeness->all[2 * likeness->nall - 1]++;
			continue;
		}
		likeness->all[2 * likeness->nall] = every[i];
		likeness->all[2 * likeness->nall++ + 1] = 1;
	}
}

/* A word that few sentences have says more; one that none has may be anything. */
static int weight(const struct likeness *likeness, uint32_t word)
{
	const uint32_t *found = bsearch(&word, likeness->all, likeness->nall, 2 * sizeof word, by_value);
	int w = 2;
	if (!found)
		return 4;
	for (size_t n = likeness->n / found[1]; n > 1 && w < 8; n /= 2)
		w++;
	return w;
}

static bool has(const struct likeness_words *words, uint32_t word)
{
	return bsearch(&word, words->v, words->n, sizeof word, by_value) != NULL;
}

int likeness_of(const struct likeness *likeness, size_t i, const struct likeness_words *words)
{
	const struct likeness_words *own = likeness->v[i];
	int both = 0, sum = 0;
	for (size_t k = 0; k < own->n; k++)
		sum += weight(likeness, own->v[k]);
	for (size_t k = 0; k < words->n; k++) {
		int w = weight(likeness, words->v[k]);
		sum += w;
		both += has(own, words->v[k]) ? w : 0;
	}
	int like = sum ? 2 * both * FULL / sum : 0;
	/* another verb is another deed */
	if (words->head && own->head && !has(own, words->head) && like >= LIKENESS_SAME)
		like = LIKENESS_SAME - 1;
	return like;
}

int likeness_part(const struct likeness_words *part, const struct likeness_words *whole)
{
	size_t both = 0;
	for (size_t i = 0; i < part->n; i++)
		both += has(whole, part->v[i]);
	return part->n ? (int)(both * FULL / part->n) : 0;
}
