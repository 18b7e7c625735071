// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "plot/place.h"

static const ot_box page = {0, 0, 200, 100};

// ---- segments in boxes -----------------------------------------------------

typedef struct inside_case {
    const char *name;
    ot_segment s;
    double length;
} inside_case;

// In the box from (10, 10) to (20, 20); lengths by Pythagoras.
static const inside_case inside_cases[] = {
    {"right through", {{0, 15}, {30, 15}}, 10},
    {"from corner to corner", {{10, 10}, {20, 20}}, 14.142135623730951},
    {"ends inside", {{15, 0}, {15, 14}}, 4},
    {"wholly inside", {{12, 15}, {15, 19}}, 5},
    {"along an edge is outside", {{0, 10}, {30, 10}}, 0},
    {"beside it", {{0, 0}, {30, 5}}, 0},
    {"past a corner", {{0, 15}, {15, 35}}, 0},
    {"a point", {{15, 15}, {15, 15}}, 0},
};

static void test_inside(void **state)
{
    const inside_case *c = *state;

    assert_close(ot__inside(c->s, (ot_box){10, 10, 20, 20}), c->length, 1e-12);
}

// ---- one label -------------------------------------------------------------

typedef struct place_case {
    const char *name;
    ot_point at;
    bool must;
    ot_segment line[2];
    size_t lines;
    ot_box text[1];
    size_t texts;
    bool placed, moved;
    ot_box box;
} place_case;

// A label of 40 x 10 with a gap of 4: above and to the left its corner is
// (x - 44, y - 14).
static const place_case place_cases[] = {
    {"above and to the left is liked best", .at = {100, 50}, .placed = true,
     .box = {56, 36, 96, 46}},
    {"at the left edge it goes above", .at = {30, 50}, .placed = true,
     .box = {10, 36, 50, 46}},
    {"in the corner to the right and below", .at = {2, 2}, .placed = true,
     .box = {6, 6, 46, 16}},
    {"clear of a line", .at = {100, 50}, .line = {{{0, 41}, {200, 41}}},
     .lines = 1, .placed = true, .box = {104, 45, 144, 55}},
    {"clear of a text", .at = {100, 50}, .text = {{0, 0, 200, 49}}, .texts = 1,
     .placed = true, .box = {104, 54, 144, 64}},
    {"no room at all", .at = {100, 50}, .must = true,
     .text = {{0, 0, 200, 100}}, .texts = 1},
};

static void test_place(void **state)
{
    const place_case *c = *state;
    ot_label l = {.at = c->at, .width = 40, .height = 10, .must = c->must};
    const ot_clutter clutter = {c->line, c->lines, c->text, c->texts};

    ot__place(&l, 1, &clutter, page, 4);
    assert_int_equal(l.placed, c->placed);
    if (c->placed) {
        assert_int_equal(l.moved, c->moved);
        assert_close(l.box.left, c->box.left, 1e-12);
        assert_close(l.box.top, c->box.top, 1e-12);
        assert_close(l.box.right, c->box.right, 1e-12);
        assert_close(l.box.bottom, c->box.bottom, 1e-12);
    }
}

// A page full of lines two points apart leaves no room for 40 x 10.
static void test_must(void **state)
{
    (void)state;
    ot_segment lines[50];
    ot_label l[2] = {{.at = {100, 50}, .width = 40, .height = 10, .must = true},
                     {.at = {100, 50}, .width = 40, .height = 10}};

    for (int i = 0; i < 50; i++) {
        lines[i] = (ot_segment){{0, 2.0 * i + 1}, {200, 2.0 * i + 1}};
    }
    ot__place(l, 2, &(ot_clutter){lines, 50, NULL, 0}, page, 4);
    assert_true(l[0].placed);
    assert_false(l[1].placed);
}

// The name of a point in a bundle of lines goes outside, and a leader with it.
static void test_leader(void **state)
{
    (void)state;
    ot_segment lines[5];

    for (int i = 0; i < 5; i++) {
        lines[i] = (ot_segment){{0, 38 + 6.0 * i}, {200, 38 + 6.0 * i}};
    }
    ot_label l = {.at = {100, 50}, .width = 40, .height = 10};

    ot__place(&l, 1, &(ot_clutter){lines, 5, NULL, 0}, page, 4);
    assert_true(l.placed && l.moved);
    assert_true(l.box.bottom <= 38 || l.box.top >= 62);
    assert_true(l.tie.x >= l.box.left && l.tie.x <= l.box.right);
    assert_true(l.tie.y == l.box.top || l.tie.y == l.box.bottom);
}

// ---- laws over random pages ------------------------------------------------

// Xorshift, from a fixed seed (Marsaglia, J. Statistical Software 8, 2003).
static double draw(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (double)(*seed >> 11) / 9007199254740992.0;
}

static void check_pair(const ot_label *a, const ot_label *b)
{
    assert_false(ot__overlap(a->box, b->box));
    if (a->moved) {
        assert_true(ot__inside((ot_segment){a->at, a->tie}, b->box) == 0);
    }
    if (b->moved) {
        assert_true(ot__inside((ot_segment){b->at, b->tie}, a->box) == 0);
    }
}

static void check_labels(const ot_label l[], size_t n, const ot_clutter *c)
{
    for (size_t i = 0; i < n; i++) {
        if (!l[i].placed) {
            continue;
        }
        assert_true(l[i].box.left >= page.left && l[i].box.top >= page.top);
        assert_true(l[i].box.right <= page.right &&
                    l[i].box.bottom <= page.bottom);
        assert_close(l[i].box.right - l[i].box.left, l[i].width, 1e-9);
        for (size_t k = 0; k < c->boxes; k++) {
            assert_false(ot__overlap(l[i].box, c->box[k]));
        }
        for (size_t k = 0; k < c->segments && !l[i].must; k++) {
            assert_true(ot__inside(c->segment[k], l[i].box) == 0);
        }
        for (size_t k = 0; k < i; k++) {
            if (l[k].placed) {
                check_pair(&l[i], &l[k]);
            }
        }
    }
}

static void test_laws(void **state)
{
    (void)state;
    uint64_t seed = 20241008;
    size_t placed = 0;

    for (int round = 0; round < 400; round++) {
        ot_label l[12] = {0};
        ot_segment line[20];
        ot_box text[3];
        for (size_t i = 0; i < 20; i++) {
            line[i] = (ot_segment){{200 * draw(&seed), 100 * draw(&seed)},
                                   {200 * draw(&seed), 100 * draw(&seed)}};
        }
        for (size_t i = 0; i < 3; i++) {
            const double x = 160 * draw(&seed), y = 90 * draw(&seed);
            text[i] = (ot_box){x, y, x + 40, y + 10};
        }
        for (size_t i = 0; i < 12; i++) {
            l[i] = (ot_label){.at = {200 * draw(&seed), 100 * draw(&seed)},
                              .width = 5 + 60 * draw(&seed),
                              .height = 4 + 20 * draw(&seed),
                              .rank = (int)(3 * draw(&seed)),
                              .must = draw(&seed) < 0.3};
        }
        const ot_clutter clutter = {line, (size_t)(20 * draw(&seed)), text, 3};
        ot__place(l, 12, &clutter, page, 3);
        check_labels(l, 12, &clutter);
        for (size_t i = 0; i < 12; i++) {
            placed += l[i].placed;
        }
    }
    assert_true(placed > 400 * 3); // it does not just give up
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(test_must),
        cmocka_unit_test(test_leader),
        cmocka_unit_test(test_laws),
    };

    return RUN_TABLE("inside", inside_cases, test_inside) +
           RUN_TABLE("place", place_cases, test_place) +
           cmocka_run_group_tests_name("more", more, NULL, NULL);
}
