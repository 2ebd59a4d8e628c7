#include "desk/hand.h"

#include "desk/words.h"

#include <stdio.h>

void hand_open(struct hand *hand, const struct session *session, const char *journal, struct text *screen)
{
	outlet_open(&hand->outlet, session, journal, screen);
	hand->outlet.paint.columns = HAND_COLUMNS;
	hand->looks = true;
}

void hand_open_unseen(struct hand *hand, const struct session *session)
{
	hand_open(hand, session, "", &hand->unseen);
	hand->looks = false;
}

void hand_close(struct hand *hand)
{
	outlet_close(&hand->outlet);
	text_free(&hand->unseen);
}

struct command hand_read(const struct hand *hand, const char *line, int question, int32_t t, struct arena *arena)
{
	struct command_context context = {.session = hand->outlet.writing.session,
	                                  .question = question,
	                                  .alone = hand->alone,
	                                  .t = t,
	                                  .columns = hand->outlet.paint.columns,
	                                  .arena = arena};
	return command_parse(&context, line);
}

bool hand_carries(const struct command *command)
{
	return !command->refused && (command->kind == COMMAND_ACT || command->kind == COMMAND_DRAFT);
}

static void put(const char *said, char why[ACT_WHY])
{
	snprintf(why, ACT_WHY, "%s", said);
}

/* `draft` alone asks what there is, and is answered; what can't be drafted is refused. */
static bool draft(struct hand *hand, const struct act *asked, struct arena *arena, char why[ACT_WHY])
{
	struct writing_job job;
	const struct text *screen = hand->outlet.paint.out;
	size_t before = screen->len;
	bool ready = outlet_draft(&hand->outlet, asked, arena, &job), menu = !asked->text;
	if (!ready && !menu && screen->len > before)
		put(words_clean(arena, screen->data + before), why);
	bool taken = ready && hand->take(hand->context, &job.act, why);
	if (taken && hand->looks)
		galley_show(&hand->outlet.writing, &job, &hand->outlet.paint);
	writing_done(&job);
	text_clear(&hand->unseen);
	return taken || (!ready && menu);
}

bool hand_carry(struct hand *hand, const struct command *command, struct arena *arena, char why[ACT_WHY])
{
	struct act act = command->act;
	why[0] = '\0';
	return command->kind == COMMAND_DRAFT ? draft(hand, &act, arena, why) : hand->take(hand->context, &act, why);
}

bool hand_type(struct hand *hand, const char *line, int32_t t, struct arena *arena, enum command_kind *kind,
               char why[ACT_WHY])
{
	int question = view_current(&hand->outlet.writing.session->state);
	struct command command = hand_read(hand, line, question, t, arena);
	*kind = command.kind;
	why[0] = '\0';
	if (command.refused)
		put(command.say ? command.say : "refused", why);
	return !command.refused && (!hand_carries(&command) || hand_carry(hand, &command, arena, why));
}
