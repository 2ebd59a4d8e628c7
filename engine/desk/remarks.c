#include "desk/remarks.h"

#include "base/mail.h"
#include "base/sms.h"
#include "desk/fingerprint.h"
#include "exercise/owing.h"

#include <stdio.h>
#include <string.h>

enum { BEGINNING = 24 };

static void tell_missing(const struct world *world, const struct notice *notice, const struct phrases *english,
                         struct text *out)
{
	const struct letter *letter = notice->letter;
	char key[32];
	for (size_t i = 0; i < notice->missing.n; i++) {
		const char *code = notice->missing.v[i];
		struct text laws = {0};
		owing_laws(world, letter->kind, letter->regime, code, &laws);
		snprintf(key, sizeof key, "contents.%.12s", code);
		text_add(out, i ? "; " : "  Asked for, and missing: ");
		phrase_say(english, key, NULL, out);
		text_addf(out, " (%s%s%s)", code, laws.len ? ", for " : "", laws.len ? laws.data : "");
		text_free(&laws);
	}
	text_add(out, notice->missing.n ? ".\n" : "");
}

static void tell_unknown(const struct notice *notice, struct text *out)
{
	for (size_t i = 0; i < notice->unknown.n; i++)
		text_addf(out, "%s%s", i ? ", " : "  Not verified yet: ", notice->unknown.v[i]);
	text_add(out, notice->unknown.n ? ".\n" : "");
}

static void tell_warnings(const struct notice *notice, struct text *out)
{
	for (size_t i = 0; i < notice->warnings.n; i++)
		text_addf(out, "  Beware: %s\n", notice->warnings.v[i]);
}

static void tell_sender(const struct matter *matter, struct text *out)
{
	if (!mail_is_address(matter->contact))
		text_addf(out,
		          "  Beware: the mail has no sender: the company's contact is no single mail address%s%s.\n",
		          matter->contact ? ": " : "", matter->contact ? matter->contact : "");
}

static void tell_forcing(const struct sms *sms, const struct text *page, struct text *out)
{
	const char *at = page->data + sms->forced_at, *end = at;
	text_next(&end);
	text_addf(out, "  \"%.*s\" (U+%04X) is the first character that GSM-7 does not have.\n", (int)(end - at), at,
	          (unsigned)sms->forced_by);
}

/* A phone may show each on its own, and in any order. */
static void tell_beginnings(const struct sms *sms, const struct text *page, size_t len, struct text *out)
{
	for (size_t n = 1; n < sms->segments; n++) {
		const char *from = page->data + sms_segment(page->data, len, n), *end = from;
		for (int i = 0; i < BEGINNING && end < page->data + len; i++)
			text_next(&end);
		text_addf(out, "  Message %zu begins: \"", n + 1);
		for (const char *s = from; s < end; s++)
			text_add_bytes(out, *s == '\n' ? " " : s, 1);
		text_add(out, "\"\n");
	}
}

/* As it will be counted: without the line feed that its file ends with. */
static struct sms count(const struct rendition *rendition, const struct notice *notice, struct text *page)
{
	rendition_make(rendition, notice, page);
	while (page->len && page->data[page->len - 1] == '\n')
		page->data[--page->len] = '\0';
	return sms_count(page->data, page->len);
}

/* As its readers get it in earnest; a mark in front of it is told apart, as it is not theirs. */
void remarks_sms(const struct rendition *rendition, const struct notice *notice, struct text *out)
{
	struct matter real = *rendition->matter;
	struct rendition bare = {RENDITION_SMS, true, rendition->phrases, &real, 0}, marked = *rendition;
	struct text page = {0}, whole = {0};
	real.exercise = false;
	marked.format = RENDITION_SMS;
	struct sms sms = count(&bare, notice, &page), with = count(&marked, notice, &whole);
	text_addf(out, "  SMS: %zu message%s, %zu %s; %zu left in the last.", sms.segments,
	          sms.segments == 1 ? "" : "s", sms.units, sms.wide ? "units (UCS-2)" : "characters (GSM-7)", sms.left);
	if (*rendition_word(rendition))
		text_addf(out, " With %s in front: %zu message%s.", rendition_word(rendition), with.segments,
		          with.segments == 1 ? "" : "s");
	text_add(out, "\n");
	tell_beginnings(&sms, &page, page.len, out);
	if (sms.wide)
		tell_forcing(&sms, &page, out);
	text_free(&page);
	text_free(&whole);
}

void remarks_add(const struct rendition *rendition, const struct notice *notice, const struct phrases *english,
                 struct text *last, struct text *out)
{
	struct text told = {0};
	char words[FINGERPRINT + 1];
	size_t proved = 0;
	fingerprint_notice(notice, words);
	for (size_t i = 0; i < notice->nvalues; i++)
		proved += notice->values[i].fact != NAMES_NONE || notice->values[i].action != NAMES_NONE ||
		          notice->values[i].moment != NAMES_NONE;
	text_addf(out, "%s.%s%s%s: %zu proved value%s in it; words %s.\n", notice->letter->name, notice->lang,
	          *rendition_word(rendition) ? ", " : "", rendition_word(rendition), proved, proved == 1 ? "" : "s",
	          words);
	text_add(&told, "");
	tell_missing(rendition->matter->world, notice, english, &told);
	tell_unknown(notice, &told);
	tell_warnings(notice, &told);
	if (rendition->format == RENDITION_MAIL)
		tell_sender(rendition->matter, &told);
	if (!last->len || strcmp(last->data, told.data) != 0)
		text_add_clean(out, told.data);
	text_free(last);
	*last = told;
	if (rendition->format == RENDITION_SMS) {
		struct text counted = {0};
		remarks_sms(rendition, notice, &counted);
		text_add_clean(out, counted.data);
		text_free(&counted);
	}
}
