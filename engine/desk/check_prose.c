#include "desk/check_prose.h"

#include "base/text.h"
#include "desk/check_code.h"

#include <ctype.h>
#include <string.h>

enum { FEWEST = 3 }; /* decisions: in fewer, what looks like a habit is chance */

/* A missing reason ------------------------------------------------------------------------------------------------- */

static bool judges(const struct effects *effects)
{
	for (size_t i = 0; i < effects->n; i++)
		if (effects->v[i].kind == EFFECT_SCORE || effects->v[i].kind == EFFECT_CRITICAL)
			return true;
	return false;
}

static void tell_missing(const struct shape_entry *entry, const char *what, const char *id, struct diags *diags)
{
	if (!yml_get(entry->node, "because"))
		check_code_tell(diags, "because-missing", entry->node->place, "%s\"%s\" has no `because`", what, id);
}

static void check_reasons(const struct story *story, struct diags *diags)
{
	for (size_t i = 0; i < story->nitems; i++)
		if (story->items[i].kind != STORY_LAND && judges(&story->items[i].effects))
			tell_missing(&story->items[i].entry, "", story->items[i].entry.id, diags);
	for (size_t i = 0; i < story->ndecisions; i++) {
		const struct story_decision *decision = &story->decisions[i];
		for (int k = 0; k < (int)decision->options.n; k++)
			tell_missing(&story_option_at(decision, k)->entry, "option ", story_option_at(decision, k)->id,
			             diags);
		if (judges(&decision->late.effects))
			tell_missing(&decision->late.entry, "`late` of ", decision->entry.id, diags);
	}
}

/* Recognisable options --------------------------------------------------------------------------------------------- */

/* Words of people who have learnt their lesson. They stand here and not in a file: no author edits them, they are tuned
 * with the counts below on the shipped scenarios, and a check of a scenario reads no pages of notices for them. */
static const char *const careful[] = {"confirm",  "confirmed", "verify",  "verified", "check", "checked",  "record",
                                      "recorded", "log",       "logged",  "first",    "until", "estimate", "evidence",
                                      "counsel",  "deputy",    "written", "dated",    "proof", "proved",   NULL};

static bool is_careful(const char *words)
{
	char word[16];
	for (const char *at = words; *at;) {
		size_t len = 0;
		while (isalpha((unsigned char)at[len]))
			len++;
		for (size_t i = 0; i < len && i < sizeof word; i++)
			word[i] = (char)tolower((unsigned char)at[i]);
		word[len < sizeof word ? len : 0] = '\0';
		for (size_t i = 0; *word && careful[i]; i++)
			if (strcmp(word, careful[i]) == 0)
				return true;
		at += len ? len : 1;
	}
	return false;
}

static const char *words_of(const struct story_decision *decision, int option)
{
	const char *words = story_option_at(decision, option)->words;
	return words ? words : "";
}

static bool longest(const struct story_decision *decision, int best)
{
	for (int i = 0; i < (int)decision->options.n; i++)
		if (i != best && text_width(words_of(decision, i)) >= text_width(words_of(decision, best)))
			return false;
	return true;
}

static bool shortest(const struct story_decision *decision, int best)
{
	for (int i = 0; i < (int)decision->options.n; i++)
		if (i != best && text_width(words_of(decision, i)) <= text_width(words_of(decision, best)))
			return false;
	return true;
}

static bool first(const struct story_decision *decision, int best)
{
	(void)decision;
	return best == 0;
}

static bool last(const struct story_decision *decision, int best)
{
	return best == (int)decision->options.n - 1;
}

static bool only_careful(const struct story_decision *decision, int best)
{
	for (int i = 0; i < (int)decision->options.n; i++)
		if (is_careful(words_of(decision, i)) != (i == best))
			return false;
	return true;
}

static const struct {
	const char *what;
	bool (*shows)(const struct story_decision *decision, int best);
} looks[] = {{"the longest", longest},
             {"the shortest", shortest},
             {"the first in the file", first},
             {"the last in the file", last},
             {"the only careful one in its words", only_careful}};

static int32_t worth(const struct story_option *option)
{
	int32_t sum = 0;
	for (size_t i = 0; i < option->effects.n; i++)
		if (option->effects.v[i].kind == EFFECT_SCORE)
			sum += option->effects.v[i].value;
	return sum;
}

/* The option with the most points; NAMES_NONE when two have them. */
static int best_of(const struct story_decision *decision)
{
	int best = 0;
	bool alone = true;
	for (int i = 1; i < (int)decision->options.n; i++) {
		int32_t own = worth(story_option_at(decision, i)), top = worth(story_option_at(decision, best));
		alone = own > top || (alone && own < top);
		best = own > top ? i : best;
	}
	return alone ? best : NAMES_NONE;
}

static void check_looks(const struct story *story, struct diags *diags)
{
	for (size_t look = 0; look < sizeof looks / sizeof *looks; look++) {
		int decisions = 0, shown = 0;
		for (size_t i = 0; i < story->ndecisions; i++) {
			int best = best_of(&story->decisions[i]);
			decisions += best != NAMES_NONE;
			shown += best != NAMES_NONE && looks[look].shows(&story->decisions[i], best);
		}
		if (decisions >= FEWEST && shown * 5 >= decisions * 4)
			check_code_tell(diags, "recognisable", story->place,
			                "the best option is %s in %d of %d decisions", looks[look].what, shown,
			                decisions);
	}
}

/* What nobody wrote yet ----------------------------------------------------------------------------------------------
 */

/* As an import of an events list and a new scenario mark it. */
static const char unwritten[] = "(to be written)";

static void check_written(const struct yml *node, const char *key, struct diags *diags)
{
	bool marked = node->type == YML_TEXT && strstr(node->text, unwritten);
	if (marked)
		check_code_tell(diags, "text-unwritten", node->place, "%s%s%s is still to be written", key ? "`" : "",
		                key ? key : "this text", key ? "`" : "");
	for (size_t i = 0; (node->type == YML_LIST || node->type == YML_MAP) && i < node->n; i++)
		check_written(node->pairs[i].value, node->pairs[i].key ? node->pairs[i].key : key, diags);
}

void check_prose(const struct world *world, struct diags *diags)
{
	check_reasons(world->story, diags);
	check_looks(world->story, diags);
	for (size_t i = 0; i < world->declarations->n; i++) {
		const struct yml *body = yml_get(world->declarations->pairs[i].value, "body");
		if (body)
			check_written(body, NULL, diags);
	}
}
