// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of whole charts: golden texts, laws over awkward ones on every size.
#include "support.h"

#include "outturn/chart.h"
#include "plain_ruler.h"
#include "plot/layout.h"

#define MOST      60
#define JAN(year) (12 * (year))

static const ot_unit usd = {"USD", 0, OT_DIM_MONEY};

// A chart and all it borrows.
typedef struct sample {
    ot_chart chart;
    ot_chart_line line[MOST];
    double y[MOST][12];
    char label[MOST][120];
    ot_fan fan;
    ot_fan_step step;
    ot_claim_bar claim;
} sample;

// Years of to-date values that grow by `month` and a little from year to year;
// the last knows `known` months.
static void make_race(sample *s, size_t years, size_t known, double month)
{
    memset(s, 0, sizeof *s);
    for (size_t i = 0; i < years; i++) {
        const size_t n = i + 1 == years ? known : 12;
        double sum = 0;
        for (size_t k = 0; k < n; k++) {
            sum += month * (1 + 0.03 * (double)i + 0.1 * (double)(k % 5));
            s->y[i][k] = sum;
        }
        snprintf(s->label[i], sizeof s->label[i], "%d",
                 2024 - (int)years + (int)i + 1);
        s->line[i] =
            (ot_chart_line){.label = s->label[i],
                            .first = JAN(2024 - (int)years + (int)i + 1),
                            .step = 1,
                            .n = n,
                            .y = s->y[i],
                            .style = i + 1 == years   ? OT_LINE_BOLD
                                     : i + 2 == years ? OT_LINE_PLAIN
                                                      : OT_LINE_MUTED};
    }
    s->chart = (ot_chart){.kind = ot_chart_kind_find("race"),
                          .headline = "Trade of A with B: more than ever",
                          .subtitle = "Exports, cumulative from January, USD",
                          .source = "Office of A",
                          .note = "Data to June 2024",
                          .unit = usd,
                          .line = s->line,
                          .lines = years,
                          .date = OT_DAY_NONE};
}

static void add_fan(sample *s, double middle, double width)
{
    static const double part[] = {-2, -1.3, -0.7, 0, 0.7, 1.3, 2};

    for (size_t q = 0; q < OT_FAN_QUANTILES; q++) {
        s->step.q[q] = middle + part[q] * width;
    }
    s->fan =
        (ot_fan){.first = JAN(2024) + 11, .step = 1, .n = 1, .at = &s->step};
    s->chart.fan = &s->fan;
}

static void add_claim(sample *s, double lo, double hi)
{
    s->claim = (ot_claim_bar){lo, hi, NULL};
    s->chart.claim = &s->claim;
}

static ot_status lay_out(const sample *s, const char *size, ot_marks *marks,
                         ot_error *err)
{
    const ot_chart_options options = ot__chart_defaults(
        &(ot_chart_options){.size = ot_chart_size_find(size)});

    return ot__layout(&s->chart, &options, plain_ruler, marks, err);
}

// ---- golden marks ----------------------------------------------------------

// Three years, round numbers: 2022 ends at 6, 2023 at 12, 2024 stands at 8 by
// June; the landing is 16, the claim 14-16.
static void golden_race(sample *s)
{
    make_race(s, 3, 6, 1e9);
    for (size_t k = 0; k < 12; k++) {
        s->y[0][k] = 0.5e9 * (double)(k + 1);
        s->y[1][k] = 1e9 * (double)(k + 1);
        s->y[2][k] = 8e9 / 6 * (double)(k + 1);
    }
    add_fan(s, 16e9, 1e9);
    add_claim(s, 14e9, 16e9);
}

// Two lines over half a year, one with a gap.
static void golden_line(sample *s)
{
    static const double a[6] = {10, 20, NAN, 40, 50, 60};
    static const double b[6] = {60, 50, 40, 30, 20, 10};

    make_race(s, 2, 6, 1);
    memcpy(s->y[0], a, sizeof a);
    memcpy(s->y[1], b, sizeof b);
    s->line[0] =
        (ot_chart_line){"Exports", JAN(2024), 1, 6, s->y[0], OT_LINE_PLAIN};
    s->line[1] =
        (ot_chart_line){"Imports", JAN(2024), 1, 6, s->y[1], OT_LINE_PLAIN};
    s->chart.kind = ot_chart_kind_find("line");
}

typedef struct golden_case {
    const char *name;
    void (*make)(sample *s);
    const char *size, *path;
} golden_case;

static const golden_case golden_cases[] = {
    {"a race with landing and claim", golden_race, "page",
     "tests/golden/race.marks"},
    {"two lines, one with a gap", golden_line, "column",
     "tests/golden/line-with-a-gap.marks"},
};

// With GOLDEN in the environment the files are made anew: look at what changed
// before it is kept.
static void write_all(const char *path, const ot_buf *text)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(text->at, 1, text->n, file), text->n);
    fclose(file);
}

static char *read_all(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = calloc(1, 262144);

    assert_non_null(file);
    assert_non_null(text);
    assert_true(fread(text, 1, 262143, file) > 0);
    fclose(file);
    return text;
}

static void test_golden(void **state)
{
    const golden_case *c = *state;
    static sample s;
    ot_marks marks = {0};
    ot_buf got = {0};

    c->make(&s);
    assert_int_equal(lay_out(&s, c->size, &marks, NULL), OT_OK);
    ot__marks_print(&marks, &got);
    if (getenv("GOLDEN") != NULL) {
        write_all(c->path, &got);
    }
    char *want = read_all(c->path);
    assert_string_equal(ot__buf_cstr(&got), want);
    free(want);
    ot__buf_free(&got);
    ot__marks_free(&marks);
}

// ---- laws over awkward charts ----------------------------------------------

static void one_year(sample *s)
{
    make_race(s, 1, 5, 1e9);
}

static void one_month(sample *s)
{
    make_race(s, 2, 1, 1e9);
    add_fan(s, 13e9, 2e9);
}

static void forty_years(sample *s)
{
    make_race(s, 40, 7, 1e9);
    add_fan(s, 30e9, 3e9);
    add_claim(s, 29e9, 31e9);
}

static void all_zero(sample *s)
{
    make_race(s, 3, 6, 0);
}

static void deficits(sample *s)
{
    make_race(s, 4, 6, -3e8);
    add_fan(s, -5e9, 1e9);
    add_claim(s, -6e9, -4e9);
}

static void huge_values(sample *s)
{
    make_race(s, 5, 6, 1e15);
}

static void tiny_values(sample *s)
{
    make_race(s, 5, 6, 1e-9);
}

static void long_labels(sample *s)
{
    make_race(s, 8, 6, 1e9);
    add_fan(s, 15e9, 1e9);
    add_claim(s, 15e9, 15e9);
    s->fan.label = "A very long word for what was worked out and may come";
    s->claim.label = "as a minister of a country with a long name has said";
    for (size_t i = 0; i < 8; i++) {
        memset(s->label[i], 'a' + (int)i, 100);
    }
    s->chart.headline =
        "A headline that nobody should write because it goes on and on, and "
        "then some more, until no reader is left who remembers its beginning, "
        "and still it has not come to its end";
    s->chart.subtitle = s->chart.headline;
    s->chart.source = s->chart.headline;
    s->chart.note = s->chart.headline;
}

static void no_texts(sample *s)
{
    make_race(s, 3, 6, 1e9);
    s->chart.headline = NULL;
    s->chart.subtitle = NULL;
    s->chart.source = NULL;
    s->chart.note = NULL;
    s->line[0].label = NULL;
    s->line[2].label = NULL;
}

static void gaps(sample *s)
{
    make_race(s, 3, 9, 1e9);
    s->y[2][0] = NAN;
    s->y[2][4] = NAN;
    s->y[1][11] = NAN;
}

static void same_ends(sample *s)
{
    make_race(s, 4, 6, 1e9);
    memcpy(s->y[1], s->y[0], sizeof s->y[0]);
    memcpy(s->y[2], s->y[0], sizeof s->y[0]);
    add_fan(s, s->y[0][11], 1e8);
    add_claim(s, s->y[0][11], s->y[0][11]);
}

static void open_claim(sample *s)
{
    make_race(s, 3, 6, 1e9);
    add_claim(s, 14e9, INFINITY);
}

static void outcome(sample *s)
{
    make_race(s, 4, 12, 1e9);
    s->line[1].style = OT_LINE_LATER;
    s->line[3].n = 6;
    add_fan(s, 14e9, 1e9);
}

static void four_lines(sample *s)
{
    make_race(s, 4, 12, 1e9);
    s->chart.kind = ot_chart_kind_find("line");
    for (size_t i = 0; i < 4; i++) {
        s->line[i].first = JAN(2023);
        s->line[i].style = OT_LINE_PLAIN;
    }
}

static void one_point(sample *s)
{
    make_race(s, 1, 1, 1e9);
    s->chart.kind = ot_chart_kind_find("line");
}

static void line_with_fan(sample *s)
{
    make_race(s, 1, 9, 1e9);
    s->chart.kind = ot_chart_kind_find("line");
    add_fan(s, 14e9, 1e9);
    add_claim(s, 10e9, 12e9);
}

static void yearly_line(sample *s)
{
    make_race(s, 1, 12, 1e9);
    s->chart.kind = ot_chart_kind_find("line");
    s->line[0].first = JAN(1990);
    s->line[0].step = 12;
}

static void far_from_zero(sample *s)
{
    make_race(s, 1, 12, 1e9);
    s->chart.kind = ot_chart_kind_find("line");
    for (size_t k = 0; k < 12; k++) {
        s->y[0][k] = 1e12 + 1e9 * (double)k;
    }
}

typedef struct law_case {
    const char *name;
    void (*make)(sample *s);
} law_case;

static const law_case law_cases[] = {
    {"one year alone", one_year},
    {"one month of it", one_month},
    {"forty years", forty_years},
    {"nothing but zeros", all_zero},
    {"deficits", deficits},
    {"huge values", huge_values},
    {"tiny values", tiny_values},
    {"labels of a hundred letters", long_labels},
    {"no texts", no_texts},
    {"gaps", gaps},
    {"everything ends in one place", same_ends},
    {"a claim without an upper end", open_claim},
    {"an outcome", outcome},
    {"four lines", four_lines},
    {"one point", one_point},
    {"a line with a fan and a claim", line_with_fan},
    {"years", yearly_line},
    {"an axis that does not start at zero", far_from_zero},
};

typedef struct box {
    double left, top, right, bottom;
} box;

static box box_of(const ot_marks *m, const ot_mark *mark)
{
    const ot_point p = m->point[mark->first];
    const double width =
        plain_width(NULL, ot__marks_string(m, mark->text), mark->size, false);
    const double left = p.x - width * 0.5 * (double)mark->align;

    return (box){left, p.y - OT_ASCENT * mark->size, left + width,
                 p.y + OT_DESCENT * mark->size};
}

static bool overlap(box a, box b)
{
    const double slack = 0.01;

    return a.left < b.right - slack && b.left < a.right - slack &&
           a.top < b.bottom - slack && b.top < a.bottom - slack;
}

static void check_texts(const ot_marks *m)
{
    for (size_t i = 0; i < m->n; i++) {
        if (m->mark[i].kind != OT_MARK_TEXT) {
            continue;
        }
        const box a = box_of(m, &m->mark[i]);
        assert_true(a.left >= 0 && a.right <= m->width);
        assert_true(a.top >= 0 && a.bottom <= m->height);
        for (size_t k = 0; k < i; k++) {
            if (m->mark[k].kind == OT_MARK_TEXT &&
                overlap(a, box_of(m, &m->mark[k]))) {
                fail_msg("'%s' over '%s'", ot__marks_string(m, m->mark[i].text),
                         ot__marks_string(m, m->mark[k].text));
            }
        }
    }
}

static void check_points(const ot_marks *m)
{
    for (size_t i = 0; i < m->points; i++) {
        assert_true(m->point[i].x >= 0 && m->point[i].x <= m->width);
        assert_true(m->point[i].y >= 0 && m->point[i].y <= m->height);
    }
}

static bool has_group(const ot_marks *m, const char *id)
{
    for (size_t i = 0; i < m->groups; i++) {
        if (strcmp(m->group[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

static void test_laws(void **state)
{
    const law_case *c = *state;
    static sample s;

    c->make(&s);
    for (size_t i = 0; i < ot_chart_size_count(); i++) {
        ot_marks m = {0};
        assert_int_equal(lay_out(&s, ot_chart_size_at(i)->name, &m, NULL),
                         OT_OK);
        check_points(&m);
        check_texts(&m);
        // Fan and claim are named in words wherever they are drawn.
        assert_true((s.chart.claim != NULL) == has_group(&m, "label-claim"));
        assert_true((s.chart.fan != NULL) == has_group(&m, "label-fan"));
        ot__marks_free(&m);
    }
}

// ---- refusals --------------------------------------------------------------

static void nothing_known(sample *s)
{
    make_race(s, 1, 6, NAN);
}

static void five_lines(sample *s)
{
    make_race(s, 5, 12, 1);
    s->chart.kind = ot_chart_kind_find("line");
    for (size_t i = 0; i < 5; i++) {
        s->line[i].style = OT_LINE_PLAIN;
    }
}

static void no_bold(sample *s)
{
    make_race(s, 2, 6, 1);
    s->line[1].style = OT_LINE_PLAIN;
}

static void other_month(sample *s)
{
    make_race(s, 2, 6, 1);
    s->line[0].first++;
}

static void too_long(sample *s)
{
    make_race(s, 1, 12, 1);
    s->line[0].step = 3;
}

static void no_step(sample *s)
{
    make_race(s, 1, 6, 1);
    s->line[0].step = 0;
}

static void claim_reversed(sample *s)
{
    make_race(s, 1, 6, 1);
    add_claim(s, 2, 1);
}

static void no_kind(sample *s)
{
    make_race(s, 1, 6, 1);
    s->chart.kind = NULL;
}

static void no_lines(sample *s)
{
    make_race(s, 1, 6, 1);
    s->chart.lines = 0;
}

static void too_many_lines(sample *s)
{
    make_race(s, 1, 6, 1);
    s->chart.lines = 501;
}

typedef struct refusal_case {
    const char *name;
    void (*make)(sample *s);
    ot_status status;
} refusal_case;

static const refusal_case refusal_cases[] = {
    {"nothing known", nothing_known, OT_E_DATA},
    {"no lines", no_lines, OT_E_DATA},
    {"five lines cannot be told apart", five_lines, OT_E_USAGE},
    {"a race without the year that runs", no_bold, OT_E_USAGE},
    {"years that start in different months", other_month, OT_E_USAGE},
    {"twelve quarters in a year", too_long, OT_E_USAGE},
    {"steps of no months", no_step, OT_E_USAGE},
    {"a claim from high to low", claim_reversed, OT_E_USAGE},
    {"no kind", no_kind, OT_E_USAGE},
    {"more lines than a picture holds", too_many_lines, OT_E_LIMIT},
};

static void test_refusal(void **state)
{
    const refusal_case *c = *state;
    static sample s;
    ot_marks m = {0};
    ot_error err = {0};

    c->make(&s);
    assert_int_equal(lay_out(&s, "column", &m, &err), c->status);
    assert_int_equal(err.status, c->status);
    ot__marks_free(&m);
}

// ---- what a reader must find -----------------------------------------------

static bool has_text(const ot_marks *m, const char *part)
{
    for (size_t i = 0; i < m->n; i++) {
        if (m->mark[i].kind == OT_MARK_TEXT &&
            strstr(ot__marks_string(m, m->mark[i].text), part) != NULL) {
            return true;
        }
    }
    return false;
}

static void test_words(void **state)
{
    (void)state;
    static sample s;
    ot_marks m = {0};

    golden_race(&s);
    lay_out(&s, "screen", &m, NULL);
    assert_true(has_text(&m, "2024: 8.00\u00A0bn to\u00A0June"));
    assert_true(has_text(&m, "14–16\u00A0bn claimed"));
    assert_true(has_text(&m, "Projected 15–17\u00A0bn"));
    // 14 - 8 and 16 - 8; 2023 added 12 - 6 after June.
    assert_true(has_text(&m, "needs 6.0–8.0\u00A0bn in Jul–Dec;"));
    assert_true(has_text(&m, "most so far was 6.0\u00A0bn"));
    assert_true(has_text(&m, "2023: 12.0\u00A0bn"));
    assert_true(has_text(&m, "Jan") && has_text(&m, "Dec"));
    assert_true(has_text(&m, "15\u00A0bn"));
    ot__marks_free(&m);

    far_from_zero(&s);
    lay_out(&s, "screen", &m, NULL);
    assert_true(has_text(&m, "does not start at zero"));
    ot__marks_free(&m);
}

static void test_years_that_end_together(void **state)
{
    (void)state;
    static sample s;
    ot_marks m = {0};

    make_race(&s, 12, 6, 1e6); // 2013 to 2024; the first ten are muted
    for (size_t i = 0; i < 10; i++) {
        memcpy(s.y[i], s.y[0], sizeof s.y[0]);
    }
    lay_out(&s, "screen", &m, NULL);
    assert_true(has_text(&m, "2013–2022"));
    ot__marks_free(&m);
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_years_that_end_together),
    };

    return RUN_TABLE("golden", golden_cases, test_golden) +
           RUN_TABLE("layout laws", law_cases, test_laws) +
           RUN_TABLE("refusals", refusal_cases, test_refusal) +
           cmocka_run_group_tests_name("more", more, NULL, NULL);
}
