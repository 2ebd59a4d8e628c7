#include "content/brief.h"

#include "base/zone.h"

#include <string.h>

struct truth {
	struct shape_entry entry;
	int32_t at[SHAPE_MOMENTS];
};
struct pace {
	struct shape_entry entry;
	int32_t to, takes;
};
struct head {
	struct shape_entry entry;
	const char *title, *synopsis, *starts;
	struct playbook_company company;
	struct shape_pairs terms;
	struct shape_texts roles;
	struct shape_list pace;
	struct truth truth;
};

// clang-format off
#define FIELD(owner, key, kind, member, flags, shape) {key, kind, offsetof(struct owner, member), flags, 0, shape, NULL}

static const struct shape_field company_fields[] = {
	FIELD(playbook_company, "name", SHAPE_TEXT, name, SHAPE_REQUIRED, NULL),
	FIELD(playbook_company, "timezone", SHAPE_TEXT, timezone, SHAPE_REQUIRED, NULL),
	FIELD(playbook_company, "customers", SHAPE_COUNTS, customers, SHAPE_REQUIRED, NULL),
	FIELD(playbook_company, "contact", SHAPE_TEXT, contact, 0, NULL),
	SHAPE_END,
};
static const struct shape company_shape = {"`company`", sizeof(struct playbook_company), company_fields};
static const struct shape_field pace_fields[] = {
	FIELD(pace, "to", SHAPE_SPAN, to, SHAPE_REQUIRED, NULL),
	FIELD(pace, "takes", SHAPE_SPAN, takes, SHAPE_REQUIRED, NULL),
	SHAPE_END,
};
static const struct shape pace_shape = {"a piece of `pace`", sizeof(struct pace), pace_fields};
static const struct shape_field truth_fields[] = {
	FIELD(truth, "occurred", SHAPE_SPAN, at[SHAPE_OCCURRED], 0, NULL),
	FIELD(truth, "detected", SHAPE_SPAN, at[SHAPE_DETECTED], 0, NULL),
	FIELD(truth, "aware", SHAPE_SPAN, at[SHAPE_AWARE], 0, NULL),
	FIELD(truth, "assessed", SHAPE_SPAN, at[SHAPE_ASSESSED], 0, NULL),
	SHAPE_END,
};
static const struct shape truth_shape = {"`truth`", sizeof(struct truth), truth_fields};
static const struct shape_field head_fields[] = {
	FIELD(head, "title", SHAPE_TEXT, title, SHAPE_REQUIRED, NULL),
	FIELD(head, "synopsis", SHAPE_TEXT, synopsis, SHAPE_REQUIRED, NULL),
	FIELD(head, "company", SHAPE_ONE, company, SHAPE_REQUIRED, &company_shape),
	FIELD(head, "terms", SHAPE_PAIRS, terms, 0, NULL),
	FIELD(head, "starts", SHAPE_TEXT, starts, SHAPE_REQUIRED, NULL),
	FIELD(head, "roles", SHAPE_IDS, roles, SHAPE_REQUIRED, NULL),
	FIELD(head, "pace", SHAPE_MANY, pace, SHAPE_REQUIRED, &pace_shape),
	FIELD(head, "truth", SHAPE_ONE, truth, SHAPE_REQUIRED, &truth_shape),
	SHAPE_END,
};
const struct shape brief_shape = {"a scenario", sizeof(struct head), head_fields};
// clang-format on

static bool fail(const struct shape_reader *reader, const struct yml *body, const char *key, const char *message)
{
	return diag_error(reader->diags, key ? shape_place(body, key) : body->place, "%s", message);
}

static bool read_pace(const struct shape_reader *reader, const struct head *head, struct brief *out)
{
	const struct pace *pace = head->pace.v;
	const struct yml *given = yml_get(head->entry.node, "pace");
	int32_t before = 0;
	bool fine = true;

	if (given && given->type != YML_TEXT && (!head->pace.n || head->pace.n > BRIEF_PACE_MAX))
		return fail(reader, head->entry.node, "pace", "`pace` has one to 16 pieces");
	for (size_t i = 0; i < head->pace.n; i++) {
		if (pace[i].to == SHAPE_UNSET || pace[i].takes == SHAPE_UNSET)
			continue;
		if (pace[i].to <= before)
			fine = fail(reader, pace[i].entry.node, "to",
			            "`pace` must rise: each piece ends after the last one");
		if (pace[i].takes <= 0)
			fine = fail(reader, pace[i].entry.node, "takes", "a piece of `pace` must take some time");
		before = pace[i].to;
		out->pace[out->pieces++] = (struct clock_piece){pace[i].to, pace[i].takes};
	}
	return fine;
}

static bool read_truth(const struct shape_reader *reader, const struct truth *truth, struct brief *out)
{
	int32_t before = SHAPE_UNSET;
	bool fine = true;

	memcpy(out->truth, truth->at, sizeof out->truth);
	out->truth[SHAPE_DETECTED] = 0;
	if (!truth->entry.node)
		return true;
	for (int i = 0; i < SHAPE_MOMENTS; i++) {
		int32_t at = truth->at[i] == SHAPE_UNSET ? out->truth[i] : truth->at[i];

		if (at == SHAPE_UNSET)
			continue;
		if ((i == SHAPE_DETECTED && at) || at < before || (i < SHAPE_DETECTED && at))
			fine =
			    fail(reader, truth->entry.node, shape_moments[i],
			         "the moments of `truth` follow each other: occurred, detected (0h), aware, assessed");
		before = at;
	}
	return fine;
}

/* A record is believed, but for the zone that its clocks run in. */
static bool check_company(const struct shape_reader *reader, const struct head *head)
{
	const char *zone = head->company.timezone;

	if (head->entry.node->lua)
		return playbook_check_company(reader, &head->company);
	return !zone || zone_known(zone) ||
	       diag_error(reader->diags, shape_place(head->company.entry.node, "timezone"),
	                  "unknown time zone \"%.60s\"; expected one such as Asia/Singapore", zone);
}

static bool read_start(const struct shape_reader *reader, const struct head *head, struct brief *out)
{
	struct zone_civil civil;
	const char *zone = head->company.timezone;
	bool fine = check_company(reader, head);

	if (head->starts && !zone_read(head->starts, &civil))
		fine = fail(reader, head->entry.node, "starts", "`starts` is a local time such as 2026-03-05 21:40");
	if (fine && head->starts && zone)
		out->starts = zone_epoch(zone, &civil);
	return fine;
}

/* One alone may be meant, and hardly is: the story speaks of others. */
static bool check_roles(const struct shape_reader *reader, const struct head *head, struct brief *out)
{
	const struct yml *roles = yml_get(head->entry.node, "roles");

	if (!roles || !roles->lua || roles->type != YML_TEXT)
		return true;
	out->roles = (struct shape_texts){NULL, 0};
	diag_error(reader->diags, roles->place, "`roles` is a list, found a text");
	diag_code(reader->diags, "wrong-value");
	diag_hint(reader->diags, "write { \"incident-lead\", \"it-admin\" }");
	return false;
}

bool brief_read(const struct shape_reader *reader, const struct yml *body, struct brief *out)
{
	struct head head = {0};
	bool fine = shape_read(reader, &brief_shape, body, &head);

	*out = (struct brief){
	    .title = head.title,
	    .synopsis = head.synopsis,
	    .company = head.company,
	    .terms = head.terms,
	    .roles = head.roles,
	};
	fine &= read_pace(reader, &head, out);
	fine &= read_truth(reader, &head.truth, out);
	fine &= check_roles(reader, &head, out);
	return read_start(reader, &head, out) && fine;
}
