// SPDX-License-Identifier: GPL-3.0-or-later
// scan.h - the words of a stated figure, one after another.
#ifndef OT_CLAIM_SCAN_H
#define OT_CLAIM_SCAN_H

#include "claim/words.h"
#include "outturn/figure.h"

// What is left to read.
typedef struct ot_scan {
    ot_str rest;
    const ot_words *words;
    ot_decimal_form form;
} ot_scan;

// A number as written, with what its text named.
typedef struct ot_scanned {
    ot_decimal d;
    int scale; // power of ten of its scale word
    bool has_scale;
    ot_unit unit; // scale 0
} ot_scanned;

// Moves over n bytes and the blanks behind them.
void ot__scan_skip(ot_scan *s, size_t n);
// Each takes what stands next, if it is that; false, or a hedge of none: it is
// not, and nothing is taken.
bool ot__scan_take(ot_scan *s, const char *const list[]);
ot_hedge ot__scan_hedge(ot_scan *s);
bool ot__scan_number(ot_scan *s, ot_scanned *x);
// The scale, the unit behind a number, where there is one.
void ot__scan_scale(ot_scan *s, ot_scanned *x);
void ot__scan_unit(ot_scan *s, ot_scanned *x);

#endif
