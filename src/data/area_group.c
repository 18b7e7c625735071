// SPDX-License-Identifier: GPL-3.0-or-later
// area_group.c - who belonged to a group when. The build has sorted the table
// by group and member; a member that came back has two rows.
#include "outturn/area.h"

#include <assert.h>

#include "data/area_table.h"

static bool holds(const ot_area_member_row *m, int32_t month)
{
    return m->from <= month && month <= m->to;
}

bool ot_area_member(ot_area group, ot_area area, int32_t month)
{
    for (size_t i = 0; i < ot__area_member_count; i++) {
        const ot_area_member_row *m = &ot__area_members[i];
        if (m->group == group && m->member == area && holds(m, month)) {
            return true;
        }
    }
    return false;
}

size_t ot_area_members(ot_area group, int32_t month, ot_area members[],
                       size_t room)
{
    size_t count = 0;

    for (size_t i = 0; i < ot__area_member_count; i++) {
        const ot_area_member_row *m = &ot__area_members[i];
        if (m->group != group || !holds(m, month)) {
            continue;
        }
        if (count < room) {
            members[count] = m->member;
        }
        count++;
    }
    return count;
}

static bool begins_group(size_t i)
{
    return i == 0 || ot__area_members[i].group != ot__area_members[i - 1].group;
}

size_t ot_area_group_count(void)
{
    size_t count = 0;

    for (size_t i = 0; i < ot__area_member_count; i++) {
        count += begins_group(i);
    }
    return count;
}

ot_area ot_area_group_at(size_t i)
{
    size_t at = 0;

    assert(i < ot_area_group_count());
    for (size_t seen = begins_group(0) ? 1 : 0; seen <= i;) {
        seen += begins_group(++at);
    }
    return ot__area_members[at].group;
}
