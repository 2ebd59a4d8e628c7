/* A world of data alone for tests (small.h runs Lua): one question, a few injects, a playbook of two phases, one law.
 */
#ifndef TESTS_TINY_H
#define TESTS_TINY_H

#include "content/world.h"

static const char tiny_scenario[] = "scenario \"small\" {}\n"; /* never run: the declarations below stand for it */

static const char tiny_actions[] =
    "vocabulary: small\n"
    "reviewed: 2026-02-01\n"
    "actions:\n"
    "  open-log: { description: Start a log, public: { en: We keep a log. } }\n"
    "  suspend-account:\n"
    "    description: Switch the account off\n"
    "    public: { en: We switched the account off. }\n"
    "  pause-ads:\n"
    "    description: Stop the ads\n"
    "    public: { en: We stopped our ads. }\n"
    "    pauses: ads\n"
    "  brief-staff: { description: Tell the staff, public: { en: We told our staff. } }\n"
    "  notify-pdpc:\n"
    "    description: File with the PDPC\n"
    "    public: { en: We told the PDPC. }\n"
    "    files: authority\n"
    "    regime: sg-pdpa\n"
    "  notify-marketplace:\n"
    "    description: Tell the marketplace\n"
    "    public: { en: We told the marketplace. }\n"
    "pausable:\n"
    "  ads: { description: Paid ads }\n"
    "notices:\n"
    "  customer-holding: { audience: customers, description: A first line }\n";

static const char tiny_playbook[] =
    "playbook: shop\n"
    "title: Customer-data incident runbook\n"
    "company: { name: Kopi & Kain Pte Ltd, timezone: Asia/Singapore, customers: { SG: 41200 } }\n"
    "reviewed: 2026-02-01\n"
    "owner: incident-lead\n"
    "roles:\n"
    "  incident-lead: { person: Mei Lin, deputy: Arif }\n"
    "  it-admin: { person: Arif }\n"
    "systems:\n"
    "  crm: { name: HubNest CRM, holds: [contact, orders], admin: it-admin, logs: 90d }\n"
    "severities:\n"
    "  sev1: { when: Customer data has left, wake: [incident-lead], pause: [ads] }\n"
    "obligations:\n"
    "  - { party: Pasar+ marketplace, clause: \"14.2\", clock: aware, within: 48h, action: notify-marketplace }\n"
    "phases:\n"
    "  - phase: contain\n"
    "    goal: Stop the bleeding\n"
    "    steps:\n"
    "      - step: open-log\n"
    "        instruction: Open the log of {crm}\n"
    "        owner: incident-lead\n"
    "        due: +1h\n"
    "        takes: 5m\n"
    "        does: [open-log]\n"
    "      - step: suspend-account\n"
    "        instruction: Suspend the account\n"
    "        owner: it-admin\n"
    "        due: aware+1h\n"
    "        takes: 20m\n"
    "        does: [suspend-account]\n"
    "        needs: [open-log]\n"
    "        skip: { allowed: true, by: incident-lead }\n"
    "  - phase: tell\n"
    "    goal: Tell who must know\n"
    "    steps:\n"
    "      - step: notify-pdpc\n"
    "        instruction: File with the PDPC\n"
    "        owner: incident-lead\n"
    "        due: assessed+24h\n"
    "        does: [notify-pdpc]\n";

static const char tiny_regime[] =
    "regime: sg-pdpa\n"
    "name: Personal Data Protection Act 2012 (Singapore)\n"
    "authority: { name: Personal Data Protection Commission, short: PDPC }\n"
    "countries: [SG]\n"
    "zone: Asia/Singapore\n"
    "source: PDPA sections 26A to 26E\n"
    "verified_on: 2026-02-01\n"
    "in_force: { from: 2021-02-01 }\n"
    "confidence: primary\n"
    "duties:\n"
    "  authority: { clock: assessed, days: 3, when: 500 people or more, law: PDPA s 26D }\n";

static const char tiny_story[] =
    "[{\"kind\":\"scenario\",\"id\":\"small\",\"body\":{\"title\":\"A small drill\",\"synopsis\":\"Somebody writes.\","
    "\"company\":{\"name\":\"Kopi & Kain Pte Ltd\",\"timezone\":\"Asia/Singapore\",\"customers\":{\"SG\":41200}},"
    "\"terms\":{\"shop\":\"the web shop\",\"crm\":\"some CRM\"},\"starts\":\"2026-03-05 21:40\","
    "\"roles\":[\"incident-lead\",\"it-admin\"],\"pace\":[{\"to\":\"100h\",\"takes\":\"20m\"}],"
    "\"truth\":{\"aware\":\"1h30\",\"assessed\":\"8h\"}}},"
    "{\"kind\":\"objective\",\"id\":\"containment\",\"body\":{\"#\":[\"Access is cut\"],\"weight\":20}},"
    "{\"kind\":\"var\",\"id\":\"access_live\",\"body\":true},"
    "{\"kind\":\"var\",\"id\":\"calls\",\"body\":0},"
    "{\"kind\":\"var\",\"id\":\"led_by\",\"body\":[\"nobody\",\"lead\",\"ceo\"]},"
    "{\"kind\":\"fact\",\"id\":\"people\",\"body\":{\"kind\":\"count\",\"label\":\"People in the file\","
    "\"unit\":\"people\",\"verb\":\"exported\",\"truth\":9870}},"
    "{\"kind\":\"fact\",\"id\":\"bank\",\"body\":{\"kind\":\"data\",\"category\":\"bank\",\"label\":\"Bank details\","
    "\"truth\":\"involved\"}},"
    "{\"kind\":\"fact\",\"id\":\"left\",\"body\":{\"kind\":\"time\",\"label\":\"When it left\",\"truth\":\"0h\"}},"
    "{\"kind\":\"fact\",\"id\":\"who\",\"body\":{\"kind\":\"text\",\"label\":\"Who\",\"truth\":\"Dana K.\"}},"
    "{\"kind\":\"inject\",\"id\":\"letter\",\"body\":{\"at\":\"0h\",\"from\":\"{crm} alerts\",\"to\":\"it-admin\","
    "\"channel\":\"email\",\"subject\":\"Your export\",\"text\":\"Your export from {crm} is ready for {shop}.\","
    "\"expects\":[\"suspend-account\"],\"opens\":\"who-leads\"}},"
    "{\"kind\":\"inject\",\"id\":\"reporter\",\"body\":{\"after\":\"letter\",\"delay\":\"5h\",\"from\":\"A reporter\","
    "\"to\":\"all\",\"channel\":\"phone\",\"text\":\"Is it true?\",\"read_aloud\":\"Is it true?\"}},"
    "{\"kind\":\"inject\",\"id\":\"staff-post\",\"body\":{\"by\":\"24h\",\"unless\":\"brief-staff\","
    "\"from\":\"Support\",\"to\":\"all\",\"channel\":\"chat\",\"text\":\"What do we say?\"}},"
    "{\"kind\":\"decision\",\"id\":\"who-leads\",\"body\":{\"owner\":\"incident-lead\",\"within\":\"30m\","
    "\"closes\":\"2h\",\"default\":\"chat\",\"discuss\":\"3m\",\"objective\":\"containment\","
    "\"ask\":\"Who runs this in {crm}?\",\"hint\":\"Whose name?\",\"probes\":[\"Who else?\"],"
    "\"listen_for\":\"A name\",\"#\":["
    "{\"id\":\"named\",\"#\":[\"Name one lead\"],\"does\":[\"open-log\"],\"score\":{\"containment\":3},"
    "\"because\":\"One owner decides.\"},"
    "{\"id\":\"chat\",\"#\":[\"Open a group chat\"],\"takes\":\"2h\",\"score\":{\"containment\":1},"
    "\"because\":\"Everybody reads, nobody leads.\"},"
    "{\"id\":\"ceo\",\"#\":[\"Hold until the owner lands\"],\"takes\":\"9h\",\"sets\":{\"led_by\":\"ceo\"},"
    "\"score\":{\"containment\":-2},\"because\":\"Nine hours are gone.\"}],"
    "\"late\":{\"score\":{\"containment\":-1},\"because\":\"Nobody took the lead.\"}}},"
    "{\"kind\":\"on\",\"id\":\"suspend-account\",\"body\":{\"sets\":{\"access_live\":false},"
    "\"score\":{\"containment\":3},\"because\":\"The door is shut.\"}},"
    "{\"kind\":\"at\",\"id\":\"52h\",\"body\":{\"sets\":{\"calls\":2},\"critical\":\"logs-gone\","
    "\"because\":\"The logs have lapsed.\"}}]";

/* The tiny playbook, actions and law around a story told as data. NULL after adding every fault. */
static inline struct world *tiny_world_of(const struct jsn *story, bool extended, struct diags *diags)
{
	struct arena *arena = arena_new();
	struct file regime = {"regimes/sg-pdpa.yaml", tiny_regime, sizeof tiny_regime - 1};
	struct world_sources sources = {
	    .scenario = {"small.lua", tiny_scenario, sizeof tiny_scenario - 1},
	    .playbook = {"shop.yaml", tiny_playbook, sizeof tiny_playbook - 1},
	    .actions = {"actions.yaml", tiny_actions, sizeof tiny_actions - 1},
	    .regimes = &regime,
	    .nregimes = 1,
	};
	struct yml *declarations = yml_from_jsn(story, "small.lua", arena);
	struct world_options options = {.lang = "en", .extended = extended};
	return world_build(arena, &sources, declarations, &options, diags);
}

/* NULL after adding every fault. The files' bytes are the constants above. */
static inline struct world *tiny_world(bool extended, struct diags *diags)
{
	struct jsn_fault fault;
	struct jsn *story = jsn_parse(tiny_story, sizeof tiny_story - 1, &fault);
	struct world *world = tiny_world_of(story, extended, diags);
	jsn_free(story);
	return world;
}

#endif
