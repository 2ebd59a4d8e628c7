/* What tests of typed lines share: a small story with two questions and a fact of each kind, and what a line becomes.
 */
#ifndef TESTS_TYPED_H
#define TESTS_TYPED_H

#include "small.h"

#include "desk/command.h"

#define TYPED_STORY                                                                                                    \
	SMALL_HEAD                                                                                                     \
	"fact 'people_exported' { kind = 'count', label = 'People', unit = 'people', verb = 'exported', truth = 9870 " \
	"}\n"                                                                                                          \
	"fact 'bank_details' { kind = 'data', category = 'bank', label = 'Bank details', truth = 'involved' }\n"       \
	"fact 'became_aware' { kind = 'time', label = 'Certain', truth = '1h30' }\n"                                   \
	"fact 'way_out' { kind = 'text', label = 'How it left', truth = 'An export' }\n"                               \
	"inject 'first' { at = '1h', from = 'Customer', to = 'support', channel = 'email', subject = 'Hm', "           \
	"text = 'How do they know?', opens = { 'who', 'later' } }\n"                                                   \
	"inject 'by-hand' { from = 'Press', to = 'support', channel = 'press', text = 'A number?' }\n"                 \
	"decision 'who' { owner = 'it-admin', within = '30m', closes = '2h', default = 'chat', "                       \
	"objective = 'containment', ask = 'Who leads?', hint = 'A name', probes = { 'Who decides?' }, "                \
	"listen_for = 'A name', "                                                                                      \
	"{ id = 'named', 'Name one lead', score = { containment = 3 }, because = 'One owner decides.' }, "             \
	"{ id = 'chat', 'Open a group chat', score = { containment = 1 }, because = 'A committee debates.' }, "        \
	"{ id = 'ceo', 'Wait for her?', score = { containment = -2 }, because = 'Nobody leads.' } }\n"                 \
	"decision 'later' { owner = 'support', objective = 'care', ask = 'And then?', hint = 'Care', "                 \
	"probes = { 'Who?' }, listen_for = 'Care', "                                                                   \
	"{ id = 'ring', 'Ring them', score = { care = 2 }, because = 'It helps.' }, "                                  \
	"{ id = 'write', 'Write to them', score = { care = 1 }, because = 'It is slower.' } }\n"

enum { OPEN = 3600 }; /* both questions are asked */

static inline int typed_setup(void **state)
{
	return small_setup(state, TYPED_STORY);
}

static inline struct command_context context_of(const struct small *small)
{
	return (struct command_context){
	    small->session, view_current(&small->session->state), false, 80, session_now(small->session), small->arena};
}

static inline struct command parse(const struct small *small, const char *line)
{
	struct command_context context = context_of(small);
	return command_parse(&context, line);
}

/* An act of that kind, or the test fails with what was said. */
static inline struct act act_of(const struct small *small, const char *line, enum act_kind kind)
{
	struct command command = parse(small, line);
	if (command.kind != COMMAND_ACT || command.refused)
		fail_msg("%s: %s", line, command.say ? command.say : "no act");
	assert_int_equal(command.act.kind, kind);
	return command.act;
}

static inline void take(struct small *small, const char *line)
{
	struct command command = parse(small, line);
	if (command.kind != COMMAND_ACT || !small_take(small, command.act))
		fail_msg("%s: %s", line, command.say ? command.say : small->why);
}

static inline void assert_says(const struct small *small, const char *line, const char *say)
{
	struct command command = parse(small, line);
	assert_int_equal(command.kind, COMMAND_NOTHING);
	assert_true(command.refused);
	assert_string_equal(command.say, say);
}

static inline void assert_mentions(const struct small *small, const char *line, const char *part)
{
	struct command command = parse(small, line);
	assert_true(command.refused);
	if (!command.say || !strstr(command.say, part))
		fail_msg("%s: %s", line, command.say ? command.say : "nothing said");
}

#define typed_test(function) cmocka_unit_test_setup_teardown(function, typed_setup, small_teardown)

#endif
