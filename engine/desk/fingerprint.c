#include "desk/fingerprint.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "desk/layout.h"
#include "desk/reading.h"
#include "desk/rendition.h"

#include <string.h>

enum { FRAMES = 64 }; /* of all languages */

/* ---- letters and digits ---- */

/* Signs of any script: a word processor makes its own of them. */
static bool is_sign(int32_t c)
{
	static const int32_t ranges[][2] = {{0x80, 0xbf},     {0xd7, 0xd7},     {0xf7, 0xf7},     {0x2000, 0x206f},
	                                    {0x2190, 0x2bff}, {0x3000, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030},
	                                    {0xfe00, 0xfe4f}, {0xfeff, 0xfeff}, {0xff00, 0xff0f}, {0xff1a, 0xff20},
	                                    {0xff3b, 0xff40}, {0xff5b, 0xff65}, {0xfff0, 0xffff}};
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (c >= ranges[i][0] && c <= ranges[i][1])
			return true;
	return false;
}

static bool is_word(int32_t c)
{
	return c < 0x80 ? ascii_digit((char)c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') : !is_sign(c);
}

/* Appends the letters and digits between two places; 3:26 is not 32:6. */
static void squeeze(const char *from, const char *to, struct text *out)
{
	text_add(out, "");
	for (const char *s = from, *begin = s; s < to; begin = s) {
		int32_t c = text_next(&s);
		bool inside = (c == '.' || c == ',' || c == ':') && begin > from && s < to;
		if (is_word(c) || (inside && ascii_digit(begin[-1]) && ascii_digit(*s)))
			text_add_bytes(out, begin, (size_t)(s - begin));
	}
}

/* A notice without a subject has its letter's name in a mail's header and as a page's title. */
static bool is_name(const char *from, const char *to)
{
	for (; from < to; from++)
		if (!ascii_digit(*from) && *from != '-' && !(*from >= 'a' && *from <= 'z'))
			return false;
	return true;
}

static void finish(const struct text *words, char out[FINGERPRINT + 1])
{
	char hex[HASH_HEX + 1];
	hash_hex(words->data, words->len, hex);
	memcpy(out, hex, FINGERPRINT);
	out[FINGERPRINT] = '\0';
}

/* ---- what drill72 puts around the words ---- */

struct frame {
	const char *whole;  /* a line of its own, squeezed */
	const char *before; /* what stands before the first words: "Subject:", "DRAFT:" */
};

struct frames {
	struct frame v[FRAMES];
	size_t n;
	struct arena *arena;
};

static const char *trimmed(struct text *text, struct arena *arena)
{
	while (text->len && text->data[text->len - 1] <= ' ' && text->data[text->len - 1] > 0)
		text->data[--text->len] = '\0';
	const char *kept = arena_dup(arena, text->len ? text->data : "");
	text_free(text);
	return kept;
}

static const char *squeezed(const char *s, struct arena *arena)
{
	struct text text = {0};
	squeeze(s, s + strlen(s), &text);
	return trimmed(&text, arena);
}

static void add_frame(struct frames *frames, const char *whole, const char *before)
{
	if (frames->n < FRAMES)
		frames->v[frames->n++] = (struct frame){whole, before};
}

/* As a rendition writes them around no words at all. */
static void add_marks(struct frames *frames, const struct phrases *phrases, bool exercise)
{
	const struct matter matter = {.exercise = exercise};
	const struct letter letter = {.channel = VOCABULARY_EMAIL};
	const struct notice notice = {.letter = &letter, .text = ""};
	const struct rendition r = {.format = RENDITION_SMS, .phrases = phrases, .matter = &matter};
	struct text line = {0}, word = {0};
	rendition_mark(&r, &line);
	rendition_make(&r, &notice, &word);
	const char *before = trimmed(&word, frames->arena);
	add_frame(frames, squeezed(trimmed(&line, frames->arena), frames->arena), before);
	add_frame(frames, squeezed(before, frames->arena), NULL);
}

static void add_label(struct frames *frames, const struct phrases *phrases)
{
	struct text label = {0};
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	jsn_put(data, "subject", jsn_string(""));
	phrase_say(phrases, "mark.subject", data, &label);
	jsn_free(data);
	add_frame(frames, NULL, trimmed(&label, frames->arena));
}

static void read_frames(struct frames *frames)
{
	struct diags diags;
	diags_init(&diags);
	const struct shape_texts languages = layout_languages("letters", frames->arena);
	const struct phrases *english = layout_words("letters", "en", NULL, frames->arena, &diags);
	for (size_t i = 0; i < languages.n; i++) {
		const struct phrases *phrases = layout_words("letters", languages.v[i], english, frames->arena, &diags);
		add_label(frames, phrases);
		add_marks(frames, phrases, false);
		add_marks(frames, phrases, true);
	}
	diags_free(&diags);
}

static bool is_frame(const struct frames *frames, const char *words)
{
	for (size_t i = 0; i < frames->n; i++)
		if (frames->v[i].whole && strcmp(frames->v[i].whole, words) == 0)
			return true;
	return false;
}

/* Past one of them; NULL when none stands there. */
static const char *past_frame(const struct frames *frames, const char *from, const char *to)
{
	for (size_t i = 0; i < frames->n; i++) {
		const char *before = frames->v[i].before;
		size_t len = before ? strlen(before) : 0;
		if (len && (size_t)(to - from) >= len && memcmp(before, from, len) == 0)
			return from + len + (from + len < to && from[len] == ' ');
	}
	return NULL;
}

/* Past "Subject: DRAFT: ". */
static const char *past_frames(const struct frames *frames, const char *from, const char *to)
{
	for (const char *past; (past = past_frame(frames, from, to));)
		from = past;
	return from;
}

/* ---- notices and files ---- */

struct reader {
	const struct frames *frames;
	struct text part, *words; /* of a mail's alternatives, each with its subject, equal ones count once */
};

static void end_part(struct reader *r)
{
	if (!r->words->len || strcmp(r->words->data, r->part.data) != 0)
		text_add_bytes(r->words, r->part.data, r->part.len);
	text_clear(&r->part);
}

static void read_block(struct reader *r, const struct prose *prose, const struct prose_block *block)
{
	const char *from = prose->text + block->from, *to = prose->text + block->to;
	bool subject = block->kind == PROSE_SUBJECT;
	struct text whole = {0};
	squeeze(from, to, &whole);
	bool frame = is_frame(r->frames, whole.data);
	text_free(&whole);
	if (subject && r->part.len)
		end_part(r);
	if (frame)
		return;
	from = r->part.len ? from : past_frames(r->frames, from, to);
	if (!subject || !is_name(from, to))
		squeeze(from, to, &r->part);
}

static void read_prose(const struct prose *prose, const struct frames *frames, struct text *words)
{
	struct reader r = {.frames = frames, .words = words};
	text_add(&r.part, "");
	text_add(words, "");
	for (size_t i = 0; i < prose->nblocks; i++)
		read_block(&r, prose, &prose->blocks[i]);
	end_part(&r);
	text_free(&r.part);
}

static void read_file(const struct file *file, const struct frames *frames, struct text *words)
{
	struct diags unreadable; /* told by who reads it for its faults */
	diags_init(&unreadable);
	read_prose(reading_open(file, frames->arena, &unreadable), frames, words);
	diags_free(&unreadable);
}

void fingerprint_notice(const struct notice *notice, char out[FINGERPRINT + 1])
{
	struct frames none = {.arena = arena_new()};
	const struct matter real = {.exercise = false};
	const struct rendition bare = {.format = RENDITION_MARKDOWN, .approved = true, .matter = &real};
	struct notice body = *notice;
	struct text page = {0}, words = {0};
	const char *subject = notice->subject ? notice->subject : "", *end = subject + strlen(subject);
	body.subject = NULL;
	body.text = notice->text ? notice->text : "";
	rendition_make(&bare, &body, &page);
	read_file(&(struct file){"notice.md", page.data, page.len}, &none, &words);
	if (!is_name(subject, end)) {
		struct text rest = words;
		words = (struct text){0};
		squeeze(subject, end, &words);
		text_add_bytes(&words, rest.data, rest.len);
		text_free(&rest);
	}
	finish(&words, out);
	text_free(&page);
	text_free(&words);
	arena_free(none.arena);
}

void fingerprint_file(const struct file *file, char out[FINGERPRINT + 1])
{
	struct frames frames = {.arena = arena_new()};
	struct text words = {0};
	read_frames(&frames);
	read_file(file, &frames, &words);
	finish(&words, out);
	text_free(&words);
	arena_free(frames.arena);
}
