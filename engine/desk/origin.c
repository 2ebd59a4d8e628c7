#include "desk/origin.h"

#include "base/clock.h"
#include "content/dossier.h"
#include "exercise/gather.h"

#include <stdio.h>
#include <string.h>

static bool open_journal(struct origin *origin, struct diags *diags)
{
	if (!record_open(&origin->record, origin->path, false, diags))
		return false;
	origin->matter = gather_matter(origin->record.session, origin->arena);
	return true;
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
	struct shelf_choice shelf = {.playbook = choice->playbook,
	                             .lang = choice->lang,
	                             .t0 = now,
	                             .starts = dossier->starts,
	                             .company = &dossier->company};
	origin->id = dossier->id;
	if (shelf_open(&shelf, diags, &origin->set))
		origin->matter = dossier_matter(dossier, origin->set.world, &reader);
	if (origin->matter && !origin->matter->exercise && !choice->playbook)
		diag_warn(diags, (struct diag_place){.file = choice->facts},
		          "no --playbook was named: people, contracts and approvers are those of %s",
		          origin->set.world->sources.playbook.name);
	return origin->matter != NULL;
}

static bool find_newest(struct origin *origin, struct diags *diags)
{
	origin->newest = true;
	return shelf_newest(origin->path, diags);
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
	return choice->facts ? open_facts(origin, choice, diags) : open_journal(origin, diags);
}

void origin_close(struct origin *origin)
{
	record_close(&origin->record);
	shelf_close(&origin->set);
	arena_free(origin->arena);
}
