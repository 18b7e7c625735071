// SPDX-License-Identifier: GPL-3.0-or-later
// row.h - records to cells, by a plan.
#ifndef OT_DATA_ROW_H
#define OT_DATA_ROW_H

#include "data/csv.h"
#include "data/understand.h"

// What is kept from row to row: most fields say the same as in the row before.
typedef struct ot_rows {
    ot_panel *panel;
    const ot_read_options *options;
    ot_plan plan;
    uint16_t file;
    ot_role active[OT_ROLES]; // roles that a field says
    size_t actives;
    unsigned pending; // roles that changed in rows left out since the last kept
    bool constants;   // the roles that no field says are understood
    ot_understood understood[OT_ROLES];
    ot_meaning meaning[OT_ROLES]; // of the row at hand
    uint32_t key;
    uint16_t part;
    uint16_t column;
    ot_tally tally;
} ot_rows;

// Once the plan is bound.
void ot__rows_begin(ot_rows *rows);
void ot__rows_free(ot_rows *rows);

// Adds the cell of a record. Errors have the record's place, but for those of
// constants (--set) and of memory.
ot_status ot__rows_add(ot_rows *rows, const ot_record *record, ot_error *err);

#endif
