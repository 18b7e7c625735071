// SPDX-License-Identifier: GPL-3.0-or-later
// sentence.h - names and amounts as running text has them.
#ifndef OT_REPORT_SENTENCE_H
#define OT_REPORT_SENTENCE_H

#include "base/text.h"
#include "outturn/panel.h"

// "the Netherlands", "Mexico"
void ot__say_with_article(ot_buf *b, const char *name);
// Whose: "US ", "Armenia's ", "the Netherlands' "; article: "the US ".
void ot__say_owner(ot_buf *b, const char *name, bool article);
// The size of a value, in three or four figures, fewer where the data have no
// more: "334.0 billion"; with its unit: "334.0 billion US dollars".
void ot__say_plain_amount(ot_buf *b, ot_value value, ot_unit unit,
                          bool with_unit);

#endif
