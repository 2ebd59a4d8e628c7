/* proofread: a notice that somebody edited, against what is proved.
 * Owns nothing; promises that every number, date, kind of data and "we have done" which no verified fact or logged
 * action backs is an error at its line and column, and that worn phrases and hard sentences are told. Never changes a
 * text. */
#ifndef DESK_PROOFREAD_H
#define DESK_PROOFREAD_H

#include "content/advice.h"
#include "content/matter.h"
#include "content/overclaim.h"
#include "exercise/statement.h"

struct proofread {
	const struct matter *matter;
	const struct overclaim *overclaim;
	const struct advice *advice; /* its sentences claim nothing; NULL: none */
	const char *lang;            /* NULL: as the text looks */
};

/* Reads overclaims.yaml and advice.yaml of comms-templates for `matter`; both are of the arena. False after adding
 * every fault. */
bool proofread_open(struct proofread *proofread, const struct matter *matter, struct arena *arena, struct diags *diags);

/* Reads plain text, Markdown, HTML or a mail (by the name's ending, then by its looks). Errors and warnings go to
 * `diags`, notes on readability to `notes` (may be NULL). `values` (may be NULL) gets each claim that a fact or an
 * action backs, and each that nothing does, of the arena. False when there are errors. */
bool proofread_file(const struct proofread *proofread, const struct file *file, struct arena *arena,
                    struct diags *diags, struct text *notes, struct statement *values);

#endif
