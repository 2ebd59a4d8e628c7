/* shelf: where scenarios, playbooks, regimes and templates lie, and how a world is taken from there.
 * Owns the set it opened; promises to look beside the reader first (./scenarios, ./playbooks), then where drill72 is
 * installed, and to say where it looked. Never writes. */
#ifndef DESK_SHELF_H
#define DESK_SHELF_H

#include "content/scenario.h"
#include "content/world.h"

enum { SHELF_PATH = 1024 };

struct shelf_choice {
	const char *scenario; /* a name ("ex-employee-export") or a path to a .lua file; NULL: the playbook alone */
	const char *playbook; /* a name or a path; NULL: sme-ecommerce, unchosen (world.h) */
	const char *lang;     /* NULL: en */
	bool extended;
	/* of a playbook alone: when its laws are looked up, and another company's name, zone and customers (world.h) */
	int64_t t0;
	const struct zone_civil *starts;
	const struct playbook_company *company;
	bool lent; /* the playbook is another company's: only what is anybody's stays (loan.h) */
	/* Hears of each file before it is looked for or read, whatever becomes of it; NULL: nobody. */
	void (*reads)(void *context, const char *path);
	void *context;
};

struct shelf_set {
	struct world *world;
	struct scenario *scenario; /* its hooks, ready to be called; NULL without a scenario */
};

/* Reads and loads everything. False after adding every fault of every file. */
bool shelf_open(const struct shelf_choice *choice, struct diags *diags, struct shelf_set *set);

/* Loads the hooks of a journal's scenario from its embedded sources, to go on with it. NULL after adding the faults. */
struct scenario *shelf_hooks(const struct world *world, struct diags *diags);
void shelf_close(struct shelf_set *set);

/* The path of a scenario ("lua") or playbook ("yaml") by name or path; false after adding the fault with the nearest
 * name and where it was looked for. */
bool shelf_find(const char *kind, const char *name, char path[SHELF_PATH], struct diags *diags);

/* Names on the shelf, sorted, of the arena: "lua" scenarios, "yaml" playbooks, "words" and "letters" the YAML and
 * the templates of comms-templates. */
struct shape_texts shelf_names(const char *kind, struct arena *arena);

/* A file of comms-templates by its whole name: the company's own, beside the reader, or the one that came with drill72.
 * False when there is none; or it can't be read, after adding why. */
bool shelf_page(const char *name, bool own, struct arena *arena, struct diags *diags, struct file *out);

/* Any file that came with drill72, by its path there ("playbooks/playbook.schema.json"). False as shelf_page. */
bool shelf_shipped(const char *name, struct arena *arena, struct diags *diags, struct file *out);

#endif
