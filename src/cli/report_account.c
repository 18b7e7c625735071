// SPDX-License-Identifier: GPL-3.0-or-later
// report_account.c - claims checked, the account of the data, methods.

#include <string.h>

#include "cli/out.h"
#include "cli/report.h"

// ---- claims -----------------------------------------------------------------

// What data say, and what figures of the text say of each other where they say
// anything.
static bool is_told(const ot_sheet *sheet, size_t row)
{
    char view[OUT_CELL_SIZE], verdict[OUT_CELL_SIZE];

    report_cell(view, sheet, row, "view");
    report_cell(verdict, sheet, row, "verdict");
    return strcmp(view, "data") == 0 || strcmp(verdict, "not-checked") != 0;
}

static ot_brief_row_style claim_style(const ot_sheet *sheet, size_t row)
{
    static const char *const flagged[] = {"differs", "clashes", "fits-another"};
    char verdict[OUT_CELL_SIZE];

    report_cell(verdict, sheet, row, "verdict");
    for (size_t i = 0; i < sizeof flagged / sizeof flagged[0]; i++) {
        if (strcmp(verdict, flagged[i]) == 0) {
            return OT_BRIEF_ROW_FLAGGED;
        }
    }
    return OT_BRIEF_ROW_PLAIN;
}

static void hear_claims(report *r, const ot_sheet *sheet, void *context)
{
    static const report_column columns[] = {
        {"line", NULL, false},   {"quote", "stated", false},
        {"view", "by", false},   {"on", "known", false},
        {"verdict", NULL, true}, {"reason", "what is known of it", false},
        {NULL, NULL, false}};
    const report_shape shape = {
        .columns = columns, .wants = is_told, .style = claim_style};

    (void)context;
    report_begin(r, "claims", "What was stated, checked");
    if (ot_sheet_rows(sheet) == 0) {
        report_words(r, OT_BLOCK_TEXT, "The text states no figure.");
    }
    report_table(r, sheet, &shape);
    report_lines(r, sheet, OT_SHEET_NOTE, OT_BLOCK_NOTE, NULL);
    r->used |= REPORT_CLAIMS;
}

ot_status report_claims(report *r, ot_error *err)
{
    report_question q = report_about_it(r, "check", REPORT_ALL, NULL);

    if (r->args->texts.n == 0) {
        return OT_OK;
    }
    q.of.format = "md";
    q.pictured = true;
    if (r->args->date != NULL) {
        report_option(&q, "--date", r->args->date);
    }
    const ot_status status = report_ask(r, &q, hear_claims, NULL, err);
    report_end(r);
    return status;
}

// ---- the account ------------------------------------------------------------

static void hear_account(report *r, const ot_sheet *sheet, void *context)
{
    static const char *const advice[] = {"next: ", NULL};

    (void)context;
    report_begin(r, "data", "The data");
    report_lines(r, sheet, OT_SHEET_HEAD, OT_BLOCK_TEXT, NULL);
    report_lines(r, sheet, OT_SHEET_ABOVE, OT_BLOCK_TEXT, NULL);
    report_table(r, sheet, NULL);
    report_lines(r, sheet, OT_SHEET_NOTE, OT_BLOCK_TEXT, advice);
}

// What a reader might look for and does not find.
static void say_missing(report *r)
{
    if (r->about.partners > 1) {
        return;
    }
    if ((r->used & REPORT_STRUCTURE) == 0) {
        report_words(r, OT_BLOCK_TEXT,
                     "The files do not say which goods were traded.");
    }
    if ((r->used & REPORT_MIRROR) == 0) {
        ot_brief_words(r->brief, OT_BLOCK_TEXT,
                       "What %s reports of the same trade is not in the files.",
                       r->about.partner[0]);
    }
    if ((r->used & REPORT_LANDING) == 0 && r->about.step == 12) {
        report_words(r, OT_BLOCK_TEXT,
                     "The figures are of whole years: there is no season and "
                     "no unfinished year to project.");
    } else if ((r->used & REPORT_LANDING) == 0) {
        report_words(r, OT_BLOCK_TEXT,
                     "Where the year will end is not projected: the files have "
                     "too little of the past for it.");
    }
}

ot_status report_account(report *r, ot_error *err)
{
    report_question q = report_about_it(r, "info", REPORT_ALL, NULL);

    q.of.rejects = r->args->common.rejects;
    q.of.partner = q.of.flow = q.of.commodity = q.of.period = NULL;
    if ((r->used & REPORT_MIRROR) != 0) {
        q.of.reporter = NULL; // both sides were asked
    }
    const ot_status status = report_ask(r, &q, hear_account, NULL, err);
    say_missing(r);
    report_end(r);
    return status;
}

// ---- methods ----------------------------------------------------------------

static const struct {
    unsigned used; // 0: always
    const char *text;
} methods[] = {
    {0, "Growth compares a period with the same months a year before. From "
        "twice up it is given as a multiple. From a base of zero or less there "
        "is no rate. Figures are as published, in current prices."},
    {REPORT_SHARE,
     "A share is of the total in the files: that with the world where it is "
     "there, else the sum of the partners. A contribution is the partner's "
     "change over the total a year before, in percentage points."},
    {REPORT_SEASON,
     "The season is estimated by STL (Cleveland, Cleveland, McRae and "
     "Terpenning, Journal of Official Statistics 6, 1990). A level shift is a "
     "lasting step, an outlier a single value far off trend and season."},
    {REPORT_STRUCTURE,
     "Concentration is one over the sum of squared shares (Herfindahl and "
     "Hirschman): the number of equal parts that would be as concentrated."},
    {REPORT_MIRROR,
     "Imports are usually valued with freight and insurance (cif), exports "
     "without (fob): the importer's figure is expected to be a little the "
     "larger. The band says by how much."},
    {REPORT_LANDING,
     "Each rule carries the series forward; what they say together, weighted "
     "by how they did in the years before, is where the year may end. The "
     "ranges come from those past misses: an 80 % range held 8 outcomes in 10, "
     "if the future errs as the past did. How it missed is worked out on each "
     "earlier year with as many months known. A miss is (said - came to) / "
     "came to; usual is the median."},
    {REPORT_CLAIMS,
     "A stated figure is what its rounding and its words allow: 8.3 may be "
     "8.25 to 8.35. It agrees where that and the data overlap."},
};

// "The rules: the average month so far goes on; Theta: half ... (Assimakopoulos
// ...)": those with a source beyond arithmetic name it.
static void put_rules(report *r)
{
    ot_buf text = {0};
    char name[64];

    for (size_t i = 0; i < ot_method_count(); i++) {
        const ot_method *method = ot_method_at(i);
        snprintf(name, sizeof name, " %s ", method->name);
        if (strstr(ot__buf_cstr(&r->rules), name) == NULL) {
            continue;
        }
        ot__buf_format(&text, "%s%s", text.n > 0 ? "; " : "", method->summary);
        if (method->source != NULL) {
            ot__buf_format(&text, " (%s)", method->source);
        }
    }
    if (text.n > 0) {
        ot_brief_words(r->brief, OT_BLOCK_ITEM,
                       "The rules and their sources: "
                       "%s.",
                       ot__buf_cstr(&text));
    }
    ot__buf_free(&text);
}

void report_methods(report *r)
{
    report_begin(r, "methods", "Methods");
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        if (methods[i].used == 0 || (r->used & methods[i].used) != 0) {
            ot_brief_words(r->brief, OT_BLOCK_ITEM, "%s", methods[i].text);
        }
    }
    put_rules(r);
    report_words(r, OT_BLOCK_TEXT,
                 "Every figure above is printed by the command below its "
                 "section, from the same files.");
    report_end(r);
}
