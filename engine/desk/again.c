#include "desk/again.h"

#include "desk/inject.h"
#include "desk/question.h"

void again_news(const struct paint *paint, const struct session *session, const struct news *news, int64_t talk_ms)
{
	int current = session_ended(session) ? NAMES_NONE : view_current(&session->state), item = NAMES_NONE;
	bool aloud = wording_drill(session) && !session->start.feedback;
	while ((item = news_next(news, session, item)) != NAMES_NONE)
		inject_show(paint, session, item, news_time(session, item), aloud);
	if (current != NAMES_NONE)
		question_show(paint, session, current, talk_ms);
}

void again_show(const struct paint *paint, const struct session *session, int n, int64_t talk_ms)
{
	struct news *news = n > 0 ? news_before(session, n) : news_answered(session);
	again_news(paint, session, news, talk_ms);
	news_free(news);
}
