/* hold: when notices were held back because the police or an authority asked for it, and how each hold ended.
 * Owns nothing; promises every hold that stands on record and was not taken back, in their order. Never says whether
 * one was right. */
#ifndef DESK_HOLD_H
#define DESK_HOLD_H

#include "desk/undone.h"

/* A row each; the caller's. README describes it. The record must keep its turns. */
struct jsn *hold_tree(const struct record *record);

#endif
