/* Any bytes as a notice, its format and language by the first two: told, never a crash, and every place is in the file.
 */
#include "../shopkept.h"

#include "base/charset.h"
#include "desk/proofread.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

/* Few of each, so that a run is short. */
static const char actions[] =
    "vocabulary: small\nreviewed: 2026-02-01\n"
    "actions:\n"
    "  suspend-account: { description: x, public: { en: We switched off the account., zh: 我们已停用相关账号。,"
    " ms: Kami telah menggantung akaun itu., ko: 해당 계정의 사용을 정지했습니다. } }\n"
    "  notify-insurer: { description: x, public: { en: We told our insurer and stopped 2 things., zh: "
    "我们已通知保险公司。,"
    " ms: Kami telah memaklumkan syarikat insurans., ko: 보험사에 알렸습니다. } }\n"
    "  notify-marketplace: { description: x, public: { en: We told the marketplace. } }\n"
    "pausable: { notices: { description: x } }\n"
    "notices: { customer-confirmed: { audience: customers, description: x } }\n";

static const char phrases[] =
    "overclaims: small\nreviewed: 2026-02-01\nlanguages:\n"
    "  en:\n    deeds: [we have, we've]\n    subjects: [we]\n    past: [told, took]\n    adverbs: [also]\n"
    "    relative: [what]\n    was: [was]\n    done: [blocked, told]\n    agents: [by him]\n"
    "    undone: [have not, will, received]\n    tells: [told, informed]\n"
    "    addressees: { kr-pipa: { names: [PIPC] }, any: { names: [authority] }, every: { names: [authorities] },"
    " notify-insurer: { names: [insurer] }, customers: { names: [customers] } }\n"
    "    actions: { suspend-account: { names: [blocked the account, disabled its login] } }\n"
    "    kinds: { logins: { names: [password] }, contact: { names: [email] }, all: { names: [data] } }\n"
    "    in: [lost, got]\n    none: [\"no\", not]\n    out: [safe]\n    open: [if]\n    handles: [change]\n"
    "    apart: [but, ;]\n    references: [page]\n    ordinals: [st]\n    repeats: [before]\n    promises: [will]\n"
    "    opening: [call]\n    shares: [half of]\n"
    "    phrases: { a: { phrases: [no evidence, \"only {n}\", \"{n} or so\"], why: w, instead: i, unless: search },"
    " b: { phrases: [may], why: w, instead: i, unless: unknown },"
    " c: { phrases: [over], why: w, instead: i, unless: later } }\n"
    "  zh:\n    deeds: [我们已]\n    subjects: [我们]\n    past: [了]\n    relative: [为了]\n    was: [已]\n"
    "    done: [通知]\n    undone: [尚未]\n    tells: [通知]\n    addressees: { sg-pdpa: { names: [委员会] } }\n"
    "    actions: { suspend-account: { names: [冻结该账号] } }\n"
    "    kinds: { logins: { names: [密码] } }\n    in: [泄露]\n    none: [没有]\n    open: [可能]\n    handles: "
    "[更改]\n"
    "    phrases: { a: { phrases: [没有证据, \"仅{n}\"], why: w, instead: i, unless: unknown } }\n"
    "  ms:\n    deeds: [kami telah]\n    undone: [belum]\n    tells: [memaklumkan]\n"
    "    addressees: { any: { names: [polis] } }\n"
    "    phrases: { a: { phrases: [tiada bukti], why: w, instead: i } }\n"
    "  ko:\n    deeds: [조치 완료]\n    subjects: [저희]\n    past: [하였]\n    agents: [해커가]\n    undone: [못했, "
    "것을 확인]\n"
    "    tells: [신고]\n    addressees: { kr-pipa: { names: [위원회] } }\n    kinds: { logins: { names: [비밀번호] } "
    "}\n"
    "    in: [유출]\n    none: [않]\n    phrases: { a: { phrases: [증거는 없], why: w, instead: i } }\n";

static struct proofread proofread;
static struct arena *kept; /* what all runs are held against */

static struct world *build(const struct dossier *dossier, struct diags *diags)
{
	struct file regimes[] = {{"kr-pipa.yaml", shopkept_pipa, sizeof shopkept_pipa - 1}};
	struct world_sources sources = {.scenario = {"", "", 0},
	                                .playbook = {"shop.yaml", shopkept_playbook, sizeof shopkept_playbook - 1},
	                                .actions = {"actions.yaml", actions, sizeof actions - 1},
	                                .regimes = regimes,
	                                .nregimes = 1};
	struct world_options options = {
	    .lang = "en", .t0 = dossier->now, .starts = dossier->starts, .company = &dossier->company};
	return world_build(arena_new(), &sources, NULL, &options, diags);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static const char *lang = "en";
	const struct shape_texts english = {&lang, 1};
	struct file facts = {"facts.yaml", shopkept_facts, sizeof shopkept_facts - 1};
	struct file phrased = {"overclaims.yaml", phrases, sizeof phrases - 1};
	struct file advised = {"advice.yaml", shopkept_advice, sizeof shopkept_advice - 1};
	struct diags diags;
	(void)argc;
	(void)argv;
	diags_init(&diags);
	kept = arena_new();
	struct shape_reader reader = {kept, &diags, "en"};
	struct dossier *dossier = dossier_load(&facts, 1772735460, &reader);
	struct world *world = dossier ? build(dossier, &diags) : NULL;
	proofread.matter = world ? dossier_matter(dossier, world, &reader) : NULL;
	proofread.overclaim = overclaim_load(&phrased, &reader);
	proofread.advice = advice_load(&advised, &english, &reader);
	if (!proofread.matter || !proofread.overclaim || !proofread.advice)
		abort();
	diags_free(&diags);
	return 0;
}

static void look_at(const struct diags *diags, const struct statement *values)
{
	for (size_t i = 0; i < diags->n; i++)
		if (diags->v[i].line < 0 || diags->v[i].col < 0 || !diags->v[i].message)
			abort();
	for (size_t i = 0; i < values->nvalues; i++)
		if (!values->values[i].text || !*values->values[i].text)
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = {"n.txt", "n.md", "n.html", "n.eml", "n"};
	static const char *const langs[] = {NULL, "en", "zh", "ms", "ko"};
	if (size < 2)
		return 0;
	struct arena *arena = arena_new();
	struct diags diags;
	struct text out = {0};
	struct statement values = {0};
	struct charset_found found;
	struct text decoded = {0};
	const char *bytes = arena_ndup(arena, (const char *)data + 2, size - 2);
	struct file file = {names[data[0] % 5], bytes, size - 2};
	if (charset_to_utf8(bytes, size - 2, &decoded, &found) && decoded.len)
		file = (struct file){file.name, decoded.data, decoded.len};
	diags_init(&diags);
	diags_source(&diags, file.name, file.bytes, file.len);
	proofread.lang = langs[data[1] % 5];
	proofread_file(&proofread, &file, arena, &diags, &out, &values);
	look_at(&diags, &values);
	diags_render(&diags, &out);
	text_free(&out);
	text_free(&decoded);
	diags_free(&diags);
	arena_free(arena);
	return 0;
}
