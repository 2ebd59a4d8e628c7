#include "content/mustache_render.h"

#include "base/ending.h"

#include <string.h>

struct run {
	const struct mustache *program;
	const struct mustache_template *template;
	enum escape escape;
	struct text *out;
	struct diags *diags;
	const struct mustache_render_watch *watch; /* may be NULL */
	size_t start;                              /* of our output */
	size_t ended;                              /* where the last value did */
	size_t steps;
	int partials;
	struct text indent; /* the indentations of the partials we are in... */
	size_t indent_from; /* ...since this byte */
	bool fresh;         /* at the start of a template's line, which is still to be indented */
	bool failed;        /* a name was missing: go on to tell the others, too */
};

static struct diag_place place_of(const struct run *r, const struct mustache_op *op)
{
	return (struct diag_place){r->template->file.name, op->line, op->col};
}

static bool within_limits(struct run *r, const struct mustache_op *op)
{
	if (++r->steps > MUSTACHE_RENDER_STEPS)
		return diag_error(r->diags, place_of(r, op), "rendering stopped here after %d steps",
		                  MUSTACHE_RENDER_STEPS);
	if (r->out->len - r->start > MUSTACHE_RENDER_OUTPUT)
		return diag_error(r->diags, place_of(r, op), "rendering stopped here after %d bytes",
		                  MUSTACHE_RENDER_OUTPUT);
	return true;
}

static const struct jsn *look_up(struct run *r, const struct mustache_op *op, const struct lookup_frame *frame,
                                 const struct jsn **holder)
{
	const struct jsn *value = lookup_find(&op->path, frame, holder);
	if (value || !op->path.n || r->program->mode != MUSTACHE_STRICT)
		return value;
	const struct jsn *meant = lookup_fault(&op->path, frame, place_of(r, op), r->diags);
	r->failed = true;
	if (holder)
		*holder = NULL;
	return op->kind == MUSTACHE_OP_SECTION ? meant : NULL; /* what is within it may have faults of its own */
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
static bool add_indented(struct run *r, const struct mustache_op *op)
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
static void end_once(struct run *r, const struct mustache_op *op)
{
	if (!op->stops || r->ended != r->out->len || r->ended == r->start)
		return;
	r->out->len = r->start + ending_cut(r->out->data + r->start, r->out->len - r->start);
	r->out->data[r->out->len] = '\0';
}

static bool run_text(struct run *r, const struct mustache_op *op, const struct lookup_frame *frame)
{
	(void)frame;
	end_once(r, op);
	if (r->indent.len > r->indent_from)
		return add_indented(r, op);
	text_add_bytes(r->out, op->text.bytes, op->text.len);
	return true;
}

static bool add(struct run *r, const struct mustache_op *op, const struct lookup_frame *frame, enum escape escape)
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

static bool run_value(struct run *r, const struct mustache_op *op, const struct lookup_frame *frame)
{
	return add(r, op, frame, r->escape);
}

static bool run_raw(struct run *r, const struct mustache_op *op, const struct lookup_frame *frame)
{
	return add(r, op, frame, ESCAPE_NONE);
}

static bool run_body(struct run *r, const struct mustache_op *op, const struct jsn *value,
                     const struct lookup_frame *up, const struct jsn *holder)
{
	const char *name = !holder ? NULL : op->path.n ? op->path.name : up->name;
	const struct lookup_frame frame = {value, up, holder, name};
	return walk(r, op - r->template->ops + 1, op->next, &frame);
}

static bool run_section(struct run *r, const struct mustache_op *op, const struct lookup_frame *frame)
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

static bool run_inverted(struct run *r, const struct mustache_op *op, const struct lookup_frame *frame)
{
	if (!lookup_false(look_up(r, op, frame, NULL)))
		return true;
	return walk(r, op - r->template->ops + 1, op->next, frame);
}

static bool too_deep(const struct run *r, const struct mustache_op *op)
{
	diag_error(r->diags, place_of(r, op), "\"%s\" is included more than %d levels deep", op->path.name,
	           MUSTACHE_DEPTH);
	diag_hint(r->diags, "does it include itself without end?");
	return false;
}

/* A partial in a line of its own is indented like that line; within a line it is not, whatever is around it. */
static bool run_partial(struct run *r, const struct mustache_op *op, const struct lookup_frame *frame)
{
	const struct mustache_template *outer = r->template;
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
	static bool (*const runners[MUSTACHE_OP_KINDS])(struct run *, const struct mustache_op *,
	                                                const struct lookup_frame *) = {
	    [MUSTACHE_OP_TEXT] = run_text,         [MUSTACHE_OP_VALUE] = run_value,
	    [MUSTACHE_OP_RAW] = run_raw,           [MUSTACHE_OP_SECTION] = run_section,
	    [MUSTACHE_OP_INVERTED] = run_inverted, [MUSTACHE_OP_PARTIAL] = run_partial,
	};
	const struct mustache_op *ops = r->template->ops;
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
                             const struct mustache_render_watch *watch, struct text *out, struct diags *diags)
{
	const struct mustache_template *template = mustache->templates[0];
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
