// SPDX-License-Identifier: GPL-3.0-or-later
// inspect.h - what the checks of a panel share.
#ifndef OT_DATA_INSPECT_H
#define OT_DATA_INSPECT_H

#include "data/panel.h"
#include "outturn/inspect.h"

// The latest release of each figure of one key, in order of first month, then
// length.
typedef struct ot_run {
    const ot_panel *p;
    uint32_t key;
    uint32_t *cell; // of the panel
    size_t n;
} ot_run;

// Months and years that a reporter published at all, by flow: of any partner or
// code.
typedef struct ot_published {
    uint16_t *at; // of a month: a bit for each flow, above them those of a year
    size_t capacity;
    int32_t first;
    int32_t months;
    bool several; // it has more than one key
} ot_published;

// Fills run->n and cells; run->cell has room for those of any key.
void ot__run_of(ot_run *run, uint32_t key);
const ot_pcell *ot__run_at(const ot_run *run, size_t i);

// The next cell of the same length behind cell i, the last before it; n: none.
size_t ot__step_on(const ot_run *run, size_t i);
size_t ot__step_back(const ot_run *run, size_t i);

bool ot__cell_known(const ot_pcell *c);
double ot__cell_half(const ot_panel *p, const ot_pcell *c);
ot_place ot__cell_place(const ot_panel *p, const ot_pcell *c);
// The end of a cell's period: the month behind its last.
int32_t ot__cell_end(const ot_pcell *c);
// Whether a month, or a year (months: 12), that a key has no figure for was
// published by its reporter.
bool ot__published(const ot_published *known, uint8_t flow, int32_t first,
                   int32_t months);

// Whether two exact amounts differ by more than rounding allows (half), and by
// more than a millionth of either: spreadsheets add in binary.
bool ot__amounts_differ(ot_i128 a, ot_i128 b, double half);
// A discrepancy about a cell: key, period, place and stated amount are filled
// in.
ot_discrepancy ot__discrepancy(const ot_panel *p, const ot_pcell *c,
                               ot_inspect_code code);
// Sets computed and difference from an exact amount.
void ot__discrepancy_amount(ot_discrepancy *d, ot_i128 stated,
                            ot_i128 computed);
// Counts it, and keeps it if it is among those that differ most (without a
// difference: whose count is largest).
void ot__inspect_fail(ot_inspection *to, const ot_discrepancy *d);

// ---- the checks ------------------------------------------------------------

// Of one key's series.
void ot__inspect_tiles(const ot_run *run, const ot_published *known,
                       ot_inspection *to);
void ot__inspect_falls(const ot_run *run, ot_inspection *to);
void ot__inspect_labels(const ot_run *run, ot_inspection *to);
void ot__inspect_holes(const ot_run *run, const ot_published *known,
                       ot_inspection *to);
void ot__inspect_jumps(const ot_run *run, ot_inspection *to);
void ot__inspect_years(const ot_run *run, ot_inspection *to);

// Across keys; false: no memory.
bool ot__inspect_partners(ot_run *run, ot_inspection *to);
bool ot__inspect_codes(ot_run *run, ot_inspection *to);
bool ot__inspect_flows(ot_run *run, ot_inspection *to);

#endif
