#include "desk/prose_html.h"

#include "base/ascii.h"
#include "desk/prose_entity.h"
#include "desk/prose_plain.h"

#include <string.h>

enum { LONGEST_NAME = 12 };

enum effect { INLINE, BREAKS, HEADING, ITEM, CELL, TITLE, HIDES };

struct tag {
	char name[LONGEST_NAME];
	bool closes;
	size_t to;
};

// clang-format off
static const struct { const char *name; enum effect effect; } tags[] = {
	{"p", BREAKS}, {"div", BREAKS}, {"br", BREAKS}, {"hr", BREAKS}, {"h1", HEADING}, {"h2", HEADING}, {"h3", HEADING},
	{"h4", HEADING}, {"h5", HEADING}, {"h6", HEADING}, {"li", ITEM}, {"ul", BREAKS}, {"ol", BREAKS}, {"td", CELL},
	{"th", CELL}, {"tr", BREAKS}, {"table", BREAKS}, {"caption", HEADING}, {"dt", ITEM}, {"dd", ITEM},
	{"section", BREAKS}, {"article", BREAKS}, {"header", BREAKS}, {"footer", BREAKS}, {"main", BREAKS},
	{"nav", BREAKS}, {"aside", BREAKS}, {"address", BREAKS}, {"blockquote", BREAKS}, {"pre", BREAKS},
	{"body", BREAKS}, {"head", BREAKS}, {"title", TITLE}, {"summary", BREAKS}, {"details", BREAKS},
	{"figcaption", BREAKS}, {"option", ITEM}, {"script", HIDES}, {"style", HIDES}, {"template", HIDES},
};
// clang-format on

static bool at_is(const struct prose_source *source, size_t i, const char *s)
{
	for (; *s; i++, s++)
		if (i >= source->len || ascii_lower(source->bytes[i]) != *s)
			return false;
	return true;
}

static size_t find(const struct prose_source *source, size_t i, const char *s)
{
	while (i < source->len && !at_is(source, i, s))
		i++;
	return i;
}

/* To behind the tag's ">", quoted values passed over; `len` when it never comes. */
static size_t tag_end(const struct prose_source *source, size_t i)
{
	char quote = 0;
	for (; i < source->len; i++) {
		char c = source->bytes[i];
		if (quote)
			quote = c == quote ? 0 : quote;
		else if (c == '>')
			return i + 1;
		else if ((c == '"' || c == '\'') && source->bytes[i - 1] == '=')
			quote = c;
	}
	return source->len;
}

/* "<" begins a tag only before a letter, "/", "!" and "?". */
static bool read_tag(const struct prose_source *source, size_t i, struct tag *tag)
{
	size_t at = i + 1, n = 0;
	*tag = (struct tag){.closes = at < source->len && source->bytes[at] == '/'};
	at += tag->closes;
	if (at >= source->len || !((ascii_lower(source->bytes[at]) >= 'a' && ascii_lower(source->bytes[at]) <= 'z') ||
	                           (!tag->closes && strchr("!?", source->bytes[at]))))
		return false;
	for (; at < source->len && n + 1 < LONGEST_NAME; at++, n++) {
		char c = ascii_lower(source->bytes[at]);
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
			break;
		tag->name[n] = c;
	}
	tag->to = tag_end(source, at);
	return true;
}

static enum effect effect_of(const struct tag *tag)
{
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (!strcmp(tags[i].name, tag->name))
			return tags[i].effect;
	return INLINE;
}

/* To behind the end tag of what hides its content. */
static size_t skip_hidden(const struct prose_source *source, const struct tag *tag)
{
	char end[LONGEST_NAME + 2] = "</";
	memcpy(end + 2, tag->name, strlen(tag->name) + 1);
	size_t at = find(source, tag->to, end);
	return at < source->len ? tag_end(source, at) : at;
}

/* Where the quoted value of an attribute that readers see or hear begins; 0 when none begins at `i`. */
static size_t read_value(const struct prose_source *source, size_t i)
{
	static const char *const names[] = {"alt=", "title=", "aria-label=", "placeholder="};
	for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
		size_t at = i + strlen(names[k]);
		if (strchr(" \t\r\n", source->bytes[i - 1]) && at_is(source, i, names[k]) && at < source->len &&
		    (source->bytes[at] == '"' || source->bytes[at] == '\''))
			return at + 1;
	}
	return 0;
}

/* Each such value is a text of its own. */
static void add_values(struct prose *prose, const struct prose_source *source, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		size_t at = read_value(source, i);
		if (!at)
			continue;
		char quote = source->bytes[at - 1];
		prose_break(prose, PROSE_TEXT);
		while (at < to && source->bytes[at] != quote) {
			size_t n = source->bytes[at] == '&' ? prose_entity_add(prose, source, at) : 0;
			at += n ? n : prose_add(prose, source, at);
		}
		prose_break(prose, PROSE_TEXT);
		i = at;
	}
}

static size_t obey(struct prose *prose, const struct prose_source *source, const struct tag *tag)
{
	static const enum prose_kind kinds[] = {[BREAKS] = PROSE_TEXT,
	                                        [HEADING] = PROSE_HEADING,
	                                        [ITEM] = PROSE_ITEM,
	                                        [CELL] = PROSE_CELL,
	                                        [TITLE] = PROSE_SUBJECT};
	enum effect effect = effect_of(tag);
	if (effect == HIDES)
		return tag->closes ? tag->to : skip_hidden(source, tag);
	if (effect != INLINE)
		prose_break(prose, tag->closes ? PROSE_TEXT : kinds[effect]);
	return tag->to;
}

static size_t read_on(struct prose *prose, const struct prose_source *source, size_t i, const struct tag *tag)
{
	size_t to = obey(prose, source, tag);
	if (!tag->closes && effect_of(tag) != HIDES)
		add_values(prose, source, i + 1, tag->to);
	return to;
}

void prose_html_read(struct prose *prose, const struct prose_source *source)
{
	struct tag tag;
	int last = 0;
	for (size_t i = 0; i < source->len;) {
		char c = source->bytes[i];
		size_t n = 0;
		if (c == '<' && at_is(source, i, "<!--"))
			n = find(source, i + 4, "-->") + 3 - i;
		else if (c == '<' && read_tag(source, i, &tag))
			n = read_on(prose, source, i, &tag) - i;
		else if (c == '&')
			n = prose_entity_add(prose, source, i);
		else if (prose_is_fresh(prose))
			n = prose_plain_marker(source, i, true, &last);
		i += n ? n : prose_add(prose, source, i);
	}
	prose_break(prose, PROSE_TEXT);
}
