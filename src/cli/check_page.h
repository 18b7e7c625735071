// SPDX-License-Identifier: GPL-3.0-or-later
// check_page.h - between the files that write the page of outturn check.
//
// A page is one document: texts with their figures marked, findings beside them
// where there is room, below the paragraph where there is not. It needs no
// script and asks for nothing. What is a text's own goes through page_escape.
#ifndef OT_CLI_CHECK_PAGE_H
#define OT_CLI_CHECK_PAGE_H

#include "cli/check_out.h"
#include "cli/check_place.h"
#include "cli/check_rules.h"

// Claims of one mark: of figures whose words overlap. Bytes [from, to) of the
// text; claims order[first, last).
typedef struct page_mark {
    size_t from, to, first, last;
} page_mark;

// One text on the page.
typedef struct page_text {
    const check_args *args;
    const ot_panel *panel; // NULL: no data
    const checked *t;
    size_t number;   // of the text on the page, from 1
    int level;       // of the heading that it stands under: 1 or 2
    size_t *order;   // owned; claims by their place, then those without one
    page_mark *mark; // owned; in the order of the text
    size_t marks;
} page_text;

// Sets order and marks; free them with page_mark_free.
ot_status page_mark_up(page_text *x, ot_error *err);
void page_mark_free(page_text *x);

// A text as the content of an element or an attribute: &<>" as entities, what
// HTML does not allow as U+FFFD.
void page_escape(ot_buf *out, ot_str s);
// Is it something wrong that was accepted before? What holds is shown as such.
bool page_is_known(const checked *t, size_t claim);
// The class of a claim's mark and finding, and the sign before its number.
const char *page_class(const checked *t, size_t claim);
const char *page_sign(const checked *t, size_t claim);

// The text with its figures marked and, after each part of it, the findings.
void page_article(ot_buf *out, const page_text *x);
// The findings of claims order[first, last) beside a part of a text.
void page_notes(ot_buf *out, const page_text *x, size_t first, size_t last);
void page_style(ot_buf *out);

#endif
