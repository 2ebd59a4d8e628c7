/* mustache: the Mustache template language (the core of its specification), compiled once, rendered many times.
 * Owns nothing but what its arena holds; promises that a template's fault is told at its line and column, that its
 * sections nest to a depth, and that a compiled template never changes.
 * Never renders: mustache_render does. Source: the Mustache specification (comments, delimiters, interpolation,
 * inverted, partials, sections). */
#ifndef CONTENT_MUSTACHE_H
#define CONTENT_MUSTACHE_H

#include "content/lookup.h"
#include "content/tag.h"

enum {
	MUSTACHE_DEPTH = 64,    /* sections in sections, and partials in partials */
	MUSTACHE_PARTIALS = 256 /* different partials that one template can reach */
};

enum mustache_mode {
	MUSTACHE_LENIENT, /* as the specification has it: what is not there is empty */
	MUSTACHE_STRICT   /* a name that the data lack, or a partial that is not there, is a fault; so is a list as a
	                     value */
};

struct mustache_partials {
	/* Reads the partial of that name. False when there is none; a fault of its file is added. */
	bool (*find)(void *context, const char *name, struct file *out, struct diags *diags);
	void *context;
};

enum mustache_op_kind {
	MUSTACHE_OP_TEXT,
	MUSTACHE_OP_VALUE,
	MUSTACHE_OP_RAW,
	MUSTACHE_OP_SECTION,
	MUSTACHE_OP_INVERTED,
	MUSTACHE_OP_PARTIAL,
	MUSTACHE_OP_KINDS
};

struct mustache_op {
	enum mustache_op_kind kind;
	int line, col;
	long next;             /* after this one; behind a section's body. While it is open: the section around it */
	struct tag_piece text; /* a literal; a standalone partial's indentation (without bytes: not standalone) */
	bool stops;            /* a literal that a full stop begins */
	struct lookup_path path;
	const struct mustache_template *partial; /* NULL: there is none */
};

struct mustache_template {
	struct file file;
	const char *name; /* as a tag calls it; the first one has none */
	struct mustache_op *ops;
	size_t nops;
};

struct mustache { /* a template and all partials it can reach */
	enum mustache_mode mode;
	struct mustache_template **templates; /* the first one is what was compiled, the others are its partials */
	size_t ntemplates;
};

/* Compiles into `arena`, which the file's bytes must live as long as. `partials` may be NULL. NULL after adding every
 * fault: an unclosed or unopened section, a wrong delimiter, a name that can't be one, depth over MUSTACHE_DEPTH. */
struct mustache *mustache_compile(const struct file *file, enum mustache_mode mode,
                                  const struct mustache_partials *partials, struct arena *arena, struct diags *diags);

/* The same for a check, which has more to tell of a template that has faults: it can be rendered, and what was left
 * open or closed by a wrong name ends where it was probably meant to. NULL when it is nested too deep. */
struct mustache *mustache_recover(const struct file *file, enum mustache_mode mode,
                                  const struct mustache_partials *partials, struct arena *arena, struct diags *diags);

#endif
