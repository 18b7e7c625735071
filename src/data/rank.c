// SPDX-License-Identifier: GPL-3.0-or-later
// rank.c - each text is compared with others here, and nowhere else in sorting.
#include "data/rank.h"

#include <stdlib.h>
#include <string.h>

static const char *text_of(const ot_panel *p, ot_ranked what, uint32_t i)
{
    switch (what) {
    case OT_RANKED_AREA:
        return ot_panel_area_code(p, (ot_area)i);
    case OT_RANKED_COMMODITY:
        return ot__intern_text(&p->commodities, i);
    case OT_RANKED_BASIS:
        return ot__intern_text(&p->bases, i);
    case OT_RANKED_UNIT:
        return p->unit[i].code;
    case OT_RANKED_NOT:
        break;
    }
    return "";
}

size_t ot__ranked_count(const ot_panel *p, ot_ranked what)
{
    switch (what) {
    case OT_RANKED_AREA:
        return ot_area_count() + p->areas.n;
    case OT_RANKED_COMMODITY:
        return p->commodities.n;
    case OT_RANKED_BASIS:
        return p->bases.n;
    case OT_RANKED_UNIT:
        return p->units;
    case OT_RANKED_NOT:
        break;
    }
    return 0;
}

typedef struct named {
    const char *text;
    uint32_t number;
} named;

static int compare_named(const void *left, const void *right)
{
    const named *a = left, *b = right;
    const int order = strcmp(a->text, b->text);

    return order != 0 ? order
                      : (a->number > b->number) - (a->number < b->number);
}

uint32_t *ot__ranks(const ot_panel *p, ot_ranked what)
{
    const size_t n = ot__ranked_count(p, what);
    named *list = malloc((n + 1) * sizeof *list);
    uint32_t *rank = malloc((n + 1) * sizeof *rank);

    if (list == NULL || rank == NULL) {
        free(list);
        free(rank);
        return NULL;
    }
    for (uint32_t i = 0; i < n; i++) {
        list[i] = (named){text_of(p, what, i), i};
    }
    qsort(list, n, sizeof *list, compare_named);
    for (uint32_t i = 0; i < n; i++) {
        rank[list[i].number] = i;
    }
    free(list);
    return rank;
}
