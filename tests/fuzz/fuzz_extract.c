// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_extract.c - any bytes at all: claims whose quotes stand in the text
// where they say, in order, each with a real interval.
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "outturn/extract.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

// The byte at a line and column; NULL: there is none.
static const char *byte_at(const char *text, size_t n, long line, long column)
{
    const char *at = text, *end = text + n;

    for (; line > 1 && at != NULL; line--) {
        at = memchr(at, '\n', (size_t)(end - at));
        at = at != NULL ? at + 1 : NULL;
    }
    return at != NULL && column >= 1 && column <= end - at ? at + column - 1
                                                           : NULL;
}

static void check(const char *text, size_t n, const ot_claim *c)
{
    const size_t length = strlen(c->said.quote);
    const char *at = byte_at(text, n, c->said.line, c->said.column);

    require(at != NULL && at + length <= text + n);
    require(memcmp(at, c->said.quote, length) == 0);
    require(c->figure.usual.lo <= c->figure.usual.hi);
    require(c->figure.hard.lo <= c->figure.hard.hi);
    require(c->said.period[0] != '\0' && c->said.base[0] != '\0');
    require(c->stated[0] != '\0');
    require(c->period.months >= 0 && c->readings <= OT_READINGS);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ot_extract_options options[] = {
        {.date = OT_DAY_NONE},
        {.date = 0, .each_line = true},
    };

    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        ot_claims *claims = NULL;
        ot_error err = {0};
        const ot_status status = ot_extract("fuzz", (const char *)data, size,
                                            &options[i], &claims, &err);
        require(status == err.status);
        for (size_t k = 0; status == OT_OK && k < claims->n; k++) {
            check((const char *)data, size, &claims->claim[k]);
        }
        ot_claims_free(claims);
    }
    return 0;
}
