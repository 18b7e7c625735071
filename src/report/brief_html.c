// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/brief.h"

ot_status ot__brief_html(const ot_brief *brief, const ot_chart_options *options,
                         ot_buf *out, ot_chart_note *note, ot_error *err)
{
    (void)brief;
    (void)options;
    (void)out;
    (void)note;
    return ot_fail(err, OT_E_USAGE, NULL, "no brief is written as html yet");
}
