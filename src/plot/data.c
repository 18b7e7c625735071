// SPDX-License-Identifier: GPL-3.0-or-later
// A chart's figures as CSV.
#include "outturn/chart.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "plot/signs.h"

static void field(ot_buf *b, const char *text)
{
    if (strpbrk(text, ",\"\r\n") == NULL) {
        ot__buf_text(b, text);
        return;
    }
    ot__buf_char(b, '"');
    for (const char *c = text; *c != '\0'; c++) {
        ot__buf_text(b, *c == '"' ? "\"" : "");
        ot__buf_char(b, *c);
    }
    ot__buf_char(b, '"');
}

static void figure(ot_buf *b, const char *series, const char *period,
                   const char *measure, double y, const char *unit,
                   const char *status)
{
    char number[OT_NUMBER_SIZE];

    field(b, series != NULL ? series : "");
    ot__buf_char(b, ',');
    field(b, period);
    ot__buf_format(b, ",%s,%s,%s,", measure,
                   isfinite(y) ? ot__shortest(number, y) : "", unit);
    field(b, status);
    ot__buf_char(b, '\n');
}

static void put_line(ot_buf *b, const ot_chart *chart, size_t line,
                     const char *unit)
{
    const ot_chart_line *l = &chart->line[line];
    char period[32], status[40];

    for (size_t i = 0; i < l->n; i++) {
        const ot_period p = {l->first + (int32_t)i * l->step, l->step};
        figure(b, l->label, ot_period_text(p, period), "value", l->y[i], unit,
               ot__signs_status(chart, line, i, status));
    }
}

static void put_fan(ot_buf *b, const ot_fan *fan, const char *unit)
{
    static const char *const names[OT_FAN_QUANTILES] = {
        "q2.5", "q10", "q25", "q50", "q75", "q90", "q97.5"};
    const char *label = fan->label != NULL ? fan->label : "Projected";
    char period[32];

    for (size_t i = 0; i < fan->n; i++) {
        const ot_period p = {fan->first + (int32_t)i * fan->step, fan->step};
        for (size_t q = 0; q < OT_FAN_QUANTILES; q++) {
            figure(b, label, ot_period_text(p, period), names[q],
                   fan->at[i].q[q], unit, "projected");
        }
    }
}

static void put_row(ot_buf *b, const ot_chart *chart, const ot_chart_row *row,
                    const char *unit)
{
    const char *now = chart->now != NULL ? chart->now : "";
    const char *status = row->style == OT_ROW_PROJECTED ? "projected"
                         : row->style == OT_ROW_CLAIM   ? "claimed"
                                                        : "";

    figure(b, row->label, now, "value", row->y, unit, status);
    if (chart->was != NULL && *chart->was != '\0') {
        figure(b, row->label, chart->was, "before", row->before, unit, "");
    }
    if (!isnan(row->lo) || !isnan(row->hi)) {
        figure(b, row->label, now, "lo", row->lo, unit, status);
        figure(b, row->label, now, "hi", row->hi, unit, status);
    }
}

char *ot_chart_data(const ot_chart *chart)
{
    char unit[32];
    ot_buf b = {0};

    ot_unit_text(chart->unit, unit);
    ot__buf_text(&b, "series,period,measure,value,unit,status\n");
    for (size_t i = 0; i < chart->lines; i++) {
        put_line(&b, chart, i, unit);
    }
    for (size_t i = 0; i < chart->rows; i++) {
        put_row(&b, chart, &chart->row[i], unit);
    }
    if (chart->fan != NULL) {
        put_fan(&b, chart->fan, unit);
    }
    if (chart->claim != NULL) {
        const char *label =
            chart->claim->label != NULL ? chart->claim->label : "claimed";
        figure(&b, label, "", "lo", chart->claim->lo, unit, "claimed");
        figure(&b, label, "", "hi", chart->claim->hi, unit, "claimed");
    }
    char *text = b.failed ? NULL : ot__str_dup(ot__str(b.at));
    ot__buf_free(&b);
    return text;
}
