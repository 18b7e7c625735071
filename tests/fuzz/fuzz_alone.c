// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_alone.c - any bytes at all as a text whose claims are weighed against
// each other: never a failure but of memory, and every account is whole.
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "outturn/check.h"
#include "outturn/extract.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static bool is_range(ot_interval a)
{
    return ot_interval_is_none(a) || a.lo <= a.hi;
}

static void check(const ot_claims *claims, const ot_account *a, size_t self)
{
    bool named = a->conflicts == 0 || a->conflicts == OT_CONFLICT_MOST;

    require(is_range(a->implied) && is_range(a->base) && is_range(a->yearly));
    require((a->standing == OT_STANDS_ALONE) == (a->why[0] != '\0'));
    require((a->standing == OT_STANDS_AGAINST) == (a->conflicts > 0));
    require(a->conflicts <= OT_CONFLICT_MOST && a->slips <= OT_SLIP_MOST);
    for (size_t i = 0; i < a->conflicts; i++) {
        require(a->conflict[i] < claims->n);
        named = named || a->conflict[i] == self;
    }
    require(named);
    for (size_t i = 0; i < a->slips; i++) {
        require(a->slip[i].kind < OT_SLIP_KINDS &&
                a->slip[i].claim < claims->n);
    }
    require(!a->pace.known || (a->pace.from < claims->n &&
                               a->pace.months.lo <= a->pace.months.hi));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ot_claims *claims = NULL;
    ot_checking *checking = NULL;

    require(ot_extract("fuzz", (const char *)data, size, NULL, &claims, NULL) ==
            OT_OK);
    require(ot_check_alone(claims, NULL, &checking, NULL) == OT_OK);
    for (size_t i = 0; i < claims->n; i++) {
        const ot_account *a = ot_system_account(checking->system, i);
        check(claims, a, i);
        require(checking->finding[i].verdict < OT_VERDICTS);
    }
    ot_checking_free(checking);
    ot_claims_free(claims);
    return 0;
}
