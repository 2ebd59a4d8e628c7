#include "declared.h"

#include "content/brief.h"

#define HEAD  "'title':'T','synopsis':'S','roles':['incident-lead']"
#define SHOP  "'company':{'name':'Shop','timezone':'Asia/Singapore','customers':{'SG':5}}"
#define START "'starts':'2026-03-05 21:40'"
#define PACE  "'pace':[{'to':'4h','takes':'8m'},{'to':'100h','takes':'6m'}]"
#define TRUTH "'truth':{'aware':'1h30','assessed':'8h'}"

static bool read(struct told *told, const char *json, struct brief *out)
{
	struct shape_reader reader = declared_reader(told);

	return brief_read(&reader, declared_nodes(told, json), out);
}

static void a_scenario_says_what_it_is(void **state)
{
	struct brief brief;

	assert_true(read(*state, "{" HEAD "," SHOP "," START "," PACE "," TRUTH ",'terms':{'crm':'HubNest'}}", &brief));
	assert_int_equal(brief.starts, 1772718000); /* 13:40 UTC */
	assert_int_equal(brief.pieces, 2);
	assert_int_equal(brief.pace[1].to, 360000);
	assert_int_equal(brief.truth[SHAPE_OCCURRED], SHAPE_UNSET);
	assert_int_equal(brief.truth[SHAPE_DETECTED], 0);
	assert_int_equal(brief.truth[SHAPE_AWARE], 5400);
	assert_int_equal(brief.truth[SHAPE_ASSESSED], 28800);
	assert_string_equal(brief.terms.v[0].text, "HubNest");
	assert_told(*state, "");
}

static void what_is_missing_is_told_together(void **state)
{
	struct brief brief;

	assert_false(read(*state, "{'titel':'T'}", &brief));
	assert_int_equal(((struct told *)*state)->diags.errors, 8); /* an unknown key, seven missing */
}

static void a_pace_rises(void **state)
{
	struct brief brief;

	assert_false(read(*state,
	                  "{" HEAD "," SHOP "," START "," TRUTH
	                  ",'pace':[{'to':'4h','takes':'8m'},{'to':'4h','takes':'8m'},{'to':'5h','takes':'0m'}]}",
	                  &brief));
	assert_told(*state, "f:0:0: `pace` must rise: each piece ends after the last one\n"
	                    "f:0:0: a piece of `pace` must take some time\n");
	assert_false(read(*state, "{" HEAD "," SHOP "," START "," TRUTH ",'pace':[]}", &brief));
	assert_int_equal(((struct told *)*state)->diags.errors, 3);
}

static void the_truth_comes_in_order(void **state)
{
	struct brief brief;

	assert_false(
	    read(*state, "{" HEAD "," SHOP "," START "," PACE ",'truth':{'aware':'8h','assessed':'1h'}}", &brief));
	assert_told(*state, "f:0:0: the moments of `truth` follow each other: occurred, detected (0h), aware, "
	                    "assessed\n");
	assert_true(
	    read(*state, "{" HEAD "," SHOP "," START "," PACE ",'truth':{'aware':'400h','assessed':'500h'}}", &brief));
}

static void a_start_is_a_local_time_in_a_known_zone(void **state)
{
	struct brief brief;

	assert_false(read(*state, "{" HEAD "," SHOP "," PACE "," TRUTH ",'starts':'2026-02-30 21:40'}", &brief));
	assert_told(*state, "f:0:0: `starts` is a local time such as 2026-03-05 21:40\n");
	assert_false(read(*state,
	                  "{" HEAD "," START "," PACE "," TRUTH
	                  ",'company':{'name':'Shop','timezone':'Asia/Singapura','customers':{'SG':5}}}",
	                  &brief));
	assert_int_equal(((struct told *)*state)->diags.errors, 2);
}

static void an_unknown_zone_hides_no_unreadable_start(void **state)
{
	struct brief brief;

	assert_false(read(*state,
	                  "{" HEAD "," PACE "," TRUTH
	                  ",'starts':'tonight','company':{'name':'Shop','timezone':'Singapur','customers':{'SG':5}}}",
	                  &brief));
	assert_told(*state, "f:0:0: unknown time zone \"Singapur\"; expected one such as Asia/Singapore\n"
	                    "f:0:0: `starts` is a local time such as 2026-03-05 21:40\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_scenario_says_what_it_is),
	    told_test(what_is_missing_is_told_together),
	    told_test(a_pace_rises),
	    told_test(the_truth_comes_in_order),
	    told_test(a_start_is_a_local_time_in_a_known_zone),
	    told_test(an_unknown_zone_hides_no_unreadable_start),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
