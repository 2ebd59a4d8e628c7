#include "content/loan.h"

#include <string.h>

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

bool loan_invented(const char *contact)
{
	return contact && strstr(contact, ".example");
}

static bool equal(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

static bool has(const struct shape_counts *counts, const struct shape_count *one)
{
	for (size_t i = 0; i < counts->n; i++)
		if (strcmp(counts->v[i].key, one->key) == 0 && counts->v[i].n == one->n)
			return true;
	return false;
}

static bool same_customers(const struct shape_counts *a, const struct shape_counts *b)
{
	bool same = a->n == b->n;
	for (size_t i = 0; i < a->n && same; i++)
		same = has(b, &a->v[i]);
	return same;
}

bool loan_to(struct playbook *playbook, const struct playbook_company *company)
{
	const struct playbook_company *lender = &playbook->company;
	bool named = equal(lender->name, company->name);
	if (!loan_invented(lender->contact) || (named && equal(lender->timezone, company->timezone) &&
	                                        same_customers(&lender->customers, &company->customers)))
		return false;
	const char *contact = named && !company->contact ? lender->contact : company->contact;
	playbook->company = *company;
	playbook->company.contact = contact;
	if (!named)
		playbook->obligations = (struct shape_list){NULL, 0};
	return true;
}
