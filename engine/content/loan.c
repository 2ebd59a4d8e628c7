#include "content/loan.h"

static void strip_roles(struct shape_list *list)
{
	struct playbook_role *roles = list->v;
	for (size_t i = 0; i < list->n; i++)
		roles[i].person = roles[i].deputy = roles[i].reach = NULL;
}

static void strip_comms(struct shape_list *list)
{
	struct playbook_comms *comms = list->v;
	for (size_t i = 0; i < list->n; i++) {
		comms[i].audience = NULL;
		comms[i].languages = (struct shape_texts){NULL, 0};
		comms[i].next_update = SHAPE_UNSET;
	}
}

void loan_strip(struct playbook *playbook)
{
	const struct shape_list none = {NULL, 0};
	strip_roles(&playbook->roles);
	strip_comms(&playbook->comms);
	playbook->company = (struct playbook_company){0};
	playbook->systems = playbook->escalation = playbook->obligations = none;
	playbook->clock = (struct shape_pairs){NULL, 0};
}
