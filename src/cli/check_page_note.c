// SPDX-License-Identifier: GPL-3.0-or-later
// check_page_note.c - findings on the page: the verdict and why, how the figure
// was read, the arithmetic.

#include <string.h>

#include "cli/alone.h"
#include "cli/check_page.h"
#include "cli/verdict.h"

static void put_text(ot_buf *out, const char *text)
{
    page_escape(out, ot__str(text));
}

static const char *class_of(ot_verdict verdict)
{
    static const char *const classes[CHECK_GRADES] = {[CHECK_WRONG] = "wrong",
                                                      [CHECK_DOUBT] = "doubt",
                                                      [CHECK_HOLDS] = "holds",
                                                      [CHECK_OPEN] = "open"};

    return classes[check_grade_of(verdict)];
}

static bool is_grave(const checked *t, size_t claim)
{
    const check_grade grade = check_grade_of(checked_verdict(t, claim));

    return grade == CHECK_WRONG || grade == CHECK_DOUBT;
}

bool page_is_known(const checked *t, size_t claim)
{
    return check_is_known(t, claim) && is_grave(t, claim);
}

const char *page_class(const checked *t, size_t claim)
{
    return page_is_known(t, claim) ? "known"
                                   : class_of(checked_verdict(t, claim));
}

const char *page_sign(const checked *t, size_t claim)
{
    const ot_verdict verdict = checked_verdict(t, claim);

    if (page_is_known(t, claim)) {
        return "\u25cb";
    }
    switch (check_grade_of(verdict)) {
    case CHECK_WRONG:
        return "\u2717";
    case CHECK_DOUBT:
        return verdict == OT_LOW ? "\u2193" : "\u2191";
    case CHECK_HOLDS:
        return "\u2713";
    default:
        return "?";
    }
}

// ---- why --------------------------------------------------------------------

static void put_day(ot_buf *out, ot_day day)
{
    char text[64];

    if (day == OT_DAY_NONE) {
        ot__buf_text(out, "Against each other");
    } else if (day == OT_DAY_LATEST) {
        ot__buf_text(out, "By all data");
    } else {
        ot__buf_format(out, "As published on %s", ot_day_words(day, text));
    }
}

// A line that begins with a capital letter.
static void put_capital(ot_buf *out, ot_str line)
{
    if (line.n > 0 && line.at[0] >= 'a' && line.at[0] <= 'z') {
        ot__buf_char(out, (char)(line.at[0] - 'a' + 'A'));
        line = (ot_str){line.at + 1, line.n - 1};
    }
    page_escape(out, line);
}

// A thought a line.
static void put_words(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    ot_buf words = {0};

    if (f->account != NULL && f->verdict != OT_NOT_CHECKED) {
        alone_lines(&words, c, f);
    } else {
        checked_words(&words, c, f);
    }
    ot_str rest = ot__str(ot__buf_cstr(&words));
    for (bool first = true; rest.n > 0; first = false) {
        const ot_str line = ot__str_trim(ot__str_cut(&rest, '\n'));
        ot__buf_text(out, first ? "<p>" : "<p class=\"step\">");
        put_capital(out, line);
        ot__buf_text(out, "</p>\n");
    }
    ot__buf_free(&words);
}

// A view by which the verdict is another: its own verdict, the rest on demand.
static void put_view(ot_buf *out, const checked *t, size_t claim, size_t k)
{
    const ot_finding *f = checked_finding(t, claim, k);

    ot__buf_text(out, "<details class=\"view\"><summary>");
    put_day(out, checked_day(t, k));
    ot__buf_format(out, ": <b class=\"v %s\">%s</b></summary>\n",
                   class_of(f->verdict), ot_verdict_word(f->verdict));
    put_words(out, &t->claims->claim[claim], f);
    ot__buf_text(out, "</details>\n");
}

// The view that the verdict is by, then the others; the one without data is
// silent where it cannot tell.
static void put_views(ot_buf *out, const checked *t, size_t claim)
{
    const ot_finding *gravest = check_gravest(t, claim);

    for (size_t k = 0; t->data != NULL && k < checked_columns(t); k++) {
        if (checked_finding(t, claim, k) == gravest) {
            ot__buf_text(out, "<p class=\"day\">");
            put_day(out, checked_day(t, k));
            ot__buf_text(out, ":</p>\n");
        }
    }
    put_words(out, &t->claims->claim[claim], gravest);
    for (size_t k = 0; k < checked_columns(t); k++) {
        const ot_finding *f = checked_finding(t, claim, k);
        if (f != gravest && (k > 0 || f->verdict != OT_NOT_CHECKED)) {
            put_view(out, t, claim, k);
        }
    }
}

// The others that cannot be right with it.
static void put_others(ot_buf *out, const page_text *x, size_t claim)
{
    const ot_finding *f = checked_finding(x->t, claim, 0);
    const ot_account *a = f->account;
    bool first = true;

    for (size_t i = 0; a != NULL && i < a->conflicts; i++) {
        const size_t other = check_other(x->t, f, i);
        if (other == claim) {
            continue;
        }
        ot__buf_text(out, first ? "<p>In the text:" : ",");
        ot__buf_format(out, " <a href=\"#m%zu-%zu\">%zu <q>", x->number,
                       other + 1, other + 1);
        put_text(out, verdict_quoted(&x->t->claims->claim[other]));
        ot__buf_text(out, "</q></a>");
        first = false;
    }
    ot__buf_text(out, first ? "" : "</p>\n");
}

// ---- how it was read --------------------------------------------------------

static void put_reading(ot_buf *out, const ot_claim *c)
{
    ot_buf words = {0};

    checked_reading(&words, c);
    ot__buf_text(out, "<p class=\"soft\">Read as ");
    put_text(out, ot__buf_cstr(&words));
    ot__buf_text(
        out, c->condition == OT_CONDITION_PACE ? ", if the pace is kept" : "");
    for (size_t i = 0; i < c->readings; i++) {
        ot__buf_text(out, i == 0 ? ". It could also be " : ", or ");
        put_text(out, c->reading[i].words);
    }
    ot__buf_text(out, ".</p>\n");
    ot__buf_free(&words);
}

// ---- the arithmetic ---------------------------------------------------------

static void put_lines(ot_buf *out, ot_str lines)
{
    ot__buf_text(out, "<ul>\n");
    for (ot_str rest = lines; rest.n > 0;) {
        const ot_str line = ot__str_trim(ot__str_cut(&rest, '\n'));
        ot__buf_text(out, "<li>");
        page_escape(out, line);
        ot__buf_text(out, "</li>\n");
    }
    ot__buf_text(out, "</ul>\n");
}

static void put_work(ot_buf *out, const page_text *x, size_t claim)
{
    const ot_claim *c = &x->t->claims->claim[claim];
    ot_buf lines = {0};
    bool any = false;

    for (size_t k = 0; k < checked_columns(x->t); k++) {
        const ot_finding *f = checked_finding(x->t, claim, k);
        ot__buf_clear(&lines);
        if (k == 0 && f->verdict != OT_NOT_CHECKED) {
            alone_explain(&lines, c, f, 0);
        } else if (k > 0 && f->own.flow != NULL) {
            check_explain(&lines, x->panel, c, f, checked_day(x->t, k), 0);
        }
        if (lines.n == 0) {
            continue;
        }
        ot__buf_text(out, any ? ""
                              : "<details class=\"work\"><summary>The "
                                "arithmetic</summary>\n");
        put_lines(out, (ot_str){lines.at, lines.n});
        any = true;
    }
    ot__buf_text(out, any ? "</details>\n" : "");
    ot__buf_free(&lines);
}

// ---- one finding ------------------------------------------------------------

static void put_note(ot_buf *out, const page_text *x, size_t claim, bool open)
{
    const checked *t = x->t;
    const ot_claim *c = &t->claims->claim[claim];

    ot__buf_format(out,
                   "<details class=\"note %s\" id=\"n%zu-%zu\"%s>\n<summary>"
                   "<b class=\"v\">%s\u2009%zu %s%s</b> <q>",
                   page_class(t, claim), x->number, claim + 1,
                   open ? " open" : "", page_sign(t, claim), claim + 1,
                   ot_verdict_word(checked_verdict(t, claim)),
                   page_is_known(t, claim) ? ", KNOWN" : "");
    put_text(out, verdict_quoted(c));
    ot__buf_text(out, "</q></summary>\n");
    put_views(out, t, claim);
    put_others(out, x, claim);
    put_reading(out, c);
    put_work(out, x, claim);
    ot__buf_text(out, "</details>\n");
}

static bool opens(const checked *t, size_t claim)
{
    return is_grave(t, claim) && !page_is_known(t, claim);
}

// What is wrong is open, unless it is so much that the text would be lost.
#define OPEN_MOST 8

void page_notes(ot_buf *out, const page_text *x, size_t first, size_t last)
{
    size_t grave = 0;

    if (first == last) {
        return;
    }
    for (size_t i = first; i < last; i++) {
        grave += opens(x->t, x->order[i]);
    }
    ot__buf_text(out, "<div class=\"notes\" role=\"note\" lang=\"en\" "
                      "dir=\"ltr\">\n");
    for (size_t i = first; i < last; i++) {
        put_note(out, x, x->order[i],
                 grave <= OPEN_MOST && opens(x->t, x->order[i]));
    }
    ot__buf_text(out, "</div>\n");
}
