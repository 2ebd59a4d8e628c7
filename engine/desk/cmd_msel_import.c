#include "desk/cmd_msel_import.h"

#include "base/clock.h"
#include "base/path.h"
#include "base/program.h"
#include "desk/cmd_fault.h"
#include "desk/cmd_fresh.h"
#include "desk/cmd_page.h"
#include "desk/msel_entry.h"
#include "desk/msel_import.h"
#include "desk/shelf.h"

#include <stdio.h>
#include <strings.h>

/* "lists/Vip drill.csv" is about "vip-drill"; a name that has no letter that an id can have is "imported". */
static const char *id_of(const char *path, struct arena *arena)
{
	size_t folder = path_folder(path);
	const char *id = msel_entry_slug(arena_ndup(arena, path + folder, path_stem(path) - folder), arena);
	return *id ? id : "imported";
}

/* Without a playbook of theirs it is nobody's company yet, and not the one whose playbook is lent. */
static bool read_list(const char *path, const char *playbook, const char *id, struct text *lua, struct diags *diags)
{
	struct shelf_set set;
	struct file file;
	struct shape_count customers = {"SG", 8200};
	const struct playbook_company yours = {.name = "Your Shop Pte Ltd", .customers = {&customers, 1}};
	const struct shelf_choice choice = {
	    .playbook = playbook, .t0 = clock_wall_ms() / 1000, .company = playbook ? NULL : &yours};
	bool read = file_read_document(path, path, diags->arena, diags, &file);
	bool opened = shelf_open(&choice, diags, &set);
	const struct msel_lexicon *known = msel_lexicon_open(diags->arena, diags);
	bool done = read && opened && known && msel_import(&file, set.world, known, id, choice.t0, lua, diags);
	if (opened)
		shelf_close(&set);
	return done;
}

static int foreign(const char *path)
{
	static const char *const endings[] = {".xlsx", ".xls", ".ods", ".numbers"};
	const char *ending = path_ending(path);
	for (size_t i = 0; ending && i < sizeof endings / sizeof *endings; i++)
		if (strcasecmp(ending, endings[i]) == 0)
			return cmd_fault("%s: a %s file can't be read; save the sheet as CSV, and import that", path,
			                 ending);
	return 0;
}

static void tell_next(const char *path)
{
	char drill72[PROGRAM_NAME];
	struct text word = {0};
	program_path(path, &word);
	printf("%s\nMake it yours, then: %s check %s\nIt plays as it is:   %s train %s\n", path, program_name(drill72),
	       word.data, drill72, word.data);
	text_free(&word);
}

int cmd_msel_import(const char *path, const char *playbook, const char *output)
{
	struct diags diags;
	struct text lua = {0};
	const char *named = cmd_page_file(output);
	if (foreign(path))
		return 1;
	diags_init(&diags);
	const char *id = id_of(named ? named : path, diags.arena);
	const char *to = named || output ? named : arena_printf(diags.arena, "scenarios/%s.lua", id);
	bool done = read_list(path, playbook, id, &lua, &diags) &&
	            (to ? cmd_fresh_write(to, &lua, &diags) : cmd_page_deliver(&lua, NULL, &diags));
	cmd_fault_list(&diags);
	fflush(stderr);
	if (done && to)
		tell_next(to);
	text_free(&lua);
	diags_free(&diags);
	return done ? 0 : 1;
}
