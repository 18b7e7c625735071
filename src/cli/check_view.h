// SPDX-License-Identifier: GPL-3.0-or-later
// check_view.h - one text as it is shown to people.
#ifndef OT_CLI_CHECK_VIEW_H
#define OT_CLI_CHECK_VIEW_H

#include "cli/check.h"

typedef struct view {
    const check_args *args;
    const ot_panel *panel; // NULL: no data
    const checked *t;
    ot_buf *out;
    size_t place; // columns of the widest place
    size_t when;  // and of the widest day
} view;

// "alone", "on 8 October 2024", "today"; out: 64.
const char *view_when(const checked *t, size_t column, char out[]);
// Its figures in their order, but what needs no words; those that could not be
// checked last.
ot_status view_figures(const view *v, ot_error *err);

#endif
