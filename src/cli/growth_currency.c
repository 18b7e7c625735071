// SPDX-License-Identifier: GPL-3.0-or-later
// growth_currency.c - growth in the files' currency and in the one asked for,
// and how far the currency's own move explains the difference.

#include "cli/growth.h"

#include <math.h>

enum {
    PARTNER,
    FLOW,
    PERIOD,
    BASE_PERIOD,
    PUBLISHED,
    MOVE,
    CONVERTED,
    RATE,
    BASE_RATE,
    AVERAGE,
    COLUMNS
};

static void name_columns(const char *from, const char *to, growth_titles *t)
{
    snprintf(t->published, sizeof t->published, "growth in %s", from);
    snprintf(t->converted, sizeof t->converted, "growth in %s", to);
    snprintf(t->move, sizeof t->move, "%s in %s", from, to);
    snprintf(t->rate, sizeof t->rate, "%s per %s", to, from);
    snprintf(t->average, sizeof t->average, "average rate");
}

ot_sheet *growth_currency_sheet(const ot_view *view, bool many_partners,
                                bool many_flows, growth_titles *t)
{
    const ot_unit from = ot_view_unit_published(view), to = ot_view_unit(view);
    const ot_column columns[COLUMNS] = {
        {"partner", "partner", many_partners ? OT_COLUMN_TEXT : OT_COLUMN_ID,
         to},
        {"flow", "flow", many_flows ? OT_COLUMN_TEXT : OT_COLUMN_ID, to},
        {"period", "period", OT_COLUMN_PERIOD, to},
        {"base_period", "against", OT_COLUMN_PERIOD, to},
        {"ratio_published", t->published, OT_COLUMN_RATIO, to},
        {"rate_move", t->move, OT_COLUMN_CHANGE, to},
        {"ratio", t->converted, OT_COLUMN_RATIO, to},
        {"rate", t->rate, OT_COLUMN_EXCHANGE, to},
        {"base_rate", "was", OT_COLUMN_EXCHANGE, to},
        {"average_rate_move", t->average, OT_COLUMN_CHANGE, to},
    };

    name_columns(from.code, to.code, t);
    return ot_sheet_new("currency", columns, COLUMNS);
}

static void note_terms(ot_sheet *sheet, const ot_view *view)
{
    ot_sheet_note(sheet,
                  "1 + %s = (1 + %s) x (1 + %s); %s: the value in %s over the "
                  "same in %s, so months weigh as they traded",
                  ot_sheet_column(sheet, CONVERTED)->title,
                  ot_sheet_column(sheet, PUBLISHED)->title,
                  ot_sheet_column(sheet, MOVE)->title,
                  ot_sheet_column(sheet, RATE)->title, ot_view_unit(view).code,
                  ot_view_unit_published(view).code);
    ot_sheet_note(sheet, "average rate: the move of the mean of the monthly "
                         "average rates, all months alike");
}

void growth_currency_row(ot_sheet *sheet, const cli_views *v,
                         const ot_view *view, const ot_growth *g)
{
    const ot_growth_currency c = ot_growth_in_currency(view, g);
    const ot_interval exact = ot_interval_none();

    if (isnan(c.rate) && isnan(c.base)) {
        return; // it was in this currency, is not known or not above zero
    }
    if (ot_sheet_rows(sheet) == 0) {
        note_terms(sheet, view);
    }
    ot_sheet_row(sheet);
    ot_sheet_text(sheet, PARTNER,
                  ot_panel_area_name(v->panel, ot_view_partner(view)));
    ot_sheet_text(sheet, FLOW, ot_view_flow(view)->name);
    ot_sheet_period(sheet, PERIOD, g->period);
    ot_sheet_period(sheet, BASE_PERIOD, g->base_period);
    ot_sheet_number(sheet, PUBLISHED, c.published.ratio_mid, c.published.ratio);
    ot_sheet_number(sheet, MOVE, c.move - 1, exact);
    ot_sheet_number(sheet, CONVERTED, g->ratio_mid, g->ratio);
    ot_sheet_number(sheet, RATE, c.rate, exact);
    ot_sheet_number(sheet, BASE_RATE, c.base, exact);
    ot_sheet_number(sheet, AVERAGE, c.average_move - 1, exact);
}
