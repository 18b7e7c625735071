// SPDX-License-Identifier: GPL-3.0-or-later
// choose.h - which keys of a sealed panel a selection means.
//
// Each choice takes what was asked for, else the only one there is; several are
// refused with OT_E_USAGE, nothing that fits with OT_E_DATA, both naming what
// there is.
#ifndef OT_DATA_CHOOSE_H
#define OT_DATA_CHOOSE_H

#include "data/panel.h"

// What a term's key must be.
typedef struct ot_want {
    ot_range keys;
    ot_area partner;
    uint32_t commodity;
    uint8_t flow;
    const char *basis; // NULL: any
    ot_dimension measure;
} ot_want;

// The keys of a reporter; empty when it has none.
ot_range ot__keys_of(const ot_panel *p, ot_area reporter);

ot_status ot__choose_reporter(const ot_panel *p, ot_area asked,
                              ot_area *reporter, ot_error *err);
// Without a partner asked for: the only one, else the world.
ot_status ot__choose_partner(const ot_panel *p, ot_range keys, ot_area asked,
                             ot_area *partner, ot_error *err);
// asked "": TOTAL, else the only one.
ot_status ot__choose_commodity(const ot_panel *p, ot_range keys,
                               ot_area partner, const char *asked,
                               uint32_t *commodity, ot_error *err);
// By basis among the keys of a flow; one alternative or none passes.
ot_status ot__choose_key(const ot_panel *p, const ot_want *w, size_t *key,
                         ot_error *err);

#endif
