// SPDX-License-Identifier: GPL-3.0-or-later
// texts.h - texts that claims are read from.
#ifndef OT_CLI_TEXTS_H
#define OT_CLI_TEXTS_H

#include "cli/command.h"
#include "outturn/extract.h"

// The bytes of a file, unpacked and in UTF-8; "-" is standard input. encoding:
// as of --encoding; NULL: UTF-8, or what a byte order mark says. Free with
// ot__buf_free.
ot_status cli_text_read(const char *path, const char *encoding, ot_buf *text,
                        ot_error *err);

// Is that a file of claims, not a text: by its name, else by its first line?
bool cli_is_claims(const char *path, ot_str text);

// Ends of the names of texts, those that are read of a folder; NULL ends it.
extern const char *const cli_text_ends[];
extern const char *const cli_languages[]; // of texts; NULL ends it

// Trade between two countries is either's: where the one named first reports
// nothing in the files, it is taken as the other reports it.
void cli_turn_sides(ot_claims *claims, const ot_panel *panel);

// Where figures of n texts stand, the first of this path: "article.txt", "2
// texts".
void cli_texts_source(ot_buf *words, const char *path, size_t n);

// The day a text was written; text NULL: not known, OT_DAY_NONE.
ot_status cli_text_date(const char *text, ot_day *day, ot_error *err);

#endif
