// SPDX-License-Identifier: GPL-3.0-or-later
// header.c - columns by their names, and where a file's header stands.

#include <string.h>

#include "data/bind.h"

bool ot__name_fits(ot_str name, ot_str ref)
{
    const bool behind = ref.n > 1 && ref.at[ref.n - 1] == '*';
    const bool before = ref.n > 1 && ref.at[0] == '*';
    const ot_str core = {ref.at + before, ref.n - before - behind};
    char text[160];

    if (before) {
        return ot__caption_holds(name, core);
    }
    ot__str_copy(core, text, sizeof text);
    return behind ? ot__str_starts(name, text) : ot__str_same(name, text);
}

static int find_one(const ot_grid *grid, size_t header, size_t rows, ot_str ref)
{
    int number = 0;

    if (ref.n > 1 && ref.at[0] == '@') {
        for (size_t i = 1; i < ref.n && number < OT_PLAN_FIELDS; i++) {
            number = 10 * number + (ref.at[i] - '0');
        }
        return number - 1;
    }
    for (size_t r = header + rows; r-- > header;) {
        for (size_t i = 0; r < grid->n && i < grid->row[r].n; i++) {
            if (ot__name_fits(grid->row[r].field[i], ref)) {
                return (int)i;
            }
        }
    }
    return -1;
}

int ot__column_find(const ot_grid *grid, size_t header, size_t rows, ot_str ref)
{
    int found = -1;

    while (ref.n > 0 && found < 0) {
        found = find_one(grid, header, rows, ot__str_cut(&ref, '|'));
    }
    return found;
}

size_t ot__header_rows(const ot_spec *spec)
{
    const ot_str text = ot__spec_get(spec, "header");

    return text.n == 1 && text.at[0] >= '1' && text.at[0] <= '9'
               ? (size_t)(text.at[0] - '0')
               : 1;
}

static bool row_holds(const ot_grid_row *row, ot_str words)
{
    for (size_t i = 0; i < row->n; i++) {
        if (ot__caption_holds(row->field[i], words)) {
            return true;
        }
    }
    return false;
}

// Whether a title is written in or above a header.
static bool title_there(const ot_grid *grid, size_t end, ot_str any)
{
    while (any.n > 0) {
        const ot_str words = ot__unquoted(ot__str_cut(&any, '|'));
        for (size_t r = 0; r < end && r < grid->n; r++) {
            if (row_holds(&grid->row[r], words)) {
                return true;
            }
        }
    }
    return false;
}

// Whether two fields of a row are periods, or months.
static bool two_periods(const ot_grid_row *row)
{
    size_t n = 0;

    for (size_t i = 0; i < row->n && n < 2; i++) {
        const ot_caption c = ot__caption_read(row->field[i], 0);
        n += c.period.months > 0 || c.months > 0;
    }
    return n == 2;
}

void ot__grid_look(ot_grid *grid)
{
    for (size_t r = 0; r < grid->n; r++) {
        grid->row[r].periods = two_periods(&grid->row[r]);
    }
}

// How many of the names are in the header at row r; -1: one is not. "periods"
// stands for two columns or more that are periods.
static int names_there(const ot_spec *spec, const ot_grid *grid, size_t r,
                       size_t rows)
{
    ot_str list = ot__spec_get(spec, "has");
    int n = 0, here = 0;

    while (list.n > 0) {
        const ot_str name = ot__unquoted(ot__item_cut(&list));
        const bool periods = ot__str_equal(name, "periods");
        if (periods ? !grid->row[r].periods
                    : ot__column_find(grid, r, rows, name) < 0) {
            return -1;
        }
        here += periods || ot__column_find(grid, r, 1, name) >= 0;
        n++;
    }
    return here > 0 ? n : -1;
}

int ot__header_row(const ot_spec *spec, const ot_grid *grid, int *score)
{
    const size_t rows = ot__header_rows(spec);
    const ot_str title = ot__spec_get(spec, "title");
    const ot_str sure = ot__spec_get(spec, "sure");

    for (size_t r = 0; r < grid->n; r++) {
        const int names = names_there(spec, grid, r, rows);
        if (names > 0 && (title.n == 0 || title_there(grid, r + rows, title))) {
            *score = 10 * names + (title.n > 0 ? 15 : 0) +
                     (sure.n > 0 ? sure.at[0] - '0' : 0);
            return (int)r;
        }
    }
    *score = 0;
    return -1;
}
