// SPDX-License-Identifier: GPL-3.0-or-later
// grid.c - collects the first records of a file.

#include "data/grid.h"

#include <stdlib.h>
#include <string.h>

// Makes a row of a record: field texts as UTF-8, trimmed, in one block.
static ot_status keep_row(ot_grid *grid, const ot_record *record, ot_error *err)
{
    ot_grid_row *row = &grid->row[grid->n];
    size_t bytes = 1;

    for (size_t i = 0; i < record->n; i++) {
        bytes += 3 * record->field[i].n + 1; // Windows-1252 grows at most so
    }
    char *text = malloc(bytes);
    row->field = calloc(record->n + 1, sizeof *row->field);
    char **block = realloc(grid->block, (grid->blocks + 1) * sizeof *block);
    if (block != NULL) {
        grid->block = block;
        grid->block[grid->blocks++] = text;
    }
    if (text == NULL || row->field == NULL || block == NULL) {
        free(block == NULL ? text : NULL);
        free(row->field);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a header");
    }
    ot_buf utf8 = {0};
    for (size_t i = 0; i < record->n; i++) {
        ot_str s = ot__str_trim(record->field[i]);
        if (!ot__utf8_valid(s.at, s.n)) {
            ot__buf_clear(&utf8);
            ot__buf_latin1(&utf8, s.at, s.n);
            s = (ot_str){utf8.at, utf8.n};
        }
        if (s.n > 0) {
            memcpy(text, s.at, s.n);
        }
        row->field[i] = (ot_str){text, s.n};
        text += s.n;
    }
    ot__buf_free(&utf8);
    row->n = record->n;
    row->line = record->line;
    grid->n++;
    return OT_OK;
}

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    ot_grid *grid = context;

    // Enough is reported as a failure: it stops the reading.
    return grid->n < OT_GRID_ROWS ? keep_row(grid, record, err) : OT_E_LIMIT;
}

static ot_status see_bad(void *context, long line, const char *what,
                         ot_error *err)
{
    ot_grid *grid = context;

    (void)err;
    if (!grid->bad) {
        grid->bad = true;
        grid->bad_line = line;
        grid->bad_what = what;
    }
    return OT_OK;
}

ot_status ot__grid_read(ot_grid *grid, ot_str head, bool all, char delimiter,
                        ot_error *err)
{
    ot_csv csv = {
        .delimiter = delimiter, .see = see, .bad = see_bad, .context = grid};
    ot_source *source;

    *grid = (ot_grid){.n = 0};
    // A last record that is cut off by the end of the head is none.
    while (!all && head.n > 0 && head.at[head.n - 1] != '\n' &&
           head.at[head.n - 1] != '\r') {
        head.n--;
    }
    if (head.n == 0) {
        return OT_OK;
    }
    ot_status status = ot__source_memory("", head, &source, err);
    if (status == OT_OK) {
        status = ot__csv_read(source, &csv, err);
        ot__source_close(source);
    }
    return status == OT_E_LIMIT ? OT_OK : status;
}

void ot__grid_free(ot_grid *grid)
{
    for (size_t i = 0; i < grid->n; i++) {
        free(grid->row[i].field);
    }
    for (size_t i = 0; i < grid->blocks; i++) {
        free(grid->block[i]);
    }
    free(grid->block);
    *grid = (ot_grid){.n = 0};
}

ot_str ot__grid_field(const ot_grid *grid, size_t row, size_t field)
{
    const ot_grid_row *r = &grid->row[row];

    return row < grid->n && field < r->n ? r->field[field] : (ot_str){NULL, 0};
}
