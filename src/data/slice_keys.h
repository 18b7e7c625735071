// SPDX-License-Identifier: GPL-3.0-or-later
// slice_keys.h - which keys of a panel a selection is cut from.
#ifndef OT_DATA_SLICE_KEYS_H
#define OT_DATA_SLICE_KEYS_H

#include "data/panel.h"
#include "outturn/slices.h"

// A key, with the texts by which its slice is told from others; "" where slices
// are not cut by that.
typedef struct ot__slice_key {
    const char *reporter, *partner, *commodity;
    size_t key;
} ot__slice_key;

// Fills in what the slicing leaves open, and lists the keys that slices are
// made of, in no order; *list is the caller's to free, also after a failure.
ot_status ot__slice_keys(const ot_panel *p, ot_slicing *how,
                         ot__slice_key **list, size_t *n, ot_error *err);

#endif
