#include "content/declaration.h"

#include "content/scalar.h"

#include <ctype.h>
#include <string.h>

static const char *text_of(const struct yml *node, const char *key)
{
	const struct yml *value = yml_get(node, key);

	return value && value->type == YML_TEXT ? value->text : NULL;
}

static int kind_of(const struct declaration_kind *kinds, const char *word)
{
	for (int i = 0; word && kinds[i].word; i++)
		if (!strcmp(kinds[i].word, word))
			return i;
	return NAMES_NONE;
}

/* The first of this id, and how many there are. */
static const struct declaration *earlier(const struct declarations *list, const char *id, int *count)
{
	const struct declaration *first = NULL;

	*count = 0;
	for (size_t i = 0; i < list->n; i++)
		if (!strcmp(list->v[i].id, id)) {
			first = first ? first : &list->v[i];
			++*count;
		}
	return first;
}

/* What it could be called: "Late Parcel" late-parcel. It is taken all the same, so that what is in it is told too. */
static bool check_id(const struct scalar *how, const char *id, struct diag_place place)
{
	char other[SCALAR_ID_MAX + 1];
	size_t n = 0;

	if (scalar_check_id(how, id, place))
		return true;
	for (const char *c = id; *c && n < SCALAR_ID_MAX; c++)
		if (isalnum((unsigned char)*c))
			other[n++] = (char)tolower((unsigned char)*c);
		else if (n && other[n - 1] != '-' && c[1])
			other[n++] = '-';
	other[n] = '\0';
	if (n)
		diag_hint(how->diags, "write %s", other);
	return false;
}

static bool add(const struct shape_reader *reader, const struct declaration_kind *kind, const struct yml *node,
                struct declarations *list)
{
	struct scalar how = {.arena = reader->arena, .diags = reader->diags, .key = kind->word};
	const char *id = text_of(node, "id");
	const struct yml *body = yml_get(node, "body");
	const struct declaration *first;
	bool fine = kind->repeats || check_id(&how, id, node->place); /* a time, an action: their readers know them */
	int before;

	if (!body)
		return diag_error(reader->diags, node->place, "%s \"%s\" has no body", kind->word, id);
	first = earlier(list, id, &before);
	if (first && !kind->repeats) {
		diag_error(reader->diags, node->place, "an id used twice: %s \"%s\" stands on line %d already",
		           kind->word, id, first->place.line);
		return diag_code(reader->diags, "twice");
	}
	if (list->n == DECLARATION_MOST)
		return diag_error(reader->diags, node->place, "too much: %s stands here more than %d times", kind->word,
		                  DECLARATION_MOST);
	*(struct declaration *)arena_push(reader->arena, &list->v, &list->n, sizeof *list->v) =
	    (struct declaration){id, body, node->place, before + 1, id};
	return fine;
}

bool declaration_read(const struct shape_reader *reader, const struct yml *list, const struct declaration_kind *kinds,
                      struct declarations *out)
{
	bool fine = true;

	if (list->type != YML_LIST && list->n)
		return diag_error(reader->diags, list->place, "expected a list of declarations, found %s",
		                  yml_type_name(list->type));
	for (size_t i = 0; i < list->n; i++) {
		const struct yml *node = list->pairs[i].value;
		int kind = kind_of(kinds, text_of(node, "kind"));

		if (kind == NAMES_NONE || !text_of(node, "id"))
			fine =
			    diag_error(reader->diags, node->place, "expected a declaration: a kind, an id and a body");
		else
			fine = add(reader, &kinds[kind], node, &out[kind]) && fine;
	}
	return fine;
}
