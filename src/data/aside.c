// SPDX-License-Identifier: GPL-3.0-or-later
// aside.c - what became of the rows that do not count: how many of each class,
// their sum, the first places, and, when wanted, every one of them.

#include <stdlib.h>
#include <string.h>

#include "data/panel.h"

static const char *const words[OT_CLASSES] = {
    [OT_CLASS_TOTAL] = "part of a total that is there, or the reverse",
    [OT_CLASS_REPEATED] = "repeated word for word",
    [OT_CLASS_NOT_ASKED] = "not asked for",
    [OT_CLASS_OUTSIDE] = "in a part the layout does not read",
    [OT_CLASS_NO_VALUE] = "without a value",
    [OT_CLASS_NO_AMOUNT] = "a rate, share, index or count",
    [OT_CLASS_HEADING] = "a heading, note or header",
    [OT_CLASS_MALFORMED] = "cannot be read",
    [OT_CLASS_CONFLICT] = "another value for a figure that is there",
};

const char *ot_class_words(ot_class which)
{
    return words[which];
}

static uint64_t *count_of(ot_tally *t, ot_class which)
{
    uint64_t *const counts[OT_CLASSES] = {
        [OT_CLASS_TOTAL] = &t->totals_left_out,
        [OT_CLASS_REPEATED] = &t->duplicates,
        [OT_CLASS_NOT_ASKED] = &t->not_asked,
        [OT_CLASS_OUTSIDE] = &t->outside,
        [OT_CLASS_NO_VALUE] = &t->no_value,
        [OT_CLASS_NO_AMOUNT] = &t->no_amount,
        [OT_CLASS_HEADING] = &t->headings,
        [OT_CLASS_MALFORMED] = &t->malformed,
        [OT_CLASS_CONFLICT] = &t->conflicts,
    };

    return counts[which];
}

static bool keep_mark(ot_panel *p, ot_mark mark)
{
    if (p->marks == p->mark_capacity) {
        const size_t capacity = 2 * p->mark_capacity + 64;
        ot_mark *more = realloc(p->mark, capacity * sizeof *more);
        if (more == NULL) {
            return false;
        }
        p->mark = more;
        p->mark_capacity = capacity;
    }
    p->mark[p->marks++] = mark;
    return true;
}

bool ot__aside(ot_panel *p, ot_tally *t, ot_mark mark)
{
    ot_class_note *note = &p->note[mark.which];

    (*count_of(t, mark.which))++;
    if (note->firsts < OT_CLASS_PLACES) {
        note->first[note->firsts++] = mark;
    }
    return !p->keep_marks || keep_mark(p, mark);
}

void ot__aside_forget(ot_panel *p, uint16_t file)
{
    for (size_t i = 0; i < OT_CLASSES; i++) {
        ot_class_note *note = &p->note[i];
        while (note->firsts > 0 && note->first[note->firsts - 1].file >= file) {
            note->firsts--;
        }
    }
    while (p->marks > 0 && p->mark[p->marks - 1].file >= file) {
        p->marks--;
    }
    while (p->wide_rows > 0 && p->wide[p->wide_rows - 1].file >= file) {
        p->wide_rows--;
    }
}

void ot__aside_sum(ot_panel *p, ot_class which, uint16_t unit, ot_i128 amount)
{
    ot_class_note *note = &p->note[which];

    note->mixed = note->mixed || (note->summed > 0 && note->unit != unit);
    note->unit = unit;
    note->sum += amount;
    note->summed++;
}

// ---- rows of several figures -----------------------------------------------

bool ot__wide_row(ot_panel *p, uint16_t file, uint32_t line, uint32_t figures)
{
    if (p->wide_rows == p->wide_capacity) {
        const size_t capacity = 2 * p->wide_capacity + 64;
        ot_wide_row *more = realloc(p->wide, capacity * sizeof *more);
        if (more == NULL) {
            return false;
        }
        p->wide = more;
        p->wide_capacity = capacity;
    }
    p->wide[p->wide_rows++] = (ot_wide_row){line, figures, file};
    return true;
}

// Rows stand in order of file and line.
static ot_wide_row *find_wide(ot_panel *p, uint16_t file, uint32_t line)
{
    size_t lo = 0, hi = p->wide_rows;

    while (lo < hi) {
        const size_t mid = (lo + hi) / 2;
        const ot_wide_row *w = &p->wide[mid];
        if (w->file < file || (w->file == file && w->line < line)) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < p->wide_rows && p->wide[lo].file == file &&
                   p->wide[lo].line == line
               ? &p->wide[lo]
               : NULL;
}

bool ot__figure_aside(ot_panel *p, const ot_pcell *cell, ot_class which)
{
    const ot_pcolumn *column = &p->column[cell->column];
    ot_wide_row *wide = find_wide(p, column->file, cell->line);

    ot__aside_sum(p, which, column->unit, cell->amount);
    p->tally.figures--;
    p->tally.figures_aside++;
    if (wide != NULL && --wide->left > 0) {
        return true; // the row still has figures that count
    }
    p->tally.used--;
    return ot__aside(p, &p->tally,
                     (ot_mark){cell->line, column->file, which, NULL});
}

bool ot__figure_unpublished(ot_panel *p, ot_tally *t, const ot_pcell *cell)
{
    const uint16_t file = p->column[cell->column].file;
    ot_wide_row *wide = find_wide(p, file, cell->line);

    t->figures--;
    t->unpublished++;
    if (wide != NULL && --wide->left > 0) {
        return true;
    }
    t->used--;
    return ot__aside(p, t,
                     (ot_mark){cell->line, file, OT_CLASS_NO_VALUE, NULL});
}

// ---- asking ----------------------------------------------------------------

ot_class_sum ot_panel_class(const ot_panel *p, ot_class which)
{
    const ot_class_note *note = &p->note[which];
    ot_tally tally = p->tally;
    ot_class_sum out = {.words = words[which],
                        .rows = *count_of(&tally, which),
                        .known = note->summed > 0 && !note->mixed,
                        .sum = ot__amount_double(note->sum),
                        .places = note->firsts};

    if (out.known) {
        out.unit = p->unit[note->unit];
    }
    for (size_t i = 0; i < note->firsts; i++) {
        out.place[i] = (ot_place){p->path[note->first[i].file],
                                  (long)note->first[i].line, 0};
        out.why[i] = note->first[i].why;
    }
    return out;
}
