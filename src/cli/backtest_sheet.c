// SPDX-License-Identifier: GPL-3.0-or-later
// backtest_sheet.c - the tables of outturn backtest: scores, and questions.

#include "cli/backtest.h"

// ---- scores ----------------------------------------------------------------

static const ot_column score_columns[] = {
    {.id = "series", .title = "", .kind = OT_COLUMN_TEXT},
    {.id = "method", .title = "method", .kind = OT_COLUMN_TEXT},
    {.id = "m", .title = "after", .kind = OT_COLUMN_TEXT},
    {.id = "n", .title = "n", .kind = OT_COLUMN_COUNT},
    {.id = "mdape", .title = "MdAPE", .kind = OT_COLUMN_SHARE},
    {.id = "mape", .title = "MAPE", .kind = OT_COLUMN_SHARE},
    {.id = "mase", .title = "MASE", .kind = OT_COLUMN_TIMES},
    {.id = "smape", .title = "sMAPE", .kind = OT_COLUMN_SHARE},
    {.id = "bias", .title = "bias", .kind = OT_COLUMN_CHANGE},
    {.id = "cov80", .title = "in 80 %", .kind = OT_COLUMN_SHARE},
    {.id = "cov95", .title = "in 95 %", .kind = OT_COLUMN_SHARE},
    {.id = "msis", .title = "MSIS", .kind = OT_COLUMN_TIMES},
    {.id = "owa", .title = "OWA", .kind = OT_COLUMN_TIMES},
};

#define SCORE_COLUMNS (sizeof score_columns / sizeof score_columns[0])

ot_sheet *backtest_sheet(bool by_series)
{
    const size_t from = by_series ? 0 : 1;

    return ot_sheet_new("scores", score_columns + from, SCORE_COLUMNS - from);
}

static void put_score(ot_sheet *sheet, size_t column, const ot_score *s)
{
    const double numbers[] = {(double)s->n, s->mdape, s->mape,  s->mase,
                              s->smape,     s->bias,  s->cov80, s->cov95,
                              s->msis,      s->owa};

    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        ot_sheet_number(sheet, column + i, numbers[i], ot_interval_none());
    }
}

// A row after m steps, or after any (0).
static ot_status put_row(ot_sheet *sheet, const tested *t, size_t series,
                         size_t w, size_t m, ot_error *err)
{
    const ot_backtest *b = t->backtest;
    const size_t from = t->by_series ? 1 : 0;
    ot_score score;
    char text[16];

    const ot_status status = ot_backtest_score(b, w, series, m, &score, err);
    if (status != OT_OK) {
        return status;
    }
    ot_sheet_row(sheet);
    if (t->by_series) {
        ot_buf name = {0};
        if (series == OT_ALL_SERIES) {
            ot__buf_text(&name, "all");
        } else {
            cli_views_name(t->views, series, &name);
        }
        ot_sheet_text(sheet, 0, ot__buf_cstr(&name));
        ot__buf_free(&name);
    }
    ot_sheet_text(sheet, from, ot_way_at(ot_backtest_way(b, w)).name);
    snprintf(text, sizeof text, "%zu", m);
    ot_sheet_text(sheet, from + 1, m > 0 ? text : "all");
    put_score(sheet, from + 2, &score);
    return OT_OK;
}

static bool was_asked(const ot_backtest *b, size_t series, size_t m)
{
    for (size_t i = 0; i < ot_backtest_questions(b); i++) {
        const ot_question q = ot_backtest_question(b, i);
        if (q.known == m && (series == OT_ALL_SERIES || q.series == series)) {
            return true;
        }
    }
    return false;
}

static ot_status put_series(ot_sheet *sheet, const tested *t, size_t series,
                            ot_error *err)
{
    bool asked[OT_CUTS_MOST + 1], some = false;
    ot_status status = OT_OK;

    for (size_t m = 1; m <= OT_CUTS_MOST; m++) {
        asked[m] = was_asked(t->backtest, series, m);
        some = some || asked[m];
    }
    for (size_t w = 0; some && w < ot_backtest_ways(t->backtest); w++) {
        for (size_t m = 1; m <= OT_CUTS_MOST && status == OT_OK; m++) {
            status = asked[m] ? put_row(sheet, t, series, w, m, err) : OT_OK;
        }
        if (status == OT_OK) {
            status = put_row(sheet, t, series, w, 0, err);
        }
    }
    return status;
}

ot_status backtest_rows(ot_sheet *sheet, const tested *t, ot_error *err)
{
    const size_t series = ot_backtest_series(t->backtest);
    ot_status status = OT_OK;

    for (size_t s = 0; t->by_series && s < series && status == OT_OK; s++) {
        status = put_series(sheet, t, s, err);
    }
    return status == OT_OK ? put_series(sheet, t, OT_ALL_SERIES, err) : status;
}

// ---- questions -------------------------------------------------------------

enum { SERIES, PERIOD, AFTER, YEARS, RELEASE, OUTCOME, SCALE, COLUMNS };

// Two that differ in nothing but the cut-off.
static bool alike(const ot_question *a, const ot_question *b)
{
    return a->series == b->series && ot_period_equal(a->period, b->period) &&
           a->release == b->release && a->scale == b->scale;
}

// "1-11", "3, 6, 9" of questions from..to-1.
static void put_cuts(ot_buf *out, const ot_backtest *b, size_t from, size_t to)
{
    const size_t first = ot_backtest_question(b, from).known;
    const size_t last = ot_backtest_question(b, to - 1).known;

    if (last - first + 1 == to - from && to - from > 2) {
        ot__buf_format(out, "%zu-%zu", first, last);
        return;
    }
    for (size_t i = from; i < to; i++) {
        ot__buf_format(out, "%s%zu", i > from ? ", " : "",
                       ot_backtest_question(b, i).known);
    }
}

// An amount in the unit of the column, which is that of the first series.
static void put_amount(ot_sheet *sheet, size_t column, double x,
                       const ot_view *view, const ot_view *first)
{
    if (ot_unit_same_base(ot_view_unit(view), ot_view_unit(first))) {
        ot_sheet_number(sheet, column, x, ot_interval_none());
    } else {
        ot_sheet_none(sheet, column, ot_view_unit(view).code);
    }
}

static void put_question(ot_sheet *sheet, const tested *t, size_t from,
                         size_t to)
{
    const ot_question q = ot_backtest_question(t->backtest, from);
    const ot_view *view = t->views->view[q.series];
    ot_buf text = {0};
    char day[32];

    ot_sheet_row(sheet);
    cli_views_name(t->views, q.series, &text);
    ot_sheet_text(sheet, SERIES, ot__buf_cstr(&text));
    ot_sheet_period(sheet, PERIOD, q.period);
    ot__buf_clear(&text);
    put_cuts(&text, t->backtest, from, to);
    ot_sheet_text(sheet, AFTER, ot__buf_cstr(&text));
    ot__buf_free(&text);
    ot_sheet_number(sheet, YEARS, (double)q.years, ot_interval_none());
    ot_sheet_text(sheet, RELEASE,
                  q.release == OT_DAY_NONE ? "final figures"
                                           : ot_day_text(q.release, day));
    put_amount(sheet, OUTCOME, q.outcome, view, t->views->view[0]);
    put_amount(sheet, SCALE, q.scale, view, t->views->view[0]);
}

ot_sheet *backtest_questions_sheet(const tested *t)
{
    const ot_unit unit = ot_view_unit(t->views->view[0]);
    const ot_column columns[COLUMNS] = {
        {"series", "series", OT_COLUMN_TEXT, unit},
        {"period", "period", OT_COLUMN_PERIOD, unit},
        {"after", "after", OT_COLUMN_TEXT, unit},
        {"years", "years before", OT_COLUMN_COUNT, unit},
        {"release", "known by", OT_COLUMN_TEXT, unit},
        {"outcome", "outcome", OT_COLUMN_AMOUNT, unit},
        {"scale", "q", OT_COLUMN_AMOUNT, unit},
    };
    const size_t n = ot_backtest_questions(t->backtest);
    ot_sheet *sheet = ot_sheet_new("questions", columns, COLUMNS);

    for (size_t i = 0, next; sheet != NULL && i < n; i = next) {
        const ot_question q = ot_backtest_question(t->backtest, i);
        for (next = i + 1; next < n; next++) {
            const ot_question other = ot_backtest_question(t->backtest, next);
            if (!alike(&q, &other)) {
                break;
            }
        }
        put_question(sheet, t, i, next);
    }
    return sheet;
}
