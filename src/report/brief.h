// SPDX-License-Identifier: GPL-3.0-or-later
// brief.h - a file format of a brief: the whole file in memory, so that a
// failure leaves nothing half written.
#ifndef OT_REPORT_BRIEF_H
#define OT_REPORT_BRIEF_H

#include "base/text.h"
#include "outturn/brief.h"

// Appends the file to out. options are complete: no member is NULL.
typedef ot_status ot_brief_writer(const ot_brief *brief,
                                  const ot_chart_options *options, ot_buf *out,
                                  ot_chart_note *note, ot_error *err);

ot_brief_writer ot__brief_html;
ot_brief_writer ot__brief_pdf;

#endif
