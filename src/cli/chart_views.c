// SPDX-License-Identifier: GPL-3.0-or-later
// chart_views.c - the selections of a chart: one, or one a partner.

#include <stdlib.h>
#include <string.h>

#include "cli/chart.h"
#include "outturn/mirror.h"

#define PARTNERS_MOST 300

// One more view, of the same options with another partner. One that the files
// have no figures for is left out.
static ot_status add_partner(const common_args *args, cli_views *v,
                             const char *code, ot_error *err)
{
    common_args with = *args;
    ot_selection *selection = NULL;
    ot_error none = {0};
    size_t count = 0;

    with.partner = code;
    ot_status status = cli_selections(&with, v->panel, &selection, &count, err);
    cli_rates_apply(v, selection, status == OT_OK ? count : 0);
    for (size_t i = 0; i < count && status == OT_OK; i++) {
        ot_view *view = NULL;
        if (ot_panel_select(v->panel, &selection[i], &view, &none) == OT_OK) {
            v->view[v->n++] = view;
        } else if (none.status != OT_E_DATA) {
            status = ot_fail(err, none.status, NULL, "%s", none.message);
        }
        if (v->n == PARTNERS_MOST) {
            status = ot_fail(err, OT_E_LIMIT, NULL,
                             "more than %d selections: name partners with -p",
                             PARTNERS_MOST);
        }
    }
    free(selection);
    return status;
}

// Whether an earlier key has the same partner.
static bool seen(const ot_panel *panel, size_t i)
{
    const ot_area partner = ot_panel_key(panel, i).partner;

    for (size_t k = 0; k < i; k++) {
        if (ot_panel_key(panel, k).partner == partner) {
            return true;
        }
    }
    return false;
}

static ot_status all_partners(const common_args *args, cli_views *v,
                              ot_error *err)
{
    v->view = calloc(PARTNERS_MOST, sizeof(ot_view *));
    if (v->view == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    ot_status status = cli_rates_open(args, v, err);
    for (size_t i = 0; i < ot_panel_keys(v->panel) && status == OT_OK; i++) {
        const ot_area partner = ot_panel_key(v->panel, i).partner;
        if (ot_area_kind_of(partner) == OT_AREA_COUNTRY && !seen(v->panel, i)) {
            status = add_partner(args, v, ot_panel_area_code(v->panel, partner),
                                 err);
        }
    }
    if (status == OT_OK && v->n == 0) {
        status = ot_fail(err, OT_E_DATA, NULL,
                         "the files have no figures of this for any country");
    }
    return status == OT_OK ? cli_rates_check(args, v, err) : status;
}

// What the partners are parts of: only as it was published, since a sum of what
// the files happen to hold is no whole.
static void find_whole(const common_args *args, const cli_views *v,
                       ot_view **whole)
{
    common_args world = *args;
    ot_selection *selection = NULL;
    ot_error none = {0};
    size_t count = 0;

    world.partner = "World";
    if (cli_selections(&world, v->panel, &selection, &count, &none) == OT_OK &&
        count == 1) {
        cli_rates_apply(v, selection, count);
        if (ot_panel_select(v->panel, &selection[0], whole, &none) == OT_OK &&
            ot_view_partners_added(*whole) > 0) {
            ot_view_free(*whole);
            *whole = NULL;
        }
    }
    free(selection);
}

// The view of one flow with one partner, and what the partner reports of it.
static ot_status both_sides(const common_args *args, ot_panel *panel,
                            cli_views *v, ot_error *err)
{
    ot_selection *selection = NULL, theirs;
    size_t count = 0;

    *v = (cli_views){.panel = panel, .view = calloc(2, sizeof(ot_view *))};
    if (v->view == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    ot_status status = cli_rates_open(args, v, err);
    if (status == OT_OK) {
        status = cli_selections(args, panel, &selection, &count, err);
    }
    if (status == OT_OK && count != 1) {
        status = ot_fail(err, OT_E_USAGE, NULL,
                         "a mirror is of one flow between two countries");
    }
    if (status == OT_OK) {
        cli_rates_apply(v, selection, 1);
        status = ot_mirror_selection(selection, &theirs, err);
    }
    for (int i = 0; i < 2 && status == OT_OK; i++) {
        status = ot_panel_select(panel, i == 0 ? selection : &theirs,
                                 &v->view[i], err);
        v->n += status == OT_OK ? 1 : 0;
    }
    free(selection);
    return status == OT_OK ? cli_rates_check(args, v, err) : status;
}

ot_status cli_chart_bind(const common_args *args, ot_panel *panel,
                         const ot_picture_kind *wants, cli_views *v,
                         ot_view **whole, ot_error *err)
{
    ot_status status;

    *whole = NULL;
    if (wants->partners && args->partner == NULL) {
        *v = (cli_views){.panel = panel};
        status = all_partners(args, v, err);
    } else if (wants->both) {
        status = both_sides(args, panel, v, err);
    } else {
        status = cli_views_bind(args, panel, v, err);
    }
    if (status == OT_OK && wants->partners) {
        find_whole(args, v, whole);
    }
    return status;
}
