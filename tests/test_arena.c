#include "check.h"
#include "base/arena.h"

static void memory_is_zeroed_and_aligned_whatever_its_size(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	for (size_t size = 0; size < 70000; size = size * 3 + 1) {
		unsigned char *p = arena_alloc(arena, size);
		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xff, size);
	}
	arena_free(arena);
	arena_free(NULL);
}

static void a_large_allocation_leaves_the_small_block_in_use(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	char *first = arena_alloc(arena, 16);
	char *large = arena_alloc(arena, 3 * 1024 * 1024);
	char *second = arena_alloc(arena, 16);
	assert_ptr_equal(second, first + 16);
	large[3 * 1024 * 1024 - 1] = 'x';
	arena_free(arena);
}

static void strings_are_copied_and_printed(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	char source[] = "kain";
	char *copy = arena_dup(arena, source);
	source[0] = 'r';
	assert_string_equal(copy, "kain");
	assert_null(arena_dup(arena, NULL));
	assert_string_equal(arena_ndup(arena, "batik print", 5), "batik");
	assert_string_equal(arena_ndup(arena, NULL, 0), "");
	assert_string_equal(arena_printf(arena, "%s-%d", "step", 12), "step-12");
	assert_string_equal(arena_printf(arena, "%s", ""), "");
	arena_free(arena);
}

static void pushed_elements_stay_in_order_and_start_zeroed(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct pair {
		int a, b;
	} *v = NULL;
	size_t n = 0;
	for (int i = 0; i < 1000; i++) {
		struct pair *p = arena_push(arena, &v, &n, sizeof *v);
		assert_int_equal(p->a, 0);
		assert_int_equal(p->b, 0);
		*p = (struct pair){i, -i};
		arena_alloc(arena, 24); /* something else in between */
	}
	assert_int_equal(n, 1000);
	for (int i = 0; i < 1000; i++)
		assert_true(v[i].a == i && v[i].b == -i);
	arena_free(arena);
}

static void two_arrays_that_grow_in_turns_do_not_overlap(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	char *a = NULL, *b = NULL;
	size_t na = 0, nb = 0;
	for (int i = 0; i < 500; i++) {
		*(char *)arena_push(arena, &a, &na, 1) = 'a';
		*(char *)arena_push(arena, &b, &nb, 1) = 'b';
	}
	for (size_t i = 0; i < 500; i++)
		assert_true(a[i] == 'a' && b[i] == 'b');
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(memory_is_zeroed_and_aligned_whatever_its_size),
	    cmocka_unit_test(a_large_allocation_leaves_the_small_block_in_use),
	    cmocka_unit_test(strings_are_copied_and_printed),
	    cmocka_unit_test(pushed_elements_stay_in_order_and_start_zeroed),
	    cmocka_unit_test(two_arrays_that_grow_in_turns_do_not_overlap),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
