/* The kit of a world, as trees and as pages, for tests of what stands on paper. Run in the top folder: the templates
 * are the shipped ones. */
#ifndef TESTS_KITTED_H
#define TESTS_KITTED_H

#include "small.h"
#include "sought.h"

#include "desk/kit.h"
#include "desk/layout.h"
#include "desk/shelf.h"

/* The shipped drill, with all that the longer cut plays. */
struct kitted {
	struct shelf_set set;
	struct layout *layout;
	struct diags diags;
};

static inline struct layout *kitted_layout(const char *lang, struct diags *diags)
{
	struct layout *layout = layout_open(lang, diags);
	struct text told = {0};
	diags_render(diags, &told);
	if (!layout)
		fail_msg("%s", told.data);
	text_free(&told);
	return layout;
}

static inline struct kitted *kitted_open(const char *lang, bool extended)
{
	struct kitted *kitted = calloc(1, sizeof *kitted);
	struct shelf_choice choice = {.scenario = "ex-employee-export", .lang = lang, .extended = extended};
	assert_non_null(kitted);
	diags_init(&kitted->diags);
	assert_true(shelf_open(&choice, &kitted->diags, &kitted->set));
	kitted->layout = kitted_layout(lang, &kitted->diags);
	return kitted;
}

static inline void kitted_close(struct kitted *kitted)
{
	shelf_close(&kitted->set);
	layout_free(kitted->layout);
	diags_free(&kitted->diags);
	free(kitted);
}

static inline const struct kit_sheet *kitted_sheet(const char *name)
{
	for (size_t i = 0; kit_sheets[i].name; i++)
		if (strcmp(kit_sheets[i].name, name) == 0)
			return &kit_sheets[i];
	fail_msg("no sheet called %s", name);
	return NULL;
}

/* The tree of a sheet over any world; the caller owns it. */
static inline struct jsn *kitted_tree(const struct world *world, const struct layout *layout, const char *name)
{
	return kit_tree(world, kitted_sheet(name), layout_phrases(layout));
}

/* The page; fails the test on a fault of its template. */
static inline void kitted_page(const struct world *world, struct layout *layout, const char *name, struct text *out)
{
	struct diags diags;
	struct text template = {0}, told = {0};
	struct jsn *tree = kitted_tree(world, layout, name);
	diags_init(&diags);
	text_addf(&template, "kit.%s.html", name);
	bool good = layout_render(layout, template.data, ESCAPE_HTML, tree, out, &diags);
	diags_render(&diags, &told);
	if (!good)
		fail_msg("%s", told.data);
	diags_free(&diags);
	text_free(&template);
	text_free(&told);
	jsn_free(tree);
}

/* Whether any text of the tree holds `words`. */
static inline bool kitted_says(const struct jsn *tree, const char *words)
{
	const char *s = jsn_text(tree);
	if (s)
		return strstr(s, words) != NULL;
	for (size_t i = 0; i < jsn_count(tree); i++)
		if (kitted_says(jsn_at(tree, i, NULL), words))
			return true;
	return false;
}

#endif
