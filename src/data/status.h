// SPDX-License-Identifier: GPL-3.0-or-later
// status.h - what a file's column of statuses or flags says of a figure.
#ifndef OT_DATA_STATUS_H
#define OT_DATA_STATUS_H

#include <stdbool.h>

#include "base/text.h"
#include "outturn/series.h"

// Reads "provisional", "suppressed", "estimated, break", Eurostat's and SDMX's
// letters ("bp"), or nothing: reported. *flags are OT_FLAG_ bits. False: a word
// that is none of these.
bool ot__status_read(ot_str text, ot_state *state, int *flags);

#endif
