// SPDX-License-Identifier: GPL-3.0-or-later
// season_sheet.c - the tables of outturn season.

#include "cli/season.h"

#include <math.h>
#include <string.h>

enum {
    PARTNER,
    FLOW,
    PERIOD,
    VALUE,
    ADJUSTED,
    CHANGE,
    CHANGE_AMOUNT,
    FACTOR,
    SEASONAL,
    TREND,
    REST_FACTOR,
    REST,
    EXPECTED,
    FLAG,
    COLUMNS
};

// Who gets a column: all, those with an adjustment in logs or one without, or
// machines alone, who get every one.
typedef enum audience { ALL, WITH_LOGS, WITHOUT_LOGS, MACHINES } audience;

static const struct {
    const char *id, *title;
    ot_column_kind kind;
    audience who;
} all_columns[COLUMNS] = {
    {"partner", "partner", OT_COLUMN_TEXT, ALL},
    {"flow", "flow", OT_COLUMN_TEXT, ALL},
    {"period", "period", OT_COLUMN_PERIOD, ALL},
    {"value", "value", OT_COLUMN_AMOUNT, ALL},
    {"adjusted", "adjusted", OT_COLUMN_AMOUNT, ALL},
    {"change", "on the one before", OT_COLUMN_CHANGE, ALL},
    {"change_amount", "on the one before", OT_COLUMN_AMOUNT, MACHINES},
    {"factor", "factor", OT_COLUMN_TIMES, WITH_LOGS},
    {"seasonal", "seasonal", OT_COLUMN_AMOUNT, WITHOUT_LOGS},
    {"trend", "trend", OT_COLUMN_AMOUNT, ALL},
    {"remainder_factor", "rest", OT_COLUMN_TIMES, WITH_LOGS},
    {"remainder", "rest", OT_COLUMN_AMOUNT, WITHOUT_LOGS},
    {"expected", "expected", OT_COLUMN_AMOUNT, MACHINES},
    {"flag", "", OT_COLUMN_TEXT, ALL},
};

bool season_for_machines(const common_args *args)
{
    return args->format != NULL && (strcmp(args->format, "csv") == 0 ||
                                    strcmp(args->format, "json") == 0);
}

static bool is_wanted(audience who, const adjusted a[], size_t count,
                      bool machines)
{
    bool wanted = machines || who == ALL;

    for (size_t i = 0; i < count; i++) {
        wanted =
            wanted || who == (a[i].season->logs ? WITH_LOGS : WITHOUT_LOGS);
    }
    return wanted;
}

static bool many_partners(const adjusted a[], size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (strcmp(a[i].partner, a[0].partner) != 0) {
            return true;
        }
    }
    return false;
}

// Names are for machines alone where they say nothing new.
static ot_column_kind name_kind(bool shown)
{
    return shown ? OT_COLUMN_TEXT : OT_COLUMN_ID;
}

ot_sheet *season_sheet(const adjusted a[], size_t count, bool machines)
{
    const ot_unit unit = ot_view_unit(a[0].view);
    ot_column used[COLUMNS];
    size_t n = 0;

    for (size_t c = 0; c < COLUMNS; c++) {
        if (is_wanted(all_columns[c].who, a, count, machines)) {
            used[n++] = (ot_column){all_columns[c].id, all_columns[c].title,
                                    all_columns[c].kind, unit};
        }
    }
    used[PARTNER].kind = name_kind(many_partners(a, count));
    used[FLOW].kind = name_kind(count > 1);
    return ot_sheet_new("rows", used, n);
}

// Where a column stands in this sheet; COLUMNS: nowhere.
static size_t place(const ot_sheet *sheet, size_t column)
{
    for (size_t c = 0; c < ot_sheet_columns(sheet); c++) {
        if (strcmp(ot_sheet_column(sheet, c)->id, all_columns[column].id) ==
            0) {
            return c;
        }
    }
    return COLUMNS;
}

static void put(ot_sheet *sheet, size_t column, double number)
{
    const size_t c = place(sheet, column);

    if (c < COLUMNS) {
        ot_sheet_number(sheet, c, number, ot_interval_none());
    }
}

static void flag_words(ot_buf *words, unsigned flags)
{
    static const struct {
        unsigned flag;
        const char *word;
    } flag[] = {{OT_SEASON_ESTIMATED, "estimated"},
                {OT_SEASON_OUTLIER, "outlier"},
                {OT_SEASON_SHIFT, "level shift"}};

    for (size_t i = 0; i < sizeof flag / sizeof flag[0]; i++) {
        if ((flags & flag[i].flag) != 0) {
            ot__buf_format(words, "%s%s", words->n > 0 ? ", " : "",
                           flag[i].word);
        }
    }
}

static void put_formula(ot_sheet *sheet, const ot_season *s,
                        const ot_season_point *p)
{
    char value[OT_NUMBER_SIZE], season[OT_NUMBER_SIZE];
    ot_buf text = {0};

    ot__shortest(value, p->value);
    ot__shortest(season, p->season);
    if (s->logs) {
        ot__buf_format(&text, "value / season = %s / %s", value, season);
    } else {
        ot__buf_format(&text, "value - season = %s - (%s)", value, season);
    }
    ot_sheet_formula(sheet, place(sheet, ADJUSTED), ot__buf_cstr(&text));
    ot__buf_free(&text);
}

static void put_row(ot_sheet *sheet, const adjusted *a, size_t i)
{
    const ot_season *s = a->season;
    const ot_season_point *p = &s->at[i];
    ot_buf flags = {0};

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, place(sheet, PARTNER), a->partner);
    ot_sheet_text(sheet, place(sheet, FLOW), a->flow);
    ot_sheet_period(sheet, place(sheet, PERIOD), ot_season_period(s, i));
    put(sheet, VALUE, p->value);
    put(sheet, ADJUSTED, p->adjusted);
    put(sheet, CHANGE, ot_season_change(s, i));
    put(sheet, CHANGE_AMOUNT,
        i > 0 ? p->adjusted - s->at[i - 1].adjusted : NAN);
    put(sheet, FACTOR, s->logs ? p->season : NAN);
    put(sheet, SEASONAL, p->value - p->adjusted);
    put(sheet, TREND, p->trend);
    put(sheet, REST_FACTOR, s->logs ? p->rest : NAN);
    put(sheet, REST, p->adjusted - p->trend);
    put(sheet, EXPECTED, p->expected);
    put_formula(sheet, s, p);
    flag_words(&flags, p->flags);
    if (flags.n > 0) {
        ot_sheet_text(sheet, place(sheet, FLAG), flags.at);
    }
    ot__buf_free(&flags);
}

// Where the numbers came from, under --explain.
static void trace(const ot_used_cell *cell, void *sheet)
{
    char number[OT_NUMBER_SIZE], rate[OT_NUMBER_SIZE], period[32];

    ot_sheet_note(sheet, "  %s%s %s %s%s  %s:%ld", cell->sign < 0 ? "-" : "+",
                  ot_flow_at(cell->flow)->name,
                  ot_period_text(cell->period, period),
                  ot__shortest(number, cell->y), cli_at_rate(cell, rate),
                  cell->path, cell->line);
}

void season_rows(ot_sheet *sheet, const common_args *args, const adjusted *a)
{
    for (size_t i = a->from; i < a->season->n; i++) {
        put_row(sheet, a, i);
        if (args->explain) {
            ot_view_trace(a->view, ot_season_period(a->season, i), trace,
                          sheet);
        }
    }
}

int season_scale(const ot_sheet *sheet)
{
    return ot_sheet_column(sheet, place(sheet, VALUE))->unit.scale;
}

// ---- what was found --------------------------------------------------------

enum {
    OF_PARTNER,
    OF_FLOW,
    OF_PERIOD,
    WHAT,
    WITH,
    WITHOUT,
    DIFFERENCE,
    SIZE,
    FOUND_COLUMNS
};

static void put_found(ot_sheet *sheet, const adjusted *a, size_t i,
                      const char *what, double with, double without)
{
    const ot_interval exact = ot_interval_none();

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, OF_PARTNER, a->partner);
    ot_sheet_text(sheet, OF_FLOW, a->flow);
    ot_sheet_period(sheet, OF_PERIOD, ot_season_period(a->season, i));
    ot_sheet_text(sheet, WHAT, what);
    ot_sheet_number(sheet, WITH, with, exact);
    ot_sheet_number(sheet, WITHOUT, without, exact);
    ot_sheet_number(sheet, DIFFERENCE, with - without, exact);
    ot_sheet_number(sheet, SIZE, without > 0 ? with / without - 1 : NAN, exact);
}

static void put_all_found(ot_sheet *sheet, const adjusted *a)
{
    const ot_season *s = a->season;

    for (size_t i = 0; i < s->n; i++) {
        const ot_season_point *p = &s->at[i];
        if ((p->flags & OT_SEASON_ESTIMATED) != 0) {
            put_found(sheet, a, i, "missing, estimated", p->value, NAN);
        }
        if ((p->flags & OT_SEASON_OUTLIER) != 0) {
            put_found(sheet, a, i, "outlier", p->value, p->expected);
        }
        if ((p->flags & OT_SEASON_SHIFT) != 0) {
            put_found(sheet, a, i, "level shift", p->trend,
                      s->logs ? p->trend / p->shift : p->trend - p->shift);
        }
    }
}

ot_sheet *season_found_sheet(const adjusted a[], size_t count, bool machines)
{
    const ot_unit unit = ot_view_unit(a[0].view);
    const ot_column columns[FOUND_COLUMNS] = {
        {"partner", "partner", name_kind(many_partners(a, count)), unit},
        {"flow", "flow", name_kind(count > 1), unit},
        {"period", "found in", OT_COLUMN_PERIOD, unit},
        {"what", "what", OT_COLUMN_TEXT, unit},
        {"with", "with it", OT_COLUMN_AMOUNT, unit},
        {"without", "without it", OT_COLUMN_AMOUNT, unit},
        {"difference", "difference", OT_COLUMN_AMOUNT, unit},
        {"size", "size", OT_COLUMN_CHANGE, unit},
    };
    size_t found = 0;

    for (size_t i = 0; i < count; i++) {
        const ot_season *s = a[i].season;
        found += s->estimated + s->outliers + s->shifts;
    }
    ot_sheet *sheet = found > 0 || machines
                          ? ot_sheet_new("found", columns, FOUND_COLUMNS)
                          : NULL;
    for (size_t i = 0; i < count && sheet != NULL; i++) {
        put_all_found(sheet, &a[i]);
    }
    return sheet;
}

// ---- a row an adjustment ---------------------------------------------------

enum {
    ABOUT_PARTNER,
    ABOUT_FLOW,
    FOUND,
    PROBABILITY,
    STRENGTH,
    LOGS,
    ROBUST,
    STRONGEST,
    WEAKEST,
    OUTLIERS,
    SHIFTS,
    ESTIMATED,
    ABOUT_COLUMNS
};

static void put_about(ot_sheet *sheet, const adjusted *a)
{
    const ot_season *s = a->season;
    const ot_interval exact = ot_interval_none();

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, ABOUT_PARTNER, a->partner);
    ot_sheet_text(sheet, ABOUT_FLOW, a->flow);
    ot_sheet_text(sheet, FOUND, s->found ? "yes" : "no");
    ot_sheet_number(sheet, PROBABILITY, s->p, exact);
    ot_sheet_number(sheet, STRENGTH, s->strength, exact);
    ot_sheet_text(sheet, LOGS, s->logs ? "yes" : "no");
    ot_sheet_text(sheet, ROBUST, s->robust ? "yes" : "no");
    if (s->found) {
        ot_sheet_period(sheet, STRONGEST, ot_season_period(s, s->strongest));
        ot_sheet_period(sheet, WEAKEST, ot_season_period(s, s->weakest));
    }
    ot_sheet_number(sheet, OUTLIERS, (double)s->outliers, exact);
    ot_sheet_number(sheet, SHIFTS, (double)s->shifts, exact);
    ot_sheet_number(sheet, ESTIMATED, (double)s->estimated, exact);
}

ot_sheet *season_about_sheet(const adjusted a[], size_t count)
{
    static const ot_column columns[ABOUT_COLUMNS] = {
        {.id = "partner", .title = "partner", .kind = OT_COLUMN_TEXT},
        {.id = "flow", .title = "flow", .kind = OT_COLUMN_TEXT},
        {.id = "found", .title = "season", .kind = OT_COLUMN_TEXT},
        {.id = "p", .title = "p", .kind = OT_COLUMN_SHARE},
        {.id = "strength", .title = "strength", .kind = OT_COLUMN_SHARE},
        {.id = "logarithms", .title = "logarithms", .kind = OT_COLUMN_TEXT},
        {.id = "robust", .title = "robust", .kind = OT_COLUMN_TEXT},
        {.id = "strongest", .title = "strongest", .kind = OT_COLUMN_PERIOD},
        {.id = "weakest", .title = "weakest", .kind = OT_COLUMN_PERIOD},
        {.id = "outliers", .title = "outliers", .kind = OT_COLUMN_COUNT},
        {.id = "shifts", .title = "level shifts", .kind = OT_COLUMN_COUNT},
        {.id = "estimated", .title = "estimated", .kind = OT_COLUMN_COUNT},
    };
    ot_sheet *sheet = ot_sheet_new("season", columns, ABOUT_COLUMNS);

    for (size_t i = 0; i < count && sheet != NULL; i++) {
        put_about(sheet, &a[i]);
    }
    return sheet;
}
