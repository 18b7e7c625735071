// SPDX-License-Identifier: GPL-3.0-or-later
// report_claims.c - claims of texts that a brief checks.

#include <string.h>

#include "cli/out.h"
#include "cli/report.h"

static const char *text_of(const ot_sheet *sheet, size_t row, const char *id)
{
    const ot_cell *cell = report_raw(sheet, row, id);

    return cell != NULL && cell->text != NULL ? cell->text : "";
}

// Against the data, and against each other where that finds a clash.
static bool is_said(const ot_sheet *sheet, size_t row)
{
    return strcmp(text_of(sheet, row, "view"), "data") == 0 ||
           strcmp(text_of(sheet, row, "verdict"), "clashes") == 0;
}

static ot_brief_row_style by_verdict(const ot_sheet *sheet, size_t row)
{
    static const char *const flagged[] = {"differs", "fits-another", "clashes",
                                          "low", "high"};

    for (size_t i = 0; i < sizeof flagged / sizeof flagged[0]; i++) {
        if (strcmp(text_of(sheet, row, "verdict"), flagged[i]) == 0) {
            return OT_BRIEF_ROW_FLAGGED;
        }
    }
    return OT_BRIEF_ROW_PLAIN;
}

static void hear_findings(report *r, const ot_sheet *sheet, void *context)
{
    static const report_column columns[] = {
        {"quote", "stated", false},          {"view", "held against", false},
        {"on", "known on", false},           {"verdict", NULL, true},
        {"reason", "what was found", false}, {NULL, NULL, false}};
    const report_shape shape = {
        .columns = columns, .wants = is_said, .style = by_verdict};
    bool *any = context;

    *any = ot_sheet_rows(sheet) > 0;
    if (!*any) {
        report_words(r, OT_BLOCK_TEXT,
                     "The text states no figure about trade that could be "
                     "checked.");
        return;
    }
    report_table(r, sheet, &shape);
    report_lines(r, sheet, OT_SHEET_NOTE, OT_BLOCK_NOTE, NULL);
    r->used |= REPORT_CLAIMS;
}

static report_question ask(const report *r)
{
    report_question q = report_about_it(r, "check", REPORT_ALL, NULL);

    // Figures as they were known on a day are those of a text of that day.
    const char *date =
        r->args->date != NULL ? r->args->date : r->args->common.as_of;
    if (date != NULL) {
        report_option(&q, "--date", date);
    }
    return q;
}

ot_status report_claims(report *r, ot_error *err)
{
    report_question q = ask(r);
    bool any = false;

    if (r->args->texts.n == 0) {
        return OT_OK;
    }
    report_begin(r, "claims", "Stated figures, checked");
    q.of.chart = "claims.svg"; // it goes into the brief, not to a file
    q.of.format = "csv";
    q.untold = true;
    (void)report_ask(r, &q, NULL, NULL, NULL);
    q = ask(r);
    q.of.format = "csv";
    const ot_status status = report_ask(r, &q, hear_findings, &any, err);
    report_end(r);
    return status;
}
