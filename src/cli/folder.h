// SPDX-License-Identifier: GPL-3.0-or-later
// folder.h - the files that operands stand for: themselves, or those in a
// folder.
#ifndef OT_CLI_FOLDER_H
#define OT_CLI_FOLDER_H

#include <stddef.h>

#include "outturn/error.h"

typedef struct cli_file {
    char *path;         // owned
    const char *folder; // the operand in which it was found; NULL: it is one
} cli_file;

// Free with cli_files_free, once no error borrows its paths any more.
typedef struct cli_files {
    cli_file *at;
    size_t n;
    // Ends of the names that are wanted of folders, NULL at the end; NULL: all
    // but what ot__source_is_aside names, for data.
    const char *const *ends;
} cli_files;

// All operands in order. A folder is the regular files in it and in its
// folders, by the bytes of their paths; what ot__source_is_aside names
// is left out, and links to folders are not followed.
//
// OT_E_IO    a folder cannot be read
// OT_E_DATA  there is no file in it
ot_status cli_files_find(cli_files *files, const char *const operands[],
                         size_t count, ot_error *err);
void cli_files_free(cli_files *files);

#endif
