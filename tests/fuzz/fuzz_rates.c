// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_rates.c - any bytes as a file of exchange rates: refused with one
// sentence, or every average is above zero and the turned one its inverse.
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "data/rates.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void ask(const ot_rates *r)
{
    const ot_period span = ot_rates_span(r);
    const char *reference = ot_rates_reference(r, NULL);
    const size_t n = ot_rates_currencies(r) < 8 ? ot_rates_currencies(r) : 8;

    require(span.months > 0);
    for (size_t i = 0; i < n; i++) {
        const char *code = ot_rates_currency(r, i);
        const ot_period month = {span.first + (int32_t)i % span.months, 1};
        const double to = ot_rates_average(r, reference, code, month);
        const double from = ot_rates_average(r, code, reference, month);
        int fewest, most;
        require(isnan(to) == isnan(from) && (isnan(to) || to >= 0));
        ot_rates_days(r, code, span, &fewest, &most);
        require(fewest >= 0 && fewest <= most && most <= 31);
    }
}

static void check(ot_str text, const char *set)
{
    ot_rates *r = calloc(1, sizeof *r);
    ot_source *source;
    ot_error err = {0};

    require(r != NULL);
    require(ot__source_memory("fuzz", text, &source, NULL) == OT_OK);
    const ot_status status = ot__rates_take(r, source, set, &err);
    require(status == err.status);
    require(status == OT_OK || err.message[0] != '\0');
    if (status == OT_OK) {
        ask(r);
    }
    ot__source_close(source);
    ot_rates_free(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ot_str text = {(const char *)data, size};

    check(text, NULL);
    check(text, "base=EUR");
    check(text, "quote=AMD,decimal=comma");
    return 0;
}
