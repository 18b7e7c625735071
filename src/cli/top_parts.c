// SPDX-License-Identifier: GPL-3.0-or-later
// top_parts.c - outturn top: the parts of a selection in two periods.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "cli/top.h"

// ---- by what ---------------------------------------------------------------

// "partner,hs2" is "partner,commodity" and 2 digits.
static ot_status read_by(const char *text, ot_buf *by, int *digits,
                         ot_error *err)
{
    ot_str rest = ot__str(text);

    *digits = 0;
    do {
        const ot_str name = ot__str_trim(ot__str_cut(&rest, ','));
        const bool hs = name.n == 3 && ot__str_starts(name, "hs") &&
                        strchr("246", name.at[2]) != NULL;
        if (ot__str_equal(name, "region")) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "--by region: sources draw regions differently; "
                           "name a group (-p @EU27), or cut by partner");
        }
        if (hs && *digits > 0) {
            return ot_fail(err, OT_E_USAGE, NULL, "--by names commodity twice");
        }
        ot__buf_text(by, by->n > 0 ? "," : "");
        ot__buf_bytes(by, hs ? "commodity" : name.at, hs ? 9 : name.n);
        *digits = hs ? name.at[2] - '0' : *digits;
    } while (rest.n > 0);
    return by->failed ? ot_fail(err, OT_E_MEMORY, NULL, "out of memory")
                      : OT_OK;
}

static ot_status cut(const top_args *args, tops *t, ot_error *err)
{
    ot_buf by = {0};
    int digits;
    ot_status status = read_by(args->by, &by, &digits, err);

    if (status == OT_OK) {
        status = cli_slicing_read(&args->common, ot__buf_cstr(&by),
                                  t->held.panel, &t->cut, err);
    }
    ot__buf_free(&by);
    t->cut.how.digits = status == OT_OK ? digits : 0;
    if (status == OT_OK && digits > 0 && t->cut.how.commodities > 1) {
        status = ot_fail(err, OT_E_USAGE, NULL,
                         "-k names several: name one with --by hs%d, or "
                         "none, or say --by commodity",
                         digits);
    }
    if (status == OT_OK) {
        status = cli_rates_open(&args->common, &t->held, err);
    }
    if (status == OT_OK) {
        cli_rates_apply(&t->held, &t->cut.how.whole, 1);
        status = ot_slices_new(t->held.panel, &t->cut.how, &t->slices, err);
    }
    if (status == OT_OK && ot_slices_overlap(t->slices)) {
        status = ot_fail(err, OT_E_USAGE, NULL,
                         "some of what is named holds what others hold, so "
                         "that shares of it have no meaning: name no whole "
                         "beside its parts");
    }
    return status;
}

// ---- the whole -------------------------------------------------------------

// What all slices are of, as a selection. false: there is none, since the
// whole is of several that a list names, of several reporters or flows.
static bool whole_of(const tops *t, ot_selection *whole)
{
    const ot_slicing *how = &t->cut.how;
    const ot_slice first = ot_slices_at(t->slices, 0);

    if (how->by_reporter || how->by_flow ||
        (how->by_partner && how->partners > 0) ||
        (how->by_commodity && how->commodities > 1)) {
        return false;
    }
    *whole = how->whole;
    whole->reporter = first.reporter;
    whole->partner = how->by_partner ? ot_area_find("WLD", 3) : first.partner;
    whole->flow = first.flow;
    if (how->by_commodity) {
        ot__str_copy(
            ot__str(how->commodities == 1 ? how->commodity[0] : "TOTAL"),
            whole->commodity, sizeof whole->commodity);
    }
    return true;
}

// The months that any slice has.
static ot_period span_of(const tops *t, int32_t *step, ot_error *err)
{
    ot_period span = {INT32_MAX, 0};
    int32_t last = INT32_MIN;

    *step = 12;
    for (size_t i = 0; i < t->slice_n; i++) {
        ot_series *s = NULL;
        if (ot_slices_series(t->slices, i, t->year_start, &s, err) != OT_OK) {
            continue;
        }
        const int32_t end = s->first + (int32_t)s->n * s->step - 1;
        span.first = s->n > 0 && s->first < span.first ? s->first : span.first;
        last = s->n > 0 && end > last ? end : last;
        *step = s->step < *step ? s->step : *step;
        ot_series_free(s);
    }
    return last > INT32_MIN ? ot_period_range(span.first, last)
                            : (ot_period){0, 0};
}

// The latest year where it is full, else the year to date.
static ot_status usual_period(tops *t, const ot_view *whole, ot_error *err)
{
    ot_error first = {0};
    int32_t step = whole != NULL ? ot_view_step(whole) : 12;
    const ot_period span =
        whole != NULL ? ot_view_span(whole) : span_of(t, &step, &first);

    if (span.months == 0) {
        return first.status != OT_OK
                   ? ot_fail(err, first.status, NULL, "%s", first.message)
                   : ot_fail(err, OT_E_DATA, NULL, "no month has a value");
    }
    const int32_t last = ot_period_last(span);
    const ot_period year = ot_period_year_of(last, t->year_start);
    t->period = ot_period_range(year.first, last);
    return OT_OK;
}

static ot_status read_periods(const top_args *args, tops *t,
                              const ot_view *whole, ot_error *err)
{
    ot_error inner = {0};
    ot_status status = cli_period(&args->common, &t->period, err);

    if (status == OT_OK && t->period.months == 0) {
        status = usual_period(t, whole, err);
    }
    t->base = ot_period_year_before(t->period);
    if (status == OT_OK && args->base != NULL &&
        ot_period_parse(args->base, strlen(args->base), t->year_start, &t->base,
                        &inner) != OT_OK) {
        return ot_fail(err, OT_E_USAGE, NULL, "--base: %s", inner.message);
    }
    return status;
}

// ---- the parts -------------------------------------------------------------

// One slice in both periods.
typedef struct measured {
    ot_value value[2];
    ot_unit unit;
    ot_error error;
    ot_status status;
} measured;

typedef struct job {
    const tops *t;
    measured *m;
} job;

static void measure(size_t i, void *context)
{
    job *j = context;
    measured *m = &j->m[i];
    const ot_period periods[] = {j->t->period, j->t->base};

    m->status = ot_slices_values(j->t->slices, i, periods, 2, m->value,
                                 &m->unit, &m->error);
}

static ot_top_part part_of(const ot_value v[2], bool unallocated)
{
    return (ot_top_part){v[0].y, v[1].y, v[0].half, v[1].half, unallocated};
}

static bool is_unallocated(ot_area partner)
{
    return partner != OT_AREA_NONE && partner < ot_area_count() &&
           ot_area_kind_of(partner) == OT_AREA_UNALLOCATED;
}

static ot_status take(tops *t, const measured *m, size_t i, ot_error *err)
{
    const bool known =
        m->status == OT_OK && !isnan(m->value[0].y) && !isnan(m->value[1].y);

    if (m->status == OT_OK && t->unit.code[0] == '\0') {
        t->unit = m->unit;
    }
    if (m->status == OT_OK && !ot_unit_same_base(t->unit, m->unit)) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "some of it is in %s, some in %s: choose one, or "
                       "convert with --rates",
                       t->unit.code, m->unit.code);
    }
    if (known) {
        const ot_slice s = ot_slices_at(t->slices, i);
        t->part[t->parts] = part_of(m->value, t->cut.how.by_partner &&
                                                  is_unallocated(s.partner));
        t->slice[t->parts++] = i;
        return OT_OK;
    }
    if (t->unknown++ == 0) {
        const bool now = m->status == OT_OK && isnan(m->value[0].y);
        snprintf(t->why, sizeof t->why, "%s",
                 m->status != OT_OK
                     ? m->error.message
                     : ot_state_name(m->value[now ? 0 : 1].state));
    }
    return OT_OK;
}

static ot_status take_all(tops *t, const measured m[], ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t i = 0; i < t->slice_n && status == OT_OK; i++) {
        status = take(t, &m[i], i, err);
    }
    return status == OT_OK && t->parts == 0
               ? ot_fail(err, OT_E_DATA, NULL,
                         "nothing has a value in both %s and %s (%s); "
                         "-t and --base say which, --absent zero counts "
                         "what is missing as 0",
                         ot_period_text(t->period, (char[32]){0}),
                         ot_period_text(t->base, (char[32]){0}), t->why)
               : status;
}

static ot_status measure_all(const top_args *args, tops *t, ot_error *err)
{
    size_t threads;
    const size_t n = t->slice_n;
    measured *m = calloc(n, sizeof *m);
    ot_status status = cli_threads(&args->common, &threads, err);

    t->part = calloc(n, sizeof *t->part);
    t->slice = calloc(n, sizeof *t->slice);
    if (m == NULL || t->part == NULL || t->slice == NULL) {
        free(m);
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    if (status == OT_OK) {
        job j = {t, m};
        ot__parallel(n, threads, measure, &j);
        status = take_all(t, m, err);
    }
    free(m);
    return status;
}

// By more than sums of doubles may.
static bool differ(double a, double b)
{
    return fabs(a - b) > 1e-12 * fmax(fabs(a), fabs(b));
}

static void measure_whole(tops *t, const ot_view *whole)
{
    if (whole == NULL) {
        return;
    }
    const ot_value v[] = {ot_view_value(whole, t->period),
                          ot_view_value(whole, t->base)};
    double value = 0, base = 0;

    for (size_t i = 0; i < t->parts; i++) {
        value += t->part[i].value;
        base += t->part[i].base;
    }
    t->whole = !isnan(v[0].y) && !isnan(v[1].y) &&
               ot_unit_same_base(t->unit, ot_view_unit(whole));
    t->published = t->whole && (differ(value, v[0].y) || differ(base, v[1].y));
    t->total = part_of(v, false);
}

static ot_status compare(const top_args *args, tops *t, const ot_view *whole,
                         ot_error *err)
{
    const bool by_change =
        args->sort != NULL && strcmp(args->sort, "change") == 0;
    ot_status status = read_periods(args, t, whole, err);

    if (status == OT_OK) {
        status = measure_all(args, t, err);
    }
    if (status != OT_OK) {
        return status;
    }
    measure_whole(t, whole);
    status = ot_top_make(t->part, t->parts, t->published ? &t->total : NULL,
                         by_change ? OT_TOP_BY_CHANGE : OT_TOP_BY_VALUE,
                         (size_t)args->top, &t->top, err);
    return status == OT_OK ? tops_exclude(args, t, err) : status;
}

ot_status tops_make(const top_args *args, cli_run *cli, tops *t, ot_error *err)
{
    ot_selection selection;
    ot_view *whole = NULL;
    ot_status status = cli_year_start(&args->common, &t->year_start, err);

    if (status == OT_OK) {
        status = cli_read(&args->common, cli, &t->held.panel, err);
    }
    if (status == OT_OK) {
        status = cut(args, t, err);
    }
    if (status != OT_OK) {
        return status;
    }
    t->slice_n = ot_slices_count(t->slices);
    if (whole_of(t, &selection)) {
        // Where it cannot be selected the total is the parts' sum.
        (void)ot_panel_select(t->held.panel, &selection, &whole, NULL);
    }
    status = compare(args, t, whole, err);
    ot_view_free(whole);
    return status;
}

void tops_free(tops *t)
{
    ot_top_free(&t->top);
    ot_top_free(&t->without);
    free(t->left);
    free(t->part);
    free(t->slice);
    ot_slices_free(t->slices);
    cli_slicing_free(&t->cut);
    cli_views_free(&t->held);
}
