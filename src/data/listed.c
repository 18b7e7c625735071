// SPDX-License-Identifier: GPL-3.0-or-later
// listed.c - lists as users write them.
#include "data/listed.h"

#include <string.h>

bool ot__area_listed(const ot_panel *panel, const char *list, ot_area area)
{
    ot_str rest = ot__str(list);
    bool found = list == NULL;

    while (rest.n > 0 && !found) {
        char name[128];
        const ot_str item = ot__str_trim(ot__str_cut(&rest, ','));
        found = ot_panel_area_find(
                    panel, ot__str_copy(item, name, sizeof name)) == area;
    }
    return found;
}

bool ot__flow_listed(const char *list, uint8_t flow)
{
    ot_str rest = ot__str(list);
    bool found = list == NULL;

    while (rest.n > 0 && !found) {
        const ot_str item = ot__str_trim(ot__str_cut(&rest, ','));
        const ot_flow *f = ot_flow_find(item.at, item.n);
        found = f != NULL && !ot_flow_composed(f) && f->terms[0].flow == flow;
    }
    return found;
}

bool ot__text_listed(const char *list, const char *text)
{
    // A name may hold commas itself.
    return list == NULL || strcmp(list, text) == 0 ||
           ot__str_lists(ot__str(list), text);
}

bool ot__basis_fits(const char *asked, const char *basis)
{
    ot_str rest = ot__str(asked);

    while (rest.n > 0 && basis[0] != '\0') {
        char word[32];
        ot__str_copy(ot__str_cut(&rest, ' '), word, sizeof word);
        if (!ot__str_lists(ot__str(basis), word)) {
            return false;
        }
    }
    return true;
}
