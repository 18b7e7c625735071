// SPDX-License-Identifier: GPL-3.0-or-later
// ways.h - --methods: ways to project, by name.
#ifndef OT_CLI_WAYS_H
#define OT_CLI_WAYS_H

#include "cli/command.h"

#define CLI_WAYS_MOST 64

// "auto,theta": of ot_way_at, into way[0..*n), CLI_WAYS_MOST at most.
ot_status cli_ways(const char *list, size_t way[], size_t *n, ot_error *err);

#endif
