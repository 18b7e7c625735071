// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdbool.h>

#include "outturn/period.h"

#include "support.h"

typedef struct spelling {
    const char *name;
    const char *text;
    int year_start;
    const char *machine; // ot_period_text; NULL: refused
    const char *said;    // part of the message where it is refused
} spelling;

static const spelling spellings[] = {
    {"a year", "2024", 0, "2024", NULL},
    {"a month by a dash", "2024-09", 0, "2024-09", NULL},
    {"a month in six digits", "202409", 0, "2024-09", NULL},
    {"a month by M", "2024M09", 0, "2024-09", NULL},
    {"a month by M without its zero", "2024M9", 0, "2024-09", NULL},
    {"a month by its short name", "Sep 2024", 0, "2024-09", NULL},
    {"a month by its name", "September 2024", 0, "2024-09", NULL},
    {"a quarter, year first", "2024-Q3", 0, "2024-07/2024-09", NULL},
    {"a quarter first", "Q3 2024", 0, "2024-07/2024-09", NULL},
    {"a half-year", "2024-H1", 0, "2024-01/2024-06", NULL},
    {"nine months", "9M2024", 0, "2024-01/2024-09", NULL},
    {"nine months apart", "9M 2024", 0, "2024-01/2024-09", NULL},
    {"from month to month", "2024-01/2024-09", 0, "2024-01/2024-09", NULL},
    {"from name to name", "Jan-Sep 2024", 0, "2024-01/2024-09", NULL},
    {"over a new year", "Nov 2023-Mar 2024", 0, "2023-11/2024-03", NULL},
    {"twelve months to", "12 months to March 2024", 0, "2023-04/2024-03", NULL},
    {"December 2011", "2011-12", 0, "2011-12", NULL},
    {"December or a fiscal year", "2011-12", 4, NULL, "2011-M12 or FY2011/12"},
    {"December by M under a year start", "2011-M12", 4, "2011-12", NULL},
    {"another month under a year start", "2011-06", 4, "2011-06", NULL},
    {"a fiscal year from April", "FY2024/25", 4, "2024-04/2025-03", NULL},
    {"a fiscal year without its first month", "FY2024/25", 0, NULL,
     "first month"},
    {"a fiscal year named by one year", "FY2025", 4, NULL, "two different"},
    {"years that do not follow", "FY2024/26", 4, NULL, "not a period"},
    {"month thirteen", "2024-13", 0, NULL, "not a period"},
    {"an end before the beginning", "2024-09/2024-01", 0, NULL, "ends before"},
    {"before the year 1000", "99 months to 1000-01", 0, NULL, "outside"},
    {"nothing", "", 0, NULL, "not a period"},
    {"blanks around", "  2024-09 ", 0, "2024-09", NULL},
};

static void test_spelling(void **state)
{
    const spelling *c = *state;
    ot_period p = {0, 0};
    ot_error err = {0};
    char text[32];

    const ot_status status =
        ot_period_parse(c->text, strlen(c->text), c->year_start, &p, &err);
    if (c->machine == NULL) {
        assert_int_equal(status, OT_E_SYNTAX);
        assert_non_null(strstr(err.message, c->said));
    } else {
        assert_int_equal(status, OT_OK);
        assert_string_equal(ot_period_text(p, text), c->machine);
    }
}

static void test_every_text_reads_back(void **state)
{
    char text[32];

    (void)state;
    for (int32_t first = 12 * 1990; first < 12 * 2030; first += 5) {
        for (int32_t months = 1; months <= 40; months++) {
            const ot_period p = {first, months};
            ot_period back = {0, 0};
            ot_period_text(p, text);
            assert_int_equal(
                ot_period_parse(text, strlen(text), 0, &back, NULL), OT_OK);
            assert_true(ot_period_equal(p, back));
        }
    }
}

static void test_days(void **state)
{
    ot_day day = 0;
    char text[32];

    (void)state;
    assert_int_equal(ot_day_of(1970, 1, 1), 0);
    assert_int_equal(ot_day_of(2000, 3, 1), 11017); // 30 years, 8 leap days
    assert_int_equal(ot_day_parse("2024-02", 7, &day, NULL), OT_OK);
    assert_string_equal(ot_day_text(day, text), "2024-02-29");
    assert_int_equal(ot_day_parse("2025-02", 7, &day, NULL), OT_OK);
    assert_string_equal(ot_day_text(day, text), "2025-02-28");
    assert_true(ot_day_ends_month(day));
    assert_int_equal(ot_day_parse("2023-02-29", 10, &day, NULL), OT_E_SYNTAX);
    for (ot_day d = -20000; d < 40000; d++) {
        ot_day back = 0;
        ot_day_text(d, text);
        assert_int_equal(ot_day_parse(text, strlen(text), &back, NULL), OT_OK);
        assert_int_equal(back, d);
    }
}

static void test_remainders(void **state)
{
    const ot_period year = ot_period_year(2024);
    const ot_period nine = {12 * 2024, 9};
    char text[64];

    (void)state;
    assert_string_equal(ot_period_text(ot_period_minus(year, nine), text),
                        "2024-10/2024-12");
    assert_string_equal(ot_period_words(nine, text), "January-September 2024");
    assert_string_equal(ot_period_text(ot_period_year_before(nine), text),
                        "2023-01/2023-09");
    assert_string_equal(
        ot_period_text(ot_period_year_of(12 * 2024 + 1, 4), text),
        "2023-04/2024-03");
    assert_int_equal(ot_period_minus(year, ot_period_month(2024, 5)).months, 0);
}

int main(void)
{
    const struct CMUnitTest laws[] = {
        cmocka_unit_test(test_every_text_reads_back),
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_remainders),
    };

    return RUN_TABLE("period", spellings, test_spelling) +
           cmocka_run_group_tests(laws, NULL, NULL);
}
