/* mustache: the Mustache template language (the core of its specification), compiled once, rendered many times.
 * Owns nothing but what its arena holds; promises that a template's fault is told at its line and column, that nothing
 * a template or its data does can go on without end, and that a compiled template never changes.
 * A value's full stop gives way to one that the template has after it. Never escapes twice, never runs code. Source:
 * the Mustache specification (comments, delimiters, interpolation, inverted, partials, sections). */
#ifndef CONTENT_MUSTACHE_H
#define CONTENT_MUSTACHE_H

#include "base/arena.h"
#include "base/escape.h"
#include "base/file.h"
#include "base/jsn.h"

enum {
	MUSTACHE_DEPTH = 64,    /* sections in sections, and partials in partials */
	MUSTACHE_PARTIALS = 256 /* different partials that one template can reach */
};

/* Bounds of one rendering; a fuzzer's build has smaller ones. */
#ifndef MUSTACHE_OUTPUT
#define MUSTACHE_OUTPUT (64 * 1024 * 1024) /* bytes */
#define MUSTACHE_STEPS  (64 * 1024 * 1024) /* literals, tags, rounds of a section */
#endif

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

struct mustache; /* a template and all partials it can reach */

/* Compiles into `arena`, which the file's bytes must live as long as. `partials` may be NULL. NULL after adding every
 * fault: an unclosed or unopened section, a wrong delimiter, a name that can't be one, depth over MUSTACHE_DEPTH. */
struct mustache *mustache_compile(const struct file *file, enum mustache_mode mode,
                                  const struct mustache_partials *partials, struct arena *arena, struct diags *diags);

/* The same for a check, which has more to tell of a template that has faults: it can be rendered, and what was left
 * open or closed by a wrong name ends where it was probably meant to. NULL when it is nested too deep. */
struct mustache *mustache_recover(const struct file *file, enum mustache_mode mode,
                                  const struct mustache_partials *partials, struct arena *arena, struct diags *diags);

struct mustache_watch { /* told of every value as it is put out */
	/* `holder`: the object that the value was found in; `name`: as the tag has it. For "." both are those of the
	 * section that is rendered, NULL where there is none. It stands in the output from byte `from` on, escaped. */
	void (*shown)(void *context, const struct jsn *holder, const char *name, size_t from);
	void *context;
};

/* Appends the rendering of `data`. False after adding every fault with the place of its tag; `out` is as before then.
 * A partial that goes on including itself is a fault in both modes. */
bool mustache_render(const struct mustache *mustache, const struct jsn *data, enum escape escape, struct text *out,
                     struct diags *diags);

/* The same, watched. */
bool mustache_render_watched(const struct mustache *mustache, const struct jsn *data, enum escape escape,
                             const struct mustache_watch *watch, struct text *out, struct diags *diags);

#endif
