/* A folder of its own with a scenario and its tests in it, for what plays them. */
#ifndef TESTS_TRIALLED_H
#define TESTS_TRIALLED_H

#include "check.h"

#include "base/diag.h"

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define TRIALLED_SENT "from = 'X', to = 'support', channel = 'chat', text = 'T'"
#define TRIALLED_ASKS "objective = 'care', ask = 'Q?', hint = 'H', probes = { 'P' }, listen_for = 'L', "

/* Two questions, of which the second is extra, a message that suspending an account keeps away, and a hook that fails
 * at T+9:00. */
static const char trialled_story[] =
    "scenario 'small' { title = 'Small', synopsis = 'A test.', company = { name = 'Small Shop', timezone = "
    "'Asia/Singapore', customers = { SG = 100 } }, starts = '2026-03-05 21:40', roles = { 'incident-lead', "
    "'it-admin', 'support' }, pace = { { to = '10h', takes = '20m' } }, truth = { aware = '1h30' } }\n"
    "inject 'first' { at = '0h', opens = 'one', " TRIALLED_SENT " }\n"
    "inject 'unless' { by = '2h', unless = 'suspend-account', " TRIALLED_SENT " }\n"
    "inject 'other' { at = '3h', extra = true, opens = 'two', " TRIALLED_SENT " }\n"
    "inject 'broken' { at = '9h', extra = true, when = function(w) return w.now + nil end, " TRIALLED_SENT " }\n"
    "decision 'one' { owner = 'it-admin', within = '30m', " TRIALLED_ASKS
    "{ id = 'good', 'Good', does = 'suspend-account', score = { care = 2 }, because = 'B' }, "
    "{ id = 'poor', 'Poor', score = { care = -1 }, because = 'B' }, late = { because = 'B' } }\n"
    "decision 'two' { extra = true, owner = 'support', " TRIALLED_ASKS
    "{ id = 'same', 'Same', because = 'B' }, { id = 'equal', 'Equal', because = 'B' } }\n";

struct trialled {
	char folder[32];
	char path[128]; /* of the file written last */
	struct diags diags;
	struct text told, out;
};

static inline const char *trialled_write(struct trialled *t, const char *name, const char *bytes)
{
	snprintf(t->path, sizeof t->path, "%s/%s", t->folder, name);
	FILE *file = fopen(t->path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, strlen(bytes), file), strlen(bytes));
	assert_int_equal(fclose(file), 0);
	return t->path;
}

static inline int trialled_setup(void **state)
{
	struct trialled *t = calloc(1, sizeof *t);
	char tests[64];
	strcpy(t->folder, "trialled-XXXXXX");
	assert_non_null(mkdtemp(t->folder));
	snprintf(tests, sizeof tests, "%s/tests", t->folder);
	assert_int_equal(mkdir(tests, 0700), 0);
	trialled_write(t, "small.lua", trialled_story);
	diags_init(&t->diags);
	*state = t;
	return 0;
}

/* Empties a folder; how many files it had. */
static inline int trialled_clear(const char *folder)
{
	int n = 0;
	char path[512];
	DIR *dir = opendir(folder);
	assert_non_null(dir);
	for (const struct dirent *entry; (entry = readdir(dir));) {
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		n += unlink(path) == 0;
	}
	closedir(dir);
	return n;
}

static inline int trialled_teardown(void **state)
{
	struct trialled *t = *state;
	char tests[64];
	snprintf(tests, sizeof tests, "%s/tests", t->folder);
	trialled_clear(tests);
	rmdir(tests);
	trialled_clear(t->folder);
	rmdir(t->folder);
	diags_free(&t->diags);
	text_free(&t->told);
	text_free(&t->out);
	free(t);
	return 0;
}

/* All that was told so far, without the folder's name; the next call tells only what comes after. */
static inline const char *trialled_told(struct trialled *t)
{
	text_clear(&t->told);
	for (size_t i = 0; i < t->diags.n; i++) {
		const struct diag *d = &t->diags.v[i];
		const char *file =
		    strncmp(d->file, t->folder, strlen(t->folder)) == 0 ? d->file + strlen(t->folder) : d->file;
		text_addf(&t->told, "%s:%d:%d: %s%s%s\n", file, d->line, d->col, d->message, d->hint ? "; " : "",
		          d->hint ? d->hint : "");
	}
	diags_free(&t->diags);
	diags_init(&t->diags);
	return t->told.data;
}

#endif
