/* refusal: why the system would not write or read a file, in words that say what to do.
 * Owns nothing; promises words for every error. Never knows what the file was for: whoever does has words of its own.
 */
#ifndef BASE_REFUSAL_H
#define BASE_REFUSAL_H

struct refusal {
	int error; /* of errno; 0 ends a list */
	const char *words;
};

/* The words of `own`, else those that hold for any file, else the system's. */
const char *refusal_words(int error, const struct refusal *own);

#endif
