// SPDX-License-Identifier: GPL-3.0-or-later
// Periods as files spell them: each form seen in a file of an office.
#include "support.h"

#include "data/when.h"

typedef struct when_case {
    const char *text, *period; // period NULL: it is none
} when_case;

static const when_case whens[] = {
    {"2024", "2024"},
    {"202401", "2024-01"},              // UN Comtrade
    {"1995-01-31", "1995-01"},          // Geostat: the end of a month
    {"2008-01-01", "2008-01"},          // China: its first day
    {"2024-01-01 00:00:00", "2024-01"}, // a spreadsheet's date
    {"31.01.1995", "1995-01"},
    {"01/31/1995", "1995-01"}, // only one of them is a month
    {"05/04/1995", NULL},      // either could be
    {"1997Jan", "1997-01"},    // ONS
    {"2025 Feb ", "2025-02"},  // SingStat
    {"Jan-24", "2024-01"},
    {"Dec-99", "1999-12"},
    {"01.2024", "2024-01"},
    {"1/2024", "2024-01"},
    {"2020M01", "2020-01"},
    {"1997Q1", "1997-01/1997-03"},
    {"Aug. 2024", "2024-08"},          // Easy Comext
    {"201952-Jan.-Dec. 2019", "2019"}, // Easy Comext: month 52 is the year
    {"201952", "2019"},
    {"201913", NULL},
    {"за 2022 год", "2022"},                     // Kazakhstan
    {"Январь-сентябрь 2023", "2023-01/2023-09"}, // Russian customs
    {"январь-декабрь 2022 года", "2022"},
    {"2023*", "2023"},
    {"20132)", "2013"}, // Rosstat: a note's number
    {"Partner", NULL},
    {"12019000", NULL},
    {"", NULL},
};

static void test_whens(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof whens / sizeof whens[0]; i++) {
        ot_period p;
        char text[32] = "";
        if (ot__when(ot__str(whens[i].text), 0, &p)) {
            ot_period_text(p, text);
        }
        const char *want = whens[i].period != NULL ? whens[i].period : "";
        if (strcmp(text, want) != 0) {
            fail_msg("'%s' is '%s', not '%s'", whens[i].text, text, want);
        }
    }
}

static const struct {
    const char *text;
    int month, months; // months 0: it is no part of a year
} parts[] = {
    {"Jan", 1, 1},         {"JAN", 1, 1}, {"Янв. Jan.", 1, 1},
    {"1", 1, 1},           {"01", 1, 1},  {"12", 12, 1},
    {"01. Janeiro", 1, 1}, {"13", 0, 0},  {"52", 0, 12},
    {"Year", 0, 12},       {"YR", 0, 12}, {"Год / Year", 0, 12},
    {"III", 7, 3},         {"Q4", 10, 3}, {"Jan-Sep", 1, 9},
    {"Jan Feb", 0, 0},     {"x", 0, 0},   {"", 0, 0},
};

static void test_parts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        int month = 0, months = 0;
        if (!ot__when_part(ot__str(parts[i].text), &month, &months)) {
            month = months = 0;
        }
        if (month != parts[i].month || months != parts[i].months) {
            fail_msg("'%s' is month %d for %d", parts[i].text, month, months);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whens),
        cmocka_unit_test(test_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
