// SPDX-License-Identifier: GPL-3.0-or-later
// list.c - codes that a list explains.

#include "data/list.h"

#include <stdlib.h>
#include <string.h>

static ot_str field(const ot_record *record, int i)
{
    return i >= 0 && (size_t)i < record->n ? ot__str_trim(record->field[i])
                                           : (ot_str){NULL, 0};
}

bool ot__list_add(ot_panel *p, const ot_plan *plan, const ot_record *record)
{
    const ot_str code = field(record, plan->field[OT_ROLE_REPORTER]);
    const ot_str name = field(record, plan->field[OT_ROLE_PARTNER]);
    const ot_area area =
        name.n > 0 ? ot_area_find(name.at, name.n) : OT_AREA_NONE;

    if (code.n == 0 || area == OT_AREA_NONE) {
        return true;
    }
    const uint32_t number = ot__intern_put(&p->listed, code, NULL);
    if (number == OT_INTERN_FAILED) {
        return false;
    }
    ot_area *more = realloc(p->listed_area, (number + 1) * sizeof *more);
    if (more == NULL) {
        return false;
    }
    p->listed_area = more;
    p->listed_area[number] = area;
    return true;
}

ot_area ot__list_area(const ot_panel *p, ot_area area)
{
    if (area < ot_area_count()) {
        return area;
    }
    const char *code = ot_panel_area_code(p, area);
    const uint32_t number = ot__intern_find(&p->listed, ot__str(code));
    return number == OT_INTERN_FAILED ? area : p->listed_area[number];
}

// Numbers the keys anew: two may have become one.
static bool number_again(ot_panel *p, const ot_pkey old[], size_t n)
{
    uint32_t *to = malloc((n + 1) * sizeof *to);
    bool good = to != NULL;

    p->keys = 0;
    p->key_slots = 0;
    free(p->key_slot);
    p->key_slot = NULL;
    for (size_t k = 0; k < n && good; k++) {
        good = ot__panel_key(p, &old[k], &to[k]);
    }
    for (size_t c = 0; c < p->cells && good; c++) {
        p->cell[c].key = to[p->cell[c].key];
    }
    free(to);
    return good;
}

bool ot__list_apply(ot_panel *p)
{
    const size_t n = p->keys;
    bool changed = false, good = true;

    if (p->listed.n == 0 || n == 0) {
        return true;
    }
    ot_pkey *old = malloc(n * sizeof *old);
    if (old == NULL) {
        return false;
    }
    for (size_t k = 0; k < n; k++) {
        old[k] = p->key[k];
        old[k].reporter = ot__list_area(p, old[k].reporter);
        old[k].partner = ot__list_area(p, old[k].partner);
        changed = changed || memcmp(&old[k], &p->key[k], sizeof *old) != 0;
    }
    if (changed) {
        good = number_again(p, old, n);
    }
    free(old);
    return good;
}
