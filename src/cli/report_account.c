// SPDX-License-Identifier: GPL-3.0-or-later
// report_account.c - what the figures of a brief come from, and how they were
// worked out.

#include <string.h>

#include "cli/report.h"

static void hear_account(report *r, const ot_sheet *sheet, void *context)
{
    static const char *const without[] = {"next: ", NULL};

    (void)context;
    report_lines(r, sheet, OT_SHEET_HEAD, OT_BLOCK_TEXT, without);
    report_lines(r, sheet, OT_SHEET_ABOVE, OT_BLOCK_TEXT, without);
    report_table(r, sheet, NULL);
    report_lines(r, sheet, OT_SHEET_NOTE, OT_BLOCK_TEXT, without);
}

ot_status report_account(report *r, ot_error *err)
{
    report_question q = report_about_it(r, "info", REPORT_ALL, NULL);

    q.of.reporter = q.of.partner = q.of.flow = q.of.commodity = NULL;
    q.of.period = q.of.basis = q.of.as_of = q.of.in = NULL;
    q.of.rates = q.of.rates_set = NULL;
    report_begin(r, "account", "The account of the data");
    const ot_status status = report_ask(r, &q, hear_account, NULL, err);
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

void report_methods(report *r)
{
    report_begin(r, "methods", "Methods and sources");
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        if (methods[i].when == 0 || (r->used & methods[i].when) != 0) {
            ot_brief_words(r->brief, OT_BLOCK_ITEM, "%s", methods[i].text);
        }
    }
    if (r->about.source[0] != '\0') {
        ot_brief_words(r->brief, OT_BLOCK_ITEM, "Source of the figures: %s",
                       r->about.source);
    }
    report_end(r);
}
