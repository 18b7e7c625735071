// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_check.c - outturn check: stated figures against data.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/alone.h"
#include "cli/findings.h"
#include "cli/texts.h"
#include "cli/verdict.h"

typedef struct check_args {
    common_args common;
    text_list data, imply;
    const char *date, *fail_on;
} check_args;

static const opt options[] = {
    {"data", 'd', OPT_LIST, offsetof(check_args, data), "FILE",
     "figures to check against; may be given again", NULL},
    {"date", 0, OPT_TEXT, offsetof(check_args, date), "DATE",
     "the day it was said: judged by what was published then, and by all today",
     NULL},
    {"imply", 0, OPT_LIST, offsetof(check_args, imply), "QUANTITY",
     "what the claims imply of it: \"turnover ARM RUS 9M2023\"; without -d",
     NULL},
    {"fail-on", 0, OPT_TEXT, offsetof(check_args, fail_on), "VERDICT,...",
     "exit 1 on these; else clashes,differs,fits-another; or none", NULL},
    {0},
};

// ---- exit status ------------------------------------------------------------

static ot_status read_fail_on(const char *text, bool fails[], ot_error *err)
{
    ot_str rest = ot__str(text != NULL ? text : "clashes,differs,fits-another");

    for (int v = 0; v < OT_VERDICTS; v++) {
        fails[v] = false;
    }
    while (rest.n > 0) {
        const ot_str word = ot__str_trim(ot__str_cut(&rest, ','));
        int v = 0;
        char shown[48];
        while (v < OT_VERDICTS &&
               !ot__str_same(word, ot_verdict_id((ot_verdict)v))) {
            v++;
        }
        if (v < OT_VERDICTS) {
            fails[v] = true;
        } else if (!ot__str_same(word, "none")) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "--fail-on: '%s' is not a verdict (differs, "
                           "fits-another, clashes, high ...)",
                           ot__str_copy(word, shown, sizeof shown));
        }
    }
    return OT_OK;
}

// ---- text -------------------------------------------------------------------

#define WIDTH 96

// Text set in by `margin`, lines broken at blanks.
static void put_wrapped(ot_buf *out, size_t margin, const char *text)
{
    size_t column = margin;
    ot_str rest = ot__str(text);

    ot__buf_format(out, "%*s", (int)margin, "");
    while (rest.n > 0) {
        const ot_str word = ot__str_cut(&rest, ' ');
        if (column > margin && column + 1 + word.n > WIDTH) {
            ot__buf_format(out, "\n%*s", (int)margin, "");
            column = margin;
        } else if (column > margin) {
            ot__buf_char(out, ' ');
            column++;
        }
        ot__buf_bytes(out, word.at, word.n);
        column += word.n;
    }
    ot__buf_char(out, '\n');
}

static void put_when(ot_buf *line, const ot_finding *f, ot_day day)
{
    char text[64];

    if (day == OT_DAY_LATEST) {
        ot__buf_text(line, "today");
    } else {
        ot__buf_format(line, "on %s", ot_day_words(day, text));
    }
    if (f->own.flow != NULL) {
        ot__buf_text(line, " (");
        verdict_release(line, f->own.release);
        ot__buf_format(line, ", months to %s)",
                       ot_period_words((ot_period){f->months_to, 1}, text));
    }
    ot__buf_char(line, ':');
}

static void trace(const ot_used_cell *cell, void *context)
{
    ot_buf *out = context;
    char number[OT_NUMBER_SIZE], period[32];

    ot__buf_format(out, "         %s%s %s %s  %s:%ld\n",
                   cell->sign < 0 ? "-" : "+", ot_flow_at(cell->flow)->name,
                   ot_period_text(cell->period, period),
                   ot__shortest(number, cell->y), cell->path, cell->line);
}

static const char *bound(char out[], double x)
{
    return isinf(x) ? "no limit" : ot__shortest(out, x);
}

// The arithmetic of a finding, under --explain.
static void put_explain(ot_buf *out, const ot_panel *panel, const ot_claim *c,
                        const ot_finding *f, ot_day day)
{
    char a[OT_NUMBER_SIZE], b[OT_NUMBER_SIZE], d[OT_NUMBER_SIZE];
    char e[OT_NUMBER_SIZE];
    ot_selection s = {.reporter = f->own.reporter,
                      .partner = f->own.partner,
                      .flow = f->own.flow,
                      .basis = f->own.basis[0] != '\0' ? f->own.basis : NULL,
                      .as_of = day};
    ot_view *view;

    ot__str_copy(ot__str(c->commodity), s.commodity, sizeof s.commodity);
    ot__buf_format(out, "      stated: %s to %s (usual), %s to %s (at most)\n",
                   ot__shortest(a, c->figure.usual.lo),
                   ot__shortest(b, c->figure.usual.hi),
                   bound(d, c->figure.hard.lo), bound(e, c->figure.hard.hi));
    if (!f->known) {
        return;
    }
    ot__buf_format(out, "      %s = %s\n      v = %s", f->formula,
                   ot__shortest(a, f->mid), ot__shortest(b, f->value.y));
    if (!isnan(f->base.y)) {
        ot__buf_format(out, ", base = %s", ot__shortest(d, f->base.y));
    }
    ot__buf_format(out, "\n      rounding allows %s to %s\n",
                   ot__shortest(a, f->range.lo), ot__shortest(b, f->range.hi));
    if (ot_panel_select(panel, &s, &view, NULL) == OT_OK) {
        ot_view_trace(view, c->period, trace, out);
        if (!isnan(f->base.y) && c->kind != OT_CLAIM_RANK) {
            ot__buf_text(out, "      the base:\n");
            ot_view_trace(view, c->base, trace, out);
        }
        ot_view_free(view);
    }
}

static void put_claim(const check_args *args, ot_buf *out,
                      const ot_panel *panel, const ot_claim *c,
                      const ot_checking *k, const ot_finding *f)
{
    ot_buf line = {0};

    ot__buf_format(&line, "%s. ", c->id);
    verdict_claim(&line, c);
    if (c->place[0] != '\0') {
        ot__buf_format(&line, " [%s]", c->place);
    }
    put_wrapped(out, 0, ot__buf_cstr(&line));
    for (int i = 0; i < k->columns; i++) {
        ot__buf_clear(&line);
        if (panel != NULL) {
            put_when(&line, &f[i], k->day[i]);
            put_wrapped(out, 3, ot__buf_cstr(&line));
        }
        ot__buf_clear(&line);
        verdict_words(&line, c, &f[i]);
        put_wrapped(out, panel != NULL ? 6 : 3, ot__buf_cstr(&line));
        if (args->common.explain && panel == NULL) {
            alone_explain(out, c, &f[i]);
        } else if (args->common.explain && f[i].own.flow != NULL) {
            put_explain(out, panel, c, &f[i], k->day[i]);
            verdict_explain(out, panel, c, &f[i], k->day[i], 6);
        }
    }
    ot__buf_char(out, '\n');
    ot__buf_free(&line);
}

static void put_text(const check_args *args, cli_run *cli,
                     const ot_claims *claims, const ot_panel *panel,
                     const ot_checking *k)
{
    ot_buf *out = &cli->out;

    ot__buf_format(out, "%zu claim%s of %s against%s", claims->n,
                   claims->n == 1 ? "" : "s", claims->path,
                   panel == NULL ? " each other, no data given" : "");
    for (size_t i = 0; panel != NULL && i < ot_panel_files(panel); i++) {
        ot__buf_format(out, "%s%s", i > 0 ? ", " : " ",
                       ot_panel_file(panel, i).path);
    }
    ot__buf_format(out, "%s%s\n\n",
                   args->common.basis != NULL ? "; imports by " : "",
                   args->common.basis != NULL ? args->common.basis : "");
    for (size_t i = 0; i < claims->n; i++) {
        put_claim(args, out, panel, &claims->claim[i], k,
                  &k->finding[i * (size_t)k->columns]);
    }
    findings_summary(out, k, "\n");
    ot__buf_char(out, '\n');
}

// --imply, under the claims or under the sheet.
static ot_status put_implied(const check_args *args, cli_run *cli,
                             const ot_checking *k, ot_sheet *sheet,
                             ot_error *err)
{
    ot_status status = OT_OK;
    ot_buf line = {0};

    for (size_t i = 0; i < args->imply.n && status == OT_OK; i++) {
        ot__buf_clear(&line);
        status = alone_imply(&line, k, args->imply.at[i], err);
        if (sheet != NULL) {
            ot_sheet_note(sheet, "%s", ot__buf_cstr(&line));
        } else {
            ot__buf_format(&cli->out, "%s\n", ot__buf_cstr(&line));
        }
    }
    ot__buf_free(&line);
    return status;
}

// ---- the command ------------------------------------------------------------

static ot_status answer(const check_args *args, cli_run *cli,
                        const ot_claims *claims, const ot_panel *panel,
                        const ot_check_options *how, ot_sheet *sheet,
                        ot_error *err)
{
    bool fails[OT_VERDICTS];
    ot_checking *k = NULL;
    ot_status status = read_fail_on(args->fail_on, fails, err);

    if (status == OT_OK) {
        status = panel != NULL ? ot_check(claims, panel, how, &k, err)
                               : ot_check_alone(claims, NULL, &k, err);
    }
    if (status != OT_OK) {
        return status;
    }
    for (size_t i = 0; i < k->n * (size_t)k->columns; i++) {
        cli->verdict = fails[k->finding[i].verdict] ? 1 : cli->verdict;
    }
    if (sheet == NULL) {
        put_text(args, cli, claims, panel, k);
    } else {
        findings_rows(sheet, claims, k);
    }
    if (panel == NULL) {
        status = put_implied(args, cli, k, sheet, err);
    }
    ot_checking_free(k);
    return status;
}

static ot_status read_date(const char *text, ot_day *day, ot_error *err)
{
    ot_error inner = {0};

    *day = OT_DAY_LATEST;
    if (text == NULL ||
        ot_day_parse(text, strlen(text), day, &inner) == OT_OK) {
        return OT_OK;
    }
    return ot_fail(err, OT_E_USAGE, NULL, "--date: %s", inner.message);
}

static ot_status check_one(const check_args *args, cli_run *cli,
                           const ot_panel *panel, const char *path,
                           const ot_check_options *how, ot_sheet *sheet,
                           ot_error *err)
{
    const ot_claims_options reading = {
        .form = {args->common.decimal != NULL &&
                         strcmp(args->common.decimal, "comma") == 0
                     ? ','
                     : '.'},
        .year_start = how->year_start};
    ot_extract_options text = {.date = OT_DAY_NONE};
    ot_claims *claims = NULL;
    ot_status status = cli_text_date(args->date, &text.date, err);

    if (status == OT_OK) {
        status = cli_is_text(path)
                     ? cli_extract(path, &text, &claims, err)
                     : ot_claims_read(path, &reading, &claims, err);
    }
    if (status == OT_OK && panel != NULL && cli_is_text(path)) {
        cli_turn_sides(claims, panel);
    }
    if (status == OT_OK) {
        status = answer(args, cli, claims, panel, how, sheet, err);
        ot_claims_free(claims);
    }
    return status;
}

// All files of claims: text file by file, else one sheet of all findings.
static ot_status check_all(const check_args *args, cli_run *cli,
                           const ot_panel *panel, const ot_check_options *how,
                           ot_error *err)
{
    const char *format = args->common.format;
    const bool text = format == NULL || strcmp(format, "text") == 0;
    ot_sheet *sheet = text ? NULL : findings_sheet();
    ot_status status = OT_OK;

    if (!text && sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < cli->operands && status == OT_OK; i++) {
        if (text && i > 0) {
            ot__buf_char(&cli->out, '\n');
        }
        status = check_one(args, cli, panel, cli->operand[i], how, sheet, err);
    }
    if (status == OT_OK && !text) {
        status = cli_write(&args->common, cli, sheet, err);
    }
    ot_sheet_free(sheet);
    return status;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const check_args *args = arguments;
    ot_check_options how = {.basis = args->common.basis};
    ot_panel *panel = NULL;

    if (cli->operands == 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "say which claims, and which data if there are any: "
                       "outturn check CLAIMS.csv -d DATA.csv");
    }
    if (args->imply.n > 0 && args->data.n > 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--imply asks the claims alone; leave out -d");
    }
    ot_status status = read_date(args->date, &how.date, err);
    if (status == OT_OK) {
        status = cli_year_start(&args->common, &how.year_start, err);
    }
    if (status == OT_OK && args->data.n > 0) {
        status = cli_read_files(&args->common, cli, args->data.at, args->data.n,
                                &panel, err);
    }
    if (status == OT_OK) {
        status = check_all(args, cli, panel, &how, err);
    }
    ot_panel_free(panel);
    return status;
}

const command command_check = {
    .name = "check",
    .operands = "TEXT|CLAIMS...",
    .summary = "whether stated figures hold",
    .about =
        "Reads a text (.txt, .md; extract shows what is read of it) or a file "
        "of claims\n(claim,group,kind,modality,reporter,partner,flow,commodity,"
        "basis,period,base_period,\nstated,unit,place; condition,base_flow,"
        "base_partner,base_commodity,parts,vintage).\nWithout data they are "
        "judged against each other: ADDS UP, CLASHES, with what would be\n"
        "needed and the slip that would explain it. With -d by the data: "
        "AGREES, DIFFERS,\nFITS ANOTHER reading, NOT CHECKED; projections are "
        "LOW, IN RANGE or HIGH. With --date\nand releases in the data, by what "
        "was published on that day, and by all today.",
    .examples = "outturn check article.txt --date 2024-10-08\n"
                "outturn check claims.csv --imply \"turnover ARM RUS "
                "9M2023\"\n"
                "outturn check claims.csv -d trade.csv --date 2024-10-08 "
                "--basis origin\n"
                "outturn check claims.csv -d a.csv -d b.csv --format json",
    .uses = USE_SELECT | USE_READ | USE_OUTPUT,
    .first = true,
    .options = options,
    .defaults = &(const check_args){.date = NULL},
    .args_size = sizeof(check_args),
    .run = run,
};
