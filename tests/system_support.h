// SPDX-License-Identifier: GPL-3.0-or-later
// system_support.h - claims made in memory, figures rounded exactly, and
// numbers from a generator with a fixed seed.
#ifndef OT_TESTS_SYSTEM_SUPPORT_H
#define OT_TESTS_SYSTEM_SUPPORT_H

#include "support.h"

#include "outturn/outturn.h"

#define MADE_MOST 16

typedef struct made {
    ot_claim claim[MADE_MOST];
    char stated[MADE_MOST][48];
    char id[MADE_MOST][8];
    size_t n;
} made;

// Adds a claim about exports of Armenia to Russia; what differs is set after.
static inline ot_claim *make(made *m, ot_claim_kind kind, ot_period period,
                             const char *stated)
{
    ot_claim *c = &m->claim[m->n];

    snprintf(m->stated[m->n], sizeof m->stated[m->n], "%s", stated);
    snprintf(m->id[m->n], sizeof m->id[m->n], "%zu", m->n + 1);
    *c = (ot_claim){.id = m->id[m->n],
                    .group = "",
                    .kind = kind,
                    .reporter = ot_area_find("ARM", 3),
                    .partner = ot_area_find("RUS", 3),
                    .flow = ot_flow_find("export", 6),
                    .commodity = "",
                    .basis = "",
                    .period = period,
                    .base = ot_period_year_before(period),
                    .stated = m->stated[m->n],
                    .place = ""};
    if (ot_figure_parse(stated, strlen(stated), (ot_decimal_form){0},
                        &c->figure, NULL) != OT_OK) {
        fail_msg("'%s' is not a figure", stated);
    }
    m->n++;
    return c;
}

static inline ot_system *system_of(const ot_claims *claims)
{
    ot_system *system = NULL;
    ot_error err = {0};

    if (ot_system_new(claims, NULL, &system, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return system;
}

// xorshift64*, Vigna (2016).
static inline uint64_t draw(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(2685821657736338717);
}

static inline int64_t below(uint64_t *state, int64_t n)
{
    return (int64_t)(draw(state) % (uint64_t)n);
}

__extension__ typedef __int128 wide;

// num / den to the nearest whole number; an exact tie up or down, as drawn.
static inline int64_t nearest(wide num, int64_t den, uint64_t *state)
{
    wide floor = num / den, rest = num % den;

    if (rest < 0) {
        floor -= 1;
        rest += den;
    }
    const bool tie = 2 * rest == den;
    const bool up = tie ? below(state, 2) == 0 : 2 * rest > den;
    return (int64_t)(floor + (up ? 1 : 0));
}

// digits x 10^-places as text, with what stands after it.
static inline char *figure_text(char out[48], int64_t digits, int places,
                                const char *after)
{
    int64_t ten = 1;
    const uint64_t size = (uint64_t)(digits < 0 ? -digits : digits);

    for (int i = 0; i < places; i++) {
        ten *= 10;
    }
    if (places > 0) {
        snprintf(out, 48, "%s%llu.%0*llu%s", digits < 0 ? "-" : "",
                 (unsigned long long)(size / (uint64_t)ten), places,
                 (unsigned long long)(size % (uint64_t)ten), after);
    } else {
        snprintf(out, 48, "%s%llu%s", digits < 0 ? "-" : "",
                 (unsigned long long)size, after);
    }
    return out;
}

#endif
