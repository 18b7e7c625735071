// SPDX-License-Identifier: GPL-3.0-or-later
// understand.h - what the texts of a column mean, each distinct text once.
#ifndef OT_DATA_UNDERSTAND_H
#define OT_DATA_UNDERSTAND_H

#include "data/panel.h"

// What a text means, by role:
//   reporter, partner   a = area
//   flow                a = index of a held flow
//   commodity           a = number in the panel's commodities
//   classification      a = family: 0 HS, or 1 + number of another
//   basis               a = number in the panel's bases
//   period              a = first month, b = months
//   year, month         a (month 0: the whole year)
//   unit                a = number in the panel's units, b = scale
//   vintage             a = day
//   status              a = ot_state, b = cell flags
//   breakdowns          a = 0 total, else a number of the code
typedef struct ot_meaning {
    int32_t a, b;
} ot_meaning;

typedef struct ot_understood {
    ot_intern texts;
    ot_meaning *meaning; // of text i
    size_t capacity;
    ot_buf utf8;    // scratch for Windows-1252 text
    bool latin1;    // some text was not UTF-8
    int32_t family; // commodities: the family their codes belong to
    ot_str last;    // the text understood last, in texts' pool; at NULL: none
} ot_understood;

// OT_E_SYNTAX, OT_E_DATA  the text means nothing in that role: says what to do
ot_status ot__understand(ot_panel *panel, ot_understood *u, ot_role role,
                         ot_str text, int year_start, ot_meaning *meaning,
                         ot_error *err);
void ot__understood_free(ot_understood *u);

// A value field.
typedef struct ot_amount {
    ot_i128 units;  // at 10^OT_CELL_EXPONENT of the base unit
    int exponent;   // of the finest digit as written, at most 15 significant
    bool missing;   // empty or a marker
    ot_state state; // of a missing one: OT_MISSING, OT_SUPPRESSED
} ot_amount;

// scale: power of ten of the unit the text is in.
ot_status ot__amount_read(ot_str text, ot_decimal_form form, int scale,
                          ot_amount *amount, ot_error *err);

#endif
