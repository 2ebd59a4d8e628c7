#include "check.h"
#include "told.h"

#include "content/hookscan.h"

static const char *faults_of(struct told *told, const char *source)
{
	struct names names = {.arena = told->arena};
	struct file file = told_file(source);
	names_add(&names, NAMES_VAR, "open");
	names_add(&names, NAMES_ACTION, "wipe");
	names_add(&names, NAMES_VAR, "mood");
	names_add(&names, NAMES_VAR, "very_loud");
	names_add(&names, NAMES_DECISION, "who");
	names_add(&names, NAMES_FACT, "banks");
	names_add(&names, NAMES_FACT, "finder");
	diags_free(&told->diags);
	diags_init(&told->diags);
	static const char *moods[] = {"calm", "angry"};
	struct fact_var vars[] = {
	    {.id = "open"}, {.id = "mood", .kind = STORY_CHOICE, .choices = {moods, 2}}, {.id = "very_loud"}};
	struct fact facts[] = {{.kind = STORY_DATA}, {.kind = STORY_TEXT}};
	struct story_option options[] = {{.id = "us"}, {.id = "them"}};
	struct story_decision decision = {.options = {options, 2}};
	struct story story = {.vars = vars, .facts = facts, .decisions = &decision};
	bool fine = hookscan_file(&file, &names, &story, &told->diags);
	assert_int_equal(fine, told->diags.errors == 0);
	text_clear(&told->out);
	text_add(&told->out, "");
	return told->diags.n ? told_text(told) : "";
}

static void what_a_view_knows_is_fine(void **state)
{
	static const char *const good[] = {
	    "when = function(w) return w.open and w.now > w.random(6) end",
	    "when = function(v) if v.open then for i = 1, 2 do v.open = i end end return v:done 'wipe' end, x = w.none",
	    "run = function(w) repeat local t = { w = w.now } until true return { sets = { open = true } } end",
	    "when = function(w) return x.w.anything or 'w.none' == [[w.none]] end -- w.none",
	    "when = function(w) --[==[ w.none ]==] return w:chose('who') and \"w.none\\\" w.none\" end",
	    "when = function(w) return w:chose 'who' == 'us' or w:chose('who') ~= \"them\" or w.mood == 'angry' end",
	    "when = function(w) return w:fact 'banks' == 'not_held' or tostring(w.open) == 'true' or w:done 'wipe' end",
	    "when = function(w) return w.mood .. '!' == 'oh!' or #w.mood == 4 or w.mood == w.mood end",
	    "when = function(w) return w:done 'w\\105pe' or w:chose 'who' == 'u\\115' end", /* Lua reads wipe and us */
	    "when = function(w) return not (w.mood == 'angry') and w.mood ~= 'calm' or not w.open end",
	    "when = function(w) return not w.open == true or not w.open ~= not w:done 'wipe' end",
	    "when = function(w) local a = not w.open if w.open then return f(not a, w.mood == 'calm') end end",
	    "when = helper",
	    "local function f(w) return w.none end",
	    "when = function() return none end",
	    "when = function(w) return w.",
	    "when = function(w) return w:",
	    "run = function(w) return { sets = {",
	    "when = function(",
	    "x = [[ never closed",
	    "--[[ never closed",
	    "'never closed",
	    "",
	};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_string_equal(faults_of(*state, good[i]), "");
}

static void what_it_cannot_know_is_told_with_its_place(void **state)
{
	assert_string_equal(faults_of(*state, "\nwhen = function(w) return w.opne end"),
	                    "f.yaml:2:29: unknown variable \"opne\" (did you mean \"open\"?)\n");
	assert_string_equal(faults_of(*state, "when = function(w) return w:done('wpie') or w:chose \"hwo\" end"),
	                    "f.yaml:1:34: unknown action \"wpie\" (did you mean \"wipe\"?)\n"
	                    "f.yaml:1:53: unknown decision \"hwo\" (did you mean \"who\"?)\n");
	assert_string_equal(
	    faults_of(*state, "run = function(w)\n return { sets = { open = { none = 1 }, none = 1 } } end"),
	    "f.yaml:2:41: unknown variable \"none\"\n");
}

static void a_question_that_a_view_does_not_answer_is_told(void **state)
{
	assert_string_equal(faults_of(*state, "when = function(w) return w:don 'wipe' or w:open end"),
	                    "f.yaml:1:29: w answers no \"don\" (did you mean \"done\"?)\n"
	                    "f.yaml:1:45: w answers no \"open\" (a variable is read with a dot: w.open)\n");
	assert_string_equal(
	    faults_of(*state, "when = function(view) return view:colour('red') or view.done 'wipe' end"),
	    "f.yaml:1:35: w answers no \"colour\"\n"
	    "f.yaml:1:57: unknown variable \"done\" (write it with a colon: w:done \"...\")\n");
}

static void an_answer_that_never_is_what_it_is_compared_with_is_told(void **state)
{
	assert_string_equal(
	    faults_of(*state, "when = function(w) return w:chose 'who' == 'thm' or w:chose(\"who\") ~= \"then\" end"),
	    "f.yaml:1:44: \"who\" is never \"thm\" (did you mean \"them\"?)\n"
	    "f.yaml:1:71: \"who\" is never \"then\" (did you mean \"them\"?)\n");
	assert_string_equal(faults_of(*state, "when = function(w) return w.mood == 'clam' and w.open == 'yes' end"),
	                    "f.yaml:1:37: \"mood\" is never \"clam\" (did you mean \"calm\"?)\n"
	                    "f.yaml:1:58: \"open\" is never \"yes\" (it is no text)\n");
	assert_string_equal(
	    faults_of(*state,
	              "when = function(w) return w:fact('banks') == 'invloved' or w:fact 'finder' ~= 'Goh' end"),
	    "f.yaml:1:46: \"banks\" is never \"invloved\" (did you mean \"involved\"?)\n"
	    "f.yaml:1:79: \"finder\" is never \"Goh\" (it is no text)\n");
}

static void an_answer_that_is_no_number_is_never_one(void **state)
{
	assert_string_equal(
	    faults_of(*state, "when = function(w) return w.open == 1 or w.mood ~= 2 or w:chose 'who' == 1 end"),
	    "f.yaml:1:37: \"open\" is never 1 (it is true or false: write w.open alone, or not w.open)\n"
	    "f.yaml:1:52: \"mood\" is never 2 (it is a text, such as \"calm\")\n"
	    "f.yaml:1:74: \"who\" is never 1 (it is a text, such as \"us\")\n");
	assert_string_equal(faults_of(*state, "when = function(w) return w.mood == 1.5 end"),
	                    "f.yaml:1:37: \"mood\" is never 1.5 (it is a text, such as \"calm\")\n");
}

static void a_name_with_a_dash_is_told_as_the_variable_that_it_means(void **state)
{
	assert_string_equal(faults_of(*state, "when = function(w) return w.very-loud or w.open-1 end"),
	                    "f.yaml:1:29: unknown variable \"very\" (a name takes _, not -: w.very_loud)\n");
}

static void a_variable_without_its_view_is_told_unless_the_file_gives_the_name_to_something(void **state)
{
	static const char told[] = "f.yaml:1:27: a variable is read from the view: w.open\n";
	static const char *const own[] = {"local open = 1 ", "open = 1 ", "function open() end ",
	                                  "local function f(mood, open) end ", "for i, open in pairs({}) do end "};
	assert_string_equal(faults_of(*state, "when = function(w) return open end"), told);
	assert_string_equal(faults_of(*state, "when = function(w) return open end, x = { open = 1 }"), told);
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		assert_string_equal(
		    faults_of(*state, arena_printf(((struct told *)*state)->arena,
		                                   "%sx = { when = function(w) return open end }", own[i])),
		    "");
}

static void the_second_hook_is_looked_at_too(void **state)
{
	assert_string_equal(faults_of(*state, "when = function(w) if w.open then return true end end,\n"
	                                      "run = function(view) return { sets = { open = view.gone } } end"),
	                    "f.yaml:2:52: unknown variable \"gone\"\n");
}

static void assert_words(struct told *told, const char *source, const char *expected)
{
	struct file file = told_file(source);
	struct shape_texts words = hookscan_words(&file, told->arena);
	text_clear(&told->out);
	text_add(&told->out, "");
	for (size_t i = 0; i < words.n; i++)
		text_addf(&told->out, "%s%s", i ? " " : "", words.v[i]);
	assert_string_equal(told->out.data, expected);
}

static void only_what_stands_within_a_function_counts_as_used(void **state)
{
	assert_words(*state, "var 'seen' (1) var 'unseen' (2) local function f(v) return v.seen end -- unseen",
	             "f function return seen v v");
	assert_words(*state, "x = function(w) if w.a then return { delivers = \"b\" } end end inject 'c' {}",
	             "a b delivers end function if return then w w");
	assert_words(*state, "x = { 'nothing' }", "");
	assert_words(*state, "x = function('", "function");
}

static void hear(void *context, int line, enum names_kind kind, int number, bool sets)
{
	text_addf(context, "%d %s %d%s\n", line, names_word(kind), number, sets ? " set" : "");
}

static void hear_answer(void *context, int line, int decision, const char *answer)
{
	text_addf(context, "%d decision %d is %s\n", line, decision, answer);
}

static void a_watcher_is_told_which_answer_a_hook_compares_with(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	struct file file =
	    told_file("when = function(w) return w:chose 'who' == 'one' or w:chose('who') == \"two\" end\n"
	              "when = function(w) return w:chose 'who' ~= 'one' or w:chose 'who' == 1 end");
	const struct hookscan_watch watch = {hear, hear_answer, &told->out};
	names_add(&names, NAMES_DECISION, "who");
	text_clear(&told->out);
	hookscan_asks(&file, &names, &watch);
	assert_string_equal(told->out.data, "1 decision 0\n1 decision 0 is one\n1 decision 0\n1 decision 0 is two\n"
	                                    "2 decision 0\n2 decision 0\n");
}

static void a_watcher_is_told_what_each_hook_asks_for_and_sets(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	struct file file = told_file("x = w.open\nwhen = function(w) return w.open and\n w:done 'wipe' and w.none end\n"
	                             "run = function(w) return { sets = { open = w.open } } end");
	const struct hookscan_watch watch = {hear, NULL, &told->out};
	names_add(&names, NAMES_VAR, "open");
	names_add(&names, NAMES_ACTION, "wipe");
	text_clear(&told->out);
	hookscan_asks(&file, &names, &watch);
	assert_string_equal(told->out.data, "2 variable 0\n2 action 0\n4 variable 0 set\n4 variable 0\n");
}

static void a_not_before_a_comparison_is_doubted(void **state)
{
	assert_string_equal(faults_of(*state, "when = function(w) return not w:chose 'who' ~= 'us' end"),
	                    "f.yaml:1:27: `not` takes what stands next to it alone, and compares true or false with "
	                    "the rest (write a == b for what is the same, or not (a ~= b))\n");
	assert_string_equal(faults_of(*state, "when = function(w) return not w.mood == 'calm' end"),
	                    "f.yaml:1:27: `not` takes what stands next to it alone, and compares true or false with "
	                    "the rest (write a ~= b for what is not the same, or not (a == b))\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(what_a_view_knows_is_fine),
	    told_test(a_not_before_a_comparison_is_doubted),
	    told_test(what_it_cannot_know_is_told_with_its_place),
	    told_test(only_what_stands_within_a_function_counts_as_used),
	    told_test(a_question_that_a_view_does_not_answer_is_told),
	    told_test(an_answer_that_never_is_what_it_is_compared_with_is_told),
	    told_test(an_answer_that_is_no_number_is_never_one),
	    told_test(a_name_with_a_dash_is_told_as_the_variable_that_it_means),
	    told_test(a_variable_without_its_view_is_told_unless_the_file_gives_the_name_to_something),
	    told_test(a_watcher_is_told_which_answer_a_hook_compares_with),
	    told_test(a_watcher_is_told_what_each_hook_asks_for_and_sets),
	    told_test(the_second_hook_is_looked_at_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
