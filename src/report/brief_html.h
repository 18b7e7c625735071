// SPDX-License-Identifier: GPL-3.0-or-later
// brief_html.h - what the parts of a brief's page share.
#ifndef OT_REPORT_BRIEF_HTML_H
#define OT_REPORT_BRIEF_HTML_H

#include "plot/ink.h"
#include "report/brief.h"

typedef struct ot_html {
    const ot_brief *brief;
    const ot_chart_options *options;
    const ot_chart_theme *light, *dark;
    ot_buf *out;         // the body of the page
    ot_hues hues;        // that its pictures have
    ot_chart_note *note; // what all of them together lack
    size_t pictures, tables;
} ot_html;

// The name of a section as an id: letters, digits and hyphens, a letter first;
// "section-3" where it has none. All other ids have an underscore, so that none
// is given twice. i: its block.
void ot__html_id(ot_buf *out, const ot_block *section, size_t i);

// Blocks [first, last), all of a kind where the kind makes a group.
ot_status ot__html_blocks(ot_html *page, size_t first, size_t last,
                          ot_error *err);

// The element <style>; call when all pictures are drawn.
void ot__html_style(ot_buf *out, const ot_html *page);

#endif
