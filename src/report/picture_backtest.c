// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of how far off ways to project were.
#include "outturn/picture_backtest.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plot/scale.h"
#include "report/picture.h"

#define YEAR 12
#define ROWS 10

// A way and its errors, per cent; NaN: it answered nothing.
typedef struct ranked {
    size_t way; // of the backtest
    double early, late;
} ranked;

typedef struct drawing {
    ot_making m;
    const ot_backtest *b;
    ranked *way; // best first
    size_t ways; // that answered
    bool cut[OT_CUTS_MOST + 1];
    size_t early, late;    // of the cut-offs
    ot_period first, last; // asked about
} drawing;

static const char *name_of(const drawing *d, size_t way)
{
    return ot_way_at(ot_backtest_way(d->b, way)).name;
}

static bool is_landing(const drawing *d, size_t way)
{
    return ot_way_at(ot_backtest_way(d->b, way)).method == NULL &&
           strcmp(name_of(d, way), "auto") == 0;
}

static ot_status error_of(const drawing *d, size_t way, size_t known, double *y,
                          ot_error *err)
{
    ot_score s;
    const ot_status status =
        ot_backtest_score(d->b, way, OT_ALL_SERIES, known, &s, err);

    *y = status == OT_OK && s.n > 0 ? 100 * s.mdape : NAN;
    return status;
}

static int better_first(const void *a, const void *b)
{
    const ranked *x = a, *y = b;

    return x->early != y->early ? (x->early > y->early) - (x->early < y->early)
                                : (x->way > y->way) - (x->way < y->way);
}

// Best first; the landing takes the last row, where it comes below it.
static ot_status rank_ways(drawing *d, ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t w = 0; w < ot_backtest_ways(d->b) && status == OT_OK; w++) {
        ranked r = {w, NAN, NAN};
        status = error_of(d, w, d->early, &r.early, err);
        if (status == OT_OK) {
            status = error_of(d, w, d->late, &r.late, err);
        }
        if (isfinite(r.early) && isfinite(r.late)) {
            d->way[d->ways++] = r;
        }
    }
    qsort(d->way, d->ways, sizeof *d->way, better_first);
    for (size_t i = ROWS; i < d->ways; i++) {
        if (is_landing(d, d->way[i].way)) {
            d->way[ROWS - 1] = d->way[i];
        }
    }
    return status == OT_OK && d->ways == 0
               ? ot_fail(err, OT_E_DATA, NULL, "no way to project answered")
               : status;
}

// The cut-off nearest to so many quarters of a period; of two the earlier.
static size_t nearest(const drawing *d, int quarters)
{
    const int whole = d->first.months / ot_backtest_step(d->b);
    int best = 0;

    for (int m = 1; m <= OT_CUTS_MOST; m++) {
        if (d->cut[m] && (best == 0 || abs(4 * m - quarters * whole) <
                                           abs(4 * best - quarters * whole))) {
            best = m;
        }
    }
    return (size_t)best;
}

static void find_extent(drawing *d)
{
    for (size_t i = 0; i < ot_backtest_questions(d->b); i++) {
        const ot_question q = ot_backtest_question(d->b, i);
        d->cut[q.known] = true;
        if (i == 0 || q.period.first < d->first.first) {
            d->first = q.period;
        }
        if (i == 0 || q.period.first > d->last.first) {
            d->last = q.period;
        }
    }
    d->early = nearest(d, 1);
    d->late = nearest(d, 3);
}

// ---- words -----------------------------------------------------------------

static const char *label_of(const drawing *d, size_t i)
{
    return is_landing(d, d->way[i].way) ? "landing" : name_of(d, d->way[i].way);
}

static void say_cut(const drawing *d, size_t cut, ot_buf *b)
{
    const int32_t step = ot_backtest_step(d->b);

    ot__buf_format(b, "After %zu %s%s", cut,
                   step == 1   ? "month"
                   : step == 3 ? "quarter"
                               : "half-year",
                   cut == 1 ? "" : "s");
}

static void say_error(const drawing *d, size_t i, ot_buf *b)
{
    char number[OT_NUMBER_SIZE];

    ot__buf_format(b, "%s%s by %s\u00A0%%",
                   is_landing(d, d->way[i].way) ? "the " : "", label_of(d, i),
                   ot__fixed(number, d->way[i].early, 1));
}

// "After 3 months theta erred by 3.1 %, the landing by 3.8 %": the best, and
// the landing, or the next.
static void headline(const drawing *d)
{
    ot_buf *b = &d->m.picture->headline;
    size_t other = 1;

    for (size_t i = 1; i < d->ways && i < ROWS; i++) {
        other = is_landing(d, d->way[i].way) ? i : other;
    }
    ot_buf first = {0};
    say_error(d, 0, &first);
    say_cut(d, d->early, b);
    const char *text = ot__buf_cstr(&first);
    const char *by = strstr(text, " by ");
    ot__buf_format(b, " %.*s erred%s", (int)(by - text), text, by);
    b->failed = b->failed || first.failed;
    ot__buf_free(&first);
    if (d->ways > 1) {
        ot__buf_text(b, ", ");
        say_error(d, other, b);
    }
}

static void titles(const drawing *d)
{
    ot_picture *p = d->m.picture;
    const ot_view *view = d->m.view[0];
    char words[64];

    headline(d);
    if (d->m.views == 1) {
        ot__say_pair(&p->subtitle, d->m.panel, view);
        ot__buf_char(&p->subtitle, ' ');
        ot__say_flow(&p->subtitle, ot_view_flow(view));
        ot__say_goods(&p->subtitle, view);
    } else {
        ot__buf_format(&p->subtitle, "%s trade, %zu series",
                       ot_panel_area_name(d->m.panel, ot_view_reporter(view)),
                       d->m.views);
    }
    ot__buf_format(&p->subtitle, ": median error of projected %s, %%, ",
                   d->first.months == YEAR ? "years" : "periods");
    ot__say_typeset(
        &p->subtitle,
        ot_period_words(
            ot_period_range(d->first.first, ot_period_last(d->last)), words));
    ot__say_data(&p->note, ot_period_last(ot_view_span(view)),
                 ot_view_release(view));
    if (d->ways > ROWS) {
        ot__buf_format(&p->note, ". %d of %zu methods are shown", ROWS,
                       d->ways);
    }
    ot__say_files(&p->source, d->m.panel);
}

// ---- the picture -----------------------------------------------------------

static ot_status fill(drawing *d, ot_error *err)
{
    ot_picture *p = d->m.picture;
    ot_status status = rank_ways(d, err);

    if (status == OT_OK) {
        status = ot__picture_reserve_rows(p, ROWS, err);
    }
    if (status != OT_OK) {
        return status;
    }
    for (size_t i = 0; i < d->ways && i < ROWS; i++) {
        ot__picture_row(p, label_of(d, i), d->way[i].late, OT_ROW_PLAIN)
            ->before = d->early < d->late ? d->way[i].early : NAN;
    }
    if (d->early < d->late) {
        say_cut(d, d->early, &p->was);
    }
    say_cut(d, d->late, &p->now);
    p->chart.unit = (ot_unit){"%", 0, OT_DIM_PERCENT};
    p->chart.date = ot_view_release(d->m.view[0]);
    p->chart.no_places = true;
    p->chart.given_order = true;
    titles(d);
    return ot__picture_finish(p, d->m.options, err);
}

ot_status ot_picture_of_backtest(const ot_panel *panel, ot_view *const views[],
                                 size_t count, const ot_backtest *backtest,
                                 const ot_picture_options *options,
                                 ot_picture **picture, ot_error *err)
{
    drawing d = {.m = {panel, views, count, options,
                       ot__picture_new(ot_chart_kind_find("rank"))},
                 .b = backtest,
                 .way = calloc(ot_backtest_ways(backtest) + 1, sizeof *d.way)};
    ot_status status;

    find_extent(&d);
    if (d.way == NULL || d.m.picture == NULL) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    } else {
        status = fill(&d, err);
    }
    free(d.way);
    if (status == OT_OK) {
        *picture = d.m.picture;
    } else {
        ot_picture_free(d.m.picture);
    }
    return status;
}
