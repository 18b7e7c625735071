// SPDX-License-Identifier: GPL-3.0-or-later
// report_structure.c - what is traded, and what the other side says of it.

#include <string.h>

#include "cli/out.h"
#include "cli/report.h"

// ---- goods ------------------------------------------------------------------

static bool is_part(const ot_sheet *sheet, size_t row)
{
    char text[OUT_CELL_SIZE];

    return strcmp(report_cell(text, sheet, row, "row"), "part") == 0;
}

static ot_brief_row_style goods_style(const ot_sheet *sheet, size_t row)
{
    char text[OUT_CELL_SIZE];

    return strcmp(report_cell(text, sheet, row, "row"), "total") == 0
               ? OT_BRIEF_ROW_TOTAL
               : OT_BRIEF_ROW_PLAIN;
}

// "As concentrated as 5.32 codes of equal size in 2023, 4.49 in 2022"
static void say_concentration(report *r, const ot_sheet *c)
{
    char period[OUT_CELL_SIZE], text[OUT_CELL_SIZE];
    ot_buf line = {0};

    for (size_t i = 0; c != NULL && i < ot_sheet_rows(c); i++) {
        ot__buf_format(&line,
                       i == 0 ? "As concentrated as %s codes of equal "
                                "size in %s"
                              : ", %s in %s",
                       report_cell(text, c, i, "effective"),
                       report_cell(period, c, i, "period"));
    }
    report_words(r, OT_BLOCK_NOTE, ot__buf_cstr(&line));
    ot__buf_free(&line);
}

static void hear_goods(report *r, const ot_sheet *sheet, void *context)
{
    static const report_column columns[] = {
        {"rank", NULL, false},         {"rank_was", "a year before", false},
        {"commodity", "code", false},  {"goods", NULL, false},
        {"value", NULL, false},        {"share", NULL, false},
        {"share_change", NULL, false}, {"ratio", NULL, false},
        {"contribution", NULL, false}, {NULL, NULL, false}};
    const report_shape shape = {
        .caption = context, .columns = columns, .style = goods_style};
    size_t parts = 0;

    for (size_t i = 0; i < ot_sheet_rows(sheet); i++) {
        parts += is_part(sheet, i);
    }
    if (parts < 2) {
        return;
    }
    report_begin(r, "structure", "What is traded");
    report_table(r, sheet, &shape);
    report_lines(r, sheet, OT_SHEET_NOTE, OT_BLOCK_NOTE, NULL);
    say_concentration(r, report_sheet(sheet, "concentration"));
    r->used |= REPORT_STRUCTURE;
}

static bool ask_goods(report *r, const char *flow, const char *by,
                      char *caption)
{
    report_question q = report_about_it(r, "top", 0, flow);

    if (r->args->common.commodity == NULL) {
        q.of.commodity = NULL; // a total that was added up has no parts
    }
    report_option(&q, "--by", by);
    report_option(&q, "--top", "8");
    return report_ask(r, &q, hear_goods, caption, NULL) == OT_OK;
}

void report_structure(report *r)
{
    static const char *const flows[] = {"export", "import"};
    char captions[][24] = {"Exports by goods", "Imports by goods"};

    for (size_t i = 0; i < 2; i++) {
        if (report_has_flow(r, flows[i]) &&
            !ask_goods(r, flows[i], "hs2", captions[i])) {
            ask_goods(r, flows[i], "commodity", captions[i]);
        }
    }
    report_end(r);
}

// ---- the other side ---------------------------------------------------------

static bool both_say(const ot_sheet *sheet, size_t row)
{
    const ot_cell *exports = report_raw(sheet, row, "exports");
    const ot_cell *imports = report_raw(sheet, row, "imports");

    return exports->kind == OT_CELL_NUMBER && imports->kind == OT_CELL_NUMBER;
}

#define MIRROR_MOST 8 // rows of each direction

// The newest of each direction.
static bool is_shown(const ot_sheet *sheet, size_t row)
{
    size_t later = 0;

    if (!both_say(sheet, row)) {
        return false;
    }
    for (size_t i = row + 1; i < ot_sheet_rows(sheet); i++) {
        later += both_say(sheet, i) &&
                 strcmp(report_raw(sheet, i, "direction")->text,
                        report_raw(sheet, row, "direction")->text) == 0;
    }
    return later < MIRROR_MOST;
}

static void hear_mirror(report *r, const ot_sheet *sheet, void *context)
{
    static const report_column columns[] = {
        {"direction", "trade from, to", false},
        {"period", NULL, false},
        {"exports", NULL, false},
        {"imports", NULL, false},
        {"ratio", NULL, false},
        {"gap", NULL, false},
        {"band", NULL, false},
        {NULL, NULL, false}};
    const report_shape shape = {.columns = columns, .wants = is_shown};
    size_t both = 0;

    (void)context;
    for (size_t i = 0; i < ot_sheet_rows(sheet); i++) {
        both += both_say(sheet, i);
    }
    if (both == 0) {
        return;
    }
    report_begin(r, "mirror", "What the other side reports");
    report_table(r, sheet, &shape);
    report_lines(r, sheet, OT_SHEET_ABOVE, OT_BLOCK_NOTE, NULL);
    report_lines(r, sheet, OT_SHEET_NOTE, OT_BLOCK_NOTE, NULL);
    r->used |= REPORT_MIRROR;
}

void report_mirror(report *r)
{
    report_question q = report_about_it(r, "mirror", 0, NULL);

    q.of.flow = NULL;
    report_ask(r, &q, hear_mirror, NULL, NULL);
    if (r->begun) {
        q.of.chart = "mirror.svg"; // it goes into the brief, not to a file
        q.untold = true;
        report_ask(r, &q, NULL, NULL, NULL);
    }
    report_end(r);
}
