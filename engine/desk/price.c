#include "desk/price.h"

#include "base/tree.h"
#include "desk/label.h"
#include "desk/sentence.h"
#include "exercise/score.h"

#include <string.h>

struct pricing {
	const struct session *session;
	const struct phrases *phrases;
	const struct issue *issue;
};

/* Whether a later notice of the same kind took over what this one promised, before `turn`. */
static bool was_followed(const struct pricing *p, int32_t turn)
{
	const struct ledger_entry *published = p->issue->entry;
	for (size_t i = p->issue->place; i < ledger_count(p->session->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(p->session->ledger, i);
		if (entry->kind == LEDGER_PUBLICATION && entry->ref == published->ref &&
		    entry->turn > published->turn && entry->turn < turn)
			return true;
	}
	return false;
}

static bool is_of(const struct pricing *p, const char *source, const char *prefix)
{
	size_t len = strlen(prefix);
	return strncmp(source, prefix, len) == 0 &&
	       strcmp(source + len, names_id(&p->session->world->names, NAMES_NOTICE, p->issue->entry->ref)) == 0;
}

/* What a notice said is priced as it goes out; the word that it promised, when that comes late or never. */
static bool prices(const struct pricing *p, const struct ledger_entry *entry)
{
	bool now = entry->turn == p->issue->entry->turn;
	if (entry->kind == LEDGER_CRITICAL)
		return now && strcmp(names_id(&p->session->world->names, NAMES_CRITICAL, entry->ref),
		                     WORLD_FALSE_STATEMENT) == 0;
	if (entry->kind != LEDGER_SCORE || !entry->text)
		return false;
	if (is_of(p, entry->text, "promise:"))
		return entry->turn > p->issue->entry->turn && !was_followed(p, entry->turn);
	return now && is_of(p, entry->text, "notice:");
}

static void put_critical(const struct pricing *p, struct jsn *list, const struct ledger_entry *entry)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text why = {0};
	assay_reason(p->session, p->phrases, entry, &why);
	tree_taken(data, "why", &why);
	phrase_put(p->phrases, "report.said.critical", data, list, NULL);
	text_free(&why);
}

static bool is_reason(const struct ledger_entry *entry, enum score_reason reason)
{
	return entry->why && strcmp(entry->why, score_reasons[reason]) == 0;
}

/* The reason on record; of values said too early which they were. */
static void say_why(const struct pricing *p, const struct ledger_entry *entry, struct text *out)
{
	struct text values = {0};
	bool so = is_reason(entry, SCORE_SAID_UNPROVED);
	if (so || is_reason(entry, SCORE_SAID_EARLY))
		assay_unproved(p->session, p->phrases, p->issue, &values);
	if (values.len) {
		struct jsn *data = jsn_make(JSN_OBJECT, 0);
		tree_taken(data, "values", &values);
		tree_flag(data, "so", so);
		phrase_say(p->phrases, "report.said.early_why", data, out);
		jsn_free(data);
	} else if (entry->why) {
		sentence_reason(p->phrases, entry->why, out);
	}
	text_free(&values);
}

static void put_points(const struct pricing *p, struct jsn *list, const struct ledger_entry *entry)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text why = {0};
	say_why(p, entry, &why);
	tree_taken(data, "why", &why);
	label_put(p->phrases, data, "objective", "event.objective", story_objectives[entry->ref]);
	label_tenths(data, "points", entry->value);
	phrase_put(p->phrases, "report.said.points", data, list, NULL);
	text_free(&why);
}

/* One record is charged with one false statement; a second is told all the same. */
static void put_again(const struct pricing *p, struct jsn *list)
{
	struct text values = {0};
	assay_falsehoods(p->session, p->phrases, p->issue, &values);
	if (values.len) {
		struct jsn *data = jsn_make(JSN_OBJECT, 0);
		tree_taken(data, "values", &values);
		phrase_put(p->phrases, "report.said.again", data, list, NULL);
	}
	text_free(&values);
}

void price_put(const struct session *session, const struct phrases *phrases, const struct issue *issue, struct jsn *row)
{
	struct pricing p = {session, phrases, issue};
	struct jsn *list = tree_list(row, "price");
	bool accused = false;
	for (size_t i = 0; assay_tells(session) && i < ledger_count(session->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(session->ledger, i);
		if (!prices(&p, entry))
			continue;
		accused = accused || entry->kind == LEDGER_CRITICAL;
		if (entry->kind == LEDGER_CRITICAL)
			put_critical(&p, list, entry);
		else
			put_points(&p, list, entry);
	}
	if (!accused)
		put_again(&p, list);
}
