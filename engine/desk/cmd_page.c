#include "desk/cmd_page.h"

#include "desk/paper.h"

#include <stdio.h>
#include <string.h>

static bool is_output(const char *path)
{
	return !path || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0;
}

bool cmd_page_deliver(const struct text *page, const char *path, struct diags *diags)
{
	struct text shown = {0};
	if (is_output(path))
		return fwrite(page->data, 1, page->len, stdout) == page->len && fflush(stdout) == 0;
	if (!paper_write(path, page, diags))
		return false;
	paper_shown(path, &shown);
	puts(shown.data);
	text_free(&shown);
	return true;
}
