// SPDX-License-Identifier: GPL-3.0-or-later
// index_words.c - what outturn index says around its tables.

#include <string.h>

#include "cli/index.h"
#include "cli/views.h"

// "Armenia with World: export, import of each commodity"
static void put_head(ot_sheet *sheet, const common_args *args,
                     const index_data *d)
{
    const ot_slicing *how = &d->cut.how;
    const ot_slice s = ot_slices_at(d->amounts.slices, 0);
    ot_buf b = {0};

    ot__buf_text(&b, how->by_reporter
                         ? "each reporter"
                         : ot_panel_area_name(d->values, s.reporter));
    if (how->by_partner || s.partner != OT_AREA_NONE) {
        ot__buf_format(&b, " with %s",
                       how->by_partner
                           ? "each partner"
                           : ot_panel_area_name(d->values, s.partner));
    }
    for (size_t i = 0; i < how->flows; i++) {
        ot__buf_format(&b, "%s %s", i > 0 ? "," : ":", how->flow[i]->name);
    }
    if (how->by_commodity) {
        ot__buf_text(&b, " of each commodity");
    } else if (s.commodity[0] != '\0') {
        ot__buf_format(&b, " of %s", s.commodity);
    }
    if (how->whole.basis != NULL) {
        cli_say_basis(&b, how->whole.basis);
    }
    ot__buf_format(&b, "; unit values by %s; %s",
                   args->measure != NULL ? args->measure : "netweight",
                   d->unit.code);
    ot_sheet_head(sheet, "%s", ot__buf_cstr(&b));
    ot__buf_free(&b);
}

static void put_facts(ot_sheet *sheet, const common_args *args,
                      const index_data *d)
{
    const ot_slice s = ot_slices_at(d->amounts.slices, 0);

    if (!d->cut.how.by_reporter) {
        ot_sheet_fact(sheet, "reporter",
                      ot_panel_area_code(d->values, s.reporter));
    }
    if (!d->cut.how.by_partner && s.partner != OT_AREA_NONE) {
        ot_sheet_fact(sheet, "partner",
                      ot_panel_area_code(d->values, s.partner));
    }
    ot_sheet_fact(sheet, "measure",
                  args->measure != NULL ? args->measure : "netweight");
    ot_sheet_fact(sheet, "unit", d->unit.code);
}

void index_words(ot_sheet *sheet, const common_args *args, const index_data *d,
                 double cutoff)
{
    char text[OT_NUMBER_SIZE];

    put_head(sheet, args, d);
    put_facts(sheet, args, d);
    ot_sheet_above(sheet, "base period = 100; sums and shares of what is "
                          "compared; unit values move with the mix of goods "
                          "too");
    if (cutoff > 0) {
        ot_sheet_note(sheet,
                      "outlier: a unit value whose logarithm moved more than "
                      "%s robust standard deviations off the median of its "
                      "flow, of %d or more",
                      ot__figures(text, cutoff, 2), OT_ITEM_FEWEST);
    }
    if (args->explain) {
        ot_sheet_note(sheet, "p = v / q, the unit value; s its share of the "
                             "value; 0 the base period, 1 the period");
        ot_sheet_note(sheet,
                      "change = by price + by quantity + not compared (Bennet, "
                      "J. Royal Statistical Society 83 (1920) 455-462)");
        ot_sheet_note(sheet,
                      "indices: IMF, Export and Import Price Index Manual "
                      "(2009); outliers: Iglewicz & Hoaglin, How to Detect and "
                      "Handle Outliers (1993)");
    }
    if (d->cut.how.by_commodity) {
        cli_hs_revisions(sheet, d->values);
    }
    cli_source(sheet, d->values,
               cli_release(d->values, d->cut.how.whole.as_of));
}
