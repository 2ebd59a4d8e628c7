#include "desk/intake.h"

#include <string.h>

enum { MARK = 6, ENDS = 4 }; /* ENDS: a byte-order mark and a carriage return */

void intake_free(struct intake *intake)
{
	text_free(&intake->raw);
	text_free(&intake->keys);
	*intake = (struct intake){0};
}

void intake_drop(struct intake *intake)
{
	text_clear(&intake->raw);
	text_clear(&intake->keys);
	intake->key = 0;
	intake->pasting = intake->cut = false;
}

static void drop_front(struct text *text, size_t n)
{
	memmove(text->data, text->data + n, text->len - n + 1);
	text->len -= n;
}

static void add_key(struct intake *intake, char key)
{
	if (intake->pasting) {
		if (key == '\n')
			key = '\r';
		if (key == '\t')
			key = ' ';
		if ((key == '\r' && intake->last == '\r') || (key != '\r' && (unsigned char)key < ' ') || key == 0x7f)
			return;
		intake->last = key;
	}
	text_add_bytes(&intake->keys, &key, 1);
}

/* Bytes that the text at `at` has in common with the mark that would begin or end a paste here. */
static size_t marked(const struct intake *intake, size_t at)
{
	const char *mark = intake->pasting ? "\033[201~" : "\033[200~";
	size_t same = 0;
	while (same < MARK && at + same < intake->raw.len && intake->raw.data[at + same] == mark[same])
		same++;
	return same;
}

/* Turns raw bytes into keys. readline itself would wait for a paste's end, and make one line of it. */
static void sift(struct intake *intake, bool settled)
{
	size_t at = 0;
	while (at < intake->raw.len) {
		size_t same = marked(intake, at);
		if (same == MARK) {
			intake->pasting = !intake->pasting;
			intake->last = '\r';
			at += MARK;
		} else if (same && at + same == intake->raw.len && !settled) {
			break;
		} else {
			add_key(intake, intake->raw.data[at++]);
		}
	}
	if (at)
		drop_front(&intake->raw, at);
}

void intake_add(struct intake *intake, const char *bytes, size_t len)
{
	text_add_bytes(&intake->raw, bytes, len);
	if (intake->terminal)
		sift(intake, false);
}

bool intake_held(const struct intake *intake)
{
	return intake->terminal && intake->raw.len && !intake->pasting;
}

void intake_settle(struct intake *intake)
{
	sift(intake, true);
}

int intake_peek(const struct intake *intake)
{
	return intake->key < intake->keys.len ? (unsigned char)intake->keys.data[intake->key] : -1;
}

int intake_key(struct intake *intake)
{
	int key = intake_peek(intake);
	if (key < 0)
		return -1;
	if (++intake->key == intake->keys.len) {
		text_clear(&intake->keys);
		intake->key = 0;
	}
	return key;
}

bool intake_clean(const char *bytes, size_t len, struct text *line)
{
	struct text copy = {0};
	text_add_bytes(&copy, bytes, len);
	for (size_t i = 0; i < len; i++)
		if (!copy.data[i] || copy.data[i] == '\n')
			copy.data[i] = copy.data[i] ? ' ' : '\001'; /* told from the end, and cleaned below */
	text_add_clean(line, copy.data);
	text_free(&copy);
	return line->len <= INTAKE_LINE_MAX;
}

/* The first `len` raw bytes are a line. */
static bool finish(struct intake *intake, size_t len, struct text *line)
{
	const char *bytes = intake->raw.data;
	if (!intake->begun && len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3; /* a script saved with a byte-order mark */
		len -= 3;
	}
	if (len && bytes[len - 1] == '\r')
		len--;
	bool fits = intake_clean(bytes, len, line) && !intake->cut;
	intake->begun = true;
	intake->cut = false;
	return fits;
}

enum intake_result intake_line(struct intake *intake, bool ended, struct text *line)
{
	text_clear(line);
	if (!intake->raw.len && !(intake->cut && ended))
		return INTAKE_NOTHING;
	const char *end = memchr(intake->raw.data, '\n', intake->raw.len);
	size_t len = end ? (size_t)(end - intake->raw.data) : intake->raw.len;
	if (!end && !ended) {
		if (len > INTAKE_LINE_MAX + ENDS) {
			intake->cut = true;
			text_clear(&intake->raw);
		}
		return INTAKE_NOTHING;
	}
	bool fits = finish(intake, len, line);
	drop_front(&intake->raw, end ? len + 1 : len);
	return fits ? INTAKE_LINE : INTAKE_TOO_LONG;
}
