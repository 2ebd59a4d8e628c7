#include "housed.h"
#include "kitted.h"
#include "told.h"

#include "desk/msel.h"
#include "desk/msel_import.h"

enum { NOON = 1773115200 }; /* 2026-03-10 04:00 UTC: noon in Singapore */

struct imported {
	struct told *told;
	struct shelf_set set;
	struct text lua;
	bool done;
};

/* The list as lines of a file, read with the shipped playbook. */
static struct imported import(struct told *told, const char *csv)
{
	struct imported im = {.told = told};
	const struct shelf_choice choice = {.t0 = NOON};
	struct file file;
	assert_true(shelf_open(&choice, &told->diags, &im.set));
	assert_true(file_take(csv, strlen(csv), "list.csv", told->arena, &told->diags, &file));
	const struct msel_lexicon *known = msel_lexicon_open(told->arena, &told->diags);
	assert_non_null(known);
	im.done = msel_import(&file, im.set.world, known, "vip-list", NOON, &im.lua, &told->diags);
	return im;
}

static void finish(struct imported *im)
{
	shelf_close(&im->set);
	text_free(&im->lua);
}

static void assert_says(const struct imported *im, const char *lua)
{
	if (!im->done)
		fail_msg("%s", told_text(im->told));
	if (!strstr(im->lua.data, lua))
		fail_msg("no \"%s\" in:\n%s", lua, im->lua.data);
}

static void assert_imports(struct told *told, const char *csv, const char *lua)
{
	struct imported im = import(told, csv);
	assert_says(&im, lua);
	finish(&im);
}

/* ---- it is understood ---- */

static void a_list_becomes_messages(void **state)
{
	struct told *told = *state;
	struct imported im =
	    import(told, "No.,Scenario time,Type,Method,From,To,Subject,Description,Expected action\n"
	                 "1,T+0:40,Inject,phone call,Amira,Support,Why me?,\"She says \"\"why\"\".\nTwice.\","
	                 "preserve-logs\n");
	assert_says(&im,
	            "inject \"why-me\" {\n  at = \"40m\", from = \"Amira\", to = \"support\", channel = \"phone\",\n"
	            "  subject = \"Why me?\",\n  text = [[She says \"why\".\nTwice.]],\n"
	            "  expects = { \"preserve-logs\" },\n}\n");
	assert_string_equal(told_text(told), "");
	finish(&im);
}

static void any_usual_name_order_and_separator_will_do(void **state)
{
	static const char *const lists[] = {
	    "Event Description,Inject Mode,Recipient Player(s),Sender,Event Time\nThe list is "
	    "out,E-MAIL,I.T.,Amira,90m\n",
	    "Time;Description;From;To;Method\n90m;The list is out;Amira;it-admin;mail\n",
	    "sep=;\nTime;Description;From;To;Method\n90m;The list is out;Amira;it-admin;mail\n",
	    "Elapsed time\tDescription\tFrom\tTo\tMethod\n1:30\tThe list is out\tAmira\tIT\temail\n",
	    "MSEL of Exercise Durian,,,,\n\n#,Time (min),Message,Source,Player,Channel\n1,90,The list is "
	    "out,Amira,IT,e-mail\n",
	    "\xef\xbb\xbfTime,Description,From,To,Method\r\n90m,The list is out,Amira,IT,email\r\n",
	    "情景时间,内容,发出方,接收方,方式\nT+1:30,The list is out,Amira,IT 管理员,邮件\n",
	};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		assert_imports(*state, lists[i],
		               "inject \"the-list-is-out\" {\n  at = \"1h30\", from = \"Amira\", to = \"it-admin\", "
		               "channel = \"email\",\n  text = \"The list is out\",\n}\n");
}

static void times_are_read_as_planners_write_them(void **state)
{
	static const struct {
		const char *first, *second, *starts, *at;
	} cases[] = {
	    {"T+0:00", "T+26:05", "2026-03-10 09:00", "26h05"},
	    {"0h", "+90m", "2026-03-10 09:00", "1h30"},
	    {"0:00", "0:40", "2026-03-10 09:00", "40m"},
	    {"0 min", "1 day 2 hours", "2026-03-10 09:00", "26h"},
	    {"21:40", "00:10", "2026-03-10 21:40", "2h30"},
	    {"0900", "1015h", "2026-03-10 09:00", "1h15"},
	    {"9:00 am", "1:30 pm", "2026-03-10 09:00", "4h30"},
	    {"2026-03-05 21:40", "2026-03-06 08:00", "2026-03-05 21:40", "10h20"},
	    {"Thu 5 Mar 2026; 21:40", "Fri 6 Mar 2026; 08:00", "2026-03-05 21:40", "10h20"},
	    {"25/12/2026 09:00", "26/12/2026 09:30", "2026-12-25 09:00", "24h30"},
	    {"Day 1 09:00", "Day 3 10:00", "2026-03-10 09:00", "49h"},
	    {"D+0 0900", "D+1 0900", "2026-03-10 09:00", "24h"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct told *told = *state;
		const char *csv = arena_printf(
		    told->arena, "Time,Description,From,To,Method\n\"%s\",One,A,all,email\n\"%s\",Two,A,all,email\n",
		    cases[i].first, cases[i].second);
		struct imported im = import(told, csv);
		assert_says(&im, arena_printf(told->arena, "starts   = \"%s\"", cases[i].starts));
		assert_says(&im, arena_printf(told->arena, "inject \"two\" {\n  at = \"%s\"", cases[i].at));
		finish(&im);
	}
}

static void a_date_stands_for_the_rows_below_it(void **state)
{
	assert_imports(*state,
	               "Date;Time;Description;From;To;Method\n22.11.2026;09:40;One;A;all;email\n"
	               ";10:40;Two;A;all;email\n23.11.2026;08:00;Three;A;all;email\n;12:00;Four;A;all;email\n",
	               "inject \"four\" {\n  at = \"26h20\"");
}

static void a_time_of_day_beside_an_offset_tells_startex(void **state)
{
	assert_imports(*state, "Time,Local time,Description,From,To,Method\nT+1:00,21:40,One,A,all,email\n",
	               "starts   = \"2026-03-10 20:40\"");
}

static void what_a_hook_asked_for_is_a_comment(void **state)
{
	assert_imports(*state, "Time,Description,From,To,Method,Condition\n1h,One,A,all,email,\"extra, when w.live\"\n",
	               "-- Condition: extra, when w.live\ninject \"one\" {\n  at = \"1h\", extra = true, from = \"A\", "
	               "to = \"all\", channel = \"email\",\n  when = function(w) return true end,");
}

static void what_the_language_has_no_key_for_is_a_comment(void **state)
{
	assert_imports(
	    *state,
	    "Time,Description,From,To,Method,Expected action,Controller,Location\n"
	    "0h,One,A,all,email,\"1. Shout\n2. preserve-logs\",Ben,\"Room 2\n]] os.exit()\"\n",
	    "-- Expected action: Shout\n-- Controller: Ben\n-- Location: Room 2\n--   ]] os.exit()\ninject \"one\"");
}

static void what_stands_in_a_cell_is_never_code(void **state)
{
	assert_imports(*state,
	               "Time,Description,From,To,Method\n0h,\"a\n]] .. os.exit() .. [[ ]=\",\"x\"\"\\\",all,email\n",
	               "from = \"x\\\"\\\\\", to = \"all\", channel = \"email\",\n  text = [==[a\n]] .. os.exit() .. "
	               "[[ ]=]==],\n");
}

static void what_stands_in_a_heading_is_never_code(void **state)
{
	assert_imports(*state, "Time,Description,From,To,Method,\"Where\nos.exit()\"\n0h,One,A,all,email,\"x\ny\"\n",
	               "-- Row 2\n-- Where\n--   os.exit(): x\n--   y\ninject \"one\"");
}

static void a_row_of_expected_actions_belongs_to_the_message_before_it(void **state)
{
	assert_imports(*state,
	               "Time,Type,Description,From,To,Method\n0h,Inject,One,A,all,email\n"
	               "10m,Expected player action,Copy the sign-in; preserve-logs,,,\n1h,Administrative,EndEx,,,\n",
	               "  text = \"One\",\n  expects = { \"preserve-logs\" },\n}\n\n-- A question");
}

static void a_text_too_long_for_a_message_is_cut_with_all_of_it_beside(void **state)
{
	struct told *told = *state;
	struct text csv = {0};
	text_add(&csv, "Time,Description,From,To,Method\n0h,");
	for (int i = 1; i <= 100; i++)
		text_addf(&csv, "w%d ", i);
	text_add(&csv, ",A,all,email\n");
	struct imported im = import(told, csv.data);
	assert_says(&im, " w90\",\n}\n");
	assert_says(&im, "-- Description: w1 ");
	assert_string_equal(told_text(told),
	                    "list.csv:2:4: B2 (Description): has 100 words where 90 fit; all of it stands "
	                    "in a comment\n");
	finish(&im);
	text_free(&csv);
}

/* A reader of the scenario would take [[ in a text between [[ ]] for one that lost its end. */
static void brackets_in_a_text_of_several_lines_stand_between_longer_ones(void **state)
{
	static const struct {
		const char *text, *lua;
	} cases[] = {
	    {"One\nSee [[Incident page", "  text = [=[One\nSee [[Incident page]=],\n"},
	    {"[Urgent]\nSee ]]", "  text = [=[[Urgent]\nSee ]]]=],\n"},
	    {"One [[\n]=]", "  text = [==[One [[\n]=]]==],\n"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char csv[256];
		snprintf(csv, sizeof csv, "Time,Description,From,To,Method\n0h,\"%s\",A,all,email\n", cases[i].text);
		assert_imports(*state, csv, cases[i].lua);
	}
}

static void a_cell_longer_than_a_text_may_be_is_cut_with_all_of_it_beside(void **state)
{
	static const struct {
		const char *heading, *key;
	} cases[] = {{"Subject", "  subject = \""}, {"From", "from = \""}, {"Message", "  text = \""}};
	char word[40001];
	memset(word, 'a', sizeof word - 1);
	word[sizeof word - 1] = '\0';
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct told *told = told_open();
		struct text csv = {0}, lua = {0}, beside = {0};
		(void)state;
		text_addf(&csv, "Time,To,Method,%s%s\n0h,all,email,%s%s\n", cases[i].heading,
		          i == 2 ? "" : ",Description", word, i == 2 ? "" : ",One");
		text_addf(&lua, "%s%.4096s\"", cases[i].key, word);
		text_addf(&beside, "-- %s: %s\n", cases[i].heading, word);
		struct imported im = import(told, csv.data);
		assert_says(&im, lua.data);
		assert_says(&im, beside.data);
		assert_non_null(
		    strstr(told_text(told), "has 40000 bytes where 4096 fit; all of it stands in a comment"));
		finish(&im);
		text_free(&csv);
		text_free(&lua);
		text_free(&beside);
		told_close(told);
	}
}

/* ---- it is not ---- */

static void every_fault_is_told_with_its_row_and_column(void **state)
{
	static const struct {
		const char *csv, *told;
	} cases[] = {
	    {"a,b\n1,2\n", "list.csv:0:0: no row names the columns; a list needs one such as: Scenario time, From, To, "
	                   "Description\n"},
	    {"Time,From\n1h,A\n", "list.csv:1:1: row 1 names no column for what is told; call one Description\n"},
	    {"Time,Description,From,To,Method\nsoon,One,A,all,email\n40,Two,A,all,email\n-5m,Three,A,all,email\n",
	     "list.csv:2:1: A2 (Time): \"soon\" is no time such as T+1:30, 90m, 21:40 or 5 Mar 2026 21:40\n"
	     "list.csv:3:1: A3 (Time): \"40\" needs a unit: 30m or 30h, or a heading such as \"Minutes\"\n"
	     "list.csv:4:1: A4 (Time): \"-5m\" lies before StartEx\n"},
	    {"Time,Description,From,To,Method\n0h,\"One,A,all,email\n",
	     "list.csv:2:4: row 2: the quote that opens here is never closed\n"},
	    {"Time,Description,From,To,Method,Condition\n1h,One,A,all,email,after tow + 5m\n2h,Two,A,all,email,\n",
	     "list.csv:2:20: F2 (Condition): no row is called \"tow\"; did you mean \"two\"?\n"},
	    {"Time,Description,From,To,Method,Condition\n1h,One,A,all,email,unless preserv-logs\n",
	     "list.csv:2:20: F2 (Condition): \"preserv-logs\" is no action; did you mean \"preserve-logs\"?\n"},
	    {"Time,Description,From,To,Method,Condition\n,One,A,all,email,after two\n,Two,A,all,email,after one\n",
	     "list.csv:2:18: F2 (Condition): this row waits for itself: `after` goes in a circle\n"
	     "list.csv:3:18: F3 (Condition): this row waits for itself: `after` goes in a circle\n"},
	    {"Time,Description,From,To,Method,Condition\n1h,One,A,all,email,extra\n,Two,A,all,email,after one + 1h\n",
	     "list.csv:3:18: F3 (Condition): \"one\" is extra, so this has to be extra, too\n"},
	    {"Time,Description,From,To,Method,Condition\n1h,One,A,all,email,\n,Two,A,all,email,after one + 1h\n"
	     "90m,EndEx,,,,\n",
	     "list.csv:3:1: A3 (Time): comes after EndEx, which is in row 4\n"},
	    {"Time,Description,From,To,Method\n1h,EndEx,,,\n2h,One,A,all,email\n",
	     "list.csv:3:1: A3 (Time): comes after EndEx, which is in row 2\n"},
	    {"Time,Description,From,To,Method\n", "list.csv:0:0: has no message: no row under the columns is one\n"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct told *told = told_open();
		struct imported im = import(told, cases[i].csv);
		(void)state;
		assert_false(im.done);
		assert_string_equal(told_text(told), cases[i].told);
		assert_int_equal(im.lua.len, 0);
		finish(&im);
		told_close(told);
	}
}

static void what_is_understood_in_part_is_a_warning(void **state)
{
	static const struct {
		const char *csv, *told;
	} cases[] = {
	    {"Time,Descripton,From,To,Method\n0h,One,A,all,email\n",
	     "list.csv:1:6: B1: \"Descripton\" is read as \"Description\"\n"},
	    {"Time,Description,From,To,Method\n0h,,A,all,email\n",
	     "list.csv:2:4: B2 (Description): is empty; the message says \"(to be written)\"\n"},
	    {"Time,Description,From,To,Method\n0h,One,A,Astrology,pigeon\n",
	     "list.csv:2:10: D2 (To): the playbook sme-ecommerce has no role \"Astrology\"; it becomes a role of its "
	     "own, "
	     "astrology\nlist.csv:2:20: E2 (Method): \"pigeon\" is no way for a message (email, chat, phone, alert, "
	     "press, "
	     "letter); it comes by email\n"},
	    {"Time,Description,From,To,Method\n0h,One,A,\"Legal, IT\",email\n",
	     "list.csv:2:10: D2 (To): a message has one addressee; this goes to Legal\n"},
	    {"Time,Description,From,To,Method\n,One,A,all,email\n",
	     "list.csv:2:1: A2 (Time): has no time; the message comes when the facilitator types: inject one\n"},
	    {"Date,Description,From,To,Method\n05/03/2026 09:00,One,A,all,email\n",
	     "list.csv:2:1: A2 (Date): is read as day 5 of month 3; write 2026-03-05 where that is wrong\n"},
	    {"Time,Description,From,To,Method,Id\n0h,One,A,all,email,a\n1h,Two,A,all,email,a\n",
	     "list.csv:3:20: F3 (Id): \"a\" is there twice; the message is called a-2\n"},
	    {"Time,Description,From,To,Method,Id,Condition\n1h,One,A,all,email,one,\n"
	     "3h,Two,A,all,email,two,after one + 1h\n3h,Three,A,all,email,three,after two + 1h\n",
	     "list.csv:3:1: A3 (Time): \"3h\" is not T+2:00; G3 (Condition) is taken\n"},
	    {"Time,Date,Description,From,To,Method\nT+0:00,5 Mar 2026 21:40,One,A,all,email\n"
	     "T+1:00,5 Mar 2026 22:50,Two,A,all,email\nT+2:00,6 Mar 2026 23:40,Three,A,all,email\n"
	     "T+3:00,6 Mar 2026 00:40,Four,A,all,email\n",
	     "list.csv:3:8: B3 (Date): \"5 Mar 2026 22:50\" is not T+1:00; A3 (Time) is taken\n"
	     "list.csv:4:8: B4 (Date): \"6 Mar 2026 23:40\" is not T+2:00; A4 (Time) is taken\n"},
	    {"Time,Local time,Description,From,To,Method\nT+1:00,21:40,One,A,all,email\n"
	     "T+2:00,23:40,Two,A,all,email\n",
	     "list.csv:3:8: B3 (Local time): \"23:40\" is not T+2:00; A3 (Time) is taken\n"},
	    {"Time,Description,Message\n0h,One,Two\n",
	     "list.csv:1:18: C1 (Message): means the same as B1; it is kept as a comment\n"
	     "list.csv:1:0: row 1: no column says from whom; every message comes from \"(to be written)\"\n"
	     "list.csv:1:0: row 1: no column says to whom; every message goes to all\n"
	     "list.csv:1:0: row 1: no column says how a message comes; all of them by email\n"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct told *told = told_open();
		struct imported im = import(told, cases[i].csv);
		(void)state;
		assert_string_equal(told_text(told), cases[i].told);
		assert_true(im.done);
		finish(&im);
		told_close(told);
	}
}

static void assert_refused(struct told *told, struct text *csv, const char *words)
{
	struct imported im = import(told, csv->data);
	assert_false(im.done);
	assert_int_equal(im.lua.len, 0);
	assert_string_equal(told_text(told), words);
	finish(&im);
	text_free(csv);
}

static void a_list_too_long_for_a_scenario_is_told_so_first(void **state)
{
	struct text csv = {0};
	text_add(&csv, "Time,Description,From,To,Method\n");
	for (int i = 0; i < 257; i++)
		text_addf(&csv, "%dm,One,A,all,pigeon\n", i);
	assert_refused(*state, &csv, "list.csv:0:0: has 257 messages; a scenario starts with at most 256\n");
}

static void a_list_that_makes_more_than_a_file_may_hold_is_told_so(void **state)
{
	struct text csv = {0};
	text_add(&csv, "Time,Description,From,To,Method,Remarks\n");
	for (int i = 0; i < 255; i++)
		text_addf(&csv, "%dm,One,A,all,email,%016380d\n", i, 0);
	assert_true(csv.len < FILE_MAX);
	assert_refused(*state, &csv,
	               "list.csv:0:0: makes a scenario over 4 MiB, which can't be read again; "
	               "shorten its longest cells\n");
}

static void a_list_of_more_terms_than_are_read_is_told_so(void **state)
{
	struct text csv = {0};
	text_add(&csv, "Time,Description,From,To,Method\n");
	for (int i = 0; i <= 20; i++) {
		text_addf(&csv, "%dm,", i);
		for (int k = 0; k < 50 && i * 50 + k <= 1000; k++)
			text_addf(&csv, "{t%d}", i * 50 + k);
		text_add(&csv, ",A,all,email\n");
	}
	assert_refused(*state, &csv, "list.csv:0:0: has over 1000 terms, such as {t1000}\n");
}

/* Sixty-nine of the longest waits are more seconds than a time of the story can hold. */
static void a_chain_longer_than_any_story_is_told_row_by_row(void **state)
{
	struct told *told = *state;
	struct text csv = {0};
	text_add(&csv, "No.,Scenario time,Subject,Description,Condition,Id\n1,0h,S,D,,m1\n");
	for (int i = 2; i <= 70; i++)
		text_addf(&csv, "%d,,S,D,after m%d + 366d,m%d\n", i, i - 1, i);
	struct imported im = import(told, csv.data);
	assert_false(im.done);
	assert_int_equal(told->diags.errors, 69);
	assert_non_null(
	    strstr(told_text(told), "list.csv:71:4: B71 (Scenario time): comes over a year after StartEx\n"));
	finish(&im);
	text_free(&csv);
}

/* ---- there and back ---- */

static const struct jsn *row_called(const struct jsn *tree, const char *id)
{
	const struct jsn *rows = jsn_get(tree, "rows");
	for (size_t i = 0; i < jsn_count(rows); i++) {
		const char *own = jsn_text(jsn_get(jsn_at(rows, i, NULL), "id"));
		if (own && strcmp(own, id) == 0)
			return jsn_at(rows, i, NULL);
	}
	fail_msg("%s was lost", id);
	return NULL;
}

/* A hook comes back as one that is to be written. */
static bool is_same(const char *key, const char *a, const char *b)
{
	const char *when = strcmp(key, "condition") == 0 ? strstr(a, "when ") : NULL;
	size_t before = when ? (size_t)(when - a) : strlen(a) + 1;
	return strncmp(a, b, before) == 0 &&
	       (!when || (strncmp(b + before, "when ", 5) == 0 && !strstr(a, ", extra") == !strstr(b, ", extra")));
}

static void assert_same(const struct jsn *there, const struct jsn *back)
{
	static const char *const keys[] = {"type", "stamp",       "date",  "method",    "from",
	                                   "to",   "description", "aloud", "condition", "subject"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const char *a = jsn_text(jsn_get(there, keys[i])), *b = jsn_text(jsn_get(back, keys[i]));
		if (!is_same(keys[i], a ? a : "", b ? b : ""))
			fail_msg("%s: \"%s\" became \"%s\"", keys[i], a ? a : "", b ? b : "");
	}
}

/* A scenario's list as CSV, made a scenario again, in the test's folder. */
static void put_back(struct kitted *kitted, struct jsn *tree, const char *path)
{
	struct told *told = told_open();
	struct text csv = {0};
	assert_true(layout_render(kitted->layout, "msel.csv", ESCAPE_CSV, tree, &csv, &told->diags));
	struct imported im = import(told, csv.data);
	if (!im.done)
		fail_msg("%s", told_text(told));
	housed_put(path, im.lua.data);
	finish(&im);
	text_free(&csv);
	told_close(told);
}

static void a_list_that_drill72_wrote_comes_back_as_the_same_messages(void **state)
{
	static const char *const languages[] = {"en", "zh"};
	(void)state;
	for (size_t l = 0; l < 2; l++) {
		struct housed house;
		housed_open(&house);
		struct kitted *kitted = kitted_open(languages[l], true);
		struct jsn *tree = msel_tree(kitted->set.world, SHAPE_UNSET, layout_phrases(kitted->layout));
		char path[64];
		snprintf(path, sizeof path, "%s/back.lua", house.folder);
		put_back(kitted, tree, path);
		struct shelf_set back;
		const struct shelf_choice choice = {.scenario = path, .lang = languages[l], .extended = true};
		assert_true(shelf_open(&choice, &kitted->diags, &back));
		struct jsn *again = msel_tree(back.world, SHAPE_UNSET, layout_phrases(kitted->layout));
		const struct jsn *rows = jsn_get(tree, "rows");
		size_t same = 0;
		for (size_t i = 0; i < jsn_count(rows); i++) {
			const struct jsn *row = jsn_at(rows, i, NULL);
			if (!jsn_number(jsn_get(row, "plain"), 0))
				continue;
			assert_same(row, row_called(again, jsn_text(jsn_get(row, "id"))));
			same++;
		}
		assert_true(same > 20);
		jsn_free(again);
		jsn_free(tree);
		shelf_close(&back);
		kitted_close(kitted);
		housed_close(&house);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_list_becomes_messages),
	    told_test(any_usual_name_order_and_separator_will_do),
	    told_test(times_are_read_as_planners_write_them),
	    told_test(a_date_stands_for_the_rows_below_it),
	    told_test(a_time_of_day_beside_an_offset_tells_startex),
	    told_test(what_a_hook_asked_for_is_a_comment),
	    told_test(what_the_language_has_no_key_for_is_a_comment),
	    told_test(what_stands_in_a_cell_is_never_code),
	    told_test(what_stands_in_a_heading_is_never_code),
	    told_test(a_row_of_expected_actions_belongs_to_the_message_before_it),
	    told_test(a_text_too_long_for_a_message_is_cut_with_all_of_it_beside),
	    told_test(brackets_in_a_text_of_several_lines_stand_between_longer_ones),
	    cmocka_unit_test(a_cell_longer_than_a_text_may_be_is_cut_with_all_of_it_beside),
	    cmocka_unit_test(every_fault_is_told_with_its_row_and_column),
	    cmocka_unit_test(what_is_understood_in_part_is_a_warning),
	    told_test(a_list_too_long_for_a_scenario_is_told_so_first),
	    told_test(a_list_that_makes_more_than_a_file_may_hold_is_told_so),
	    told_test(a_list_of_more_terms_than_are_read_is_told_so),
	    told_test(a_chain_longer_than_any_story_is_told_row_by_row),
	    cmocka_unit_test(a_list_that_drill72_wrote_comes_back_as_the_same_messages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
