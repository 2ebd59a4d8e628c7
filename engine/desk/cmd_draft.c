#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
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

struct order {
	const char *name, *lang, *output;
	int64_t format; /* enum rendition_format; -1: by -o's ending, else by the notice's channel */
	struct origin_choice origin;
};

struct desk {
	const struct order *order;
	struct origin origin;
	struct drafting *drafting;
	const char *folder, *file; /* one of them, with its proofs beside; neither: standard output */
	struct text told;          /* of the last language */
	struct shape_texts languages;
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
	if (!drafting_write(desk->drafting, desk->origin.matter, desk->order->name, lang, desk->origin.arena, &notice,
	                    desk->diags) ||
	    !unbacked_find(desk->drafting, &notice, desk->origin.arena, desk->diags))
		return false;
	unison_owed(&notice.owed, &desk->languages, english, desk->origin.arena, &notice.warnings);
	struct rendition rendition = {.format = placing_format(desk->order->format, desk->file, &notice),
	                              .approved = consent_given(&desk->origin, &notice),
	                              .phrases = drafting_phrases(desk->drafting, lang, desk->diags),
	                              .matter = desk->origin.matter,
	                              .columns = 72};
	rendition_make(&rendition, &notice, &page);
	bool done = deliver(desk, &rendition, &notice, &page, &told);
	remarks_add(&rendition, &notice, english, &desk->told, &told);
	consent_tell(&desk->origin, &rendition, &notice, &told);
	fprintf(stderr, "%s%s", desk->folder || desk->file ? "" : "\n", told.data);
	text_free(&page);
	text_free(&told);
	return done;
}

/* A language that has faults keeps none of the others back. */
static bool draft_all(struct desk *desk)
{
	bool done = copies_languages(desk->drafting, desk->order->name, desk->order->lang, desk->origin.arena,
	                             &desk->languages, desk->diags) &&
	            choose_output(desk, desk->languages.n);
	for (size_t i = 0, n = done ? desk->languages.n : 0; i < n; i++)
		done = draft(desk, desk->languages.v[i]) && done;
	return done;
}

static int run(const struct order *order)
{
	struct diags diags;
	struct desk desk = {.order = order, .diags = &diags};
	diags_init(&diags);
	bool done = origin_open(&desk.origin, &order->origin, &diags);
	if (done)
		fputs(origin_told(&desk.origin), stderr);
	desk.drafting = done ? drafting_open(desk.origin.matter->world, &diags) : NULL;
	done = desk.drafting && draft_all(&desk);
	cmd_fault_list(&diags);
	text_free(&desk.told);
	drafting_free(desk.drafting);
	origin_close(&desk.origin);
	diags_free(&diags);
	return done ? 0 : 1;
}

static int tell_usage(const char *usage)
{
	struct text kinds = {0};
	copies_list(&kinds);
	cmd_fault("usage: drill72 %s\nKIND is one of: %s", usage, kinds.data);
	text_free(&kinds);
	return 1;
}

int cmd_draft(int argc, char **argv)
{
	static const char usage[] = "draft KIND [--facts FILE | --journal FILE] [--lang LL,LL] [-o FILE|FOLDER]";
	struct order order = {.format = -1};
	int first;
	const struct cmd_options_row rows[] = {
	    {"facts", "FILE", "what is known, written down by hand (comms-templates/facts.example.yaml)",
	     CMD_OPTIONS_TEXT, &order.origin.facts, NULL, 0},
	    {"journal", "FILE", "or a session's record; without either the newest one", CMD_OPTIONS_TEXT,
	     &order.origin.journal, NULL, 0},
	    {"playbook", "NAME", "whose roles and contracts a facts file goes with", CMD_OPTIONS_TEXT,
	     &order.origin.playbook, NULL, 0},
	    {"lang", "LL", "en, zh, ms, ko; several as en,zh; or all", CMD_OPTIONS_TEXT, &order.lang, NULL, 0},
	    {"format", "NAME", "md, txt, html, eml or sms; without it by -o's ending, else txt", CMD_OPTIONS_CHOICE,
	     &order.format, rendition_formats, 0},
	    {"output", "PATH", "write there, and beside it what proves each value (or -o PATH)", CMD_OPTIONS_TEXT,
	     &order.output, NULL, 'o'},
	    {0},
	};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first != 1 || (order.origin.facts && order.origin.journal) ||
	    (order.origin.playbook && !order.origin.facts))
		return tell_usage(usage);
	order.name = argv[first];
	return order.format < 0 && cmd_page_foreign(order.output) ? 1 : run(&order);
}
