// SPDX-License-Identifier: GPL-3.0-or-later
// row.h - records to cells, by a plan.
#ifndef OT_DATA_ROW_H
#define OT_DATA_ROW_H

#include "data/csv.h"
#include "data/understand.h"

// A column of figures, with what its caption says understood, and the key that
// it has in the row at hand.
typedef struct ot_slot {
    int field;
    unsigned says;                // roles its caption says
    ot_meaning meaning[OT_ROLES]; // of those
    ot_period period;             // months 0: not said
    int month, months;            // months 0: not said
    uint32_t key;
    uint16_t column;
} ot_slot;

// What is kept from row to row: most fields say the same as in the row before.
typedef struct ot_rows {
    ot_panel *panel;
    const ot_read_options *options;
    ot_plan plan;
    uint16_t file;
    ot_role active[OT_ROLES]; // roles that a field says
    size_t actives;
    ot_slot *slot; // owned
    size_t slots;
    unsigned pending; // roles that changed in rows left out since the last kept
    bool begun;       // what no field says is understood
    bool off;         // under a heading whose rows are not read
    ot_understood understood[OT_ROLES];
    ot_meaning meaning[OT_ROLES]; // of the row at hand
    uint16_t part;
    ot_tally tally;
} ot_rows;

// Once the plan is bound. OT_E_MEMORY
ot_status ot__rows_begin(ot_rows *rows, ot_error *err);
void ot__rows_free(ot_rows *rows);

// Adds the cells of a record. Errors have the record's place, but for those of
// constants (--set) and of memory.
ot_status ot__rows_add(ot_rows *rows, const ot_record *record, ot_error *err);

// ---- what the files of a row share -----------------------------------------

#define BIT(role) (1u << (role))

ot_place ot__row_place(const ot_rows *r, const ot_record *record, int field);
// A field, or {NULL, 0} where the record is shorter.
static inline ot_str ot__row_field(const ot_record *record, int field)
{
    return (size_t)field < record->n ? record->field[field] : (ot_str){NULL, 0};
}
ot_status ot__row_understand(ot_rows *r, ot_role role, ot_str text,
                             ot_meaning *meaning, ot_error *err);

// What no field says: options, the layout, captions. Sets the slots.
ot_status ot__rows_constants(ot_rows *r, ot_error *err);
// Whether a record has as many fields as there are names.
ot_status ot__row_count(ot_rows *r, const ot_record *record, ot_error *err);

// heading.c: a row of words ("of which:", notes behind the figures, the header
// again), and what the layout's first rule that fits it says of the rows below.
bool ot__row_heading(const ot_rows *r, const ot_record *record);
ot_status ot__row_obey(ot_rows *r, const ot_record *record, ot_error *err);

// A field of figures, read.
typedef struct ot_figure {
    ot_i128 amount;
    int exponent; // of the finest digit as written
    bool missing;
    bool none; // there is nothing to keep
    uint8_t state, flags;
} ot_figure;

// figures.c: how figures are written; a figure whose status column says `says`;
// what is said of a slot's figures in the row at hand.
ot_amount_form ot__row_form(const ot_rows *r, int scale);
ot_status ot__figure_read(ot_str text, ot_amount_form form, ot_meaning says,
                          bool money, ot_figure *figure, ot_error *err);
const ot_meaning *ot__row_meaning(const ot_rows *r, const ot_slot *slot,
                                  ot_role role);
ot_period ot__row_period(const ot_rows *r, const ot_slot *slot);

// figures.c: the keys of all columns, the part the row is of each breakdown,
// and all its figures, or none of them.
ot_status ot__row_keys(ot_rows *r, ot_error *err);
ot_status ot__row_part(ot_rows *r, ot_error *err);
bool ot__row_empty(const ot_rows *r, const ot_record *record);
ot_status ot__row_figures(ot_rows *r, const ot_record *record, ot_error *err);

#endif
