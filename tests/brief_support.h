// SPDX-License-Identifier: GPL-3.0-or-later
// brief_support.h - briefs to be laid out, and what all their pages must keep.
#ifndef OT_TESTS_BRIEF_SUPPORT_H
#define OT_TESTS_BRIEF_SUPPORT_H

#include "support.h"

#include "outturn/brief.h"
#include "plain_ruler.h"
#include "report/brief_pdf.h"

static inline ot_sheets sheets_of(const ot_brief *brief)
{
    ot_sheets s = {0};

    assert_int_equal(ot_brief_status(brief, NULL), OT_OK);
    assert_int_equal(ot__sheets_make(&s, brief,
                                     ot_chart_theme_find("light")->palette,
                                     plain_ruler, plain_ruler, NULL),
                     OT_OK);
    return s;
}

static inline const char *group_of(const ot_marks *page, size_t mark)
{
    return page->group[page->mark[mark].group].id;
}

static inline bool in_group(const ot_marks *page, size_t mark, const char *stem)
{
    return strncmp(group_of(page, mark), stem, strlen(stem)) == 0;
}

static inline bool is_text(const ot_marks *page, size_t mark)
{
    return page->mark[mark].kind == OT_MARK_TEXT;
}

static inline const char *text_of(const ot_marks *page, size_t mark)
{
    return ot__marks_string(page, page->mark[mark].text);
}

// Whether a mark is one that every page or table has again.
static inline bool is_again(const ot_marks *page, size_t mark)
{
    return in_group(page, mark, "running-head") ||
           in_group(page, mark, "foot") || in_group(page, mark, "head-again");
}

typedef struct box {
    double x0, x1, y0, y1;
} box;

static inline box box_of(const ot_marks *page, size_t i)
{
    static const double part[] = {0, 0.5, 1};
    const ot_mark *m = &page->mark[i];
    box b = {INFINITY, -INFINITY, INFINITY, -INFINITY};

    for (size_t k = 0; k < m->n; k++) {
        const ot_point p = page->point[m->first + k];
        b.x0 = fmin(b.x0, p.x);
        b.x1 = fmax(b.x1, p.x);
        b.y0 = fmin(b.y0, p.y);
        b.y1 = fmax(b.y1, p.y);
    }
    if (m->kind == OT_MARK_TEXT) {
        const double w =
            ot__ruler_width(&plain_ruler, text_of(page, i), m->size, m->bold);
        b.x0 -= part[m->align] * w;
        b.x1 = b.x0 + w;
        b.y0 -= OT_ASCENT * m->size;
        b.y1 += OT_DESCENT * m->size;
    }
    return b;
}

// No mark outside the margins, nothing of the text in those of head and foot.
static inline void check_margins(const ot_marks *page)
{
    const double slack = 0.6; // half a line's width, and rounding

    for (size_t i = 0; i < page->n; i++) {
        const box b = box_of(page, i);
        const bool frame =
            in_group(page, i, "running-head") || in_group(page, i, "foot");
        const double top = frame ? 20 : OT_SHEET_TOP;
        const double end =
            frame ? OT_SHEET_HEIGHT - 20 : OT_SHEET_HEIGHT - OT_SHEET_BOTTOM;
        if (b.x0 < OT_SHEET_SIDE - slack ||
            b.x1 > OT_SHEET_WIDTH - OT_SHEET_SIDE + slack ||
            b.y0 < top - slack || b.y1 > end + slack) {
            print_error("%s: %.2f to %.2f, %.2f to %.2f: %s\n",
                        group_of(page, i), b.x0, b.x1, b.y0, b.y1,
                        is_text(page, i) ? text_of(page, i) : "no text");
            fail();
        }
    }
}

static inline void check_overlaps(const ot_marks *page)
{
    const double slack = 0.3;

    for (size_t i = 0; i < page->n; i++) {
        const box a = box_of(page, i);
        for (size_t k = i + 1; k < page->n && is_text(page, i); k++) {
            const box b = box_of(page, k);
            if (is_text(page, k) && a.x0 < b.x1 - slack &&
                b.x0 < a.x1 - slack && a.y0 < b.y1 - slack &&
                b.y0 < a.y1 - slack) {
                print_error("'%s' lies on '%s'\n", text_of(page, i),
                            text_of(page, k));
                fail();
            }
        }
    }
}

// Letters without blanks, one after another.
static inline void add_letters(ot_buf *out, const char *text)
{
    for (const char *c = text != NULL ? text : ""; *c != '\0'; c++) {
        if (*c != ' ' && *c != '\n') {
            ot__buf_char(out, *c);
        }
    }
}

// Of all blocks, in their order.
static inline void brief_letters(const ot_brief *brief, ot_buf *out)
{
    char day[32];

    add_letters(out, ot_brief_title(brief));
    add_letters(out, ot_brief_subtitle(brief));
    if (ot_brief_day(brief) != OT_DAY_NONE) {
        add_letters(out, ot_day_words(ot_brief_day(brief), day));
    }
    for (size_t i = 0; i < ot_brief_blocks(brief); i++) {
        const ot_block b = ot_brief_block(brief, i);
        add_letters(out, b.label);
        add_letters(out, b.text);
        add_letters(out, b.remark);
        for (size_t c = 0; c < b.columns; c++) {
            add_letters(out, b.column[c].title);
        }
        for (size_t r = 0; r < b.rows; r++) {
            for (size_t c = 0; c < b.columns; c++) {
                add_letters(out, b.row[r].cell[c]);
            }
        }
    }
    // And the source, where no foot holds it.
    if (ot__source_is_long(brief, &plain_ruler)) {
        add_letters(out, ot_brief_source_text(brief));
    }
}

static inline void page_letters(const ot_sheets *s, ot_buf *out)
{
    for (size_t p = 0; p < s->n; p++) {
        const ot_marks *page = &s->page[p];
        for (size_t i = 0; i < page->n; i++) {
            if (is_text(page, i) && !is_again(page, i) &&
                !in_group(page, i, "picture")) {
                add_letters(out, text_of(page, i));
            }
        }
    }
}

// Every text is there once, in its order.
static inline void check_texts(const ot_brief *brief, const ot_sheets *s)
{
    ot_buf want = {0}, got = {0};

    brief_letters(brief, &want);
    page_letters(s, &got);
    assert_string_equal(ot__buf_cstr(&got), ot__buf_cstr(&want));
    ot__buf_free(&want);
    ot__buf_free(&got);
}

// A page ends in something other than a heading, a caption or a table's head.
static inline void check_ends(const ot_marks *page)
{
    size_t last = 0;

    for (size_t i = 0; i < page->n; i++) {
        last = in_group(page, i, "running-head") || in_group(page, i, "foot")
                   ? last
                   : i;
    }
    assert_false(in_group(page, last, "heading"));
    assert_false(in_group(page, last, "caption"));
    assert_false(in_group(page, last, "head-again"));
}

static inline bool has_text(const ot_marks *page, const char *text)
{
    for (size_t i = 0; i < page->n; i++) {
        if (is_text(page, i) && strcmp(text_of(page, i), text) == 0) {
            return true;
        }
    }
    return false;
}

static inline void check_sheets(const ot_brief *brief, const ot_sheets *s)
{
    for (size_t p = 0; p < s->n; p++) {
        char number[48];
        check_margins(&s->page[p]);
        check_overlaps(&s->page[p]);
        if (p + 1 < s->n) {
            check_ends(&s->page[p]);
        }
        snprintf(number, sizeof number, "%zu / %zu", p + 1, s->n);
        assert_true(has_text(&s->page[p], number));
    }
    check_texts(brief, s);
}

#endif
