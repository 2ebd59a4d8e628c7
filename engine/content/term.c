#include "content/term.h"

#include "content/scalar.h"
#include "content/texts.h"

#include <string.h>

struct term {
	const char *start, *end; /* the brace, and what follows the closing one */
	char name[SCALAR_ID_MAX + 1];
};

/* The next {name}; braces around anything else are only braces. */
static bool next(const char *s, struct term *out)
{
	static const char *const letters = "abcdefghijklmnopqrstuvwxyz0123456789_.+-";

	for (; (s = strchr(s, '{')); s++) {
		size_t len = strspn(s + 1, letters);

		if (!len || len > SCALAR_ID_MAX || s[1 + len] != '}')
			continue;
		out->start = s;
		out->end = s + len + 2;
		memcpy(out->name, s + 1, len);
		out->name[len] = '\0';
		return true;
	}
	return false;
}

void term_expand(const char *s, term_lookup *lookup, const void *context, struct text *out)
{
	struct term term;

	for (; next(s, &term); s = term.end) {
		const char *words = lookup(context, term.name);

		text_add_bytes(out, s, (size_t)((words ? term.start : term.end) - s));
		if (words)
			text_add(out, words);
	}
	text_add(out, s);
}

static bool known_has(const struct shape_pairs *known, const char *name)
{
	for (size_t i = 0; i < known->n; i++)
		if (!strcmp(known->v[i].key, name))
			return true;
	return false;
}

static bool unknown(const struct shape_reader *reader, const struct shape_pairs *known, const char *name,
                    struct diag_place place)
{
	struct scalar how = {.diags = reader->diags};
	struct shape_texts names = {NULL, 0};

	for (size_t i = 0; i < known->n; i++)
		texts_add(&names, known->v[i].key, reader->arena);
	diag_error(reader->diags, place, "unknown term {%s}: neither `terms` nor `systems` has it", name);
	scalar_nearest(&how, name, names.v, names.n);
	for (size_t i = 0; how.diags->errors <= SCALAR_HINTED && i < names.n && !diag_nearest(name, names.v, names.n);
	     i++)
		if (strstr(name, names.v[i])) /* {webshop} for {shop} */
			diag_hint(how.diags, "did you mean \"%s\"?", names.v[i]);
	return diag_code(reader->diags, "unknown-name");
}

bool term_check(const struct shape_reader *reader, const struct shape_pairs *known, const struct yml *node)
{
	struct term term;
	bool fine = true;

	if (node->type == YML_TEXT)
		for (const char *s = node->text; next(s, &term); s = term.end)
			if (!known_has(known, term.name))
				fine = unknown(reader, known, term.name, node->place);
	for (size_t i = 0; (node->type == YML_LIST || node->type == YML_MAP) && i < node->n; i++)
		fine &= term_check(reader, known, node->pairs[i].value);
	return fine;
}
