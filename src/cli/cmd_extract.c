// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_extract.c - outturn extract: the claims that texts make.

#include <stdlib.h>
#include <string.h>

#include "cli/extract_out.h"
#include "cli/texts.h"
#include "outturn/picture_claims.h"

typedef struct extract_args {
    common_args common;
    const char *date, *language;
    bool each_line;
} extract_args;

static const opt options[] = {
    {"date", 0, OPT_TEXT, offsetof(extract_args, date), "DATE",
     "the day it was written: 'last year' is then a year", NULL},
    {"each-line", 0, OPT_FLAG, offsetof(extract_args, each_line), NULL,
     "every line is a text of its own", NULL},
    {"language", 0, OPT_TEXT, offsetof(extract_args, language), "LANGUAGE",
     "of the texts", cli_languages},
    {"format", 0, OPT_TEXT, offsetof(extract_args, common.format), "FORMAT",
     "text; csv, a claims file; json; jsonl, a claim a line",
     extract_format_names},
    {"encoding", 0, OPT_TEXT, offsetof(extract_args, common.encoding), "NAME",
     "of the texts: auto, utf-8, windows-1251 ... (help encodings)", NULL},
    {"output", 'o', OPT_TEXT, offsetof(extract_args, common.output), "FILE",
     "write the answer there", NULL},
    {0},
};

// ---- the command ------------------------------------------------------------

typedef struct writing {
    const extract_format *format;
    size_t claims; // written so far
    size_t texts;
    size_t relative;  // of the claims, with a period that only a date makes a
                      // year
    ot_claims **kept; // owned; for --chart: of each text; NULL: none are
    size_t keeps;
} writing;

static bool is_relative(const ot_claim *c)
{
    return strncmp(c->said.period, "relative:", 9) == 0;
}

static void write_claims(const extract_args *args, cli_run *cli,
                         const ot_claims *claims, writing *w)
{
    const claims_text text = {claims->path, ++w->texts, args->each_line};

    if (w->format->file != NULL) {
        w->format->file(&cli->out, claims);
    }
    for (size_t i = 0; i < claims->n; i++) {
        if (w->claims++ > 0) {
            ot__buf_text(&cli->out, w->format->between);
        }
        w->relative += is_relative(&claims->claim[i]);
        w->format->claim(&cli->out, &claims->claim[i], &text);
    }
}

static ot_status extract_one(const extract_args *args, cli_run *cli,
                             const char *path, const ot_extract_options *how,
                             writing *w, ot_error *err)
{
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    ot_claims *claims = NULL;
    ot_buf text = {0};

    ot_status status = cli_text_read(path, args->common.encoding, &text, err);
    if (status == OT_OK) {
        status =
            ot_extract(name, ot__buf_cstr(&text), text.n, how, &claims, err);
    }
    if (status == OT_OK) {
        write_claims(args, cli, claims, w);
    }
    if (status == OT_OK && w->kept != NULL) {
        w->kept[w->keeps++] = claims;
    } else {
        ot_claims_free(claims);
    }
    ot__buf_free(&text);
    return status;
}

// Every file, or all but those that cannot be read, which are said.
static ot_status extract_all(const extract_args *args, cli_run *cli,
                             const ot_extract_options *how, writing *w,
                             ot_error *err)
{
    const cli_files *files = cli->files;

    for (size_t i = 0; i < files->n; i++) {
        ot_error here = {0};
        const ot_status status =
            extract_one(args, cli, files->at[i].path, how, w, &here);
        if (status == OT_OK) {
            continue;
        }
        if (files->n == 1 || status == OT_E_USAGE || status == OT_E_MEMORY) {
            *err = here;
            return status;
        }
        cli_complain(cli, &here);
    }
    return OT_OK;
}

// --chart: the figures stated, of all texts.
static ot_status draw(const cli_run *cli, const writing *w,
                      ot_picture **picture, ot_error *err)
{
    const ot_picture_options none = {.step = 0};
    ot_picture_stated *stated = calloc(w->claims + 1, sizeof *stated);
    ot_buf source = {0};
    size_t n = 0;

    if (stated == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < w->keeps; i++) {
        for (size_t k = 0; k < w->kept[i]->n; k++) {
            stated[n++].claim = &w->kept[i]->claim[k];
        }
    }
    cli_texts_source(&source, cli->files->at[0].path, cli->files->n);
    const ot_picture_claims of = {
        .source = ot__buf_cstr(&source), .stated = stated, .n = n};
    const ot_status status = ot_picture_of_claims(&of, &none, picture, err);
    ot__buf_free(&source);
    free(stated);
    return status;
}

static ot_status keep_claims(const extract_args *args, const cli_run *cli,
                             writing *w, ot_error *err)
{
    if (args->common.chart != NULL) {
        w->kept = calloc(cli->files->n + 1, sizeof(ot_claims *));
    }
    return args->common.chart == NULL || w->kept != NULL
               ? OT_OK
               : ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
}

static void free_kept(writing *w)
{
    for (size_t i = 0; i < w->keeps; i++) {
        ot_claims_free(w->kept[i]);
    }
    free(w->kept);
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const extract_args *args = arguments;
    ot_extract_options how = {.each_line = args->each_line,
                              .language = args->language};
    writing w = {.format = extract_format_find(args->common.format != NULL
                                                   ? args->common.format
                                                   : "text")};

    if (cli->operands == 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "say which texts: outturn extract article.txt, or - "
                       "for standard input");
    }
    ot_status status = cli_text_date(args->date, &how.date, err);
    if (status == OT_OK) {
        cli->files->ends = cli_text_ends;
        status = cli_files_find(cli->files, cli->operand, cli->operands, err);
    }
    if (status == OT_OK) {
        status = keep_claims(args, cli, &w, err);
    }
    ot__buf_text(&cli->out, w.format->head);
    if (status == OT_OK) {
        status = extract_all(args, cli, &how, &w, err);
    }
    ot__buf_text(&cli->out, w.format->tail);
    if (status == OT_OK && w.kept != NULL) {
        status = draw(cli, &w, &cli->picture, err);
    }
    free_kept(&w);
    if (status == OT_OK && w.relative > 0 && how.date == OT_DAY_NONE) {
        cli_say(&args->common, cli,
                "%zu of %zu periods have no year ('last year', 'in May'): say "
                "the day of the text with --date",
                w.relative, w.claims);
    }
    return status;
}

const command command_extract = {
    .name = "extract",
    .operands = "TEXT|FOLDER...",
    .summary = "the claims about trade that texts make",
    .about =
        "Reads plain text or Markdown and finds its figures about trade: what "
        "kind each is\n(level, change, growth, multiple, share, average, rank "
        "...), of which flow, whose\nand with whom, of which period, and the "
        "interval that its words allow. A folder\nreads its .txt and .md "
        "files.\n\n--format csv writes a claims file: correct it by hand where "
        "a sentence was misread,\nand give it to outturn check.",
    .examples = "outturn extract article.txt --date 2024-10-08\n"
                "outturn extract drafts --format csv -o claims.csv\n"
                "outturn extract article.txt --chart stated.svg",
    .uses = USE_CHART,
    .options = options,
    .defaults = &(const extract_args){.date = NULL},
    .args_size = sizeof(extract_args),
    .run = run,
};
