// SPDX-License-Identifier: GPL-3.0-or-later
// lead.c - the word that leads to a figure: "to 5 billion", "an increase in
// exports of 3 %".

#include "claim/passage.h"

// ---- walking over items -----------------------------------------------------

bool ot__is_kind(const ot_passage *p, size_t i, ot_item_kind kind)
{
    return i < p->items.n && p->items.at[i].kind == kind;
}

bool ot__is(const ot_passage *p, size_t i, ot_word_class what)
{
    return ot__is_kind(p, i, ITEM_WORD) && p->items.at[i].what == what;
}

int ot__gap(const ot_passage *p, size_t i)
{
    return i + 1 < p->items.n ? p->items.at[i + 1].word - p->items.at[i].after
                              : 1000;
}

bool ot__is_move(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_MOVE) || ot__is(p, i, WORD_MOVE_NOUN);
}

bool ot__is_break(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_CLAUSE) && p->items.at[i].value >= 2;
}

bool ot__is_new_clause(const ot_passage *p, size_t i)
{
    return ot__is_break(p, i) ||
           (ot__is(p, i, WORD_CLAUSE) && ot__is(p, i + 1, WORD_AND) &&
            ot__gap(p, i) == 0);
}

ot_spoken *ot__spoken_of(const ot_passage *p, size_t item)
{
    for (size_t k = 0; k < p->n; k++) {
        if (p->spoken[k].item == item) {
            return &p->spoken[k];
        }
    }
    return NULL;
}

// ---- the word that leads to a figure ----------------------------------------

// "exports to Russia", "imports from China": not the link of a figure.
static bool links_place(const ot_passage *p, size_t i)
{
    if (ot__gap(p, i) > 1) {
        return false;
    }
    return ot__is_kind(p, i + 1, ITEM_AREA) || ot__is(p, i + 1, WORD_GROUP) ||
           ot__is(p, i + 1, WORD_FLOW);
}

// What an item means for the figure that it stands before.
typedef enum step { STEP_ON, STEP_TAKE, STEP_STOP } step;

static step look(const ot_passage *p, size_t j, size_t i, ot_lead *l)
{
    const ot_item *item = &p->items.at[j];

    // "rose from a year earlier 8.3 %": the link is the period's.
    size_t k = j + 1;
    while (ot__is(p, k, WORD_OF) || ot__is(p, k, WORD_IN)) {
        k++; // "over those of the previous year"
    }
    if ((item->what == WORD_FROM || item->what == WORD_BASE) && k < i &&
        ot__is_kind(p, k, ITEM_WHEN) && !p->items.at[k].possessive) {
        return STEP_ON;
    }

    switch (item->what) {
    case WORD_FROM:
    case WORD_TO:
        return links_place(p, j) && !p->items.at[j + 1].possessive ? STEP_ON
                                                                   : STEP_TAKE;
    case WORD_BY: // "followed by Russia", "offset by a surplus of"
        return l->of ? STEP_STOP : links_place(p, j) ? STEP_ON : STEP_TAKE;
    case WORD_BASE:
    case WORD_SHARE:
    case WORD_RATE:
        return STEP_TAKE;
    case WORD_LEVEL:
        return l->of && !l->close ? STEP_STOP : STEP_TAKE;
    case WORD_MOVE:
        return l->of ? STEP_ON : STEP_TAKE;
    case WORD_MOVE_NOUN:
        return STEP_TAKE;
    case WORD_MOVE_THAN: // "above May's 2.2 billion"
        return l->of ? STEP_ON : STEP_TAKE;
    case WORD_WITH:
        return l->of ? STEP_STOP : STEP_ON;
    case WORD_STANDIN: // "a volume of", "last year's figure of"
        l->level = l->level || (l->of && ot__gap(p, j) == 0);
        return STEP_ON;
    case WORD_OF:
        l->of = l->of || l->close;
        return STEP_ON;
    case WORD_FLOW:
        return l->of ? STEP_ON : STEP_STOP;
    case WORD_CLAUSE:
        return item->value >= 2 || l->of ? STEP_STOP : STEP_ON;
    case WORD_OPEN:
    case WORD_CLOSE:
        return STEP_STOP;
    default:
        return STEP_ON;
    }
}

ot_lead ot__lead_of(const ot_passage *p, size_t i)
{
    ot_lead l = {.what = WORD_END, .at = i, .close = true};
    ot_word_class list = WORD_END;

    for (size_t j = i; j-- > 0;) {
        if (ot__gap(p, j) > (l.of ? 12 : 5)) {
            break;
        }
        l.close = l.close && ot__gap(p, j) <= 2;
        if (p->items.at[j].kind == ITEM_FIGURE) {
            l.what = list;
            l.at = j;
            return l;
        }
        if (p->items.at[j].kind != ITEM_WORD) {
            continue;
        }
        if (ot__is(p, j, WORD_AND) || ot__is(p, j, WORD_OR) ||
            (ot__is(p, j, WORD_CLAUSE) && list == WORD_END &&
             !ot__is_break(p, j))) {
            list = ot__is(p, j, WORD_OR) ? WORD_OR : WORD_AND;
            l.close = false;
            continue;
        }
        const step s = look(p, j, i, &l);
        if (s == STEP_TAKE) {
            l.what = p->items.at[j].what;
            l.at = j;
            return l;
        }
        if (s == STEP_STOP) {
            break;
        }
    }
    l.what = l.of ? WORD_OF : WORD_END;
    return l;
}
