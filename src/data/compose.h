// SPDX-License-Identifier: GPL-3.0-or-later
// compose.h - a series that the files do not hold, as the sum over a partition
// of others.
#ifndef OT_DATA_COMPOSE_H
#define OT_DATA_COMPOSE_H

#include "data/choose.h"
#include "data/view.h"

// Makes the cells of a term out of all keys that fit `w` and are of the same
// basis and unit as `key`: one cell a period, known by a day. Of codes, only
// those count whose parents are not there in that period with that partner, so
// that nothing is added twice. sum: how many partners and codes took part.
// OT_E_MEMORY; OT_E_DATA: nothing was published by that day
ot_status ot__compose(const ot_panel *p, const ot_want *w, size_t key,
                      ot_day day, ot_term *t, ot_partition *sum, ot_error *err);
void ot__compose_free(ot_term *t);

#endif
