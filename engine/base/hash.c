#include "base/hash.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

void hash_hex(const void *bytes, size_t len, char out[HASH_HEX + 1])
{
	unsigned char digest[crypto_hash_sha256_BYTES];

	/* An empty input may come with a NULL pointer; libsodium is never handed one. */
	crypto_hash_sha256(digest, len ? bytes : (const void *)"", len);
	sodium_bin2hex(out, HASH_HEX + 1, digest, sizeof digest);
}

/* Little-endian on every machine: a journal drawn on one laptop must replay on another. */
static void put_number(unsigned char *at, uint64_t value, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++)
		at[i] = (unsigned char)(value >> (8 * i));
}

static uint64_t get_number(const unsigned char *at)
{
	uint64_t value = 0;

	for (size_t i = 8; i-- > 0;)
		value = value << 8 | at[i];
	return value;
}

uint32_t hash_draw(uint64_t seed, const char *name, uint32_t call, uint32_t bound)
{
	/* The numbers have a fixed width and come first, so no name can imitate another call. */
	unsigned char head[12], digest[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state state;

	put_number(head, seed, 8);
	put_number(head + 8, call, 4);
	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, head, sizeof head);
	crypto_hash_sha256_update(&state, (const unsigned char *)name, strlen(name));
	crypto_hash_sha256_final(&state, digest);
	/* 64 bits over a bound of 32: the bias of the remainder is below one in four thousand million. */
	return (uint32_t)(get_number(digest) % bound);
}

uint64_t hash_seed(void)
{
	if (sodium_init() < 0)
		abort();
	return randombytes_uniform(UINT32_C(1) << 31);
}
