#include "desk/leftover.h"

#include "content/loan.h"
#include "desk/shelf.h"

#include <string.h>

static bool equal(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

/* ---- what is compared ---- */

struct leftover {
	const char *name;    /* as a warning calls it */
	const char *contact; /* told to others, and told apart by */
	const char *party;   /* of a contract: also told apart by; NULL */
};

static struct leftover role_at(const void *list, size_t i)
{
	const struct playbook_role *role = &((const struct playbook_role *)list)[i];
	return (struct leftover){role->entry.id, role->reach, NULL};
}

static struct leftover obligation_at(const void *list, size_t i)
{
	const struct playbook_obligation *obligation = &((const struct playbook_obligation *)list)[i];
	return (struct leftover){obligation->party, obligation->contact, obligation->party};
}

static struct leftover system_at(const void *list, size_t i)
{
	const struct playbook_system *system = &((const struct playbook_system *)list)[i];
	return (struct leftover){system->entry.id, system->vendor, NULL};
}

static const struct group {
	const char *what;
	size_t list; /* of struct playbook */
	struct leftover (*at)(const void *list, size_t i);
} groups[] = {
    {"how to reach", offsetof(struct playbook, roles), role_at},
    {"contracts with", offsetof(struct playbook, obligations), obligation_at},
    {"vendors of", offsetof(struct playbook, systems), system_at},
};

static const struct shape_list *list_of(const struct playbook *playbook, const struct group *group)
{
	return (const struct shape_list *)((const char *)playbook + group->list);
}

static bool is_left(const struct leftover *own, const struct shape_list *shipped, const struct group *group)
{
	bool left = loan_invented(own->contact);
	for (size_t i = 0; shipped && i < shipped->n && !left; i++) {
		const struct leftover theirs = group->at(shipped->v, i);
		left = equal(own->contact, theirs.contact) || equal(own->party, theirs.party);
	}
	return left;
}

/* "contracts with Pasar+ marketplace, StraitsPay"; "" without any. */
static const char *left_in(const struct playbook *own, const struct playbook *shipped, const struct group *group,
                           struct arena *arena)
{
	const struct shape_list *list = list_of(own, group);
	const char *left = "";
	for (size_t i = 0; i < list->n; i++) {
		const struct leftover entry = group->at(list->v, i);
		if (is_left(&entry, shipped ? list_of(shipped, group) : NULL, group))
			left = arena_printf(arena, "%s%s %s", *left ? left : group->what, *left ? "," : "",
			                    entry.name ? entry.name : "");
	}
	return left;
}

/* A shipped file that a company made its own where it lies is no measure of what is left. */
static bool is_own(const struct world *world, const struct world *shipped)
{
	const struct file *mine = &world->sources.playbook, *theirs = &shipped->sources.playbook;
	return mine->len == theirs->len && memcmp(mine->bytes, theirs->bytes, mine->len) == 0 &&
	       !loan_invented(shipped->playbook->company.contact);
}

void leftover_tell(const struct world *world, struct diags *diags)
{
	const struct shelf_choice choice = {.t0 = world->t0};
	struct shelf_set set;
	struct diags faults; /* of the shipped one: nobody's concern here */
	const char *all = "";
	diags_init(&faults);
	bool there = shelf_open(&choice, &faults, &set) && !is_own(world, set.world);
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
		const char *left =
		    left_in(world->playbook, there ? set.world->playbook : NULL, &groups[i], diags->arena);
		all = arena_printf(diags->arena, "%s%s%s", all, *all && *left ? "; " : "", left);
	}
	if (*all)
		diag_warn(
		    diags, (struct diag_place){.file = world->sources.playbook.name},
		    "not yours yet, but the invented company's that drill72 comes with: %s; forms and the page for "
		    "counsel name them",
		    all);
	shelf_close(&set);
	diags_free(&faults);
}
