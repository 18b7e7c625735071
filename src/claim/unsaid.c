// SPDX-License-Identifier: GPL-3.0-or-later
// unsaid.c - periods that have no date: "last year", "September", "a year
// earlier", or none at all.
//
// What is said relative to an unknown day still stands in order: this year and
// the year before it are two years, September is a month of one. Such periods
// are laid out in years long before any trade; a year that is named "2023/24"
// in others. What has no period at all is one stretch and its base, unless
// figures for the same quantity differ: then it is not one.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "claim/judge.h"
#include "claim/stance.h"

#define THIS_YEAR   (-24000) // 12 x -2000
#define THIS_FISCAL (-36000)
#define FISCAL_ZERO (-72000) // the fiscal year 0/1
#define WORDS       (-120000)

// ---- words -----------------------------------------------------------------

static bool takes(const char **text, const char *word)
{
    const size_t n = strlen(word);

    if (strncmp(*text, word, n) != 0) {
        return false;
    }
    *text += n;
    return true;
}

// "01/09" of the year that starts in a month; months 0: it is not that.
static ot_period months_of(const char *text, int32_t year)
{
    int from = 0, to = 0;

    if (sscanf(text, "%2d/%2d", &from, &to) != 2 || from < 1 || from > 12 ||
        to < 1 || to > 12) {
        return (ot_period){0, 0};
    }
    return (ot_period){year + from - 1,
                       (to >= from ? to - from : to + 12 - from) + 1};
}

static ot_period part_of(const char *text, int32_t year)
{
    return text[0] == ':' ? months_of(text + 1, year) : (ot_period){year, 12};
}

// A stretch of its own for a word like "past-5-years". FNV-1a.
static ot_period named(const char *text)
{
    uint32_t hash = UINT32_C(2166136261);

    for (; *text != '\0'; text++) {
        hash = (hash ^ (unsigned char)*text) * UINT32_C(16777619);
    }
    return (ot_period){WORDS - 48 * (int32_t)(hash % 1000000), 1};
}

// Months 0: it has to be told from the claims around, or nothing is said.
static ot_period period_of(const char *text)
{
    int years = 0;

    if (takes(&text, "fiscal:")) {
        return sscanf(text, "%4d", &years) == 1
                   ? (ot_period){FISCAL_ZERO + 12 * years, 12}
                   : (ot_period){0, 0};
    }
    if (!takes(&text, "relative:") || strcmp(text, "year-ago") == 0) {
        return (ot_period){0, 0};
    }
    const char *word = text;
    if (takes(&text, "this-fiscal-year")) {
        return part_of(text, THIS_FISCAL);
    }
    if (takes(&text, "last-fiscal-year")) {
        return part_of(text, THIS_FISCAL - 12);
    }
    if (takes(&text, "this-year")) {
        return part_of(text, THIS_YEAR);
    }
    if (takes(&text, "last-year")) {
        return part_of(text, THIS_YEAR - 12);
    }
    if (sscanf(text, "%d-years-ago", &years) == 1 && years > 0 && years < 99) {
        return (ot_period){THIS_YEAR - 12 * years, 12};
    }
    const ot_period p = months_of(text, THIS_YEAR);
    return p.months > 0 ? p : named(word);
}

static const char *said(const char *text)
{
    return text != NULL ? text : "";
}

static bool is_year_ago(const ot_stance *s)
{
    return s->unsaid &&
           strcmp(said(s->claim->said.period), "relative:year-ago") == 0;
}

static bool compares(const ot_stance *s)
{
    return s->kind == OT_CLAIM_GROWTH || s->kind == OT_CLAIM_MULTIPLE ||
           s->kind == OT_CLAIM_CHANGE;
}

// ---- bases -----------------------------------------------------------------

// "From August", of September 2024: the last August before it.
static ot_period before(const char *text, ot_period own)
{
    if (!takes(&text, "relative:")) {
        return (ot_period){0, 0};
    }
    const int32_t year = own.first - ot_month_of_year(own.first) + 1;
    ot_period p = months_of(text, year);
    return p.first >= own.first ? ot_period_year_before(p) : p;
}

static void set_base(ot_stance *s)
{
    const ot_period year_before = ot_period_year_before(s->own.period);
    const char *text = said(s->claim->said.base);
    const bool known = s->claim->base.months > 0 &&
                       !ot_period_equal(s->claim->base, year_before);

    if (s->claim->base_flow != NULL && s->claim->said.line > 0 &&
        strcmp(text, said(s->claim->said.period)) == 0) {
        s->base.period = s->own.period; // "1.3 times as large as imports"
        return;
    }
    if (known || strcmp(text, "relative:year-ago") == 0) {
        s->base.period = known ? s->claim->base : year_before;
        return;
    }
    ot_period p = before(text, s->own.period);
    p = p.months > 0 || !s->unsaid ? p : period_of(text);
    s->base.period = p.months > 0 ? p : year_before;
}

// What is compared is the later of the two, whichever stood nearer.
static void place(ot_stance *s, ot_period p)
{
    s->own.period = p;
    set_base(s);
    const bool unordered = s->unsaid && s->claim->base.months > 0;
    if (s->claim->said.line > 0 && compares(s) && !unordered &&
        s->base.period.first > s->own.period.first) {
        s->own.period = s->base.period;
        s->base.period = p;
    }
    s->whole.period =
        ot__is_share_over_time(s->claim) ? s->base.period : s->own.period;
}

// A year before the claim before it, else the one behind it, of its sentence.
static ot_period year_ago(const ot_stance s[], size_t from, size_t to, size_t i)
{
    for (size_t k = i; k-- > from;) {
        if (!is_year_ago(&s[k])) {
            return ot_period_year_before(s[k].own.period);
        }
    }
    for (size_t k = i + 1; k < to; k++) {
        if (!is_year_ago(&s[k])) {
            return ot_period_year_before(s[k].own.period);
        }
    }
    return (ot_period){OT_UNSAID_MONTH - 12, 1};
}

// ---- one sentence ----------------------------------------------------------

// Is what a comparison is of larger than what it is over? Changes are signed,
// ratios of a deficit are of its size.
static bool rises(const ot_stance *s)
{
    return s->claim->figure.point > (s->kind == OT_CLAIM_MULTIPLE ? 1 : 0);
}

static bool is_smaller(const ot_stance *comparison, const ot_stance *a,
                       const ot_stance *b)
{
    const double x = a->claim->figure.point, z = b->claim->figure.point;

    return comparison->kind == OT_CLAIM_CHANGE ? x < z : fabs(x) < fabs(z);
}

// The one claim of a sentence that compares a series; NULL: none, or several.
static const ot_stance *comparison(const ot_stance s[], size_t from, size_t to,
                                   const ot_stance *level)
{
    const ot_stance *found = NULL;

    for (size_t i = from; i < to; i++) {
        if (compares(&s[i]) && ot__same_series(&s[i].own, &level->own) &&
            s[i].claim->modality == level->claim->modality) {
            if (found != NULL &&
                !ot_period_equal(found->base.period, s[i].base.period)) {
                return NULL;
            }
            found = &s[i];
        }
    }
    return found;
}

static bool states(const ot_stance s[], size_t from, size_t to,
                   const ot_stance *like, ot_period p)
{
    for (size_t i = from; i < to; i++) {
        if (s[i].kind == OT_CLAIM_LEVEL &&
            ot__same_series(&s[i].own, &like->own) &&
            ot_period_equal(s[i].own.period, p)) {
            return true;
        }
    }
    return false;
}

static void set_apart(ot_stance *s)
{
    place(s, (ot_period){WORDS - 48 * (1000001 + (int32_t)s->index), 1});
}

// "Rose 5 percent to 4.2 billion in September from 4.0 billion": the level that
// has no period is what the growth is over.
static void set_old_level(ot_stance s[], size_t from, size_t to, size_t i)
{
    const ot_stance *c = comparison(s, from, to, &s[i]);

    if (c != NULL && !c->vague && !c->unsaid &&
        states(s, from, to, &s[i], c->own.period) &&
        !states(s, from, to, &s[i], c->base.period)) {
        s[i].unsaid = s[i].vague = false;
        place(&s[i], c->base.period);
    }
}

// Two levels of one series without a period, with what compares them: "from 4.3
// billion to 6.1 billion, by 42 percent". The one that the direction tells to
// be the old one moves to the base; without a direction neither is known.
static void part_levels(ot_stance s[], size_t from, size_t to, size_t i,
                        size_t k)
{
    const ot_stance *c = comparison(s, from, to, &s[i]);

    if (c == NULL || !c->vague || states(s, from, to, &s[i], c->base.period)) {
        set_apart(&s[i]);
        set_apart(&s[k]);
        return;
    }
    const bool first_is_old = rises(c) == is_smaller(c, &s[i], &s[k]);
    place(&s[first_is_old ? i : k], c->base.period);
}

static void part_sentence(ot_stance s[], size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (is_year_ago(&s[i])) {
            place(&s[i], year_ago(s, from, to, i));
        }
    }
    if (to - from > OT_SENTENCE_MOST) {
        return;
    }
    for (size_t i = from; i < to; i++) {
        if (s[i].vague && s[i].kind == OT_CLAIM_LEVEL) {
            set_old_level(s, from, to, i);
        }
    }
    for (size_t i = from; i < to; i++) {
        for (size_t k = i + 1; k < to; k++) {
            if (s[i].vague && s[i].kind == OT_CLAIM_LEVEL &&
                ot__stances_differ(&s[i], &s[k])) {
                part_levels(s, from, to, i, k);
            }
        }
    }
}

// ---- all of them -----------------------------------------------------------

// Do all that have no period agree with one another, as if it was one?
static bool agree(const ot_stance s[], size_t n)
{
    size_t vague = 0;

    for (size_t i = 0; i < n; i++) {
        vague += s[i].vague;
    }
    for (size_t i = 0; i < n && vague <= 200; i++) {
        for (size_t k = i + 1; k < n && s[i].vague; k++) {
            if (s[k].vague && ot__stances_differ(&s[i], &s[k])) {
                return false;
            }
        }
    }
    return vague <= 200;
}

// Each sentence its own stretch, and its base.
static void part_sentences(ot_stance s[], size_t n)
{
    int32_t back = 0;

    for (size_t i = 0; i < n; i++) {
        back += i > 0 && !ot__same_sentence(&s[i - 1], &s[i]) ? 48 : 0;
        if (s[i].vague && s[i].claim->said.line > 0) {
            s[i].own.period.first -= back;
            s[i].whole.period.first -= back;
            s[i].base.period.first -= back;
        }
    }
}

void ot__place_unsaid(ot_stance s[], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const ot_claim *c = s[i].claim;
        const bool projected = c->modality != OT_STATED;
        ot_period p = c->period;
        s[i].unsaid = p.months == 0;
        p = s[i].unsaid ? period_of(said(c->said.period)) : p;
        s[i].vague = p.months == 0;
        place(&s[i], !s[i].vague
                         ? p
                         : (ot_period){OT_UNSAID_MONTH, projected ? 12 : 1});
    }
    for (size_t i = 0, from = 0; i < n; i++) {
        if (i + 1 == n || !ot__same_sentence(&s[i], &s[i + 1])) {
            part_sentence(s, from, i + 1);
            from = i + 1;
        }
    }
    if (!agree(s, n)) {
        part_sentences(s, n);
    }
}
