// SPDX-License-Identifier: GPL-3.0-or-later
// test_system_laws.c - figures rounded from one truth never clash, and one part
// of a sum that was moved too far is always caught.

#include "truth_support.h"

#define CASES (10000 / STRIDE)

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
        make_claims(&m, &t, most, &seed);
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
    for (size_t k = 0; k < OT_CLAIM_KINDS; k++) {
        assert_true(kind[k] > CASES / 100);
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
