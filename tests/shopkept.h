/* A small world of notices as data: a shop, two laws, some facts proved and some not, words in two languages. Nothing
 * of what is shipped: that is for its writers to change. */
#ifndef TESTS_SHOPKEPT_H
#define TESTS_SHOPKEPT_H

#include "content/dossier.h"

static const char shopkept_actions[] =
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
    "  customer-correction: { audience: customers, description: What was wrong, held: notices, corrects: true }\n"
    "  customer-sms: { audience: customers, description: One line, held: notices, channel: sms }\n"
    "  authority-kr-pipa: { audience: authorities, description: The filing in Korea }\n"
    "  authority-sg-pdpa: { audience: authorities, description: The filing in Singapore }\n"
    "  authority-eu-gdpr: { audience: authorities, description: The filing in the EU }\n";

static const char shopkept_playbook[] =
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

#define SHOPKEPT_LAW(id, name, short, country, zone, authority, people)                                                \
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

static const char shopkept_pipa[] = SHOPKEPT_LAW("kr-pipa", "PIPA", "PIPC", "KR", "Asia/Seoul",
                                                 "CAT, WHEN, HOW, DO, ACT, CON, REM", "CAT, WHEN, HOW, CON");
static const char shopkept_pdpa[] =
    SHOPKEPT_LAW("sg-pdpa", "PDPA", "PDPC", "SG", "Asia/Singapore", "CHR, N, LATE, PLAN", "CAT, HARM, DO");

static const char shopkept_english[] =
    "time:\n  date: \"{{day}} {{month}} {{year}}, {{hour_twelve}}:{{minute_two}} {{part}}\"\n"
    "  day: \"{{day}} {{month}} {{year}}\"\n  clock: \"{{hour_twelve}}:{{minute_two}} {{part}}\"\n"
    "  part: {0: am, 1: am, 2: am, 18: pm, 20: pm, 21: pm, 22: pm, 23: pm}\n"
    "  weekday: {0: Su, 1: Mo, 2: Tu, 3: We, 4: Th, 5: Fr, 6: Sa}\n  month: {3: March}\n"
    "  days: \"{{n}} days\"\n  hours: \"{{n}} hours\"\n"
    "zone: { Asia/Singapore: Singapore time }\nnumber: { separator: \",\" }\nlist: { comma: \", \", last: \" and \" }\n"
    "fact: { count: \"{{value}}{{#unit}} {{unit}}{{/unit}}\", involved: in it, not_involved: not in it,"
    " not_held: never held, withdrawn: withdrawn }\n"
    "said: { quote: \"“{{words}}”\", elsewhere: \"{{words}} (in {{languages}})\", deed: A deed, words: Words,\n"
    "  not_done: not done, done_since: \"done on {{date}}\", unproved: unproved, moment: { aware: When } }\n"
    "language: { en: English, zh: Chinese }\n"
    "unit: { people: \"{{#n_one}}person{{/n_one}}{{^n_one}}people{{/n_one}}\" }\nverb: { exported: exported }\n"
    "unknown: { N: \"how many {{unit}}\", HOW: how, count: \"how many: {{label}}\", data: \"whether {{name}}\","
    " time: \"when: {{label}}\", text: \"{{label}}\" }\n"
    "moment: { occurred: It happened., detected: We noticed., aware: We were certain., assessed: We decided. }\n"
    "chronology: { published: \"We said: {{subject}}\", notified: \"We told {{party}}.\" }\n"
    "contents: { N: how many people }\nplan: { individuals: \"the people ({{law}})\" }\ncountry: { SG: Singapore }\n";

static const char shopkept_chinese[] = "unit: { people: 人 }\nfact: { count: \"{{value}}{{unit}}\" }\n"
                                       "contents: { N: 涉及多少人 }\n";

static const char shopkept_advice[] =
    "advice: small\nreviewed: 2026-11-22\ncategories:\n"
    "  contact:\n    urgency: 2\n    name: { en: contact details, zh: 联系方式 }\n    harm: { en: Calls. }\n    risk: "
    "{ en: Calls to them. }\n"
    "    steps: [ { en: Distrust calls. } ]\n"
    "  bank:\n    urgency: 1\n    name: { en: bank accounts, zh: 银行账号 }\n    harm: { en: False payments. }\n"
    "    steps: [ { en: Check your account. }, { en: Call your bank. } ]\n"
    "  logins:\n    urgency: 3\n    name: { en: passwords }\n    harm: { en: Sign-ins. }\n"
    "    steps: [ { en: Change it. } ]\n"
    "remedies:\n  kr-pipa: { text: { en: Claim damages. } }\n";

#define SHOPKEPT_HEAD                                                                                                  \
	"case: small\nmode: exercise\nat: 2026-03-06 02:31\n"                                                          \
	"company: { name: Kopi & Kain, contact: privacy@kopikain.example, timezone: Asia/Singapore,"                   \
	" customers: { SG: 41200, KR: 7010 } }\n"                                                                      \
	"moments: { detected: 2026-03-05 21:40, aware: 2026-03-05 23:10 }\n"
#define SHOPKEPT_PROVED "verified: { by: it-admin, against: the export log, at: 2026-03-06 01:10 }"

static const char shopkept_facts[] = SHOPKEPT_HEAD
    "facts:\n"
    "  people: { kind: count, says: [N], label: { en: People in the file, zh: 涉及人数 }, unit: people,"
    " verb: exported, value: 9870, " SHOPKEPT_PROVED " }\n"
    "  kept: { kind: count, label: People he kept, unit: people, value: 200,"
    " claimed: { by: the leaver, from: his mail, at: 2026-03-06 01:00 } }\n"
    "  way_out: { kind: text, says: [HOW], label: { en: How it left, zh: 经过 }, value: { en: An open login. },"
    " " SHOPKEPT_PROVED " }\n"
    "  mobiles: { kind: data, category: contact, label: Mobile numbers, value: involved, " SHOPKEPT_PROVED " }\n"
    "  bank: { kind: data, category: bank, label: Refund accounts, value: involved, " SHOPKEPT_PROVED " }\n"
    "  passwords: { kind: data, category: logins, label: Passwords, value: not_involved, verified: { by: it-admin,"
    " against: the 14 columns, over: 1 to 5 March, at: 2026-03-06 01:30 } }\n"
    "  birthdays: { kind: data, category: birthdates, label: Dates of birth }\n"
    "  where_now: { kind: text, label: Who has it now }\n"
    "actions: { suspend-account: 2026-03-05 22:20, notify-insurer: 2026-03-06 00:20 }\n"
    "next_update: 2026-03-07 18:00\n";

static inline struct world *shopkept_world(const struct dossier *dossier, struct diags *diags)
{
	struct file regimes[] = {{"kr-pipa.yaml", shopkept_pipa, sizeof shopkept_pipa - 1},
	                         {"sg-pdpa.yaml", shopkept_pdpa, sizeof shopkept_pdpa - 1}};
	struct world_sources sources = {.scenario = {"", "", 0},
	                                .playbook = {"shop.yaml", shopkept_playbook, sizeof shopkept_playbook - 1},
	                                .actions = {"actions.yaml", shopkept_actions, sizeof shopkept_actions - 1},
	                                .regimes = regimes,
	                                .nregimes = 2};
	struct world_options options = {
	    .lang = "en", .t0 = dossier->now, .starts = dossier->starts, .company = &dossier->company};
	return world_build(arena_new(), &sources, NULL, &options, diags);
}

#endif
