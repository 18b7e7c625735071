// SPDX-License-Identifier: GPL-3.0-or-later
// landing_have.c - outturn project without a file: what a figure to date and a
// target say by themselves.

#include "cli/landing.h"

#include <math.h>
#include <string.h>

// What the options say.
typedef struct known {
    ot_period period, known;
    ot_interval have, target, last_year, last_part; // none: not given
    ot_unit unit;
} known;

static ot_status read_figure(const common_args *args, const char *option,
                             const char *text, ot_interval *range, known *k,
                             ot_error *err)
{
    ot_unit unit;

    *range = ot_interval_none();
    if (text == NULL) {
        return OT_OK;
    }
    const ot_status status = landing_figure(
        args, option, text, strcmp(option, "target") == 0, range, &unit, err);
    if (status != OT_OK || unit.code[0] == '\0') {
        return status;
    }
    if (k->unit.code[0] != '\0' && !ot_unit_same_base(unit, k->unit)) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--%s is in %s, another figure in %s", option, unit.code,
                       k->unit.code);
    }
    k->unit = unit;
    return OT_OK;
}

static ot_status read_period(const common_args *args, const have_args *have,
                             known *k, ot_error *err)
{
    ot_error inner = {0};
    ot_period through;
    int start;

    ot_status status = cli_year_start(args, &start, err);
    if (status == OT_OK) {
        status = cli_period(args, &k->period, err);
    }
    if (status != OT_OK) {
        return status;
    }
    if (have->through == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--have needs --through: the last month it holds, such "
                       "as 2024-09");
    }
    if (ot_period_parse(have->through, strlen(have->through), start, &through,
                        &inner) != OT_OK) {
        return ot_fail(err, OT_E_USAGE, NULL, "--through: %s", inner.message);
    }
    const int32_t last = ot_period_last(through);
    if (k->period.months == 0) {
        k->period = ot_period_year_of(last, start);
    }
    k->known = ot_period_range(k->period.first, last);
    if (last < k->period.first || last >= ot_period_last(k->period)) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--through %s leaves nothing to project: it must lie in "
                       "the period, before its last month",
                       have->through);
    }
    return OT_OK;
}

static ot_status read_known(const common_args *args, const have_args *have,
                            known *k, ot_error *err)
{
    *k = (known){.period = {0, 0}};
    ot_status status = read_period(args, have, k, err);

    if (status == OT_OK) {
        status = read_figure(args, "have", have->have, &k->have, k, err);
    }
    if (status == OT_OK) {
        status = read_figure(args, "target", have->target, &k->target, k, err);
    }
    if (status == OT_OK) {
        status = read_figure(args, "last-year", have->last_year, &k->last_year,
                             k, err);
    }
    if (status == OT_OK) {
        status = read_figure(args, "last-part", have->last_part, &k->last_part,
                             k, err);
    }
    return status;
}

// ---- the rules that need no series -----------------------------------------

enum { RULE, WORDS, TOTAL, AGAINST, COLUMNS };

static void add_rule(ot_sheet *sheet, const known *k, const char *name,
                     ot_interval total, const char *formula)
{
    const double mid = ot_interval_mid(total);

    if (ot_interval_is_none(total)) {
        return;
    }
    ot_sheet_row(sheet);
    ot_sheet_text(sheet, RULE, name);
    ot_sheet_text(sheet, WORDS, ot_method_find(name)->summary);
    ot_sheet_number(sheet, TOTAL, mid, total);
    ot_sheet_formula(sheet, TOTAL, formula);
    const ot_interval ratio = ot_interval_div(total, k->last_year);
    if (!ot_interval_is_none(ratio)) {
        ot_sheet_number(sheet, AGAINST, mid / ot_interval_mid(k->last_year),
                        ratio);
    }
}

static void put(ot_buf *out, ot_interval r)
{
    char number[OT_NUMBER_SIZE];
    ot__buf_text(out, ot__shortest(number, ot_interval_mid(r)));
}

static void add_rules(ot_sheet *sheet, const known *k)
{
    const ot_interval rest = ot_interval_sub(k->last_year, k->last_part);
    const ot_interval carried =
        ot_interval_mul(k->have, ot_interval_div(k->last_year, k->last_part));
    ot_buf f = {0};

    ot__buf_text(&f, "V x L / m = ");
    put(&f, k->have);
    ot__buf_format(&f, " x %d / %d", (int)k->period.months,
                   (int)k->known.months);
    add_rule(sheet, k, "run-rate",
             ot_interval_scale(k->have, (double)k->period.months /
                                            (double)k->known.months),
             ot__buf_cstr(&f));
    if (!ot_interval_is_none(rest)) {
        ot__buf_clear(&f);
        ot__buf_text(&f, "V + R1 = ");
        put(&f, k->have);
        ot__buf_text(&f, " + ");
        put(&f, rest);
        add_rule(sheet, k, "last-years-rest", ot_interval_add(k->have, rest),
                 ot__buf_cstr(&f));
        ot__buf_clear(&f);
        ot__buf_text(&f, "T1 x V / V1 = ");
        put(&f, k->last_year);
        ot__buf_text(&f, " x ");
        put(&f, k->have);
        ot__buf_text(&f, " / ");
        put(&f, k->last_part);
        add_rule(sheet, k, "growth-carried-on", carried, ot__buf_cstr(&f));
    }
    ot__buf_free(&f);
}

// ---- the answer ------------------------------------------------------------

static void describe(ot_sheet *sheet, const known *k, const have_args *have)
{
    char period[64], part[64], text[32];

    ot_sheet_head(sheet,
                  "%s, of which %s is given as %s; no data: from the "
                  "figures alone",
                  ot_period_words(k->period, period),
                  ot_period_words(k->known, part), have->have);
    ot_sheet_fact(sheet, "period", ot_period_text(k->period, text));
    ot_sheet_fact(sheet, "known", ot_period_text(k->known, text));
}

static void add_last_year(ot_sheet *sheet, const known *k)
{
    const ot_interval ratio = ot_interval_div(k->target, k->last_year);
    ot_buf line = {0};

    if (!ot_interval_is_none(ratio)) {
        landing_multiple(&line, ratio);
        ot_sheet_note(sheet, "  the whole target is %s times last year's total",
                      ot__buf_cstr(&line));
    }
    ot__buf_free(&line);
}

static ot_status add_need(const known *k, projected *p, ot_error *err)
{
    const ot_interval rest = ot_interval_sub(k->last_year, k->last_part);

    p->has_target = true;
    p->target = k->target;
    return ot_project_need(NULL, k->period, k->known, k->have,
                           ot_interval_is_none(rest) ? NAN
                                                     : ot_interval_mid(rest),
                           k->target, &p->need, err);
}

static ot_status fill(const common_args *args, const have_args *have,
                      const known *k, ot_sheet *sheet, ot_error *err)
{
    projected p = {.view = NULL};
    ot_status status = OT_OK;

    describe(sheet, k, have);
    add_rules(sheet, k);
    if (!ot_interval_is_none(k->target)) {
        status = add_need(k, &p, err);
    }
    if (status == OT_OK && p.has_target && landing_for_machines(args)) {
        ot_sheet_append(sheet, landing_need_sheet(k->unit, &p));
    }
    if (status == OT_OK) {
        status = cli_scale(args, sheet, err);
    }
    if (status == OT_OK && p.has_target) {
        landing_need_words(sheet, &p, k->unit,
                           ot_sheet_column(sheet, TOTAL)->unit.scale);
        add_last_year(sheet, k);
    }
    ot_sheet_source(sheet, "the figures given; no data");
    return status;
}

ot_status landing_have(const common_args *args, const have_args *have,
                       cli_run *cli, ot_error *err)
{
    known k;

    if (cli->operands > 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--have goes without a file: the figures are in '%.60s'",
                       cli->operand[0]);
    }
    ot_status status = read_known(args, have, &k, err);
    if (status != OT_OK) {
        return status;
    }
    const ot_column columns[COLUMNS] = {
        {"rule", "", OT_COLUMN_ID, k.unit},
        {"words", "if", OT_COLUMN_TEXT, k.unit},
        {"total", "total", OT_COLUMN_AMOUNT, k.unit},
        {"against_last_year", "against last year",
         ot_interval_is_none(k.last_year) ? OT_COLUMN_ID : OT_COLUMN_RATIO,
         k.unit},
    };
    ot_sheet *sheet = ot_sheet_new("landing", columns, COLUMNS);
    if (sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    status = fill(args, have, &k, sheet, err);
    if (status == OT_OK) {
        status = cli_write(args, cli, sheet, err);
    }
    ot_sheet_free(sheet);
    return status;
}
