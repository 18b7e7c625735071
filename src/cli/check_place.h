// SPDX-License-Identifier: GPL-3.0-or-later
// check_place.h - where in the bytes of a text its claims stand.
#ifndef OT_CLI_CHECK_PLACE_H
#define OT_CLI_CHECK_PLACE_H

#include "cli/checked.h"

// Bytes [from, to) of the text; lines from 1; columns in UTF-16 code units from
// 1, a byte order mark not counted; the end is one past the last. to 0: the
// claim stands in no text, and line is that of its file.
typedef struct check_place {
    size_t from, to;
    long line, column, end_line, end_column;
} check_place;

// By claim; free with free(). NULL: out of memory.
check_place *check_places(const checked *t);

#endif
