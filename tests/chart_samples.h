// SPDX-License-Identifier: GPL-3.0-or-later
// chart_samples.h - awkward data for every kind of chart, laid out with letters
// of one width.
#ifndef OT_TESTS_CHART_SAMPLES_H
#define OT_TESTS_CHART_SAMPLES_H

#include "outturn/chart.h"
#include "plain_ruler.h"
#include "plot/layout.h"
#include "support.h"

#define MOST_LINES  40
#define MOST_VALUES 480
#define JAN(year)   (12 * (year))

static const ot_unit usd = {"USD", 0, OT_DIM_MONEY};

typedef struct sample {
    ot_chart chart;
    ot_chart_line line[MOST_LINES];
    double y[MOST_LINES][MOST_VALUES];
    char label[MOST_LINES][120];
    ot_chart_row row[MOST_LINES];
    ot_line_facts facts[MOST_LINES];
    uint8_t state[MOST_LINES][MOST_VALUES], flags[MOST_LINES][MOST_VALUES];
    double half[MOST_LINES][MOST_VALUES];
    ot_fan fan;
    ot_fan_step step;
} sample;

// What a case asks of the data; the kind decides the shape.
typedef struct awkward {
    const char *name;
    size_t series; // lines or rows wanted
    size_t values; // of a line
    double size;   // of a value
    bool gaps, negative, none, long_names;
    bool facts; // provisional ends, a break, secrets, rounding
} awkward;

static const awkward awkwards[] = {
    {"as usual", 4, 36, 1e9, false, false, false, false, false},
    {"gaps", 4, 36, 1e9, true, false, false, false, false},
    {"negative values", 4, 36, 1e9, false, true, false, false, false},
    {"one point", 1, 1, 1e9, false, false, false, false, false},
    {"nothing known", 4, 36, 1e9, false, false, true, false, false},
    {"forty years", 4, 480, 1e9, false, false, false, false, false},
    {"thirty series", 30, 36, 1e9, false, false, false, false, false},
    {"huge values", 4, 36, 1e17, false, false, false, false, false},
    {"tiny values", 4, 36, 1e-9, false, false, false, false, false},
    {"long names", 4, 36, 1e9, false, false, false, true, false},
    {"nothing but zeros", 4, 36, 0, false, false, false, false, false},
    {"rounded, broken, not final", 4, 36, 1e9, true, false, false, false, true},
};

#define AWKWARDS (sizeof awkwards / sizeof awkwards[0])

// A value with a trend, a season and no pattern that a layout could lean on.
static double value_of(const awkward *a, size_t i, size_t k)
{
    const double x = 3 + 0.9 * (double)i + 0.05 * (double)k +
                     sin((double)k * 0.5236 + (double)i) +
                     0.3 * sin((double)(k * k) + 2.7 * (double)i);

    if (a->none || (a->gaps && (k + i) % 5 == 2)) {
        return NAN;
    }
    return a->size * (a->negative ? (k % 2 == 0 ? x : -1.4 * x) : x);
}

// How many lines of which style and length a kind takes.
typedef struct shape {
    const char *kind;
    size_t lines;      // 0: as many as the case wants
    size_t values_max; // of a line
    bool fan;
    ot_line_style style, last; // of lines, of the last one
} shape;

static const shape shapes[] = {
    {"balance", 2, 480, false, OT_LINE_PLAIN, OT_LINE_PLAIN},
    {"contribution", 5, 480, false, OT_LINE_PLAIN, OT_LINE_BOLD},
    {"fan", 1, 480, true, OT_LINE_BOLD, OT_LINE_BOLD},
    {"growth", 1, 480, false, OT_LINE_BOLD, OT_LINE_BOLD},
    {"line", 4, 480, false, OT_LINE_PLAIN, OT_LINE_PLAIN},
    {"mirror", 2, 480, false, OT_LINE_PLAIN, OT_LINE_PLAIN},
    {"multiples", 0, 480, false, OT_LINE_PLAIN, OT_LINE_PLAIN},
    {"race", 0, 12, false, OT_LINE_MUTED, OT_LINE_BOLD},
    {"season", 0, 12, false, OT_LINE_MUTED, OT_LINE_BOLD},
};

#define SHAPES (sizeof shapes / sizeof shapes[0])

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static const shape *shape_of(const char *kind)
{
    for (size_t i = 0; i < SHAPES; i++) {
        if (strcmp(shapes[i].kind, kind) == 0) {
            return &shapes[i];
        }
    }
    return NULL;
}

// The last fifth is not final, every twelfth breaks, gaps are secrets.
static void make_facts(sample *s, const awkward *a)
{
    for (size_t i = 0; i < s->chart.lines; i++) {
        const ot_chart_line *l = &s->line[i];
        for (size_t k = 0; k < l->n; k++) {
            const bool last = 5 * k >= 4 * l->n;
            s->state[i][k] = isfinite(l->y[k]) ? OT_REPORTED : OT_SUPPRESSED;
            s->flags[i][k] = (uint8_t)((last ? OT_FLAG_PROVISIONAL : 0) |
                                       (k % 12 == 7 ? OT_FLAG_BREAK : 0) |
                                       (k == 3 ? OT_FLAG_ESTIMATED : 0));
            s->half[i][k] = 0.5 * a->size;
        }
        s->facts[i] = (ot_line_facts){s->state[i], s->flags[i], s->half[i]};
    }
    s->chart.facts = s->facts;
}

static void make_lines(sample *s, const awkward *a, const shape *h)
{
    const size_t want = least(a->series, 24);

    if (h == NULL) {
        fail_msg("no shape for this kind");
        return;
    }
    const size_t lines = h->lines > 0 ? h->lines : want;
    const size_t n = least(a->values, h->values_max);
    const bool years = h->values_max == 12;

    for (size_t i = 0; i < lines; i++) {
        for (size_t k = 0; k < n; k++) {
            s->y[i][k] = value_of(a, i, k);
        }
        s->line[i] = (ot_chart_line){
            .label = s->label[i],
            .first = years ? JAN(2024 - (int)lines + (int)i + 1) : JAN(1985),
            .step = 1,
            .n = years && i + 1 == lines ? least(n, 7) : n,
            .y = s->y[i],
            .style = i + 1 == lines ? h->last : h->style};
    }
    s->chart.line = s->line;
    s->chart.lines = lines;
    if (h->fan) {
        for (size_t q = 0; q < OT_FAN_QUANTILES; q++) {
            s->step.q[q] = a->size * (4 + 0.4 * (double)q);
        }
        s->fan = (ot_fan){.first = JAN(1985) + (int32_t)n + 3,
                          .step = 1,
                          .n = 1,
                          .at = &s->step};
        s->chart.fan = &s->fan;
    }
}

static void make_rows(sample *s, const awkward *a, const char *kind)
{
    const bool line = strcmp(kind, "claim") == 0;
    const bool steps = strcmp(kind, "waterfall") == 0;
    const size_t most = line ? 6 : steps ? 11 : MOST_LINES;
    const size_t rows = least(a->series + (line || steps ? 2 : 0), most);
    double level = 0;

    for (size_t i = 0; i < rows; i++) {
        const double y = value_of(a, i, i + 1);
        s->row[i] = (ot_chart_row){.label = s->label[i],
                                   .y = y,
                                   .before = value_of(a, i, i + 7),
                                   .lo = line && i % 2 == 0 ? y - a->size : NAN,
                                   .hi = line && i % 2 == 0 ? y + a->size : NAN,
                                   .style = line && i == 0   ? OT_ROW_CLAIM
                                            : line && i == 2 ? OT_ROW_PROJECTED
                                                             : OT_ROW_PLAIN};
        if (steps && (i == 0 || i + 1 == rows)) {
            s->row[i].style = OT_ROW_TOTAL;
            s->row[i].y = i == 0 ? y : level;
        }
        level += s->row[i].y;
    }
    s->chart.row = s->row;
    s->chart.rows = rows;
    s->chart.was = "2023";
    s->chart.now = "2024";
}

static void make_sample(sample *s, const ot_chart_kind *kind, const awkward *a)
{
    memset(s, 0, sizeof *s);
    for (size_t i = 0; i < MOST_LINES; i++) {
        if (a->long_names) {
            memset(s->label[i], 'a' + (int)(i % 26), 100);
        } else {
            snprintf(s->label[i], sizeof s->label[i], "Area %zu", i + 1);
        }
    }
    s->chart = (ot_chart){.kind = kind,
                          .headline = "Trade of A with B: more than ever",
                          .subtitle = "Exports, USD",
                          .source = "Office of A",
                          .note = "Data to June 2024",
                          .unit = usd,
                          .date = OT_DAY_NONE};
    if (kind->rows) {
        make_rows(s, a, kind->name);
    } else {
        make_lines(s, a, shape_of(kind->name));
    }
    if (a->facts) {
        make_facts(s, a);
    }
}

static ot_status lay_out(const sample *s, const char *size, ot_marks *marks,
                         ot_error *err)
{
    const ot_chart_options options = ot__chart_defaults(
        &(ot_chart_options){.size = ot_chart_size_find(size)});

    return ot__layout(&s->chart, &options, plain_ruler, marks, err);
}

#endif
