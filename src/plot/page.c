// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/page.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "plot/signs.h"

#define TICK_GAP  4.0 // between tick labels and the box, points
#define TICK_ROOM 2.6 // of each value tick, in font sizes
#define MIN_TICKS 5
#define MAX_TICKS 7

static const ot_mark text_mark = {.kind = OT_MARK_TEXT};

// Lines of text from `top` down; returns where they end.
static double put_lines(ot_page *page, const ot_lines *lines, ot_mark look,
                        double top)
{
    double y = top;

    for (size_t i = 0; i < lines->n; i++) {
        ot__marks_text(
            page->marks, look,
            (ot_point){page->size->margin, y + OT_ASCENT * look.size},
            lines->line[i]);
        y += OT_LEADING * look.size;
    }
    return y;
}

// The largest letters in which a headline needs no more than three lines: a
// message that is cut off is none. Returns their size.
static double fit_headline(const ot_page *page, const char *headline,
                           double width, ot_lines *lines)
{
    static const double parts[] = {1, 0.88, 0.77, 0.67, 0.58};
    double size = page->size->headline;

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        size = fmax(parts[i] * page->size->headline, page->size->text);
        ot__wrap_even(&page->ruler, headline, size, true, width, 3, lines);
        if (!ot__wrap_is_cut(lines)) {
            break;
        }
    }
    return size;
}

static double titles(ot_page *page, const ot_chart *chart)
{
    const ot_chart_size *s = page->size;
    const double width = s->width - 2 * s->margin;
    double y = s->margin;
    ot_mark look = text_mark;
    ot_lines lines;

    look.bold = true;
    look.colour = page->look->text;
    look.size = fit_headline(page, chart->headline, width, &lines);
    if (lines.n > 0) {
        ot__marks_group(page->marks, "headline", NULL, NULL);
        y = put_lines(page, &lines, look, y) + 0.15 * s->headline;
    }
    look.size = s->text;
    look.bold = false;
    look.colour = page->look->soft;
    ot__wrap_even(&page->ruler, chart->subtitle, look.size, false, width, 3,
                  &lines);
    if (lines.n > 0) {
        ot__marks_group(page->marks, "subtitle", NULL, NULL);
        y = put_lines(page, &lines, look, y);
    }
    return y;
}

// "Source: S. Note. Remark." Sentences end in a full stop.
static void sentence(ot_buf *b, const char *lead, const char *text)
{
    if (text == NULL || text[0] == '\0') {
        return;
    }
    ot__buf_text(b, b->n > 0 ? " " : "");
    ot__buf_text(b, lead);
    ot__buf_text(b, text);
    if (strchr(".!?", text[strlen(text) - 1]) == NULL) {
        ot__buf_char(b, '.');
    }
}

static double notes(ot_page *page, const ot_chart *chart, const char *remark)
{
    const ot_chart_size *s = page->size;
    const double leading = OT_LEADING * s->small;
    ot_mark look = text_mark;
    ot_buf text = {0};
    ot_lines lines;

    sentence(&text, page->terms->source, chart->source);
    sentence(&text, "", chart->note);
    sentence(&text, "", remark);
    page->marks->failed = page->marks->failed || text.failed;
    ot__wrap_even(&page->ruler, ot__buf_cstr(&text), s->small, false,
                  s->width - 2 * s->margin, 5, &lines);
    ot__buf_free(&text);

    const double top = s->height - s->margin - (double)lines.n * leading +
                       (OT_LEADING - OT_ASCENT - OT_DESCENT) * s->small;
    if (lines.n > 0) {
        look.size = s->small;
        look.colour = page->look->soft;
        ot__marks_group(page->marks, "notes", NULL, NULL);
        put_lines(page, &lines, look, top);
    }
    return top;
}

// "Of 100,000 values those are drawn that stand out".
static void thinning(const ot_page *page, const ot_chart *chart, ot_buf *said)
{
    size_t most = 0;
    char number[OT_NUMBER_SIZE + 8];

    for (size_t i = 0; i < chart->lines; i++) {
        most = chart->line[i].n > most ? chart->line[i].n : most;
    }
    if (ot__page_thinned(page, most)) {
        ot__buf_format(
            said, "%s%s%s%s", said->n > 0 ? ". " : "", page->terms->of_values,
            ot__typeset(page->terms, ot__grouped(number, (double)most, 0)),
            page->terms->stand_out);
    }
}

void ot__page_frame(ot_page *page, const ot_chart *chart, const char *remark)
{
    const ot_chart_size *s = page->size;

    ot_buf said = {0};

    page->left = s->margin;
    page->right = s->width - s->margin;
    ot__buf_text(&said, remark != NULL ? remark : "");
    thinning(page, chart, &said);
    if (said.n > 0 && said.at[said.n - 1] != '.') {
        ot__buf_char(&said, '.');
    }
    ot__signs_say(chart, true, &said);
    page->top = titles(page, chart) + 1.1 * s->small;
    page->bottom = notes(page, chart, ot__buf_cstr(&said)) - 0.8 * s->small;
    page->marks->failed = page->marks->failed || said.failed;
    ot__buf_free(&said);
    page->unit = chart->unit;
    page->every = chart->lines > 0 ? chart->line[0].step : 1;
    for (size_t i = 1; i < chart->lines; i++) {
        page->every = chart->line[i].step < page->every ? chart->line[i].step
                                                        : page->every;
    }
}

void ot__page_values(ot_page *page, double min, double max)
{
    const double size = page->size->small;
    const double room = (page->bottom - page->top) / (TICK_ROOM * size);
    const int most = (int)fmax(MIN_TICKS, fmin(MAX_TICKS, room));
    double widest = 0;
    char label[OT_AMOUNT_SIZE];

    page->y = ot__scale_nice(min, max, most);
    for (int64_t i = page->y.first; i <= page->y.last; i++) {
        ot__scale_label(page->terms, &page->y, i, page->unit, label);
        widest =
            fmax(widest, ot__ruler_width(&page->ruler, label, size, false));
    }
    page->left += widest + TICK_GAP;
}

void ot__page_months(ot_page *page, int32_t first, int32_t last, bool yearless)
{
    page->x = (ot_months){first, last, page->right - page->left, page->every};
    ot__months_choose(&page->x, &page->ruler, page->size->small, yearless);
}

void ot__page_month_rows(ot_page *page, int rows)
{
    page->bottom -= TICK_GAP + rows * OT_LEADING * page->size->small;
}

double ot__page_x(const ot_page *page, double month)
{
    return page->left + ot__months_x(&page->x, month);
}

double ot__page_y(const ot_page *page, double value)
{
    const double lo = ot__scale_lo(&page->y);
    const double hi = ot__scale_hi(&page->y);
    const double part = (fmax(fmin(value, hi), lo) - lo) / (hi - lo);

    return page->bottom - part * (page->bottom - page->top);
}

void ot__page_value_axis(ot_page *page)
{
    const double size = page->size->small;
    ot_mark grid = {.kind = OT_MARK_LINE, .size = 0.5, .ground = true};
    ot_mark look = text_mark;
    char label[OT_AMOUNT_SIZE];

    look.size = size;
    look.align = OT_END;
    look.colour = page->look->soft;
    ot__marks_group(page->marks, "values", NULL, NULL);
    for (int64_t i = page->y.first; i <= page->y.last; i++) {
        const double y = ot__page_y(page, ot__scale_value(&page->y, i));
        grid.colour = i == 0 ? page->look->axis : page->look->grid;
        grid.size = i == 0 ? 0.9 : 0.5;
        ot__marks_segment(page->marks, grid, (ot_point){page->left, y},
                          (ot_point){page->right, y});
        ot__marks_text(
            page->marks, look,
            (ot_point){page->left - TICK_GAP, y + 0.36 * size},
            ot__scale_label(page->terms, &page->y, i, page->unit, label));
    }
}

// A name centred on its month or year, if it lies inside the box's width. The
// first may stand a little to the right, clear of the value axis's labels, the
// last a little to the left, inside the margin.
static void name_tick(ot_page *page, int32_t tick, int row, const char *name)
{
    const double size = page->size->small;
    const double half = ot__ruler_width(&page->ruler, name, size, false) / 2;
    const double room =
        ot__months_x(&page->x, page->x.first + page->x.step) - 2 * half;
    const double middle = page->left + ot__months_middle(&page->x, tick);
    const double most = page->size->width - page->size->margin - half;
    const double x = fmin(fmax(middle, page->left - TICK_GAP / 2 + half),
                          fmax(most, middle - 0.5 * size));
    ot_mark look = text_mark;

    if (x - middle > fmax(0, room - 0.6 * size) + 0.3 * size ||
        x > page->right || x > most + 1e-6) {
        return;
    }
    look.size = size;
    look.align = OT_MIDDLE;
    look.colour = page->look->soft;
    ot__marks_text(page->marks, look,
                   (ot_point){x, page->bottom + page->foot + TICK_GAP +
                                     (OT_ASCENT + row * OT_LEADING) * size},
                   name);
}

static void month_tick(ot_page *page, int32_t tick, bool yearless, bool first)
{
    const ot_mark line = {
        .kind = OT_MARK_LINE, .size = 0.7, .colour = page->look->axis};
    const double x = ot__page_x(page, tick);
    char year[16];

    ot__marks_segment(page->marks, line,
                      (ot_point){x, page->bottom + page->foot},
                      (ot_point){x, page->bottom + page->foot + TICK_GAP / 2});
    snprintf(year, sizeof year, "%d", ot_month_year(tick));
    if (page->x.step >= 12) {
        name_tick(page, tick, 0, year);
        return;
    }
    name_tick(page, tick, 0,
              page->terms->month_short[ot_month_of_year(tick) - 1]);
    if (!yearless && (first || ot_month_of_year(tick) <= page->x.step)) {
        name_tick(page, tick, 1, year);
    }
}

void ot__page_axes(ot_page *page, bool yearless)
{
    const int32_t start = ot__months_first(&page->x, yearless);

    ot__page_value_axis(page);
    ot__marks_group(page->marks, "months", NULL, NULL);
    for (int32_t m = start; m <= page->x.last; m += page->x.step) {
        month_tick(page, m, yearless, m == start);
    }
}
