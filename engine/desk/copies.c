#include "desk/copies.h"

#include "base/path.h"
#include "content/texts.h"
#include "desk/shelf.h"

#include <string.h>

enum { LANGUAGES = 32 };

/* A company's own letter may be there in fewer languages than its customers read. */
static void warn_lacking(struct drafting *drafting, const char *name, const struct shape_texts *spoken,
                         struct arena *arena, struct diags *diags)
{
	const struct letter *letter = drafting_letter(drafting, name, spoken->v[0], diags);
	struct shape_texts asked = letter ? drafting_asked(drafting, letter->kind) : (struct shape_texts){NULL, 0};
	const char *lacking = "";
	for (size_t i = 0; i < asked.n; i++)
		if (!texts_have(spoken, asked.v[i]))
			lacking = arena_printf(arena, "%s%s%s", lacking, *lacking ? ", " : "", asked.v[i]);
	if (*lacking)
		diag_warn(diags, (struct diag_place){.file = arena_dup(diags->arena, name)},
		          "there is no letter in %s, which the playbook asks for in a %s", lacking, letter->kind);
}

bool copies_languages(struct drafting *drafting, const char *name, const char *asked, struct arena *arena,
                      struct shape_texts *out, struct diags *diags)
{
	*out = (struct shape_texts){0};
	if (asked && strcmp(asked, "all") == 0) {
		*out = drafting_spoken(drafting, name);
		if (out->n)
			warn_lacking(drafting, name, out, arena, diags);
		/* of a kind that is not there the fault says which are */
		return out->n || drafting_letter(drafting, name, "en", diags);
	}
	for (const char *at = asked ? asked : "en"; *at;) {
		size_t len = strcspn(at, ", ");
		const char *lang = arena_ndup(arena, at, len);
		if (len)
			texts_add_once(out, lang, arena);
		at += len + strspn(at + len, ", ");
	}
	if (out->n && out->n <= LANGUAGES)
		return true;
	return diag_error(diags, (struct diag_place){.file = "--lang"},
	                  "expected a language such as en, several such as en,zh, or all");
}

struct shape_texts copies_kinds(struct arena *arena)
{
	struct shape_texts files = shelf_names("letters", arena), names = {0};
	for (size_t i = 0; i < files.n; i++) {
		if (path_ends(files.v[i], ".en"))
			texts_add(&names, arena_ndup(arena, files.v[i], path_without(files.v[i], ".en")), arena);
	}
	return names;
}

void copies_list(struct text *out)
{
	struct arena *arena = arena_new();
	struct shape_texts kinds = copies_kinds(arena);
	text_add(out, texts_joined(&kinds, arena));
	arena_free(arena);
}
