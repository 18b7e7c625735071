// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_decimal.c - any bytes at all, under both marks: a number whose text
// reads back as itself, or a refusal.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "outturn/decimal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check(const char *text, size_t n, ot_decimal_form form)
{
    ot_decimal d, back;
    const char *why;
    char out[64];

    if (ot_decimal_parse(text, n, form, &d, &why) != OT_OK) {
        return;
    }
    require(d.digits < 1000000000000000000 && d.digits > -1000000000000000000);
    ot_decimal_text(d, out);
    require(strlen(out) < 48);
    const ot_status status =
        ot_decimal_parse(out, strlen(out), (ot_decimal_form){0}, &back, NULL);
    if (status == OT_OK) { // a long whole number may not fit again
        require(ot_decimal_double(d) == ot_decimal_double(back));
    } else {
        require(status == OT_E_LIMIT && d.exponent > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check((const char *)data, size, (ot_decimal_form){'.'});
    check((const char *)data, size, (ot_decimal_form){','});
    return 0;
}
