// SPDX-License-Identifier: GPL-3.0-or-later
// season_words.c - what an adjustment found, and what it is not, in words.

#include "cli/season.h"

#include <math.h>

#include "cli/landing.h"
#include "cli/out.h"

// ---- pieces ----------------------------------------------------------------

static const char *step_word(const ot_season *s, bool several)
{
    return s->step == 1 ? (several ? "months" : "month")
                        : (several ? "quarters" : "quarter");
}

static void label(ot_buf *line, const adjusted *a)
{
    if (a->several) {
        ot__buf_format(line, "%s: ", a->name);
    }
}

static void amount(ot_buf *line, const adjusted *a, double x, int scale)
{
    landing_amounts(line, ot_interval_of(x, x), ot_view_unit(a->view), scale);
}

// "October" or "October-December": without the year.
static void month_of(ot_buf *line, const ot_season *s, size_t i)
{
    const ot_period p = ot_season_period(s, i);

    ot__buf_text(line, ot_month_name(ot_month_of_year(p.first)));
    if (p.months > 1) {
        ot__buf_format(line, "-%s",
                       ot_month_name(ot_month_of_year(ot_period_last(p))));
    }
}

// "p 0.021", "p < 0.001"
static void probability(ot_buf *line, double p)
{
    char text[OT_NUMBER_SIZE];

    if (p < 0.001) {
        ot__buf_text(line, "p < 0.001");
    } else {
        ot__buf_format(line, "p %s", ot__fixed(text, p, 3));
    }
}

// "2 outliers", "no outlier"
static void count_of(ot_buf *line, size_t n, const char *what)
{
    if (n == 0) {
        ot__buf_format(line, "no %s", what);
    } else {
        ot__buf_format(line, "%zu %s%s", n, what, n > 1 ? "s" : "");
    }
}

// ---- above the table -------------------------------------------------------

// "October, 1.16 times its trend", "October, USD 17 million above its trend"
static void peak(ot_buf *line, const adjusted *a, size_t i, int scale)
{
    const ot_season *s = a->season;
    const double season = s->at[i].season;
    char text[OT_NUMBER_SIZE];

    month_of(line, s, i);
    if (s->logs) {
        ot__buf_format(line, " (factor %s)", ot__fixed(text, season, 2));
        return;
    }
    ot__buf_text(line, " (");
    amount(line, a, fabs(season), scale);
    ot__buf_text(line, season < 0 ? " below)" : " above)");
}

static void season_line(ot_sheet *sheet, const adjusted *a, int scale)
{
    const ot_season *s = a->season;
    char text[OT_NUMBER_SIZE];
    ot_buf line = {0};

    label(&line, a);
    ot__buf_text(&line, s->found ? "season found (" : "no season found (");
    probability(&line, s->p);
    if (!s->found) {
        ot__buf_format(&line,
                       ", below %s is needed): adjusted equals the values",
                       ot__fixed(text, s->p_needed, 2));
    } else {
        ot__buf_format(&line, ", strength %s of 1): strongest ",
                       ot__fixed(text, s->strength, 2));
        peak(&line, a, s->strongest, scale);
        ot__buf_text(&line, ", weakest ");
        peak(&line, a, s->weakest, scale);
    }
    ot_sheet_above(sheet, "%s", ot__buf_cstr(&line));
    ot__buf_free(&line);
}

static void latest_line(ot_sheet *sheet, const adjusted *a, int scale)
{
    const ot_season *s = a->season;
    const size_t i = s->n - 1;
    const double change = ot_season_change(s, i);
    char month[64], text[OUT_CELL_SIZE];
    ot_buf line = {0};

    label(&line, a);
    ot__buf_format(
        &line, "%s adjusted: ", ot_period_words(ot_season_period(s, i), month));
    amount(&line, a, s->at[i].adjusted, scale);
    if (!isnan(change)) {
        ot__buf_format(&line, ", %s on ",
                       out_change(text, change, ot_interval_none()));
        month_of(&line, s, i - 1);
    }
    ot__buf_text(&line, "; ");
    count_of(&line, s->outliers, "outlier");
    ot__buf_text(&line, ", ");
    count_of(&line, s->shifts, "level shift");
    ot__buf_format(&line, " since %s",
                   ot_period_words(ot_season_period(s, 0), month));
    ot_sheet_above(sheet, "%s", ot__buf_cstr(&line));
    ot__buf_free(&line);
}

static bool all_above_zero(const ot_season *s)
{
    for (size_t i = 0; i < s->n; i++) {
        if (!(s->at[i].value > 0)) {
            return false;
        }
    }
    return true;
}

static void logs_line(ot_sheet *sheet, const adjusted *a)
{
    const ot_season *s = a->season;
    char text[OT_NUMBER_SIZE];
    ot_buf line = {0};

    label(&line, a);
    ot__buf_text(&line, s->logs ? "in logarithms, parts multiply"
                                : "no logarithms, parts add up");
    if (s->compared) {
        ot__buf_format(&line, " (AICc with them is %s by %s%s)",
                       s->aicc_gain <= 0 ? "lower" : "higher",
                       ot__fixed(text, fabs(s->aicc_gain), 1),
                       s->logs && s->aicc_gain > 0 ? ", 2 are allowed" : "");
    } else if (!all_above_zero(s)) {
        ot__buf_text(&line, " (not all values are above zero)");
    }
    ot__buf_text(&line, s->robust ? "; robust fit" : "; plain fit");
    ot_sheet_above(sheet, "%s", ot__buf_cstr(&line));
    ot__buf_free(&line);
}

// What a reader must know before the figures are used.
static void caution_lines(ot_sheet *sheet, const adjusted *a)
{
    const ot_season *s = a->season;
    const char *steps = step_word(s, true);
    char text[64];
    ot_buf name = {0};

    label(&name, a);
    if (s->rough) {
        ot_sheet_above(sheet, "%s%zu %s are less than three years: rough",
                       ot__buf_cstr(&name), s->n, steps);
    }
    if (s->estimated > 0) {
        ot_sheet_above(sheet,
                       "%s%zu missing %s estimated, marked below; no more "
                       "than %zu in a row are",
                       ot__buf_cstr(&name), s->estimated,
                       step_word(s, s->estimated > 1), s->period / 4);
    }
    if (s->before.months > 0) {
        ot_sheet_above(sheet,
                       "%s%s is not used: more than %zu %s are missing in a "
                       "row after it",
                       ot__buf_cstr(&name), ot_period_words(s->before, text),
                       s->period / 4, step_word(s, s->period > 4));
    }
    if (s->zeros > 0) {
        ot_sheet_above(sheet, "%s%zu %s 0", ot__buf_cstr(&name), s->zeros,
                       s->zeros > 1 ? "values are" : "value is");
    }
    ot__buf_free(&name);
}

void season_above(ot_sheet *sheet, const adjusted *a, int scale)
{
    season_line(sheet, a, scale);
    latest_line(sheet, a, scale);
    logs_line(sheet, a);
    caution_lines(sheet, a);
}

// ---- below -----------------------------------------------------------------

// The last full year: adjusted values need not add up to it.
static void sum_line(ot_sheet *sheet, const adjusted *a, int scale)
{
    const ot_season *s = a->season;
    const int32_t last = ot_period_last(ot_season_period(s, s->n - 1));
    ot_period year = ot_period_year_of(last, a->year_start);
    double values = 0, sum = 0;
    char text[OUT_CELL_SIZE];
    ot_buf line = {0};

    if (ot_period_last(year) > last) {
        year = ot_period_shift(year, -12);
    }
    for (size_t i = 0; i < s->n; i++) {
        if (ot_period_contains(year, ot_season_period(s, i))) {
            values += s->at[i].value;
            sum += s->at[i].adjusted;
        }
    }
    label(&line, a);
    ot__buf_format(&line, "%s: adjusted values add up to ",
                   ot_period_words(year, text));
    amount(&line, a, sum, scale);
    ot__buf_text(&line, ", the values to ");
    amount(&line, a, values, scale);
    if (values > 0) {
        ot__buf_format(&line, " (%s)",
                       out_change(text, sum / values - 1, ot_interval_none()));
    }
    ot__buf_text(&line, "; they are not made to agree");
    ot_sheet_note(sheet, "%s", ot__buf_cstr(&line));
    ot__buf_free(&line);
}

void season_below(ot_sheet *sheet, const adjusted a[], size_t count, int scale)
{
    for (size_t i = 0; i < count; i++) {
        if (a[i].season->found) {
            sum_line(sheet, &a[i], scale);
        }
    }
    ot_sheet_note(sheet, "Our adjustment by STL, not X-13 and no official "
                         "figure; trading days and moving holidays stay in");
}

// ---- --explain -------------------------------------------------------------

static const char *const sources[] = {
    "in logarithms value = trend x season x rest and adjusted = value / "
    "season; else value = trend + season + rest and adjusted = value - season",
    "logarithms: all values above zero, unless the airline model fits the "
    "values themselves better by AICc by more than 2 (X-13ARIMA-SEATS "
    "Reference Manual, transform, function = auto)",
    "trend, season: STL, a month's season over 11 years, the trend over 1.5 "
    "years and a little more (Cleveland, Cleveland, McRae & Terpenning, J. "
    "Official Statistics 6 (1990) 3-73); robust where there are outliers",
    "season or not: Kruskal & Wallis's test (JASA 47 (1952) 583-621) on what "
    "the trend leaves, by month, at 1 %, with less than four years at 5 %",
    "strength: 1 - var(rest) / var(season + rest) (Wang, Smith & Hyndman, "
    "Data Mining and Knowledge Discovery 13 (2006) 335-364)",
    "level shift: in an ARIMA(0,1,1) of the series less its season, beyond "
    "what one series of noise in twenty shows, three months (two quarters) or "
    "more on both sides (Chen & Liu, JASA 88 (1993) 284-297); taken out "
    "before the fit, put back into the trend",
    "outlier: more than 3 interquartile ranges outside the quartiles of what "
    "a smooth line leaves (R forecast 8.20, tsoutliers); without it, and a "
    "missing value: a line between its neighbours less their season "
    "(na.interp)",
};

void season_explain(ot_sheet *sheet, const adjusted a[], size_t count)
{
    char gain[OT_NUMBER_SIZE];

    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
        ot_sheet_note(sheet, "%s", sources[i]);
    }
    for (size_t i = 0; i < count; i++) {
        const ot_season *s = a[i].season;
        ot_buf p = {0};
        probability(&p, s->p);
        ot_sheet_note(sheet,
                      "%s: %zu values; %s; AICc with logarithms less that "
                      "without: %s",
                      a[i].name, s->n, ot__buf_cstr(&p),
                      s->compared ? ot__fixed(gain, s->aicc_gain, 2)
                                  : "not compared");
        ot__buf_free(&p);
    }
}
