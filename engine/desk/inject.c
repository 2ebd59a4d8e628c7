#include "desk/inject.h"

#include "base/span.h"

#include <stdio.h>

/* A message with its terms replaced. */
struct message {
	struct text from, subject, body, aloud;
	int32_t t;
	const char *to;
	const char *word; /* the channel's */
};

static void frame_email(const struct paint *paint, const struct message *m)
{
	if (m->subject.len) {
		struct text subject = {0};
		text_addf(&subject, "Subject: %s", m->subject.data);
		paint_wrap(paint, PAINT_BOLD, " | ", subject.data);
		text_add(paint->out, " |\n");
		text_free(&subject);
	}
	paint_wrap(paint, PAINT_PLAIN, " | ", m->body.data);
}

static void frame_chat(const struct paint *paint, const struct message *m)
{
	if (m->subject.len)
		paint_wrap(paint, PAINT_BOLD, "   ", m->subject.data);
	paint_bubble(paint, m->body.data);
}

static void frame_phone(const struct paint *paint, const struct message *m)
{
	if (m->subject.len)
		paint_wrap(paint, PAINT_BOLD, "   ", m->subject.data);
	paint_wrap(paint, PAINT_PLAIN, " \" ", m->body.data);
}

static void frame_alert(const struct paint *paint, const struct message *m)
{
	if (m->subject.len) {
		paint_wrap(paint, PAINT_BOLD, " ! ", m->subject.data);
		text_add(paint->out, " !\n");
	}
	paint_wrap(paint, PAINT_PLAIN, " ! ", m->body.data);
}

static void frame_press(const struct paint *paint, const struct message *m)
{
	paint_rule(paint, '=');
	if (m->subject.len) {
		paint_wrap(paint, PAINT_BOLD, " ", m->subject.data);
		paint_rule(paint, '=');
	}
	paint_wrap(paint, PAINT_PLAIN, " ", m->body.data);
}

static void frame_letter(const struct paint *paint, const struct message *m)
{
	paint_rule(paint, '_');
	text_add(paint->out, "\n");
	paint_wrap(paint, PAINT_PLAIN, "   ", m->from.data);
	text_add(paint->out, "\n");
	if (m->subject.len) {
		paint_wrap(paint, PAINT_BOLD, "   ", m->subject.data);
		text_add(paint->out, "\n");
	}
	paint_wrap(paint, PAINT_PLAIN, "   ", m->body.data);
	paint_rule(paint, '_');
}

static const struct {
	const char *word;
	void (*show)(const struct paint *, const struct message *);
} channels[] = {/* in the order of story_channels */
                {"email", frame_email}, {"chat", frame_chat},   {"phone call", frame_phone},
                {"ALERT", frame_alert}, {"press", frame_press}, {"letter", frame_letter}};

enum { CHANNELS = sizeof channels / sizeof *channels };

static int channel_of(const struct story_item *item)
{
	return item->channel >= 0 && item->channel < CHANNELS ? item->channel : 0;
}

static struct message message_of(const struct session *session, int number, int32_t t)
{
	const struct story_item *item = &session->world->story->items[number];
	struct message m = {.t = t, .to = item->to, .word = channels[channel_of(item)].word};
	wording_expand(session, item->from, &m.from);
	wording_expand(session, item->subject, &m.subject);
	wording_expand(session, item->text, &m.body);
	wording_expand(session, item->read_aloud, &m.aloud);
	return m;
}

static void message_free(struct message *m)
{
	text_free(&m->from);
	text_free(&m->subject);
	text_free(&m->body);
	text_free(&m->aloud);
}

/* "T+0:40  email  CRM alerts  to it-admin (Arif)" */
static void heading(const struct session *session, const struct message *m, struct text *out)
{
	char stamp[SPAN_BUFFER], role[WORDING_BUFFER];
	text_addf(out, "%s  %s", span_stamp(m->t, stamp), m->word);
	if (m->from.len)
		text_addf(out, "  %s", m->from.data);
	if (m->to)
		text_addf(out, "  to %s", wording_role(session, m->to, role));
}

void inject_show(const struct paint *paint, const struct session *session, int item, int32_t t, bool aloud)
{
	struct message m = message_of(session, item, t);
	struct text head = {0};
	heading(session, &m, &head);
	paint_gap(paint);
	paint_hang(paint, PAINT_AMBER, "", "%s", head.data);
	channels[channel_of(&session->world->story->items[item])].show(paint, &m);
	if (aloud && m.aloud.len)
		paint_hang(paint, PAINT_PLAIN, " Read aloud: ", "%s", m.aloud.data);
	paint_gap(paint);
	text_free(&head);
	message_free(&m);
}

int inject_brief(const struct paint *paint, const struct session *session, int item, int32_t t, int lines)
{
	struct message m = message_of(session, item, t);
	struct text head = {0};
	heading(session, &m, &head);
	int n = paint_few(paint, PAINT_PLAIN, " ", head.data, lines > 0 ? 1 : 0);
	if (m.subject.len && n < lines)
		n += paint_few(paint, PAINT_BOLD, "   ", m.subject.data, 1);
	n += paint_few(paint, PAINT_PLAIN, "   ", m.body.data, lines - n);
	text_free(&head);
	message_free(&m);
	return n;
}
