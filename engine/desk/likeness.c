#include "desk/likeness.h"

#include "base/ascii.h"
#include "base/numeral_part.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 400, LONGEST_WORD = 32, FULL = 100, RARE = 5, WORD_IN_PAIRS = 3 };

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
	    "a",        "an",       "the",   "we",          "our",   "us",    "have",  "has",    "had",       "also",
	    "and",      "or",       "of",    "to",          "in",    "on",    "at",    "by",     "for",       "from",
	    "with",     "that",     "this",  "these",       "those", "it",    "its",   "is",     "are",       "was",
	    "were",     "be",       "been",  "as",          "now",   "then",  "all",   "any",    "some",      "team",
	    "january",  "february", "march", "april",       "may",   "june",  "july",  "august", "september", "october",
	    "november", "december", "am",    "pm",          "kami",  "telah", "sudah", "yang",   "dan",       "di",
	    "ke",       "pada",     "untuk", "itu",         "ini",   "juga",  "pihak", "dengan", "daripada",  "pasukan",
	    "sdn",      "ve",       "did",   "immediately", "segera"};
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (common[i][0] == word[0] && strlen(common[i]) == len && !memcmp(common[i], word, len))
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
		while (end < len && (ascii_letter(text[end]) || (unsigned char)text[end] >= 0x80))
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
	if (!strcmp(lang, "zh") || !strcmp(lang, "ko")) {
		out.pairs = true;
		read_pairs(&out, text, len);
	} else
		read_words(&out, text, len);
	sort_once(out.v, &out.n);
	return out;
}

/* ---- comparing ---- */

void likeness_add(struct likeness *likeness, struct likeness_words *words)
{
	*(struct likeness_words **)arena_push(likeness->arena, &likeness->v, &likeness->n, sizeof words) = words;
}

struct holding { /* a word and a sentence that has it */
	uint32_t word, holder;
};

static int by_word(const void *a, const void *b)
{
	const struct holding *x = a, *y = b;
	return x->word != y->word ? by_value(&x->word, &y->word) : by_value(&x->holder, &y->holder);
}

static struct holding *collect(const struct likeness *likeness, size_t *n)
{
	size_t total = 0;
	for (size_t i = 0; i < likeness->n; i++)
		total += likeness->v[i]->n;
	struct holding *every = arena_alloc(likeness->arena, (total + 1) * sizeof *every);
	for (size_t i = 0; i < likeness->n; i++)
		for (size_t k = 0; k < likeness->v[i]->n; k++)
			every[(*n)++] = (struct holding){likeness->v[i]->v[k], (uint32_t)i};
	qsort(every, *n, sizeof *every, by_word);
	return every;
}

void likeness_finish(struct likeness *likeness)
{
	size_t n = 0;
	const struct holding *every = collect(likeness, &n);
	likeness->all = arena_alloc(likeness->arena, (n + 1) * sizeof *likeness->all);
	likeness->holders = arena_alloc(likeness->arena, (n + 1) * sizeof *likeness->holders);
	for (size_t i = 0; i < n; i++) {
		likeness->holders[i] = every[i].holder;
		if (!i || every[i].word != every[i - 1].word)
			likeness->all[likeness->nall++] = (struct likeness_word){every[i].word, 0, (uint32_t)i};
		likeness->all[likeness->nall - 1].n++;
	}
	for (size_t i = 0; i < likeness->n; i++)
		likeness_weigh(likeness, likeness->v[i]);
}

static const struct likeness_word *find(const struct likeness *likeness, uint32_t word)
{
	/* the word is its first member */
	return bsearch(&word, likeness->all, likeness->nall, sizeof *likeness->all, by_value);
}

static int weight(const struct likeness *likeness, uint32_t word)
{
	const struct likeness_word *found = find(likeness, word);
	int w = 2;
	if (!found)
		return 4;
	for (size_t n = likeness->n / found->n; n > 1 && w < 8; n /= 2)
		w++;
	return w;
}

static bool has(const struct likeness_words *words, uint32_t word)
{
	return bsearch(&word, words->v, words->n, sizeof word, by_value) != NULL;
}

void likeness_weigh(const struct likeness *likeness, struct likeness_words *words)
{
	words->weight = arena_alloc(likeness->arena, words->n + 1);
	words->sum = 0;
	for (size_t i = 0; i < words->n; i++) {
		words->weight[i] = (unsigned char)weight(likeness, words->v[i]);
		words->sum += words->weight[i];
	}
}

/* Words left out, or put in, are editing; one in another's place is another deed. A character put in breaks one pair, a
 * word of two in another's place three on each side. */
static bool replaces(const struct likeness_words *own, const struct likeness_words *words)
{
	int left_out = 0, put_in = 0;
	for (size_t i = 0; i < own->n; i++)
		left_out += (own->pairs || own->weight[i] >= RARE) && !has(words, own->v[i]);
	for (size_t i = 0; i < words->n; i++)
		put_in += !has(own, words->v[i]);
	/* the first word of a sentence has two pairs, where it has no neighbour */
	if (own->pairs && left_out == WORD_IN_PAIRS - 1)
		return put_in >= 2 * WORD_IN_PAIRS - 1;
	int n = left_out < put_in ? left_out : put_in;
	return n >= (own->pairs ? WORD_IN_PAIRS : 1);
}

/* With another verb the rest counts half. */
static int like(const struct likeness_words *own, const struct likeness_words *words, int both)
{
	int sum = own->sum + words->sum, like = sum ? 2 * both * FULL / sum : 0;
	if (words->head && own->head && !has(own, words->head))
		return like / 2;
	return like >= LIKENESS_SAME && replaces(own, words) ? LIKENESS_SAME - 1 : like;
}

void likeness_each(const struct likeness *likeness, const struct likeness_words *words, int *out)
{
	memset(out, 0, likeness->n * sizeof *out);
	for (size_t i = 0; i < words->n; i++) {
		const struct likeness_word *found = find(likeness, words->v[i]);
		for (uint32_t k = 0; found && k < found->n; k++)
			out[likeness->holders[found->from + k]] += words->weight[i];
	}
	for (size_t i = 0; i < likeness->n; i++)
		out[i] = out[i] ? like(likeness->v[i], words, out[i]) : 0;
}

int likeness_part(const struct likeness_words *part, const struct likeness_words *whole)
{
	size_t both = 0;
	for (size_t i = 0; i < part->n; i++)
		both += has(whole, part->v[i]);
	return part->n ? (int)(both * FULL / part->n) : 0;
}
