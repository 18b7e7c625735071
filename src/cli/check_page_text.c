// SPDX-License-Identifier: GPL-3.0-or-later
// check_page_text.c - a text as HTML, its figures marked: headings, paragraphs,
// lists, quotations, tables and emphasis of Markdown; all else as it is
// written, its markup escaped.

#include <string.h>

#include "cli/check_page_block.h"

// ---- one part of a text -----------------------------------------------------

static const struct {
    const char *mark, *tag;
} emphases[] = {{"**", "strong"},
                {"__", "strong"},
                {"*", "em"},
                {"_", "em"},
                {"`", "code"}};

#define EMPHASES (sizeof emphases / sizeof emphases[0])

// Where the writing of a part stands. Emphasis is closed where a mark begins or
// ends, and opened before the next character, so that elements nest.
typedef struct writer {
    ot_buf *out;
    const page_text *x;
    const char *start, *at, *end;
    const page_mark *mark; // the next one, or the one that is open
    bool marked;
    size_t open[EMPHASES]; // emphases that are open, innermost last
    const char *close[EMPHASES];
    size_t depth, written; // how many are open, of these in the output
    bool none[EMPHASES];   // no closing mark follows
} writer;

static const char *text_at(const writer *w, size_t offset)
{
    return w->x->t->text.at + offset;
}

static void close_tags(writer *w)
{
    while (w->written > 0) {
        ot__buf_format(w->out, "</%s>", emphases[w->open[--w->written]].tag);
    }
}

static void open_tags(writer *w)
{
    while (w->written < w->depth) {
        ot__buf_format(w->out, "<%s>", emphases[w->open[w->written++]].tag);
    }
}

static void put_reference(const writer *w, size_t claim)
{
    const checked *t = w->x->t;

    ot__buf_format(w->out, "%s%zu", page_sign(t, claim), claim + 1);
}

// The link of a claim: its class, its own place, its finding.
static void put_link(const writer *w, size_t claim, const char *also)
{
    const checked *t = w->x->t;
    const size_t n = w->x->number;

    ot__buf_format(w->out,
                   "<a class=\"%s%s\" id=\"m%zu-%zu\" href=\"#n%zu-%zu\" "
                   "title=\"%s, finding %zu\">",
                   also, page_class(t, claim), n, claim + 1, n, claim + 1,
                   ot_verdict_id(checked_verdict(t, claim)), claim + 1);
}

static void open_mark(writer *w)
{
    close_tags(w);
    put_link(w, w->x->order[w->mark->first], "m ");
    w->marked = true;
}

static void close_mark(writer *w)
{
    const size_t *order = w->x->order;

    close_tags(w);
    ot__buf_text(w->out, "<sup>");
    put_reference(w, order[w->mark->first]);
    ot__buf_text(w->out, "</sup></a>");
    for (size_t i = w->mark->first + 1; i < w->mark->last; i++) {
        put_link(w, order[i], "also ");
        put_reference(w, order[i]);
        ot__buf_text(w->out, "</a>");
    }
    w->marked = false;
    w->mark++;
}

static bool is_letter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool marks_at(const writer *w, const char *at, size_t k)
{
    const size_t n = strlen(emphases[k].mark);

    return (size_t)(w->end - at) >= n && memcmp(at, emphases[k].mark, n) == 0;
}

// The closing mark of an emphasis that would open here; NULL: there is none
// near enough, so that time stays in proportion to the text.
#define EMPHASIS_MOST 1000

static const char *closing(writer *w, size_t k)
{
    const size_t n = strlen(emphases[k].mark);
    const char sign = emphases[k].mark[0];

    const char *last = (size_t)(w->end - w->at) > EMPHASIS_MOST
                           ? w->at + EMPHASIS_MOST
                           : w->end;

    for (const char *at = w->at + n + 1; at + n <= last; at++) {
        if (!marks_at(w, at, k) || is_blank(at[-1])) {
            continue;
        }
        at += n == 2 && at + n < w->end && at[n] == sign; // "***"
        if (sign != '_' || at + n == w->end || !is_letter(at[n])) {
            return at;
        }
    }
    w->none[k] = last == w->end;
    return NULL;
}

static bool try_open(writer *w, size_t k)
{
    const size_t n = strlen(emphases[k].mark);
    const bool in_code =
        w->depth > 0 && emphases[w->open[w->depth - 1]].mark[0] == '`';
    const bool in_word = w->at > w->start && is_letter(w->at[-1]);

    if (w->none[k] || in_code || !marks_at(w, w->at, k) ||
        w->at + n >= w->end || is_blank(w->at[n]) ||
        (in_word && emphases[k].mark[0] == '_')) {
        return false;
    }
    for (size_t i = 0; i < w->depth; i++) {
        if (w->open[i] == k) {
            return false;
        }
    }
    const char *close = closing(w, k);
    if (close == NULL || (w->depth > 0 && close + n > w->close[w->depth - 1])) {
        return false;
    }
    w->open[w->depth] = k;
    w->close[w->depth++] = close;
    w->at += n;
    return true;
}

// Takes a mark of emphasis, if one stands here.
static bool take_emphasis(writer *w)
{
    if (w->depth > 0 && w->at == w->close[w->depth - 1]) {
        const size_t k = w->open[--w->depth];
        if (w->written > w->depth) {
            ot__buf_format(w->out, "</%s>", emphases[k].tag);
            w->written--;
        }
        w->at += strlen(emphases[k].mark);
        return true;
    }
    if (memchr("*_`", *w->at, 3) == NULL) {
        return false;
    }
    for (size_t k = 0; k < EMPHASES; k++) {
        if (try_open(w, k)) {
            return true;
        }
    }
    return false;
}

// Up to `end` at least; marks that begin or end at it are not yet seen to.
static void put_run(writer *w, const char *end)
{
    while (w->at < end) {
        if (take_emphasis(w)) {
            continue;
        }
        const char *from = w->at;
        (void)ot__utf8_next(&w->at, w->end);
        open_tags(w);
        page_escape(w->out, (ot_str){from, (size_t)(w->at - from)});
        if (*from == '\n') {
            w->at += block_indent((ot_str){w->at, (size_t)(w->end - w->at)});
        }
    }
}

// A part of a text without its markup of blocks; marks that it holds are taken.
static void put_inline(ot_buf *out, const page_text *x, const page_mark **next,
                       ot_str s)
{
    const page_mark *last = x->mark + x->marks;
    writer w = {.out = out,
                .x = x,
                .start = s.at,
                .at = s.at,
                .end = s.at + s.n,
                .mark = *next};

    while (w.at < w.end) {
        const char *stop =
            w.mark == last ? w.end
                           : text_at(&w, w.marked ? w.mark->to : w.mark->from);
        put_run(&w, stop < w.end ? stop : w.end);
        if (stop < w.end && !w.marked) {
            open_mark(&w);
        } else if (w.marked && w.at >= stop) {
            close_mark(&w);
        }
    }
    if (w.marked) {
        close_mark(&w);
    }
    close_tags(&w);
    *next = w.mark;
}

// ---- blocks -----------------------------------------------------------------

// The line under the heads of a table.
static bool is_underline(ot_str row)
{
    size_t n = 0;

    while (n < row.n && strchr("|-: \t\r", row.at[n]) != NULL) {
        n++;
    }
    return n == row.n;
}

static void put_table(ot_buf *out, const page_text *x, const page_mark **next,
                      ot_str s)
{
    ot__buf_text(out, "<table><tbody>\n");
    while (s.n > 0) {
        ot_str row = ot__str_trim(ot__str_cut(&s, '\n'));
        if (is_underline(row)) {
            continue;
        }
        row.at++;
        row.n -= row.n > 1 && row.at[row.n - 2] == '|' ? 2 : 1;
        ot__buf_text(out, "<tr>");
        do {
            ot__buf_text(out, "<td>");
            put_inline(out, x, next, ot__str_trim(ot__str_cut(&row, '|')));
            ot__buf_text(out, "</td>");
        } while (row.n > 0);
        ot__buf_text(out, "</tr>\n");
    }
    ot__buf_text(out, "</tbody></table>\n");
}

static void put_list(ot_buf *out, const page_text *x, const page_mark **next,
                     const block *b)
{
    const char *tag = b->kind == BLOCK_NUMBERS ? "ol" : "ul";
    ot_str rest = b->text, item;
    long number;

    ot__buf_format(out, "<%s>\n", tag);
    while (block_item(&rest, &item, &number)) {
        if (b->kind == BLOCK_NUMBERS) {
            ot__buf_format(out, "<li value=\"%ld\">", number);
        } else {
            ot__buf_text(out, "<li>");
        }
        put_inline(out, x, next, item);
        ot__buf_text(out, "</li>\n");
    }
    ot__buf_format(out, "</%s>\n", tag);
}

static void put_block(ot_buf *out, const page_text *x, const page_mark **next,
                      const block *b)
{
    static const char *const tags[] = {
        [BLOCK_PARAGRAPH] = "p", [BLOCK_QUOTE] = "blockquote"};
    const int heading = x->level + b->level < 6 ? x->level + b->level : 6;

    switch (b->kind) {
    case BLOCK_HEADING:
        ot__buf_format(out, "<h%d class=\"h%d\">", heading, b->level);
        put_inline(out, x, next, b->text);
        ot__buf_format(out, "</h%d>\n", heading);
        break;
    case BLOCK_RULE:
        ot__buf_text(out, "<hr>\n");
        break;
    case BLOCK_BULLETS:
    case BLOCK_NUMBERS:
        put_list(out, x, next, b);
        break;
    case BLOCK_TABLE:
        put_table(out, x, next, b->text);
        break;
    default:
        ot__buf_format(out, "<%s>", tags[b->kind]);
        put_inline(out, x, next, b->text);
        ot__buf_format(out, "</%s>\n", tags[b->kind]);
        break;
    }
}

// ---- the whole --------------------------------------------------------------

// Parts without findings stand below the last that has some, so that these have
// room beside them; headings wait for what they head.
typedef struct rows {
    ot_buf *out;
    const page_text *x;
    ot_buf held;        // parts not yet put
    size_t first, last; // findings due: x->order[first, last)
    bool open;
} rows;

static void put_held(rows *r)
{
    if (r->open && r->last > r->first) {
        ot__buf_text(r->out, "</div>\n");
        r->open = false;
    }
    if (!r->open) {
        ot__buf_format(
            r->out, "<div class=\"said\" lang=\"%s\" dir=\"auto\">\n",
            r->x->args->language != NULL ? r->x->args->language : "en");
        r->open = true;
    }
    ot__buf_bytes(r->out, ot__buf_cstr(&r->held), r->held.n);
    ot__buf_clear(&r->held);
    page_notes(r->out, r->x, r->first, r->last);
    r->first = r->last;
}

static ot_str without_mark(ot_str text)
{
    static const char mark[] = "\xEF\xBB\xBF";

    return text.n >= 3 && memcmp(text.at, mark, 3) == 0
               ? (ot_str){text.at + 3, text.n - 3}
               : text;
}

void page_article(ot_buf *out, const page_text *x)
{
    const page_mark *next = x->mark;
    rows r = {.out = out, .x = x};
    ot_str rest = without_mark(x->t->text);
    block b;

    if (x->t->text.n == 0) { // claims of a file
        page_notes(out, x, 0, x->t->claims->n);
        return;
    }
    // Sentences of -e are a line each.
    const bool each_line = x->args->each_line || strcmp(x->t->path, "-e") == 0;
    while (block_next(&rest, each_line, &b)) {
        put_block(&r.held, x, &next, &b);
        r.last = next > x->mark ? next[-1].last : 0;
        if (b.kind != BLOCK_HEADING) {
            put_held(&r);
        }
    }
    r.last = x->t->claims->n; // those that no part of the text holds
    if (r.held.n > 0 || r.last > r.first) {
        put_held(&r);
    }
    ot__buf_text(out, r.open ? "</div>\n" : "");
    out->failed = out->failed || r.held.failed;
    ot__buf_free(&r.held);
}
