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
    const char *unit;  // NULL or "": any
    ot_dimension measure;
    bool sum_partners; // partner is the world or a group without a key
    bool sum_codes;    // `code` has no key: the codes it begins are added
    const char *code;  // "TOTAL", "27"
} ot_want;

// The keys of a reporter; empty when it has none.
ot_range ot__keys_of(const ot_panel *p, ot_area reporter);

ot_status ot__choose_reporter(const ot_panel *p, ot_area asked,
                              ot_area *reporter, ot_error *err);
// Without a partner asked for: the only one, else the world. The world, or a
// group, that the files do not have but whose members they do: *sum.
ot_status ot__choose_partner(const ot_panel *p, ot_range keys, ot_area asked,
                             ot_area *partner, bool *sum, ot_error *err);
// asked "": TOTAL, else the only one, into w->commodity. A code that the files
// do not have but parts of which they do: w->sum_codes.
ot_status ot__choose_commodity(const ot_panel *p, ot_want *w, const char *asked,
                               ot_error *err);
// Whether a key's partner is one of those asked for (in a month, for groups).
bool ot__partner_fits(const ot_panel *p, const ot_want *w, ot_area partner,
                      int32_t month);
bool ot__code_fits(const ot_panel *p, const ot_want *w, uint32_t commodity);
// By basis among the keys of a flow; one alternative or none passes.
ot_status ot__choose_key(const ot_panel *p, const ot_want *w, size_t *key,
                         ot_error *err);

// Whether key i is one of those that a sum is made of of which `key` is one.
bool ot__member(const ot_panel *p, const ot_want *w, size_t key, size_t i);

#endif
