// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/stated.h"

#include <math.h>
#include <string.h>

#include "report/picture.h"

static ot_found found_range(const char *label, const char *says,
                            ot_row_style style, ot_interval i)
{
    ot_found b = {.known = isfinite(i.lo) && isfinite(i.hi) && i.lo <= i.hi,
                  .style = style,
                  .y = NAN,
                  .lo = i.lo,
                  .hi = i.hi};

    ot__str_copy(ot__str(label), b.label, sizeof b.label);
    ot__str_copy(ot__str(says), b.says, sizeof b.says);
    return b;
}

static ot_found found_value(const char *label, const char *says, double y)
{
    ot_found b = {.known = isfinite(y),
                  .style = OT_ROW_PLAIN,
                  .y = y,
                  .lo = NAN,
                  .hi = NAN};

    ot__str_copy(ot__str(label), b.label, sizeof b.label);
    ot__str_copy(ot__str(says), b.says, sizeof b.says);
    return b;
}

// What the others say of it: a range, or what the pace so far would make.
static ot_found beside_alone(const ot_account *a)
{
    const ot_found implied = found_range(
        "The others imply", ": the others imply ", OT_ROW_PLAIN, a->implied);

    return implied.known || !a->pace.known
               ? implied
               : found_range("The pace so far makes", ": the pace makes it ",
                             OT_ROW_PLAIN, a->pace.same);
}

// The reading that fits instead: "The data, Jan–Jun 2024".
static ot_found beside_other(const ot_finding *f)
{
    ot_buf reading = {0}, label = {0}, says = {0};
    char words[64];

    if (strcmp(f->changed, "period") == 0) {
        ot__say_typeset(&reading, ot_period_short(f->other.period, words));
    } else {
        ot__buf_format(&reading, "another %s", f->changed);
    }
    ot__buf_format(&label, "The data, %s", ot__buf_cstr(&reading));
    ot__buf_format(&says, ": it fits %s, ", ot__buf_cstr(&reading));
    const ot_found b =
        found_value(ot__buf_cstr(&label), ot__buf_cstr(&says), f->other_mid);
    ot__buf_free(&reading);
    ot__buf_free(&label);
    ot__buf_free(&says);
    return b;
}

ot_found ot__stated_beside(const ot_picture_stated *s)
{
    const ot_finding *f = s->finding;

    if (f == NULL) {
        return found_value("", "", NAN);
    }
    if (f->account != NULL) {
        return beside_alone(f->account);
    }
    if (f->projected && isfinite(f->spread_lo)) {
        ot_found b = found_range("Landing, 80\u00A0%", ": it may end at ",
                                 OT_ROW_PROJECTED,
                                 ot_interval_of(f->spread_lo, f->spread_hi));
        b.y = f->odds.total;
        return b;
    }
    return f->verdict == OT_FITS_ANOTHER && f->changed != NULL
               ? beside_other(f)
               : found_value("The data say", ": the data say ",
                             f->known ? f->mid : NAN);
}
