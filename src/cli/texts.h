// SPDX-License-Identifier: GPL-3.0-or-later
// texts.h - texts that claims are read from.
#ifndef OT_CLI_TEXTS_H
#define OT_CLI_TEXTS_H

#include "cli/command.h"
#include "outturn/extract.h"

// The claims of a text file, and its bytes unless text is NULL; "-" is standard
// input. Free with ot_claims_free, and text->at with free.
ot_status cli_extract(const char *path, const ot_extract_options *how,
                      ot_str *text, ot_claims **claims, ot_error *err);

// Is a file of that name a text, not a file of claims?
bool cli_is_text(const char *path);

// Trade between two countries is either's: where the one named first reports
// nothing in the files, it is taken as the other reports it.
void cli_turn_sides(ot_claims *claims, const ot_panel *panel);

// The day a text was written; text NULL: not known, OT_DAY_NONE.
ot_status cli_text_date(const char *text, ot_day *day, ot_error *err);

#endif
