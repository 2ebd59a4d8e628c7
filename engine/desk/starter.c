#include "desk/starter.h"

#include "content/scalar.h"
#include "desk/drafting.h"
#include "desk/layout.h"
#include "desk/shelf.h"

#include <ctype.h>
#include <string.h>

static const char usual[] = "customer-update"; /* for a name that is like no kind */

struct starter {
	const char *name, *lang;
	const struct world *world;
	struct drafting *drafting;
	const struct vocabulary_notice *kind;
	struct text *out;
	struct diags *diags;
};

static bool is_name(const char *name)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	size_t len = strlen(name);
	return len && len <= SCALAR_ID_MAX && strspn(name, letters) == len && *name != '-';
}

static const struct vocabulary_notice *kind_called(const struct world *world, const char *id)
{
	return vocabulary_notice(world->vocabulary, names_find(&world->names, NAMES_NOTICE, id));
}

static bool begins(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

/* The kind of that name; one that begins it ("customer-holding-vip") or that it begins ("support"); the nearest; the
 * usual one. */
static const struct vocabulary_notice *kind_for(const struct world *world, const char *name)
{
	const struct vocabulary_notice *best = kind_called(world, name), *kind;
	for (int i = 0; !best && (kind = vocabulary_notice(world->vocabulary, i)); i++) {
		if (begins(name, kind->entry.id) || begins(kind->entry.id, name))
			best = kind;
	}
	const char *nearest = best ? NULL : names_nearest(&world->names, NAMES_NOTICE, name);
	if (nearest)
		best = kind_called(world, nearest);
	if (!best)
		best = kind_called(world, usual);
	return best ? best : vocabulary_notice(world->vocabulary, 0);
}

/* Words that are there --------------------------------------------------------------------------------------------- */

static bool copy(const struct starter *s, const char *name)
{
	struct file file;
	const char *whole = arena_printf(s->diags->arena, "%s.%s.mustache", name, s->lang);
	if (!layout_file(whole, s->diags->arena, s->diags, &file))
		return false;
	text_add_bytes(s->out, file.bytes, file.len);
	return true;
}

/* A heading for each content ------------------------------------------------------------------------------------------
 */

static const struct section {
	const char *code;
	unsigned readers; /* enum reader, as bits */
	const char *body;
} sections[] = {
    {"WHAT", 7, "{{#what}}\n- {{words}}\n{{/what}}\n"},
    {"WHEN", 6, "{{#when}}\n- {{words}}\n{{/when}}\n"},
    {"HOW", 6, "{{#how}}\n- {{words}}\n{{/how}}\n"},
    {"N", 4, "{{#people}}\n- {{label}}: {{words}}\n{{/people}}\n"},
    {"CAT", 7, "{{#data.involved}}\n- {{label}}\n{{/data.involved}}\n"},
    {"HARM", 6, "{{#harm}}\n- {{words}}\n{{/harm}}\n"},
    {"ACT", 7, "{{#actions}}\n- {{words}}\n{{/actions}}\n"},
    {"PREV", 6, "{{#prevention}}\n- {{words}}\n{{/prevention}}\n"},
    {"DO", 6, "{{#advice}}\n{{n}}. {{words}}\n{{/advice}}\n"},
    {"REM", 6, "{{#remedy}}\n- {{words}}\n{{/remedy}}\n"},
    {"LATE", 4, "{{#late}}\n- {{words}}\n{{/late}}\n"},
    {"CHR", 4, "{{#chronology}}\n- {{date}}, {{time}}: {{words}}\n{{/chronology}}\n"},
    {"PLAN", 4, "{{#plan}}\n- {{audience}}{{#due}}: {{date}}, {{time}}{{/due}}\n{{/plan}}\n"},
    {"CON", 7, "{{#company.contact}}\n{{.}}\n{{/company.contact}}\n"},
};

static unsigned readers_of(const struct vocabulary_notice *kind)
{
	static const struct {
		const char *audience;
		unsigned bit;
	} known[] = {{"authorities", 4}, {"customers", 2}, {"public", 2}};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(kind->audience, known[i].audience) == 0)
			return known[i].bit;
	return 1; /* staff, partners, the press */
}

/* "what happened" heads a section as "What happened". */
static void add_heading(const struct starter *s, const struct phrases *phrases, const char *code)
{
	struct text heading = {0};
	phrase_say(phrases, arena_printf(s->diags->arena, "contents.%s", code), NULL, &heading);
	heading.data[0] = (char)toupper((unsigned char)heading.data[0]);
	text_addf(s->out, "\n## %s\n\n", heading.data);
	text_free(&heading);
}

static bool build(const struct starter *s)
{
	const struct phrases *phrases = drafting_phrases(s->drafting, s->lang, s->diags);
	if (!phrases)
		return false;
	bool sms = s->kind->channel == VOCABULARY_SMS;
	text_addf(s->out, "---\nkind: %s\n", s->kind->entry.id);
	if (s->kind->channel != SHAPE_UNSET)
		text_addf(s->out, "channel: %s\n", vocabulary_channels[s->kind->channel]);
	text_addf(s->out, "subject: \"{{company.name}}, {{date}}\"\n---\n%s{{company.name}}, {{date}}\n",
	          sms ? "" : "# ");
	if (sms)
		text_add(s->out, "{{#urgent}}\n{{words}}\n{{/urgent}}\n");
	for (size_t i = 0; !sms && i < sizeof sections / sizeof *sections; i++) {
		if (!(sections[i].readers & readers_of(s->kind)))
			continue;
		add_heading(s, phrases, sections[i].code);
		text_add(s->out, sections[i].body);
	}
	return true;
}

/* All of it ------------------------------------------------------------------------------------------------------ */

static bool check_order(const char *name, const char *lang, struct diags *diags)
{
	struct shape_texts languages = layout_languages("letters", diags->arena);
	struct text list = {0};
	bool known = false;
	for (size_t i = 0; i < languages.n; i++) {
		known = known || strcmp(languages.v[i], lang) == 0;
		text_addf(&list, "%s%s", i ? ", " : "", languages.v[i]);
	}
	if (!is_name(name))
		diag_error(
		    diags, (struct diag_place){.file = "NAME"},
		    "a notice's name has small letters, digits and hyphens, at most %d, such as customer-holding",
		    SCALAR_ID_MAX);
	if (!known)
		diag_error(diags, (struct diag_place){.file = "--lang"},
		           "notices have no words in \"%.40s\"; there are: %s", lang, list.len ? list.data : "none");
	text_free(&list);
	return is_name(name) && known;
}

bool starter_notice(const char *name, const char *lang, struct text *path, struct text *bytes, struct diags *diags)
{
	struct shelf_set set;
	const struct shelf_choice choice = {.t0 = clock_wall_ms() / 1000};
	if (!check_order(name, lang, diags) || !shelf_open(&choice, diags, &set))
		return false;
	struct starter s = {name,  lang, set.world, drafting_open(set.world, diags), kind_for(set.world, name),
	                    bytes, diags};
	bool done = s.drafting && s.kind && (copy(&s, name) || copy(&s, s.kind->entry.id) || build(&s));
	text_addf(path, "comms-templates/%s.%s.mustache", name, lang);
	drafting_free(s.drafting);
	shelf_close(&set);
	return done;
}
