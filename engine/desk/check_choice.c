#include "desk/check_choice.h"

#include "content/hookshape.h"
#include "desk/check_code.h"

#include <string.h>

static bool worth_as_much(const struct story_option *a, const struct story_option *b)
{
	for (int i = 0; i < STORY_OBJECTIVES; i++)
		if (effect_points(&a->effects, i) < effect_points(&b->effects, i))
			return false;
	return true;
}

static bool has(const struct effects *effects, const struct effect *wanted)
{
	for (size_t i = 0; i < effects->n; i++) {
		const struct effect *effect = &effects->v[i];
		bool texts = (effect->text && wanted->text) || (!effect->text && !wanted->text);
		if (effect->kind == wanted->kind && effect->ref == wanted->ref && effect->value == wanted->value &&
		    texts && (!effect->text || strcmp(effect->text, wanted->text) == 0))
			return true;
	}
	return false;
}

/* Whether `a` sets off all that `b` does, points apart; `critical`: of its critical failures, else of the rest. */
static bool does_as_much(const struct story_option *a, const struct story_option *b, bool critical)
{
	for (size_t i = 0; i < b->effects.n; i++) {
		const struct effect *effect = &b->effects.v[i];
		if (effect->kind != EFFECT_SCORE && (effect->kind == EFFECT_CRITICAL) == critical &&
		    !has(&a->effects, effect))
			return false;
	}
	return true;
}

static int32_t taken(const struct story_option *option)
{
	return option->takes == SHAPE_UNSET ? 0 : option->takes;
}

/* Whether nothing speaks for `b` rather than `a`. */
static bool as_good(const struct story_option *a, const struct story_option *b)
{
	return worth_as_much(a, b) && taken(a) <= taken(b) && does_as_much(a, b, false) && does_as_much(b, a, true);
}

static bool better(const struct story_option *a, const struct story_option *b)
{
	return as_good(a, b) && !as_good(b, a);
}

enum verdict { OPEN, BEST, WORST };

/* Whether option `number` is better, or worse, than every other in all that is declared. */
static enum verdict judge(const struct story_decision *decision, int number)
{
	const struct story_option *own = story_option_at(decision, number);
	bool best = true, worst = true;
	for (int i = 0; i < (int)decision->options.n; i++) {
		const struct story_option *other = story_option_at(decision, i);
		best = best && (i == number || better(own, other));
		worst = worst && (i == number || better(other, own));
	}
	return best ? BEST : worst ? WORST : OPEN;
}

static void tell_same(const struct story_decision *decision, int number, struct diags *diags)
{
	const struct story_option *own = story_option_at(decision, number);
	for (int i = 0; i < number; i++) {
		const struct story_option *other = story_option_at(decision, i);
		if (!as_good(own, other) || !as_good(other, own))
			continue;
		check_code_tell(diags, "no-difference", own->entry.node->place,
		                "\"%s\" comes to the same as \"%s\": points, effects and time are alike", own->id,
		                other->id);
		return;
	}
}

static void check_decision(const struct story_decision *decision, struct diags *diags)
{
	bool two = decision->options.n == 2; /* then the worst is said already by saying which is the best */
	for (int i = 0; i < (int)decision->options.n; i++) {
		const struct story_option *option = story_option_at(decision, i);
		enum verdict verdict = judge(decision, i);
		tell_same(decision, i, diags);
		if (verdict == BEST)
			check_code_tell(diags, "giveaway", option->entry.node->place,
			                "nothing speaks against \"%s\": no other option of %s is worth more in "
			                "anything, does more or takes less time",
			                option->id, decision->entry.id);
		if (verdict == WORST && !two)
			check_code_tell(
			    diags, "dominated", option->entry.node->place,
			    "nothing but its words speaks for \"%s\": every other option of %s is worth as much in "
			    "everything, does as much and takes no longer",
			    option->id, decision->entry.id);
	}
}

/* Whether functions make of an answer what only playing tells. */
static bool is_asked_about(const struct world *world, const char *decision)
{
	const struct world_sources *sources = &world->sources;
	bool asked = hookshape_asks(&sources->scenario, decision);
	for (size_t i = 0; !asked && i < sources->nincludes; i++)
		asked = hookshape_asks(&sources->includes[i], decision);
	return asked;
}

void check_choice(const struct world *world, struct diags *diags)
{
	for (size_t i = 0; i < world->story->ndecisions; i++)
		if (!is_asked_about(world, world->story->decisions[i].entry.id))
			check_decision(&world->story->decisions[i], diags);
}
