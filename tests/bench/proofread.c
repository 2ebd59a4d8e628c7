/* proofread: a notice of 100 KB, in each format and language that readers have. */
#include "bench.h"

#include "desk/origin.h"
#include "desk/proofread.h"

#include <string.h>

enum { BYTES = 100 * 1024, ROUNDS = 21 };

static const struct {
	const char *what, *name, *lang, *text;
} notices[] = {
    {"proofreading 100 KB of plain text", "n.txt", "en",
     "On 5 March 2026 at 11:10 pm we switched off the account concerned, and 9,870 people are in the file.\n"
     "There is no evidence of misuse. Write to privacy@kopikain.example, or wait: we will write by 10 March.\n\n"},
    {"proofreading 100 KB of Markdown", "n.md", "en",
     "## What we did\n\n- We switched off the *account* concerned.\n- 12,400 rows, [9,870](https://x.example/9) "
     "people\n\n"},
    {"proofreading 100 KB of HTML", "n.html", "en",
     "<h2>What we did</h2><ul><li>We ended it &amp; 9,870 people know.</li><li>We have deleted 7 files.</li></ul>\n"},
    {"proofreading 100 KB of Chinese", "n.txt", "zh",
     "我们已停用相关账号。资料涉及9,870人，约一万人。2026年3月5日23时10分，没有证据表明资料被滥用。\n\n"},
    {"proofreading 100 KB of Korean", "n.txt", "ko",
     "해당 계정을 차단했습니다. 고객 9,870명의 정보가 파일에 있었습니다. 2026년 3월 5일 오후 11시 10분입니다.\n\n"},
    {"proofreading 100 KB of nothing but claims", "n.txt", "en", "17 people, 3 May. We wiped it.\n"},
};

static const char *fill(const char *text, struct arena *arena)
{
	char *out = arena_alloc(arena, BYTES + 1);
	for (size_t i = 0; i < BYTES; i++)
		out[i] = text[i % strlen(text)];
	return out;
}

/* Milliseconds that this process computed: what neighbours on the machine do does not count in. */
static double computed_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double once(const struct proofread *proofread, const struct file *file)
{
	struct arena *arena = arena_new();
	struct diags diags;
	struct text notes = {0};
	diags_init(&diags);
	double from = computed_ms();
	proofread_file(proofread, file, arena, &diags, &notes, NULL);
	double took = computed_ms() - from;
	text_free(&notes);
	diags_free(&diags);
	arena_free(arena);
	return took;
}

int main(void)
{
	const struct origin_choice choice = {.facts = "tests/notices/facts.yaml"};
	struct origin origin;
	struct proofread proofread;
	struct diags diags;
	int over = 0;
	diags_init(&diags);
	if (!origin_open(&origin, &choice, &diags) || !proofread_open(&proofread, origin.matter, origin.arena, &diags))
		return 2;
	for (size_t i = 0; i < sizeof notices / sizeof *notices; i++) {
		double rounds[ROUNDS];
		struct file file = {notices[i].name, fill(notices[i].text, origin.arena), BYTES};
		proofread.lang = notices[i].lang;
		for (size_t k = 0; k < ROUNDS; k++)
			rounds[k] = once(&proofread, &file);
		over += bench_line(notices[i].what, bench_least(rounds, ROUNDS), 50, "ms");
	}
	origin_close(&origin);
	diags_free(&diags);
	return over ? 1 : 0;
}
