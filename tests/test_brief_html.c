// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a brief: its elements nest, ids are given once, nothing of a text
// passes as markup, nothing is asked for, pictures turn dark as a whole.
#include "support.h"

#include <ctype.h>
#include <unistd.h>

#include "base/text.h"
#include "outturn/outturn.h"

// ---- making -----------------------------------------------------------------

static ot_status to_buf(void *context, const void *bytes, size_t n,
                        ot_error *err)
{
    (void)err;
    ot__buf_bytes(context, bytes, n);
    return OT_OK;
}

static ot_buf page_with(const ot_brief *brief, const ot_chart_options *options)
{
    ot_buf page = {0};

    assert_int_equal(ot_brief_write(brief, options,
                                    ot_brief_format_find("html"),
                                    (ot_writer){to_buf, &page}, NULL, NULL),
                     OT_OK);
    assert_false(page.failed);
    return page;
}

static ot_buf page_of(const ot_brief *brief)
{
    return page_with(brief, NULL);
}

// A picture of the months of 2022 and 2023: exports 10, 11 ... thousand.
static ot_picture *picture_with(const char *kind, ot_picture_options o)
{
    char path[] = "/tmp/outturn-brief-XXXXXX";
    const int descriptor = mkstemp(path);
    ot_picture *made = NULL;
    ot_view *view = NULL;

    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "w");
    assert_non_null(file);
    fputs("reporter,partner,flow,period,value,unit\n", file);
    for (int i = 0; i < 24; i++) {
        fprintf(file, "ARM,RUS,export,%d-%02d,%d,USD thousand\n", 2022 + i / 12,
                i % 12 + 1, 10 + i);
    }
    fclose(file);
    ot_panel *panel = ot_panel_new();
    assert_int_equal(ot_panel_read(panel, path, &(ot_read_options){0}, NULL),
                     OT_OK);
    remove(path);
    assert_int_equal(ot_panel_seal(panel, NULL), OT_OK);
    const ot_selection s = {.flow = ot_flow_find("export", 6),
                            .as_of = OT_DAY_LATEST};
    assert_int_equal(ot_panel_select(panel, &s, &view, NULL), OT_OK);
    o.source = "S & T";
    assert_int_equal(ot_picture_make(ot_chart_kind_find(kind), panel, &view, 1,
                                     &o, &made, NULL),
                     OT_OK);
    ot_view_free(view);
    ot_panel_free(panel);
    return made;
}

static ot_picture *picture(const char *kind, const char *headline)
{
    return picture_with(kind, (ot_picture_options){.headline = headline});
}

// ---- reading ----------------------------------------------------------------

#define HOLDS(page, text) (strstr(ot__buf_cstr(page), text) != NULL)

static size_t count(const ot_buf *page, const char *text)
{
    size_t n = 0;

    for (const char *at = ot__buf_cstr(page); (at = strstr(at, text)) != NULL;
         at += strlen(text)) {
        n++;
    }
    return n;
}

static bool is_void(const char *name)
{
    return strcmp(name, "meta") == 0 || strcmp(name, "br") == 0;
}

// Every element that is opened is closed, the last one first.
static void assert_nests(const ot_buf *page)
{
    char open[32][16];
    size_t depth = 0;

    for (const char *at = strchr(ot__buf_cstr(page), '\n'); at != NULL;
         at = strchr(at, '<')) {
        at += *at == '\n';
        const bool closes = at[1] == '/';
        const char *from = at + 1 + closes;
        const char *end = strchr(at, '>');
        char name[16] = "";
        assert_int_equal(*at, '<');
        assert_non_null(end);
        for (size_t n = 0; isalnum((unsigned char)*from) && n < 15; n++) {
            name[n] = *from++;
        }
        assert_true(name[0] != '\0');
        if (closes) {
            assert_true(depth > 0);
            assert_string_equal(open[--depth], name);
        } else if (end[-1] != '/' && !is_void(name)) {
            assert_true(depth < 32);
            memcpy(open[depth++], name, sizeof name);
        }
        at = end;
    }
    assert_int_equal(depth, 0);
}

// Whether some element has exactly this id.
static size_t times_given(const ot_buf *page, ot_str id)
{
    char wanted[96];

    snprintf(wanted, sizeof wanted, " id=\"%.*s\"", (int)id.n, id.at);
    return count(page, wanted);
}

static void assert_ids(const ot_buf *page)
{
    static const char *const refers[] = {" aria-labelledby=\"", " href=\"#"};

    for (const char *at = ot__buf_cstr(page);
         (at = strstr(at, " id=\"")) != NULL; at++) {
        assert_int_equal(
            times_given(page, (ot_str){at + 5, strcspn(at + 5, "\"")}), 1);
    }
    for (size_t i = 0; i < 2; i++) {
        for (const char *at = ot__buf_cstr(page);
             (at = strstr(at, refers[i])) != NULL; at++) {
            const char *from = at + strlen(refers[i]);
            ot_str ids = {from, strcspn(from, "\"")};
            while (ids.n > 0) {
                assert_int_equal(times_given(page, ot__str_cut(&ids, ' ')), 1);
            }
        }
    }
}

// What would load something, or run.
static void assert_asks_for_nothing(const ot_buf *page)
{
    static const char *const asks[] = {
        "<script", "<link", "<img",   "<iframe", "@import", "url(",
        "src=",    "http:", "https:", "onload=", "<base"};

    for (size_t i = 0; i < sizeof asks / sizeof asks[0]; i++) {
        assert_false(HOLDS(page, asks[i]));
    }
}

static void assert_sound(const ot_buf *page)
{
    assert_nests(page);
    assert_ids(page);
    assert_asks_for_nothing(page);
    assert_true(ot__utf8_valid(page->at, page->n));
    for (size_t i = 0; i < page->n; i++) {
        assert_true((unsigned char)page->at[i] >= ' ' || page->at[i] == '\n' ||
                    page->at[i] == '\t');
    }
}

// ---- tests ------------------------------------------------------------------

static void an_empty_brief_is_a_page(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("Nothing yet", NULL);
    ot_buf page = page_of(b);

    assert_sound(&page);
    assert_true(HOLDS(&page, "<!DOCTYPE html>\n<html lang=\"en\">"));
    assert_true(HOLDS(&page, "<title>Nothing yet</title>"));
    assert_true(HOLDS(&page, "<h1 dir=\"auto\">Nothing yet</h1>"));
    assert_false(HOLDS(&page, "<footer"));
    assert_false(HOLDS(&page, "<time"));
    assert_false(HOLDS(&page, "name=\"description\""));
    ot__buf_free(&page);
    ot_brief_free(b);
}

static void head_and_foot(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("Armenia and Russia", "To June 2024");
    ot_brief_date(b, ot_day_of(2024, 10, 8));
    ot_brief_source(b, "Armstat");
    ot_buf page = page_of(b);

    assert_true(HOLDS(&page, "content=\"To June 2024\""));
    assert_true(
        HOLDS(&page, "<time datetime=\"2024-10-08\">8 October 2024</time>"));
    assert_true(HOLDS(&page, "<footer>\n<p dir=\"auto\">Armstat</p>"));
    ot__buf_free(&page);
    ot_brief_free(b);
}

// From five sections on there is a list of them.
static void contents_from_five_sections(void **state)
{
    (void)state;
    static const char *const ids[] = {"growth", "the season", "<x>", "",
                                      "p1n_title"};
    ot_brief *b = ot_brief_new("T", NULL);

    for (size_t i = 0; i < 4; i++) {
        ot_brief_section(b, ids[i], "A & B");
    }
    ot_buf page = page_of(b);
    assert_false(HOLDS(&page, "<nav"));
    assert_int_equal(count(&page, "<section"), 4);
    assert_sound(&page);
    ot__buf_free(&page);

    ot_brief_section(b, ids[4], "Last");
    page = page_of(b);
    assert_int_equal(count(&page, "<nav"), 1);
    assert_int_equal(count(&page, "<li><a href=\"#"), 5);
    assert_true(HOLDS(&page, "<a href=\"#growth\">A &amp; B</a>"));
    assert_true(HOLDS(&page, "<h2 id=\"the-season\""));
    assert_true(HOLDS(&page, "<h2 id=\"s--x-\""));
    assert_true(HOLDS(&page, "<h2 id=\"section-4\""));
    assert_true(HOLDS(&page, "<h2 id=\"p1n-title\""));
    assert_sound(&page);
    ot__buf_free(&page);
    ot_brief_free(b);
}

static void those_next_to_each_other_are_one_group(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("T", NULL);

    ot_brief_words(b, OT_BLOCK_ITEM, "one");
    ot_brief_words(b, OT_BLOCK_ITEM, "two");
    ot_brief_words(b, OT_BLOCK_TEXT, "between");
    ot_brief_words(b, OT_BLOCK_ITEM, "three");
    ot_brief_figure(b, "Exports", "1.52 bn", "down");
    ot_brief_figure(b, "Imports", "6.85 bn", NULL);
    ot_brief_words(b, OT_BLOCK_COMMAND, "outturn growth -p RUS a-b.csv");
    ot_brief_section(b, "s", "S");
    ot_brief_words(b, OT_BLOCK_NOTE, "small");
    ot_buf page = page_of(b);

    assert_sound(&page);
    assert_int_equal(count(&page, "<ul>"), 2);
    assert_int_equal(count(&page, "<dl>"), 1);
    assert_int_equal(count(&page, "<dt "), 2);
    assert_int_equal(count(&page, "<dd "), 3);
    assert_true(HOLDS(&page, "<pre><code>outturn growth <span>-p</span> RUS "
                             "<span>a-b.csv</span></code></pre>"));
    assert_true(HOLDS(&page, "<p class=\"note\" dir=\"auto\">small</p>"));
    ot__buf_free(&page);
    ot_brief_free(b);
}

static void tables(void **state)
{
    (void)state;
    static const ot_brief_column columns[] = {
        {"", false}, {"USD bn", true}, {"Verdict", false}};
    static const char *const rows[][3] = {{"Exports", "1.52", "AGREES"},
                                          {"Imports", "6.85", "DIFFERS"},
                                          {"Turnover", "8.37", NULL}};
    ot_brief *b = ot_brief_new("T", NULL);

    ot_brief_table(b, "By flow", columns, 3);
    ot_brief_add_row(b, rows[0], OT_BRIEF_ROW_PLAIN);
    ot_brief_add_row(b, rows[1], OT_BRIEF_ROW_FLAGGED);
    ot_brief_add_row(b, rows[2], OT_BRIEF_ROW_TOTAL);
    ot_brief_table(b, NULL, columns, 3);
    ot_buf page = page_of(b);

    assert_sound(&page);
    assert_true(HOLDS(&page, "<span id=\"t_1\">By flow</span></caption>"));
    assert_int_equal(count(&page, "<caption"), 1);
    assert_true(HOLDS(&page, "aria-label=\"Table 2\""));
    assert_true(HOLDS(&page, "<tr><td></td><th scope=\"col\" class=\"num\">"
                             "USD bn</th>"));
    assert_true(HOLDS(&page, "<tr><th scope=\"row\" dir=\"auto\">Exports</th>"
                             "<td class=\"num\" dir=\"auto\">1.52</td>"));
    // Not by colour alone: a sign, and a word for those who hear it.
    assert_int_equal(count(&page, "aria-hidden=\"true\">▲"), 1);
    assert_true(HOLDS(&page, "<span class=\"heard\">Marked: </span>Imports"));
    assert_true(HOLDS(&page, "<tr class=\"total\"><th scope=\"row\" "
                             "dir=\"auto\">Turnover</th>"));
    ot__buf_free(&page);
    ot_brief_free(b);
}

// On paper there is no scrolling: small letters from nine columns on.
static void a_table_of_many_columns(void **state)
{
    (void)state;
    const ot_brief_column columns[9] = {{"a", false}, {"b", true}};
    ot_brief *b = ot_brief_new("T", NULL);

    ot_brief_table(b, "Eight", columns, 8);
    ot_brief_table(b, "Nine", columns, 9);
    ot_buf page = page_of(b);
    assert_sound(&page);
    assert_int_equal(count(&page, "<div class=\"table\""), 1);
    assert_int_equal(count(&page, "<div class=\"table many\""), 1);
    ot__buf_free(&page);
    ot_brief_free(b);
}

static const char *const hostile[] = {
    "</p></section><script>alert(1)</script>",
    "\" onload=\"alert(1)",
    "</style><style>*{display:none}",
    "a\x01\x1B[2Jb\xFF\xC3",
    "\xE2\x80\xAE 12.5",
    "&lt;b&gt; & <b>",
    "]]> <!-- --> <?xml?>",
};

static void nothing_of_a_text_passes_as_markup(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
        const char *text = hostile[i];
        const ot_brief_column column = {text, false};
        ot_brief *b = ot_brief_new(text, text);

        ot_brief_source(b, text);
        for (int k = OT_BLOCK_TEXT; k <= OT_BLOCK_COMMAND; k++) {
            ot_brief_words(b, (ot_block_kind)k, "%s", text);
        }
        ot_brief_figure(b, text, text, text);
        ot_brief_section(b, text, text);
        ot_brief_table(b, text, &column, 1);
        ot_brief_add_row(b, &text, OT_BRIEF_ROW_FLAGGED);
        ot_brief_picture(b, picture("line", text));
        const ot_chart_options options = {.font = text};
        ot_buf page = page_with(b, &options);
        assert_nests(&page);
        assert_ids(&page);
        assert_false(HOLDS(&page, "<script"));
        assert_false(HOLDS(&page, "<b>"));
        assert_false(HOLDS(&page, "\" onload"));
        assert_false(HOLDS(&page, "\xE2\x80\xAE"));
        assert_int_equal(count(&page, "<style>"), 1);
        assert_int_equal(count(&page, "</style>"), 1);
        assert_true(ot__utf8_valid(page.at, page.n));
        assert_null(memchr(page.at, 0x1B, page.n));
        assert_null(memchr(page.at, 0x01, page.n));
        ot__buf_free(&page);
        ot_brief_free(b);
    }
}

// Each number of a class that marks have is a hue that the page turns dark.
static void assert_hues(const ot_buf *page)
{
    const char *dark = strstr(ot__buf_cstr(page), "prefers-color-scheme:dark");
    const char *end = strstr(ot__buf_cstr(page), "</style>");

    assert_non_null(dark);
    for (const char *at = end; (at = strstr(at, " class=\"")) != NULL;) {
        ot_str names = {at + 8, strcspn(at + 8, "\"")};
        at = names.at;
        while (names.n > 0) {
            const ot_str name = ot__str_cut(&names, ' ');
            char rule[64];
            if (name.n < 2 || !isdigit((unsigned char)name.at[1])) {
                continue;
            }
            snprintf(rule, sizeof rule, ".%.*s{%s:#", (int)name.n, name.at,
                     name.at[0] == 'f' ? "fill" : "stroke");
            const char *found = strstr(dark, rule);
            assert_true(found != NULL && found < end);
        }
    }
}

static void pictures_stand_in_the_page(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("T", NULL);

    ot_brief_picture(b, picture("line", NULL));
    ot_brief_picture(b, picture("race", NULL));
    ot_buf page = page_of(b);

    assert_sound(&page);
    assert_hues(&page);
    assert_int_equal(count(&page, "<figure>"), 2);
    assert_int_equal(count(&page, "<svg class=\"wide\" viewBox"), 2);
    assert_int_equal(count(&page, "<svg class=\"narrow\" viewBox"), 2);
    assert_int_equal(count(&page, " role=\"img\""), 4);
    assert_int_equal(count(&page, "<desc id=\"p"), 4);
    assert_true(HOLDS(&page, "aria-labelledby=\"p2n_title p2n_desc\""));
    assert_false(HOLDS(&page, "<?xml"));
    assert_false(HOLDS(&page, "<rect"));
    // The paper is the page's: pictures have none of their own.
    assert_true(HOLDS(&page, "--paper:#FFFFFF"));
    assert_true(HOLDS(&page, "--paper:#14181C"));
    ot__buf_free(&page);
    ot_brief_free(b);
}

static const ot_claim_bar claim_bar = {3e5, 4e5, NULL};
static const ot_picture_options claimed = {.claim = &claim_bar};

// Rows lie below each other: a few need less height than lines do.
static void a_picture_of_few_rows_is_less_high(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("T", NULL);

    ot_brief_picture(b, picture("line", NULL));
    ot_brief_picture(b, picture_with("claim", claimed));
    ot_buf page = page_of(b);
    const char *line = strstr(ot__buf_cstr(&page), "\"0 0 704 ");
    assert_non_null(line);
    const char *claim = strstr(line + 1, "\"0 0 704 ");
    assert_non_null(claim);
    assert_true(strtod(claim + 9, NULL) < 0.8 * strtod(line + 9, NULL));
    assert_int_equal(count(&page, "\"0 0 340 "), 2);
    ot__buf_free(&page);
    ot_brief_free(b);
}

// What a picture writes of itself is read out in its own language.
static void a_picture_in_another_language_says_so(void **state)
{
    (void)state;
    const ot_picture_options russian = {.headline = "Вывоз",
                                        .locale = ot_chart_locale_find("ru")};
    ot_brief *b = ot_brief_new("T", NULL);

    ot_brief_picture(b, picture_with("line", russian));
    ot_brief_picture(b, picture("line", NULL));
    ot_buf page = page_of(b);
    assert_sound(&page);
    assert_int_equal(count(&page, "<figure lang=\"ru\">"), 1);
    assert_int_equal(count(&page, "<figure>"), 1);
    ot__buf_free(&page);
    ot_brief_free(b);
}

static void the_same_brief_gives_the_same_bytes(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("T", "S");

    ot_brief_picture(b, picture("season", NULL));
    ot_buf one = page_of(b), two = page_of(b);
    assert_int_equal(one.n, two.n);
    assert_memory_equal(one.at, two.at, one.n);
    // The size is the page's own, light and dark the reader's.
    const ot_chart_options options = {.size = ot_chart_size_find("phone"),
                                      .theme = ot_chart_theme_find("dark")};
    ot_buf three = page_with(b, &options);
    assert_int_equal(one.n, three.n);
    assert_memory_equal(one.at, three.at, one.n);
    ot__buf_free(&one);
    ot__buf_free(&two);
    ot__buf_free(&three);
    ot_brief_free(b);
}

static void a_font_that_is_not_there_is_told(void **state)
{
    (void)state;
    const ot_chart_options options = {.font = "No Such Face"};
    ot_brief *b = ot_brief_new("T", "S");
    ot_chart_note note;
    ot_buf page = {0};

    ot_brief_picture(b, picture("line", NULL));
    assert_int_equal(ot_brief_write(b, &options, ot_brief_format_find("html"),
                                    (ot_writer){to_buf, &page}, &note, NULL),
                     OT_OK);
    assert_true(note.font[0] != '\0');
    assert_int_equal(note.no_glyph, 0);
    assert_true(HOLDS(&page, "body{font-family:\"No Such Face\","));
    assert_true(HOLDS(&page, "font-family=\"No Such Face, Verdana"));
    ot__buf_free(&page);
    ot_brief_free(b);
}

// A season has no place for a claim: nothing is written.
static void a_picture_that_cannot_be_drawn_is_refused(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("T", NULL);
    ot_buf page = {0};
    ot_error err = {0};

    ot_brief_picture(b, picture("line", NULL));
    ot_brief_picture(b, picture_with("season", claimed));
    assert_int_equal(ot_brief_write(b, NULL, ot_brief_format_find("html"),
                                    (ot_writer){to_buf, &page}, NULL, &err),
                     OT_E_USAGE);
    assert_true(err.message[0] != '\0');
    assert_int_equal(page.n, 0);
    ot__buf_free(&page);
    ot_brief_free(b);
}

static ot_status full(void *context, const void *bytes, size_t n, ot_error *err)
{
    (void)context;
    (void)bytes;
    (void)n;
    return ot_fail(err, OT_E_IO, NULL, "no space left");
}

static void a_writer_that_fails_is_what_comes_back(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("T", NULL);
    ot_error err = {0};

    assert_int_equal(ot_brief_write(b, NULL, ot_brief_format_find("html"),
                                    (ot_writer){full, NULL}, NULL, &err),
                     OT_E_IO);
    assert_string_equal(err.message, "no space left");
    ot_brief_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_brief_is_a_page),
        cmocka_unit_test(head_and_foot),
        cmocka_unit_test(contents_from_five_sections),
        cmocka_unit_test(those_next_to_each_other_are_one_group),
        cmocka_unit_test(tables),
        cmocka_unit_test(a_table_of_many_columns),
        cmocka_unit_test(nothing_of_a_text_passes_as_markup),
        cmocka_unit_test(pictures_stand_in_the_page),
        cmocka_unit_test(a_picture_of_few_rows_is_less_high),
        cmocka_unit_test(a_picture_in_another_language_says_so),
        cmocka_unit_test(the_same_brief_gives_the_same_bytes),
        cmocka_unit_test(a_font_that_is_not_there_is_told),
        cmocka_unit_test(a_picture_that_cannot_be_drawn_is_refused),
        cmocka_unit_test(a_writer_that_fails_is_what_comes_back),
    };
    return cmocka_run_group_tests_name("brief_html", tests, NULL, NULL);
}
