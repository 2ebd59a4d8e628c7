#include "desk/edition.h"

#include "base/path.h"
#include "desk/paint.h"
#include "desk/paper.h"
#include "desk/report.h"

#include <string.h>

enum { BULLET = 16 };

const char *const edition_formats[] = {"md", "html", "json", "csv", NULL};

static const struct {
	const char *template; /* NULL: the model itself */
	enum escape escape;
} forms[] = {
    {"report.md", ESCAPE_MARKDOWN}, {"report.html", ESCAPE_HTML}, {NULL, ESCAPE_NONE}, {"report.csv", ESCAPE_CSV}};

enum edition_format edition_format_for(const char *path)
{
	int kind = path_kind(path, edition_formats);
	return kind < 0 ? EDITION_MARKDOWN : (enum edition_format)kind;
}

struct layout *edition_layout(const struct edition *edition, const struct record *record, struct diags *diags)
{
	const char *own = layout_speaks(record->start.lang) ? record->start.lang : "en";
	return layout_open(edition->lang ? edition->lang : own, diags);
}

static bool fill(const struct edition *edition, struct jsn *model, struct layout *layout, struct text *out,
                 struct diags *diags)
{
	page_dress(model, edition->audience, layout_phrases(layout));
	return layout_render(layout, forms[edition->format].template, forms[edition->format].escape, model, out, diags);
}

static void write_tree(const struct edition *edition, struct jsn *model, struct text *out)
{
	if (edition->audience == PAGE_BOARD)
		page_withhold(model);
	jsn_write(model, out);
	text_add(out, "\n");
}

bool edition_make(const struct edition *edition, const struct record *record, struct layout *layout, struct text *out,
                  struct diags *diags)
{
	struct jsn *model = report_model(record, edition->names, layout_phrases(layout));
	struct text page = {0};
	bool made = true;
	if (edition->format == EDITION_JSON)
		write_tree(edition, model, out);
	else
		made = fill(edition, model, layout, edition->format == EDITION_CSV ? &page : out, diags);
	if (made && edition->format == EDITION_CSV)
		paper_sheet(&page, out);
	jsn_free(model);
	text_free(&page);
	return made;
}

/* How much of a line stands before its words: blanks, a bullet or a number, the mark of a quotation. */
static size_t bullet_of(const char *line)
{
	size_t blanks = strspn(line, " "), digits = strspn(line + blanks, "0123456789");
	const char *mark = line + blanks + digits;
	bool listed = (digits ? *mark == '.' : *mark == '-' || *mark == '>') && mark[1] == ' ';
	size_t len = listed ? (size_t)(mark - line) + 2 : blanks;
	return len < BULLET - 1 ? len : 0;
}

void edition_fit(const char *page, int columns, struct text *out)
{
	const struct paint paint = {.out = out, .columns = columns};
	for (const char *from = page, *end; *from; from = *end ? end + 1 : end) {
		char label[BULLET] = " ";
		size_t len = bullet_of(from);
		end = from + strcspn(from, "\n");
		strncat(label, from, len);
		if (end == from)
			text_add(out, "\n");
		else
			paint_hang(&paint, PAINT_PLAIN, label, "%.*s", (int)(end - from - (ptrdiff_t)len), from + len);
	}
}
