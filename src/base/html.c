// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/html.h"

// HTML Standard, 3.2.5.1.2 and 13.2.3.5; XML 1.0, 2.2.
static bool is_allowed(uint32_t code)
{
    return code == '\t' || code == '\n' || (code >= 0x20 && code < 0x7F) ||
           (code >= 0xA0 && (code & 0xFFFE) != 0xFFFE &&
            !(code >= 0xFDD0 && code <= 0xFDEF) &&
            !(code >= 0x202A && code <= 0x202E));
}

static const char *entity(uint32_t code)
{
    switch (code) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\r':
        return "";
    default:
        return is_allowed(code) && code != 0xFFFD ? NULL : "\uFFFD";
    }
}

void ot__html_text(ot_buf *out, ot_str s)
{
    const char *at = s.at, *end = s.at + s.n;

    while (at < end) {
        const char *from = at;
        const char *instead = entity(ot__utf8_next(&at, end));

        if (instead != NULL) {
            ot__buf_text(out, instead);
        } else {
            ot__buf_bytes(out, from, (size_t)(at - from));
        }
    }
}
