#include "desk/cmd.h"
#include "base/path.h"
#include "desk/cmd_copy.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_options.h"
#include "desk/cmd_page.h"
#include "desk/copies.h"
#include "desk/rendition.h"

#include <stdio.h>
#include <string.h>

struct order {
	struct cmd_copy copy;
	struct origin_choice origin;
};

static int run(const struct order *order)
{
	struct diags diags;
	struct origin origin;
	diags_init(&diags);
	bool done = origin_open(&origin, &order->origin, &diags);
	if (done)
		fputs(origin_told(&origin), stderr);
	struct drafting *drafting = done ? drafting_open(origin.matter->world, &diags) : NULL;
	done = drafting && cmd_copy_all(&order->copy, &origin, drafting, &diags);
	cmd_fault_list(&diags);
	drafting_free(drafting);
	origin_close(&origin);
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

/* The option that a file is named with, by its ending; NULL. */
static const char *option_of(const char *file)
{
	const char *ending = path_ending(file);
	if (!ending)
		return NULL;
	return strcmp(ending, ".yaml") == 0 || strcmp(ending, ".yml") == 0 ? "facts"
	       : strcmp(ending, ".jsonl") == 0                             ? "journal"
	                                                                   : NULL;
}

int cmd_draft(int argc, char **argv)
{
	static const char usage[] = "draft KIND [--facts FILE | --journal FILE] [--lang LL,LL] [-o FILE|FOLDER]";
	struct order order = {.copy = {.format = -1}};
	int first;
	const struct option_row rows[] = {
	    {"facts", "FILE", "what is known, written down by hand (comms-templates/facts.example.yaml)", OPTION_TEXT,
	     &order.origin.facts, NULL, 0},
	    {"journal", "FILE", "or a session's record; without either the newest one", OPTION_TEXT,
	     &order.origin.journal, NULL, 0},
	    {"playbook", "NAME", "whose roles and contracts a facts file goes with", OPTION_TEXT,
	     &order.origin.playbook, NULL, 0},
	    {"lang", "LL", "en, zh, ms, ko; several as en,zh; or all", OPTION_TEXT, &order.copy.lang, NULL, 0},
	    {"format", "NAME", "md, txt, html, eml or sms; without it by -o's ending, else txt", OPTION_CHOICE,
	     &order.copy.format, rendition_formats, 0},
	    {"output", "PATH", "write there, and beside it what proves each value (or -o PATH)", OPTION_TEXT,
	     &order.copy.output, NULL, 'o'},
	    {0},
	};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first == 2 && !order.origin.facts && !order.origin.journal && option_of(argv[first + 1]))
		return cmd_fault("%s has to be named: --%s %s", argv[first + 1], option_of(argv[first + 1]),
		                 argv[first + 1]);
	if (argc - first != 1 || (order.origin.facts && order.origin.journal) ||
	    (order.origin.playbook && !order.origin.facts))
		return tell_usage(usage);
	order.copy.name = argv[first];
	return order.copy.format < 0 && cmd_page_foreign(order.copy.output) ? 1 : run(&order);
}
