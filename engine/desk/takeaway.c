#include "desk/takeaway.h"

#include "desk/edition.h"
#include "desk/paper.h"

#include <stdio.h>

/* A page that somebody changed by hand stays as it is. `path` becomes where it went. */
static bool write_beside(const struct record *record, char path[PAPER_PATH], struct diags *diags)
{
	char wanted[PAPER_PATH];
	struct edition edition = {.format = EDITION_HTML};
	struct text page = {0};
	struct layout *layout = edition_layout(&edition, record, diags);
	snprintf(wanted, sizeof wanted, "%s", path);
	bool written = layout && edition_make(&edition, record, layout, &page, diags) &&
	               paper_unlike(wanted, &page, path, diags) && paper_write(path, &page, diags);
	layout_free(layout);
	text_free(&page);
	return written;
}

void takeaway_leave(const char *journal, bool drill, struct text *out)
{
	struct record record;
	struct diags diags;
	char path[PAPER_PATH];
	diags_init(&diags);
	bool named = paper_beside(journal, drill, path) ||
	             diag_error(&diags, (struct diag_place){.file = journal}, "no room for a report's name");
	if (record_open(&record, journal, true, &diags) && named && write_beside(&record, path, &diags)) {
		text_add(out, " The report: ");
		paper_shown(path, out);
		text_add(out, "\n");
	}
	diags_render(&diags, out);
	record_close(&record);
	diags_free(&diags);
}
