#include "poison.h"

#include "content/share.h"
#include "desk/edition.h"
#include "exercise/score.h"
#include "neutral.h"

#include <stdio.h>

struct press {
	struct debrief *d;
	struct layout *layout;
	struct diags diags;
	struct text out;
};

static struct press open_press(struct debrief *d)
{
	struct press p = {.d = d};
	diags_init(&p.diags);
	return p;
}

static void close_press(struct press *p)
{
	layout_free(p->layout);
	diags_free(&p->diags);
	text_free(&p->out);
	debrief_close(p->d);
}

static const char *made(struct press *p, const struct edition *edition)
{
	layout_free(p->layout);
	p->layout = edition_layout(edition, &p->d->record, &p->diags);
	text_clear(&p->out);
	if (!p->layout || !edition_make(edition, &p->d->record, p->layout, &p->out, &p->diags)) {
		diags_render(&p->diags, &p->out);
		fail_msg("%s", p->out.data);
	}
	return p->out.data;
}

static const char *in_format(struct press *p, int format)
{
	return made(p, &(struct edition){.format = (enum edition_format)format});
}

static void is_neutral(struct press *p, const struct edition *edition)
{
	made(p, edition);
	const char *wrong = neutral_page(edition_formats[edition->format], p->out.data);
	if (wrong)
		fail_msg("%s: %s\n%s", edition_formats[edition->format], wrong, p->out.data);
	assert_non_null(strstr(p->out.data, "EVIL")); /* it is there to be read */
}

static void all_are_neutral(struct press *p)
{
	for (int odd = 0; odd < 8; odd++)
		for (int format = 0; edition_formats[format]; format++)
			is_neutral(p, &(struct edition){.format = (enum edition_format)format,
			                                .audience = odd & 1 ? PAGE_BOARD : PAGE_TEAM,
			                                .names = odd >> 1 & 1,
			                                .lang = odd >> 2 & 1 ? "zh" : "en"});
}

static void hostile_text_is_neutral_in_every_format(void **state)
{
	struct press p = open_press(poison_open(true));
	(void)state;
	all_are_neutral(&p);
	close_press(&p);
}

static void hostile_text_is_neutral_in_a_record_that_stops(void **state)
{
	struct press p = open_press(poison_open(false));
	(void)state;
	all_are_neutral(&p);
	close_press(&p);
}

static void every_cell_of_the_sheet_reads_back(void **state)
{
	struct press p = open_press(poison_open(true));
	const char *row = strstr(in_format(&p, EDITION_CSV), "\r\n\"observation\",");
	(void)state;
	assert_non_null(row);
	assert_non_null(strstr(row, "\"'=<script>EVIL()</script>")); /* a formula is text */
	assert_non_null(strstr(row, "'q\"\"**EVIL**"));              /* a quote is doubled */
	close_press(&p);
}

static void strict_readers_find_what_is_wrong(void **state)
{
	(void)state;
	assert_null(neutral_html("<!doctype html><p class=\"a\">x &lt;b&gt;</p>"));
	assert_string_equal(neutral_html("<p><script>x</script></p>"), "a script");
	assert_string_equal(neutral_html("<p onclick=\"x\"></p>"), "an event handler");
	assert_string_equal(neutral_html("<a href=\"http://x\">x</a>"), "a way out of the page");
	assert_string_equal(neutral_html("<p>x</b></p>"), "elements closed out of order");
	assert_string_equal(neutral_html("<p>x"), "an element that is never closed");
	assert_string_equal(neutral_html("<p title=\"a\" b\">x</p>"), "a name is missing");
	assert_null(neutral_csv("\xef\xbb\xbf\"a\",\"-1.5\"\r\n\"'=b\",\"c\"\"\"\r\n"));
	assert_string_equal(neutral_csv("\xef\xbb\xbf\"a\",\" =b\"\r\n"), "a formula");
	assert_string_equal(neutral_csv("\xef\xbb\xbf\"a\"\r\n\"a\",\"b\"\r\n"), "a row of another length");
	assert_string_equal(neutral_csv("\xef\xbb\xbf\"a\"b\"\r\n"), "a row without its end");
	assert_null(neutral_markdown("# a\n\n- \\<b\\> \\[x\\]\\(y\\)\n"));
	assert_string_equal(neutral_markdown("a <b>"), "markup");
	assert_string_equal(neutral_markdown("[a](b)"), "a link");
	assert_string_equal(neutral_markdown("- EVIL\n"), "a line of its own");
	assert_string_equal(neutral_text("a\033[2J"), "a control character");
	assert_string_equal(neutral_text("a\xe2\x80\xae"), "a change of direction");
}

static void a_record_that_stops_says_so_in_every_format(void **state)
{
	static const char *const said[] = {"This record stops at T+1:00", "This record stops at T+1:00",
	                                   "\"stopped\":{\"stamp\":\"T+1:00\",\"t\":3600}",
	                                   "This record stops at T+1:00"};
	struct press p = open_press(debrief_open());
	(void)state;
	debrief_until(p.d, 3600);
	for (int format = 0; edition_formats[format]; format++)
		if (!strstr(in_format(&p, format), said[format]))
			fail_msg("%s does not say that the record stops:\n%s", edition_formats[format], p.out.data);
	debrief_play_well(p.d);
	debrief_audit(p.d);
	for (int format = 0; edition_formats[format]; format++)
		assert_null(strstr(in_format(&p, format), said[format]));
	close_press(&p);
}

static void a_record_whose_last_line_was_cut_off_says_so_in_every_format(void **state)
{
	static const char *const said[] = {"was cut off", "was cut off", "\"torn\":true", "was cut off"};
	struct press p = open_press(debrief_open());
	(void)state;
	for (int torn = 0; torn < 2; torn++) {
		p.d->record.torn = torn;
		for (int format = 0; edition_formats[format]; format++)
			assert_int_equal(strstr(in_format(&p, format), said[format]) != NULL, torn);
	}
	close_press(&p);
}

static void a_record_of_one_person_s_part_says_so_in_every_format(void **state)
{
	static const char *const said[] = {
	    "This was one person's part of the story, that of support, cut to 15 min; questions in it: 1.",
	    "This was one person&#39;s part of the story, that of support, cut to 15 min; questions in it: 1.",
	    "\"share\":{\"minutes\":15,\"questions\":1,\"role\":\"support\"}",
	    "This was one person's part of the story, that of support, cut to 15 min; questions in it: 1."};
	struct press p = open_press(debrief_open());
	(void)state;
	for (int format = 0; edition_formats[format]; format++)
		assert_null(strstr(in_format(&p, format), said[format]));
	share_add(share_make(p.d->record.world, "support", 15), 0);
	for (int format = 0; edition_formats[format]; format++)
		if (!strstr(in_format(&p, format), said[format]))
			fail_msg("%s does not say whose part it is:\n%s", edition_formats[format], p.out.data);
	close_press(&p);
}

static void a_drill_says_exercise_and_an_incident_never_does(void **state)
{
	struct press p = open_press(debrief_open());
	(void)state;
	debrief_play_well(p.d);
	debrief_audit(p.d);
	for (int format = 0; edition_formats[format]; format++)
		if (format != EDITION_JSON)
			assert_non_null(strstr(in_format(&p, format), "EXERCISE"));
	assert_non_null(strstr(in_format(&p, EDITION_JSON), "\"mode\":\"exercise\""));
	p.d->record.start.mode = "incident";
	for (int format = 0; edition_formats[format]; format++) {
		assert_null(strstr(in_format(&p, format), "EXERCISE"));
		assert_null(strstr(p.out.data, "exercise"));
	}
	close_press(&p);
}

static void a_board_sees_no_turn_and_nobodys_reason(void **state)
{
	struct press p = open_press(debrief_open());
	(void)state;
	debrief_play_well(p.d);
	struct act note = debrief_act(p.d, ACT_NOTE, NAMES_KINDS, NULL);
	note.text = "Farah was asleep";
	debrief_do(p.d, note);
	debrief_audit(p.d);
	for (int format = 0; edition_formats[format]; format++) {
		assert_non_null(strstr(in_format(&p, format), "Mei Lin said so") ? p.out.data
		                                                                 : strstr(p.out.data, "said so"));
		assert_non_null(strstr(p.out.data, "was asleep"));
		made(&p, &(struct edition){.format = (enum edition_format)format, .audience = PAGE_BOARD});
		assert_null(strstr(p.out.data, "said so"));
		assert_null(strstr(p.out.data, "was asleep"));
		assert_non_null(strstr(p.out.data, "PIPC")); /* clocks are the board's, too */
	}
	close_press(&p);
}

static void people_are_roles_unless_names_are_asked_for(void **state)
{
	struct press p = open_press(debrief_open());
	(void)state;
	debrief_play_well(p.d);
	for (int format = 0; edition_formats[format]; format++) {
		assert_null(strstr(in_format(&p, format), "Mei Lin"));
		made(&p, &(struct edition){.format = (enum edition_format)format, .names = true});
		assert_non_null(strstr(p.out.data, "Mei Lin"));
	}
	close_press(&p);
}

static void a_language_that_pages_lack_is_english_unless_it_was_asked_for(void **state)
{
	struct press p = open_press(debrief_open());
	(void)state;
	p.d->record.start.lang = "zh";
	assert_non_null(strstr(in_format(&p, EDITION_MARKDOWN), "演练"));
	p.d->record.start.lang = "ms";
	assert_non_null(strstr(in_format(&p, EDITION_MARKDOWN), "EXERCISE"));
	assert_null(edition_layout(&(struct edition){.lang = "ms"}, &p.d->record, &p.diags));
	assert_int_equal(p.diags.errors, 1);
	close_press(&p);
}

static void says(struct press *p, enum edition_format format, const char *lang, const char *words)
{
	made(p, &(struct edition){.format = format, .lang = lang});
	if (!strstr(p->out.data, words))
		fail_msg("%s (%s) does not say: %s\n%s", edition_formats[format], lang, words, p->out.data);
}

static void a_changed_rating_stands_beside_what_the_record_says(void **state)
{
	static const char *const en =
	    "The record says P, performed without challenges. The facilitator's reason: It took a push";
	static const char *const zh = "按记录应为 P（顺利完成）。主持人的理由：It took a push";
	struct press p = open_press(debrief_open());
	(void)state;
	debrief_play_well(p.d);
	struct act rate = debrief_act(p.d, ACT_RATE, NAMES_OBJECTIVE, "containment");
	rate.value = SCORE_S;
	rate.why = "It took a push";
	debrief_do(p.d, rate);
	says(&p, EDITION_MARKDOWN, "en", "**containment** · **S** performed with some challenges");
	says(&p, EDITION_CSV, "en", "\"containment\",\"S\"");
	says(&p, EDITION_MARKDOWN, "en", en);
	says(&p, EDITION_CSV, "en", en);
	says(&p, EDITION_MARKDOWN, "zh", zh);
	says(&p, EDITION_CSV, "zh", zh);
	says(&p, EDITION_HTML, "zh", zh);
	close_press(&p);
}

static void an_action_names_its_gap_and_gaps_have_numbers(void **state)
{
	struct press p = open_press(debrief_open());
	struct text row = {0};
	(void)state;
	debrief_play_badly(p.d);
	struct act improve = debrief_act(p.d, ACT_IMPROVE, NAMES_KINDS, NULL);
	const struct jsn *gap = jsn_at(jsn_get(debrief_model(p.d, false), "gaps"), 1, NULL);
	improve.text = arena_printf(p.d->small.arena, "%s", jsn_text(jsn_get(gap, "text")));
	debrief_do(p.d, improve);
	says(&p, EDITION_MARKDOWN, "en", "\n## Gaps\n\n1. ");
	says(&p, EDITION_MARKDOWN, "en", "\n2. ");
	says(&p, EDITION_MARKDOWN, "en", "\n1. Close gap 2\n   Owner");
	says(&p, EDITION_CSV, "en", "\r\n\"gap\",\"2\",");
	text_add(&row, "\r\n\"improvement\",\"\",\"\",\"\",\"\",\"");
	escape_add(ESCAPE_CSV, improve.text, &row);
	text_add(&row, "\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n");
	says(&p, EDITION_CSV, "en", row.data);
	text_free(&row);
	close_press(&p);
}

static void no_cell_begins_or_ends_with_a_separator(void **state)
{
	(void)state;
	for (int ends = 0; ends < 2; ends++) {
		struct press p = open_press(poison_open(ends));
		assert_non_null(strstr(in_format(&p, EDITION_CSV), " / "));
		assert_null(strstr(p.out.data, "\" / "));
		assert_null(strstr(p.out.data, " / \""));
		assert_null(strstr(p.out.data, " / '")); /* only what begins a cell could be a formula */
		close_press(&p);
	}
}

static void a_files_ending_names_its_format(void **state)
{
	(void)state;
	assert_int_equal(edition_format_for("a.html"), EDITION_HTML);
	assert_int_equal(edition_format_for("a.b/c.HTM"), EDITION_HTML);
	assert_int_equal(edition_format_for("a.csv"), EDITION_CSV);
	assert_int_equal(edition_format_for("a.json"), EDITION_JSON);
	assert_int_equal(edition_format_for("a.md"), EDITION_MARKDOWN);
	assert_int_equal(edition_format_for("a.txt"), EDITION_MARKDOWN);
	assert_int_equal(edition_format_for("html"), EDITION_MARKDOWN);
	assert_int_equal(edition_format_for(NULL), EDITION_MARKDOWN);
}

static void a_report_fits_a_window_line_by_line(void **state)
{
	struct text out = {0};
	(void)state;
	edition_fit(
	    "# A title\n\n- one two three four five\n  six seven eight nine ten\n12. one two three four\n~~~yaml\n"
	    "      - step: x\n~~~\n> one two three four five\n",
	    20, &out);
	assert_string_equal(out.data, " # A title\n\n - one two three\n   four five\n   six seven eight\n   nine ten\n"
	                              " 12. one two three\n     four\n ~~~yaml\n       - step: x\n ~~~\n"
	                              " > one two three\n   four five\n");
	text_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(hostile_text_is_neutral_in_every_format),
	    cmocka_unit_test(hostile_text_is_neutral_in_a_record_that_stops),
	    cmocka_unit_test(every_cell_of_the_sheet_reads_back),
	    cmocka_unit_test(strict_readers_find_what_is_wrong),
	    cmocka_unit_test(a_record_that_stops_says_so_in_every_format),
	    cmocka_unit_test(a_record_whose_last_line_was_cut_off_says_so_in_every_format),
	    cmocka_unit_test(a_record_of_one_person_s_part_says_so_in_every_format),
	    cmocka_unit_test(a_drill_says_exercise_and_an_incident_never_does),
	    cmocka_unit_test(a_board_sees_no_turn_and_nobodys_reason),
	    cmocka_unit_test(people_are_roles_unless_names_are_asked_for),
	    cmocka_unit_test(a_language_that_pages_lack_is_english_unless_it_was_asked_for),
	    cmocka_unit_test(a_changed_rating_stands_beside_what_the_record_says),
	    cmocka_unit_test(an_action_names_its_gap_and_gaps_have_numbers),
	    cmocka_unit_test(no_cell_begins_or_ends_with_a_separator),
	    cmocka_unit_test(a_files_ending_names_its_format),
	    cmocka_unit_test(a_report_fits_a_window_line_by_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
