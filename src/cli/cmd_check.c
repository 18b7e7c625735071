// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_check.c - outturn check: stated figures against each other and against
// data.

#include <string.h>

#include "cli/check_out.h"
#include "cli/claims_out.h"
#include "cli/findings.h"
#include "cli/texts.h"

static const opt options[] = {
    {"data", 'd', OPT_LIST, offsetof(check_args, data), "FILE",
     "figures to check against; may be given again", NULL},
    {"sentence", 'e', OPT_LIST, offsetof(check_args, sentence), "TEXT",
     "check this; given again, the next line of the same text", NULL},
    {"date", 0, OPT_TEXT, offsetof(check_args, date), "DATE",
     "the day it was said: judged by what was published then, and by all today",
     NULL},
    {"each-line", 0, OPT_FLAG, offsetof(check_args, each_line), NULL,
     "every line is a text of its own", NULL},
    {"language", 0, OPT_TEXT, offsetof(check_args, language), "LANGUAGE",
     "of the texts", cli_languages},
    {"imply", 0, OPT_LIST, offsetof(check_args, imply), "QUANTITY",
     "what the claims imply of it: \"turnover ARM RUS 9M2023\"", NULL},
    {"known", 0, OPT_TEXT, offsetof(check_args, known), "FILE",
     "an earlier csv: its findings are accepted, by quote and verdict", NULL},
    {"claims-out", 0, OPT_TEXT, offsetof(check_args, claims_out), "FILE",
     "write the claims there, to be corrected by hand and checked", NULL},
    {"fail-on", 0, OPT_TEXT, offsetof(check_args, fail_on), "VERDICT,...",
     "exit 1 on these; else clashes,differs,fits-another; or none", NULL},
    {"basis", 0, OPT_TEXT, offsetof(check_args, common.basis), "BASIS",
     "which of a flow's alternatives: origin, consignment, cif ...", NULL},
    {"year-start", 0, OPT_TEXT, offsetof(check_args, common.year_start),
     "MONTH", "first month of the year, in claims files: apr", NULL},
    {"format", 0, OPT_TEXT, offsetof(check_args, common.format), "FORMAT",
     "text, csv, json, md; lines, sarif or html (help formats)",
     check_format_names},
    {0},
};

// ---- exit status ------------------------------------------------------------

static ot_status read_fail_on(const char *text, bool fails[OT_VERDICTS],
                              ot_error *err)
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

// ---- the answer -------------------------------------------------------------

static void put_summary(ot_sheet *sheet, const char *basis,
                        const checked *texts, size_t n)
{
    ot_buf line = {0};

    summary_alone(&line, texts, n);
    summary_known(&line, texts, n);
    ot_sheet_note(sheet, "%s", ot__buf_cstr(&line));
    for (size_t k = 1; k < checked_columns(&texts[0]); k++) {
        ot__buf_clear(&line);
        summary_column(&line, texts, n, k);
        ot_sheet_note(sheet, "%s", ot__buf_cstr(&line));
    }
    ot__buf_clear(&line);
    checked_basis(&line, basis, texts, n);
    if (line.n > 0) {
        ot_sheet_note(sheet, "%s", ot__buf_cstr(&line));
    }
    ot__buf_free(&line);
}

static ot_status put_implied(const check_args *args, ot_sheet *sheet,
                             const checked *t, ot_error *err)
{
    ot_buf lines = {0};
    const ot_status status = check_imply(&args->imply, t, &lines, err);
    ot_str rest = {lines.at, lines.n};

    while (rest.n > 0) {
        const ot_str line = ot__str_cut(&rest, '\n');
        ot_sheet_note(sheet, "%.*s", (int)line.n, line.at);
    }
    ot__buf_free(&lines);
    return status;
}

// One sheet of all findings.
static ot_status write_sheet(const check_args *args, cli_run *cli,
                             const checked *texts, size_t n, ot_error *err)
{
    ot_sheet *sheet = findings_sheet(strcmp(args->common.format, "md") != 0);
    ot_status status = OT_OK;

    if (sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < n && status == OT_OK; i++) {
        findings_rows(sheet, &texts[i]);
        status = put_implied(args, sheet, &texts[i], err);
    }
    put_summary(sheet, args->common.basis, texts, n);
    if (status == OT_OK) {
        status = cli_write(&args->common, cli, sheet, err);
    }
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

static ot_status write_claims(const check_args *args, const checked *texts,
                              size_t n, ot_error *err)
{
    ot_buf out = {0};
    ot_status status = OT_OK;

    if (args->claims_out == NULL) {
        return OT_OK;
    }
    ot__buf_text(&out, claims_head);
    for (size_t i = 0; i < n; i++) {
        const claims_text text = {texts[i].claims->path, i + 1,
                                  args->each_line};
        for (size_t k = 0; k < texts[i].claims->n; k++) {
            claims_row(&out, &texts[i].claims->claim[k], &text);
        }
    }
    status = out.failed
                 ? ot_fail(err, OT_E_MEMORY, NULL, "no memory for claims")
                 : cli_save(args->claims_out, out.at, out.n, err);
    ot__buf_free(&out);
    return status;
}

// ---- the command ------------------------------------------------------------

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

static ot_status read_how(const check_args *args, check_how *how, ot_error *err)
{
    const char *decimal = args->common.decimal;
    const bool comma = decimal != NULL && strcmp(decimal, "comma") == 0;

    *how = (check_how){
        .data = {.basis = args->common.basis},
        .claims = {.form = {comma ? ',' : '.'}},
        .text = {.each_line = args->each_line, .language = args->language}};
    ot_status status = read_date(args->date, &how->data.date, err);
    if (status == OT_OK) {
        status = cli_text_date(args->date, &how->text.date, err);
    }
    if (status == OT_OK) {
        status = cli_year_start(&args->common, &how->data.year_start, err);
    }
    how->claims.year_start = how->data.year_start;
    return status;
}

static ot_status check_all(const check_args *args, cli_run *cli,
                           const ot_panel *panel, const check_how *how,
                           ot_error *err)
{
    bool fails[OT_VERDICTS], failed = false;
    checked *texts = NULL;
    size_t n = 0;

    ot_status status = read_fail_on(args->fail_on, fails, err);
    if (status == OT_OK) {
        status = check_texts(args, cli, panel, how, &texts, &n, err);
    }
    if (status == OT_OK) {
        status = check_known(args->known, fails, texts, n, &failed, err);
    }
    if (status == OT_OK) {
        status = write_claims(args, texts, n, err);
    }
    if (failed && cli->verdict == 0) {
        cli->verdict = 1;
    }
    if (status == OT_OK) {
        status = write_answer(args, cli, panel, texts, n, err);
    }
    if (status == OT_OK && args->common.chart != NULL) {
        status = checked_picture(panel, texts, n, &cli->picture, err);
    }
    checked_free(texts, n);
    return status;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const check_args *args = arguments;
    ot_panel *panel = NULL;
    check_how how;

    if (cli->operands == 0 && args->sentence.n == 0) {
        return ot_fail(
            err, OT_E_USAGE, NULL,
            "say what to check: outturn check article.txt, a folder, "
            "claims.csv, -e \"sentence\", or - for standard input");
    }
    ot_status status = read_how(args, &how, err);
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
    .operands = "TEXT|CLAIMS|FOLDER...",
    .summary = "whether stated figures hold",
    .about =
        "Reads texts (extract shows what is read of them), a folder's .txt and "
        ".md files, or a\nfile of claims (claim,group,kind,modality,reporter,"
        "partner,flow,commodity,basis,period,\nbase_period,stated,unit,place,"
        "condition,base_flow,base_partner,base_commodity,parts,\nvintage,text,"
        "quote). Figures of a text are judged against each other: ADDS UP, "
        "CLASHES,\nwith what would be needed and the slip that would explain "
        "it. With -d also by the data:\nAGREES, DIFFERS, FITS ANOTHER reading, "
        "NOT CHECKED; projections are LOW, IN RANGE or\nHIGH. With --date "
        "'last year' is a year; with releases in the data they are judged by\n"
        "what was published on that day, and by all today.\n\nA file that "
        "cannot be read is said, and the others are checked. In csv and json "
        "found_lo\nand found_hi are what the data, or the other figures, make "
        "of a figure; implied_lo and\nimplied_hi what the figures imply of the "
        "quantity it is compared with. --chart draws up\nto three figures of "
        "one unit, the gravest first, with what was found of them.",
    .examples = "outturn check article.txt --date 2024-10-08\n"
                "outturn check drafts -d trade.csv --basis origin\n"
                "outturn check -e \"Exports rose from 4 to 5 bn dollars, by 30 "
                "%\"\n"
                "outturn check drafts --format csv -o known.csv\n"
                "outturn check drafts --known known.csv\n"
                "outturn check article.txt --claims-out claims.csv\n"
                "outturn check claims.csv --imply \"turnover ARM RUS "
                "9M2023\"\n"
                "outturn check article.txt -d trade.csv --chart claims.png",
    .uses = USE_READ | USE_CHART | USE_OUTPUT,
    .first = true,
    .options = options,
    .defaults = &(const check_args){.date = NULL},
    .args_size = sizeof(check_args),
    .run = run,
};
