// SPDX-License-Identifier: GPL-3.0-or-later
// truth_support.h - claims of every kind, rightly rounded from one truth.
#ifndef OT_TESTS_TRUTH_SUPPORT_H
#define OT_TESTS_TRUTH_SUPPORT_H

#include "system_support.h"

// The truth: exports and imports, two partners and the world, twelve quarters
// from 2022-Q1, in thousand dollars. The world is more than both.
#define QUARTERS 12
typedef struct truth {
    int64_t level[2][3][QUARTERS];
} truth;

static const char *const flows[] = {"export", "import", "turnover", "balance"};
static const char *const partners[] = {"RUS", "CHN", "WLD"};

static inline void make_truth(truth *t, uint64_t *state)
{
    int64_t size = 10;

    for (int64_t k = below(state, 6); k > 0; k--) {
        size *= 10;
    }
    for (int f = 0; f < 2; f++) {
        for (int q = 0; q < QUARTERS; q++) {
            // Round numbers too, so that exact ties come.
            const int64_t grain = below(state, 3) == 0 ? size / 2 : 1;
            for (int p = 0; p < 2; p++) {
                t->level[f][p][q] =
                    (1 + below(state, 200 * size) / grain) * grain;
            }
            t->level[f][2][q] = t->level[f][0][q] + t->level[f][1][q] +
                                below(state, 100 * size);
        }
    }
}

static inline int64_t value_of(const truth *t, int flow, int partner, int first,
                               int n)
{
    int64_t sum = 0;

    for (int q = first; q < first + n; q++) {
        const int64_t x = t->level[0][partner][q], m = t->level[1][partner][q];
        sum += flow == 0 ? x : flow == 1 ? m : flow == 2 ? x + m : x - m;
    }
    return sum;
}

// An amount of thousands, rounded to 10^cut thousands, said in million.
static inline char *amount(char out[48], int64_t thousands, int cut,
                           uint64_t *state)
{
    int64_t ten = 1;

    for (int i = 0; i < cut; i++) {
        ten *= 10;
    }
    const int64_t digits = nearest(thousands, ten, state);
    return cut <= 3 ? figure_text(out, digits, 3 - cut, " million USD")
                    : figure_text(out, digits, 6 - cut, " bn USD");
}

static const ot_claim_kind kinds[] = {
    OT_CLAIM_LEVEL,   OT_CLAIM_LEVEL,        OT_CLAIM_LEVEL,
    OT_CLAIM_CHANGE,  OT_CLAIM_GROWTH,       OT_CLAIM_MULTIPLE,
    OT_CLAIM_SHARE,   OT_CLAIM_SHARE_CHANGE, OT_CLAIM_RATE_CHANGE,
    OT_CLAIM_AVERAGE, OT_CLAIM_RANK,         OT_CLAIM_RUN};
#define KINDS (sizeof kinds / sizeof kinds[0])

// What a claim is of.
typedef struct subject {
    ot_claim_kind kind;
    int flow, partner, first, quarters;
} subject;

static inline subject draw_subject(uint64_t *state)
{
    subject s = {.kind = kinds[below(state, KINDS)]};
    const bool shared =
        s.kind == OT_CLAIM_SHARE || s.kind == OT_CLAIM_SHARE_CHANGE;
    const bool signs = s.kind == OT_CLAIM_LEVEL || s.kind == OT_CLAIM_CHANGE;

    s.quarters = 1 << below(state, 3);
    s.first = 8 + (int)below(state, 5 - s.quarters);
    s.flow = (int)below(state, signs ? 4 : 3);
    s.partner = (int)below(state, shared ? 2 : 3);
    return s;
}

// So many quarters back.
static inline int64_t back(const truth *t, const subject *s, int quarters)
{
    return value_of(t, s->flow, s->partner, s->first - quarters, s->quarters);
}

static inline int64_t world(const truth *t, const subject *s, int quarters)
{
    return value_of(t, s->flow, 2, s->first - quarters, s->quarters);
}

static inline bool is_record(const truth *t, const subject *s)
{
    bool record = true;

    for (int k = 1; k <= s->first; k++) {
        record = record && back(t, s, k) < back(t, s, 0);
    }
    return record;
}

// Stretches in a row that grew on a year before, two at most.
static inline int run_of(const truth *t, const subject *s)
{
    int n = 0;

    while (n < 2 &&
           back(t, s, n * s->quarters) > back(t, s, n * s->quarters + 4)) {
        n++;
    }
    return n;
}

// a / b - c / d in per cent to so many places; of numbers below 2^31.
static inline bool difference(char text[48], const int64_t x[4], int64_t ten,
                              int places, uint64_t *state)
{
    for (int i = 0; i < 4; i++) {
        if (x[i] > INT32_MAX) {
            return false;
        }
    }
    figure_text(
        text,
        nearest((wide)100 * ten * ((wide)x[0] * x[3] - (wide)x[2] * x[1]),
                x[1] * x[3], state),
        places, " points");
    return true;
}

// The figure, rightly rounded. False: there is none to be said.
static inline bool write_figure(char text[48], const truth *t, const subject *s,
                                uint64_t *state)
{
    const int places = (int)below(state, 3), cut = (int)below(state, 5);
    const int64_t ten = places == 0 ? 1 : places == 1 ? 10 : 100;
    const int64_t v = back(t, s, 0), b = back(t, s, 4);
    const int64_t w = world(t, s, 0), w0 = world(t, s, 4);

    switch (s->kind) {
    case OT_CLAIM_LEVEL:
        amount(text, v, cut, state);
        return true;
    case OT_CLAIM_CHANGE:
        amount(text, v - b, cut, state);
        return true;
    case OT_CLAIM_AVERAGE: // of whole thousands
        amount(text, v / (3 * s->quarters), cut, state);
        return v % (3 * s->quarters) == 0;
    case OT_CLAIM_GROWTH:
        figure_text(text, nearest((wide)100 * ten * (v - b), b, state), places,
                    " %");
        return true;
    case OT_CLAIM_MULTIPLE:
        figure_text(text, nearest((wide)ten * v, b, state), places, " times");
        return true;
    case OT_CLAIM_SHARE:
        figure_text(text, nearest((wide)100 * ten * v, w, state), places, " %");
        return true;
    case OT_CLAIM_SHARE_CHANGE:
        return difference(text, (const int64_t[]){v, w, b, w0}, ten, places,
                          state);
    case OT_CLAIM_RATE_CHANGE: // v / b - b / c
        return difference(text, (const int64_t[]){v, b, b, back(t, s, 8)}, ten,
                          places, state);
    case OT_CLAIM_RANK:
        figure_text(text, 1, 0, "");
        return is_record(t, s);
    default:
        figure_text(text, run_of(t, s), 0, "");
        return run_of(t, s) > 0;
    }
}

// One claim of the truth at random. False: none came of it.
static inline bool make_claim(made *m, const truth *t, uint64_t *state)
{
    const subject s = draw_subject(state);
    char text[48];

    if (!write_figure(text, t, &s, state)) {
        return false;
    }
    ot_claim *c = make(
        m, s.kind, (ot_period){12 * 2022 + 3 * s.first, 3 * s.quarters}, text);
    c->flow = ot_flow_find(flows[s.flow], strlen(flows[s.flow]));
    c->partner = ot_area_find(partners[s.partner], 3);
    return true;
}

static inline void make_claims(made *m, const truth *t, size_t most,
                               uint64_t *state)
{
    while (m->n < most) {
        (void)make_claim(m, t, state);
    }
}

#endif
