// SPDX-License-Identifier: GPL-3.0-or-later
// A chart in sentences.
#include "outturn/chart.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "plot/page.h"
#include "plot/scale.h"
#include "plot/signs.h"

#define MOST_LINES 8 // named one by one
#define MOST_ROWS  30

static void sentence(ot_buf *b, const char *text)
{
    if (text == NULL || text[0] == '\0') {
        return;
    }
    ot__buf_text(b, b->n > 0 ? " " : "");
    ot__buf_text(b, text);
    if (strchr(".!?", text[strlen(text) - 1]) == NULL) {
        ot__buf_char(b, '.');
    }
}

static ot_period period_of(const ot_chart_line *line, size_t i)
{
    return (ot_period){line->first + (int32_t)i * line->step, line->step};
}

// A period in the chart's language: months by name, others as they are
// abbreviated everywhere.
static char *say_period(const ot_chart *chart, ot_period p, char out[64])
{
    if (p.months != 1) {
        return ot_period_words(p, out);
    }
    snprintf(out, 64, "%s %d",
             ot__terms(chart)->month[ot_month_of_year(p.first) - 1],
             ot_month_year(p.first));
    return out;
}

// Index of the highest (sign 1) or lowest (sign -1) known value.
static size_t extreme(const ot_chart_line *line, double sign)
{
    size_t at = SIZE_MAX;

    for (size_t i = 0; i < line->n; i++) {
        if (isfinite(line->y[i]) &&
            (at == SIZE_MAX || sign * line->y[i] > sign * line->y[at])) {
            at = i;
        }
    }
    return at;
}

static void say_value(ot_buf *b, const char *lead, const ot_chart_line *line,
                      size_t i, const ot_chart *chart)
{
    char amount[OT_AMOUNT_SIZE], period[64];

    const ot_terms *t = ot__terms(chart);
    say_period(chart, period_of(line, i), period);
    ot__buf_format(b, "%s%s%s%s%s", lead,
                   ot__amount(t, line->y[i], chart->unit, 3, amount),
                   t->at_period[0], period, t->at_period[1]);
}

// "2024: 8.37 bn by June 2024" of sums to date, else "Exports: 17.5 m in
// January 2007, 188 m in December 2024; highest 366 m in November 2024, lowest
// ...".
static void say_line(ot_buf *b, const ot_chart_line *line,
                     const ot_chart *chart)
{
    const size_t last = ot__last_known(line->y, line->n);
    char amount[OT_AMOUNT_SIZE], period[64];

    if (last == SIZE_MAX || line->label == NULL) {
        return;
    }
    if (chart->kind == &ot__kind_race) {
        const int32_t month = ot_period_last(period_of(line, last));
        say_period(chart, ot_period_range(month, month), period);
        ot__amount(ot__terms(chart), line->y[last], chart->unit, 3, amount);
        ot__buf_format(b, " %s: %s%s%s.", line->label, amount,
                       ot__terms(chart)->by_period, period);
        return;
    }
    size_t first = 0;
    while (!isfinite(line->y[first])) {
        first++;
    }
    ot__buf_format(b, " %s", line->label);
    if (first < last) {
        say_value(b, ": ", line, first, chart);
    }
    say_value(b, first < last ? ", " : ": ", line, last, chart);
    if (last - first > 2) {
        say_value(b, ot__terms(chart)->highest, line, extreme(line, 1), chart);
        say_value(b, ot__terms(chart)->lowest, line, extreme(line, -1), chart);
    }
    ot__buf_char(b, '.');
}

// "Mexico: 506 bn (2023: 473 bn)", "Claimed: 14–16 bn".
static void say_row(ot_buf *b, const ot_chart_row *row, const ot_chart *chart)
{
    char text[OT_AMOUNT_SIZE];

    ot__buf_format(b, " %s: ", row->label != NULL ? row->label : "");
    if (!isnan(row->lo) && !isnan(row->hi)) {
        const bool projected = row->style == OT_ROW_PROJECTED;
        ot__buf_text(b, ot__amount_range(ot__terms(chart), row->lo, row->hi,
                                         chart->unit, projected ? 2 : 0, text));
    } else if (isfinite(row->y)) {
        ot__buf_text(
            b, ot__amount(ot__terms(chart), row->y, chart->unit, 3, text));
    } else {
        ot__buf_text(b, ot__terms(chart)->not_known);
    }
    if (isfinite(row->before) && chart->was != NULL) {
        ot__buf_format(
            b, " (%s: %s)", chart->was,
            ot__amount(ot__terms(chart), row->before, chart->unit, 3, text));
    }
    ot__buf_char(b, '.');
}

static void say_rows(ot_buf *b, const ot_chart *chart)
{
    const size_t said = chart->rows < MOST_ROWS ? chart->rows : MOST_ROWS;

    for (size_t i = 0; i < said; i++) {
        say_row(b, &chart->row[i], chart);
    }
    if (said < chart->rows) {
        const ot_terms *t = ot__terms(chart);
        ot__buf_format(b, "%s%zu%s", t->and_more[0], chart->rows - said,
                       t->and_more[1]);
    }
}

static void say_lines(ot_buf *b, const ot_chart *chart)
{
    size_t said = 0, muted = 0;

    for (size_t i = 0; i < chart->lines; i++) {
        if (chart->line[i].style == OT_LINE_MUTED || said == MOST_LINES) {
            muted++;
        } else {
            say_line(b, &chart->line[i], chart);
            said++;
        }
    }
    if (muted > 0) {
        const ot_terms *t = ot__terms(chart);
        ot__buf_format(b, "%s%zu%s", t->background[0], muted, t->background[1]);
    }
}

static void say_fan(ot_buf *b, const ot_chart *chart)
{
    char middle[OT_AMOUNT_SIZE], range[OT_AMOUNT_SIZE];

    if (chart->fan == NULL || chart->fan->n == 0) {
        return;
    }
    const double *q = chart->fan->at[chart->fan->n - 1].q;
    if (isfinite(q[3])) {
        ot__amount(ot__terms(chart), q[3], chart->unit, 2, middle);
        ot__buf_format(b, " %s%s%s",
                       chart->fan->label != NULL ? chart->fan->label
                                                 : ot__terms(chart)->projected,
                       ot__terms(chart)->median, middle);
        if (isfinite(q[1]) && isfinite(q[5])) {
            ot__amount_range(ot__terms(chart), q[1], q[5], chart->unit, 2,
                             range);
            ot__buf_format(b, "%s%s%s", ot__terms(chart)->in_band[0], range,
                           ot__terms(chart)->in_band[1]);
        }
        ot__buf_char(b, '.');
    }
}

static void say_claim(ot_buf *b, const ot_chart *chart)
{
    char range[OT_AMOUNT_SIZE];

    if (chart->claim != NULL) {
        ot__amount_range(ot__terms(chart), chart->claim->lo, chart->claim->hi,
                         chart->unit, 0, range);
        ot__buf_format(b, " %s %s.", range,
                       chart->claim->label != NULL ? chart->claim->label
                                                   : ot__terms(chart)->claimed);
    }
}

char *ot_chart_describe(const ot_chart *chart)
{
    ot_buf b = {0};
    char *text;

    if (chart->description != NULL) {
        return ot__str_dup(ot__str(chart->description));
    }
    sentence(&b, chart->headline);
    sentence(&b, chart->subtitle);
    say_lines(&b, chart);
    say_rows(&b, chart);
    say_fan(&b, chart);
    say_claim(&b, chart);
    sentence(&b, chart->note);
    ot__signs_say(chart, false, &b);
    text = b.failed ? NULL : ot__str_dup(ot__str(ot__buf_cstr(&b)));
    ot__buf_free(&b);
    return text;
}
