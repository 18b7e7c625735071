// SPDX-License-Identifier: GPL-3.0-or-later
// test_rates.c - exchange rates: the forms of files, and figures converted.
// All rates are invented, most of them so that quotients are whole.
#include <unistd.h>

#include "data/rates.h"
#include "outturn/outturn.h"

#include "support.h"

static void write_file(const char *text, char path[])
{
    const size_t n = strlen(text);

    strcpy(path, "/tmp/outturn-test-XXXXXX");
    const int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, n), n);
    close(file);
}

static ot_status read_rates(const char *text, const char *set, ot_rates **rates,
                            ot_error *err)
{
    char path[32];

    *rates = NULL;
    write_file(text, path);
    const ot_status status = ot_rates_read(path, set, rates, err);
    unlink(path);
    return status;
}

static ot_period period_of(const char *text)
{
    ot_period p;

    assert_int_equal(ot_period_parse(text, strlen(text), 0, &p, NULL), OT_OK);
    return p;
}

// ---- the forms of files ----------------------------------------------------

typedef struct form {
    const char *name;
    const char *text, *set;
    const char *from, *to, *period;
    double rate; // NaN: none
    int fewest, most;
} form;

#define ROWS "month,currency,rate\n"
#define ECB  "Date,USD,JPY,BGN,\n"

static const form forms[] = {
    {"a row a rate, units for one of the base",
     ROWS "2024-01,USD,1.25\n2024-01,GBP,0.5\n", "base=EUR", "EUR", "USD",
     "2024-01", 1.25, 0, 0},
    {"the other way round", ROWS "2024-01,USD,1.25\n", "base=EUR", "USD", "EUR",
     "2024-01", 0.8, 0, 0},
    {"a cross rate goes through the base: 1.25 / 0.5",
     ROWS "2024-01,USD,1.25\n2024-01,GBP,0.5\n", "base=EUR", "GBP", "USD",
     "2024-01", 2.5, 0, 0},
    {"a currency in itself", ROWS "2024-01,USD,1.25\n", "base=EUR", "USD",
     "USD", "2024-07", 1, 0, 0},
    {"drams for one unit of each", ROWS "2024-01,USD,400\n2024-01,EUR,500\n",
     "quote=AMD", "USD", "AMD", "2024-01", 400, 0, 0},
    {"and between two of them: 400 / 500",
     ROWS "2024-01,USD,400\n2024-01,EUR,500\n", "quote=AMD", "USD", "EUR",
     "2024-01", 0.8, 0, 0},
    {"for a hundred yen", "Month,USD,100 JPY\n2024-01,400,250\n", "quote=AMD",
     "JPY", "AMD", "2024-01", 2.5, 0, 0},
    {"a column says for how many",
     "date;currency;nominal;rate\n01.01.2024;JPY;100;58,5\n",
     "quote=RUB,decimal=comma", "JPY", "RUB", "2024-01", 0.585, 0, 0},
    {"a column says the base",
     "month,base,currency,rate\n2024-01,EUR,USD,1.25\n", NULL, "USD", "EUR",
     "2024-01", 0.8, 0, 0},
    {"SDMX columns",
     "KEY,FREQ,CURRENCY,CURRENCY_DENOM,TIME_PERIOD,OBS_VALUE\n"
     "EXR.M.USD.EUR.SP00.A,M,USD,EUR,2024-01,1.25\n",
     NULL, "EUR", "USD", "2024-01", 1.25, 0, 0},
    {"a series named in the header",
     "DATE,TIME PERIOD,US dollar/Euro (EXR.M.USD.EUR.SP00.A)\n"
     "2024-01-31,2024Jan,1.25\n",
     NULL, "EUR", "USD", "2024-01", 1.25, 0, 0},
    {"the ECB's columns are for one euro", ECB "2024-01,1.25,150,N/A,\n", NULL,
     "EUR", "USD", "2024-01", 1.25, 0, 0},
    {"a gap is none", ECB "2024-01,1.25,150,N/A,\n", NULL, "EUR", "BGN",
     "2024-01", NAN, 0, 0},
    // (1.2 + 1.3 + 1.4) / 3 = 1.3; the gap of 3 January does not count.
    {"days are averaged, newest first",
     ECB "2024-01-31,1.4,150,1.9,\n2024-01-15,1.3,150,1.9,\n"
         "2024-01-03,N/A,150,1.9,\n2024-01-02,1.2,150,1.9,\n",
     NULL, "EUR", "USD", "2024-01", 1.3, 3, 3},
    {"each currency by its own days",
     ECB "2024-01-31,1.4,150,1.9,\n2024-01-15,1.3,160,1.9,\n"
         "2024-01-03,N/A,170,1.9,\n2024-01-02,1.2,180,1.9,\n",
     NULL, "EUR", "JPY", "2024-01", 165, 4, 4},
    {"the turned rate is that of the average", // 1 / 1.25, not (1/1 + 1/1.5)/2
     ECB "2024-01-31,1.5,150,1.9,\n2024-01-15,1,160,1.9,\n", NULL, "USD", "EUR",
     "2024-01", 0.8, 2, 2},
    {"one day a month is a month",
     ECB "2024-02-29,1.6,150,1.9,\n2024-01-31,1.25,160,1.9,\n", NULL, "EUR",
     "USD", "2024-02", 1.6, 0, 0},
    {"months across", "currency,name,2024-01,2024-02\nUSD,dollar,1.25,1.6\n",
     "base=EUR", "EUR", "USD", "2024-02", 1.6, 0, 0},
    {"titles above and notes below",
     "Exchange rates,,\nunits per euro,,\nMonth,USD,GBP\n2024-01,1.25,0.5\n"
     "Source: a bank,,\n",
     "base=EUR", "EUR", "USD", "2024-01", 1.25, 0, 0},
    {"currencies by name", "Month,US dollar\n2024-01,1.25\n", "base=EUR", "EUR",
     "USD", "2024-01", 1.25, 0, 0},
    // (1.25 + 1.75) / 2: turned round month by month it is not 1 / 1.5.
    {"a longer period is the mean of its months",
     ROWS "2024-01,USD,1.25\n2024-02,USD,1.75\n", "base=EUR", "EUR", "USD",
     "2024-01/2024-02", 1.5, 0, 0},
    {"of which none may lack", ROWS "2024-01,USD,1.25\n2024-03,USD,1.75\n",
     "base=EUR", "EUR", "USD", "2024-01/2024-03", NAN, 0, 0},
    {"nothing is interpolated", ROWS "2024-01,USD,1.25\n2024-03,USD,1.75\n",
     "base=EUR", "EUR", "USD", "2024-02", NAN, 0, 0},
    {"the same rate twice counts once",
     ROWS "2024-01-02,USD,1\n2024-01-02,USD,1\n2024-01-03,USD,2\n", "base=EUR",
     "EUR", "USD", "2024-01", 1.5, 2, 2},
    {"days of central banks", "date,USD\n28.06.2024,400\n27 June 2024,402\n",
     "quote=AMD", "USD", "AMD", "2024-06", 401, 2, 2},
    {"a currency that is not there", ROWS "2024-01,USD,1.25\n", "base=EUR",
     "EUR", "CHF", "2024-01", NAN, 0, 0},
};

static void test_form(void **state)
{
    const form *c = *state;
    ot_error err = {0};
    ot_rates *rates;
    int fewest, most;

    if (read_rates(c->text, c->set, &rates, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    const ot_period p = period_of(c->period);
    assert_close(ot_rates_average(rates, c->from, c->to, p), c->rate, 1e-15);
    const char *other =
        strcmp(c->from, ot_rates_reference(rates, NULL)) == 0 ? c->to : c->from;
    ot_rates_days(rates, other, p, &fewest, &most);
    assert_int_equal(fewest, c->fewest);
    assert_int_equal(most, c->most);
    ot_rates_free(rates);
}

typedef struct refusal {
    const char *name;
    const char *text, *set;
    ot_status status;
    long line;
    const char *says;
} refusal;

static const refusal refusals[] = {
    {"no word on what the rates are for", ROWS "2024-01,USD,1.25\n", NULL,
     OT_E_DATA, 1, "not said what the rates are for"},
    {"no header", "a,b\n1,2\n", NULL, OT_E_DATA, 0, "no header"},
    {"no rate", ROWS, "base=EUR", OT_E_DATA, 0, "no rate in it"},
    {"two rates for a month", ROWS "2024-01,USD,1.25\n2024-01,USD,1.26\n",
     "base=EUR", OT_E_DATA, 3, "second rate of USD for 2024-01"},
    {"a month and its days", ROWS "2024-01,USD,1.25\n2024-01-02,USD,1.26\n",
     "base=EUR", OT_E_DATA, 3, "one for the month"},
    {"two bases",
     "month,base,currency,rate\n2024-01,EUR,USD,1.25\n2024-01,GBP,USD,1.3\n",
     NULL, OT_E_DATA, 3, "second base"},
    {"another base than was said",
     "month,base,currency,rate\n2024-01,EUR,USD,1.25\n", "base=GBP", OT_E_DATA,
     2, "another base"},
    {"a comma that may be decimal", "month;currency;rate\n2024-01;USD;1,085\n",
     "base=EUR", OT_E_SYNTAX, 2, "decimal=comma"},
    {"zero", ROWS "2024-01,USD,0\n", "base=EUR", OT_E_SYNTAX, 2,
     "not above zero"},
    {"a word", ROWS "2024-01,USD,high\n", "base=EUR", OT_E_SYNTAX, 2,
     "not a rate"},
    {"a year", ROWS "2024,USD,1.25\n", "base=EUR", OT_E_SYNTAX, 2,
     "neither a month nor a day"},
    {"a day that is in no month", ROWS "2024-06-31,USD,1.25\n", "base=EUR",
     OT_E_SYNTAX, 2, "neither a month nor a day"},
    {"a day of two readings", ROWS "06/07/2024,USD,1.25\n", "base=EUR",
     OT_E_SYNTAX, 2, "neither a month nor a day"},
    {"a year too far", ROWS "1850-01,USD,1.25\n", "base=EUR", OT_E_LIMIT, 2,
     "1900 and 2100"},
    {"a setting that is none", ROWS, "bass=EUR", OT_E_USAGE, 0,
     "base=CURRENCY"},
    {"base and quote", ROWS, "base=EUR,quote=AMD", OT_E_USAGE, 0, "quote"},
};

static void test_refusal(void **state)
{
    const refusal *c = *state;
    ot_error err = {0};
    ot_rates *rates;

    assert_int_equal(read_rates(c->text, c->set, &rates, &err), c->status);
    assert_int_equal(err.place.line, c->line);
    if (strstr(err.message, c->says) == NULL) {
        fail_msg("'%s' is not in: %s", c->says, err.message);
    }
    ot_rates_free(rates);
}

// ---- figures converted -----------------------------------------------------

// Dollars for a euro: a dollar is 0.8, 1, 0.625 and 0.5 euros; then nothing is
// known. A year before, it is 0.5 euros in each month.
#define RATES                                                                  \
    ROWS "2024-01,USD,1.25\n2024-02,USD,1\n2024-03,USD,1.6\n2024-04,USD,2\n"   \
         "2023-01,USD,2\n2023-02,USD,2\n2023-03,USD,2\n2023-04,USD,2\n"
#define HEAD "reporter,partner,flow,period,value,unit,status\n"
#define X    "ARM,RUS,export,"
#define M    "ARM,RUS,import,"

typedef struct sale {
    const char *name;
    const char *file, *flow, *period;
    double y; // in euros; NaN: not known
    double half;
    int averaged;
    ot_state state;
    const char *hole; // NULL: none
} sale;

static const sale sales[] = {
    // 100 x 0.8 + 200 x 1 + 80 x 0.625 = 80 + 200 + 50; halves likewise.
    {"each month at its own rate, then added",
     HEAD X "2024-01,100,USD,\n" X "2024-02,200,USD,\n" X "2024-03,80,USD,\n",
     "export", "2024-01/2024-03", 330, 0.5 * (0.8 + 1 + 0.625), 0, OT_REPORTED,
     NULL},
    // 380 x (0.8 + 1 + 0.625) / 3 = 307.1666..., which is not 330.
    {"a quarter without months, at the mean of its rates",
     HEAD X "2024-Q1,380,USD,\n", "export", "2024-01/2024-03", 307 + 1 / 6.0,
     0.5 * 2.425 / 3, 3, OT_REPORTED, NULL},
    {"months before the quarter that is published too",
     HEAD X "2024-01,100,USD,\n" X "2024-02,200,USD,\n" X "2024-03,80,USD,\n" X
            "2024-Q1,380,USD,\n",
     "export", "2024-01/2024-03", 330, 0.5 * (0.8 + 1 + 0.625), 0, OT_REPORTED,
     NULL},
    {"the quarter where a month of it is not there",
     HEAD X "2024-02,200,USD,\n" X "2024-03,80,USD,\n" X "2024-Q1,380,USD,\n",
     "export", "2024-01/2024-03", 307 + 1 / 6.0, 0.5 * 2.425 / 3, 3,
     OT_REPORTED, NULL},
    // 100 x 0.8 + (380 - 100) x (1 + 0.625) / 2
    {"what is left of a quarter at the mean of its own months",
     HEAD X "2024-01,100,USD,\n" X "2024-Q1,380,USD,\n", "export",
     "2024-01/2024-03", 307.5, 0.5 * 0.8 + 0.8125, 2, OT_REPORTED, NULL},
    // 280 - 80 = 200 in February, at February's rate of 1.
    {"a difference of to-date figures at the rate of its month",
     HEAD X "2024-01,80,USD,\n" X "2024-01/2024-02,280,USD,\n", "export",
     "2024-02", 200, 1, 0, OT_REPORTED, NULL},
    // 80 x 0.8 + 200 x 1, not 280 x 0.9.
    {"and so is the sum to date",
     HEAD X "2024-01,80,USD,\n" X "2024-01/2024-02,280,USD,\n", "export",
     "2024-01/2024-02", 264, 0.5 * 0.8 + 1, 0, OT_REPORTED, NULL},
    {"a composed flow: (100 + 60) x 0.8",
     HEAD X "2024-01,100,USD,\n" M "2024-01,60,USD,\n", "turnover", "2024-01",
     128, 0.8, 0, OT_REPORTED, NULL},
    {"a balance below zero: (60 - 100) x 0.8",
     HEAD X "2024-01,60,USD,\n" M "2024-01,100,USD,\n", "balance", "2024-01",
     -32, 0.8, 0, OT_REPORTED, NULL},
    {"thousands: half of the last digit is 500 x 0.8",
     HEAD X "2024-01,100,USD thousand,\n", "export", "2024-01", 80000, 400, 0,
     OT_REPORTED, NULL},
    {"no rate, no value", HEAD X "2024-04,100,USD,\n" X "2024-05,100,USD,\n",
     "export", "2024-04/2024-05", NAN, 0, 0, OT_NO_RATE, "2024-05"},
    {"nor of a longer figure, and the months are named",
     HEAD X "2024-H1,100,USD,\n", "export", "2024-H1", NAN, 0, 6, OT_NO_RATE,
     "2024-05/2024-06"},
    {"nothing is nothing at any rate",
     HEAD X "2024-04,100,USD,\n" X "2024-06,,USD,absent\n"
            "ARM,GEO,export,2024-06,1,USD,\n",
     "export", "2024-06", 0, 0, 0, OT_ABSENT, NULL},
    {"what is in euros stays, rate or not", HEAD X "2024-05,100,EUR,\n",
     "export", "2024-05", 100, 0.5, 0, OT_REPORTED, NULL},
};

static ot_panel *panel_of(const char *text)
{
    ot_error err = {0};
    ot_panel *panel = ot_panel_new();
    char path[32];

    write_file(text, path);
    if (ot_panel_read(panel, path, NULL, &err) != OT_OK ||
        ot_panel_seal(panel, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    unlink(path);
    return panel;
}

static ot_status convert(const ot_panel *panel, const char *flow,
                         const ot_rates *rates, const char *currency,
                         ot_view **view, ot_error *err)
{
    ot_selection s = {.reporter = ot_area_find("ARM", 3),
                      .partner = ot_area_find("RUS", 3),
                      .flow = ot_flow_find(flow, strlen(flow)),
                      .as_of = OT_DAY_LATEST,
                      .rates = rates};

    strcpy(s.currency, currency);
    *view = NULL;
    return ot_panel_select(panel, &s, view, err);
}

static void test_sale(void **state)
{
    const sale *c = *state;
    ot_error err = {0};
    ot_rates *rates;
    ot_view *view;
    ot_panel *panel = panel_of(c->file);

    assert_int_equal(read_rates(RATES, "base=EUR", &rates, NULL), OT_OK);
    if (convert(panel, c->flow, rates, "EUR", &view, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    const ot_value v = ot_view_value(view, period_of(c->period));
    assert_string_equal(ot_view_unit(view).code, "EUR");
    assert_close(v.y, c->y, 1e-15);
    assert_close(v.half, c->half, 1e-12);
    assert_int_equal(v.averaged, c->averaged);
    assert_int_equal(v.state, c->state);
    if (c->hole != NULL) {
        assert_true(ot_period_equal(v.hole, period_of(c->hole)));
    }
    ot_view_free(view);
    ot_panel_free(panel);
    ot_rates_free(rates);
}

#define TWO_YEARS                                                              \
    HEAD X "2024-01,100,USD,\n" X "2024-02,200,USD,\n" X "2024-03,80,USD,\n" X \
           "2023-01,190,USD,\n" X "2023-02,100,USD,\n" X "2023-03,10,USD,\n"

// In dollars 380 / 300; in euros 330 / 150 (a dollar was half a euro all over).
// A dollar was worth 330 / 380 then and 0.5 before; the plain average moved by
// (2.425 / 3) / 0.5.
static void test_growth_taken_apart(void **state)
{
    ot_rates *rates;
    ot_view *view;
    ot_panel *panel = panel_of(TWO_YEARS);
    const ot_period quarter = period_of("2024-Q1");

    (void)state;
    assert_int_equal(read_rates(RATES, "base=EUR", &rates, NULL), OT_OK);
    assert_int_equal(convert(panel, "export", rates, "EUR", &view, NULL),
                     OT_OK);
    const ot_growth g =
        ot_growth_between(view, quarter, ot_period_year_before(quarter));
    const ot_growth_currency c = ot_growth_in_currency(view, &g);
    assert_close(g.ratio_mid, 2.2, 1e-15);
    assert_close(c.published.ratio_mid, 380.0 / 300.0, 1e-15);
    assert_close(c.rate, 330.0 / 380.0, 1e-15);
    assert_close(c.base, 0.5, 1e-15);
    assert_close(c.published.ratio_mid * c.move, g.ratio_mid, 1e-15);
    assert_close(c.average_move, 2.425 / 3 / 0.5, 1e-15);
    assert_close(ot_view_value_published(view, quarter).y, 380, 1e-15);
    ot_view_free(view);
    ot_panel_free(panel);
    ot_rates_free(rates);
}

static void see_rate(const ot_used_cell *cell, void *context)
{
    double *sum = context;

    *sum += cell->sign * cell->y * cell->rate;
}

static void test_trace_adds_up(void **state)
{
    ot_rates *rates;
    ot_view *view;
    ot_panel *panel = panel_of(TWO_YEARS);
    double sum = 0;

    (void)state;
    assert_int_equal(read_rates(RATES, "base=EUR", &rates, NULL), OT_OK);
    assert_int_equal(convert(panel, "export", rates, "EUR", &view, NULL),
                     OT_OK);
    ot_view_trace(view, period_of("2024-Q1"), see_rate, &sum);
    assert_close(sum, 330, 1e-15);
    ot_view_free(view);
    ot_panel_free(panel);
    ot_rates_free(rates);
}

static void test_currency_without_rates(void **state)
{
    ot_error err = {0};
    ot_rates *rates;
    ot_view *view;
    ot_panel *panel = panel_of(HEAD X "2024-01,100,USD,\n");

    (void)state;
    assert_int_equal(read_rates(RATES, "base=EUR", &rates, NULL), OT_OK);
    assert_int_equal(convert(panel, "export", rates, "CHF", &view, &err),
                     OT_E_DATA);
    assert_non_null(strstr(err.message, "no rates of CHF (it has EUR, USD)"));
    ot_panel_free(panel);
    ot_rates_free(rates);
}

static void test_weight_is_not_converted(void **state)
{
    ot_error err = {0};
    ot_rates *rates;
    ot_view *view;
    ot_panel *panel = panel_of(HEAD X "2024-01,100,kg,\n");

    (void)state;
    assert_int_equal(read_rates(RATES, "base=EUR", &rates, NULL), OT_OK);
    assert_int_equal(convert(panel, "export", rates, "EUR", &view, &err),
                     OT_E_USAGE);
    assert_non_null(strstr(err.message, "kg"));
    ot_panel_free(panel);
    ot_rates_free(rates);
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(test_growth_taken_apart),
        cmocka_unit_test(test_trace_adds_up),
        cmocka_unit_test(test_currency_without_rates),
        cmocka_unit_test(test_weight_is_not_converted),
    };

    return RUN_TABLE("forms", forms, test_form) +
           RUN_TABLE("refusals", refusals, test_refusal) +
           RUN_TABLE("sales", sales, test_sale) +
           cmocka_run_group_tests(more, NULL, NULL);
}
