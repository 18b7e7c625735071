// SPDX-License-Identifier: GPL-3.0-or-later
// select.c - the selections that the options of a command ask for.

#include <stdlib.h>
#include <string.h>

#include "cli/select.h"

static ot_status split(const char *text, const char *option, cli_list *p,
                       ot_error *err)
{
    *p = (cli_list){.n = 1, .at = {NULL}};
    if (text == NULL) {
        return OT_OK;
    }
    p->copy = ot__str_dup(ot__str(text));
    if (p->copy == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    p->n = 0;
    for (char *at = p->copy, *next; at != NULL; at = next) {
        next = strchr(at, ',');
        if (next != NULL) {
            *next++ = '\0';
        }
        if (p->n == CLI_LIST_MOST) {
            return ot_fail(err, OT_E_LIMIT, NULL, "--%s names more than %d",
                           option, CLI_LIST_MOST);
        }
        p->at[p->n++] = at;
    }
    return OT_OK;
}

// A commodity's name may hold commas: it is one when the files have it.
static bool is_commodity(const ot_panel *panel, const char *text)
{
    for (size_t i = 0; text != NULL && i < ot_panel_keys(panel); i++) {
        if (strcmp(ot_panel_key(panel, i).commodity, text) == 0) {
            return true;
        }
    }
    return false;
}

ot_status cli_find_area(const ot_panel *panel, const char *text,
                        const char *option, ot_area *area, ot_error *err)
{
    *area = OT_AREA_NONE;
    if (text == NULL) {
        return OT_OK;
    }
    *area = ot_panel_area_find(panel, text);
    if (*area != OT_AREA_NONE) {
        return OT_OK;
    }
    const char *near = ot_area_suggest(text);
    return ot_fail(err, OT_E_USAGE, NULL,
                   "--%s: no country or group is called '%.60s'%s%s%s", option,
                   text, near != NULL ? "; did you mean " : "",
                   near != NULL ? near : "", near != NULL ? "?" : "");
}

ot_status cli_find_flow(const char *text, const ot_flow **flow, ot_error *err)
{
    const char *names[32];
    size_t count = 0;

    *flow = text != NULL ? ot_flow_find(text, strlen(text)) : NULL;
    if (*flow != NULL) {
        return OT_OK;
    }
    for (; count < ot_flow_count() && count < 32; count++) {
        names[count] = ot_flow_at(count)->name;
    }
    const size_t near = ot__nearest(text, names, count);
    return ot_fail(err, OT_E_USAGE, NULL, "--flow: '%.40s' is not a flow%s%s%s",
                   text, near < count ? "; did you mean " : " (see help flows)",
                   near < count ? names[near] : "", near < count ? "?" : "");
}

static ot_status find_absence(const char *text, ot_absence *absence)
{
    *absence = text == NULL || strcmp(text, "tell") == 0 ? OT_ABSENCE_TELL
               : strcmp(text, "zero") == 0               ? OT_ABSENCE_ZERO
                                                         : OT_ABSENCE_MISSING;
    return OT_OK;
}

// Does a selection give a view at all? (For the flows shown without -f.)
static bool can_select(const ot_panel *panel, const ot_selection *s)
{
    ot_view *view = NULL;

    if (ot_panel_select(panel, s, &view, NULL) != OT_OK) {
        return false;
    }
    ot_view_free(view);
    return true;
}

// One selection for each flow asked for.
static ot_status add_flows(const cli_lists *l, const ot_panel *panel,
                           bool flow_given, ot_selection base, ot_selection *to,
                           size_t *count, ot_error *err)
{
    static const char *const usual[] = {"export", "import", "turnover",
                                        "balance"};
    const size_t n = flow_given ? l->flow.n : 4;
    const size_t before = *count;

    for (size_t i = 0; i < n; i++) {
        const char *name = flow_given ? l->flow.at[i] : usual[i];
        const ot_status status = cli_find_flow(name, &base.flow, err);
        if (status != OT_OK) {
            return status;
        }
        if (flow_given || can_select(panel, &base)) {
            to[(*count)++] = base;
        }
    }
    if (*count == before) { // let the first of them say why
        ot_view *view = NULL;
        base.flow = ot_flow_find("export", 6);
        const ot_status status = ot_panel_select(panel, &base, &view, err);
        ot_view_free(view);
        return status;
    }
    return OT_OK;
}

static ot_status expand(const cli_lists *l, bool flow_given,
                        const ot_panel *panel, ot_selection base,
                        ot_selection *to, size_t *count, ot_error *err)
{
    const size_t total = l->reporter.n * l->partner.n * l->commodity.n;
    ot_status status = OT_OK;

    *count = 0;
    for (size_t i = 0; i < total && status == OT_OK; i++) {
        const size_t k = i % l->commodity.n;
        const size_t p = i / l->commodity.n % l->partner.n;
        const size_t r = i / l->commodity.n / l->partner.n;

        ot__str_copy(ot__str(l->commodity.at[k]), base.commodity,
                     sizeof base.commodity);
        status = cli_find_area(panel, l->reporter.at[r], "reporter",
                               &base.reporter, err);
        if (status == OT_OK) {
            status = cli_find_area(panel, l->partner.at[p], "partner",
                                   &base.partner, err);
        }
        if (status == OT_OK) {
            status = add_flows(l, panel, flow_given, base, to, count, err);
        }
    }
    return status;
}

ot_status cli_lists_split(const common_args *args, const ot_panel *panel,
                          cli_lists *l, ot_error *err)
{
    *l = (cli_lists){.reporter = {.n = 0}};
    ot_status status = split(args->reporter, "reporter", &l->reporter, err);

    if (status == OT_OK) {
        status = split(args->partner, "partner", &l->partner, err);
    }
    if (status == OT_OK) {
        status = split(args->flow, "flow", &l->flow, err);
    }
    if (status == OT_OK) {
        status = split(args->commodity, "commodity", &l->commodity, err);
    }
    if (status == OT_OK && l->commodity.n > 1 &&
        is_commodity(panel, args->commodity)) {
        l->commodity.n = 1;
        l->commodity.at[0] = args->commodity;
    }
    return status;
}

void cli_lists_free(cli_lists *l)
{
    free(l->reporter.copy);
    free(l->partner.copy);
    free(l->flow.copy);
    free(l->commodity.copy);
    *l = (cli_lists){.reporter = {.n = 0}};
}

ot_status cli_selection(const common_args *args, ot_selection *base,
                        ot_error *err)
{
    ot_unit shown;

    *base = (ot_selection){.basis = args->basis};
    ot_status status = cli_as_of(args, &base->as_of, err);
    if (status == OT_OK) {
        status = cli_measure(args, &base->measure, err);
    }
    if (status == OT_OK && args->in != NULL &&
        ot_unit_parse(args->in, &shown, NULL) == OT_OK) {
        ot__str_copy(ot__str(shown.code), base->unit, sizeof base->unit);
    }
    return status == OT_OK ? find_absence(args->absent, &base->absence)
                           : status;
}

ot_status cli_selections(const common_args *args, const ot_panel *panel,
                         ot_selection **selections, size_t *count,
                         ot_error *err)
{
    ot_selection base;
    *selections = NULL;
    cli_lists l = {.reporter = {.n = 0}};
    ot_status status = cli_selection(args, &base, err);

    if (status == OT_OK) {
        status = cli_lists_split(args, panel, &l, err);
    }
    if (status == OT_OK) {
        const size_t most = l.reporter.n * l.partner.n * l.commodity.n *
                            (args->flow != NULL ? l.flow.n : 4);
        *selections = calloc(most, sizeof **selections);
        status = *selections == NULL
                     ? ot_fail(err, OT_E_MEMORY, NULL, "out of memory")
                     : expand(&l, args->flow != NULL, panel, base, *selections,
                              count, err);
    }
    if (status != OT_OK) {
        free(*selections);
        *selections = NULL;
    }
    cli_lists_free(&l);
    return status;
}
