// SPDX-License-Identifier: GPL-3.0-or-later
// attach_part.c - parts of a year whose year stands elsewhere: "second-quarter
// exports ... in 2024", "in the second"; and the last year of a run.

#include "claim/attach.h"

static ot_when *when_at(const ot_passage *p, size_t i)
{
    return &p->items.at[i].when;
}

static bool is_part(const ot_when *w)
{
    return w->kind == WHEN_QUARTER || w->kind == WHEN_HALF;
}

static bool is_plain_year(const ot_passage *p, size_t i)
{
    return ot__is_kind(p, i, ITEM_WHEN) && when_at(p, i)->kind == WHEN_YEAR &&
           when_at(p, i)->whose == YEAR_NUMBER && when_at(p, i)->months == 0;
}

// "2.0 billion in the first quarter of 2024 and 2.2 in the second".
static void read_ordinal(ot_passage *p, size_t i)
{
    ot_item *item = &p->items.at[i];
    const bool bare = i > 0 && ot__is(p, i - 1, WORD_IN) &&
                      ot__gap(p, i - 1) <= 1 &&
                      (i + 1 == p->items.n || ot__is(p, i + 1, WORD_CLAUSE) ||
                       ot__is(p, i + 1, WORD_AND) || ot__gap(p, i) == 0);
    size_t j = i;

    while (bare && j > 0 && !ot__is_kind(p, j - 1, ITEM_WHEN)) {
        j--;
    }
    if (!bare || j == 0 || !is_part(when_at(p, j - 1)) ||
        ot__is(p, i + 1, WORD_LARGEST)) {
        return;
    }
    const ot_when *first = when_at(p, j - 1);
    const int months = first->months;
    if (item->value * months > 12) {
        return;
    }
    item->kind = ITEM_WHEN;
    item->when = *first;
    item->when.first = (item->value - 1) * months + 1;
}

// "Second-quarter exports were 2.2 billion in 2024, from 2.0 in 2023": the
// years are of the quarter.
static void date_part(ot_passage *p, size_t i)
{
    const ot_when part = *when_at(p, i);
    bool dated = false;

    for (size_t j = i + 2; j < p->items.n && !ot__is_break(p, j); j++) {
        if (!dated && ot__leads_base(p, j)) {
            return;
        }
        if (!is_plain_year(p, j)) {
            continue;
        }
        const int year = when_at(p, j)->year;
        *when_at(p, j) = part;
        when_at(p, j)->whose = YEAR_NUMBER;
        when_at(p, j)->year = year;
        if (!dated) {
            *when_at(p, i) = *when_at(p, j);
        }
        dated = true;
    }
}

void ot__settle_parts(ot_passage *p)
{
    for (size_t i = 0; i < p->items.n; i++) {
        if (ot__is(p, i, WORD_ORDINAL)) {
            read_ordinal(p, i);
        }
    }
    for (size_t i = 0; i < p->items.n; i++) {
        if (ot__is_kind(p, i, ITEM_WHEN) && is_part(when_at(p, i)) &&
            when_at(p, i)->whose == YEAR_NOT_SAID &&
            ot__is(p, i + 1, WORD_FLOW) && ot__gap(p, i) <= 1) {
            date_part(p, i);
        }
    }
}

// "For a third year in a row: 5.0 billion in 2021 ... 4.5 in 2024": to the
// last.
void ot__settle_runs(ot_passage *p)
{
    for (size_t k = 0; k < p->n; k++) {
        ot_spoken *run = &p->spoken[k];
        if (run->kind != OT_CLAIM_RUN || run->when != NULL) {
            continue;
        }
        for (size_t i = 0; i < p->n; i++) {
            const ot_spoken *s = &p->spoken[i];
            if (s->kind == OT_CLAIM_LEVEL && s->topic == run->topic &&
                s->when != NULL && s->when->whose == YEAR_NUMBER &&
                (run->when == NULL || s->when->year > run->when->year)) {
                run->when = s->when;
            }
        }
    }
}
