// SPDX-License-Identifier: GPL-3.0-or-later
// check_summary.c - how many figures were checked, by view, and how they came
// out.

#include <string.h>

#include "cli/check.h"
#include "cli/verdict.h"

static bool is_known(const checked *t, size_t i)
{
    return t->known != NULL && t->known[i];
}

// ---- against each other -----------------------------------------------------

// Members of a conflict have one list of it.
static bool same_conflict(const ot_finding *f, const ot_finding *g)
{
    const ot_account *a = f->account, *b = g->account;

    return f->among == g->among && a->conflicts == b->conflicts &&
           memcmp(a->conflict, b->conflict,
                  a->conflicts * sizeof a->conflict[0]) == 0;
}

size_t summary_first(const checked *t, size_t i)
{
    const ot_finding *f = &t->alone->finding[i];
    size_t first = i;

    for (size_t k = 0; k < f->account->conflicts; k++) {
        // Where texts are weighed apart, indexes are those of the part.
        const ot_claim *other = &f->among->claim[f->account->conflict[k]];
        const size_t j = (size_t)(other - t->claims->claim);
        if (j < first && !is_known(t, j) &&
            same_conflict(f, &t->alone->finding[j])) {
            first = j;
        }
    }
    return first;
}

static bool begins_clash(const checked *t, size_t i)
{
    return t->alone->finding[i].verdict == OT_CLASHES && !is_known(t, i) &&
           summary_first(t, i) == i;
}

void summary_alone(ot_buf *out, const checked *texts, size_t n)
{
    const char *without =
        n > 0 && texts[0].data != NULL ? "" : " (no data given)";
    size_t figures = 0, held = 0, clashes = 0;

    for (size_t i = 0; i < n; i++) {
        const checked *t = &texts[i];
        figures += t->claims->n;
        for (size_t k = 0; k < t->claims->n; k++) {
            held += t->alone->finding[k].verdict != OT_NOT_CHECKED;
            clashes += begins_clash(t, k);
        }
    }
    if (held == 0) {
        ot__buf_format(out, "0 of %zu checked against each other%s", figures,
                       without);
    } else {
        ot__buf_format(out, "%zu checked against each other%s, %zu clash%s",
                       held, without, clashes, clashes == 1 ? "" : "es");
    }
}

void summary_known(ot_buf *out, const checked *texts, size_t n)
{
    size_t known = 0;

    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < texts[i].claims->n; k++) {
            known += is_known(&texts[i], k);
        }
    }
    if (known > 0) {
        ot__buf_format(out, ", %zu known", known);
    }
}

// ---- against data -----------------------------------------------------------

bool summary_same_release(const checked *texts, size_t n, size_t column)
{
    const ot_finding *first = NULL;

    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < texts[i].claims->n; k++) {
            const ot_finding *f = checked_finding(&texts[i], k, column);
            if (f->own.flow == NULL) {
                continue;
            }
            first = first == NULL ? f : first;
            if (f->own.release != first->own.release ||
                f->months_to != first->months_to) {
                return false;
            }
        }
    }
    return first != NULL;
}

void summary_release(ot_buf *out, const ot_finding *f)
{
    char text[64];

    if (f->own.flow != NULL) {
        ot__buf_text(out, " (");
        verdict_release(out, f->own.release);
        ot__buf_format(out, ", months to %s)",
                       ot_period_words((ot_period){f->months_to, 1}, text));
    }
}

static void put_day(ot_buf *out, const checked *texts, size_t n, size_t column)
{
    const ot_day day = checked_day(&texts[0], column);
    char text[64];

    if (day == OT_DAY_LATEST) {
        ot__buf_text(out, "today");
    } else {
        ot__buf_format(out, "on %s", ot_day_words(day, text));
    }
    if (!summary_same_release(texts, n, column)) {
        return;
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < texts[i].claims->n; k++) {
            const ot_finding *f = checked_finding(&texts[i], k, column);
            if (f->own.flow != NULL) {
                summary_release(out, f);
                return;
            }
        }
    }
}

void summary_column(ot_buf *out, const checked *texts, size_t n, size_t column)
{
    size_t count[OT_VERDICTS] = {0}, figures = 0, held = 0;
    const char *between = " - ";

    for (size_t i = 0; i < n; i++) {
        const checked *t = &texts[i];
        figures += t->claims->n;
        for (size_t k = 0; k < t->claims->n; k++) {
            const ot_verdict v = checked_finding(t, k, column)->verdict;
            count[v] += !is_known(t, k);
            held += v != OT_NOT_CHECKED;
        }
    }
    put_day(out, texts, n, column);
    ot__buf_format(out, ": %zu of %zu checked", held, figures);
    for (int v = 0; v < OT_VERDICTS; v++) {
        if (count[v] > 0 && v != OT_NOT_CHECKED) {
            ot__buf_format(out, "%s%zu %s", between, count[v],
                           ot_verdict_word((ot_verdict)v));
            between = ", ";
        }
    }
}
