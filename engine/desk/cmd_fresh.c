#include "desk/cmd_fresh.h"

#include "desk/paper.h"

#include <stdio.h>
#include <string.h>

/* The folder of the path, when it has one. */
static bool make_folder(const char *path, struct diags *diags)
{
	const char *slash = strrchr(path, '/');
	char folder[PAPER_PATH];
	int len = slash && slash - path < PAPER_PATH ? (int)(slash - path) : 0;
	snprintf(folder, sizeof folder, "%.*s", len, path);
	return !len || paper_folder(folder, diags);
}

bool cmd_fresh_write(const char *path, const struct text *bytes, struct diags *diags)
{
	return make_folder(path, diags) && paper_write_new(path, bytes, diags);
}
