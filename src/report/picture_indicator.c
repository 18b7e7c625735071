// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators: dots of one period, lines or boxes over time.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "outturn/goods.h"
#include "plot/scale.h"
#include "report/subject.h"

#define BOXES 24
#define FEW   4

// Figures that differ by their period only; `last` is the latest that is known.
typedef struct series {
    const ot_picture_figure *first, *last;
} series;

typedef struct gathered {
    series *at;
    size_t n;
    ot_period from, to; // first and last period
    const ot_picture_figure *last;
    bool one_period, one_indicator;
} gathered;

static bool same(const ot_picture_figure *a, const ot_picture_figure *b)
{
    return a->indicator == b->indicator && strcmp(a->of, b->of) == 0 &&
           strcmp(a->partner, b->partner) == 0;
}

static void gather_one(gathered *g, const ot_picture_figure *f)
{
    size_t k = 0;

    while (k < g->n && !same(g->at[k].first, f)) {
        k++;
    }
    if (k == g->n) {
        g->at[g->n++] = (series){.first = f};
    }
    const ot_picture_figure *last = g->at[k].last;
    if (isfinite(f->y) &&
        (last == NULL || f->period.first >= last->period.first)) {
        g->at[k].last = f;
        g->last = g->last == NULL || f->period.first >= g->last->period.first
                      ? f
                      : g->last;
    }
}

// Known ones before others, the largest first; else as they came.
static int larger_first(const void *a, const void *b)
{
    const series *x = a, *y = b;
    const double p = x->last != NULL ? x->last->y : -INFINITY;
    const double q = y->last != NULL ? y->last->y : -INFINITY;

    return p != q ? (p < q) - (p > q)
                  : (x->first > y->first) - (x->first < y->first);
}

static void gather(gathered *g, const ot_picture_indicators *all)
{
    g->from = all->at[0].period;
    g->to = g->from;
    g->one_period = true;
    g->one_indicator = true;
    for (size_t i = 0; i < all->n; i++) {
        const ot_picture_figure *f = &all->at[i];
        gather_one(g, f);
        g->from = f->period.first < g->from.first ? f->period : g->from;
        g->to = f->period.first > g->to.first ? f->period : g->to;
        g->one_period =
            g->one_period && ot_period_equal(f->period, all->at[0].period);
        g->one_indicator =
            g->one_indicator && f->indicator == all->at[0].indicator;
    }
    qsort(g->at, g->n, sizeof *g->at, larger_first);
}

// "27 fuels and mineral oils", "coverage, Russia"
static void say_name(ot_buf *b, const gathered *g, const ot_picture_figure *f)
{
    const bool all = strcmp(f->of, "all") == 0;
    const bool goods = f->indicator->over == OT_OVER_COMMODITIES && !all;
    const char *words = goods ? ot_hs_chapter(f->of) : NULL;
    const bool name = !g->one_indicator || (all && f->partner[0] == '\0');

    ot__buf_clear(b);
    ot__buf_text(b, name ? f->indicator->name : "");
    if (!all) {
        ot__buf_format(b, "%s%s%s%s", name ? ", " : "", f->of,
                       words != NULL ? " " : "", words != NULL ? words : "");
    }
    if (f->partner[0] != '\0') {
        ot__buf_format(b, "%s%s", b->n > 0 ? ", " : "", f->partner);
    }
}

// "coverage", "HHI-partners": a short name is of initials.
static void say_indicator(ot_buf *b, const char *name)
{
    const bool initials = strcspn(name, "- ") <= 4;
    const char *dash = strchr(name, '-');

    for (const char *c = name; *c != '\0'; c++) {
        const bool small = *c >= 'a' && *c <= 'z' && (!dash || c < dash);
        ot__buf_char(b, (char)(initials && small ? *c - 'a' + 'A' : *c));
    }
}

// "Armenia RCA in 2024: 71 pearls and gold 8.20, 26 ores 5.10"
static void titles(ot_picture *p, const ot_picture_indicators *all,
                   const gathered *g)
{
    const ot_indicator *x = g->last->indicator;
    char number[OT_NUMBER_SIZE];
    ot_buf name = {0};

    ot__buf_format(
        &p->headline, "%s ",
        ot_panel_area_name(all->subject.panel, all->subject.reporter));
    say_indicator(&p->headline,
                  g->one_indicator ? x->name : "trade indicators");
    ot__buf_text(&p->headline, " in ");
    ot__subject_period(&p->headline, g->last->period);
    for (size_t k = 0, said = 0; k < g->n && said < 2 && g->one_indicator;
         k++) {
        const ot_picture_figure *f = g->at[k].last;
        if (f == NULL || !ot_period_equal(f->period, g->last->period)) {
            continue;
        }
        say_name(&name, g, f);
        ot__buf_format(&p->headline, "%s", said++ == 0 ? ": " : ", ");
        if (g->n > 1 || f->partner[0] != '\0') {
            ot__buf_format(&p->headline, "%s ", ot__buf_cstr(&name));
        }
        ot__buf_text(&p->headline, ot__figures(number, f->y, 3));
    }
    if (g->one_indicator) {
        ot__say_capital(&p->subtitle, x->summary);
        ot__buf_text(&p->subtitle, ", ");
    } else {
        ot__buf_text(&p->subtitle, "Each in its own measure, ");
    }
    ot__steps_say(&p->subtitle, g->from, g->to);
    p->headline.failed = p->headline.failed || name.failed;
    ot__buf_free(&name);
}

static ot_status dots(ot_picture *p, const gathered *g, ot_error *err)
{
    const ot_status status = ot__picture_reserve_rows(p, g->n + 1, err);
    ot_buf name = {0};

    for (size_t k = 0; k < g->n && status == OT_OK; k++) {
        if (g->at[k].last != NULL) {
            say_name(&name, g, g->at[k].last);
            ot__picture_row(p, ot__buf_cstr(&name), g->at[k].last->y,
                            OT_ROW_PLAIN);
        }
    }
    if (status == OT_OK && g->one_indicator &&
        strcmp(g->last->indicator->name, "rca") == 0) {
        ot__picture_row(p, "1: the world's share", 1, OT_ROW_TOTAL);
    }
    ot__subject_period(&p->now, g->to);
    p->label.failed = p->label.failed || name.failed;
    ot__buf_free(&name);
    return status;
}

static ot_status lines(ot_picture *p, const ot_picture_indicators *all,
                       const gathered *g, ot_error *err)
{
    const size_t shown = g->n < BOXES ? g->n : BOXES;
    ot_buf name = {0};
    ot_steps s;
    ot_status status =
        ot__steps_of(&all->at[0].period, sizeof all->at[0], all->n, &s, err);

    if (status == OT_OK) {
        status = ot__picture_reserve(p, shown, s.n, err);
    }
    for (size_t k = 0; k < shown && status == OT_OK; k++) {
        double *y = ot__picture_next(p);
        for (size_t i = 0; i < s.n; i++) {
            y[i] = NAN;
        }
        for (size_t i = 0; i < all->n; i++) {
            if (same(&all->at[i], g->at[k].first)) {
                y[ot__steps_place(&s, all->at[i].period)] = all->at[i].y;
            }
        }
        say_name(&name, g, g->at[k].first);
        ot__picture_add(p, ot__buf_cstr(&name), s.first, s.step, s.n,
                        OT_LINE_PLAIN);
    }
    if (shown < g->n) {
        ot__buf_format(&p->note, ". The %zu largest of %zu", shown, g->n);
    }
    p->label.failed = p->label.failed || name.failed;
    ot__buf_free(&name);
    return status;
}

static ot_status draw(const ot_picture_indicators *all, const gathered *g,
                      const ot_picture_options *options, ot_picture **picture,
                      ot_error *err)
{
    const char *kind = g->one_period                     ? "rank"
                       : g->n <= FEW && g->one_indicator ? "line"
                                                         : "multiples";
    ot_picture *p = NULL;

    if (g->last == NULL) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "no indicator is defined: there is nothing to draw");
    }
    ot_status status =
        ot__subject_picture(&all->subject, kind, g->last->period, &p, err);
    if (status == OT_OK) {
        p->chart.unit = (ot_unit){"", 0, OT_DIM_NONE};
        titles(p, all, g);
        status = g->one_period ? dots(p, g, err) : lines(p, all, g, err);
    }
    return ot__subject_finish(p, status, options, picture, err);
}

ot_status ot_picture_of_indicators(const ot_picture_indicators *all,
                                   const ot_picture_options *options,
                                   ot_picture **picture, ot_error *err)
{
    gathered g = {.at = calloc(all->n + 1, sizeof *g.at)};

    if (g.at == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    }
    if (all->n > 0) {
        gather(&g, all);
    }
    const ot_status status = draw(all, &g, options, picture, err);
    free(g.at);
    return status;
}
