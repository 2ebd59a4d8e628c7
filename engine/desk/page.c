#include "desk/page.h"

#include "base/tree.h"
#include "desk/annex.h"
#include "desk/chart.h"
#include "desk/cover.h"
#include "desk/label.h"

#include <string.h>

/* What only the team sees. */
static const char *const team_lists[] = {"timeline", "decisions", "work", "injects", "participants", "facts"};
static const char *const team_steps[] = {"done", "late", "skipped", "never", "open", "steps", "missing"};

static void empty(struct jsn *object, const char *const *keys, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (jsn_get(object, keys[i]))
			tree_list(object, keys[i]);
}

/* A board sees what was said and whose word it had; no turn of the record, and nobody's reasons. */
static void withhold_notices(const struct jsn *model)
{
	struct jsn *notice, *value, *hold;
	for (size_t i = 0; (hold = label_row(model, "holds", i)) != NULL; i++) {
		tree_null(hold, "n");
		tree_null(hold, "by");
	}
	for (size_t i = 0; (notice = label_row(model, "notices", i)) != NULL; i++) {
		tree_null(notice, "n");
		tree_null(notice, "override_reason");
		for (size_t k = 0; (value = label_row(notice, "values", k)) != NULL; k++) {
			tree_null(value, "proof");
			if (jsn_get(value, "proof_text"))
				tree_null(value, "proof_text");
		}
	}
}

/* Nothing is left in the tree that a template of the company's own could show by mistake. */
void page_withhold(struct jsn *model)
{
	empty(model, team_lists, sizeof team_lists / sizeof *team_lists);
	empty((struct jsn *)jsn_get(model, "coverage"), team_steps, sizeof team_steps / sizeof *team_steps);
	empty((struct jsn *)jsn_get(model, "hot_wash"), (const char *const[]){"notes", "observations"}, 2);
	withhold_notices(model);
	if (jsn_get(model, "chart"))
		tree_null(model, "chart");
}

static bool put_banner(struct jsn *model, const char *name, const char *key, bool told, const struct phrases *phrases)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_flag(data, "exercise", jsn_number(jsn_get(model, "exercise"), 0));
	tree_text(data, "stamp", jsn_text(jsn_get(jsn_get(model, "stopped"), "stamp")));
	if (told) {
		phrase_put(phrases, key, data, model, name);
		return true;
	}
	jsn_free(data);
	tree_null(model, name);
	return false;
}

static struct jsn *share_data(const struct jsn *share)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_text(data, "role", jsn_text(jsn_get(share, "role")));
	if (jsn_number(jsn_get(share, "minutes"), 0))
		tree_number(data, "minutes", jsn_number(jsn_get(share, "minutes"), 0));
	else
		tree_null(data, "minutes");
	tree_number(data, "questions", jsn_number(jsn_get(share, "questions"), 0));
	return data;
}

/* A record that is not whole says so before it says anything else. */
static void put_banners(struct jsn *model, const struct phrases *phrases)
{
	bool ended = jsn_count(jsn_get(model, "ended")) > 0;
	bool stopped = put_banner(model, "stopped_text", "report.banner.stopped", !ended, phrases);
	bool torn =
	    put_banner(model, "torn_text", "report.banner.torn", jsn_number(jsn_get(model, "torn"), 0), phrases);
	const struct jsn *share = jsn_get(model, "share");
	bool cut = jsn_count(share) > 0;
	if (cut)
		phrase_put(phrases, "report.banner.cut", share_data(share), model, "cut_text");
	else
		tree_null(model, "cut_text");
	bool unclosed = put_banner(model, "unclosed_text", "report.banner.unclosed",
	                           ended && !jsn_number(jsn_get(model, "complete"), 0), phrases);
	tree_flag(model, "banner", stopped || torn || unclosed || cut);
}

static void put_overview(struct jsn *model, enum page_audience audience, const struct dial *dial)
{
	const char *mode = jsn_text(jsn_get(model, "mode"));
	const struct jsn *end = jsn_get(model, "ended");
	int32_t last = dial_read(jsn_count(end) ? end : jsn_get(model, "stopped"), "t");
	struct jsn *overview = tree_object(model, "overview");
	tree_flag(model, "exercise", mode && strcmp(mode, "incident") != 0);
	tree_flag(model, "team", audience == PAGE_TEAM);
	tree_flag(model, "settled", jsn_count(end) > 0);
	dial_date(dial, overview, "began", 0);
	dial_date(dial, overview, "last", last);
	label_stamp(overview, "last_stamp", last);
	label_span(dial->phrases, overview, "span", last);
	label_put(dial->phrases, overview, "clock", "report.clock_kind", jsn_text(jsn_get(model, "clock")));
	label_put(dial->phrases, overview, "cut", "report.cut",
	          jsn_number(jsn_get(model, "extended"), 0) ? "extended" : "core");
}

void page_dress(struct jsn *model, enum page_audience audience, const struct phrases *phrases)
{
	struct dial dial = dial_of(model, phrases);
	put_overview(model, audience, &dial);
	put_banners(model, phrases);
	annex_dress(model, &dial);
	chart_draw(model, &dial);
	cover_dress(model, phrases);
	if (audience == PAGE_BOARD)
		page_withhold(model);
}
