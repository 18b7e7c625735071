// SPDX-License-Identifier: GPL-3.0-or-later
// revisions_chart.c - what outturn revisions tells, as a picture.

#include <stdlib.h>
#include <string.h>

#include "cli/revisions.h"
#include "outturn/picture_revisions.h"

// "Release of November 2024", "old.csv" of undated figures.
static void name_side(const cli_views *views, ot_buf *words)
{
    const ot_day day = cli_views_release(views);
    char text[64];

    if (day == OT_DAY_NONE) {
        const char *path = ot_panel_file(views->panel, 0).path;
        const char *slash = strrchr(path, '/');
        ot__buf_text(words, slash != NULL ? slash + 1 : path);
    } else if (ot_day_ends_month(day)) {
        ot__buf_format(
            words, "Release of %s",
            ot_period_words((ot_period){ot_day_month(day), 1}, text));
    } else {
        ot__buf_format(words, "Release of %s", ot_day_words(day, text));
    }
}

ot_status revisions_picture(const compared *c, const ot_revisions *r,
                            ot_picture **picture, ot_error *err)
{
    const ot_picture_options options = {.step = c->step};
    ot_buf was = {0}, now = {0};

    name_side(&c->before, &was);
    name_side(&c->after, &now);
    const ot_picture_revised of = {.panel = c->after.panel,
                                   .older = c->before.panel,
                                   .after = c->after.view,
                                   .n = c->listed,
                                   .was = ot__buf_cstr(&was),
                                   .now = ot__buf_cstr(&now),
                                   .revised = r};
    const ot_status status =
        ot_picture_of_revisions(&of, &options, picture, err);
    ot__buf_free(&was);
    ot__buf_free(&now);
    return status;
}

ot_status revisions_triangle_picture(const compared *c, ot_picture **picture,
                                     ot_error *err)
{
    const cli_spans *t = &c->within;
    const ot_picture_options options = {
        .step = c->step,
        .year_start = c->year_start,
        .period = t->n > 0 ? ot_period_range(t->at[0].first,
                                             ot_period_last(t->at[t->n - 1]))
                           : (ot_period){0, 0}};

    if (c->listed > 1) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--chart draws the triangle of one series: say -f, -p "
                       "and -k");
    }
    ot_day *day = calloc(ot_panel_releases(c->after.panel) + 1, sizeof *day);
    if (day == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    const size_t n = revisions_releases(c, day);
    const ot_status status = ot_picture_of_releases(
        c->after.panel, c->after.view[0], day, n, &options, picture, err);
    free(day);
    return status;
}
