// SPDX-License-Identifier: GPL-3.0-or-later
// revisions_open.c - which two releases outturn revisions compares, of which
// series.

#include <stdlib.h>
#include <string.h>

#include "cli/revisions.h"

#define TOP_FOR_PEOPLE 20

// ---- which releases --------------------------------------------------------

static ot_status read_day(const char *text, const char *option, ot_day *day,
                          ot_error *err)
{
    ot_error inner = {0};

    return ot_day_parse(text, strlen(text), day, &inner) == OT_OK
               ? OT_OK
               : ot_fail(err, OT_E_USAGE, NULL, "--%s: %s", option,
                         inner.message);
}

static ot_status too_few(const revisions_args *args, const ot_panel *panel,
                         ot_error *err)
{
    if (args->to != NULL && ot_panel_releases(panel) > 1) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "--to: the files hold no two releases by %s", args->to);
    }
    return ot_fail(err, OT_E_DATA, NULL,
                   "the files hold %s release: give the older and the newer "
                   "file, or one with releases (a column vintage)",
                   ot_panel_releases(panel) == 0 ? "no dated" : "one");
}

// The newest release known on a day, and in *before the one before it; both
// OT_DAY_NONE where there is none.
static ot_day known_on(const ot_panel *panel, ot_day day, ot_day *before)
{
    ot_day newest = OT_DAY_NONE;

    *before = OT_DAY_NONE;
    for (size_t i = 0; i < ot_panel_releases(panel); i++) {
        const ot_day here = ot_panel_release(panel, i);
        if (here != OT_DAY_NONE && here <= day) {
            *before = newest;
            newest = here;
        }
    }
    return newest;
}

static ot_status find_releases(const revisions_args *args,
                               const ot_panel *panel, ot_day *from, ot_day *to,
                               ot_error *err)
{
    ot_day before;
    ot_status status = OT_OK;

    *to = OT_DAY_LATEST;
    if (args->to != NULL) {
        status = read_day(args->to, "to", to, err);
    }
    if (status == OT_OK && args->from != NULL) {
        status = read_day(args->from, "from", from, err);
    }
    if (status != OT_OK) {
        return status;
    }
    const ot_day newest = known_on(panel, *to, &before);
    if (args->from == NULL) {
        *from = args->triangle ? ot_panel_release(panel, 0) : before;
    }
    if (newest == OT_DAY_NONE || *from == OT_DAY_NONE) {
        return too_few(args, panel, err);
    }
    *to = newest;
    return *from < newest
               ? OT_OK
               : ot_fail(err, OT_E_USAGE, NULL,
                         "--from is not before the release it is compared "
                         "with");
}

// ---- opening both ----------------------------------------------------------

// Moves the series that are not composed to the front, where there are any,
// unless the flow was asked for.
static void put_listed_first(const common_args *args, compared *c)
{
    cli_views *a = &c->after, *b = &c->before;
    size_t n = 0;

    for (size_t i = 0; i < a->n && args->flow == NULL; i++) {
        if (ot_flow_composed(ot_view_flow(a->view[i]))) {
            continue;
        }
        ot_view *const newer = a->view[i], *const older = b->view[i];
        for (size_t j = i; j > n; j--) {
            a->view[j] = a->view[j - 1];
            b->view[j] = b->view[j - 1];
        }
        a->view[n] = newer;
        b->view[n++] = older;
    }
    c->listed = n > 0 ? n : a->n;
}

// Leaves out series that are known in one of them only: the views of before
// that are NULL. `why`, where it is set, says why the first of them is.
static ot_status drop_unpaired(compared *c, const ot_error *why, ot_error *err)
{
    size_t n = 0;

    for (size_t i = 0; i < c->after.n; i++) {
        if (c->before.view[i] == NULL) {
            ot_view_free(c->after.view[i]);
            continue;
        }
        c->after.view[n] = c->after.view[i];
        c->before.view[n++] = c->before.view[i];
    }
    c->after.n = c->before.n = n;
    return n > 0 ? OT_OK
                 : ot_fail(err, OT_E_DATA, NULL, "%s",
                           why->status != OT_OK
                               ? why->message
                               : "nothing of the selection is in both files");
}

static ot_status open_releases(const revisions_args *args, cli_run *cli,
                               compared *c, ot_error *err)
{
    common_args common = args->common;
    ot_panel *panel = NULL;
    ot_day from = OT_DAY_NONE, to = OT_DAY_NONE;
    ot_error first = {0};
    char text[16];
    ot_status status = cli_read(&common, cli, &panel, err);

    if (status == OT_OK) {
        status = find_releases(args, panel, &from, &to, err);
    }
    if (status != OT_OK) {
        ot_panel_free(panel);
        return status;
    }
    common.as_of = ot_day_text(to, text);
    status = cli_views_bind(&common, panel, &c->after, err);
    if (status != OT_OK) {
        return status;
    }
    c->before.view = calloc(c->after.n, sizeof *c->before.view);
    if (c->before.view == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    c->before.n = c->after.n;
    for (size_t i = 0; i < c->after.n; i++) {
        status =
            ot_view_as_of(c->after.view[i], from, &c->before.view[i], &first);
        if (status != OT_OK && status != OT_E_DATA) {
            return ot_fail(err, status, NULL, "%s", first.message);
        }
    }
    return drop_unpaired(c, &first, err);
}

static bool same_series(const ot_panel *p, const ot_view *a, const ot_panel *q,
                        const ot_view *b)
{
    return ot_view_flow(a) == ot_view_flow(b) &&
           strcmp(ot_view_commodity(a), ot_view_commodity(b)) == 0 &&
           strcmp(ot_view_basis(a), ot_view_basis(b)) == 0 &&
           strcmp(ot_panel_area_code(p, ot_view_reporter(a)),
                  ot_panel_area_code(q, ot_view_reporter(b))) == 0 &&
           strcmp(ot_panel_area_code(p, ot_view_partner(a)),
                  ot_panel_area_code(q, ot_view_partner(b))) == 0;
}

// Puts the views of the older file in the order of the newer's.
static ot_status pair_up(compared *c, ot_error *err)
{
    const size_t n = c->after.n;
    ot_view **found = calloc(n + 1, sizeof *found);

    if (found == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < c->before.n && found[i] == NULL; j++) {
            ot_view *older = c->before.view[j];
            if (older != NULL && same_series(c->after.panel, c->after.view[i],
                                             c->before.panel, older)) {
                found[i] = older;
                c->before.view[j] = NULL;
            }
        }
    }
    for (size_t j = 0; j < c->before.n; j++) {
        ot_view_free(c->before.view[j]);
    }
    free(c->before.view);
    c->before.view = found;
    c->before.n = n;
    return drop_unpaired(c, &(ot_error){0}, err);
}

static ot_status open_file(const common_args *common, cli_run *cli, size_t i,
                           cli_views *v, ot_error *err)
{
    ot_panel *panel = NULL;

    cli_files_free(cli->files); // the panel has its own copies of the paths
    const ot_status status =
        cli_read_files(common, cli, &cli->operand[i], 1, &panel, err);
    return status == OT_OK ? cli_views_bind(common, panel, v, err) : status;
}

static ot_status open_two(const revisions_args *args, cli_run *cli, compared *c,
                          ot_error *err)
{
    ot_status status = open_file(&args->common, cli, 0, &c->before, err);

    if (status == OT_OK) {
        status = open_file(&args->common, cli, 1, &c->after, err);
    }
    return status == OT_OK ? pair_up(c, err) : status;
}

static ot_status check_options(const revisions_args *args, const cli_run *cli,
                               ot_error *err)
{
    if (args->common.as_of != NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--as-of takes one release: here --from and --to say "
                       "which two");
    }
    if (args->top < REVISIONS_TOP_UNSAID) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--top is a number of figures, or 0 for all");
    }
    if (args->common.rejects != NULL && cli->operands == 2) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--rejects writes those of one reading: see outturn "
                       "info FILE --rejects");
    }
    return OT_OK;
}

// Two files are two releases, unless releases in them are asked for.
ot_status revisions_open(const revisions_args *args, cli_run *cli, compared *c,
                         ot_error *err)
{
    const common_args *common = &args->common;
    const bool people = common->format == NULL ||
                        strcmp(common->format, "text") == 0 ||
                        strcmp(common->format, "md") == 0;
    ot_status status = check_options(args, cli, err);

    c->explain = common->explain;
    c->most = args->top != REVISIONS_TOP_UNSAID ? (size_t)args->top
              : people                          ? TOP_FOR_PEOPLE
                                                : 0;
    if (status == OT_OK) {
        c->step = cli_step(args->every);
        status = cli_spans_list(common, &c->within, err);
    }
    if (status == OT_OK) {
        status = cli_year_start(common, &c->year_start, err);
    }
    if (status != OT_OK) {
        return status;
    }
    const bool two = cli->operands == 2 && args->from == NULL &&
                     args->to == NULL && !args->triangle;
    status =
        two ? open_two(args, cli, c, err) : open_releases(args, cli, c, err);
    if (status == OT_OK) {
        put_listed_first(common, c);
    }
    return status;
}
