#include "base/markdown.h"

#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	NESTED = 8,     /* blocks in blocks that indent; what lies deeper stands under the last of them */
	NARROWEST = 24, /* columns that a line has left, however deep it stands */
	RULE = 20       /* columns of a line across */
};

/* ---- the tree, made safe ---- */

static char *cleaned(const char *s)
{
	struct text clean = {0};
	text_add_clean(&clean, s ? s : "");
	return clean.data;
}

/* An entity such as &#27; brings in what no file may hold. */
static void clean_literal(cmark_node *node)
{
	char *clean = cleaned(cmark_node_get_literal(node));
	cmark_node_set_literal(node, clean);
	free(clean);
}

/* Raw HTML is shown as the characters it is made of: nothing runs, and nothing is lost unseen. */
static void show_markup(cmark_node *node, bool block)
{
	cmark_node *shown = cmark_node_new(CMARK_NODE_TEXT), *around = shown;
	char *clean = cleaned(cmark_node_get_literal(node));
	for (char *c = clean; *c; c++)
		*c = *c == '\n' ? ' ' : *c;
	cmark_node_set_literal(shown, clean);
	free(clean);
	if (block) {
		around = cmark_node_new(CMARK_NODE_PARAGRAPH);
		cmark_node_append_child(around, shown);
	}
	cmark_node_insert_before(node, around);
	cmark_node_unlink(node);
	cmark_node_free(node);
}

/* A picture would be fetched: its words stand in its place. */
static void unwrap(cmark_node *node)
{
	for (cmark_node *child; (child = cmark_node_first_child(node));)
		cmark_node_insert_before(node, child);
	cmark_node_unlink(node);
	cmark_node_free(node);
}

static bool safe_link(const char *url)
{
	static const char *const schemes[] = {"https://", "http://", "mailto:", "tel:"};
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (strncmp(url, schemes[i], strlen(schemes[i])) == 0)
			return !strpbrk(url, " \t\n\\\"<>");
	return false;
}

static int32_t last_character(const char *s)
{
	int32_t last = 0;
	for (int32_t c; s && (c = text_next(&s));)
		last = c;
	return last;
}

/* Chinese and Japanese, whose lines join without a space. */
static bool unspaced(int32_t c)
{
	return (c >= 0x3000 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
	       (c >= 0xff00 && c <= 0xffef) || (c >= 0x20000 && c <= 0x3ffff);
}

static bool full_width_sign(int32_t c)
{
	return (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xff0f) || (c >= 0xff1a && c <= 0xff20);
}

static bool joins(cmark_node *node)
{
	cmark_node *before = cmark_node_previous(node), *after = cmark_node_next(node);
	const char *s = after && cmark_node_get_type(after) == CMARK_NODE_TEXT ? cmark_node_get_literal(after) : "";
	const char *text =
	    before && cmark_node_get_type(before) == CMARK_NODE_TEXT ? cmark_node_get_literal(before) : "";
	int32_t left = last_character(text), right = text_next(&s);
	return (unspaced(left) && unspaced(right)) || full_width_sign(left) || full_width_sign(right);
}

/* The node is done with: nothing that the walk still comes to is taken away. */
static void mend(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK)
		clean_literal(node);
	else if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
		show_markup(node, type == CMARK_NODE_HTML_BLOCK);
	else if (type == CMARK_NODE_IMAGE || (type == CMARK_NODE_LINK && !safe_link(cmark_node_get_url(node))))
		unwrap(node);
	else if (type == CMARK_NODE_SOFTBREAK && joins(node)) {
		cmark_node_unlink(node);
		cmark_node_free(node);
	}
}

static bool leaf(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	return type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK ||
	       type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_SOFTBREAK ||
	       type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_THEMATIC_BREAK;
}

static cmark_node *parse(const char *markdown, size_t len)
{
	cmark_node *root = cmark_parse_document(markdown, len, CMARK_OPT_DEFAULT);
	cmark_iter *iter = cmark_iter_new(root);
	for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (event == CMARK_EVENT_EXIT || leaf(node))
			mend(node);
	}
	cmark_iter_free(iter);
	return root;
}

void markdown_html(const char *markdown, size_t len, struct text *out)
{
	cmark_node *root = parse(markdown, len);
	char *html = cmark_render_html(root, CMARK_OPT_SAFE);
	text_add(out, html);
	free(html);
	cmark_node_free(root);
}

/* ---- plain text ---- */

struct plain {
	struct text *out;
	size_t begin; /* of our own text in `out` */
	int columns;
	struct text line;   /* words of the paragraph so far */
	struct text indent; /* what stands before each line */
	size_t widths[NESTED];
	int numbers[NESTED]; /* of the next item of a list, by depth */
	int depth;
	char mark[16]; /* of an item whose first line is still to come: "12. " */
	size_t link;   /* where the words of the link we are in begin in `line` */
};

static void deepen(struct plain *p, const char *prefix)
{
	if (p->depth < NESTED) {
		p->widths[p->depth] = p->indent.len;
		text_add(&p->indent, prefix);
	}
	p->depth++;
}

static void rise(struct plain *p)
{
	if (--p->depth < NESTED)
		p->indent.data[p->indent.len = p->widths[p->depth]] = '\0';
}

/* An item's mark takes the place of the blanks before its first line. */
static void put_mark(struct plain *p, size_t from)
{
	size_t len = strlen(p->mark), indent = p->indent.len;
	if (len && len <= indent && p->out->len >= from + indent)
		memcpy(p->out->data + from + indent - len, p->mark, len);
	p->mark[0] = '\0';
}

static void add_line(struct plain *p, const char *s, int columns)
{
	size_t from = p->out->len;
	int least = (int)p->indent.len + NARROWEST;
	if (columns)
		text_wrap(p->out, s, p->indent.data, columns > least ? columns : least);
	else
		text_addf(p->out, "%s%s\n", *s ? p->indent.data : "", s);
	put_mark(p, from);
}

static void add_lines(struct plain *p, char *s, int columns)
{
	for (char *end; *s; s = end) {
		end = s + strcspn(s, "\n");
		if (*end)
			*end++ = '\0';
		add_line(p, s, columns);
	}
}

/* Between the items of a tight list stands no blank line. */
static bool follows_closely(cmark_node *block)
{
	cmark_node *item = cmark_node_parent(block), *list = cmark_node_parent(item);
	if (cmark_node_get_type(list) != CMARK_NODE_LIST || !cmark_node_get_list_tight(list))
		return false;
	return cmark_node_previous(item) || cmark_node_get_type(cmark_node_parent(list)) == CMARK_NODE_ITEM;
}

static void add_break(struct plain *p, cmark_node *block)
{
	if (p->out->len > p->begin && !follows_closely(block))
		text_add(p->out, "\n");
}

static void add_rule(struct plain *p, char with, int width)
{
	text_add(p->out, p->indent.data);
	while (width-- > 0)
		text_add_bytes(p->out, &with, 1);
	text_add(p->out, "\n");
}

/* A paragraph, or a heading; one of the first two levels is underlined where it stands on one line. */
static void end_block(struct plain *p, cmark_node *block)
{
	int level = cmark_node_get_heading_level(block), width;
	if (!p->line.len)
		return;
	add_break(p, block);
	width = text_width(p->line.data);
	if (strchr(p->line.data, '\n') || (p->columns && width + (int)p->indent.len > p->columns))
		level = 0;
	add_lines(p, p->line.data, p->columns);
	if (level == 1 || level == 2)
		add_rule(p, level == 1 ? '=' : '-', width);
	text_clear(&p->line);
}

static void add_code(struct plain *p, cmark_node *block)
{
	struct text copy = {0};
	add_break(p, block);
	text_add(&copy, cmark_node_get_literal(block));
	text_add(&p->indent, "    ");
	add_lines(p, copy.data, 0); /* as it was written */
	p->indent.data[p->indent.len -= 4] = '\0';
	text_free(&copy);
}

static void begin_list(struct plain *p, cmark_node *list)
{
	if (p->depth < NESTED)
		p->numbers[p->depth] = cmark_node_get_list_start(list);
}

static void begin_item(struct plain *p, cmark_node *item)
{
	cmark_node *list = cmark_node_parent(item);
	char blanks[sizeof p->mark] = "";
	p->mark[0] = '\0';
	if (p->depth < NESTED) {
		char after = cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? ')' : '.';
		if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST)
			snprintf(p->mark, sizeof p->mark, "%d%c ", p->numbers[p->depth]++, after);
		else
			snprintf(p->mark, sizeof p->mark, "- ");
		memset(blanks, ' ', strlen(p->mark));
	}
	deepen(p, blanks);
}

/* The address behind a link's words, unless they are the address. */
static void end_link(struct plain *p, const char *url)
{
	const char *shown = strncmp(url, "mailto:", 7) == 0 ? url + 7 : strncmp(url, "tel:", 4) == 0 ? url + 4 : url;
	if (strcmp(p->line.data + p->link, shown) != 0)
		text_addf(&p->line, " (%s)", shown);
}

static void add_words(struct plain *p, const char *s)
{
	for (; *s; s++)
		text_add_bytes(&p->line, *s == '\n' ? " " : s, 1);
}

static void enter(struct plain *p, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		deepen(p, "> ");
		break;
	case CMARK_NODE_LIST:
		begin_list(p, node);
		break;
	case CMARK_NODE_ITEM:
		begin_item(p, node);
		break;
	case CMARK_NODE_CODE_BLOCK:
		add_code(p, node);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		add_break(p, node);
		add_rule(p, '-', RULE);
		break;
	case CMARK_NODE_LINK:
		p->link = p->line.len;
		break;
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
		add_words(p, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
		text_add(&p->line, " ");
		break;
	case CMARK_NODE_LINEBREAK:
		text_add(&p->line, "\n");
		break;
	default:
		break;
	}
}

static void leave(struct plain *p, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
		end_block(p, node);
	else if (type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE)
		rise(p);
	else if (type == CMARK_NODE_LINK)
		end_link(p, cmark_node_get_url(node));
}

void markdown_text(const char *markdown, size_t len, int columns, struct text *out)
{
	struct plain p = {.out = out, .begin = out->len, .columns = columns};
	cmark_node *root = parse(markdown, len);
	cmark_iter *iter = cmark_iter_new(root);
	text_add(&p.line, "");
	text_add(&p.indent, "");
	text_add(out, "");
	for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;)
		(event == CMARK_EVENT_ENTER ? enter : leave)(&p, cmark_iter_get_node(iter));
	cmark_iter_free(iter);
	cmark_node_free(root);
	text_free(&p.line);
	text_free(&p.indent);
}
