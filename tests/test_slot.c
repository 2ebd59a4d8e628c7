#include "check.h"
#include "exercise/slot.h"
#include "tiny.h"

struct thing {
	int32_t number, word, id;
	const char *text;
	const struct jsn *data;
};

static const char *const sizes[] = {"small", "large", NULL};
static const struct slot number_slot = {"number", SLOT_NUMBER, offsetof(struct thing, number), true, 100, NULL};
static const struct slot word_slot = {"word", SLOT_WORD, offsetof(struct thing, word), false, 0, sizes};
static const struct slot id_slot = {"id", SLOT_ID, offsetof(struct thing, id), false, NAMES_ACTION, NULL};
static const struct slot text_slot = {"text", SLOT_TEXT, offsetof(struct thing, text), false, 0, NULL};
static const struct slot data_slot = {"data", SLOT_DATA, offsetof(struct thing, data), false, 0, NULL};
static const struct slot order_slot = {"order", SLOT_ORDER, offsetof(struct thing, number), false, 0, NULL};

struct fixture {
	struct diags diags;
	struct arena *arena;
	struct world *world;
	char why[SLOT_WHY];
	struct slot_context context;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	diags_init(&f->diags);
	f->arena = arena_new();
	f->world = tiny_world(true, &f->diags);
	f->context = (struct slot_context){f->world, 0, f->arena, f->why};
	*state = f;
	return f->world ? 0 : -1;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	world_free(f->world);
	arena_free(f->arena);
	diags_free(&f->diags);
	free(f);
	return 0;
}

/* Takes a value over into a thing and frees it. */
static bool take(struct fixture *f, const struct slot *slot, struct jsn *value, struct thing *thing)
{
	bool taken = slot_take(slot, &f->context, value, thing);
	jsn_free(value);
	return taken;
}

static void what_was_put_is_taken_back(void **state)
{
	struct fixture *f = *state;
	struct thing thing = {-7, 1, names_find(&f->world->names, NAMES_ACTION, "pause-ads"), "said", NULL}, back = {0};
	const struct slot *const slots[] = {&number_slot, &word_slot, &id_slot, &text_slot};
	for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
		assert_true(take(f, slots[i], slot_put(slots[i], &f->context, &thing), &back));
	assert_int_equal(back.number, -7);
	assert_int_equal(back.word, 1);
	assert_int_equal(back.id, thing.id);
	assert_string_equal(back.text, "said");
}

static void what_is_absent_has_its_own_value(void **state)
{
	struct fixture *f = *state;
	struct thing thing = {5, 5, 5, "before", NULL};
	assert_true(slot_take(&word_slot, &f->context, NULL, &thing));
	assert_true(slot_take(&id_slot, &f->context, NULL, &thing));
	assert_true(slot_take(&text_slot, &f->context, NULL, &thing));
	assert_int_equal(thing.word, 0);
	assert_int_equal(thing.id, NAMES_NONE);
	assert_null(thing.text);
	assert_null(slot_put(&id_slot, &f->context, &thing));
	assert_null(slot_put(&text_slot, &f->context, &thing));
	assert_false(slot_take(&number_slot, &f->context, NULL, &thing));
	assert_string_equal(f->why, "\"number\" is missing");
	assert_int_equal(thing.number, 5);
}

static void a_number_stays_within_its_bound(void **state)
{
	struct fixture *f = *state;
	struct thing thing = {0};
	assert_true(take(f, &number_slot, jsn_make(JSN_INT, 100), &thing));
	assert_true(take(f, &number_slot, jsn_make(JSN_INT, -100), &thing));
	assert_false(take(f, &number_slot, jsn_make(JSN_INT, 101), &thing));
	assert_false(take(f, &number_slot, jsn_make(JSN_INT, -101), &thing));
	assert_false(take(f, &number_slot, jsn_make(JSN_BOOL, 1), &thing));
	assert_int_equal(thing.number, -100);
}

static void a_word_out_of_range_is_not_put(void **state)
{
	struct fixture *f = *state;
	struct thing thing = {.word = 2};
	assert_null(slot_put(&word_slot, &f->context, &thing));
	thing.word = -1;
	assert_null(slot_put(&word_slot, &f->context, &thing));
}

static void data_is_put_as_a_copy_and_taken_as_it_is(void **state)
{
	struct fixture *f = *state;
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	jsn_put(data, "seed", jsn_make(JSN_INT, 42));
	struct thing thing = {.data = data};
	struct jsn *copy = slot_put(&data_slot, &f->context, &thing);
	jsn_free(data);
	assert_int_equal(jsn_number(jsn_get(copy, "seed"), 0), 42);
	assert_true(slot_take(&data_slot, &f->context, copy, &thing));
	assert_ptr_equal(thing.data, copy);
	jsn_free(copy);
}

static void an_order_names_every_option_once(void **state)
{
	struct fixture *f = *state;
	struct thing thing = {0};
	assert_true(take(f, &order_slot, jsn_make(JSN_INT, 3 | 1 << 3 | 2 << 6), &thing));
	assert_int_equal(slot_ordered(thing.number, 1), 2);
	assert_int_equal(slot_ordered(thing.number, 2), 0);
	assert_int_equal(slot_ordered(thing.number, 3), 1);
	assert_int_equal(slot_ordered(thing.number, 4), NAMES_NONE);
	assert_int_equal(slot_ordered(thing.number, 99), NAMES_NONE);
	assert_false(take(f, &order_slot, jsn_make(JSN_INT, 3 | 1 << 3), &thing));                   /* two */
	assert_false(take(f, &order_slot, jsn_make(JSN_INT, 3 | 1 << 3 | 2 << 6 | 4 << 9), &thing)); /* four */
	assert_false(take(f, &order_slot, jsn_make(JSN_INT, 3 | 3 << 3 | 2 << 6), &thing));          /* one twice */
	assert_false(take(f, &order_slot, jsn_make(JSN_INT, 3 | 1 << 3 | 4 << 6), &thing));          /* no such */
	assert_false(take(f, &order_slot, jsn_make(JSN_INT, -1), &thing));
}

static void the_order_is_a_function_of_seed_and_question(void **state)
{
	(void)state;
	int places[3][3] = {{0}};
	assert_int_equal(slot_order(7, "who-leads", 4), slot_order(7, "who-leads", 4));
	for (uint64_t seed = 0; seed < 3000; seed++) {
		int32_t order = slot_order(seed, "who-leads", 3);
		for (int shown = 1; shown <= 3; shown++)
			places[shown - 1][slot_ordered(order, shown)]++;
		assert_int_equal(slot_ordered(order, 4), NAMES_NONE);
		assert_int_equal(slot_ordered(order, 0), NAMES_NONE);
	}
	for (int place = 0; place < 3; place++)
		for (int option = 0; option < 3; option++)
			assert_in_range(places[place][option], 900, 1100);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(what_was_put_is_taken_back),
	    TEST(what_is_absent_has_its_own_value),
	    TEST(a_number_stays_within_its_bound),
	    TEST(a_word_out_of_range_is_not_put),
	    TEST(data_is_put_as_a_copy_and_taken_as_it_is),
	    TEST(an_order_names_every_option_once),
	    TEST(the_order_is_a_function_of_seed_and_question),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
