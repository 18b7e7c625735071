// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of flows as both sides report them, made of a comparison.
#include "outturn/picture_mirror.h"

#include <math.h>
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
static ot_period last_step(const ot_picture_pair *pair,
                           const ot_picture_options *o)
{
    const int32_t step = o->step > 0 ? o->step : YEAR;
    const ot_period none = {0, 0};

    if (!whole(pair)) {
        return none;
    }
    const ot_period span =
        o->period.months > 0 ? o->period : ot_view_span(pair->exports);
    const int32_t year = ot_period_year_of(span.first, o->year_start).first;
    int32_t from = ot_period_last(span) + 1;
    from -= (from - year) % step + step;
    for (; from >= span.first; from -= step) {
        if (both_known(pair->exports, pair->imports, (ot_period){from, step})) {
            return (ot_period){from, step};
        }
    }
    return none;
}

// The pair of a mirror: the larger of at most two directions between the same
// countries; pairs: it takes a rank.
static size_t larger(const ot_picture_mirrors *m, const ot_picture_options *o)
{
    size_t at = m->pairs;
    double most = -1;

    if (m->periods > 0 || m->last_only || m->pairs > 2 ||
        (m->pairs == 2 && whole(&m->pair[0]) && whole(&m->pair[1]) &&
         ot_view_reporter(m->pair[0].exports) !=
             ot_view_reporter(m->pair[1].imports))) {
        return m->pairs;
    }
    for (size_t i = 0; i < m->pairs; i++) {
        const ot_period last = last_step(&m->pair[i], o);
        const double y =
            last.months > 0 ? value_of(m->pair[i].exports, last) : -1;
        if (y > most) {
            most = y;
            at = i;
        }
    }
    return at;
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

typedef struct rows {
    const ot_picture_mirrors *m;
    const ot_picture_options *options;
    ot_picture *p;
    bool countries, goods, periods; // what tells rows apart
    size_t left_out;
    ot_period last;
    ot_day release;
    const ot_picture_pair *first; // of which both sides are known
    size_t widest;                // the row with the largest gap
    double gap;
} rows;

static void tell_apart(rows *r)
{
    const ot_picture_mirrors *m = r->m;
    const ot_picture_pair *first = NULL;

    r->periods = m->periods > 1;
    for (size_t i = 0; i < m->pairs; i++) {
        const ot_picture_pair *p = &m->pair[i];
        if (!whole(p)) {
            continue;
        }
        first = first == NULL ? p : first;
        r->countries |=
            ot_view_reporter(p->exports) != ot_view_reporter(first->exports) ||
            ot_view_reporter(p->imports) != ot_view_reporter(first->imports);
        r->goods |= strcmp(ot_view_commodity(p->exports),
                           ot_view_commodity(first->exports)) != 0;
    }
    r->countries = r->countries || (!r->goods && !r->periods);
}

static void say_row(const rows *r, const ot_picture_pair *pair, ot_period at,
                    ot_buf *b)
{
    const ot_panel *panel = r->m->panel;
    char words[64];

    ot__buf_clear(b);
    if (r->countries) {
        ot__buf_format(
            b, "%s to %s",
            ot_panel_area_name(panel, ot_view_reporter(pair->exports)),
            ot_panel_area_name(panel, ot_view_reporter(pair->imports)));
    }
    if (r->goods) {
        ot__buf_format(b, "%s%s", b->n > 0 ? ", " : "",
                       ot_view_commodity(pair->exports));
    }
    if (r->periods) {
        ot__buf_text(b, b->n > 0 ? ", " : "");
        ot__say_typeset(b, ot_period_short(at, words));
    }
}

static void put_row(rows *r, const ot_picture_pair *pair, ot_period at)
{
    const double x = value_of(pair->exports, at);
    const double y = value_of(pair->imports, at);
    ot_buf name = {0};

    if (at.months == 0 || isnan(x) || isnan(y)) {
        r->left_out++;
        return;
    }
    say_row(r, pair, at, &name);
    ot__picture_row(r->p, ot__buf_cstr(&name), y, OT_ROW_PLAIN)->before = x;
    r->p->label.failed = r->p->label.failed || name.failed;
    ot__buf_free(&name);
    if (fabs(y - x) > r->gap) {
        r->gap = fabs(y - x);
        r->widest = r->p->rows - 1;
    }
    if (r->first == NULL || ot_period_last(at) > ot_period_last(r->last)) {
        r->last = at;
    }
    r->first = r->first == NULL ? pair : r->first;
    const ot_day release = ot__picture_newer(pair->exports, pair->imports);
    r->release = release > r->release ? release : r->release;
}

// "Russia to Armenia: importer USD 1.20 bn, exporter USD 1.10 bn"
static void rank_titles(rows *r)
{
    ot_picture *p = r->p;
    const ot_view *view = r->first->exports;
    const ot_chart_row *w = &p->row[r->widest];
    const char *label = p->label.at;
    char words[64];

    for (size_t i = 0; i < r->widest; i++) {
        label += strlen(label) + 1;
    }
    ot__buf_format(&p->headline, "%s%s: importer says ",
                   p->rows > 1 ? "Widest gap, " : "", label);
    ot__say_amount(&p->headline, w->y, p->chart.unit);
    ot__buf_text(&p->headline, ", exporter ");
    ot__say_amount(&p->headline, w->before, p->chart.unit);
    ot__buf_text(&p->subtitle, "Trade");
    if (!r->goods && strcmp(ot_view_commodity(view), "TOTAL") != 0) {
        ot__buf_format(&p->subtitle, " in %s", ot_view_commodity(view));
    }
    ot__buf_text(&p->subtitle, " as each side reports it");
    ot__buf_text(&p->subtitle, ", ");
    ot__say_unit(&p->subtitle, view);
    if (!r->periods) {
        ot__buf_text(&p->subtitle, ", ");
        ot__say_typeset(&p->subtitle, ot_period_words(r->last, words));
    }
    ot__say_data(&p->note, ot_period_last(r->last), r->release);
    if (r->left_out > 0) {
        ot__buf_format(&p->note, ". Left out, with one side not known: %zu",
                       r->left_out);
    }
    ot__say_conversion(&p->note, view);
}

static ot_status make_rows(rows *r, ot_error *err)
{
    const ot_picture_mirrors *m = r->m;
    const size_t each = m->periods > 0 ? m->periods : 1;
    ot_status status = ot__picture_reserve_rows(r->p, m->pairs * each, err);

    tell_apart(r);
    for (size_t i = 0; i < m->pairs && status == OT_OK; i++) {
        for (size_t k = 0; k < each; k++) {
            put_row(r, &m->pair[i],
                    m->periods > 0 ? m->at[k]
                                   : last_step(&m->pair[i], r->options));
        }
    }
    if (status == OT_OK && r->first == NULL) {
        status = ot_fail(err, OT_E_DATA, NULL,
                         "there is no period of which both sides are known");
    }
    if (status != OT_OK || r->first == NULL) {
        return status;
    }
    r->p->chart.unit = ot_view_unit(r->first->exports);
    r->p->chart.date = r->release;
    ot__buf_text(&r->p->was, "Exporter says");
    ot__buf_text(&r->p->now, "Importer says");
    r->p->chart.no_places = true;
    ot__say_files(&r->p->source, m->panel);
    rank_titles(r);
    return ot__picture_finish(r->p, r->options, err);
}

ot_status ot_picture_of_mirror(const ot_picture_mirrors *mirrors,
                               const ot_picture_options *options,
                               ot_picture **picture, ot_error *err)
{
    const size_t at = larger(mirrors, options);

    if (at < mirrors->pairs) {
        return make_mirror(mirrors, at, options, picture, err);
    }
    rows r = {.m = mirrors,
              .options = options,
              .p = ot__picture_new(ot_chart_kind_find("rank")),
              .release = OT_DAY_NONE};
    if (r.p == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    }
    const ot_status status = make_rows(&r, err);
    if (status == OT_OK) {
        *picture = r.p;
    } else {
        ot_picture_free(r.p);
    }
    return status;
}
