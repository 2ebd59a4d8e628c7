#include "desk/origin.h"

#include "base/clock.h"
#include "base/path.h"
#include "base/zone.h"
#include "content/dossier.h"
#include "desk/archive.h"
#include "desk/doubt.h"
#include "desk/leftover.h"
#include "exercise/gather.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A record -------------------------------------------------------------------------------------------------------- */

static bool open_journal(struct origin *origin, struct diags *diags)
{
	if (!record_open(&origin->record, origin->path, false, diags))
		return false;
	origin->matter = gather_matter(origin->record.session, origin->arena);
	return true;
}

/* Facts ---------------------------------------------------------------------------------------------------------- */

/* The playbook that the file itself names, as a path; NULL after telling at its place why there is none. */
static const char *own_playbook(const struct origin *origin, const struct dossier *dossier, struct diags *diags)
{
	const char *name = dossier->playbook;
	int folder = *name == '/' ? 0 : (int)path_folder(origin->path);
	const char *beside = arena_printf(origin->arena, "%.*s%s", folder, origin->path, name);
	const char *ended = arena_printf(origin->arena, "%s.yaml", beside);
	char *path = arena_alloc(origin->arena, SHELF_PATH);
	struct diags theirs;
	diags_init(&theirs);
	beside = access(beside, F_OK) == 0 ? beside : access(ended, F_OK) == 0 ? ended : name;
	bool found = shelf_find("yaml", beside, path, &theirs);
	if (!found)
		diag_error(diags, shape_place(dossier->entry.node, "playbook"), "\"playbook\": \"%.60s\": %s%s", name,
		           theirs.v[0].message, strchr(name, '/') ? "" : ", and beside this file");
	if (!found && theirs.v[0].hint)
		diag_hint(diags, "%s", theirs.v[0].hint);
	diags_free(&theirs);
	return found ? path : NULL;
}

/* In another company's playbook nothing stands for the one whose incident it is. */
static bool company_is_whole(const struct dossier *dossier, struct diags *diags)
{
	static const char *const keys[] = {"name", "timezone", "customers"};
	const struct yml *root = dossier->entry.node, *company = yml_get(root, "company");
	const char *lacking = "";
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (!company || !yml_get(company, keys[i]))
			lacking = arena_printf(diags->arena, "%s%s%s", lacking, *lacking ? ", " : "", keys[i]);
	if (!*lacking)
		return true;
	diag_error(diags, shape_place(root, "company"),
	           "whose incident is it? Without a playbook of your own \"company\" has to be here; it lacks %s",
	           lacking);
	diag_hint(diags,
	          "company: { name: ..., timezone: Asia/Singapore, customers: { SG: 5000 } }, or playbook: FILE");
	return false;
}

static void read_facts(struct origin *origin, const struct dossier *dossier, const struct shape_reader *reader)
{
	bool fine;
	const struct matter *matter = dossier_read(dossier, origin->set.world, reader, &fine);
	doubt_tell(dossier, matter, reader->diags);
	origin->matter = fine ? matter : NULL;
}

static bool open_facts(struct origin *origin, const struct origin_choice *choice, struct diags *diags)
{
	struct file file;
	int64_t now = clock_wall_ms() / 1000;
	struct shape_reader reader = {origin->arena, diags, choice->lang};
	if (!file_read(choice->facts, choice->facts, origin->arena, diags, &file))
		return false;
	const struct dossier *dossier = dossier_load(&file, now, &reader);
	if (!dossier)
		return false;
	size_t refused = diags->refused;
	struct shelf_choice shelf = {.playbook = choice->playbook,
	                             .lang = choice->lang,
	                             .t0 = now,
	                             .starts = dossier->starts,
	                             .company = &dossier->company};
	if (!choice->playbook && dossier->playbook)
		shelf.playbook = own_playbook(origin, dossier, diags);
	bool lent = dossier->mode == 1 && !choice->playbook && !dossier->playbook;
	shelf.lent = lent && company_is_whole(dossier, diags) && !dossier->faulty;
	origin->id = dossier->id;
	origin->dated = dossier->at != NULL;
	if (shelf_open(&shelf, diags, &origin->set))
		read_facts(origin, dossier, &reader);
	if (diags->refused != refused)
		origin->matter = NULL;
	if (origin->matter && lent)
		diag_warn(
		    diags, (struct diag_place){.file = choice->facts},
		    "no playbook is named (playbook: in the file, or --playbook): no people, systems or contracts "
		    "are in these texts");
	return origin->matter != NULL;
}

static bool find_newest(struct origin *origin, struct diags *diags)
{
	origin->newest = true;
	bool found = archive_newest(origin->path, diags);
	if (!found)
		diag_hint(diags, "without a drill name a facts file: --facts FILE");
	return found;
}

static bool copy_path(struct origin *origin, const char *path, struct diags *diags)
{
	return snprintf(origin->path, sizeof origin->path, "%s", path) < (int)sizeof origin->path ||
	       diag_error(diags, (struct diag_place){.file = "(a path)"}, "is too long");
}

bool origin_open(struct origin *origin, const struct origin_choice *choice, struct diags *diags)
{
	*origin = (struct origin){.arena = arena_new()};
	const char *named = choice->facts ? choice->facts : choice->journal;
	if (named ? !copy_path(origin, named, diags) : !find_newest(origin, diags))
		return false;
	if (!(choice->facts ? open_facts(origin, choice, diags) : open_journal(origin, diags)))
		return false;
	if (!origin->matter->exercise)
		leftover_tell(origin->matter->world, diags);
	return true;
}

void origin_close(struct origin *origin)
{
	record_close(&origin->record);
	shelf_close(&origin->set);
	arena_free(origin->arena);
}

/* The words of a record are right for its own time, which may be long ago. */
const char *origin_told(const struct origin *origin)
{
	char at[ZONE_BUFFER];
	if (!origin->matter->recorded)
		return "";
	return arena_printf(origin->arena, "%s%s%sAs of %s, where the record stands.\n",
	                    origin->newest ? "The newest record: " : "", origin->newest ? origin->path : "",
	                    origin->newest ? "\n" : "", zone_friendly(origin->matter->zone, origin->matter->now, at));
}
