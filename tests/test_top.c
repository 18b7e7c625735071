// SPDX-License-Identifier: GPL-3.0-or-later
// test_top.c - what a total is made of in two periods, and what moved it.
#include "outturn/outturn.h"

#include "noise.h"
#include "support.h"

// 100 became 130. Worked by hand.
static const ot_top_part three[] = {
    {60, 50, 0, 0, false}, {30, 30, 0, 0, false}, {40, 20, 0, 0, false}};

static ot_top make(const ot_top_part part[], size_t n, const ot_top_part *total,
                   ot_top_order order, size_t most)
{
    ot_top top;
    ot_error err = {0};

    if (ot_top_make(part, n, total, order, most, &top, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return top;
}

static void contributions_are_points_of_the_totals_growth(void **state)
{
    (void)state;
    ot_top top = make(three, 3, NULL, OT_TOP_BY_VALUE, 0);

    assert_int_equal(top.rows, 3);
    assert_int_equal(top.row[0].part, 0);
    assert_int_equal(top.row[1].part, 2); // third before, second now
    assert_int_equal(top.row[1].rank, 2);
    assert_int_equal(top.row[1].was, 3);
    assert_int_equal(top.row[2].was, 2);
    assert_close(top.row[0].contribution.y, 0.1, 1e-15);
    assert_close(top.row[1].contribution.y, 0.2, 1e-15);
    assert_close(top.row[2].contribution.y, 0, 0);
    assert_close(top.row[1].share.y, 40 / 130.0, 1e-15);
    assert_close(top.row[1].share_change.y, 40 / 130.0 - 0.2, 1e-14);
    assert_close(top.row[1].ratio.y, 2, 0);
    assert_close(top.total.ratio.y, 1.3, 1e-15);
    assert_close(top.total.contribution.y, 0.3, 1e-15);
    assert_close(top.total.share.y, 1, 0);
    assert_int_equal(top.others.n, 0);
    assert_false(top.rest);
    ot_top_free(&top);
}

static void by_change_the_largest_move_is_first(void **state)
{
    (void)state;
    const ot_top_part part[] = {
        {90, 80, 0, 0, false}, {10, 40, 0, 0, false}, {5, 0, 0, 0, false}};
    ot_top top = make(part, 3, NULL, OT_TOP_BY_CHANGE, 1);

    assert_int_equal(top.rows, 1);
    assert_int_equal(top.row[0].part, 1); // a fall of 30 before a rise of 10
    assert_int_equal(top.row[0].rank, 2); // ranks stay those of values
    assert_int_equal(top.others.n, 2);
    assert_close(top.others.value.y, 95, 0);
    assert_close(top.others.contribution.y, 15 / 120.0, 1e-15);
    ot_top_free(&top);
    top = make(part, 3, NULL, OT_TOP_BY_CHANGE, 0);
    assert_int_equal(top.row[2].part, 2);
    assert_int_equal(top.row[2].was, 0);    // nothing was traded
    assert_true(isnan(top.row[2].ratio.y)); // no growth from nothing
    assert_close(top.row[2].share.y, 5 / 105.0, 1e-15); // but a share
    assert_close(top.row[2].base_share.y, 0, 0);        // and none of it before
    ot_top_free(&top);
}

// The total that is published is 150 after 110: 20 after 10 is in no part.
static void what_the_parts_lack_is_not_allocated(void **state)
{
    (void)state;
    const ot_top_part total = {150, 110, 0, 0, false};
    ot_top top = make(three, 3, &total, OT_TOP_BY_VALUE, 2);

    assert_true(top.rest);
    assert_int_equal(top.unallocated.n, 0);
    assert_close(top.unallocated.value.y, 20, 0);
    assert_close(top.unallocated.base.y, 10, 0);
    assert_close(top.unallocated.contribution.y, 10 / 110.0, 1e-15);
    assert_close(top.row[0].share.y, 0.4, 1e-15);
    assert_int_equal(top.others.n, 1);
    // Shares within what is allocated: 60, 40, 30 of 130.
    assert_close(top.now.hhi.y, 6100 / 16900.0, 1e-15);
    ot_top_free(&top);
}

// Bunkers are trade, but no partner: in no row, no rank, no concentration.
static void trade_with_none_named_has_no_row(void **state)
{
    (void)state;
    ot_top_part part[] = {three[0], three[1], three[2]};
    part[0].unallocated = true;
    ot_top top = make(part, 3, NULL, OT_TOP_BY_VALUE, 0);

    assert_int_equal(top.rows, 2);
    assert_int_equal(top.row[0].part, 2);
    assert_int_equal(top.row[0].rank, 1);
    assert_true(top.rest);
    assert_int_equal(top.unallocated.n, 1);
    assert_close(top.unallocated.value.y, 60, 0);
    assert_close(top.total.value.y, 130, 0);
    assert_int_equal(top.now.n, 2);
    ot_top_free(&top);
}

// 50, 30, 20 of 100: 0.25 + 0.09 + 0.04 = 0.38; 1 / 0.38; and (0.38 - 1/3) /
// (2/3) = 0.07.
static void concentration_is_a_sum_of_squares(void **state)
{
    (void)state;
    ot_top top = make(three, 3, NULL, OT_TOP_BY_VALUE, 1);

    assert_int_equal(top.before.n, 3);
    assert_close(top.before.hhi.y, 0.38, 1e-15);
    assert_close(top.before.effective.y, 1 / 0.38, 1e-15);
    assert_close(top.before.normalised.y, 0.07, 1e-14);
    assert_true(ot_interval_is_point(top.before.hhi.range));
    ot_top_free(&top);
    const ot_top_part equal[] = {
        {7, 0, 0, 0, false}, {7, 9, 0, 0, false}, {0, 0, 0, 0, false}};
    top = make(equal, 3, NULL, OT_TOP_BY_VALUE, 0);
    assert_int_equal(top.now.n, 2); // the third has nothing
    assert_close(top.now.effective.y, 2, 0);
    assert_close(top.now.normalised.y, 0, 0);
    assert_int_equal(top.row[0].rank, 1);
    assert_int_equal(top.row[1].rank, 1); // like amounts, like ranks
    assert_int_equal(top.row[2].rank, 0);
    assert_close(top.before.hhi.y, 1, 0); // one alone
    assert_true(isnan(top.before.normalised.y));
    ot_top_free(&top);
}

// Of a balance: 10 - 30 after 5 - 5.
static void undefined_is_said(void **state)
{
    (void)state;
    const ot_top_part part[] = {{10, 5, 0, 0, false}, {-30, -5, 0, 0, false}};
    ot_top top = make(part, 2, NULL, OT_TOP_BY_CHANGE, 0);

    assert_int_equal(top.row[0].part, 1);
    assert_close(top.row[0].change.y, -25, 0);
    assert_true(isnan(top.row[0].ratio.y));
    assert_true(isnan(top.row[0].share.y));
    assert_true(isnan(top.row[0].contribution.y)); // the base total is 0
    assert_true(isnan(top.total.contribution.y));
    assert_true(isnan(top.now.hhi.y));
    assert_true(ot_interval_is_none(top.now.hhi.range));
    ot_top_free(&top);
}

// Published in whole units: 60 may be 59.5 to 60.5.
static void rounding_is_carried_through(void **state)
{
    (void)state;
    ot_top_part part[3];
    for (size_t i = 0; i < 3; i++) {
        part[i] = three[i];
        part[i].half = part[i].base_half = 0.5;
    }
    ot_top top = make(part, 3, NULL, OT_TOP_BY_VALUE, 0);
    const ot_top_row *row = &top.row[0];

    assert_close(row->value.range.lo, 59.5, 0);
    assert_close(row->change.range.hi, 11, 0);
    assert_close(top.total.value.range.hi, 131.5, 0);
    assert_close(row->ratio.range.lo, 59.5 / 50.5, 1e-15);
    // The part is in the total: it is not high in one and low in the other.
    assert_close(row->share.range.hi, 60.5 / (60.5 + 69), 1e-14);
    assert_close(row->share.range.lo, 59.5 / (59.5 + 71), 1e-14);
    assert_close(row->contribution.range.hi, (60.5 - 49.5) / (49.5 + 49),
                 1e-14);
    assert_close(row->contribution.range.lo, (59.5 - 50.5) / (50.5 + 51),
                 1e-14);
    // 49.5 beside 31 and 21 (rather 50.5 and 20.5) bound the squares.
    assert_true(ot_interval_holds(top.before.hhi.range,
                                  (50.5 * 50.5 + 29.5 * 29.5 + 19.5 * 19.5) /
                                      (99.5 * 99.5)));
    assert_true(top.before.hhi.range.hi < 0.4);
    ot_top_free(&top);
}

// The rows stay, though the first lost its place: 10, 40 and 30 of 80.
static void without_something_the_rows_are_the_same(void **state)
{
    (void)state;
    const ot_top_part left[] = {
        {10, 20, 0, 0, false}, {30, 30, 0, 0, false}, {40, 20, 0, 0, false}};
    ot_top with = make(three, 3, NULL, OT_TOP_BY_VALUE, 1);
    ot_top top;

    assert_int_equal(ot_top_again(&with, left, 3, NULL, &top, NULL), OT_OK);
    assert_int_equal(top.rows, 1);
    assert_int_equal(top.row[0].part, 0);
    assert_int_equal(top.row[0].rank, 3);
    assert_close(top.row[0].contribution.y, -10 / 70.0, 1e-15);
    assert_int_equal(top.others.n, 2);
    assert_close(top.others.value.y, 70, 0);
    assert_close(top.total.value.y, 80, 0);
    ot_top_free(&with);
    ot_top_free(&top);
}

// ---- groups ----------------------------------------------------------------

// 60 + a quarter of 40 are 70, three quarters of it 30; the third part is in no
// group. Before: 50 + 5 and 15. Half units are split alike. By hand.
static void parts_are_put_together_and_split(void **state)
{
    (void)state;
    const ot_top_part part[] = {
        {60, 50, 0.5, 0.5, false}, {40, 20, 1, 1, false}, {7, 7, 0, 0, false}};
    const ot_top_link link[] = {{0, 0, 1}, {1, 0, 0.25}, {1, 1, 0.75}};
    ot_top_part group[3];
    size_t count[3];

    assert_int_equal(ot_top_gather(part, link, 3, group, count, 3, NULL),
                     OT_OK);
    assert_close(group[0].value, 70, 0);
    assert_close(group[0].base, 55, 0);
    assert_close(group[0].half, 0.75, 0);
    assert_close(group[1].value, 30, 0);
    assert_close(group[1].base, 15, 0);
    assert_close(group[2].value, 0, 0);
    assert_int_equal(count[0], 2);
    assert_int_equal(count[1], 1);
    assert_int_equal(count[2], 0);
}

// A third of 1 is 0.333333333 at 1e-9; the last third is what is left.
static void splitting_loses_nothing(void **state)
{
    (void)state;
    const ot_top_part part = {1, 100, 0, 0, false};
    const ot_top_link link[] = {
        {0, 0, 1 / 3.0}, {0, 1, 1 / 3.0}, {0, 2, 1 / 3.0}};
    ot_top_part group[3];
    size_t count[3];

    assert_int_equal(ot_top_gather(&part, link, 3, group, count, 3, NULL),
                     OT_OK);
    assert_close(group[0].value, 0.333333333, 1e-15);
    assert_close(group[2].value, 0.333333334, 1e-15);
    assert_close(group[2].base, 33.333333334, 1e-14);
}

// ---- laws ------------------------------------------------------------------

enum { N = 300 };

static void make_parts(ot_top_part part[], double scale)
{
    noise_state g = noise_of(7);

    for (size_t i = 0; i < N; i++) {
        const double size = exp(3 * noise_next(&g));
        part[i] = (ot_top_part){
            .value = scale * floor(1e4 * size * noise_uniform(&g)) / 100,
            .base = scale * floor(1e4 * size * noise_uniform(&g)) / 100,
            .unallocated = i % 50 == 49};
    }
}

// Sums of a number over the rows, the others and what is not allocated; the
// changes as whole numbers of 1e-9.
typedef struct sums {
    double share, base_share, share_change, contribution;
    int64_t change;
} sums;

static void add(sums *s, const ot_top_row *row)
{
    s->share += row->share.y;
    s->base_share += row->base_share.y;
    s->share_change += row->share_change.y;
    s->contribution += row->contribution.y;
    s->change += llround(row->change.y * 1e9);
}

static void assert_adds_up(const ot_top *top)
{
    sums s = {0, 0, 0, 0, 0};

    for (size_t k = 0; k < top->rows; k++) {
        add(&s, &top->row[k]);
    }
    add(&s, &top->others);
    add(&s, &top->unallocated);
    assert_true(s.change == llround(top->total.change.y * 1e9));
    assert_true(fabs(s.contribution - (top->total.ratio.y - 1)) < 1e-14);
    assert_close(s.share, 1, 1e-14);
    assert_close(s.base_share, 1, 1e-14);
    assert_true(fabs(s.share_change) < 1e-14);
}

// Whatever the weights: sums of whole 1e-9 are compared.
static void groups_add_up_to_their_parts(void **state)
{
    (void)state;
    enum { GROUPS = 7 };
    ot_top_part part[N], group[GROUPS];
    ot_top_link link[2 * N];
    size_t count[GROUPS];
    int64_t parts = 0, groups = 0;
    noise_state g = noise_of(11);

    make_parts(part, 1);
    for (size_t i = 0; i < N; i++) {
        const double weight = noise_uniform(&g);
        link[2 * i] = (ot_top_link){i, i % GROUPS, weight};
        link[2 * i + 1] = (ot_top_link){i, (i + 3) % GROUPS, 1 - weight};
        parts += llround(part[i].value * 1e9);
    }
    assert_int_equal(
        ot_top_gather(part, link, 2 * N, group, count, GROUPS, NULL), OT_OK);
    for (size_t i = 0; i < GROUPS; i++) {
        groups += llround(group[i].value * 1e9);
    }
    // Sums of groups are rounded to doubles once more: 2^-53 of 1e6.
    assert_true(llabs(parts - groups) <= GROUPS);
}

static void contributions_and_shares_add_up(void **state)
{
    (void)state;
    ot_top_part part[N];
    const ot_top_part total = {99999999.25, 88888888.5, 0, 0, false};
    const size_t most[] = {0, 1, 10, N};

    make_parts(part, 1);
    for (size_t i = 0; i < 4; i++) {
        ot_top top = make(part, N, NULL, OT_TOP_BY_VALUE, most[i]);
        assert_adds_up(&top);
        ot_top_free(&top);
        top = make(part, N, &total, OT_TOP_BY_CHANGE, most[i]);
        assert_adds_up(&top);
        ot_top_free(&top);
    }
}

static void the_order_of_parts_does_not_matter(void **state)
{
    (void)state;
    ot_top_part part[N], turned[N];

    make_parts(part, 1);
    for (size_t i = 0; i < N; i++) {
        turned[i] = part[N - 1 - i];
    }
    ot_top a = make(part, N, NULL, OT_TOP_BY_VALUE, 20);
    ot_top b = make(turned, N, NULL, OT_TOP_BY_VALUE, 20);
    for (size_t k = 0; k < 20; k++) {
        assert_int_equal(a.row[k].part, N - 1 - b.row[k].part);
        assert_int_equal(a.row[k].was, b.row[k].was);
        assert_true(a.row[k].contribution.y == b.row[k].contribution.y);
    }
    assert_true(a.total.value.y == b.total.value.y);
    assert_true(a.others.contribution.y == b.others.contribution.y);
    assert_close(a.now.hhi.y, b.now.hhi.y, 1e-14);
    ot_top_free(&a);
    ot_top_free(&b);
}

static void scales_with_its_input(void **state)
{
    (void)state;
    ot_top_part part[N], big[N];

    make_parts(part, 1);
    make_parts(big, 1e6);
    ot_top a = make(part, N, NULL, OT_TOP_BY_CHANGE, 0);
    ot_top b = make(big, N, NULL, OT_TOP_BY_CHANGE, 0);
    for (size_t k = 0; k < a.rows; k++) {
        assert_int_equal(a.row[k].part, b.row[k].part);
        assert_close(b.row[k].value.y, 1e6 * a.row[k].value.y, 1e-13);
        assert_close(b.row[k].share.y, a.row[k].share.y, 1e-13);
        assert_close(b.row[k].contribution.y, a.row[k].contribution.y, 1e-12);
    }
    assert_close(b.now.hhi.y, a.now.hhi.y, 1e-13);
    ot_top_free(&a);
    ot_top_free(&b);
}

static void refuses_what_is_no_amount(void **state)
{
    (void)state;
    ot_top_part part[] = {three[0], three[1]};
    ot_top top;
    ot_error err = {0};

    part[1].base = NAN;
    assert_int_equal(ot_top_make(part, 2, NULL, OT_TOP_BY_VALUE, 0, &top, &err),
                     OT_E_LIMIT);
    assert_string_equal(err.message, "part 2 is no amount below 1e22");
    ot_top_free(&top);
    top = make(part, 0, NULL, OT_TOP_BY_VALUE, 0);
    assert_int_equal(top.rows, 0);
    assert_true(isnan(top.total.share.y));
    ot_top_free(&top);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contributions_are_points_of_the_totals_growth),
        cmocka_unit_test(by_change_the_largest_move_is_first),
        cmocka_unit_test(what_the_parts_lack_is_not_allocated),
        cmocka_unit_test(trade_with_none_named_has_no_row),
        cmocka_unit_test(concentration_is_a_sum_of_squares),
        cmocka_unit_test(undefined_is_said),
        cmocka_unit_test(rounding_is_carried_through),
        cmocka_unit_test(without_something_the_rows_are_the_same),
        cmocka_unit_test(parts_are_put_together_and_split),
        cmocka_unit_test(splitting_loses_nothing),
        cmocka_unit_test(groups_add_up_to_their_parts),
        cmocka_unit_test(contributions_and_shares_add_up),
        cmocka_unit_test(the_order_of_parts_does_not_matter),
        cmocka_unit_test(scales_with_its_input),
        cmocka_unit_test(refuses_what_is_no_amount),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
