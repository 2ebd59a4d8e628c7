#include "exercise/setting.h"

#include "base/tree.h"
#include "base/zone.h"
#include "content/heard.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEY = 64 };

struct scene {
	const struct saying *s;
	const struct matter *matter;
	const struct world *world;
	struct jsn *root;
	int company; /* the voucher of the company's own */
	bool authorities;
};

static const struct world_deadline *deadline_of(const struct matter *matter, const struct matter_clock *clock)
{
	return &matter->world->deadlines[clock->deadline];
}

/* The company and the draft -------------------------------------------------------------------------------------- */

/* "Singapore time"; a zone without words is told by its distance from UTC. */
static void put_zone(const struct scene *c)
{
	char key[KEY], offset[KEY];
	snprintf(key, sizeof key, "zone.%s", c->matter->zone);
	if (phrase_has(c->s->phrases, key)) {
		phrase_put(c->s->phrases, key, NULL, c->root, "zone");
		return;
	}
	struct zone_civil local = zone_civil(c->matter->zone, c->matter->now);
	int64_t ahead = (zone_epoch("UTC", &local) - c->matter->now) / 60, size = ahead < 0 ? -ahead : ahead;
	int len = snprintf(offset, sizeof offset, "UTC%c%" PRId64, ahead < 0 ? '-' : '+', size / 60);
	if (size % 60)
		snprintf(offset + len, sizeof offset - (size_t)len, ":%02" PRId64, size % 60);
	tree_text(c->root, "zone", offset);
}

static void add_company(const struct scene *c)
{
	struct jsn *company = tree_object(c->root, "company");
	saying_put(company, "name", c->matter->company);
	saying_put(company, "contact", c->matter->contact);
	voucher_back(company, NULL, c->company);
	saying_at(c->s, c->root, c->matter->now);
	put_zone(c);
	int drafted = saying_own(c->s, "when this was drafted");
	voucher_back(c->root, "date", drafted);
	voucher_back(c->root, "time", drafted);
	voucher_back(c->root, "zone", drafted);
}

/* A promise whose time has come is no promise of the next word. In a session a notice that promises of its own is the
 * word that was promised before; a facts file says what is to be promised, or a promise to these readers stands. */
struct setting_promise setting_promise(const struct matter *matter, const char *kind)
{
	const struct playbook_comms *row = world_comms(matter->world, kind);
	int32_t after = row ? row->next_update : SHAPE_UNSET;
	int64_t heard = heard_promise(matter, kind);
	if (!matter->recorded && matter->next_update > matter->now)
		return (struct setting_promise){matter->next_update, SHAPE_UNSET};
	if (heard != MATTER_NEVER && !(matter->recorded && after != SHAPE_UNSET))
		return (struct setting_promise){heard, SHAPE_UNSET};
	if (after == SHAPE_UNSET)
		return (struct setting_promise){MATTER_NEVER, SHAPE_UNSET};
	return (struct setting_promise){matter->now + after, after};
}

static void add_next_update(const struct scene *c, const char *kind)
{
	struct setting_promise next = setting_promise(c->matter, kind);
	saying_when(
	    c->s, c->root, "next_update", next.at,
	    saying_own(c->s, next.after == SHAPE_UNSET ? "as promised" : "the playbook's next_update of this notice"));
}

/* Laws ----------------------------------------------------------------------------------------------------------- */

const struct regime *setting_regime(const struct matter *matter, const char *name)
{
	for (size_t i = 0; name && i < matter->world->nregimes; i++)
		if (regime_means(name, matter->world->regimes[i]->id))
			return matter->world->regimes[i];
	return NULL;
}

const struct matter_clock *setting_clock(const struct matter *matter, const struct regime *regime, bool individuals)
{
	for (size_t i = 0; i < matter->nclocks; i++) {
		const struct world_deadline *deadline = deadline_of(matter, &matter->clocks[i]);
		if (deadline->regime == regime && deadline->individuals == individuals)
			return &matter->clocks[i];
	}
	return NULL;
}

static bool is_late(const struct matter *matter, const struct matter_clock *clock)
{
	if (!clock || clock->due == MATTER_NEVER)
		return false;
	return (clock->notified == MATTER_NEVER ? matter->now : clock->notified) > clock->due;
}

bool setting_late(const struct matter *matter, const struct regime *regime, bool individuals)
{
	return is_late(matter, setting_clock(matter, regime, individuals));
}

static int counted(const struct scene *c, const struct matter_clock *clock)
{
	return saying_own(c->s, arena_printf(c->s->vouchers->arena, "counted from the moment %s, as logged",
	                                     shape_moments[deadline_of(c->matter, clock)->moment]));
}

static void put_clock(const struct scene *c, const struct matter_clock *clock, const char *key, struct jsn *object)
{
	if (clock)
		saying_when(c->s, object, key, clock->due, counted(c, clock));
	else
		tree_null(object, key);
}

static int filed(const struct scene *c, const struct matter_clock *clock)
{
	return saying_own(c->s,
	                  arena_printf(c->s->vouchers->arena, "%s, logged as told", deadline_of(c->matter, clock)->id));
}

/* A law or an authority as the language calls it; one that it has no words for as its record has it. */
static void put_named(const struct scene *c, const char *group, const struct regime *regime, const char *own,
                      struct jsn *object, const char *key)
{
	char path[KEY];
	snprintf(path, sizeof path, "%s.%.40s", group, regime->id);
	if (phrase_has(c->s->phrases, path))
		phrase_put(c->s->phrases, path, NULL, object, key);
	else
		saying_put(object, key, own);
}

static void put_law(const struct scene *c, const struct regime *regime, struct jsn *object, const char *key)
{
	put_named(c, "law", regime, regime->name, object, key);
}

static void put_authority(const struct scene *c, const struct regime *regime, struct jsn *object, const char *key)
{
	put_named(c, "authority", regime, regime->authority.name, object, key);
}

static void put_regime(const struct scene *c, const struct regime *regime, struct jsn *object)
{
	const struct regime_duty *authority = &regime->duties.authority, *people = &regime->duties.individuals;
	bool individuals = people->entry.node && !(c->authorities && authority->entry.node);
	const struct matter_clock *clock = setting_clock(c->matter, regime, individuals);
	put_law(c, regime, object, "name");
	put_authority(c, regime, object, "authority");
	saying_put(object, "short", regime->authority.shorthand);
	saying_put(object, "portal", regime->authority.portal);
	saying_put(object, "law", (individuals ? people : authority)->law);
	put_clock(c, clock, "due", object);
	tree_flag(object, "late", is_late(c->matter, clock));
	voucher_back(object, NULL, saying_own(c->s, regime->source));
}

static void add_regimes(const struct scene *c, const char *name)
{
	const struct regime *own = setting_regime(c->matter, name);
	struct jsn *list = tree_list(c->root, "regimes");
	for (size_t i = 0; i < c->world->nregimes; i++)
		put_regime(c, c->world->regimes[i], tree_row(list));
	saying_end(c->s, c->root, "regimes");
	if (own)
		put_regime(c, own, tree_object(c->root, "regime"));
	else
		tree_null(c->root, "regime");
}

/* Whom a deadline is owed to. */
static void put_party(const struct scene *c, const struct world_deadline *deadline, struct jsn *row, const char *key)
{
	if (!deadline->regime) {
		saying_put(row, key, deadline->party);
	} else if (!deadline->individuals) {
		put_authority(c, deadline->regime, row, key);
	} else {
		struct jsn *data = jsn_make(JSN_OBJECT, 0);
		put_law(c, deadline->regime, data, "law");
		phrase_put(c->s->phrases, "plan.individuals", data, row, key);
	}
}

/* In order of time ----------------------------------------------------------------------------------------------- */

struct entry {
	int64_t at;
	size_t nth; /* as found: what comes at the same time keeps its order */
	struct jsn *row;
};

struct entries {
	struct arena *arena;
	struct entry *v;
	size_t n;
};

static struct jsn *entry_add(struct entries *entries, int64_t at)
{
	struct entry *entry = arena_push(entries->arena, &entries->v, &entries->n, sizeof *entry);
	*entry = (struct entry){at, entries->n, jsn_make(JSN_OBJECT, 0)};
	return entry->row;
}

static int by_time(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return (x->nth > y->nth) - (x->nth < y->nth);
}

static void find_moments(const struct scene *c, struct entries *entries)
{
	char key[KEY];
	for (int i = 0; i < SHAPE_MOMENTS; i++) {
		if (c->matter->moments[i] == MATTER_NEVER)
			continue;
		struct jsn *row = entry_add(entries, c->matter->moments[i]);
		snprintf(key, sizeof key, "moment.%s", shape_moments[i]);
		phrase_put(c->s->phrases, key, NULL, row, "words");
		voucher_back(row, NULL, vouchers_moment(c->s->vouchers, c->matter, i));
	}
}

static void find_deeds(const struct scene *c, struct entries *entries)
{
	for (size_t i = 0; i < c->matter->ndeeds; i++)
		if (exhibit_tells(c->s, &c->matter->deeds[i], c->authorities))
			exhibit_deed(c->s, &c->matter->deeds[i], entry_add(entries, c->matter->deeds[i].at));
}

/* A publication or filing is told once where the action that did it is logged, too. */
static bool by_deed(const struct scene *c, const struct matter_word *word, const struct matter_clock *clock)
{
	bool named;
	for (size_t i = 0; i < c->matter->ndeeds; i++) {
		const struct matter_deed *deed = &c->matter->deeds[i];
		const struct vocabulary_action *action = vocabulary_action(c->world->vocabulary, deed->action);
		if (!exhibit_tells(c->s, deed, c->authorities))
			continue;
		if (word && action->notice && strcmp(action->notice, word->notice) == 0 && deed->at == word->at)
			return true;
		if (clock && world_files(c->world, deed->action, clock->deadline, &named))
			return true;
	}
	return false;
}

static const struct vocabulary_notice *kind_of(const struct scene *c, const char *kind)
{
	return vocabulary_notice(c->world->vocabulary, names_find(&c->world->names, NAMES_NOTICE, kind));
}

/* The form went out with the filing, which names the authority. */
static bool by_filing(const struct scene *c, const struct matter_word *word)
{
	const struct vocabulary_notice *kind = kind_of(c, word->notice);
	if (!kind || strcmp(kind->audience, "authorities") != 0)
		return false;
	for (size_t i = 0; i < c->matter->nclocks; i++) {
		const struct world_deadline *deadline = deadline_of(c->matter, &c->matter->clocks[i]);
		if (deadline->regime && !deadline->individuals && c->matter->clocks[i].notified == word->at)
			return true;
	}
	return false;
}

/* Whom a kind of notice goes to; nothing where the language has no words for them. */
static void put_readers(const struct scene *c, const char *kind, struct jsn *data)
{
	const struct vocabulary_notice *notice = kind_of(c, kind);
	char key[KEY];
	snprintf(key, sizeof key, "audience.%.40s", notice ? notice->audience : "");
	if (notice && phrase_has(c->s->phrases, key))
		phrase_put(c->s->phrases, key, NULL, data, "readers");
	else
		tree_null(data, "readers");
}

static void find_words(const struct scene *c, struct entries *entries)
{
	for (size_t i = 0; i < c->matter->nwords; i++) {
		const struct matter_word *word = &c->matter->words[i];
		bool again = i && heard_together(word, word - 1);
		if (again || by_deed(c, word, NULL) || by_filing(c, word))
			continue;
		struct jsn *row = entry_add(entries, word->at), *data = jsn_make(JSN_OBJECT, 0);
		int number = saying_own(c->s, arena_printf(c->s->vouchers->arena, "published: %s", word->notice));
		c->s->vouchers->v[number].proof.turn = word->turn;
		put_readers(c, word->notice, data);
		saying_put(data, "subject", heard_in(c->matter, word, c->s->lang)->subject);
		phrase_put(c->s->phrases, "chronology.published", data, row, "words");
		voucher_back(row, NULL, number);
	}
}

static void find_filings(const struct scene *c, struct entries *entries)
{
	for (size_t i = 0; i < c->matter->nclocks; i++) {
		const struct matter_clock *clock = &c->matter->clocks[i];
		bool ours =
		    !c->authorities && deadline_of(c->matter, clock)->obligation; /* whom we told of it by contract */
		if (ours || clock->notified == MATTER_NEVER || by_deed(c, NULL, clock))
			continue;
		struct jsn *row = entry_add(entries, clock->notified), *data = jsn_make(JSN_OBJECT, 0);
		put_party(c, deadline_of(c->matter, clock), data, "party");
		phrase_put(c->s->phrases, "chronology.notified", data, row, "words");
		voucher_back(row, NULL, filed(c, clock));
	}
}

static void add_chronology(const struct scene *c)
{
	struct entries entries = {.arena = c->s->vouchers->arena};
	struct jsn *list = tree_list(c->root, "chronology");
	find_moments(c, &entries);
	find_deeds(c, &entries);
	find_words(c, &entries);
	find_filings(c, &entries);
	if (entries.n)
		qsort(entries.v, entries.n, sizeof *entries.v, by_time);
	for (size_t i = 0; i < entries.n; i++) {
		saying_at(c->s, entries.v[i].row, entries.v[i].at);
		jsn_put(list, NULL, entries.v[i].row);
	}
	saying_end(c->s, c->root, "chronology");
}

/* Clocks and contracts ------------------------------------------------------------------------------------------- */

static void add_plan(const struct scene *c)
{
	struct jsn *list = tree_list(c->root, "plan");
	for (size_t i = 0; i < c->matter->nclocks; i++) {
		const struct matter_clock *clock = &c->matter->clocks[i];
		const struct world_deadline *deadline = deadline_of(c->matter, clock);
		struct jsn *row = tree_row(list);
		put_party(c, deadline, row, "audience");
		tree_flag(row, "individuals", deadline->individuals);
		put_clock(c, clock, "due", row);
		saying_when(c->s, row, "done", clock->notified, filed(c, clock));
		voucher_back(row, NULL, saying_own(c->s, deadline->law));
	}
	saying_end(c->s, c->root, "plan");
}

static void add_obligations(const struct scene *c)
{
	static const char *const kinds[][2] = {
	    {"marketplace", "notify-marketplace"}, {"payments", "notify-acquirer"}, {"insurer", "notify-insurer"}};
	struct jsn *list = tree_list(c->root, "obligations");
	for (size_t i = 0; i < c->matter->nclocks; i++) {
		const struct matter_clock *clock = &c->matter->clocks[i];
		const struct playbook_obligation *o = deadline_of(c->matter, clock)->obligation;
		if (!o)
			continue;
		struct jsn *row = tree_row(list);
		saying_put(row, "party", o->party);
		saying_put(row, "clause", o->clause);
		saying_put(row, "contact", o->contact);
		put_clock(c, clock, "due", row);
		saying_when(c->s, row, "done", clock->notified, filed(c, clock));
		for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
			tree_flag(row, kinds[k][0], strcmp(o->action, kinds[k][1]) == 0);
		voucher_back(row, NULL, c->company);
	}
	saying_end(c->s, c->root, "obligations");
}

/* The playbook --------------------------------------------------------------------------------------------------- */

static void add_systems(const struct scene *c)
{
	const struct shape_list *systems = &c->world->playbook->systems;
	struct jsn *list = tree_list(c->root, "systems");
	struct text text = {0};
	for (size_t i = 0; i < systems->n; i++) {
		const struct playbook_system *system = &((const struct playbook_system *)systems->v)[i];
		struct jsn *row = tree_row(list);
		text_clear(&text);
		if (system->logs != SHAPE_UNSET)
			phrase_span(c->s->phrases, system->logs, &text);
		saying_put(row, "name", system->name);
		saying_put(row, "vendor", system->vendor);
		saying_put(row, "logs", system->logs == SHAPE_UNSET ? NULL : text.data);
		voucher_back(row, NULL, c->company);
	}
	text_free(&text);
	saying_end(c->s, c->root, "systems");
}

static void put_role(const struct scene *c, const struct playbook_role *role, struct jsn *object)
{
	saying_put(object, "role", role->entry.id);
	saying_put(object, "person", role->person);
	saying_put(object, "deputy", role->deputy);
	saying_put(object, "reach", role->reach);
	voucher_back(object, NULL, c->company);
}

static void add_contacts(const struct scene *c)
{
	const struct playbook *playbook = c->world->playbook;
	struct jsn *list = tree_list(c->root, "contacts");
	const struct playbook_role *roles = playbook->roles.v;
	for (size_t i = 0; i < playbook->roles.n; i++)
		if (roles[i].person)
			put_role(c, &roles[i], tree_row(list));
	saying_end(c->s, c->root, "contacts");
	const struct playbook_role *lead = playbook_role(playbook, playbook->owner);
	if (lead && lead->person)
		put_role(c, lead, tree_object(c->root, "lead"));
	else
		tree_null(c->root, "lead");
}

static void add_countries(const struct scene *c)
{
	char key[KEY];
	struct jsn *list = tree_list(c->root, "countries");
	const struct shape_counts *customers = c->matter->customers;
	struct text text = {0};
	for (size_t i = 0; customers && i < customers->n; i++) {
		struct jsn *row = tree_row(list);
		snprintf(key, sizeof key, "country.%s", customers->v[i].key);
		saying_put(row, "country", customers->v[i].key);
		if (phrase_has(c->s->phrases, key))
			phrase_put(c->s->phrases, key, NULL, row, "country");
		phrase_number(c->s->phrases, customers->v[i].n, &text);
		tree_taken(row, "customers", &text);
		voucher_back(row, NULL, c->company);
	}
	text_free(&text);
	saying_end(c->s, c->root, "countries");
}

void setting_add(const struct saying *saying, const char *kind, const char *regime, bool authorities, struct jsn *root)
{
	struct scene c = {
	    saying, saying->matter, saying->matter->world, root, saying_own(saying, "the company's own"), authorities};
	add_company(&c);
	add_next_update(&c, kind);
	add_regimes(&c, regime);
	add_chronology(&c);
	add_plan(&c);
	add_obligations(&c);
	add_systems(&c);
	add_contacts(&c);
	add_countries(&c);
}
