// SPDX-License-Identifier: GPL-3.0-or-later
// slice_keys.c - which keys of a panel a selection is cut from: what is left
// open, what the lists name, no total beside its parts.

#include "data/slice_keys.h"

#include <stdlib.h>
#include <string.h>

#include "data/choose.h"

// ---- what is left open -----------------------------------------------------

// TOTAL, or the only one: all slices are of the same goods.
static ot_status fix_commodity(const ot_panel *p, ot_range keys, ot_error *err)
{
    const char *only = NULL;
    bool several = false;

    for (size_t i = keys.from; i < keys.to; i++) {
        const char *code =
            ot__intern_text(&p->commodities, p->key[i].commodity);
        if (strcmp(code, "TOTAL") == 0) {
            return OT_OK;
        }
        several = several || (only != NULL && strcmp(only, code) != 0);
        only = code;
    }
    return several ? ot_fail(err, OT_E_USAGE, NULL,
                             "several commodities; choose with -k (-k TOTAL is "
                             "their sum)")
                   : OT_OK;
}

// Fills in what is left open, and finds the keys of the reporter.
static ot_status fix(const ot_panel *p, ot_slicing *how, ot_range *keys,
                     ot_error *err)
{
    ot_selection *whole = &how->whole;
    ot_status status = OT_OK;
    bool sum;

    *keys = (ot_range){0, p->keys};
    if (!how->by_reporter) {
        status = ot__choose_reporter(p, whole->reporter, &whole->reporter, err);
        *keys = status == OT_OK ? ot__keys_of(p, whole->reporter) : *keys;
    }
    if (status == OT_OK && !how->by_reporter && !how->by_partner) {
        status = ot__choose_partner(p, *keys, whole->partner, &whole->partner,
                                    &sum, err);
    }
    if (status == OT_OK && !how->by_commodity && whole->commodity[0] == '\0') {
        status = fix_commodity(p, *keys, err);
    }
    return status;
}

// ---- which keys ------------------------------------------------------------

static ot_area_kind kind_of(ot_area area)
{
    return area < ot_area_count() ? ot_area_kind_of(area) : OT_AREA_COUNTRY;
}

static bool partner_held(const ot_panel *p, ot_area partner)
{
    for (size_t i = 0; i < p->keys; i++) {
        if (p->key[i].partner == partner) {
            return true;
        }
    }
    return false;
}

// The partners wanted: held[i] says whether the files hold the i-th as such.
static bool partner_wanted(const ot_panel *p, const ot_slicing *how,
                           const bool held[], size_t key)
{
    const ot_area partner = p->key[key].partner;
    const ot_area_kind kind = kind_of(partner);
    const int32_t month = p->cell[p->range[key].to - 1].first;

    for (size_t i = 0; i < how->partners; i++) {
        const ot_area asked = how->partner[i];
        const bool member = !held[i] && kind_of(asked) == OT_AREA_GROUP &&
                            ot_area_member(asked, partner, month);
        if (asked == partner || member) {
            return true;
        }
    }
    return how->partners == 0 &&
           (kind == OT_AREA_COUNTRY || kind == OT_AREA_UNALLOCATED);
}

// Whether a code is a part of another that is not named: "TOTAL" of all.
static bool part_of(const ot_panel *p, const char *whole, uint32_t commodity)
{
    const ot_want w = {.sum_codes = true, .code = whole};
    const char *code = ot__intern_text(&p->commodities, commodity);

    return strcmp(code, whole) != 0 && ot__code_fits(p, &w, commodity);
}

// What codes are cut from: the lone one that is named, or all; NULL: those
// named are taken as they are, as is everything where no code has parts.
static const char *codes_of(const ot_panel *p, const ot_slicing *how,
                            ot_range keys)
{
    const char *whole = how->commodities == 0   ? "TOTAL"
                        : how->commodities == 1 ? how->commodity[0]
                                                : NULL;

    for (size_t i = keys.from; whole != NULL && i < keys.to; i++) {
        if (part_of(p, whole, p->key[i].commodity)) {
            return whole;
        }
    }
    return NULL;
}

// Whether a code begins with so many digits.
static bool has_digits(const char *code, size_t digits)
{
    return strspn(code, "0123456789") >= digits;
}

static bool code_wanted(const ot_panel *p, const ot_slicing *how,
                        const char *whole, uint32_t commodity)
{
    const char *code = ot__intern_text(&p->commodities, commodity);

    if (how->digits > 0 && !has_digits(code, (size_t)how->digits)) {
        return false;
    }
    if (whole != NULL) {
        return part_of(p, whole, commodity);
    }
    for (size_t i = 0; i < how->commodities; i++) {
        if (strcmp(how->commodity[i], code) == 0) {
            return true;
        }
    }
    return how->commodities == 0 && strcmp(code, "TOTAL") != 0;
}

// ---- codes within codes ----------------------------------------------------

static int compare_codes(const void *left, const void *right)
{
    const ot__slice_key *a = left, *b = right;
    const int order = strcmp(a->commodity, b->commodity);

    return order != 0 ? order : (a->key > b->key) - (a->key < b->key);
}

// Of the n keys of one reporter, partner and flow: leaves out codes that go on
// from another that is there. Returns how many stay.
static size_t drop_children(ot__slice_key e[], size_t n)
{
    size_t kept = 0;

    qsort(e, n, sizeof *e, compare_codes);
    for (size_t i = 0; i < n; i++) {
        const char *last = kept > 0 ? e[kept - 1].commodity : NULL;
        const char *code = e[i].commodity;
        if (last == NULL || strcmp(last, code) == 0 ||
            strncmp(last, code, strlen(last)) != 0) {
            e[kept++] = e[i];
        }
    }
    return kept;
}

static bool same_run(const ot_panel *p, const ot__slice_key *a,
                     const ot__slice_key *b)
{
    const ot_pkey *k = &p->key[a->key], *l = &p->key[b->key];

    return k->reporter == l->reporter && k->partner == l->partner &&
           k->flow == l->flow;
}

static size_t drop_all_children(const ot_panel *p, ot__slice_key e[], size_t n)
{
    size_t kept = 0;

    for (size_t from = 0, to; from < n; from = to) {
        to = from + 1;
        while (to < n && same_run(p, &e[from], &e[to])) {
            to++;
        }
        const size_t some = drop_children(e + from, to - from);
        memmove(e + kept, e + from, some * sizeof *e);
        kept += some;
    }
    return kept;
}

// ---- the list --------------------------------------------------------------

static ot__slice_key entry_of(const ot_panel *p, const ot_slicing *how,
                              size_t key)
{
    const ot_pkey *k = &p->key[key];

    return (ot__slice_key){
        how->by_reporter ? ot_panel_area_code(p, k->reporter) : "",
        how->by_partner ? ot_panel_area_code(p, k->partner) : "",
        how->by_commodity ? ot__intern_text(&p->commodities, k->commodity) : "",
        key};
}

// Whether the reporter whose keys begin at `from` has the partner asked for as
// such: then the selection is no sum of others.
static bool holds_partner(const ot_panel *p, const ot_slicing *how, size_t from)
{
    const ot_area reporter = p->key[from].reporter;

    for (size_t i = from; i < p->keys && p->key[i].reporter == reporter; i++) {
        if (p->key[i].partner == how->whole.partner) {
            return true;
        }
    }
    return false;
}

// Whether a key may be of the selection where it is not cut by partner.
static bool partner_fits(const ot_slicing *how, bool held, ot_area here)
{
    const ot_area asked = how->whole.partner;
    const ot_area_kind kind = kind_of(asked);

    return asked == OT_AREA_NONE || asked == here ||
           (!held && (kind == OT_AREA_WORLD || kind == OT_AREA_GROUP));
}

static bool reporter_fits(const ot_slicing *how, ot_area here)
{
    for (size_t i = 0; i < how->reporters; i++) {
        if (how->reporter[i] == here) {
            return true;
        }
    }
    return how->reporters == 0 || !how->by_reporter;
}

static size_t collect(const ot_panel *p, const ot_slicing *how, ot_range keys,
                      const bool held[], ot__slice_key list[])
{
    const char *whole = how->by_commodity ? codes_of(p, how, keys) : NULL;
    bool as_such = false;
    size_t n = 0;

    for (size_t i = keys.from; i < keys.to; i++) {
        const ot_pkey *k = &p->key[i];
        if (i == keys.from || k->reporter != k[-1].reporter) {
            as_such = holds_partner(p, how, i);
        }
        if (p->range[i].to > p->range[i].from &&
            reporter_fits(how, k->reporter) &&
            (how->by_partner ? partner_wanted(p, how, held, i)
                             : partner_fits(how, as_such, k->partner)) &&
            (!how->by_commodity || code_wanted(p, how, whole, k->commodity))) {
            list[n++] = entry_of(p, how, i);
        }
    }
    return whole != NULL ? drop_all_children(p, list, n) : n;
}

ot_status ot__slice_keys(const ot_panel *p, ot_slicing *how,
                         ot__slice_key **list, size_t *n, ot_error *err)
{
    ot_range keys;
    const ot_status status = fix(p, how, &keys, err);

    *list = NULL;
    if (status != OT_OK) {
        return status;
    }
    bool *held = calloc(how->partners + 1, sizeof *held);
    *list = calloc(p->keys + 1, sizeof **list);
    if (held == NULL || *list == NULL) {
        free(held);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for the series");
    }
    for (size_t i = 0; i < how->partners; i++) {
        held[i] = partner_held(p, how->partner[i]);
    }
    *n = collect(p, how, keys, held, *list);
    free(held);
    return OT_OK;
}
