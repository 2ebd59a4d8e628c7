/* mustache_render: a compiled template filled in with data.
 * Owns nothing; promises that nothing a template or its data does can go on without end, and that a value's full stop
 * gives way to one that the template has after it. Never escapes twice, never runs code. */
#ifndef CONTENT_MUSTACHE_RENDER_H
#define CONTENT_MUSTACHE_RENDER_H

#include "base/escape.h"
#include "content/mustache.h"

/* Bounds of one rendering; a fuzzer's build has smaller ones. */
#ifndef MUSTACHE_RENDER_OUTPUT
#define MUSTACHE_RENDER_OUTPUT (64 * 1024 * 1024) /* bytes */
#define MUSTACHE_RENDER_STEPS  (64 * 1024 * 1024) /* literals, tags, rounds of a section */
#endif

struct mustache_render_watch { /* told of every value as it is put out */
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
                             const struct mustache_render_watch *watch, struct text *out, struct diags *diags);

#endif
