// SPDX-License-Identifier: GPL-3.0-or-later
// slicing.c - --by and the options of a selection that is cut into its series.

#include "cli/slicing.h"

#include <string.h>

bool *cli_cut_by(ot_slicing *how, ot_by by)
{
    return by == OT_BY_REPORTER  ? &how->by_reporter
           : by == OT_BY_PARTNER ? &how->by_partner
           : by == OT_BY_FLOW    ? &how->by_flow
                                 : &how->by_commodity;
}

// "partner,flow"
static ot_status read_by(const char *text, ot_slicing *how, ot_error *err)
{
    enum { MOST = OT_BY_COMMODITY }; // the first of ot_by are what cuts
    const char *names[MOST];
    ot_str rest = ot__str(text);

    for (int i = 0; i < MOST; i++) {
        names[i] = ot_by_name((ot_by)(i + 1));
    }
    do {
        char name[32];
        size_t i = 0;
        ot__str_copy(ot__str_trim(ot__str_cut(&rest, ',')), name, sizeof name);
        while (i < MOST && strcmp(name, names[i]) != 0) {
            i++;
        }
        if (i == MOST) {
            const size_t near = ot__nearest(name, names, MOST);
            return ot_fail(err, OT_E_USAGE, NULL,
                           "--by is reporter, partner, flow or commodity, or "
                           "several of them, not '%s'%s%s%s",
                           name, near < MOST ? "; did you mean " : "",
                           near < MOST ? names[near] : "",
                           near < MOST ? "?" : "");
        }
        bool *by = cli_cut_by(how, (ot_by)(i + 1));
        if (*by) {
            return ot_fail(err, OT_E_USAGE, NULL, "--by names %s twice", name);
        }
        *by = true;
    } while (rest.n > 0);
    return OT_OK;
}

static ot_status one_only(const char *letter, const char *what, ot_error *err)
{
    return ot_fail(err, OT_E_USAGE, NULL,
                   "-%s names several: add %s to --by, or name one", letter,
                   what);
}

static ot_status find_areas(const ot_panel *panel, const cli_list *list,
                            const char *option, ot_area area[], ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t i = 0; i < list->n && status == OT_OK; i++) {
        status = cli_find_area(panel, list->at[i], option, &area[i], err);
    }
    return status;
}

static ot_status read_areas(const ot_panel *panel, cli_slicing *w,
                            ot_error *err)
{
    ot_slicing *how = &w->how;
    const cli_list *r = &w->lists.reporter, *p = &w->lists.partner;
    ot_status status = find_areas(panel, r, "reporter", w->reporter, err);

    if (status == OT_OK) {
        status = find_areas(panel, p, "partner", w->partner, err);
    }
    if (status == OT_OK && !how->by_reporter && r->n > 1) {
        return one_only("r", "reporter", err);
    }
    if (status == OT_OK && !how->by_partner && p->n > 1) {
        return one_only("p", "partner", err);
    }
    if (status == OT_OK) {
        how->whole.reporter = how->by_reporter ? OT_AREA_NONE : w->reporter[0];
        how->whole.partner = how->by_partner ? OT_AREA_NONE : w->partner[0];
        how->reporter = w->reporter;
        how->reporters = w->reporter[0] != OT_AREA_NONE ? r->n : 0;
        how->partner = w->partner;
        how->partners = w->partner[0] != OT_AREA_NONE ? p->n : 0;
    }
    return status;
}

// Flows that the files hold, as bits.
static unsigned flows_held(const ot_panel *panel)
{
    unsigned held = 0;

    for (size_t i = 0; i < ot_panel_keys(panel); i++) {
        held |= 1u << ot_panel_key(panel, i).flow;
    }
    return held;
}

// Without -f: turnover where there are both, else the only one there is; by
// flow, exports and imports.
static void usual_flows(const ot_panel *panel, cli_slicing *w, size_t *n)
{
    const unsigned held = flows_held(panel);
    const bool export = (held & 1u) != 0, import = (held & 2u) != 0;
    size_t first = 0;

    *n = 1;
    while (first < 31 && (held >> first & 1u) == 0) {
        first++;
    }
    if (w->how.by_flow && export && import) {
        w->flow[0] = ot_flow_at(0);
        w->flow[1] = ot_flow_at(1);
        *n = 2;
    } else if (export && import) {
        w->flow[0] = ot_flow_find("turnover", 8);
    } else {
        w->flow[0] = ot_flow_at(first < ot_flow_count() ? first : 0);
    }
}

static ot_status read_flows(const common_args *args, const ot_panel *panel,
                            cli_slicing *w, ot_error *err)
{
    ot_slicing *how = &w->how;
    ot_status status = OT_OK;
    size_t n = w->lists.flow.n;

    if (args->flow == NULL) {
        usual_flows(panel, w, &n);
    }
    for (size_t i = 0; args->flow != NULL && i < n && status == OT_OK; i++) {
        status = cli_find_flow(w->lists.flow.at[i], &w->flow[i], err);
    }
    if (status == OT_OK && !how->by_flow && n > 1) {
        return one_only("f", "flow", err);
    }
    how->whole.flow = w->flow[0];
    how->flow = w->flow;
    how->flows = n;
    return status;
}

static ot_status read_codes(const common_args *args, cli_slicing *w,
                            ot_error *err)
{
    ot_slicing *how = &w->how;
    const cli_list *k = &w->lists.commodity;

    if (args->commodity == NULL) {
        return OT_OK;
    }
    if (how->by_commodity) {
        how->commodity = k->at;
        how->commodities = k->n;
        return OT_OK;
    }
    ot__str_copy(ot__str(k->at[0]), how->whole.commodity,
                 sizeof how->whole.commodity);
    return k->n > 1 ? one_only("k", "commodity", err) : OT_OK;
}

ot_status cli_slicing_read(const common_args *args, const char *by,
                           const ot_panel *panel, cli_slicing *s, ot_error *err)
{
    *s = (cli_slicing){.reporter = {OT_AREA_NONE}};
    ot_status status = cli_selection(args, &s->how.whole, err);

    if (status == OT_OK) {
        status = read_by(by, &s->how, err);
    }
    if (status == OT_OK) {
        status = cli_lists_split(args, panel, &s->lists, err);
    }
    if (status == OT_OK) {
        status = read_areas(panel, s, err);
    }
    if (status == OT_OK) {
        status = read_flows(args, panel, s, err);
    }
    return status == OT_OK ? read_codes(args, s, err) : status;
}

void cli_slicing_free(cli_slicing *s)
{
    cli_lists_free(&s->lists);
}

void cli_slice_name(ot_buf *out, const ot_panel *panel, const ot_slicing *how,
                    ot_slice s)
{
    const char *comma = "";

    if (how->by_reporter) {
        ot__buf_text(out, ot_panel_area_name(panel, s.reporter));
        comma = ", ";
    }
    if (how->by_partner) {
        ot__buf_format(out, "%s%s", comma,
                       ot_panel_area_name(panel, s.partner));
        comma = ", ";
    }
    if (how->by_flow) {
        const size_t n = strlen(s.flow->name);
        const bool plural =
            n > 5 && strstr("import export", s.flow->name + n - 6) != NULL;
        ot__buf_format(out, "%s%s%s", comma, s.flow->name, plural ? "s" : "");
        comma = ", ";
    }
    if (how->by_commodity) {
        const char *goods = ot_hs_chapter(s.commodity);
        ot__buf_format(out, "%s%s%s%s", comma, s.commodity,
                       goods != NULL ? " " : "", goods != NULL ? goods : "");
    }
}
