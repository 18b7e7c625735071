// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_period.c - any bytes at all, with and without a year start: a period
// whose machine text reads back as itself, or one sentence that says why not.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "outturn/period.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check(const char *text, size_t n, int year_start)
{
    ot_period p = {0, 0}, back = {0, 0};
    ot_error err = {0};
    char out[64];

    if (ot_period_parse(text, n, year_start, &p, &err) != OT_OK) {
        require(err.status != OT_OK && err.message[0] != '\0');
        return;
    }
    require(p.months >= 1);
    ot_period_words(p, out);
    ot_period_text(p, out);
    require(ot_period_parse(out, strlen(out), 0, &back, NULL) == OT_OK);
    require(ot_period_equal(p, back));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ot_day day;

    check((const char *)data, size, 0);
    check((const char *)data, size, 4);
    (void)ot_day_parse((const char *)data, size, &day, NULL);
    return 0;
}
