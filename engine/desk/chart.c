#include "desk/chart.h"

#include "base/clock.h"
#include "base/memory.h"
#include "base/span.h"
#include "base/tree.h"
#include "desk/label.h"

#include <stdlib.h>
#include <string.h>

/* Units of the drawing. A pill holds a number; what lies in one row keeps a gap. */
enum {
	WIDTH = 940,
	LEFT = 168, /* where T+0 lies; the lanes' names stand before it */
	RIGHT = 912,
	TOP = 44, /* under the axis */
	PILL = 22,
	DIGIT = 7, /* what a third digit adds */
	TALL = 20,
	ROW = 24,
	GAP = 2,
	PAD = 7,    /* above and below the rows of a lane */
	APART = 70, /* of two ticks */
	NAME = 20,  /* columns of a lane's name */
	PIECES = 16,
	LAST_LANE = 64 /* the clocks', below everybody at work */
};
enum kind { INJECT, DECISION, WORK, CLOCK };

struct mark {
	enum kind kind;
	const struct jsn *row;
	int32_t from, to; /* seconds; `to` is DIAL_NEVER for what has no end */
	size_t at;        /* in its list */
	int lane, x, width, line;
	int64_t no;
};

struct drawing {
	const struct jsn *model;
	struct dial *dial;
	struct jsn *chart;
	const char *names[CLOCK + 1]; /* of the lanes that nobody's name stands on */
	struct clock_piece pace[PIECES];
	size_t pieces;
	struct mark *v;
	size_t n, cap;
	struct text text;
};

/* What was gathered --------------------------------------------------------------------------------------------- */

static void add(struct drawing *d, struct mark mark)
{
	d->v = memory_grown(d->v, d->n, &d->cap, sizeof *d->v);
	d->v[d->n++] = mark;
}

/* Where the keys of a kind's row say when it began and ended. A clock runs from its moment; what was filed before its
 * moment was logged begins there. */
static const struct source {
	const char *list, *from, *to;
} sources[] = {[INJECT] = {"injects", "t", NULL},
               [DECISION] = {"decisions", "opened", "answered"},
               [WORK] = {"work", "from", "to"},
               [CLOCK] = {"clocks", "moment_at", "due"}};

static void gather(struct drawing *d, enum kind kind)
{
	const struct jsn *list = jsn_get(d->model, sources[kind].list);
	const struct jsn *row;
	for (size_t i = 0; (row = jsn_at(list, i, NULL)) != NULL; i++) {
		struct mark mark = {
		    .kind = kind, .row = row, .at = i, .from = dial_read(row, sources[kind].from), .to = DIAL_NEVER};
		if (sources[kind].to)
			mark.to = dial_read(row, sources[kind].to);
		int32_t filed = dial_read(row, "filed");
		if (kind == CLOCK && filed != DIAL_NEVER && (mark.from == DIAL_NEVER || filed < mark.from))
			mark.from = filed;
		if (mark.from != DIAL_NEVER)
			add(d, mark);
	}
}

static int by_time(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;
	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

/* The scale ------------------------------------------------------------------------------------------------------ */

static int32_t last_dial_read(const struct drawing *d)
{
	int32_t last = dial_read(jsn_get(d->model, "ended"), "t");
	for (size_t i = 0; i < d->n; i++) {
		last = d->v[i].from > last ? d->v[i].from : last;
		last = d->v[i].kind != CLOCK && d->v[i].to > last ? d->v[i].to : last;
	}
	return last > 0 ? last : SPAN_HOUR;
}

/* The story's pace; where there is none every hour is as wide as the next. */
static void read_pace(struct drawing *d)
{
	const struct jsn *row, *pace = jsn_get(d->model, "pace");
	for (size_t i = 0; i < PIECES && (row = jsn_at(pace, i, NULL)) != NULL; i++)
		d->pace[d->pieces++] = (struct clock_piece){dial_read(row, "to"), dial_read(row, "takes")};
	if (d->pieces == 0) {
		int32_t last = last_dial_read(d);
		d->pace[d->pieces++] = (struct clock_piece){last, last};
	}
}

static int32_t end_of(const struct drawing *d)
{
	return d->pace[d->pieces - 1].to;
}

static int place(const struct drawing *d, int32_t t)
{
	int32_t end = end_of(d);
	int64_t all = clock_pace_ms(d->pace, d->pieces, end);
	int64_t at = clock_pace_ms(d->pace, d->pieces, t < 0 ? 0 : t > end ? end : t);
	return LEFT + (int)(at * (RIGHT - LEFT) / (all > 0 ? all : 1));
}

static void put_tick(struct drawing *d, struct jsn *ticks, int32_t t, int x)
{
	struct jsn *row = tree_row(ticks);
	tree_number(row, "x", x);
	label_stamp(row, "stamp", t);
	dial_short(d->dial, row, "local", t);
}

/* The shortest round step whose ticks have room in a piece; 0 when none has. */
static int32_t tick_step(int32_t length, int width)
{
	static const int32_t hours[] = {1, 2, 4, 6, 12, 24, 48, 96, 168, 336, 672, 1344, 2688, 5376};
	for (int32_t minutes = 15; minutes <= 30; minutes += 15)
		if ((int64_t)width * minutes * SPAN_MINUTE >= (int64_t)APART * length)
			return minutes * SPAN_MINUTE;
	for (size_t i = 0; i < sizeof hours / sizeof *hours; i++)
		if ((int64_t)width * hours[i] * SPAN_HOUR >= (int64_t)APART * length)
			return hours[i] * SPAN_HOUR;
	return 0;
}

static void put_ticks(struct drawing *d)
{
	struct jsn *ticks = tree_list(d->chart, "ticks");
	int32_t from = 0, end = end_of(d);
	int last = LEFT - APART, stop = place(d, end);
	for (size_t i = 0; i < d->pieces; from = d->pace[i++].to) {
		int32_t to = d->pace[i].to, step = tick_step(to - from, place(d, to) - place(d, from));
		for (int32_t t = (from + step - 1) / (step ? step : 1) * step; step && t < to; t += step) {
			int x = place(d, t);
			if (x - last < APART || stop - x < APART)
				continue;
			put_tick(d, ticks, t, x);
			last = x;
		}
	}
	put_tick(d, ticks, end, stop);
}

/* Lanes ---------------------------------------------------------------------------------------------------------- */

static int pill(const struct mark *mark)
{
	int width = PILL;
	for (int64_t n = mark->no; n >= 100; n /= 10)
		width += DIGIT;
	return width;
}

static void measure(const struct drawing *d, struct mark *mark)
{
	int32_t end = mark->to == DIAL_NEVER ? mark->from : mark->to;
	int right = place(d, end);
	mark->width = pill(mark);
	mark->x = place(d, mark->from);
	if (mark->kind == INJECT)
		mark->x -= mark->width / 2;
	if (mark->kind == CLOCK)
		mark->x -= mark->width + GAP;
	else if (right - mark->x > mark->width)
		mark->width = right - mark->x;
	if (mark->kind != CLOCK && mark->x + mark->width > WIDTH - GAP)
		mark->x = WIDTH - GAP - mark->width;
}

/* Gives each mark of a lane the first line that is free there; returns how many lines it took. */
static int fill_lines(struct drawing *d, int lane)
{
	int *ends = memory_zeroed(d->n, sizeof *ends);
	int lines = 0;
	for (size_t i = 0; i < d->n; i++) {
		struct mark *mark = &d->v[i];
		int line = 0;
		if (mark->lane != lane)
			continue;
		while (mark->kind == CLOCK ? line < lines : line < lines && ends[line] > mark->x)
			line++;
		ends[line] = mark->x + mark->width + GAP;
		mark->line = line;
		lines = line == lines ? lines + 1 : lines;
	}
	free(ends);
	return lines;
}

/* The drawing ---------------------------------------------------------------------------------------------------- */

static const char *word(const struct jsn *row, const char *key)
{
	const char *text = jsn_text(jsn_get(row, key));
	return text ? text : "";
}

/* A name as long as there is room for before T+0. */
static void put_name(struct drawing *d, struct jsn *row, const char *name)
{
	const char *at = name, *fits = name;
	for (int columns = 0; *at && columns <= NAME; fits = columns < NAME ? at : fits) {
		char one[8] = {0};
		const char *from = at;
		text_next(&at);
		memcpy(one, from, (size_t)(at - from));
		columns += text_width(one);
	}
	bool whole = text_width(name) <= NAME;
	text_add_bytes(&d->text, name, whole ? strlen(name) : (size_t)(fits - name));
	text_add(&d->text, whole ? "" : "…");
	tree_taken(row, "label", &d->text);
}

/* What a mark stands for, in words. */
static const char *words_of(const struct drawing *d, const struct mark *mark)
{
	static const char *const parts[] = {"done", "late", "open", "never", "skipped"};
	static const char *const keys[] = {[INJECT] = "subject", [DECISION] = "question", [CLOCK] = "party"};
	const char *words = keys[mark->kind] ? jsn_text(jsn_get(mark->row, keys[mark->kind])) : NULL;
	const struct jsn *step;
	if (mark->kind == INJECT && !words)
		words = jsn_text(jsn_get(mark->row, "from"));
	if (mark->kind != WORK)
		return words ? words : word(mark->row, "id");
	for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
		for (size_t i = 0; (step = jsn_at(jsn_get(jsn_get(d->model, "coverage"), parts[k]), i, NULL)); i++)
			if (strcmp(word(step, "id"), word(mark->row, "step")) == 0)
				return word(step, "instruction");
	return word(mark->row, "step");
}

/* Who sent it, who answers, which law. */
static const char *detail_of(const struct mark *mark)
{
	static const char *const keys[] = {[INJECT] = "from", [DECISION] = "owner", [WORK] = "step", [CLOCK] = "law"};
	bool nameless = mark->kind == INJECT && !jsn_text(jsn_get(mark->row, "subject"));
	return jsn_text(jsn_get(mark->row, nameless ? "id" : keys[mark->kind]));
}

static const char *look_of(const struct mark *mark)
{
	static const char *const looks[] = {[INJECT] = "inject", [DECISION] = "decision", [WORK] = "work"};
	static const char *const open[] = {[INJECT] = "inject", [DECISION] = "decision open", [WORK] = "work open"};
	if (mark->kind == CLOCK)
		return word(mark->row, "state");
	return mark->to == DIAL_NEVER ? open[mark->kind] : looks[mark->kind];
}

/* A position on a clock's line; null where it has none, or lies beyond the drawing. */
static void put_spot(const struct drawing *d, struct jsn *object, const char *key, int32_t t)
{
	if (t == DIAL_NEVER || t > end_of(d))
		tree_null(object, key);
	else
		tree_number(tree_object(object, key), "x", place(d, t));
}

static void put_line(struct jsn *object, const char *key, int from, int to)
{
	if (from >= to) {
		tree_null(object, key);
		return;
	}
	struct jsn *line = tree_object(object, key);
	tree_number(line, "from", from);
	tree_number(line, "to", to);
	tree_number(line, "length", to - from);
}

/* From the moment to the due instant, and from there on to a late filing. */
static void put_clock(struct drawing *d, struct jsn *object, const struct mark *mark)
{
	int32_t filed = dial_read(mark->row, "filed"), due = mark->to == DIAL_NEVER ? end_of(d) : mark->to;
	put_name(d, object, words_of(d, mark));
	put_spot(d, object, "due", mark->to);
	put_spot(d, object, "filed", filed);
	put_line(object, "runs", place(d, mark->from), place(d, due));
	put_line(object, "over", place(d, due), filed == DIAL_NEVER ? 0 : place(d, filed));
}

static void put_mark(struct drawing *d, struct jsn *list, const struct mark *mark, int top)
{
	int y = top + PAD + mark->line * ROW + (ROW - TALL) / 2;
	struct jsn *object = tree_row(list);
	tree_number(object, "no", mark->no);
	tree_text(object, "look", look_of(mark));
	tree_text(object, "title", words_of(d, mark));
	tree_number(object, "x", mark->x);
	tree_number(object, "y", y);
	tree_number(object, "width", mark->width);
	tree_number(object, "height", TALL);
	tree_number(object, "middle", mark->x + pill(mark) / 2);
	tree_number(object, "base", y + TALL / 2 + 4);
	tree_number(object, "axis", y + TALL / 2);
	if (mark->kind == CLOCK)
		put_clock(d, object, mark);
}

/* One lane with its marks; returns where the next begins. */
static int put_lane(struct drawing *d, struct jsn *lanes, int lane, int top)
{
	int lines = fill_lines(d, lane);
	if (lines == 0)
		return top;
	struct jsn *row = tree_row(lanes), *marks = tree_list(row, "marks"), *clocks = tree_list(row, "clocks");
	const struct mark *any = NULL;
	for (size_t i = 0; i < d->n; i++)
		if (d->v[i].lane == lane) {
			any = &d->v[i];
			put_mark(d, any->kind == CLOCK ? clocks : marks, any, top);
		}
	const char *name = any->kind == WORK ? word(any->row, "who") : d->names[any->kind];
	put_name(d, row, name);
	tree_text(row, "title", name);
	tree_flag(row, "named", any->kind != CLOCK);
	tree_number(row, "y", top);
	tree_number(row, "height", lines * ROW + 2 * PAD);
	tree_number(row, "base", top + PAD + ROW / 2 + 4);
	return top + lines * ROW + 2 * PAD;
}

static void number_marks(struct drawing *d)
{
	if (d->n)
		qsort(d->v, d->n, sizeof *d->v, by_time);
	for (size_t i = 0; i < d->n; i++) {
		struct mark *mark = &d->v[i];
		int32_t person = dial_read(mark->row, "person");
		mark->no = (int64_t)i + 1;
		mark->lane = mark->kind < WORK ? (int)mark->kind : mark->kind == WORK ? WORK + person : LAST_LANE;
		measure(d, mark);
	}
}

/* The drawing as a table: what a number stands for. */
static void put_rows(struct drawing *d)
{
	struct jsn *rows = tree_list(d->chart, "rows");
	for (size_t i = 0; i < d->n; i++) {
		const struct mark *mark = &d->v[i];
		struct jsn *row = tree_row(rows);
		tree_number(row, "no", mark->no);
		tree_text(row, "lane", mark->kind == WORK ? word(mark->row, "who") : d->names[mark->kind]);
		tree_text(row, "words", words_of(d, mark));
		tree_text(row, "detail", detail_of(mark));
		label_stamp(row, "stamp", mark->from);
		dial_short(d->dial, row, "local", mark->from);
		label_stamp(row, "until", mark->to);
	}
}

/* What a record that stops early never came to. */
static void put_rest(struct drawing *d)
{
	int32_t stopped = dial_read(jsn_get(d->model, "stopped"), "t");
	put_line(d->chart, "rest", stopped == DIAL_NEVER ? RIGHT : place(d, stopped), RIGHT);
}

static void draw(struct drawing *d)
{
	struct jsn *lanes = tree_list(d->chart, "lanes");
	int top = TOP;
	for (int lane = 0; lane <= LAST_LANE; lane++)
		top = put_lane(d, lanes, lane, top);
	tree_number(d->chart, "width", WIDTH);
	tree_number(d->chart, "height", top + 1);
	tree_number(d->chart, "left", LEFT);
	tree_number(d->chart, "right", RIGHT);
	tree_number(d->chart, "top", TOP);
	tree_number(d->chart, "bottom", top);
	tree_number(d->chart, "depth", top - TOP);
	put_ticks(d);
	put_rest(d);
	put_rows(d);
}

void chart_draw(struct jsn *model, struct dial *dial)
{
	struct drawing d = {.model = model, .dial = dial};
	static const char *const names[] = {"report.lane.injects", "report.lane.decisions", NULL, "report.lane.clocks"};
	struct jsn *said = jsn_make(JSN_OBJECT, 0);
	for (int kind = INJECT; kind <= CLOCK; kind++)
		if (names[kind]) {
			phrase_put(dial->phrases, names[kind], NULL, said, names[kind]);
			d.names[kind] = word(said, names[kind]);
		}
	for (int kind = INJECT; kind <= CLOCK; kind++)
		gather(&d, (enum kind)kind);
	read_pace(&d);
	number_marks(&d);
	if (d.n) {
		d.chart = tree_object(model, "chart");
		draw(&d);
	} else {
		tree_null(model, "chart");
	}
	jsn_free(said);
	text_free(&d.text);
	free(d.v);
}
