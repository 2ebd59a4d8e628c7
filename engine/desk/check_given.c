#include "desk/check_given.h"

static void tell_quoted(const char *key, const struct yml *node, struct diags *diags)
{
	if (!node || node->type != YML_TEXT)
		return;
	diag_error(diags, node->place, "\"%s\": expected a whole number, found a text", key);
	diag_code(diags, "wrong-value");
	diag_hint(diags, "write %s, without quotes", node->text);
}

void check_given(const struct world *world, struct diags *diags)
{
	const struct story *story = world->story;
	const struct shape_reader reader = {diags->arena, diags, world->lang};
	const struct yml *company = story->company.entry.node, *customers;
	const char *usual = diag_usual(diags, "wrong-value");
	if (company) {
		playbook_check_company(&reader, &story->company);
		customers = yml_get(company, "customers");
		for (size_t i = 0; customers && customers->type == YML_MAP && i < customers->n; i++)
			tell_quoted(customers->pairs[i].key, customers->pairs[i].value, diags);
	}
	for (size_t i = 0; i < story->nfacts; i++)
		if (story->facts[i].kind == STORY_COUNT)
			tell_quoted("truth", story->facts[i].truth_node, diags);
	diag_usual(diags, usual);
}
