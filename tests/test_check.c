// SPDX-License-Identifier: GPL-3.0-or-later
// test_check.c - claims against data: the founding case, every kind, laws.

#include "claim_support.h"

#define DATA   "datasets/armenia-russia.csv"
#define CLAIMS "datasets/claims/kazan-2024.csv"
#define HEAD                                                                   \
    "group,kind,modality,reporter,partner,flow,period,base_period,stated\n"

static const ot_finding *at(const ot_checking *k, size_t claim, int column)
{
    return &k->finding[claim * (size_t)k->columns + (size_t)column];
}

// ---- the founding case
// -------------------------------------------------------

typedef struct founding {
    ot_claims *claims;
    ot_panel *panel;
    ot_checking *k;
} founding;

static founding founding_case(void)
{
    founding f = {.panel = panel_of(DATA)};

    assert_int_equal(ot_claims_read(CLAIMS, NULL, &f.claims, NULL), OT_OK);
    f.k = check_on(f.claims, f.panel, ot_day_of(2024, 10, 8));
    assert_int_equal(f.k->n, 4);
    assert_int_equal(f.k->columns, 2);
    return f;
}

static void founding_free(founding *f)
{
    ot_checking_free(f->k);
    ot_claims_free(f->claims);
    ot_panel_free(f->panel);
}

// Runs of whole months inside one year of which `months` are known: n (n+1)/2.
static size_t runs(size_t months)
{
    return months * (months + 1) / 2;
}

// On 8 October 2024 three releases were known, with months to June 2024, to
// March 2024 and to December 2023. Exports; imports and turnover by origin and
// by consignment: five series. None of them has the nine months.
static void on_the_day_one_of_1305_readings_fits(void **state)
{
    (void)state;
    founding f = founding_case();
    const size_t tried = 5 * ((runs(12) + runs(6)) + (runs(12) + runs(3)) +
                              (runs(12) + runs(0)));

    assert_int_equal(tried, 1305);
    for (size_t i = 0; i < 2; i++) {
        const ot_finding *on = at(f.k, i, 0);
        assert_int_equal(on->verdict, OT_FITS_ANOTHER);
        assert_string_equal(on->changed, "period");
        assert_int_equal(on->tried, tried);
        assert_int_equal(on->fits, 1);
        assert_int_equal(on->near, 1);
        assert_int_equal(on->group, 2);
        assert_false(on->known);
        assert_int_equal(on->other.period.first,
                         ot_period_month(2024, 1).first);
        assert_int_equal(on->other.period.months, 6);
        assert_string_equal(on->other.flow->name, "turnover");
        assert_string_equal(on->other.basis, "origin");
        assert_int_equal(on->other.release, ot_day_of(2024, 9, 30));
    }
    // Armstat by way of the shipped data: 8,365.394 over 3,224.410 million.
    assert_close(at(f.k, 0, 0)->other_mid, 8365.394 / 3224.410, 1e-6);
    assert_close(at(f.k, 1, 0)->other_mid, 8365.394e6, 1e-6);
    founding_free(&f);
}

// Nine months: 10,029.7 million in 2024, 4,897.0 in 2023.
static void today_it_is_twice_and_ten_billion(void **state)
{
    (void)state;
    founding f = founding_case();

    assert_int_equal(at(f.k, 0, 1)->verdict, OT_DIFFERS);
    assert_close(at(f.k, 0, 1)->mid, 10029.7 / 4897.0, 1e-4);
    assert_int_equal(at(f.k, 0, 1)->near, 0);
    assert_int_equal(at(f.k, 1, 1)->verdict, OT_AGREES);
    assert_int_equal(at(f.k, 1, 1)->only_if, OT_ONLY_IF_LOOSELY);
    assert_close(at(f.k, 1, 1)->mid, 10029.7e6, 1e-5);
    founding_free(&f);
}

// Known by then: 8,365.4 of the half-year. Last year's rest lands at 13.06,
// growth carried on at 20.56: 14-16 lies between. 2024 became 12,401.6, and 15
// is 21 % more than that.
static void the_projection_was_high(void **state)
{
    (void)state;
    founding f = founding_case();
    const ot_finding *on = at(f.k, 2, 0);
    const ot_finding *today = at(f.k, 2, 1);

    assert_int_equal(on->verdict, OT_IN_RANGE);
    assert_false(on->known);
    assert_true(on->has_need);
    assert_close(on->need.total.lo, 14e9 - 8365.394e6, 1e-5);
    assert_close(on->need.total.hi, 16e9 - 8365.394e6, 1e-5);
    assert_int_equal(on->need.precedent, OT_NEVER_BEFORE);
    assert_int_equal(today->verdict, OT_HIGH);
    assert_close(today->mid, 12401.6e6, 1e-5);
    founding_free(&f);
}

static void a_record_it_was(void **state)
{
    (void)state;
    founding f = founding_case();

    assert_int_equal(at(f.k, 3, 0)->verdict, OT_AGREES);
    assert_int_equal(at(f.k, 3, 1)->verdict, OT_AGREES);
    assert_close(at(f.k, 3, 1)->mid, 1, 0);
    founding_free(&f);
}

// ---- every kind
// --------------------------------------------------------------

// Exports in million dollars, made up: to Russia 100, 80, 120, 150, 120 from
// 2019 to 2023, to the world 200, 200, 200, 300, 400.
static const char small_data[] =
    "reporter,partner,flow,commodity,period,value,unit\n"
    "ARM,RUS,export,TOTAL,2019,100,USD million\n"
    "ARM,RUS,export,TOTAL,2020,80,USD million\n"
    "ARM,RUS,export,TOTAL,2021,120,USD million\n"
    "ARM,RUS,export,TOTAL,2022,150,USD million\n"
    "ARM,RUS,export,TOTAL,2023,120,USD million\n"
    "ARM,WLD,export,TOTAL,2019,200,USD million\n"
    "ARM,WLD,export,TOTAL,2020,200,USD million\n"
    "ARM,WLD,export,TOTAL,2021,200,USD million\n"
    "ARM,WLD,export,TOTAL,2022,300,USD million\n"
    "ARM,WLD,export,TOTAL,2023,400,USD million\n";

typedef struct kind_case {
    const char *name, *kind, *period, *base, *stated;
    ot_verdict verdict;
    double mid;
} kind_case;

static const kind_case kind_cases[] = {
    {"a level", "level", "2023", "", "120 mln USD", OT_AGREES, 120e6},
    {"a change", "change", "2023", "", "-30 mln USD", OT_AGREES, -30e6},
    {"a change of the wrong sign", "change", "2023", "", "35 mln USD",
     OT_DIFFERS, -30e6},
    {"a growth", "growth", "2023", "", "-20 %", OT_AGREES, -20},
    {"a growth against another year", "growth", "2023", "2020", "50 %",
     OT_AGREES, 50},
    {"a multiple", "multiple", "2022", "2019", "1.5 times", OT_AGREES, 1.5},
    {"a share", "share", "2023", "", "30 %", OT_AGREES, 30},
    {"a share that was 50", "share", "2023", "", "almost half", OT_DIFFERS, 30},
    {"a share's fall", "share_change", "2023", "", "-20 pp", OT_AGREES, -20},
    {"a growth that slowed from 50 to 25", "rate_change", "2022", "", "-25 pp",
     OT_AGREES, -25},
    {"an average month", "average", "2023", "", "10 mln USD", OT_AGREES, 10e6},
    {"a record", "rank", "2022", "", "record", OT_AGREES, 1},
    {"as much as an earlier year is no second", "rank", "2023", "", "second",
     OT_DIFFERS, 3},
    {"the second year in a row", "run", "2022", "", "2", OT_AGREES, 2},
    {"a run that is shorter", "run", "2022", "", "3", OT_DIFFERS, 2},
};

static ot_finding judge_one(const char *data, const char *row)
{
    char text[400];
    ot_panel *panel = panel_from(data);

    snprintf(text, sizeof text, HEAD "%s\n", row);
    ot_claims *claims = good_claims(text);
    ot_checking *k = check_on(claims, panel, OT_DAY_LATEST);
    assert_int_equal(k->columns, 1);
    ot_finding f = *at(k, 0, 0);
    f.own = f.other = (ot_reading){.flow = NULL}; // of the panel
    ot_checking_free(k);
    ot_claims_free(claims);
    ot_panel_free(panel);
    return f;
}

static void test_kind(void **state)
{
    const kind_case *c = *state;
    char row[200];

    snprintf(row, sizeof row, ",%s,,ARM,RUS,export,%s,%s,%s", c->kind,
             c->period, c->base, c->stated);
    const ot_finding f = judge_one(small_data, row);
    assert_int_equal(f.verdict, c->verdict);
    assert_close(f.mid, c->mid, 1e-9);
}

// ---- what cannot be checked
// --------------------------------------------------

typedef struct lacking_case {
    const char *name, *row, *why;
} lacking_case;

static const lacking_case lacking_cases[] = {
    {"no period", ",level,,ARM,RUS,export,,,120 mln USD", "the period"},
    {"no flow", ",level,,ARM,RUS,,2023,,120 mln USD", "the flow"},
    {"no unit", ",level,,ARM,RUS,export,2023,,120", "unit is not said"},
    {"another currency", ",level,,ARM,RUS,export,2023,,EUR 120 mln", "EUR"},
    {"a year that is not there", ",level,,ARM,RUS,export,2024,,1 bn USD",
     "not in the files"},
    {"a base that is not there", ",growth,,ARM,RUS,export,2019,,5 %", "base"},
    {"a country that is not there", ",level,,KAZ,RUS,export,2023,,1 bn USD",
     "Kazakhstan"},
    {"a first year has no earlier one", ",rank,,ARM,RUS,export,2019,,record",
     "no earlier year"},
};

static void test_lacking(void **state)
{
    const lacking_case *c = *state;
    const ot_finding f = judge_one(small_data, c->row);

    assert_int_equal(f.verdict, OT_NOT_CHECKED);
    if (strstr(f.why, c->why) == NULL) {
        fail_msg("'%s' does not say '%s'", f.why, c->why);
    }
}

// ---- projections that are over
// -----------------------------------------------

typedef struct outcome_case {
    const char *name, *modality, *stated;
    ot_verdict verdict;
    ot_only_if only_if;
} outcome_case;

// 2023 became 120.
static const outcome_case outcome_cases[] = {
    {"too low", "projected", "90-100 mln USD", OT_LOW, OT_ONLY_IF_NOTHING},
    {"in its range", "projected", "110-130 mln USD", OT_IN_RANGE,
     OT_ONLY_IF_NOTHING},
    {"too high", "target", "200 mln USD", OT_HIGH, OT_ONLY_IF_NOTHING},
    {"more than was asked", "target", "at least 90 mln USD", OT_IN_RANGE,
     OT_ONLY_IF_LOOSELY},
    {"less than was asked", "target", "at least 130 mln USD", OT_HIGH,
     OT_ONLY_IF_NOTHING},
};

static void test_outcome(void **state)
{
    const outcome_case *c = *state;
    char row[200];

    snprintf(row, sizeof row, ",level,%s,ARM,RUS,export,2023,,%s", c->modality,
             c->stated);
    const ot_finding f = judge_one(small_data, row);
    assert_int_equal(f.verdict, c->verdict);
    assert_int_equal(f.only_if, c->only_if);
}

// ---- other readings
// ----------------------------------------------------------

// Of 2022 and 2023 only the year 2022 had 150.
static void a_lone_figure_of_the_year_before(void **state)
{
    (void)state;
    const ot_finding f =
        judge_one(small_data, ",level,,ARM,RUS,export,2023,,150.0 mln USD");

    assert_int_equal(f.verdict, OT_FITS_ANOTHER);
    assert_string_equal(f.changed, "period");
    assert_int_equal(f.fits, 1);
    assert_close(f.other_mid, 150e6, 1e-12);
}

static void thousands_for_millions(void **state)
{
    (void)state;
    const ot_finding f =
        judge_one(small_data, ",level,,ARM,RUS,export,2023,,120 bn USD");

    assert_int_equal(f.verdict, OT_FITS_ANOTHER);
    assert_string_equal(f.changed, "unit");
}

// Exports of 12,401.6 million in 2024 were the turnover by origin.
static void turnover_called_exports(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(DATA);
    ot_claims *claims =
        good_claims(HEAD ",level,,ARM,RUS,export,2024,,\"12,401.6 mln USD\"\n");
    ot_checking *k = check_on(claims, panel, OT_DAY_LATEST);

    assert_int_equal(at(k, 0, 0)->verdict, OT_FITS_ANOTHER);
    assert_string_equal(at(k, 0, 0)->changed, "flow");
    assert_string_equal(at(k, 0, 0)->other.flow->name, "turnover");
    assert_string_equal(at(k, 0, 0)->other.basis, "origin");
    ot_checking_free(k);
    ot_claims_free(claims);
    ot_panel_free(panel);
}

// Months of some 100 million each: a figure that fits many stretches fits none.
static void what_fits_many_readings_is_no_evidence(void **state)
{
    (void)state;
    char data[2400] = "reporter,partner,flow,period,value,unit\n";

    for (int m = 0; m < 24; m++) {
        char row[80];
        snprintf(row, sizeof row, "ARM,RUS,export,%d-%02d,100,USD million\n",
                 2022 + m / 12, 1 + m % 12);
        strcat(data, row);
    }
    const ot_finding f =
        judge_one(data, ",level,,ARM,RUS,export,2023,,300 mln USD");
    // 2 x 78 runs of months but the year itself; ten starts a year give three.
    assert_int_equal(f.verdict, OT_DIFFERS);
    assert_int_equal(f.tried, 2 * runs(12) - 1);
    assert_int_equal(f.fits, 20);
}

// ---- laws
// --------------------------------------------------------------------

// Turnover of every run of months of 2024, rounded to 0.1 million, and moved.
static void check_run(const ot_panel *panel, ot_view *view, ot_period p)
{
    static const double moves[] = {0, 0.3, -0.3};
    const double y = ot_view_value(view, p).y / 1e6;
    char text[600] = HEAD, row[160], period[32];

    for (size_t i = 0; i < 3; i++) {
        snprintf(row, sizeof row, ",level,,ARM,RUS,turnover,%s,,%.1f mln USD\n",
                 ot_period_text(p, period), y + moves[i]);
        strcat(text, row);
    }
    ot_claims *claims = good_claims(text);
    ot_checking *k = check_on(claims, panel, OT_DAY_LATEST);
    assert_int_equal(at(k, 0, 0)->verdict, OT_AGREES);
    assert_int_equal(at(k, 0, 0)->only_if, OT_ONLY_IF_NOTHING);
    assert_int_not_equal(at(k, 1, 0)->verdict, OT_AGREES);
    assert_int_not_equal(at(k, 2, 0)->verdict, OT_AGREES);
    ot_checking_free(k);
    ot_claims_free(claims);
}

static void what_is_rounded_from_the_data_agrees(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(DATA);
    const ot_selection s = {.reporter = ot_panel_area_find(panel, "ARM"),
                            .partner = ot_panel_area_find(panel, "RUS"),
                            .flow = ot_flow_find("turnover", 8),
                            .basis = "origin",
                            .as_of = OT_DAY_LATEST};
    ot_view *view = NULL;

    assert_int_equal(ot_panel_select(panel, &s, &view, NULL), OT_OK);
    for (int32_t from = 0; from < 12; from += 3) {
        for (int32_t n = 1; from + n <= 12; n++) {
            check_run(panel, view,
                      (ot_period){ot_period_month(2024, 1).first + from, n});
        }
    }
    ot_view_free(view);
    ot_panel_free(panel);
}

static void assert_same(const ot_checking *a, const ot_checking *b)
{
    assert_int_equal(a->n, b->n);
    assert_int_equal(a->columns, b->columns);
    for (size_t i = 0; i < a->n * (size_t)a->columns; i++) {
        const ot_finding *x = &a->finding[i];
        const ot_finding *y = &b->finding[i];
        assert_int_equal(x->verdict, y->verdict);
        assert_int_equal(x->only_if, y->only_if);
        assert_int_equal(x->tried, y->tried);
        assert_int_equal(x->fits, y->fits);
        assert_close(x->mid, y->mid, 0);
    }
}

// The lines of a file behind its header, last first.
static char *backwards(const char *path)
{
    FILE *file = fopen(path, "r");
    char line[400];
    size_t size = 0, end;

    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        size += strlen(line);
    }
    char *text = calloc(1, size + 1);
    assert_non_null(text);
    rewind(file);
    assert_non_null(fgets(text, (int)size, file));
    for (end = size; fgets(line, sizeof line, file) != NULL;) {
        end -= strlen(line);
        memcpy(text + end, line, strlen(line));
    }
    fclose(file);
    return text;
}

static void the_order_of_rows_does_not_matter(void **state)
{
    (void)state;
    founding f = founding_case();
    char *text = backwards(DATA);
    ot_panel *panel = panel_from(text);
    ot_checking *k = check_on(f.claims, panel, ot_day_of(2024, 10, 8));

    assert_same(f.k, k);
    ot_checking_free(k);
    ot_panel_free(panel);
    free(text);
    founding_free(&f);
}

static void a_million_million_is_a_thousand_billion(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(DATA);
    ot_claims *mln = good_claims(
        HEAD ",level,,ARM,RUS,turnover,2024,,\"12,401.6 mln USD\"\n"
             ",level,,ARM,RUS,turnover,2024,,\"12,501.6 mln USD\"\n"
             ",change,,ARM,RUS,turnover,2024,,\"4,477.7 mln USD\"\n");
    ot_claims *bn =
        good_claims(HEAD ",level,,ARM,RUS,turnover,2024,,12.4016 bn USD\n"
                         ",level,,ARM,RUS,turnover,2024,,12.5016 bn USD\n"
                         ",change,,ARM,RUS,turnover,2024,,4.4777 bn USD\n");
    ot_checking *a = check_on(mln, panel, OT_DAY_LATEST);
    ot_checking *b = check_on(bn, panel, OT_DAY_LATEST);

    // 12,401.6 in 2024, and 7,923.9 in 2023.
    assert_int_equal(at(a, 0, 0)->verdict, OT_AGREES);
    assert_int_equal(at(a, 1, 0)->verdict, OT_DIFFERS);
    assert_int_equal(at(a, 2, 0)->verdict, OT_AGREES);
    assert_same(a, b);
    ot_checking_free(a);
    ot_checking_free(b);
    ot_claims_free(mln);
    ot_claims_free(bn);
    ot_panel_free(panel);
}

static void nothing_to_check(void **state)
{
    (void)state;
    ot_panel *panel = panel_from(small_data);
    ot_claims *claims = good_claims(HEAD);
    ot_checking *k = check_on(claims, panel, ot_day_of(2024, 10, 8));

    assert_int_equal(k->n, 0);
    assert_int_equal(k->columns, 1); // undated figures: no second column
    ot_checking_free(k);
    ot_claims_free(claims);
    ot_panel_free(panel);
    ot_checking_free(NULL);
}

int main(void)
{
    const struct CMUnitTest rest[] = {
        cmocka_unit_test(on_the_day_one_of_1305_readings_fits),
        cmocka_unit_test(today_it_is_twice_and_ten_billion),
        cmocka_unit_test(the_projection_was_high),
        cmocka_unit_test(a_record_it_was),
        cmocka_unit_test(a_lone_figure_of_the_year_before),
        cmocka_unit_test(thousands_for_millions),
        cmocka_unit_test(turnover_called_exports),
        cmocka_unit_test(what_fits_many_readings_is_no_evidence),
        cmocka_unit_test(what_is_rounded_from_the_data_agrees),
        cmocka_unit_test(the_order_of_rows_does_not_matter),
        cmocka_unit_test(a_million_million_is_a_thousand_billion),
        cmocka_unit_test(nothing_to_check),
    };

    return RUN_TABLE("kinds of claims", kind_cases, test_kind) +
           RUN_TABLE("not checked", lacking_cases, test_lacking) +
           RUN_TABLE("outcomes", outcome_cases, test_outcome) +
           cmocka_run_group_tests_name("checks", rest, NULL, NULL);
}
