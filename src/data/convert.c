// SPDX-License-Identifier: GPL-3.0-or-later
// convert.c - a view in another currency than its files.

#include <math.h>
#include <string.h>

#include "data/view.h"

// "USD, JPY, GBP and 38 more"
static char *list_currencies(const ot_rates *r, char out[], size_t size)
{
    const size_t n = ot_rates_currencies(r), shown = n < 8 ? n : 8;
    ot_buf b = {0};

    ot__buf_text(&b, ot_rates_reference(r, NULL));
    for (size_t i = 0; i < shown; i++) {
        ot__buf_format(&b, ", %s", ot_rates_currency(r, i));
    }
    if (n > shown) {
        ot__buf_format(&b, " and %zu more", n - shown);
    }
    ot__str_copy(ot__str(ot__buf_cstr(&b)), out, size);
    ot__buf_free(&b);
    return out;
}

static ot_status find(const ot_rates *r, const char *code, size_t *number,
                      ot_error *err)
{
    char held[128];

    if (ot__rates_find(r, code, number)) {
        return OT_OK;
    }
    return ot_fail(err, OT_E_DATA, NULL, "%s holds no rates of %s (it has %s)",
                   ot_rates_path(r), code,
                   list_currencies(r, held, sizeof held));
}

ot_status ot__view_convert(ot_view *v, ot_error *err)
{
    const ot_rates *r = v->asked.rates;
    const ot_unit unit = v->panel->unit[v->unit];
    ot_conversion *c = &v->conversion;

    if (r == NULL || strcmp(unit.code, v->asked.currency) == 0) {
        return OT_OK;
    }
    if (unit.dimension != OT_DIM_MONEY) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "the figures are in %s: exchange rates are for money",
                       unit.code[0] != '\0' ? unit.code : "no unit");
    }
    ot_status status = find(r, unit.code, &c->from, err);
    if (status == OT_OK) {
        status = find(r, v->asked.currency, &c->to, err);
    }
    if (status == OT_OK) {
        c->rates = r;
        memcpy(c->code, v->asked.currency, sizeof c->code);
    }
    return status;
}

double ot__view_rate(const ot_view *v, ot_period period, ot_period *lacking)
{
    const ot_conversion *c = &v->conversion;
    double sum = 0;

    if (c->rates == NULL) {
        return 1;
    }
    for (int32_t i = 0; i < period.months; i++) {
        const int32_t month = period.first + i;
        const double rate = ot__rates_at(c->rates, c->from, c->to, month);
        if (isnan(rate) && lacking != NULL && !isnan(sum)) {
            *lacking = (ot_period){month, 1};
        } else if (isnan(rate) && lacking != NULL &&
                   month == lacking->first + lacking->months) {
            lacking->months++;
        }
        sum += rate;
    }
    return sum / period.months;
}
