// SPDX-License-Identifier: GPL-3.0-or-later
// ets_model.c - the names of the models.

#include "stat/ets.h"

#include <string.h>

bool ot__ets_parse(const char *name, ot__ets_model *model)
{
    const size_t length = strlen(name);
    ot__ets_model m;

    if (length < 3 || length > 4 || (length == 4 && name[2] != 'd')) {
        return false;
    }
    m.error = name[0];
    m.trend = name[1];
    m.damped = length == 4;
    m.season = name[length - 1];
    if (strchr("AM", m.error) == NULL || strchr("NAM", m.trend) == NULL ||
        strchr("NAM", m.season) == NULL || (m.trend == 'N' && m.damped)) {
        return false;
    }
    *model = m;
    return true;
}

char *ot__ets_name(ot__ets_model model, char out[OT__ETS_NAME])
{
    size_t i = 0;

    out[i++] = model.error;
    out[i++] = model.trend;
    if (model.damped) {
        out[i++] = 'd';
    }
    out[i++] = model.season;
    out[i] = '\0';
    return out;
}
