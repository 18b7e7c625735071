// SPDX-License-Identifier: GPL-3.0-or-later
// quote.h - what can be said of a CSV line without parsing it: what is wrong
// with its quotes, whether it is blank.
#ifndef OT_DATA_QUOTE_H
#define OT_DATA_QUOTE_H

#include <stdbool.h>

#define OT_FAULT_UNCLOSED "a quoted field without end"
#define OT_FAULT_BEHIND   "text after a closing quote"

// What is wrong with the quotes of a line, which ends with its line end. NULL:
// nothing but, perhaps, quotes inside unquoted fields; each stands for itself.
const char *ot__quote_fault(const char *line, char delimiter);

static inline bool ot__is_blank(char c, char delimiter)
{
    return (c == ' ' || c == '\t') && c != delimiter;
}

// Whether nothing but blanks stands before the line's end.
bool ot__line_blank(const char *line, char delimiter);

#endif
