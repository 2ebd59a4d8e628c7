#include "content/stray.h"

#include <string.h>

/* ---- keys ---- */

// clang-format off
#define OPTION   "an option"
#define LATE     "`late`"
#define ON       "an `on`"
#define AT       "an `at`"
#define INJECT   "an inject"
#define DECISION "a decision"
#define REACTING OPTION ", " LATE ", " ON ", " AT
#define BROUGHT  "an inject or an `at` brings the question: opens = \"...\" there says when"
#define TOGETHER "points stand together: score = { containment = 3 }, by the dimension's name"
#define SILENT   "an inject has none: it belongs to an option, to `late`, to an `on` or an `at`"
#define CHOSEN   "a question itself does nothing: it belongs to an option, or to `late`"
#define ASKED    "it belongs to the decision, beside its options, not into one"
#define SAID     "only an inject says something: deliver one with delivers = \"...\""

/* Where a key is written by mistake, and what to write. */
static const struct home {
	const char *keys, *where, *write;
} homes[] = {
	{"late", OPTION, "`late` belongs to the decision, beside its options"},
	{"late", INJECT ", " ON ", " AT, "`late` belongs to a decision, beside its options"},
	{"options choices", DECISION, "the options stand in the decision itself: { id = \"...\", \"...\" }, without a key around them"},
	{"containment evidence scoping communications care", REACTING, TOGETHER},
	{"containment evidence scoping communications care score critical run because", INJECT, SILENT},
	{"containment evidence scoping communications care score critical run because", DECISION, CHOSEN},
	{"moment sets claims verifies does cancels delivers opens ends", DECISION, CHOSEN},
	{"takes", DECISION ", " INJECT, "`takes` belongs to an option"},
	{"at after delay by", DECISION, BROUGHT},
	{"when unless", DECISION, "an inject or an `at` brings the question: its `when` decides"},
	{"within closes discuss default owner objective ask hint probes listen_for", OPTION, ASKED},
	{"within closes discuss default owner objective ask hint probes listen_for", INJECT, "it belongs to a decision, which this one `opens`"},
	{"expects", REACTING ", " DECISION, "`expects` belongs to an inject"},
	{"when", ON, "an action happens, and is not asked whether: let `run` look, and return the effects"},
	{"text from to channel subject read_aloud", ON ", " AT ", " OPTION ", " LATE, SAID},
};
// clang-format on

/* Whether a list with blanks or commas between has the word, which may have blanks itself. */
static bool has(const char *list, const char *word)
{
	size_t len = strlen(word);
	for (const char *at = list; len && (at = strstr(at, word)); at += len)
		if ((at == list || at[-1] == ' ') && (!at[len] || at[len] == ' ' || at[len] == ','))
			return true;
	return false;
}

static const char *home_of(const char *what, const char *key)
{
	for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
		if (!strchr(key, ' ') && has(homes[i].keys, key) && has(homes[i].where, what))
			return homes[i].write;
	return NULL;
}

void stray_key(const struct scalar *how, const char *what, const struct yml_pair *pair, const char *const *keys,
               size_t n)
{
	const char *home = pair->value->lua ? home_of(what, pair->key) : NULL;

	diag_error(how->diags, pair->place, "unknown key \"%.60s\" in %s", pair->key, what);
	diag_code(how->diags, "unknown-key");
	if (home)
		diag_hint(how->diags, "%s", home);
	else if (pair->value->type == YML_NULL && strspn(pair->key, "0123456789") == strlen(pair->key))
		diag_hint(how->diags, "a number has no comma in it");
	else if (pair->value->type == YML_NULL && strchr(pair->key, ' '))
		diag_hint(how->diags, "a text with a comma in it needs quotes");
	else
		scalar_nearest(how, pair->key, keys, n);
}

/* ---- ids ---- */

/* What is of another kind than is asked for here. */
static const struct {
	enum names_kind asked, is;
	const char *write;
} others[] = {
    {NAMES_ITEM, NAMES_DECISION, "that is a decision: `opens` asks it; `delivers` and `after` take injects"},
    {NAMES_DECISION, NAMES_ITEM, "that is an inject: `delivers` brings it; `opens` takes decisions"},
    {NAMES_VAR, NAMES_FACT, "that is a fact: `claims` says it, `verifies` proves it"},
    {NAMES_FACT, NAMES_VAR, "that is a variable: `sets` changes it"},
};

static const char *other_kind(const struct names *names, enum names_kind kind, const char *id)
{
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (others[i].asked == kind && names_find(names, others[i].is, id) != NAMES_NONE)
			return others[i].write;
	return NULL;
}

enum { FEW = 3, SHORTEST = 3 }; /* names that are suggested together; letters of a word that says something */

/* How many of the words of an id, with hyphens between, another has, in whatever order. */
static int shared_words(const char *id, const char *other)
{
	int shared = 0;
	for (size_t len; *id; id += len + (id[len] != '\0')) {
		const char *at = other;
		len = strcspn(id, "-_");
		while (*at && (len < SHORTEST || strcspn(at, "-_") != len || strncmp(at, id, len) != 0)) {
			at += strcspn(at, "-_");
			at += *at != '\0';
		}
		shared += *at != '\0';
	}
	return shared;
}

/* Those that share most of its words, when they are few: "a", "b" or "c"; NULL. */
static const char *alike(const struct scalar *how, const struct names_list *list, const char *id)
{
	const char *found[FEW], *all = "";
	size_t n = 0;
	int most = 1;
	for (size_t i = 0; i < list->n; i++) {
		int shared = shared_words(id, list->v[i]);
		if (shared < most)
			continue;
		n = shared > most ? 0 : n;
		most = shared;
		if (n < FEW)
			found[n] = list->v[i];
		n++;
	}
	for (size_t i = 0; n <= FEW && i < n; i++)
		all = arena_printf(how->arena, "%s%s\"%s\"", all, i == 0 ? "" : i + 1 == n ? " or " : ", ", found[i]);
	return *all ? all : NULL;
}

/* Actions are many, and none of the scenario's own: whoever asks for one has seldom read their list. */
static void suggest_action(const struct scalar *how, const struct names *names, const char *id)
{
	const struct names_list *list = &names->of[NAMES_ACTION];
	const char *file = names->vocabulary ? names->vocabulary : "playbooks/actions.yaml";
	const char *beside =
	    strchr(file, '/') ? "" : " beside the playbook"; /* a team's own has no folder in a record */
	const char *near = how->diags->errors <= SCALAR_HINTED ? alike(how, list, id) : NULL;

	if (diag_nearest(id, list->v, list->n))
		scalar_nearest(how, id, list->v, list->n);
	else if (near)
		diag_hint(how->diags, "did you mean %s? The actions are those of %s%s", near, file, beside);
	else
		diag_hint(how->diags, "the actions are those of %s%s; one of your own is added there", file, beside);
}

/* Whether it was told already that this is no id at all. */
static bool is_told(const struct diags *diags, struct diag_place place)
{
	for (size_t i = diags->errors <= SCALAR_HINTED && place.col ? diags->n : 0; i-- > 0;)
		if (diags->v[i].line == place.line && diags->v[i].col == place.col &&
		    strcmp(diags->v[i].file, place.file) == 0)
			return strstr(diags->v[i].message, " is no id") != NULL;
	return false;
}

void stray_id(const struct scalar *how, const struct names *names, enum names_kind kind, const char *id,
              struct diag_place place)
{
	const char *other = other_kind(names, kind, id);

	if (is_told(how->diags, place))
		return;
	diag_error(how->diags, place, "unknown %s \"%.60s\"", names_word(kind), id);
	diag_code(how->diags, "unknown-name");
	if (other)
		diag_hint(how->diags, "%s", other);
	else if (kind == NAMES_ACTION)
		suggest_action(how, names, id);
	else
		scalar_nearest(how, id, names->of[kind].v, names->of[kind].n);
}
