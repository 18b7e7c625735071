// SPDX-License-Identifier: GPL-3.0-or-later
// html.h - text inside a document of HTML or SVG.
#ifndef OT_BASE_HTML_H
#define OT_BASE_HTML_H

#include "base/text.h"

// Appends s as text of an element or of a quoted attribute: markup escaped,
// carriage returns left out. What no document may hold (bytes that are not
// UTF-8, control characters, code points that are none) and what writes text
// against its direction (U+202A to U+202E, which would turn a figure round)
// becomes U+FFFD.
void ot__html_text(ot_buf *out, ot_str s);

#endif
