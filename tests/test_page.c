// SPDX-License-Identifier: GPL-3.0-or-later
// Titles of a page.
#include "support.h"

#include "outturn/chart.h"
#include "plain_ruler.h"
#include "plot/layout.h"
#include "plot/palette.h"

typedef struct headline_case {
    const char *name;
    const char *headline, *size;
    bool full; // in the size's own letters
} headline_case;

static const headline_case headline_cases[] = {
    {"a short one has the letters of its size", "Exports rose in 2024",
     "column", true},
    {"a long one on a phone is set smaller",
     "Armenia exports to 232 partners in 2023, up 55.4 % on a year earlier; "
     "United Arab Emirates adds 31.3 points",
     "phone", false},
    {"and in a column",
     "Georgia exports: Russia USD 21.3 m, Turkey USD 20.3 m, Azerbaijan "
     "USD 33.5 m in December 2014, all of them up on a year earlier",
     "column", false},
};

static void test_headline(void **state)
{
    const headline_case *c = *state;
    static const double y[] = {1, 2, 3};
    static const ot_chart_line line = {"A", 12 * 2024, 1, 3, y, OT_LINE_BOLD};
    const ot_chart chart = {.kind = ot_chart_kind_find("line"),
                            .headline = c->headline,
                            .unit = {"USD", 0, OT_DIM_MONEY},
                            .line = &line,
                            .lines = 1};
    const ot_chart_size *size = ot_chart_size_find(c->size);
    const ot_chart_options options =
        ot__chart_defaults(&(ot_chart_options){.size = size});
    char said[300] = "";
    ot_marks m = {0};

    assert_int_equal(ot__layout(&chart, &options, plain_ruler, &m, NULL),
                     OT_OK);
    // The headline comes first, in bold letters of one size.
    for (size_t i = 0; i < m.n && m.mark[i].bold; i++) {
        const char *text = ot__marks_string(&m, m.mark[i].text);
        const size_t used = strlen(said);
        assert_true(m.mark[i].size >= size->text);
        assert_true((m.mark[i].size < size->headline) != c->full);
        snprintf(said + used, sizeof said - used, "%s%s", used > 0 ? " " : "",
                 text);
    }
    assert_string_equal(said, c->headline);
    ot__marks_free(&m);
}

// The width of the one line of a chart of so many months.
static double width_of(size_t n)
{
    static double y[480];
    const ot_chart_line line = {"A", 12 * 1985, 1, n, y, OT_LINE_PLAIN};
    const ot_chart chart = {.kind = ot_chart_kind_find("line"),
                            .unit = {"USD", 0, OT_DIM_MONEY},
                            .line = &line,
                            .lines = 1};
    const ot_chart_options options = ot__chart_defaults(
        &(ot_chart_options){.size = ot_chart_size_find("column")});
    ot_marks m = {0};
    double width = 0;

    for (size_t i = 0; i < n; i++) {
        y[i] = 5 + sin((double)(i * i));
    }
    assert_int_equal(ot__layout(&chart, &options, plain_ruler, &m, NULL),
                     OT_OK);
    for (size_t i = 0; i < m.n; i++) {
        if (m.mark[i].kind == OT_MARK_LINE &&
            m.mark[i].colour == options.theme->palette->plain[0].mark) {
            width = fmax(width, m.mark[i].size);
        }
    }
    ot__marks_free(&m);
    return width;
}

// Forty years of months on 85 mm would be a blot; the line stays visible.
static void test_dense(void **state)
{
    (void)state;
    assert_true(width_of(480) < width_of(12));
    assert_true(width_of(480) >= 0.6);
}

int main(void)
{
    const struct CMUnitTest more[] = {cmocka_unit_test(test_dense)};

    return RUN_TABLE("headline", headline_cases, test_headline) +
           cmocka_run_group_tests_name("lines", more, NULL, NULL);
}
