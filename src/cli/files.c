// SPDX-License-Identifier: GPL-3.0-or-later
// files.c - what the operands name, read into a panel or added up.

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/command.h"
#include "data/source.h"

// Shows on a terminal, after a second, how far the reading has come.
typedef struct meter {
    const char *path;
    struct timespec since;
    time_t shown;
} meter;

static double seconds_since(struct timespec since)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - since.tv_sec) +
           (double)(now.tv_nsec - since.tv_nsec) / 1e9;
}

static void progress(const ot_progress *at, void *context)
{
    meter *m = context;
    const time_t now = time(NULL);
    const double seconds = seconds_since(m->since);

    if (seconds < 1 || now == m->shown) {
        return;
    }
    m->shown = now;
    fprintf(stderr, "\r\033[K%s: %.0f MB, %.1f million rows, %.0f MB/s",
            m->path, (double)at->bytes / 1e6, (double)at->rows / 1e6,
            (double)at->bytes / 1e6 / seconds);
    if (at->all > 0 && at->done > 0 && at->done <= at->all) {
        fprintf(stderr, ", %.0f s left",
                seconds * (double)(at->all - at->done) / (double)at->done);
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

// A whole number, which may end in K or M.
static ot_status read_count(const char *text, const char *option, size_t least,
                            size_t most, size_t *count, ot_error *err)
{
    char *end = NULL;

    if (text == NULL) {
        return OT_OK;
    }
    errno = 0;
    const unsigned long long n = strtoull(text, &end, 10);
    const unsigned long long times = *end == 'K' || *end == 'k'   ? 1024
                                     : *end == 'M' || *end == 'm' ? 1024 * 1024
                                                                  : 1;
    end += times > 1;
    if (*text < '0' || *text > '9' || *end != '\0' || errno != 0 ||
        n > most / times || n * times < least) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--%s is a number from %zu to %zu, not '%.40s'", option,
                       least, most, text);
    }
    *count = (size_t)(n * times);
    return OT_OK;
}

ot_status cli_threads(const common_args *args, size_t *threads, ot_error *err)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);

    *threads = processors > 16 ? 16 : processors > 0 ? (size_t)processors : 1;
    return read_count(args->threads, "threads", 1, 64, threads, err);
}

static ot_status read_threads(const common_args *args, ot_read_options *r,
                              ot_error *err)
{
    r->by_libcsv =
        args->accelerator != NULL && strcmp(args->accelerator, "off") == 0;
    const ot_status status = cli_threads(args, &r->threads, err);
    return status == OT_OK ? read_count(args->chunk, "chunk", 64,
                                        (size_t)64 << 20, &r->piece, err)
                           : status;
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
    ot_status status = cli_measure(args, &r->measure, err);
    if (status == OT_OK) {
        status = cli_year_start(args, &r->year_start, err);
    }
    return status == OT_OK ? read_threads(args, r, err) : status;
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
    meter m = {.path = strcmp(path, "-") == 0 ? "standard input" : path};

    clock_gettime(CLOCK_MONOTONIC, &m.since);
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

// Where rows are added up, and from how many figures on.
typedef struct adding {
    ot_groups *groups; // NULL: nowhere
    size_t figures_most;
} adding;

static ot_status read_files(const common_args *args, cli_run *cli,
                            const adding *sums, ot_panel **panel,
                            cli_advice *advice, ot_error *err)
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
    options.groups = sums->groups;
    options.figures_most = sums->figures_most;
    options.reporters = reporters;
    options.reporter_count = sums->groups == NULL || sums->figures_most > 0
                                 ? asked_reporters(args, reporters, 64)
                                 : 0;
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

    return status == OT_OK
               ? read_files(args, cli, &(adding){NULL, 0}, panel, NULL, err)
               : status;
}

static ot_status read_operands(const common_args *args, cli_run *cli,
                               const adding *sums, ot_panel **panel,
                               cli_advice *advice, ot_error *err)
{
    static const char *const standard_input[] = {"-"};

    if (cli->operands == 0 && isatty(STDIN_FILENO)) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "no file given (- reads standard input)");
    }
    const ot_status status = cli_files_find(
        cli->files, cli->operands > 0 ? cli->operand : standard_input,
        cli->operands > 0 ? cli->operands : 1, err);
    return status == OT_OK ? read_files(args, cli, sums, panel, advice, err)
                           : status;
}

ot_status cli_read_groups(const common_args *args, cli_run *cli,
                          ot_groups *groups, size_t figures_most,
                          ot_panel **panel, cli_advice *advice, ot_error *err)
{
    const adding s = {groups, figures_most};

    return read_operands(args, cli, &s, panel, advice, err);
}

ot_status cli_read(const common_args *args, cli_run *cli, ot_panel **panel,
                   ot_error *err)
{
    const adding none = {NULL, 0};

    return read_operands(args, cli, &none, panel, NULL, err);
}

ot_status cli_read_again(const common_args *args, cli_run *cli,
                         ot_panel **panel, ot_error *err)
{
    for (size_t i = 0; i < cli->files->n; i++) {
        if (strcmp(cli->files->at[i].path, "-") == 0) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "the files are read twice, so that standard input "
                           "will not do: name a file");
        }
    }
    return read_files(args, cli, &(adding){NULL, 0}, panel, NULL, err);
}
