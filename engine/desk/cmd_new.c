#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/paper.h"
#include "desk/starter.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct order {
	const char *name, *lang;
};

/* What can be started: writes the file's path and its bytes. */
static const struct thing {
	const char *what;
	bool (*start)(const char *name, const char *lang, struct text *path, struct text *bytes, struct diags *diags);
} things[] = {{"notice", starter_notice}};

enum { THINGS = sizeof things / sizeof *things };

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

/* What is there already is somebody's work. */
static bool write_fresh(const char *path, const struct text *bytes, struct diags *diags)
{
	char folder[64];
	snprintf(folder, sizeof folder, "%.*s", (int)strcspn(path, "/"), path);
	if (!paper_folder(folder, diags))
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

static int start(const struct thing *thing, const struct order *order)
{
	struct diags diags;
	struct text path = {0}, bytes = {0};
	diags_init(&diags);
	bool done =
	    thing->start(order->name, order->lang, &path, &bytes, &diags) && write_fresh(path.data, &bytes, &diags);
	if (done)
		printf("%s\nMake it yours, then: drill72 check %s\n", path.data, path.data);
	cmd_fault_list(&diags);
	text_free(&path);
	text_free(&bytes);
	diags_free(&diags);
	return done ? 0 : 1;
}

static int unknown(const char *what)
{
	const char *names[THINGS];
	struct text list = {0};
	for (size_t i = 0; i < THINGS; i++) {
		names[i] = things[i].what;
		text_addf(&list, "%s%s", i ? ", " : "", names[i]);
	}
	const char *nearest = diag_nearest(what, names, THINGS);
	int status = nearest ? cmd_fault("can't start a \"%s\"; did you mean %s?", what, nearest)
	                     : cmd_fault("can't start a \"%s\"; there are: %s", what, list.data);
	text_free(&list);
	return status;
}

int cmd_new(int argc, char **argv)
{
	static const char usage[] = "new notice NAME [--lang LL]";
	struct order order = {.lang = "en"};
	int first;
	const struct cmd_options_row rows[] = {
	    {"lang", "LL", "the language it is in: en, zh, ms, ko", CMD_OPTIONS_TEXT, &order.lang, NULL, 0},
	    {0},
	};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first != 2)
		return cmd_fault("usage: drill72 %s", usage);
	order.name = argv[first + 1];
	for (size_t i = 0; i < THINGS; i++)
		if (strcmp(things[i].what, argv[first]) == 0)
			return start(&things[i], &order);
	return unknown(argv[first]);
}
