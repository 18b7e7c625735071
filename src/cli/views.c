// SPDX-License-Identifier: GPL-3.0-or-later
// views.c - the selections of a command, bound to the panel.

#include "cli/views.h"

#include <stdlib.h>
#include <string.h>

static ot_status bind(const common_args *args, cli_views *v, ot_error *err)
{
    ot_selection *selection = NULL;
    size_t count = 0;
    ot_status status = cli_rates_open(args, v, err);

    if (status == OT_OK) {
        status = cli_selections(args, v->panel, &selection, &count, err);
    }
    if (status == OT_OK) {
        v->view = calloc(count, sizeof *v->view);
        status = v->view == NULL
                     ? ot_fail(err, OT_E_MEMORY, NULL, "out of memory")
                     : OT_OK;
    }
    cli_rates_apply(v, selection, status == OT_OK ? count : 0);
    for (size_t i = 0; i < count && status == OT_OK; i++) {
        status = ot_panel_select(v->panel, &selection[i], &v->view[i], err);
        v->n += status == OT_OK;
    }
    free(selection);
    return status == OT_OK ? cli_rates_check(args, v, err) : status;
}

ot_status cli_views_bind(const common_args *args, ot_panel *panel, cli_views *v,
                         ot_error *err)
{
    *v = (cli_views){.panel = panel};
    return bind(args, v, err);
}

ot_status cli_views_open(const common_args *args, cli_run *cli, cli_views *v,
                         ot_error *err)
{
    *v = (cli_views){0};
    const ot_status status = cli_read(args, cli, &v->panel, err);
    return status == OT_OK ? bind(args, v, err) : status;
}

void cli_views_free(cli_views *v)
{
    for (size_t i = 0; i < v->n; i++) {
        ot_view_free(v->view[i]);
    }
    free(v->view);
    ot_panel_free(v->panel);
    ot_rates_free(v->rates);
    *v = (cli_views){0};
}

ot_day cli_views_release(const cli_views *v)
{
    ot_day newest = OT_DAY_NONE;

    for (size_t i = 0; i < v->n; i++) {
        const ot_day day = ot_view_release(v->view[i]);
        newest = day > newest ? day : newest;
    }
    return newest;
}

// Whether views differ in ...
typedef struct differences {
    bool reporter, partner, commodity;
} differences;

static differences differences_of(const cli_views *v)
{
    differences d = {false, false, false};

    for (size_t i = 1; i < v->n; i++) {
        const ot_view *a = v->view[0], *b = v->view[i];
        d.reporter |= ot_view_reporter(a) != ot_view_reporter(b);
        d.partner |= ot_view_partner(a) != ot_view_partner(b);
        d.commodity |= strcmp(ot_view_commodity(a), ot_view_commodity(b)) != 0;
    }
    return d;
}

void cli_views_name(const cli_views *v, size_t i, ot_buf *name)
{
    const ot_view *view = v->view[i];
    const differences d = differences_of(v);

    if (d.reporter) {
        ot__buf_format(
            name, "%s: ", ot_panel_area_name(v->panel, ot_view_reporter(view)));
    }
    ot__buf_text(name, ot_view_flow(view)->name);
    if (d.commodity) {
        ot__buf_format(name, " of %s", ot_view_commodity(view));
    }
    if (d.partner) {
        ot__buf_format(name, " with %s",
                       ot_panel_area_name(v->panel, ot_view_partner(view)));
    }
}
