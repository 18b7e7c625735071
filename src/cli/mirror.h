// SPDX-License-Identifier: GPL-3.0-or-later
// mirror.h - what outturn mirror compares, and its table.
#ifndef OT_CLI_MIRROR_H
#define OT_CLI_MIRROR_H

#include "cli/spans.h"
#include "cli/views.h"
#include "outturn/mirror.h"

// One flow of one commodity as both report it. NULL: not in the files.
typedef struct mirrored {
    ot_area from, to;
    const char *commodity;
    ot_view *exports, *imports;
} mirrored;

typedef struct mirrors {
    const ot_panel *panel;
    mirrored *at;
    size_t n;
    char (*codes)[160]; // owned: the pairs' commodities
    ot_interval band;
    const ot_mirror_rule *rule; // NULL: none asked for
    cli_spans within;           // -t; n 0: all
    int32_t step;               // --every; 0: the periods of -t, or years
    int year_start;
    bool last_only; // without -t: the last period known to both
    bool by_commodity;
    bool explain;
} mirrors;

// Selects both sides of each flow and commodity. m says whether it is by
// commodity. Free with mirrors_close, also after a failure; the views must
// outlive it.
//
// OT_E_DATA   no side is in the files, or they are in two units
// OT_E_USAGE  flows other than exports and imports
ot_status mirrors_open(const common_args *common, const cli_views *views,
                       mirrors *m, ot_error *err);
void mirrors_close(mirrors *m);
// The first series there is.
const ot_view *mirrors_first(const mirrors *m);

// NULL: out of memory.
ot_sheet *mirror_sheet(const mirrors *m);
// --chart: the same figures drawn.
ot_status mirror_picture(const mirrors *m, ot_picture **picture, ot_error *err);

#endif
