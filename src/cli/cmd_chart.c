// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_chart.c - outturn chart: a selection as a picture.

#include "cli/chart.h"
#include "cli/spans.h"

#define AT(member) offsetof(chart_args, member)

static const char *const sizes[] = {"column", "page",   "phone",
                                    "screen", "square", NULL};
static const char *const locales[] = {"de", "en", "ru", NULL};
static const char *const themes[] = {"dark", "light", "print", NULL};
static const char *const formats[] = {"pdf", "png", "svg", NULL};

static const opt options[] = {
    {"output", 'o', OPT_TEXT, AT(common.output), "FILE",
     "the picture; its name ends in .png, .pdf or .svg", NULL},
    {"format", 0, OPT_TEXT, AT(common.format), "FORMAT",
     "png, pdf or svg, where the name does not say", formats},
    {"size", 0, OPT_TEXT, AT(size), "SIZE",
     "column, page, phone, screen (the default) or square", sizes},
    {"theme", 0, OPT_TEXT, AT(theme), "THEME",
     "light (the default), dark or print (greys)", themes},
    {"locale", 0, OPT_TEXT, AT(locale), "LANGUAGE",
     "en (the default), de or ru: numbers, months and words in the picture; "
     "give --title, --subtitle, --source and --note in it yourself",
     locales},
    {"title", 0, OPT_TEXT, AT(title), "TEXT", "headline; else from the figures",
     NULL},
    {"subtitle", 0, OPT_TEXT, AT(subtitle), "TEXT",
     "what, unit, period; else from the selection", NULL},
    {"source", 0, OPT_TEXT, AT(source), "TEXT",
     "who published the figures; else what the files' layouts say, or their "
     "names",
     NULL},
    {"note", 0, OPT_TEXT, AT(note), "TEXT",
     "what is said after the source; else how new the data are", NULL},
    {"font", 0, OPT_TEXT, AT(font), "FAMILY", "else DejaVu Sans", NULL},
    {"claim", 0, OPT_TEXT, AT(claim), "FIGURE",
     "a stated figure as a bar: \"14-16 bn\"", NULL},
    {"years", 0, OPT_INT, AT(years), "N",
     "race, season: how many earlier years; else all", NULL},
    {"outcome", 0, OPT_FLAG, AT(outcome), NULL,
     "race: also what became known after --as-of", NULL},
    {"no-landing", 0, OPT_FLAG, AT(no_landing), NULL,
     "race, claim: without where the year may end", NULL},
    {"every", 0, OPT_TEXT, AT(every), "STEP",
     "values over time: one a month, quarter, half or year", cli_steps},
    {"in", 0, OPT_TEXT, AT(common.in), "CURRENCY",
     "draw in another currency, with --rates", NULL},
    {"alt", 0, OPT_TEXT, AT(alt), "FILE",
     "also write what the picture shows in words, for those who cannot see it",
     NULL},
    {"data-out", 0, OPT_TEXT, AT(data), "FILE",
     "also write the figures that are drawn, as csv", NULL},
    {0},
};

static ot_status find_kind(const cli_run *cli, const ot_chart_kind **kind,
                           ot_error *err)
{
    const char *name = cli->operands > 0 ? cli->operand[0] : NULL;
    const char *names[32];
    size_t n = 0;

    for (; n < ot_chart_kind_count() && n < 32; n++) {
        names[n] = ot_chart_kind_at(n)->name;
    }
    *kind = name != NULL ? ot_chart_kind_find(name) : NULL;
    if (*kind != NULL) {
        return OT_OK;
    }
    if (name == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "which kind of chart? (see help charts)");
    }
    const size_t near = ot__nearest(name, names, n);
    return ot_fail(err, OT_E_USAGE, NULL, "there is no chart '%.40s'%s%s%s",
                   name, near < n ? "; did you mean '" : " (see help charts)",
                   near < n ? names[near] : "", near < n ? "'?" : "");
}

// Where both sides are wanted, also the rows of -p as the reporter.
static ot_status read_files(const common_args *args,
                            const ot_picture_kind *wants, cli_run *files,
                            ot_panel **panel, ot_error *err)
{
    common_args both = *args;
    ot_buf reporters = {0};

    if (!wants->both) {
        return cli_read(args, files, panel, err);
    }
    if (args->reporter == NULL || args->partner == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a mirror is between two countries: -r the one, -p the "
                       "other");
    }
    ot__buf_format(&reporters, "%s,%s", args->reporter, args->partner);
    both.reporter = ot__buf_cstr(&reporters);
    const ot_status status = cli_read(&both, files, panel, err);
    ot__buf_free(&reporters);
    return status;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const chart_args *args = arguments;
    const ot_chart_kind *kind = NULL;
    const ot_chart_format *format = NULL;
    cli_run files = *cli;
    ot_panel *panel = NULL;
    ot_status status = find_kind(cli, &kind, err);

    if (status == OT_OK) {
        status = cli_chart_format(&args->common, &format, err);
    }
    if (status != OT_OK || kind == NULL) {
        return status;
    }
    if (args->common.in != NULL && args->common.rates == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--in goes with --rates: a chart chooses its scale");
    }
    if (ot_picture_kind_of(kind) == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "there is no %s of a selection: programs draw it",
                       kind->name);
    }
    files.operand++;
    files.operands--;
    status = read_files(&args->common, ot_picture_kind_of(kind), &files, &panel,
                        err);
    return status == OT_OK
               ? cli_chart_draw(args, cli, kind, panel, &cli->out, err)
               : status;
}

const command command_chart = {
    .name = "chart",
    .operands = "KIND [FILE...]",
    .summary = "draw a selection: race with its landing, lines, shares ...",
    .about =
        "Kinds are listed by outturn help charts. A race shows every year to "
        "date on the same\nmonths, the year that runs in bold, where it may "
        "end as a fan and a stated figure as a\nbar, with what it needs. "
        "Without -f a balance is of exports and imports, a line of all\nflows, "
        "a mirror of exports and any other kind of turnover. A mirror needs "
        "the figures of\nboth sides. Kinds of several partners (share, rank, "
        "multiples, contribution, waterfall)\ntake all countries of the files "
        "where -p names none.",
    .examples =
        "outturn chart race trade.csv -r ARM -p RUS --claim \"14-16 bn\" "
        "-o race.png\n"
        "outturn chart line trade.csv -r ARM -p RUS -f export,import "
        "-o lines.svg",
    .uses = USE_SELECT | USE_READ | USE_RATES,
    .first = true,
    .options = options,
    .defaults = &(const chart_args){.years = 0},
    .args_size = sizeof(chart_args),
    .run = run,
};
