#include "check.h"
#include "exercise/ledger.h"
#include "content/names.h"

static void write_line(struct ledger *ledger, enum ledger_kind kind, int32_t ref, const char *text)
{
	ledger_add(ledger, &(struct ledger_entry){.kind = kind, .ref = ref, .text = text, .who = text, .why = "why"});
}

static void an_entry_is_kept_as_it_came_whatever_becomes_of_its_texts(void **state)
{
	(void)state;
	struct ledger *ledger = ledger_new(false);
	char text[] = "about 200 rows";
	size_t number = ledger_add(
	    ledger,
	    &(struct ledger_entry){
	        .kind = LEDGER_CLAIM, .turn = 7, .t = 5400, .ref = 2, .value = 200, .text = text, .who = "Farah"});
	memset(text, 'x', sizeof text - 1);
	const struct ledger_entry *entry = ledger_at(ledger, number);
	assert_int_equal(number, 0);
	assert_int_equal(entry->kind, LEDGER_CLAIM);
	assert_int_equal(entry->turn, 7);
	assert_int_equal(entry->t, 5400);
	assert_int_equal(entry->value, 200);
	assert_string_equal(entry->text, "about 200 rows");
	assert_string_equal(entry->who, "Farah");
	assert_null(entry->why);
	assert_null(ledger_at(ledger, 1));
	ledger_free(ledger);
}

static void the_latest_entry_about_something_is_found_and_an_older_one_stays(void **state)
{
	(void)state;
	struct ledger *ledger = ledger_new(false);
	write_line(ledger, LEDGER_CLAIM, 1, "first");
	write_line(ledger, LEDGER_CLAIM, 2, "other");
	write_line(ledger, LEDGER_PROOF, 1, "proof");
	write_line(ledger, LEDGER_CLAIM, 1, "second");
	assert_string_equal(ledger_last(ledger, LEDGER_CLAIM, 1)->text, "second");
	assert_string_equal(ledger_last(ledger, LEDGER_CLAIM, 2)->text, "other");
	assert_null(ledger_last(ledger, LEDGER_CLAIM, 3));
	assert_null(ledger_last(ledger, LEDGER_NOTE, 1));
	assert_string_equal(ledger_at(ledger, 0)->text, "first");
	ledger_free(ledger);
}

static void a_cut_forgets_the_tail_alone(void **state)
{
	(void)state;
	struct ledger *ledger = ledger_new(false);
	write_line(ledger, LEDGER_PERSON, NAMES_NONE, "Mei Lin");
	write_line(ledger, LEDGER_CLAIM, 1, "first");
	write_line(ledger, LEDGER_CLAIM, 1, "second");
	write_line(ledger, LEDGER_PERSON, NAMES_NONE, "Arif");
	ledger_cut(ledger, 2);
	assert_int_equal(ledger_count(ledger), 2);
	assert_string_equal(ledger_last(ledger, LEDGER_CLAIM, 1)->text, "first");
	assert_int_equal(ledger_person(ledger, "Arif"), NAMES_NONE);
	assert_int_equal(ledger_person(ledger, "Mei Lin"), 0);
	write_line(ledger, LEDGER_PERSON, NAMES_NONE, "Farah");
	assert_int_equal(ledger_person(ledger, "Farah"), 1);
	ledger_cut(ledger, 9);
	assert_int_equal(ledger_count(ledger), 3);
	ledger_free(ledger);
}

static void a_person_who_comes_twice_has_one_number(void **state)
{
	(void)state;
	struct ledger *ledger = ledger_new(false);
	write_line(ledger, LEDGER_NOTE, 0, "Arif");
	write_line(ledger, LEDGER_PERSON, NAMES_NONE, "Mei Lin");
	write_line(ledger, LEDGER_PERSON, NAMES_NONE, "Mei Lin");
	write_line(ledger, LEDGER_PERSON, NAMES_NONE, "Arif");
	assert_int_equal(ledger_person(ledger, "Arif"), 1);
	assert_string_equal(ledger_person_name(ledger, 0), "Mei Lin");
	assert_string_equal(ledger_person_name(ledger, 1), "Arif");
	assert_null(ledger_person_name(ledger, 2));
	assert_null(ledger_person_name(ledger, NAMES_NONE));
	assert_int_equal(ledger_person(ledger, NULL), NAMES_NONE);
	ledger_free(ledger);
}

static void a_long_ledger_keeps_every_line_until_it_is_cut(void **state)
{
	(void)state;
	struct ledger *ledger = ledger_new(false);
	for (int i = 0; i < 100; i++)
		write_line(ledger, LEDGER_NOTE, i, "a note");
	write_line(ledger, LEDGER_PERSON, NAMES_NONE, "Mei Lin");
	assert_int_equal(ledger_count(ledger), 101);
	assert_int_equal(ledger_last(ledger, LEDGER_NOTE, 42)->ref, 42);
	assert_int_equal(ledger_person(ledger, "Mei Lin"), 0);
	ledger_cut(ledger, 0);
	assert_int_equal(ledger_count(ledger), 0);
	assert_null(ledger_last(ledger, LEDGER_NOTE, 99));
	assert_int_equal(ledger_person(ledger, "Mei Lin"), NAMES_NONE);
	ledger_free(ledger);
	ledger_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_entry_is_kept_as_it_came_whatever_becomes_of_its_texts),
	    cmocka_unit_test(the_latest_entry_about_something_is_found_and_an_older_one_stays),
	    cmocka_unit_test(a_cut_forgets_the_tail_alone),
	    cmocka_unit_test(a_person_who_comes_twice_has_one_number),
	    cmocka_unit_test(a_long_ledger_keeps_every_line_until_it_is_cut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
