#include "content/mustache.h"

#include "base/ending.h"

#include <string.h>

enum { NONE = -1, AHEAD = 200 };

struct compiler {
	struct mustache *program;
	struct mustache_template *template;
	const struct mustache_partials *partials;
	struct arena *arena;
	struct diags *diags;
	const struct tag_reader *rest; /* of the template */
	long open;                     /* the innermost open section's op */
	int depth, deepest;
};

static struct mustache_op *op_add(struct compiler *c, enum mustache_op_kind kind, const struct tag *tag)
{
	struct mustache_template *t = c->template;
	struct mustache_op *op = arena_push(c->arena, &t->ops, &t->nops, sizeof *op);
	*op = (struct mustache_op){.kind = kind, .line = tag->place.line, .col = tag->place.col, .next = (long)t->nops};
	return op;
}

static void add_text(struct compiler *c, const struct tag *tag)
{
	if (!tag->before.len)
		return;
	struct mustache_op *op = op_add(c, MUSTACHE_OP_TEXT, tag);
	op->text = tag->before;
	op->stops = ending_leads(tag->before.bytes, tag->before.len);
}

static struct mustache_op *add_named(struct compiler *c, enum mustache_op_kind kind, const struct tag *tag)
{
	struct mustache_op *op = op_add(c, kind, tag);
	op->path = lookup_path(tag->name.bytes, tag->name.len, c->arena);
	return op;
}

static void add_value(struct compiler *c, const struct tag *tag)
{
	add_named(c, tag->kind == TAG_RAW ? MUSTACHE_OP_RAW : MUSTACHE_OP_VALUE, tag);
}

/* ---- sections ---- */

static void open_section(struct compiler *c, const struct tag *tag)
{
	struct mustache_op *op =
	    add_named(c, tag->kind == TAG_SECTION ? MUSTACHE_OP_SECTION : MUSTACHE_OP_INVERTED, tag);
	op->next = c->open;
	c->open = (long)c->template->nops - 1;
	c->deepest = ++c->depth > c->deepest ? c->depth : c->deepest;
	if (c->depth == MUSTACHE_DEPTH + 1)
		diag_error(c->diags, tag->place, "sections are nested deeper than %d levels", MUSTACHE_DEPTH);
}

static struct mustache_op *innermost(const struct compiler *c)
{
	return &c->template->ops[c->open];
}

static void close_innermost(struct compiler *c)
{
	struct mustache_op *op = innermost(c);
	c->open = op->next;
	c->depth--;
	op->next = (long)c->template->nops;
}

/* How many sections out the one of that name is open, or NONE. */
static int sections_out(const struct compiler *c, const char *name)
{
	long at = c->open;
	for (int out = 0; at != NONE && out <= MUSTACHE_DEPTH; out++, at = c->template->ops[at].next)
		if (strcmp(c->template->ops[at].path.name, name) == 0)
			return out;
	return NONE;
}

/* What is open beyond the deepest level follows from a fault told already. `tag` closes a section around it, or ends
 * the template. */
static void close_unclosed(struct compiler *c, const struct tag *tag)
{
	const struct mustache_op *op = innermost(c);
	struct diag_place place = {c->template->file.name, op->line, op->col};
	if (c->depth <= MUSTACHE_DEPTH && tag->kind == TAG_END)
		diag_error(c->diags, place, "section \"%s\" is never closed", op->path.name);
	else if (c->depth <= MUSTACHE_DEPTH)
		diag_error(c->diags, place, "section \"%s\" is still open where line %d closes \"%.*s\"", op->path.name,
		           tag->place.line, (int)tag->name.len, tag->name.bytes);
	close_innermost(c);
}

/* Whether a section that is open will be closed by its name. Looked up for as long as faults are told. */
static bool awaited(const struct compiler *c, const char *name)
{
	return c->diags->errors <= AHEAD && tag_closes(c->rest, name);
}

/* A closing tag that no open section is called by, or one that has its own still to come, was meant for the innermost;
 * unless that has its own to come, too. */
static void stray(struct compiler *c, const char *name, struct diag_place place, bool known)
{
	if (c->open == NONE) {
		diag_error(c->diags, place, "no section is open that \"%s\" could close", name);
		return;
	}
	const struct mustache_op *op = innermost(c);
	diag_error(c->diags, place, "\"%s\" is closed, but the open section is \"%s\" of line %d", name, op->path.name,
	           op->line);
	bool near = diag_nearest(name, &op->path.name, 1);
	if (near)
		diag_hint(c->diags, "did you mean \"%s\"?", op->path.name);
	if (near || known || !awaited(c, op->path.name))
		close_innermost(c);
}

static void close_section(struct compiler *c, const struct tag *tag)
{
	const char *name = arena_ndup(c->arena, tag->name.bytes, tag->name.len);
	int out = sections_out(c, name);
	if (out == NONE || (out && awaited(c, name))) {
		stray(c, name, tag->place, out != NONE);
		return;
	}
	while (out--)
		close_unclosed(c, tag);
	close_innermost(c);
}

/* ---- partials ---- */

static struct mustache_template *template_add(struct mustache *program, const struct file *file, const char *name,
                                              struct arena *arena)
{
	struct mustache_template *template = arena_alloc(arena, sizeof *template);
	*template = (struct mustache_template){.file = *file, .name = name};
	*(struct mustache_template **)arena_push(arena, &program->templates, &program->ntemplates, sizeof template) =
	    template;
	return template;
}

/* Each is read once; it is compiled when its turn comes. */
static const struct mustache_template *find_partial(struct compiler *c, const char *name, struct diag_place place)
{
	struct mustache *program = c->program;
	for (size_t i = 1; i < program->ntemplates; i++)
		if (strcmp(program->templates[i]->name, name) == 0)
			return program->templates[i];
	if (program->ntemplates > MUSTACHE_PARTIALS) {
		diag_error(c->diags, place, "more than %d different partials", MUSTACHE_PARTIALS);
		return NULL;
	}
	struct file file;
	size_t refused = c->diags->refused;
	if (c->partials && c->partials->find(c->partials->context, name, &file, c->diags))
		return template_add(program, &file, name, c->arena);
	if (program->mode == MUSTACHE_STRICT && c->diags->refused == refused)
		diag_error(c->diags, place, "there is no partial \"%s\"", name);
	return NULL;
}

static void add_partial(struct compiler *c, const struct tag *tag)
{
	struct mustache_op *op = add_named(c, MUSTACHE_OP_PARTIAL, tag);
	if (tag->standalone)
		op->text = tag->indent;
	op->partial = find_partial(c, op->path.name, tag->place);
}

/* ---- a whole template ---- */

static void add_nothing(struct compiler *c, const struct tag *tag)
{
	(void)c;
	(void)tag;
}

static void close_all(struct compiler *c, const struct tag *tag)
{
	while (c->open != NONE)
		close_unclosed(c, tag);
}

static void compile_template(struct compiler *c, struct mustache_template *template)
{
	static void (*const adders[])(struct compiler *, const struct tag *) = {
	    [TAG_NOTHING] = add_nothing,  [TAG_VALUE] = add_value,       [TAG_RAW] = add_value,
	    [TAG_SECTION] = open_section, [TAG_INVERTED] = open_section, [TAG_CLOSE] = close_section,
	    [TAG_PARTIAL] = add_partial,  [TAG_END] = close_all,
	};
	struct tag_reader reader = tag_reader(&template->file);
	struct tag tag;
	c->template = template;
	c->rest = &reader;
	c->open = NONE;
	do {
		tag = tag_next(&reader, c->diags);
		add_text(c, &tag);
		adders[tag.kind](c, &tag);
	} while (tag.kind != TAG_END);
}

struct mustache *mustache_recover(const struct file *file, enum mustache_mode mode,
                                  const struct mustache_partials *partials, struct arena *arena, struct diags *diags)
{
	struct mustache *program = arena_alloc(arena, sizeof *program);
	*program = (struct mustache){.mode = mode};
	struct compiler compiler = {
	    .program = program, .partials = partials, .arena = arena, .diags = diags, .open = NONE};
	template_add(program, file, NULL, arena);
	for (size_t i = 0; i < program->ntemplates; i++)
		compile_template(&compiler, program->templates[i]);
	return compiler.deepest > MUSTACHE_DEPTH ? NULL : program;
}

struct mustache *mustache_compile(const struct file *file, enum mustache_mode mode,
                                  const struct mustache_partials *partials, struct arena *arena, struct diags *diags)
{
	size_t refused = diags->refused;
	struct mustache *program = mustache_recover(file, mode, partials, arena, diags);
	return diags->refused == refused ? program : NULL;
}
