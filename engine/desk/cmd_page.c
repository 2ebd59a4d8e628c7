#include "desk/cmd_page.h"

#include "base/path.h"
#include "desk/cmd_fault.h"
#include "desk/paper.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

const char *cmd_page_file(const char *path)
{
	return !path || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0 ? NULL : path;
}

int cmd_page_foreign(const char *path)
{
	static const char *const endings[] = {".pdf", ".doc",  ".docx", ".odt", ".rtf",
	                                      ".xls", ".xlsx", ".ods",  ".ppt", ".pptx"};
	const char *ending = path_ending(path);
	for (size_t i = 0; ending && i < sizeof endings / sizeof *endings; i++)
		if (strcasecmp(ending, endings[i]) == 0)
			return cmd_fault(
			    "%s: no %s file can be written; write .html, open it in a browser, and print it from there",
			    path, ending);
	return 0;
}

/* A reader who has seen enough (drill72 report | head) is no failure. */
static bool print(const struct text *page)
{
	errno = 0;
	return (fwrite(page->data, 1, page->len, stdout) == page->len && fflush(stdout) == 0) || errno == EPIPE;
}

bool cmd_page_deliver(const struct text *page, const char *path, struct diags *diags)
{
	struct text shown = {0};
	if (!cmd_page_file(path))
		return print(page);
	if (!paper_write(path, page, diags))
		return false;
	paper_shown(path, &shown);
	puts(shown.data);
	text_free(&shown);
	return true;
}

bool cmd_page_deliver_fresh(const struct text *page, const char *path, struct diags *diags)
{
	char other[PAPER_PATH];
	if (!cmd_page_file(path))
		return cmd_page_deliver(page, path, diags);
	if (!paper_unlike(path, page, other, diags))
		return false;
	if (strcmp(path, other) != 0)
		return diag_error(diags, (struct diag_place){.file = path},
		                  "is there already with something else in it, and is not overwritten; name another "
		                  "file, such as %s, or remove this one first",
		                  other);
	return cmd_page_deliver(page, path, diags);
}
