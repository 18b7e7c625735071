// SPDX-License-Identifier: GPL-3.0-or-later
// checked.c - what was found in a text, over both views.

#include "cli/checked.h"

#include <stdlib.h>
#include <string.h>

#include "cli/undated.h"
#include "cli/verdict.h"
#include "cli/wrapped.h"

void checked_clear(checked *t)
{
    ot_checking_free(t->data);
    free(t->turned);
    ot_checking_free(t->alone);
    for (size_t i = 0; i < t->parts; i++) {
        ot_checking_free(t->part[i].checking);
    }
    ot_claims_free(t->claims);
    free(t->part);
    free((void *)(uintptr_t)t->text.at);
    free(t->known);
    *t = (checked){.path = NULL};
}

void checked_free(checked *texts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        checked_clear(&texts[i]);
    }
    free(texts);
}

size_t checked_columns(const checked *t)
{
    return 1 + (t->data != NULL ? (size_t)t->data->columns : 0);
}

const ot_finding *checked_finding(const checked *t, size_t claim, size_t column)
{
    return column == 0
               ? &t->alone->finding[claim]
               : &t->data
                      ->finding[claim * (size_t)t->data->columns + column - 1];
}

ot_day checked_day(const checked *t, size_t column)
{
    return column == 0 ? OT_DAY_NONE : t->data->day[column - 1];
}

static int gravity(ot_verdict verdict)
{
    static const int of[OT_VERDICTS] = {
        [OT_DIFFERS] = 8,  [OT_FITS_ANOTHER] = 7, [OT_CLASHES] = 6,
        [OT_LOW] = 5,      [OT_HIGH] = 5,         [OT_AGREES] = 4,
        [OT_IN_RANGE] = 3, [OT_ADDS_UP] = 2,      [OT_NOT_CHECKED] = 1};

    return of[verdict];
}

// The column of the gravest finding: the first of equal ones.
static size_t gravest(const checked *t, size_t claim)
{
    size_t at = 0;

    for (size_t c = 1; c < checked_columns(t); c++) {
        if (gravity(checked_finding(t, claim, c)->verdict) >
            gravity(checked_finding(t, claim, at)->verdict)) {
            at = c;
        }
    }
    return at;
}

ot_verdict checked_verdict(const checked *t, size_t claim)
{
    return checked_finding(t, claim, gravest(t, claim))->verdict;
}

void checked_reason(ot_buf *out, const checked *t, size_t claim)
{
    checked_words(out, &t->claims->claim[claim],
                  checked_finding(t, claim, gravest(t, claim)));
}

void checked_words(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const size_t verdict = strlen(ot_verdict_word(f->verdict));
    ot_buf words = {0};

    verdict_words(&words, c, f);
    if (words.n > verdict) {
        const char *rest =
            words.at + verdict + strspn(words.at + verdict, ":, ");
        if (f->verdict == OT_NOT_CHECKED && f->account == NULL) {
            checked_why(out, c, rest);
        } else {
            wrapped_flat(out, rest);
        }
    }
    ot__buf_free(&words);
}

void checked_quote(ot_buf *out, const ot_claim *c)
{
    wrapped_flat(out, verdict_quoted(c));
}

void checked_at(ot_buf *out, const ot_claim *c)
{
    if (c->said.line > 0) {
        ot__buf_format(out, "%ld:%ld", c->said.line, c->said.column);
    } else {
        ot__buf_text(out, c->id);
    }
}

// "relative:past-5-years" as "past 5 years".
static void put_relative(ot_buf *out, ot_str words)
{
    (void)ot__str_cut(&words, ':');
    for (size_t i = 0; i < words.n; i++) {
        ot__buf_char(out, words.at[i] == '-' ? ' ' : words.at[i]);
    }
}

bool checked_period(ot_buf *out, const ot_claim *c)
{
    const ot_str said = ot__str(c->said.period);
    char text[UNDATED_SIZE];

    if (c->period.months > 0) {
        ot__buf_text(out, undated_words(c->period, text));
        return undated_is(c->period);
    }
    if (!ot__str_starts(said, "relative:")) {
        ot__buf_text(out, "the period not said");
        return false;
    }
    put_relative(out, said);
    return true;
}

void checked_why(ot_buf *out, const ot_claim *c, const char *why)
{
    ot_buf period = {0};

    if (checked_period(&period, c)) {
        ot__buf_format(out,
                       "\"%s\" is known only with --date, the day it was said",
                       ot__buf_cstr(&period));
    } else {
        ot__buf_text(out, why);
    }
    ot__buf_free(&period);
}

// Is it stated against another period?
static bool compares(const ot_claim *c)
{
    return c->base.months > 0 && c->period.months > 0 &&
           (c->kind == OT_CLAIM_CHANGE || c->kind == OT_CLAIM_GROWTH ||
            c->kind == OT_CLAIM_MULTIPLE || c->kind == OT_CLAIM_SHARE_CHANGE ||
            c->kind == OT_CLAIM_RATE_CHANGE);
}

void checked_reading(ot_buf *out, const ot_claim *c)
{
    const bool all = ot__str_same(ot__str(c->commodity), "TOTAL");
    char text[UNDATED_SIZE];

    if (c->modality != OT_STATED) {
        ot__buf_format(out, "%s ", ot_modality_name(c->modality));
    }
    ot__buf_text(out, ot_claim_kind_name(c->kind));
    if (c->flow != NULL) {
        ot__buf_format(out, " of %s", c->flow->name);
    }
    if (c->commodity[0] != '\0' && !all) {
        ot__buf_format(out, " of %s", c->commodity);
    }
    if (c->reporter != OT_AREA_NONE) {
        ot__buf_format(out, ", %s", ot_area_name(c->reporter));
    }
    if (c->partner != OT_AREA_NONE) {
        ot__buf_format(out, "%s with %s",
                       c->reporter != OT_AREA_NONE ? "" : ",",
                       ot_area_name(c->partner));
    }
    ot__buf_text(out, ", ");
    (void)checked_period(out, c);
    if (compares(c)) {
        ot__buf_format(out, " against %s", undated_words(c->base, text));
    }
    if (c->place[0] != '\0' && c->said.line == 0) {
        ot__buf_format(out, " [%s]", c->place);
    }
}

static const char *customary(const checked *t)
{
    for (size_t i = 0; i < t->claims->n; i++) {
        for (size_t k = 1; k < checked_columns(t); k++) {
            const ot_finding *f = checked_finding(t, i, k);
            if (f->customary != NULL) {
                return f->customary;
            }
        }
    }
    return NULL;
}

void checked_basis(ot_buf *out, const char *named, const checked *texts,
                   size_t n)
{
    const char *basis = named;

    for (size_t i = 0; i < n && basis == NULL; i++) {
        basis = customary(&texts[i]);
    }
    if (basis != NULL) {
        ot__buf_format(out, "imports by %s%s", basis,
                       named == NULL ? ", as is customary" : "");
    }
}
