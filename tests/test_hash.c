#include "check.h"
#include "base/hash.h"

static void the_published_digests_are_met(void **state)
{
	char hex[HASH_HEX + 1];

	(void)state;
	hash_hex("abc", 3, hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	hash_hex(NULL, 0, hex);
	assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void a_nul_byte_counts(void **state)
{
	char with[HASH_HEX + 1], without[HASH_HEX + 1];

	(void)state;
	hash_hex("a\0b", 3, with);
	hash_hex("a", 1, without);
	assert_string_not_equal(with, without);
}

/* Pinned: a recorded drill must shuffle its options alike for ever. sha256(le64 seed, le32 call, name), as
 * printf '\1\0\0\0\0\0\0\0\0\0\0\0who-leads' | sha256sum tells: 8 bytes, little-endian, modulo the bound. */
static void a_draw_is_pinned(void **state)
{
	(void)state;
	assert_int_equal(hash_draw(1, "who-leads", 0, 1000000), 522822);
	assert_int_equal(hash_draw(UINT64_MAX, "", UINT32_MAX, UINT32_MAX), UINT32_C(4263139695));
}

static void a_draw_follows_seed_name_and_call(void **state)
{
	uint32_t same = hash_draw(7, "x", 3, UINT32_MAX);

	(void)state;
	assert_int_equal(hash_draw(7, "x", 3, UINT32_MAX), same);
	assert_int_not_equal(hash_draw(8, "x", 3, UINT32_MAX), same);
	assert_int_not_equal(hash_draw(7, "y", 3, UINT32_MAX), same);
	assert_int_not_equal(hash_draw(7, "x", 4, UINT32_MAX), same);
	assert_int_not_equal(hash_draw(7 + (UINT64_C(1) << 32), "x", 3, UINT32_MAX), same);
}

static void draws_stay_below_the_bound_and_spread(void **state)
{
	int count[6] = {0};

	(void)state;
	for (uint32_t i = 0; i < 6000; i++) {
		uint32_t n = hash_draw(42, "die", i, 6);
		assert_true(n < 6);
		count[n]++;
	}
	for (int i = 0; i < 6; i++)
		assert_in_range(count[i], 850, 1150);
	assert_int_equal(hash_draw(42, "die", 0, 1), 0);
}

static void seeds_differ_and_can_be_typed(void **state)
{
	uint64_t all = 0;

	(void)state;
	for (int i = 0; i < 100; i++) {
		uint64_t seed = hash_seed();
		assert_true(seed < UINT64_C(1) << 31);
		all |= seed;
	}
	assert_true(all > UINT64_C(1) << 30); /* every bit is in use: one in 2^100 says otherwise */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_published_digests_are_met),
	    cmocka_unit_test(a_nul_byte_counts),
	    cmocka_unit_test(a_draw_is_pinned),
	    cmocka_unit_test(a_draw_follows_seed_name_and_call),
	    cmocka_unit_test(draws_stay_below_the_bound_and_spread),
	    cmocka_unit_test(seeds_differ_and_can_be_typed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
