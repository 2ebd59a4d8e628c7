#include "desk/kit.h"

#include "desk/evaluation.h"
#include "desk/handout.h"
#include "desk/plan.h"
#include "desk/script.h"

enum { LINES = 6 }; /* empty ones, to write on */

const struct kit_sheet kit_sheets[] = {
    {"facilitator-guide", false, script_guide}, {"situation-manual", true, handout_manual},
    {"role-cards", true, handout_cards},        {"evaluation", false, evaluation_sheets},
    {"sign-in", true, handout_sign_in},         {NULL, false, NULL},
};

static const char *company(const struct world *world)
{
	const char *own = world->playbook->company.name;
	return own ? own : world->story->company.name;
}

static void put_head(const struct naming *naming, const char *name, struct jsn *tree)
{
	const struct world *world = naming->world;
	struct jsn *lines = tree_list(tree, "lines");
	naming_put(naming, "title", name, tree, "sheet");
	naming_put_told(naming, world->story->title, tree, "title");
	naming_put_told(naming, company(world), tree, "company");
	naming_put_told(naming, world->playbook->title, tree, "playbook");
	naming_put_instant(naming, 0, tree);
	tree_flag(tree, "extended", world->extended);
	tree_number(tree, "minutes", plan_minutes(world->story, world->extended));
	for (int i = 0; i < LINES; i++)
		jsn_put(lines, NULL, jsn_make(JSN_INT, i + 1));
}

struct jsn *kit_tree(const struct world *world, const struct kit_sheet *sheet, const struct phrases *phrases)
{
	struct jsn *tree = jsn_make(JSN_OBJECT, 0);
	struct naming naming;
	naming_open(&naming, world, phrases);
	put_head(&naming, sheet->name, tree);
	sheet->fill(&naming, tree);
	naming_close(&naming);
	return tree;
}
