#include "desk/check.h"
#include "content/texts.h"
#include "desk/check_code.h"
#include "desk/check_folder.h"
#include "desk/check_export.h"
#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/suite.h"

#include <stdio.h>

enum { COLUMNS = 80 };
enum { TEXT, EXPORT }; /* of forms: what comes after text is a form of export */
static const char *const forms[] = {"text", "json", "sarif", NULL};

/* How findings are told: as lines, or gathered in a document. */
struct telling {
	const char *playbook;
	bool several, tests;         /* tests: plays those of a scenario instead */
	struct check_export *export; /* NULL: as lines */
};

static void add_verdict(const char *path, const struct telling *how, bool clean, const struct diags *diags,
                        struct text *out)
{
	size_t n = diags->n + diags->dropped;
	if (clean && n)
		text_addf(out, "%s: no faults, %zu remark%s\n", path, n, n == 1 ? "" : "s");
	else if (clean)
		text_addf(out, "%s: no faults\n", path);
	else if (how->several)
		text_addf(out, "%s: %zu fault%s\n", path, diags->errors, diags->errors == 1 ? "" : "s");
}

/* Names of files come from a folder's reader and may hold anything. */
static void tell_lines(const char *path, const struct telling *how, bool clean, const struct diags *diags,
                       const struct text *facts)
{
	struct text said = {0}, shown = {0};
	cmd_fault_list(diags);
	if (!how->tests) /* each test has its line among the facts */
		add_verdict(path, how, clean, diags, &said);
	text_add(&said, facts->data ? facts->data : "");
	text_add_clean(&shown, said.data);
	fputs(shown.data, stdout);
	text_free(&said);
	text_free(&shown);
}

/* Each file's findings and facts; whether it is free of faults. */
static bool check_one(const char *path, const struct telling *how)
{
	struct diags diags;
	struct text facts = {0};
	diags_init(&diags);
	diags.codes = true;
	bool clean = how->tests ? suite_run(path, how->playbook, &diags, &facts, check_export_tests(how->export))
	                        : check_file(path, how->playbook, &diags, &facts);
	if (how->export)
		check_export_add(how->export, path, &diags);
	else
		tell_lines(path, how, clean, &diags, &facts);
	text_free(&facts);
	diags_free(&diags);
	return clean;
}

/* Files as they were named, and what lies in folders; tests are looked for by the folder. False when one holds nothing.
 */
static bool spread(char **paths, const struct telling *how, struct arena *arena, struct shape_texts *files)
{
	bool fine = true;
	for (; *paths; paths++) {
		size_t before = files->n;
		if (how->tests || !check_folder(*paths, arena, files))
			texts_add(files, check_folder_named(*paths, arena), arena);
		else if (files->n == before)
			fine = !cmd_fault("%s is a folder with no .lua, .yaml or .mustache file to check", *paths);
	}
	return fine;
}

static int check_all(char **paths, struct telling *how, int64_t form)
{
	struct check_export export;
	struct text out = {0};
	struct arena *arena = arena_new();
	struct shape_texts files = {NULL, 0};
	int status = !spread(paths, how, arena, &files);
	how->several = files.n > 1;
	if (form != TEXT) {
		export = check_export_new((enum check_export_form)(form - EXPORT));
		how->export = &export;
	}
	for (size_t i = 0; i < files.n; i++)
		status |= !check_one(files.v[i], how);
	if (how->export) {
		jsn_write(export.document, &out);
		printf("%s\n", out.data);
		jsn_free(export.document);
		text_free(&out);
	}
	arena_free(arena);
	return status;
}

static int list_codes(void)
{
	const struct check_code *code;
	struct text page = {0}, words = {0};
	for (size_t i = 0; (code = check_code_at(i)); i++) {
		text_clear(&words);
		text_addf(&page, "%s (%s)\n", code->id, check_code_level(code->level));
		text_wrap(&page, code->meaning, "    ", COLUMNS);
		if (code->remedy)
			text_addf(&words, "What to do: %s", code->remedy);
		text_wrap(&page, words.data, "    ", COLUMNS);
	}
	fputs(page.data, stdout);
	text_free(&page);
	text_free(&words);
	return 0;
}

int cmd_check(int argc, char **argv)
{
	struct telling how = {0};
	bool codes = false;
	int64_t form = TEXT;
	int first;
	const struct option_row rows[] = {
	    {"playbook", "FILE", "the playbook that scenarios, notices and facts are checked with", OPTION_TEXT,
	     &how.playbook, NULL, 0},
	    {"format", "FORM", "text (lines that editors understand), json or sarif", OPTION_CHOICE, &form, forms, 0},
	    {"codes", NULL, "lists every finding there is: its code, how grave it is, what it means", OPTION_FLAG,
	     &codes, NULL, 0},
	    {"run-tests", NULL, "plays the tests of a scenario, or of a folder of them", OPTION_FLAG, &how.tests, NULL,
	     0},
	    {0},
	};
	int status = cmd_options_read(argc, argv, "check FILE|FOLDER...", rows, &first);
	if (status)
		return status > 0;
	if (codes)
		return list_codes();
	if (first >= argc)
		return cmd_fault("usage: drill72 check FILE|FOLDER...");
	return check_all(argv + first, &how, form);
}
