// SPDX-License-Identifier: GPL-3.0-or-later
// What is not final, broken, withheld or rounded: as marks, in words, in data.
#include "support.h"

#include "outturn/chart.h"
#include "plain_ruler.h"
#include "plot/layout.h"
#include "plot/signs.h"

#define JAN(year) (12 * (year))
#define N         6

static const ot_unit usd = {"USD", 0, OT_DIM_MONEY};

enum { P = OT_FLAG_PROVISIONAL, E = OT_FLAG_ESTIMATED, B = OT_FLAG_BREAK };

// January to June 2024 of exports and imports.
typedef struct facts_case {
    const char *name;
    uint8_t state[2][N], flags[2][N];
    const char *said; // English, drawn
} facts_case;

static const facts_case facts_cases[] = {
    {"all is final", {{0}}, {{0}}, ""},
    {"both end provisional",
     {{0}},
     {{0, 0, 0, 0, P, P}, {0, 0, 0, 0, P, P}},
     "Provisional (hollow): May–Jun\u00A02024."},
    {"one of them does",
     {{0}},
     {{0, 0, 0, 0, 0, P}, {0}},
     "Provisional (hollow): Exports Jun\u00A02024."},
    {"each for itself",
     {{0}},
     {{0, 0, 0, 0, P, P}, {0, 0, 0, 0, 0, P}},
     "Provisional (hollow): Exports May–Jun\u00A02024; Imports Jun\u00A02024."},
    {"estimates apart",
     {{0}},
     {{E, 0, E, 0, 0, 0}, {E, 0, E, 0, 0, 0}},
     "Estimated (hollow): Jan\u00A02024, Mar\u00A02024."},
    {"a break", {{0}}, {{0, 0, B}, {0, 0, B}}, "Series break: Mar\u00A02024."},
    {"a gap and a secret",
     {{0, OT_MISSING, 0, OT_SUPPRESSED, 0, 0},
      {0, OT_MISSING, 0, OT_SUPPRESSED, 0, 0}},
     {{0}},
     "No figures: Feb\u00A02024. Withheld: Apr\u00A02024."},
    {"what is not yet there is no gap",
     {{0, 0, 0, 0, OT_NOT_IN_FILES, OT_MISSING},
      {0, 0, 0, 0, OT_NOT_IN_FILES, OT_MISSING}},
     {{0}},
     ""},
    {"a row that is absent",
     {{0, OT_ABSENT}, {0, OT_ABSENT}},
     {{0}},
     "No row, counted as zero: Feb\u00A02024."},
};

typedef struct sample {
    double y[2][N], half[2][N];
    ot_chart_line line[2];
    ot_line_facts facts[2];
    ot_chart chart;
} sample;

static void make(sample *s, const char *kind, const facts_case *c)
{
    static const char *const names[] = {"Exports", "Imports"};

    memset(s, 0, sizeof *s);
    for (size_t i = 0; i < 2; i++) {
        for (size_t k = 0; k < N; k++) {
            const bool known = ot_state_known((ot_state)c->state[i][k]);
            s->y[i][k] = known ? 1e9 * (double)(2 + i + k) : NAN;
        }
        s->line[i] =
            (ot_chart_line){names[i], JAN(2024), 1, N, s->y[i], OT_LINE_PLAIN};
        s->facts[i] = (ot_line_facts){c->state[i], c->flags[i], s->half[i]};
    }
    s->chart = (ot_chart){.kind = ot_chart_kind_find(kind),
                          .unit = usd,
                          .line = s->line,
                          .lines = 2,
                          .facts = s->facts,
                          .date = OT_DAY_NONE};
}

static void test_said(void **state)
{
    const facts_case *c = *state;
    sample s;
    ot_buf said = {0};

    make(&s, "line", c);
    ot__signs_say(&s.chart, true, &said);
    assert_string_equal(ot__buf_cstr(&said), c->said);
    ot__buf_free(&said);
}

// The same marks on every kind made of lines: as many hollow dots as soft
// values, whatever the case says.
static void test_hollow(void **state)
{
    const facts_case *c = *state;
    const ot_chart_options options = ot__chart_defaults(NULL);
    sample s;
    ot_marks m = {0};
    size_t soft = 0, hollow = 0, breaks = 0, dashed = 0;

    make(&s, "balance", c);
    assert_int_equal(ot__layout(&s.chart, &options, plain_ruler, &m, NULL),
                     OT_OK);
    for (size_t i = 0; i < 2; i++) {
        for (size_t k = 0; k < N; k++) {
            soft += (c->flags[i][k] & (P | E)) != 0;
            breaks += i == 0 && (c->flags[i][k] & B) != 0;
        }
    }
    for (size_t i = 0; i < m.n; i++) {
        const ot_mark *mark = &m.mark[i];
        hollow += mark->kind == OT_MARK_DOT && mark->hollow;
        dashed += strcmp(m.group[mark->group].id, "break") == 0 &&
                  mark->kind == OT_MARK_LINE && mark->dash == OT_DASHED;
    }
    assert_int_equal(hollow, soft);
    assert_int_equal(dashed, breaks);
    ot__marks_free(&m);
}

// Strokes of a hatch lie in their bar and reach both its sides.
static void test_hatch(void **state)
{
    (void)state;
    ot_marks m = {0};
    ot_page page = {.marks = &m, .look = ot_chart_theme_find("light")->palette};
    double left = INFINITY, right = -INFINITY;

    ot__marks_group(&m, "bar", NULL, NULL);
    ot__signs_hatch(&page, (ot_point){10, 80}, (ot_point){22, 30});
    assert_true(m.n >= 15); // 50 points by 3.4
    for (size_t i = 0; i < m.points; i++) {
        assert_true(m.point[i].x >= 10 && m.point[i].x <= 22);
        assert_true(m.point[i].y >= 30 - 1e-9 && m.point[i].y <= 80 + 1e-9);
        left = fmin(left, m.point[i].x);
        right = fmax(right, m.point[i].x);
    }
    assert_close(left, 10, 1e-12);
    assert_close(right, 22, 1e-12);
    ot__marks_free(&m);
}

// 4 bn, rounded to whole billions, may be 3.5 to 4.5.
static void test_rounded(void **state)
{
    (void)state;
    const ot_chart_options options = ot__chart_defaults(NULL);
    sample s;
    ot_marks m = {0};
    ot_buf said = {0};
    size_t bars = 0;
    double length = NAN;

    make(&s, "line", &facts_cases[0]);
    for (size_t k = 0; k < N; k++) {
        s.half[1][k] = 0.5e9;
    }
    assert_int_equal(ot__layout(&s.chart, &options, plain_ruler, &m, NULL),
                     OT_OK);
    for (size_t i = 0; i < m.n; i++) {
        const ot_mark *mark = &m.mark[i];
        if (mark->kind == OT_MARK_LINE && mark->n == 2 && !mark->ground &&
            strcmp(m.group[mark->group].id, "line-imports") == 0) {
            // None is cut by the end of the axis: they are of one length.
            const double own =
                m.point[mark->first + 1].y - m.point[mark->first].y;
            length = bars++ == 0 ? own : length;
            assert_close(own, length, 1e-9);
        }
    }
    assert_int_equal(bars, N);
    ot__signs_say(&s.chart, true, &said);
    assert_non_null(strstr(ot__buf_cstr(&said), "Short bars"));
    ot__buf_free(&said);
    ot__marks_free(&m);
}

static void test_data(void **state)
{
    (void)state;
    sample s;

    make(&s, "line", &facts_cases[6]);
    char *data = ot_chart_data(&s.chart);
    assert_non_null(strstr(data, "2024-02,value,,USD,missing\n"));
    assert_non_null(strstr(data, "2024-04,value,,USD,suppressed\n"));
    free(data);
    make(&s, "line", &facts_cases[2]);
    data = ot_chart_data(&s.chart);
    assert_non_null(
        strstr(data, "Exports,2024-06,value,7000000000,USD,provisional\n"));
    free(data);
    char *words = ot_chart_describe(&s.chart);
    assert_non_null(strstr(words, "Provisional: Exports Jun\u00A02024."));
    free(words);
    s.chart.locale = ot_chart_locale_find("de");
    words = ot_chart_describe(&s.chart);
    assert_non_null(strstr(words, "Vorläufig: Exports Jun\u00A02024."));
    free(words);
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(test_hatch),
        cmocka_unit_test(test_rounded),
        cmocka_unit_test(test_data),
    };

    return RUN_TABLE("in words", facts_cases, test_said) +
           RUN_TABLE("hollow", facts_cases, test_hollow) +
           cmocka_run_group_tests_name("more", more, NULL, NULL);
}
