// SPDX-License-Identifier: GPL-3.0-or-later
// A chart in sentences.
#include "outturn/chart.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "plot/page.h"
#include "plot/scale.h"

#define MOST_LINES 8 // named one by one

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

static void say_line(ot_buf *b, const ot_chart_line *line, ot_unit unit)
{
    const size_t last = ot__last_known(line->y, line->n);
    char amount[OT_AMOUNT_SIZE], period[64];

    if (last == SIZE_MAX || line->label == NULL) {
        return;
    }
    const int32_t month = line->first + (int32_t)(last + 1) * line->step - 1;
    ot_period_words(ot_period_range(month, month), period);
    ot__amount(line->y[last], unit, 3, amount);
    ot__buf_format(b, " %s: %s by %s.", line->label, amount, period);
}

static void say_lines(ot_buf *b, const ot_chart *chart)
{
    size_t said = 0, muted = 0;

    for (size_t i = 0; i < chart->lines; i++) {
        if (chart->line[i].style == OT_LINE_MUTED || said == MOST_LINES) {
            muted++;
        } else {
            say_line(b, &chart->line[i], chart->unit);
            said++;
        }
    }
    if (muted > 0) {
        ot__buf_format(b, " %zu more lines in the background.", muted);
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
        ot__amount(q[3], chart->unit, 2, middle);
        ot__buf_format(b, " %s: median %s",
                       chart->fan->label != NULL ? chart->fan->label
                                                 : "Projected",
                       middle);
        if (isfinite(q[1]) && isfinite(q[5])) {
            ot__amount_range(q[1], q[5], chart->unit, 2, range);
            ot__buf_format(b, ", %s in the 80 %% band", range);
        }
        ot__buf_char(b, '.');
    }
}

static void say_claim(ot_buf *b, const ot_chart *chart)
{
    char range[OT_AMOUNT_SIZE];

    if (chart->claim != NULL) {
        ot__amount_range(chart->claim->lo, chart->claim->hi, chart->unit, 0,
                         range);
        ot__buf_format(b, " %s %s.", range,
                       chart->claim->label != NULL ? chart->claim->label
                                                   : "claimed");
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
    say_fan(&b, chart);
    say_claim(&b, chart);
    text = b.failed ? NULL : ot__str_dup(ot__str(ot__buf_cstr(&b)));
    ot__buf_free(&b);
    return text;
}
