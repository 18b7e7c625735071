// SPDX-License-Identifier: GPL-3.0-or-later
// check_page_block.h - the parts of a text: what little of Markdown a draft
// needs. Parts are bytes of the text, in order; none is left out but blank
// lines and the marks that say what kind a part is.
#ifndef OT_CLI_CHECK_PAGE_BLOCK_H
#define OT_CLI_CHECK_PAGE_BLOCK_H

#include "cli/check_page.h"

typedef enum block_kind {
    BLOCK_PARAGRAPH = 0,
    BLOCK_QUOTE, // "> ..."
    BLOCK_HEADING,
    BLOCK_RULE, // "---"
    BLOCK_BULLETS,
    BLOCK_NUMBERS,
    BLOCK_TABLE // "| ... | ... |"
} block_kind;

typedef struct block {
    block_kind kind;
    int level; // of a heading, 1 to 6
    ot_str text;
} block;

// Takes the next part off *rest; false: there is none. each_line: a line of
// text is a part of its own.
bool block_next(ot_str *rest, bool each_line, block *b);
// Takes the next item off a list; *number of a numbered one.
bool block_item(ot_str *list, ot_str *item, long *number);
// Bytes that a line within a part begins with and that say nothing: blanks,
// marks of quotation.
size_t block_indent(ot_str line);

#endif
