// SPDX-License-Identifier: GPL-3.0-or-later
// choose.c - which keys a selection means; what is left open must be the only
// one.

#include "data/choose.h"

#include <string.h>

// The range of keys of a reporter: keys are in order of its code.
ot_range ot__keys_of(const ot_panel *p, ot_area reporter)
{
    ot_range r = {0, 0};

    while (r.from < p->keys && p->key[r.from].reporter != reporter) {
        r.from++;
    }
    r.to = r.from;
    while (r.to < p->keys && p->key[r.to].reporter == reporter) {
        r.to++;
    }
    return r;
}

// Names met while choosing, for messages: "ARM, KAZ, RUS ...".
typedef struct names {
    ot_buf text;
    size_t n;
} names;

static void add_name(names *list, const char *name)
{
    if (list->n < 8) {
        ot__buf_text(&list->text, list->n > 0 ? ", " : "");
        ot__buf_text(&list->text, name[0] != '\0' ? name : "(none)");
    } else if (list->n == 8) {
        ot__buf_text(&list->text, " ...");
    }
    list->n++;
}

static ot_status too_many(names *list, const char *what, const char *option,
                          ot_error *err)
{
    const ot_status status =
        ot_fail(err, OT_E_USAGE, NULL, "several %s: %.160s; choose with %s",
                what, ot__buf_cstr(&list->text), option);

    ot__buf_free(&list->text);
    return status;
}

ot_status ot__choose_reporter(const ot_panel *p, ot_area asked,
                              ot_area *reporter, ot_error *err)
{
    names list = {{0}, 0};

    *reporter = asked;
    if (p->keys == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "there are no figures");
    }
    if (asked != OT_AREA_NONE) {
        const ot_range r = ot__keys_of(p, asked);
        return r.to > r.from
                   ? OT_OK
                   : ot_fail(err, OT_E_DATA, NULL,
                             "no figures reported by %s (%s) in the files",
                             ot_panel_area_name(p, asked),
                             ot_panel_area_code(p, asked));
    }
    for (size_t i = 0; i < p->keys; i++) {
        if (i == 0 || p->key[i].reporter != p->key[i - 1].reporter) {
            *reporter = p->key[i].reporter;
            add_name(&list, ot_panel_area_code(p, *reporter));
        }
    }
    if (list.n > 1) {
        return too_many(&list, "reporters", "-r", err);
    }
    ot__buf_free(&list.text);
    return OT_OK;
}

static ot_area_kind kind_of(ot_area area)
{
    return area < ot_area_count() ? ot_area_kind_of(area) : OT_AREA_COUNTRY;
}

bool ot__partner_fits(const ot_panel *p, const ot_want *w, ot_area partner,
                      int32_t month)
{
    (void)p;
    if (!w->sum_partners || partner == OT_AREA_NONE) {
        return partner == w->partner;
    }
    const ot_area_kind kind = kind_of(partner);
    if (kind_of(w->partner) == OT_AREA_GROUP) {
        return kind == OT_AREA_COUNTRY &&
               ot_area_member(w->partner, partner, month);
    }
    return kind == OT_AREA_COUNTRY || kind == OT_AREA_UNALLOCATED;
}

// The sum over partners stands for a world or a group that has no key.
static bool can_sum(const ot_panel *p, ot_range keys, ot_area asked)
{
    const ot_area_kind kind = kind_of(asked);
    const ot_want w = {.partner = asked, .sum_partners = true};

    for (size_t i = keys.from;
         i < keys.to && (kind == OT_AREA_WORLD || kind == OT_AREA_GROUP); i++) {
        const ot_range r = p->range[i];
        if (r.to > r.from &&
            ot__partner_fits(p, &w, p->key[i].partner, p->cell[r.from].first)) {
            return true;
        }
    }
    return false;
}

ot_status ot__choose_partner(const ot_panel *p, ot_range keys, ot_area asked,
                             ot_area *partner, bool *sum, ot_error *err)
{
    const ot_area world = ot_area_find("WLD", 3);
    names list = {{0}, 0};
    bool found = false;

    *partner = asked;
    for (size_t i = keys.from; i < keys.to; i++) {
        const ot_area here = p->key[i].partner;
        if (i == keys.from || here != p->key[i - 1].partner) {
            add_name(&list, ot_panel_area_code(p, here));
            if (asked == OT_AREA_NONE && (list.n == 1 || here == world)) {
                *partner = here;
            }
        }
        found = found || here == asked;
    }
    *sum = asked != OT_AREA_NONE && !found && can_sum(p, keys, asked);
    if (asked == OT_AREA_NONE && list.n > 1 && *partner != world) {
        return too_many(&list, "partners", "-p (-p World is their sum)", err);
    }
    if (asked != OT_AREA_NONE && !found && !*sum) {
        ot_fail(err, OT_E_DATA, NULL,
                "no trade with %s (%s) in the files; there "
                "is %.140s",
                ot_panel_area_name(p, asked), ot_panel_area_code(p, asked),
                ot__buf_cstr(&list.text));
    }
    ot__buf_free(&list.text);
    return asked == OT_AREA_NONE || found || *sum ? OT_OK : OT_E_DATA;
}

// ---- commodities -----------------------------------------------------------

static bool all_digits(const char *text)
{
    return *text != '\0' && text[strspn(text, "0123456789")] == '\0';
}

// Whether a code is one of those that make up the one asked for: of HS, the
// codes that go on from it; of the total, all of them.
static bool is_part(const char *code, const char *asked)
{
    if (strcmp(asked, "TOTAL") == 0) { // goods kept secret are X to the end
        return all_digits(code) || code[strspn(code, "X")] == '\0';
    }
    return all_digits(code) && all_digits(asked) &&
           strncmp(code, asked, strlen(asked)) == 0;
}

bool ot__code_fits(const ot_panel *p, const ot_want *w, uint32_t commodity)
{
    return w->sum_codes
               ? is_part(ot__intern_text(&p->commodities, commodity), w->code)
               : commodity == w->commodity;
}

// Commodities of a selection's partners: which is wanted, and what there is.
typedef struct codes {
    names list;
    uint32_t wanted, last;
    bool parts; // of the wanted one
} codes;

static codes look_at_codes(const ot_panel *p, const ot_want *w,
                           const char *wanted)
{
    codes c = {.wanted = OT_INTERN_FAILED, .last = OT_INTERN_FAILED};

    for (size_t i = w->keys.from; i < w->keys.to; i++) {
        const uint32_t here = p->key[i].commodity;
        const char *text = ot__intern_text(&p->commodities, here);
        const ot_range r = p->range[i];
        if (r.to == r.from ||
            !ot__partner_fits(p, w, p->key[i].partner, p->cell[r.from].first)) {
            continue;
        }
        c.wanted = ot__str_same(ot__str(text), wanted) ? here : c.wanted;
        c.parts = c.parts || is_part(text, wanted);
        if (here != c.last &&
            !ot__str_lists(ot__str(ot__buf_cstr(&c.list.text)), text)) {
            add_name(&c.list, text);
            c.last = here;
        }
    }
    return c;
}

ot_status ot__choose_commodity(const ot_panel *p, ot_want *w, const char *asked,
                               ot_error *err)
{
    w->code = asked[0] != '\0' ? asked : "TOTAL";
    codes c = look_at_codes(p, w, w->code);
    ot_status status = OT_OK;

    w->commodity = c.wanted;
    if (c.wanted == OT_INTERN_FAILED && asked[0] == '\0') {
        if (c.list.n > 1) {
            return too_many(&c.list, "commodities",
                            c.parts ? "-k (-k TOTAL is their sum)" : "-k", err);
        }
        w->commodity = c.last;
    } else if (c.wanted == OT_INTERN_FAILED && c.parts) {
        w->sum_codes = true;
    }
    if (w->commodity == OT_INTERN_FAILED && !w->sum_codes) {
        status = ot_fail(err, OT_E_DATA, NULL,
                         "no commodity '%s' in the files; there is %.160s",
                         w->code, ot__buf_cstr(&c.list.text));
    }
    ot__buf_free(&c.list.text);
    return status;
}

// ---- keys ------------------------------------------------------------------

// Are all words of `asked` among those of `basis`?
static bool basis_has(const char *basis, const char *asked)
{
    for (ot_str rest = ot__str(asked); rest.n > 0;) {
        const ot_str word = ot__str_cut(&rest, ' ');
        bool found = false;
        for (ot_str own = ot__str(basis); own.n > 0 && !found;) {
            char text[32];
            found = ot__str_same(ot__str_cut(&own, ' '),
                                 ot__str_copy(word, text, sizeof text));
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

static bool key_fits(const ot_panel *p, size_t i, const ot_want *w)
{
    const ot_pkey *k = &p->key[i];
    const ot_dimension d = p->unit[k->unit].dimension;

    return k->flow == w->flow && p->range[i].to > p->range[i].from &&
           (w->measure == OT_DIM_NONE || d == w->measure || d == OT_DIM_NONE) &&
           ot__code_fits(p, w, k->commodity) &&
           ot__partner_fits(p, w, k->partner, p->cell[p->range[i].from].first);
}

// The alternatives of a flow: keys that differ in basis or unit.
typedef struct alternatives {
    names text; // "origin (USD)"
    size_t n, by_basis, by_unit;
    size_t first; // the first key of any
    size_t key;   // the latest of the best
} alternatives;

static bool same_alternative(const ot_pkey *a, const ot_pkey *b)
{
    return a->basis == b->basis && a->unit == b->unit;
}

// Whether an alternative like key i was met before it. Those of one commodity
// stand together, so it is found near the first.
static bool met_before(const ot_panel *p, const ot_want *w, size_t i,
                       const alternatives *a)
{
    for (size_t k = a->first; a->n > 0 && k < i; k++) {
        if (same_alternative(&p->key[k], &p->key[i]) && key_fits(p, k, w)) {
            return true;
        }
    }
    return false;
}

static void add_alternative(const ot_panel *p, const ot_want *w, size_t i,
                            alternatives *a)
{
    const char *basis = ot__intern_text(&p->bases, p->key[i].basis);
    const char *code = p->unit[p->key[i].unit].code;
    const bool fits = w->basis == NULL || basis_has(basis, w->basis);
    const bool in_unit =
        w->unit == NULL || w->unit[0] == '\0' || strcmp(code, w->unit) == 0;

    add_name(&a->text, basis[0] != '\0' ? basis : code);
    // The unit decides only among those of the basis.
    if (a->n == 0 || (fits && (a->by_basis == 0 || in_unit))) {
        a->key = i;
    }
    a->first = a->n == 0 ? i : a->first;
    a->n++;
    a->by_basis += fits;
    a->by_unit += fits && in_unit;
}

static bool has_money(const ot_panel *p, const ot_want *w)
{
    for (size_t i = w->keys.from; i < w->keys.to; i++) {
        if (p->unit[p->key[i].unit].dimension == OT_DIM_MONEY &&
            key_fits(p, i, w)) {
            return true;
        }
    }
    return false;
}

static ot_status no_alternative(const ot_want *w, alternatives *a,
                                ot_error *err)
{
    const bool none = w->basis != NULL && a->by_basis == 0;

    if (none) {
        ot_fail(err, OT_E_DATA, NULL, "no %s by %s; there is %.160s",
                ot_flow_at(w->flow)->name, w->basis,
                ot__buf_cstr(&a->text.text));
    } else {
        ot_fail(err, OT_E_USAGE, NULL,
                "%s figures on several bases or in several units: %.140s; "
                "choose with --basis or --in",
                ot_flow_at(w->flow)->name, ot__buf_cstr(&a->text.text));
    }
    ot__buf_free(&a->text.text);
    return none ? OT_E_DATA : OT_E_USAGE;
}

ot_status ot__choose_key(const ot_panel *p, const ot_want *asked, size_t *key,
                         ot_error *err)
{
    alternatives a = {.n = 0};
    ot_want w = *asked;

    if (w.measure == OT_DIM_NONE && has_money(p, &w)) {
        w.measure = OT_DIM_MONEY;
    }
    for (size_t i = w.keys.from; i < w.keys.to; i++) {
        if (key_fits(p, i, &w) && !met_before(p, &w, i, &a)) {
            add_alternative(p, &w, i, &a);
        }
    }
    if (a.n == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "no %s with %s in the files",
                       ot_flow_at(w.flow)->name,
                       ot_panel_area_name(p, w.partner));
    }
    *key = a.key;
    // A flow with one alternative passes, whatever basis is asked for; one of
    // the basis passes in whatever unit it is.
    if (a.n > 1 && a.by_basis != 1 && a.by_unit != 1) {
        return no_alternative(&w, &a, err);
    }
    ot__buf_free(&a.text.text);
    return OT_OK;
}

bool ot__member(const ot_panel *p, const ot_want *w, size_t key, size_t i)
{
    return same_alternative(&p->key[key], &p->key[i]) && key_fits(p, i, w);
}
