// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of flows as both sides report them, made of a comparison.
#include "outturn/picture_mirror.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/picture.h"

#define YEAR 12

static bool both_known(const ot_view *exports, const ot_view *imports,
                       ot_period p)
{
    return isfinite(ot_view_value(exports, p).y) &&
           isfinite(ot_view_value(imports, p).y);
}

static double value_of(const ot_view *view, ot_period p)
{
    return view != NULL ? ot_view_value(view, p).y : NAN;
}

static bool whole(const ot_picture_pair *pair)
{
    return pair->exports != NULL && pair->imports != NULL;
}

// The last whole step of which both sides are known; months 0: there is none.
// *steps: how many there are.
static ot_period last_step(const ot_picture_pair *pair,
                           const ot_picture_options *o, size_t *steps)
{
    const int32_t step = o->step > 0 ? o->step : YEAR;
    ot_period last = {0, 0};

    *steps = 0;
    if (!whole(pair)) {
        return last;
    }
    const ot_period span =
        o->period.months > 0 ? o->period : ot_view_span(pair->exports);
    const int32_t year = ot_period_year_of(span.first, o->year_start).first;
    int32_t from = ot_period_last(span) + 1;
    from -= (from - year) % step + step;
    for (; from >= span.first; from -= step) {
        if (both_known(pair->exports, pair->imports, (ot_period){from, step})) {
            last = *steps == 0 ? (ot_period){from, step} : last;
            ++*steps;
        }
    }
    return last;
}

// The pair of a mirror: the larger of at most two directions between the same
// countries, of which both sides are known at two steps or more; pairs: it
// takes a rank.
static size_t larger(const ot_picture_mirrors *m, const ot_picture_options *o)
{
    size_t at = m->pairs, most_steps = 0;
    double most = -1;

    if (m->periods > 0 || m->last_only || m->pairs > 2 ||
        (m->pairs == 2 && whole(&m->pair[0]) && whole(&m->pair[1]) &&
         ot_view_reporter(m->pair[0].exports) !=
             ot_view_reporter(m->pair[1].imports))) {
        return m->pairs;
    }
    for (size_t i = 0; i < m->pairs; i++) {
        size_t steps;
        const ot_period last = last_step(&m->pair[i], o, &steps);
        const double y = steps > 0 ? value_of(m->pair[i].exports, last) : -1;
        if (y > most) {
            most = y;
            most_steps = steps;
            at = i;
        }
    }
    return most_steps > 1 ? at : m->pairs;
}

static ot_status make_mirror(const ot_picture_mirrors *m, size_t at,
                             const ot_picture_options *o, ot_picture **picture,
                             ot_error *err)
{
    ot_view *const view[] = {m->pair[at].exports, m->pair[at].imports};

    return ot_picture_make(ot_chart_kind_find("mirror"), m->panel, view, 2, o,
                           picture, err);
}

// ---- a rank of pairs -------------------------------------------------------

// A pair and a period of which both sides are known.
typedef struct cell {
    const ot_picture_pair *pair;
    ot_period at;
    double exports, imports;
} cell;

typedef struct rows {
    const ot_picture_mirrors *m;
    ot_picture *p;
    cell *at;
    size_t n, left_out;
    bool countries, goods, periods; // what tells cells apart
} rows;

static double gap_of(const cell *c)
{
    return fabs(c->imports - c->exports);
}

static int wider_first(const void *a, const void *b)
{
    const cell *x = a, *y = b;
    const double p = gap_of(x), q = gap_of(y);

    return p != q ? (p < q) - (p > q)
           : x->pair != y->pair
               ? (x->pair > y->pair) - (x->pair < y->pair)
               : (x->at.first > y->at.first) - (x->at.first < y->at.first);
}

static void add_cell(rows *r, const ot_picture_pair *pair, ot_period at)
{
    const cell c = {pair, at, value_of(pair->exports, at),
                    value_of(pair->imports, at)};

    if (at.months == 0 || isnan(c.exports) || isnan(c.imports)) {
        r->left_out++;
    } else {
        r->at[r->n++] = c;
    }
}

static void gather(rows *r, const ot_picture_options *o)
{
    const ot_picture_mirrors *m = r->m;

    for (size_t i = 0; i < m->pairs; i++) {
        size_t steps;
        if (m->periods == 0) {
            add_cell(r, &m->pair[i], last_step(&m->pair[i], o, &steps));
        }
        for (size_t k = 0; k < m->periods; k++) {
            add_cell(r, &m->pair[i], m->at[k]);
        }
    }
}

static void tell_apart(rows *r)
{
    const cell *a = r->at;

    for (size_t i = 1; i < r->n; i++) {
        const cell *b = &r->at[i];
        r->countries |= ot_view_reporter(a->pair->exports) !=
                            ot_view_reporter(b->pair->exports) ||
                        ot_view_reporter(a->pair->imports) !=
                            ot_view_reporter(b->pair->imports);
        r->goods |= strcmp(ot_view_commodity(a->pair->exports),
                           ot_view_commodity(b->pair->exports)) != 0;
        r->periods |= !ot_period_equal(a->at, b->at);
    }
}

// "Russia to Armenia"
static void say_pair(const rows *r, const ot_picture_pair *pair, ot_buf *b)
{
    const ot_panel *panel = r->m->panel;

    ot__buf_format(b, "%s to %s",
                   ot_panel_area_name(panel, ot_view_reporter(pair->exports)),
                   ot_panel_area_name(panel, ot_view_reporter(pair->imports)));
}

static void say_cell(const rows *r, const cell *c, ot_buf *b)
{
    char words[64];

    ot__buf_clear(b);
    if (r->countries || (!r->goods && !r->periods)) {
        say_pair(r, c->pair, b);
    }
    if (r->goods) {
        ot__buf_format(b, "%s%s", b->n > 0 ? ", " : "",
                       ot_view_commodity(c->pair->exports));
    }
    if (r->periods) {
        ot__buf_text(b, b->n > 0 ? ", " : "");
        ot__say_typeset(b, ot_period_short(c->at, words));
    }
}

// "Widest gap, 2020: importer says USD 720 m, exporter USD 800 m"
static void headline(const rows *r)
{
    ot_buf *b = &r->p->headline, name = {0};
    const cell *widest = r->at;

    for (size_t i = 1; i < r->n; i++) {
        widest = gap_of(&r->at[i]) > gap_of(widest) ? &r->at[i] : widest;
    }
    say_cell(r, widest, &name);
    ot__buf_format(b, "%s%s: importer says ", r->n > 1 ? "Widest gap, " : "",
                   ot__buf_cstr(&name));
    ot__say_amount(b, widest->imports, r->p->chart.unit);
    ot__buf_text(b, ", exporter ");
    ot__say_amount(b, widest->exports, r->p->chart.unit);
    b->failed = b->failed || name.failed;
    ot__buf_free(&name);
}

static void below(const rows *r)
{
    ot_picture *p = r->p;
    const ot_view *view = r->at->pair->exports;
    int32_t last = INT32_MIN;
    char words[64];

    if (!r->countries && (r->goods || r->periods)) {
        say_pair(r, r->at->pair, &p->subtitle);
        ot__buf_text(&p->subtitle, ". ");
    }
    ot__say_mirrored(&p->subtitle, view, !r->goods, "");
    ot__buf_text(&p->subtitle, ", ");
    ot__say_unit(&p->subtitle, view);
    if (!r->periods) {
        ot__buf_text(&p->subtitle, ", ");
        ot__say_typeset(&p->subtitle, ot_period_words(r->at->at, words));
    }
    if (r->n > 1 && (r->countries || r->goods)) {
        ot__buf_text(&p->subtitle, ", widest gap first");
    }
    for (size_t i = 0; i < r->n; i++) {
        const int32_t end = ot_period_last(r->at[i].at);
        last = end > last ? end : last;
    }
    ot__say_data(&p->note, last, p->chart.date);
    if (r->left_out > 0) {
        ot__buf_format(&p->note, ". Left out, with one side not known: %zu",
                       r->left_out);
    }
    ot__say_conversion(&p->note, view);
}

static void put_rows(const rows *r)
{
    ot_picture *p = r->p;
    ot_buf name = {0};

    for (size_t i = 0; i < r->n; i++) {
        const cell *c = &r->at[i];
        const ot_day day =
            ot__picture_newer(c->pair->exports, c->pair->imports);
        say_cell(r, c, &name);
        ot__picture_row(p, ot__buf_cstr(&name), c->imports, OT_ROW_PLAIN)
            ->before = c->exports;
        p->chart.date = i == 0 || day > p->chart.date ? day : p->chart.date;
    }
    p->label.failed = p->label.failed || name.failed;
    ot__buf_free(&name);
}

// The widest gap first, but of one pair its periods as they come.
static ot_status make_rows(rows *r, const ot_picture_options *options,
                           ot_error *err)
{
    ot_picture *p = r->p;

    gather(r, options);
    if (r->n == 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "there is no period of which both sides are known");
    }
    const ot_status status = ot__picture_reserve_rows(p, r->n, err);
    if (status != OT_OK) {
        return status;
    }
    tell_apart(r);
    if (r->countries || r->goods) {
        qsort(r->at, r->n, sizeof *r->at, wider_first);
    }
    put_rows(r);
    p->chart.unit = ot_view_unit(r->at->pair->exports);
    p->chart.no_places = true;
    p->chart.given_order = true;
    ot__buf_text(&p->was, "Exporter says");
    ot__buf_text(&p->now, "Importer says");
    ot__say_files(&p->source, r->m->panel);
    headline(r);
    below(r);
    return ot__picture_finish(p, options, err);
}

ot_status ot_picture_of_mirror(const ot_picture_mirrors *mirrors,
                               const ot_picture_options *options,
                               ot_picture **picture, ot_error *err)
{
    const size_t at = larger(mirrors, options);
    const size_t each = mirrors->periods > 0 ? mirrors->periods : 1;
    ot_status status;

    if (at < mirrors->pairs) {
        return make_mirror(mirrors, at, options, picture, err);
    }
    rows r = {.m = mirrors,
              .p = ot__picture_new(ot_chart_kind_find("rank")),
              .at = calloc(mirrors->pairs * each + 1, sizeof *r.at)};
    if (r.p == NULL || r.at == NULL) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    } else {
        status = make_rows(&r, options, err);
    }
    free(r.at);
    if (status == OT_OK) {
        *picture = r.p;
    } else {
        ot_picture_free(r.p);
    }
    return status;
}
