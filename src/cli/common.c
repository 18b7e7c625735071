// SPDX-License-Identifier: GPL-3.0-or-later
// common.c - what commands share: reading the files, resolving the options of a
// selection, saying what was selected.

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/command.h"
#include "data/source.h"

void cli_say(const common_args *args, const cli_run *cli, const char *format,
             ...)
{
    va_list list;

    if (args->quiet) {
        return;
    }
    va_start(list, format);
    fprintf(stderr, "outturn %s: ", cli->command);
    vfprintf(stderr, format, list);
    fputc('\n', stderr);
    va_end(list);
}

ot_status cli_year_start(const common_args *args, int *month, ot_error *err)
{
    size_t used;

    *month = 0;
    if (args->year_start == NULL) {
        return OT_OK;
    }
    const size_t n = strlen(args->year_start);
    *month = ot_month_word(args->year_start, n, &used);
    if (*month != 0 && used == n) {
        return OT_OK;
    }
    char *end;
    const long number = strtol(args->year_start, &end, 10);
    if (*args->year_start == '\0' || *end != '\0' || number < 1 ||
        number > 12) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--year-start is a month, such as apr, not '%.40s'",
                       args->year_start);
    }
    *month = (int)number;
    return OT_OK;
}

ot_status cli_period(const common_args *args, ot_period *period, ot_error *err)
{
    ot_error inner = {0};
    int start;

    *period = (ot_period){0, 0};
    ot_status status = cli_year_start(args, &start, err);
    if (status != OT_OK || args->period == NULL) {
        return status;
    }
    status = ot_period_parse(args->period, strlen(args->period), start, period,
                             &inner);
    return status == OT_OK
               ? OT_OK
               : ot_fail(err, OT_E_USAGE, NULL, "--period: %s", inner.message);
}

ot_status cli_as_of(const common_args *args, ot_day *day, ot_error *err)
{
    ot_error inner = {0};

    *day = OT_DAY_LATEST;
    if (args->as_of == NULL ||
        ot_day_parse(args->as_of, strlen(args->as_of), day, &inner) == OT_OK) {
        return OT_OK;
    }
    return ot_fail(err, OT_E_USAGE, NULL, "--as-of: %s", inner.message);
}

ot_status cli_measure(const common_args *args, ot_dimension *measure,
                      ot_error *err)
{
    const char *text = args->measure;
    static const struct {
        const char *name;
        ot_dimension dimension;
    } measures[] = {{"value", OT_DIM_MONEY},
                    {"netweight", OT_DIM_WEIGHT},
                    {"quantity", OT_DIM_QUANTITY}};

    *measure = OT_DIM_NONE;
    for (size_t i = 0; text != NULL && i < 3; i++) {
        if (strcmp(measures[i].name, text) == 0) {
            *measure = measures[i].dimension;
        }
    }
    if (text != NULL && *measure == OT_DIM_NONE) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--measure is value, netweight or quantity, not '%.40s'",
                       text);
    }
    return OT_OK;
}

// ---- reading ---------------------------------------------------------------

// Shows bytes read on a terminal, after a second.
typedef struct meter {
    const char *path;
    time_t since, shown;
} meter;

static void progress(uint64_t bytes, void *context)
{
    meter *m = context;
    const time_t now = time(NULL);

    if (now - m->since >= 1 && now != m->shown) {
        m->shown = now;
        fprintf(stderr, "\r%s: %llu MB read", m->path,
                (unsigned long long)(bytes / 1000000));
    }
}

// Reporters that -r names, so that nothing else is kept. What the table does
// not know may still be in the files: then all is kept.
static size_t asked_reporters(const common_args *args, ot_area area[],
                              size_t most)
{
    ot_str rest = ot__str(args->reporter);
    size_t n = 0;

    while (rest.n > 0) {
        const ot_str name = ot__str_cut(&rest, ',');
        const ot_area known = ot_area_find(name.at, name.n);
        if (known == OT_AREA_NONE || n == most) {
            return 0;
        }
        area[n++] = known;
    }
    return n;
}

static ot_status read_options_of(const common_args *args, ot_read_options *r,
                                 ot_error *err)
{
    const char *d = args->delimiter;

    r->layout = args->layout;
    r->map = args->map;
    r->set = args->set;
    r->values = args->values;
    r->encoding = args->encoding;
    r->lenient = args->lenient;
    r->keep_rejects = args->rejects != NULL;
    r->decimal = args->decimal == NULL                 ? '\0'
                 : strcmp(args->decimal, "comma") == 0 ? ','
                                                       : '.';
    if (d != NULL && (strcmp(d, "tab") == 0 || strcmp(d, "\\t") == 0)) {
        r->delimiter = '\t';
    } else if (d != NULL && strlen(d) == 1 && *d != '"' && *d != '\n') {
        r->delimiter = *d;
    } else if (d != NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--delimiter is one character or tab, not '%.40s'", d);
    }
    const ot_status status = cli_measure(args, &r->measure, err);
    return status == OT_OK ? cli_year_start(args, &r->year_start, err) : status;
}

// The path of an error may be the panel's own copy, which is about to go.
static void keep_place(ot_error *err, const common_args *args,
                       const cli_files *files)
{
    if (args->layout != NULL && err->place.path == args->layout) {
        return; // of a layout's file
    }
    for (size_t i = 0; i < files->n; i++) {
        const cli_file *f = &files->at[i];
        if ((f->folder != NULL && err->place.path == f->folder) ||
            ot__source_keep_place(err, f->path)) {
            return;
        }
    }
    err->place.path = NULL;
}

static ot_status read_one(const common_args *args, const char *path,
                          ot_read_options *options, ot_panel *p, ot_error *err)
{
    const bool shows = isatty(STDERR_FILENO) && !args->quiet;
    meter m = {.path = path, .since = time(NULL)};

    options->progress = shows ? progress : NULL;
    options->progress_context = &m;
    const ot_status status = ot_panel_read(p, path, options, err);
    if (m.shown != 0) {
        fputs("\r\033[K", stderr);
    }
    return status;
}

// The files from *i on that were found in one folder, or the one at *i.
static ot_status read_folder(const common_args *args, cli_run *cli, size_t *i,
                             ot_read_options *options, ot_panel *p,
                             ot_error *err)
{
    const cli_file *f = cli->files->at;
    const char *folder = f[*i].folder;
    size_t taken = 0;

    do {
        ot_error here = {0};
        const char *path = f[(*i)++].path;
        const ot_status status = read_one(args, path, options, p, &here);
        if (status != OT_OK && (folder == NULL || !here.foreign)) {
            *err = here;
            return status;
        }
        if (status != OT_OK) {
            cli_say(args, cli, "%s left out: %s", path, here.message);
        }
        taken += status == OT_OK;
    } while (*i < cli->files->n && folder != NULL && f[*i].folder == folder);
    const ot_place place = {.path = folder};
    return taken > 0 ? OT_OK
                     : ot_fail(err, OT_E_DATA, &place,
                               "a folder without a file of trade data");
}

static ot_status read_all(const common_args *args, cli_run *cli,
                          ot_read_options *options, ot_panel *p, ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t i = 0; i < cli->files->n && status == OT_OK;) {
        status = read_folder(args, cli, &i, options, p, err);
    }
    if (status == OT_OK) {
        status = ot_panel_seal(p, err);
    }
    return status == OT_OK ? cli_write_rejects(args, p, err) : status;
}

static ot_status read_files(const common_args *args, cli_run *cli,
                            ot_panel **panel, cli_advice *advice, ot_error *err)
{
    ot_read_options options = {0};
    ot_area reporters[64];
    char *layout = NULL;
    ot_status status = read_options_of(args, &options, err);

    if (status == OT_OK) {
        status = cli_layout_text(args->layout, &layout, err);
    }
    if (status != OT_OK) {
        return status;
    }
    options.layout_text = layout;
    options.reporters = reporters;
    options.reporter_count = asked_reporters(args, reporters, 64);
    ot_panel *p = ot_panel_new();
    status = p != NULL ? read_all(args, cli, &options, p, err)
                       : ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    free(layout);
    if (status == OT_OK) {
        *panel = p;
        return OT_OK;
    }
    if (p != NULL && advice != NULL) {
        ot__buf_text(&advice->map, ot_panel_advice(p).map);
        ot__buf_text(&advice->set, ot_panel_advice(p).set);
    }
    keep_place(err, args, cli->files);
    ot_panel_free(p);
    return status;
}

ot_status cli_read_files(const common_args *args, cli_run *cli,
                         const char *const paths[], size_t count,
                         ot_panel **panel, ot_error *err)
{
    const ot_status status = cli_files_find(cli->files, paths, count, err);

    return status == OT_OK ? read_files(args, cli, panel, NULL, err) : status;
}

ot_status cli_read_advised(const common_args *args, cli_run *cli,
                           ot_panel **panel, cli_advice *advice, ot_error *err)
{
    static const char *const standard_input[] = {"-"};

    if (cli->operands == 0 && isatty(STDIN_FILENO)) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "no file given (- reads standard input)");
    }
    const ot_status status = cli_files_find(
        cli->files, cli->operands > 0 ? cli->operand : standard_input,
        cli->operands > 0 ? cli->operands : 1, err);
    return status == OT_OK ? read_files(args, cli, panel, advice, err) : status;
}

ot_status cli_read(const common_args *args, cli_run *cli, ot_panel **panel,
                   ot_error *err)
{
    return cli_read_advised(args, cli, panel, NULL, err);
}
