// SPDX-License-Identifier: GPL-3.0-or-later
// csv_libcsv.h - one record of CSV text by libcsv.
#ifndef OT_DATA_CSV_LIBCSV_H
#define OT_DATA_CSV_LIBCSV_H

#include "data/csv.h"
#include "data/lines.h"

typedef enum ot_taken_kind {
    OT_TAKEN_RECORD,
    OT_TAKEN_BAD,   // it cannot be read; what it is ends with its first line
    OT_TAKEN_BLANK, // a line
    OT_TAKEN_LONG,  // a line over the limit whose end is still to come
    OT_TAKEN_NONE   // its end is still to come
} ot_taken_kind;

typedef struct ot_taken {
    ot_taken_kind kind;
    const char *what; // is wrong with it
    size_t used;      // bytes
    long lines;
    ot_record record; // lives until the next one is taken
} ot_taken;

typedef struct ot_libcsv ot_libcsv;

// Free with ot__libcsv_close. NULL: no memory.
ot_libcsv *ot__libcsv_open(const ot_csv *csv);
void ot__libcsv_close(ot_libcsv *l); // NULL is fine

// Takes the record that begins at bytes + at, at < n; lines is what is known of
// bytes[0..n).
//
// OT_E_MEMORY
ot_status ot__libcsv_take(ot_libcsv *l, ot_lines *lines, const char *bytes,
                          size_t n, size_t at, ot_behind behind,
                          ot_taken *taken, ot_error *err);

#endif
