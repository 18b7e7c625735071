// SPDX-License-Identifier: GPL-3.0-or-later
// main.c - finds the command, parses its options, runs it, writes its answer
// and turns the outcome into an exit status:
//
//   0  fine    1  a finding (check)    2  usage    3  bad input data    4  i/o

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/chart.h"
#include "cli/help.h"
#include "cli/option.h"

static int exit_status(ot_status status)
{
    switch (status) {
    case OT_OK:
        return 0;
    case OT_E_USAGE:
        return 2;
    case OT_E_SYNTAX:
    case OT_E_DATA:
    case OT_E_LIMIT:
        return 3;
    case OT_E_IO:
    case OT_E_MEMORY:
        return 4;
    }
    return 4;
}

static void complain(const char *name, const ot_error *err)
{
    char text[1024];

    ot_error_text(err, text, sizeof text);
    if (name != NULL) {
        fprintf(stderr, "outturn %s: %s\n", name, text);
    } else {
        fprintf(stderr, "outturn: %s\n", text);
    }
}

void cli_complain(cli_run *cli, const ot_error *err)
{
    const int status = exit_status(err->status);

    complain(cli->command, err);
    cli->verdict = status > cli->verdict ? status : cli->verdict;
}

static bool wants_colour(void)
{
    const char *none = getenv("NO_COLOR");
    const char *term = getenv("TERM");

    return isatty(STDOUT_FILENO) && (none == NULL || *none == '\0') &&
           (term == NULL || strcmp(term, "dumb") != 0);
}

static ot_status run(const command *c, int argc, char *argv[], cli_run *cli,
                     ot_error *err)
{
    void *args = malloc(c->args_size);
    const char **operand = calloc((size_t)argc + 1, sizeof *operand);
    ot_status status;

    if (args == NULL || operand == NULL) {
        free(args);
        free(operand);
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    memcpy(args, c->defaults, c->args_size);
    status = option_parse(c, argc, argv, args, operand, &cli->operands, err);
    const common_args *common = args;
    if (status == OT_OK && common->help) {
        help_command(c, &cli->out);
    } else if (status == OT_OK) {
        cli->operand = operand;
        status = c->run(args, cli, err);
    }
    if (status == OT_OK && common->chart != NULL && !common->help) {
        status = cli_chart_beside(c, args, cli, err);
    }
    if (status == OT_OK && cli->out.failed) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "no memory for the answer");
    }
    if (status != OT_OK && cli->speaks) {
        (void)cli_save("-", ot__buf_cstr(&cli->out), cli->out.n, NULL);
    }
    if (status == OT_OK && !cli->written) {
        const bool elsewhere = common->output != NULL && !common->help;
        status = cli_save(elsewhere ? common->output : "-",
                          ot__buf_cstr(&cli->out), cli->out.n, err);
    }
    free(args);
    free(operand);
    return status;
}

// The command a user meant, and where its arguments begin.
static const command *find(int argc, char *argv[], int *from, ot_error *err)
{
    const char *names[32];
    const char *name = argc > 1 ? argv[1] : "help";

    *from = argc > 1 ? 2 : 1;
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0 ||
        strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        *from = 1;
        return command_find("help");
    }
    const command *c = command_find(name);
    if (c != NULL) {
        return c;
    }
    for (size_t i = 0; i < command_count(); i++) {
        names[i] = command_at(i)->name;
    }
    const size_t near = ot__nearest(name, names, command_count());
    if (near < command_count()) {
        ot_fail(err, OT_E_USAGE, NULL,
                "there is no command '%.40s'; did you mean '%s'?", name,
                names[near]);
    } else {
        ot_fail(err, OT_E_USAGE, NULL,
                "there is no command '%.40s' (see outturn help)", name);
    }
    return NULL;
}

int main(int argc, char *argv[])
{
    ot_error err = {0};
    int from;
    const command *c = find(argc, argv, &from, &err);

    if (c == NULL) {
        complain(NULL, &err);
        return exit_status(err.status);
    }
    cli_files files = {NULL, 0, NULL};
    cli_run cli = {
        .command = c->name, .files = &files, .colour = wants_colour()};
    const ot_status status = run(c, argc - from, argv + from, &cli, &err);
    ot__buf_free(&cli.out);
    ot_picture_free(cli.picture);
    if (status != OT_OK) {
        complain(c->name, &err);
    }
    cli_files_free(&files);
    if (status != OT_OK) {
        return exit_status(status);
    }
    return cli.verdict;
}
