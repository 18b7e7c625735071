// SPDX-License-Identifier: GPL-3.0-or-later
// adder.h - records to sums, by a plan in which every row speaks for itself.
// One adder serves one thread.
#ifndef OT_DATA_ADDER_H
#define OT_DATA_ADDER_H

#include "data/groups.h"
#include "data/row.h"

// Roles a row is told apart or chosen by.
typedef struct ot_adder_role {
    ot_role role;
    int field;
    const ot_str *last; // the text that was understood last
    size_t last_n;      // the same of 1 to 8 bytes, as a word; else 0
    uint64_t last_word;
    bool chosen;      // by a list of the grouping
    bool passes;      // what the row at hand says is on it
    uint8_t *verdict; // by number: 0 not known, 1 passes, 2 does not
    size_t verdicts;
} ot_adder_role;

typedef struct ot_adder_slot {
    bool wanted; // as far as no field says it
    ot_sum *sum; // of the row at hand; NULL: it is not wanted
    bool money;
    ot_amount_form form;
    uint32_t scale; // a bit
    ot_i128 amount; // of the row at hand
    bool none;      // it has no figure here
} ot_adder_slot;

// What became of a row by its leading fields.
typedef enum ot_adder_row {
    OT_ROW_UNKNOWN = 0,
    OT_ROW_WANTED,
    OT_ROW_NOT_WANTED
} ot_adder_row;

// What an adder brings besides sums.
typedef struct ot_brought {
    ot_tally tally;
    uint32_t scales;
    size_t bad;
    ot_error first_bad;
} ot_brought;

typedef struct ot_adder {
    ot_rows rows; // its own copies of what changes
    const ot_groups *groups;
    pthread_mutex_t *lock; // of the panel
    ot_adder_role role[OT_ROLES];
    size_t roles;
    bool dated; // the period is looked at
    int when;   // the field that says it; -1: not looked at, or none does
    bool stale; // what the row says has changed since the sums were found
    bool plain; // what the status says changes no figure
    ot_adder_slot *slot;
    ot_store store;
    ot_adder_row before; // of the row before
    int sign;
    uint64_t suppressed; // figures of the row at hand
    ot_brought brought;
} ot_adder;

// Whether rows of a plan speak each for itself, so that they may be read in any
// order.
bool ot__plan_adds(const ot_plan *plan);
// Which fields of a plan an adder looks at; wanted: room for plan->names.
void ot__adder_wants(const ot_groups *groups, const ot_plan *plan,
                     bool wanted[]);

// How many leading fields of a plan hold all that tells rows apart; 0: figures
// stand among them.
size_t ot__adder_lead(const ot_groups *groups, const ot_plan *plan);

// rows is begun (ot__rows_begin, ot__rows_constants) and outlives the adder;
// lock is held while the panel's tables are looked at. Free with
// ot__adder_free, also on failure. OT_E_MEMORY
ot_status ot__adder_init(ot_adder *adder, const ot_groups *groups,
                         const ot_rows *rows, pthread_mutex_t *lock,
                         ot_error *err);
void ot__adder_free(ot_adder *adder);

// Adds a record, or takes it away. Errors are those of ot__rows_add.
ot_status ot__adder_add(ot_adder *adder, const ot_record *record,
                        ot_error *err);

// A row that does not count, of class NOT_ASKED, NO_VALUE or NO_AMOUNT; where
// all such rows are to be remembered, by one thread. OT_E_MEMORY
ot_status ot__adder_aside(ot_adder *adder, const ot_record *record,
                          ot_class which, ot_error *err);
// adder_figures.c: the figures of a row whose sums were found.
ot_status ot__adder_figures(ot_adder *adder, const ot_record *record,
                            ot_error *err);

#endif
