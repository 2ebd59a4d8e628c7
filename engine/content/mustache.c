#include "content/mustache.h"

#include "base/ending.h"
#include "content/lookup.h"
#include "content/tag.h"

#include <string.h>

enum { NONE = -1, AHEAD = 200 };

enum op_kind { OP_TEXT, OP_VALUE, OP_RAW, OP_SECTION, OP_INVERTED, OP_PARTIAL, OP_KINDS };

struct op {
	enum op_kind kind;
	int line, col;
	long next;             /* after this one; behind a section's body. While it is open: the section around it */
	struct tag_piece text; /* a literal; a standalone partial's indentation (without bytes: not standalone) */
	bool stops;            /* a literal that a full stop begins */
	struct lookup_path path;
	const struct template *partial; /* NULL: there is none */
};

struct template
{
	struct file file;
	const char *name; /* as a tag calls it; the first one has none */
	struct op *ops;
	size_t nops;
};

struct mustache {
	enum mustache_mode mode;
	struct template **templates; /* the first one is what was compiled, the others are its partials */
	size_t ntemplates;
};

/* ---- compiling ---- */

struct compiler {
	struct mustache *program;
	struct template *template;
	const struct mustache_partials *partials;
	struct arena *arena;
	struct diags *diags;
	const struct tag_reader *rest; /* of the template */
	long open;                     /* the innermost open section's op */
	int depth, deepest;
};

static struct op *op_add(struct compiler *c, enum op_kind kind, const struct tag *tag)
{
	struct template *t = c->template;
	struct op *op = arena_push(c->arena, &t->ops, &t->nops, sizeof *op);
	*op = (struct op){.kind = kind, .line = tag->place.line, .col = tag->place.col, .next = (long)t->nops};
	return op;
}

static void add_text(struct compiler *c, const struct tag *tag)
{
	if (!tag->before.len)
		return;
	struct op *op = op_add(c, OP_TEXT, tag);
	op->text = tag->before;
	op->stops = ending_leads(tag->before.bytes, tag->before.len);
}

static struct op *add_named(struct compiler *c, enum op_kind kind, const struct tag *tag)
{
	struct op *op = op_add(c, kind, tag);
	op->path = lookup_path(tag->name.bytes, tag->name.len, c->arena);
	return op;
}

static void add_value(struct compiler *c, const struct tag *tag)
{
	add_named(c, tag->kind == TAG_RAW ? OP_RAW : OP_VALUE, tag);
}

/* ---- sections ---- */

static void open_section(struct compiler *c, const struct tag *tag)
{
	struct op *op = add_named(c, tag->kind == TAG_SECTION ? OP_SECTION : OP_INVERTED, tag);
	op->next = c->open;
	c->open = (long)c->template->nops - 1;
	c->deepest = ++c->depth > c->deepest ? c->depth : c->deepest;
	if (c->depth == MUSTACHE_DEPTH + 1)
		diag_error(c->diags, tag->place, "sections are nested deeper than %d levels", MUSTACHE_DEPTH);
}

static struct op *innermost(const struct compiler *c)
{
	return &c->template->ops[c->open];
}

static void close_innermost(struct compiler *c)
{
	struct op *op = innermost(c);
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
	const struct op *op = innermost(c);
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
	const struct op *op = innermost(c);
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

static struct template *template_add(struct mustache *program, const struct file *file, const char *name,
                                     struct arena *arena)
{
	struct template *template = arena_alloc(arena, sizeof *template);
	*template = (struct template){.file = *file, .name = name};
	*(struct template **)arena_push(arena, &program->templates, &program->ntemplates, sizeof template) = template;
	return template;
}

/* Each is read once; it is compiled when its turn comes. */
static const struct template *find_partial(struct compiler *c, const char *name, struct diag_place place)
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
	size_t errors = c->diags->errors;
	if (c->partials && c->partials->find(c->partials->context, name, &file, c->diags))
		return template_add(program, &file, name, c->arena);
	if (program->mode == MUSTACHE_STRICT && c->diags->errors == errors)
		diag_error(c->diags, place, "there is no partial \"%s\"", name);
	return NULL;
}

static void add_partial(struct compiler *c, const struct tag *tag)
{
	struct op *op = add_named(c, OP_PARTIAL, tag);
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

static void compile_template(struct compiler *c, struct template *template)
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
	size_t errors = diags->errors;
	struct mustache *program = mustache_recover(file, mode, partials, arena, diags);
	return diags->errors == errors ? program : NULL;
}

/* ---- rendering ---- */

struct run {
	const struct mustache *program;
	const struct template *template;
	enum escape escape;
	struct text *out;
	struct diags *diags;
	const struct mustache_watch *watch; /* may be NULL */
	size_t start;                       /* of our output */
	size_t ended;                       /* where the last value did */
	size_t steps;
	int partials;
	struct text indent; /* the indentations of the partials we are in... */
	size_t indent_from; /* ...since this byte */
	bool fresh;         /* at the start of a template's line, which is still to be indented */
	bool failed;        /* a name was missing: go on to tell the others, too */
};

static struct diag_place place_of(const struct run *r, const struct op *op)
{
	return (struct diag_place){r->template->file.name, op->line, op->col};
}

static bool within_limits(struct run *r, const struct op *op)
{
	if (++r->steps > MUSTACHE_STEPS)
		return diag_error(r->diags, place_of(r, op), "rendering stopped here after %d steps", MUSTACHE_STEPS);
	if (r->out->len - r->start > MUSTACHE_OUTPUT)
		return diag_error(r->diags, place_of(r, op), "rendering stopped here after %d bytes", MUSTACHE_OUTPUT);
	return true;
}

static const struct jsn *look_up(struct run *r, const struct op *op, const struct lookup_frame *frame,
                                 const struct jsn **holder)
{
	const struct jsn *value = lookup_find(&op->path, frame, holder);
	if (value || !op->path.n || r->program->mode != MUSTACHE_STRICT)
		return value;
	const struct jsn *meant = lookup_fault(&op->path, frame, place_of(r, op), r->diags);
	r->failed = true;
	if (holder)
		*holder = NULL;
	return op->kind == OP_SECTION ? meant : NULL; /* what is within it may have faults of its own */
}

/* ---- one op ---- */

static bool walk(struct run *r, long from, long to, const struct lookup_frame *frame);

static void begin_line(struct run *r)
{
	if (r->fresh && r->indent.len > r->indent_from)
		text_add_bytes(r->out, r->indent.data + r->indent_from, r->indent.len - r->indent_from);
	r->fresh = false;
}

static size_t line_length(const char *bytes, size_t len)
{
	const char *newline = memchr(bytes, '\n', len);
	return newline ? (size_t)(newline - bytes) + 1 : len;
}

/* Every line of a partial is indented but an empty one. */
static bool add_indented(struct run *r, const struct op *op)
{
	struct tag_piece text = op->text;
	for (size_t n; text.len; text.bytes += n, text.len -= n) {
		n = line_length(text.bytes, text.len);
		if (*text.bytes != '\n' && *text.bytes != '\r')
			begin_line(r);
		text_add_bytes(r->out, text.bytes, n);
		r->fresh = text.bytes[n - 1] == '\n';
		if (!within_limits(r, op))
			return false;
	}
	return true;
}

/* A sentence ends once: the full stop of a value gives way to the template's. */
static void end_once(struct run *r, const struct op *op)
{
	if (!op->stops || r->ended != r->out->len || r->ended == r->start)
		return;
	r->out->len = r->start + ending_cut(r->out->data + r->start, r->out->len - r->start);
	r->out->data[r->out->len] = '\0';
}

static bool run_text(struct run *r, const struct op *op, const struct lookup_frame *frame)
{
	(void)frame;
	end_once(r, op);
	if (r->indent.len > r->indent_from)
		return add_indented(r, op);
	text_add_bytes(r->out, op->text.bytes, op->text.len);
	return true;
}

static bool add(struct run *r, const struct op *op, const struct lookup_frame *frame, enum escape escape)
{
	const struct jsn *holder, *value = look_up(r, op, frame, &holder);
	begin_line(r);
	size_t from = r->out->len;
	switch (jsn_type(value)) {
	case JSN_STRING:
		escape_add(escape, jsn_text(value), r->out);
		break;
	case JSN_INT:
		escape_number(escape, jsn_number(value, 0), r->out);
		break;
	case JSN_BOOL:
		text_add(r->out, jsn_number(value, 0) ? "true" : "false");
		break;
	case JSN_ARRAY:
	case JSN_OBJECT:
		if (r->program->mode == MUSTACHE_STRICT)
			r->failed =
			    !diag_error(r->diags, place_of(r, op), "\"%s\" is %s: a section can show what is in it",
			                op->path.name, jsn_type(value) == JSN_ARRAY ? "a list" : "an object");
		break;
	case JSN_NULL:
		break;
	}
	if (r->out->len > from)
		r->ended = r->out->len;
	if (r->watch && (op->path.n || frame->name) && r->out->len > from)
		r->watch->shown(r->watch->context, holder, op->path.n ? op->path.name : frame->name, from);
	return true;
}

static bool run_value(struct run *r, const struct op *op, const struct lookup_frame *frame)
{
	return add(r, op, frame, r->escape);
}

static bool run_raw(struct run *r, const struct op *op, const struct lookup_frame *frame)
{
	return add(r, op, frame, ESCAPE_NONE);
}

static bool run_body(struct run *r, const struct op *op, const struct jsn *value, const struct lookup_frame *up,
                     const struct jsn *holder)
{
	const char *name = !holder ? NULL : op->path.n ? op->path.name : up->name;
	const struct lookup_frame frame = {value, up, holder, name};
	return walk(r, op - r->template->ops + 1, op->next, &frame);
}

static bool run_section(struct run *r, const struct op *op, const struct lookup_frame *frame)
{
	const struct jsn *holder, *value = look_up(r, op, frame, &holder);
	if (lookup_false(value))
		return true;
	if (jsn_type(value) != JSN_ARRAY)
		return run_body(r, op, value, frame, holder);
	for (size_t i = 0, n = jsn_count(value); i < n; i++)
		if (!run_body(r, op, jsn_at(value, i, NULL), frame, holder))
			return false;
	return true;
}

static bool run_inverted(struct run *r, const struct op *op, const struct lookup_frame *frame)
{
	if (!lookup_false(look_up(r, op, frame, NULL)))
		return true;
	return walk(r, op - r->template->ops + 1, op->next, frame);
}

static bool too_deep(const struct run *r, const struct op *op)
{
	diag_error(r->diags, place_of(r, op), "\"%s\" is included more than %d levels deep", op->path.name,
	           MUSTACHE_DEPTH);
	diag_hint(r->diags, "does it include itself without end?");
	return false;
}

/* A partial in a line of its own is indented like that line; within a line it is not, whatever is around it. */
static bool run_partial(struct run *r, const struct op *op, const struct lookup_frame *frame)
{
	const struct template *outer = r->template;
	size_t from = r->indent_from, len = r->indent.len;
	bool standalone = op->text.bytes;
	if (!op->partial)
		return true;
	if (++r->partials > MUSTACHE_DEPTH)
		return too_deep(r, op);
	if (standalone) {
		text_add_bytes(&r->indent, op->text.bytes, op->text.len);
		r->fresh = true;
	} else {
		begin_line(r);
		r->indent_from = len;
	}
	r->template = op->partial;
	bool done = walk(r, 0, (long)op->partial->nops, frame);
	r->template = outer;
	r->partials--;
	r->indent_from = from;
	r->indent.len = len;
	r->fresh = standalone;
	return done;
}

static bool walk(struct run *r, long from, long to, const struct lookup_frame *frame)
{
	static bool (*const runners[OP_KINDS])(struct run *, const struct op *, const struct lookup_frame *) = {
	    [OP_TEXT] = run_text,       [OP_VALUE] = run_value,       [OP_RAW] = run_raw,
	    [OP_SECTION] = run_section, [OP_INVERTED] = run_inverted, [OP_PARTIAL] = run_partial,
	};
	const struct op *ops = r->template->ops;
	for (long i = from; i < to; i = ops[i].next)
		if (!within_limits(r, &ops[i]) || !runners[ops[i].kind](r, &ops[i], frame))
			return false;
	return true;
}

bool mustache_render(const struct mustache *mustache, const struct jsn *data, enum escape escape, struct text *out,
                     struct diags *diags)
{
	return mustache_render_watched(mustache, data, escape, NULL, out, diags);
}

bool mustache_render_watched(const struct mustache *mustache, const struct jsn *data, enum escape escape,
                             const struct mustache_watch *watch, struct text *out, struct diags *diags)
{
	const struct template *template = mustache->templates[0];
	const struct lookup_frame frame = {.value = data};
	struct run run = {.program = mustache,
	                  .template = template,
	                  .escape = escape,
	                  .out = out,
	                  .diags = diags,
	                  .watch = watch,
	                  .start = out->len};
	text_add_bytes(out, "", 0);
	bool done = walk(&run, 0, (long)template->nops, &frame) && !run.failed;
	text_free(&run.indent);
	if (!done) {
		out->len = run.start;
		out->data[out->len] = '\0';
	}
	return done;
}
