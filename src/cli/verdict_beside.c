// SPDX-License-Identifier: GPL-3.0-or-later
// verdict_beside.c - what the other bases and the partner's figures say, in
// words.

#include "cli/verdict.h"

#include "cli/out.h"

// " (2.06 times)", " it DIFFERS: 2.06 times"
static void put_beside(ot_buf *out, const ot_claim *c, const ot_finding *f,
                       const ot_beside *b)
{
    char text[OUT_CELL_SIZE], hi[OUT_CELL_SIZE];

    if (b->verdict == f->verdict) {
        ot__buf_format(out, " too (%s)", verdict_number(text, c, b->mid));
    } else {
        ot__buf_format(
            out, " %s%s: %s", c->modality == OT_STATED ? "it " : "it is ",
            ot_verdict_word(b->verdict), verdict_number(text, c, b->mid));
    }
    if (!ot_interval_is_none(b->band)) {
        ot__buf_format(out, ", or %s to %s",
                       verdict_number(text, c, b->band.lo),
                       verdict_number(hi, c, b->band.hi));
        ot__buf_text(out,
                     " with freight and insurance, 1.00 to 1.10 times, between "
                     "fob and cif");
    }
}

// The other bases and the other side.
void verdict_besides(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    for (size_t i = 0; i < f->besides; i++) {
        const ot_beside *b = &f->beside[i];
        if (b->reading.reporter != f->own.reporter) {
            ot__buf_format(out, " By the figures of %s (%s)",
                           ot_area_name(b->reading.reporter),
                           b->reading.flow->name);
        } else {
            ot__buf_format(out, " By %s", b->reading.basis);
        }
        put_beside(out, c, f, b);
        ot__buf_char(out, '.');
    }
}
