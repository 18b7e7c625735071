// SPDX-License-Identifier: GPL-3.0-or-later
// Names inside the box, placed clear of the marks that are there.
#include "plot/page.h"

#include <math.h>
#include <stdlib.h>

#include "plot/place.h"

#define GAP      0.45 // from a point to its name, in font sizes
#define WIDEST   0.62 // of the box
#define SCANLINE 4.0  // points between the lines that stand for an area

// What is drawn, as segments and boxes.
typedef struct clutter {
    ot_segment *segment;
    size_t n, capacity;
    ot_box *box;
    size_t boxes;
    bool failed;
} clutter;

static void add(clutter *c, ot_point a, ot_point b)
{
    if (c->n == c->capacity) {
        const size_t wanted = c->capacity > 0 ? 2 * c->capacity : 256;
        ot_segment *larger = realloc(c->segment, wanted * sizeof *larger);
        if (larger == NULL) {
            c->failed = true;
            return;
        }
        c->segment = larger;
        c->capacity = wanted;
    }
    c->segment[c->n++] = (ot_segment){a, b};
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

// Where the edges of an area cross a height, ascending; at most `most`.
static size_t crossings(const ot_point p[], size_t n, double y, double x[],
                        size_t most)
{
    size_t found = 0;

    for (size_t i = 0; i < n && found < most; i++) {
        const ot_point a = p[i], b = p[(i + 1) % n];
        if ((a.y <= y) != (b.y <= y)) {
            x[found++] = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
        }
    }
    qsort(x, found, sizeof *x, ascending);
    return found;
}

// An area is its edge and level lines inside it.
static void add_area(clutter *c, const ot_point p[], size_t n)
{
    double top = INFINITY, bottom = -INFINITY, x[64];

    for (size_t i = 0; i < n; i++) {
        top = fmin(top, p[i].y);
        bottom = fmax(bottom, p[i].y);
        add(c, p[i], p[(i + 1) % n]);
    }
    for (double y = top + SCANLINE / 2; y < bottom; y += SCANLINE) {
        const size_t found = crossings(p, n, y, x, 64);
        for (size_t k = 0; k + 1 < found; k += 2) {
            add(c, (ot_point){x[k], y}, (ot_point){x[k + 1], y});
        }
    }
}

static ot_box text_box(const ot_page *page, const ot_mark *mark)
{
    const ot_point p = page->marks->point[mark->first];
    const double width =
        ot__ruler_width(&page->ruler, ot__marks_string(page->marks, mark->text),
                        mark->size, mark->bold);
    const double left = p.x - width * 0.5 * (double)mark->align;

    return (ot_box){left, p.y - OT_ASCENT * mark->size, left + width,
                    p.y + OT_DESCENT * mark->size};
}

static void add_mark(const ot_page *page, clutter *c, const ot_mark *mark)
{
    const ot_point *p = page->marks->point + mark->first;
    const double r = mark->size;

    switch (mark->kind) {
    case OT_MARK_LINE:
        for (size_t i = 1; i < mark->n; i++) {
            add(c, p[i - 1], p[i]);
        }
        break;
    case OT_MARK_AREA:
        add_area(c, p, mark->n);
        break;
    case OT_MARK_DOT:
        add(c, (ot_point){p->x - r, p->y}, (ot_point){p->x + r, p->y});
        add(c, (ot_point){p->x, p->y - r}, (ot_point){p->x, p->y + r});
        break;
    case OT_MARK_TEXT:
        c->box[c->boxes++] = text_box(page, mark);
        break;
    }
}

static void collect(const ot_page *page, clutter *c)
{
    const ot_marks *m = page->marks;

    c->box = malloc((m->n + 1) * sizeof *c->box);
    c->failed = c->box == NULL;
    for (size_t i = 0; i < m->n && !c->failed; i++) {
        if (!m->mark[i].ground) {
            add_mark(page, c, &m->mark[i]);
        }
    }
}

static void leader(ot_page *page, const ot_label *label, uint32_t colour)
{
    const ot_mark line = {.kind = OT_MARK_LINE, .colour = colour, .size = 0.5};

    if (label->moved) {
        ot__marks_segment(page->marks, line, label->at, label->tie);
    }
}

static void put(ot_page *page, const ot_tag *tag, const ot_label *label,
                const ot_lines *lines)
{
    const double size = page->size->text;
    const double middle = (label->box.left + label->box.right) / 2;
    ot_mark look = {.kind = OT_MARK_TEXT,
                    .colour = tag->colour,
                    .size = size,
                    .bold = tag->bold,
                    .halo = true};
    double x = label->box.left, y = label->box.top + OT_ASCENT * size;

    if (lines->n > 1 && tag->at.x > label->box.right) {
        look.align = OT_END;
        x = label->box.right;
    } else if (lines->n > 1 && tag->at.x > label->box.left) {
        look.align = OT_MIDDLE;
        x = middle;
    }
    ot__marks_group(page->marks, "label", tag->id, NULL);
    leader(page, label, tag->colour);
    for (size_t i = 0; i < lines->n; i++, y += OT_LEADING * size) {
        ot__marks_text(page->marks, look, (ot_point){x, y}, lines->line[i]);
    }
}

void ot__page_tags(ot_page *page, const ot_tag tags[], size_t n)
{
    const double size = page->size->text;
    const ot_box frame = {page->left + 1, page->top - size / 2, page->right - 1,
                          page->bottom - 1};
    ot_lines lines[OT_TAGS_MOST];
    ot_label label[OT_TAGS_MOST] = {0};
    clutter c = {0};

    n = n < OT_TAGS_MOST ? n : OT_TAGS_MOST;
    for (size_t i = 0; i < n; i++) {
        ot__wrap(&page->ruler, tags[i].text, size, tags[i].bold,
                 fmax(WIDEST * (page->right - page->left), size), 3, &lines[i]);
        label[i] = (ot_label){.at = tags[i].at,
                              .width = lines[i].width,
                              .height = (((double)lines[i].n - 1) * OT_LEADING +
                                         OT_ASCENT + OT_DESCENT) *
                                        size,
                              .rank = tags[i].rank,
                              .must = tags[i].must};
    }
    collect(page, &c);
    if (c.failed) {
        page->marks->failed = true;
    } else {
        ot__place(label, n, &(ot_clutter){c.segment, c.n, c.box, c.boxes},
                  frame, GAP * size);
    }
    for (size_t i = 0; i < n; i++) {
        if (label[i].placed && lines[i].n > 0) {
            put(page, &tags[i], &label[i], &lines[i]);
        }
    }
    free(c.segment);
    free(c.box);
}
