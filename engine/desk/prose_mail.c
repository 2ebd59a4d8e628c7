#include "desk/prose_mail.h"

#include "base/charset.h"
#include "desk/prose_html.h"
#include "desk/prose_plain.h"

#include <string.h>
#include <strings.h>

enum { DEEPEST = 8, LONGEST_VALUE = 200, LONGEST_WORD = 4096 };

enum encoding { IDENTITY, QUOTED, BASE64 };

struct decoded { /* bytes, and where each came from */
	char *bytes;
	uint32_t *at;
	size_t len;
};

struct part {
	struct prose_source body;
	char type[LONGEST_VALUE], charset[LONGEST_VALUE], encoding[LONGEST_VALUE], boundary[LONGEST_VALUE];
	size_t subject, subject_end; /* 0: none */
	uint32_t at;                 /* its first byte in the file */
};

struct walk {
	struct prose *prose;
	struct diags *diags;
	int depth;
};

/* ---- decoding ---- */

static struct decoded decoded_new(struct arena *arena, size_t cap)
{
	return (struct decoded){arena_alloc(arena, cap + 1), arena_alloc(arena, (cap + 1) * sizeof(uint32_t)), 0};
}

/* A byte of the decoded text; those of windows-1252 above ASCII become two or three. */
static void put(struct decoded *out, unsigned char c, uint32_t at, enum charset charset)
{
	char bytes[CHARSET_BYTES] = {(char)c};
	size_t n = charset == CHARSET_LATIN ? charset_latin(c, bytes) : 1;
	for (size_t i = 0; i < n; i++) {
		out->bytes[out->len] = bytes[i];
		out->at[out->len++] = at;
	}
}

static int hex(char c)
{
	const char *digits = "0123456789ABCDEF0123456789abcdef", *found = c ? strchr(digits, c) : NULL;
	found = !found && c >= 'a' && c <= 'f' ? strchr(digits + 16, c) : found;
	return found ? (int)((found - digits) % 16) : -1;
}

static int sextet(char c)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *found = c ? strchr(digits, c) : NULL;
	return found ? (int)(found - digits) : -1;
}

static void decode_quoted(const struct prose_source *source, bool header, enum charset charset, struct decoded *out)
{
	for (size_t i = 0; i < source->len; i++) {
		char c = source->bytes[i];
		uint32_t at = prose_origin(source, i);
		if (header && c == '_') {
			put(out, ' ', at, charset);
			continue;
		}
		int high = c == '=' && i + 2 < source->len ? hex(source->bytes[i + 1]) : -1;
		int low = high >= 0 ? hex(source->bytes[i + 2]) : -1;
		if (low >= 0) {
			put(out, (unsigned char)(high * 16 + low), at, charset);
			i += 2;
		} else if (c == '=' && i + 1 < source->len && source->bytes[i + 1] == '\n') {
			i++;
		} else {
			put(out, (unsigned char)c, at, charset);
		}
	}
}

static void decode_base64(const struct prose_source *source, enum charset charset, struct decoded *out)
{
	unsigned bits = 0;
	int have = 0;
	for (size_t i = 0; i < source->len; i++) {
		int value = sextet(source->bytes[i]);
		if (value < 0)
			continue;
		bits = (bits << 6 | (unsigned)value) & 0xffff;
		have += 6;
		if (have < 8)
			continue;
		have -= 8;
		put(out, (unsigned char)(bits >> have), prose_origin(source, i), charset);
	}
}

static void decode(const struct prose_source *source, enum encoding encoding, bool header, enum charset charset,
                   struct decoded *out)
{
	if (encoding == BASE64)
		decode_base64(source, charset, out);
	else if (encoding == QUOTED)
		decode_quoted(source, header, charset, out);
	else
		for (size_t i = 0; i < source->len; i++)
			put(out, (unsigned char)source->bytes[i], prose_origin(source, i), charset);
}

/* ---- headers ---- */

static struct prose_source slice(const struct prose_source *source, size_t from, size_t to)
{
	return (struct prose_source){source->bytes + from, to - from, source->at ? source->at + from : NULL,
	                             source->base + (uint32_t)from};
}

static size_t line_end(const struct prose_source *source, size_t i)
{
	const char *end = i < source->len ? memchr(source->bytes + i, '\n', source->len - i) : NULL;
	return end ? (size_t)(end - source->bytes) : source->len;
}

/* The end of a header with its continuation lines. */
static size_t header_end(const struct prose_source *source, size_t i)
{
	size_t end = line_end(source, i);
	while (end + 1 < source->len && (source->bytes[end + 1] == ' ' || source->bytes[end + 1] == '\t'))
		end = line_end(source, end + 1);
	return end;
}

/* `; name=value` or the value itself when `name` is NULL. */
static void parameter(const char *from, size_t len, const char *name, char out[LONGEST_VALUE])
{
	size_t n = name ? strlen(name) : 0, i = 0, used = 0;
	if (name) {
		while (i + n < len && !(strncasecmp(from + i, name, n) == 0 && from[i + n] == '=' &&
		                        (i == 0 || strchr("; \t\n", from[i - 1]))))
			i++;
		if (i + n >= len)
			return;
		i += n + 1;
	}
	while (i < len && strchr(" \t\n", from[i]))
		i++;
	bool quoted = i < len && from[i] == '"';
	for (i += quoted; i < len && used + 1 < LONGEST_VALUE && !strchr(quoted ? "\"" : "; \t\n", from[i]); i++)
		out[used++] = from[i];
	out[used] = 0;
}

static void read_header(const struct prose_source *source, size_t i, size_t end, struct part *part)
{
	static const char *const names[] = {"Content-Type:", "Content-Transfer-Encoding:", "Subject:"};
	size_t which = 0;
	while (which < 3 && strncasecmp(source->bytes + i, names[which], strlen(names[which])) != 0)
		which++;
	if (which == 3 || i + strlen(names[which]) > end)
		return;
	size_t at = i + strlen(names[which]);
	const char *value = source->bytes + at;
	if (which == 0) {
		parameter(value, end - at, NULL, part->type);
		parameter(value, end - at, "charset", part->charset);
		parameter(value, end - at, "boundary", part->boundary);
	} else if (which == 1) {
		parameter(value, end - at, NULL, part->encoding);
	} else {
		part->subject = at;
		part->subject_end = end;
	}
}

static struct part read_part(const struct prose_source *source)
{
	struct part part = {.type = "text/plain", .at = source->len ? prose_origin(source, 0) : source->base};
	size_t i = 0;
	while (i < source->len && source->bytes[i] != '\n') {
		size_t end = header_end(source, i);
		read_header(source, i, end, &part);
		i = end + 1;
	}
	part.body = slice(source, i + 1 < source->len ? i + 1 : source->len, source->len);
	return part;
}

/* ---- the subject ---- */

/* An encoded word, =?charset?B?...?=, from byte `i` on: its bytes; 0 when none stands there. */
static size_t add_word(const struct walk *walk, const struct prose_source *source, size_t i)
{
	const char *s = source->bytes + i,
	           *limit = source->bytes + (source->len - i > LONGEST_WORD ? i + LONGEST_WORD : source->len);
	const char *marks[3], *at = s + 2;
	char name[LONGEST_VALUE] = "";
	if (limit - s < 8 || memcmp(s, "=?", 2) != 0)
		return 0;
	for (size_t k = 0; k < 3; k++) {
		marks[k] = memchr(at, '?', (size_t)(limit - at));
		if (!marks[k])
			return 0;
		at = marks[k] + 1;
	}
	char how = marks[0][1];
	if (marks[1] != marks[0] + 2 || !strchr("BbQq", how) || at >= limit || *at != '=' ||
	    marks[0] - s - 2 >= LONGEST_VALUE)
		return 0;
	memcpy(name, s + 2, (size_t)(marks[0] - s - 2));
	struct prose_source piece =
	    slice(source, (size_t)(marks[1] + 1 - source->bytes), (size_t)(marks[2] - source->bytes));
	struct decoded out = decoded_new(walk->prose->arena, CHARSET_BYTES * piece.len);
	decode(&piece, how == 'B' || how == 'b' ? BASE64 : QUOTED, true, charset_named(name), &out);
	struct prose_source text = {out.bytes, out.len, out.at, 0};
	for (size_t k = 0; k < out.len;)
		k += prose_add(walk->prose, &text, k);
	return (size_t)(at + 1 - s);
}

static void add_subject(const struct walk *walk, const struct prose_source *source, const struct part *part)
{
	struct prose_source line = slice(source, part->subject, part->subject_end);
	bool word = false;
	prose_break(walk->prose, PROSE_SUBJECT);
	for (size_t i = 0; i < line.len;) {
		size_t n = add_word(walk, &line, i), blank = i;
		while (blank < line.len && strchr(" \t\n", line.bytes[blank]))
			blank++;
		/* white space between two encoded words is none */
		if (!n && word && blank > i && blank + 1 < line.len && !memcmp(line.bytes + blank, "=?", 2)) {
			i = blank;
			continue;
		}
		word = n > 0;
		i += n ? n : prose_add(walk->prose, &line, i);
	}
	prose_break(walk->prose, PROSE_TEXT);
}

/* ---- parts ---- */

static void add_entity(struct walk *walk, const struct prose_source *source);

/* What was not read may say anything. */
static void refuse(const struct walk *walk, uint32_t at, const char *what, const char *name)
{
	diag_error(walk->diags, prose_place_in_file(walk->prose, at), "a part of the mail cannot be read: %s \"%s\"",
	           what, name);
}

static bool encoding_of(const char *name, enum encoding *encoding)
{
	static const struct {
		const char *name;
		enum encoding encoding;
	} known[] = {{"", IDENTITY},       {"7bit", IDENTITY}, {"8bit", IDENTITY},
	             {"binary", IDENTITY}, {"base64", BASE64}, {"quoted-printable", QUOTED}};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcasecmp(name, known[i].name)) {
			*encoding = known[i].encoding;
			return true;
		}
	return false;
}

static void add_text(struct walk *walk, const struct part *part, bool html)
{
	enum charset charset = charset_named(part->charset);
	enum encoding encoding;
	if (charset == CHARSET_UNKNOWN) {
		diag_error(walk->diags, prose_place_in_file(walk->prose, part->at),
		           "a part is in the character set \"%s\": save it as UTF-8, so that it can be read",
		           part->charset);
		return;
	}
	if (!encoding_of(part->encoding, &encoding)) {
		refuse(walk, part->at, "its encoding is", part->encoding);
		return;
	}
	struct decoded out = decoded_new(walk->prose->arena, CHARSET_BYTES * part->body.len);
	/* the file itself is UTF-8 by now, whatever its bytes were */
	decode(&part->body, encoding, false, encoding == IDENTITY ? CHARSET_UTF8 : charset, &out);
	struct prose_source text = {out.bytes, out.len, out.at, 0};
	prose_break(walk->prose, PROSE_TEXT);
	if (html)
		prose_html_read(walk->prose, &text);
	else
		prose_plain_read(walk->prose, &text);
}

/* The next line that begins with --boundary, at or after `i`. */
static size_t next_boundary(const struct part *part, size_t i)
{
	const struct prose_source *body = &part->body;
	size_t n = strlen(part->boundary);
	while (i < body->len) {
		if (i + 2 + n <= body->len && !memcmp(body->bytes + i, "--", 2) &&
		    !memcmp(body->bytes + i + 2, part->boundary, n))
			return i;
		i = line_end(body, i) + 1;
	}
	return body->len;
}

static void add_parts(struct walk *walk, const struct part *part)
{
	size_t i = next_boundary(part, 0);
	if (i == part->body.len)
		refuse(walk, part->at, "nothing begins with its boundary", part->boundary);
	while (i < part->body.len) {
		size_t from = line_end(&part->body, i) + 1, to = next_boundary(part, from);
		if (from >= part->body.len)
			return;
		struct prose_source inner = slice(&part->body, from, to < from ? from : to);
		add_entity(walk, &inner);
		i = to;
	}
}

/* An attachment goes out with the mail: it is read as the rest is. */
static void add_entity(struct walk *walk, const struct prose_source *source)
{
	struct part part = read_part(source);
	if (walk->depth >= DEEPEST) {
		refuse(walk, part.at, "it stands too deep in others, and is", part.type);
		return;
	}
	walk->depth++;
	if (part.subject)
		add_subject(walk, source, &part);
	if (*part.boundary && !strncasecmp(part.type, "multipart/", 10))
		add_parts(walk, &part);
	else if (!strcasecmp(part.type, "text/html"))
		add_text(walk, &part, true);
	else if (!strcasecmp(part.type, "text/plain"))
		add_text(walk, &part, false);
	else if (!strcasecmp(part.type, "message/rfc822") && !*part.encoding)
		add_entity(walk, &part.body);
	else
		refuse(walk, part.at, "it is", part.type);
	walk->depth--;
}

void prose_mail_read(struct prose *prose, const struct prose_source *source, struct diags *diags)
{
	struct walk walk = {prose, diags, 0};
	add_entity(&walk, source);
	prose_break(prose, PROSE_TEXT);
}
