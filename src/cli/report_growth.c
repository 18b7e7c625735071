// SPDX-License-Identifier: GPL-3.0-or-later
// report_growth.c - growth and season of a brief, and several partners beside
// each other.

#include <string.h>

#include "cli/out.h"
#include "cli/report.h"

// ---- growth -----------------------------------------------------------------

// Each against a year before: the period tells which row it is.
static const report_column growth_columns[] = {
    {"partner", NULL, false},
    {"flow", NULL, false},
    {"period", NULL, false},
    {"value", NULL, false},
    {"ratio", NULL, false}, // before what a telephone has no room for
    {"base_value", "a year before", false},
    {"change", NULL, false},
    {NULL, NULL, false},
};

static bool has_value(const ot_sheet *sheet, size_t row)
{
    return report_raw(sheet, row, "value")->kind == OT_CELL_NUMBER;
}

static void hear_table(report *r, const ot_sheet *sheet, void *context)
{
    const report_shape shape = {
        .caption = context, .columns = growth_columns, .wants = has_value};

    report_table(r, sheet, &shape);
    report_notes(r, sheet, "note");
}

// Exports and imports with the gap between them, else the one flow there is.
static void draw_flows(report *r, size_t i)
{
    if (report_has_flow(r, "export") && report_has_flow(r, "import")) {
        report_draw(r, "balance", i, "export,import");
    } else {
        report_draw(r, "line", i, r->about.flow);
    }
}

void report_growth(report *r)
{
    const report_question q = report_about_it(r, "growth", 0, NULL);

    report_begin(r, "growth", "Growth");
    draw_flows(r, 0);
    // A year that runs has its race where it is said how it will end.
    if (r->about.step < 12 && !r->about.running) {
        report_draw(r, "race", 0, r->about.flow);
    }
    report_ask(r, &q, hear_table, NULL, NULL);
    report_end(r);
}

// ---- season -----------------------------------------------------------------

// "1.16 times the trend"; where parts add up "USD 16.81 million above it".
static bool put_strength(ot_buf *out, const ot_sheet *rows, ot_period month)
{
    char text[OUT_CELL_SIZE];

    for (size_t i = 0; i < ot_sheet_rows(rows); i++) {
        const ot_cell *factor = report_raw(rows, i, "factor");
        if (!ot_period_equal(report_raw(rows, i, "period")->period, month)) {
            continue;
        }
        if (factor != NULL && factor->kind == OT_CELL_NUMBER) {
            ot__buf_format(out, "%s times the trend",
                           report_cell(text, rows, i, "factor"));
        } else {
            const char *part = report_amount(text, rows, i, "seasonal");
            const char *sign = strchr(part, '-');
            const int before = sign != NULL ? (int)(sign - part) : 0;
            ot__buf_format(out, "%.*s%s %s the trend", before, part,
                           sign != NULL ? sign + 1 : part,
                           sign != NULL ? "below" : "above");
        }
        return true;
    }
    return false;
}

// "October": which one is no matter.
static const char *month_of(ot_period period, char out[])
{
    char *space = strrchr(ot_period_words(period, out), ' ');

    if (space != NULL && period.months == 1) {
        *space = '\0';
    }
    return out;
}

static void say_season(report *r, const ot_sheet *rows, const ot_sheet *about)
{
    const ot_cell *strong = report_raw(about, 0, "strongest");
    const ot_cell *weak = report_raw(about, 0, "weakest");
    ot_buf high = {0}, low = {0};
    char text[OUT_CELL_SIZE], month[64], other[64];

    if (strcmp(report_cell(text, about, 0, "found"), "yes") != 0) {
        report_words(r, OT_BLOCK_TEXT,
                     "No season is found: the months of the year differ no "
                     "more than chance would have them.");
    } else if (put_strength(&high, rows, strong->period) &&
               put_strength(&low, rows, weak->period)) {
        ot_brief_words(
            r->brief, OT_BLOCK_TEXT,
            "By the season of the newest year %s is the strongest, %s, and "
            "%s the weakest, %s.",
            month_of(strong->period, month), ot__buf_cstr(&high),
            month_of(weak->period, other), ot__buf_cstr(&low));
    }
    ot__buf_free(&high);
    ot__buf_free(&low);
}

// "Without the season December 2024 comes to USD 645 million, -7.7 % on ..."
static void say_latest(report *r, const ot_sheet *rows)
{
    const size_t last = ot_sheet_rows(rows) - 1;
    char value[OUT_CELL_SIZE], change[OUT_CELL_SIZE], when[OUT_CELL_SIZE];
    const ot_cell *moved = report_raw(rows, last, "change");

    report_amount(value, rows, last, "adjusted");
    report_cell(when, rows, last, "period");
    if (moved != NULL && moved->kind == OT_CELL_NUMBER) {
        ot_buf line = {0};
        ot__buf_format(&line,
                       "Without the season %s comes to %s, %s on the %s "
                       "before.",
                       when, value, report_cell(change, rows, last, "change"),
                       r->about.step == 1 ? "month" : "period");
        report_words(r, OT_BLOCK_TEXT, ot__buf_cstr(&line));
        ot__buf_free(&line);
    }
}

#define FOUND_MOST 12

static bool is_late(const ot_sheet *sheet, size_t row)
{
    return row + FOUND_MOST >= ot_sheet_rows(sheet);
}

static void put_found(report *r, const ot_sheet *found)
{
    static const report_column columns[] = {
        {"period", "month", false},  {"what", NULL, false},
        {"with", "with it", false},  {"without", "without it", false},
        {"difference", NULL, false}, {"size", NULL, false},
        {NULL, NULL, false}};
    const report_shape shape = {.caption =
                                    "What stands out of trend and season",
                                .columns = columns,
                                .wants = is_late};

    if (found == NULL || ot_sheet_rows(found) == 0) {
        report_words(r, OT_BLOCK_TEXT,
                     "No month stands out of trend and season.");
        return;
    }
    report_table(r, found, &shape);
    if (ot_sheet_rows(found) > FOUND_MOST) {
        ot_brief_words(r->brief, OT_BLOCK_NOTE, "The newest %d of %zu.",
                       FOUND_MOST, ot_sheet_rows(found));
    }
}

static void hear_season(report *r, const ot_sheet *sheet, void *context)
{
    const ot_sheet *about = report_sheet(sheet, "season");

    (void)context;
    if (about == NULL || ot_sheet_rows(sheet) == 0) {
        return;
    }
    report_begin(r, "season", "Season");
    say_season(r, sheet, about);
    say_latest(r, sheet);
    report_draw(r, "season", 0, r->about.flow);
    put_found(r, report_sheet(sheet, "found"));
    report_lines(r, sheet, OT_SHEET_NOTE, OT_BLOCK_NOTE, NULL);
    r->used |= REPORT_SEASON;
}

void report_season(report *r)
{
    report_question q = report_about_it(r, "season", 0, r->about.flow);

    q.of.format = "csv";
    q.of.period = NULL;
    if (r->about.step < 12) {
        report_ask(r, &q, hear_season, NULL, NULL);
    }
    report_end(r);
}

// ---- several ----------------------------------------------------------------

static ot_brief_row_style total_is_bold(const ot_sheet *sheet, size_t row)
{
    char text[OUT_CELL_SIZE];

    return strcmp(report_cell(text, sheet, row, "row"), "total") == 0
               ? OT_BRIEF_ROW_TOTAL
               : OT_BRIEF_ROW_PLAIN;
}

static void hear_ranking(report *r, const ot_sheet *sheet, void *context)
{
    static const report_column columns[] = {
        {"rank", NULL, false},    {"rank_was", "a year before", false},
        {"partner", NULL, false}, {"value", NULL, false},
        {"share", NULL, false},   {"share_change", NULL, false},
        {"ratio", NULL, false},   {"contribution", NULL, false},
        {NULL, NULL, false}};
    const report_shape shape = {.caption = "The largest partners",
                                .columns = columns,
                                .style = total_is_bold};

    (void)context;
    report_table(r, sheet, &shape);
    report_lines(r, sheet, OT_SHEET_NOTE, OT_BLOCK_NOTE, NULL);
    r->used |= REPORT_SHARE;
}

static void rank_all(report *r)
{
    report_question q = report_about_it(r, "top", REPORT_ALL, r->about.flow);

    q.of.partner = NULL;
    q.of.period = r->about.period;
    report_option(&q, "--by", "partner");
    report_ask(r, &q, hear_ranking, NULL, NULL);
}

// All partners of the files, since a contribution is to the growth of them all.
static void draw_contributions(report *r)
{
    report_question q = report_about_it(r, "chart", REPORT_ALL, r->about.flow);

    q.kind = "contribution";
    q.of.partner = NULL;
    q.of.period = NULL;
    q.of.in = q.of.rates != NULL ? q.of.in : NULL;
    report_ask(r, &q, NULL, NULL, NULL);
}

void report_compare(report *r)
{
    report_question q = report_about_it(r, "growth", REPORT_ALL, r->about.flow);

    q.of.period = NULL;
    report_begin(r, "comparison", "The partners beside each other");
    if (!report_draw(r, "multiples", REPORT_ALL, r->about.flow)) {
        report_draw(r, "line", REPORT_ALL, r->about.flow);
    }
    report_ask(r, &q, hear_table, NULL, NULL);
    rank_all(r);
    draw_contributions(r);
    report_end(r);
}

void report_pair(report *r, size_t i)
{
    char id[40];
    report_question q = report_about_it(r, "project", i, r->about.flow);

    snprintf(id, sizeof id, "partner-%s", r->about.code[i]);
    report_begin(r, id, r->about.partner[i]);
    report_figures(r, i);
    report_sentences(r, i);
    draw_flows(r, i);
    q.of.period = NULL;
    if (r->about.step < 12) {
        report_ask(r, &q, report_hear_pair_end, NULL, NULL);
    }
    report_end(r);
}
