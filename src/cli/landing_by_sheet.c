// SPDX-License-Identifier: GPL-3.0-or-later
// landing_by_sheet.c - the table of outturn project --by: a row a series, the
// others, the total.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/landing_by.h"

enum {
    KIND,
    REPORTER,
    REPORTER_CODE,
    PARTNER,
    PARTNER_CODE,
    FLOW,
    COMMODITY,
    PERIOD,
    KNOWN,
    TO,
    TOTAL,
    FIRST_QUANTILE,
    LAST_YEAR = FIRST_QUANTILE + OT_QUANTILES,
    GROWTH,
    USUAL,
    WORST,
    YEARS,
    RANGE,
    NOTE,
    COLUMNS
};

static ot_column_kind shown(bool yes)
{
    return yes ? OT_COLUMN_TEXT : OT_COLUMN_ID;
}

static ot_sheet *new_sheet(const landings *l, const by_view *view)
{
    const ot_unit unit = l->unit;
    // Of seven quantiles readers see two.
    const ot_column_kind rest =
        view->machines ? OT_COLUMN_AMOUNT : OT_COLUMN_ID;
    const ot_column_kind id = OT_COLUMN_ID;
    const ot_slicing *how = &l->cut.how;
    const ot_column columns[COLUMNS] = {
        {"row", "", id, unit},
        {"reporter", "reporter", shown(how->by_reporter), unit},
        {"reporter_code", "", id, unit},
        {"partner", "partner", shown(how->by_partner), unit},
        {"partner_code", "", id, unit},
        {"flow", "flow", shown(how->by_flow), unit},
        {"commodity", "commodity", shown(how->by_commodity), unit},
        {"period", "", id, unit},
        {"known", "known so far", OT_COLUMN_AMOUNT, unit},
        {"known_to", "", id, unit},
        {"total", "landing", OT_COLUMN_AMOUNT, unit},
        {"p2_5", "", rest, unit},
        {"p10", "1 in 10 below", OT_COLUMN_AMOUNT, unit},
        {"p25", "", rest, unit},
        {"p50", "", rest, unit},
        {"p75", "", rest, unit},
        {"p90", "1 in 10 above", OT_COLUMN_AMOUNT, unit},
        {"p97_5", "", rest, unit},
        {"last_year", "", rest, unit},
        {"growth", "growth", OT_COLUMN_RATIO, unit},
        {"usual_miss", "usual miss", OT_COLUMN_CHANGE, unit},
        {"worst_miss", "", view->machines ? OT_COLUMN_CHANGE : id, unit},
        {"years", "", view->machines ? OT_COLUMN_COUNT : id, unit},
        {"range", "", id, unit},
        {"note", "", OT_COLUMN_TEXT, unit},
    };

    return ot_sheet_new("landings", columns, COLUMNS);
}

int landing_by_scale(const ot_sheet *sheet)
{
    return ot_sheet_column(sheet, TOTAL)->unit.scale;
}

// ---- in which order --------------------------------------------------------

typedef struct ranked {
    double value;        // largest first; NaN: behind all others
    const char *name[3]; // or by these
    size_t i;            // else as they were
} ranked;

static int by_value(const void *left, const void *right)
{
    const ranked *a = left, *b = right;

    if (isnan(a->value) != isnan(b->value)) {
        return isnan(a->value) ? 1 : -1;
    }
    if (a->value > b->value || a->value < b->value) {
        return a->value > b->value ? -1 : 1;
    }
    return (a->i > b->i) - (a->i < b->i);
}

static int by_name(const void *left, const void *right)
{
    const ranked *a = left, *b = right;

    for (size_t k = 0; k < 3; k++) {
        const int order = strcmp(a->name[k], b->name[k]);
        if (order != 0) {
            return order;
        }
    }
    return (a->i > b->i) - (a->i < b->i);
}

static ranked rank_of(const landings *l, by_order order, size_t i)
{
    const ot_slice s = ot_slices_at(l->slices, i);
    const ot_landed *x = &l->landed[i];
    const ot_panel *p = l->held.panel;

    return (ranked){
        .value = order == BY_CHANGE ? x->total - x->last_year : x->total,
        .name = {l->cut.how.by_reporter ? ot_panel_area_name(p, s.reporter)
                                        : "",
                 l->cut.how.by_partner ? ot_panel_area_name(p, s.partner) : "",
                 s.commodity},
        .i = i};
}

static ranked *rank(const landings *l, by_order order)
{
    ranked *r = malloc(l->n * sizeof *r);

    for (size_t i = 0; r != NULL && i < l->n; i++) {
        r[i] = rank_of(l, order, i);
    }
    if (r != NULL) {
        qsort(r, l->n, sizeof *r, order == BY_NAME ? by_name : by_value);
    }
    return r;
}

// ---- a row -----------------------------------------------------------------

static void put(ot_sheet *sheet, size_t column, double x)
{
    ot_sheet_number(sheet, column, x, ot_interval_none());
}

static void put_known(ot_sheet *sheet, double total, double half)
{
    ot_sheet_number(sheet, KNOWN, total, ot_interval_around(total, half));
}

static void put_growth(ot_sheet *sheet, double total, double last_year)
{
    if (last_year > 0) {
        put(sheet, GROWTH, total / last_year);
    }
}

static void put_area(ot_sheet *sheet, const ot_panel *panel, size_t column,
                     ot_area area)
{
    if (area != OT_AREA_NONE) {
        ot_sheet_text(sheet, column, ot_panel_area_name(panel, area));
        ot_sheet_text(sheet, column + 1, ot_panel_area_code(panel, area));
    }
}

static void put_names(ot_sheet *sheet, const landings *l, size_t i)
{
    const ot_slice s = ot_slices_at(l->slices, i);

    put_area(sheet, l->held.panel, REPORTER, s.reporter);
    put_area(sheet, l->held.panel, PARTNER, s.partner);
    ot_sheet_text(sheet, FLOW, s.flow->name);
    ot_sheet_text(sheet, COMMODITY, s.commodity);
}

// A row's period and the name of a row that is several.
static void begin(ot_sheet *sheet, const landings *l, const char *kind,
                  const char *name)
{
    const size_t column = l->cut.how.by_reporter  ? REPORTER
                          : l->cut.how.by_partner ? PARTNER
                          : l->cut.how.by_flow    ? FLOW
                                                  : COMMODITY;
    char text[32];

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, KIND, kind);
    ot_sheet_text(sheet, PERIOD, ot_period_text(l->whole.period, text));
    if (name != NULL) {
        ot_sheet_text(sheet, column, name);
    }
}

static void put_known_to(ot_sheet *sheet, const ot_landed *x)
{
    char text[32];

    if (x->known.months > 0) {
        const ot_period last = {ot_period_last(x->known), 1};
        ot_sheet_text(sheet, TO, ot_period_text(last, text));
    }
}

static void put_record(ot_sheet *sheet, const ot_landed *x)
{
    put(sheet, USUAL, x->usual);
    put(sheet, WORST, x->worst);
    put(sheet, YEARS, (double)x->misses);
}

// What is out of the ordinary: a row that is late, complete, or borrows.
static void put_note(ot_sheet *sheet, const landings *l, const ot_landed *x)
{
    const int32_t latest = l->latest;
    char month[64];

    if (!x->served) {
        ot_sheet_text(sheet, NOTE, x->why);
    } else if (ot_period_equal(x->known, l->whole.period)) {
        ot_sheet_text(sheet, NOTE, "all of it is known");
    } else if (x->known.months == 0 && latest > INT32_MIN) {
        ot_sheet_text(sheet, NOTE, "nothing of it is known yet");
    } else if (x->known.months > 0 && ot_period_last(x->known) < latest) {
        const ot_period last = {ot_period_last(x->known), 1};
        ot_buf text = {0};
        ot__buf_format(&text, "known to %s only", ot_period_words(last, month));
        ot_sheet_text(sheet, NOTE, ot__buf_cstr(&text));
        ot__buf_free(&text);
    } else if (x->lent) {
        ot_sheet_text(sheet, NOTE, "range by the errors of the others");
    }
}

static void add_row(ot_sheet *sheet, const landings *l, size_t i)
{
    const ot_landed *x = &l->landed[i];

    begin(sheet, l, "series", NULL);
    put_names(sheet, l, i);
    put_note(sheet, l, x);
    put(sheet, LAST_YEAR, x->last_year);
    if (!x->served) {
        return;
    }
    put_known(sheet, x->known_total, x->known_half);
    put_known_to(sheet, x);
    put(sheet, TOTAL, x->total);
    for (size_t k = 0; k < OT_QUANTILES; k++) {
        put(sheet, FIRST_QUANTILE + k, x->quantile[k]);
    }
    put_growth(sheet, x->total, x->last_year);
    put_record(sheet, x);
    ot_sheet_text(sheet, RANGE, x->lent ? "others" : "own");
}

// ---- several in one --------------------------------------------------------

// Those projected that are not among the first `top` of their order.
static void add_others(ot_sheet *sheet, const landings *l, const ranked r[],
                       size_t from)
{
    double known = 0, half = 0, total = 0, this_year = 0, last_year = 0;
    size_t n = 0;
    char name[48];

    for (size_t k = from; k < l->n; k++) {
        const ot_landed *x = &l->landed[r[k].i];
        if (!x->served) {
            continue;
        }
        n++;
        known += x->known_total;
        half += x->known_half;
        total += x->total;
        this_year += isnan(x->last_year) ? 0 : x->total;
        last_year += isnan(x->last_year) ? 0 : x->last_year;
    }
    if (n == 0) {
        return;
    }
    snprintf(name, sizeof name, "others (%zu)", n);
    begin(sheet, l, "others", name);
    put_known(sheet, known, half);
    put(sheet, TOTAL, total);
    put(sheet, LAST_YEAR, last_year);
    put_growth(sheet, this_year, last_year);
}

static void add_total(ot_sheet *sheet, const landings *l)
{
    const ot_whole *w = &l->whole;

    begin(sheet, l, "total", "total");
    put_known(sheet, w->known_total, w->known_half);
    put(sheet, TOTAL, w->total);
    for (size_t k = 0; k < OT_QUANTILES; k++) {
        put(sheet, FIRST_QUANTILE + k, w->quantile[k]);
    }
    put(sheet, LAST_YEAR, w->compared > 0 ? w->last_year : NAN);
    put_growth(sheet, w->this_year, w->last_year);
    if (w->sum.served) {
        put_known_to(sheet, &w->sum);
        put_record(sheet, &w->sum);
        ot_sheet_text(sheet, RANGE, "sum");
    }
}

// The first rows of those that are projected; without --top all rows.
static size_t add_rows(ot_sheet *sheet, const landings *l, const by_view *view,
                       const ranked r[])
{
    size_t k = 0, rows = 0;

    for (; k < l->n && (view->top == 0 || rows < view->top); k++) {
        if (view->top == 0 || l->landed[r[k].i].served) {
            add_row(sheet, l, r[k].i);
            rows++;
        }
    }
    return k;
}

ot_sheet *landing_by_sheet(const landings *l, const by_view *view, int *scale)
{
    ranked *r = rank(l, view->order);
    ot_sheet *sheet = r != NULL ? new_sheet(l, view) : NULL;

    if (sheet != NULL) {
        const size_t rest = add_rows(sheet, l, view, r);
        ot_sheet_scale(sheet, -1);
        *scale = landing_by_scale(sheet);
        add_others(sheet, l, r, rest);
        if (!ot_slices_overlap(l->slices)) {
            add_total(sheet, l);
        }
    }
    free(r);
    return sheet;
}
