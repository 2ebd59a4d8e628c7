#include "content/regime.h"

#include "base/zone.h"

#include <stdio.h>
#include <string.h>

static const char *const confidences[] = {"primary", "secondary", "memory", NULL};
const char *const regime_codes[] = {"WHAT", "WHEN", "HOW", "N",    "CAT", "HARM", "ACT", "PREV",
                                    "DO",   "CON",  "REM", "LATE", "CHR", "PLAN", NULL};

static const char *const orders[] = {"authority", NULL};

// clang-format off
#define DUTY(member) offsetof(struct regime_duty, member)
static const struct shape_field duty_fields[] = {
	{"clock",    SHAPE_CHOICE, DUTY(clock), SHAPE_REQUIRED, 0, NULL, shape_moments},
	{"within",   SHAPE_SPAN,   DUTY(within), 0, 0, NULL, NULL},
	{"days",     SHAPE_NUMBER, DUTY(days), 0, 366, NULL, NULL},
	{"promptly", SHAPE_TEXT,   DUTY(promptly), 0, 0, NULL, NULL},
	{"after",    SHAPE_CHOICE, DUTY(after), 0, 0, NULL, orders},
	{"when",     SHAPE_TEXT,   DUTY(when), SHAPE_REQUIRED, 0, NULL, NULL},
	{"law",      SHAPE_TEXT,   DUTY(law), SHAPE_REQUIRED, 0, NULL, NULL},
	{"contents", SHAPE_TEXTS,  DUTY(contents), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape duty_shape = {"a duty", sizeof(struct regime_duty), duty_fields};

static const struct shape_field duties_fields[] = {
	{"authority",   SHAPE_ONE, offsetof(struct regime_duties, authority), 0, 0, &duty_shape, NULL},
	{"individuals", SHAPE_ONE, offsetof(struct regime_duties, individuals), 0, 0, &duty_shape, NULL},
	SHAPE_END,
};
static const struct shape duties_shape = {"the duties", sizeof(struct regime_duties), duties_fields};

#define AUTHORITY(member) offsetof(struct regime_authority, member)
static const struct shape_field authority_fields[] = {
	{"name",   SHAPE_TEXT, AUTHORITY(name), SHAPE_REQUIRED, 0, NULL, NULL},
	{"short",  SHAPE_TEXT, AUTHORITY(shorthand), SHAPE_REQUIRED, 0, NULL, NULL},
	{"portal", SHAPE_TEXT, AUTHORITY(portal), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape authority_shape = {"the authority", sizeof(struct regime_authority), authority_fields};

static const struct shape_field force_fields[] = {
	{"from", SHAPE_DATE, offsetof(struct regime_force, from), SHAPE_REQUIRED, 0, NULL, NULL},
	{"to",   SHAPE_DATE, offsetof(struct regime_force, to), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape force_shape = {"in_force", sizeof(struct regime_force), force_fields};

#define REGIME(member) offsetof(struct regime, member)
static const struct shape_field regime_fields[] = {
	{"regime",      SHAPE_ID,     REGIME(id), SHAPE_REQUIRED, 0, NULL, NULL},
	{"name",        SHAPE_TEXT,   REGIME(name), SHAPE_REQUIRED, 0, NULL, NULL},
	{"authority",   SHAPE_ONE,    REGIME(authority), SHAPE_REQUIRED, 0, &authority_shape, NULL},
	{"countries",   SHAPE_TEXTS,  REGIME(countries), SHAPE_REQUIRED, 0, NULL, NULL},
	{"zone",        SHAPE_TEXT,   REGIME(zone), SHAPE_REQUIRED, 0, NULL, NULL},
	{"source",      SHAPE_TEXT,   REGIME(source), SHAPE_REQUIRED, 0, NULL, NULL},
	{"verified_on", SHAPE_DATE,   REGIME(verified_on), SHAPE_REQUIRED, 0, NULL, NULL},
	{"in_force",    SHAPE_ONE,    REGIME(in_force), SHAPE_REQUIRED, 0, &force_shape, NULL},
	{"confidence",  SHAPE_CHOICE, REGIME(confidence), SHAPE_REQUIRED, 0, NULL, confidences},
	{"duties",      SHAPE_ONE,    REGIME(duties), SHAPE_REQUIRED, 0, &duties_shape, NULL},
	{"notes",       SHAPE_TEXTS,  REGIME(notes), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape regime_shape = {"a regime", sizeof(struct regime), regime_fields};
// clang-format on

/* ---- loading ---- */

/* The place of the i-th of the texts under `key`: a list's entry, or the value itself. */
static struct diag_place entry_place(const struct yml *map, const char *key, size_t i)
{
	const struct yml *value = yml_get(map, key);

	return value && value->type == YML_LIST && i < value->n ? value->pairs[i].value->place : shape_place(map, key);
}

static size_t count_codes(void)
{
	size_t n = 0;
	while (regime_codes[n])
		n++;
	return n;
}

static bool known_code(const char *code)
{
	size_t i = 0;
	while (regime_codes[i] && strcmp(regime_codes[i], code) != 0)
		i++;
	return regime_codes[i];
}

bool regime_check_codes(const struct shape_reader *reader, const struct shape_texts *given, const struct yml *map,
                        const char *key)
{
	bool fine = true;

	for (size_t i = 0; i < given->n; i++) {
		const char *near;

		if (known_code(given->v[i]))
			continue;
		fine = diag_error(reader->diags, entry_place(map, key, i), "unknown code \"%.40s\" in \"%s\"",
		                  given->v[i], key);
		near = diag_nearest(given->v[i], regime_codes, count_codes());
		if (near)
			diag_hint(reader->diags, "did you mean \"%s\"?", near);
	}
	return fine;
}

static bool check_duty(const struct shape_reader *reader, const struct regime_duty *duty)
{
	const struct yml *node = duty->entry.node;
	int ways = 0;
	bool fine;

	if (!node || node->type != YML_MAP)
		return true; /* no such duty, or told already */
	ways += yml_get(node, "within") != NULL;
	ways += yml_get(node, "days") != NULL;
	ways += yml_get(node, "promptly") != NULL;
	fine = regime_check_codes(reader, &duty->contents, duty->entry.node, "contents");
	if (ways != 1)
		fine = diag_error(reader->diags, node->place,
		                  "a duty needs exactly one of within, days and promptly; found %s",
		                  ways ? "more" : "none");
	if (duty->within == 0 || duty->days == 0)
		fine = diag_error(reader->diags, shape_place(node, duty->days == 0 ? "days" : "within"),
		                  "a period of nothing: write promptly and the law's words instead");
	return fine;
}

static bool check_order(const struct shape_reader *reader, const struct regime_duties *duties)
{
	const struct yml *first = duties->authority.entry.node, *people = duties->individuals.entry.node;

	if (first && yml_get(first, "after"))
		return diag_error(reader->diags, shape_place(first, "after"),
		                  "only individuals can be told after the authority");
	if (!first && people && yml_get(people, "after"))
		return diag_error(reader->diags, shape_place(people, "after"),
		                  "this law has no duty towards an authority to come after");
	return true;
}

static bool check_countries(const struct shape_reader *reader, const struct regime *regime)
{
	bool fine = true;

	for (size_t i = 0; i < regime->countries.n; i++)
		if (!regime_is_country(regime->countries.v[i]))
			fine = diag_error(reader->diags, entry_place(regime->entry.node, "countries", i),
			                  "\"%.40s\" is no country code: two capitals, such as SG",
			                  regime->countries.v[i]);
	return fine;
}

static bool check(const struct shape_reader *reader, const struct regime *regime)
{
	const struct yml *node = regime->entry.node, *force = regime->in_force.entry.node;
	bool fine = check_countries(reader, regime);

	if (regime->zone && !zone_known(regime->zone))
		fine = diag_error(reader->diags, shape_place(node, "zone"),
		                  "unknown time zone \"%.60s\"; expected one such as Asia/Seoul", regime->zone);
	if (regime->in_force.from && regime->in_force.to && strcmp(regime->in_force.from, regime->in_force.to) > 0)
		fine = diag_error(reader->diags, shape_place(force, "to"), "in_force ends before it begins");
	fine = check_duty(reader, &regime->duties.authority) && check_order(reader, &regime->duties) && fine;
	fine = check_duty(reader, &regime->duties.individuals) && fine;
	if (!regime->duties.authority.entry.node && !regime->duties.individuals.entry.node && regime->duties.entry.node)
		fine = diag_error(reader->diags, regime->duties.entry.node->place,
		                  "\"duties\" needs authority, individuals or both");
	return fine;
}

struct regime *regime_load(const struct file *file, const struct shape_reader *reader)
{
	bool fine;
	struct regime *regime = shape_load(reader, &regime_shape, file, &fine);

	return regime && check(reader, regime) && fine ? regime : NULL;
}

/* ---- asking ---- */

bool regime_in_force(const struct regime *regime, int64_t epoch)
{
	struct zone_civil day = zone_civil(regime->zone, epoch);
	char date[48];

	snprintf(date, sizeof date, "%04d-%02d-%02d", day.year, day.month, day.day);
	return strcmp(regime->in_force.from, date) <= 0 &&
	       (!regime->in_force.to || strcmp(date, regime->in_force.to) <= 0);
}

bool regime_due(const struct regime *regime, const struct regime_duty *duty, int64_t moment, int64_t *due)
{
	if (duty->within != SHAPE_UNSET)
		*due = moment + duty->within;
	else if (duty->days != SHAPE_UNSET)
		*due = zone_day_end(regime->zone, moment, duty->days);
	else
		return false;
	return true;
}

bool regime_covers(const struct regime *regime, const char *country)
{
	for (size_t i = 0; i < regime->countries.n; i++)
		if (!strcmp(regime->countries.v[i], country))
			return true;
	return false;
}

bool regime_is_country(const char *code)
{
	return code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z' && !code[2];
}

bool regime_means(const char *name, const char *id)
{
	size_t len = strlen(name);
	return strncmp(name, id, len) == 0 && (!id[len] || id[len] == '-');
}
