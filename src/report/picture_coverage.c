// SPDX-License-Identifier: GPL-3.0-or-later
// How many figures there are of each month: what is there, and where it stops.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/panel.h"
#include "report/subject.h"

#define BOXES   24
#define LONGEST 120 // months of a period that is counted

// Figures of one reporter, flow and unit. `step` is the length of most.
typedef struct cover {
    ot_area reporter;
    uint8_t flow;
    uint16_t unit;
    size_t length[LONGEST + 1]; // how many figures have so many months
    size_t figures;
    int32_t step, first, last;
} cover;

typedef struct covers {
    cover *at;
    size_t n;
    const ot_panel *panel;
} covers;

static cover *find(const covers *c, const ot_pkey *k)
{
    for (size_t i = 0; i < c->n; i++) {
        if (c->at[i].reporter == k->reporter && c->at[i].flow == k->flow &&
            c->at[i].unit == k->unit) {
            return &c->at[i];
        }
    }
    return NULL;
}

static ot_status count(covers *c, ot_error *err)
{
    const ot_panel *p = c->panel;

    for (size_t i = 0; i < p->cells; i++) {
        const ot_pkey *k = &p->key[p->cell[i].key];
        cover *x = find(c, k);
        if (x == NULL) {
            cover *more = realloc(c->at, (c->n + 1) * sizeof *more);
            if (more == NULL) {
                return ot_fail(err, OT_E_MEMORY, NULL,
                               "no memory for a picture");
            }
            c->at = more;
            x = &c->at[c->n++];
            *x = (cover){
                .reporter = k->reporter, .flow = k->flow, .unit = k->unit};
        }
        if (p->cell[i].months > 0 && p->cell[i].months <= LONGEST) {
            x->length[p->cell[i].months]++;
        }
    }
    return OT_OK;
}

static bool counts(const cover *x, const ot_pcell *cell)
{
    return cell->months == x->step;
}

// The step of each, and from when to when its figures are.
static void measure(covers *c)
{
    const ot_panel *p = c->panel;

    for (size_t i = 0; i < c->n; i++) {
        for (int32_t k = 1; k <= LONGEST; k++) {
            if (c->at[i].length[k] > c->at[i].figures) {
                c->at[i].figures = c->at[i].length[k];
                c->at[i].step = k;
            }
        }
    }
    for (size_t i = 0; i < p->cells; i++) {
        const ot_pcell *cell = &p->cell[i];
        cover *x = find(c, &p->key[cell->key]);
        if (x != NULL && counts(x, cell)) {
            const bool begun = x->last > 0;
            x->first =
                !begun || cell->first < x->first ? cell->first : x->first;
            x->last = !begun || cell->first > x->last ? cell->first : x->last;
        }
    }
}

static int more_first(const void *a, const void *b)
{
    const cover *x = a, *y = b;

    return x->figures != y->figures
               ? (x->figures < y->figures) - (x->figures > y->figures)
           : x->reporter != y->reporter
               ? (x->reporter > y->reporter) - (x->reporter < y->reporter)
               : (int)x->flow - (int)y->flow;
}

static size_t steps_of(const cover *x)
{
    return (size_t)((x->last - x->first) / x->step) + 1;
}

// "Armenia, exports, USD"
static void say_name(ot_buf *b, const ot_panel *p, const cover *x)
{
    char unit[32];

    ot__buf_clear(b);
    ot__buf_format(b, "%s, ", ot_panel_area_name(p, x->reporter));
    ot__say_flow(b, ot_flow_at(x->flow));
    ot__buf_format(b, ", %s", ot_unit_text(p->unit[x->unit], unit));
}

// Returns how many steps between the first and the last have no figure.
static size_t add_box(ot_picture *pic, const covers *c, const cover *x,
                      ot_buf *name)
{
    const ot_panel *p = c->panel;
    const size_t n = steps_of(x);
    double *y = ot__picture_next(pic);
    size_t holes = 0;

    for (size_t i = 0; i < n; i++) {
        y[i] = 0;
    }
    for (size_t i = 0; i < p->cells; i++) {
        const ot_pcell *cell = &p->cell[i];
        if (find(c, &p->key[cell->key]) == x && counts(x, cell)) {
            y[(cell->first - x->first) / x->step]++;
        }
    }
    for (size_t i = 0; i < n; i++) {
        holes += y[i] == 0 ? 1 : 0;
        y[i] = y[i] == 0 ? NAN : y[i];
    }
    say_name(name, p, x);
    ot__picture_add(pic, ot__buf_cstr(name), x->first, x->step, n,
                    OT_LINE_PLAIN);
    return holes;
}

// "a.csv: figures from 2007 to December 2024, no gaps"
static void titles(ot_picture *p, const covers *c, size_t shown, size_t holes)
{
    int32_t first = c->at[0].first, last = 0;

    for (size_t i = 0; i < shown; i++) {
        const cover *x = &c->at[i];
        first = x->first < first ? x->first : first;
        last = x->last + x->step - 1 > last ? x->last + x->step - 1 : last;
    }
    ot__buf_text(&p->headline, "Figures from ");
    ot__subject_period(&p->headline, (ot_period){first, 1});
    ot__buf_text(&p->headline, " to ");
    ot__subject_period(&p->headline, (ot_period){last, 1});
    if (holes == 0) {
        ot__buf_text(&p->headline, ", without a gap");
    } else {
        ot__buf_format(&p->headline, ", %zu of %zu series with gaps", holes,
                       shown);
    }
    ot__buf_text(&p->subtitle, "Number of figures of each period, releases "
                               "included, by reporter, flow and unit");
    ot__say_files(&p->source, c->panel);
    ot__say_data(&p->note, last, OT_DAY_NONE);
    if (shown < c->n) {
        ot__buf_format(&p->note, ". The %zu largest of %zu", shown, c->n);
    }
    p->chart.unit = (ot_unit){"u", 0, OT_DIM_QUANTITY};
    p->chart.date = OT_DAY_NONE;
}

static ot_status draw(covers *c, const ot_picture_options *options,
                      ot_picture **picture, ot_error *err)
{
    const size_t shown = c->n < BOXES ? c->n : BOXES;
    ot_picture *p = ot__picture_new(ot_chart_kind_find("multiples"));
    size_t most = 0, holes = 0;
    ot_buf name = {0};

    if (p == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    }
    for (size_t i = 0; i < shown; i++) {
        most = steps_of(&c->at[i]) > most ? steps_of(&c->at[i]) : most;
    }
    ot_status status =
        p != NULL ? ot__picture_reserve(p, shown, most, err)
                  : ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    for (size_t i = 0; i < shown && status == OT_OK; i++) {
        holes += add_box(p, c, &c->at[i], &name) > 0 ? 1 : 0;
    }
    if (status == OT_OK) {
        titles(p, c, shown, holes);
        p->label.failed = p->label.failed || name.failed;
    }
    ot__buf_free(&name);
    return ot__subject_finish(p, status, options, picture, err);
}

ot_status ot_picture_of_coverage(const ot_panel *panel,
                                 const ot_picture_options *options,
                                 ot_picture **picture, ot_error *err)
{
    covers c = {.panel = panel};
    ot_status status = count(&c, err);

    if (status == OT_OK) {
        measure(&c);
        if (c.n > 1) {
            qsort(c.at, c.n, sizeof *c.at, more_first);
        }
        while (c.n > 0 && c.at[c.n - 1].step == 0) {
            c.n--;
        }
        status = c.n > 0 && c.at != NULL
                     ? draw(&c, options, picture, err)
                     : ot_fail(err, OT_E_DATA, NULL,
                               "no figure is kept: there is nothing to "
                               "draw");
    }
    free(c.at);
    return status;
}
