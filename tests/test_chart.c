// SPDX-License-Identifier: GPL-3.0-or-later
// Whole pictures as bytes: formats, metadata, escaping, same bytes, fonts.
#include "support.h"

#include <locale.h>
#include <png.h>
#include <unistd.h>

#include "outturn/chart.h"
#include "plot/ink.h"

#define JAN(year) (12 * (year))

static const double this_year[] = {1e9, 2.5e9, 4e9};
static const double last_year[] = {1e9, 2e9, 3e9, 4e9,  5e9,  6e9,
                                   7e9, 8e9, 9e9, 1e10, 11e9, 12e9};

static const ot_chart_line lines[] = {
    {"2023", JAN(2023), 1, 12, last_year, OT_LINE_PLAIN},
    {"2024", JAN(2024), 1, 3, this_year, OT_LINE_BOLD},
};

static ot_chart sample(void)
{
    return (ot_chart){.kind = ot_chart_kind_find("race"),
                      .headline = "Հայաստան – Россия: <A & \"B\">",
                      .subtitle = "USD",
                      .source = "Office of A",
                      .note = "Data to March 2024",
                      .unit = {"USD", 0, OT_DIM_MONEY},
                      .line = lines,
                      .lines = 2,
                      .date = OT_DAY_NONE};
}

static ot_status collect(void *context, const void *bytes, size_t n,
                         ot_error *err)
{
    (void)err;
    ot__buf_bytes(context, bytes, n);
    return OT_OK;
}

static ot_buf draw(const ot_chart *chart, const char *format, const char *font,
                   ot_chart_note *note)
{
    ot_buf out = {0};
    const ot_chart_options options = {.size = ot_chart_size_find("column"),
                                      .font = font};
    const ot_writer writer = {collect, &out};

    assert_int_equal(ot_chart_draw(chart, &options,
                                   ot_chart_format_find(format), writer, note,
                                   NULL),
                     OT_OK);
    return out;
}

static bool holds(const ot_buf *b, const char *bytes, size_t n)
{
    for (size_t i = 0; i + n <= b->n; i++) {
        if (memcmp(b->at + i, bytes, n) == 0) {
            return true;
        }
    }
    return false;
}

#define HOLDS(b, text) holds((b), (text), strlen(text))

// fontconfig loses one pattern at exit (seen with 2.14); ours is what counts.
OT_API const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\n";
}

// ---- formats ---------------------------------------------------------------

typedef struct format_case {
    const char *name;
    const char *path, *format;
} format_case;

static const format_case format_cases[] = {
    {"by its name", "png", "png"},
    {"by the end of a path", "plots/race.svg", "svg"},
    {"in any case", "RACE.PDF", "pdf"},
    {"a folder's point is no ending", "a.png/race", NULL},
    {"no such format", "race.gif", NULL},
    {"no ending", "race", NULL},
};

static void test_format(void **state)
{
    const format_case *c = *state;
    const ot_chart_format *f = ot_chart_format_find(c->path);

    if (c->format == NULL) {
        assert_null(f);
    } else {
        assert_string_equal(ot_chart_format_name(f), c->format);
    }
}

static void test_tables(void **state)
{
    (void)state;
    for (size_t i = 1; i < ot_chart_kind_count(); i++) {
        assert_true(strcmp(ot_chart_kind_at(i - 1)->name,
                           ot_chart_kind_at(i)->name) < 0);
    }
    for (size_t i = 0; i < ot_chart_size_count(); i++) {
        const ot_chart_size *s = ot_chart_size_at(i);
        const double pixels = s->width * s->dpi / 72;
        assert_ptr_equal(ot_chart_size_find(s->name), s);
        assert_close(pixels, round(pixels), 0);
        assert_true(s->small <= s->text && s->text <= s->headline);
    }
    // 85 mm with letters that print; 1080 pixels with letters that a thumb's
    // width away can be read.
    const ot_chart_size *column = ot_chart_size_find("column");
    const ot_chart_size *phone = ot_chart_size_find("phone");
    assert_true(fabs(column->width / 72 * 25.4 - 85) < 1);
    assert_true(column->small >= 7);
    assert_close(phone->width * phone->dpi / 72, 1080, 0);
    assert_true(phone->small * phone->dpi / 72 >= 28);
    assert_null(ot_chart_size_find("huge"));
    assert_null(ot_chart_kind_find("pie"));
}

// ---- same bytes ------------------------------------------------------------

typedef struct bytes_case {
    const char *name;
    const char *format, *start;
    size_t n;
} bytes_case;

static const bytes_case bytes_cases[] = {
    {"a PDF", "pdf", "%PDF-1.", 7},
    {"a PNG", "png", "\x89PNG\r\n\x1A\n", 8},
    {"an SVG", "svg", "<?xml version=\"1.0\"", 19},
};

static void test_bytes(void **state)
{
    const bytes_case *c = *state;
    const ot_chart chart = sample();
    ot_buf once = draw(&chart, c->format, NULL, NULL);

    assert_true(once.n > c->n);
    assert_memory_equal(once.at, c->start, c->n);
    setenv("TZ", "Asia/Yerevan", 1);
    setenv("LC_ALL", "de_DE.UTF-8", 1);
    setlocale(LC_ALL, "");
    ot_buf twice = draw(&chart, c->format, NULL, NULL);
    setlocale(LC_ALL, "C");
    unsetenv("TZ");
    unsetenv("LC_ALL");
    assert_int_equal(once.n, twice.n);
    assert_memory_equal(once.at, twice.at, once.n);
    ot__buf_free(&once);
    ot__buf_free(&twice);
}

// ---- what files say --------------------------------------------------------

static void test_svg(void **state)
{
    (void)state;
    const ot_chart chart = sample();
    ot_buf svg = draw(&chart, "svg", NULL, NULL);

    assert_true(HOLDS(&svg, "<title id=\"title\">Հայաստան – Россия: "
                            "&lt;A &amp; &quot;B&quot;&gt;</title>"));
    assert_true(HOLDS(&svg, "<desc id=\"desc\">"));
    assert_true(HOLDS(&svg, "<g id=\"line-2024\">"));
    assert_true(HOLDS(&svg, ">2024: 4.00\u00A0bn</text>"));
    assert_false(HOLDS(&svg, "<A"));
    ot__buf_free(&svg);
}

// Tags closed in order, nothing after the root.
static void test_svg_is_well_formed(void **state)
{
    (void)state;
    const ot_chart chart = sample();
    ot_buf svg = draw(&chart, "svg", NULL, NULL);
    char open[16][16];
    size_t depth = 0, roots = 0;

    for (const char *at = strchr(svg.at + 2, '<'); at != NULL;
         at = strchr(at + 1, '<')) {
        const char *end = strchr(at, '>');
        char name[16];
        assert_non_null(end);
        assert_int_equal(sscanf(at + 1, "%15[/a-z]", name), 1);
        if (name[0] == '/') {
            assert_true(depth > 0);
            assert_string_equal(name + 1, open[--depth]);
            roots += depth == 0;
        } else if (end[-1] != '/') {
            assert_true(depth < 16);
            strcpy(open[depth++], name);
        }
    }
    assert_int_equal(depth, 0);
    assert_int_equal(roots, 1);
    ot__buf_free(&svg);
}

static void test_svg_of_bad_text(void **state)
{
    (void)state;
    ot_chart chart = sample();
    chart.headline = "a\x01\xFF"
                     "b";
    chart.source = "\xEF\xBF\xBE";
    ot_buf svg = draw(&chart, "svg", NULL, NULL);

    assert_true(ot__utf8_valid(svg.at, svg.n));
    assert_false(HOLDS(&svg, "\x01"));
    assert_false(HOLDS(&svg, "\xEF\xBF\xBE"));
    ot__buf_free(&svg);
}

// 300 dpi are 11811 pixels a metre (300 / 0.0254 = 11811.02).
static void test_png_says(void **state)
{
    (void)state;
    const ot_chart chart = sample();
    ot_buf png = draw(&chart, "png", NULL, NULL);

    assert_true(holds(&png, "pHYs\x00\x00\x2E\x23\x00\x00\x2E\x23\x01", 13));
    assert_true(holds(&png, "iTXtTitle\0", 10)); // Armenian is not Latin-1
    assert_true(holds(&png, "tEXtSource\0Office of A", 22));
    assert_true(holds(&png, "iTXtDescription\0", 16) ||
                holds(&png, "tEXtDescription\0", 16));
    // IHDR: 240 x 216 points are 1000 x 900 pixels.
    assert_memory_equal(png.at + 16, "\x00\x00\x03\xE8\x00\x00\x03\x84", 8);
    ot__buf_free(&png);
}

static void test_pdf_says(void **state)
{
    (void)state;
    ot_chart chart = sample();
    ot_buf pdf = draw(&chart, "pdf", NULL, NULL);

    // No date given: the last day of the data.
    assert_true(HOLDS(&pdf, "/CreationDate (20240331000000Z)"));
    assert_true(HOLDS(&pdf, "/Author (Office of A)"));
    assert_true(HOLDS(&pdf, "/FontFile2")); // the letters are in the file
    ot__buf_free(&pdf);

    chart.date = ot_day_of(2024, 10, 8);
    pdf = draw(&chart, "pdf", NULL, NULL);
    assert_true(HOLDS(&pdf, "/CreationDate (20241008000000Z)"));
    ot__buf_free(&pdf);
}

// ---- fonts -----------------------------------------------------------------

static void test_letters(void **state)
{
    (void)state;
    ot_ink *ink = ot__ink_new(OT_FONT);

    assert_string_equal(ot__ink_used(ink), OT_FONT);
    assert_int_equal(ot__ink_unknown(ink, "Հայաստան"), 0);
    assert_int_equal(ot__ink_unknown(ink, "Россия"), 0);
    assert_int_equal(ot__ink_unknown(ink, "საქართველო"), 0);
    assert_int_equal(ot__ink_unknown(ink, "1\u202F000"), 0);
    assert_int_equal(ot__ink_unknown(ink, "Ελλάδα – −5 %…"), 0);
    assert_int_equal(ot__ink_unknown(ink, "a\U0010FFFD"), 1);
    ot__ink_free(ink);
}

static void test_missing_font(void **state)
{
    (void)state;
    const ot_chart chart = sample();
    ot_chart_note note;
    ot_buf svg = draw(&chart, "svg", "No Such Family", &note);

    assert_string_not_equal(note.font, "");
    ot__buf_free(&svg);
    svg = draw(&chart, "svg", NULL, &note);
    assert_string_equal(note.font, "");
    assert_int_equal(note.no_glyph, 0);
    ot__buf_free(&svg);
}

// ---- pixels, without text --------------------------------------------------

static uint32_t pixel(const unsigned char *rgb, int width, int x, int y)
{
    const unsigned char *p = rgb + 3 * (y * width + x);

    return (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
}

static void test_pixels(void **state)
{
    (void)state;
    const ot_mark area = {.kind = OT_MARK_AREA, .colour = 0x0072B2};
    const ot_mark line = {.kind = OT_MARK_LINE, .colour = 0xD55E00, .size = 4};
    const ot_mark ring = {.colour = 0x009E73, .size = 5, .hollow = true};
    const ot_meta meta = {"", "", "", "", 0, 72, NULL};
    ot_ink *ink = ot__ink_new(OT_FONT);
    ot_marks m = {.width = 40, .height = 30, .paper = 0xFFFFFF};
    unsigned char rgb[3 * 40 * 30];
    ot_buf png = {0};
    png_image image = {.version = PNG_IMAGE_VERSION};

    ot__marks_group(&m, "all", NULL, NULL);
    ot__marks_begin(&m, area);
    ot__marks_point(&m, 0, 0);
    ot__marks_point(&m, 10, 0);
    ot__marks_point(&m, 10, 10);
    ot__marks_point(&m, 0, 10);
    ot__marks_segment(&m, line, (ot_point){0, 20}, (ot_point){40, 20});
    ot__marks_dot(&m, ring, (ot_point){30, 8});
    assert_int_equal(ot__ink_png(ink, &m, &meta, &png, NULL), OT_OK);

    assert_true(png_image_begin_read_from_memory(&image, png.at, png.n));
    assert_int_equal(image.width, 40);
    assert_int_equal(image.height, 30);
    image.format = PNG_FORMAT_RGB;
    assert_true(png_image_finish_read(&image, NULL, rgb, 0, NULL));
    assert_int_equal(pixel(rgb, 40, 5, 5), 0x0072B2);
    assert_int_equal(pixel(rgb, 40, 15, 5), 0xFFFFFF);
    assert_int_equal(pixel(rgb, 40, 20, 19), 0xD55E00);
    assert_int_equal(pixel(rgb, 40, 20, 25), 0xFFFFFF);
    assert_int_equal(pixel(rgb, 40, 30, 8), 0xFFFFFF);
    ot__buf_free(&png);
    ot__marks_free(&m);
    ot__ink_free(ink);
}

// ---- going wrong -----------------------------------------------------------

static ot_status full(void *context, const void *bytes, size_t n, ot_error *err)
{
    (void)context;
    (void)bytes;
    (void)n;
    return ot_fail(err, OT_E_IO, NULL, "no space left");
}

static void test_writer_fails(void **state)
{
    (void)state;
    const ot_chart chart = sample();
    const ot_writer writer = {full, NULL};
    ot_error err = {0};

    assert_int_equal(ot_chart_draw(&chart, NULL, ot_chart_format_find("svg"),
                                   writer, NULL, &err),
                     OT_E_IO);
    assert_string_equal(err.message, "no space left");
}

static void test_write_file(void **state)
{
    (void)state;
    ot_chart chart = sample();
    ot_error err = {0};
    char folder[] = "/tmp/outturn-chart-XXXXXX";
    char path[64];

    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/race.svg", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite("before", 1, 6, file), 6);
    fclose(file);
    chart.lines = 0;
    assert_int_equal(ot_chart_write(&chart, NULL, path, NULL, &err), OT_E_DATA);
    FILE *left = fopen(path, "rb");
    char text[8] = "";
    assert_non_null(left);
    assert_int_equal(fread(text, 1, 7, left), 6);
    fclose(left);
    chart.lines = 2;
    assert_int_equal(ot_chart_write(&chart, NULL, path, NULL, NULL), OT_OK);
    remove(path);
    rmdir(folder);

    err = (ot_error){0};
    assert_int_equal(
        ot_chart_write(&chart, NULL, "/no/such/dir/a.png", NULL, &err),
        OT_E_IO);
    err = (ot_error){0};
    assert_int_equal(ot_chart_write(&chart, NULL, "race.gif", NULL, &err),
                     OT_E_USAGE);
}

static void test_describe(void **state)
{
    (void)state;
    ot_chart chart = sample();
    const ot_claim_bar claim = {14e9, 16e9, NULL};

    chart.headline = "Trade";
    chart.claim = &claim;
    char *text = ot_chart_describe(&chart);
    assert_string_equal(text, "Trade. USD. "
                              "2023: 12.0\u00A0bn by December 2023. "
                              "2024: 4.00\u00A0bn by March 2024. "
                              "14–16\u00A0bn claimed. "
                              "Data to March 2024.");
    free(text);
    chart.description = "What it shows";
    text = ot_chart_describe(&chart);
    assert_string_equal(text, "What it shows");
    free(text);
}

// What is said beside the texts given is in the chart's language.
static void test_describe_locale(void **state)
{
    (void)state;
    static const char *const wanted[][2] = {
        {"de", "X. USD. 2023: 12,0\u00A0Mrd. bis Dezember 2023. "
               "2024: 4,00\u00A0Mrd. bis März 2024. "
               "14–16\u00A0Mrd. behauptet. Y."},
        {"ru", "X. USD. 2023: 12,0\u00A0млрд по декабрь 2023. "
               "2024: 4,00\u00A0млрд по март 2024. "
               "14–16\u00A0млрд заявлено. Y."}};
    const ot_claim_bar claim = {14e9, 16e9, NULL};
    ot_chart chart = sample();

    chart.headline = "X";
    chart.note = "Y";
    chart.claim = &claim;
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        chart.locale = ot_chart_locale_find(wanted[i][0]);
        char *text = ot_chart_describe(&chart);
        assert_string_equal(text, wanted[i][1]);
        free(text);
    }
}

// A name with a comma, a gap, a row with both ends.
static void test_data(void **state)
{
    (void)state;
    static const double y[] = {1.5e6, NAN};
    static const ot_chart_line line[] = {
        {"A, B", JAN(2024) + 10, 1, 2, y, OT_LINE_PLAIN}};
    static const ot_chart_row row[] = {
        {"C", 3, NAN, 2, INFINITY, OT_ROW_CLAIM, 0}};
    ot_chart chart = sample();

    chart.line = line;
    chart.lines = 1;
    chart.row = row;
    chart.rows = 1;
    char *text = ot_chart_data(&chart);
    assert_string_equal(text, "series,period,measure,value,unit,status\n"
                              "\"A, B\",2024-11,value,1500000,USD,reported\n"
                              "\"A, B\",2024-12,value,,USD,missing\n"
                              "C,,value,3,USD,claimed\n"
                              "C,,lo,2,USD,claimed\n"
                              "C,,hi,,USD,claimed\n");
    free(text);
}

// A hundred thousand values: the file stays small, and what stands out is
// there.
static void test_many_values(void **state)
{
    (void)state;
    static double y[100000];
    const ot_chart_line line[] = {
        {"A", JAN(0), 1, sizeof y / sizeof y[0], y, OT_LINE_BOLD}};
    ot_chart chart = sample();

    for (size_t i = 0; i < sizeof y / sizeof y[0]; i++) {
        y[i] = 5 + sin((double)i / 9000) + 0.5 * sin((double)(i % 997));
    }
    y[54321] = 20;
    y[77777] = -7;
    chart.kind = ot_chart_kind_find("line");
    chart.line = line;
    chart.lines = 1;
    ot_buf svg = draw(&chart, "svg", NULL, NULL);
    assert_true(svg.n < 100000);
    assert_true(HOLDS(&svg, "Of 100\u202F000 values"));
    ot__buf_free(&svg);
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_svg),
        cmocka_unit_test(test_svg_is_well_formed),
        cmocka_unit_test(test_svg_of_bad_text),
        cmocka_unit_test(test_png_says),
        cmocka_unit_test(test_pdf_says),
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_missing_font),
        cmocka_unit_test(test_pixels),
        cmocka_unit_test(test_writer_fails),
        cmocka_unit_test(test_write_file),
        cmocka_unit_test(test_describe),
        cmocka_unit_test(test_describe_locale),
        cmocka_unit_test(test_data),
        cmocka_unit_test(test_many_values),
    };

    return RUN_TABLE("format", format_cases, test_format) +
           RUN_TABLE("bytes", bytes_cases, test_bytes) +
           cmocka_run_group_tests_name("more", more, NULL, NULL);
}
