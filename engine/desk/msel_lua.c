#include "desk/msel_lua.h"

#include "base/memory.h"
#include "base/path.h"
#include "base/span.h"
#include "base/zone.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PIECES = 8, LEVELS = 64, A_DRILL = 22, A_MESSAGE = 2 };

/* ---- values ---- */

/* The level at which the text holds no closing bracket; one that opens at level 0 would look like an end forgotten. */
static int level_for(const char *s)
{
	char signs[LEVELS];
	memset(signs, '=', sizeof signs);
	for (int level = *s == '[' || strstr(s, "[["); level < LEVELS; level++) {
		char close[LEVELS + 3];
		snprintf(close, sizeof close, "]%.*s]", level, signs);
		size_t len = strlen(s);
		bool ends = len > (size_t)level && strncmp(s + len - 1 - (size_t)level, close, (size_t)level + 1) == 0;
		if (!strstr(s, close) && !ends)
			return level;
	}
	return -1;
}

static void add_quoted(struct text *out, const char *s)
{
	text_add(out, "\"");
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			text_add(out, "\\");
		text_add_bytes(out, *s == '\n' ? "\\n" : s, *s == '\n' ? 2 : 1);
	}
	text_add(out, "\"");
}

/* Several lines stand between long brackets, as an author would write them. */
static void add_string(struct text *out, const char *s)
{
	static const char equals[] = "================================================================";
	int level = strchr(s, '\n') ? level_for(s) : -1;
	if (level < 0)
		add_quoted(out, s);
	else
		text_addf(out, "[%.*s[%s%s]%.*s]", level, equals, *s == '\n' ? "\n" : "", s, level, equals);
}

/* "9h30", "100h": hours and minutes, as a list of them is read best. */
static void add_span(struct text *out, int32_t seconds)
{
	int32_t minutes = seconds / SPAN_MINUTE;
	if (minutes % 60 == minutes && minutes)
		text_addf(out, "\"%dm\"", minutes);
	else if (minutes % 60)
		text_addf(out, "\"%dh%02d\"", minutes / 60, minutes % 60);
	else
		text_addf(out, "\"%dh\"", minutes / 60);
}

static void add_list(struct text *out, const struct shape_texts *ids)
{
	text_add(out, "{ ");
	for (size_t i = 0; i < ids->n; i++) {
		text_add(out, i ? ", " : "");
		add_quoted(out, ids->v[i]);
	}
	text_add(out, " }");
}

/* Whatever could end a line of Lua, and with it a comment, begins a comment's next line; a blank behind the dashes
 * keeps it from being a long one. */
static void add_comment(struct text *out, const char *s)
{
	text_add(out, "-- ");
	for (; *s; s++) {
		if ((unsigned char)*s >= ' ' && *s != 0x7f)
			text_add_bytes(out, s, 1);
		else
			text_add(out, *s == '\n' ? "\n--   " : " ");
	}
	text_add(out, "\n");
}

static void add_note(const struct msel_lua_note *note, struct text *out)
{
	struct text text = {0};
	text_addf(&text, "%s: %s", note->label, note->text);
	add_comment(out, text.data);
	text_free(&text);
}

/* The list's own name, not where it lay. */
static void add_source(const char *path, struct text *out)
{
	struct text text = {0};
	text_addf(
	    &text,
	    "Started from the events list %s. Messages only, so far: what is missing is marked \"(to be written)\".",
	    path_name(path));
	add_comment(out, text.data);
	text_free(&text);
}

/* ---- the head ---- */

static int in_order(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
	return (x > y) - (x < y);
}

/* The times of the messages of the core cut, rising; malloc'ed. */
static int32_t *times_of(const struct msel_lua_scene *scene, size_t *n)
{
	int32_t *times = memory_zeroed(scene->ninjects, sizeof *times);
	*n = 0;
	for (size_t i = 0; i < scene->ninjects; i++)
		if (scene->injects[i].t != SHAPE_UNSET && !scene->injects[i].extra)
			times[(*n)++] = scene->injects[i].t;
	qsort(times, *n, sizeof *times, in_order);
	return times;
}

static void add_piece(int32_t to, size_t minutes, bool first, struct text *out)
{
	text_add(out, first ? "{ to = " : ", { to = ");
	add_span(out, to);
	text_addf(out, ", takes = \"%zum\" }", minutes);
}

/* Each message has its minutes, in stretches that end at one; what is over sooner than a drill is played as it is. */
static void add_pace(const struct msel_lua_scene *scene, struct text *out)
{
	size_t n, done = 0;
	int32_t *times = times_of(scene, &n), before = 0;
	bool real = scene->end <= A_DRILL * SPAN_MINUTE;
	text_add(out, "  -- The story's hours over the room's minutes; its last `to` is EndEx.\n  pace     = { ");
	for (size_t piece = 1; piece < PIECES && !real; piece++) {
		size_t at = piece * n / PIECES;
		int32_t to = at < n ? times[at] : before;
		if (to <= before || to >= scene->end)
			continue;
		add_piece(to, (at - done ? at - done : 1) * A_MESSAGE, !before, out);
		before = to;
		done = at;
	}
	add_piece(scene->end, real ? (size_t)(scene->end / SPAN_MINUTE) : (n - done + 1) * A_MESSAGE, !before, out);
	text_add(out, " },\n");
	free(times);
}

static void add_company(const struct msel_lua_scene *scene, struct text *out)
{
	const struct playbook_company *company = scene->company;
	text_add(out, "  -- Yours; the company of the playbook stands over it (--playbook).\n  company  = { name = ");
	add_quoted(out, company->name);
	text_add(out, ", timezone = ");
	add_quoted(out, scene->zone);
	text_add(out, ", customers = {");
	for (size_t i = 0; i < company->customers.n; i++)
		text_addf(out, "%s %s = %d", i ? "," : "", company->customers.v[i].key, company->customers.v[i].n);
	text_add(out, " } },\n");
}

static void add_terms(const struct msel_lua_scene *scene, struct text *out)
{
	if (!scene->terms.n)
		return;
	text_add(out, "  terms    = {");
	for (size_t i = 0; i < scene->terms.n; i++) {
		text_addf(out, "%s [\"%s\"] = ", i ? "," : "", scene->terms.v[i].key);
		add_quoted(out, scene->terms.v[i].text);
	}
	text_add(out, " },\n");
}

static void add_head(const struct msel_lua_scene *scene, struct text *out)
{
	struct zone_civil starts = zone_civil(scene->zone, scene->t0);
	add_comment(out, scene->title);
	text_add(out, "--\n");
	add_source(scene->source, out);
	text_add(
	    out,
	    "-- Give the messages questions (at the end is one to copy), then:  drill72 check THIS FILE\n\nscenario ");
	add_quoted(out, scene->id);
	text_add(out, " {\n  title    = ");
	add_quoted(out, scene->title);
	text_add(out,
	         ",\n  synopsis = \"(to be written) In two sentences: what happens, and what the team has to do.\",\n");
	add_company(scene, out);
	add_terms(scene, out);
	text_addf(out,
	          "  starts   = \"%04d-%02d-%02d %02d:%02d\",   -- the local time of T+0\n  roles    = ", starts.year,
	          starts.month, starts.day, starts.hour, starts.minute);
	add_list(out, &scene->roles);
	text_add(out, ",\n");
	add_pace(scene, out);
	text_add(out, "  truth    = { detected = \"0h\" },   -- add aware and assessed: when a careful team could be "
	              "certain\n}\n");
}

/* ---- the messages ---- */

static void add_key(struct text *out, const char *key, const char *value)
{
	if (!value)
		return;
	text_addf(out, "  %s = ", key);
	add_string(out, value);
	text_add(out, ",\n");
}

static void add_when(const struct msel_lua_inject *inject, struct text *out)
{
	text_add(out, "  ");
	if (inject->after) {
		text_add(out, "after = ");
		add_quoted(out, inject->after);
		text_add(out, ", delay = ");
		add_span(out, inject->delay);
		text_add(out, ", ");
	} else if (inject->at != SHAPE_UNSET && !inject->brought) {
		text_add(out, inject->unless ? "by = " : "at = ");
		add_span(out, inject->at);
		text_add(out, ", ");
	}
	if (inject->unless) {
		text_add(out, "unless = ");
		add_quoted(out, inject->unless);
		text_add(out, ", ");
	}
	if (inject->extra)
		text_add(out, "extra = true, ");
	text_add(out, "from = ");
	add_quoted(out, inject->from);
	text_add(out, ", to = ");
	add_quoted(out, inject->to);
	text_addf(out, ", channel = \"%s\",\n", inject->channel);
	if (inject->conditional)
		text_add(out, "  when = function(w) return true end,   -- on what it depends: w:done "
		              "\"preserve-logs\", w:chose \"who-leads\"\n");
}

static void add_bringer(const struct msel_lua_inject *inject, struct text *out)
{
	text_add(out, "\nat ");
	add_span(out, inject->at);
	text_add(out, " { delivers = ");
	add_quoted(out, inject->id);
	text_addf(out, "%s }   -- when = function(w) ... end says on what it depends\n",
	          inject->extra ? ", extra = true" : "");
}

static void add_inject(const struct msel_lua_inject *inject, struct text *out)
{
	text_addf(out, "\n-- Row %d\n", inject->row);
	for (size_t i = 0; i < inject->nnotes; i++)
		add_note(&inject->notes[i], out);
	text_add(out, "inject ");
	add_quoted(out, inject->id);
	text_add(out, " {\n");
	add_when(inject, out);
	add_key(out, "subject", inject->subject);
	add_key(out, "text", inject->text);
	add_key(out, "read_aloud", inject->aloud);
	if (inject->expects.n) {
		text_add(out, "  expects = ");
		add_list(out, &inject->expects);
		text_add(out, ",\n");
	}
	text_add(out, "}\n");
	if (inject->brought)
		add_bringer(inject, out);
}

/* Not part of the story, so that it is nobody's by mistake. */
static void add_example(const struct msel_lua_scene *scene, struct text *out)
{
	static const char example[] =
	    "\n-- A question to copy. A message opens it:  opens = \"who-leads\"\n"
	    "--\n"
	    "-- decision \"who-leads\" {\n"
	    "--   owner = \"%s\", within = \"30m\", discuss = \"3m\", objective = \"containment\",\n"
	    "--   ask = \"Who runs this, from now?\", hint = \"Whose name would you give an authority?\",\n"
	    "--   { id = \"one\", \"One lead and one deputy, by name\", does = { \"open-incident\" }, score = { "
	    "containment = 3 },\n"
	    "--     because = \"One owner can decide on half the facts.\" },\n"
	    "--   { id = \"group\", \"A group chat, so that everybody sees the same\", score = { containment = 1 },\n"
	    "--     because = \"Everybody is informed, and nobody decides.\" },\n"
	    "--   late = { score = { containment = -1 }, because = \"Nobody took the lead.\" },\n"
	    "-- }\n";
	text_addf(out, example, scene->roles.v[0]);
}

void msel_lua_write(const struct msel_lua_scene *scene, struct text *out)
{
	add_head(scene, out);
	for (size_t i = 0; i < scene->ninjects; i++)
		add_inject(&scene->injects[i], out);
	add_example(scene, out);
}
