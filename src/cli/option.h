// SPDX-License-Identifier: GPL-3.0-or-later
// option.h - command lines parsed by option tables, and help printed from them.
#ifndef OT_CLI_OPTION_H
#define OT_CLI_OPTION_H

#include "cli/command.h"

// Calls see() for every option a command takes, own ones first, then by group.
// title is the group's heading.
void option_each(const command *c,
                 void (*see)(const opt *o, const char *title, void *context),
                 void *context);

// Parses argv[0..argc) over args (a copy of the defaults). Operands are put in
// operand[] in order and counted in *operands.
// OT_E_USAGE  unknown option (with a suggestion), missing or unwanted value, a
//             value that is not among the choices
ot_status option_parse(const command *c, int argc, char *argv[], void *args,
                       const char *operand[], size_t *operands, ot_error *err);

#endif
