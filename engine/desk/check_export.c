#include "desk/check_export.h"

#include "base/tree.h"
#include "desk/check_code.h"

#include <string.h>

/* JSON ------------------------------------------------------------------------------------------------------------ */

static void add_json_file(struct check_export *export, const char *file, const struct diags *diags)
{
	struct jsn *row = tree_row(export->files);
	int64_t of[] = {(int64_t)diags->errors, 0, 0};
	for (size_t i = 0; i < diags->n; i++)
		of[diags->v[i].level] += diags->v[i].level != DIAG_ERROR;
	tree_clean(row, "file", file);
	tree_number(row, "errors", of[DIAG_ERROR]);
	tree_number(row, "warnings", of[DIAG_WARNING]);
	tree_number(row, "notes", of[DIAG_NOTE]);
	tree_number(row, "untold", (int64_t)diags->dropped);
}

static void put_count(struct jsn *row, const char *key, int count)
{
	if (count)
		tree_number(row, key, count);
	else
		tree_null(row, key);
}

static void add_json(struct check_export *export, const struct diag *diag, const char *file)
{
	struct jsn *row = tree_row(export->findings);
	tree_clean(row, "file", file);
	put_count(row, "line", diag->line);
	put_count(row, "col", diag->col);
	tree_text(row, "code", diag->code);
	tree_text(row, "severity", check_code_level(diag->level));
	tree_clean(row, "message", diag->message);
	if (diag->hint)
		tree_clean(row, "hint", diag->hint);
	else
		tree_null(row, "hint");
}

/* SARIF ----------------------------------------------------------------------------------------------------------- */

/* A path as a URI says it, relative to wherever check was started. */
static void put_uri(struct jsn *object, const char *file)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
	struct text uri = {0};
	for (const char *c = file; *c; c++)
		text_addf(&uri, strchr(plain, *c) ? "%c" : "%%%02X", (unsigned char)*c);
	tree_taken(object, "uri", &uri);
	text_free(&uri);
}

static void put_message(struct jsn *object, const char *key, const char *first, const char *second)
{
	struct text words = {0};
	text_add_clean(&words, first);
	if (second) {
		text_add(&words, "; ");
		text_add_clean(&words, second);
	}
	tree_taken(tree_object(object, key), "text", &words);
	text_free(&words);
}

static void add_sarif(struct check_export *export, const struct diag *diag, const char *file)
{
	struct jsn *row = tree_row(export->findings);
	struct jsn *place = tree_object(tree_row(tree_list(row, "locations")), "physicalLocation");
	int64_t rule = 0;
	while (check_code_at((size_t)rule) != check_code_of(diag))
		rule++;
	tree_text(row, "ruleId", diag->code);
	tree_number(row, "ruleIndex", rule);
	tree_text(row, "level", check_code_level(diag->level));
	put_message(row, "message", diag->message, diag->hint);
	put_uri(tree_object(place, "artifactLocation"), file);
	if (!diag->line)
		return;
	struct jsn *region = tree_object(place, "region");
	tree_number(region, "startLine", diag->line);
	if (diag->col)
		tree_number(region, "startColumn", diag->col);
}

static void put_rules(struct jsn *driver)
{
	struct jsn *rules = tree_list(driver, "rules");
	const struct check_code *code;
	for (size_t i = 0; (code = check_code_at(i)); i++) {
		struct jsn *row = tree_row(rules);
		tree_text(row, "id", code->id);
		put_message(row, "shortDescription", code->meaning, NULL);
		if (code->remedy)
			put_message(row, "help", code->remedy, NULL);
		tree_text(tree_object(row, "defaultConfiguration"), "level", check_code_level(code->level));
	}
}

/* Both ---------------------------------------------------------------------------------------------------------- */

static struct check_export new_sarif(void)
{
	struct check_export export = {.form = CHECK_EXPORT_SARIF, .document = jsn_make(JSN_OBJECT, 0)};
	tree_text(export.document, "$schema",
	          "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
	tree_text(export.document, "version", "2.1.0");
	struct jsn *run = tree_row(tree_list(export.document, "runs"));
	struct jsn *driver = tree_object(tree_object(run, "tool"), "driver");
	tree_text(driver, "name", "drill72");
	put_rules(driver);
	tree_text(run, "columnKind", "unicodeCodePoints");
	export.run = run;
	export.files = tree_list(run, "artifacts");
	export.findings = tree_list(run, "results");
	return export;
}

struct check_export check_export_new(enum check_export_form form)
{
	if (form == CHECK_EXPORT_SARIF)
		return new_sarif();
	struct check_export export = {.form = form, .document = jsn_make(JSN_OBJECT, 0)};
	tree_number(export.document, "format", 1);
	export.run = export.document;
	export.files = tree_list(export.document, "files");
	export.findings = tree_list(export.document, "findings");
	return export;
}

/* Where SARIF has no word of its own for something, there is a bag. */
struct jsn *check_export_tests(struct check_export *export)
{
	bool sarif = export && export->form == CHECK_EXPORT_SARIF;
	if (export && !export->tests)
		export->tests = tree_list(sarif ? tree_object(export->run, "properties") : export->run, "tests");
	return export ? export->tests : NULL;
}

void check_export_add(struct check_export *export, const char *file, const struct diags *diags)
{
	bool sarif = export->form == CHECK_EXPORT_SARIF;
	if (sarif)
		put_uri(tree_object(tree_row(export->files), "location"), file);
	else
		add_json_file(export, file, diags);
	for (size_t i = 0; i < diags->n; i++)
		(sarif ? add_sarif : add_json)(export, &diags->v[i], diags->v[i].file ? diags->v[i].file : file);
}
