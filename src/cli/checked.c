// SPDX-License-Identifier: GPL-3.0-or-later
// checked.c - what was found in a text, over both views.

#include "cli/checked.h"

#include <stdlib.h>

#include "cli/verdict.h"

void checked_free(checked *texts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        checked *t = &texts[i];
        ot_checking_free(t->data);
        ot_checking_free(t->alone);
        ot_claims_free(t->claims);
        free((void *)(uintptr_t)t->text.at);
        free(t->known);
    }
    free(texts);
}

size_t checked_columns(const checked *t)
{
    return 1 + (t->data != NULL ? (size_t)t->data->columns : 0);
}

const ot_finding *checked_finding(const checked *t, size_t claim, size_t column)
{
    return column == 0 ? &t->alone->finding[claim]
                       : &t->data->finding[claim * (size_t)t->data->columns +
                                           column - 1];
}

ot_day checked_day(const checked *t, size_t column)
{
    return column == 0 ? OT_DAY_NONE : t->data->day[column - 1];
}

static int gravity(ot_verdict verdict)
{
    static const int of[OT_VERDICTS] = {
        [OT_DIFFERS] = 8,  [OT_FITS_ANOTHER] = 7, [OT_CLASHES] = 6,
        [OT_LOW] = 5,      [OT_HIGH] = 5,         [OT_AGREES] = 4,
        [OT_IN_RANGE] = 3, [OT_ADDS_UP] = 2,      [OT_NOT_CHECKED] = 1};

    return of[verdict];
}

// The column of the gravest finding: the first of equal ones.
static size_t gravest(const checked *t, size_t claim)
{
    size_t at = 0;

    for (size_t c = 1; c < checked_columns(t); c++) {
        if (gravity(checked_finding(t, claim, c)->verdict) >
            gravity(checked_finding(t, claim, at)->verdict)) {
            at = c;
        }
    }
    return at;
}

ot_verdict checked_verdict(const checked *t, size_t claim)
{
    return checked_finding(t, claim, gravest(t, claim))->verdict;
}

void checked_reason(ot_buf *out, const checked *t, size_t claim)
{
    const ot_finding *f = checked_finding(t, claim, gravest(t, claim));

    verdict_words(out, &t->claims->claim[claim], f);
}
