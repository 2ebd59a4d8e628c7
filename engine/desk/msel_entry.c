#include "desk/msel_entry.h"

#include "base/span.h"
#include "content/scalar.h"
#include "content/texts.h"

#include <ctype.h>
#include <string.h>

/* Words as content/story has them. LONGEST, in bytes: so much of each of them is little in a sandbox. */
enum { TEXT_WORDS = 90, ALOUD_WORDS = 60, LINE_WORDS = 60, SLUG_WORDS = 4, LONGEST = 4096 };

static const char unwritten[] = "(to be written)";

static const char *text_of(const struct msel_entry_reader *r, const struct msel_cells_row *row,
                           enum msel_lexicon_column column)
{
	return msel_sheet_text(r->sheet, row, column);
}

static void note(const struct msel_entry_reader *reader, struct msel_lua_inject *inject, const char *label,
                 const char *text)
{
	*(struct msel_lua_note *)arena_push(reader->sheet->arena, &inject->notes, &inject->nnotes,
	                                    sizeof *inject->notes) = (struct msel_lua_note){label, text};
}

static bool is_id_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool msel_entry_is_id(const char *s)
{
	size_t len = strlen(s);
	return len && len <= SCALAR_ID_MAX && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_.+-") == len &&
	       (isalpha((unsigned char)*s) || isdigit((unsigned char)*s));
}

const char *msel_entry_slug(const char *s, struct arena *arena)
{
	struct text text = {0};
	int words = 0;
	for (bool inside = false; *s && text.len < SCALAR_ID_MAX / 2; s++) {
		char small = (char)tolower((unsigned char)*s);
		if (!is_id_letter(small)) {
			inside = inside && *s == '\'';
			continue;
		}
		if (!inside && ++words > SLUG_WORDS)
			break;
		if (!inside && text.len)
			text_add(&text, "-");
		text_add_bytes(&text, &small, 1);
		inside = true;
	}
	const char *slug = arena_ndup(arena, text.len ? text.data : "", text.len);
	text_free(&text);
	return slug;
}

/* ---- what is told ---- */

/* The longest beginning of at most so many words; a reader is not to see half a word. */
static size_t fitting(const char *s, int words, struct arena *arena)
{
	size_t fits = 0, over = strnlen(s, LONGEST) + 1;
	while (fits + 1 < over) {
		size_t middle = (fits + over) / 2;
		if (text_words(arena_ndup(arena, s, middle)) <= words)
			fits = middle;
		else
			over = middle;
	}
	size_t cut = fits;
	while (cut && s[cut] && s[cut] != ' ' && s[cut] != '\n' && cut + 40 > fits)
		cut--;
	cut = cut && (s[cut] == ' ' || s[cut] == '\n') ? cut : fits;
	while (cut && (s[cut] & 0xc0) == 0x80)
		cut--;
	return cut;
}

static const char *fit(const struct msel_entry_reader *r, const struct msel_cells_row *row,
                       enum msel_lexicon_column column, int words, struct msel_lua_inject *out)
{
	const char *text = text_of(r, row, column);
	int n = text_words(text);
	size_t len = strlen(text);
	if (n <= words && len <= LONGEST)
		return text;
	if (n > words)
		msel_sheet_warn(r->sheet, row, column, "has %d words where %d fit; all of it stands in a comment", n,
		                words);
	else
		msel_sheet_warn(r->sheet, row, column, "has %zu bytes where %d fit; all of it stands in a comment", len,
		                LONGEST);
	note(r, out, msel_sheet_heading(r->sheet, column), text);
	return arena_ndup(r->sheet->arena, text, fitting(text, words, r->sheet->arena));
}

static void read_texts(const struct msel_entry_reader *r, const struct msel_cells_row *row, struct msel_lua_inject *out)
{
	const char *subject = fit(r, row, MSEL_SUBJECT, LINE_WORDS, out);
	out->subject = *subject ? subject : NULL;
	out->aloud = fit(r, row, MSEL_ALOUD, ALOUD_WORDS, out);
	out->text = fit(r, row, MSEL_DESCRIPTION, TEXT_WORDS, out);
	if (!*out->text && *out->aloud)
		out->text = out->aloud;
	out->aloud = *out->aloud ? out->aloud : NULL;
	if (*out->text)
		return;
	msel_sheet_warn(r->sheet, row, MSEL_DESCRIPTION, "is empty; the message says \"%s\"", unwritten);
	out->text = unwritten;
}

/* ---- from whom, to whom, how ---- */

static void read_sender(const struct msel_entry_reader *r, const struct msel_cells_row *row,
                        struct msel_lua_inject *out)
{
	out->from = fit(r, row, MSEL_FROM, LINE_WORDS, out);
	if (*out->from)
		return;
	out->from = unwritten;
	if (r->sheet->of[MSEL_FROM] >= 0)
		msel_sheet_warn(r->sheet, row, MSEL_FROM, "is empty; the message comes from \"%s\"", unwritten);
}

static const char *need_role(const struct msel_entry_reader *r, const char *id)
{
	if (strcmp(id, "all") != 0)
		texts_add_once(r->roles, id, r->sheet->arena);
	return id;
}

/* A role that nobody has heard of is one all the same: the playbook's owner plays it. */
static const char *new_role(const struct msel_entry_reader *r, const struct msel_cells_row *row, const char *name)
{
	const char *id = msel_entry_slug(name, r->sheet->arena);
	if (!*id)
		id = arena_printf(r->sheet->arena, "role-%zu", r->roles->n + 1);
	msel_lexicon_add(r->lexicon, "role", id, name);
	msel_sheet_warn(r->sheet, row, MSEL_TO,
	                "the playbook %s has no role \"%.40s\"; it becomes a role of its own, %s",
	                r->world->playbook->id, name, id);
	return id;
}

/* The first of several: "Legal, IT". */
static const char *first_of(const char *s, struct arena *arena, bool *several)
{
	size_t len = strcspn(s, ",;/\n&");
	*several = s[len] != '\0';
	while (len && s[len - 1] == ' ')
		len--;
	return arena_ndup(arena, s, len);
}

static const char *role_called(const struct msel_entry_reader *r, const char *name)
{
	const char *id = msel_lexicon_find(r->lexicon, "to", name);
	return id ? id : msel_lexicon_find(r->lexicon, "role", name);
}

static void read_addressee(const struct msel_entry_reader *r, const struct msel_cells_row *row,
                           struct msel_lua_inject *out)
{
	const char *cell = text_of(r, row, MSEL_TO), *as = NULL;
	const char *id = *cell ? role_called(r, cell) : "all";
	if (!*cell && r->sheet->of[MSEL_TO] >= 0)
		msel_sheet_warn(r->sheet, row, MSEL_TO, "is empty; the message goes to all");
	if (!id) {
		bool several;
		const char *first = first_of(cell, r->sheet->arena, &several);
		id = *first ? role_called(r, first) : "all";
		if (several) {
			msel_sheet_warn(r->sheet, row, MSEL_TO, "a message has one addressee; this goes to %.40s",
			                first);
			note(r, out, msel_sheet_heading(r->sheet, MSEL_TO), cell);
		}
		if (!id && (id = msel_lexicon_nearest(r->lexicon, "role", first, &as)))
			msel_sheet_warn(r->sheet, row, MSEL_TO, "\"%.40s\" is read as \"%s\"", first, as);
		if (!id)
			id = new_role(r, row, first);
	}
	out->to = need_role(r, id);
}

static void read_channel(const struct msel_entry_reader *r, const struct msel_cells_row *row,
                         struct msel_lua_inject *out)
{
	static const char usual[] = "email";
	const char *cell = text_of(r, row, MSEL_METHOD), *as = NULL;
	out->channel = *cell ? msel_lexicon_find(r->lexicon, "method", cell) : usual;
	if (!*cell && r->sheet->of[MSEL_METHOD] >= 0)
		msel_sheet_warn(r->sheet, row, MSEL_METHOD, "is empty; the message comes by %s", usual);
	if (!out->channel)
		out->channel = msel_lexicon_within(r->lexicon, "method", cell, true);
	if (!out->channel && (out->channel = msel_lexicon_nearest(r->lexicon, "method", cell, &as)))
		msel_sheet_warn(r->sheet, row, MSEL_METHOD, "\"%.40s\" is read as \"%s\"", cell, as);
	if (out->channel)
		return;
	msel_sheet_warn(r->sheet, row, MSEL_METHOD,
	                "\"%.40s\" is no way for a message (email, chat, phone, alert, press, letter); it comes by %s",
	                cell, usual);
	note(r, out, msel_sheet_heading(r->sheet, MSEL_METHOD), cell);
	out->channel = usual;
}

/* ---- what is hoped for ---- */

/* Without the bullet or number of a list. */
static const char *item_of(const char *s, size_t len, struct arena *arena)
{
	const char *from = s + strspn(s, " -*\t");
	const char *figures = from + strspn(from, "0123456789");
	if (figures > from && *figures && strchr(".)", *figures))
		from = figures + 1 + strspn(figures + 1, " ");
	if (strncmp(from, "\xe2\x80\xa2", 3) == 0)
		from += 3 + strspn(from + 3, " ");
	return from < s + len ? arena_ndup(arena, from, (size_t)(s + len - from)) : "";
}

static bool expect(const struct msel_entry_reader *r, const char *words, struct msel_lua_inject *out)
{
	const char *action = *words ? msel_lexicon_find(r->lexicon, "action", words) : NULL;
	if (action)
		texts_add_once(&out->expects, action, r->sheet->arena);
	return action;
}

/* A part that is no action as it stands may be several, behind semicolons. */
static void expect_part(const struct msel_entry_reader *r, const char *part, const char *label,
                        struct msel_lua_inject *out)
{
	if (!*part || expect(r, part, out))
		return;
	if (!strchr(part, ';')) {
		note(r, out, label, part);
		return;
	}
	for (const char *s = part; *s;) {
		size_t len = strcspn(s, ";");
		const char *piece = item_of(s, len, r->sheet->arena);
		if (*piece && !expect(r, piece, out))
			note(r, out, label, piece);
		s += len + (s[len] == ';');
	}
}

void msel_entry_expect(const struct msel_entry_reader *reader, const struct msel_cells_row *row,
                       enum msel_lexicon_column column, struct msel_lua_inject *out)
{
	const char *label = msel_sheet_heading(reader->sheet, column);
	for (const char *s = text_of(reader, row, column); *s;) {
		size_t len = strcspn(s, "\n");
		expect_part(reader, item_of(s, len, reader->sheet->arena), label, out);
		s += len + (s[len] == '\n');
	}
}

/* ---- on what it depends ---- */

static bool read_after(const struct msel_entry_reader *r, const struct msel_cells_row *row, const char *words,
                       struct msel_lua_inject *out)
{
	const char *plus = strstr(words, " + ");
	out->after = plus ? arena_ndup(r->sheet->arena, words, (size_t)(plus - words)) : words;
	const char *why = plus ? span_parse(plus + 3, &out->delay) : NULL;
	return !why || msel_sheet_fault(r->sheet, row, MSEL_CONDITION, "\"%.40s\": %s", plus + 3, why);
}

static bool read_unless(const struct msel_entry_reader *r, const struct msel_cells_row *row, const char *words,
                        struct msel_lua_inject *out)
{
	const char *as = NULL;
	out->unless = msel_lexicon_find(r->lexicon, "action", words);
	if (out->unless)
		return true;
	const char *near = msel_lexicon_nearest(r->lexicon, "action", words, &as);
	return msel_sheet_fault(r->sheet, row, MSEL_CONDITION, "\"%.40s\" is no action%s%s%s", words,
	                        near ? "; did you mean \"" : "", near ? as : "", near ? "\"?" : "");
}

/* One of "after ID + 5h", "unless ACTION", "when w.live", "brought", "extra", as the list that drill72 writes has them.
 */
static bool read_clause(const struct msel_entry_reader *r, const struct msel_cells_row *row, const char *clause,
                        struct msel_lua_inject *out, bool *known)
{
	*known = true;
	if (strncmp(clause, "after ", 6) == 0)
		return read_after(r, row, clause + 6, out);
	if (strncmp(clause, "unless ", 7) == 0)
		return read_unless(r, row, clause + 7, out);
	if (strcmp(clause, "when") == 0 || strncmp(clause, "when ", 5) == 0) {
		out->conditional = true;
		*known = clause[4] == '\0'; /* what it asks for is nothing that a cell may say in Lua: a note */
	} else if (strcmp(clause, "extra") == 0)
		out->extra = true;
	else if (strcmp(clause, "brought") == 0)
		out->brought = true;
	else if (strcmp(clause, "by") != 0)
		*known = false;
	return true;
}

/* A planner's own words are a note. */
static bool read_condition(const struct msel_entry_reader *r, const struct msel_cells_row *row,
                           struct msel_lua_inject *out)
{
	const char *cell = text_of(r, row, MSEL_CONDITION);
	bool fine = true, all = true;
	for (const char *s = cell; *s;) {
		bool known;
		size_t len = strcspn(s, ",");
		fine = read_clause(r, row, arena_ndup(r->sheet->arena, s, len), out, &known) && fine;
		all = all && known;
		s += len + (s[len] == ',');
		s += strspn(s, " ");
	}
	if (!all)
		note(r, out, msel_sheet_heading(r->sheet, MSEL_CONDITION), cell);
	return fine;
}

/* ---- all of a row ---- */

/* What a spreadsheet has and a scenario does not: said again where the author reads it. */
static void keep_rest(const struct msel_entry_reader *r, const struct msel_cells_row *row, struct msel_lua_inject *out)
{
	const char *heading, *other, *objective = text_of(r, row, MSEL_OBJECTIVE);
	const char *controller = text_of(r, row, MSEL_CONTROLLER);
	if (*objective)
		note(r, out, msel_sheet_heading(r->sheet, MSEL_OBJECTIVE), objective);
	if (*controller && !msel_lexicon_find(r->lexicon, "controller", controller))
		note(r, out, msel_sheet_heading(r->sheet, MSEL_CONTROLLER), controller);
	for (size_t i = 0; (other = msel_sheet_other(r->sheet, row, i, &heading)); i++)
		if (*other)
			note(r, out, *heading ? heading : "Note", other);
}

bool msel_entry_read(const struct msel_entry_reader *reader, const struct msel_cells_row *row,
                     struct msel_lua_inject *out)
{
	*out = (struct msel_lua_inject){.row = row->number, .at = SHAPE_UNSET};
	read_sender(reader, row, out);
	read_addressee(reader, row, out);
	read_channel(reader, row, out);
	read_texts(reader, row, out);
	msel_entry_expect(reader, row, MSEL_EXPECTED, out);
	keep_rest(reader, row, out);
	return read_condition(reader, row, out);
}
