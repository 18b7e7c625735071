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
        ot__buf_format(&list->text, "%s%s", list->n > 0 ? ", " : "",
                       name[0] != '\0' ? name : "(none)");
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

ot_status ot__choose_partner(const ot_panel *p, ot_range keys, ot_area asked,
                             ot_area *partner, ot_error *err)
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
    if (asked == OT_AREA_NONE && list.n > 1 && *partner != world) {
        return too_many(&list, "partners", "-p", err);
    }
    if (asked != OT_AREA_NONE && !found) {
        ot_fail(err, OT_E_DATA, NULL,
                "no trade with %s (%s) in the files; there "
                "is %.140s",
                ot_panel_area_name(p, asked), ot_panel_area_code(p, asked),
                ot__buf_cstr(&list.text));
    }
    ot__buf_free(&list.text);
    return asked == OT_AREA_NONE || found ? OT_OK : OT_E_DATA;
}

// Is key i about this partner?
static bool of_partner(const ot_panel *p, size_t i, ot_area partner)
{
    return p->key[i].partner == partner;
}

ot_status ot__choose_commodity(const ot_panel *p, ot_range keys,
                               ot_area partner, const char *asked,
                               uint32_t *commodity, ot_error *err)
{
    const char *wanted = asked[0] != '\0' ? asked : "TOTAL";
    names list = {{0}, 0};
    uint32_t last = OT_INTERN_FAILED;

    *commodity = OT_INTERN_FAILED;
    for (size_t i = keys.from; i < keys.to; i++) {
        const uint32_t here = p->key[i].commodity;
        const char *text = ot__intern_text(&p->commodities, here);
        if (!of_partner(p, i, partner)) {
            continue;
        }
        if (ot__str_same(ot__str(text), wanted)) {
            *commodity = here;
        }
        if (here != last && strstr(ot__buf_cstr(&list.text), text) == NULL) {
            add_name(&list, text);
            last = here;
        }
    }
    if (*commodity == OT_INTERN_FAILED && asked[0] == '\0') {
        if (list.n > 1) {
            return too_many(&list, "commodities", "-k", err);
        }
        *commodity = last;
    }
    if (*commodity == OT_INTERN_FAILED) {
        ot_fail(err, OT_E_DATA, NULL,
                "no commodity '%s' in the files; there is %.160s", wanted,
                ot__buf_cstr(&list.text));
    }
    ot__buf_free(&list.text);
    return *commodity != OT_INTERN_FAILED ? OT_OK : OT_E_DATA;
}

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

    return k->partner == w->partner && k->flow == w->flow &&
           k->commodity == w->commodity &&
           (w->measure == OT_DIM_NONE || d == w->measure || d == OT_DIM_NONE) &&
           p->range[i].to > p->range[i].from;
}

// Chooses among the keys of a flow by basis, then demands that one is left.
ot_status ot__choose_key(const ot_panel *p, const ot_want *w, size_t *key,
                         ot_error *err)
{
    names bases = {{0}, 0};
    size_t fits = 0, fits_basis = 0, last = 0, last_basis = 0;

    for (size_t i = w->keys.from; i < w->keys.to; i++) {
        const char *basis = ot__intern_text(&p->bases, p->key[i].basis);
        if (!key_fits(p, i, w)) {
            continue;
        }
        add_name(&bases, basis);
        fits++;
        last = i;
        if (w->basis != NULL && basis_has(basis, w->basis)) {
            fits_basis++;
            last_basis = i;
        }
    }
    *key = fits_basis > 0 ? last_basis : last;
    if (fits == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "no %s with %s in the files",
                       ot_flow_at(w->flow)->name,
                       ot_panel_area_name(p, w->partner));
    }
    if (fits_basis == 1 || fits == 1) {
        ot__buf_free(&bases.text);
        return OT_OK;
    }
    if (fits_basis == 0 && w->basis != NULL) {
        ot_fail(err, OT_E_DATA, NULL, "no %s by %s; there is %.160s",
                ot_flow_at(w->flow)->name, w->basis, ot__buf_cstr(&bases.text));
    } else {
        ot_fail(err, OT_E_USAGE, NULL,
                "%s figures on several bases or in several units: %.140s; "
                "choose with --basis",
                ot_flow_at(w->flow)->name, ot__buf_cstr(&bases.text));
    }
    ot__buf_free(&bases.text);
    return fits_basis == 0 && w->basis != NULL ? OT_E_DATA : OT_E_USAGE;
}
