// SPDX-License-Identifier: GPL-3.0-or-later
// series_cells.c - the figures of a panel as they were published, in canonical
// form: read again they are the same panel.

#include <string.h>

#include "cli/series.h"
#include "data/listed.h"

// What is asked for; NULL or empty: all.
typedef struct filter {
    const ot_panel *panel;
    const common_args *args;
    ot_period within;
    ot_day as_of;
    ot_dimension measure;
} filter;

static bool wanted(const filter *f, const ot_entry *c)
{
    const common_args *a = f->args;

    return (f->measure == OT_DIM_NONE || c->unit.dimension == f->measure) &&
           (c->release == OT_DAY_NONE || c->release <= f->as_of) &&
           (f->within.months == 0 ||
            ot_period_contains(f->within, c->period)) &&
           ot__flow_listed(a->flow, c->flow) &&
           ot__area_listed(f->panel, a->reporter, c->reporter) &&
           ot__area_listed(f->panel, a->partner, c->partner) &&
           ot__text_listed(a->commodity, c->commodity) &&
           ot__basis_fits(a->basis, c->basis);
}

// out: 40 bytes
static const char *status_of(const ot_entry *c, char out[])
{
    const unsigned flags = (c->estimated ? OT_FLAG_ESTIMATED : 0u) |
                           (c->provisional ? OT_FLAG_PROVISIONAL : 0u) |
                           (c->breaks ? OT_FLAG_BREAK : 0u);

    return flags != 0 ? ot_flags_text(flags, out) : ot_state_name(c->state);
}

static void put_row(ot_sheet *sheet, const ot_panel *panel, const ot_entry *c,
                    bool rows)
{
    char text[64];

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, SERIES_REPORTER,
                  ot_panel_area_code(panel, c->reporter));
    ot_sheet_text(sheet, SERIES_PARTNER, ot_panel_area_code(panel, c->partner));
    ot_sheet_text(sheet, SERIES_FLOW, ot_flow_at(c->flow)->name);
    ot_sheet_text(sheet, SERIES_COMMODITY, c->commodity);
    ot_sheet_text(sheet, SERIES_BASIS, c->basis);
    ot_sheet_text(sheet, SERIES_PERIOD, ot_period_text(c->period, text));
    ot_sheet_text(sheet, SERIES_VALUE, c->value);
    ot_sheet_text(sheet, SERIES_UNIT, ot_unit_text(c->unit, text));
    series_put_release(sheet, c->release);
    ot_sheet_text(sheet, SERIES_STATUS, status_of(c, text));
    if (rows) {
        char count[16];
        snprintf(count, sizeof count, "%u", (unsigned)c->rows);
        ot_sheet_text(sheet, SERIES_ROWS, count);
    }
}

static ot_status make_filter(const common_args *args, const ot_panel *panel,
                             filter *f, ot_error *err)
{
    *f = (filter){.panel = panel, .args = args};
    ot_status status = cli_period(args, &f->within, err);

    if (status == OT_OK) {
        status = cli_as_of(args, &f->as_of, err);
    }
    return status == OT_OK ? cli_measure(args, &f->measure, err) : status;
}

ot_status series_cells(const common_args *args, const ot_panel *panel,
                       ot_sheet *sheet, size_t *count, ot_error *err)
{
    filter f;
    const bool rows = ot_sheet_columns(sheet) > SERIES_ROWS;
    const ot_status status = make_filter(args, panel, &f, err);

    *count = 0;
    for (size_t i = 0; i < ot_panel_entries(panel) && status == OT_OK; i++) {
        const ot_entry c = ot_panel_entry(panel, i);
        if (wanted(&f, &c)) {
            put_row(sheet, panel, &c, rows);
            (*count)++;
        }
    }
    return status;
}

bool series_has_sums(const ot_panel *panel)
{
    for (size_t i = 0; i < ot_panel_entries(panel); i++) {
        if (ot_panel_entry(panel, i).rows > 1) {
            return true;
        }
    }
    return false;
}
