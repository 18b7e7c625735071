// SPDX-License-Identifier: GPL-3.0-or-later
// quote.c - the quotes of a CSV line.
#include "data/quote.h"

#include <stddef.h>

static bool is_end(char c)
{
    return c == '\n' || c == '\r';
}

// What follows the quoted field at p; NULL: it does not end in the line.
static const char *behind_quotes(const char *p)
{
    do { // a doubled quote goes round once more
        p++;
        while (*p != '"' && !is_end(*p)) {
            p++;
        }
        if (is_end(*p)) {
            return NULL;
        }
        p++;
    } while (*p == '"');
    return p;
}

// Moves *at, in text that ends with a line end, behind a field and the byte
// that follows it, which is returned; '\0' and *fault when no field can be so.
static char skip_field(const char **at, char delimiter, const char **fault)
{
    const char *p = *at;

    while (ot__is_blank(*p, delimiter)) {
        p++;
    }
    const bool quoted = *p == '"';
    if (quoted && (p = behind_quotes(p)) == NULL) {
        *fault = OT_FAULT_UNCLOSED;
        return '\0';
    }
    while (quoted ? ot__is_blank(*p, delimiter)
                  : *p != delimiter && !is_end(*p)) {
        p++;
    }
    *at = p + 1;
    *fault = OT_FAULT_BEHIND;
    return *p == delimiter || is_end(*p) ? *p : '\0';
}

const char *ot__quote_fault(const char *line, char delimiter)
{
    const char *fault = NULL;
    char after = delimiter;

    while (after == delimiter) {
        after = skip_field(&line, delimiter, &fault);
    }
    return after == '\0' ? fault : NULL;
}

bool ot__line_blank(const char *line, char delimiter)
{
    while (ot__is_blank(*line, delimiter)) {
        line++;
    }
    return is_end(*line);
}
