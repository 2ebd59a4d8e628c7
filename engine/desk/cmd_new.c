#include "base/program.h"
#include "desk/cmd.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_fresh.h"
#include "desk/cmd_options.h"
#include "desk/shelf.h"
#include "desk/starter.h"

#include <stdio.h>
#include <string.h>

struct order {
	const char *name, *lang;
};

typedef bool maker(const struct order *order, struct text *path, struct text *bytes, struct diags *diags);

static bool notice(const struct order *order, struct text *path, struct text *bytes, struct diags *diags)
{
	return starter_notice(order->name, order->lang ? order->lang : "en", path, bytes, diags);
}

/* Its comments are English; its texts can be in any language, or in several. */
static bool has_no_language(const struct order *order, struct diags *diags)
{
	return !order->lang ||
	       diag_error(diags, (struct diag_place){.file = "--lang"}, "is for a notice; this start is in English");
}

static bool scenario(const struct order *order, struct text *path, struct text *bytes, struct diags *diags)
{
	return has_no_language(order, diags) && starter_scenario(order->name, path, bytes, diags);
}

static bool playbook(const struct order *order, struct text *path, struct text *bytes, struct diags *diags)
{
	return has_no_language(order, diags) && starter_playbook(order->name, path, bytes, diags);
}

enum { BESIDE = 3 };

/* What can be started, how it is tried out at once (the words before its path), and what an editor wants beside it. */
static const struct thing {
	const char *what;
	maker *make;
	const char *play, *beside[BESIDE];
} things[] = {{"scenario", scenario, "train ", {".luarc.json", "scenarios/drill72.d.lua"}},
              {"playbook", playbook, "play ex-employee-export --playbook ", {"playbooks/playbook.schema.json"}},
              {"notice", notice, NULL, {NULL}}};

enum { THINGS = sizeof things / sizeof *things };

/* Lays down what is not there yet. */
static void help_editor(const struct thing *thing, struct diags *diags)
{
	int laid = 0;
	for (int i = 0; i < BESIDE && thing->beside[i]; i++) {
		struct file file;
		struct text bytes = {0};
		if (file_there(thing->beside[i]) || !shelf_shipped(thing->beside[i], diags->arena, diags, &file))
			continue;
		text_add_bytes(&bytes, file.bytes, file.len);
		if (cmd_fresh_write(thing->beside[i], &bytes, diags))
			printf("%s%s", laid++ ? ", " : "For your editor:     ", thing->beside[i]);
		text_free(&bytes);
	}
	printf("%s", laid ? "\n" : "");
}

static int start(const struct thing *thing, const struct order *order)
{
	struct diags diags;
	struct text path = {0}, bytes = {0};
	char drill72[PROGRAM_NAME];
	diags_init(&diags);
	bool done = thing->make(order, &path, &bytes, &diags) && cmd_fresh_write(path.data, &bytes, &diags);
	if (done)
		printf("%s\nMake it yours, then: %s check %s\n", path.data, program_name(drill72), path.data);
	if (done && thing->play)
		printf("It plays as it is:   %s %s%s\n", drill72, thing->play, path.data);
	if (done)
		help_editor(thing, &diags);
	cmd_fault_list(&diags);
	text_free(&path);
	text_free(&bytes);
	diags_free(&diags);
	return done ? 0 : 1;
}

static int unknown(const char *what)
{
	const char *names[THINGS];
	struct text list = {0};
	for (size_t i = 0; i < THINGS; i++) {
		names[i] = things[i].what;
		text_addf(&list, "%s%s", i ? ", " : "", names[i]);
	}
	const char *nearest = diag_nearest(what, names, THINGS);
	int status = nearest ? cmd_fault("can't start a \"%s\"; did you mean %s?", what, nearest)
	                     : cmd_fault("can't start a \"%s\"; there are: %s", what, list.data);
	text_free(&list);
	return status;
}

int cmd_new(int argc, char **argv)
{
	static const char usage[] = "new scenario|playbook|notice NAME [--lang LL]";
	struct order order = {0};
	int first;
	const struct option_row rows[] = {
	    {"lang", "LL", "the language of a notice: en, zh, ms, ko", OPTION_TEXT, &order.lang, NULL, 0},
	    {0},
	};
	int status = cmd_options_read(argc, argv, usage, rows, &first);
	if (status)
		return status > 0;
	if (argc - first != 2)
		return cmd_fault("usage: drill72 %s", usage);
	order.name = argv[first + 1];
	for (size_t i = 0; i < THINGS; i++)
		if (strcmp(things[i].what, argv[first]) == 0)
			return start(&things[i], &order);
	return unknown(argv[first]);
}
