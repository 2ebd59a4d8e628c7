#include "desk/news.h"

#include "content/share.h"
#include "content/texts.h"
#include "content/view.h"

struct news {
	struct arena *arena;
	struct shape_texts read; /* by id: an edit may have moved it to another number */
};

static int count(const struct session *session)
{
	return (int)session->world->story->nitems;
}

static bool came(const struct session *session, int item)
{
	return session->world->story->items[item].kind == STORY_INJECT && share_hears(session->world, item) &&
	       state_get(&session->state, STATE_ITEM, item, STATE_ITEM_STATUS) == STATE_DELIVERED;
}

int32_t news_time(const struct session *session, int item)
{
	return state_get(&session->state, STATE_ITEM, item, STATE_ITEM_AT);
}

static struct news *none_read(void)
{
	struct arena *arena = arena_new();
	struct news *news = arena_alloc(arena, sizeof *news);
	*news = (struct news){.arena = arena};
	return news;
}

static void read_it(struct news *news, const struct session *session, int item)
{
	const char *id = names_id(&session->world->names, NAMES_ITEM, item);
	texts_add(&news->read, arena_dup(news->arena, id), news->arena);
}

struct news *news_note(const struct session *session)
{
	return news_before(session, 0);
}

void news_free(struct news *news)
{
	if (news)
		arena_free(news->arena);
}

/* Those of one instant come as they stand in the story. */
static bool is_before(const struct session *session, int a, int b)
{
	int32_t at = news_time(session, a), other = news_time(session, b);
	return at < other || (at == other && a < b);
}

struct news *news_before(const struct session *session, int n)
{
	struct news *news = none_read();
	for (int i = 0; i < count(session); i++) {
		int later = 0;
		for (int k = 0; k < count(session); k++)
			later += came(session, k) && is_before(session, i, k);
		if (came(session, i) && later >= n)
			read_it(news, session, i);
	}
	return news;
}

/* When the latest of the reader's own questions was answered. */
static int32_t answered_at(const struct session *session)
{
	int32_t latest = STATE_NEVER;
	for (int i = 0; i < (int)session->world->story->ndecisions; i++) {
		int32_t at = state_get(&session->state, STATE_DECISION, i, STATE_DECISION_ANSWERED);
		if (share_has(session->world, i) && at > latest)
			latest = at;
	}
	return latest;
}

struct news *news_answered(const struct session *session)
{
	struct news *news = none_read();
	int current = view_current(&session->state);
	int32_t answered = answered_at(session), opened = INT32_MAX;
	if (current != NAMES_NONE)
		opened = state_get(&session->state, STATE_DECISION, current, STATE_DECISION_OPENED);
	for (int i = 0; i < count(session); i++) {
		int32_t at = came(session, i) ? news_time(session, i) : STATE_NEVER;
		if (at != STATE_NEVER && at <= answered && at < opened)
			read_it(news, session, i);
	}
	return news;
}

static int newest_of(const struct session *session)
{
	int newest = NAMES_NONE;
	for (int i = 0; i < count(session); i++)
		if (came(session, i) && (newest == NAMES_NONE || is_before(session, newest, i)))
			newest = i;
	return newest;
}

int news_next(const struct news *news, const struct session *session, int item)
{
	int found = NAMES_NONE, newest = newest_of(session);
	for (int i = 0; i < count(session); i++) {
		bool wanted =
		    came(session, i) &&
		    (i == newest || !texts_have(&news->read, names_id(&session->world->names, NAMES_ITEM, i)));
		if (wanted && (item == NAMES_NONE || is_before(session, item, i)) &&
		    (found == NAMES_NONE || is_before(session, i, found)))
			found = i;
	}
	return found;
}
