// SPDX-License-Identifier: GPL-3.0-or-later
// What charts of rows say at the right, and the ticks below them.
#include "support.h"

#include "outturn/chart.h"
#include "plain_ruler.h"
#include "plot/layout.h"

static const ot_unit usd = {"USD", 0, OT_DIM_MONEY};

// Places change, figures and rates have one to three digits before the mark.
static const ot_chart_row ranked[] = {
    {"Azerbaijan", 544e6, 710e6, NAN, NAN, OT_ROW_PLAIN, 0},
    {"Armenia", 288.4e6, 316e6, NAN, NAN, OT_ROW_PLAIN, 0},
    {"Russia", 275e6, 191e6, NAN, NAN, OT_ROW_PLAIN, 0},
    {"China", 90.4e6, 34e6, NAN, NAN, OT_ROW_PLAIN, 0},
    {"Iraq", 9.1e6, 50e6, NAN, NAN, OT_ROW_PLAIN, 0},
};

#define ROWS (sizeof ranked / sizeof ranked[0])

static void lay_rows(const char *kind, const char *size,
                     const ot_chart_row rows[], size_t n, ot_marks *marks)
{
    const ot_chart chart = {.kind = ot_chart_kind_find(kind),
                            .headline = "Exports to many partners: from USD "
                                        "100 m in 2023 to 155 m in 2024",
                            .subtitle = "Exports by partner, change on a year "
                                        "before, USD, 2024",
                            .source = "an office of statistics of some length",
                            .note = "Data to December 2024, release of May",
                            .unit = usd,
                            .row = rows,
                            .rows = n,
                            .was = "2013",
                            .now = "2014"};
    const ot_chart_options options = ot__chart_defaults(
        &(ot_chart_options){.size = ot_chart_size_find(size)});

    assert_int_equal(ot__layout(&chart, &options, plain_ruler, marks, NULL),
                     OT_OK);
}

static void lay_out(const char *kind, const char *size, ot_marks *marks)
{
    lay_rows(kind, size, ranked, ROWS, marks);
}

// Where a text ends; fails where it is not on the page.
static double end_of(const ot_marks *m, const char *text)
{
    for (size_t i = 0; i < m->n; i++) {
        const ot_mark *mark = &m->mark[i];
        if (mark->kind == OT_MARK_TEXT &&
            strcmp(ot__marks_string(m, mark->text), text) == 0) {
            const double width = plain_width(NULL, text, mark->size, false);
            return m->point[mark->first].x +
                   width * (1 - 0.5 * (double)mark->align);
        }
    }
    fail_msg("'%s' is not on the page", text);
    return NAN;
}

static void test_columns(void **state)
{
    static const char *const figures[] = {"544\u00A0m", "288\u00A0m",
                                          "90\u00A0m", "9\u00A0m"};
    static const char *const rates[] = {"\u221223.4\u00A0%", "\u22128.7\u00A0%",
                                        "+165.9\u00A0%"};
    ot_marks m = {0};

    (void)state;
    lay_out("rank", "screen", &m);
    for (size_t i = 1; i < 4; i++) {
        assert_close(end_of(&m, figures[i]), end_of(&m, figures[0]), 1e-9);
    }
    for (size_t i = 1; i < 3; i++) {
        assert_close(end_of(&m, rates[i]), end_of(&m, rates[0]), 1e-9);
    }
    assert_true(end_of(&m, rates[0]) > end_of(&m, figures[0]));
    ot__marks_free(&m);
}

// No size cuts a figure off: a column that has no room is not there.
static void test_nothing_is_cut(void **state)
{
    (void)state;
    for (size_t i = 0; i < ot_chart_size_count(); i++) {
        ot_marks m = {0};
        lay_out("rank", ot_chart_size_at(i)->name, &m);
        for (size_t k = 0; k < m.n; k++) {
            if (m.mark[k].kind == OT_MARK_TEXT) {
                assert_null(strstr(ot__marks_string(&m, m.mark[k].text), "…"));
            }
        }
        (void)end_of(&m, "544\u00A0m");
        ot__marks_free(&m);
    }
}

// Named ticks are as far apart as the first two, on every size.
static void test_even_ticks(void **state)
{
    (void)state;
    for (size_t i = 0; i < ot_chart_size_count(); i++) {
        const ot_chart_size *size = ot_chart_size_at(i);
        double x[8];
        size_t n = 0;
        ot_marks m = {0};
        lay_out("rank", size->name, &m);
        for (size_t k = 0; k < m.n; k++) {
            if (m.mark[k].kind == OT_MARK_TEXT &&
                m.mark[k].align == OT_MIDDLE && n < 8) {
                x[n++] = m.point[m.mark[k].first].x;
            }
        }
        assert_true(n >= 2);
        for (size_t k = 2; k < n; k++) {
            assert_close(x[k] - x[k - 1], x[1] - x[0], 1e-6);
        }
        ot__marks_free(&m);
    }
}

// A share has no axis: its longest bar fills the box, and 288.4 is 53.0 % of
// 544.
static void test_bars_fill_the_box(void **state)
{
    ot_marks m = {0};
    double length[ROWS] = {0}, right = 0;
    size_t n = 0;

    (void)state;
    lay_out("share", "screen", &m);
    for (size_t i = 0; i < m.n; i++) {
        if (m.mark[i].kind == OT_MARK_AREA) {
            double least = INFINITY, most = -INFINITY;
            for (size_t k = 0; k < m.mark[i].n; k++) {
                const double x = m.point[m.mark[i].first + k].x;
                least = fmin(least, x);
                most = fmax(most, x);
            }
            assert_true(n < ROWS);
            length[n++] = most - least;
            right = fmax(right, most);
        }
    }
    const ot_chart_size *size = ot_chart_size_find("screen");
    const double widest = plain_width(NULL, "45.1\u00A0%", size->text, false);
    assert_int_equal(n, ROWS);
    assert_close(length[1] / length[0], 288.4 / 544, 1e-6);
    // 544 of 1,206.9 are 45.1 %: its text begins six tenths of a letter on.
    assert_close(end_of(&m, "45.1\u00A0%") - widest, right + 0.6 * size->text,
                 1e-6);
    ot__marks_free(&m);
}

// What is left out is said on every size.
static void test_part_is_said(void **state)
{
    ot_chart_row rows[40];

    (void)state;
    for (size_t i = 0; i < 40; i++) {
        rows[i] = (ot_chart_row){"Saint Vincent",
                                 90e6 - (double)i * 1e6,
                                 80e6,
                                 NAN,
                                 NAN,
                                 OT_ROW_PLAIN,
                                 0};
    }
    for (size_t i = 0; i < ot_chart_size_count(); i++) {
        ot_marks m = {0};
        bool said = false;
        lay_rows("rank", ot_chart_size_at(i)->name, rows, 40, &m);
        for (size_t k = 0; k < m.n; k++) {
            said = said || (m.mark[k].kind == OT_MARK_TEXT &&
                            strstr(ot__marks_string(&m, m.mark[k].text),
                                   "of 40") != NULL);
        }
        assert_true(said);
        ot__marks_free(&m);
    }
}

// Where rows are tall a name takes a second line rather than lose its end.
static void test_long_name(void **state)
{
    static const ot_chart_row rows[] = {
        {"US", 60e6, NAN, NAN, NAN, OT_ROW_PLAIN, 0},
        {"Saint Vincent and the Grenadines", 40e6, NAN, NAN, NAN, OT_ROW_PLAIN,
         0}};
    ot_marks m = {0};

    (void)state;
    lay_rows("share", "phone", rows, 2, &m);
    assert_true(end_of(&m, "Saint Vincent and the") <
                end_of(&m, "40.0\u00A0%"));
    (void)end_of(&m, "Grenadines");
    ot__marks_free(&m);
}

// Dashed edges and heads of arrows, areas of three points.
static void count_ends(const ot_marks *m, size_t *edges, size_t *heads)
{
    *edges = 0;
    *heads = 0;
    for (size_t i = 0; i < m->n; i++) {
        *edges +=
            m->mark[i].kind == OT_MARK_LINE && m->mark[i].dash == OT_DASHED;
        *heads += m->mark[i].kind == OT_MARK_AREA && m->mark[i].n == 3;
    }
}

typedef struct claim_case {
    const char *name;
    double lo, hi;
    size_t edges, heads;
} claim_case;

static const claim_case claim_cases[] = {
    {"both ends are known", 14e9, 16e9, 2, 0},
    {"over 14 bn goes on", 14e9, INFINITY, 1, 1},
    {"up to 16 bn comes from below", -INFINITY, 16e9, 1, 1},
};

static void test_open_ends(void **state)
{
    const claim_case *c = *state;
    const ot_chart_row rows[] = {
        {"Claimed", NAN, NAN, c->lo, c->hi, OT_ROW_CLAIM, 0},
        {"Landing", 15e9, NAN, 13e9, 18e9, OT_ROW_PROJECTED, 0},
        {"2023", 7.92e9, NAN, NAN, NAN, OT_ROW_PLAIN, 0}};
    ot_marks m = {0};
    size_t edges, heads;

    lay_rows("claim", "column", rows, 3, &m);
    count_ends(&m, &edges, &heads);
    assert_int_equal(edges, c->edges);
    assert_int_equal(heads, c->heads);
    ot__marks_free(&m);
}

// Twelve bars in a column: the last steps become one, under the name of the
// rest where there is one. 1 to 10 are ten steps on 100.
static void test_gathered_steps(void **state)
{
    ot_chart_row rows[12];
    ot_marks m = {0};

    (void)state;
    for (size_t i = 0; i < 12; i++) {
        const bool total = i == 0 || i == 11;
        rows[i] = (ot_chart_row){total     ? "All"
                                 : i == 10 ? "Others"
                                           : "Step",
                                 i == 0  ? 100e6
                                 : total ? 155e6
                                         : (double)i * 1e6,
                                 NAN,
                                 NAN,
                                 NAN,
                                 total     ? OT_ROW_TOTAL
                                 : i == 10 ? OT_ROW_REST
                                           : OT_ROW_PLAIN,
                                 0};
    }
    lay_rows("waterfall", "column", rows, 12, &m);
    size_t steps = 0, others = 0;
    for (size_t i = 0; i < m.n; i++) {
        if (m.mark[i].kind == OT_MARK_TEXT) {
            const char *text = ot__marks_string(&m, m.mark[i].text);
            steps += strcmp(text, "Step") == 0;
            others += strcmp(text, "Others") == 0;
            assert_string_not_equal(text, "…");
        }
    }
    assert_true(steps < 9);
    assert_int_equal(others, 1);
    ot__marks_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_nothing_is_cut),
        cmocka_unit_test(test_even_ticks),
        cmocka_unit_test(test_bars_fill_the_box),
        cmocka_unit_test(test_gathered_steps),
        cmocka_unit_test(test_long_name),
        cmocka_unit_test(test_part_is_said),
    };

    return RUN_TABLE("open ends", claim_cases, test_open_ends) +
           cmocka_run_group_tests_name("rows", tests, NULL, NULL);
}
