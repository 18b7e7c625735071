// SPDX-License-Identifier: GPL-3.0-or-later
// Briefs on pages: laws that every page keeps, and what tables and paragraphs
// do where a page ends. Every letter is half as wide as high.
#include "brief_support.h"

#include "outturn/panel.h"

static void words(ot_brief *b, ot_block_kind kind, size_t n, const char *word)
{
    ot_buf text = {0};

    for (size_t i = 0; i < n; i++) {
        ot__buf_format(&text, "%s%s", i > 0 ? " " : "", word);
    }
    ot_brief_words(b, kind, "%s", ot__buf_cstr(&text));
    ot__buf_free(&text);
}

static void table(ot_brief *b, size_t rows, ot_brief_row_style style)
{
    static const ot_brief_column columns[] = {
        {"Period", false}, {"Value, USD bn", true}, {"Growth", true}};

    ot_brief_table(b, "By period", columns, 3);
    for (size_t i = 0; i < rows; i++) {
        char period[32], value[32];
        snprintf(period, sizeof period, "Period %zu", i);
        snprintf(value, sizeof value, "%zu.%zu", i * 37, i % 10);
        const char *const cells[] = {period, value, "+5.1 %"};
        ot_brief_add_row(b, cells, i % 9 == 4 ? style : OT_BRIEF_ROW_PLAIN);
    }
}

static void nothing(ot_brief *b)
{
    (void)b;
}

static void little(ot_brief *b)
{
    ot_brief_date(b, ot_day_of(2024, 9, 30));
    ot_brief_source(b, "Source: an office of statistics, release of 2024-09");
    ot_brief_figure(b, "Turnover", "8.37 bn", "2.59 times");
    ot_brief_section(b, "growth", "Growth");
    words(b, OT_BLOCK_TEXT, 40, "turnover");
    table(b, 5, OT_BRIEF_ROW_TOTAL);
    ot_brief_words(b, OT_BLOCK_NOTE, "Growth on a year earlier");
    ot_brief_words(b, OT_BLOCK_COMMAND, "outturn growth flows.csv");
}

// Sections of one to sixty lines: headings fall on every height of a page.
static void many_sections(ot_brief *b)
{
    for (size_t i = 1; i <= 60; i++) {
        char id[16];
        snprintf(id, sizeof id, "s%zu", i);
        ot_brief_section(b, id, "A section");
        words(b, OT_BLOCK_TEXT, 9 * i, "imports");
        words(b, OT_BLOCK_ITEM, i, "exports");
    }
}

static void many_tables(ot_brief *b)
{
    for (size_t i = 0; i < 40; i++) {
        ot_brief_section(b, "t", "A table");
        table(b, i, i % 2 == 0 ? OT_BRIEF_ROW_TOTAL : OT_BRIEF_ROW_FLAGGED);
        words(b, OT_BLOCK_NOTE, i, "note");
    }
}

static void many_figures(ot_brief *b)
{
    for (size_t i = 0; i < 23; i++) {
        ot_brief_figure(
            b, i % 3 == 0 ? "A label that takes two lines at least" : "A label",
            i % 5 == 0 ? "a figure in so many words" : "1.5 bn",
            i % 2 == 0 ? NULL : "a remark about this figure");
    }
}

static void many_notes(ot_brief *b)
{
    for (size_t i = 0; i < 300; i++) {
        ot_brief_words(b, OT_BLOCK_NOTE, "A note");
    }
}

static void long_words(ot_brief *b)
{
    char word[4000];

    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    ot_brief_section(b, "long", word + sizeof word - 301);
    ot_brief_words(b, OT_BLOCK_TEXT, "%s", word);
    ot_brief_words(b, OT_BLOCK_ITEM, "%s", word);
    ot_brief_words(b, OT_BLOCK_COMMAND, "%s", word);
    ot_brief_figure(b, "A long figure", "123456789012345678901234567890", NULL);
}

static void other_letters(ot_brief *b)
{
    ot_brief_section(b, "names", "Հայաստան, საქართველო, Россия");
    ot_brief_words(b, OT_BLOCK_TEXT,
                   "Հայաստանի Հանրապետության վիճակագրական կոմիտե");
}

static void long_source(ot_brief *b)
{
    char source[2000];

    for (size_t i = 0; i < sizeof source - 1; i++) {
        source[i] = i % 8 == 7 ? ' ' : 's';
    }
    source[sizeof source - 1] = '\0';
    ot_brief_source(b, source);
    assert_true(ot__source_is_long(b, &plain_ruler));
    words(b, OT_BLOCK_TEXT, 40, "turnover");
}

typedef struct law_case {
    const char *name;
    void (*fill)(ot_brief *b);
    size_t at_least; // pages
} law_case;

static const law_case law_cases[] = {
    {"nothing but a title", nothing, 1},
    {"a little of everything", little, 1},
    {"sections of every length", many_sections, 15},
    {"tables of every length", many_tables, 15},
    {"many figures", many_figures, 1},
    {"three hundred notes", many_notes, 4},
    {"words longer than a page is wide", long_words, 3},
    {"a source that no foot holds", long_source, 1},
    {"other letters", other_letters, 1},
};

static void test_laws(void **state)
{
    const law_case *c = *state;
    ot_brief *b = ot_brief_new("Armenia and Russia: trade to June 2024",
                               "Exports and imports, USD");

    c->fill(b);
    ot_sheets s = sheets_of(b);
    assert_true(s.n >= c->at_least);
    check_sheets(b, &s);
    ot__sheets_free(&s);
    ot_brief_free(b);
}

static unsigned draw(unsigned *seed, unsigned below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

// Up to `most` words of one to fifteen letters.
static const char *chance_words(unsigned *seed, unsigned most, char out[4096])
{
    size_t n = 0;

    for (unsigned i = 0, words = draw(seed, most + 1); i < words; i++) {
        for (unsigned k = 0, letters = 1 + draw(seed, 15); k < letters; k++) {
            out[n++] = (char)('a' + draw(seed, 26));
        }
        out[n++] = ' ';
    }
    out[n] = '\0';
    return out;
}

static void chance_table(ot_brief *b, unsigned *seed)
{
    char title[6][4096], cell[6][4096], caption[4096];
    const unsigned n = 1 + draw(seed, 6);
    ot_brief_column columns[6];
    const char *cells[6];

    for (unsigned c = 0; c < n; c++) {
        columns[c] = (ot_brief_column){chance_words(seed, 3, title[c]),
                                       draw(seed, 2) == 1};
    }
    ot_brief_table(b, chance_words(seed, 12, caption), columns, n);
    for (unsigned r = 0, rows = draw(seed, 30); r < rows; r++) {
        for (unsigned c = 0; c < n; c++) {
            cells[c] = chance_words(seed, columns[c].number ? 0 : 7, cell[c]);
            if (columns[c].number) {
                snprintf(cell[c], sizeof cell[c], "%u.%u", draw(seed, 99999),
                         draw(seed, 99));
            }
        }
        ot_brief_add_row(b, cells, (ot_brief_row_style)draw(seed, 3));
    }
}

static void chance_block(ot_brief *b, unsigned *seed)
{
    static const ot_block_kind kinds[] = {OT_BLOCK_TEXT, OT_BLOCK_ITEM,
                                          OT_BLOCK_NOTE, OT_BLOCK_COMMAND};
    char text[4096], label[4096], remark[4096];
    const unsigned what = draw(seed, 8);

    if (what < 4) {
        ot_brief_words(b, kinds[what], "%s", chance_words(seed, 120, text));
    } else if (what < 5) {
        ot_brief_section(b, "s", chance_words(seed, 12, text));
    } else if (what < 7) {
        ot_brief_figure(b, chance_words(seed, 6, label),
                        chance_words(seed, 3, text),
                        chance_words(seed, 9, remark));
    } else {
        chance_table(b, seed);
    }
}

// Briefs of blocks in any order keep the same laws.
static void test_any_order(void **state)
{
    (void)state;
    unsigned seed = 8;

    for (unsigned round = 0; round < 60; round++) {
        ot_brief *b = ot_brief_new("Any brief", "");
        for (unsigned i = 0, n = draw(&seed, 40); i < n; i++) {
            chance_block(b, &seed);
        }
        ot_sheets s = sheets_of(b);
        check_sheets(b, &s);
        ot__sheets_free(&s);
        ot_brief_free(b);
    }
}

// Lines of one paragraph on a page: all, or at least two.
static void test_no_line_stands_alone(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("Paragraphs", NULL);
    size_t last = 0, lines = 0;

    for (size_t i = 0; i < 120; i++) {
        char word[16];
        snprintf(word, sizeof word, "p%zu", 100 + i);
        words(b, OT_BLOCK_TEXT, 50 + 7 * (i % 13), word);
    }
    ot_sheets s = sheets_of(b);
    assert_true(s.n > 5);
    for (size_t p = 0; p < s.n; p++) {
        const ot_marks *page = &s.page[p];
        for (size_t i = 0; i <= page->n; i++) {
            const bool line = i < page->n && in_group(page, i, "text");
            const size_t which =
                line ? strtoul(text_of(page, i) + 1, NULL, 10) : 0;
            if (which != last) {
                assert_true(last == 0 || lines > 1);
                lines = 0;
            }
            last = which;
            lines++;
        }
    }
    ot__sheets_free(&s);
    ot_brief_free(b);
}

// The head of a table of 500 rows stands on each of its pages, above its rows.
static void test_heads_are_repeated(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("A table", NULL);

    table(b, 500, OT_BRIEF_ROW_TOTAL);
    ot_sheets s = sheets_of(b);
    assert_true(s.n > 10);
    for (size_t p = 0; p < s.n; p++) {
        assert_true(has_text(&s.page[p], "Period"));
        assert_int_equal(in_group(&s.page[p], 0, "head-again"), p > 0);
    }
    ot__sheets_free(&s);
    ot_brief_free(b);
}

// Where the mark of the text that has it stands.
static double find(const ot_sheets *s, const char *text, bool end)
{
    for (size_t i = 0; i < s->page[0].n; i++) {
        if (is_text(&s->page[0], i) &&
            strcmp(text_of(&s->page[0], i), text) == 0) {
            const box b = box_of(&s->page[0], i);
            return end ? b.x1 : b.x0;
        }
    }
    fail_msg("'%s' is not there", text);
    return NAN;
}

static void test_numbers_stand_on_their_marks(void **state)
{
    (void)state;
    static const ot_brief_column columns[] = {
        {"", false}, {"A", true}, {"B", true}, {"C", true}};
    static const char *const cells[][4] = {
        {"x", "0.254", "+5.1 %", "1,5"},
        {"y", "1,012.4", "2.6 times (+160 %)", "12,25"},
        {"z", "n/a", "-12.4 %", "7"}};
    const double letter = OT_CELL / 2;
    ot_brief *b = ot_brief_new("Numbers", NULL);

    ot_brief_table(b, NULL, columns, 4);
    for (size_t i = 0; i < 3; i++) {
        ot_brief_add_row(b, cells[i], OT_BRIEF_ROW_PLAIN);
    }
    ot_sheets s = sheets_of(b);
    assert_close(find(&s, "0.254", false) + letter,
                 find(&s, "1,012.4", false) + 5 * letter, 1e-9);
    assert_close(find(&s, "0.254", true), find(&s, "n/a", true), 1e-9);
    // Unlike figures: by their ends.
    assert_close(find(&s, "+5.1 %", true), find(&s, "-12.4 %", true), 1e-9);
    assert_close(find(&s, "1,5", false) + letter,
                 find(&s, "12,25", false) + 2 * letter, 1e-9);
    assert_close(find(&s, "7", true), find(&s, "1,5", false) + letter, 1e-9);
    ot__sheets_free(&s);
    ot_brief_free(b);
}

// Text columns wrap, and the table is as wide as the page at most; the letters
// of cells are not in order across lines, but all there.
static void test_wide_tables(void **state)
{
    (void)state;
    enum { COLUMNS = 60 };
    ot_brief_column columns[COLUMNS];
    const char *cells[COLUMNS];
    ot_brief *b = ot_brief_new("Wide", NULL);
    size_t texts = 0;

    for (size_t i = 0; i < COLUMNS; i++) {
        columns[i] = (ot_brief_column){i == 0 ? "Name" : "2024-01", i > 0};
        cells[i] = i == 0 ? "Kazakhstan" : "12,345,678.9";
    }
    ot_brief_table(b, NULL, columns, COLUMNS);
    ot_brief_add_row(b, cells, OT_BRIEF_ROW_FLAGGED);
    ot_sheets s = sheets_of(b);
    for (size_t p = 0; p < s.n; p++) {
        check_margins(&s.page[p]);
        check_overlaps(&s.page[p]);
        for (size_t i = 0; i < s.page[p].n; i++) {
            texts += is_text(&s.page[p], i) &&
                     strcmp(text_of(&s.page[p], i), cells[1]) == 0;
        }
    }
    assert_int_equal(texts, COLUMNS - 1);
    ot__sheets_free(&s);
    ot_brief_free(b);
}

// A cell of two pages: its row is broken between lines, and loses none.
static void test_a_row_longer_than_a_page(void **state)
{
    (void)state;
    static const ot_brief_column columns[] = {{"Claim", false},
                                              {"Verdict", false}};
    ot_brief *b = ot_brief_new("Long rows", NULL);
    ot_buf text = {0};

    for (size_t i = 0; i < 3000; i++) {
        ot__buf_text(&text, i > 0 ? " trade" : "trade");
    }
    const char *const cells[] = {ot__buf_cstr(&text), "AGREES"};
    ot_brief_table(b, "Claims", columns, 2);
    ot_brief_add_row(b, cells, OT_BRIEF_ROW_FLAGGED);
    ot_brief_add_row(b, cells, OT_BRIEF_ROW_PLAIN);
    ot_sheets s = sheets_of(b);
    ot_buf got = {0};
    size_t n = 0;
    assert_true(s.n > 3);
    page_letters(&s, &got);
    for (const char *c = ot__buf_cstr(&got); (c = strstr(c, "t")) != NULL;
         c++) {
        n++;
    }
    assert_int_equal(n, 2 * 3000 + 1); // and that of "Verdict"
    for (size_t p = 0; p < s.n; p++) {
        check_margins(&s.page[p]);
        check_overlaps(&s.page[p]);
    }
    ot__buf_free(&got);
    ot__buf_free(&text);
    ot__sheets_free(&s);
    ot_brief_free(b);
}

static ot_picture *picture(const char *kind)
{
    ot_panel *panel = ot_panel_new();
    ot_view *view = NULL;
    ot_picture *p = NULL;
    const ot_selection s = {.flow = ot_flow_find("turnover", 8),
                            .basis = "consignment",
                            .as_of = OT_DAY_LATEST};

    assert_int_equal(ot_panel_read(panel, "datasets/armenia-russia.csv",
                                   &(ot_read_options){0}, NULL),
                     OT_OK);
    assert_int_equal(ot_panel_seal(panel, NULL), OT_OK);
    assert_int_equal(ot_panel_select(panel, &s, &view, NULL), OT_OK);
    assert_int_equal(ot_picture_make(ot_chart_kind_find(kind), panel, &view, 1,
                                     &(ot_picture_options){0}, &p, NULL),
                     OT_OK);
    ot_view_free(view);
    ot_panel_free(panel);
    return p;
}

static double lowest(const ot_marks *page)
{
    double y = 0;

    for (size_t i = 0; i < page->n; i++) {
        y = in_group(page, i, "foot") ? y : fmax(y, box_of(page, i).y1);
    }
    return y;
}

// Pictures between words of every length: none is cut, their letters are large
// enough for print, and they fill their pages but the last.
static void test_pictures(void **state)
{
    (void)state;
    static const char *const kinds[] = {"race", "season", "line", "growth"};
    ot_brief *b = ot_brief_new("Pictures", NULL);

    for (size_t i = 0; i < 12; i++) {
        ot_brief_section(b, "p", "A picture");
        words(b, OT_BLOCK_TEXT, 20 + 40 * i, "words");
        ot_brief_picture(b, picture(kinds[i % 4]));
        ot_brief_words(b, OT_BLOCK_NOTE, "What it leaves out");
    }
    ot_sheets s = sheets_of(b);
    check_sheets(b, &s);
    for (size_t p = 0; p < s.n; p++) {
        const ot_marks *page = &s.page[p];
        bool has = false;
        for (size_t i = 0; i < page->n; i++) {
            has = has || in_group(page, i, "picture");
            assert_true(!is_text(page, i) || page->mark[i].size >= 7);
        }
        if (has && p + 1 < s.n) {
            // A third of a picture, and a line of words that go on.
            assert_true(lowest(page) > OT_SHEET_HEIGHT - OT_SHEET_BOTTOM - 160);
        }
    }
    ot__sheets_free(&s);
    ot_brief_free(b);
}

static void test_limits(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("Too much", NULL);
    ot_sheets s = {0};
    ot_buf text = {0};

    for (size_t i = 0; i < 5000; i++) {
        ot__buf_text(&text, "remark ");
    }
    ot_brief_figure(b, "A figure", "1", ot__buf_cstr(&text));
    assert_int_equal(ot__sheets_make(&s, b,
                                     ot_chart_theme_find("light")->palette,
                                     plain_ruler, plain_ruler, NULL),
                     OT_E_LIMIT);
    ot__buf_free(&text);
    ot__sheets_free(&s);
    ot_brief_free(b);
}

// 116 letters of 4 points are a line: "--basis" would be the last of the first
// line, and goes with its value.
static void test_options_go_with_their_values(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("Commands", NULL);
    ot_buf text = {0};

    for (size_t i = 0; i < 10; i++) {
        ot__buf_text(&text, "outturn23 ");
    }
    ot_brief_words(b, OT_BLOCK_COMMAND, "%s-e --basis consignment x",
                   ot__buf_cstr(&text));
    ot_sheets s = sheets_of(b);
    assert_true(has_text(&s.page[0], "--basis consignment x"));
    check_sheets(b, &s);
    ot__buf_free(&text);
    ot__sheets_free(&s);
    ot_brief_free(b);
}

static void test_bookmarks(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("Sections", NULL);

    ot_brief_section(b, "a", "First");
    words(b, OT_BLOCK_TEXT, 3000, "words");
    ot_brief_section(b, "b", "Second");
    words(b, OT_BLOCK_TEXT, 30, "words");
    ot_sheets s = sheets_of(b);
    assert_int_equal(s.bookmarks, 2);
    assert_string_equal(s.bookmark[0].title, "First");
    assert_int_equal(s.bookmark[0].page, 0);
    assert_int_equal(s.bookmark[1].page, s.n - 1);
    assert_true(has_text(&s.page[s.bookmark[1].page], "Second"));
    ot__sheets_free(&s);
    ot_brief_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_order),
        cmocka_unit_test(test_no_line_stands_alone),
        cmocka_unit_test(test_heads_are_repeated),
        cmocka_unit_test(test_numbers_stand_on_their_marks),
        cmocka_unit_test(test_wide_tables),
        cmocka_unit_test(test_a_row_longer_than_a_page),
        cmocka_unit_test(test_pictures),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_options_go_with_their_values),
        cmocka_unit_test(test_bookmarks),
    };
    return RUN_TABLE("sheets", law_cases, test_laws) +
           cmocka_run_group_tests(tests, NULL, NULL);
}
