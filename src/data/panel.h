// SPDX-License-Identifier: GPL-3.0-or-later
// panel.h - what the files of this folder share of a panel.
#ifndef OT_DATA_PANEL_H
#define OT_DATA_PANEL_H

#include "data/flow.h"
#include "data/intern.h"
#include "data/layout.h"
#include "outturn/decimal.h"
#include "outturn/panel.h"
#include "outturn/series.h"

__extension__ typedef __int128 ot_i128;
__extension__ typedef unsigned __int128 ot_u128;

// A cell's amount is a whole number of these parts of its base unit, so that
// sums are exact and their order cannot matter.
#define OT_CELL_EXPONENT (-9)

// Of a cell, beside those of series.h: several parts were added.
#define OT_FLAG_MERGED 8

typedef struct ot_pcell {
    ot_i128 amount; // at 10^OT_CELL_EXPONENT of the base unit
    uint32_t key;
    int32_t first; // period
    ot_day vintage;
    uint32_t line; // of the record
    uint32_t rows; // records in it
    int16_t months;
    uint16_t part;   // 0: a total of every breakdown
    uint16_t column; // of a file: says how finely it was published
    uint8_t state;
    uint8_t flags;
} ot_pcell;

typedef struct ot_pkey {
    uint32_t commodity; // number in commodities
    ot_area reporter, partner;
    uint16_t basis; // number in bases
    uint16_t unit;  // number in units
    uint8_t flow;
    uint8_t unused[3]; // zero: keys are compared as bytes
} ot_pkey;

// What is known of a key besides; cells are there once sealed.
typedef struct ot_range {
    size_t from, to; // its cells
} ot_range;

// A value column of a file: half a unit of its finest digit is how far its
// values may be rounded.
typedef struct ot_pcolumn {
    uint16_t file;
    uint16_t unit;   // number in units
    int8_t scale;    // as published: 3 for thousands
    int8_t exponent; // of the finest digit, in the published scale
} ot_pcolumn;

typedef struct ot_part {
    uint32_t code[OT_ROLES - OT_BREAKDOWN_FIRST]; // 0: total
    uint8_t mask; // a bit for each breakdown that is a part
} ot_part;

// A row that does not count.
typedef struct ot_mark {
    uint32_t line;
    uint16_t file;
    ot_class which;
    const char *why; // more than its class says; NULL: nothing
} ot_mark;

typedef struct ot_class_note {
    ot_mark first[OT_CLASS_PLACES];
    size_t firsts;
    ot_i128 sum; // of figures that could be read
    uint64_t summed;
    uint16_t unit;
    bool mixed; // they are in several units
} ot_class_note;

// A row of several figures, and how many of them still count.
typedef struct ot_wide_row {
    uint32_t line, left;
    uint16_t file;
} ot_wide_row;

struct ot_panel {
    ot_pcell *cell;
    size_t cells, cell_capacity;
    ot_pkey *key;
    size_t keys, key_capacity;
    uint64_t *key_slot; // hash: half of it, and index + 1; 0: free
    size_t key_slots;
    ot_range *range; // of key[i], once sealed
    ot_unit *unit;   // base units (scale 0)
    size_t units;
    ot_pcolumn *column;
    size_t columns;
    ot_part *part;
    size_t parts;
    ot_intern commodities, bases, areas; // areas: codes the table has not
    ot_intern listed;                    // codes that lists explain
    ot_area *listed_area;                // what they mean
    size_t lists;                        // files that are lists
    ot_file *file;
    char **path; // owned copies
    size_t files;
    ot_day *release;
    size_t releases;
    ot_tally tally;
    ot_class_note note[OT_CLASSES];
    bool keep_marks; // every row that does not count is remembered in mark[]
    ot_mark *mark;
    size_t marks, mark_capacity;
    ot_wide_row *wide; // in order of file and line
    size_t wide_rows, wide_capacity;
    bool lenient; // of conflicts, the second is set aside
    char **kept;  // owned texts
    size_t kept_n;
    ot_buf advice_map; // what would make the file refused last readable
    ot_buf advice_set;
    // Of the whole of which this is a part (slices.h); NULL: it is a whole.
    const struct ot__calendars *calendars;
    unsigned hs_revisions; // see ot_panel_hs_revisions
    bool sealed;
    bool added; // rows are added up in groups, no cell is kept
};

// Numbers of what is new or known; false: no memory (or over 65,535 of them).
bool ot__panel_unit(ot_panel *p, ot_unit base, uint16_t *number);
bool ot__panel_column(ot_panel *p, uint16_t file, uint16_t unit, int scale,
                      uint16_t *number);
bool ot__panel_part(ot_panel *p, const ot_part *part, uint16_t *number);
bool ot__panel_key(ot_panel *p, const ot_pkey *key, uint32_t *number);

// Room for a cell more is made; false: no memory.
bool ot__panel_add(ot_panel *p, const ot_pcell *cell);

// Counts a row as not used, in *tally (the panel's or that of the file being
// read). false: no memory.
bool ot__aside(ot_panel *p, ot_tally *tally, ot_mark mark);
// Adds a figure of such a row to its class's sum.
void ot__aside_sum(ot_panel *p, ot_class which, uint16_t unit, ot_i128 amount);
// Takes back what files from `file` on brought.
void ot__aside_forget(ot_panel *p, uint16_t file);
// Remembers a row of several figures.
bool ot__wide_row(ot_panel *p, uint16_t file, uint32_t line, uint32_t figures);
// A figure that was read does not count after all; nor does its row, when it
// was the last of it.
bool ot__figure_aside(ot_panel *p, const ot_pcell *cell, ot_class which);

// A 0 that stands for a month not yet published.
bool ot__figure_unpublished(ot_panel *p, ot_tally *tally, const ot_pcell *cell);
// Takes such cells out, from cell `from` on; a year of which not all months are
// published becomes the year to date. false: no memory.
bool ot__drop_unpublished(ot_panel *p, size_t from, ot_tally *tally);

// A text that lives as long as the panel; NULL: no memory.
const char *ot__panel_keep(ot_panel *p, const char *text);

void ot__tally_add(ot_tally *to, const ot_tally *tally);

// Takes back all cells from `cells` on, and files from `files` on.
void ot__panel_truncate(ot_panel *p, size_t cells, size_t files);

// amount / 10^(scale - OT_CELL_EXPONENT) as a decimal with at least as many
// decimals as asked for, and as many as it takes to be exact; out: 64.
void ot__amount_text(ot_i128 amount, int scale, int decimals, char out[]);
// An amount as a double (correctly rounded is not needed: 53 bits of the
// quotient).
double ot__amount_double(ot_i128 amount);
// Half a unit of what was published, in base units.
double ot__column_half(const ot_pcolumn *column);
// Puts keys in the order of their text (reporter, partner, flow, commodity,
// basis, unit) and cells in the order of key, period, release and part. False:
// no memory.
bool ot__panel_sort(ot_panel *p);

#endif
