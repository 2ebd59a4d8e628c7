#include "desk/command.h"

#include "desk/choice.h"
#include "desk/manual.h"
#include "desk/reply.h"
#include "desk/wash.h"

#include <string.h>

enum { LINE_MAX_BYTES = 4096 };

/* Name, purpose, flags, what it is, act, form, names; how it is written, in a word, and its page. Rows that share a
 * line of `help` follow each other. */
// clang-format off
#define VIEW(name, group, kind) name, group, MANUAL_ALWAYS, kind, ACT_KINDS, FORM_NONE, 0
#define ACT(name, group, act, form) name, group, 0, COMMAND_ACT, act, form, 0
#define NAMED(name, group, act, names) name, group, 0, COMMAND_ACT, act, FORM_ONE, names
#define FLAGGED(name, group, flags, act, form) name, group, flags, COMMAND_ACT, act, form, 0
#define SHAPE(name, group) name, group, MANUAL_SHAPE, COMMAND_NOTHING, ACT_KINDS, FORM_NONE, 0
static const struct manual_row rows[] = {
	{SHAPE("number", MANUAL_ANSWER), "2 4-1 high why", "choose, and how sure",
	 "The number as shown, then, if you like: how the room was split (4-1), how sure you are (low, medium, high) and why. "
	 "2 is enough. who-leads 2 answers a question by its name, and a choice's own name works in place of its number. "
	 "Being sure and wrong costs more than being unsure and wrong; being right is worth the same."},
	{SHAPE("0", MANUAL_ANSWER), "0 ... = 2", "something else",
	 "What you would really do, in your own words, and which of the choices comes nearest: 0 we ring the bank first = 2. "
	 "Without the = nothing follows in the story and nothing is scored, but the hot wash has your words."},
	{SHAPE("Enter", MANUAL_ANSWER), "Enter", "show the choices",
	 "Talk first: say what you would do before you see what is on offer. An empty line then shows the choices. In train it "
	 "goes on to whatever comes next when no question is open."},

	{"steps", MANUAL_CHECKLIST, MANUAL_ALWAYS, COMMAND_STEPS, ACT_KINDS, FORM_PHASE, 0, "steps", "the checklist",
	 "The current phase of your playbook: what is done, who is busy until when, what is free to start. steps notify shows "
	 "another phase."},
	{ACT("do", MANUAL_CHECKLIST, ACT_DO, FORM_STEPS), "do 1 3 4", "start steps",
	 "Starts steps by their numbers in the checklist; by id (do copy-logs) those of any phase. In a drill each takes its "
	 "time: a person does one thing at once, the rest waits in line. In an incident it marks them as begun."},
	{ACT("done", MANUAL_CHECKLIST, ACT_DONE, FORM_DONE), "done 3 at 20:15", "a step is finished",
	 "Marks one step as finished, now or at a time that has passed: done 3, done 3 at 20:15, done copy-logs at yesterday "
	 "20:15. In a drill steps finish by themselves; this is for what was finished before anybody typed it."},
	{ACT("skip", MANUAL_CHECKLIST, ACT_SKIP, FORM_SKIP), "skip 2 because ...", "leave a step out",
	 "Leaves a step out, with the reason that a regulator will read: skip 2 because counsel asked us to wait. The playbook "
	 "says which steps may be left out."},
	{ACT("assign", MANUAL_CHECKLIST, ACT_ASSIGN, FORM_ASSIGN), "assign 2 to Farah", "give it to somebody",
	 "Moves a step that has not begun to somebody else: assign 2 to Farah, assign copy-logs to Wei Jie. The first letters of "
	 "the name are enough."},
	{ACT("phase", MANUAL_CHECKLIST, ACT_PHASE, FORM_PHASE), "phase notify", "go to another phase",
	 "Numbers then mean that phase's checklist. phase auto goes back to the first phase with something left to do."},
	{"severity", MANUAL_CHECKLIST, MANUAL_WITH, COMMAND_ACT, ACT_SEVERITY, FORM_ONE, NAMES_SEVERITY, "severity sev1",
	 "how bad it is", "Your playbook says when each applies, whom it wakes and what it pauses: severity sev1. Say it again when it changes."},

	{FLAGGED("note", MANUAL_RECORD, MANUAL_ALWAYS, ACT_NOTE, FORM_TEXT), "note ...", "one line for the log",
	 "Anything worth knowing afterwards, with the time and who said it: note the courier asked about it, too. "
	 "Write what you saw before what you think."},
	{ACT("call", MANUAL_RECORD, ACT_CALL, FORM_CALL), "call Grace ...", "who was rung",
	 "Who was rung and what came of it: call Adeline Chua asked for a hold. Somebody outside goes with a colon: call PDPC "
	 "hotline: file online, ring back on Monday. In a drill nobody is really rung."},
	{ACT("fact", MANUAL_RECORD, ACT_CLAIM, FORM_CLAIM), "fact ID VALUE", "said, or checked",
	 "What somebody says, and who: fact people_exported 1,250 from the support inbox. It is a claim until verify proves it, and "
	 "no notice may use it. fact alone lists what can be known."},
	{FLAGGED("verify", MANUAL_RECORD, MANUAL_WITH, ACT_VERIFY, FORM_CLAIM), "verify ID VALUE", "proved",
	 "What was checked, and against what: verify people_exported 1,250 against the export log. Only verified facts reach a "
	 "notice; a second value corrects the first and both stay in the record. That data is not involved takes a search: verify "
	 "passwords not involved against the export's 14 columns over 1 Jan to 5 Mar. For ID, the beginning of its label does: "
	 "verify people in the file 1,250 against the export log."},
	{FLAGGED("withdraw", MANUAL_RECORD, MANUAL_WITH, ACT_WITHDRAW, FORM_CLAIM), "withdraw ID because ...", "taken back",
	 "What turned out wrong, before anybody knows better: withdraw people_exported because it counts rows. It counts as not "
	 "known again, and no notice may use it; the record keeps what was said."},
	{ACT("moment", MANUAL_RECORD, ACT_MOMENT, FORM_MOMENT), "moment aware", "starts a law's clock",
	 "Writes down when it occurred, was detected, when you were aware (reasonably certain) or had assessed it (decided that "
	 "it must be notified): moment aware, moment aware at 20:15. The first entry stands for the score; a later one corrects "
	 "the deadlines shown."},
	{ACT("notify", MANUAL_RECORD, ACT_NOTIFY, FORM_NOTIFY), "notify PIPC", "they have been told",
	 "An authority or a partner has been told, now or earlier: notify kr-pipa.authority at 22:10, notify Pasar+. In a drill "
	 "nobody outside is contacted; you say that you would have, at this hour."},
	{ACT("pause", MANUAL_RECORD, ACT_PAUSE, FORM_PAUSE), "pause retargeting", "part of the business",
	 "Stops a piece of everyday business: pause retargeting, pause ads until 10 Mar 09:00. While the police or an authority "
	 "asks you to wait with notices: pause notices because the police asked in writing until 10 Mar 09:00. This is not the "
	 "drill's clock; that is hold."},
	{"unpause", MANUAL_RECORD, MANUAL_WITH, COMMAND_ACT, ACT_UNPAUSE, FORM_ONE, NAMES_PAUSE, "unpause retargeting",
	 "start it again", "Starts again what was paused. Your playbook says who may."},
	{ACT("as", MANUAL_RECORD, ACT_SPEAK, FORM_SPEAK), "as legal", "who speaks from now",
	 "All lines from now on are legal's: as legal. as facilitator ends it. Names work: as Farah. The record says who spoke; "
	 "it does not check."},
	{SHAPE("@", MANUAL_RECORD), "@legal note ...", "who says this line",
	 "One line by somebody else: @legal note we keep everything until I say otherwise. An answer is its owner's unless as "
	 "or a line says otherwise."},
	{ACT("roster", MANUAL_RECORD, ACT_ROSTER, FORM_ROSTER), "roster Farah, ads", "who plays what",
	 "Somebody joins or takes over a role: roster Priya, support. roster Priya as legal does the same. roster alone shows who "
	 "holds which."},

	{"draft", MANUAL_SAY, 0, COMMAND_DRAFT, ACT_KINDS, FORM_DRAFT, 0, "draft KIND", "write a notice",
	 "Writes a notice from what is proved, in the languages of your playbook or those you name: draft customer-holding, "
	 "draft customer-holding en zh. It says what is missing and who must approve. draft customer-holding en from "
	 "edited.txt takes a text that somebody changed. draft alone lists the kinds."},
	{ACT("approve", MANUAL_SAY, ACT_APPROVE, FORM_APPROVE), "approve KIND ...", "their word on it",
	 "Whose word it is and how it came: approve customer-holding for legal by phone, or @legal approve customer-holding. "
	 "Without by ... it was in the room; at 23:35 behind it says when, if it was earlier. The record says who typed it "
	 "and for whom. A changed text needs a new approval."},
	{FLAGGED("publish", MANUAL_SAY, MANUAL_WITH, ACT_PUBLISH, FORM_PUBLISH), "publish KIND", "let it out",
	 "Lets out what was drafted, once every approver has said yes: publish customer-holding. Without all of them it needs "
	 "a reason, which the report shows: publish customer-holding because ... In a drill nothing is sent."},

	{VIEW("status", MANUAL_LOOK, COMMAND_STATUS), "status", "where things stand",
	 "The question that is open, who is busy, what is paused, and the clocks that run."},
	{VIEW("clock", MANUAL_LOOK, COMMAND_CLOCK), "clock", "legal deadlines",
	 "Each law and contract: since when its clock runs, by when it is due, what is left."},
	{VIEW("facts", MANUAL_LOOK, COMMAND_FACTS), "facts", "what is known",
	 "What was said and what was proved, with the sources. The rest is not known yet."},
	{"log", MANUAL_LOOK, MANUAL_ALWAYS | MANUAL_WITH, COMMAND_LOG, ACT_KINDS, FORM_NONE, 0, "log", "what has happened",
	 "The record so far, line by line, as the report will tell it."},
	{"again", MANUAL_LOOK, MANUAL_ALWAYS, COMMAND_AGAIN, ACT_KINDS, FORM_COUNT, 0, "again", "read it once more",
	 "Shows again what came since the last answer, and the question that is open. again 3 shows the last three messages."},
	{"brief", MANUAL_LOOK, MANUAL_ALWAYS, COMMAND_BRIEF, ACT_KINDS, FORM_BRIEF, 0, "brief legal", "a page for counsel",
	 "What counsel, the insurer and the regulator ask first, from the record: when you knew, how many people, which data, "
	 "what was said, which clocks run. Claims stand apart. It is shown here and written beside the record."},
	{ACT("hint", MANUAL_LOOK, ACT_HINT, FORM_HINT), "hint", "a nudge",
	 "A question that helps with the one you have. The record says that you asked."},
	{"help", MANUAL_LOOK, MANUAL_ALWAYS, COMMAND_HELP, ACT_KINDS, FORM_TEXT, 0, "help do", "explain a command",
	 "help shows all commands, help do explains one; help number, help 0 and help Enter the answers to a question."},

	{"next", MANUAL_CLOCK, 0, COMMAND_NEXT, ACT_KINDS, FORM_NONE, 0, "next", "let time pass",
	 "Goes straight to the next thing that falls due. It works under any drill clock."},
	{FLAGGED("wait", MANUAL_CLOCK, MANUAL_WITH, ACT_STEP_TO, FORM_WAIT), "wait 2h", "until then",
	 "Goes on by a length of time or to an hour: wait 2h, wait until 09:40, wait until T+5:12. All that falls due on the way "
	 "comes first."},
	{ACT("hold", MANUAL_CLOCK, ACT_HOLD, FORM_WHY), "hold because lunch", "stop and start it",
	 "Stops the drill's clock: hold, hold because lunch. Nothing is lost; go starts it again. To stop part of the business "
	 "in the story, use pause."},
	{FLAGGED("go", MANUAL_CLOCK, MANUAL_WITH, ACT_GO, FORM_NONE), "go", "start it again", "Starts the clock after hold."},
	{ACT("undo", MANUAL_CLOCK, ACT_UNDO, FORM_NONE), "undo", "take a line back",
	 "Takes back the last line that was typed, and what came of it; again, the one before, as far as the last thing that fell "
	 "due. The record keeps both. Lines that move the clock stay, and so does what was published."},
	{"stop", MANUAL_CLOCK, MANUAL_ALWAYS, COMMAND_STOP, ACT_KINDS, FORM_NONE, 0, "stop", "a real emergency",
	 "Something real has happened. The drill is set aside as it is, and drill72 resume goes on with it another day."},
	{"quit", MANUAL_CLOCK, MANUAL_ALWAYS | MANUAL_WITH, COMMAND_QUIT, ACT_KINDS, FORM_NONE, 0, "quit", "leave",
	 "Leaves. Everything so far is kept, and drill72 resume goes on with it."},

	{"ahead", MANUAL_FACILITATOR, MANUAL_NOT_ALONE, COMMAND_AHEAD, ACT_KINDS, FORM_NONE, 0, "ahead", "what comes next",
	 "Your side, never on the board: what comes next and what it hopes for, what to ask the room, whether you are behind."},
	{"inject", MANUAL_FACILITATOR, MANUAL_NOT_ALONE, COMMAND_ACT, ACT_INJECT, FORM_ONE, NAMES_ITEM, "inject ID", "now, or later",
	 "Brings a message now, whatever its conditions: inject and its name. Also one that was put off by defer."},
	{"defer", MANUAL_FACILITATOR, MANUAL_NOT_ALONE | MANUAL_WITH, COMMAND_ACT, ACT_DEFER, FORM_ONE, NAMES_ITEM, "defer ID",
	 "not yet", "Puts a message off; it comes only when you say inject. ahead proposes which when time is short."},
	{FLAGGED("extend", MANUAL_FACILITATOR, MANUAL_NOT_ALONE, ACT_EXTEND, FORM_EXTEND), "extend 2m", "more time to talk",
	 "Two more minutes for the question that is open, or as many as you say: extend 5m. The story's clock stands still."},
	{FLAGGED("end", MANUAL_FACILITATOR, 0, ACT_END, FORM_END), "end", "EndEx now",
	 "Ends the story early. The clock audit, the hot wash and the summary follow. It can't be undone."},
	{FLAGGED("observe", MANUAL_FACILITATOR, MANUAL_ALWAYS, ACT_OBSERVE, FORM_OBSERVE), "observe care ...", "what you saw",
	 "A sentence for the hot wash, under one of the seven objectives: observe communications support heard of it from a "
	 "customer."},
	{FLAGGED("rate", MANUAL_FACILITATOR, MANUAL_ALWAYS | MANUAL_WITH, ACT_RATE, FORM_RATE), "rate care S ...", "change a rating",
	 "P performed, S with some challenges, M with major challenges, U unable; with the reason: rate communications P because "
	 "every word of it was backed. The record keeps the computed rating beside yours."},

	{FLAGGED("y", MANUAL_AFTER, MANUAL_ENDED, ACT_AUDIT, FORM_AUDIT), "y at 22:10", "the clock audit",
	 "The clock audit asks about each deadline: filed? y means by EndEx, y at 22:10 says when, n because ... that it was not. "
	 "What is due only after EndEx wants a name and a date: Arif on 10 Mar."},
	{FLAGGED("n", MANUAL_AFTER, MANUAL_ENDED | MANUAL_WITH, ACT_AUDIT, FORM_AUDIT), "n because ...", "not filed",
	 "The deadline that the clock audit asks about was not met: n, n because nobody knew the portal's password."},
	{FLAGGED("improve", MANUAL_AFTER, MANUAL_ENDED, ACT_IMPROVE, FORM_IMPROVE), "1 @Arif 30 Apr", "what will change",
	 "One of the three gaps that the record proposes, with an owner and a date: 1 @Arif 30 Apr. Or in your own words: improve "
	 "rehearse the first hour @Farah 30 Apr."},
	{FLAGGED("close", MANUAL_AFTER, MANUAL_ENDED, ACT_CLOSE, FORM_NONE), "close", "end the hot wash",
	 "Closes the record and shows the summary."},
};
// clang-format on

static const struct manual manual = {rows, sizeof rows / sizeof *rows};

static bool speak(struct line *line, struct text *rest)
{
	const struct words *words = &line->words;
	if (words->n == 0 || words->v[0].quoted || words->v[0].s[0] != '@')
		return true;
	int role = line_role(line, words->v[0].s + 1);
	if (role == NAMES_NONE)
		return false;
	if (words->n == 1)
		return line_refuse(line, "And what do they say? %s note ...; for all lines from now on: as %s.",
		                   words->v[0].s, words->v[0].s + 1);
	line->act.by = names_id(&line->session->world->names, NAMES_ROLE, role);
	text_add(rest, words->line + words->v[1].at);
	line->words = words_split(line->arena, arena_dup(line->arena, rest->data));
	return true;
}

/* Who says a line that does not say so: an answer is its owner's, the rest whoever speaks now. */
static const char *speaker(const struct line *line)
{
	const struct session *s = line->session;
	int role = state_get(&s->state, STATE_RUN, 0, STATE_SPEAKER);
	if (role == NAMES_NONE && line->act.kind == ACT_CHOOSE &&
	    s->world->story->decisions[line->act.refs[0]].owner_role != NAMES_NONE)
		role = s->world->story->decisions[line->act.refs[0]].owner_role;
	return role == NAMES_NONE ? "facilitator" : names_id(&s->world->names, NAMES_ROLE, role);
}

static bool help(struct line *line)
{
	struct text page = {0};
	const char *name = words_at(&line->words, 1);
	bool known = command_help(line->words.n > 1 ? name : NULL, line->columns, &page);
	const char *near = known ? NULL : manual_nearest(&manual, name);
	if (known)
		line->say = arena_dup(line->arena, page.data);
	else
		line_refuse(line,
		            near ? "There is no command \"%.60s\"; did you mean %s?" : "There is no command \"%.60s\".",
		            name, near);
	text_free(&page);
	return known;
}

static bool allowed(struct line *line, const struct manual_row *row, bool alone)
{
	bool ended = session_ended(line->session);
	if (row->flags & MANUAL_NOT_ALONE && alone)
		return line_refuse(line, "%s is the facilitator's, and here you are alone.", row->name);
	if (row->flags & MANUAL_ALWAYS || !(row->flags & MANUAL_ENDED) == !ended)
		return true;
	return line_refuse(
	    line, ended ? "EndEx has come; %s belongs to the story. The hot wash goes on." : "%s comes after EndEx.",
	    row->name);
}

static enum command_kind run(struct line *line, const struct manual_row *row, bool alone)
{
	line->act.kind = row->act;
	if (!allowed(line, row, alone))
		return COMMAND_NOTHING;
	if (row->kind == COMMAND_HELP)
		return help(line) ? COMMAND_HELP : COMMAND_NOTHING;
	if (!form_read(line, row->form, row->names, row->usage))
		return COMMAND_NOTHING;
	return line->menu ? COMMAND_HELP : (enum command_kind)row->kind;
}

/* An empty line: the choices, or in train the next thing. */
static enum command_kind go_on(struct line *line, bool alone)
{
	const struct session *s = line->session;
	int current = session_ended(s) ? NAMES_NONE : view_current(&s->state);
	if (current == NAMES_NONE)
		return alone && !session_ended(s) ? COMMAND_NEXT : COMMAND_NOTHING;
	if (state_get(&s->state, STATE_DECISION, current, STATE_DECISION_REVEALED)) {
		line->say = "Type a number, or 0 and what you would do instead.";
		return COMMAND_NOTHING;
	}
	line->act.kind = ACT_REVEAL;
	line->act.refs[0] = current;
	line->act.nrefs = 1;
	return COMMAND_ACT;
}

static enum command_kind unknown(struct line *line)
{
	const char *word = words_at(&line->words, 0), *near = manual_nearest(&manual, word);
	int asked = agenda_audit(&line->session->state);
	if (asked != NAMES_NONE)
		line_refuse(line, "The clock audit waits: %s, filed? y, y at 22:10, n, or n because ...",
		            line->session->world->deadlines[asked].party);
	else if (reply_read(line->words.line) != REPLY_OTHER)
		line_refuse(line, "Nothing waits for a yes or a no.");
	else if (near)
		line_refuse(line, "Unknown command \"%.60s\"; did you mean %s?", word, near);
	else
		line_refuse(line, "Unknown command \"%.60s\"; help lists them, note ... writes a line down.", word);
	return COMMAND_NOTHING;
}

static enum command_kind read_line(struct line *line, bool alone)
{
	const struct manual_row *row = manual_find(&manual, words_at(&line->words, 0));
	if (line->words.n == 0)
		return go_on(line, alone);
	if (row && !line->words.v[0].quoted)
		return run(line, row, alone);
	if (wash_is(line))
		return wash_read(line) ? COMMAND_ACT : COMMAND_NOTHING;
	if (!choice_is(line))
		return unknown(line);
	if (choice_read(line))
		return COMMAND_ACT;
	return line->again ? COMMAND_QUESTION : COMMAND_NOTHING;
}

struct command command_parse(const struct command_context *context, const char *typed)
{
	struct line line = {.session = context->session,
	                    .arena = context->arena,
	                    .when = {context->session->world, context->t},
	                    .question = context->question,
	                    .columns = context->columns,
	                    .act = {.kind = ACT_KINDS, .t = context->t, .at = STATE_NEVER, .talk = EVENT_NO_TALK}};
	struct text rest = {0};
	enum command_kind kind = COMMAND_NOTHING;
	bool fits = strnlen(typed, LINE_MAX_BYTES + 1) <= LINE_MAX_BYTES;
	line.words = words_split(context->arena, words_clean(context->arena, fits ? typed : ""));
	line.act.cause = line.words.line;
	line.act.by = speaker(&line);
	bool named = line.words.n > 0 && line.words.v[0].s[0] == '@';
	if (!fits)
		line_refuse(&line, "That line is too long; at most %d characters.", (int)LINE_MAX_BYTES);
	else if (speak(&line, &rest))
		kind = read_line(&line, context->alone);
	if (!named)
		line.act.by = speaker(&line);
	text_free(&rest);
	return (struct command){kind, line.act, line.say, line.refused ? NULL : line.read_back, line.refused};
}

char *command_complete(const struct session *session, bool facilitator, const char *line, int at, const char *word,
                       int i)
{
	struct arena *arena = arena_new();
	const char *before = arena_ndup(arena, line, strnlen(line, at < 0 ? 0 : (size_t)at));
	char *found = manual_complete(&manual, session, facilitator, before, word, i);
	arena_free(arena);
	return found;
}

bool command_help(const char *name, int columns, struct text *out)
{
	if (name && *name)
		return manual_explain(&manual, name, columns, out);
	manual_page(&manual, columns, out);
	return true;
}
