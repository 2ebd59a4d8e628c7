#include "desk/cmd_page.h"

#include "desk/paper.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

const char *cmd_page_file(const char *path)
{
	return !path || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0 ? NULL : path;
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
