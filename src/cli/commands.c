// SPDX-License-Identifier: GPL-3.0-or-later
// commands.c - the list of commands, in the order help shows them.

#include "cli/command.h"

#include <string.h>

extern const command command_backtest, command_chart, command_check,
    command_extract, command_growth, command_help, command_index,
    command_indicator, command_info, command_mirror, command_project,
    command_report, command_revisions, command_season, command_series,
    command_top;

static const command *const commands[] = {
    &command_info,  &command_growth,    &command_top,      &command_project,
    &command_check, &command_revisions, &command_mirror,   &command_extract,
    &command_chart, &command_report,    &command_season,   &command_series,
    &command_index, &command_indicator, &command_backtest, &command_help,
};

size_t command_count(void)
{
    return sizeof commands / sizeof commands[0];
}

const command *command_at(size_t i)
{
    return commands[i];
}

const command *command_find(const char *name)
{
    for (size_t i = 0; i < command_count(); i++) {
        if (strcmp(commands[i]->name, name) == 0) {
            return commands[i];
        }
    }
    return NULL;
}
