// SPDX-License-Identifier: GPL-3.0-or-later
// sheet.h - a result table: what every writer (text, csv, json, md) takes.
//
// A sheet remembers a failed allocation: the calls that fill it need no checks,
// and ot_sheet_status is asked once at the end.
#ifndef OUTTURN_SHEET_H
#define OUTTURN_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/error.h"
#include "outturn/interval.h"
#include "outturn/period.h"
#include "outturn/unit.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ot_column_kind {
    OT_COLUMN_TEXT = 0,
    OT_COLUMN_ID, // text for machines: csv and json only
    OT_COLUMN_PERIOD,
    OT_COLUMN_AMOUNT, // in base units of column.unit; shown in one scale
    OT_COLUMN_RATIO,  // 2.594; shown "2.59 times (+159 %)", below twice "+12.3
                      // %"
    OT_COLUMN_TIMES,  // 2.594; shown "2.59"
    OT_COLUMN_EXCHANGE, // a rate of exchange: 0.917431; shown "0.91743"
    OT_COLUMN_CHANGE,   // fraction with sign: 0.123; shown "+12.3 %"
    OT_COLUMN_SHARE,    // fraction: 0.123; shown "12.3 %"
    OT_COLUMN_POINTS,   // difference of fractions: 0.012; shown "+1.2 pp"
    OT_COLUMN_INDEX,    // a number without a unit: shown to four figures
    OT_COLUMN_COUNT     // whole number
} ot_column_kind;

typedef struct ot_column {
    const char *id;    // csv and json: "base_value"; a constant
    const char *title; // text and md; a constant
    ot_column_kind kind;
    ot_unit unit; // amounts: currency; its scale is set by ot_sheet_scale
} ot_column;

typedef enum ot_cell_kind {
    OT_CELL_EMPTY = 0, // text, if any, says why: shown "n/a (2024-02 missing)"
    OT_CELL_TEXT,
    OT_CELL_PERIOD,
    OT_CELL_NUMBER
} ot_cell_kind;

typedef struct ot_cell {
    ot_cell_kind kind;
    double number;     // base units
    ot_interval range; // what rounding allows; none: exact
    ot_period period;
    char *text;    // owned
    char *formula; // owned; how the number was worked out, or NULL
} ot_cell;

typedef struct ot_sheet ot_sheet;

// name is the key of its rows in JSON ("rows", "landing", "need"); columns are
// copied. NULL: out of memory. Free with ot_sheet_free, which frees the sheets
// appended to it too.
OT_API ot_sheet *ot_sheet_new(const char *name, const ot_column columns[],
                              size_t count);
OT_API void ot_sheet_free(ot_sheet *sheet);
// An answer of several tables: next is owned by sheet from here on.
OT_API void ot_sheet_append(ot_sheet *sheet, ot_sheet *next);
OT_API ot_sheet *ot_sheet_next(const ot_sheet *sheet);

// The words around it. printf-like, without floating point.
OT_API void ot_sheet_head(ot_sheet *sheet, const char *format, ...)
    OT_PRINTF(2, 3); // what was selected, the first line
OT_API void ot_sheet_above(ot_sheet *sheet, const char *format, ...)
    OT_PRINTF(2, 3); // a line above the table: may be called again
OT_API void ot_sheet_note(ot_sheet *sheet, const char *format, ...)
    OT_PRINTF(2, 3); // a line below
OT_API void ot_sheet_source(ot_sheet *sheet, const char *format, ...)
    OT_PRINTF(2, 3); // the last line, "Source: " is put before it
// A fact for machines: "reporter": "ARM" in the JSON object `selection`.
OT_API void ot_sheet_fact(ot_sheet *sheet, const char *id, const char *text);

// Rows. The setters fill the last row; column is an index.
OT_API void ot_sheet_row(ot_sheet *sheet);
OT_API void ot_sheet_text(ot_sheet *sheet, size_t column, const char *text);
OT_API void ot_sheet_period(ot_sheet *sheet, size_t column, ot_period period);
OT_API void ot_sheet_number(ot_sheet *sheet, size_t column, double number,
                            ot_interval range);
OT_API void ot_sheet_none(ot_sheet *sheet, size_t column, const char *why);
OT_API void ot_sheet_formula(ot_sheet *sheet, size_t column, const char *text);

// Chooses one scale for each amount column from its largest number (USD bn,
// USD million ...), or the given one. force: -1 chooses.
OT_API void ot_sheet_scale(ot_sheet *sheet, int force);
OT_API ot_status ot_sheet_status(const ot_sheet *sheet, ot_error *err);

// Reading it back.
OT_API const char *ot_sheet_name(const ot_sheet *sheet);
OT_API size_t ot_sheet_columns(const ot_sheet *sheet);
OT_API const ot_column *ot_sheet_column(const ot_sheet *sheet, size_t column);
OT_API size_t ot_sheet_rows(const ot_sheet *sheet);
OT_API const ot_cell *ot_sheet_cell(const ot_sheet *sheet, size_t row,
                                    size_t column);
// What numbers a column has been given, without going through its rows.
typedef struct ot_extent {
    double largest, smallest; // sizes, of those that are not zero; 0, infinity
    bool ranged;              // one of them has a range
} ot_extent;
OT_API ot_extent ot_sheet_extent(const ot_sheet *sheet, size_t column);
typedef enum ot_sheet_part {
    OT_SHEET_HEAD,
    OT_SHEET_ABOVE,
    OT_SHEET_NOTE,
    OT_SHEET_SOURCE
} ot_sheet_part;
// Line i of a part; NULL: there are no more.
OT_API const char *ot_sheet_line(const ot_sheet *sheet, ot_sheet_part part,
                                 size_t i);
// Fact i: its id, and *text; NULL: there are no more.
OT_API const char *ot_sheet_fact_at(const ot_sheet *sheet, size_t i,
                                    const char **text);

#ifdef __cplusplus
}
#endif
#endif
