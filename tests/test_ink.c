// SPDX-License-Identifier: GPL-3.0-or-later
// Pixels of marks without text, at two pixels a point: what geometry says must
// be there.
#include "support.h"

#include <cairo.h>

#include "plot/ink.h"

#define WIDE  60 // points
#define HIGH  40
#define PAPER 0xFFFFFFu
#define INK   0x0072B2u

typedef struct picture {
    ot_marks marks;
    ot_buf png;
    cairo_surface_t *surface;
    size_t read;
} picture;

static cairo_status_t more(void *context, unsigned char *bytes, unsigned n)
{
    picture *p = context;

    if (p->read + n > p->png.n) {
        return CAIRO_STATUS_READ_ERROR;
    }
    memcpy(bytes, p->png.at + p->read, n);
    p->read += n;
    return CAIRO_STATUS_SUCCESS;
}

static void begin(picture *p)
{
    *p = (picture){.marks = {.width = WIDE, .height = HIGH, .paper = PAPER}};
    ot__marks_group(&p->marks, "all", NULL, NULL);
}

static void draw(picture *p)
{
    const ot_meta meta = {
        .title = "", .description = "", .source = "", .note = "", .dpi = 144};
    ot_ink *ink = ot__ink_new("DejaVu Sans");

    assert_non_null(ink);
    assert_int_equal(ot__ink_png(ink, &p->marks, &meta, &p->png, NULL), OT_OK);
    ot__ink_free(ink);
    p->surface = cairo_image_surface_create_from_png_stream(more, p);
    assert_int_equal(cairo_surface_status(p->surface), CAIRO_STATUS_SUCCESS);
    assert_int_equal(cairo_image_surface_get_width(p->surface), 2 * WIDE);
    assert_int_equal(cairo_image_surface_get_height(p->surface), 2 * HIGH);
}

static void end(picture *p)
{
    cairo_surface_destroy(p->surface);
    ot__marks_free(&p->marks);
    ot__buf_free(&p->png);
}

static uint32_t pixel(const picture *p, int x, int y)
{
    const unsigned char *row =
        cairo_image_surface_get_data(p->surface) +
        (size_t)y * (size_t)cairo_image_surface_get_stride(p->surface);
    uint32_t colour;

    memcpy(&colour, row + 4 * (size_t)x, sizeof colour);
    return colour & 0xFFFFFF;
}

// How much ink there is, in pixels; an edge that is half covered is half of
// one. By red, of which the paper has all and the ink none.
static double covered(const picture *p)
{
    double sum = 0;

    for (int y = 0; y < 2 * HIGH; y++) {
        for (int x = 0; x < 2 * WIDE; x++) {
            sum += 1 - (pixel(p, x, y) >> 16) / 255.0;
        }
    }
    return sum;
}

static const ot_mark area = {.kind = OT_MARK_AREA, .colour = INK};
static const ot_mark line = {.kind = OT_MARK_LINE, .colour = INK, .size = 2};
static const ot_mark dot = {.colour = INK, .size = 8};

// 10 to 30 by 5 to 25 points are 40 by 40 pixels, and no other.
static void test_area(void **state)
{
    (void)state;
    picture p;

    begin(&p);
    ot__marks_begin(&p.marks, area);
    ot__marks_point(&p.marks, 10, 5);
    ot__marks_point(&p.marks, 30, 5);
    ot__marks_point(&p.marks, 30, 25);
    ot__marks_point(&p.marks, 10, 25);
    draw(&p);
    for (int y = 0; y < 2 * HIGH; y++) {
        for (int x = 0; x < 2 * WIDE; x++) {
            const bool in = x >= 20 && x < 60 && y >= 10 && y < 50;
            assert_int_equal(pixel(&p, x, y), in ? INK : PAPER);
        }
    }
    end(&p);
}

// pi r^2, r = 16 pixels.
static void test_dot(void **state)
{
    (void)state;
    picture p;

    begin(&p);
    ot__marks_dot(&p.marks, dot, (ot_point){30, 20});
    draw(&p);
    assert_close(covered(&p), 3.14159265 * 256, 0.01 * 3.14159265 * 256);
    assert_int_equal(pixel(&p, 60, 40), INK);
    end(&p);
}

// A ring of 1.4 points, paper in its middle also where a line runs under it.
static void test_hollow(void **state)
{
    (void)state;
    picture p;
    ot_mark ring = dot;

    begin(&p);
    ring.hollow = true;
    ot__marks_segment(&p.marks, line, (ot_point){5, 20}, (ot_point){55, 20});
    ot__marks_dot(&p.marks, ring, (ot_point){30, 20});
    draw(&p);
    assert_int_equal(pixel(&p, 60, 40), PAPER);
    assert_int_equal(pixel(&p, 60, 40 - 16), INK); // on the ring
    assert_int_equal(pixel(&p, 60, 40 - 20), PAPER);
    assert_int_equal(pixel(&p, 20, 40), INK); // on the line
    end(&p);
}

// 40 points of 2 are 80 by 4 pixels.
static void test_line(void **state)
{
    (void)state;
    picture p;

    begin(&p);
    ot__marks_segment(&p.marks, line, (ot_point){10, 20}, (ot_point){50, 20});
    draw(&p);
    assert_close(covered(&p), 320, 0.5);
    end(&p);
}

// Each way of dashing covers what its lengths say, within a dash's length.
static void test_dashes(void **state)
{
    (void)state;
    for (int dash = OT_DASHED; dash <= OT_DASH_DOT; dash++) {
        size_t n;
        const double *lengths = ot__dash_lengths((ot_dash)dash, &n);
        double on = 0, all = 0;
        picture p;
        ot_mark look = line;
        for (size_t i = 0; i < n; i++) {
            on += i % 2 == 0 ? lengths[i] : 0;
            all += lengths[i];
        }
        begin(&p);
        look.dash = (ot_dash)dash;
        ot__marks_segment(&p.marks, look, (ot_point){5, 20},
                          (ot_point){55, 20});
        draw(&p);
        // 100 pixels long, 4 thick; lengths are in widths.
        assert_close(covered(&p), 400 * on / all, 4 * 4 * all);
        assert_true(covered(&p) < 395);
        end(&p);
    }
}

// What lies later lies over.
static void test_order(void **state)
{
    (void)state;
    picture p;
    ot_mark over = dot;

    begin(&p);
    over.colour = 0xD55E00;
    ot__marks_dot(&p.marks, dot, (ot_point){30, 20});
    ot__marks_dot(&p.marks, over, (ot_point){34, 20});
    draw(&p);
    assert_int_equal(pixel(&p, 66, 40), 0xD55E00);
    assert_int_equal(pixel(&p, 46, 40), INK);
    end(&p);
}

// Blanks in a row stay as many: of two the second does not break.
static void test_blanks(void **state)
{
    (void)state;
    const ot_meta meta = {
        .title = "", .description = "", .source = "", .note = ""};
    const ot_mark text = {.size = 10, .colour = INK};
    ot_ink *ink = ot__ink_new("DejaVu Sans");
    picture p;

    assert_non_null(ink);
    begin(&p);
    ot__marks_text(&p.marks, text, (ot_point){5, 20}, "137 bn  +19 %   up");
    assert_int_equal(ot__ink_svg(ink, &p.marks, &meta, &p.png, NULL), OT_OK);
    assert_non_null(strstr(ot__buf_cstr(&p.png),
                           ">137 bn \u00A0+19 % \u00A0\u00A0up</text>"));
    ot__ink_free(ink);
    ot__marks_free(&p.marks);
    ot__buf_free(&p.png);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_area),   cmocka_unit_test(test_dot),
        cmocka_unit_test(test_hollow), cmocka_unit_test(test_line),
        cmocka_unit_test(test_dashes), cmocka_unit_test(test_order),
        cmocka_unit_test(test_blanks),
    };

    return cmocka_run_group_tests_name("pixels", tests, NULL, NULL);
}
