// SPDX-License-Identifier: GPL-3.0-or-later
// groups.h - what the files of this folder share of groups.
#ifndef OT_DATA_GROUPS_H
#define OT_DATA_GROUPS_H

#include "data/panel.h"
#include "data/store.h"
#include "outturn/groups.h"

struct ot_groups {
    ot_grouping grouping;
    unsigned by; // bit b: by ot_by b
    ot_store store;
    uint32_t scales; // bit s: a figure was published in 10^s of its unit
    // Of the files being read: counts once they were read to their end.
    ot_store pending;
    uint32_t pending_scales;
    uint32_t *order; // of the sums that are groups, once sorted
    size_t groups;
    int scale; // in which values are shown; -1: as published
};

// What figures are told apart by.
typedef struct ot_told {
    ot_area reporter, partner;
    uint8_t flow;
    uint32_t commodity;
    uint16_t basis, unit;
    ot_period period;
    ot_day release;
} ot_told;

// The key of a group. OT_E_LIMIT: more of something than a key can tell apart.
ot_status ot__group_key(const ot_groups *groups, const ot_told *told,
                        uint64_t key[2], ot_error *err);
ot_told ot__group_told(const uint64_t key[2]); // the reverse

// Whether the grouping wants figures of a period and a release.
bool ot__group_when(const ot_groups *groups, ot_period period, ot_day release);
// Whether it wants what a role says (reporter, partner, flow, commodity,
// basis), by its number.
bool ot__group_wants(const ot_groups *groups, const ot_panel *panel,
                     ot_role role, int32_t number);
// Whether it looks at what a role says, to choose or to tell apart.
bool ot__group_needs(const ot_groups *groups, ot_role role);

// Amounts are kept below this, so that no sum can overflow.
#define OT_GROUP_AMOUNT_MOST ((ot_i128)1 << 96)

static inline ot_i128 ot__sum_amount(const ot_sum *sum)
{
    return (ot_i128)((ot_u128)sum->amount[1] << 64 | sum->amount[0]);
}

static inline void ot__sum_add(ot_sum *sum, ot_i128 amount, uint64_t rows)
{
    const ot_u128 all = (ot_u128)ot__sum_amount(sum) + (ot_u128)amount;

    sum->amount[0] = (uint64_t)all;
    sum->amount[1] = (uint64_t)(all >> 64);
    sum->rows += rows;
}

// Files were read: to their end, or their sums do not count. false: no memory.
bool ot__groups_commit(ot_groups *groups);
void ot__groups_forget(ot_groups *groups);

#endif
