// SPDX-License-Identifier: GPL-3.0-or-later
// What a total is made of, over time: lines, multiples, contributions, and the
// totals with and without something.
#include <math.h>
#include <string.h>

#include "plot/scale.h"
#include "report/tops.h"

#define BOXES 24 // of multiples
#define FEW   4  // lines that one picture can hold
#define NAMED 5  // contributions, besides what is left

// The steps, and the last run of which something is known: its rows are those
// that are drawn.
typedef struct course {
    ot_steps steps;
    const ot_picture_ranking *last;
    ot_period from, to;
} course;

static ot_status plan(const ot_picture_tops *t, course *c, ot_error *err)
{
    c->last = NULL;
    c->from = t->run[0].period;
    c->to = c->from;
    for (size_t i = 0; i < t->runs; i++) {
        const ot_picture_ranking *r = &t->run[i];
        c->from = r->period.first < c->from.first ? r->period : c->from;
        c->to = r->period.first > c->to.first ? r->period : c->to;
        if (r->top != NULL &&
            (c->last == NULL || r->period.first >= c->last->period.first)) {
            c->last = r;
        }
    }
    return ot__steps_of(&t->run[0].period, sizeof t->run[0], t->runs, &c->steps,
                        err);
}

static const ot_top_part *part_of(const ot_picture_ranking *r, size_t name)
{
    for (size_t i = 0; r->top != NULL && i < r->parts; i++) {
        if (r->of[i] == name) {
            return &r->part[i];
        }
    }
    return NULL;
}

// Where the values of the next line go, all of them unknown.
static double *next_line(const ot_picture *p, const course *c)
{
    double *y = ot__picture_next(p);

    for (size_t i = 0; i < c->steps.n; i++) {
        y[i] = NAN;
    }
    return y;
}

static void add(ot_picture *p, const course *c, const char *label,
                ot_line_style style)
{
    ot__picture_add(p, label, c->steps.first, c->steps.step, c->steps.n, style);
}

// ---- values ----------------------------------------------------------------

// "US imports: Mexico USD 506 bn, China USD 439 bn in 2024"
static void values_titles(ot_picture *p, const ot_picture_tops *t,
                          const course *c, size_t shown)
{
    const ot_top *top = c->last->top;

    ot__tops_say(&p->headline, t, c->last);
    for (size_t k = 0; k < shown && k < 2; k++) {
        ot__buf_format(&p->headline, "%s%s ", k == 0 ? ": " : ", ",
                       ot__tops_said(t, c->last, k));
        ot__say_amount(&p->headline, top->row[k].value.y, t->subject.unit);
    }
    ot__buf_text(&p->headline, " in ");
    ot__subject_period(&p->headline, c->last->period);
    ot__tops_below(p, t, c->last, "value");
    ot__buf_text(&p->subtitle, ", ");
    ot__steps_say(&p->subtitle, c->from, c->to);
    if (shown < top->rows) {
        ot__buf_format(&p->note, ". The first %zu of %zu rows", shown,
                       top->rows);
    }
}

static ot_status values(const ot_picture_tops *t, const course *c,
                        ot_picture *p, ot_error *err)
{
    const size_t rows = c->last->top->rows;
    const size_t shown = rows < BOXES ? rows : BOXES;
    const ot_status status = ot__picture_reserve(p, shown, c->steps.n, err);

    for (size_t k = 0; k < shown && status == OT_OK; k++) {
        const size_t name = c->last->of[c->last->top->row[k].part];
        double *y = next_line(p, c);
        for (size_t i = 0; i < t->runs; i++) {
            const ot_top_part *part = part_of(&t->run[i], name);
            if (part != NULL) {
                y[ot__steps_place(&c->steps, t->run[i].period)] = part->value;
            }
        }
        add(p, c, t->name[name], OT_LINE_PLAIN);
    }
    if (status == OT_OK) {
        values_titles(p, t, c, shown);
    }
    return status;
}

// ---- contributions ---------------------------------------------------------

static bool contributes(const ot_picture_ranking *r)
{
    return r->top != NULL && !r->alone &&
           isfinite(r->top->total.contribution.y);
}

static double points_of(const ot_picture_ranking *r, size_t name)
{
    const ot_top_part *part = part_of(r, name);
    const double base = r->top->total.base.y;

    return part != NULL ? 100 * (part->value - part->base) / base : 0;
}

// "US imports in 2024, up 6.1 % on a year earlier; Mexico adds 1.3 points"
static void contribution_titles(ot_picture *p, const ot_picture_tops *t,
                                const course *c)
{
    const ot_top *top = c->last->top;
    char number[OT_NUMBER_SIZE];

    ot__tops_say(&p->headline, t, c->last);
    ot__buf_text(&p->headline, " in ");
    ot__subject_period(&p->headline, c->last->period);
    ot__subject_growth(&p->headline, top->total.value.y, top->total.base.y,
                       c->last->period, c->last->base);
    if (top->rows > 0 && isfinite(top->row[0].contribution.y)) {
        const double own = 100 * top->row[0].contribution.y;
        ot__buf_format(&p->headline, "; %s %s %s points",
                       ot__tops_said(t, c->last, 0), own < 0 ? "takes" : "adds",
                       ot__fixed(number, fabs(own), 1));
    }
    ot__tops_below(p, t, c->last, "contributions to growth, percentage points");
    ot__buf_text(&p->subtitle, ", ");
    ot__steps_say(&p->subtitle, c->from, c->to);
}

// The rows first of the last run, what they leave of each total, and it.
static ot_status contributions(const ot_picture_tops *t, const course *c,
                               ot_picture *p, ot_error *err)
{
    const ot_picture_ranking *last = c->last;
    const size_t rows = last->top->rows;
    const size_t shown = rows < NAMED ? rows : NAMED;
    bool more = false;
    const ot_status status = ot__picture_reserve(p, shown + 2, c->steps.n, err);

    for (size_t k = 0; k <= shown + 1 && status == OT_OK; k++) {
        double *y = next_line(p, c);
        for (size_t i = 0; i < t->runs; i++) {
            const ot_picture_ranking *r = &t->run[i];
            if (!contributes(r)) {
                continue;
            }
            double sum = 0, own = 100 * r->top->total.contribution.y;
            for (size_t j = 0; j < shown && k == shown; j++) {
                sum += points_of(r, last->of[last->top->row[j].part]);
            }
            own = k < shown ? points_of(r, last->of[last->top->row[k].part])
                            : own - sum;
            more = more || (k == shown && fabs(own) > 1e-9);
            y[ot__steps_place(&c->steps, r->period)] = own;
        }
        if (k != shown || more) {
            add(p, c,
                k < shown    ? ot__tops_name(t, last, k)
                : k == shown ? "Others"
                             : "All",
                k <= shown ? OT_LINE_PLAIN : OT_LINE_BOLD);
        }
    }
    if (status == OT_OK) {
        p->chart.unit = (ot_unit){"pp", 0, OT_DIM_POINTS};
        contribution_titles(p, t, c);
    }
    return status;
}

// ---- with and without ------------------------------------------------------

// "Armenia exports in 2024: without gold USD 8.1 bn, with it USD 13.2 bn"
static ot_status totals(const ot_picture_tops *t, const course *c,
                        ot_picture *p, ot_error *err)
{
    const ot_status status = ot__picture_reserve(p, 2, c->steps.n, err);
    ot_buf name = {0};

    for (int k = 0; k < 2 && status == OT_OK; k++) {
        double *y = next_line(p, c);
        for (size_t i = 0; i < t->runs; i++) {
            const ot_picture_ranking *r = &t->run[i];
            const ot_top *top = k == 0 ? r->top : r->without;
            if (r->top != NULL && top != NULL) {
                y[ot__steps_place(&c->steps, r->period)] = top->total.value.y;
            }
        }
        ot__buf_clear(&name);
        ot__buf_format(&name, "%s%s", k == 0 ? "All" : "Without ",
                       k == 0 ? "" : t->left_out);
        add(p, c, ot__buf_cstr(&name), OT_LINE_PLAIN);
    }
    p->label.failed = p->label.failed || name.failed;
    ot__buf_free(&name);
    if (status != OT_OK) {
        return status;
    }
    ot__tops_say(&p->headline, t, c->last);
    ot__buf_text(&p->headline, " in ");
    ot__subject_period(&p->headline, c->last->period);
    ot__buf_format(&p->headline, ": without %s ", t->left_out);
    ot__say_amount(&p->headline, c->last->without->total.value.y,
                   t->subject.unit);
    ot__buf_text(&p->headline, ", with it ");
    ot__say_amount(&p->headline, c->last->top->total.value.y, t->subject.unit);
    ot__subject_measure(&p->subtitle, &t->subject);
    ot__buf_format(&p->subtitle, ", with and without %s, ", t->left_out);
    ot__subject_unit(&p->subtitle, &t->subject);
    ot__buf_text(&p->subtitle, ", ");
    ot__steps_say(&p->subtitle, c->from, c->to);
    return status;
}

// By change, the runs from the first on that has a base period; all of them
// where none has.
static ot_picture_tops begun(const ot_picture_tops *all, bool *moved)
{
    ot_picture_tops t = *all;
    size_t skip = 0;

    while (skip < t.runs && !contributes(&t.run[skip])) {
        skip++;
    }
    *moved = skip < t.runs && t.order == OT_TOP_BY_CHANGE;
    if (*moved) {
        t.run += skip;
        t.runs -= skip;
    }
    return t;
}

ot_status ot__tops_over_time(const ot_picture_tops *all,
                             const ot_picture_options *options,
                             ot_picture **picture, ot_error *err)
{
    course c;
    bool moved;
    ot_picture *p = NULL;
    const ot_picture_tops some = begun(all, &moved), *t = &some;
    ot_status status = plan(t, &c, err);

    if (status != OT_OK) {
        return status;
    }
    const bool apart = c.last->without != NULL;
    const bool change = !apart && moved;
    const char *kind = change                              ? "contribution"
                       : apart || c.last->top->rows <= FEW ? "line"
                                                           : "multiples";
    status = ot__subject_picture(&t->subject, kind, c.last->period, &p, err);
    if (status == OT_OK) {
        p->chart.sparse = c.steps.n > t->runs;
        status = (apart    ? totals
                  : change ? contributions
                           : values)(t, &c, p, err);
    }
    return ot__subject_finish(p, status, options, picture, err);
}
