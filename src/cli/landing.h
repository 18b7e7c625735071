// SPDX-License-Identifier: GPL-3.0-or-later
// landing.h - the answer of outturn project: its tables and its words.
#ifndef OT_CLI_LANDING_H
#define OT_CLI_LANDING_H

#include "cli/command.h"

// One selection and where it will end.
typedef struct projected {
    const ot_view *view;
    ot_series *series;
    ot_projection *projection;
    ot_outlook *outlook; // NULL: without a file
    char name[160];      // "turnover", "turnover with Russia"
    bool several;        // others are asked for beside it
    bool has_target;
    ot_interval target; // base units
    ot_need need;
} projected;

// Tables, made for readers (text, md) or for machines (csv, json).
bool landing_for_machines(const common_args *args);
ot_sheet *landing_sheet(ot_unit unit, bool machines, bool named);
void landing_rows(ot_sheet *sheet, const projected *p, bool machines);
int landing_scale(const ot_sheet *sheet); // of its totals
ot_sheet *landing_breaks_sheet(const projected p[], size_t count);
ot_sheet *landing_need_sheet(ot_unit unit, const projected *p);

// "usual -2 %, worst -38 % (2022), 16 years"; misses > 0. text: 256 bytes.
void landing_missed(char text[], const ot_miss miss[], size_t misses,
                    double usual, size_t worst);

// The landing: a line above the table, what it says of the target, what it is
// made of, and for machines a table.
void landing_outlook_above(ot_sheet *sheet, const projected *p, int scale);
void landing_outlook_target(ot_sheet *sheet, const projected *p, ot_unit unit,
                            int scale);
void landing_outlook_explain(ot_sheet *sheet, const projected *p);
ot_sheet *landing_outlook_sheet(ot_unit unit, const projected p[],
                                size_t count);

// After a break: how it may go on, and what that says of the target.
void landing_scenario_above(ot_sheet *sheet, const projected *p, int scale);
void landing_scenario_target(ot_sheet *sheet, const projected *p);
void landing_scenario_explain(ot_sheet *sheet, const projected *p);
ot_sheet *landing_scenario_sheet(ot_unit unit, const projected p[],
                                 size_t count);

// p2_5, p10, p25, p75, p90, p97_5, from that column on.
void landing_quantiles(ot_sheet *sheet, size_t column, const ot_dist *dist);

// "; 50 %: 14.36-16.67 bn" for each of `percent`, which ends with 0.
void landing_ranges(ot_buf *line, const ot_dist *dist, const int percent[],
                    int scale);
// "44 %", "under 1 %": out holds OT_NUMBER_SIZE.
char *landing_chance(char out[], double p);

// Each miss in each past year: a row each; a line a rule.
ot_sheet *landing_misses_sheet(ot_unit unit, const projected p[], size_t count);
void landing_record_words(ot_sheet *sheet, const ot_projection *q);

// Words, once the scale is known. above: what is known and the break test;
// below: the rules that have more to say, and what the target needs.
void landing_above(ot_sheet *sheet, const projected *p, int scale);
void landing_below(ot_sheet *sheet, const projected *p, int scale);
void landing_need_words(ot_sheet *sheet, const projected *p, ot_unit unit,
                        int scale);
// "USD 5.63-7.63 bn"; "0.67-0.91"
void landing_amounts(ot_buf *out, ot_interval range, ot_unit unit, int scale);
void landing_multiple(ot_buf *out, ot_interval range);

// Without a file: --have.
typedef struct have_args {
    const char *have, *through, *target, *last_year, *last_part;
} have_args;
ot_status landing_have(const common_args *args, const have_args *have,
                       cli_run *cli, ot_error *err);

// All series of a selection: --by.
typedef struct by_args {
    const char *by, *sort;
    long top; // 0: all
} by_args;
ot_status landing_by(const common_args *args, const have_args *have,
                     const by_args *by, cli_run *cli, ot_error *err);

// --through as the last month taken; INT32_MAX: text is NULL.
ot_status landing_through(const char *text, int year_start, int32_t *through,
                          ot_error *err);
void landing_cut(ot_series *s, int32_t through); // what is later is taken off
// A figure of an option as an interval and, unless NULL, its unit. A target is
// its ends where it is a range, else the number named.
ot_status landing_figure(const common_args *args, const char *option,
                         const char *text, bool is_target, ot_interval *range,
                         ot_unit *unit, ot_error *err);

#endif
