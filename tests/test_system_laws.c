// SPDX-License-Identifier: GPL-3.0-or-later
// test_system_laws.c - figures rounded from one truth never clash, and one part
// of a sum that was moved too far is always caught.

#include "system_support.h"

#define CASES 10000

// The truth: exports and imports, two partners and the world, six quarters from
// 2023-Q1, in thousand dollars. The world is more than both.
typedef struct truth {
    int64_t level[2][3][8];
} truth;

static const char *const flows[] = {"export", "import", "turnover", "balance"};
static const char *const partners[] = {"RUS", "CHN", "WLD"};

static void make_truth(truth *t, uint64_t *state)
{
    int64_t size = 10;

    for (int64_t k = below(state, 6); k > 0; k--) {
        size *= 10;
    }
    for (int f = 0; f < 2; f++) {
        for (int q = 0; q < 8; q++) {
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

static int64_t value_of(const truth *t, int flow, int partner, int first, int n)
{
    int64_t sum = 0;

    for (int q = first; q < first + n; q++) {
        const int64_t x = t->level[0][partner][q], m = t->level[1][partner][q];
        sum += flow == 0 ? x : flow == 1 ? m : flow == 2 ? x + m : x - m;
    }
    return sum;
}

// An amount of thousands, rounded to 10^cut thousands, said in million.
static char *amount(char out[48], int64_t thousands, int cut, uint64_t *state)
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
    OT_CLAIM_LEVEL,  OT_CLAIM_LEVEL,        OT_CLAIM_LEVEL,
    OT_CLAIM_CHANGE, OT_CLAIM_GROWTH,       OT_CLAIM_MULTIPLE,
    OT_CLAIM_SHARE,  OT_CLAIM_SHARE_CHANGE, OT_CLAIM_AVERAGE};

// One claim of the truth at random, rightly rounded. False: it has no growth.
static bool make_claim(made *m, const truth *t, uint64_t *state)
{
    const ot_claim_kind kind = kinds[below(state, 9)];
    const int quarters = 1 << below(state, 3);
    const int first = 4 + (int)below(state, 5 - quarters);
    const bool shared = kind == OT_CLAIM_SHARE || kind == OT_CLAIM_SHARE_CHANGE;
    const int flow = (int)below(
        state, kind == OT_CLAIM_LEVEL || kind == OT_CLAIM_CHANGE ? 4 : 3);
    const int partner = (int)below(state, shared ? 2 : 3);
    const int places = (int)below(state, 3), cut = (int)below(state, 5);
    const int64_t v = value_of(t, flow, partner, first, quarters);
    const int64_t b = value_of(t, flow, partner, first - 4, quarters);
    const int64_t w = value_of(t, flow, 2, first, quarters);
    const int64_t w0 = value_of(t, flow, 2, first - 4, quarters);
    const int64_t ten = places == 0 ? 1 : places == 1 ? 10 : 100;
    char text[48];

    switch (kind) {
    case OT_CLAIM_LEVEL:
        amount(text, v, cut, state);
        break;
    case OT_CLAIM_CHANGE:
        amount(text, v - b, cut, state);
        break;
    case OT_CLAIM_AVERAGE: // of whole thousands
        if (v % (3 * quarters) != 0) {
            return false;
        }
        amount(text, v / (3 * quarters), cut, state);
        break;
    case OT_CLAIM_GROWTH:
        figure_text(text, nearest((wide)100 * ten * (v - b), b, state), places,
                    " %");
        break;
    case OT_CLAIM_MULTIPLE:
        figure_text(text, nearest((wide)ten * v, b, state), places, " times");
        break;
    case OT_CLAIM_SHARE:
        figure_text(text, nearest((wide)100 * ten * v, w, state), places, " %");
        break;
    default: // v / w - b / w0 = (v w0 - b w) / (w w0), of numbers below 2^31
        if (w > INT32_MAX || w0 > INT32_MAX) {
            return false;
        }
        figure_text(text,
                    nearest((wide)100 * ten * (v * w0 - b * w), w * w0, state),
                    places, " points");
        break;
    }
    ot_claim *c =
        make(m, kind, (ot_period){12 * 2023 + 3 * first, 3 * quarters}, text);
    c->flow = ot_flow_find(flows[flow], strlen(flows[flow]));
    c->partner = ot_area_find(partners[partner], 3);
    return true;
}

static void rightly_rounded_figures_never_clash(void **state)
{
    uint64_t seed = UINT64_C(20241008);
    size_t kind[OT_CLAIM_KINDS] = {0}, up = 0;

    (void)state;
    for (int i = 0; i < CASES; i++) {
        const uint64_t before = seed;
        const size_t most = 2 + (size_t)below(&seed, 7);
        made m = {.n = 0};
        truth t;
        make_truth(&t, &seed);
        while (m.n < most) {
            (void)make_claim(&m, &t, &seed);
        }
        const ot_claims claims = {"", m.claim, m.n, NULL};
        ot_system *system = system_of(&claims);
        for (size_t k = 0; k < m.n; k++) {
            const ot_account *a = ot_system_account(system, k);
            kind[m.claim[k].kind]++;
            up += a->standing == OT_STANDS_UP;
            if (a->standing == OT_STANDS_AGAINST || a->by_cut) {
                for (size_t z = 0; z < m.n; z++) {
                    char period[64];
                    print_error(
                        "%s %s %s %s %s\n", ot_claim_kind_name(m.claim[z].kind),
                        m.claim[z].flow->name, ot_area_code(m.claim[z].partner),
                        ot_period_text(m.claim[z].period, period),
                        m.claim[z].stated);
                }
                fail_msg("case %d, seed %llu: claim %zu", i,
                         (unsigned long long)before, k + 1);
            }
        }
        ot_system_free(system);
    }
    // Every kind came often, and many claims were weighed.
    for (size_t k = 0; k <= OT_CLAIM_AVERAGE; k++) {
        assert_true(k == OT_CLAIM_RATE_CHANGE || kind[k] > 100);
    }
    assert_true(up > CASES);
}

// k parts and a total in whole millions: the parts' errors and the total's are
// half a unit each, (k + 1) / 2 in all, either way. A part moved by more than
// k + 1 is beyond that whatever the rounding was.
static void a_part_moved_too_far_is_caught(void **state)
{
    uint64_t seed = UINT64_C(20250228);

    (void)state;
    for (int i = 0; i < 200; i++) {
        const int way = (int)below(&seed, 2); // quarters of a year, or partners
        const int parts = way == 0 ? 4 : 2 + (int)below(&seed, 6);
        const int moved = (int)below(&seed, parts);
        const int64_t by =
            (parts + 2 + below(&seed, 9)) * (below(&seed, 2) == 0 ? 1 : -1);
        made m = {.n = 0};
        char text[48], list[48] = "";
        int64_t total = 0;
        for (int k = 0; k < parts; k++) {
            const int64_t x = 100000 + below(&seed, 90000000);
            const int64_t said =
                nearest(x, 1000, &seed) + (k == moved ? by : 0);
            total += x;
            figure_text(text, said, 0, " million USD");
            ot_claim *c = make(&m, OT_CLAIM_LEVEL,
                               way == 0 ? (ot_period){12 * 2024 + 3 * k, 3}
                                        : (ot_period){12 * 2024, 12},
                               text);
            if (way == 1) {
                c->partner = (ot_area)(ot_area_find("CHN", 3) + k);
                snprintf(list + strlen(list), sizeof list - strlen(list),
                         "%s%s", k > 0 ? " " : "", c->id);
            }
        }
        figure_text(text, nearest(total, 1000, &seed), 0, " million USD");
        ot_claim *whole =
            make(&m, OT_CLAIM_LEVEL, (ot_period){12 * 2024, 12}, text);
        whole->parts = list;
        if (way == 1) {
            whole->partner = ot_area_find("RUS", 3);
        }
        const ot_claims claims = {"", m.claim, m.n, NULL};
        ot_system *system = system_of(&claims);
        assert_int_equal(ot_system_account(system, m.n - 1)->standing,
                         OT_STANDS_AGAINST);
        assert_int_equal(ot_system_account(system, (size_t)moved)->standing,
                         OT_STANDS_AGAINST);
        ot_system_free(system);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rightly_rounded_figures_never_clash),
        cmocka_unit_test(a_part_moved_too_far_is_caught),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
