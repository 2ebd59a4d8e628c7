/* A small drill with notices to draft, approve and publish: who approves them, what holds them back, what they file. */
#ifndef TESTS_ISSUED_H
#define TESTS_ISSUED_H

#include "small.h"

#include "content/state.h"
#include "exercise/approval.h"

static const char issued_actions[] =
    "vocabulary: small\nreviewed: 2026-01-01\nactions:\n"
    "  open-incident: { description: Open an incident, public: { en: We opened an incident. } }\n"
    "  count-people: { description: 'Count people, not rows', public: { en: We counted. } }\n"
    "  search-logins: { description: Search for passwords, public: { en: We searched. } }\n"
    "  suspend-account: { description: Suspend the account, public: { en: We switched it off. } }\n"
    "  publish-holding: { description: Publish it, public: { en: We told customers. }, notice: customer-holding }\n"
    "  notify-individuals:\n    description: Tell them\n    public: { en: We wrote to them. }\n"
    "    notice: customer-confirmed\n    files: individuals\n"
    "  notify-pipc: { description: File it, public: { en: We told it. }, files: authority, regime: kr-pipa }\n"
    "  notice-hold: { description: The police asked, public: { en: We waited. }, pauses: notices }\n"
    "pausable:\n  notices: { description: Notices to customers }\n  ads: { description: Ads }\n"
    "notices:\n"
    "  customer-holding: { audience: customers, description: A first line, held: notices }\n"
    "  customer-confirmed: { audience: customers, description: The notice, held: notices }\n"
    "  customer-update: { audience: customers, description: The next word, held: notices }\n"
    "  press-line: { audience: press, description: One line }\n"
    "  authority-kr-pipa: { audience: authorities, description: The filing in Korea }\n"
    "  authority-sg-pdpa: { audience: authorities, description: The filing in Singapore }\n";

static const char issued_playbook[] =
    "playbook: small\ntitle: Small\nreviewed: 2026-01-01\nowner: incident-lead\n"
    "company: { name: Small Shop, contact: a@shop.example, timezone: Asia/Singapore, customers: { SG: 100, KR: 50 } }\n"
    "roles:\n"
    "  incident-lead: { person: Mei Lin, deputy: Arif, reach: '1' }\n"
    "  legal: { person: Adeline, deputy: Mei Lin, reach: '2' }\n"
    "  it-admin: { person: Arif, deputy: Mei Lin, reach: '3' }\n"
    "systems:\n  shop: { name: the web shop, holds: [contact], admin: it-admin, logs: 3d }\n"
    "comms:\n"
    "  - { notice: customer-holding, audience: customers, languages: [en, zh], approvers: [legal, incident-lead],"
    " due: aware+24h, next_update: 24h }\n"
    "  - { notice: customer-update, audience: customers, languages: [en], approvers: [legal], due: aware+48h }\n"
    "phases:\n"
    "  - phase: contain\n    goal: Stop it\n    steps:\n"
    "      - { step: tell, instruction: Tell customers, owner: it-admin, due: detected+24h, takes: 1h,"
    " does: [publish-holding] }\n";

#define ISSUED_STORY                                                                                                   \
	SMALL_HEAD                                                                                                     \
	"fact 'people' { kind = 'count', label = 'People in the file', unit = 'people', verb = 'exported', "           \
	"says = 'N', truth = 9870 }\n"                                                                                 \
	"fact 'rows' { kind = 'count', label = 'Rows in the file', unit = 'rows', verb = 'exported', truth = 12400 "   \
	"}\n"                                                                                                          \
	"fact 'passwords' { kind = 'data', label = 'Passwords', category = 'logins', "                                 \
	"truth = 'not_involved', searched = 'the columns of the export', over = '1 Jan to 5 Mar' }\n"                  \
	"fact 'bank' { kind = 'data', label = 'Bank details', category = 'bank', truth = 'involved' }\n"               \
	"fact 'left' { kind = 'time', label = 'When it left', says = 'WHEN', truth = '0h' }\n"                         \
	"fact 'how' { kind = 'text', label = 'How it left', says = 'HOW', "                                            \
	"truth = { en = 'By an export', zh = '\xe5\xaf\xbc\xe5\x87\xba' } }\n"                                         \
	"inject 'first' { at = '0h', from = 'Customer', to = 'it-admin', channel = 'email', subject = 'How come?', "   \
	"text = 'How do they know?' }\n"                                                                               \
	"on 'count-people' { verifies = { people = 9870, how = { en = 'By an export', "                                \
	"zh = '\xe5\xaf\xbc\xe5\x87\xba' } } }\n"                                                                      \
	"on 'search-logins' { verifies = { passwords = 'not_involved' } }\n"                                           \
	"on 'publish-holding' { score = { communications = 1 }, because = 'They heard it from us.' }\n"

/* A session over it, begun; small_free() ends it. */
static inline struct small *issued_open(void)
{
	struct small *small = calloc(1, sizeof *small);
	*small = small_open_with(ISSUED_STORY, issued_actions, issued_playbook);
	small_start(small);
	return small;
}

static inline int issued_setup(void **state)
{
	*state = issued_open();
	return 0;
}

static inline int issued_kind(const struct small *small, const char *id)
{
	return small_name(small, NAMES_NOTICE, id);
}

static inline struct act issued_act(const struct small *small, enum act_kind kind, int ref)
{
	return (struct act){.kind = kind,
	                    .refs = {ref},
	                    .nrefs = 1,
	                    .at = STATE_NEVER,
	                    .other = NAMES_NONE,
	                    .t = session_now(small->session)};
}

/* A statement in English that says `text`, with the values given. */
static inline struct statement issued_statement(const char *text, const struct statement_value *values, size_t n)
{
	return (struct statement){.template = "customer-holding",
	                          .lang = "en",
	                          .sha256 = "b0453fe54c63b5f4e9cccc483d6e2ee51ffbb4a40f648e98b2e5c0dbd2324ab6",
	                          .source = "{{text}}",
	                          .subject = "A notice",
	                          .text = text,
	                          .values = values,
	                          .nvalues = n};
}

/* What a text drafted at `t` promises: as long after it as the playbook has it. */
static inline int32_t issued_next(const struct small *small, const char *kind, int32_t t)
{
	const struct playbook_comms *row = world_comms(small->world, kind);
	return row && row->next_update != SHAPE_UNSET ? t + row->next_update : STATE_NEVER;
}

static inline struct event_turn *issued_draft_of(struct small *small, const char *kind,
                                                 const struct statement *statements, size_t n)
{
	struct act act = issued_act(small, ACT_DRAFT, issued_kind(small, kind));
	act.statements = statements;
	act.nstatements = n;
	act.at = issued_next(small, kind, act.t);
	return small_take(small, act);
}

/* Drafts a kind that says `text`, with one value or none. */
static inline struct event_turn *issued_draft(struct small *small, const char *kind, const char *text,
                                              const struct statement_value *value)
{
	struct statement statement = issued_statement(text, value, value != NULL);
	return issued_draft_of(small, kind, &statement, 1);
}

static inline struct event_turn *issued_approve(struct small *small, const char *kind, const char *role)
{
	struct act act = issued_act(small, ACT_APPROVE, issued_kind(small, kind));
	act.other = small_name(small, NAMES_ROLE, role);
	act.why = "in the room";
	return small_take(small, act);
}

static inline struct event_turn *issued_publish(struct small *small, const char *kind, const char *because)
{
	struct act act = issued_act(small, ACT_PUBLISH, issued_kind(small, kind));
	act.why = because;
	return small_take(small, act);
}

static inline struct event_turn *issued_verify(struct small *small, const char *fact, int32_t value, const char *text)
{
	struct act act = issued_act(small, ACT_VERIFY, small_name(small, NAMES_FACT, fact));
	act.value = value;
	act.text = text;
	act.why = "the log";
	act.over = "1 to 5 Mar";
	act.who = "it-admin";
	return small_take(small, act);
}

/* A number of a fact as it stands in a notice, proved by turn `turn`. */
static inline struct statement_value issued_number(const struct small *small, const char *fact, int32_t value,
                                                   int32_t turn)
{
	return (struct statement_value){.fact = small_name(small, NAMES_FACT, fact),
	                                .action = NAMES_NONE,
	                                .moment = NAMES_NONE,
	                                .value = value,
	                                .turn = turn,
	                                .text = "a number"};
}

/* What was done, as it stands in a notice. */
static inline struct statement_value issued_deed(const struct small *small, const char *action, const char *text)
{
	return (struct statement_value){.fact = NAMES_NONE,
	                                .action = small_name(small, NAMES_ACTION, action),
	                                .moment = NAMES_NONE,
	                                .value = SHAPE_UNSET,
	                                .text = text};
}

static inline const struct event *issued_event(const struct event_turn *turn, enum event_kind kind)
{
	for (size_t i = 0; turn && i < turn->count; i++)
		if (turn->events[i].kind == kind)
			return &turn->events[i];
	return NULL;
}

static inline int issued_count(const struct event_turn *turn, enum event_kind kind)
{
	int n = 0;
	for (size_t i = 0; turn && i < turn->count; i++)
		n += turn->events[i].kind == kind;
	return n;
}

/* Drafted and approved by both. */
static inline void issued_cleared(struct small *small, const struct statement_value *value)
{
	assert_non_null(issued_draft(small, "customer-holding", "Words.", value));
	assert_non_null(issued_approve(small, "customer-holding", "legal"));
	assert_non_null(issued_approve(small, "customer-holding", "incident-lead"));
}

/* Publishes at scenario second `t` what promises the next word a day later. */
static inline const struct event_turn *issued_promise(struct small *small, const char *kind, int32_t t)
{
	struct act act = issued_act(small, ACT_DRAFT, issued_kind(small, kind));
	struct statement statement = issued_statement("Words.", NULL, 0);
	act.statements = &statement;
	act.nstatements = 1;
	act.at = issued_next(small, kind, t);
	act.t = t;
	assert_non_null(small_take(small, act));
	const struct event_turn *turn = issued_publish(small, kind, "no time");
	assert_non_null(turn);
	return turn;
}

#endif
