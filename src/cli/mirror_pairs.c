// SPDX-License-Identifier: GPL-3.0-or-later
// mirror_pairs.c - which series outturn mirror holds against which.

#include <stdlib.h>
#include <string.h>

#include "cli/mirror.h"
#include "cli/select.h"

// Codes in order, each once.
typedef struct codes {
    char (*at)[160];
    size_t n;
} codes;

static ot_status add_code(codes *c, const char *code, ot_error *err)
{
    size_t i = 0;

    while (i < c->n && strcmp(c->at[i], code) < 0) {
        i++;
    }
    if (i < c->n && strcmp(c->at[i], code) == 0) {
        return OT_OK;
    }
    char(*at)[160] = realloc(c->at, (c->n + 1) * sizeof *at);
    if (at == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    memmove(at + i + 1, at + i, (c->n - i) * sizeof *at);
    ot__str_copy(ot__str(code), at[i], sizeof at[i]);
    c->at = at;
    c->n++;
    return OT_OK;
}

// The codes of one side, none of them a part of another.
static ot_status add_codes(const ot_panel *panel, const ot_selection *side,
                           const cli_list *k, codes *c, ot_error *err)
{
    const ot_slicing how = {.whole = *side,
                            .by_commodity = true,
                            .flow = &side->flow,
                            .flows = 1,
                            .commodity = k->at,
                            .commodities = k->at[0] != NULL ? k->n : 0};
    ot_slices *slices = NULL;
    ot_error none = {0};
    ot_status status = ot_slices_new(panel, &how, &slices, &none);

    if (status == OT_E_DATA) {
        return OT_OK; // the other side may have some
    }
    for (size_t i = 0; status == OT_OK && i < ot_slices_count(slices); i++) {
        const char *code = ot_slices_at(slices, i).commodity;
        status = add_code(c, code[0] != '\0' ? code : "TOTAL", err);
    }
    ot_slices_free(slices);
    return status == OT_OK || none.status == OT_OK
               ? status
               : ot_fail(err, status, NULL, "%s", none.message);
}

// OT_E_DATA is no failure: the side is missing.
static ot_status select_side(const cli_views *v, const ot_selection *side,
                             ot_view **view, ot_error *why, ot_error *err)
{
    ot_selection s = *side;
    ot_error here = {0};

    cli_rates_apply(v, &s, 1);
    const ot_status status = ot_panel_select(v->panel, &s, view, &here);
    if (status == OT_E_DATA) {
        *why = why->status == OT_OK ? here : *why;
        return OT_OK;
    }
    return status == OT_OK ? OT_OK
                           : ot_fail(err, status, NULL, "%s", here.message);
}

const ot_view *mirrors_first(const mirrors *m)
{
    const ot_view *first = NULL;

    for (size_t i = 0; i < m->n && first == NULL; i++) {
        const mirrored *d = &m->at[i];
        first = d->exports != NULL ? d->exports : d->imports;
    }
    return first;
}

static ot_status check_unit(const ot_view *first, const ot_view *view,
                            ot_error *err)
{
    if (view == NULL ||
        strcmp(ot_view_unit(first).code, ot_view_unit(view).code) == 0) {
        return OT_OK;
    }
    return ot_fail(err, OT_E_DATA, NULL,
                   "one side is in %s, the other in %s: convert them with "
                   "--rates FILE --in UNIT",
                   ot_view_unit(first).code, ot_view_unit(view).code);
}

static ot_status check_units(const mirrors *m, ot_error *err)
{
    const ot_view *first = mirrors_first(m);
    ot_status status = OT_OK;

    for (size_t i = 0; i < m->n && status == OT_OK; i++) {
        status = check_unit(first, m->at[i].exports, err);
        if (status == OT_OK) {
            status = check_unit(first, m->at[i].imports, err);
        }
    }
    return status;
}

// One direction of one commodity: as `mine` and its mirror select it.
static ot_status add_pair(const cli_views *v, const ot_selection *mine,
                          const char *commodity, mirrors *m, ot_error *why,
                          ot_error *err)
{
    const bool exports = strcmp(mine->flow->name, "export") == 0;
    ot_selection a = *mine, b;
    mirrored *d = &m->at[m->n];

    ot__str_copy(ot__str(commodity), a.commodity, sizeof a.commodity);
    ot_status status = ot_mirror_selection(&a, &b, err);
    *d = (mirrored){.from = exports ? a.reporter : b.reporter,
                    .to = exports ? a.partner : b.partner,
                    .commodity = commodity};
    if (status == OT_OK) {
        status = select_side(v, exports ? &a : &b, &d->exports, why, err);
    }
    if (status == OT_OK) {
        status = select_side(v, exports ? &b : &a, &d->imports, why, err);
    }
    m->n++; // also one of which nothing is there: it is said
    return status;
}

// -f, which is exports or imports of the reporter; else both.
static ot_status read_flows(const common_args *args, const ot_flow *flow[2],
                            size_t *n, ot_error *err)
{
    flow[0] = ot_flow_find("export", 6);
    flow[1] = ot_flow_find("import", 6);
    *n = 2;
    if (args->flow == NULL) {
        return OT_OK;
    }
    *n = 1;
    return cli_find_flow(args->flow, &flow[0], err);
}

typedef struct asked {
    cli_lists lists;
    ot_selection mine;
    ot_area partner[CLI_LIST_MOST];
    size_t partners;
    const ot_flow *flow[2];
    size_t flows;
    codes codes;
} asked;

static ot_status read_selection(const common_args *common,
                                const ot_panel *panel, asked *a, ot_error *err)
{
    ot_status status = cli_selection(common, &a->mine, err);

    if (status == OT_OK) {
        status = cli_lists_split(common, panel, &a->lists, err);
    }
    if (status == OT_OK) {
        status = cli_find_area(panel, common->reporter, "reporter",
                               &a->mine.reporter, err);
    }
    for (size_t i = 0; status == OT_OK && i < a->lists.partner.n; i++) {
        status = cli_find_area(panel, a->lists.partner.at[i], "partner",
                               &a->partner[i], err);
        a->partners = i + 1;
    }
    if (status == OT_OK) {
        status = read_flows(common, a->flow, &a->flows, err);
    }
    return status;
}

// The codes of both sides of a flow with a partner.
static ot_status find_both(const ot_panel *panel, const ot_selection *mine,
                           asked *a, ot_error *err)
{
    const cli_list *k = &a->lists.commodity;
    ot_selection theirs;
    ot_status status = ot_mirror_selection(mine, &theirs, err);

    if (status == OT_OK) {
        status = add_codes(panel, mine, k, &a->codes, err);
    }
    return status == OT_OK ? add_codes(panel, &theirs, k, &a->codes, err)
                           : status;
}

static ot_status find_codes(const ot_panel *panel, bool by_commodity, asked *a,
                            ot_error *err)
{
    const cli_list *k = &a->lists.commodity;
    const size_t sides = by_commodity ? a->flows * a->partners : 0;
    ot_status status = OT_OK;

    for (size_t i = 0; !by_commodity && i < k->n && status == OT_OK; i++) {
        status =
            add_code(&a->codes, k->at[i] != NULL ? k->at[i] : "TOTAL", err);
    }
    for (size_t i = 0; i < sides && status == OT_OK; i++) {
        ot_selection mine = a->mine;
        mine.flow = a->flow[i / a->partners];
        mine.partner = a->partner[i % a->partners];
        status = find_both(panel, &mine, a, err);
    }
    return status;
}

// All codes of a flow with a partner. What nobody has of one of many codes is
// not worth a word.
static ot_status add_pairs(const cli_views *v, const ot_selection *mine,
                           const asked *a, mirrors *m, ot_error *why,
                           ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t k = 0; k < a->codes.n && status == OT_OK; k++) {
        status = add_pair(v, mine, a->codes.at[k], m, why, err);
        const mirrored *d = &m->at[m->n - 1];
        const bool nothing = d->exports == NULL && d->imports == NULL;
        m->n -= nothing && (a->codes.n > 1 || a->partners == 1) ? 1 : 0;
    }
    return status;
}

static ot_status find_pairs(const cli_views *v, asked *a, mirrors *m,
                            ot_error *err)
{
    ot_error why = {0};
    ot_status status = OT_OK;

    m->at = calloc(2 * a->codes.n * a->partners + 1, sizeof *m->at);
    if (m->at == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < a->flows * a->partners && status == OT_OK; i++) {
        a->mine.flow = a->flow[i % a->flows];
        a->mine.partner = a->partner[i / a->flows];
        status = add_pairs(v, &a->mine, a, m, &why, err);
    }
    m->by_commodity = m->by_commodity || a->codes.n > 1;
    if (status == OT_OK && mirrors_first(m) == NULL) {
        return ot_fail(err, OT_E_DATA, NULL, "%s",
                       why.status != OT_OK ? why.message
                                           : "neither side has figures of "
                                             "the other");
    }
    return status == OT_OK ? check_units(m, err) : status;
}

ot_status mirrors_open(const common_args *common, const cli_views *v,
                       mirrors *m, ot_error *err)
{
    asked a = {.flows = 0};
    ot_status status = read_selection(common, v->panel, &a, err);

    m->panel = v->panel;
    if (status == OT_OK) {
        status = find_codes(v->panel, m->by_commodity, &a, err);
    }
    if (status == OT_OK) {
        status = find_pairs(v, &a, m, err);
    }
    m->codes = a.codes.at; // the pairs point into them
    cli_lists_free(&a.lists);
    return status;
}

void mirrors_close(mirrors *m)
{
    for (size_t i = 0; m->at != NULL && i < m->n; i++) {
        ot_view_free(m->at[i].exports);
        ot_view_free(m->at[i].imports);
    }
    free(m->at);
    free(m->codes);
}
