#include "desk/news.h"

#include "content/texts.h"

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
	return session->world->story->items[item].kind == STORY_INJECT &&
	       state_get(&session->state, STATE_ITEM, item, STATE_ITEM_STATUS) == STATE_DELIVERED;
}

int32_t news_time(const struct session *session, int item)
{
	return state_get(&session->state, STATE_ITEM, item, STATE_ITEM_AT);
}

struct news *news_note(const struct session *session)
{
	struct arena *arena = arena_new();
	struct news *news = arena_alloc(arena, sizeof *news);
	*news = (struct news){.arena = arena};
	for (int i = 0; i < count(session); i++)
		if (came(session, i))
			texts_add(&news->read, arena_dup(arena, names_id(&session->world->names, NAMES_ITEM, i)),
			          arena);
	return news;
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
