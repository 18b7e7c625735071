// SPDX-License-Identifier: GPL-3.0-or-later
// top_parts.c - outturn top: the parts of a selection in two periods.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/top.h"

static ot_status open_amounts(const top_args *args, tops *t, ot_error *err)
{
    const int digits = t->cut.how.digits;
    ot_error inner = {0};
    const ot_status status = cli_amounts_open(&args->common, t->held.panel,
                                              &t->cut.how, &t->amounts, &inner);

    if (status == OT_E_DATA && digits > 0) {
        return ot_fail(err, status, NULL,
                       "there is no HS code of %d digits or more in what is "
                       "selected; --by commodity ranks what there is",
                       digits);
    }
    return status == OT_OK ? OT_OK
                           : ot_fail(err, status, NULL, "%s", inner.message);
}

static ot_status cut(const top_args *args, tops *t, ot_error *err)
{
    ot_buf by = {0};
    int digits;
    ot_status status = top_groups_read(args, &by, &digits, &t->groups, err);

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
        status = open_amounts(args, t, err);
    }
    return status == OT_OK ? top_groups_link(t, err) : status;
}

// ---- the whole -------------------------------------------------------------

// What all slices are of, as a selection. false: there is none, since the
// whole is of several that a list names, of several reporters or flows.
static bool whole_of(const tops *t, ot_selection *whole)
{
    const ot_slicing *how = &t->cut.how;
    const ot_slice first = ot_slices_at(t->amounts.slices, 0);

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

// By more than sums of doubles may.
static bool differ(double a, double b)
{
    return fabs(a - b) > 1e-12 * fmax(fabs(a), fabs(b));
}

static ot_top_part part_of(const ot_value v[2], bool alone)
{
    return (ot_top_part){.value = v[0].y,
                         .base = alone ? 0 : v[1].y,
                         .half = v[0].half,
                         .base_half = alone ? 0 : v[1].half};
}

static void measure_whole(const tops *t, top_run *run, const ot_view *whole)
{
    if (whole == NULL) {
        return;
    }
    const ot_value v[] = {ot_view_value(whole, run->period),
                          ot_view_value(whole, run->base)};
    double value = 0, base = 0;

    for (size_t i = 0; i < run->parts; i++) {
        value += run->part[i].value;
        base += run->part[i].base;
    }
    run->whole = !isnan(v[0].y) && (run->alone || !isnan(v[1].y)) &&
                 ot_unit_same_base(t->unit, ot_view_unit(whole));
    run->added = ot_view_partners_added(whole);
    run->total = part_of(v, run->alone);
    run->published = run->whole && (differ(value, run->total.value) ||
                                    differ(base, run->total.base));
}

// ---- the parts -------------------------------------------------------------

static bool is_unallocated(ot_area partner)
{
    return partner != OT_AREA_NONE && partner < ot_area_count() &&
           ot_area_kind_of(partner) == OT_AREA_UNALLOCATED;
}

static ot_status keep_unit(tops *t, ot_unit unit, ot_error *err)
{
    if (t->unit.code[0] == '\0') {
        t->unit = unit;
    }
    return unit.code[0] == '\0' || ot_unit_same_base(t->unit, unit)
               ? OT_OK
               : ot_fail(err, OT_E_DATA, NULL,
                         "some of it is in %s, some in %s: choose one, or "
                         "convert with --rates",
                         t->unit.code, unit.code);
}

static bool is_filled(const ot_value *v, ot_period p)
{
    return v->state == OT_ABSENT && v->absent >= p.months;
}

static void take(const tops *t, top_run *run, const ot_value v[2], size_t i)
{
    const bool now = !isnan(v[0].y);

    if (now && (run->alone || !isnan(v[1].y))) {
        const ot_area partner = ot_slices_at(t->amounts.slices, i).partner;
        ot_top_part *p = &run->part[run->parts];
        *p = part_of(v, run->alone);
        p->unallocated = t->cut.how.by_partner && is_unallocated(partner);
        run->filled += is_filled(&v[0], run->period) ||
                               (!run->alone && is_filled(&v[1], run->base))
                           ? 1
                           : 0;
        run->of[run->parts++] = i;
    } else if (run->unknown++ == 0) {
        ot__str_copy(ot__str(ot_state_name(v[now ? 1 : 0].state)), run->why,
                     sizeof run->why);
    }
}

// Where nothing at all is known of the base period that nobody asked for, there
// is a ranking still.
static bool stands_alone(const top_args *args, const ot_value v[], size_t n)
{
    bool now = false, before = false;

    for (size_t i = 0; i < n; i++) {
        now = now || !isnan(v[2 * i].y);
        before = before || !isnan(v[2 * i + 1].y);
    }
    return args->base == NULL && now && !before;
}

static ot_status take_all(const top_args *args, tops *t, top_run *run,
                          const ot_value value[], const ot_unit unit[],
                          ot_error *err)
{
    ot_status status = OT_OK;

    run->alone = stands_alone(args, value, t->amounts.n);
    for (size_t i = 0; i < t->amounts.n && status == OT_OK; i++) {
        status = keep_unit(t, unit[i], err);
        take(t, run, &value[2 * i], i);
    }
    return status;
}

// Of several periods some may have nothing, which is said; one must not.
static ot_status check_parts(const tops *t, ot_error *err)
{
    const top_run *run = &t->run[0];
    char period[32], base[32];
    bool some = false;

    for (size_t i = 0; i < t->runs; i++) {
        some = some || t->run[i].parts > 0;
    }
    if (some) {
        return OT_OK;
    }
    return t->runs > 1 ? ot_fail(err, OT_E_DATA, NULL,
                                 "nothing has a value in any of the periods "
                                 "asked for and its base (%s)",
                                 run->why)
                       : ot_fail(err, OT_E_DATA, NULL,
                                 "nothing has a value in both %s and %s (%s); "
                                 "-t and --base say which, --absent zero "
                                 "counts what is missing as 0",
                                 ot_period_text(run->period, period),
                                 ot_period_text(run->base, base), run->why);
}

static bool make_room(const top_args *args, const tops *t, top_run *run)
{
    const size_t room = t->amounts.n + t->groups.n + 2;

    run->part = calloc(room, sizeof *run->part);
    run->of = calloc(room, sizeof *run->of);
    run->left = args->exclude != NULL ? calloc(room, sizeof *run->left) : NULL;
    return run->part != NULL && run->of != NULL &&
           (run->left != NULL || args->exclude == NULL);
}

static ot_status measure(const top_args *args, tops *t, top_run *run,
                         ot_error *err)
{
    const size_t n = t->amounts.n;
    const ot_period periods[] = {run->period, run->base};
    ot_value *value = calloc(2 * n + 1, sizeof *value);
    ot_unit *unit = calloc(n + 1, sizeof *unit);

    if (value == NULL || unit == NULL || !make_room(args, t, run)) {
        free(value);
        free(unit);
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    ot_status status =
        cli_amounts_in(&t->amounts, NULL, periods, 2, value, unit, err);
    if (status == OT_OK) {
        status = take_all(args, t, run, value, unit, err);
    }
    free(value);
    free(unit);
    return status;
}

static ot_status rank(const top_args *args, const tops *t, top_run *run,
                      ot_error *err)
{
    const bool by_change =
        args->sort != NULL && strcmp(args->sort, "change") == 0;
    ot_status status = OT_OK;

    if (run->left != NULL) {
        status = tops_exclude(args, t, run, err);
    }
    if (status == OT_OK) {
        status = top_groups_gather(t, run, err);
    }
    if (status == OT_OK) {
        status = ot_top_make(run->part, run->parts,
                             run->published ? &run->total : NULL,
                             by_change ? OT_TOP_BY_CHANGE : OT_TOP_BY_VALUE,
                             (size_t)args->top, &run->top, err);
    }
    return status == OT_OK && run->left != NULL
               ? ot_top_again(&run->top, run->left, run->parts,
                              run->published ? &run->left_total : NULL,
                              &run->without, err)
               : status;
}

// ---- which periods ---------------------------------------------------------

// The latest year where it is full, else the year to date.
static ot_period usual_period(const tops *t, const ot_view *whole)
{
    ot_period span = whole != NULL ? ot_view_span(whole) : (ot_period){0, 0};

    if (span.months == 0) {
        span = cli_span_of(t->held.panel);
    }
    const int32_t last = ot_period_last(span);
    return ot_period_range(ot_period_year_of(last, t->year_start).first, last);
}

// spans: those asked for; n 0: the usual one.
static ot_status make_runs(tops *t, const cli_spans *spans, ot_period base,
                           const ot_view *whole, ot_error *err)
{
    const size_t n = spans->n > 0 ? spans->n : 1;

    t->run = calloc(n, sizeof *t->run);
    if (t->run == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    t->runs = n;
    for (size_t i = 0; i < n; i++) {
        const ot_period p =
            spans->n > 0 ? spans->at[i] : usual_period(t, whole);
        t->run[i].period = p;
        t->run[i].base = base.months > 0 ? base : ot_period_year_before(p);
    }
    return OT_OK;
}

static ot_status read_periods(const top_args *args, tops *t,
                              const ot_view *whole, ot_error *err)
{
    const bool said = args->common.period != NULL || args->every != NULL;
    cli_spans spans = {.n = 0};
    ot_period base;
    ot_status status = cli_base(&args->common, args->base, &base, err);

    if (status == OT_OK && said) {
        status = cli_spans_read(&args->common, args->every, t->held.panel,
                                &spans, err);
    }
    if (status == OT_OK) {
        status = make_runs(t, &spans, base, whole, err);
    }
    cli_spans_free(&spans);
    return status;
}

static ot_status compare(const top_args *args, tops *t, const ot_view *whole,
                         ot_error *err)
{
    ot_status status = read_periods(args, t, whole, err);

    for (size_t i = 0; i < t->runs && status == OT_OK; i++) {
        status = measure(args, t, &t->run[i], err);
        if (status == OT_OK && t->run[i].parts > 0) {
            measure_whole(t, &t->run[i], whole);
            status = rank(args, t, &t->run[i], err);
        }
    }
    return status == OT_OK ? check_parts(t, err) : status;
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
    for (size_t i = 0; i < t->runs; i++) {
        ot_top_free(&t->run[i].top);
        ot_top_free(&t->run[i].without);
        free(t->run[i].left);
        free(t->run[i].part);
        free(t->run[i].of);
    }
    free(t->run);
    top_groups_free(&t->groups);
    cli_amounts_free(&t->amounts);
    cli_slicing_free(&t->cut);
    cli_views_free(&t->held);
}

bool tops_moved(const tops *t)
{
    bool moved = false;

    for (size_t i = 0; i < t->runs; i++) {
        moved = moved || (t->run[i].parts > 0 && !t->run[i].alone);
    }
    return moved;
}
