#include "desk/layout.h"

#include "base/tree.h"
#include "content/mustache_render.h"
#include "content/texts.h"
#include "desk/shelf.h"

#include <string.h>

struct page { /* a template, compiled at its first use */
	const char *name;
	const struct mustache *mustache;
};

struct layout {
	struct arena *arena;
	const char *lang;
	const struct phrases *phrases;
	struct page *pages;
	size_t npages;
};

/* A file that can't be read is told rather than stood in for. */
bool layout_file(const char *name, struct arena *arena, struct diags *diags, struct file *out)
{
	size_t refused = diags->refused;
	return shelf_page(name, true, arena, diags, out) ||
	       (diags->refused == refused && shelf_page(name, false, arena, diags, out));
}

/* Words ---------------------------------------------------------------------------------------------------------- */

static bool same(const struct file *a, const struct file *b)
{
	return a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

/* A company's own words stand over the ones that came with drill72, and need not repeat them. */
const struct phrases *layout_words(const char *stem, const char *lang, const struct phrases *below, struct arena *arena,
                                   struct diags *diags)
{
	struct file shipped, own;
	size_t refused = diags->refused;
	const char *name = arena_printf(arena, "%s.%s.yaml", stem, lang);
	bool has_shipped = shelf_page(name, false, arena, diags, &shipped);
	bool has_own = shelf_page(name, true, arena, diags, &own);
	if (diags->refused == refused && has_shipped)
		below = phrases_load(&shipped, below, arena, diags);
	if (diags->refused == refused && has_own && !(has_shipped && same(&shipped, &own)))
		below = phrases_load(&own, below, arena, diags);
	if (!has_shipped && !has_own && diags->refused == refused)
		diag_error(diags, (struct diag_place){.file = name}, "no such file in comms-templates");
	return diags->refused == refused ? below : NULL;
}

/* "words.en" and the like, without their "words."; sorted. */
struct shape_texts layout_languages(const char *stem, struct arena *arena)
{
	struct shape_texts names = shelf_names("words", arena);
	size_t kept = 0, len = strlen(stem);
	for (size_t i = 0; i < names.n; i++)
		if (strncmp(names.v[i], stem, len) == 0 && names.v[i][len] == '.')
			names.v[kept++] = names.v[i] + len + 1;
	names.n = kept;
	return names;
}

static bool unknown(const char *lang, struct shape_texts known, struct diags *diags)
{
	const char *nearest = diag_nearest(lang, known.v, known.n);
	diag_error(diags, (struct diag_place){.file = lang}, "pages have no words in this language; there are: %s",
	           known.n ? texts_joined(&known, diags->arena) : "none");
	if (nearest)
		diag_hint(diags, "did you mean \"%s\"?", nearest);
	return false;
}

bool layout_speaks(const char *lang)
{
	struct arena *arena = arena_new();
	struct shape_texts known = layout_languages("words", arena);
	bool speaks = texts_have(&known, lang);
	arena_free(arena);
	return speaks;
}

struct layout *layout_open(const char *lang, struct diags *diags)
{
	struct arena *arena = arena_new();
	struct layout *layout = arena_alloc(arena, sizeof *layout);
	*layout = (struct layout){.arena = arena, .lang = arena_dup(arena, lang)};
	struct shape_texts known = layout_languages("words", arena);
	if (texts_have(&known, lang) || unknown(lang, known, diags))
		layout->phrases = layout_words("words", "en", NULL, arena, diags);
	if (layout->phrases && strcmp(lang, "en") != 0)
		layout->phrases = layout_words("words", lang, layout->phrases, arena, diags);
	if (layout->phrases)
		return layout;
	layout_free(layout);
	return NULL;
}

void layout_free(struct layout *layout)
{
	if (layout)
		arena_free(layout->arena);
}

const struct phrases *layout_phrases(const struct layout *layout)
{
	return layout->phrases;
}

/* Templates ------------------------------------------------------------------------------------------------------ */

static bool find_partial(void *context, const char *name, struct file *out, struct diags *diags)
{
	struct layout *layout = context;
	return !strchr(name, '/') &&
	       layout_file(arena_printf(layout->arena, "%s.mustache", name), layout->arena, diags, out);
}

static const struct mustache *compile(struct layout *layout, const char *name, struct diags *diags)
{
	struct file file;
	struct mustache_partials partials = {find_partial, layout};
	size_t refused = diags->refused;
	const char *whole = arena_printf(layout->arena, "%s.mustache", name);
	if (layout_file(whole, layout->arena, diags, &file))
		return mustache_compile(&file, MUSTACHE_STRICT, &partials, layout->arena, diags);
	if (diags->refused == refused)
		diag_error(diags, (struct diag_place){.file = whole}, "no such file in comms-templates");
	return NULL;
}

static const struct mustache *page_of(struct layout *layout, const char *name, struct diags *diags)
{
	for (size_t i = 0; i < layout->npages; i++)
		if (strcmp(layout->pages[i].name, name) == 0)
			return layout->pages[i].mustache;
	const struct mustache *mustache = compile(layout, name, diags);
	if (mustache)
		*(struct page *)arena_push(layout->arena, &layout->pages, &layout->npages, sizeof *layout->pages) =
		    (struct page){arena_dup(layout->arena, name), mustache};
	return mustache;
}

bool layout_render(struct layout *layout, const char *name, enum escape escape, struct jsn *data, struct text *out,
                   struct diags *diags)
{
	const struct mustache *mustache = page_of(layout, name, diags);
	if (!mustache)
		return false;
	jsn_put(data, "w", phrases_tree(layout->phrases));
	tree_text(data, "lang", layout->lang);
	return mustache_render(mustache, data, escape, out, diags);
}
