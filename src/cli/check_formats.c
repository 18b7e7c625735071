// SPDX-License-Identifier: GPL-3.0-or-later
// check_formats.c - the formats of outturn check alone; those of sheets are in
// out.c.

#include "cli/check_out.h"

#include <string.h>

static const check_format formats[] = {
    {"text", NULL, check_text},
    {"lines", "for editors: file:line:column: verdict: reason", check_lines},
    {"sarif", "for code scanning: SARIF 2.1.0", check_sarif},
    {"html", "the texts marked, findings beside them: a page for any browser",
     check_page},
};

const char *const check_format_names[] = {"text",  "csv",   "json", "md",
                                          "lines", "sarif", "html", NULL};

size_t check_format_count(void)
{
    return sizeof formats / sizeof formats[0];
}

const check_format *check_format_at(size_t i)
{
    return &formats[i];
}

const check_format *check_format_find(const char *name)
{
    for (size_t i = 0; i < check_format_count(); i++) {
        if (strcmp(formats[i].name, name != NULL ? name : "text") == 0) {
            return &formats[i];
        }
    }
    return NULL;
}
