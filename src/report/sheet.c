// SPDX-License-Identifier: GPL-3.0-or-later
// sheet.c - a result table.

#include "outturn/sheet.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct line {
    ot_sheet_part part;
    char *text;
} line;

typedef struct fact {
    const char *id;
    char *text;
} fact;

struct ot_sheet {
    const char *name;
    ot_column *column;
    ot_extent *extent; // of each column
    size_t columns;
    ot_cell *cell; // rows x columns
    size_t rows, capacity;
    line *line;
    size_t lines;
    fact *fact;
    size_t facts;
    ot_sheet *next;
    bool failed;
};

ot_sheet *ot_sheet_new(const char *name, const ot_column columns[],
                       size_t count)
{
    ot_sheet *sheet = calloc(1, sizeof *sheet);

    if (sheet == NULL) {
        return NULL;
    }
    sheet->name = name;
    sheet->columns = count;
    sheet->column = calloc(count + 1, sizeof *sheet->column);
    sheet->extent = calloc(count + 1, sizeof *sheet->extent);
    if (sheet->column == NULL || sheet->extent == NULL) {
        free(sheet->column);
        free(sheet->extent);
        free(sheet);
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        sheet->extent[i].smallest = INFINITY;
    }
    if (count > 0) {
        memcpy(sheet->column, columns, count * sizeof *columns);
    }
    return sheet;
}

static void free_one(ot_sheet *sheet)
{
    for (size_t i = 0; i < sheet->rows * sheet->columns; i++) {
        free(sheet->cell[i].text);
        free(sheet->cell[i].formula);
    }
    for (size_t i = 0; i < sheet->lines; i++) {
        free(sheet->line[i].text);
    }
    for (size_t i = 0; i < sheet->facts; i++) {
        free(sheet->fact[i].text);
    }
    free(sheet->cell);
    free(sheet->line);
    free(sheet->fact);
    free(sheet->column);
    free(sheet->extent);
    free(sheet);
}

void ot_sheet_free(ot_sheet *sheet)
{
    while (sheet != NULL) {
        ot_sheet *next = sheet->next;

        free_one(sheet);
        sheet = next;
    }
}

void ot_sheet_append(ot_sheet *sheet, ot_sheet *next)
{
    if (next == NULL) {
        sheet->failed = true;
        return;
    }
    while (sheet->next != NULL) {
        sheet = sheet->next;
    }
    sheet->next = next;
}

ot_sheet *ot_sheet_next(const ot_sheet *sheet)
{
    return sheet->next;
}

// A terminated copy, or NULL with the failure remembered.
static char *keep(ot_sheet *sheet, const char *text)
{
    const size_t size = strlen(text) + 1;
    char *copy = malloc(size);

    if (copy == NULL) {
        sheet->failed = true;
        return NULL;
    }
    memcpy(copy, text, size);
    return copy;
}

static void add_line(ot_sheet *sheet, ot_sheet_part part, const char *format,
                     va_list args) OT_PRINTF(3, 0);

static void add_line(ot_sheet *sheet, ot_sheet_part part, const char *format,
                     va_list args)
{
    va_list again;
    va_copy(again, args);
    const int length = vsnprintf(NULL, 0, format, again);
    va_end(again);

    char *text = length >= 0 ? malloc((size_t)length + 1) : NULL;
    line *lines = realloc(sheet->line, (sheet->lines + 1) * sizeof *lines);
    sheet->line = lines != NULL ? lines : sheet->line;
    if (text == NULL || lines == NULL) {
        free(text);
        sheet->failed = true;
        return;
    }
    vsnprintf(text, (size_t)length + 1, format, args);
    lines[sheet->lines] = (line){part, text};
    sheet->lines++;
}

void ot_sheet_head(ot_sheet *sheet, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_line(sheet, OT_SHEET_HEAD, format, args);
    va_end(args);
}

void ot_sheet_above(ot_sheet *sheet, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_line(sheet, OT_SHEET_ABOVE, format, args);
    va_end(args);
}

void ot_sheet_note(ot_sheet *sheet, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_line(sheet, OT_SHEET_NOTE, format, args);
    va_end(args);
}

void ot_sheet_source(ot_sheet *sheet, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_line(sheet, OT_SHEET_SOURCE, format, args);
    va_end(args);
}

void ot_sheet_fact(ot_sheet *sheet, const char *id, const char *text)
{
    fact *facts = realloc(sheet->fact, (sheet->facts + 1) * sizeof *facts);

    if (facts == NULL) {
        sheet->failed = true;
        return;
    }
    sheet->fact = facts;
    facts[sheet->facts] = (fact){id, keep(sheet, text)};
    sheet->facts += facts[sheet->facts].text != NULL;
}

void ot_sheet_row(ot_sheet *sheet)
{
    if (sheet->failed) {
        return;
    }
    if (sheet->rows == sheet->capacity) {
        const size_t capacity = sheet->capacity > 0 ? 2 * sheet->capacity : 16;
        ot_cell *cells =
            realloc(sheet->cell, capacity * sheet->columns * sizeof *cells);

        if (cells == NULL) {
            sheet->failed = true;
            return;
        }
        sheet->cell = cells;
        sheet->capacity = capacity;
    }
    ot_cell *row = sheet->cell + sheet->rows * sheet->columns;
    for (size_t i = 0; i < sheet->columns; i++) {
        row[i] = (ot_cell){.number = NAN, .range = ot_interval_none()};
    }
    sheet->rows++;
}

// The cell to fill, emptied; NULL once an allocation failed.
static ot_cell *last(ot_sheet *sheet, size_t column)
{
    if (sheet->failed || sheet->rows == 0) {
        return NULL;
    }
    ot_cell *cell = sheet->cell + (sheet->rows - 1) * sheet->columns + column;
    free(cell->text);
    cell->text = NULL;
    return cell;
}

void ot_sheet_text(ot_sheet *sheet, size_t column, const char *text)
{
    ot_cell *cell = last(sheet, column);

    if (cell != NULL) {
        cell->kind = OT_CELL_TEXT;
        cell->text = keep(sheet, text);
    }
}

void ot_sheet_period(ot_sheet *sheet, size_t column, ot_period period)
{
    ot_cell *cell = last(sheet, column);

    if (cell != NULL) {
        cell->kind = OT_CELL_PERIOD;
        cell->period = period;
    }
}

static void widen(ot_extent *e, double number, ot_interval range)
{
    const double size = fabs(number);

    if (isnan(number)) {
        return;
    }
    e->largest = fmax(e->largest, size);
    e->smallest = size > 0 ? fmin(e->smallest, size) : e->smallest;
    e->ranged = e->ranged || !ot_interval_is_none(range);
}

void ot_sheet_number(ot_sheet *sheet, size_t column, double number,
                     ot_interval range)
{
    ot_cell *cell = last(sheet, column);

    if (cell != NULL) {
        cell->kind = isnan(number) ? OT_CELL_EMPTY : OT_CELL_NUMBER;
        cell->number = number;
        cell->range = range;
        widen(&sheet->extent[column], number, range);
    }
}

void ot_sheet_none(ot_sheet *sheet, size_t column, const char *why)
{
    ot_cell *cell = last(sheet, column);

    if (cell != NULL) {
        cell->kind = OT_CELL_EMPTY;
        cell->text = why != NULL ? keep(sheet, why) : NULL;
    }
}

void ot_sheet_formula(ot_sheet *sheet, size_t column, const char *text)
{
    if (sheet->failed || sheet->rows == 0) {
        return;
    }
    ot_cell *cell = sheet->cell + (sheet->rows - 1) * sheet->columns + column;
    free(cell->formula);
    cell->formula = keep(sheet, text);
}

// The power of ten in which the largest number reads best: 8.37 bn, not 8365 m.
static int fitting_scale(double largest)
{
    if (!(largest >= 1e3)) {
        return 0;
    }
    for (int scale = 12; scale > 3; scale -= 3) {
        if (largest >= pow(10, scale)) {
            return scale;
        }
    }
    return 3;
}

void ot_sheet_scale(ot_sheet *sheet, int force)
{
    for (size_t c = 0; c < sheet->columns; c++) {
        const int fitting = fitting_scale(sheet->extent[c].largest);
        if (sheet->column[c].kind == OT_COLUMN_AMOUNT) {
            sheet->column[c].unit.scale =
                (signed char)(force >= 0 ? force : fitting);
        }
    }
}

ot_status ot_sheet_status(const ot_sheet *sheet, ot_error *err)
{
    for (; sheet != NULL; sheet = sheet->next) {
        if (sheet->failed) {
            return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a table");
        }
    }
    return OT_OK;
}

const char *ot_sheet_name(const ot_sheet *sheet)
{
    return sheet->name;
}

size_t ot_sheet_columns(const ot_sheet *sheet)
{
    return sheet->columns;
}

const ot_column *ot_sheet_column(const ot_sheet *sheet, size_t column)
{
    return &sheet->column[column];
}

ot_extent ot_sheet_extent(const ot_sheet *sheet, size_t column)
{
    return sheet->extent[column];
}

size_t ot_sheet_rows(const ot_sheet *sheet)
{
    return sheet->rows;
}

const ot_cell *ot_sheet_cell(const ot_sheet *sheet, size_t row, size_t column)
{
    return &sheet->cell[row * sheet->columns + column];
}

const char *ot_sheet_line(const ot_sheet *sheet, ot_sheet_part part, size_t i)
{
    for (size_t k = 0; k < sheet->lines; k++) {
        if (sheet->line[k].part == part && i-- == 0) {
            return sheet->line[k].text;
        }
    }
    return NULL;
}

const char *ot_sheet_fact_at(const ot_sheet *sheet, size_t i, const char **text)
{
    if (i >= sheet->facts) {
        return NULL;
    }
    *text = sheet->fact[i].text;
    return sheet->fact[i].id;
}
