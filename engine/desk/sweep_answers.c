#include "desk/sweep_answers.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/program.h"
#include "desk/paper.h"

#include <stdio.h>
#include <string.h>

enum { SEAL = 16 }; /* digits of a digest */

struct pen {
	const struct sweep_answers *answers;
	const struct jsn *model;
	struct text *told;
	struct diags *diags;
	bool writes; /* else it only looks whether it may */
	bool good;
};

static struct sweep_answers as_model(const struct jsn *model)
{
	bool borrows = jsn_number(jsn_get(model, "borrows"), 0);
	return (struct sweep_answers){.scenario = jsn_text(jsn_get(model, "scenario")),
	                              .playbook = borrows ? NULL : jsn_text(jsn_get(model, "playbook")),
	                              .core = !jsn_number(jsn_get(model, "extended"), 0)};
}

static void tell(const struct pen *pen, const char *path)
{
	const struct sweep_answers a = pen->answers->scenario ? *pen->answers : as_model(pen->model);
	char drill72[PROGRAM_NAME];
	text_addf(pen->told, "%s train ", program_name(drill72));
	program_path(a.scenario, pen->told);
	text_add(pen->told, a.playbook ? " --playbook " : "");
	if (a.playbook)
		program_path(a.playbook, pen->told);
	text_addf(pen->told, "%s --seed %lld --answers ", a.core ? " --core" : "",
	          (long long)jsn_number(jsn_get(pen->model, "seed"), 0));
	program_path(path, pen->told);
	text_add(pen->told, "\n");
}

/* The lines below a comment that tells whether they are still as they were written. */
static void seal(const char *lines, struct text *page)
{
	char hex[HASH_HEX + 1];
	hash_hex(lines, strlen(lines), hex);
	text_addf(page, "# A sweep writes over this file while it is as it was written: %.*s\n%s", SEAL, hex, lines);
}

static bool is_unedited(const char *path)
{
	struct arena *arena = arena_new();
	struct text page = {0};
	struct diags diags;
	struct file file;
	diags_init(&diags);
	const char *line = file_read(path, path, arena, &diags, &file) ? strchr(file.bytes, '\n') : NULL;
	if (line)
		seal(line + 1, &page);
	bool unedited = line && strcmp(page.data, file.bytes) == 0;
	text_free(&page);
	diags_free(&diags);
	arena_free(arena);
	return unedited;
}

static bool may_write(const struct pen *pen, const char *path, const struct text *page)
{
	char other[PAPER_PATH];
	if (!paper_unlike(path, page, other, pen->diags))
		return false;
	return strcmp(path, other) == 0 || is_unedited(path) ||
	       diag_error(pen->diags, (struct diag_place){.file = path},
	                  "is there already with something else in it, and is not overwritten; name another folder, or "
	                  "remove this file first");
}

/* "best-followed.answers", "fault-2-ignored.answers". */
static void put(struct pen *pen, const struct jsn *path, const char *what, const char *steps)
{
	char name[PAPER_PATH];
	struct text page = {0};
	const char *lines = jsn_text(jsn_get(path, "answers"));
	if (!lines || (pen->writes && !pen->good))
		return;
	snprintf(name, sizeof name, "%s/%s-%s.answers", pen->answers->folder, what, steps);
	seal(lines, &page);
	bool good = pen->writes ? paper_write(name, &page, pen->diags) : may_write(pen, name, &page);
	pen->good = pen->good && good;
	text_free(&page);
	if (pen->writes && pen->good)
		tell(pen, name);
}

static void put_world(struct pen *pen, const struct jsn *world)
{
	const char *steps = jsn_text(jsn_get(world, "steps"));
	const struct jsn *faults = jsn_get(world, "faults");
	put(pen, jsn_get(world, "best"), "best", steps);
	put(pen, jsn_get(world, "worst"), "worst", steps);
	for (size_t i = 0; i < jsn_count(faults); i++) {
		char what[32];
		snprintf(what, sizeof what, "fault-%zu", i + 1);
		put(pen, jsn_at(faults, i, NULL), what, steps);
	}
}

bool sweep_answers_write(const struct sweep_answers *answers, const struct jsn *model, struct text *told,
                         struct diags *diags)
{
	struct pen pen = {answers, model, told, diags, false, true};
	const struct jsn *worlds = jsn_get(model, "worlds");
	if (!paper_folder(answers->folder, diags))
		return false;
	for (int pass = 0; pass < 2 && pen.good; pass++) {
		pen.writes = pass == 1;
		for (size_t i = 0; i < jsn_count(worlds); i++)
			put_world(&pen, jsn_at(worlds, i, NULL));
	}
	return pen.good;
}
