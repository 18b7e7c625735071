// SPDX-License-Identifier: GPL-3.0-or-later
// landing_by.c - outturn project --by: every series of a selection landed.

#include "cli/landing_by.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// ---- as far as they are taken ----------------------------------------------

ot_status landing_through(const char *text, int year_start, int32_t *through,
                          ot_error *err)
{
    ot_error inner = {0};
    ot_period p;

    *through = INT32_MAX;
    if (text == NULL) {
        return OT_OK;
    }
    if (ot_period_parse(text, strlen(text), year_start, &p, &inner) != OT_OK) {
        return ot_fail(err, OT_E_USAGE, NULL, "--through: %s", inner.message);
    }
    *through = ot_period_last(p);
    return OT_OK;
}

void landing_cut(ot_series *s, int32_t through)
{
    while (s->n > 0 &&
           ot_period_last(ot_series_period(s, s->n - 1)) > through) {
        s->n--;
    }
}

// ---- their landings --------------------------------------------------------

static ot_status make_series(size_t i, void *context, ot_series **series,
                             ot_error *err)
{
    const landings *l = context;
    ot_series *s = NULL;
    const ot_status status =
        ot_slices_series(l->slices, i, l->year_start, &s, err);

    if (status != OT_OK) {
        return status;
    }
    if (l->unit.code[0] != '\0' && !ot_unit_same_base(l->unit, s->unit)) {
        ot_fail(err, OT_E_DATA, NULL, "in %s, not in %s as the others",
                s->unit.code, l->unit.code);
        ot_series_free(s);
        return OT_E_DATA;
    }
    landing_cut(s, l->through);
    *series = s;
    return OT_OK;
}

// That of the first series that can be made.
static ot_status find_unit(landings *l, ot_error *err)
{
    ot_error first = {0};

    for (size_t i = 0; i < l->n; i++) {
        ot_series *s = NULL;
        if (make_series(i, l, &s, &first) == OT_OK) {
            l->unit = s->unit;
            ot_series_free(s);
            return OT_OK;
        }
    }
    return ot_fail(err, first.status, NULL, "%s", first.message);
}

// Shows on a terminal, after a second, how far it has come.
typedef struct meter {
    struct timespec since;
    time_t shown;
} meter;

static void show(size_t done, size_t all, void *context)
{
    meter *m = context;
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    const double seconds = (double)(now.tv_sec - m->since.tv_sec) +
                           (double)(now.tv_nsec - m->since.tv_nsec) / 1e9;
    if (seconds < 1 || now.tv_sec == m->shown) {
        return;
    }
    m->shown = now.tv_sec;
    fprintf(stderr, "\r\033[K%zu of %zu series, %.0f a second, %.0f s left",
            done, all, (double)done / seconds,
            seconds * (double)(all - done) / (double)done);
}

static ot_status land(const common_args *args, landings *l, ot_error *err)
{
    const bool shows = isatty(STDERR_FILENO) && !args->quiet;
    meter m = {.shown = 0};
    ot_many many = {.n = l->n,
                    .series = make_series,
                    .context = l,
                    .year_start = l->year_start,
                    .progress = shows ? show : NULL,
                    .progress_context = &m};
    ot_status status = cli_threads(args, &many.threads, err);

    if (status == OT_OK) {
        status = cli_period(args, &many.period, err);
    }
    if (status != OT_OK) {
        return status;
    }
    l->landed = calloc(l->n, sizeof *l->landed);
    if (l->landed == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    clock_gettime(CLOCK_MONOTONIC, &m.since);
    status = ot_project_many(&many, l->landed, &l->whole, err);
    if (m.shown != 0) {
        fputs("\r\033[K", stderr);
    }
    return status;
}

// ---- the answer ------------------------------------------------------------

static by_order order_of(const char *sort)
{
    return sort == NULL                  ? BY_VALUE
           : strcmp(sort, "change") == 0 ? BY_CHANGE
           : strcmp(sort, "name") == 0   ? BY_NAME
                                         : BY_VALUE;
}

// One scale for all columns, that of the series: their total may be far larger.
static ot_status scale(const common_args *args, ot_sheet *sheet, int fitting,
                       ot_error *err)
{
    const ot_status status = cli_scale(args, sheet, err);

    if (status == OT_OK && cli_in_scale(args) < 0) {
        ot_sheet_scale(sheet, fitting);
    }
    return status;
}

static ot_status write_table(const common_args *args, const by_args *by,
                             cli_run *cli, const landings *l, ot_error *err)
{
    const by_view view = {.order = order_of(by->sort),
                          .top = (size_t)by->top,
                          .machines = landing_for_machines(args)};
    int fitting = 0;
    ot_sheet *sheet = landing_by_sheet(l, &view, &fitting);

    if (sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    ot_status status = scale(args, sheet, fitting, err);
    if (status == OT_OK) {
        landing_by_words(sheet, l, &view, args->explain);
        status = cli_write(args, cli, sheet, err);
    }
    ot_sheet_free(sheet);
    return status;
}

static ot_status slice(const common_args *args, const by_args *by, landings *l,
                       ot_error *err)
{
    ot_status status =
        cli_slicing_read(args, by->by, l->held.panel, &l->cut, err);

    if (status == OT_OK) {
        status = cli_rates_open(args, &l->held, err);
    }
    if (status == OT_OK) {
        cli_rates_apply(&l->held, &l->cut.how.whole, 1);
        status = ot_slices_new(l->held.panel, &l->cut.how, &l->slices, err);
    }
    return status;
}

static void find_latest(landings *l)
{
    l->latest = INT32_MIN;
    for (size_t i = 0; i < l->n; i++) {
        const ot_period known = l->landed[i].known;
        const int32_t last = ot_period_last(known);
        l->latest = known.months > 0 && last > l->latest ? last : l->latest;
    }
}

static ot_status answer(const common_args *args, const have_args *have,
                        const by_args *by, cli_run *cli, landings *l,
                        ot_error *err)
{
    ot_status status = cli_year_start(args, &l->year_start, err);

    if (status == OT_OK) {
        status =
            landing_through(have->through, l->year_start, &l->through, err);
    }
    if (status == OT_OK) {
        status = cli_read(args, cli, &l->held.panel, err);
    }
    if (status == OT_OK) {
        status = slice(args, by, l, err);
    }
    if (status == OT_OK) {
        l->n = ot_slices_count(l->slices);
        status = find_unit(l, err);
    }
    if (status == OT_OK) {
        status = land(args, l, err);
    }
    if (status == OT_OK) {
        find_latest(l);
        status = write_table(args, by, cli, l, err);
    }
    if (status == OT_OK && args->chart != NULL) {
        status = landing_by_chart(l, by->by, &cli->picture, err);
    }
    return status;
}

static ot_status check(const have_args *have, const by_args *by, ot_error *err)
{
    if (by->by == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL, "--sort and --top go with --by");
    }
    if (have->have != NULL || have->target != NULL || have->last_year != NULL ||
        have->last_part != NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--by is about many series: --target and --have are "
                       "about one");
    }
    return by->top >= 0
               ? OT_OK
               : ot_fail(err, OT_E_USAGE, NULL,
                         "--top is how many rows are shown, not %ld", by->top);
}

ot_status landing_by(const common_args *args, const have_args *have,
                     const by_args *by, cli_run *cli, ot_error *err)
{
    landings l = {.n = 0};
    ot_status status = check(have, by, err);

    if (status == OT_OK) {
        status = answer(args, have, by, cli, &l, err);
    }
    ot_slices_free(l.slices);
    free(l.landed);
    cli_slicing_free(&l.cut);
    cli_views_free(&l.held);
    return status;
}
