#include "desk/prose.h"

#include <string.h>

enum { LONGEST_CHARACTER = 4, REPLACEMENT = 0xfffd, SLACK = 64, COUNTED = 256 };

static void find_lines(struct prose *prose)
{
	const struct file *file = prose->file;
	size_t lines = 1;
	for (size_t i = 0; i < file->len; i++)
		lines += file->bytes[i] == '\n';
	prose->lines = arena_alloc(prose->arena, lines * sizeof *prose->lines);
	prose->nlines = 1;
	for (size_t i = 0; i < file->len; i++)
		if (file->bytes[i] == '\n')
			prose->lines[prose->nlines++] = (uint32_t)i + 1;
}

/* How many characters stand before every 256th byte: a place on a line of any length is found at once. */
static void count_characters(struct prose *prose)
{
	const struct file *file = prose->file;
	uint32_t n = 0;
	prose->counts = arena_alloc(prose->arena, (file->len / COUNTED + 1) * sizeof *prose->counts);
	for (size_t i = 0; i < file->len; i++) {
		if (i % COUNTED == 0)
			prose->counts[i / COUNTED] = n;
		n += ((unsigned char)file->bytes[i] & 0xc0) != 0x80;
	}
	if (file->len % COUNTED == 0)
		prose->counts[file->len / COUNTED] = n;
}

static uint32_t characters_before(const struct prose *prose, size_t byte)
{
	uint32_t n = prose->counts[byte / COUNTED];
	for (size_t i = byte - byte % COUNTED; i < byte; i++)
		n += ((unsigned char)prose->file->bytes[i] & 0xc0) != 0x80;
	return n;
}

struct prose *prose_start(const struct file *file, struct arena *arena)
{
	struct prose *prose = arena_alloc(arena, sizeof *prose);
	*prose = (struct prose){.file = file, .arena = arena, .cap = 3 * file->len + SLACK};
	prose->text = arena_alloc(arena, prose->cap);
	prose->at = arena_alloc(arena, prose->cap * sizeof *prose->at);
	find_lines(prose);
	count_characters(prose);
	return prose;
}

uint32_t prose_origin(const struct prose_source *source, size_t i)
{
	return source->at ? source->at[i] : source->base + (uint32_t)i;
}

static size_t block_start(const struct prose *prose)
{
	return prose->nblocks ? prose->blocks[prose->nblocks - 1].to + 1 : 0;
}

static void add_byte(struct prose *prose, char c, uint32_t at)
{
	if (prose->len + SLACK / 2 > prose->cap)
		return;
	prose->at[prose->len] = at;
	prose->text[prose->len++] = c;
}

/* Han, kana and full-width signs are written without spaces: a line's end between two of them is none. */
static bool is_unspaced(const char *bytes)
{
	unsigned char c = (unsigned char)bytes[0];
	return (c >= 0xe3 && c <= 0xe9) || (c == 0xef && (unsigned char)bytes[1] >= 0xbc);
}

static void close_gap(struct prose *prose, const char *next, uint32_t at)
{
	bool inside = prose->len > block_start(prose);
	if (prose->gap && inside &&
	    !(prose->newline && prose->len >= 3 && is_unspaced(prose->text + prose->len - 3) && is_unspaced(next)))
		add_byte(prose, ' ', at);
	prose->gap = prose->newline = false;
}

static size_t encode(int32_t c, char out[LONGEST_CHARACTER])
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t i = n - 1; i > 0; i--, c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	out[0] = (char)((0xf00 >> n & 0xff) | c);
	return n;
}

static bool is_white(int32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0xa0 || c == 0x3000 ||
	       (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x2028 || c == 0x2029;
}

static bool is_unseen(int32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0xfeff ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f);
}

/* Curly quotes and odd hyphens as they are typed, so that a word processor changes no claim. */
static int32_t plain(int32_t c)
{
	switch (c) {
	case 0x2018:
	case 0x2019:
		return '\'';
	case 0x201c:
	case 0x201d:
		return '"';
	case 0x2010:
	case 0x2011:
	case 0x2212:
		return '-';
	default:
		return c;
	}
}

void prose_add_char(struct prose *prose, int32_t c, uint32_t at)
{
	char bytes[LONGEST_CHARACTER + 1] = {0};
	if (c < 0 || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		c = REPLACEMENT;
	if (is_white(c)) {
		prose_gap(prose, c == '\n');
		return;
	}
	if (is_unseen(c))
		return;
	size_t n = encode(plain(c), bytes);
	close_gap(prose, bytes, at);
	for (size_t i = 0; i < n; i++)
		add_byte(prose, bytes[i], at);
}

size_t prose_add(struct prose *prose, const struct prose_source *source, size_t i)
{
	char piece[LONGEST_CHARACTER + 1] = {0};
	const char *from = piece;
	size_t left = source->len - i;
	uint32_t at = prose_origin(source, i);
	if ((unsigned char)source->bytes[i] < 0x80) {
		prose_add_char(prose, source->bytes[i], at);
		return 1;
	}
	memcpy(piece, source->bytes + i, left < LONGEST_CHARACTER ? left : LONGEST_CHARACTER);
	prose_add_char(prose, text_next(&from), at);
	return from > piece ? (size_t)(from - piece) : 1;
}

void prose_gap(struct prose *prose, bool newline)
{
	prose->newline = newline && (!prose->gap || prose->newline);
	prose->gap = true;
}

void prose_break(struct prose *prose, enum prose_kind next)
{
	size_t from = block_start(prose);
	if (prose->len > from) {
		struct prose_block *block =
		    arena_push(prose->arena, &prose->blocks, &prose->nblocks, sizeof *prose->blocks);
		*block = (struct prose_block){from, prose->len, prose->kind};
		prose->at[prose->len] = prose->at[prose->len - 1];
		prose->text[prose->len++] = '\n';
	}
	prose->gap = prose->newline = false;
	prose->kind = next;
}

bool prose_is_fresh(const struct prose *prose)
{
	return prose->len == block_start(prose);
}

/* ---- sentences ---- */

/* A full stop that ends no sentence: behind Ltd., e.g., a.m., one letter. */
static bool is_abbreviation(const struct prose *prose, size_t from, size_t stop)
{
	static const char *const known[] = {"Ltd", "Pte",    "Bhd", "Sdn", "Inc", "Co",  "Corp", "No",
	                                    "Art", "Mr",     "Ms",  "Mrs", "Dr",  "e.g", "i.e",  "etc",
	                                    "vs",  "approx", "a.m", "p.m", "St",  "Tel", "Reg",  "reg"};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		size_t n = strlen(known[i]);
		if (stop >= from + n && !memcmp(prose->text + stop - n, known[i], n) &&
		    (stop == from + n || strchr(" (", prose->text[stop - n - 1])))
			return true;
	}
	return stop == from + 1 || (stop >= from + 2 && strchr(" .", prose->text[stop - 2]));
}

/* Where the sentence ends whose last sign may stand at `i`; 0 when it goes on. */
static size_t sentence_end(const struct prose *prose, const struct prose_block *block, size_t from, size_t i)
{
	static const char *const wide[] = {"。", "！", "？"};
	const char *text = prose->text;
	if (strchr(".!?", text[i])) {
		size_t end = i + 1;
		while (end < block->to && strchr(".!?\"')", text[end]))
			end++;
		if (end < block->to && text[end] != ' ')
			return 0;
		return text[i] == '.' && end < block->to && is_abbreviation(prose, from, i) ? 0 : end;
	}
	for (size_t k = 0; k < sizeof wide / sizeof *wide; k++)
		if (i + 3 <= block->to && !memcmp(text + i, wide[k], 3))
			return i + 3;
	return 0;
}

static void add_sentence(struct prose *prose, size_t from, size_t to, size_t block)
{
	while (from < to && prose->text[from] == ' ')
		from++;
	if (from == to)
		return;
	*(struct prose_sentence *)arena_push(prose->arena, &prose->sentences, &prose->nsentences,
	                                     sizeof *prose->sentences) = (struct prose_sentence){from, to, block};
}

static void find_sentences(struct prose *prose, size_t number)
{
	const struct prose_block *block = &prose->blocks[number];
	size_t from = block->from;
	for (size_t i = from; i < block->to;) {
		size_t end = sentence_end(prose, block, from, i);
		if (end) {
			add_sentence(prose, from, end, number);
			from = end;
		}
		i = end ? end : i + 1;
	}
	add_sentence(prose, from, block->to, number);
}

void prose_finish(struct prose *prose)
{
	prose_break(prose, PROSE_TEXT);
	prose->text[prose->len] = 0;
	for (size_t i = 0; i < prose->nblocks; i++)
		find_sentences(prose, i);
}

/* ---- places ---- */

struct diag_place prose_place_in_file(const struct prose *prose, uint32_t byte)
{
	size_t origin = byte < prose->file->len ? byte : prose->file->len, low = 0, high = prose->nlines;
	while (high - low > 1) {
		size_t middle = (low + high) / 2;
		if (prose->lines[middle] <= origin)
			low = middle;
		else
			high = middle;
	}
	uint32_t col = characters_before(prose, origin) - characters_before(prose, prose->lines[low]);
	return (struct diag_place){prose->file->name, (int)low + 1, (int)col + 1};
}

struct diag_place prose_place(const struct prose *prose, size_t byte)
{
	return prose_place_in_file(prose, prose->len ? prose->at[byte < prose->len ? byte : prose->len - 1] : 0);
}

size_t prose_sentence(const struct prose *prose, size_t byte)
{
	size_t low = 0, high = prose->nsentences;
	while (high > low + 1) {
		size_t middle = (low + high) / 2;
		if (prose->sentences[middle].from <= byte)
			low = middle;
		else
			high = middle;
	}
	return low;
}
