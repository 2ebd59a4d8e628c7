/* Faulty files and the exact words they must be told in: each tests/bad/PREFIX*.expected says what loading the file
 * beside it (.yaml; scenarios: .lua) prints. Adding a case is adding two files; an .expected alone is about a file that
 * is missing. */
#ifndef TESTS_BAD_H
#define TESTS_BAD_H

#include "told.h"

#include <dirent.h>
#include <stdio.h>

enum { BAD_PATH = 512 };

/* Loads what was read; what it finds goes to told->diags. */
typedef void bad_loader(struct told *told, const struct file *file);

static inline char *bad_slurp(const char *path)
{
	FILE *stream = fopen(path, "rb");
	char *bytes = calloc(1, 1 << 16);

	assert_non_null(stream);
	assert_non_null(bytes);
	assert_true(fread(bytes, 1, (1 << 16) - 1, stream) > 0);
	fclose(stream);
	return bytes;
}

/* Or says itself what an author would read about the case of that name. */
typedef void bad_teller(struct told *told, const char *name);

static inline void bad_read(struct told *told, const char *name, bad_loader *load)
{
	struct file file;

	if (file_read(arena_printf(told->arena, "tests/bad/%s.yaml", name), arena_printf(told->arena, "%s.yaml", name),
	              told->arena, &told->diags, &file))
		load(told, &file);
	diags_render(&told->diags, &told->out);
}

static inline bool bad_case(const char *name, bad_loader *load, bad_teller *tell)
{
	struct told *told = told_open();
	char *expected;
	bool same;

	if (tell)
		tell(told, name);
	else
		bad_read(told, name, load);
	expected = bad_slurp(arena_printf(told->arena, "tests/bad/%s.expected", name));
	same = told->out.data && !strcmp(told->out.data, expected);
	if (!same)
		print_error("%s\n--- expected\n%s--- found\n%s---\n", name, expected,
		            told->out.data ? told->out.data : "(nothing)\n");
	free(expected);
	told_close(told);
	return same;
}

/* Runs every case whose name begins with `prefix`; there have to be some. */
static inline void bad_each(const char *prefix, bad_loader *load, bad_teller *tell)
{
	static const char ending[] = ".expected";
	DIR *folder = opendir("tests/bad");
	const struct dirent *entry;
	int seen = 0, wrong = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder))) {
		size_t len = strlen(entry->d_name);
		char name[BAD_PATH];

		if (strncmp(entry->d_name, prefix, strlen(prefix)) != 0 || len < sizeof ending ||
		    strcmp(entry->d_name + len - (sizeof ending - 1), ending) != 0)
			continue;
		snprintf(name, sizeof name, "%.*s", (int)(len - (sizeof ending - 1)), entry->d_name);
		seen++;
		wrong += !bad_case(name, load, tell);
	}
	closedir(folder);
	assert_int_not_equal(seen, 0);
	assert_int_equal(wrong, 0);
}

static inline void bad_cases(const char *prefix, bad_loader *load)
{
	bad_each(prefix, load, NULL);
}

#endif
