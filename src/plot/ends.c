// SPDX-License-Identifier: GPL-3.0-or-later
// Names at the ends of lines, and the bar of a claim beside them.
#include "plot/page.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plot/dodge.h"

#define COLUMN    0.29 // most of the page's width that names may take
#define BAR_GAP   5.0  // from the box to the claim's bar, points
#define BAR_WIDTH 9.0
#define NAME_GAP  5.0 // from box or bar to a name
#define HATCH     4.0 // between the lines of the bar's hatching
#define DRIFT     0.7 // how far a spare name may move, in font sizes

void ot__ends_free(ot_ends *ends)
{
    free(ends->end);
    *ends = (ot_ends){0};
}

static double name_height(const ot_page *page, const ot_end *end)
{
    return (double)end->text.n * OT_LEADING * page->size->text;
}

static double bar_room(const ot_chart *chart)
{
    return chart->claim != NULL ? BAR_GAP + BAR_WIDTH : 0;
}

void ot__ends_add(ot_page *page, ot_ends *ends, ot_end end, const char *text)
{
    if (ends->n == ends->capacity) {
        const size_t wanted = ends->capacity > 0 ? 2 * ends->capacity : 16;
        ot_end *larger = realloc(ends->end, wanted * sizeof *larger);
        if (larger == NULL) {
            page->marks->failed = true;
            return;
        }
        ends->end = larger;
        ends->capacity = wanted;
    }
    ot__wrap(&page->ruler, text, page->size->text, end.bold,
             COLUMN * page->size->width, 3, &end.text);
    end.shown = false;
    if (end.text.n > 0) {
        ends->end[ends->n++] = end;
    }
}

void ot__ends_add_fan(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    const ot_fan *fan = chart->fan;
    ot_end end = {.id = "fan", .colour = page->look->main.text, .bold = true};
    char text[256], range[OT_AMOUNT_SIZE], most[OT_AMOUNT_SIZE];

    if (fan == NULL || fan->n == 0) {
        return;
    }
    const double *q = fan->at[fan->n - 1].q;
    const char *word = fan->label != NULL ? fan->label : page->terms->projected;
    ot__amount(ot__terms(chart), q[3], chart->unit, 2, most);
    if (isfinite(q[1]) && isfinite(q[5])) {
        ot__amount_range(ot__terms(chart), q[1], q[5], chart->unit, 2, range);
        snprintf(text, sizeof text, "%.100s %s (%s)", word, range,
                 page->terms->band);
    } else if (isfinite(q[3])) {
        snprintf(text, sizeof text, "%.100s %s", word, most);
    } else {
        return;
    }
    end.y = ot__page_y(page, isfinite(q[3]) ? q[3] : (q[1] + q[5]) / 2);
    end.from = (ot_point){page->right, end.y};
    // A leader would lie over the claim's bar: colour says what is meant.
    end.spread = chart->claim != NULL ? INFINITY
                 : isfinite(q[1]) && isfinite(q[5])
                     ? fmin(end.y - ot__page_y(page, q[5]),
                            ot__page_y(page, q[1]) - end.y)
                     : 0;
    ot__ends_add(page, ends, end, text);
}

// Of a text that does not fit only what stands before its semicolon.
static void shorten(ot_page *page, ot_ends *ends, ot_end end, const char *text)
{
    const char *stop = strchr(text, ';');
    char part[200];

    if (stop != NULL && ends->n > 0 &&
        ot__wrap_is_cut(&ends->end[ends->n - 1].text)) {
        ends->n--;
        ot__str_copy((ot_str){text, (size_t)(stop - text)}, part, sizeof part);
        ot__ends_add(page, ends, end, part);
    }
}

void ot__ends_add_claim(ot_page *page, ot_ends *ends, const ot_chart *chart,
                        const char *more)
{
    const ot_claim_bar *claim = chart->claim;
    ot_end end = {.id = "claim",
                  .colour = page->look->claim.text,
                  .bold = true,
                  .claim = true};
    char text[256], range[OT_AMOUNT_SIZE];

    if (claim == NULL) {
        return;
    }
    ot__amount_range(ot__terms(chart), claim->lo, claim->hi, chart->unit, 0,
                     range);
    snprintf(text, sizeof text, "%s %.100s", range,
             claim->label != NULL ? claim->label : page->terms->claimed);
    end.y = (ot__page_y(page, claim->lo) + ot__page_y(page, claim->hi)) / 2;
    ot__ends_add(page, ends, end, text);
    if (more != NULL) {
        end.id = "claim-more";
        end.bold = false;
        end.rank = 1;
        end.y += 0.01; // below the claim
        ot__ends_add(page, ends, end, more);
        shorten(page, ends, end, more);
    }
}

void ot__ends_room(ot_page *page, const ot_ends *ends, const ot_chart *chart)
{
    double widest = 0;

    for (size_t i = 0; i < ends->n; i++) {
        widest = fmax(widest, ends->end[i].text.width);
    }
    page->right -= widest + NAME_GAP + ends->lead + bar_room(chart);
}

static int by_height(const void *a, const void *b)
{
    const ot_end *x = a, *y = b;

    return (x->y > y->y) - (x->y < y->y);
}

typedef struct column {
    size_t *at; // indexes of the names tried, ascending by height
    double *wish, *height, *middle, *work;
    size_t n;
} column;

// Places the names that are shown and number `extra`; true when there is room
// and no spare name has drifted from its line.
static bool try_names(const ot_page *page, ot_ends *ends, column *c,
                      size_t extra)
{
    const double size = page->size->text;

    c->n = 0;
    for (size_t i = 0; i < ends->n; i++) {
        if (ends->end[i].shown || i == extra) {
            c->at[c->n] = i;
            c->wish[c->n] = ends->end[i].y;
            c->height[c->n++] = name_height(page, &ends->end[i]);
        }
    }
    if (!ot__dodge(c->wish, c->height, c->n, page->top - size / 2,
                   page->bottom + size / 2, c->middle, c->work)) {
        return false;
    }
    for (size_t k = 0; k < c->n; k++) {
        if (ends->end[c->at[k]].rank >= OT_RANK_SPARE &&
            fabs(c->middle[k] - c->wish[k]) > DRIFT * size) {
            return false;
        }
    }
    return true;
}

static void keep(ot_ends *ends, const column *c)
{
    for (size_t k = 0; k < c->n; k++) {
        ends->end[c->at[k]].shown = true;
        ends->end[c->at[k]].middle = c->middle[k];
    }
}

// Names in order of rank, as long as there is room for them.
static void place(const ot_page *page, ot_ends *ends, column *c)
{
    for (int rank = 0; rank <= OT_RANK_SPARE; rank++) {
        for (size_t i = 0; i < ends->n; i++) {
            if (ends->end[i].rank == rank && try_names(page, ends, c, i)) {
                keep(ends, c);
            }
        }
    }
}

static void choose(ot_page *page, ot_ends *ends)
{
    if (ends->n == 0) {
        return;
    }
    double *numbers = malloc(5 * ends->n * sizeof *numbers);
    size_t *at = malloc(ends->n * sizeof *at);
    if (numbers == NULL || at == NULL) {
        page->marks->failed = true;
    } else {
        column c = {.at = at,
                    .wish = numbers,
                    .height = numbers + ends->n,
                    .middle = numbers + 2 * ends->n,
                    .work = numbers + 3 * ends->n};
        qsort(ends->end, ends->n, sizeof *ends->end, by_height);
        place(page, ends, &c);
    }
    free(at);
    free(numbers);
}

// Diagonals inside a box, so that the bar is told from a band in grey too.
static void hatch(ot_page *page, double x, double top, double bottom)
{
    const ot_mark line = {
        .kind = OT_MARK_LINE, .colour = page->look->claim.mark, .size = 0.9};

    const int lines = (int)ceil((bottom + BAR_WIDTH - top) / HATCH) - 1;
    for (int i = 1; i <= lines; i++) {
        const double y = top + i * HATCH;
        const double from = fmin(y, bottom);
        const double to = fmax(y - BAR_WIDTH, top);
        ot__marks_segment(page->marks, line, (ot_point){x + (y - from), from},
                          (ot_point){x + (y - to), to});
    }
}

static void claim_bar(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    const double x = page->right + BAR_GAP;
    const ot_mark rim = {
        .kind = OT_MARK_LINE, .colour = page->look->claim.mark, .size = 1.2};
    double top = ot__page_y(page, chart->claim->hi);
    double bottom = ot__page_y(page, chart->claim->lo);

    if (bottom - top < 2.5) {
        const double middle = (top + bottom) / 2;
        top = middle - 1.25;
        bottom = middle + 1.25;
    }
    ends->bar_lo = bottom;
    ends->bar_hi = top;
    ot__marks_group(page->marks, "claim", NULL, "claimed");
    hatch(page, x, top, bottom);
    ot__marks_begin(page->marks, rim);
    ot__marks_point(page->marks, x, top);
    ot__marks_point(page->marks, x + BAR_WIDTH, top);
    ot__marks_point(page->marks, x + BAR_WIDTH, bottom);
    ot__marks_point(page->marks, x, bottom);
    ot__marks_point(page->marks, x, top);
}

// From the end of the line to its name, when the name has moved away from what
// it names or the line ends before the box does.
static void leader(ot_page *page, const ot_ends *ends, const ot_end *end,
                   double x)
{
    const double reach = x - NAME_GAP / 2;
    const ot_mark line = {
        .kind = OT_MARK_LINE, .colour = end->colour, .size = 0.5};
    const bool moved =
        fabs(end->middle - end->y) > 0.3 * page->size->text + end->spread;

    if (!moved && (ends->lead > 0 || reach - end->from.x < 2 * NAME_GAP)) {
        return;
    }
    ot__marks_begin(page->marks, line);
    ot__marks_point(page->marks, end->from.x + 1.5, end->y);
    ot__marks_point(page->marks, fmax(page->right, end->from.x + 1.5), end->y);
    ot__marks_point(page->marks, reach, end->middle);
}

static void put_name(ot_page *page, const ot_ends *ends, const ot_end *end,
                     const ot_chart *chart)
{
    const double size = page->size->text;
    const double half = name_height(page, end) / 2;
    const bool beside = !isnan(ends->bar_lo) &&
                        end->middle + half > ends->bar_hi - size / 2 &&
                        end->middle - half < ends->bar_lo + size / 2;
    const double x = page->right + NAME_GAP + ends->lead +
                     (beside || end->claim ? bar_room(chart) : 0);
    const ot_mark look = {.kind = OT_MARK_TEXT,
                          .size = size,
                          .colour = end->colour,
                          .bold = end->bold};

    ot__marks_group(page->marks, "label", end->id, NULL);
    if (!end->claim && end->rank < OT_RANK_SPARE) {
        leader(page, ends, end, x);
    }
    for (size_t i = 0; i < end->text.n; i++) {
        const double y = end->middle - half +
                         ((double)i * OT_LEADING + OT_ASCENT +
                          (OT_LEADING - OT_ASCENT - OT_DESCENT) / 2) *
                             size;
        ot__marks_text(page->marks, look, (ot_point){x, y}, end->text.line[i]);
    }
}

void ot__ends_draw(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    ends->bar_lo = NAN;
    ends->bar_hi = NAN;
    if (chart->claim != NULL) {
        claim_bar(page, ends, chart);
    }
    choose(page, ends);
    for (size_t i = 0; i < ends->n; i++) {
        if (ends->end[i].shown) {
            put_name(page, ends, &ends->end[i], chart);
        }
    }
}
