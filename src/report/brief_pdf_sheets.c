// SPDX-License-Identifier: GPL-3.0-or-later
// Pages made up of a galley's pieces, with head and foot.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plot/layout.h"
#include "report/brief_pdf.h"

#define PAGES_MOST 2000
#define STRETCH    0.3 // of a picture's height

// A piece on the page that is being filled.
typedef struct slot {
    size_t piece;
    double gap, height;
    bool again; // the head of a table, once more
} slot;

typedef struct maker {
    ot_sheets *s;
    const ot_brief *brief;
    ot_galley g;
    slot *slot;
    size_t n, capacity;
    double used; // height of the slots
    double y;    // where the next one is drawn
    ot_error *err;
} maker;

void ot__sheets_free(ot_sheets *s)
{
    for (size_t i = 0; i < s->n; i++) {
        ot__marks_free(&s->page[i]);
    }
    free(s->page);
    free(s->bookmark);
    *s = (ot_sheets){0};
}

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a brief");
}

static ot_marks *page_of(const maker *m)
{
    return &m->s->page[m->s->n - 1];
}

static ot_status new_page(maker *m)
{
    ot_sheets *s = m->s;

    if (s->n == PAGES_MOST) {
        return ot_fail(m->err, OT_E_LIMIT, NULL,
                       "more than %d pages: a brief is too long", PAGES_MOST);
    }
    if (s->n == s->capacity) {
        const size_t wanted = s->capacity > 0 ? 2 * s->capacity : 8;
        ot_marks *larger = realloc(s->page, wanted * sizeof *larger);
        if (larger == NULL) {
            return no_memory(m->err);
        }
        s->page = larger;
        s->capacity = wanted;
    }
    s->page[s->n++] = (ot_marks){.width = OT_SHEET_WIDTH,
                                 .height = OT_SHEET_HEIGHT,
                                 .paper = m->g.look->paper};
    m->y = OT_SHEET_TOP;
    return OT_OK;
}

// A picture laid out for the width of the text.
static ot_status put_chart(maker *m, const ot_chart *chart, double height)
{
    const ot_chart_size size = {.name = "brief",
                                .width = OT_SHEET_TEXT,
                                .height = height,
                                .dpi = 72,
                                .margin = 0.5,
                                .headline = 11,
                                .text = 8.5,
                                .small = 7.5};
    const ot_chart_theme theme = {.name = "", .palette = m->g.look};
    const ot_chart_options options = {.size = &size, .theme = &theme};
    ot_marks marks = {0};
    const ot_status status =
        ot__layout(chart, &options, m->g.sans, &marks, m->err);

    if (status == OT_OK) {
        ot__marks_copy(page_of(m), &marks, 0, marks.n, OT_SHEET_SIDE, m->y);
    }
    ot__marks_free(&marks);
    return status;
}

static ot_status bookmark(maker *m, size_t block)
{
    ot_sheets *s = m->s;

    if (s->bookmarks == s->bookmark_capacity) {
        const size_t wanted =
            s->bookmark_capacity > 0 ? 2 * s->bookmark_capacity : 16;
        ot_bookmark *larger = realloc(s->bookmark, wanted * sizeof *larger);
        if (larger == NULL) {
            return no_memory(m->err);
        }
        s->bookmark = larger;
        s->bookmark_capacity = wanted;
    }
    s->bookmark[s->bookmarks++] = (ot_bookmark){
        ot_brief_block(m->brief, block).text, s->n - 1, fmax(0, m->y - 8)};
    return OT_OK;
}

// Whether a section starts with this piece: the first of its lines.
static bool opens_section(const maker *m, size_t i)
{
    const ot_piece *p = &m->g.piece[i];

    return p->block != OT_PIECE_NONE &&
           (i == 0 || m->g.piece[i - 1].block != p->block) &&
           ot_brief_block(m->brief, p->block).kind == OT_BLOCK_SECTION;
}

// By how much a picture may be less high, and higher, than it should be.
static double give_of(const ot_piece *p)
{
    return p->chart != NULL ? p->height - p->least : 0;
}

static double stretch_of(const ot_piece *p)
{
    return p->chart != NULL ? STRETCH * p->height : 0;
}

// How high piece i is at the top of a page, or below what stands there.
static double height_of(const maker *m, size_t i, bool top)
{
    const ot_piece *p = &m->g.piece[i];
    const double head =
        p->head != OT_PIECE_NONE ? m->g.piece[p->head].height : 0;

    return p->height + (top ? head : p->gap);
}

static ot_status add_slot(maker *m, slot next)
{
    if (m->n == m->capacity) {
        const size_t wanted = m->capacity > 0 ? 2 * m->capacity : 64;
        slot *larger = realloc(m->slot, wanted * sizeof *larger);
        if (larger == NULL) {
            return no_memory(m->err);
        }
        m->slot = larger;
        m->capacity = wanted;
    }
    m->slot[m->n++] = next;
    m->used += next.gap + next.height;
    return OT_OK;
}

static ot_status add_piece(maker *m, size_t i)
{
    const ot_piece *p = &m->g.piece[i];
    const bool top = m->n == 0;
    ot_status status = OT_OK;

    if (top && p->head != OT_PIECE_NONE) {
        status =
            add_slot(m, (slot){p->head, 0, m->g.piece[p->head].height, true});
    }
    if (status == OT_OK) {
        status = add_slot(m, (slot){i, top ? 0 : p->gap, p->height, false});
    }
    return status;
}

static ot_status draw_slot(maker *m, const slot *at)
{
    const ot_piece *p = &m->g.piece[at->piece];
    ot_status status = OT_OK;

    m->y += at->gap;
    if (!at->again && opens_section(m, at->piece)) {
        status = bookmark(m, p->block);
    }
    ot__marks_group(page_of(m), at->again ? "head-again" : p->stem, NULL, NULL);
    if (status == OT_OK && p->chart != NULL) {
        status = put_chart(m, p->chart, at->height);
    }
    ot__marks_copy(page_of(m), &m->g.marks, p->mark, p->marks, OT_SHEET_SIDE,
                   m->y);
    m->y += at->height;
    if (status == OT_OK && page_of(m)->failed) {
        status = no_memory(m->err);
    }
    return status;
}

// Pictures give way where the page holds too much, and fill it where there is
// room left that nothing else can take.
static void fit_pictures(maker *m, bool last)
{
    const double over = m->used - OT_SHEET_ROOM;
    double give = 0, stretch = 0;

    for (size_t i = 0; i < m->n; i++) {
        give += give_of(&m->g.piece[m->slot[i].piece]);
        stretch += stretch_of(&m->g.piece[m->slot[i].piece]);
    }
    for (size_t i = 0; i < m->n; i++) {
        const ot_piece *p = &m->g.piece[m->slot[i].piece];
        if (over > 0 && give > 0) {
            m->slot[i].height -= give_of(p) * fmin(1, over / give);
        } else if (over < 0 && stretch > 0 && !last) {
            m->slot[i].height += stretch_of(p) * fmin(1, -over / stretch);
        }
    }
}

// Draws the page that was filled.
static ot_status flush(maker *m, bool last)
{
    ot_status status = new_page(m);

    fit_pictures(m, last);
    for (size_t i = 0; i < m->n && status == OT_OK; i++) {
        status = draw_slot(m, &m->slot[i]);
    }
    m->n = 0;
    m->used = 0;
    return status;
}

// The pieces from i on that stay on one page; returns the end.
static size_t chunk_end(const maker *m, size_t i)
{
    while (i + 1 < m->g.n && m->g.piece[i].keep) {
        i++;
    }
    return i + 1;
}

static double chunk_height(const maker *m, size_t i, size_t end, bool top)
{
    double all = 0;

    for (; i < end; i++) {
        all += height_of(m, i, top);
        top = false;
    }
    return all;
}

static double chunk_give(const maker *m, size_t i, size_t end)
{
    double all = 0;

    for (; i < end; i++) {
        all += give_of(&m->g.piece[i]);
    }
    return all;
}

// Pictures give way for another one, and so that no page has but the end of the
// brief.
static bool fits(const maker *m, size_t i, size_t end)
{
    const double give = chunk_give(m, i, end);
    double all = give;

    for (size_t k = 0; k < m->n; k++) {
        all += give_of(&m->g.piece[m->slot[k].piece]);
    }
    return m->used + chunk_height(m, i, end, m->n == 0) <=
           OT_SHEET_ROOM + (give > 0 || end == m->g.n ? all : 0) + 0.001;
}

static ot_status add_chunk(maker *m, size_t i, size_t end)
{
    ot_status status = OT_OK;

    for (; i < end && status == OT_OK; i++) {
        status = add_piece(m, i);
    }
    return status;
}

// A chunk that no page holds: broken where it must.
static ot_status add_long(maker *m, size_t i, size_t end)
{
    ot_status status = OT_OK;

    for (; i < end && status == OT_OK; i++) {
        if (m->n > 0 && !fits(m, i, i + 1)) {
            status = flush(m, false);
        }
        if (status == OT_OK && m->n == 0 && !fits(m, i, i + 1)) {
            return ot_fail(m->err, OT_E_LIMIT, NULL,
                           "a figure or a table's head is higher than a page");
        }
        status = status == OT_OK ? add_piece(m, i) : status;
    }
    return status;
}

static ot_status make_up(maker *m)
{
    ot_status status = OT_OK;

    for (size_t i = 0; i < m->g.n && status == OT_OK;) {
        const size_t end = chunk_end(m, i);
        if (m->n > 0 && !fits(m, i, end)) {
            status = flush(m, false);
        }
        if (status == OT_OK) {
            status =
                fits(m, i, end) ? add_chunk(m, i, end) : add_long(m, i, end);
        }
        i = end;
    }
    return status == OT_OK ? flush(m, true) : status;
}

static ot_status run_all(maker *m)
{
    ot_status status = ot__galley_fill(&m->g, m->brief, m->err);

    if (status == OT_OK) {
        status = make_up(m);
    }
    for (size_t i = 0; i < m->s->n && status == OT_OK; i++) {
        ot_marks *page = &m->s->page[i];
        ot__sheet_frame(page, m->brief, m->g.look, &m->g.sans, i + 1, m->s->n);
        status = page->failed ? no_memory(m->err) : OT_OK;
    }
    return status;
}

ot_status ot__sheets_make(ot_sheets *s, const ot_brief *brief,
                          const ot_palette *look, ot_ruler sans, ot_ruler mono,
                          ot_error *err)
{
    maker m = {.s = s,
               .brief = brief,
               .g = {.look = look, .sans = sans, .mono = mono},
               .err = err};
    const ot_status status = run_all(&m);

    ot__galley_free(&m.g);
    free(m.slot);
    return status;
}
