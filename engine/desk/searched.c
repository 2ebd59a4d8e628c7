#include "desk/searched.h"

#include "desk/likeness.h"

#include <string.h>

enum { NEARLY = 75 };

static const char *in_words(const struct sheet *sheet, const struct matter_proof *proof, const char *key)
{
	const struct yml *said = proof->words ? yml_get(proof->words, key) : NULL;
	return said ? yml_in(said, sheet->lang) : NULL;
}

static struct likeness_words search_of(const struct sheet *sheet, const struct matter_proof *proof)
{
	const char *against = in_words(sheet, proof, "against"), *over = in_words(sheet, proof, "over");
	against = against ? against : proof->source;
	over = over ? over : proof->over;
	const char *all = arena_printf(sheet->arena, "%s. %s", against ? against : "", over ? over : "");
	return likeness_words(all, strlen(all), sheet->lang, sheet->arena);
}

bool searched_says(const struct sheet *sheet, size_t from, size_t to)
{
	struct likeness_words said = likeness_words(sheet->prose->text + from, to - from, sheet->lang, sheet->arena);
	for (size_t i = 0; said.n > 1 && i < sheet->matter->nfacts; i++) {
		const struct matter_fact *fact = &sheet->matter->facts[i];
		struct likeness_words search = {0};
		if (matter_proved(fact))
			search = search_of(sheet, &fact->proof);
		if (search.n && likeness_part(&said, &search) >= NEARLY)
			return true;
	}
	return false;
}
