// SPDX-License-Identifier: GPL-3.0-or-later
// A brief as a PDF file: its bytes, what it says of itself, what it tells.
#include "support.h"

#include "outturn/brief.h"
#include "report/brief_pdf.h"

typedef struct case_of_point {
    const char *name, *text;
    char mark;
    size_t at; // SIZE_MAX: no number
} case_of_point;

static const case_of_point points[] = {
    {"a decimal", "8.37", '.', 1},
    {"a whole number ends where its digits do", "837", '.', 3},
    {"groups", "1,012.4", '.', 5},
    {"groups set apart by no-break spaces", "1\u00A0012,4", ',', 6},
    {"groups set apart by points", "1.012,4", ',', 5},
    {"what follows the number", "5.1 %", '.', 1},
    {"a sign", "+5.1 %", '.', 2},
    {"a true minus", "\u22125.1", '.', 4},
    {"about", "~ 14 bn", '.', 4},
    {"a range stands by its lower end", "14-16", '.', 2},
    {"a text with digits is no number", "n/a (2024-02 missing)", '.', SIZE_MAX},
    {"nothing is no number", "", '.', SIZE_MAX},
    {"a sign alone is no number", "-", '.', SIZE_MAX},
};

static void test_point(void **state)
{
    const case_of_point *c = *state;

    assert_int_equal(ot__point_of(c->text, c->mark), c->at);
}

static double plain(void *context, const char *text, double size, bool bold)
{
    size_t letters = 0;

    (void)context;
    (void)bold;
    for (const char *c = text; *c != '\0'; c++) {
        letters += ((unsigned char)*c & 0xC0) != 0x80;
    }
    return (double)letters * size;
}

typedef struct case_of_lines {
    const char *name, *text;
    double width; // letters
    const char *lines;
} case_of_lines;

static const case_of_lines settings[] = {
    {"nothing has no line", "", 10, ""},
    {"blanks have no line", " \n\t ", 10, ""},
    {"what fits is one line", "one two", 7, "one two|"},
    {"broken at a blank", "one two", 6, "one|two|"},
    {"blanks between words are one", "one \n  two", 7, "one two|"},
    {"a no-break space holds", "one two\u00A0three", 9, "one|two\u00A0three|"},
    {"an amount holds together", "was USD 2.1 bn, in May", 12,
     "was|USD 2.1 bn,|in May|"},
    {"a per cent holds to its number", "grew by 14.6 % then", 13,
     "grew by|14.6 % then|"},
    {"an amount alone is broken where it must", "USD 2.1 bn", 8, "USD|2.1 bn|"},
    {"an amount wider than a line", "USD 2.1 bn", 4, "USD|2.1|bn|"},
    {"three capitals before a word are a word", "by USA and", 6, "by USA|and|"},
    {"a long word is broken", "abcdefgh", 3, "abc|def|gh|"},
    {"a path is broken after a stroke", "srv/data/flows", 9,
     "srv/data/|flows|"},
    {"after the long word others follow", "abcdef gh", 4, "abcd|ef|gh|"},
    {"a letter a line where nothing fits", "ab", 0.5, "a|b|"},
    {"a letter and what stands on it stay together", "e\u0301e\u0301", 0.5,
     "e\u0301|e\u0301|"},
    {"control characters are blanks", "a\x01z", 9, "a z|"},
    {"bytes that are not UTF-8 are replaced", "a\xFFz", 9, "a\uFFFDz|"},
};

static void test_setting(void **state)
{
    const case_of_lines *c = *state;
    const ot_ruler ruler = {plain, NULL};
    ot_setting s = ot__setting(&ruler, c->text, 1, false, c->width);
    ot_buf line = {0}, all = {0};

    while (ot__setting_line(&s, &line)) {
        ot__buf_text(&all, ot__buf_cstr(&line));
        ot__buf_char(&all, '|');
    }
    assert_string_equal(ot__buf_cstr(&all), c->lines);
    ot__buf_free(&line);
    ot__buf_free(&all);
}

static void test_even(void **state)
{
    (void)state;
    const ot_ruler ruler = {plain, NULL};
    const double width =
        ot__setting_even(&ruler, "one two three four", 1, false, 14);

    // "one two" and "three four", not "one two three" and "four".
    assert_true(width >= 10 && width < 11);
    assert_close(ot__setting_even(&ruler, "one", 1, false, 14), 14, 0);
}

static ot_status keep(void *context, const void *bytes, size_t n, ot_error *err)
{
    (void)err;
    ot__buf_bytes(context, bytes, n);
    return OT_OK;
}

static ot_status refuse(void *context, const void *bytes, size_t n,
                        ot_error *err)
{
    (void)context;
    (void)bytes;
    (void)n;
    return ot_fail(err, OT_E_IO, NULL, "no room");
}

static ot_brief *brief(ot_day day, const char *text)
{
    ot_brief *b = ot_brief_new("Armenia and Russia", "Turnover, USD");

    ot_brief_source(b, "Source: an office of statistics");
    ot_brief_date(b, day);
    ot_brief_section(b, "growth", "Growth");
    ot_brief_words(b, OT_BLOCK_TEXT, "%s", text);
    ot_brief_words(b, OT_BLOCK_COMMAND, "outturn growth flows.csv");
    return b;
}

static ot_buf write_pdf(const ot_brief *b, const char *theme, const char *font,
                        ot_chart_note *note)
{
    const ot_chart_options options = {.font = font,
                                      .theme = ot_chart_theme_find(theme)};
    ot_buf out = {0};

    assert_int_equal(ot_brief_write(b, &options, ot_brief_format_find("pdf"),
                                    (ot_writer){keep, &out}, note, NULL),
                     OT_OK);
    return out;
}

static bool holds(const ot_buf *file, const char *text)
{
    const size_t n = strlen(text);

    for (size_t i = 0; i + n <= file->n; i++) {
        if (memcmp(file->at + i, text, n) == 0) {
            return true;
        }
    }
    return false;
}

static void same(const ot_buf *a, const ot_buf *b)
{
    assert_int_equal(a->n, b->n);
    assert_memory_equal(a->at, b->at, a->n);
}

static void test_bytes(void **state)
{
    (void)state;
    ot_brief *b = brief(ot_day_of(2024, 9, 30), "Turnover grew.");
    ot_buf light = write_pdf(b, "light", NULL, NULL);
    ot_buf again = write_pdf(b, "light", NULL, NULL);
    ot_buf dark = write_pdf(b, "dark", NULL, NULL);

    assert_memory_equal(light.at, "%PDF-", 5);
    same(&light, &again);
    same(&light, &dark); // paper is not dark
    assert_true(holds(&light, "/Title (Armenia and Russia)"));
    assert_true(holds(&light, "/Subject (Turnover, USD)"));
    assert_true(holds(&light, "/Author (an office of statistics)"));
    assert_true(holds(&light, "/Keywords (Growth)"));
    assert_true(holds(&light, "/Creator (outturn)"));
    assert_true(holds(&light, "20240930000000"));
    assert_true(holds(&light, "/Outlines"));
    ot__buf_free(&light);
    ot__buf_free(&again);
    ot__buf_free(&dark);
    ot_brief_free(b);
}

// An address leads where it says, and every object that the file numbers is in
// it: a link outside any element would leave one out.
static void test_addresses(void **state)
{
    (void)state;
    ot_brief *b = brief(OT_DAY_NONE, "See (https://www.armstat.am/en/?nid=2).");

    for (size_t i = 0; i < 200; i++) {
        ot_brief_words(b, OT_BLOCK_TEXT, "Words between two addresses");
    }
    ot_brief_words(b, OT_BLOCK_TEXT, "https://www.census.gov, and so on");
    ot_buf out = write_pdf(b, "light", NULL, NULL);
    assert_true(holds(&out, "/URI (https://www.armstat.am/en/?nid=2)"));
    assert_true(holds(&out, "/URI (https://www.census.gov)"));
    char object[32];
    unsigned objects = 0;
    do {
        objects++;
        snprintf(object, sizeof object, "\n%u 0 obj", objects);
    } while (holds(&out, object));
    snprintf(object, sizeof object, "/Size %u", objects);
    assert_true(objects > 10 && holds(&out, object));
    ot__buf_free(&out);
    ot_brief_free(b);
}

static void test_without_a_date(void **state)
{
    (void)state;
    ot_brief *b = brief(OT_DAY_NONE, "Turnover grew.");
    ot_buf out = write_pdf(b, "print", NULL, NULL);

    assert_false(holds(&out, "Date"));
    ot__buf_free(&out);
    ot_brief_free(b);
}

static void test_notes(void **state)
{
    (void)state;
    ot_chart_note note = {0};
    ot_brief *b = brief(OT_DAY_NONE, "Հայաստան, საქართველო, Россия");
    ot_buf out = write_pdf(b, "light", NULL, &note);

    assert_int_equal(note.no_glyph, 0);
    assert_string_equal(note.font, "");
    ot__buf_free(&out);
    out = write_pdf(b, "light", "No Such Family", &note);
    assert_string_not_equal(note.font, "");
    ot__buf_free(&out);
    ot_brief_free(b);

    // Two characters that no font draws: in no plane that is given out.
    b = brief(OT_DAY_NONE, "\U000E1000 and \U000E1001, \xFF\xFE");
    out = write_pdf(b, "light", NULL, &note);
    assert_true(note.no_glyph >= 2);
    ot__buf_free(&out);
    ot_brief_free(b);
}

static void test_a_writer_that_fails(void **state)
{
    (void)state;
    ot_brief *b = brief(OT_DAY_NONE, "Turnover grew.");

    assert_int_equal(ot_brief_write(b, NULL, ot_brief_format_find("pdf"),
                                    (ot_writer){refuse, NULL}, NULL, NULL),
                     OT_E_IO);
    ot_brief_free(b);
}

// Titles that are not UTF-8 do not make a file that cannot be read.
static void test_bad_titles(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("A\xFF\x01", "\xC3");
    ot_brief_section(b, "s", "Section \xFF");
    ot_brief_words(b, OT_BLOCK_TEXT, "words");
    ot_buf out = write_pdf(b, "light", NULL, NULL);

    assert_true(holds(&out, "%%EOF"));
    ot__buf_free(&out);
    ot_brief_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_even),
        cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_without_a_date),
        cmocka_unit_test(test_notes),
        cmocka_unit_test(test_a_writer_that_fails),
        cmocka_unit_test(test_bad_titles),
    };
    return RUN_TABLE("points", points, test_point) +
           RUN_TABLE("settings", settings, test_setting) +
           cmocka_run_group_tests(tests, NULL, NULL);
}
