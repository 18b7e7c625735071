// SPDX-License-Identifier: GPL-3.0-or-later
// common.c - what commands share: reading the files, resolving the options of a
// selection, saying what was selected.

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"

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

void cli_shell_path(ot_buf *line, const char *path)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/+-=,:";

    if (strcmp(path, "standard input") == 0) {
        ot__buf_char(line, '-');
        return;
    }
    if (path[0] != '\0' && path[strspn(path, plain)] == '\0') {
        ot__buf_text(line, path);
        return;
    }
    ot__buf_char(line, '\'');
    for (; *path != '\0'; path++) {
        if (*path == '\'') {
            ot__buf_text(line, "'\\'"); // ends, a quote, begins again
        }
        ot__buf_char(line, *path);
    }
    ot__buf_char(line, '\'');
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
