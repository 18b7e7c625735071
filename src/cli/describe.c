// SPDX-License-Identifier: GPL-3.0-or-later
// describe.c - says in words what was selected, and where it came from.

#include <string.h>

#include "cli/views.h"
#include "report/picture.h"

// Appends text unless it is empty or stands there already, after a comma.
static void add_once(ot_buf *b, const char *text)
{
    if (text[0] == '\0' || strstr(ot__buf_cstr(b), text) != NULL) {
        return;
    }
    ot__buf_format(b, "%s%s", b->n > 0 ? ", " : "", text);
}

static void add_area(ot_buf *names, ot_buf *codes, const ot_panel *panel,
                     ot_area area)
{
    add_once(names, ot_panel_area_name(panel, area));
    add_once(codes, ot_panel_area_code(panel, area));
}

typedef struct words {
    ot_buf reporter, reporter_code, partner, partner_code, flow, commodity,
        basis;
} words;

static void free_words(words *w)
{
    ot__buf_free(&w->reporter);
    ot__buf_free(&w->reporter_code);
    ot__buf_free(&w->partner);
    ot__buf_free(&w->partner_code);
    ot__buf_free(&w->flow);
    ot__buf_free(&w->commodity);
    ot__buf_free(&w->basis);
}

static void collect(words *w, const ot_panel *panel, ot_view *const views[],
                    size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const ot_view *v = views[i];
        add_area(&w->reporter, &w->reporter_code, panel, ot_view_reporter(v));
        add_area(&w->partner, &w->partner_code, panel, ot_view_partner(v));
        add_once(&w->flow, ot_view_flow(v)->name);
        add_once(&w->basis, ot_view_basis(v));
        add_once(&w->commodity, ot_view_commodity(v));
    }
}

static ot_day newest(ot_view *const views[], size_t count, int32_t *last)
{
    ot_day day = OT_DAY_NONE;

    *last = INT32_MIN;
    for (size_t i = 0; i < count; i++) {
        const ot_day d = ot_view_release(views[i]);
        const int32_t month = ot_period_last(ot_view_span(views[i]));
        day = d > day ? d : day;
        *last = month > *last ? month : *last;
    }
    return day;
}

// "release of September 2024", or the day where it is not a month's last.
static void release_words(ot_buf *b, ot_day day)
{
    char text[64];

    if (ot_day_ends_month(day)) {
        const ot_period month = {ot_day_month(day), 1};
        ot__buf_format(b, "release of %s", ot_period_words(month, text));
    } else {
        ot__buf_format(b, "release of %s", ot_day_words(day, text));
    }
}

static void add_facts(ot_sheet *sheet, const words *w, const ot_view *view,
                      ot_day release, int32_t last)
{
    char text[32];
    ot_unit unit = ot_view_unit(view);

    ot_sheet_fact(sheet, "reporter", ot__buf_cstr(&w->reporter_code));
    ot_sheet_fact(sheet, "partner", ot__buf_cstr(&w->partner_code));
    ot_sheet_fact(sheet, "flow", ot__buf_cstr(&w->flow));
    ot_sheet_fact(sheet, "commodity", ot__buf_cstr(&w->commodity));
    ot_sheet_fact(sheet, "basis", ot__buf_cstr(&w->basis));
    ot_sheet_fact(sheet, "unit", ot_unit_text(unit, text));
    ot_sheet_fact(sheet, "months_to",
                  ot_period_text((ot_period){last, 1}, text));
    if (release != OT_DAY_NONE) {
        ot_sheet_fact(sheet, "release", ot_day_text(release, text));
    }
}

// "World as the sum of 57 partners, TOTAL as that of 96 commodities".
static void add_sums(ot_buf *line, const ot_view *v)
{
    const size_t partners = ot_view_partners_added(v);
    const size_t codes = ot_view_codes_added(v);

    if (partners > 0) {
        ot__buf_format(line, "; the sum of %zu partner%s", partners,
                       partners > 1 ? "s" : "");
    }
    if (codes > 0) {
        ot__buf_format(line, "; the sum of %zu commodit%s", codes,
                       codes > 1 ? "ies" : "y");
    }
}

void cli_say_basis(ot_buf *line, const char *basis)
{
    const bool country =
        strstr(basis, "origin") != NULL || strstr(basis, "consignment") != NULL;

    if (country) {
        ot__buf_format(line, ", imports by %s", basis);
    } else {
        ot__say_basis(line, basis);
    }
}

// The first view that converts, else the first.
static const ot_view *first_converted(ot_view *const views[], size_t count)
{
    size_t i = 0;

    while (i < count && ot_view_rates(views[i]) == NULL) {
        i++;
    }
    return views[i < count ? i : 0];
}

void cli_describe(ot_sheet *sheet, const ot_panel *panel,
                  ot_view *const views[], size_t count)
{
    words w = {0};
    ot_buf line = {0};
    char unit[32], month[64];
    int32_t last;

    if (count == 0) {
        return;
    }
    const ot_day release = newest(views, count, &last);
    const ot_view *converted = first_converted(views, count);
    collect(&w, panel, views, count);
    ot__buf_format(&line, "%s with %s: %s", ot__buf_cstr(&w.reporter),
                   ot__buf_cstr(&w.partner), ot__buf_cstr(&w.flow));
    if (strcmp(ot__buf_cstr(&w.commodity), "TOTAL") != 0) {
        ot__buf_format(&line, " of %s", ot__buf_cstr(&w.commodity));
    }
    cli_say_basis(&line, ot__buf_cstr(&w.basis));
    add_sums(&line, views[0]);
    ot__buf_format(&line, "; %s", ot_unit_text(ot_view_unit(views[0]), unit));
    cli_converted(&line, converted);
    ot__buf_format(&line, "; months to %s",
                   ot_period_words((ot_period){last, 1}, month));
    if (release != OT_DAY_NONE) {
        ot__buf_text(&line, "; ");
        release_words(&line, release);
    }
    ot_sheet_head(sheet, "%s", ot__buf_cstr(&line));
    add_facts(sheet, &w, views[0], release, last);
    cli_convert_notes(sheet, converted);
    ot__buf_free(&line);
    free_words(&w);
}

void cli_source(ot_sheet *sheet, const ot_panel *panel, ot_day release)
{
    ot_buf line = {0};

    for (size_t i = 0; i < ot_panel_files(panel); i++) {
        ot__buf_format(&line, "%s%s", i > 0 ? ", " : "",
                       ot_panel_file(panel, i).path);
    }
    if (release != OT_DAY_NONE) {
        ot__buf_text(&line, "; ");
        release_words(&line, release);
    }
    ot_sheet_source(sheet, "%s", ot__buf_cstr(&line));
    ot__buf_free(&line);
}

ot_day cli_release(const ot_panel *panel, ot_day as_of)
{
    ot_day newest = OT_DAY_NONE;

    for (size_t i = 0; i < ot_panel_releases(panel); i++) {
        const ot_day day = ot_panel_release(panel, i);
        newest = day <= as_of && day > newest ? day : newest;
    }
    return newest;
}

void cli_hs_revisions(ot_sheet *sheet, const ot_panel *panel)
{
    static const char *const names[] = {
        "1988/92 (H0)", "1996 (H1)", "2002 (H2)", "2007 (H3)",
        "2012 (H4)",    "2017 (H5)", "2022 (H6)"};
    const unsigned held = ot_panel_hs_revisions(panel);
    ot_buf list = {0};
    size_t n = 0;

    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
        if ((held >> i & 1u) != 0) {
            ot__buf_format(&list, "%s%s", n++ > 0 ? ", " : "", names[i]);
        }
    }
    if (n > 1) {
        ot_sheet_note(sheet,
                      "the files hold codes of HS %s: where they change within "
                      "what is compared, goods may have moved from code to "
                      "code",
                      ot__buf_cstr(&list));
    }
    ot__buf_free(&list);
}
