// SPDX-License-Identifier: GPL-3.0-or-later
// verdict_history.c - ranks and runs in words, with what was compared.

#include "cli/verdict.h"

#include <math.h>
#include <string.h>

#include "cli/out.h"

static const char *superlative(const ot_claim *c)
{
    return c->figure.point < 0 ? "smallest" : "largest";
}

// "12 earlier months", "17 earlier years, the same months of each"
static void put_compared(ot_buf *out, const ot_claim *c, const ot_history *h)
{
    const char *s = h->compared == 1 ? "" : "s";

    if (h->of_partners) {
        ot__buf_format(out, "%zu other partner%s in the files", h->compared, s);
    } else {
        ot__buf_format(out, "%zu earlier %s%s", h->compared,
                       h->step == 12  ? "year"
                       : h->step == 1 ? "month"
                                      : "quarter",
                       s);
        if (h->step == 12 && c->period.months < 12) {
            ot__buf_text(out, ", the same months of each");
        }
    }
    if (h->holes > 0) {
        ot__buf_format(out, " (%zu more not known)", h->holes);
    }
}

static void put_rival(ot_buf *out, const ot_claim *c, const ot_history *h)
{
    char text[OUT_CELL_SIZE], period[64];

    ot__buf_format(out, "; the %s of them %s", superlative(c),
                   verdict_money(text, h->rival));
    if (h->of_partners) {
        ot__buf_format(out, ", %s", ot_area_name(h->rival_partner));
    } else {
        ot__buf_format(out, " in %s", ot_period_words(h->rival_period, period));
    }
}

// "place 1 (12.40 bn) beside 17 earlier years; the largest of them 7.92 bn in
// 2023"
void verdict_rank(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const ot_history *h = &f->history;
    char text[OUT_CELL_SIZE], period[64];

    ot__buf_format(out, "%s (%s)", verdict_number(text, c, f->mid),
                   verdict_money(period, f->value.y));
    if (h->compared > 0) {
        ot__buf_text(out, " beside ");
        put_compared(out, c, h);
        put_rival(out, c, h);
    }
    if (c->since.months > 0) {
        ot__buf_format(out, "; in %s it was %s%s",
                       ot_period_words(c->since, period),
                       h->beaten_then ? "" : "not ",
                       c->figure.point < 0 ? "smaller" : "larger");
    }
    if (h->of_partners && !h->complete) {
        ot__buf_text(out, "; others may be missing");
    }
}

// "3 in a row up, each month on a year before"
void verdict_run(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    char text[OT_NUMBER_SIZE];

    ot__buf_format(out, "%s in a row %s", ot__fixed(text, fabs(f->mid), 0),
                   f->mid < 0 ? "down" : "up");
    ot__buf_text(out,
                 f->history.step == c->period.months && c->period.months < 12
                     ? ", each on the one before"
                     : ", each on a year before");
}
