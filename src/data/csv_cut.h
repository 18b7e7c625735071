// SPDX-License-Identifier: GPL-3.0-or-later
// csv_cut.h - the wanted fields of plain records, cut out where their ends were
// found (scan.h).
#ifndef OT_DATA_CSV_CUT_H
#define OT_DATA_CSV_CUT_H

#include <stdint.h>

#include "data/csv.h"
#include "data/scan.h"

// {.csv = ...} is ready. Free with ot__cutter_free.
typedef struct ot_cutter {
    const ot_csv *csv;
    ot_str *field; // of the record at hand; {NULL, 0} where not wanted
    size_t capacity;
    const bool *wanted; // what `pick` was made from
    size_t wanted_n;
    uint32_t *pick; // the numbers of the wanted fields
    size_t picks, pick_capacity;
    // The first csv->lead fields as they stood in the record before; at NULL:
    // they are not to be compared. Once they repeat too seldom, none are (leads
    // 0).
    ot_str before;
    size_t leads; // wanted fields among them
    unsigned compared, repeated;
    char *text; // fields that had doubled quotes, of the record at hand
    size_t used, text_capacity;
    size_t record_n; // bytes of that record
} ot_cutter;

void ot__cutter_free(ot_cutter *c);

// Whether what is wanted is still what was listed.
static inline bool ot__cutter_is_set(const ot_cutter *c)
{
    return c->wanted == c->csv->wanted && c->wanted_n == c->csv->wanted_n;
}

// Lists what csv wants now; *scan is told which ends nobody needs. false: no
// memory.
bool ot__cutter_set(ot_cutter *c, ot_scan *scan);

// The record before is not the one before the next.
static inline void ot__cutter_forget(ot_cutter *c)
{
    c->before.at = NULL;
}

// The fields of a record of n, whose ends are end[0..n); end[-1] is that of the
// record before it. *repeated: the leading ones are those of the record cut
// before. false: no memory.
bool ot__cut(ot_cutter *c, const char *bytes, const uint32_t *end, size_t n,
             bool *repeated);

#endif
