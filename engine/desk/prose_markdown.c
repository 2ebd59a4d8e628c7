#include "desk/prose_markdown.h"

#include "desk/prose_entity.h"
#include "desk/prose_plain.h"

#include <string.h>

enum { LONGEST_ADDRESS = 512, LONGEST_TAG = 1024 };

struct markdown {
	struct prose *prose;
	const struct prose_source *source;
	bool fenced, no_comments; /* a comment's end was looked for and is not there */
	int last;                 /* of a numbered list */
	size_t i;
};

static char byte_at(const struct markdown *m, size_t i)
{
	return i < m->source->len ? m->source->bytes[i] : 0;
}

static bool at_is(const struct markdown *m, size_t i, const char *s)
{
	size_t n = strlen(s);
	return i + n <= m->source->len && !memcmp(m->source->bytes + i, s, n);
}

static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static size_t line_end(const struct markdown *m, size_t i)
{
	const char *end = memchr(m->source->bytes + i, '\n', m->source->len - i);
	return end ? (size_t)(end - m->source->bytes) : m->source->len;
}

/* ---- inside a line ---- */

static bool skip_comment(struct markdown *m)
{
	if (!at_is(m, m->i, "<!--") || m->no_comments)
		return false;
	for (size_t end = m->i + 4; end + 3 <= m->source->len; end++)
		if (at_is(m, end, "-->")) {
			m->i = end + 3;
			return true;
		}
	m->no_comments = true;
	return false;
}

/* <b> goes; of <https://...> and <a@b> the address stays, as a reader sees it. */
static bool skip_tag(struct markdown *m)
{
	char next = byte_at(m, m->i + 1);
	size_t end = m->i + 1;
	if (next != '/' && !is_word(next))
		return false;
	while (end < m->source->len && end - m->i < LONGEST_TAG && !strchr("<>\n", m->source->bytes[end]))
		end++;
	if (byte_at(m, end) != '>')
		return false;
	const char *inside = m->source->bytes + m->i + 1;
	size_t len = end - m->i - 1;
	if (memchr(inside, '@', len) || memchr(inside, ':', len))
		m->i++;
	else
		m->i = end + 1;
	return true;
}

/* Behind a link's words: (address "title") or [label]. */
static bool skip_address(struct markdown *m)
{
	char open = byte_at(m, m->i + 1), close = open == '(' ? ')' : ']';
	int depth = 0;
	if (open != '(' && open != '[')
		return false;
	for (size_t end = m->i + 1; end < m->source->len && end - m->i < LONGEST_ADDRESS; end++) {
		char c = m->source->bytes[end];
		depth += c == open ? 1 : c == close ? -1 : 0;
		if (c == '\\')
			end++;
		if (depth == 0) {
			m->i = end + 1;
			return true;
		}
	}
	return false;
}

static bool is_emphasis(const struct markdown *m, size_t i)
{
	char c = byte_at(m, i), before = i ? byte_at(m, i - 1) : 0, after = byte_at(m, i + 1);
	if (c == '_')
		return !(is_word(before) && is_word(after));
	return c == '`' || (c == '~' && (before == '~' || after == '~')) ||
	       (c == '*' && !(strchr(" \n", before) && strchr(" \n", after)));
}

static bool add_marked(struct markdown *m)
{
	char c = byte_at(m, m->i);
	size_t n = 0;
	if (c == '\\' && byte_at(m, m->i + 1) > ' ' && !is_word(byte_at(m, m->i + 1))) {
		m->i++;
		return false;
	}
	if (c == '\\' && byte_at(m, m->i + 1) == '\n')
		n = 1;
	else if (c == '&')
		n = prose_entity_add(m->prose, m->source, m->i);
	else if (c == '<')
		return skip_comment(m) || skip_tag(m);
	else if (c == ']' && skip_address(m))
		return true;
	else if (c == '[' || c == ']' || (c == '!' && byte_at(m, m->i + 1) == '[') || is_emphasis(m, m->i))
		n = 1;
	m->i += n;
	return n > 0;
}

/* To `end` or, behind a comment of several lines, further. */
static void add_inline(struct markdown *m, size_t end)
{
	while (m->i < end) {
		if (m->fenced || !add_marked(m))
			m->i += m->i < end ? prose_add(m->prose, m->source, m->i) : 0;
	}
}

/* ---- lines ---- */

static bool is_made_of(const struct markdown *m, size_t from, size_t end, const char *signs)
{
	for (; from < end; from++)
		if (!strchr(signs, m->source->bytes[from]) || !m->source->bytes[from])
			return false;
	return true;
}

static void add_heading(struct markdown *m, size_t end)
{
	while (byte_at(m, m->i) == '#')
		m->i++;
	while (end > m->i && strchr("# ", m->source->bytes[end - 1]))
		end--;
	prose_break(m->prose, PROSE_HEADING);
	while (byte_at(m, m->i) == ' ')
		m->i++;
	int last = 0;
	m->i += m->i < end ? prose_plain_marker(m->source, m->i, true, &last) : 0;
	add_inline(m, end);
	prose_break(m->prose, PROSE_TEXT);
}

static void add_row(struct markdown *m, size_t end)
{
	bool rule = is_made_of(m, m->i, end, "|-: \t");
	while (!rule && m->i < end) {
		size_t cell = m->i;
		while (cell < end && !(m->source->bytes[cell] == '|' && m->source->bytes[cell - (cell > 0)] != '\\'))
			cell++;
		prose_break(m->prose, PROSE_CELL);
		add_inline(m, cell);
		m->i = cell < end && m->i <= cell ? cell + 1 : m->i;
	}
	prose_break(m->prose, PROSE_TEXT);
}

/* Whether the line is a mark of its own: fence, rule, underline, a link's definition. */
static bool is_mark(struct markdown *m, size_t end)
{
	if (at_is(m, m->i, "```") || at_is(m, m->i, "~~~")) {
		m->fenced = !m->fenced;
		return true;
	}
	if (m->fenced)
		return false;
	if (is_made_of(m, m->i, end, "=-*_ \t"))
		return true;
	const char *bracket = byte_at(m, m->i) == '[' ? memchr(m->source->bytes + m->i, ']', end - m->i) : NULL;
	return bracket && byte_at(m, (size_t)(bracket - m->source->bytes) + 1) == ':';
}

/* A line of = or - under words makes a heading of them. */
static bool is_underlined(const struct markdown *m, size_t end)
{
	size_t next = end + 1, stop = next < m->source->len ? line_end(m, next) : next;
	return next < m->source->len && stop > next && (byte_at(m, next) == '=' || byte_at(m, next) == '-') &&
	       is_made_of(m, next, stop, "=- \t") && stop - next >= 2;
}

static void add_line(struct markdown *m, size_t end, bool fresh)
{
	size_t sign = m->fenced ? 0 : prose_plain_marker(m->source, m->i, fresh, &m->last);
	if (!m->fenced && byte_at(m, m->i) == '#') {
		add_heading(m, end);
	} else if (!m->fenced && byte_at(m, m->i) == '|') {
		m->i++;
		add_row(m, end);
	} else {
		if (sign)
			prose_break(m->prose, PROSE_ITEM);
		else if (fresh && is_underlined(m, end))
			prose_break(m->prose, PROSE_HEADING);
		m->i += sign;
		add_inline(m, end);
		prose_gap(m->prose, true);
	}
}

void prose_markdown_read(struct prose *prose, const struct prose_source *source)
{
	struct markdown m = {.prose = prose, .source = source};
	bool fresh = true;
	while (m.i < source->len) {
		size_t end = line_end(&m, m.i);
		while (m.i < end && strchr(" \t>", source->bytes[m.i]))
			m.i++;
		bool mark = is_mark(&m, end), whole = mark || (!m.fenced && strchr("#|", byte_at(&m, m.i)));
		if (mark) /* an empty line is one */
			prose_break(prose, PROSE_TEXT);
		else
			add_line(&m, end, fresh);
		fresh = whole;
		if (m.i <= end)
			m.i = end + 1;
	}
	prose_break(prose, PROSE_TEXT);
}
