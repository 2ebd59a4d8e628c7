/* A small world of notices: a shop, two laws, some facts proved and some not, words in two languages, and a letter of
 * the test's own. Nothing of what is shipped: that is for its writers to change. */
#ifndef TESTS_LETTERED_H
#define TESTS_LETTERED_H

#include "check.h"
#include "told.h"

#include "content/dossier.h"
#include "exercise/notice.h"

static const char lettered_actions[] =
    "vocabulary: small\nreviewed: 2026-02-01\n"
    "actions:\n"
    "  suspend-account:\n    description: Switch it off\n"
    "    public: { en: We switched off the account., zh: 我们停用了账号。 }\n"
    "  notify-insurer:\n    description: Tell the insurer\n    public: { en: We told our insurer. }\n"
    "    tell: authorities\n"
    "  notify-individuals:\n    description: Tell the people\n    public: { en: We wrote to the people. }\n"
    "    files: individuals\n    notice: customer-confirmed\n"
    "  notify-marketplace: { description: Tell the marketplace, public: { en: We told the marketplace. } }\n"
    "pausable:\n  notices: { description: Notices to customers }\n"
    "notices:\n"
    "  customer-holding: { audience: customers, description: A first line, held: notices }\n"
    "  customer-confirmed: { audience: customers, description: The notice, held: notices }\n"
    "  customer-sms: { audience: customers, description: One line, held: notices, channel: sms }\n"
    "  authority-form: { audience: authorities, description: The filing }\n";

static const char lettered_playbook[] =
    "playbook: shop\ntitle: Runbook\nreviewed: 2026-02-01\nowner: incident-lead\n"
    "company: { name: Another, timezone: UTC, customers: { SG: 1 } }\n"
    "roles:\n  incident-lead: { person: Mei Lin, deputy: Arif, reach: \"+65 5550 0101\" }\n"
    "  it-admin: { person: Arif }\n"
    "systems:\n  crm: { name: HubNest CRM, vendor: HubNest, holds: [contact], admin: it-admin, logs: 72h }\n"
    "obligations:\n"
    "  - { party: Pasar+, clause: Terms 14.2, clock: aware, within: 48h, action: notify-marketplace }\n"
    "  - { party: Merlion, clause: Policy 3, clock: aware, within: 24h, action: notify-insurer }\n"
    "phases:\n  - phase: contain\n    goal: stop it\n    steps:\n"
    "      - { step: suspend, instruction: Suspend it, owner: it-admin, due: +1h, does: [suspend-account] }\n"
    "comms:\n"
    "  - { notice: customer-confirmed, audience: customers, languages: [en, zh], approvers: [incident-lead],"
    " due: aware+24h, next_update: 48h }\n";

#define LETTERED_LAW(id, name, short, country, zone, authority, people)                                                \
	"regime: " id "\nname: " name                                                                                  \
	"\nauthority: { name: The " short ", short: " short " }\ncountries: [" country "]\nzone: " zone                \
	                                                    "\nsource: " name                                          \
	                                                    ", the text\nverified_on: 2026-02-01\nin_force: { from: "  \
	                                                    "2023-09-15 }\n"                                           \
	                                                    "confidence: primary\nduties:\n"                           \
	                                                    "  authority: { clock: aware, within: 72h, when: always, " \
	                                                    "law: Art. 1, contents: [" authority "] }\n"               \
	                                                    "  individuals: { clock: aware, within: 72h, when: "       \
	                                                    "always, law: Art. 2, contents: [" people "] }\n"

static const char lettered_pipa[] = LETTERED_LAW("kr-pipa", "PIPA", "PIPC", "KR", "Asia/Seoul",
                                                 "CAT, WHEN, HOW, DO, ACT, CON, REM", "CAT, WHEN, HOW, CON");
static const char lettered_pdpa[] =
    LETTERED_LAW("sg-pdpa", "PDPA", "PDPC", "SG", "Asia/Singapore", "CHR, N, LATE, PLAN", "CAT, HARM, DO");

static const char lettered_english[] =
    "time:\n  date: \"{{day}} {{month}} {{year}}, {{hour_twelve}}:{{minute_two}} {{part}}\"\n"
    "  day: \"{{day}} {{month}} {{year}}\"\n  clock: \"{{hour_twelve}}:{{minute_two}} {{part}}\"\n"
    "  part: {0: am, 1: am, 2: am, 18: pm, 20: pm, 21: pm, 22: pm, 23: pm}\n"
    "  weekday: {0: Su, 1: Mo, 2: Tu, 3: We, 4: Th, 5: Fr, 6: Sa}\n  month: {3: March}\n"
    "  days: \"{{n}} days\"\n  hours: \"{{n}} hours\"\n"
    "zone: { Asia/Singapore: Singapore time }\nnumber: { separator: \",\" }\nlist: { comma: \", \", last: \" and \" }\n"
    "fact: { count: \"{{value}}{{#unit}} {{unit}}{{/unit}}\", involved: in it, not_involved: not in it,"
    " not_held: never held, withdrawn: withdrawn }\n"
    "unit: { people: \"{{#n_one}}person{{/n_one}}{{^n_one}}people{{/n_one}}\" }\nverb: { exported: exported }\n"
    "unknown: { N: \"how many {{unit}}\", HOW: how, count: \"how many: {{label}}\", data: \"whether {{name}}\","
    " time: \"when: {{label}}\", text: \"{{label}}\" }\n"
    "moment: { occurred: It happened., detected: We noticed., aware: We were certain., assessed: We decided. }\n"
    "chronology: { published: \"We said: {{subject}}\", notified: \"We told {{party}}.\" }\n"
    "plan: { individuals: \"the people ({{law}})\" }\ncountry: { SG: Singapore }\n";

static const char lettered_chinese[] = "unit: { people: 人 }\nfact: { count: \"{{value}}{{unit}}\" }\n";

static const char lettered_advice[] =
    "advice: small\nreviewed: 2026-11-22\ncategories:\n"
    "  contact:\n    urgency: 2\n    name: { en: contact details, zh: 联系方式 }\n    harm: { en: Calls. }\n"
    "    steps: [ { en: Distrust calls. } ]\n"
    "  bank:\n    urgency: 1\n    name: { en: bank accounts, zh: 银行账号 }\n    harm: { en: False payments. }\n"
    "    steps: [ { en: Check your account. }, { en: Call your bank. } ]\n"
    "  logins:\n    urgency: 3\n    name: { en: passwords }\n    harm: { en: Sign-ins. }\n"
    "    steps: [ { en: Change it. } ]\n"
    "remedies:\n  kr-pipa: { text: { en: Claim damages. } }\n";

#define LETTERED_HEAD                                                                                                  \
	"case: small\nmode: exercise\nat: 2026-03-06 02:31\n"                                                          \
	"company: { name: Kopi & Kain, contact: privacy@kopikain.example, timezone: Asia/Singapore,"                   \
	" customers: { SG: 41200, KR: 7010 } }\n"                                                                      \
	"moments: { detected: 2026-03-05 21:40, aware: 2026-03-05 23:10 }\n"
#define LETTERED_PROVED "verified: { by: it-admin, against: the export log, at: 2026-03-06 01:10 }"

static const char lettered_facts[] = LETTERED_HEAD
    "facts:\n"
    "  people: { kind: count, says: [N], label: { en: People in the file, zh: 涉及人数 }, unit: people,"
    " verb: exported, value: 9870, " LETTERED_PROVED " }\n"
    "  kept: { kind: count, label: People he kept, unit: people, value: 200,"
    " claimed: { by: the leaver, from: his mail, at: 2026-03-06 01:00 } }\n"
    "  way_out: { kind: text, says: [HOW], label: { en: How it left, zh: 经过 }, value: { en: An open login. },"
    " " LETTERED_PROVED " }\n"
    "  mobiles: { kind: data, category: contact, label: Mobile numbers, value: involved, " LETTERED_PROVED " }\n"
    "  bank: { kind: data, category: bank, label: Refund accounts, value: involved, " LETTERED_PROVED " }\n"
    "  passwords: { kind: data, category: logins, label: Passwords, value: not_involved, verified: { by: it-admin,"
    " against: the 14 columns, over: 1 to 5 March, at: 2026-03-06 01:30 } }\n"
    "  birthdays: { kind: data, category: birthdates, label: Dates of birth }\n"
    "  where_now: { kind: text, label: Who has it now }\n"
    "actions: { suspend-account: 2026-03-05 22:20, notify-insurer: 2026-03-06 00:20 }\n"
    "next_update: 2026-03-07 18:00\n";

struct lettered {
	struct told told;
	struct world *world;
	struct matter *matter;
	const struct phrases *english, *chinese;
	const struct advice *advice;
	struct notice notice;
};

static inline int lettered_setup(void **state)
{
	struct lettered *l = calloc(1, sizeof *l);
	if (!l)
		return -1;
	l->told.arena = arena_new();
	diags_init(&l->told.diags);
	*state = l;
	return 0;
}

static inline int lettered_teardown(void **state)
{
	struct lettered *l = *state;
	world_free(l->world);
	diags_free(&l->told.diags);
	arena_free(l->told.arena);
	text_free(&l->told.out);
	free(l);
	return 0;
}

/* Fails the test on any fault so far. */
static inline void lettered_sound(struct lettered *l)
{
	if (l->told.diags.errors)
		fail_msg("%s", told_text(&l->told));
}

static inline struct world *lettered_world(const struct dossier *dossier, struct diags *diags)
{
	struct file regimes[] = {{"kr-pipa.yaml", lettered_pipa, sizeof lettered_pipa - 1},
	                         {"sg-pdpa.yaml", lettered_pdpa, sizeof lettered_pdpa - 1}};
	struct world_sources sources = {.scenario = {"", "", 0},
	                                .playbook = {"shop.yaml", lettered_playbook, sizeof lettered_playbook - 1},
	                                .actions = {"actions.yaml", lettered_actions, sizeof lettered_actions - 1},
	                                .regimes = regimes,
	                                .nregimes = 2};
	struct world_options options = {
	    .lang = "en", .t0 = dossier->now, .starts = dossier->starts, .company = &dossier->company};
	return world_build(arena_new(), &sources, NULL, &options, diags);
}

static inline void lettered_open(struct lettered *l, const char *facts)
{
	static const char *english[] = {"en"};
	const struct shape_texts languages = {english, 1};
	struct arena *arena = l->told.arena;
	struct diags *diags = &l->told.diags;
	struct shape_reader reader = {arena, diags, "en"};
	struct file file = {"facts.yaml", facts, strlen(facts)};
	struct file advice = {"advice.yaml", lettered_advice, sizeof lettered_advice - 1};
	struct file en = {"letters.en.yaml", lettered_english, sizeof lettered_english - 1};
	struct file zh = {"letters.zh.yaml", lettered_chinese, sizeof lettered_chinese - 1};
	struct dossier *dossier = dossier_load(&file, 1772735460, &reader);
	lettered_sound(l);
	l->world = lettered_world(dossier, diags);
	lettered_sound(l);
	l->matter = dossier_matter(dossier, l->world, &reader);
	l->advice = advice_load(&advice, &languages, &reader);
	l->english = phrases_load(&en, NULL, arena, diags);
	l->chinese = l->english ? phrases_load(&zh, l->english, arena, diags) : NULL;
	lettered_sound(l);
}

static inline const struct letter *lettered_letter(struct lettered *l, const char *name, const char *bytes)
{
	static const char *spoken[] = {"en", "zh"};
	static const char *laws[] = {"kr-pipa", "sg-pdpa", "eu-gdpr"};
	const struct shape_texts languages = {spoken, 2}, regimes = {laws, 3};
	struct shape_reader reader = {l->told.arena, &l->told.diags, "en"};
	struct letter_context context = {&l->world->names, &regimes, &languages, &reader};
	struct file file = {name, arena_dup(l->told.arena, bytes), strlen(bytes)};
	return letter_load(&file, &context);
}

static inline struct notice_kit lettered_kit(const struct lettered *l, const char *lang)
{
	return (struct notice_kit){l->matter, strcmp(lang, "zh") == 0 ? l->chinese : l->english, l->advice, lang};
}

static inline bool lettered_write(struct lettered *l, const char *name, const char *bytes)
{
	const struct letter *letter = lettered_letter(l, name, bytes);
	struct notice_kit kit = lettered_kit(l, letter ? letter->lang : "en");
	return letter && notice_write(letter, &kit, l->told.arena, &l->notice, &l->told.diags);
}

/* A body of an English email to customers. */
static inline bool lettered_body(struct lettered *l, const char *body)
{
	static const char front[] = "---\nkind: customer-confirmed\nsubject: A notice\n---\n";
	return lettered_write(l, "small.en.mustache", arena_printf(l->told.arena, "%s%s", front, body));
}

/* What the body reads as; fails the test on a fault. */
static inline const char *lettered_text(struct lettered *l, const char *body)
{
	if (!l->matter)
		lettered_open(l, lettered_facts);
	if (!lettered_body(l, body))
		fail_msg("%s", told_text(&l->told));
	return l->notice.text;
}

#define lettered_test(function) cmocka_unit_test_setup_teardown(function, lettered_setup, lettered_teardown)

#endif
