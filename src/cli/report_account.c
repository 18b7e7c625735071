// SPDX-License-Identifier: GPL-3.0-or-later
// report_account.c - what the figures of a brief come from, and how they were
// worked out.

#include <string.h>

#include "cli/report.h"

// "folder/a.csv: layout outturn, 2319 rows, ..." as "a.csv: 2319 rows".
static void put_files(report *r, const ot_sheet *sheet)
{
    const char *line;

    for (size_t i = 0; (line = ot_sheet_line(sheet, OT_SHEET_HEAD, i)) != NULL;
         i++) {
        const char *layout = strstr(line, ": layout ");
        const char *comma = layout != NULL ? strstr(layout, ", ") : NULL;
        const char *name = layout;
        if (comma == NULL) {
            report_words(r, OT_BLOCK_TEXT, line);
            continue;
        }
        while (name > line && name[-1] != '/') {
            name--;
        }
        ot_brief_words(r->brief, OT_BLOCK_ITEM, "%.*s: %.*s",
                       (int)(layout - name), name, (int)strcspn(comma + 2, ","),
                       comma + 2);
    }
}

static void hear_account(report *r, const ot_sheet *sheet, void *context)
{
    static const char *const without[] = {"next: ", NULL};

    (void)context;
    put_files(r, sheet);
    report_lines(r, sheet, OT_SHEET_ABOVE, OT_BLOCK_TEXT, without);
    report_table(r, sheet, NULL);
    report_lines(r, sheet, OT_SHEET_NOTE, OT_BLOCK_TEXT, without);
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

    q.of.reporter = q.of.partner = q.of.flow = q.of.commodity = NULL;
    q.of.period = q.of.basis = q.of.as_of = q.of.in = NULL;
    q.of.rates = q.of.rates_set = NULL;
    report_begin(r, "account", "The account of the data");
    const ot_status status = report_ask(r, &q, hear_account, NULL, err);
    say_missing(r);
    report_end(r);
    return status;
}

// ---- methods ----------------------------------------------------------------

// What is told of those that were used; 0: always.
static const struct {
    unsigned when;
    const char *text;
} methods[] = {
    {0, "Growth: the value of a period by that of its base period, less one; "
        "from twice up as a multiple. A base of zero or less has no growth, "
        "and the change is given instead. A period with a month missing has "
        "no value: then the months known in both years are compared."},
    {0, "Rounding: each published figure is taken as the interval that its "
        "last digit allows, and intervals go through sums and ratios; one is "
        "shown where it is wider than the digits printed."},
    {REPORT_SHARE, "Shares and ranks: of the partners that the files name, or "
                   "of the world where they hold it."},
    {REPORT_STRUCTURE,
     "Contributions: (value - base) / base of the total, in percentage points; "
     "they add up to the growth of the total. Concentration: the effective "
     "number, one by the Herfindahl-Hirschman index of shares."},
    {REPORT_SEASON,
     "Season: STL, seasonal and trend decomposition by loess (Cleveland, "
     "Cleveland, McRae and Terpenning, Journal of Official Statistics 6 "
     "(1990) 3-73); level shifts after Chen and Liu, Journal of the American "
     "Statistical Association 88 (1993) 284-297."},
    {REPORT_MIRROR,
     "Mirror: exports are usually valued free on board (fob), imports with "
     "insurance and freight (cif), so that imports are somewhat larger; where "
     "the ratio leaves the band, the two reporters count differently."},
    {REPORT_LANDING,
     "Landing: a weighted mean of rules and models by how each did in earlier "
     "years of the same series; its ranges come from how it would have missed "
     "then, and hold as far as this year is like those. After a break it is "
     "wider, and says so."},
    {REPORT_CLAIMS,
     "Stated figures: each is read as the interval that its words allow, and "
     "compared with the data as they were known on the day and as they are "
     "known today. A verdict says whether a figure agrees, never whether it is "
     "true."},
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
    report_begin(r, "methods", "Methods and sources");
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        if (methods[i].when == 0 || (r->used & methods[i].when) != 0) {
            ot_brief_words(r->brief, OT_BLOCK_ITEM, "%s", methods[i].text);
        }
    }
    put_rules(r);
    if (r->about.source[0] != '\0') {
        ot_brief_words(r->brief, OT_BLOCK_ITEM, "Source of the figures: %s",
                       r->about.source);
    }
    report_end(r);
}
