/* mustache FOLDER [MILLISECONDS]: 10,000 renderings of a page of 33 lines, and against what mustache.js took for them.
 */
#include "bench.h"

#include "content/mustache_render.h"

#include <stdlib.h>
#include <string.h>

enum { RENDERINGS = 10000, ROUNDS = 60 };

static double render(const struct mustache *page, const struct jsn *data, struct text *out, struct diags *diags)
{
	double from = bench_us();
	for (int i = 0; i < RENDERINGS; i++) {
		text_clear(out);
		if (!mustache_render(page, data, ESCAPE_HTML, out, diags))
			exit(2);
	}
	return (bench_us() - from) / 1e3;
}

static double measure(const struct file *template, const struct file *values, struct arena *arena, struct diags *diags,
                      struct text *out)
{
	double rounds[ROUNDS];
	struct jsn_fault fault;
	const struct mustache *page = mustache_compile(template, MUSTACHE_STRICT, NULL, arena, diags);
	struct jsn *data = jsn_parse(values->bytes, values->len, &fault);
	if (!page || !data)
		exit(2);
	for (size_t i = 0; i < ROUNDS; i++)
		rounds[i] = render(page, data, out, diags);
	jsn_free(data);
	return bench_least(rounds, ROUNDS);
}

static bool write_all(const char *folder, const struct text *text)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/page.html", folder);
	FILE *stream = fopen(path, "wb");
	return stream && fwrite(text->data, 1, text->len, stream) == text->len && !fclose(stream);
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct diags diags;
	struct file template, values;
	struct text out = {0};
	diags_init(&diags);
	if (argc < 2 || !file_read("tests/bench/page.mustache", "page.mustache", arena, &diags, &template) ||
	    !file_read("tests/bench/page.json", "page.json", arena, &diags, &values))
		return 2;
	double ours = measure(&template, &values, arena, &diags, &out);
	if (!write_all(argv[1], &out))
		return 2;
	int over = bench_line("10,000 pages of 33 lines", ours, 20, "ms");
	double theirs = argc > 2 ? strtod(argv[2], NULL) : 0;
	if (theirs > 0)
		over += bench_line("the same, of mustache.js's time", ours / theirs * 100, 20, "%");
	text_free(&out);
	diags_free(&diags);
	arena_free(arena);
	return over ? 1 : 0;
}
