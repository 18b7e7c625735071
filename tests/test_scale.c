// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "plot/scale.h"

// ---- laws over random ranges -----------------------------------------------

static uint64_t next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

// Any sign, sizes from 1e-30 to 1e30, ranges from wide to very narrow.
static double any_value(uint64_t *state)
{
    const double part = (double)next(state) / 2147483648.0 - 0.5;
    return part * pow(10, (double)(next(state) % 61) - 30);
}

static void check_scale(double min, double max, int most)
{
    const ot_scale s = ot__scale_nice(min, max, most);
    const size_t count = ot__scale_count(&s);
    const double slack = 1e-12 * fmax(fabs(min), fabs(max));

    assert_true(s.mantissa == 1 || s.mantissa == 2 || s.mantissa == 5 ||
                s.mantissa == 25 || s.mantissa == 4 || s.mantissa == 3 ||
                s.mantissa == 6);
    assert_true(count >= 3 && count <= (size_t)most);
    assert_true(ot__scale_lo(&s) <= min && max <= ot__scale_hi(&s));
    // No tick too many: the ends are needed.
    assert_true(ot__scale_value(&s, s.first + 1) > min - slack ||
                max - min < 1e-8 * fabs(max));
    for (int64_t i = s.first; i < s.last; i++) {
        assert_true(ot__scale_value(&s, i) < ot__scale_value(&s, i + 1));
    }
}

typedef struct law_case {
    const char *name;
    int most;
} law_case;

static const law_case law_cases[] = {
    {"five ticks at most over any range", 5},
    {"six ticks at most over any range", 6},
    {"eight ticks at most over any range", 8},
};

static void test_laws(void **state)
{
    const law_case *c = *state;
    uint64_t random = 20241008;

    for (int i = 0; i < 20000; i++) {
        const double a = any_value(&random);
        const double b = i % 3 == 0 ? a * (1 + any_value(&random) * 1e-9)
                                    : any_value(&random);
        check_scale(fmin(a, b), fmax(a, b), c->most);
        check_scale(fmin(0, a), fmax(0, a), c->most);
    }
}

// ---- chosen ranges, worked by hand -----------------------------------------

typedef struct nice_case {
    const char *name;
    double min, max;
    int most;
    double lo, hi;
    size_t count;
} nice_case;

static const nice_case nice_cases[] = {
    {"0 to 8.37 bn goes by twos", 0, 8.37e9, 6, 0, 1e10, 6},
    {"0 to 8.37 bn, many ticks, still by twos", 0, 8.37e9, 8, 0, 1e10, 6},
    {"a range that ends on a tick needs no further one", 0, 10, 6, 0, 10, 6},
    {"a balance lies on both sides of zero", -3.2, 1.1, 6, -4, 2, 4},
    {"zero alone is 0 to 1", 0, 0, 6, 0, 1, 6},
    {"one value is widened by half of it", 5, 5, 6, 2, 8, 4},
    {"a quarter of the axis is not left empty", 0, 1.55e9, 7, 0, 1.6e9, 5},
    {"nor above the largest bar", -8.1, 20.6, 7, -12, 24, 7},
    {"an eighth may be", 0, 17.5, 7, 0, 20, 5},
    {"fives before fours", 0, 21, 7, 0, 25, 6},
    {"quarters where they fit", -39, 72, 6, -50, 75, 6},
    {"far from zero fives before threes", 2.456e12, 2.607e12, 7, 2.45e12,
     2.65e12, 5},
    {"1e15 is a number like any other", 0, 1e15, 6, 0, 1e15, 6},
};

static void test_nice(void **state)
{
    const nice_case *c = *state;
    const ot_scale s = ot__scale_nice(c->min, c->max, c->most);

    assert_close(ot__scale_lo(&s), c->lo, 0);
    assert_close(ot__scale_hi(&s), c->hi, 0);
    assert_int_equal(ot__scale_count(&s), c->count);
}

static void test_extremes(void **state)
{
    (void)state;
    check_scale(-1e300, 1e300, 6);
    check_scale(0, 1e-280, 6);
    const ot_scale beyond = ot__scale_nice(0, INFINITY, 6);
    assert_true(isfinite(ot__scale_hi(&beyond)));
    const ot_scale tiny = ot__scale_nice(0, 1e-310, 6);
    assert_close(ot__scale_hi(&tiny), 1, 0);
}

// ---- figures below one another ----------------------------------------------

typedef struct column_case {
    const char *name;
    double y[4];
    size_t n;
    const char *text[4];
} column_case;

#define NB "\u00A0"

static const column_case column_cases[] = {
    {"the largest has three figures, the others its places",
     {505.9e9, 87.34e9, 9.9e9},
     3,
     {"506" NB "bn", "87" NB "bn", "10" NB "bn"}},
    {"tens leave one place",
     {94.4e9, 9.904e9, 8.3e9},
     3,
     {"94.4" NB "bn", "9.9" NB "bn", "8.3" NB "bn"}},
    {"each word of scale has places of its own",
     {3.42e9, 668e6, 97.4e6},
     3,
     {"3.42" NB "bn", "668" NB "m", "97" NB "m"}},
    {"what is rounded up to the next word belongs to it",
     {2.5e9, 999.96e6, 12.3e6},
     3,
     {"2.50" NB "bn", "1.00" NB "bn", "12.3" NB "m"}},
    {"no figure is rounded to nothing",
     {5000, 0.04},
     2,
     {"5\u202F000", "0.04"}},
    {"signs do not count",
     {-32.6e9, 4.45e9},
     2,
     {"\u221232.6" NB "bn", "4.5" NB "bn"}},
    {"what is not known does not count",
     {NAN, 4.45e9},
     2,
     {NULL, "4.45" NB "bn"}},
};

static void test_column(void **state)
{
    const column_case *c = *state;
    const ot_unit usd = {"USD", 0, OT_DIM_MONEY};
    char out[OT_AMOUNT_SIZE];

    for (size_t i = 0; i < c->n; i++) {
        if (c->text[i] != NULL) {
            assert_string_equal(ot__amount_among(&ot__terms_english, c->y[i],
                                                 c->y, c->n, usd, 3, out),
                                c->text[i]);
        }
    }
}

// ---- words -----------------------------------------------------------------

typedef struct label_case {
    const char *name;
    double max;
    ot_unit unit;
    const char *last, *second;
} label_case;

#define USD                                                                    \
    {                                                                          \
        "USD", 0, OT_DIM_MONEY                                                 \
    }

static const label_case label_cases[] = {
    {"billions", 8.37e9, USD, "10\u00A0bn", "2\u00A0bn"},
    {"all ticks have as many places", 2.4e9, USD, "2.5\u00A0bn", "0.5\u00A0bn"},
    {"millions", 4e8, USD, "400\u00A0m", "100\u00A0m"},
    {"ten thousand are k", 2e4, USD, "20\u00A0k", "5\u00A0k"},
    {"thousands keep their digits", 4000, USD, "4\u202F000", "1\u202F000"},
    {"a thousand trillion", 1e15, USD, "1\u202F000\u00A0tn", "200\u00A0tn"},
    {"small fractions", 0.004, USD, "0.004", "0.001"},
    {"per cent", 40, {"%", 0, OT_DIM_PERCENT}, "40\u00A0%", "10\u00A0%"},
    {"out of words: powers", 4e20, USD, "4e20", "1e20"},
    {"too small for places: powers", 4e-9, USD, "4e-9", "1e-9"},
};

static void test_label(void **state)
{
    const label_case *c = *state;
    const ot_scale s = ot__scale_nice(0, c->max, 6);
    char text[OT_AMOUNT_SIZE];

    assert_string_equal(
        ot__scale_label(&ot__terms_english, &s, 0, c->unit, text), "0");
    assert_string_equal(
        ot__scale_label(&ot__terms_english, &s, 1, c->unit, text), c->second);
    assert_string_equal(
        ot__scale_label(&ot__terms_english, &s, s.last, c->unit, text),
        c->last);
}

typedef struct amount_case {
    const char *name;
    double y;
    int figures;
    const char *text;
} amount_case;

static const amount_case amount_cases[] = {
    {"the half-year of the founding case", 8365394316.2, 3, "8.37\u00A0bn"},
    {"its outturn", 12401640353.6, 3, "12.4\u00A0bn"},
    {"hundreds of millions", 797e6, 3, "797\u00A0m"},
    {"a deficit has a minus sign", -3.16e8, 3, "\u2212316\u00A0m"},
    {"rounding up to the next word", 999.96e6, 3, "1.00\u00A0bn"},
    {"a small number has no word", 5, 1, "5"},
    {"nothing", 0, 3, "0.00"},
    {"beyond words", 1.5e21, 3, "1.5e21"},
};

static void test_amount(void **state)
{
    const amount_case *c = *state;
    char text[OT_AMOUNT_SIZE];

    assert_string_equal(
        ot__amount(&ot__terms_english, c->y, (ot_unit)USD, c->figures, text),
        c->text);
}

// What is counted is said whole; a mean of counts is no count.
static void test_counted(void **state)
{
    const ot_unit pieces = {"u", 0, OT_DIM_QUANTITY};
    const double column[] = {2, 2.5};
    char text[OT_AMOUNT_SIZE];

    (void)state;
    assert_string_equal(ot__amount(&ot__terms_english, 22, pieces, 3, text),
                        "22");
    assert_string_equal(ot__amount(&ot__terms_english, 12345, pieces, 3, text),
                        "12.3\u00A0k");
    assert_string_equal(ot__amount(&ot__terms_english, 2.5, pieces, 3, text),
                        "2.50");
    assert_string_equal(
        ot__amount_among(&ot__terms_english, 2, column, 2, pieces, 3, text),
        "2.00");
}

typedef struct range_case {
    const char *name;
    double lo, hi;
    int figures;
    const char *text;
} range_case;

static const range_case range_cases[] = {
    {"a claim as it was said", 14e9, 16e9, 0, "14–16\u00A0bn"},
    {"with its decimals", 8.25e9, 8.35e9, 0, "8.25–8.35\u00A0bn"},
    {"a landing to two figures", 12.94e9, 20.6e9, 2, "13–21\u00A0bn"},
    {"a landing that rounds up", 8e9, 9.96e9, 2, "8–10\u00A0bn"},
    {"one word for both ends", 600e6, 1.2e9, 2, "0.6–1.2\u00A0bn"},
    {"equal ends are one", 15e9, 15e9, 0, "15\u00A0bn"},
    {"no upper end", 14e9, INFINITY, 0, "over 14\u00A0bn"},
    {"no lower end", -INFINITY, 16e9, 0, "up to 16\u00A0bn"},
    {"a dash is no minus", -3e9, -1e9, 0, "\u22123 to \u22121\u00A0bn"},
};

static void test_range(void **state)
{
    const range_case *c = *state;
    char text[OT_AMOUNT_SIZE];

    assert_string_equal(ot__amount_range(&ot__terms_english, c->lo, c->hi,
                                         (ot_unit)USD, c->figures, text),
                        c->text);
}

int main(void)
{
    const struct CMUnitTest more[] = {cmocka_unit_test(test_extremes),
                                      cmocka_unit_test(test_counted)};

    return RUN_TABLE("scale laws", law_cases, test_laws) +
           RUN_TABLE("nice", nice_cases, test_nice) +
           RUN_TABLE("label", label_cases, test_label) +
           RUN_TABLE("amount", amount_cases, test_amount) +
           RUN_TABLE("column", column_cases, test_column) +
           RUN_TABLE("range", range_cases, test_range) +
           cmocka_run_group_tests_name("extremes", more, NULL, NULL);
}
