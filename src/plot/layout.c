// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/layout.h"

#include <math.h>

#include "plot/page.h"

#define MOST_LINES  500
#define MOST_VALUES 100000 // of one line
#define MOST_MONTHS 1000000
#define MOST_STEPS  1200 // of a fan

static ot_status check_line(const ot_chart_line *line, ot_error *err)
{
    if (line->step < 1 || line->step > MOST_MONTHS) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a line steps by months, not by %d", (int)line->step);
    }
    if (line->n == 0 || line->n > MOST_VALUES || line->first < -MOST_MONTHS ||
        line->first > MOST_MONTHS) {
        return ot_fail(err, OT_E_LIMIT, NULL,
                       "a line has 1 to %d values, not %zu", MOST_VALUES,
                       line->n);
    }
    return OT_OK;
}

static bool any_known(const ot_chart *chart)
{
    for (size_t i = 0; i < chart->rows; i++) {
        const ot_chart_row *row = &chart->row[i];
        if (isfinite(row->y) || isfinite(row->lo) || isfinite(row->hi)) {
            return true;
        }
    }
    for (size_t i = 0; i < chart->lines; i++) {
        for (size_t k = 0; k < chart->line[i].n; k++) {
            if (isfinite(chart->line[i].y[k])) {
                return true;
            }
        }
    }
    return false;
}

static ot_status check_claim(const ot_claim_bar *claim, ot_error *err)
{
    if (claim != NULL &&
        (!(claim->lo <= claim->hi) || (isinf(claim->lo) && isinf(claim->hi)))) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a claim runs from a lower to a higher figure");
    }
    return OT_OK;
}

static ot_status check(const ot_chart *chart, ot_error *err)
{
    ot_status status = OT_OK;

    if (chart->kind == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL, "a chart needs a kind");
    }
    if (chart->lines > MOST_LINES ||
        (chart->fan != NULL && chart->fan->n > MOST_STEPS)) {
        return ot_fail(err, OT_E_LIMIT, NULL,
                       "%zu lines: a picture holds at most %d", chart->lines,
                       MOST_LINES);
    }
    if (chart->rows > MOST_LINES) {
        return ot_fail(err, OT_E_LIMIT, NULL,
                       "%zu rows: a picture holds at most %d", chart->rows,
                       MOST_LINES);
    }
    if (chart->kind->rows ? chart->rows == 0 : chart->lines == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "nothing to draw");
    }
    for (size_t i = 0; i < chart->lines && status == OT_OK; i++) {
        status = check_line(&chart->line[i], err);
    }
    if (status == OT_OK) {
        status = check_claim(chart->claim, err);
    }
    if (status == OT_OK && !any_known(chart)) {
        status = ot_fail(err, OT_E_DATA, NULL, "no known value to draw");
    }
    return status == OT_OK ? chart->kind->check(chart, err) : status;
}

// Strokes are thought for texts of 12 points; a small page has thinner ones.
static void thin(ot_marks *marks, double text_size)
{
    const double factor = fmin(1, fmax(0.65, text_size / 12));

    for (size_t i = 0; i < marks->n; i++) {
        if (marks->mark[i].kind != OT_MARK_TEXT) {
            marks->mark[i].size *= factor;
        }
    }
}

ot_status ot__layout(const ot_chart *chart, const ot_chart_options *options,
                     ot_ruler ruler, ot_marks *marks, ot_error *err)
{
    const ot_chart_size *size = options->size;
    ot_page page = {.size = size,
                    .look = options->theme->palette,
                    .terms = ot__terms(chart),
                    .ruler = ruler,
                    .marks = marks};
    const ot_status status = check(chart, err);

    if (status != OT_OK) {
        return status;
    }
    marks->width = size->width;
    marks->height = size->height;
    marks->paper = page.look->paper;
    chart->kind->lay(&page, chart);
    thin(marks, size->text);
    if (marks->failed) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    }
    return OT_OK;
}
