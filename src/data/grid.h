// SPDX-License-Identifier: GPL-3.0-or-later
// grid.h - the first records of a file: titles, the header and some rows, to be
// looked at before the file is read.
#ifndef OT_DATA_GRID_H
#define OT_DATA_GRID_H

#include "data/csv.h"

#define OT_GRID_ROWS 60 // records that are looked at

typedef struct ot_grid_row {
    ot_str *field; // trimmed, UTF-8; no field is missing up to n
    size_t n;
    long line;
    bool periods; // two of its fields at least are periods (set by ot__plan)
} ot_grid_row;

typedef struct ot_grid {
    ot_grid_row row[OT_GRID_ROWS];
    size_t n;
    bool bad; // a record among them could not be read
    long bad_line;
    const char *bad_what;
    char **block; // owned: the bytes of a row each
    size_t blocks;
} ot_grid;

// The records that stand whole in the head of a source, which is then still to
// be read from its start. Free with ot__grid_free, also on failure.
// OT_E_MEMORY
ot_status ot__grid_read(ot_grid *grid, ot_str head, bool all, char delimiter,
                        ot_error *err);
void ot__grid_free(ot_grid *grid);

// A field, or {NULL, 0} beyond the end of its row.
ot_str ot__grid_field(const ot_grid *grid, size_t row, size_t field);

#endif
