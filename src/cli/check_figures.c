// SPDX-License-Identifier: GPL-3.0-or-later
// check_figures.c - the figures of a text for people: each with its verdict and
// why, those that share a reason not to be checked in one entry.

#include <stdlib.h>
#include <string.h>

#include "cli/alone.h"
#include "cli/check_view.h"
#include "cli/verdict.h"
#include "cli/wrapped.h"

enum {
    VERDICT = 11,   // columns of "NOT CHECKED"
    FITS = 12,      // of "FITS ANOTHER"
    BETWEEN = 2,    // columns
    LISTED_MOST = 6 // figures that share a reason
};

// ---- what is shown ----------------------------------------------------------

static bool is_known(const checked *t, size_t i)
{
    return t->known != NULL && t->known[i];
}

static bool is_unchecked(const checked *t, size_t i)
{
    return checked_verdict(t, i) == OT_NOT_CHECKED;
}

// Only that it holds is to be said of it.
static bool is_silent(const view *v, size_t i)
{
    return is_known(v->t, i) || (v->panel == NULL && !v->args->common.explain &&
                                 !alone_tells(checked_finding(v->t, i, 0)));
}

// Something is wrong with it: what it was taken for matters.
static bool is_grave(ot_verdict verdict)
{
    return verdict == OT_CLASHES || verdict == OT_DIFFERS ||
           verdict == OT_FITS_ANOTHER || verdict == OT_LOW ||
           verdict == OT_HIGH;
}

// ---- one figure -------------------------------------------------------------

static void put_place(const view *v, const ot_claim *c)
{
    const size_t before = v->out->n;

    checked_at(v->out, c);
    const size_t used = v->out->n - before;
    ot__buf_format(v->out, "%*s",
                   (int)((used < v->place ? v->place - used : 0) + BETWEEN),
                   "");
}

static void put_quoted(ot_buf *out, const ot_claim *c)
{
    const bool bare = c->figure.unit.dimension == OT_DIM_TIMES &&
                      strstr(verdict_quoted(c), "times") == NULL &&
                      strpbrk(verdict_quoted(c), "0123456789") != NULL;

    ot__buf_char(out, '"');
    checked_quote(out, c);
    ot__buf_format(out, "\"%s", bare ? " times" : "");
}

static void put_reading(const view *v, const ot_claim *c, size_t margin)
{
    ot_buf line = {0};

    ot__buf_text(&line, "read as ");
    checked_reading(&line, c);
    ot__buf_format(v->out, "%*s", (int)margin, "");
    wrapped(v->out, margin, margin + 2, ot__buf_cstr(&line));
    ot__buf_free(&line);
}

// A clash is told with its first figure; the others point to that.
static void put_alone_lines(const view *v, ot_buf *out, size_t i)
{
    const ot_claim *claim = v->t->claims->claim;
    const size_t first = summary_first(v->t, i);
    ot_buf lines = {0};

    if (first == i) {
        alone_lines(out, &claim[i], checked_finding(v->t, i, 0));
        return;
    }
    ot__buf_text(out, "in the clash of ");
    checked_at(out, &claim[first]);
    alone_lines(&lines, &claim[i], checked_finding(v->t, i, 0));
    const char *more = strchr(ot__buf_cstr(&lines), '\n');
    ot__buf_text(out, more != NULL ? more : "");
    ot__buf_free(&lines);
}

// A claim on line 1:64 against the others: the verdict stands before it.
static void put_alone(const view *v, size_t i)
{
    const ot_claim *c = &v->t->claims->claim[i];
    const ot_finding *f = checked_finding(v->t, i, 0);
    const size_t margin = v->place + BETWEEN + VERDICT + BETWEEN;
    ot_buf lines = {0};

    put_place(v, c);
    ot__buf_format(v->out, "%-*s%*s", VERDICT, ot_verdict_word(f->verdict),
                   BETWEEN, "");
    put_quoted(&lines, c);
    ot__buf_text(&lines, f->verdict == OT_CLASHES ? " " : ": ");
    put_alone_lines(v, &lines, i);
    wrapped_lines(v->out, margin, margin, ot__buf_cstr(&lines));
    if (v->args->common.explain || is_grave(f->verdict)) {
        put_reading(v, c, margin + 2);
    }
    if (v->args->common.explain) {
        alone_explain(v->out, c, f, margin + 2);
    }
    ot__buf_free(&lines);
}

const char *view_when(const checked *t, size_t column, char out[])
{
    char text[64];
    const ot_day day = checked_day(t, column);

    if (day == OT_DAY_NONE) {
        return "alone";
    }
    if (day == OT_DAY_LATEST) {
        return "today";
    }
    snprintf(out, 64, "on %.50s", ot_day_words(day, text));
    return out;
}

// One column of a claim that is held against data.
static void put_column(const view *v, size_t i, size_t column)
{
    const ot_claim *c = &v->t->claims->claim[i];
    const ot_finding *f = checked_finding(v->t, i, column);
    const size_t indent = v->place + BETWEEN + 2;
    const size_t margin = indent + v->when + BETWEEN + FITS + BETWEEN;
    ot_buf words = {0};
    char when[64];

    if (column == 0 && !v->args->common.explain &&
        (!alone_tells(f) || f->verdict == OT_NOT_CHECKED)) {
        return;
    }
    ot__buf_format(v->out, "%*s%-*s%*s%-*s%*s", (int)indent, "", (int)v->when,
                   view_when(v->t, column, when), BETWEEN, "", FITS,
                   ot_verdict_word(f->verdict), BETWEEN, "");
    if (column == 0) {
        put_alone_lines(v, &words, i);
        wrapped_lines(v->out, margin, margin, ot__buf_cstr(&words));
    } else {
        checked_words(&words, c, f);
        if (!summary_same_release(v->t, 1, column)) {
            summary_release(&words, f);
        }
        wrapped(v->out, margin, margin, ot__buf_cstr(&words));
    }
    if (v->args->common.explain && column == 0) {
        alone_explain(v->out, c, f, indent + 2);
    } else if (v->args->common.explain && f->own.flow != NULL) {
        check_explain(v->out, v->panel, c, f, checked_day(v->t, column),
                      indent + 2);
    }
    ot__buf_free(&words);
}

static void put_claim(const view *v, size_t i)
{
    const ot_claim *c = &v->t->claims->claim[i];
    const size_t margin = v->place + BETWEEN;
    ot_buf line = {0};

    if (v->panel == NULL) {
        put_alone(v, i);
        return;
    }
    put_place(v, c);
    put_quoted(&line, c);
    if (v->args->common.explain || is_grave(checked_verdict(v->t, i))) {
        ot__buf_text(&line, ": ");
        checked_reading(&line, c);
    }
    wrapped(v->out, margin, margin + 2, ot__buf_cstr(&line));
    ot__buf_free(&line);
    for (size_t k = 0; k < checked_columns(v->t); k++) {
        put_column(v, i, k);
    }
}

// ---- figures that were not checked ------------------------------------------

typedef struct reasons {
    ot_buf text;
    size_t *at; // of each claim, into text; SIZE_MAX: it has none to be said
} reasons;

static ot_status find_reasons(const view *v, reasons *r, ot_error *err)
{
    const size_t n = v->t->claims->n;
    const size_t last = checked_columns(v->t) - 1;

    r->at = calloc(n + 1, sizeof *r->at);
    if (r->at == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for an answer");
    }
    for (size_t i = 0; i < n; i++) {
        r->at[i] = SIZE_MAX;
        if (is_unchecked(v->t, i) && !is_known(v->t, i)) {
            r->at[i] = r->text.n;
            checked_words(&r->text, &v->t->claims->claim[i],
                          checked_finding(v->t, i, last));
            ot__buf_char(&r->text, '\0');
        }
    }
    return OT_OK;
}

// How many figures share the reason of figure i; they are put with it: all but
// the first with their places.
static size_t put_figures(const view *v, ot_buf *line, const reasons *r,
                          size_t i)
{
    const ot_claim *claim = v->t->claims->claim;
    const char *why = r->text.at + r->at[i];
    size_t n = 0;

    for (size_t k = i; k < v->t->claims->n; k++) {
        if (r->at[k] == SIZE_MAX || strcmp(r->text.at + r->at[k], why) != 0) {
            continue;
        }
        if (n > 0 && n < LISTED_MOST) {
            ot__buf_text(line, ", ");
            checked_at(line, &claim[k]);
            ot__buf_char(line, ' ');
        }
        if (n < LISTED_MOST) {
            put_quoted(line, &claim[k]);
        }
        n++;
        r->at[k] = k > i ? SIZE_MAX : r->at[k];
    }
    if (n > LISTED_MOST) {
        ot__buf_format(line, " and %zu more", n - LISTED_MOST);
    }
    ot__buf_format(line, ": %s", why);
    return n;
}

// In one entry those that share a reason.
static ot_status put_unchecked(const view *v, ot_error *err)
{
    const size_t margin = v->place + BETWEEN + VERDICT + BETWEEN;
    reasons r = {.at = NULL};
    ot_buf line = {0};
    const ot_status status = find_reasons(v, &r, err);

    for (size_t i = 0; status == OT_OK && i < v->t->claims->n; i++) {
        if (r.at[i] == SIZE_MAX || r.text.failed) {
            continue;
        }
        ot__buf_clear(&line);
        if (put_figures(v, &line, &r, i) == 1 && v->panel == NULL) {
            put_alone(v, i);
            continue;
        }
        put_place(v, &v->t->claims->claim[i]);
        ot__buf_format(v->out, "%-*s%*s", VERDICT,
                       ot_verdict_word(OT_NOT_CHECKED), BETWEEN, "");
        wrapped(v->out, margin, margin, ot__buf_cstr(&line));
    }
    ot__buf_free(&line);
    ot__buf_free(&r.text);
    free(r.at);
    return status;
}

ot_status view_figures(const view *v, ot_error *err)
{
    const bool all = v->args->common.explain;

    for (size_t i = 0; i < v->t->claims->n; i++) {
        if (!is_silent(v, i) && (all || !is_unchecked(v->t, i))) {
            put_claim(v, i);
        }
    }
    return all ? OT_OK : put_unchecked(v, err);
}
