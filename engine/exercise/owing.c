#include "exercise/owing.h"

#include "content/texts.h"

#include <string.h>

bool owing_tells(const struct world *world, const char *notice, const struct regime *regime)
{
	const struct vocabulary_action *action;
	for (int i = 0; (action = vocabulary_action(world->vocabulary, i)); i++)
		if (action->files == VOCABULARY_INDIVIDUALS && action->notice && strcmp(action->notice, notice) == 0 &&
		    (!action->regime || regime_means(action->regime, regime->id)))
			return true;
	return false;
}

const struct regime_duty *owing_duty(const struct world *world, const char *notice, const char *form,
                                     const struct regime *regime)
{
	int number = names_find(&world->names, NAMES_NOTICE, notice);
	const struct vocabulary_notice *kind = vocabulary_notice(world->vocabulary, number);
	bool authority = kind && strcmp(kind->audience, "authorities") == 0;
	if (form ? !regime_means(form, regime->id) : !owing_tells(world, notice, regime))
		return NULL;
	return form && authority ? &regime->duties.authority : &regime->duties.individuals;
}

void owing_laws(const struct world *world, const char *notice, const char *form, const char *code, struct text *out)
{
	size_t before = out->len;
	for (size_t i = 0; i < world->nregimes; i++) {
		const struct regime_duty *duty = owing_duty(world, notice, form, world->regimes[i]);
		if (duty && texts_have(&duty->contents, code))
			text_addf(out, "%s%s", out->len > before ? ", " : "", world->regimes[i]->id);
	}
}
