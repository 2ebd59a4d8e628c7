#include "kitted.h"

/* Every text of the story that players must find out by playing. */
static void each_secret(const struct world *world, void (*look)(void *context, const char *secret), void *context)
{
	const struct story *story = world->story;
	char words[64];
	for (size_t i = 0; i < story->nitems; i++) {
		const struct story_item *item = &story->items[i];
		const char *texts[] = {item->text, item->read_aloud, item->subject, item->effects.because};
		for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
			look(context, texts[k]);
	}
	for (size_t i = 0; i < story->ndecisions; i++) {
		const struct story_decision *decision = &story->decisions[i];
		const char *texts[] = {decision->ask, decision->hint, decision->listen_for,
		                       decision->late.effects.because};
		for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
			look(context, texts[k]);
		for (size_t k = 0; k < decision->probes.n; k++)
			look(context, decision->probes.v[k]);
		for (int k = 0; k < (int)decision->options.n; k++) {
			look(context, story_option_at(decision, k)->words);
			look(context, story_option_at(decision, k)->effects.because);
		}
	}
	for (size_t i = 0; i < story->nfacts; i++)
		if (story->facts[i].kind == STORY_COUNT)
			look(context, fact_words(&story->facts[i], story->facts[i].truth, words));
		else if (story->facts[i].kind == STORY_TEXT)
			look(context, story->facts[i].truth_text);
}

struct search {
	const struct world *world;
	const struct jsn *tree;
	const char *sheet;
	bool there; /* whether it must be */
	size_t looked;
};

static void look_for(void *context, const char *secret)
{
	struct search *search = context;
	struct text text = {0};
	if (!secret)
		return;
	world_expand(search->world, secret, &text);
	if (kitted_says(search->tree, text.data) != search->there)
		fail_msg("%s %s: %s", search->sheet, search->there ? "lacks" : "gives away", text.data);
	text_free(&text);
	search->looked++;
}

static void search_sheet(const struct kitted *kitted, const char *name, bool there)
{
	const struct world *world = kitted->set.world;
	struct jsn *tree = kitted_tree(world, kitted->layout, name);
	struct search search = {world, tree, name, there, 0};
	each_secret(world, look_for, &search);
	assert_true(search.looked > 150);
	jsn_free(tree);
}

static void what_is_for_players_gives_nothing_of_the_story_away(void **state)
{
	struct kitted *kitted = kitted_open("en", true);
	(void)state;
	for (size_t i = 0; kit_sheets[i].name; i++)
		if (kit_sheets[i].players)
			search_sheet(kitted, kit_sheets[i].name, false);
	kitted_close(kitted);
}

static void the_facilitator_guide_holds_all_of_it(void **state)
{
	struct kitted *kitted = kitted_open("en", true);
	(void)state;
	assert_false(kitted_sheet("facilitator-guide")->players);
	search_sheet(kitted, "facilitator-guide", true);
	kitted_close(kitted);
}

static void no_scoring_word_stands_on_a_page_for_players(void **state)
{
	static const char *const words[] = {"score", "points", "inject", "grade:", "critical failure"};
	struct kitted *kitted = kitted_open("en", true);
	struct text page = {0};
	(void)state;
	for (size_t i = 0; kit_sheets[i].name; i++) {
		text_clear(&page);
		kitted_page(kitted->set.world, kitted->layout, kit_sheets[i].name, &page);
		for (size_t k = 0; kit_sheets[i].players && k < sizeof words / sizeof *words; k++)
			if (strstr(page.data, words[k]))
				fail_msg("%s says \"%s\"", kit_sheets[i].name, words[k]);
	}
	text_free(&page);
	kitted_close(kitted);
}

static void check_pages(const char *lang, const char *mark)
{
	struct kitted *kitted = kitted_open(lang, false);
	struct text page = {0};
	for (size_t i = 0; kit_sheets[i].name; i++) {
		text_clear(&page);
		kitted_page(kitted->set.world, kitted->layout, kit_sheets[i].name, &page);
		assert_non_null(strstr(page.data, mark));
		assert_null(strstr(page.data, "<kit."));
		assert_null(strstr(page.data, "&lt;kit."));
	}
	text_free(&page);
	kitted_close(kitted);
}

static void every_page_says_that_it_is_an_exercise(void **state)
{
	(void)state;
	check_pages("en", "<p class=\"mark every\">EXERCISE</p>");
	check_pages("zh", "<p class=\"mark every\">演练</p>");
}

#define EVIL "<script>alert(1)</script>\" onload=\"x\\226\\128\\174"

static const char hostile[] =
    "scenario 'small' { title = '" EVIL "', synopsis = '" EVIL "', company = { name = '" EVIL "', timezone = "
    "'Asia/Singapore', customers = { SG = 100 } }, starts = '2026-03-05 21:40', roles = { 'support' }, "
    "pace = { { to = '100h', takes = '20m' } }, truth = { aware = '1h' } }\n"
    "fact 'f' { kind = 'text', label = '" EVIL "', truth = '" EVIL "' }\n"
    "inject 'first' { at = '0h', from = '" EVIL "', to = 'all', channel = 'email', subject = '" EVIL "', text = '" EVIL
    "', read_aloud = '" EVIL "', opens = 'who' }\n"
    "decision 'who' { owner = 'support', within = '30m', objective = 'care', ask = '" EVIL "', hint = '" EVIL
    "', probes = { '" EVIL "' }, listen_for = '" EVIL "', { id = 'a', '" EVIL "', because = '" EVIL
    "', score = { care = 3 } }, { id = 'b', 'B', because = '" EVIL "' }, late = { because = '" EVIL "' } }\n"
    "on 'suspend-account' { score = { care = 1 }, because = '" EVIL "' }\n";

static void the_texts_of_a_hostile_scenario_are_no_markup(void **state)
{
	struct small small = small_open(hostile);
	struct diags diags;
	struct text page = {0};
	(void)state;
	diags_init(&diags);
	struct layout *layout = kitted_layout("en", &diags);
	for (size_t i = 0; kit_sheets[i].name; i++) {
		text_clear(&page);
		kitted_page(small.world, layout, kit_sheets[i].name, &page);
		assert_non_null(strstr(page.data, "&lt;script&gt;"));
		assert_null(strstr(page.data, "<script"));
		assert_null(strstr(page.data, "\" onload="));
		assert_null(strstr(page.data, "\xe2\x80\xae"));
	}
	layout_free(layout);
	text_free(&page);
	diags_free(&diags);
	small_close(&small);
}

/* A template that is strict finds the same keys in every row. */
static void same_keys(const struct jsn *a, const struct jsn *b)
{
	const char *key;
	assert_int_equal(jsn_count(a), jsn_count(b));
	for (size_t i = 0; jsn_at(a, i, &key); i++)
		if (!jsn_get(b, key))
			fail_msg("a row lacks %s", key);
}

static void check_rows(const struct jsn *tree)
{
	const struct jsn *first = jsn_type(tree) == JSN_ARRAY ? jsn_at(tree, 0, NULL) : NULL;
	for (size_t i = 0; i < jsn_count(tree); i++) {
		const struct jsn *row = jsn_at(tree, i, NULL);
		if (first && jsn_type(row) == JSN_OBJECT)
			same_keys(first, row);
		check_rows(row);
	}
}

static void all_rows_of_a_list_have_the_same_keys(void **state)
{
	struct kitted *kitted = kitted_open("en", true);
	(void)state;
	for (size_t i = 0; kit_sheets[i].name; i++) {
		struct jsn *tree = kitted_tree(kitted->set.world, kitted->layout, kit_sheets[i].name);
		check_rows(tree);
		jsn_free(tree);
	}
	kitted_close(kitted);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_for_players_gives_nothing_of_the_story_away),
	    cmocka_unit_test(the_facilitator_guide_holds_all_of_it),
	    cmocka_unit_test(no_scoring_word_stands_on_a_page_for_players),
	    cmocka_unit_test(every_page_says_that_it_is_an_exercise),
	    cmocka_unit_test(the_texts_of_a_hostile_scenario_are_no_markup),
	    cmocka_unit_test(all_rows_of_a_list_have_the_same_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
