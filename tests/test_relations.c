// SPDX-License-Identifier: GPL-3.0-or-later
// test_relations.c - what the figures of short texts say of each other.

#include "support.h"

#include "outturn/outturn.h"

#include "relation_cases.h"
#include "relation_cases_wordings.h"

// The claim of a quote.
static size_t claim_of(const ot_claims *claims, const char *quote)
{
    for (size_t i = 0; i < claims->n; i++) {
        if (strcmp(claims->claim[i].said.quote, quote) == 0) {
            return i;
        }
    }
    fail_msg("no claim is '%s'", quote);
    return 0;
}

static ot_interval asked_of(const ot_account *a, relation_what what)
{
    switch (what) {
    case BASE:
        return a->base;
    case MONTHS:
        return a->pace.months;
    case NEED:
        return a->pace.need;
    case YEARLY:
        return a->yearly;
    default:
        return a->implied;
    }
}

// One slip that is likely: one of the claim, and no rival.
static int likely(const ot_account *a)
{
    return a->slips == 1 && a->rivals == 0 ? (int)a->slip[0].kind + 1 : 0;
}

static void test_relation(void **state)
{
    const relation *c = *state;
    ot_claims *claims = NULL;
    ot_system *system = NULL;
    size_t up = 0, against = 0;

    assert_int_equal(
        ot_extract("text", c->text, strlen(c->text), NULL, &claims, NULL),
        OT_OK);
    assert_int_equal(ot_system_new(claims, NULL, &system, NULL), OT_OK);
    for (size_t i = 0; i < claims->n; i++) {
        const ot_standing s = ot_system_account(system, i)->standing;
        up += s == OT_STANDS_UP;
        against += s == OT_STANDS_AGAINST;
    }
    assert_true(c->verdict == CLASH ? against > 0 : against == 0);
    assert_true(c->verdict != UP || up > 0);
    if (c->quote != NULL) {
        const ot_account *a =
            ot_system_account(system, claim_of(claims, c->quote));
        assert_int_equal(a->standing, c->verdict == CLASH  ? OT_STANDS_AGAINST
                                      : c->verdict == OPEN ? OT_STANDS_OPEN
                                                           : OT_STANDS_UP);
        assert_int_equal(likely(a), c->slip);
        if (c->what != NOTHING) {
            const ot_interval range = asked_of(a, c->what);
            assert_close(range.lo, c->lo, 1e-3);
            assert_close(range.hi, c->hi, 1e-3);
        }
    }
    ot_system_free(system);
    ot_claims_free(claims);
}

int main(void)
{
    return RUN_TABLE("relations", relations, test_relation) +
           RUN_TABLE("wordings", wordings, test_relation);
}
