// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_report.c - outturn report: a brief of one reporter's trade with one
// partner or several.

#include <ctype.h>
#include <string.h>

#include "cli/report.h"
#include "report/sentence.h"

static const char *const formats[] = {"html", "pdf", NULL};
static const char *const themes[] = {"light", "print", NULL};

#define AT(member) offsetof(report_args, member)

static const opt options[] = {
    {"output", 'o', OPT_TEXT, AT(common.output), "FILE",
     "the brief; its name ends in .html or .pdf", NULL},
    {"format", 0, OPT_TEXT, AT(common.format), "FORMAT",
     "html or pdf, where the name does not say", formats},
    {"top", 0, OPT_INT, AT(top), "N", "without -p: the N largest partners (3)",
     NULL},
    {"text", 0, OPT_LIST, AT(texts), "FILE",
     "a text, or a file of claims, whose figures are checked; may be repeated",
     NULL},
    {"date", 0, OPT_TEXT, AT(date), "DATE", "the day the text was written",
     NULL},
    {"target", 0, OPT_TEXT, AT(target), "FIGURE",
     "a stated total of the year that runs: what it needs, and how likely it "
     "is",
     NULL},
    {"in", 0, OPT_TEXT, AT(common.in), "UNIT",
     "show amounts in: \"USD million\"; with --rates in any currency", NULL},
    {"title", 0, OPT_TEXT, AT(title), "TEXT", "else from the selection", NULL},
    {"source", 0, OPT_TEXT, AT(source), "TEXT",
     "who published the figures; else the files' names", NULL},
    {"theme", 0, OPT_TEXT, AT(theme), "THEME", "light (the default) or print",
     themes},
    {"font", 0, OPT_TEXT, AT(font), "FAMILY", "else DejaVu Sans", NULL},
    {0},
};

// ---- titles -----------------------------------------------------------------

// "China, Mexico and Canada", "the world"
static void say_partners(const report_about *a, ot_buf *b)
{
    for (size_t i = 0; i < a->partners; i++) {
        ot__buf_text(b, i == 0 ? "" : i + 1 == a->partners ? " and " : ", ");
        if (strcmp(a->partner[i], "World") == 0) {
            ot__buf_text(b, "the world");
        } else {
            ot__say_with_article(b, a->partner[i]);
        }
    }
}

// "export, turnover" as "Exports, turnover".
static void say_flows(const report_about *a, ot_buf *b)
{
    ot_str rest = ot__str(a->flows);
    char flow[96];

    while (rest.n > 0) {
        ot__str_copy(ot__str_trim(ot__str_cut(&rest, ',')), flow, sizeof flow);
        ot__buf_format(b, "%s%s", b->n > 0 ? ", " : "", report_flow(flow));
    }
    if (b->n > 0) {
        ot__buf_cstr(b);
        b->at[0] = (char)toupper((unsigned char)b->at[0]);
    }
}

// "; exports FOB, imports CIF", "; imports by country of origin". Exports are
// valued fob where imports are cif.
static void say_basis(const report *r, ot_buf *b)
{
    static const char *const words[][2] = {
        {"cif", "imports CIF"},
        {"origin", "imports by country of origin"},
        {"consignment", "imports by country of consignment"},
        {"sa", "seasonally adjusted"}};
    const ot_str basis = ot__str(r->about.basis);
    const char *before = "; ";

    if (ot__str_lists(basis, "fob")) {
        ot__buf_format(b, "%s%s", before,
                       ot__str_lists(basis, "cif")     ? "exports FOB"
                       : !report_has_flow(r, "import") ? "exports FOB"
                       : !report_has_flow(r, "export") ? "imports FOB"
                                                       : "FOB");
        before = ", ";
    }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (ot__str_lists(basis, words[i][0])) {
            ot__buf_format(b, "%s%s", before, words[i][1]);
            before = ", ";
        }
    }
}

static ot_brief *begin(const report *r)
{
    const report_about *a = &r->about;
    ot_buf title = {0}, below = {0};

    ot__say_owner(&title, a->reporter, false);
    ot__buf_text(&title, "trade with ");
    say_partners(a, &title);
    if (a->to[0] != '\0') {
        ot__buf_format(&title, ", to %s", a->to);
    }
    say_flows(a, &below);
    if (a->commodity[0] != '\0') {
        ot__buf_format(&below, "; %s%s",
                       isdigit((unsigned char)a->commodity[0]) ? "commodity "
                                                               : "",
                       a->commodity);
    }
    say_basis(r, &below);
    ot__buf_text(&below, a->sums);
    ot__buf_format(&below, "; %s%s", a->unit, a->rates);
    ot_brief *brief = ot_brief_new(
        r->args->title != NULL ? r->args->title : ot__buf_cstr(&title),
        ot__buf_cstr(&below));
    ot__buf_free(&title);
    ot__buf_free(&below);
    return brief;
}

// ---- sections ---------------------------------------------------------------

static ot_status fill(report *r, ot_error *err)
{
    ot_status status = OT_OK;

    if (r->about.partners == 1) {
        report_glance(r);
        report_growth(r);
        report_season(r);
        report_structure(r);
        report_mirror(r);
        status = report_landing(r, err);
    } else {
        report_compare(r);
        for (size_t i = 0; i < r->about.partners; i++) {
            report_pair(r, i);
        }
    }
    if (status == OT_OK) {
        status = report_claims(r, err);
    }
    if (status == OT_OK) {
        status = report_account(r, err);
    }
    report_methods(r);
    report_commands(r);
    return status;
}

static void put_foot(report *r)
{
    ot_day day;
    const char *release = r->about.release;

    ot_brief_source(r->brief, r->about.source);
    if (ot_day_parse(release, strlen(release), &day, NULL) == OT_OK) {
        ot_brief_date(r->brief, day);
    }
}

// ---- writing ----------------------------------------------------------------

static ot_status to_buffer(void *context, const void *bytes, size_t n,
                           ot_error *err)
{
    (void)err; // main asks whether the answer has failed
    ot__buf_bytes(context, bytes, n);
    return OT_OK;
}

static ot_status find_format(const common_args *c,
                             const ot_brief_format **format, ot_error *err)
{
    if (c->output == NULL && c->format == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "say where the brief goes: -o FILE.html or -o FILE.pdf");
    }
    *format = ot_brief_format_find(c->format != NULL ? c->format : c->output);
    return *format != NULL
               ? OT_OK
               : ot_fail(err, OT_E_USAGE, NULL,
                         "'%.200s' does not end in .html or .pdf: say --format",
                         c->output);
}

static ot_status write(const report *r, const ot_brief_format *format,
                       ot_error *err)
{
    const report_args *args = r->args;
    const ot_chart_options how = {
        .theme = args->theme != NULL ? ot_chart_theme_find(args->theme) : NULL,
        .font = args->font};
    ot_chart_note note = {0};
    const ot_status status =
        ot_brief_write(r->brief, &how, format,
                       (ot_writer){to_buffer, &r->cli->out}, &note, err);

    if (status == OT_OK && note.font[0] != '\0') {
        cli_say(&args->common, r->cli,
                "font '%s' is not installed: drawn in '%s'",
                args->font != NULL ? args->font : "DejaVu Sans", note.font);
    }
    if (status == OT_OK && note.no_glyph > 0) {
        cli_say(&args->common, r->cli,
                "%zu characters are in no installed font: drawn as boxes",
                note.no_glyph);
    }
    return status;
}

static ot_status make(report *r, const ot_brief_format *format, ot_error *err)
{
    ot_status status = report_survey(r, err);

    if (status != OT_OK) {
        return status;
    }
    r->brief = begin(r);
    if (r->brief == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a brief");
    }
    status = fill(r, err);
    if (status == OT_OK) {
        put_foot(r);
        status = write(r, format, err);
    }
    ot_brief_free(r->brief);
    return status;
}

// Files are read once for each section.
static ot_status check_files(const cli_run *cli, ot_error *err)
{
    if (cli->operands == 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "say which files: outturn report FILE... -o brief.html");
    }
    for (size_t i = 0; i < cli->operands; i++) {
        if (strcmp(cli->operand[i], "-") == 0) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "a brief reads its files several times, and "
                           "standard input only once: name a file");
        }
    }
    return OT_OK;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const report_args *args = arguments;
    const ot_brief_format *format = NULL;
    report r = {.args = args, .cli = cli};
    ot_status status = find_format(&args->common, &format, err);

    if (status == OT_OK) {
        status = check_files(cli, err);
    }
    if (status == OT_OK && args->date != NULL && args->texts.n == 0) {
        status = ot_fail(err, OT_E_USAGE, NULL,
                         "--date is the day of a text: say --text FILE");
    }
    if (status == OT_OK && args->top < 1) {
        status = ot_fail(err, OT_E_USAGE, NULL, "--top counts from 1");
    }
    if (status == OT_OK) {
        status = make(&r, format, err);
    }
    ot__buf_free(&r.commands);
    ot__buf_free(&r.told);
    ot__buf_free(&r.rules);
    return status;
}

const command command_report = {
    .name = "report",
    .operands = "FILE...",
    .summary = "a brief of a pair: growth, season, goods, mirror, landing",
    .about =
        "One page in html, or A4 in pdf, of what the other commands say of a "
        "reporter and its\npartner: at a glance, growth, season, goods where "
        "the files have codes, the other\nside's figures where they have them, "
        "where the year will end and how that would have\nmissed, stated "
        "figures of a text (--text), the account of the data and the methods.\n"
        "Several partners, or the largest (--top), stand beside each other "
        "first. The commands that\nprint its figures stand at its end; "
        "what the data cannot carry is left out.",
    .examples = "outturn report trade.csv -r ARM -p RUS -o brief.html\n"
                "outturn report trade.csv -r USA --top 3 -o brief.pdf\n"
                "outturn report trade.csv -r ARM -p RUS --text article.txt "
                "--date 2024-10-08 -o brief.html",
    .uses = USE_SELECT | USE_READ | USE_RATES,
    .first = true,
    .options = options,
    .defaults = &(const report_args){.top = 3},
    .args_size = sizeof(report_args),
    .run = run,
};
