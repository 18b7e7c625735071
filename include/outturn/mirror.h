// SPDX-License-Identifier: GPL-3.0-or-later
// mirror.h - one flow as both sides report it: exports of the one country to
// the other, and what the other imports from it.
//
// Exports are usually valued free on board (fob), imports with insurance and
// freight (cif), so that imports are a little larger: the IMF's Direction of
// Trade Statistics took cif / fob to be 1.10, and since 2017 1.06.
#ifndef OUTTURN_MIRROR_H
#define OUTTURN_MIRROR_H

#include "outturn/panel.h"

#ifdef __cplusplus
extern "C" {
#endif

// Where the ratio stands to the band of cif over fob.
typedef enum ot_mirror_place {
    OT_MIRROR_INSIDE = 0,
    OT_MIRROR_BELOW,
    OT_MIRROR_ABOVE,
    OT_MIRROR_EITHER,   // rounding leaves it open
    OT_MIRROR_UNDEFINED // there is no ratio
} ot_mirror_place;

OT_API const char *ot_mirror_place_name(ot_mirror_place place); // "inside"

// What is NaN is undefined: a side is not known, or is zero where it divides.
typedef struct ot_mirror {
    ot_value exports, imports;
    double ratio; // imports / exports; exports > 0
    ot_interval ratio_range;
    double gap; // (imports - exports) / ((imports + exports) / 2), from -2 to 2
    ot_interval gap_range;
    ot_mirror_place place;
} ot_mirror;

// band: of imports cif over exports fob, such as [1.00, 1.10].
OT_API ot_mirror ot_mirror_of(ot_value exports, ot_value imports,
                              ot_interval band);

// What the other side reports of the same flow: reporter and partner change
// places, exports become imports and imports exports. The mirror of the mirror
// is the selection itself.
//
// OT_E_USAGE  the flow is neither exports nor imports, or a country is not said
OT_API ot_status ot_mirror_selection(const ot_selection *selection,
                                     ot_selection *mirror, ot_error *err);

// One value of both, fob, by a rule that is named.
typedef struct ot_mirror_rule {
    const char *name;    // "mean"
    const char *formula; // "(exports + imports / cif) / 2"
    ot_interval (*of)(ot_interval exports, ot_interval imports_fob);
} ot_mirror_rule;

OT_API size_t ot_mirror_rules(void);
OT_API const ot_mirror_rule *ot_mirror_rule_at(size_t i);
OT_API const ot_mirror_rule *ot_mirror_rule_find(const char *name);
// Imports are brought to fob by dividing by cif > 0. NaN where the rule's
// sides are not known; *range is what rounding allows.
OT_API double ot_mirror_reconciled(const ot_mirror *mirror,
                                   const ot_mirror_rule *rule, double cif,
                                   ot_interval *range);

#ifdef __cplusplus
}
#endif
#endif
