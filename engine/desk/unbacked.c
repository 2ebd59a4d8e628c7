#include "desk/unbacked.h"

#include "content/texts.h"
#include "desk/proofread.h"

#include <string.h>

/* The words as a file: the subject, where there is one, on its own line. */
static struct file page_of(const struct notice *notice, struct arena *arena)
{
	const char *ending = notice->letter->channel == VOCABULARY_SMS ? "txt" : "md";
	const char *name = arena_printf(arena, "%s.%s.%s", notice->letter->name, notice->lang, ending);
	const char *bytes = notice->subject && *notice->subject
	                        ? arena_printf(arena, "%s\n\n%s", notice->subject, notice->text)
	                        : notice->text;
	return (struct file){name, bytes, strlen(bytes)};
}

static void warn(const struct diag *finding, int before, struct notice *notice, struct arena *arena)
{
	int line = finding->line - before;
	const char *where = line > 0 ? arena_printf(arena, "line %d of the text", line) : "the subject";
	texts_add(&notice->warnings, arena_printf(arena, "%s: %s", where, finding->message), arena);
}

/* An action that is only sounded like was not logged; a fact that no turn of the record proves says something else. */
static bool is_backed(const struct matter *matter, const struct statement_value *value)
{
	bool backed = value->fact != NAMES_NONE && (value->turn || !matter->recorded);
	for (size_t i = 0; i < matter->ndeeds && !backed; i++)
		backed = value->action == matter->deeds[i].action;
	return backed;
}

bool unbacked_find(struct drafting *drafting, struct notice *notice, struct arena *arena, struct diags *diags)
{
	const struct proofread proofread = {notice->matter, drafting_overclaim(drafting, diags),
	                                    drafting_advice(drafting), notice->lang};
	struct diags findings;
	struct statement read = {0};
	struct file page = page_of(notice, arena);
	int before = notice->subject && *notice->subject ? 2 : 0;
	if (!proofread.overclaim)
		return false;
	diags_init(&findings);
	proofread_file(&proofread, &page, arena, &findings, NULL, &read);
	for (size_t i = 0; i < findings.n; i++)
		if (findings.v[i].level == DIAG_ERROR)
			warn(&findings.v[i], before, notice, arena);
	for (size_t i = 0; i < read.nvalues; i++)
		if (!is_backed(notice->matter, &read.values[i]))
			*(struct statement_value *)arena_push(arena, &notice->unbacked, &notice->nunbacked,
			                                      sizeof *notice->unbacked) = read.values[i];
	diags_free(&findings);
	return true;
}
