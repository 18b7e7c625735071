// SPDX-License-Identifier: GPL-3.0-or-later
// flow.h - flows as indexes.
#ifndef OT_DATA_FLOW_H
#define OT_DATA_FLOW_H

#include "base/text.h"
#include "outturn/panel.h"

enum {
    OT_EXPORT = 0,
    OT_IMPORT,
    OT_REEXPORT,
    OT_REIMPORT,
    OT_DOMESTIC_EXPORT,
    OT_FOREIGN_IMPORT,
    OT_TURNOVER_HELD,
    OT_BALANCE_HELD,
    OT_FLOWS_HELD
};

// The flow a file means: an index below OT_FLOWS_HELD, or -1.
int ot__flow_held(ot_str text);

#endif
