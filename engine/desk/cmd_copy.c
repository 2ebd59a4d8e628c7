#include "desk/cmd_copy.h"

#include "desk/cmd_page.h"
#include "desk/consent.h"
#include "desk/copies.h"
#include "desk/placing.h"
#include "desk/provenance.h"
#include "desk/remarks.h"
#include "desk/unbacked.h"
#include "desk/unison.h"

#include <stdio.h>
#include <string.h>

struct desk {
	const struct cmd_copy *order;
	const struct origin *origin;
	struct drafting *drafting;
	const char *folder, *file; /* one of them, with its proofs beside; neither: standard output */
	struct text told;          /* of the last language */
	struct shape_texts languages;
	bool wanting; /* an approval, in some language */
	struct diags *diags;
};

static bool choose_output(struct desk *desk, size_t languages)
{
	const char *output = cmd_page_file(desk->order->output);
	if (output && placing_foldered(desk->order->lang, output)) {
		desk->folder = output;
		return paper_folder(output, desk->diags);
	}
	desk->file = output;
	return languages == 1 || diag_error(desk->diags, (struct diag_place){.file = output ? output : "--lang"},
	                                    "several languages need a folder to go to: -o FOLDER");
}

static bool deliver(struct desk *desk, const struct rendition *rendition, const struct notice *notice,
                    const struct text *page, struct text *told)
{
	struct text proof = {0};
	char name[PAPER_PATH], proof_name[PAPER_PATH];
	if (!desk->folder && !desk->file)
		return cmd_page_deliver(page, NULL, desk->diags);
	if (!placing_place(rendition, notice, desk->folder, desk->file, page, name, told, desk->diags))
		return false;
	placing_tell_unmarked(rendition, notice, desk->folder, desk->file, told);
	provenance_write(rendition, notice, &proof);
	bool done = placing_proof(name, &proof, proof_name, desk->diags) &&
	            paper_write(proof_name, &proof, desk->diags) && cmd_page_deliver(page, name, desk->diags);
	text_free(&proof);
	return done;
}

static bool draft(struct desk *desk, const char *lang)
{
	struct notice notice;
	struct text page = {0}, told = {0};
	const struct phrases *english = drafting_phrases(desk->drafting, "en", desk->diags);
	if (!drafting_write(desk->drafting, desk->origin->matter, desk->order->name, lang, desk->origin->arena, &notice,
	                    desk->diags) ||
	    !unbacked_find(desk->drafting, &notice, desk->origin->arena, desk->diags))
		return false;
	unison_owed(&notice.owed, &desk->languages, english, desk->origin->arena, &notice.warnings);
	struct rendition rendition = {.format = placing_format(desk->order->format, desk->file, &notice),
	                              .approved = consent_given(desk->origin, &notice),
	                              .phrases = drafting_phrases(desk->drafting, lang, desk->diags),
	                              .matter = desk->origin->matter,
	                              .columns = 72};
	rendition_make(&rendition, &notice, &page);
	bool done = deliver(desk, &rendition, &notice, &page, &told);
	remarks_add(&rendition, &notice, english, &desk->told, &told);
	desk->wanting = consent_tell(desk->origin, &rendition, &notice, &told) || desk->wanting;
	fprintf(stderr, "%s%s", desk->folder || desk->file ? "" : "\n", told.data);
	text_free(&page);
	text_free(&told);
	return done;
}

/* Told once for all languages. */
static void tell_others(struct desk *desk)
{
	struct text told = {0};
	const struct letter *letter =
	    drafting_letter(desk->drafting, desk->order->name, desk->languages.v[0], desk->diags);
	if (letter)
		consent_tell_others(desk->origin, desk->drafting, letter, &told);
	fputs(told.len ? told.data : "", stderr);
	text_free(&told);
}

bool cmd_copy_all(const struct cmd_copy *copy, const struct origin *origin, struct drafting *drafting,
                  struct diags *diags)
{
	struct desk desk = {.order = copy, .origin = origin, .drafting = drafting, .diags = diags};
	bool done = copies_languages(drafting, copy->name, copy->lang, origin->arena, &desk.languages, diags) &&
	            choose_output(&desk, desk.languages.n);
	for (size_t i = 0, n = done ? desk.languages.n : 0; i < n; i++)
		done = draft(&desk, desk.languages.v[i]) && done;
	if (desk.wanting)
		tell_others(&desk);
	text_free(&desk.told);
	return done;
}
