#include "desk/msel_import.h"

#include "base/span.h"
#include "base/zone.h"
#include "content/scalar.h"
#include "content/texts.h"
#include "desk/msel_entry.h"
#include "desk/msel_when.h"
#include "desk/starter.h"

#include <string.h>

enum { NINE = 9, DEFAULT_END = 4 * SPAN_HOUR, TERMS = 1000 }; /* more terms than any list has */

enum kind { MESSAGE, EXPECTED, AUTOMATIC, BEGIN, END, ASIDE };

struct entry {
	const struct msel_cells_row *row;
	enum kind kind;
	bool contingency;
	const struct msel_lua_inject *inject; /* of a message, once all are read */
	bool dim;                             /* its time could not be read, which was told */
	struct msel_when when;
};

struct import {
	struct msel_sheet sheet;
	struct msel_entry_reader reader;
	struct msel_lua_scene *scene;
	struct arena *arena;
	struct entry *entries;
	size_t n;
	bool fine;
};

static void keep(struct import *im, bool fine)
{
	im->fine = im->fine && fine;
}

static struct diag_place whole(const struct import *im)
{
	return (struct diag_place){.file = im->sheet.file->name};
}

/* ---- what each row is ---- */

static bool is(const char *a, const char *b)
{
	return a && strcmp(a, b) == 0;
}

/* StartEx or EndEx: by any of the row's texts; without a type, by how they begin. */
static const char *end_in(const struct import *im, const struct msel_cells_row *row, bool begins)
{
	static const enum msel_lexicon_column where[] = {MSEL_TYPE, MSEL_SUBJECT, MSEL_DESCRIPTION, MSEL_ID};
	const char *found = NULL;
	for (size_t i = 0; !found && i < sizeof where / sizeof *where; i++)
		found =
		    msel_lexicon_within(im->sheet.lexicon, "end", msel_sheet_text(&im->sheet, row, where[i]), begins);
	return found;
}

static void tell_type(struct import *im, const struct msel_cells_row *row)
{
	const char *cell = msel_sheet_text(&im->sheet, row, MSEL_TYPE);
	msel_sheet_warn(&im->sheet, row, MSEL_TYPE,
	                "\"%.40s\" is no type that is known here; the row is read as a message", cell);
}

static enum kind kind_of(struct import *im, const struct msel_cells_row *row, bool *contingency)
{
	const char *cell = msel_sheet_text(&im->sheet, row, MSEL_TYPE);
	const char *type = msel_lexicon_find(im->sheet.lexicon, "type", cell);
	bool aside = is(type, "administrative");
	const char *end = aside || !*cell ? end_in(im, row, !aside) : NULL;
	*contingency = is(type, "contingency");
	if (*cell && !type)
		tell_type(im, row);
	return end                     ? (is(end, "end") ? END : BEGIN)
	       : aside                 ? ASIDE
	       : is(type, "automatic") ? AUTOMATIC
	       : is(type, "expected")  ? EXPECTED
	                               : MESSAGE;
}

static void tell_skipped(struct import *im, const struct entry *entry)
{
	const char *id = msel_sheet_text(&im->sheet, entry->row, MSEL_ID);
	if (entry->kind == AUTOMATIC)
		msel_sheet_warn(&im->sheet, entry->row, MSEL_TYPE,
		                "%s%shappens by itself and is no message; write it as an `at`", id, *id ? " " : "");
	else if (entry->kind == ASIDE)
		msel_sheet_warn(&im->sheet, entry->row, MSEL_TYPE, "is for the controllers alone, and left out");
}

/* ---- when ---- */

static void read_when(struct import *im, struct entry *entry)
{
	static const enum msel_lexicon_column usual[] = {MSEL_TIME, MSEL_LOCAL}, instead[] = {MSEL_DELIVERY};
	bool has = im->sheet.of[MSEL_TIME] >= 0 || im->sheet.of[MSEL_LOCAL] >= 0;
	msel_when_read("", MSEL_WHEN_NO_UNIT, &entry->when);
	for (size_t i = 0; i < (has ? 2 : 1); i++) {
		enum msel_lexicon_column column = has ? usual[i] : *instead;
		const char *cell = msel_sheet_text(&im->sheet, entry->row, column);
		struct msel_when when;
		const char *why = msel_when_read(cell, msel_when_unit(msel_sheet_heading(&im->sheet, column)), &when);
		if (why) {
			keep(im, msel_sheet_fault(&im->sheet, entry->row, column, "\"%.40s\" %s", cell, why));
			entry->dim = true;
		}
		entry->when.unit = entry->when.unit ? entry->when.unit : when.unit;
		msel_when_join(&entry->when, &when);
	}
}

/* Where a list without a word on it would have said when. */
static enum msel_lexicon_column time_column(const struct import *im)
{
	static const enum msel_lexicon_column columns[] = {MSEL_TIME, MSEL_LOCAL};
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		if (im->sheet.of[columns[i]] >= 0)
			return columns[i];
	return MSEL_DELIVERY;
}

/* 05/03/2026 is 5 March wherever drill72 is used most; somebody in a hurry is told once. */
static void tell_swaps(struct import *im)
{
	for (size_t i = 0; i < im->n; i++) {
		const struct msel_when *when = &im->entries[i].when;
		enum msel_lexicon_column column = im->sheet.of[MSEL_LOCAL] >= 0 ? MSEL_LOCAL : MSEL_TIME;
		if (!when->swaps)
			continue;
		msel_sheet_warn(&im->sheet, im->entries[i].row, column,
		                "is read as day %d of month %d; write 2026-03-05 where that is wrong", when->day,
		                when->month);
		return;
	}
}

/* A cell that says another time than the one by which the row comes. */
static void tell_apart(struct import *im, const struct msel_cells_row *row, enum msel_lexicon_column column, int32_t t,
                       enum msel_lexicon_column taken)
{
	char name[MSEL_CELLS_NAME], stamp[SPAN_BUFFER];
	msel_sheet_warn(&im->sheet, row, column, "\"%.40s\" is not %s; %s (%s) is taken",
	                msel_sheet_text(&im->sheet, row, column), span_stamp(t, stamp),
	                msel_cells_name(row, im->sheet.of[taken], name), msel_sheet_heading(&im->sheet, taken));
}

/* NULL for a time that a scenario can have, or none. */
static const char *off_limits(const struct msel_when *when)
{
	bool said = when->day || when->clock != MSEL_WHEN_NONE;
	if (when->t == MSEL_WHEN_NONE ? said : when->t > SPAN_MAX)
		return "lies over a year from StartEx";
	return when->t != MSEL_WHEN_NONE && when->t < 0 ? "lies before StartEx" : NULL;
}

static void resolve_times(struct import *im)
{
	struct msel_when *list = arena_alloc(im->arena, (im->n + 1) * sizeof *list);
	for (size_t i = 0; i < im->n; i++)
		list[i] = im->entries[i].when;
	msel_when_resolve(list, im->n, im->scene->zone, &im->scene->t0);
	for (size_t i = 0; i < im->n; i++) {
		struct entry *entry = &im->entries[i];
		const char *why = off_limits(&list[i]);
		entry->when = list[i];
		if (why && !entry->dim)
			keep(im, msel_sheet_fault(&im->sheet, entry->row, time_column(im), "%s", why));
	}
	tell_swaps(im);
}

/* ---- ids ---- */

static struct msel_lua_inject *inject_called(const struct import *im, const char *id)
{
	for (size_t i = 0; i < im->scene->ninjects; i++)
		if (strcmp(im->scene->injects[i].id, id) == 0)
			return &im->scene->injects[i];
	return NULL;
}

/* As the list has it, else out of its words; a second one of the same name gets a number. */
static const char *id_for(struct import *im, const struct msel_cells_row *row, const struct msel_lua_inject *inject)
{
	const char *cell = msel_sheet_text(&im->sheet, row, MSEL_ID), *id = msel_entry_is_id(cell) ? cell : "";
	if (!*id)
		id = msel_entry_slug(*cell ? cell : inject->subject ? inject->subject : "", im->arena);
	if (!*id)
		id = msel_entry_slug(inject->text, im->arena);
	if (!*id || strspn(id, "0123456789-") == strlen(id))
		id = arena_printf(im->arena, "inject-%d", row->number);
	const char *unique = id;
	for (int n = 2; inject_called(im, unique); n++)
		unique = arena_printf(im->arena, "%.*s-%d", SCALAR_ID_MAX - 8, id, n);
	if (*cell && strcmp(unique, cell) != 0)
		msel_sheet_warn(&im->sheet, row, MSEL_ID, "\"%.40s\" %s; the message is called %s", cell,
		                msel_entry_is_id(cell) ? "is there twice" : "is no id", unique);
	return unique;
}

/* ---- messages ---- */

/* A contingency without a word on what it depends: by a function to be written, or by the facilitator. */
static void place(struct import *im, const struct entry *entry, struct msel_lua_inject *inject)
{
	bool timed = entry->when.t != MSEL_WHEN_NONE;
	inject->at = !inject->after && timed ? entry->when.t : SHAPE_UNSET;
	inject->brought = inject->brought && timed;
	if (entry->contingency && !inject->unless && !inject->brought && timed)
		inject->conditional = true;
	if (!timed && !inject->after && !entry->contingency && !entry->dim)
		msel_sheet_warn(&im->sheet, entry->row, time_column(im),
		                "has no time; the message comes when the facilitator types: inject %s", inject->id);
	if (inject->unless && !timed && !entry->dim)
		keep(im, msel_sheet_fault(&im->sheet, entry->row, time_column(im),
		                          "is empty; `unless` needs the time at which it is looked at"));
}

static void add_message(struct import *im, const struct entry *entry)
{
	struct msel_lua_scene *scene = im->scene;
	struct msel_lua_inject inject;
	keep(im, msel_entry_read(&im->reader, entry->row, &inject));
	inject.id = id_for(im, entry->row, &inject);
	place(im, entry, &inject);
	*(struct msel_lua_inject *)arena_push(im->arena, &scene->injects, &scene->ninjects, sizeof inject) = inject;
}

static void add_entry(struct import *im, const struct entry *entry)
{
	if (entry->kind == MESSAGE)
		add_message(im, entry);
	else if (entry->kind == EXPECTED && im->scene->ninjects)
		msel_entry_expect(&im->reader, entry->row,
		                  im->sheet.of[MSEL_DESCRIPTION] >= 0 ? MSEL_DESCRIPTION : MSEL_SUBJECT,
		                  &im->scene->injects[im->scene->ninjects - 1]);
	else
		tell_skipped(im, entry);
}

static void fault_unknown(struct import *im, const struct entry *entry)
{
	const char **ids = arena_alloc(im->arena, (im->scene->ninjects + 1) * sizeof *ids);
	for (size_t i = 0; i < im->scene->ninjects; i++)
		ids[i] = im->scene->injects[i].id;
	const char *after = entry->inject->after, *near = diag_nearest(after, ids, im->scene->ninjects);
	keep(im, msel_sheet_fault(&im->sheet, entry->row, MSEL_CONDITION, "no row is called \"%.48s\"%s%s%s", after,
	                          near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : ""));
}

/* When it comes, if what it is after comes as early as it can; MSEL_WHEN_NONE for one that waits for itself. */
static int64_t earliest(const struct import *im, const struct msel_lua_inject *inject)
{
	int64_t t = 0;
	for (size_t guard = 0; guard <= im->scene->ninjects; guard++) {
		if (!inject->after)
			return t + (inject->at == SHAPE_UNSET ? 0 : inject->at);
		t += inject->delay;
		inject = inject_called(im, inject->after);
		if (!inject)
			return t;
	}
	return MSEL_WHEN_NONE;
}

static bool comes_by_itself(const struct import *im, const struct msel_lua_inject *inject)
{
	while (inject && inject->after)
		inject = inject_called(im, inject->after);
	return inject && inject->at != SHAPE_UNSET;
}

/* `after` stands over the row's own time, which may be what somebody has changed; that over its local time. */
static void compare_times(struct import *im, const struct entry *entry)
{
	const struct msel_lua_inject *inject = entry->inject;
	bool local = !*msel_sheet_text(&im->sheet, entry->row, MSEL_TIME) && im->sheet.of[MSEL_LOCAL] >= 0;
	int64_t t = inject && inject->after ? earliest(im, inject) : entry->when.t;
	if (entry->dim || entry->when.t == MSEL_WHEN_NONE || t == MSEL_WHEN_NONE || t > SPAN_MAX)
		return;
	if (t != entry->when.t && comes_by_itself(im, inject))
		tell_apart(im, entry->row, local ? MSEL_LOCAL : time_column(im), (int32_t)t, MSEL_CONDITION);
	else if (entry->when.apart)
		tell_apart(im, entry->row, MSEL_LOCAL, entry->when.t, MSEL_TIME);
}

static void set_time(const struct import *im, struct msel_lua_inject *inject)
{
	int64_t t = earliest(im, inject);
	bool timed = inject->after || inject->at != SHAPE_UNSET;
	inject->t = timed && t != MSEL_WHEN_NONE && t <= SPAN_MAX ? (int32_t)t : SHAPE_UNSET;
}

static void resolve_after(struct import *im)
{
	for (size_t i = 0; i < im->scene->ninjects; i++)
		set_time(im, &im->scene->injects[i]);
	for (size_t i = 0, k = 0; i < im->n; i++) {
		struct entry *entry = &im->entries[i];
		entry->inject = entry->kind == MESSAGE ? &im->scene->injects[k++] : NULL;
		if (!entry->inject || !entry->inject->after)
			continue;
		const struct msel_lua_inject *first = inject_called(im, entry->inject->after);
		if (!first)
			fault_unknown(im, entry);
		else if (earliest(im, entry->inject) == MSEL_WHEN_NONE)
			keep(im, msel_sheet_fault(&im->sheet, entry->row, MSEL_CONDITION,
			                          "this row waits for itself: `after` goes in a circle"));
		else if (first->extra && !entry->inject->extra)
			keep(im, msel_sheet_fault(&im->sheet, entry->row, MSEL_CONDITION,
			                          "\"%s\" is extra, so this has to be extra, too", first->id));
	}
}

/* ---- the whole list ---- */

static const struct entry *end_of(const struct import *im)
{
	const struct entry *end = NULL;
	for (size_t i = 0; i < im->n; i++)
		if (im->entries[i].kind == END && im->entries[i].when.t != MSEL_WHEN_NONE)
			end = &im->entries[i];
	return end;
}

/* The last EndEx; without one, an hour behind the last message. */
static void find_end(struct import *im)
{
	const struct entry *end = end_of(im);
	int64_t last = 0;
	for (size_t i = 0; i < im->n; i++) {
		int64_t t = im->entries[i].inject ? earliest(im, im->entries[i].inject) : 0;
		last = t > last ? t : last;
		if (end && t > end->when.t)
			keep(im, msel_sheet_fault(&im->sheet, im->entries[i].row, time_column(im),
			                          "comes after EndEx, which is in row %d", end->row->number));
		else if (t > SPAN_MAX - SPAN_HOUR)
			keep(im, msel_sheet_fault(&im->sheet, im->entries[i].row, time_column(im),
			                          "comes over a year after StartEx"));
	}
	int64_t over = last ? (last / SPAN_HOUR + 1) * SPAN_HOUR : DEFAULT_END;
	im->scene->end = end ? end->when.t : (int32_t)(over < SPAN_MAX ? over : SPAN_MAX);
	if (end && end->when.t < SPAN_MINUTE)
		keep(im, msel_sheet_fault(&im->sheet, end->row, time_column(im), "EndEx is no later than StartEx"));
}

static void read_entries(struct import *im)
{
	const struct msel_cells_row *row;
	for (size_t i = 0; (row = msel_sheet_row(&im->sheet, i)); i++) {
		struct entry *entry = arena_push(im->arena, &im->entries, &im->n, sizeof *entry);
		entry->row = row;
		entry->kind = kind_of(im, row, &entry->contingency);
		read_when(im, entry);
	}
}

/* What only the head can be told of. */
static void tell_lacking(struct import *im)
{
	static const struct {
		enum msel_lexicon_column column, other;
		const char *message;
	} lacking[] = {{MSEL_FROM, MSEL_FROM, "no column says from whom; every message comes from \"(to be written)\""},
	               {MSEL_TO, MSEL_TO, "no column says to whom; every message goes to all"},
	               {MSEL_METHOD, MSEL_METHOD, "no column says how a message comes; all of them by email"}};
	const struct msel_cells_row *head = &im->sheet.cells.v[im->sheet.head];
	for (size_t i = 0; i < sizeof lacking / sizeof *lacking; i++)
		if (im->sheet.of[lacking[i].column] < 0)
			msel_sheet_warn(&im->sheet, head, lacking[i].column, "%s", lacking[i].message);
}

/* {crm} in a cell is a term: the system of that name, else its own. */
static void add_terms(struct import *im, const char *s)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_.+-";
	struct shape_pairs *terms = &im->scene->terms;
	for (; s && terms->n <= TERMS && (s = strchr(s, '{')); s++) {
		size_t len = strspn(s + 1, letters);
		const char *name = arena_ndup(im->arena, s + 1, len);
		bool known = !len || len > SCALAR_ID_MAX || s[1 + len] != '}';
		for (size_t i = 0; !known && i < terms->n; i++)
			known = strcmp(terms->v[i].key, name) == 0;
		if (!known)
			*(struct shape_pair *)arena_push(im->arena, &terms->v, &terms->n, sizeof *terms->v) =
			    (struct shape_pair){name, name};
	}
}

static void finish(struct import *im)
{
	struct msel_lua_scene *scene = im->scene;
	for (size_t i = 0; i < scene->ninjects; i++) {
		const struct msel_lua_inject *inject = &scene->injects[i];
		const char *const texts[] = {inject->from, inject->subject, inject->text, inject->aloud};
		for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
			add_terms(im, texts[k]);
	}
	if (!scene->roles.n)
		texts_add(&scene->roles, im->reader.world->playbook->owner, im->arena);
	if (!scene->ninjects)
		keep(im, diag_error(im->sheet.diags, whole(im), "has no message: no row under the columns is one"));
	if (scene->terms.n > TERMS)
		keep(im, diag_error(im->sheet.diags, whole(im), "has over %d terms, such as {%s}", TERMS,
		                    scene->terms.v[TERMS].key));
}

/* Told before anything of its rows, which would bury it. */
static bool fits(struct import *im)
{
	size_t messages = 0, most = STORY_ITEMS_MAX / 2; /* what brings a message is an item, too */
	for (size_t i = 0; i < im->n; i++)
		messages += im->entries[i].kind == MESSAGE;
	return messages <= most || diag_error(im->sheet.diags, whole(im),
	                                      "has %zu messages; a scenario starts with at most %zu", messages, most);
}

static bool import_all(struct import *im)
{
	read_entries(im);
	if (!fits(im))
		return false;
	tell_lacking(im);
	resolve_times(im);
	for (size_t i = 0; i < im->n; i++)
		add_entry(im, &im->entries[i]);
	resolve_after(im);
	for (size_t i = 0; i < im->n; i++)
		compare_times(im, &im->entries[i]);
	find_end(im);
	finish(im);
	return im->fine;
}

/* The playbook's own roles and the actions, by id and by their words. */
static void learn(struct msel_lexicon *lexicon, const struct world *world)
{
	const struct playbook_role *roles = world->playbook->roles.v;
	for (size_t i = 0; i < world->playbook->roles.n; i++)
		msel_lexicon_add(lexicon, "role", roles[i].entry.id, roles[i].entry.id);
	for (int i = 0; i < (int)world->names.of[NAMES_ACTION].n; i++) {
		const char *id = names_id(&world->names, NAMES_ACTION, i);
		msel_lexicon_add(lexicon, "action", id, id);
		msel_lexicon_add(lexicon, "action", id, vocabulary_action(world->vocabulary, i)->description);
	}
}

/* Nine in the morning of that day, until the list says better. */
static int64_t morning(const char *zone, int64_t now)
{
	struct zone_civil day = zone_civil(zone, now);
	day.hour = NINE;
	day.minute = day.second = 0;
	return zone_epoch(zone, &day);
}

/* Comments and quotes can make more of a list than a file may hold. */
static bool write_scene(const struct import *im, struct text *out)
{
	struct text lua = {0};
	msel_lua_write(im->scene, &lua);
	bool fits = lua.len <= FILE_MAX;
	if (fits)
		text_add_bytes(out, lua.data, lua.len);
	else
		diag_error(im->sheet.diags, whole(im),
		           "makes a scenario over %d MiB, which can't be read again; shorten its longest cells",
		           FILE_MAX / 1024 / 1024);
	text_free(&lua);
	return fits;
}

bool msel_import(const struct file *file, const struct world *world, const struct msel_lexicon *known, const char *id,
                 int64_t now, struct text *out, struct diags *diags)
{
	struct arena *arena = arena_new();
	struct msel_lexicon *lexicon = msel_lexicon_copy(known, arena);
	struct msel_lua_scene scene = {.id = id,
	                               .title = starter_title(id, arena),
	                               .source = file->name,
	                               .company = &world->playbook->company,
	                               .zone = world->zone,
	                               .t0 = morning(world->zone, now)};
	struct import im = {.scene = &scene, .arena = arena, .fine = true};
	im.reader = (struct msel_entry_reader){&im.sheet, lexicon, world, &scene.roles};
	learn(lexicon, world);
	bool done = msel_sheet_read(file, lexicon, arena, diags, &im.sheet) && import_all(&im) && write_scene(&im, out);
	arena_free(arena);
	return done;
}
