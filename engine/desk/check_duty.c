#include "desk/check_duty.h"

#include "desk/check_code.h"

static bool files(const struct world *world, const char *action, int deadline)
{
	int number = names_find(&world->names, NAMES_ACTION, action);
	bool named;
	return number != NAMES_NONE && world_files(world, number, deadline, &named);
}

static bool a_step_files(const struct world *world, int deadline)
{
	for (size_t i = 0; i < world->playbook->nsteps; i++) {
		const struct shape_texts *does = &world->playbook->steps[i]->does;
		for (size_t k = 0; k < does->n; k++)
			if (files(world, does->v[k], deadline))
				return true;
	}
	return false;
}

/* An action that would do it, and this one alone rather than every deadline of its kind; NULL. */
static const char *filing(const struct world *world, int deadline)
{
	const char *found = NULL;
	for (int i = 0; i < (int)world->names.of[NAMES_ACTION].n; i++) {
		bool named = false;
		if (!world_files(world, i, deadline, &named) || (found && !named))
			continue;
		found = names_id(&world->names, NAMES_ACTION, i);
		if (named)
			break;
	}
	return found;
}

void check_duty(const struct world *world, struct diags *diags)
{
	const struct yml *company = world->playbook->company.entry.node;
	struct diag_place place = company ? shape_place(company, "customers") : world->playbook->entry.node->place;
	for (int i = 0; i < (int)world->ndeadlines; i++) {
		const struct world_deadline *deadline = &world->deadlines[i];
		if (!deadline->regime || a_step_files(world, i))
			continue;
		check_code_tell(diags, "duty-unmet", place, "no step meets %s, owed to %s by %s", deadline->id,
		                deadline->party, deadline->law);
		const char *action = filing(world, i);
		if (action)
			diag_hint(diags, "let a step do %s", action);
	}
}
