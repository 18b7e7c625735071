// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_mirror.c - outturn mirror: one flow as both sides report it.

#include <stdlib.h>
#include <string.h>

#include "cli/mirror.h"

typedef struct mirror_args {
    common_args common;
    const char *cif, *every, *by, *estimate;
} mirror_args;

static const char *const by[] = {"commodity", NULL};

static const opt options[] = {
    {"cif", 0, OPT_TEXT, offsetof(mirror_args, cif), "LOW-HIGH",
     "what imports may be of exports; else 1.00-1.10", NULL},
    {"every", 0, OPT_TEXT, offsetof(mirror_args, every), "STEP",
     "months, quarters, half-years or years; else the periods of -t, or years",
     cli_steps},
    {"by", 0, OPT_TEXT, offsetof(mirror_args, by), "WHAT",
     "commodity: a row each; without -t of the last period that both have", by},
    {"estimate", 0, OPT_TEXT, offsetof(mirror_args, estimate), "RULE",
     "one value of both, fob: mean, exporter or importer", NULL},
    {0},
};

// ---- what is asked ---------------------------------------------------------

// One end of the band.
static bool read_rate(ot_str text, double *rate)
{
    ot_decimal d;

    if (ot_decimal_parse(text.at, text.n, (ot_decimal_form){0}, &d, NULL) !=
        OT_OK) {
        return false;
    }
    *rate = ot_decimal_double(d);
    return *rate > 0 && *rate < 10;
}

// "1.00-1.10" or "1.06".
static ot_status read_band(const char *text, ot_interval *band, ot_error *err)
{
    ot_str rest = ot__str(text);
    const ot_str low = ot__str_cut(&rest, '-');
    double lo = 0, hi;

    bool good = read_rate(low, &lo);
    hi = lo;
    good = good && (strchr(text, '-') == NULL || read_rate(rest, &hi));
    if (!good || lo > hi) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--cif is a rate or two, such as 1.06 or 1.00-1.10, not "
                       "'%.40s'",
                       text);
    }
    *band = ot_interval_of(lo, hi);
    return OT_OK;
}

static ot_status read_rule(const char *name, const ot_mirror_rule **rule,
                           ot_error *err)
{
    *rule = name != NULL ? ot_mirror_rule_find(name) : NULL;
    return name == NULL || *rule != NULL
               ? OT_OK
               : ot_fail(err, OT_E_USAGE, NULL,
                         "--estimate is mean, exporter or importer, not "
                         "'%.40s'",
                         name);
}

static ot_status read_asked(const mirror_args *args, mirrors *m, ot_error *err)
{
    ot_status status = read_band(args->cif, &m->band, err);

    m->step = cli_step(args->every);
    m->explain = args->common.explain;
    m->by_commodity = args->by != NULL;
    m->last_only = m->by_commodity;
    if (status == OT_OK) {
        status = read_rule(args->estimate, &m->rule, err);
    }
    if (status == OT_OK) {
        status = cli_spans_list(&args->common, &m->within, err);
    }
    if (status == OT_OK) {
        status = cli_year_start(&args->common, &m->year_start, err);
    }
    if (status == OT_OK &&
        (args->common.reporter == NULL || args->common.partner == NULL ||
         strchr(args->common.reporter, ',') != NULL)) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a mirror is between two countries: -r the one, -p the "
                       "other, or several");
    }
    return status;
}

// ---- the answer ------------------------------------------------------------

static void say(ot_sheet *sheet, const mirrors *m)
{
    char lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE], mid[OT_NUMBER_SIZE];

    ot_sheet_above(sheet, "ratio = importer's / exporter's figure; gap = their "
                          "difference / their mean");
    ot_sheet_above(sheet, "band: cif / fob from %s to %s%s",
                   ot__fixed(lo, m->band.lo, 2), ot__fixed(hi, m->band.hi, 2),
                   m->band.lo == 1 && m->band.hi == 1.1 ? " (--cif)" : "");
    if (m->rule != NULL) {
        ot_sheet_above(sheet, "estimate, %s: %s, with cif = %s", m->rule->name,
                       m->rule->formula,
                       ot__fixed(mid, ot_interval_mid(m->band), 3));
    }
    for (size_t i = 0; i < m->n; i++) {
        const mirrored *d = &m->at[i];
        if (d->exports == NULL || d->imports == NULL) {
            const bool e = d->exports == NULL;
            ot_sheet_note(sheet, "%s of %s %s %s%s%s: not in the files",
                          e ? "exports" : "imports",
                          ot_panel_area_name(m->panel, e ? d->from : d->to),
                          e ? "to" : "from",
                          ot_panel_area_name(m->panel, e ? d->to : d->from),
                          m->by_commodity ? " of " : "",
                          m->by_commodity ? d->commodity : "");
        }
    }
}

// The views of both sides, those of the reporter of the first one in front:
// *own of them. views holds two a pair.
static size_t gather(const mirrors *m, ot_view *views[], size_t *own)
{
    const ot_area first = ot_view_reporter(mirrors_first(m));
    size_t n = 0;

    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < 2 * m->n; i++) {
            const mirrored *d = &m->at[i / 2];
            ot_view *view = i % 2 == 0 ? d->exports : d->imports;
            if (view != NULL &&
                (ot_view_reporter(view) == first) == (side == 0)) {
                views[n++] = view;
            }
        }
        *own = side == 0 ? n : *own;
    }
    return n;
}

static ot_status fill(const mirror_args *args, const mirrors *m,
                      ot_sheet *sheet, ot_error *err)
{
    size_t own = 0;
    ot_view **views = calloc(2 * m->n, sizeof *views);

    if (views == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    const size_t n = gather(m, views, &own);
    const cli_views all = {.view = views, .n = n};
    cli_describe(sheet, m->panel, views, own);
    say(sheet, m);
    if (m->by_commodity) {
        cli_hs_revisions(sheet, m->panel);
    }
    cli_source(sheet, m->panel, cli_views_release(&all));
    free(views);
    return cli_scale(&args->common, sheet, err);
}

static ot_status write(const mirror_args *args, cli_run *cli, const mirrors *m,
                       ot_error *err)
{
    ot_sheet *sheet = mirror_sheet(m);
    ot_status status = sheet == NULL
                           ? ot_fail(err, OT_E_MEMORY, NULL, "out of memory")
                           : fill(args, m, sheet, err);

    if (status == OT_OK) {
        status = cli_write(&args->common, cli, sheet, err);
    }
    ot_sheet_free(sheet);
    return status;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const mirror_args *args = arguments;
    common_args both = args->common;
    ot_buf reporters = {0};
    cli_views v = {0};
    mirrors m = {.n = 0};
    ot_status status = read_asked(args, &m, err);

    if (status != OT_OK) {
        cli_spans_free(&m.within);
        return status;
    }
    ot__buf_format(&reporters, "%s,%s", both.reporter, both.partner);
    both.reporter = ot__buf_cstr(&reporters);
    status = cli_read(&both, cli, &v.panel, err);
    if (status == OT_OK) {
        status = cli_rates_open(&args->common, &v, err);
    }
    if (status == OT_OK) {
        status = mirrors_open(&args->common, &v, &m, err);
    }
    if (status == OT_OK) {
        status = write(args, cli, &m, err);
    }
    if (status == OT_OK && args->common.chart != NULL) {
        status = mirror_picture(&m, &cli->picture, err);
    }
    cli_spans_free(&m.within);
    mirrors_close(&m);
    cli_views_free(&v);
    ot__buf_free(&reporters);
    return status;
}

const command command_mirror = {
    .name = "mirror",
    .operands = "[FILE...]",
    .summary = "one flow as both sides report it",
    .about =
        "What -r exports to -p beside what -p imports from it, and the other "
        "way round: the\nratio, the gap, and whether the ratio lies in the "
        "band of cif over fob (--cif):\ninside, below, above, or either where "
        "the figures are too rounded to say. The files\nhold the figures of "
        "both; a side that is not there is said. -f export or import takes\n"
        "one direction. --estimate makes one value of both by a rule that is "
        "said above the\ntable, with the middle of the band for cif. csv and "
        "json give fractions. --chart draws\nboth sides of the larger "
        "direction over the band; of one period, of several partners or\nof "
        "commodities a dot for each side.",
    .examples =
        "outturn mirror armenia.csv russia.csv -r ARM -p RUS\n"
        "outturn mirror comtrade.csv -r CHN -p USA --by commodity -t 2023\n"
        "outturn mirror a.csv b.csv -r ARM -p RUS -f import --every month "
        "--cif 1.06-1.12\n"
        "outturn mirror a.csv b.csv -r ARM -p RUS --estimate mean\n"
        "outturn mirror a.csv b.csv -r ARM -p RUS --chart mirror.png",
    .uses = USE_SELECT | USE_READ | USE_RATES | USE_CHART | USE_OUTPUT,
    .first = true,
    .options = options,
    .defaults = &(const mirror_args){.cif = "1.00-1.10"},
    .args_size = sizeof(mirror_args),
    .run = run,
};
