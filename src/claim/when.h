// SPDX-License-Identifier: GPL-3.0-or-later
// when.h - what the places of a pattern of time hold.
#ifndef OT_CLAIM_WHEN_H
#define OT_CLAIM_WHEN_H

#include "claim/lexer.h"

typedef struct ot_held {
    ot_when when;
    int month, second; // {M}, {m}
    int number;        // {N}
} ot_held;

// The length of what a pattern fits at the start of s; 0: it does not.
size_t ot__when_fit(const char *pattern, ot_str s, const ot_grammar *g,
                    ot_held *h);
// What a place ("R" of "{R}") holds at the start of s: its length, 0: nothing
// that fits.
size_t ot__when_place(char what, ot_str s, const ot_grammar *g, ot_held *h);
// A pair of years, "1985/86"; a year by number or by name.
size_t ot__when_pair(ot_str s, int *year);
size_t ot__when_year(ot_str s, const ot_grammar *g, ot_when *w);

#endif
