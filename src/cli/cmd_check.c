// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_check.c - outturn check: stated figures against data.

#include <string.h>

#include "cli/alone.h"
#include "cli/check_out.h"
#include "cli/findings.h"

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
    {"format", 0, OPT_TEXT, offsetof(check_args, common.format), "FORMAT",
     "text, csv, json, md; lines, sarif or html (help formats)",
     check_format_names},
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

// ---- the command ------------------------------------------------------------

static ot_status see_findings(const check_args *args, cli_run *cli,
                              const checked *texts, size_t n, ot_error *err)
{
    bool fails[OT_VERDICTS];
    const ot_status status = read_fail_on(args->fail_on, fails, err);

    for (size_t i = 0; i < n && status == OT_OK; i++) {
        const checked *t = &texts[i];
        for (size_t c = 0; c < t->claims->n; c++) {
            for (size_t k = 0; k < checked_columns(t); k++) {
                const ot_finding *f = checked_finding(t, c, k);
                cli->verdict = fails[f->verdict] ? 1 : cli->verdict;
            }
        }
    }
    return status;
}

// One sheet of all findings.
static ot_status write_sheet(const check_args *args, cli_run *cli,
                             const checked *texts, size_t n, ot_error *err)
{
    ot_sheet *sheet = findings_sheet();
    ot_status status = OT_OK;
    ot_buf line = {0};

    if (sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < n && status == OT_OK; i++) {
        const checked *t = &texts[i];
        findings_rows(sheet, t->claims, t->data != NULL ? t->data : t->alone);
        for (size_t k = 0; k < args->imply.n && status == OT_OK; k++) {
            ot__buf_clear(&line);
            status = alone_imply(&line, t->alone, args->imply.at[k], err);
            ot_sheet_note(sheet, "%s", ot__buf_cstr(&line));
        }
    }
    if (status == OT_OK) {
        status = cli_write(&args->common, cli, sheet, err);
    }
    ot__buf_free(&line);
    ot_sheet_free(sheet);
    return status;
}

static ot_status write_answer(const check_args *args, cli_run *cli,
                              const ot_panel *panel, const checked *texts,
                              size_t n, ot_error *err)
{
    const check_format *format = check_format_find(args->common.format);

    return format != NULL ? format->write(args, cli, panel, texts, n, err)
                          : write_sheet(args, cli, texts, n, err);
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

static ot_status check_all(const check_args *args, cli_run *cli,
                           const ot_panel *panel, const ot_check_options *how,
                           ot_error *err)
{
    checked *texts = NULL;
    size_t n = 0;

    ot_status status = check_texts(args, cli, panel, how, &texts, &n, err);
    if (status == OT_OK) {
        status = see_findings(args, cli, texts, n, err);
    }
    if (status == OT_OK) {
        status = write_answer(args, cli, panel, texts, n, err);
    }
    checked_free(texts, n);
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
