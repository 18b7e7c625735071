// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_extract.c - outturn extract: the claims that texts make.

#include <string.h>

#include "cli/extract_out.h"
#include "data/source.h"

typedef struct extract_args {
    common_args common;
    const char *date, *language;
    bool each_line;
} extract_args;

static const char *const languages[] = {"en", "ru", NULL};

static const opt options[] = {
    {"date", 0, OPT_TEXT, offsetof(extract_args, date), "DATE",
     "the day it was written: 'last year' is then a year", NULL},
    {"each-line", 0, OPT_FLAG, offsetof(extract_args, each_line), NULL,
     "every line is a text of its own", NULL},
    {"language", 0, OPT_TEXT, offsetof(extract_args, language), "LANGUAGE",
     "of the texts", languages},
    {"format", 0, OPT_TEXT, offsetof(extract_args, common.format), "FORMAT",
     "text; csv, a claims file; json; jsonl, a claim a line",
     extract_format_names},
    {"output", 'o', OPT_TEXT, offsetof(extract_args, common.output), "FILE",
     "write the answer there", NULL},
    {0},
};

static ot_status read_date(const char *text, ot_day *day, ot_error *err)
{
    ot_error inner = {0};

    *day = OT_DAY_NONE;
    if (text == NULL ||
        ot_day_parse(text, strlen(text), day, &inner) == OT_OK) {
        return OT_OK;
    }
    return ot_fail(err, OT_E_USAGE, NULL, "--date: %s", inner.message);
}

// ---- files ------------------------------------------------------------------

// Of a folder, the texts alone; a file that is named is read whatever it is
// called.
static const char *const text_ends[] = {".txt", ".md", NULL};

static ot_status read_all(const char *path, ot_buf *text, ot_error *err)
{
    char block[1 << 14];
    ot_source *source;
    size_t n = 0;

    ot_status status = ot__source_open(path, &source, err);
    if (status != OT_OK) {
        return status;
    }
    do {
        status = ot__source_read(source, block, sizeof block, &n, err);
        ot__buf_bytes(text, block, status == OT_OK ? n : 0);
    } while (status == OT_OK && n > 0);
    if (status == OT_OK) {
        status = ot__source_end(source, err);
    }
    (void)ot__source_keep_place(err, path);
    ot__source_close(source);
    if (status == OT_OK && text->failed) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "no memory for a text");
    }
    return status;
}

// ---- the command ------------------------------------------------------------

typedef struct writing {
    const extract_format *format;
    size_t claims; // written so far
} writing;

static void write_claims(const extract_args *args, cli_run *cli,
                         const ot_claims *claims, writing *w)
{
    if (w->format->file != NULL) {
        w->format->file(&cli->out, claims);
    }
    for (size_t i = 0; i < claims->n; i++) {
        if (w->claims++ > 0) {
            ot__buf_text(&cli->out, w->format->between);
        }
        w->format->claim(&cli->out, &claims->claim[i], args->each_line);
    }
}

static ot_status extract_one(const extract_args *args, cli_run *cli,
                             const char *path, const ot_extract_options *how,
                             writing *w, ot_error *err)
{
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    ot_buf text = {0};
    ot_claims *claims = NULL;

    ot_status status = read_all(path, &text, err);
    if (status == OT_OK) {
        status =
            ot_extract(name, ot__buf_cstr(&text), text.n, how, &claims, err);
    }
    if (status == OT_OK) {
        write_claims(args, cli, claims, w);
    }
    ot_claims_free(claims);
    ot__buf_free(&text);
    return status;
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
    ot_status status = read_date(args->date, &how.date, err);
    if (status == OT_OK) {
        cli->files->ends = text_ends;
        status = cli_files_find(cli->files, cli->operand, cli->operands, err);
    }
    ot__buf_text(&cli->out, w.format->head);
    for (size_t i = 0; i < cli->files->n && status == OT_OK; i++) {
        status = extract_one(args, cli, cli->files->at[i].path, &how, &w, err);
    }
    ot__buf_text(&cli->out, w.format->tail);
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
                "outturn extract drafts --format csv -o claims.csv",
    .uses = 0,
    .options = options,
    .defaults = &(const extract_args){.date = NULL},
    .args_size = sizeof(extract_args),
    .run = run,
};
