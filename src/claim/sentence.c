// SPDX-License-Identifier: GPL-3.0-or-later
// sentence.c - what the figures of one sentence say of each other: which is the
// part and which the whole of a share, which shares a change is between, and
// which two are for the same and so cannot be told apart.

#include <math.h>
#include <string.h>

#include "claim/stance.h"

static const char *text_of(const char *text)
{
    return text != NULL ? text : "";
}

bool ot__same_sentence(const ot_stance *a, const ot_stance *b)
{
    const char *group = text_of(a->claim->group);

    return group[0] != '\0' && strcmp(group, text_of(b->claim->group)) == 0;
}

bool ot__stances_differ(const ot_stance *a, const ot_stance *b)
{
    return a->kind == b->kind && a->claim->modality == b->claim->modality &&
           a->unweighted == NULL && b->unweighted == NULL &&
           ot__same_series(&a->own, &b->own) &&
           ot__same_series(&a->base, &b->base) &&
           ot_period_equal(a->own.period, b->own.period) &&
           ot_period_equal(a->base.period, b->base.period) &&
           !ot_interval_meets(a->judged, b->judged);
}

// ---- parts and wholes ------------------------------------------------------

// A part whose name was not read has its claim's: no other claim speaks of it.
static void name_part(ot_stance *s, const char *name)
{
    s->whole = s->own;
    s->own.commodity = name;
    s->base.commodity = name;
    s->unweighted = NULL;
}

static bool is_level_like(const ot_stance *a, const ot_stance *share)
{
    return a->kind == OT_CLAIM_LEVEL && a->unweighted == NULL &&
           a->claim->modality == share->claim->modality &&
           ot__same_series(&a->own, &share->own) &&
           ot_period_equal(a->own.period, share->own.period);
}

// "3.1 billion, 24 percent of total exports of 13.0 billion": of two levels for
// the same the larger is the whole.
static void part_of_whole(ot_stance s[], size_t from, size_t to,
                          ot_stance *share)
{
    ot_stance *level[2] = {NULL, NULL};
    size_t levels = 0;

    for (size_t i = from; i < to; i++) {
        if (is_level_like(&s[i], share)) {
            level[levels < 2 ? levels : 1] = &s[i];
            levels++;
        }
    }
    if (levels != 2 || !ot__stances_differ(level[0], level[1])) {
        return;
    }
    const bool first = fabs(level[0]->judged.lo) < fabs(level[1]->judged.lo);
    ot_stance *part = level[first ? 0 : 1], *whole = level[first ? 1 : 0];
    if (share->unweighted == NULL) {
        whole->own = whole->base = whole->whole = share->whole;
    } else {
        name_part(share, share->claim->id);
        name_part(part, share->claim->id);
    }
}

// "Exports of 12.4 billion: machinery 5.0, textiles 7.4": of three levels or
// more for the same, one is the sum of the others where it can be.
static void parts_of_sum(ot_stance s[], size_t from, size_t to,
                         const ot_stance *like)
{
    ot_stance *whole = NULL;
    ot_interval sum = ot_interval_of(0, 0);
    size_t levels = 0;

    for (size_t i = from; i < to; i++) {
        if (is_level_like(&s[i], like) && !(s[i].judged.lo <= 0)) {
            levels++;
            sum = ot_interval_add(sum, s[i].judged);
            whole = whole == NULL || s[i].judged.lo > whole->judged.lo ? &s[i]
                                                                       : whole;
        }
    }
    // The sum of all is twice the whole.
    if (levels < 3 || !ot_interval_meets(
                          sum, ot_interval_add(whole->judged, whole->judged))) {
        return;
    }
    whole->has_parts = true;
    for (size_t i = from; i < to; i++) {
        if (&s[i] != whole && is_level_like(&s[i], whole) &&
            !(s[i].judged.lo <= 0)) {
            s[i].part_of = whole->claim;
            name_part(&s[i], s[i].claim->id);
        }
    }
}

// ---- changes of shares -----------------------------------------------------

// The one share of a sentence in a period; NULL: none, or several.
static ot_stance *share_in(ot_stance s[], size_t from, size_t to,
                           const ot_stance *change, ot_period p)
{
    ot_stance *found = NULL;

    for (size_t i = from; i < to; i++) {
        if (s[i].kind == OT_CLAIM_SHARE &&
            ot__same_series(&s[i].own, &change->own) &&
            ot_period_equal(s[i].own.period, p)) {
            if (found != NULL) {
                return NULL;
            }
            found = &s[i];
        }
    }
    return found;
}

// "From 35.6 to 41.4 percent, up 5.8 points": the change is of that share, and
// where it is a share of what is not said, all three are of the same.
static void change_of_share(ot_stance s[], size_t from, size_t to,
                            ot_stance *change)
{
    ot_stance *now = share_in(s, from, to, change, change->own.period);
    ot_stance *before = share_in(s, from, to, change, change->base.period);

    if (now == NULL || before == NULL) {
        return;
    }
    change->kind = OT_CLAIM_SHARE_CHANGE;
    change->whole = now->whole;
    if (now->unweighted != NULL && before->unweighted != NULL) {
        name_part(now, change->claim->id);
        name_part(before, change->claim->id);
        name_part(change, change->claim->id);
    }
}

static bool says(const ot_stance s[], size_t from, size_t to,
                 ot_claim_kind kind, const ot_stance *but)
{
    for (size_t i = from; i < to; i++) {
        if (s[i].kind == kind && &s[i] != but) {
            return true;
        }
    }
    return false;
}

// "Rose by 5 points to 10.5 billion from 10.0 billion": what has levels and no
// rate has no points.
static void points_of_levels(ot_stance s[], size_t from, size_t to,
                             ot_stance *change)
{
    bool now = false, before = false;

    for (size_t i = from; i < to; i++) {
        if (s[i].kind == OT_CLAIM_LEVEL &&
            ot__same_series(&s[i].own, &change->own)) {
            now = now || ot_period_equal(s[i].own.period, change->own.period);
            before =
                before || ot_period_equal(s[i].own.period, change->base.period);
        }
    }
    if (now && before) {
        change->kind = OT_CLAIM_GROWTH;
        change->sense = "per cent, not points";
    }
}

// ---- twins -----------------------------------------------------------------

static void refuse_twins(ot_stance s[], size_t from, size_t to)
{
    bool twin[OT_SENTENCE_MOST] = {false};

    for (size_t i = from; i < to; i++) {
        for (size_t k = i + 1; k < to; k++) {
            if (!s[i].vague && ot__stances_differ(&s[i], &s[k])) {
                twin[i - from] = twin[k - from] = true;
            }
        }
    }
    for (size_t i = from; i < to; i++) {
        if (twin[i - from]) {
            s[i].unweighted = "another figure of its sentence is for the same; "
                              "what sets them apart was not understood";
        }
    }
}

static void read_sentence(ot_stance s[], size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (s[i].kind == OT_CLAIM_SHARE) {
            part_of_whole(s, from, to, &s[i]);
        } else if (s[i].kind == OT_CLAIM_LEVEL && !s[i].vague) {
            parts_of_sum(s, from, to, &s[i]);
        }
    }
    for (size_t i = from; i < to; i++) {
        const bool points = s[i].kind == OT_CLAIM_SHARE_CHANGE ||
                            (s[i].kind == OT_CLAIM_RATE_CHANGE &&
                             !says(s, from, to, OT_CLAIM_GROWTH, NULL)) ||
                            (s[i].kind == OT_CLAIM_GROWTH &&
                             !says(s, from, to, OT_CLAIM_LEVEL, NULL));
        if (points && says(s, from, to, OT_CLAIM_SHARE, &s[i])) {
            change_of_share(s, from, to, &s[i]);
        } else if (points && s[i].kind == OT_CLAIM_RATE_CHANGE) {
            points_of_levels(s, from, to, &s[i]);
        }
    }
    refuse_twins(s, from, to);
}

void ot__read_sentences(ot_stance s[], size_t n)
{
    for (size_t i = 0, from = 0; i < n; i++) {
        if (i + 1 == n || !ot__same_sentence(&s[i], &s[i + 1])) {
            if (s[i].claim->said.line > 0 && i - from < OT_SENTENCE_MOST) {
                read_sentence(s, from, i + 1);
            }
            from = i + 1;
        }
    }
}
