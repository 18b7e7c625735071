// SPDX-License-Identifier: GPL-3.0-or-later
// spans.c - the periods a command is asked for.

#include "cli/spans.h"

#include <stdlib.h>
#include <string.h>

const char *const cli_steps[] = {"month", "quarter", "half", "year", NULL};

static ot_status add(cli_spans *s, ot_period p, ot_error *err)
{
    ot_period *at = realloc(s->at, (s->n + 1) * sizeof *at);

    if (at == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    s->at = at;
    s->at[s->n++] = p;
    return OT_OK;
}

ot_period cli_span_of(const ot_panel *panel)
{
    int32_t first = INT32_MAX, last = INT32_MIN;

    for (size_t i = 0; i < ot_panel_keys(panel); i++) {
        const ot_period p = ot_panel_key(panel, i).span;
        first = p.first < first ? p.first : first;
        last = ot_period_last(p) > last ? ot_period_last(p) : last;
    }
    return first <= last ? ot_period_range(first, last) : (ot_period){0, 0};
}

static ot_status add_list(const char *text, int year_start, cli_spans *s,
                          ot_error *err)
{
    ot_str rest = ot__str(text);
    ot_status status = OT_OK;

    do {
        const ot_str one = ot__str_trim(ot__str_cut(&rest, ','));
        ot_error inner = {0};
        ot_period p;
        status = ot_period_parse(one.at, one.n, year_start, &p, &inner);
        status = status == OT_OK ? add(s, p, err)
                                 : ot_fail(err, OT_E_USAGE, NULL,
                                           "--period: %s", inner.message);
    } while (status == OT_OK && rest.n > 0);
    return status;
}

// The steps of so many months, counted from the start of the year, that lie
// within a period.
static ot_status add_steps(int32_t step, int year_start, ot_period within,
                           cli_spans *s, ot_error *err)
{
    ot_period at = {ot_period_year_of(within.first, year_start).first, step};
    ot_status status = OT_OK;

    for (; status == OT_OK && ot_period_last(at) <= ot_period_last(within);
         at = ot_period_shift(at, step)) {
        if (at.first >= within.first) {
            status = add(s, at, err);
        }
    }
    if (status == OT_OK && s->n == 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--every: no whole step lies within the period");
    }
    return status;
}

ot_status cli_spans_list(const common_args *args, cli_spans *s, ot_error *err)
{
    int start;

    *s = (cli_spans){.n = 0};
    const ot_status status = cli_year_start(args, &start, err);
    return status == OT_OK && args->period != NULL
               ? add_list(args->period, start, s, err)
               : status;
}

int32_t cli_step(const char *every)
{
    static const int32_t months[] = {1, 3, 6, 12};
    size_t i = 0;

    while (every != NULL && strcmp(cli_steps[i], every) != 0) {
        i++;
    }
    return every != NULL ? months[i] : 0;
}

ot_status cli_spans_read(const common_args *args, const char *every,
                         const ot_panel *panel, cli_spans *s, ot_error *err)
{
    const ot_period span = cli_span_of(panel);
    ot_period within = span;
    int start;

    *s = (cli_spans){.n = 0};
    ot_status status = cli_year_start(args, &start, err);
    if (status == OT_OK && every != NULL) {
        status = cli_period(args, &within, err);
        within = args->period == NULL ? span : within;
        return status == OT_OK
                   ? add_steps(cli_step(every), start, within, s, err)
                   : status;
    }
    if (status == OT_OK && args->period != NULL) {
        return add_list(args->period, start, s, err);
    }
    const ot_period year = ot_period_year_of(ot_period_last(span), start);
    const bool full = ot_period_last(year) <= ot_period_last(span);
    return status == OT_OK
               ? add(s, full ? year : ot_period_shift(year, -12), err)
               : status;
}

ot_status cli_base(const common_args *args, const char *text, ot_period *base,
                   ot_error *err)
{
    ot_error inner = {0};
    int start;

    *base = (ot_period){0, 0};
    const ot_status status = cli_year_start(args, &start, err);
    if (status != OT_OK || text == NULL) {
        return status;
    }
    return ot_period_parse(text, strlen(text), start, base, &inner) == OT_OK
               ? OT_OK
               : ot_fail(err, OT_E_USAGE, NULL, "--base: %s", inner.message);
}

void cli_spans_free(cli_spans *s)
{
    free(s->at);
    *s = (cli_spans){.n = 0};
}
