// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_figure.c - any bytes at all: a figure or one line that says why not; a
// figure's usual reading is a real interval inside the hard one.
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "outturn/figure.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check(const ot_figure *f)
{
    require(!isnan(f->point) && f->step >= 0);
    require(f->usual.lo <= f->usual.hi);
    require(ot_interval_inside(f->usual, f->hard));
    require(f->unit.scale == 0);
    require(ot_interval_is_none(f->truncated) ||
            f->truncated.lo <= f->truncated.hi);
    require(ot_interval_is_none(f->loose) || f->loose.lo <= f->loose.hi);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char marks[] = {'.', ','};

    for (size_t i = 0; i < sizeof marks; i++) {
        ot_figure f;
        ot_error err = {0};
        const ot_status status = ot_figure_parse(
            (const char *)data, size, (ot_decimal_form){marks[i]}, &f, &err);
        require(status == err.status);
        if (status == OT_OK) {
            check(&f);
        } else {
            require(err.message[0] != '\0');
        }
    }
    return 0;
}
