// SPDX-License-Identifier: GPL-3.0-or-later
// help.h - help texts and the man page, printed from the tables.
#ifndef OT_CLI_HELP_H
#define OT_CLI_HELP_H

#include "cli/command.h"

void help_command(const command *c, ot_buf *out); // one command's options
void help_program(bool all, ot_buf *out);         // the list of commands
void help_man(ot_buf *out);                       // outturn(1), in man(7)

// A topic of `outturn help`: "layouts", "methods", "flows" ...
typedef struct help_topic {
    const char *name;
    const char *summary;
    void (*print)(ot_buf *out);
    void (*rows)(ot_buf *out); // as csv; NULL: in words alone
} help_topic;

size_t help_topic_count(void);
const help_topic *help_topic_at(size_t i);

#endif
