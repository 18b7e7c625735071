// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_help.c - outturn help.

#include <string.h>

#include "cli/help.h"

typedef struct help_args {
    common_args common;
    bool all, man, version;
} help_args;

static const char *const formats[] = {"text", "csv", NULL};

static const opt options[] = {
    {"format", 0, OPT_TEXT, offsetof(help_args, common.format), "FORMAT",
     "text or csv: of a topic that is a table (charts)", formats},
    {"all", 'a', OPT_FLAG, offsetof(help_args, all), NULL,
     "all commands and topics", NULL},
    {"man", 0, OPT_FLAG, offsetof(help_args, man), NULL,
     "the man page, for man(7)", NULL},
    {"version", 'V', OPT_FLAG, offsetof(help_args, version), NULL,
     "the version", NULL},
    {0},
};

static ot_status help_on(const help_topic *topic, bool csv, cli_run *cli,
                         ot_error *err)
{
    if (csv && topic->rows == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "help %s is in words: there is no csv of it",
                       topic->name);
    }
    (csv ? topic->rows : topic->print)(&cli->out);
    return OT_OK;
}

static ot_status help_about(const char *what, bool csv, cli_run *cli,
                            ot_error *err)
{
    const char *names[64];
    size_t count = 0;
    const command *c = command_find(what);

    if (c != NULL && !csv) {
        help_command(c, &cli->out);
        return OT_OK;
    }
    for (size_t i = 0; i < help_topic_count(); i++) {
        if (strcmp(help_topic_at(i)->name, what) == 0) {
            return help_on(help_topic_at(i), csv, cli, err);
        }
        names[count++] = help_topic_at(i)->name;
    }
    for (size_t i = 0; i < command_count(); i++) {
        names[count++] = command_at(i)->name;
    }
    const size_t near = ot__nearest(what, names, count);
    return ot_fail(err, OT_E_USAGE, NULL, "no help on '%.40s'%s%s%s", what,
                   near < count ? "; did you mean '" : " (see help --all)",
                   near < count ? names[near] : "", near < count ? "'?" : "");
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const help_args *args = arguments;
    const bool csv =
        args->common.format != NULL && strcmp(args->common.format, "csv") == 0;

    if (args->version) {
        ot__buf_text(&cli->out, "outturn " OT_VERSION "\n");
    } else if (args->man) {
        help_man(&cli->out);
    } else if (cli->operands > 0) {
        return help_about(cli->operand[0], csv, cli, err);
    } else {
        help_program(args->all, &cli->out);
    }
    return OT_OK;
}

const command command_help = {
    .name = "help",
    .operands = "[COMMAND|TOPIC]",
    .summary = "help on a command, or on layouts, flows, formats ...",
    .first = true,
    .options = options,
    .defaults = &(const help_args){.all = false},
    .args_size = sizeof(help_args),
    .run = run,
};
