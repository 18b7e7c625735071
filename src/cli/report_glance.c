// SPDX-License-Identifier: GPL-3.0-or-later
// report_glance.c - what a brief comes to at a glance.

#include <ctype.h>
#include <string.h>

#include "cli/out.h"
#include "cli/report.h"

// ---- figures ----------------------------------------------------------------

// An amount without the interval, which the tables give: "GBP 57.41 bn".
static void tile_amount(ot_buf *out, const ot_sheet *sheet, size_t row,
                        const char *id)
{
    char text[OUT_CELL_SIZE];
    ot_buf amount = {0};
    const char *open = strstr(report_amount(text, sheet, row, id), " (");
    const char *close = open != NULL ? strchr(open, ')') : NULL;

    if (close != NULL) {
        ot__buf_format(&amount, "%.*s%s", (int)(open - text), text, close + 1);
    } else {
        ot__buf_text(&amount, text);
    }
    report_minus(out, ot__buf_cstr(&amount));
    ot__buf_free(&amount);
}

// "+56.5 %; 2023: USD 7.92 bn"; nothing where the year before is not known.
static void remark_of(ot_buf *out, const ot_sheet *sheet, size_t row)
{
    char text[OUT_CELL_SIZE];
    const ot_cell *ratio = report_raw(sheet, row, "ratio");

    if (report_raw(sheet, row, "base_value")->kind != OT_CELL_NUMBER) {
        return;
    }
    // A balance that turns has no growth that says anything.
    if (ratio->kind == OT_CELL_NUMBER &&
        strcmp(report_cell(text, sheet, row, "flow"), "balance") != 0) {
        report_minus(out, report_cell(text, sheet, row, "ratio"));
        ot__buf_text(out, "; ");
    }
    report_minus(out, report_cell(text, sheet, row, "base_period"));
    ot__buf_text(out, ": ");
    tile_amount(out, sheet, row, "base_value");
}

static void put_figure(report *r, const ot_sheet *sheet, size_t row)
{
    char text[OUT_CELL_SIZE];
    ot_buf label = {0}, value = {0}, remark = {0};

    ot__buf_format(&label, "%s, ",
                   report_flow(report_cell(text, sheet, row, "flow")));
    report_minus(&label, report_cell(text, sheet, row, "period"));
    ot__buf_cstr(&label);
    if (label.n > 0) {
        label.at[0] = (char)toupper((unsigned char)label.at[0]);
    }
    tile_amount(&value, sheet, row, "value");
    remark_of(&remark, sheet, row);
    ot_brief_figure(r->brief, ot__buf_cstr(&label), ot__buf_cstr(&value),
                    ot__buf_cstr(&remark));
    ot__buf_free(&label);
    ot__buf_free(&value);
    ot__buf_free(&remark);
}

// The main flow first, then the others as growth has them.
static void hear_figures(report *r, const ot_sheet *sheet, void *context)
{
    char flow[OUT_CELL_SIZE];

    (void)context;
    for (int main_one = 1; main_one >= 0; main_one--) {
        for (size_t i = 0; i < ot_sheet_rows(sheet); i++) {
            const ot_cell *value = report_raw(sheet, i, "value");
            report_cell(flow, sheet, i, "flow");
            if (value->kind == OT_CELL_NUMBER &&
                (strcmp(flow, r->about.flow) == 0) == (main_one == 1)) {
                put_figure(r, sheet, i);
            }
        }
    }
}

// What is known of a partner's rank, in its row of the ranking.
static void hear_rank(report *r, const ot_sheet *sheet, void *context)
{
    const size_t *i = context;
    const ot_sheet *c = report_sheet(sheet, "concentration");
    char text[OUT_CELL_SIZE], share[OUT_CELL_SIZE], n[OUT_CELL_SIZE];

    report_cell(n, c != NULL ? c : sheet, 0, "n");
    for (size_t row = 0; row < ot_sheet_rows(sheet); row++) {
        const ot_cell *rank = report_raw(sheet, row, "rank");
        report_cell(text, sheet, row, "partner_code");
        if (strcmp(text, r->about.code[*i]) != 0 ||
            rank->kind != OT_CELL_NUMBER || strcmp(n, "1") == 0 ||
            n[0] == '\0') {
            continue;
        }
        ot_buf label = {0}, remark = {0};
        ot__buf_format(&label, "Share of %s with all partners in the files, ",
                       report_flow(r->about.flow));
        report_minus(&label, report_cell(text, sheet, row, "period"));
        ot__buf_format(&remark, "number %s of %s",
                       report_cell(text, sheet, row, "rank"), n);
        report_cell(text, sheet, row, "share_change");
        ot__buf_text(&remark, text[0] != '\0' ? "; " : "");
        report_minus(&remark, text);
        ot_brief_figure(r->brief, ot__buf_cstr(&label),
                        report_cell(share, sheet, row, "share"),
                        ot__buf_cstr(&remark));
        ot__buf_free(&label);
        ot__buf_free(&remark);
        r->used |= REPORT_SHARE;
    }
}

void report_figures(report *r, size_t i)
{
    report_question q = report_about_it(r, "growth", i, NULL);
    report_question top = report_about_it(r, "top", REPORT_ALL, r->about.flow);

    q.of.period = r->about.period;
    report_ask(r, &q, hear_figures, NULL, NULL);
    if (r->about.year[0] != '\0') {
        q = report_about_it(r, "growth", i, r->about.flow);
        q.of.period = r->about.year;
        report_ask(r, &q, hear_figures, NULL, NULL);
    }
    top.of.partner = NULL;
    top.of.period = r->about.period;
    top.of.format = "csv";
    report_option(&top, "--by", "partner");
    report_option(&top, "--top", "0");
    report_ask(r, &top, hear_rank, &i, NULL);
}

// ---- sentences --------------------------------------------------------------

// The first `most` lines as one paragraph.
static void put_sentences(report *r, const ot_buf *said, size_t most)
{
    ot_str rest = {said->at, said->n};
    ot_buf text = {0};

    for (size_t i = 0; i < most && rest.n > 0; i++) {
        const ot_str sentence = ot__str_cut(&rest, '\n');
        ot__buf_format(&text, "%s%.*s", i > 0 ? " " : "", (int)sentence.n,
                       sentence.at);
    }
    report_words(r, OT_BLOCK_TEXT, ot__buf_cstr(&text));
    ot__buf_free(&text);
}

void report_sentences(report *r, size_t i)
{
    const bool both =
        report_has_flow(r, "turnover") && report_has_flow(r, "balance");
    const bool several = r->about.partners > 1;
    ot_buf said = {0}, before = {0};
    report_question q =
        report_about_it(r, "growth", i, both ? "turnover,balance" : NULL);

    q.of.format = "sentence";
    q.of.period = r->about.period;
    q.said = &said;
    q.untold = several; // the table's command prints the same
    if (report_ask(r, &q, NULL, NULL, NULL) == OT_OK) {
        put_sentences(r, &said, 4);
        ot__buf_text(&before, ot__buf_cstr(&said));
    }
    ot__buf_clear(&said);
    q = report_about_it(r, "growth", i, r->about.flow);
    q.of.format = "sentence";
    q.of.period = NULL;
    q.said = &said;
    q.untold = several;
    // Of the latest month, where that is not what was told.
    if (r->about.step < 12 && report_ask(r, &q, NULL, NULL, NULL) == OT_OK) {
        const size_t first = strcspn(ot__buf_cstr(&said), "\n");
        if (strncmp(ot__buf_cstr(&before), said.at, first) != 0) {
            put_sentences(r, &said, 1);
        }
    }
    ot__buf_free(&said);
    ot__buf_free(&before);
}

void report_glance(report *r)
{
    report_begin(r, "glance", "At a glance");
    report_figures(r, 0);
    report_sentences(r, 0);
    report_end(r);
}
