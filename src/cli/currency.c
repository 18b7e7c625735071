// SPDX-License-Identifier: GPL-3.0-or-later
// currency.c - --in and --rates: the scale and the currency of what is shown.

#include <math.h>
#include <string.h>

#include "cli/views.h"

ot_status cli_in(const common_args *args, ot_unit *unit, ot_error *err)
{
    ot_error inner = {0};

    *unit = (ot_unit){.scale = 0};
    if (args->in == NULL || ot_unit_parse(args->in, unit, &inner) == OT_OK) {
        return OT_OK;
    }
    return ot_fail(err, OT_E_USAGE, NULL, "--in: %s", inner.message);
}

int cli_in_scale(const common_args *args)
{
    ot_unit unit;

    if (args->in == NULL || cli_in(args, &unit, NULL) != OT_OK) {
        return -1;
    }
    return args->rates != NULL && unit.scale == 0 ? -1 : unit.scale;
}

static ot_status other_currency(const common_args *args, ot_unit held,
                                ot_error *err)
{
    return ot_fail(err, OT_E_USAGE, NULL,
                   "--in %s: the figures are in %s, and no exchange rates are "
                   "known: say --rates FILE",
                   args->in, held.code);
}

ot_status cli_scale(const common_args *args, ot_sheet *sheet, ot_error *err)
{
    const int force = cli_in_scale(args);
    ot_unit unit;
    const ot_status status = cli_in(args, &unit, err);

    if (status != OT_OK) {
        return status;
    }
    for (ot_sheet *s = sheet; s != NULL; s = ot_sheet_next(s)) {
        for (size_t c = 0; c < ot_sheet_columns(s); c++) {
            const ot_column *column = ot_sheet_column(s, c);
            if (column->kind == OT_COLUMN_AMOUNT && unit.code[0] != '\0' &&
                !ot_unit_same_base(unit, column->unit)) {
                return other_currency(args, column->unit, err);
            }
        }
        ot_sheet_scale(s, force);
    }
    return OT_OK;
}

// ---- converting ------------------------------------------------------------

ot_status cli_rates_open(const common_args *args, cli_views *v, ot_error *err)
{
    ot_unit unit;
    ot_status status = cli_in(args, &unit, err);

    if (status != OT_OK || args->rates == NULL) {
        return status == OT_OK && args->rates_set != NULL
                   ? ot_fail(err, OT_E_USAGE, NULL,
                             "--rates-set goes with --rates FILE")
                   : status;
    }
    if (unit.dimension != OT_DIM_MONEY) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--rates needs --in CURRENCY, such as --in EUR");
    }
    memcpy(v->currency, unit.code, sizeof v->currency);
    return ot_rates_read(args->rates, args->rates_set, &v->rates, err);
}

void cli_rates_apply(const cli_views *v, ot_selection selection[], size_t n)
{
    for (size_t i = 0; i < n && v->rates != NULL; i++) {
        selection[i].rates = v->rates;
        memcpy(selection[i].currency, v->currency, sizeof v->currency);
    }
}

ot_status cli_rates_check(const common_args *args, const cli_views *v,
                          ot_error *err)
{
    ot_unit unit;
    ot_status status = cli_in(args, &unit, err);

    for (size_t i = 0; i < v->n && status == OT_OK; i++) {
        const ot_unit held = ot_view_unit(v->view[i]);
        if (unit.code[0] != '\0' && !ot_unit_same_base(unit, held)) {
            status = other_currency(args, held, err);
        }
    }
    return status;
}

// ---- words -----------------------------------------------------------------

void cli_converted(ot_buf *b, const ot_view *view)
{
    const ot_rates *r = ot_view_rates(view);

    if (r != NULL) {
        ot__buf_format(b, ", converted from %s at monthly average rates, %s",
                       ot_view_unit_published(view).code, ot_rates_path(r));
    }
}

// Months that were published and could not be converted.
static void note_lacking(ot_sheet *sheet, const ot_view *view)
{
    const ot_period span = ot_view_span(view);
    const int32_t step = ot_view_step(view);
    ot_period first = {0, 0};
    int lacking = 0;
    char text[32];

    for (int32_t i = 0; i < span.months; i += step) {
        const ot_value v =
            ot_view_value(view, (ot_period){span.first + i, step});
        if (v.state == OT_NO_RATE) {
            first = lacking == 0 ? v.hole : first;
            lacking += v.holes;
        }
    }
    if (lacking > 0) {
        first.months = 1;
        ot_sheet_note(sheet,
                      "No %s/%s rate for %d month%s of the figures, first for "
                      "%s: not converted",
                      ot_view_unit(view).code,
                      ot_view_unit_published(view).code, lacking,
                      lacking == 1 ? "" : "s", ot_period_text(first, text));
    }
}

static void note_days(ot_sheet *sheet, const ot_view *view)
{
    const ot_rates *r = ot_view_rates(view);
    const ot_unit from = ot_view_unit_published(view), to = ot_view_unit(view);
    int least[2], most[2];

    ot_rates_days(r, from.code, ot_view_span(view), &least[0], &most[0]);
    ot_rates_days(r, to.code, ot_view_span(view), &least[1], &most[1]);
    const int fewest = least[0] > 0 && (least[1] == 0 || least[0] < least[1])
                           ? least[0]
                           : least[1];
    const int largest = most[0] > most[1] ? most[0] : most[1];
    if (largest > 0) {
        ot_sheet_note(sheet,
                      "%s: rates of days, averaged over the %d to %d there are "
                      "in a month",
                      ot_rates_path(r), fewest, largest);
    }
}

void cli_convert_notes(ot_sheet *sheet, const ot_view *view)
{
    const ot_rates *r = ot_view_rates(view);

    if (r == NULL) {
        return;
    }
    ot_sheet_fact(sheet, "converted_from", ot_view_unit_published(view).code);
    ot_sheet_fact(sheet, "rates", ot_rates_path(r));
    if (ot_view_step(view) > 1) {
        ot_sheet_note(sheet,
                      "Figures for longer than a month at the mean of its "
                      "monthly rates: not the same as month by month");
    }
    note_lacking(sheet, view);
    note_days(sheet, view);
}

char *cli_hole(const ot_view *view, const ot_value *v, char out[], size_t size)
{
    const char *more = v->holes > v->hole.months ? " and more" : "";
    char text[32];

    ot_period_text(v->hole, text);
    if (v->state == OT_NO_RATE) {
        snprintf(out, size, "no %s/%s rate for %s%s", ot_view_unit(view).code,
                 ot_view_unit_published(view).code, text, more);
    } else {
        snprintf(out, size, "%s%s %s", text, more, ot_state_name(v->state));
    }
    return out;
}

char *cli_at_rate(const ot_used_cell *cell, char out[])
{
    char number[OT_NUMBER_SIZE];

    out[0] = '\0';
    if (cell->rate < 1 || cell->rate > 1) {
        snprintf(out, OT_NUMBER_SIZE, " x %.40s",
                 ot__figures(number, cell->rate, 6));
    }
    return out;
}
