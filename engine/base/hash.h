/* hash: SHA-256 and what is drawn from it, over libsodium.
 * Owns nothing; promises that the same bytes give the same answer on every machine.
 * Never uses system randomness but in hash_seed. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

enum { HASH_HEX = 64 }; /* characters of a digest in hex, without the NUL */

void hash_hex(const void *bytes, size_t len, char out[HASH_HEX + 1]);

/* A number in [0, bound) that follows from the seed, a name and a call count alone; bound > 0. */
uint32_t hash_draw(uint64_t seed, const char *name, uint32_t call, uint32_t bound);

/* A fresh seed, below 2^31 so that a person can type it again. */
uint64_t hash_seed(void);

#endif
