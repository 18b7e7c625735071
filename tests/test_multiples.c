// SPDX-License-Identifier: GPL-3.0-or-later
// Small multiples: names are whole, and figures stand at all boxes or at none.
#include "support.h"

#include "outturn/chart.h"
#include "plain_ruler.h"
#include "plot/layout.h"

static const char *const names[] = {
    "China",       "Mexico",      "Canada", "Japan",   "Germany",
    "South Korea", "Vietnam",     "Taiwan", "Ireland", "India",
    "UK",          "Italy",       "France", "Armenia", "Switzerland",
    "Brazil",      "Netherlands", "Russia", "Turkey",  "Georgia",
    "Kazakhstan",  "Azerbaijan"};

#define NAMES (sizeof names / sizeof names[0])

typedef struct boxes_case {
    const char *name;
    size_t boxes;
} boxes_case;

static const boxes_case boxes_cases[] = {{"one box", 1},
                                         {"six boxes", 6},
                                         {"twelve boxes", 12},
                                         {"twenty-two boxes", NAMES}};

static size_t texts(const ot_marks *m, const char *want, bool whole)
{
    size_t n = 0;

    for (size_t i = 0; i < m->n; i++) {
        if (m->mark[i].kind == OT_MARK_TEXT) {
            const char *text = ot__marks_string(m, m->mark[i].text);
            n += whole ? strcmp(text, want) == 0 : strstr(text, want) != NULL;
        }
    }
    return n;
}

static void test_boxes(void **state)
{
    const boxes_case *c = *state;
    static const double y[] = {400e9, 450e9, 439e9};
    ot_chart_line line[NAMES];

    for (size_t i = 0; i < c->boxes; i++) {
        line[i] = (ot_chart_line){names[i], 12 * 2022, 12, 3, y, OT_LINE_PLAIN};
    }
    const ot_chart chart = {.kind = ot_chart_kind_find("multiples"),
                            .headline = "US imports by partner",
                            .subtitle = "Imports a year, USD, 2013-2024",
                            .source = "us-partners.csv",
                            .unit = {"USD", 0, OT_DIM_MONEY},
                            .line = line,
                            .lines = c->boxes};
    for (size_t i = 0; i < ot_chart_size_count(); i++) {
        const ot_chart_options options = ot__chart_defaults(
            &(ot_chart_options){.size = ot_chart_size_at(i)});
        ot_marks m = {0};
        assert_int_equal(ot__layout(&chart, &options, plain_ruler, &m, NULL),
                         OT_OK);
        for (size_t k = 0; k < c->boxes; k++) {
            if (texts(&m, names[k], true) != 1) {
                fail_msg("%s: '%s' is cut", options.size->name, names[k]);
            }
        }
        const size_t figures = texts(&m, "439\u00A0bn", false);
        assert_true(figures == 0 || figures == c->boxes);
        assert_true(figures > 0 || c->boxes > 6);
        ot__marks_free(&m);
    }
}

int main(void)
{
    return RUN_TABLE("boxes", boxes_cases, test_boxes);
}
