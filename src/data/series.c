// SPDX-License-Identifier: GPL-3.0-or-later
// series.c - a view at a step, and what a view is about.

#include "outturn/series.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/view.h"

const char *ot_state_name(ot_state state)
{
    static const char *const names[] = {
        "reported",         "zero",   "absent", "missing", "suppressed",
        "not in the files", "no rate"};

    return names[state];
}

bool ot_state_known(ot_state state)
{
    return state <= OT_ABSENT;
}

char *ot_flags_text(unsigned flags, char out[])
{
    static const struct {
        unsigned flag;
        const char *word;
    } words[] = {{OT_FLAG_ESTIMATED, "estimated"},
                 {OT_FLAG_PROVISIONAL, "provisional"},
                 {OT_FLAG_BREAK, "break"}};
    size_t n = 0;

    out[0] = '\0';
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if ((flags & words[i].flag) != 0) {
            n += (size_t)snprintf(out + n, 40 - n, "%s%s", n > 0 ? ", " : "",
                                  words[i].word);
        }
    }
    return out;
}

ot_period ot_series_period(const ot_series *s, size_t i)
{
    return (ot_period){s->first + (int32_t)i * s->step, s->step};
}

void ot_series_free(ot_series *s)
{
    if (s != NULL) {
        free(s->y);
        free(s->half);
        free(s->state);
        free(s->flags);
        free(s);
    }
}

ot_period ot_view_span(const ot_view *v)
{
    return v->span;
}

int32_t ot_view_step(const ot_view *v)
{
    int32_t step = 1;

    for (size_t i = 0; i < v->terms; i++) {
        int32_t finest = 12;
        for (size_t k = 0; k < v->term[i].pieces; k++) {
            const int32_t months = v->term[i].piece[k].months;
            finest = months < finest ? months : finest;
        }
        step = finest > step ? finest : step;
    }
    return step <= 1 ? 1 : step <= 3 ? 3 : step <= 6 ? 6 : 12;
}

ot_unit ot_view_unit(const ot_view *v)
{
    ot_unit unit = v->panel->unit[v->unit];

    if (v->conversion.rates != NULL) {
        memcpy(unit.code, v->conversion.code, sizeof unit.code);
    }
    return unit;
}

ot_unit ot_view_unit_published(const ot_view *v)
{
    return v->panel->unit[v->unit];
}

const ot_rates *ot_view_rates(const ot_view *v)
{
    return v->conversion.rates;
}

int ot_view_published_scale(const ot_view *v)
{
    return v->scale;
}

const char *ot_view_basis(const ot_view *v)
{
    return v->basis;
}

const char *ot_view_commodity(const ot_view *v)
{
    return v->commodity;
}

ot_area ot_view_reporter(const ot_view *v)
{
    return v->reporter;
}

ot_area ot_view_partner(const ot_view *v)
{
    return v->partner;
}

const ot_flow *ot_view_flow(const ot_view *v)
{
    return v->asked.flow;
}

size_t ot_view_partners_added(const ot_view *v)
{
    return v->sum.partners ? v->sum.partner_n : 0;
}

size_t ot_view_codes_added(const ot_view *v)
{
    return v->sum.codes ? v->sum.code_n : 0;
}

ot_day ot_view_release(const ot_view *v)
{
    ot_day newest = OT_DAY_NONE;

    for (size_t i = 0; i < v->terms; i++) {
        for (size_t k = 0; k < v->term[i].pieces; k++) {
            const ot_day day =
                v->term[i].cell[v->term[i].piece[k].cell].vintage;
            newest = day > newest ? day : newest;
        }
    }
    return newest;
}

// Whole steps that cover the range, counted from the start of a year.
static ot_period whole_steps(ot_period range, int32_t step, int year_start)
{
    const ot_period year = ot_period_year_of(range.first, year_start);
    const int32_t into = (range.first - year.first) / step * step;
    const int32_t first = year.first + into;
    const int32_t last = ot_period_last(range);

    return ot_period_range(first,
                           first + ((last - first) / step + 1) * step - 1);
}

static ot_series *new_series(size_t n)
{
    ot_series *s = calloc(1, sizeof *s);

    if (s == NULL) {
        return NULL;
    }
    s->y = malloc(n * sizeof *s->y);
    s->half = malloc(n * sizeof *s->half);
    s->state = malloc(n * sizeof *s->state);
    s->flags = malloc(n * sizeof *s->flags);
    if (s->y == NULL || s->half == NULL || s->state == NULL ||
        s->flags == NULL) {
        ot_series_free(s);
        return NULL;
    }
    s->n = n;
    return s;
}

uint8_t ot_value_flags(const ot_value *v)
{
    return (uint8_t)((v->provisional ? OT_FLAG_PROVISIONAL : 0) |
                     (v->estimated ? OT_FLAG_ESTIMATED : 0) |
                     (v->breaks ? OT_FLAG_BREAK : 0));
}

ot_status ot_view_series(const ot_view *v, int32_t step, ot_period range,
                         int year_start, ot_series **series, ot_error *err)
{
    if (step != 1 && step != 3 && step != 6 && step != 12) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a series goes by 1, 3, 6 or 12 months, not %d", step);
    }
    if (range.months == 0) {
        range = v->span;
    }
    if (range.months <= 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "the flows of %s have no months in common",
                       v->asked.flow->name);
    }
    const ot_period whole = whole_steps(range, step, year_start);
    ot_series *s = new_series((size_t)(whole.months / step));
    if (s == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a series");
    }
    s->first = whole.first;
    s->step = step;
    s->unit = ot_view_unit(v);
    for (size_t i = 0; i < s->n; i++) {
        const ot_value value = ot_view_value(v, ot_series_period(s, i));
        s->y[i] = value.y;
        s->half[i] = isnan(value.y) ? 0 : value.half;
        s->state[i] = (uint8_t)value.state;
        s->flags[i] = ot_value_flags(&value);
    }
    *series = s;
    return OT_OK;
}
