#include "desk/starter.h"

#include "base/tree.h"
#include "base/zone.h"
#include "content/mustache_render.h"
#include "content/scalar.h"
#include "content/texts.h"
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

/* A heading for each content --------------------------------------------------------------------------------------- */

enum reader { OTHERS = 1, PEOPLE = 2, AUTHORITIES = 4, ALL = OTHERS | PEOPLE | AUTHORITIES };

/* Its heading, of letters.LANG.yaml; for whom; when it is said; and what is said then. */
static const struct section {
	const char *heading;
	unsigned readers;
	const char *when, *body;
} sections[] = {
    {"contents.WHAT", ALL, "has_what", "{{#what}}\n- {{words}}\n{{/what}}\n"},
    {"contents.WHEN", PEOPLE | AUTHORITIES, "has_when", "{{#when}}\n- {{words}}\n{{/when}}\n"},
    {"contents.HOW", PEOPLE | AUTHORITIES, "has_how", "{{#how}}\n- {{words}}\n{{/how}}\n"},
    {"contents.N", AUTHORITIES, "has_people", "{{#people}}\n- {{label}}: {{words}}\n{{/people}}\n"},
    {"contents.CAT", ALL, "data.has_involved", "{{#data.involved}}\n- {{label}}\n{{/data.involved}}\n"},
    {"starter.unknown", ALL, "has_unknown", "{{#unknown}}\n- {{label}}\n{{/unknown}}\n"},
    {"contents.HARM", PEOPLE | AUTHORITIES, "has_harm", "{{#harm}}\n- {{words}}\n{{/harm}}\n"},
    {"contents.ACT", ALL, "has_actions", "{{#actions}}\n- {{words}}\n{{/actions}}\n"},
    {"contents.PREV", PEOPLE | AUTHORITIES, "has_prevention", "{{#prevention}}\n- {{words}}\n{{/prevention}}\n"},
    {"contents.DO", PEOPLE | AUTHORITIES, "has_advice", "{{#advice}}\n{{n}}. {{words}}\n{{/advice}}\n"},
    {"contents.REM", PEOPLE | AUTHORITIES, "has_remedy", "{{#remedy}}\n- {{words}}\n{{/remedy}}\n"},
    {"contents.LATE", AUTHORITIES, "has_late", "{{#late}}\n- {{words}}\n{{/late}}\n"},
    {"contents.CHR", AUTHORITIES, "has_chronology",
     "{{#chronology}}\n- {{date}}, {{time}}: {{words}}\n{{/chronology}}\n"},
    {"contents.PLAN", AUTHORITIES, "has_plan",
     "{{#plan}}\n- {{audience}}{{#due}}: {{date}}, {{time}}{{/due}}\n{{/plan}}\n"},
    {"starter.next_update", ALL, "next_update", "{{date}}, {{time}} ({{zone}})\n"},
    {"contents.CON", ALL, "company.contact", "{{.}}\n"},
};

static unsigned readers_of(const struct vocabulary_notice *kind)
{
	static const struct {
		const char *audience;
		unsigned bit;
	} known[] = {{"authorities", AUTHORITIES}, {"customers", PEOPLE}, {"public", PEOPLE}};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(kind->audience, known[i].audience) == 0)
			return known[i].bit;
	return OTHERS; /* staff, partners, the press */
}

/* "what happened" heads a section as "What happened". */
static void add_section(const struct starter *s, const struct phrases *phrases, const struct section *section)
{
	struct text heading = {0};
	phrase_say(phrases, section->heading, NULL, &heading);
	heading.data[0] = (char)toupper((unsigned char)heading.data[0]);
	text_addf(s->out, "\n{{#%s}}\n## %s\n\n%s{{/%s}}\n", section->when, heading.data, section->body, section->when);
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
	for (size_t i = 0; !sms && i < sizeof sections / sizeof *sections; i++)
		if (sections[i].readers & readers_of(s->kind))
			add_section(s, phrases, &sections[i]);
	return true;
}

/* All of it ------------------------------------------------------------------------------------------------------ */

static bool check_name(const char *name, const char *what, const char *such, struct diags *diags)
{
	return is_name(name) || diag_error(diags, (struct diag_place){.file = "NAME"},
	                                   "%s's name has small letters, digits and hyphens, at most %d, such as %s",
	                                   what, SCALAR_ID_MAX, such);
}

static bool check_order(const char *name, const char *lang, struct diags *diags)
{
	struct shape_texts languages = layout_languages("letters", diags->arena);
	bool known = texts_have(&languages, lang);
	bool named = check_name(name, "a notice", "customer-holding", diags);
	if (!known)
		diag_error(diags, (struct diag_place){.file = "--lang"},
		           "notices have no words in \"%.40s\"; there are: %s", lang,
		           languages.n ? texts_joined(&languages, diags->arena) : "none");
	return named && known;
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

/* Scenarios and playbooks: one whole file each, with its name, path and day filled in --------------------------------
 */

const char *starter_title(const char *id, struct arena *arena)
{
	char *title = arena_dup(arena, id);
	for (char *s = title; *s; s++)
		*s = *s == '-' || *s == '_' ? ' ' : *s;
	*title = (char)toupper((unsigned char)*title);
	return title;
}

static void put_today(struct jsn *data)
{
	struct text day = {0};
	struct zone_civil now = zone_civil("UTC", clock_wall_ms() / 1000);
	text_addf(&day, "%04d-%02d-%02d", now.year, now.month, now.day);
	tree_taken(data, "date", &day);
	text_free(&day);
}

static bool fill(const char *template, const char *name, const struct text *path, struct text *bytes,
                 struct diags *diags)
{
	struct file file;
	size_t refused = diags->refused;
	if (!layout_file(template, diags->arena, diags, &file))
		return diags->refused == refused &&
		       diag_error(diags, (struct diag_place){.file = template}, "no such file in comms-templates");
	const struct mustache *mustache = mustache_compile(&file, MUSTACHE_STRICT, NULL, diags->arena, diags);
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_text(data, "name", name);
	tree_text(data, "path", path->data);
	tree_text(data, "title", starter_title(name, diags->arena));
	put_today(data);
	bool done = mustache && mustache_render(mustache, data, ESCAPE_NONE, bytes, diags);
	jsn_free(data);
	return done;
}

bool starter_scenario(const char *name, struct text *path, struct text *bytes, struct diags *diags)
{
	text_addf(path, "scenarios/%s.lua", name);
	return check_name(name, "a scenario", "wrong-attachment", diags) &&
	       fill("start.scenario.mustache", name, path, bytes, diags);
}

bool starter_playbook(const char *name, struct text *path, struct text *bytes, struct diags *diags)
{
	text_addf(path, "playbooks/%s.yaml", name);
	return check_name(name, "a playbook", "our-shop", diags) &&
	       fill("start.playbook.mustache", name, path, bytes, diags);
}
