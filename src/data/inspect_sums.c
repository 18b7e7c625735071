// SPDX-License-Identifier: GPL-3.0-or-later
// inspect_sums.c - parts against wholes: partners against the world, codes
// against the code above them.
//
// Wholes are put into a lookup; every part then finds its whole and is added to
// it. A whole without a part in the files is not tested. Groups of countries
// are neither, and seasonally adjusted figures need not add up.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/inspect.h"
#include "data/lookup.h"

// What a key is in a check: sets *spot to the key by which whole and parts
// meet. PART_IN_DOUBT may be a group that the table does not know; what is
// allocated to no country is at times a group of countries that are listed too.
typedef enum share { NOTHING, WHOLE, PART, PART_IN_DOUBT } share;

typedef share share_of(const ot_panel *p, const void *context,
                       const ot_pkey *key, bool whole, ot_pkey *spot);

// The parts of a whole, added up.
typedef struct parts {
    ot_i128 sum, doubtful;
    double half;
    uint32_t n, first; // cells added, the first of them
    bool mixed;
} parts;

typedef struct summing {
    share_of *share_of;
    const void *context;
    ot_inspect_code over, under;
    ot_lookup wholes;
    parts *parts; // of each whole
} summing;

static ot_spot spot_of(const ot_pkey *key, const ot_pcell *c)
{
    return (ot_spot){*key, c->first, c->months};
}

static bool adjusted(const ot_panel *p, const ot_pkey *key)
{
    const char *basis = ot__intern_text(&p->bases, key->basis);

    return ot__str_lists(ot__str(basis), "sa");
}

static bool add_wholes(ot_run *run, summing *s)
{
    const ot_panel *p = run->p;
    ot_pkey key;

    for (uint32_t k = 0; k < p->keys; k++) {
        key = p->key[k];
        if (s->share_of(p, s->context, &p->key[k], true, &key) != WHOLE ||
            adjusted(p, &p->key[k])) {
            continue;
        }
        ot__run_of(run, k);
        for (size_t i = 0; i < run->n; i++) {
            const ot_pcell *c = ot__run_at(run, i);
            const ot_spot spot = spot_of(&key, c);
            if (ot__cell_known(c) &&
                !ot__lookup_add(&s->wholes, &spot, run->cell[i])) {
                return false;
            }
        }
    }
    return true;
}

static void add_part(const ot_panel *p, summing *s, uint32_t whole,
                     uint32_t cell, bool doubtful)
{
    const ot_pcell *c = &p->cell[cell];
    parts *to = &s->parts[whole];

    to->first = to->n == 0 ? cell : to->first;
    to->n++;
    to->sum += c->amount;
    to->doubtful += doubtful ? c->amount : 0;
    to->half += ot__cell_half(p, c);
    to->mixed =
        to->mixed || c->vintage != p->cell[s->wholes.cell[whole]].vintage;
}

static void add_parts(ot_run *run, summing *s)
{
    const ot_panel *p = run->p;
    ot_pkey key;

    for (uint32_t k = 0; k < p->keys; k++) {
        key = p->key[k];
        const share what = s->share_of(p, s->context, &p->key[k], false, &key);
        if (what != PART && what != PART_IN_DOUBT) {
            continue;
        }
        ot__run_of(run, k);
        for (size_t i = 0; i < run->n; i++) {
            const ot_pcell *c = ot__run_at(run, i);
            const ot_spot spot = spot_of(&key, c);
            size_t at = 0;
            const uint32_t whole = ot__lookup_next(&s->wholes, &spot, &at);
            if (whole != OT_NOT_FOUND && ot__cell_known(c)) {
                add_part(p, s, whole, run->cell[i], what == PART_IN_DOUBT);
            }
        }
    }
}

// What is in doubt is left out before it is called too much.
static void judge(const ot_panel *p, const summing *s, size_t i,
                  ot_inspection *to)
{
    const ot_pcell *c = &p->cell[s->wholes.cell[i]];
    const parts *sum = &s->parts[i];
    const double half = ot__cell_half(p, c) + sum->half;
    const bool differ = ot__amounts_differ(c->amount, sum->sum, half);
    const ot_i128 excess = sum->sum - c->amount;

    if (sum->n == 0 ||
        (differ && excess > 0 && sum->doubtful != 0 &&
         (excess <= sum->doubtful ||
          !ot__amounts_differ(c->amount, sum->sum - sum->doubtful, half)))) {
        return;
    }
    to->check[s->over].tested++;
    to->check[s->under].tested++;
    if (!differ) {
        return;
    }
    ot_discrepancy d = ot__discrepancy(p, c, excess > 0 ? s->over : s->under);
    ot__discrepancy_amount(&d, c->amount, sum->sum);
    d.half = half;
    d.count = (int32_t)sum->n;
    d.mixed = sum->mixed;
    d.other = ot__cell_place(p, &p->cell[sum->first]);
    ot__inspect_fail(to, &d);
}

static bool inspect(ot_run *run, summing *s, ot_inspection *to)
{
    bool good = add_wholes(run, s);

    if (good && s->wholes.n > 0) {
        s->parts = calloc(s->wholes.n, sizeof *s->parts);
        good = s->parts != NULL;
        if (good) {
            add_parts(run, s);
        }
        for (size_t i = 0; good && i < s->wholes.n; i++) {
            judge(run->p, s, i, to);
        }
        free(s->parts);
    }
    ot__lookup_free(&s->wholes);
    return good;
}

// ---- partners --------------------------------------------------------------

static share partner_share(const ot_panel *p, const void *context,
                           const ot_pkey *key, bool whole, ot_pkey *spot)
{
    const bool listed = key->partner < ot_area_count();
    const ot_area_kind kind =
        listed ? ot_area_kind_of(key->partner) : OT_AREA_COUNTRY;

    (void)p;
    (void)context;
    (void)whole;
    spot->partner = OT_AREA_NONE;
    if (key->partner == OT_AREA_NONE || kind == OT_AREA_GROUP) {
        return NOTHING;
    }
    if (kind == OT_AREA_WORLD) {
        return WHOLE;
    }
    return listed && kind == OT_AREA_COUNTRY ? PART : PART_IN_DOUBT;
}

bool ot__inspect_partners(ot_run *run, ot_inspection *to)
{
    summing s = {.share_of = partner_share,
                 .over = OT_INSPECT_PARTNERS,
                 .under = OT_INSPECT_PARTNERS_SHORT};

    return inspect(run, &s, to);
}

// ---- commodities -----------------------------------------------------------

#define NO_PARENT UINT32_MAX

typedef struct code_tree {
    uint32_t *parent; // of a commodity, by its number
    bool *is_parent;
} code_tree;

// The code above one of the HS: TOTAL, chapter, heading. {NULL, 0}: none.
static ot_str code_above(const char *code)
{
    const size_t n = strspn(code, "0123456789");

    if (code[n] != '\0' || (n != 2 && n != 4 && n != 6)) {
        return (ot_str){NULL, 0};
    }
    return n == 2 ? ot__str("TOTAL") : (ot_str){code, n - 2};
}

static void plant(const ot_panel *p, code_tree *tree)
{
    for (uint32_t i = 0; i < p->commodities.n; i++) {
        const ot_str above = code_above(ot__intern_text(&p->commodities, i));
        const uint32_t parent = above.n > 0
                                    ? ot__intern_find(&p->commodities, above)
                                    : OT_INTERN_FAILED;
        tree->parent[i] = parent == OT_INTERN_FAILED ? NO_PARENT : parent;
        if (tree->parent[i] != NO_PARENT) {
            tree->is_parent[parent] = true;
        }
    }
}

static share code_share(const ot_panel *p, const void *context,
                        const ot_pkey *key, bool whole, ot_pkey *spot)
{
    const code_tree *tree = context;
    const uint32_t parent = tree->parent[key->commodity];

    (void)p;
    if (whole) {
        return tree->is_parent[key->commodity] ? WHOLE : NOTHING;
    }
    spot->commodity = parent;
    return parent != NO_PARENT ? PART : NOTHING;
}

bool ot__inspect_codes(ot_run *run, ot_inspection *to)
{
    const size_t n = run->p->commodities.n + 1;
    code_tree tree = {malloc(n * sizeof *tree.parent),
                      calloc(n, sizeof *tree.is_parent)};
    summing s = {.share_of = code_share,
                 .context = &tree,
                 .over = OT_INSPECT_CODES,
                 .under = OT_INSPECT_CODES_SHORT};
    bool good = tree.parent != NULL && tree.is_parent != NULL;

    if (good) {
        plant(run->p, &tree);
        good = inspect(run, &s, to);
    }
    free(tree.parent);
    free(tree.is_parent);
    return good;
}
