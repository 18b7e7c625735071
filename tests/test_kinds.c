// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of chart over awkward data on every size and theme: laws that hold
// for all, and what a reader must find in each.
#include "support.h"

#include "outturn/chart.h"
#include "outturn/picture.h"
#include "chart_samples.h"
#include "plot/place.h"
#include "plot/scale.h"

// ---- laws ------------------------------------------------------------------

static ot_box box_of(const ot_marks *m, const ot_mark *mark)
{
    const ot_point p = m->point[mark->first];
    const double width =
        plain_width(NULL, ot__marks_string(m, mark->text), mark->size, false);
    const double left = p.x - width * 0.5 * (double)mark->align;

    return (ot_box){left + 0.01, p.y - OT_ASCENT * mark->size + 0.01,
                    left + width - 0.01, p.y + OT_DESCENT * mark->size - 0.01};
}

static void check_texts(const ot_marks *m, const char *where)
{
    for (size_t i = 0; i < m->n; i++) {
        if (m->mark[i].kind != OT_MARK_TEXT) {
            continue;
        }
        const ot_box a = box_of(m, &m->mark[i]);
        const char *text = ot__marks_string(m, m->mark[i].text);
        if (a.left < 0 || a.right > m->width || a.top < 0 ||
            a.bottom > m->height) {
            fail_msg("%s: '%s' leaves the page", where, text);
        }
        for (size_t k = 0; k < i; k++) {
            if (m->mark[k].kind == OT_MARK_TEXT &&
                ot__overlap(a, box_of(m, &m->mark[k]))) {
                fail_msg("%s: '%s' over '%s'", where, text,
                         ot__marks_string(m, m->mark[k].text));
            }
        }
    }
}

static void check_points(const ot_marks *m, const char *where)
{
    for (size_t i = 0; i < m->points; i++) {
        const ot_point p = m->point[i];
        if (!(p.x >= 0 && p.x <= m->width && p.y >= 0 && p.y <= m->height)) {
            fail_msg("%s: a mark at %d, %d is off the page", where, (int)p.x,
                     (int)p.y);
        }
    }
}

// The number a tick label says: "−12 bn", "0.000000001", "40 %".
static double said_by(const char *label)
{
    static const struct {
        const char *word;
        double factor;
    } scales[] = {{"tn", 1e12}, {"bn", 1e9}, {"m", 1e6}, {"k", 1e3}, {"", 1}};
    char plain[64];
    size_t n = 0;
    const bool minus = strncmp(label, "\u2212", 3) == 0;

    for (const char *c = label; *c != '\0' && n + 1 < sizeof plain; c++) {
        if (strchr("0123456789.e-", *c) != NULL) {
            plain[n++] = *c;
        }
    }
    plain[n] = '\0';
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        const size_t word = strlen(scales[i].word), all = strlen(label);
        if (all > word && strcmp(label + all - word, scales[i].word) == 0) {
            return (minus ? -1 : 1) * atof(plain) * scales[i].factor;
        }
    }
    return NAN;
}

// At most seven ticks, and all values of the lines between the first and last.
static void check_ticks(const ot_marks *m, const sample *s, const char *where)
{
    double lo = NAN, hi = NAN;
    size_t ticks = 0;

    for (size_t i = 0; i < m->n; i++) {
        if (m->mark[i].kind == OT_MARK_TEXT &&
            strcmp(m->group[m->mark[i].group].id, "values") == 0) {
            const double x = said_by(ot__marks_string(m, m->mark[i].text));
            assert_true(isfinite(x) != 0);
            lo = fmin(lo, x);
            hi = fmax(hi, x);
            ticks++;
        }
    }
    if (ticks > 7) {
        fail_msg("%s: %zu ticks", where, ticks);
    }
    // Contributions reach further than each of them: their law is in axes.
    for (size_t i = 0; ticks > 0 && i < s->chart.lines; i++) {
        for (size_t k = 0; k < s->line[i].n; k++) {
            const double y = s->line[i].y[k], slack = 1e-9 * (hi - lo);
            if (y < lo - slack || y > hi + slack) {
                fail_msg("%s: %g is not within %g and %g", where, y, lo, hi);
            }
        }
    }
}

// Bars that stand for an amount have an edge where zero is, or where the bar
// before them ends: in a stack, in a waterfall.
static void check_bars(const ot_marks *m, const ot_chart_kind *kind,
                       const char *where)
{
    const bool upright = strcmp(kind->name, "growth") == 0 ||
                         strcmp(kind->name, "contribution") == 0;
    double edge[8192];
    size_t edges = 0;

    if (!upright && strcmp(kind->name, "waterfall") != 0) {
        return;
    }
    for (size_t i = 0; i < m->n; i++) {
        const ot_point a = m->point[m->mark[i].first];
        const ot_point c = m->point[m->mark[i].first + 2 % m->mark[i].n];
        // The line of zero is the thickest of the grid.
        if (m->mark[i].kind == OT_MARK_LINE && m->mark[i].ground &&
            m->mark[i].size > 0.55 && edges == 0) {
            edge[edges++] = upright ? a.y : a.x;
        }
        if (m->mark[i].kind != OT_MARK_AREA) {
            continue;
        }
        const double from = upright ? a.y : a.x, to = upright ? c.y : c.x;
        bool stands = false;
        for (size_t k = 0; k < edges && !stands; k++) {
            stands = fabs(edge[k] - from) < 1e-6 || fabs(edge[k] - to) < 1e-6;
        }
        if (!stands) {
            fail_msg("%s: a bar from %g to %g stands on nothing", where, from,
                     to);
        }
        if (edges + 2 <= sizeof edge / sizeof edge[0]) {
            edge[edges++] = from;
            edge[edges++] = to;
        }
    }
}

// Refusals that a case and a kind give cause for.
static bool may_refuse(const ot_chart_kind *kind, const awkward *a)
{
    const bool part = strcmp(kind->name, "share") == 0;
    const bool steps = strcmp(kind->name, "waterfall") == 0;

    return a->none || (part && (a->negative || a->size == 0)) ||
           (steps && a->gaps);
}

static void test_laws(void **state)
{
    const awkward *a = *state;
    static sample s;

    for (size_t k = 0; k < ot_chart_kind_count(); k++) {
        const ot_chart_kind *kind = ot_chart_kind_at(k);
        make_sample(&s, kind, a);
        for (size_t i = 0; i < ot_chart_size_count(); i++) {
            const char *size = ot_chart_size_at(i)->name;
            char where[80];
            ot_marks m = {0};
            ot_error err = {0};
            snprintf(where, sizeof where, "%s, %s, %s", kind->name, a->name,
                     size);
            const ot_status status = lay_out(&s, size, &m, &err);
            if (status != OT_OK && !may_refuse(kind, a)) {
                fail_msg("%s: %s", where, err.message);
            }
            assert_true(status == OT_OK || err.message[0] != '\0');
            assert_true(!a->none || status == OT_E_DATA);
            check_points(&m, where);
            check_texts(&m, where);
            check_ticks(&m, &s, where);
            check_bars(&m, kind, where);
            ot__marks_free(&m);
        }
    }
}

// A theme changes colours: all that is laid out stands where it stands in the
// light one, and so obeys the laws above.
static void test_themes(void **state)
{
    const awkward *a = *state;
    static sample s;

    for (size_t k = 0; k < ot_chart_kind_count() * ot_chart_theme_count();
         k++) {
        const ot_chart_kind *kind =
            ot_chart_kind_at(k / ot_chart_theme_count());
        const ot_chart_options themed = ot__chart_defaults(&(ot_chart_options){
            .size = ot_chart_size_find("page"),
            .theme = ot_chart_theme_at(k % ot_chart_theme_count())});
        ot_marks m = {0}, light = {0};
        make_sample(&s, kind, a);
        const ot_status status = lay_out(&s, "page", &light, NULL);
        assert_int_equal(ot__layout(&s.chart, &themed, plain_ruler, &m, NULL),
                         status);
        assert_int_equal(m.points, light.points);
        assert_int_equal(m.n, light.n);
        for (size_t i = 0; i < m.points; i++) {
            assert_true(m.point[i].x == light.point[i].x &&
                        m.point[i].y == light.point[i].y);
        }
        ot__marks_free(&m);
        ot__marks_free(&light);
    }
}

// Bars start at zero: each has an edge on the line of zero, or on that of the
// part before it, which the laws of its kind hold.
static void test_bars_from_zero(void **state)
{
    (void)state;
    static sample s;
    ot_marks m = {0};

    make_sample(&s, ot_chart_kind_find("growth"), &awkwards[2]);
    assert_int_equal(lay_out(&s, "screen", &m, NULL), OT_OK);
    double zero = NAN;
    for (size_t i = 0; i < m.n; i++) {
        // The axis of zero is the thicker one.
        if (m.mark[i].kind == OT_MARK_LINE && m.mark[i].size > 0.8 &&
            m.mark[i].ground) {
            zero = m.point[m.mark[i].first].y;
        }
    }
    assert_true(isfinite(zero) != 0);
    size_t bars = 0;
    for (size_t i = 0; i < m.n; i++) {
        if (m.mark[i].kind == OT_MARK_AREA) {
            assert_close(m.point[m.mark[i].first].y, zero, 1e-9);
            bars++;
        }
    }
    assert_int_equal(bars, 36);
    ot__marks_free(&m);
}

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

// Of 100\u202F000 values one peak and one trough are not lost: the line reaches
// to where the axis puts them.
static void test_thinned_keeps_extremes(void **state)
{
    (void)state;
    static double y[100000];
    const ot_chart_line line[] = {
        {"A", 0, 1, sizeof y / sizeof y[0], y, OT_LINE_BOLD}};
    static sample s;
    ot_marks m = {0};
    double top = INFINITY, bottom = -INFINITY;

    for (size_t i = 0; i < sizeof y / sizeof y[0]; i++) {
        y[i] = sin((double)i / 9000);
    }
    y[54321] = 20; // the axis goes from -10 to 20
    y[77777] = -10;
    make_sample(&s, ot_chart_kind_find("line"), &awkwards[0]);
    s.chart.line = line;
    s.chart.lines = 1;
    assert_int_equal(lay_out(&s, "screen", &m, NULL), OT_OK);
    const ot_mark *longest = m.mark;
    for (size_t i = 0; i < m.n; i++) {
        longest = m.mark[i].n > longest->n ? &m.mark[i] : longest;
    }
    assert_true(longest->n < 12000);
    for (size_t i = 0; i < longest->n; i++) {
        top = fmin(top, m.point[longest->first + i].y);
        bottom = fmax(bottom, m.point[longest->first + i].y);
    }
    // Grid lines of 20 and -10 are the highest and lowest horizontal ones.
    for (size_t i = 0; i < m.n; i++) {
        if (m.mark[i].ground) {
            assert_true(m.point[m.mark[i].first].y >= top - 1e-9);
            assert_true(m.point[m.mark[i].first].y <= bottom + 1e-9);
        }
    }
    assert_true(has_text(&m, "Of 100\u202F000 values"));
    ot__marks_free(&m);
}

// ---- what a reader must find -----------------------------------------------

// 60, 30 and 10 of 100.
static void test_share(void **state)
{
    (void)state;
    static const ot_chart_row rows[] = {
        {"B", 30, NAN, NAN, NAN, OT_ROW_PLAIN, 0},
        {"A", 60, NAN, NAN, NAN, OT_ROW_PLAIN, 0},
        {"C", 10, NAN, NAN, NAN, OT_ROW_PLAIN, 0}};
    static sample s;
    ot_marks m = {0};

    make_sample(&s, ot_chart_kind_find("share"), &awkwards[0]);
    s.chart.row = rows;
    s.chart.rows = 3;
    assert_int_equal(lay_out(&s, "screen", &m, NULL), OT_OK);
    assert_true(has_text(&m, "60.0\u00A0%") && has_text(&m, "10.0\u00A0%"));
    ot__marks_free(&m);
}

// Twelve parts of 1, and one of 988: below a hundredth they are gathered, as
// there are more than eight. 12 of 1,000 are 1.2 per cent.
static void test_small_parts(void **state)
{
    (void)state;
    ot_chart_row rows[13];
    static sample s;
    ot_marks m = {0};

    for (size_t i = 0; i < 13; i++) {
        rows[i] = (ot_chart_row){"P", i == 4 ? 988 : 1, NAN, NAN,
                                 NAN, OT_ROW_PLAIN,     0};
    }
    make_sample(&s, ot_chart_kind_find("share"), &awkwards[0]);
    s.chart.row = rows;
    s.chart.rows = 13;
    assert_int_equal(lay_out(&s, "screen", &m, NULL), OT_OK);
    assert_true(has_text(&m, "98.8\u00A0%"));
    assert_true(has_text(&m, "5 others"));
    assert_true(has_text(&m, "0.5\u00A0%"));
    ot__marks_free(&m);
}

// B was second and is first: 50 on 40 is +25 %.
static void test_rank(void **state)
{
    (void)state;
    static const ot_chart_row rows[] = {
        {"A", 45, 60, NAN, NAN, OT_ROW_PLAIN, 0},
        {"B", 50, 40, NAN, NAN, OT_ROW_PLAIN, 0},
        {"C", NAN, 10, NAN, NAN, OT_ROW_PLAIN, 0}};
    static sample s;
    ot_marks m = {0};

    make_sample(&s, ot_chart_kind_find("rank"), &awkwards[0]);
    s.chart.row = rows;
    s.chart.rows = 3;
    assert_int_equal(lay_out(&s, "screen", &m, NULL), OT_OK);
    assert_true(has_text(&m, "+25.0\u00A0%") && has_text(&m, "▲1"));
    assert_true(has_text(&m, "\u221225.0\u00A0%") && has_text(&m, "▼1"));
    assert_true(has_text(&m, "2023") && has_text(&m, "2024"));
    assert_false(has_text(&m, "C")); // nothing is known of it now
    ot__marks_free(&m);
}

// In the order given, of one period in per cent: no places, no changes.
static void test_rank_as_given(void **state)
{
    (void)state;
    static const ot_chart_row rows[] = {{"A", 2, 4, NAN, NAN, OT_ROW_PLAIN, 0},
                                        {"B", 9, 3, NAN, NAN, OT_ROW_PLAIN, 0}};
    static sample s;
    ot_marks m = {0};
    double a = NAN, b = NAN;

    make_sample(&s, ot_chart_kind_find("rank"), &awkwards[0]);
    s.chart.row = rows;
    s.chart.rows = 2;
    s.chart.unit = (ot_unit){"%", 0, OT_DIM_PERCENT};
    s.chart.was = "";
    s.chart.no_places = true;
    s.chart.given_order = true;
    assert_int_equal(lay_out(&s, "screen", &m, NULL), OT_OK);
    for (size_t i = 0; i < m.n; i++) {
        if (m.mark[i].kind == OT_MARK_TEXT) {
            const char *text = ot__marks_string(&m, m.mark[i].text);
            const double y = m.point[m.mark[i].first].y;
            a = strcmp(text, "A") == 0 ? y : a;
            b = strcmp(text, "B") == 0 ? y : b;
        }
    }
    assert_true(a < b);
    assert_true(has_text(&m, "9.00\u00A0%"));
    assert_false(has_text(&m, "▲") || has_text(&m, "▼"));
    assert_false(has_text(&m, "+200"));
    ot__marks_free(&m);
}

static size_t shades_of(const ot_marks *m)
{
    const ot_palette *p = ot_chart_theme_find("light")->palette;
    size_t n = 0;

    for (size_t i = 0; i < m->n; i++) {
        n += m->mark[i].colour == p->down_shade;
    }
    return n;
}

// Each of several claims shades what stands below it, one alone everything,
// and one with nothing below it nothing.
static void test_claims_apart(void **state)
{
    (void)state;
    static const ot_chart_row rows[] = {
        {"Said", NAN, NAN, 8e9, 9e9, OT_ROW_CLAIM, 0},
        {"Is", 8.4e9, NAN, NAN, NAN, OT_ROW_PLAIN, 0},
        {"Said too", NAN, NAN, 14e9, 16e9, OT_ROW_CLAIM, 0},
        {"Is too", 15e9, NAN, 13.126e9, 17.456e9, OT_ROW_PLAIN, 0}};
    static const struct {
        size_t from, n, shades;
    } cases[] = {{0, 4, 2}, {0, 2, 1}, {0, 3, 1}};
    static sample s;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ot_marks m = {0};
        make_sample(&s, ot_chart_kind_find("claim"), &awkwards[0]);
        s.chart.row = rows + cases[i].from;
        s.chart.rows = cases[i].n;
        assert_int_equal(lay_out(&s, "screen", &m, NULL), OT_OK);
        assert_int_equal(shades_of(&m), cases[i].shades);
        if (cases[i].n == 4) {
            assert_true(has_text(&m, "14–16\u00A0bn"));
            assert_true(has_text(&m, "13.1–17.5\u00A0bn"));
        }
        ot__marks_free(&m);
    }
}

// Exports 5, imports 8: a deficit of 3.
static void test_balance(void **state)
{
    (void)state;
    static const double exports[] = {9e9, 7e9, 5e9};
    static const double imports[] = {6e9, 7e9, 8e9};
    static sample s;
    ot_marks m = {0};

    make_sample(&s, ot_chart_kind_find("balance"), &awkwards[0]);
    s.line[0] =
        (ot_chart_line){"Exports", JAN(2022), 12, 3, exports, OT_LINE_PLAIN};
    s.line[1] =
        (ot_chart_line){"Imports", JAN(2022), 12, 3, imports, OT_LINE_PLAIN};
    assert_int_equal(lay_out(&s, "screen", &m, NULL), OT_OK);
    assert_true(has_text(&m, "Deficit 3.00\u00A0bn"));
    // One shade above, one below, in their own colours.
    const ot_palette *p = ot_chart_theme_find("light")->palette;
    size_t up = 0, down = 0;
    for (size_t i = 0; i < m.n; i++) {
        up += m.mark[i].colour == p->up_shade;
        down += m.mark[i].colour == p->down_shade;
    }
    assert_int_equal(up, 1);
    assert_int_equal(down, 1);
    ot__marks_free(&m);
}

// 100, +20, -5, 115.
static void test_waterfall(void **state)
{
    (void)state;
    static const ot_chart_row rows[] = {
        {"2023", 100e6, NAN, NAN, NAN, OT_ROW_TOTAL, 0},
        {"Price", 20e6, NAN, NAN, NAN, OT_ROW_PLAIN, 0},
        {"Quantity", -5e6, NAN, NAN, NAN, OT_ROW_PLAIN, 0},
        {"2024", 115e6, NAN, NAN, NAN, OT_ROW_TOTAL, 0}};
    static sample s;
    ot_marks m = {0};

    make_sample(&s, ot_chart_kind_find("waterfall"), &awkwards[0]);
    s.chart.row = rows;
    s.chart.rows = 4;
    assert_int_equal(lay_out(&s, "column", &m, NULL), OT_OK);
    assert_true(has_text(&m, "+20.0\u00A0m"));
    assert_true(has_text(&m, "\u22125.0\u00A0m"));
    assert_true(has_text(&m, "115\u00A0m"));
    assert_true(has_text(&m, "does not")); // 100 is over 0.6 of 120
    ot__marks_free(&m);
}

// The same figures in the marks and words of each language.
static void test_languages(void **state)
{
    (void)state;
    static const struct {
        const char *locale, *amount, *month, *source, *gap;
    } cases[] = {
        {"en", "3.50\u00A0bn", "Mar", "Source: ", "Deficit"},
        {"de", "3,50\u00A0Mrd.", "Mär", "Quelle: ", "Defizit"},
        {"ru", "3,50\u00A0млрд", "мар", "Источник: ", "Дефицит"},
    };
    static const double exports[] = {1e9, 1e9, 1.5e9};
    static const double imports[] = {2e9, 2e9, 5e9};
    static sample s;

    for (size_t i = 0; i < ot_chart_locale_count(); i++) {
        ot_marks m = {0};
        make_sample(&s, ot_chart_kind_find("balance"), &awkwards[0]);
        s.line[0] =
            (ot_chart_line){"A", JAN(2024), 1, 3, exports, OT_LINE_PLAIN};
        s.line[1] =
            (ot_chart_line){"B", JAN(2024), 1, 3, imports, OT_LINE_PLAIN};
        s.chart.locale = ot_chart_locale_find(cases[i].locale);
        assert_non_null(s.chart.locale);
        assert_int_equal(lay_out(&s, "screen", &m, NULL), OT_OK);
        assert_true(has_text(&m, cases[i].amount));
        assert_true(has_text(&m, cases[i].month));
        assert_true(has_text(&m, cases[i].source));
        assert_true(has_text(&m, cases[i].gap));
        ot__marks_free(&m);
    }
    assert_null(ot_chart_locale_find("xx"));
}

typedef struct refusal_case {
    const char *name, *kind;
    void (*spoil)(sample *s);
    ot_status status;
} refusal_case;

static void no_lines(sample *s)
{
    s->chart.lines = 0;
}

static void no_rows(sample *s)
{
    s->chart.rows = 0;
}

static void shifted(sample *s)
{
    s->line[1].first++;
}

static void no_fan(sample *s)
{
    s->chart.fan = NULL;
}

static void no_names(sample *s)
{
    s->chart.was = NULL;
}

static void reversed(sample *s)
{
    s->row[0].lo = 2;
    s->row[0].hi = 1;
}

static void below_zero(sample *s)
{
    s->row[1].y = -1;
}

static void unknown_step(sample *s)
{
    s->row[1].y = NAN;
}

static const refusal_case refusal_cases[] = {
    {"a balance of other months", "balance", shifted, OT_E_USAGE},
    {"a balance of nothing", "balance", no_lines, OT_E_DATA},
    {"a number line without figures", "claim", no_rows, OT_E_DATA},
    {"a claim from high to low", "claim", reversed, OT_E_USAGE},
    {"parts of other months", "contribution", shifted, OT_E_USAGE},
    {"a fan without a fan", "fan", no_fan, OT_E_USAGE},
    {"two sides of other months", "mirror", shifted, OT_E_USAGE},
    {"a ranking of two nameless periods", "rank", no_names, OT_E_USAGE},
    {"nothing to rank", "rank", no_rows, OT_E_DATA},
    {"a negative share", "share", below_zero, OT_E_USAGE},
    {"a waterfall with a gap", "waterfall", unknown_step, OT_E_DATA},
};

static void test_refusal(void **state)
{
    const refusal_case *c = *state;
    static sample s;
    ot_marks m = {0};
    ot_error err = {0};

    make_sample(&s, ot_chart_kind_find(c->kind), &awkwards[0]);
    c->spoil(&s);
    assert_int_equal(lay_out(&s, "screen", &m, &err), c->status);
    assert_string_not_equal(err.message, "");
    ot__marks_free(&m);
}

// ---- the table -------------------------------------------------------------

static void test_described(void **state)
{
    (void)state;
    for (size_t i = 0; i < ot_chart_kind_count(); i++) {
        const ot_chart_kind *k = ot_chart_kind_at(i);
        char start[40];
        assert_string_not_equal(k->takes, "");
        assert_string_not_equal(k->summary, "");
        // What a selection can make has a command that makes it, others none.
        assert_true((k->example != NULL) == (ot_picture_kind_of(k) != NULL));
        snprintf(start, sizeof start, "chart %s ", k->name);
        if (k->example != NULL) {
            assert_memory_equal(k->example, start, strlen(start));
        }
        assert_true(k->rows || shape_of(k->name) != NULL);
    }
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(test_bars_from_zero),
        cmocka_unit_test(test_thinned_keeps_extremes),
        cmocka_unit_test(test_share),
        cmocka_unit_test(test_small_parts),
        cmocka_unit_test(test_rank),
        cmocka_unit_test(test_rank_as_given),
        cmocka_unit_test(test_claims_apart),
        cmocka_unit_test(test_balance),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_waterfall),
        cmocka_unit_test(test_described),
        cmocka_unit_test(test_languages),
    };

    return RUN_TABLE("laws", awkwards, test_laws) +
           RUN_TABLE("themes", awkwards, test_themes) +
           RUN_TABLE("refusals", refusal_cases, test_refusal) +
           cmocka_run_group_tests_name("more", more, NULL, NULL);
}
