// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_growth.c - outturn growth: the latest month, the year to date, the last
// 12 months and the last full year against a year before; or what -t asks for.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/growth.h"

typedef struct growth_args {
    common_args common;
    const char *base, *every;
    bool trend;
} growth_args;

static const char *const steps[] = {"month", "quarter", "half", "year", NULL};

static const opt options[] = {
    {"base", 0, OPT_TEXT, offsetof(growth_args, base), "PERIOD",
     "compare with this period instead of the year before", NULL},
    {"every", 0, OPT_TEXT, offsetof(growth_args, every), "STEP",
     "a row for each month, quarter, half or year of -t", steps},
    {"trend", 0, OPT_FLAG, offsetof(growth_args, trend), NULL,
     "trend growth by least squares on logarithms, over -t by --every", NULL},
    {0},
};

enum {
    WHAT,
    PARTNER,
    FLOW,
    PERIOD,
    VALUE,
    BASE_PERIOD,
    BASE,
    RATIO,
    CHANGE,
    COMPOUND,
    NOTE,
    COLUMNS
};

static ot_sheet *new_sheet(const cli_views *v, bool many_partners, bool named,
                           bool compound)
{
    const ot_unit unit = ot_view_unit(v->view[0]);
    const ot_column_kind hidden = OT_COLUMN_ID;
    const ot_column columns[COLUMNS] = {
        {"what", "", named ? OT_COLUMN_TEXT : hidden, unit},
        {"partner", "partner", many_partners ? OT_COLUMN_TEXT : hidden, unit},
        {"flow", "flow", v->n > 1 ? OT_COLUMN_TEXT : hidden, unit},
        {"period", "period", OT_COLUMN_PERIOD, unit},
        {"value", "value", OT_COLUMN_AMOUNT, unit},
        {"base_period", "against", OT_COLUMN_PERIOD, unit},
        {"base_value", "was", OT_COLUMN_AMOUNT, unit},
        {"ratio", "growth", OT_COLUMN_RATIO, unit},
        {"change", "change", OT_COLUMN_AMOUNT, unit},
        {"compound", "a year", OT_COLUMN_CHANGE, unit},
        {"note", "", OT_COLUMN_TEXT, unit},
    };
    ot_column used[COLUMNS];

    memcpy(used, columns, sizeof used);
    if (!compound) {
        used[COMPOUND].kind = OT_COLUMN_ID; // stays in csv and json, empty
    }
    return ot_sheet_new("rows", used, COLUMNS);
}

// "2024-02 missing", "not in the files (release of ..., months to June 2024)"
static void put_value(ot_sheet *sheet, size_t column, const ot_view *view,
                      const ot_value *v)
{
    char why[96];

    if (!isnan(v->y)) {
        ot_sheet_number(sheet, column, v->y, ot_value_interval(*v));
        return;
    }
    ot_sheet_none(sheet, column, cli_hole(view, v, why, sizeof why));
}

static void add_note(ot_buf *note, const char *text)
{
    ot__buf_format(note, "%s%s", note->n > 0 ? "; " : "", text);
}

static void put_notes(ot_sheet *sheet, const ot_growth *g)
{
    ot_buf note = {0};
    char text[96];

    if (g->value.absent > 0 || g->base.absent > 0) {
        snprintf(text, sizeof text, "%d months without trade counted as 0",
                 g->value.absent + g->base.absent);
        add_note(&note, text);
    }
    if (g->value.mixed || g->base.mixed) {
        add_note(&note, "difference of two releases");
    } else if (g->value.origin == OT_FROM_DIFFERENCE ||
               g->base.origin == OT_FROM_DIFFERENCE) {
        add_note(&note, "from figures to date");
    }
    if (g->value.averaged > 0 || g->base.averaged > 0) {
        add_note(&note, "at the period's average rate, not month by month");
    }
    if (g->value.provisional) {
        add_note(&note, "provisional");
    }
    if (g->value.estimated) {
        add_note(&note, "estimated");
    }
    if (!isnan(g->base.y) && !isnan(g->value.y) && isnan(g->ratio_mid)) {
        add_note(&note, "no growth rate from a base of zero or less");
    }
    if (note.n > 0) {
        ot_sheet_text(sheet, NOTE, note.at);
    }
    ot__buf_free(&note);
}

static void put_formulas(ot_sheet *sheet, const ot_growth *g)
{
    char v[OT_NUMBER_SIZE], b[OT_NUMBER_SIZE];
    ot_buf text = {0};

    if (!isnan(g->ratio_mid)) {
        ot__buf_format(&text, "value / base value = %s / %s",
                       ot__shortest(v, g->value.y), ot__shortest(b, g->base.y));
        ot_sheet_formula(sheet, RATIO, ot__buf_cstr(&text));
    }
    ot__buf_free(&text);
}

// Where the numbers came from, under --explain.
typedef struct tracer {
    ot_sheet *sheet;
    const char *what;
    size_t shown;
} tracer;

static void trace(const ot_used_cell *cell, void *context)
{
    tracer *t = context;
    char number[OT_NUMBER_SIZE], rate[OT_NUMBER_SIZE], period[32];

    if (t->shown++ < 400) {
        ot_sheet_note(t->sheet, "  %s: %s%s %s %s%s  %s:%ld", t->what,
                      cell->sign < 0 ? "-" : "+", ot_flow_at(cell->flow)->name,
                      ot_period_text(cell->period, period),
                      ot__shortest(number, cell->y), cli_at_rate(cell, rate),
                      cell->path, cell->line);
    }
}

static void explain(ot_sheet *sheet, const ot_view *view, const ot_growth *g)
{
    char period[64];
    tracer t = {sheet, ot_period_short(g->period, period), 0};
    char base[64];
    tracer u = {sheet, ot_period_short(g->base_period, base), 0};

    ot_view_trace(view, g->period, trace, &t);
    ot_view_trace(view, g->base_period, trace, &u);
}

static void put_compound(ot_sheet *sheet, const ot_growth *g)
{
    double mid;
    const ot_interval range = ot_growth_compound(g, &mid);

    if (g->period.first - g->base_period.first > 12 && !isnan(mid)) {
        ot_sheet_number(sheet, COMPOUND, mid, range);
    }
}

static void put_names(ot_sheet *sheet, const cli_views *v, const ot_view *view,
                      const char *what)
{
    ot_sheet_text(sheet, WHAT, what);
    ot_sheet_text(sheet, PARTNER,
                  ot_panel_area_name(v->panel, ot_view_partner(view)));
    ot_sheet_text(sheet, FLOW, ot_view_flow(view)->name);
}

// The months known in both years, where some are not.
static void add_like_for_like(ot_sheet *sheet, const cli_views *v,
                              const ot_view *view, const ot_growth *g)
{
    char text[64];

    if (g->like_months == 0) {
        return;
    }
    ot_sheet_row(sheet);
    put_names(sheet, v, view, "like for like");
    ot_sheet_period(sheet, PERIOD, g->period);
    ot_sheet_number(sheet, VALUE, g->like_value, ot_interval_none());
    ot_sheet_period(sheet, BASE_PERIOD, g->base_period);
    ot_sheet_number(sheet, BASE, g->like_base, ot_interval_none());
    ot_sheet_number(sheet, RATIO, g->like_ratio, ot_interval_none());
    ot_sheet_number(sheet, CHANGE, g->like_value - g->like_base,
                    ot_interval_none());
    snprintf(text, sizeof text, "the %d of %d months known in both",
             g->like_months, g->period.months);
    ot_sheet_text(sheet, NOTE, text);
}

static void add_row(const growth_args *args, ot_sheet *sheet,
                    const cli_views *v, const ot_view *view, const char *what,
                    ot_period period, ot_period base)
{
    const ot_growth g = ot_growth_between(view, period, base);

    ot_sheet_row(sheet);
    put_names(sheet, v, view, what);
    ot_sheet_period(sheet, PERIOD, period);
    put_value(sheet, VALUE, view, &g.value);
    ot_sheet_period(sheet, BASE_PERIOD, base);
    put_value(sheet, BASE, view, &g.base);
    ot_sheet_number(sheet, RATIO, g.ratio_mid, g.ratio);
    ot_sheet_number(sheet, CHANGE, g.change_mid, g.change);
    put_compound(sheet, &g);
    put_notes(sheet, &g);
    put_formulas(sheet, &g);
    if (args->common.explain) {
        explain(sheet, view, &g);
    }
    add_like_for_like(sheet, v, view, &g);
    if (ot_sheet_next(sheet) != NULL) {
        growth_currency_row(ot_sheet_next(sheet), v, view, &g);
    }
}

// ---- what is asked for -----------------------------------------------------

typedef struct asked {
    ot_period period, base; // months 0: not given
    int step;               // of --every; 0: not given
    int year_start;
} asked;

static bool is_known(const ot_view *view, ot_period period)
{
    return !isnan(ot_view_value(view, period).y);
}

static void add_default(const growth_args *args, ot_sheet *sheet,
                        const cli_views *v, const ot_view *view, const asked *a)
{
    const int32_t last = ot_period_last(ot_view_span(view));
    const int32_t step = ot_view_step(view);
    const ot_period latest = {last - step + 1, step};
    const ot_period year = ot_period_year_of(last, a->year_start);
    const ot_period to_date = ot_period_range(year.first, last);
    const ot_period rolling = {last - 11, 12};
    const ot_period full =
        to_date.months == 12 ? year : ot_period_shift(year, -12);

    // Of months all are asked, holes and all; of figures to date only those
    // there are.
    const bool months = step == 1;
    const bool latest_there = months || is_known(view, latest);

    if (step < 12 && latest_there) {
        add_row(args, sheet, v, view, months ? "latest month" : "latest",
                latest, ot_period_year_before(latest));
    }
    if (to_date.months < 12 && (to_date.months > step || !latest_there) &&
        (months || is_known(view, to_date))) {
        add_row(args, sheet, v, view, "year to date", to_date,
                ot_period_year_before(to_date));
    }
    if (step < 12 && to_date.months < 12 &&
        (months || is_known(view, rolling))) {
        add_row(args, sheet, v, view, "last 12 months", rolling,
                ot_period_year_before(rolling));
    }
    if (latest_there || is_known(view, full)) {
        add_row(args, sheet, v, view, "last full year", full,
                ot_period_year_before(full));
    }
}

static void add_every(const growth_args *args, ot_sheet *sheet,
                      const cli_views *v, const ot_view *view, const asked *a)
{
    const ot_period range =
        a->period.months > 0 ? a->period : ot_view_span(view);
    ot_series *series;

    if (ot_view_series(view, a->step, range, a->year_start, &series, NULL) !=
        OT_OK) {
        return;
    }
    for (size_t i = 0; i < series->n; i++) {
        const ot_period p = ot_series_period(series, i);
        add_row(args, sheet, v, view, "", p, ot_period_year_before(p));
    }
    ot_series_free(series);
}

static ot_status add_trend(ot_sheet *sheet, const cli_views *v,
                           const ot_view *view, const asked *a, ot_error *err)
{
    const int step = a->step > 0 ? a->step : 12;
    ot_series *series;
    double rate, error;
    size_t used;
    char text[OT_NUMBER_SIZE], more[OT_NUMBER_SIZE], per[OT_NUMBER_SIZE];

    ot_status status =
        ot_view_series(view, step, a->period, a->year_start, &series, err);
    if (status != OT_OK) {
        return status;
    }
    status = ot_growth_trend(series, &rate, &error, &used, err);
    if (status == OT_OK) {
        const double yearly = pow(1 + rate, 12.0 / step) - 1;
        const double b = log1p(rate);
        ot_sheet_note(sheet,
                      "Trend of %s with %s: %s %% a year (ln y = a + bt over "
                      "%zu values; b = %s, standard error %s)",
                      ot_view_flow(view)->name,
                      ot_panel_area_name(v->panel, ot_view_partner(view)),
                      ot__fixed(per, 100 * yearly, 1), used,
                      ot__fixed(text, b, 4), ot__fixed(more, error, 4));
    }
    ot_series_free(series);
    return status;
}

static ot_status read_asked(const growth_args *args, asked *a, ot_error *err)
{
    static const int months[] = {1, 3, 6, 12};
    ot_error inner = {0};

    *a = (asked){.step = 0};
    ot_status status = cli_period(&args->common, &a->period, err);
    if (status == OT_OK) {
        status = cli_year_start(&args->common, &a->year_start, err);
    }
    for (int i = 0; args->every != NULL && i < 4; i++) {
        a->step = strcmp(steps[i], args->every) == 0 ? months[i] : a->step;
    }
    if (status != OT_OK || args->base == NULL) {
        return status;
    }
    if (ot_period_parse(args->base, strlen(args->base), a->year_start, &a->base,
                        &inner) != OT_OK) {
        return ot_fail(err, OT_E_USAGE, NULL, "--base: %s", inner.message);
    }
    if (a->period.months == 0 || a->step > 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--base goes with one period: say -t PERIOD");
    }
    return OT_OK;
}

static ot_status fill(const growth_args *args, ot_sheet *sheet,
                      const cli_views *v, const asked *a, ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t i = 0; i < v->n && status == OT_OK; i++) {
        const ot_view *view = v->view[i];
        if (args->trend) {
            status = add_trend(sheet, v, view, a, err);
        } else if (a->step > 0) {
            add_every(args, sheet, v, view, a);
        } else if (a->period.months > 0) {
            add_row(args, sheet, v, view, "", a->period,
                    a->base.months > 0 ? a->base
                                       : ot_period_year_before(a->period));
        } else {
            add_default(args, sheet, v, view, a);
        }
    }
    return status;
}

static bool several_partners(const cli_views *v)
{
    for (size_t i = 1; i < v->n; i++) {
        if (ot_view_partner(v->view[i]) != ot_view_partner(v->view[0])) {
            return true;
        }
    }
    return false;
}

// A second table, where any view converts.
static void add_currency(ot_sheet *sheet, const cli_views *v,
                         growth_titles *titles)
{
    for (size_t i = 0; i < v->n; i++) {
        if (ot_view_rates(v->view[i]) != NULL) {
            ot_sheet_append(sheet, growth_currency_sheet(v->view[i],
                                                         several_partners(v),
                                                         v->n > 1, titles));
            return;
        }
    }
}

static ot_status answer(const growth_args *args, cli_run *cli,
                        const cli_views *v, ot_error *err)
{
    asked a;
    ot_status status = read_asked(args, &a, err);

    if (status != OT_OK) {
        return status;
    }
    const bool named = a.period.months == 0 && a.step == 0;
    growth_titles titles;
    ot_sheet *sheet =
        new_sheet(v, several_partners(v), named, a.base.months > 0);
    if (sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    if (!args->trend) {
        add_currency(sheet, v, &titles);
    }
    cli_describe(sheet, v->panel, v->view, v->n);
    status = fill(args, sheet, v, &a, err);
    cli_source(sheet, v->panel, cli_views_release(v));
    if (status == OT_OK) {
        status = cli_scale(&args->common, sheet, err);
    }
    if (status == OT_OK) {
        status = cli_write(&args->common, cli, sheet, err);
    }
    ot_sheet_free(sheet);
    return status;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const growth_args *args = arguments;
    cli_views v;
    ot_status status = cli_views_open(&args->common, cli, &v, err);

    if (status == OT_OK) {
        status = answer(args, cli, &v, err);
    }
    cli_views_free(&v);
    return status;
}

const command command_growth = {
    .name = "growth",
    .operands = "[FILE...]",
    .summary = "how much it grew: month, year to date, 12 months, year",
    .about =
        "Without -t: the latest month, the year to date, the last 12 months "
        "and "
        "the last\nfull year, each against a year before. With -t: that "
        "period. "
        "A period with a\nmonth missing has no value: the months known in both "
        "years are compared.",
    .examples =
        "outturn growth trade.csv -r ARM -p RUS -f turnover --basis origin\n"
        "outturn growth trade.csv -r ARM -p RUS -f turnover -t 9M2024\n"
        "outturn growth trade.csv -r ARM -p RUS -f export -t 2024 --base 2019\n"
        "outturn growth trade.csv -r ARM -p RUS -f export --every quarter",
    .uses = USE_SELECT | USE_READ | USE_RATES | USE_OUTPUT,
    .first = true,
    .options = options,
    .defaults = &(const growth_args){.base = NULL},
    .args_size = sizeof(growth_args),
    .run = run,
};
