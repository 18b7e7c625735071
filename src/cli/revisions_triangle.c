// SPDX-License-Identifier: GPL-3.0-or-later
// revisions_triangle.c - periods down, releases across.

#include <math.h>
#include <stdlib.h>

#include "cli/revisions.h"

#define NAME_SIZE    16
#define LAST_PERIODS 24

enum { SERIES, PERIOD, FIRST_RELEASE };

size_t revisions_releases(const compared *c, ot_day day[])
{
    const ot_panel *panel = c->after.panel;
    const ot_day from = cli_views_release(&c->before);
    const ot_day to = cli_views_release(&c->after);
    size_t n = 0;

    for (size_t i = 0; i < ot_panel_releases(panel); i++) {
        const ot_day here = ot_panel_release(panel, i);
        if (here != OT_DAY_NONE && here >= from && here <= to) {
            day[n++] = here;
        }
    }
    return n;
}

static ot_sheet *make_sheet(const compared *c, const ot_day day[], size_t n,
                            char *names)
{
    const ot_unit unit = ot_view_unit(c->after.view[0]);
    ot_column *columns = calloc(FIRST_RELEASE + n, sizeof *columns);
    ot_sheet *sheet = NULL;

    if (columns == NULL) {
        return NULL;
    }
    columns[SERIES] = (ot_column){"series", "", OT_COLUMN_TEXT, unit};
    columns[PERIOD] = (ot_column){"period", "period", OT_COLUMN_PERIOD, unit};
    for (size_t i = 0; i < n; i++) {
        char *name = names + i * NAME_SIZE;
        if (ot_day_ends_month(day[i])) {
            ot_period_text((ot_period){ot_day_month(day[i]), 1}, name);
        } else {
            ot_day_text(day[i], name);
        }
        columns[FIRST_RELEASE + i] =
            (ot_column){name, name, OT_COLUMN_AMOUNT, unit};
    }
    sheet = ot_sheet_new("triangle", columns, FIRST_RELEASE + n);
    free(columns);
    return sheet;
}

static int32_t step_of(const compared *c, const ot_view *view)
{
    const int32_t own = ot_view_step(view);

    return c->step > own ? c->step : own;
}

// The last periods of a series, where none were asked for.
static ot_period last_periods(const compared *c, const ot_view *view)
{
    const ot_period span = ot_view_span(view);
    const int32_t most = LAST_PERIODS * step_of(c, view);

    return span.months <= most
               ? span
               : ot_period_range(ot_period_last(span) - most + 1,
                                 ot_period_last(span));
}

static void put_row(ot_sheet *sheet, const char *name, ot_period period,
                    ot_view *const then[], const ot_day day[], size_t n)
{
    bool begun = false;

    for (size_t i = 0; i < n; i++) {
        if (then[i] == NULL) {
            continue;
        }
        const ot_value v = ot_view_value(then[i], period);
        if (isnan(v.y) || v.release != day[i]) {
            continue;
        }
        if (!begun) {
            ot_sheet_row(sheet);
            ot_sheet_text(sheet, SERIES, name);
            ot_sheet_period(sheet, PERIOD, period);
            begun = true;
        }
        ot_sheet_number(sheet, FIRST_RELEASE + i, v.y, ot_value_interval(v));
    }
}

// A series of a triangle as it was in each of n releases.
typedef struct known {
    const char *name;
    ot_view **then; // NULL: nothing was known
    const ot_day *day;
    size_t n;
} known;

static void put_periods(ot_sheet *sheet, const compared *c, const known *k,
                        int32_t step, ot_period all)
{
    const int32_t year = ot_period_year_of(all.first, c->year_start).first;

    for (int32_t m = all.first - (all.first - year) % step;
         m + step - 1 <= ot_period_last(all); m += step) {
        if (c->within.n == 0 || m >= all.first) {
            put_row(sheet, k->name, (ot_period){m, step}, k->then, k->day,
                    k->n);
        }
    }
}

static void put_series(ot_sheet *sheet, const compared *c, size_t series,
                       ot_view **then, const ot_day day[], size_t n)
{
    const ot_view *view = c->after.view[series];
    const int32_t step = step_of(c, view);
    ot_buf name = {0};

    cli_views_name(&c->after, series, &name);
    const known k = {ot__buf_cstr(&name), then, day, n};
    for (size_t i = 0; i < c->within.n; i++) {
        put_periods(sheet, c, &k, step, c->within.at[i]);
    }
    if (c->within.n == 0) {
        put_periods(sheet, c, &k, step, last_periods(c, view));
    }
    ot__buf_free(&name);
}

static ot_status fill(ot_sheet *sheet, const compared *c, const ot_day day[],
                      size_t n, ot_view *then[], ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t s = 0; s < c->listed && status == OT_OK; s++) {
        for (size_t i = 0; i < n && status == OT_OK; i++) {
            ot_error none = {0};
            then[i] = NULL; // stays so where nothing was known then
            status = ot_view_as_of(c->after.view[s], day[i], &then[i], &none);
            status = status == OT_E_DATA ? OT_OK : status;
        }
        if (status == OT_OK) {
            put_series(sheet, c, s, then, day, n);
        }
        for (size_t i = 0; i < n; i++) {
            ot_view_free(then[i]);
            then[i] = NULL;
        }
    }
    return status == OT_OK ? OT_OK
                           : ot_fail(err, status, NULL, "out of memory");
}

ot_status revisions_triangle(const compared *c, char **names, ot_sheet **sheet,
                             ot_error *err)
{
    const size_t all = ot_panel_releases(c->after.panel);
    ot_day *day = calloc(all + 1, sizeof *day);
    ot_view **then = calloc(all + 1, sizeof *then);
    ot_status status = OT_OK;

    *names = calloc(all + 1, NAME_SIZE);
    if (day != NULL && then != NULL && *names != NULL) {
        const size_t n = revisions_releases(c, day);
        *sheet = make_sheet(c, day, n, *names);
        if (*sheet != NULL) {
            status = fill(*sheet, c, day, n, then, err);
        }
    }
    if (*sheet == NULL) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    free(day);
    free(then);
    if (status == OT_OK) {
        ot_sheet_above(*sheet, "each figure in every release that has it");
    }
    return status;
}
