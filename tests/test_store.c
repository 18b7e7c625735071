// SPDX-License-Identifier: GPL-3.0-or-later
// test_store.c - sums under keys: none is lost, none is mixed with another.
#include "support.h"

#include "data/groups.h"

static void add(ot_store *s, uint64_t high, uint64_t low, int64_t amount,
                uint64_t rows)
{
    const uint64_t key[2] = {high, low};
    ot_sum *sum = ot__store_at(s, key);

    assert_non_null(sum);
    ot__sum_add(sum, amount, rows);
}

static int64_t amount_at(ot_store *s, uint64_t high, uint64_t low)
{
    const uint64_t key[2] = {high, low};
    const size_t n = s->n;
    const ot_sum *sum = ot__store_at(s, key);

    assert_non_null(sum);
    assert_int_equal(s->n, n); // it was there
    return (int64_t)ot__sum_amount(sum);
}

static void nothing_is_in_an_empty_store(void **state)
{
    ot_store s = {0};

    (void)state;
    assert_int_equal(s.n, 0);
    ot__store_settle(&s);
    ot__store_free(&s);
    ot__store_free(&s);
    assert_int_equal(s.n, 0);
}

static void a_new_sum_is_nothing(void **state)
{
    const uint64_t key[2] = {7, 11};
    ot_store s = {0};

    (void)state;
    const ot_sum *sum = ot__store_at(&s, key);
    assert_non_null(sum);
    assert_int_equal(sum->key[0], 7);
    assert_int_equal(sum->key[1], 11);
    assert_int_equal(sum->rows, 0);
    assert_true(ot__sum_amount(sum) == 0);
    assert_ptr_equal(ot__store_at(&s, key), sum);
    assert_int_equal(s.n, 1);
    ot__store_free(&s);
}

// 0, and all keys of one bit: 129 of them.
static void keys_that_differ_in_a_bit_are_apart(void **state)
{
    ot_store s = {0};

    (void)state;
    for (int round = 1; round <= 2; round++) {
        add(&s, 0, 0, 1000, 1);
        for (int b = 0; b < 64; b++) {
            add(&s, (uint64_t)1 << b, 0, b, 1);
            add(&s, 0, (uint64_t)1 << b, 100 + b, 1);
        }
        assert_int_equal(s.n, 129);
    }
    assert_int_equal(amount_at(&s, 0, 0), 2000);
    for (int b = 0; b < 64; b++) {
        assert_int_equal(amount_at(&s, (uint64_t)1 << b, 0), 2 * b);
        assert_int_equal(amount_at(&s, 0, (uint64_t)1 << b), 2 * (100 + b));
    }
    ot__store_free(&s);
}

// Twenty times as many keys as the first table has slots, all alike but for
// the two words changing places: what a poor hash would put in one slot.
static void words_that_change_places_are_apart(void **state)
{
    ot_store s = {0};

    (void)state;
    for (uint64_t a = 0; a < 72; a++) {
        for (uint64_t b = 0; b < 72; b++) {
            add(&s, a << 32, b << 32, (int64_t)(100 * a + b), 1);
        }
    }
    assert_int_equal(s.n, 72 * 72);
    for (uint64_t a = 0; a < 72; a++) {
        for (uint64_t b = 0; b < 72; b++) {
            assert_int_equal(amount_at(&s, a << 32, b << 32), 100 * a + b);
        }
    }
    ot__store_free(&s);
}

// Keys as groups have them: 300,000 of 600 reporters and 500 months. Each
// gets its number, from 1 on, so many times.
#define MANY 300000u

static void many(ot_store *s, uint64_t from, uint64_t to, int64_t times)
{
    for (uint64_t i = from; i < to; i++) {
        add(s, i / 500 << 48, (24000 + i % 500) << 48, times * (int64_t)(i + 1),
            1);
    }
}

static void check_many(ot_store *s, uint64_t to, int64_t times)
{
    assert_int_equal(s->n, to);
    for (uint64_t i = 0; i < to; i++) {
        assert_int_equal(amount_at(s, i / 500 << 48, (24000 + i % 500) << 48),
                         times * (int64_t)(i + 1));
    }
}

static void grows_over_many_blocks(void **state)
{
    ot_store s = {0};

    (void)state;
    many(&s, 0, MANY, 1);
    const ot_sum *first = ot__store_sum(&s, 0);
    const ot_sum *last = ot__store_sum(&s, MANY - 1);
    many(&s, 0, MANY, 2);
    assert_ptr_equal(ot__store_sum(&s, 0), first); // they do not move
    assert_ptr_equal(ot__store_sum(&s, MANY - 1), last);
    check_many(&s, MANY, 3);
    for (uint64_t i = 0; i < MANY; i++) { // in order of arrival
        assert_int_equal(ot__sum_amount(ot__store_sum(&s, i)), 3 * (i + 1));
        assert_int_equal(ot__store_sum(&s, i)->rows, 2);
    }
    ot__store_free(&s);
}

// Full to the last slot but one when its table goes, and when it comes back.
static void a_settled_store_is_found_in_again(void **state)
{
    static const size_t counts[] = {1, 191, 192, 193, 4095, 4096, 4097, 50000};

    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        ot_store s = {0};
        many(&s, 0, counts[i], 1);
        ot__store_settle(&s);
        assert_int_equal(s.n, counts[i]);
        many(&s, 0, counts[i], 4);
        check_many(&s, counts[i], 5);
        many(&s, counts[i], 2 * counts[i], 5);
        check_many(&s, 2 * counts[i], 5);
        ot__store_free(&s);
    }
}

// ---- taking back -----------------------------------------------------------

// A sum of two words: 2^64 - 1 and 1 carry, and borrow on the way back.
static void what_was_added_can_be_taken_away(void **state)
{
    const uint64_t key[2] = {1, 2};
    const ot_i128 most = OT_GROUP_AMOUNT_MOST;
    const ot_i128 amounts[] = {
        0,          1,    -1,    INT64_MAX, INT64_MIN,
        UINT64_MAX, most, -most, most - 1,  (ot_i128)1 << 64};
    const size_t n = sizeof amounts / sizeof amounts[0];
    ot_store s = {0};
    ot_i128 all = 0;

    (void)state;
    ot_sum *sum = ot__store_at(&s, key);
    assert_non_null(sum);
    for (size_t i = 0; i < n; i++) {
        ot__sum_add(sum, amounts[i], 3);
        all += amounts[i];
        assert_true(ot__sum_amount(sum) == all);
        assert_int_equal(sum->rows, 3 * (i + 1));
    }
    for (size_t i = 0; i < n; i++) {
        ot__sum_add(sum, -amounts[i], -(uint64_t)3);
        all -= amounts[i];
        assert_true(ot__sum_amount(sum) == all);
    }
    assert_true(ot__sum_amount(sum) == 0);
    assert_int_equal(sum->rows, 0);
    ot__store_free(&s);
}

// Taken away in another store than it was added in, and before: -1 and +1 of
// two words, whose low words carry when they meet.
static void what_one_store_owes_another_pays(void **state)
{
    const uint64_t key[2] = {1, 2};
    const ot_i128 amounts[] = {1, -1, (ot_i128)1 << 64, OT_GROUP_AMOUNT_MOST};

    (void)state;
    for (size_t i = 0; i < sizeof amounts / sizeof amounts[0]; i++) {
        ot_store a = {0}, b = {0};
        ot__sum_add(ot__store_at(&a, key), -amounts[i], -(uint64_t)1);
        ot__sum_add(ot__store_at(&b, key), amounts[i], 1);
        assert_true(ot__store_absorb(&a, &b));
        assert_int_equal(a.n, 1);
        assert_true(ot__sum_amount(ot__store_sum(&a, 0)) == 0);
        assert_int_equal(ot__store_sum(&a, 0)->rows, 0);
        ot__store_free(&a);
        ot__store_free(&b);
    }
}

// ---- one store into another ------------------------------------------------

// The keys [from, to) of two stores: 1 times their numbers in the first, 10
// times in the second.
typedef struct absorb_case {
    const char *name;
    uint64_t from[2], to[2];
} absorb_case;

static const absorb_case absorb_cases[] = {
    {"both are empty", {0, 0}, {0, 0}},
    {"nothing comes", {0, 0}, {10, 0}},
    {"the first is empty", {0, 0}, {0, 10}},
    {"the same keys", {0, 0}, {5000, 5000}},
    {"keys of which none is the same", {0, 5000}, {5000, 10000}},
    {"half of them are the same", {0, 2500}, {5000, 7500}},
    {"a few come to many", {0, 9000}, {20000, 9001}},
    {"many come to a few", {0, 0}, {1, 20000}},
    {"whole blocks come", {0, 0}, {4096, 8192}},
};

static int64_t times(const absorb_case *c, int which, uint64_t i)
{
    const int64_t each[2] = {1, 10};

    return i >= c->from[which] && i < c->to[which] ? each[which] : 0;
}

static void absorbs(void **state)
{
    const absorb_case *c = *state;
    ot_store a = {0}, b = {0};
    uint64_t n = 0;

    many(&a, c->from[0], c->to[0], 1);
    many(&b, c->from[1], c->to[1], 10);
    assert_true(ot__store_absorb(&a, &b));
    assert_int_equal(b.n, 0);
    for (uint64_t i = 0; i < MANY; i++) {
        const int64_t each = times(c, 0, i) + times(c, 1, i);
        n += each > 0;
        if (each > 0) {
            assert_int_equal(
                amount_at(&a, i / 500 << 48, (24000 + i % 500) << 48),
                each * (int64_t)(i + 1));
        }
    }
    assert_int_equal(a.n, n);
    many(&b, 0, 3, 1); // what was emptied can be filled
    check_many(&b, 3, 1);
    ot__store_free(&a);
    ot__store_free(&b);
}

// As threads do: eight stores of keys of which neighbours share half.
static void absorbs_one_after_another(void **state)
{
    ot_store all = {0};

    (void)state;
    for (uint64_t t = 0; t < 8; t++) {
        ot_store s = {0};
        many(&s, 3000 * t, 3000 * t + 6000, 1);
        assert_true(ot__store_absorb(&all, &s));
        ot__store_settle(&all);
    }
    // The first and the last 3000 came once, those between twice.
    assert_int_equal(all.n, 27000);
    for (uint64_t i = 0; i < 27000; i++) {
        const int64_t each = i < 3000 || i >= 24000 ? 1 : 2;
        assert_int_equal(
            amount_at(&all, i / 500 << 48, (24000 + i % 500) << 48),
            each * (int64_t)(i + 1));
    }
    ot__store_free(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_in_an_empty_store),
        cmocka_unit_test(a_new_sum_is_nothing),
        cmocka_unit_test(keys_that_differ_in_a_bit_are_apart),
        cmocka_unit_test(words_that_change_places_are_apart),
        cmocka_unit_test(grows_over_many_blocks),
        cmocka_unit_test(a_settled_store_is_found_in_again),
        cmocka_unit_test(what_was_added_can_be_taken_away),
        cmocka_unit_test(what_one_store_owes_another_pays),
        cmocka_unit_test(absorbs_one_after_another),
    };

    return cmocka_run_group_tests_name("store", tests, NULL, NULL) +
           RUN_TABLE("absorb", absorb_cases, absorbs);
}
