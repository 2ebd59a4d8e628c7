#include "desk/outlet.h"

#include "base/markdown.h"
#include "base/memory.h"
#include "base/path.h"
#include "desk/counsel.h"
#include "desk/line.h"
#include "desk/paper.h"
#include "desk/wording.h"
#include "exercise/gather.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

void outlet_open(struct outlet *outlet, const struct session *session, const char *journal, struct text *out)
{
	*outlet = (struct outlet){.writing = {.session = session, .journal = journal}, .paint = {.out = out}};
}

void outlet_close(struct outlet *outlet)
{
	writing_close(&outlet->writing);
	layout_free(outlet->layout);
	outlet->layout = NULL;
}

const struct phrases *outlet_words(struct outlet *outlet)
{
	if (!outlet->layout && !outlet->wordless) {
		struct diags diags;
		diags_init(&diags);
		outlet->layout = layout_open("en", &diags);
		outlet->wordless = !outlet->layout;
		diags_render(&diags, outlet->paint.out);
		diags_free(&diags);
	}
	return outlet->layout ? layout_phrases(outlet->layout) : NULL;
}

/* The letter that a name or its beginning means; NULL after telling why none. */
static const char *letter_of(struct outlet *outlet, const char *word, struct arena *arena, struct diags *diags)
{
	struct drafting *drafting = writing_letters(&outlet->writing, diags);
	struct shape_texts names = drafting ? drafting_names(drafting) : (struct shape_texts){0};
	int also, found = line_match(names.v, names.n, word, &also);
	if (drafting && (found == NAMES_NONE || also != NAMES_NONE))
		paint_wrap(&outlet->paint, PAINT_PLAIN, " ",
		           line_unknown(names_word(NAMES_NOTICE), names.v, names.n, word, "draft alone", arena));
	return found != NAMES_NONE && also == NAMES_NONE ? names.v[found] : NULL;
}

bool outlet_draft(struct outlet *outlet, const struct act *typed, struct arena *arena, struct writing_job *job)
{
	struct diags diags;
	struct act asked = *typed;
	bool ready = false;
	diags_init(&diags);
	*job = (struct writing_job){.n = 0};
	outlet->writing.words = outlet_words(outlet);
	if (typed->text)
		asked.text = letter_of(outlet, typed->text, arena, &diags);
	if (asked.text)
		ready = writing_draft(&outlet->writing, &asked, arena, job, &diags);
	else if (!typed->text)
		galley_menu(&outlet->writing, &outlet->paint, &diags);
	diags_render(&diags, outlet->paint.out);
	diags_free(&diags);
	return ready;
}

/* Whether what stands before the word is `draft` alone, whoever says it. */
static bool names_letter(const char *line, int at)
{
	static const char draft[] = "draft";
	const char *from = line + (*line == '@' ? strcspn(line, " ") : 0), *end = line + at;
	from += strspn(from, " ");
	return end - from > (ptrdiff_t)sizeof draft - 1 && strncmp(from, draft, sizeof draft - 1) == 0 &&
	       from + sizeof draft - 1 + strspn(from + sizeof draft - 1, " ") == end;
}

char *outlet_complete(struct outlet *outlet, const char *line, int at, const char *word, int i)
{
	struct diags diags;
	char *found = NULL;
	if (i < 0 || !names_letter(line, at))
		return NULL;
	diags_init(&diags);
	struct drafting *drafting = writing_letters(&outlet->writing, &diags);
	struct shape_texts names = drafting ? drafting_names(drafting) : (struct shape_texts){0};
	const struct names *known = &outlet->writing.session->world->names;
	for (size_t k = 0; k < names.n && !found; k++)
		if (strncmp(names.v[k], word, strlen(word)) == 0 &&
		    names_find(known, NAMES_NOTICE, names.v[k]) == NAMES_NONE && i-- == 0)
			found = memory_need(strdup(names.v[k]));
	diags_free(&diags);
	return found;
}

const char *outlet_question(struct outlet *outlet, const struct act *act, const char *read_back, struct arena *arena)
{
	struct text lacks = {0};
	bool publishes = act->kind == ACT_PUBLISH;
	if (publishes) {
		outlet->writing.words = outlet_words(outlet);
		galley_lacks(&outlet->writing, act->refs[0], &lacks);
	}
	const char *asked =
	    arena_printf(arena, "%s%s%s%s", read_back, lacks.len ? " The law also asks for what it lacks: " : "",
	                 lacks.len ? lacks.data : "", lacks.len ? "." : "");
	text_free(&lacks);
	return publishes ? arena_printf(arena, "%s Publish it?", asked) : asked;
}

/* Brief ----------------------------------------------------------------------------------------------------------- */

static bool page_path(const struct outlet *outlet, char path[PAPER_PATH])
{
	const char *journal = outlet->writing.journal;
	size_t len = path_without(journal, ".jsonl");
	int wrote = snprintf(path, PAPER_PATH, "%.*s%s-brief.html", (int)(len % INT32_MAX), journal,
	                     wording_drill(outlet->writing.session) ? "-EXERCISE" : "");
	return wrote >= 0 && wrote < PAPER_PATH;
}

static bool write_page(const struct outlet *outlet, struct layout *layout, struct jsn *tree, struct diags *diags)
{
	char path[PAPER_PATH];
	struct text page = {0}, shown = {0};
	bool written = page_path(outlet, path) &&
	               layout_render(layout, "brief.html", ESCAPE_HTML, tree, &page, diags) &&
	               paper_write(path, &page, diags);
	if (written) {
		paper_shown(path, &shown);
		paint_hang(&outlet->paint, PAINT_PLAIN, "", "As one page: %s", shown.data);
	}
	text_free(&page);
	text_free(&shown);
	return written;
}

static void show_page(const struct outlet *outlet, struct layout *layout, const struct matter *matter, const char *lang,
                      struct diags *diags)
{
	struct text page = {0};
	struct jsn *tree = counsel_tree(matter, lang, layout_phrases(layout));
	if (layout_render(layout, "brief.md", ESCAPE_COMMONMARK, tree, &page, diags))
		markdown_text(page.data, page.len, outlet->paint.columns - 1, outlet->paint.out);
	write_page(outlet, layout, tree, diags);
	jsn_free(tree);
	text_free(&page);
}

void outlet_brief(struct outlet *outlet, int32_t t)
{
	struct diags diags;
	struct arena *arena = arena_new();
	const struct world *world = outlet->writing.session->world;
	const char *lang = layout_speaks(world->lang) ? world->lang : "en";
	diags_init(&diags);
	struct layout *layout = layout_open(lang, &diags);
	struct matter *matter = gather_matter(outlet->writing.session, arena);
	matter->now = world->t0 + t;
	if (layout)
		show_page(outlet, layout, matter, lang, &diags);
	diags_render(&diags, outlet->paint.out);
	layout_free(layout);
	diags_free(&diags);
	arena_free(arena);
}
