// SPDX-License-Identifier: GPL-3.0-or-later
// revisions_words.c - what outturn revisions says around its tables.

#include <string.h>

#include "cli/revisions.h"

static char *day_text(ot_day day, char out[])
{
    return ot_day_ends_month(day)
               ? ot_period_text((ot_period){ot_day_month(day), 1}, out)
               : ot_day_text(day, out);
}

void revisions_side(const cli_views *views, ot_buf *words)
{
    const ot_day release = cli_views_release(views);
    char text[32];

    if (release != OT_DAY_NONE) {
        ot__buf_format(words, "release %s", day_text(release, text));
    } else {
        ot__buf_text(words, ot_panel_file(views->panel, 0).path);
    }
}

static int32_t last_month(const cli_views *views)
{
    int32_t last = INT32_MIN;

    for (size_t i = 0; i < views->n; i++) {
        const int32_t here = ot_period_last(ot_view_span(views->view[i]));
        last = here > last ? here : last;
    }
    return last;
}

static void say_sides(ot_sheet *sheet, const compared *c)
{
    char month[64];
    ot_buf line = {0};
    ot_buf from = {0}, to = {0};

    revisions_side(&c->before, &from);
    revisions_side(&c->after, &to);
    ot__buf_format(
        &line, "from %s (months to %s)", ot__buf_cstr(&from),
        ot_period_words((ot_period){last_month(&c->before), 1}, month));
    ot__buf_format(
        &line, " to %s (months to %s)", ot__buf_cstr(&to),
        ot_period_words((ot_period){last_month(&c->after), 1}, month));
    ot_sheet_above(sheet, "%s", ot__buf_cstr(&line));
    ot_sheet_fact(sheet, "from", ot__buf_cstr(&from));
    ot_sheet_fact(sheet, "to", ot__buf_cstr(&to));
    ot__buf_free(&line);
    ot__buf_free(&from);
    ot__buf_free(&to);
}

static const char *figures(size_t n)
{
    return n == 1 ? "figure" : "figures";
}

static void say_counts(ot_sheet *sheet, const ot_revisions *r)
{
    const size_t *n = r->count;
    const size_t same = n[OT_REVISED_SAME] + n[OT_REVISED_STANDS];

    if (r->n == 0) {
        ot_sheet_above(sheet, "nothing changed: %zu %s %s as before", same,
                       figures(same), same == 1 ? "is" : "are");
        return;
    }
    ot_sheet_above(sheet,
                   "%zu %s changed, %zu appeared, %zu vanished, %zu as before",
                   n[OT_REVISED_CHANGED], figures(n[OT_REVISED_CHANGED]),
                   n[OT_REVISED_APPEARED], n[OT_REVISED_VANISHED], same);
}

static void say_others(ot_sheet *sheet, const compared *c,
                       const ot_revisions *r)
{
    const size_t *n = r->count;
    char period[64];

    if (c->most > 0 && r->n > c->most) {
        ot_sheet_note(sheet,
                      "%zu smaller differences are not shown (--top 0 "
                      "shows all)",
                      r->n - c->most);
    }
    if (n[OT_REVISED_ADDED] > 0) {
        ot_sheet_note(sheet,
                      "%zu %s of %s came with the newer release: no revisions",
                      n[OT_REVISED_ADDED], figures(n[OT_REVISED_ADDED]),
                      ot_period_words(r->added, period));
    }
    if (n[OT_REVISED_STANDS] > 0) {
        ot_sheet_note(sheet,
                      "%zu %s of %s are not in the newer release, which has "
                      "months before and after: the earlier ones stand",
                      n[OT_REVISED_STANDS], figures(n[OT_REVISED_STANDS]),
                      ot_period_words(r->standing, period));
    }
}

// " --basis origin" where figures are of a basis.
static void put_basis(ot_buf *b, const cli_views *v)
{
    const char *basis = "";

    for (size_t i = 0; i < v->n && basis[0] == '\0'; i++) {
        basis = ot_view_basis(v->view[i]);
    }
    if (basis[0] != '\0') {
        ot__buf_format(
            b, strchr(basis, ' ') != NULL ? " --basis \"%s\"" : " --basis %s",
            basis);
    }
}

// How to see whether a claim still stands.
static void say_next(ot_sheet *sheet, const compared *c)
{
    const ot_day day = cli_views_release(&c->before);
    const char *newer = ot_panel_file(c->after.panel, 0).given;
    ot_buf basis = {0};
    char text[16];

    put_basis(&basis, &c->after);
    if (c->before.panel == NULL) {
        ot_sheet_note(sheet,
                      "next: outturn check TEXT -d %s%s --date %s (does "
                      "a claim still stand: by the older release, and today)",
                      newer, ot__buf_cstr(&basis), ot_day_text(day, text));
    } else {
        ot_sheet_note(sheet,
                      "next: outturn check TEXT -d %s%s, and -d %s "
                      "(does a claim still stand: by the older file, by the "
                      "newer)",
                      ot_panel_file(c->before.panel, 0).given,
                      ot__buf_cstr(&basis), newer);
    }
    ot__buf_free(&basis);
}

void revisions_words(ot_sheet *sheet, const compared *c, const ot_revisions *r)
{
    say_sides(sheet, c);
    say_counts(sheet, r);
    say_others(sheet, c, r);
    if (r->n > 0) {
        say_next(sheet, c);
    }
}
