// SPDX-License-Identifier: GPL-3.0-or-later
// test_extract.c - sentences of our own, read by hand.

#include "support.h"

#include "outturn/extract.h"

#define INF INFINITY

// One claim of a sentence: the one with this quote.
typedef struct extract_case {
    const char *name, *text, *quote;
    ot_claim_kind kind;
    ot_modality modality;
    double lo, hi; // at most, in base units
    const char *unit, *flow, *reporter, *partner, *period, *base;
} extract_case;

static const extract_case cases[] = {
    {"a level", "Armenia's exports to Georgia were $85.3 million in 2023.",
     "$85.3 million", OT_CLAIM_LEVEL, OT_STATED, 85.25e6, 85.35e6, "USD",
     "export", "ARM", "GEO", "2023-01/2023-12", "-"},
    {"a growth", "In May 2022, Kenyan imports fell 4.5 percent year on year.",
     "4.5 percent", OT_CLAIM_GROWTH, OT_STATED, -4.55, -4.45, "percent",
     "import", "KEN", "WLD", "2022-05/2022-05", "2021-05/2021-05"},
    {"a deficit is below zero",
     "The trade deficit of Peru widened by 1.2 billion euros to 3.4 billion "
     "euros in the first half of 2019.",
     "3.4 billion euros", OT_CLAIM_LEVEL, OT_STATED, -3.45e9, -3.35e9, "EUR",
     "balance", "PER", "WLD", "2019-01/2019-06", "-"},
    {"a deficit that widens takes from the balance",
     "The trade deficit of Peru widened by 1.2 billion euros to 3.4 billion "
     "euros in the first half of 2019.",
     "1.2 billion euros", OT_CLAIM_CHANGE, OT_STATED, -1.25e9, -1.15e9, "EUR",
     "balance", "PER", "WLD", "2019-01/2019-06", "2018-01/2018-06"},
    {"a multiple",
     "Trade between Chile and Norway grew by 2.4 times in nine months of 2024.",
     "2.4 times", OT_CLAIM_MULTIPLE, OT_STATED, 2.35, 2.45, "times", "turnover",
     "CHL", "NOR", "2024-01/2024-09", "2023-01/2023-09"},
    {"a projection",
     "Imports from Vietnam may exceed 7 billion dollars by the end of 2025.",
     "exceed 7 billion dollars", OT_CLAIM_LEVEL, OT_PROJECTED, 7e9, INF, "USD",
     "import", "unknown", "VNM", "2025-01/2025-12", "-"},
};

static const ot_claim *find(const ot_claims *claims, const char *quote)
{
    for (size_t i = 0; i < claims->n; i++) {
        if (strcmp(claims->claim[i].said.quote, quote) == 0) {
            return &claims->claim[i];
        }
    }
    for (size_t i = 0; i < claims->n; i++) {
        print_error("found: '%s'\n", claims->claim[i].said.quote);
    }
    return NULL;
}

static void test_case(void **state)
{
    const extract_case *c = *state;
    ot_claims *claims;

    assert_int_equal(
        ot_extract("t", c->text, strlen(c->text), NULL, &claims, NULL), OT_OK);
    const ot_claim *k = find(claims, c->quote);
    if (k == NULL) {
        fail_msg("'%s' was not found", c->quote);
        return;
    }
    assert_string_equal(ot_claim_kind_name(k->kind),
                        ot_claim_kind_name(c->kind));
    assert_int_equal(k->modality, c->modality);
    assert_close(k->figure.hard.lo, c->lo, 1e-12);
    assert_close(k->figure.hard.hi, c->hi, 1e-12);
    assert_string_equal(k->said.unit, c->unit);
    assert_string_equal(k->said.flow, c->flow);
    assert_string_equal(k->said.reporter, c->reporter);
    assert_string_equal(k->said.partner, c->partner);
    assert_string_equal(k->said.period, c->period);
    assert_string_equal(k->said.base, c->base);
    ot_claims_free(claims);
}

int main(void)
{
    return RUN_TABLE("extract", cases, test_case);
}
