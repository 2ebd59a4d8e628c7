/* A folder of a test's own, gone at its end with all that was put into it. */
#ifndef TESTS_HOUSED_H
#define TESTS_HOUSED_H

#include "check.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

struct housed {
	char folder[32];
	int came_from; /* where the tests were started: there the shipped content lies */
};

static inline void housed_open(struct housed *h)
{
	strcpy(h->folder, "/tmp/drill72-test-XXXXXX");
	assert_non_null(mkdtemp(h->folder));
	h->came_from = open(".", O_RDONLY);
	assert_true(h->came_from >= 0);
}

/* Opens it, and works in it. */
static inline void housed_enter(struct housed *h)
{
	housed_open(h);
	assert_int_equal(chdir(h->folder), 0);
}

/* Ends where the tests were started. */
static inline void housed_close(struct housed *h)
{
	char command[128];
	assert_int_equal(fchdir(h->came_from), 0);
	close(h->came_from);
	snprintf(command, sizeof command, "chmod -R u+w %s && rm -rf %s", h->folder, h->folder);
	assert_int_equal(system(command), 0);
}

/* Writes a file, with the folders on its way. */
static inline void housed_put(const char *path, const char *bytes)
{
	char folder[1024];
	snprintf(folder, sizeof folder, "%s", path);
	for (char *slash = strchr(folder, '/'); slash; *slash = '/', slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(folder, 0755);
	}
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	assert_true(fputs(bytes, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

#endif
