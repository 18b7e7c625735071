// SPDX-License-Identifier: GPL-3.0-or-later
// indicator_chart.c - the picture of outturn indicator --chart, of its table.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/indicator.h"

// Its name; "": none, or the world.
static const char *partner_of(const ot_panel *panel, const char *code)
{
    const ot_area area = code != NULL && code[0] != '\0'
                             ? ot_panel_area_find(panel, code)
                             : OT_AREA_NONE;

    return area == OT_AREA_NONE || ot_area_kind_of(area) == OT_AREA_WORLD
               ? ""
               : ot_panel_area_name(panel, area);
}

ot_status indicator_chart(const indicator_work *w, ot_day as_of, cli_run *cli,
                          ot_error *err)
{
    const size_t n = ot_sheet_rows(w->sheet);
    ot_picture_figure *at = calloc(n + 1, sizeof *at);
    const ot_picture_indicators all = {
        .subject = {.panel = w->panel,
                    .reporter = w->reporter,
                    .partner = OT_AREA_NONE,
                    .commodity = "",
                    .basis = "",
                    .release = cli_release(w->panel, as_of)},
        .at = at,
        .n = n};

    if (at == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < n; i++) {
        const ot_cell *number = ot_sheet_cell(w->sheet, i, INDICATOR_NUMBER);
        at[i] = (ot_picture_figure){
            .indicator = ot_indicator_find(
                ot_sheet_cell(w->sheet, i, INDICATOR_NAME)->text),
            .period = ot_sheet_cell(w->sheet, i, INDICATOR_PERIOD)->period,
            .partner = ot_sheet_cell(w->sheet, i, INDICATOR_PARTNER)->text,
            .of = ot_sheet_cell(w->sheet, i, INDICATOR_OF)->text,
            .y = number->kind == OT_CELL_NUMBER ? number->number : NAN};
        at[i].partner = partner_of(w->panel, at[i].partner);
        at[i].of = at[i].of != NULL ? at[i].of : "";
    }
    const ot_status status = ot_picture_of_indicators(
        &all, &(ot_picture_options){0}, &cli->picture, err);
    free(at);
    return status;
}
