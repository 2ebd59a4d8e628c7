#include "desk/cmd_fresh.h"

#include "desk/paper.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool fill(int fd, const struct text *bytes)
{
	for (size_t at = 0; at < bytes->len;) {
		ssize_t n = write(fd, bytes->data + at, bytes->len - at);
		if (n < 0 && errno != EINTR)
			return false;
		at += n > 0 ? (size_t)n : 0;
	}
	return true;
}

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
	if (!make_folder(path, diags))
		return false;
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0644);
	struct diag_place place = {.file = path};
	if (fd < 0 && errno == EEXIST)
		return diag_error(diags, place, "is there already, and is never overwritten; choose another name");
	bool done = fd >= 0 && fill(fd, bytes);
	if (!done)
		diag_error(diags, place, "can't be written: %s", strerror(errno));
	if (fd >= 0 && close(fd) < 0 && done)
		done = diag_error(diags, place, "can't be written: %s", strerror(errno));
	if (fd >= 0 && !done)
		unlink(path);
	return done;
}
