// SPDX-License-Identifier: GPL-3.0-or-later
// test_check_beside.c - the basis that is taken where none is named, whose a
// nameless claim is, and what other bases and the partner say.

#include "claim_support.h"

#define DATA "datasets/armenia-russia.csv"
#define HEAD                                                                   \
    "group,kind,modality,reporter,partner,flow,basis,period,base_period,"      \
    "stated\n"

static ot_checking *check_by(const ot_claims *claims, const ot_panel *panel,
                             const char *basis, ot_day date)
{
    const ot_check_options how = {.date = date, .basis = basis};
    ot_checking *k = NULL;

    assert_int_equal(ot_check(claims, panel, &how, &k, NULL), OT_OK);
    return k;
}

// ---- the basis that is customary --------------------------------------------

static const char passage[] =
    HEAD "a,multiple,,ARM,RUS,turnover,,9M2024,,more than 2.5 times\n"
         "a,level,,ARM,RUS,turnover,,9M2024,,exceeding 8.3 billion USD\n"
         "b,level,projected,ARM,RUS,turnover,,2024,,14-16 billion USD\n"
         "b,rank,projected,ARM,RUS,turnover,,2024,,record\n";

// With no basis named all verdicts are those by origin, and it is said.
static void without_a_basis_it_is_by_origin(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(DATA);
    ot_claims *claims = good_claims(passage);
    const ot_day day = ot_day_of(2024, 10, 8);
    ot_checking *by_default = check_by(claims, panel, NULL, day);
    ot_checking *by_origin = check_by(claims, panel, "origin", day);

    for (size_t i = 0; i < 8; i++) {
        const ot_finding *f = &by_default->finding[i];
        assert_int_equal(f->verdict, by_origin->finding[i].verdict);
        assert_int_equal(f->tried, by_origin->finding[i].tried);
        assert_close(f->mid, by_origin->finding[i].mid, 0);
        assert_string_equal(f->own.basis, "origin");
        assert_string_equal(f->customary, "origin");
        assert_null(by_origin->finding[i].customary);
    }
    ot_checking_free(by_default);
    ot_checking_free(by_origin);
    ot_claims_free(claims);
    ot_panel_free(panel);
}

// Release 2025-02, exports and imports by consignment added by hand (awk):
// 10,180.0 million in nine months of 2024, 5,011.2 in those of 2023; 12,596.1
// in 2024.
static void consignment_says_it_too(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(DATA);
    ot_claims *claims = good_claims(passage);
    ot_checking *k = check_by(claims, panel, NULL, OT_DAY_LATEST);
    static const double mid[] = {10180.0 / 5011.2, 10180.0e6, 12596.1e6, 1};

    for (size_t i = 0; i < 4; i++) {
        const ot_finding *f = &k->finding[i];
        assert_int_equal(f->besides, 1);
        assert_string_equal(f->beside[0].reading.basis, "consignment");
        assert_int_equal(f->beside[0].verdict, f->verdict);
        assert_close(f->beside[0].mid, mid[i], 1e-5);
        assert_true(ot_interval_is_none(f->beside[0].band));
    }
    ot_checking_free(k);
    ot_claims_free(claims);
    ot_panel_free(panel);
}

// 12,596.1 million is the turnover of 2024 by consignment alone.
static void a_figure_by_consignment_fits_another_basis(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(DATA);
    ot_claims *claims = good_claims(
        HEAD ",level,,ARM,RUS,turnover,,2024,,\"12,596.1 mln USD\"\n"
             ",level,,ARM,RUS,turnover,consignment,2024,,\"12,596.1 mln USD\"\n"
             ",level,,ARM,RUS,export,,2024,,3.16 bn USD\n");
    ot_checking *k = check_by(claims, panel, NULL, OT_DAY_LATEST);

    assert_int_equal(k->finding[0].verdict, OT_FITS_ANOTHER);
    assert_string_equal(k->finding[0].changed, "basis");
    assert_int_equal(k->finding[0].beside[0].verdict, OT_AGREES);
    assert_int_equal(k->finding[1].verdict, OT_AGREES);
    assert_null(k->finding[1].customary);
    // Exports are on one basis: nothing to choose, nothing to say.
    assert_int_equal(k->finding[2].verdict, OT_AGREES);
    assert_null(k->finding[2].customary);
    assert_int_equal(k->finding[2].besides, 0);
    ot_checking_free(k);
    ot_claims_free(claims);
    ot_panel_free(panel);
}

// ---- whose ------------------------------------------------------------------

static void a_nameless_claim_is_of_the_pair_named_before(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(DATA);
    ot_claims *claims =
        good_claims(HEAD ",level,,,WLD,turnover,,2024,,12.40 bn USD\n"
                         ",level,,ARM,RUS,export,,2024,,3.16 bn USD\n"
                         ",level,,,WLD,turnover,,2024,,12.40 bn USD\n"
                         ",level,,ARM,WLD,turnover,,2024,,12.40 bn USD\n");
    ot_checking *k = check_by(claims, panel, NULL, OT_DAY_LATEST);

    // Nobody was named yet, and there is only one pair.
    assert_int_equal(k->finding[0].verdict, OT_AGREES);
    assert_null(k->finding[0].who);
    assert_ptr_equal(k->finding[2].who, &claims->claim[1]);
    assert_int_equal(k->finding[2].verdict, OT_AGREES);
    // Trade with Russia is not that with the world.
    assert_int_equal(k->finding[3].verdict, OT_NOT_CHECKED);
    assert_non_null(strstr(k->finding[3].why, "no total with the world"));
    ot_checking_free(k);
    ot_claims_free(claims);
    ot_panel_free(panel);
}

// ---- in which currency
// -------------------------------------------------------

// Made up: the same trade in dollars and in drams.
static const char in_two[] =
    "reporter,partner,flow,commodity,period,value,unit\n"
    "ARM,RUS,export,TOTAL,2022,100.0,USD million\n"
    "ARM,RUS,export,TOTAL,2023,120.0,USD million\n"
    "ARM,RUS,export,TOTAL,2022,43500.0,AMD million\n"
    "ARM,RUS,export,TOTAL,2023,47100.0,AMD million\n";

// Growth is 20.0 % in dollars, 8.3 % in drams.
static void a_claim_is_judged_in_its_own_currency(void **state)
{
    (void)state;
    ot_panel *panel = panel_from(in_two);
    ot_claims *claims =
        good_claims(HEAD "a,level,,ARM,RUS,export,,2023,,120.0 mln USD\n"
                         "a,growth,,ARM,RUS,export,,2023,,20 %\n"
                         "b,growth,,ARM,RUS,export,,2023,,8.3 %\n"
                         "b,level,,ARM,RUS,export,,2023,,47.1 bn AMD\n"
                         ",growth,,ARM,RUS,export,,2023,,8.3 %\n"
                         ",level,,ARM,RUS,export,,2023,,110 mln EUR\n");
    ot_checking *k = check_by(claims, panel, NULL, OT_DAY_LATEST);

    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(k->finding[i].verdict, OT_AGREES);
    }
    // Said with nothing, it may be either; and euros are not held.
    assert_int_equal(k->finding[4].verdict, OT_NOT_CHECKED);
    assert_int_equal(k->finding[5].verdict, OT_NOT_CHECKED);
    ot_checking_free(k);
    const ot_check_options how = {.date = OT_DAY_LATEST, .currency = "AMD"};
    assert_int_equal(ot_check(claims, panel, &how, &k, NULL), OT_OK);
    assert_int_equal(k->finding[4].verdict, OT_AGREES);
    ot_checking_free(k);
    ot_claims_free(claims);
    ot_panel_free(panel);
}

// ---- both sides -------------------------------------------------------------

// Made up, million dollars. Armenia has imports of 200 from Russia and exports
// of 100 to it; Russia has exports of 190 to Armenia and imports of 108. Each
// of them may be half a million off.
static const char both[] = "reporter,partner,flow,commodity,period,value,unit\n"
                           "ARM,RUS,export,TOTAL,2022,80,USD million\n"
                           "ARM,RUS,import,TOTAL,2022,160,USD million\n"
                           "ARM,RUS,export,TOTAL,2023,100,USD million\n"
                           "ARM,RUS,import,TOTAL,2023,200,USD million\n"
                           "RUS,ARM,export,TOTAL,2022,150,USD million\n"
                           "RUS,ARM,import,TOTAL,2022,90,USD million\n"
                           "RUS,ARM,export,TOTAL,2023,190,USD million\n"
                           "RUS,ARM,import,TOTAL,2023,108,USD million\n";

typedef struct side_case {
    const char *name, *row;
    ot_verdict own, other;
    double mid, lo, hi; // of the other side; NaN: no band
} side_case;

static const side_case side_cases[] = {
    {"imports: the other's exports with freight on top",
     ",level,,ARM,RUS,import,,2023,,200.0 mln USD", OT_AGREES, OT_DIFFERS,
     190e6, 189.5e6, 190.5e6 * 1.1},
    {"exports: the other's imports with freight taken off",
     ",level,,ARM,RUS,export,,2023,,100.0 mln USD", OT_AGREES, OT_DIFFERS,
     108e6, 107.5e6 / 1.1, 108.5e6},
    {"turnover: freight on one side, off the other",
     ",level,,ARM,RUS,turnover,,2023,,about 300 mln USD", OT_AGREES, OT_AGREES,
     298e6, 297e6 / 1.1, 299e6 * 1.1},
    {"growth needs no band", ",growth,,ARM,RUS,import,,2023,,25.0 %", OT_AGREES,
     OT_DIFFERS, 100 * (190.0 / 150 - 1), NAN, NAN},
    {"seen from the other side", ",level,,RUS,ARM,export,,2023,,190.0 mln USD",
     OT_AGREES, OT_DIFFERS, 200e6, 199.5e6 / 1.1, 200.5e6},
};

static void test_side(void **state)
{
    const side_case *c = *state;
    char text[300];

    snprintf(text, sizeof text, HEAD "%s\n", c->row);
    ot_panel *panel = panel_from(both);
    ot_claims *claims = good_claims(text);
    ot_checking *k = check_by(claims, panel, NULL, OT_DAY_LATEST);
    const ot_finding *f = &k->finding[0];

    assert_int_equal(f->verdict, c->own);
    assert_int_equal(f->besides, 1);
    assert_int_equal(f->beside[0].verdict, c->other);
    assert_close(f->beside[0].mid, c->mid, 1e-12);
    assert_close(f->beside[0].band.lo, c->lo, 1e-12);
    assert_close(f->beside[0].band.hi, c->hi, 1e-12);
    ot_checking_free(k);
    ot_claims_free(claims);
    ot_panel_free(panel);
}

// 190.0 is in Russia's books, as exports: one change, the reporter.
static void the_partners_figure_fits_another_reporter(void **state)
{
    (void)state;
    ot_panel *panel = panel_from(both);
    ot_claims *claims =
        good_claims(HEAD ",level,,ARM,RUS,import,,2023,,190.0 mln USD\n");
    ot_checking *k = check_by(claims, panel, NULL, OT_DAY_LATEST);
    const ot_finding *f = &k->finding[0];

    assert_int_equal(f->verdict, OT_FITS_ANOTHER);
    assert_string_equal(f->changed, "reporter");
    assert_string_equal(ot_area_code(f->other.reporter), "RUS");
    assert_string_equal(f->other.flow->name, "export");
    assert_int_equal(f->beside[0].verdict, OT_AGREES);
    ot_checking_free(k);
    ot_claims_free(claims);
    ot_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest rest[] = {
        cmocka_unit_test(without_a_basis_it_is_by_origin),
        cmocka_unit_test(consignment_says_it_too),
        cmocka_unit_test(a_figure_by_consignment_fits_another_basis),
        cmocka_unit_test(a_nameless_claim_is_of_the_pair_named_before),
        cmocka_unit_test(a_claim_is_judged_in_its_own_currency),
        cmocka_unit_test(the_partners_figure_fits_another_reporter),
    };

    return RUN_TABLE("both sides", side_cases, test_side) +
           cmocka_run_group_tests_name("beside", rest, NULL, NULL);
}
