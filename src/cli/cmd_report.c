// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_report.c - outturn report: a brief on the trade of a pair, or of a
// country with several partners.

#include <string.h>

#include "cli/report.h"
#include "outturn/sentence.h"
#include "report/sentence.h"

#define AT(member) offsetof(report_args, member)

static const char *const formats[] = {"html", "pdf", NULL};
static const char *const themes[] = {"dark", "light", "print", NULL};

static const opt options[] = {
    {"output", 'o', OPT_TEXT, AT(common.output), "FILE",
     "the brief; its name ends in .html or .pdf", NULL},
    {"format", 0, OPT_TEXT, AT(common.format), "FORMAT",
     "html or pdf, where the name does not say", formats},
    {"text", 0, OPT_LIST, AT(texts), "FILE",
     "a text whose figures are checked; may be given again", NULL},
    {"date", 0, OPT_TEXT, AT(date), "DATE", "with --text: the day it was said",
     NULL},
    {"target", 0, OPT_TEXT, AT(target), "FIGURE",
     "what the year's rest would have to bring to reach it: \"14-16 bn\"",
     NULL},
    {"top", 0, OPT_INT, AT(top), "N",
     "without -p: so many of the largest partners (default 3)", NULL},
    {"title", 0, OPT_TEXT, AT(title), "TEXT", "else made of the selection",
     NULL},
    {"source", 0, OPT_TEXT, AT(source), "TEXT",
     "who published the figures; else the files' names", NULL},
    {"theme", 0, OPT_TEXT, AT(theme), "THEME",
     "of the pictures in a pdf: light (the default), dark or print", themes},
    {"font", 0, OPT_TEXT, AT(font), "FAMILY", "else DejaVu Sans", NULL},
    {"in", 0, OPT_TEXT, AT(common.in), "UNIT",
     "show amounts in: \"USD million\"; with --rates in any currency", NULL},
    {0},
};

// ---- its head ---------------------------------------------------------------

// "Armenia's trade with Russia", "US trade with China, Mexico and Canada"
static void put_title(const report *r, ot_buf *title)
{
    const report_about *a = &r->about;

    if (r->args->title != NULL) {
        ot__buf_text(title, r->args->title);
        return;
    }
    ot__say_owner(title, a->reporter, false);
    ot__buf_text(title, "trade with ");
    for (size_t i = 0; i < a->partners; i++) {
        ot__buf_text(title, i == 0                 ? ""
                            : i + 1 == a->partners ? " and "
                                                   : ", ");
        if (strcmp(a->partner[i], "World") == 0) {
            ot__buf_text(title, "the world");
        } else {
            ot__say_with_article(title, a->partner[i]);
        }
    }
}

// "December 2024"; of figures of years "2024".
static const char *last_of(const report_about *a)
{
    const char *space = strrchr(a->to, ' ');

    return a->step == 12 && space != NULL ? space + 1 : a->to;
}

// "Export, import, turnover, balance; USD; months to December 2024; ..."
static void put_subtitle(const report *r, ot_buf *text)
{
    const report_about *a = &r->about;
    char words[64];
    ot_day day;

    ot__buf_format(text, "%s; %s; %s to %s", a->flows, a->unit,
                   a->step == 12 ? "years" : "months", last_of(a));
    if (a->basis[0] != '\0') {
        ot__buf_format(text, "; by %s", a->basis);
    }
    if (a->release[0] != '\0' &&
        ot_day_parse(a->release, strlen(a->release), &day, NULL) == OT_OK) {
        ot__buf_format(text, "; as released by %s", ot_day_words(day, words));
    }
    if (text->n > 0 && text->at[0] >= 'a' && text->at[0] <= 'z') {
        text->at[0] = (char)(text->at[0] - 'a' + 'A');
    }
}

static void put_foot(report *r)
{
    const report_about *a = &r->about;
    ot_buf text = {0};
    ot_day day;

    if (r->args->source != NULL) {
        ot__buf_text(&text, r->args->source);
    }
    for (size_t i = 0; i < r->cli->operands && r->args->source == NULL; i++) {
        const char *path = r->cli->operand[i];
        const char *slash = strrchr(path, '/');
        ot__buf_format(&text, "%s%s", i > 0 ? ", " : "",
                       slash != NULL && slash[1] != '\0' ? slash + 1 : path);
    }
    ot__buf_format(&text, "; %s to %s", a->step == 12 ? "years" : "months",
                   last_of(a));
    ot_brief_source(r->brief, ot__buf_cstr(&text));
    ot__buf_free(&text);
    if (ot_day_parse(a->release, strlen(a->release), &day, NULL) == OT_OK) {
        ot_brief_date(r->brief, day);
    }
}

// ---- the brief --------------------------------------------------------------

static void put_pair(report *r)
{
    report_glance(r);
    report_growth(r);
    report_season(r);
    report_structure(r);
    report_mirror(r);
    report_landing(r);
}

static ot_status put_sections(report *r, ot_error *err)
{
    if (r->about.partners == 1) {
        put_pair(r);
    } else {
        report_compare(r);
    }
    for (size_t i = 0; r->about.partners > 1 && i < r->about.partners; i++) {
        report_pair(r, i);
    }
    ot_status status = report_claims(r, err);
    if (status == OT_OK) {
        status = report_account(r, err);
    }
    report_methods(r);
    put_foot(r);
    return status;
}

static ot_status to_buffer(void *context, const void *bytes, size_t n,
                           ot_error *err)
{
    (void)err; // main asks whether the answer has failed
    ot__buf_bytes(context, bytes, n);
    return OT_OK;
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
                "font '%s' is not installed: set in '%s'",
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
    ot_buf title = {0}, subtitle = {0};

    put_title(r, &title);
    put_subtitle(r, &subtitle);
    r->brief = ot_brief_new(ot__buf_cstr(&title), ot__buf_cstr(&subtitle));
    ot__buf_free(&title);
    ot__buf_free(&subtitle);
    if (r->brief == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a brief");
    }
    ot_status status = put_sections(r, err);
    if (status == OT_OK) {
        status = write(r, format, err);
    }
    ot_brief_free(r->brief);
    return status;
}

static ot_status find_format(const common_args *c,
                             const ot_brief_format **format, ot_error *err)
{
    if (c->output == NULL && c->format == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "say where the brief goes: -o FILE.html (or .pdf)");
    }
    *format = ot_brief_format_find(c->format != NULL ? c->format : c->output);
    return *format != NULL
               ? OT_OK
               : ot_fail(err, OT_E_USAGE, NULL,
                         "'%.200s' does not end in .html or .pdf: say --format",
                         c->output);
}

// The files are read once for each command that is asked.
static ot_status check_options(const report_args *args, const cli_run *cli,
                               ot_error *err)
{
    if (cli->operands == 0) {
        return ot_fail(err, OT_E_USAGE, NULL, "name the files to report on");
    }
    for (size_t i = 0; i < cli->operands; i++) {
        if (strcmp(cli->operand[i], "-") == 0) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "the files are read more than once, so that "
                           "standard input will not do: name a file");
        }
    }
    if (args->top < 0 || args->top > REPORT_PARTNERS_MOST) {
        return ot_fail(err, OT_E_USAGE, NULL, "--top is from 1 to %d",
                       REPORT_PARTNERS_MOST);
    }
    if (args->top > 0 && args->common.partner != NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--top chooses partners: leave out -p");
    }
    return args->date != NULL && args->texts.n == 0
               ? ot_fail(err, OT_E_USAGE, NULL, "--date goes with --text")
               : OT_OK;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const report_args *args = arguments;
    const ot_brief_format *format = NULL;
    report r = {.args = args, .cli = cli};
    ot_status status = find_format(&args->common, &format, err);

    if (status == OT_OK) {
        status = check_options(args, cli, err);
    }
    if (status == OT_OK) {
        status = report_survey(&r, err);
    }
    if (status == OT_OK) {
        status = make(&r, format, err);
    }
    ot__buf_free(&r.commands);
    ot__buf_free(&r.rules);
    return status;
}

const command command_report = {
    .name = "report",
    .operands = "FILE...",
    .summary = "a brief of a few pages, as html or pdf",
    .about =
        "The trade of -r with -p: the figures at a glance, growth, season, the "
        "goods where the\nfiles have them, what the other side reports, where "
        "the year will end and how that\nwould have missed, texts checked "
        "(--text), the account of the data and the methods.\nSeveral partners, "
        "or without -p the largest, stand beside each other and then each "
        "for\nitself. A section that the data cannot carry is left out. Every "
        "figure is what the\ncommand below its section prints.",
    .examples =
        "outturn report trade.csv -r ARM -p RUS --basis origin -o brief.html\n"
        "outturn report trade.csv -r USA --top 3 -o brief.pdf\n"
        "outturn report trade.csv -r ARM -p RUS --text article.txt "
        "--date 2024-10-08 -o brief.html",
    .uses = USE_SELECT | USE_READ | USE_RATES,
    .first = true,
    .options = options,
    .defaults = &(const report_args){.top = 0},
    .args_size = sizeof(report_args),
    .run = run,
};
