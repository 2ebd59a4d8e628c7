#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/consent.h"
#include "desk/origin.h"
#include "desk/proofread.h"

#include <stdio.h>
#include <string.h>

static const char usage[] = "lint-notice FILE [--journal JOURNAL | --facts FILE] [options]";

struct lint {
	struct origin_choice from;
	const char *path, *lang;
};

static void summarise(const char *path, const struct diags *diags, bool done)
{
	size_t warnings = 0; /* those of a facts file are none of the notice's */
	for (size_t i = 0; i < diags->n; i++)
		warnings += diags->v[i].level == DIAG_WARNING && strcmp(diags->v[i].file, path) == 0;
	if (done && !warnings && !diags->dropped)
		printf("%s: no unproved number, date or deed found\n", path);
	else
		printf("%s: %zu %s, %zu %s%s\n", path, diags->errors, diags->errors == 1 ? "error" : "errors", warnings,
		       warnings == 1 ? "warning" : "warnings", done ? "" : ": not to be published as it is");
}

static bool read_notice(const struct lint *lint, const struct matter *matter, struct arena *arena, struct diags *diags,
                        struct text *words)
{
	struct proofread proofread;
	struct file file;
	struct text notes = {0};
	if (!proofread_open(&proofread, matter, arena, diags) ||
	    !file_read_document(lint->path, lint->path, arena, diags, &file))
		return false;
	proofread.lang = lint->lang;
	bool done = proofread_file(&proofread, &file, arena, diags, &notes, NULL);
	if (lint->lang && !overclaim_language(proofread.overclaim, lint->lang))
		diag_warn(diags, (struct diag_place){.file = lint->path}, "no phrases are known in \"%s\"", lint->lang);
	if (notes.len) {
		struct text clean = {0};
		text_add_clean(&clean, notes.data);
		fputs(clean.data, stdout);
		text_free(&clean);
	}
	summarise(lint->path, diags, done);
	if (lint->from.facts && (!matter->exercise || matter->napprovals))
		consent_tell_words(matter, &file, words);
	text_free(&notes);
	return done;
}

static bool run(const struct lint *lint)
{
	struct arena *arena = arena_new();
	struct diags diags;
	struct origin origin;
	struct text words = {0};
	diags_init(&diags);
	bool done = origin_open(&origin, &lint->from, &diags);
	if (done)
		fputs(origin_told(&origin), stderr);
	done = done && read_notice(lint, origin.matter, arena, &diags, &words);
	fflush(stdout);
	cmd_fault_list(&diags);
	fputs(words.len ? words.data : "", stdout);
	text_free(&words);
	diags_free(&diags);
	arena_free(arena);
	origin_close(&origin);
	return done;
}

int cmd_lint_notice(int argc, char **argv)
{
	struct lint lint = {0};
	int first;
	const struct option_row rows[] = {
	    {"journal", "JOURNAL", "a session's record; without it and --facts the newest", OPTION_TEXT,
	     &lint.from.journal, NULL, 0},
	    {"facts", "FILE", "a facts file in place of a record", OPTION_TEXT, &lint.from.facts, NULL, 0},
	    {"playbook", "NAME", "of a facts file: another playbook", OPTION_TEXT, &lint.from.playbook, NULL, 0},
	    {"lang", "LL", "en, zh, ms or ko; without it as the text looks", OPTION_TEXT, &lint.lang, NULL, 0},
	    {0},
	};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first != 1 || (lint.from.facts && lint.from.journal))
		return cmd_fault("usage: drill72 %s", usage);
	lint.path = argv[first];
	return run(&lint) ? 0 : 1;
}
