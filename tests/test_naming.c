#include "kitted.h"

struct page {
	struct kitted *kitted;
	struct naming naming;
	struct jsn *row;
};

static int setup(void **state)
{
	struct page *page = calloc(1, sizeof *page);
	page->kitted = kitted_open("zh", false);
	page->row = jsn_make(JSN_OBJECT, 0);
	naming_open(&page->naming, page->kitted->set.world, layout_phrases(page->kitted->layout));
	*state = page;
	return 0;
}

static int teardown(void **state)
{
	struct page *page = *state;
	naming_close(&page->naming);
	jsn_free(page->row);
	kitted_close(page->kitted);
	free(page);
	return 0;
}

static void an_id_is_shown_in_the_language_or_as_its_author_wrote_it(void **state)
{
	struct page *page = *state;
	naming_put(&page->naming, "role", "it-admin", page->row, "known");
	naming_put(&page->naming, "role", "franchise", page->row, "own");
	naming_put(&page->naming, "role", NULL, page->row, "none");
	assert_string_equal(sought_string(page->row, "known"), "IT 管理员");
	assert_string_equal(sought_string(page->row, "own"), "franchise");
	assert_int_equal(jsn_type(jsn_get(page->row, "none")), JSN_NULL);
}

static void several_ids_are_strung_together_as_the_language_does(void **state)
{
	struct page *page = *state;
	struct shape_texts ids = {(const char *[]){"exports", "ads", "tea"}, 3}, none = {NULL, 0};
	naming_put_all(&page->naming, "pausable", &ids, page->row, "all");
	naming_put_all(&page->naming, "pausable", &none, page->row, "none");
	assert_string_equal(sought_string(page->row, "all"), "客户数据导出、全部广告、tea");
	assert_int_equal(jsn_type(jsn_get(page->row, "none")), JSN_NULL);
}

static void terms_are_replaced_and_what_could_mislead_is_cleaned(void **state)
{
	struct page *page = *state;
	naming_put_told(&page->naming, "Ask {crm}\x1b[2J\xe2\x80\xae", page->row, "told");
	assert_string_equal(sought_string(page->row, "told"), "Ask HubNest CRM\xef\xbf\xbd\xef\xbf\xbd");
}

static void times_and_holders_read_naturally(void **state)
{
	struct page *page = *state;
	struct shape_due due = {SHAPE_AWARE, 3600}, never = {NAMES_NONE, SHAPE_UNSET}, start = {NAMES_NONE, 7200};
	naming_put_due(&page->naming, &due, page->row, "due");
	naming_put_due(&page->naming, &start, page->row, "start");
	naming_put_due(&page->naming, &never, page->row, "never");
	naming_put_role(&page->naming, "legal", page->row, "role");
	assert_string_equal(sought_string(page->row, "due"), "知悉后 1 小时");
	assert_string_equal(sought_string(page->row, "start"), "情景开始后 2 小时");
	assert_int_equal(jsn_type(jsn_get(page->row, "never")), JSN_NULL);
	assert_string_equal(sought_string(page->row, "role"), "法务（Adeline Chua）");
}

static void an_instant_has_a_stamp_and_a_local_date_or_neither(void **state)
{
	struct page *page = *state;
	naming_put_instant(&page->naming, 5400, page->row);
	assert_string_equal(sought_string(page->row, "stamp"), "T+1:30");
	assert_string_equal(sought_string(page->row, "date"), "2026年3月5日（周四）23:10");
	naming_put_instant(&page->naming, SHAPE_UNSET, page->row);
	assert_int_equal(jsn_type(jsn_get(page->row, "stamp")), JSN_NULL);
	assert_int_equal(jsn_type(jsn_get(page->row, "date")), JSN_NULL);
}

#define page_test(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    page_test(an_id_is_shown_in_the_language_or_as_its_author_wrote_it),
	    page_test(several_ids_are_strung_together_as_the_language_does),
	    page_test(terms_are_replaced_and_what_could_mislead_is_cleaned),
	    page_test(times_and_holders_read_naturally),
	    page_test(an_instant_has_a_stamp_and_a_local_date_or_neither),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
