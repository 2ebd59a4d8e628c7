/* msel_entry: one row of an events list as a message.
 * Owns nothing but what its arena holds; promises that what the language has no key for is kept as a note, and that a
 * text too long for a message is cut with all of it beside. Never knows another row. */
#ifndef DESK_MSEL_ENTRY_H
#define DESK_MSEL_ENTRY_H

#include "content/world.h"
#include "desk/msel_lua.h"
#include "desk/msel_sheet.h"

struct msel_entry_reader {
	const struct msel_sheet *sheet;
	struct msel_lexicon *lexicon; /* gets the roles that a list names for the first time */
	const struct world *world;
	struct shape_texts *roles; /* those that the list needs */
};

/* Everything but when it comes and its id. False after adding the faults. */
bool msel_entry_read(const struct msel_entry_reader *reader, const struct msel_cells_row *row,
                     struct msel_lua_inject *out);

/* What a row expects that is a message's, or of a row of its own: actions by their id or words, the rest as a note. */
void msel_entry_expect(const struct msel_entry_reader *reader, const struct msel_cells_row *row,
                       enum msel_lexicon_column column, struct msel_lua_inject *out);

/* Whether a list's own id can be a message's. */
bool msel_entry_is_id(const char *s);

/* An id out of a text's first words, in small ASCII letters; "" when it has none. */
const char *msel_entry_slug(const char *s, struct arena *arena);

#endif
