/* A story around the declarations that a test is about. */
#ifndef TESTS_STORIED_H
#define TESTS_STORIED_H

#include "declared.h"

#include "content/coherence.h"
#include "content/story.h"

#define HEAD                                                                                                           \
	"{'kind':'scenario','id':'s','body':{'title':'T','synopsis':'S','starts':'2026-03-05 21:40',"                  \
	"'company':{'name':'Shop','timezone':'Asia/Singapore','customers':{'SG':5}},'terms':{'crm':'HubNest'},"        \
	"'roles':['incident-lead','it-admin'],'pace':[{'to':'10h','takes':'8m'}],'truth':{'aware':'1h'}}}"
#define ASKED                 "'owner':'it-admin','objective':'care','ask':'What now?'"
#define SENT                  "'from':'A','to':'all','channel':'chat','text':'Hello.'"
#define TWO                   "'#':[{'id':'a','#':['This']},{'id':'b','#':['That']}]"
#define INJECT(id, more)      ",{'kind':'inject','id':'" id "','body':{" SENT more "}}"
#define DECISION(id, more)    ",{'kind':'decision','id':'" id "','body':{" ASKED more "}}"
#define OTHER(kind, id, body) ",{'kind':'" kind "','id':'" id "','body':" body "}"

/* Loads a list of declarations and proves the whole; NULL when anything was told. */
static inline struct story *load_all(struct told *told, struct names *names, const char *json)
{
	struct shape_reader reader = declared_reader(told);
	struct story *story;

	*names = declared_names(told);
	story = story_load(declared_nodes(told, json), &reader, names);
	return story && coherence_check(story, &reader, names) ? story : NULL;
}

static inline struct story *load(struct told *told, struct names *names, const char *rest)
{
	return load_all(told, names, arena_printf(told->arena, "[" HEAD "%s]", rest));
}

/* That `rest` is refused with exactly this. */
static inline void refused(void **state, const char *rest, const char *expected)
{
	struct told *told = *state;
	struct names names;

	diags_free(&told->diags);
	diags_init(&told->diags);
	assert_null(load(told, &names, rest));
	assert_told(told, expected);
}

#endif
