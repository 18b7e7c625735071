// SPDX-License-Identifier: GPL-3.0-or-later
// understand.h - what the texts of a column mean, each distinct text once.
#ifndef OT_DATA_UNDERSTAND_H
#define OT_DATA_UNDERSTAND_H

#include <pthread.h>

#include "data/panel.h"

// What a text means, by role:
//   reporter, partner   a = area
//   flow                a = index of a held flow
//   commodity           a = number in the panel's commodities
//   classification      a = family: 0 HS, or 1 + number of another; b = 1: HS
//   is
//                       said, so that a lost leading zero can be put back
//   basis               a = number in the panel's bases
//   period              a = first month, b = months
//   year                a
//   month               a = first month of a part of the year, b = its months;
//   a
//                       = 0: the whole year
//   span                a = 1: from the start of the year
//   indicator           a = 1: no amount
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
    ot_buf utf8;       // scratch for Windows-1252 text
    bool latin1;       // some text was not UTF-8
    ot_meaning family; // commodities: the classification of their codes
    ot_str last; // the text understood last, in texts' pool; at NULL: none
    pthread_mutex_t *lock; // of the panel, where several threads add to it
} ot_understood;

// OT_E_SYNTAX, OT_E_DATA  the text means nothing in that role: says what to do
ot_status ot__understand(ot_panel *panel, ot_understood *u, ot_role role,
                         ot_str text, const ot_plan *plan, int year_start,
                         ot_meaning *meaning, ot_error *err);
void ot__understood_free(ot_understood *u);

// What a text is resolved with (resolve.c).
typedef struct ot_asked {
    ot_panel *panel;
    ot_understood *u;
    const ot_plan *plan;
    int year_start;
} ot_asked;

// The meaning of a trimmed UTF-8 text in a role.
ot_status ot__resolve(const ot_asked *ask, ot_role role, ot_str text,
                      ot_meaning *meaning, ot_error *err);

// An area by the text of a column whose codes are of a scheme ("": those of the
// table): a code, a name, a name with notes. OT_AREA_NONE: not known.
ot_area ot__area_of(const char *codes, ot_str text);

// A value field.
typedef struct ot_amount {
    ot_i128 units;  // at 10^OT_CELL_EXPONENT of the base unit
    int exponent;   // of the finest digit as written, at most 15 significant
    int flags;      // cell flags that a letter behind it says ("0.11 e")
    bool missing;   // empty or a marker
    ot_state state; // of a missing one: OT_MISSING, OT_SUPPRESSED
} ot_amount;

// How the figures of a column are written.
typedef struct ot_amount_form {
    ot_decimal_form decimal;
    int scale;        // power of ten of the unit they are in
    bool note_digits; // "75,32)" is 75.3 with a note 2
} ot_amount_form;

ot_status ot__amount_read(ot_str text, ot_amount_form form, ot_amount *amount,
                          ot_error *err);

#endif
