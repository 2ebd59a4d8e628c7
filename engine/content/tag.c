#include "content/tag.h"

#include <string.h>

enum { DELIMITERS_SPAN = 128 }; /* bytes in which {{=<% %>=}} has to end */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_space(char c)
{
	return is_blank(c) || c == '\n' || c == '\r';
}

static struct tag_piece piece(const char *from, const char *end)
{
	return (struct tag_piece){from, (size_t)(end - from)};
}

static struct tag_piece trimmed(const char *from, const char *end)
{
	while (from < end && is_space(*from))
		from++;
	while (end > from && is_space(end[-1]))
		end--;
	return piece(from, end);
}

static bool starts(const char *at, const char *end, struct tag_piece with)
{
	return (size_t)(end - at) >= with.len && memcmp(at, with.bytes, with.len) == 0;
}

/* Where `what` is next, or NULL. */
static const char *find(const char *at, const char *end, struct tag_piece what)
{
	while (at < end && (at = memchr(at, what.bytes[0], (size_t)(end - at)))) {
		if (starts(at, end, what))
			return at;
		at++;
	}
	return NULL;
}

struct tag_reader tag_reader(const struct file *file)
{
	return (struct tag_reader){
	    .file = file,
	    .at = file->bytes,
	    .end = file->bytes + file->len,
	    .open = {"{{", 2},
	    .close = {"}}", 2},
	    .counted = file->bytes,
	    .line = 1,
	    .col = 1,
	};
}

static struct diag_place place_of(struct tag_reader *r, const char *at)
{
	for (; r->counted < at; r->counted++) {
		if (*r->counted == '\n') {
			r->line++;
			r->col = 1;
		} else if (((unsigned char)*r->counted & 0xc0) != 0x80) {
			r->col++;
		}
	}
	return (struct diag_place){r->file->name, r->line, r->col};
}

/* ---- what closes a tag ---- */

/* A tag whose end is missing reaches to its first blank, so that the rest of the source is still read. */
static const char *unclosed(struct tag_reader *r, const char *from, const char *expected, struct tag *tag,
                            struct diags *diags)
{
	const char *at = from;
	while (at < r->end && !is_space(*at) && !starts(at, r->end, r->open) && !starts(at, r->end, r->close))
		at++;
	diag_error(diags, tag->place, "this tag is not closed: \"%s%.*s\" expected", expected, (int)r->close.len,
	           r->close.bytes);
	tag->name = piece(from, at);
	return starts(at, r->end, r->close) ? at + r->close.len : at;
}

/* The end of a tag that holds a name. Names have no delimiters in them, so another one that opens first means that this
 * one was never closed. */
static const char *after_name(struct tag_reader *r, const char *from, struct tag *tag, struct diags *diags)
{
	bool triple = tag->kind == TAG_RAW && from[-1] == '{';
	const char *at = from;
	for (; at < r->end; at++) {
		bool closes = starts(at + triple, r->end, r->close);
		if (closes && (!triple || *at == '}')) {
			tag->name = trimmed(from, at);
			return at + triple + r->close.len;
		}
		if (starts(at, r->end, r->open) || (triple && starts(at, r->end, r->close)))
			break;
	}
	return unclosed(r, from, triple ? "}" : "", tag, diags);
}

static const char *after_comment(struct tag_reader *r, const char *from, struct tag *tag, struct diags *diags)
{
	const char *end = r->endless ? NULL : find(from, r->end, r->close);
	if (end)
		return end + r->close.len;
	r->endless = true;
	return unclosed(r, from, "", tag, diags);
}

/* ---- delimiters ---- */

static bool is_delimiter(struct tag_piece delimiter)
{
	return delimiter.len && delimiter.len <= TAG_DELIMITER && !memchr(delimiter.bytes, '=', delimiter.len);
}

static bool set_delimiters(struct tag_reader *r, struct tag_piece both)
{
	const char *end = both.bytes + both.len, *middle = both.bytes;
	while (middle < end && !is_space(*middle))
		middle++;
	struct tag_piece open = piece(both.bytes, middle), close = trimmed(middle, end);
	for (size_t i = 0; i < close.len; i++)
		if (is_space(close.bytes[i]))
			return false;
	if (!is_delimiter(open) || !is_delimiter(close))
		return false;
	r->open = open;
	r->close = close;
	return true;
}

static const char *after_delimiters(struct tag_reader *r, const char *from, struct tag *tag, struct diags *diags)
{
	const char *end = r->end - from > DELIMITERS_SPAN ? from + DELIMITERS_SPAN : r->end;
	for (const char *at = from; at < end; at++) {
		if (*at != '=' || !starts(at + 1, r->end, r->close))
			continue;
		const char *after = at + 1 + r->close.len;
		if (!set_delimiters(r, trimmed(from, at))) {
			diag_error(
			    diags, tag->place,
			    "delimiters are two signs with a blank between, of at most %d bytes and without \"=\"",
			    TAG_DELIMITER);
			diag_hint(diags, "such as {{=<%% %%>=}}");
		}
		return after;
	}
	return unclosed(r, from, "=", tag, diags);
}

/* ---- one tag ---- */

typedef const char *tag_ender(struct tag_reader *r, const char *from, struct tag *tag, struct diags *diags);

static const struct sigil {
	char sign;
	enum tag_kind kind;
	bool inline_only; /* a line of its own keeps its blanks and its end */
	tag_ender *after;
} sigils[] = {
    {'#', TAG_SECTION, false, after_name},    {'^', TAG_INVERTED, false, after_name},
    {'/', TAG_CLOSE, false, after_name},      {'>', TAG_PARTIAL, false, after_name},
    {'!', TAG_NOTHING, false, after_comment}, {'=', TAG_NOTHING, false, after_delimiters},
    {'{', TAG_RAW, true, after_name},         {'&', TAG_RAW, true, after_name},
    {'\0', TAG_VALUE, true, after_name},
};

static const struct sigil *sigil_at(const char *at, const char *end)
{
	const struct sigil *sigil = sigils;
	while (sigil->sign && (at >= end || *at != sigil->sign))
		sigil++;
	return sigil;
}

/* Why it can't be a name, or NULL. */
static const char *wrong_name(struct tag_piece name)
{
	if (!name.len)
		return "this tag has no name";
	if (name.len > TAG_NAME)
		return "this name is too long";
	for (size_t i = 0; i < name.len; i++) {
		if (is_space(name.bytes[i]))
			return "a name has no blanks in it";
		bool ends = i == 0 || i + 1 == name.len || name.bytes[i + 1] == '.';
		if (name.bytes[i] == '.' && ends && name.len > 1)
			return "a name has something before and after each dot";
	}
	return NULL;
}

static const char *read_tag(struct tag_reader *r, const char *open, struct tag *tag, struct diags *diags)
{
	const char *at = open + r->open.len;
	while (at < r->end && is_blank(*at))
		at++;
	const struct sigil *sigil = sigil_at(at, r->end);
	size_t refused = diags->refused;
	tag->kind = sigil->kind;
	tag->standalone = !sigil->inline_only;
	const char *after = sigil->after(r, at + (sigil->sign != '\0'), tag, diags);
	const char *wrong = tag->kind == TAG_NOTHING ? NULL : wrong_name(tag->name);
	if (wrong && diags->refused == refused)
		diag_error(diags, tag->place, "%s", wrong);
	if (wrong)
		tag->kind = TAG_NOTHING;
	return after;
}

/* A tag alone in its line takes the line with it. Returns where the source goes on. */
static const char *alone(const struct tag_reader *r, const char *open, const char *after, struct tag *tag)
{
	const char *from = open, *at = after;
	while (from > r->file->bytes && is_blank(from[-1]))
		from--;
	while (at < r->end && is_blank(*at))
		at++;
	bool first = from == r->file->bytes || from[-1] == '\n';
	if (at < r->end && *at == '\r' && at + 1 < r->end && at[1] == '\n')
		at++;
	tag->standalone = first && (at == r->end || *at == '\n');
	if (!tag->standalone)
		return after;
	tag->before.len -= (size_t)(open - from);
	tag->indent = piece(from, open);
	return at == r->end ? at : at + 1;
}

struct tag tag_next(struct tag_reader *r, struct diags *diags)
{
	struct tag tag = {.kind = TAG_END, .before = piece(r->at, r->end)};
	const char *open = find(r->at, r->end, r->open);
	if (!open) {
		r->at = r->end;
		return tag;
	}
	tag.before = piece(r->at, open);
	tag.place = place_of(r, open);
	const char *after = read_tag(r, open, &tag, diags);
	r->at = tag.standalone ? alone(r, open, after, &tag) : after;
	return tag;
}

bool tag_closes(const struct tag_reader *reader, const char *name)
{
	struct tag_reader ahead = *reader;
	struct diags ignored;
	long open = 0;
	diags_init(&ignored);
	for (struct tag tag = tag_next(&ahead, &ignored); tag.kind != TAG_END && open >= 0;
	     tag = tag_next(&ahead, &ignored))
		if (tag.name.len == strlen(name) && memcmp(tag.name.bytes, name, tag.name.len) == 0)
			open += (tag.kind == TAG_SECTION || tag.kind == TAG_INVERTED) - (tag.kind == TAG_CLOSE);
	diags_free(&ignored);
	return open < 0;
}
