// SPDX-License-Identifier: GPL-3.0-or-later
// How wide the columns of a table are: as wide as their texts ask for; where
// that is wider than the page, words are wrapped, then letters get smaller,
// then columns go below.
#include <math.h>

#include "report/brief_pdf.h"

#define SMALLEST  7.0
#define GAP_MOST  30.0 // between columns, points
#define GAP_LEAST 9.0
#define TAILS     22.0 // what stands after decimal marks differs less than this

static double measure(const ot_table_columns *t, const char *text, bool bold)
{
    return ot__ruler_width(t->ruler, text, OT_CELL, bold);
}

static bool is_bold(const ot_brief_row *row)
{
    return row->style == OT_BRIEF_ROW_TOTAL;
}

// The width of the first n bytes of a text.
static double part_width(const ot_table_columns *t, const char *text, size_t n,
                         bool bold)
{
    char part[64];

    ot__str_copy((ot_str){text, n}, part, sizeof part);
    return measure(t, part, bold);
}

bool ot__columns_halves(const ot_table_columns *t, const ot_table_column *c,
                        const char *text, bool bold, double *left,
                        double *right)
{
    const size_t at = ot__point_of(text, c->mark);

    if (c->mark == '\0' || at >= 64) {
        return false;
    }
    *left = part_width(t, text, at, bold);
    *right = measure(t, text, bold) - *left;
    return true;
}

static void measure_number(const ot_table_columns *t, ot_table_column *c,
                           const char *text, bool bold)
{
    double left, right;

    if (ot__columns_halves(t, c, text, bold, &left, &right)) {
        c->left = fmax(c->left, left);
        c->right = fmax(c->right, right);
        c->tail = fmin(c->tail, right);
        c->natural = fmax(c->natural, left + right);
    } else {
        c->natural = fmax(c->natural, measure(t, text, bold));
    }
}

// Figures of unlike kinds ("+5.1 %", "2.6 times (+160 %)") are set to the
// right, others on their decimal marks.
static void choose_marks(ot_table_column *c)
{
    if (c->right - c->tail > TAILS) {
        c->mark = '\0';
    } else {
        c->natural = fmax(c->natural, c->left + c->right);
    }
}

// Of a title over figures, which may take two lines.
static double title_width(const ot_table_columns *t, const ot_table_column *c,
                          const char *text)
{
    const double two = fmax(c->word, 0.75 * c->title);

    return c->title < 60 ? c->title
                         : ot__setting_even(t->ruler, text, OT_CELL, true, two);
}

static void measure_column(const ot_table_columns *t, size_t k)
{
    ot_table_column *c = &t->col[k];
    const ot_brief_column *of = &t->of->column[k];

    c->mark = ot__mark_of(t->of, k);
    c->word = ot__setting_word(t->ruler, of->title, OT_CELL, true);
    c->title = measure(t, of->title, true);
    c->least = c->word;
    c->tail = INFINITY;
    for (size_t i = 0; i < t->of->rows; i++) {
        const char *text = t->of->row[i].cell[k];
        const bool bold = is_bold(&t->of->row[i]);
        if (of->number) {
            measure_number(t, c, text, bold);
        } else {
            c->natural = fmax(c->natural, measure(t, text, bold));
        }
    }
    if (of->number) {
        choose_marks(c);
        c->least = fmax(c->least, c->natural);
        c->natural = fmax(c->least, title_width(t, c, of->title));
    } else {
        c->natural = fmax(c->natural, fmin(c->title, fmax(c->word, 90)));
    }
}

// What a text column cannot go below, worked out where it must give way.
static void measure_words(const ot_table_columns *t, size_t k)
{
    ot_table_column *c = &t->col[k];

    for (size_t i = 0; i < t->of->rows && !t->of->column[k].number; i++) {
        const double word = ot__setting_word(t->ruler, t->of->row[i].cell[k],
                                             OT_CELL, is_bold(&t->of->row[i]));
        c->least = fmax(c->least, fmin(word, 120));
    }
    c->least = fmax(c->least, fmin(c->natural, 60));
    c->least = fmin(c->least, 0.42 * OT_SHEET_TEXT);
}

static double room(const ot_table_columns *t)
{
    return OT_SHEET_TEXT - 1.5 * t->indent;
}

static double sum(const ot_table_columns *t, size_t first, size_t n, bool least)
{
    double all = 0;

    for (size_t k = first; k < first + n; k++) {
        all += t->scale * (least ? t->col[k].least : t->col[k].natural);
    }
    return all;
}

static double gaps(const ot_table_columns *t)
{
    return t->of->columns > 1 ? (double)(t->of->columns - 1) : 1;
}

// Every cell on one line.
static bool fit_natural(ot_table_columns *t)
{
    const size_t n = t->of->columns;
    const double left = room(t) - sum(t, 0, n, false);

    if (left < gaps(t) * GAP_LEAST) {
        return false;
    }
    t->gap = fmin(GAP_MOST, left / gaps(t));
    for (size_t k = 0; k < n; k++) {
        t->col[k].width = t->scale * t->col[k].natural;
    }
    return true;
}

// Widths at which the longest cell of every text column takes as many lines.
static double even_lines(const ot_table_columns *t, double lines, bool set)
{
    double all = 0;

    for (size_t k = 0; k < t->of->columns; k++) {
        ot_table_column *c = &t->col[k];
        const bool whole = t->of->column[k].number;
        const double width =
            t->scale * fmax(c->least, whole ? c->least : c->natural / lines);
        c->width = set ? width : c->width;
        all += width;
    }
    return all;
}

static bool fit_least(ot_table_columns *t)
{
    double few = 1, many = 10000;

    t->gap = GAP_LEAST + 2;
    const double left = room(t) - gaps(t) * t->gap;
    if (even_lines(t, many, false) > left) {
        return false;
    }
    for (int i = 0; i < 40; i++) {
        const double middle = (few + many) / 2;
        const bool wide = even_lines(t, middle, false) > left;
        few = wide ? middle : few;
        many = wide ? many : middle;
    }
    even_lines(t, many, true);
    return true;
}

// As many columns from `from` on as have room, but `most`.
static size_t take_band(ot_table_columns *t, size_t from, size_t most)
{
    double used = t->scale * t->col[0].least;
    size_t n = 0;

    while (from + n < t->of->columns && n < most) {
        ot_table_column *c = &t->col[from + n];
        c->width = t->scale * c->least;
        if (used + t->gap + c->width > room(t)) {
            break;
        }
        used += t->gap + c->width;
        n++;
    }
    t->col[0].width = fmin(t->scale * fmax(t->col[0].natural, t->col[0].least),
                           t->scale * t->col[0].least + room(t) - used);
    return n;
}

size_t ot__columns_band(ot_table_columns *t, size_t from)
{
    size_t bands = 0;

    for (size_t at = 1; at < t->of->columns; bands++) {
        const size_t n = take_band(t, at, SIZE_MAX);
        at += n > 0 ? n : 1;
    }
    return bands > 0 ? take_band(t, from, (t->of->columns - 2 + bands) / bands)
                     : 0;
}

// Where there is room, titles over figures take one line.
static void widen_titles(ot_table_columns *t)
{
    const size_t n = t->of->columns;
    double all = 0;

    for (size_t k = 0; k < n; k++) {
        all += fmax(t->col[k].natural, t->col[k].title);
    }
    for (size_t k = 0; k < n && all + 20 * gaps(t) <= room(t); k++) {
        t->col[k].natural = fmax(t->col[k].natural, t->col[k].title);
    }
}

bool ot__columns_fit(ot_table_columns *t)
{
    const size_t n = t->of->columns;

    for (size_t k = 0; k < n; k++) {
        measure_column(t, k);
    }
    widen_titles(t);
    if (fit_natural(t)) {
        return true;
    }
    for (size_t k = 0; k < n; k++) {
        measure_words(t, k);
    }
    for (double size = OT_CELL; size >= SMALLEST; size -= 0.5) {
        t->scale = size / OT_CELL;
        if (fit_natural(t) || fit_least(t)) {
            return true;
        }
    }
    t->scale = SMALLEST / OT_CELL;
    t->gap = GAP_LEAST;
    return false;
}
