// SPDX-License-Identifier: GPL-3.0-or-later
// methods.c - the registry: the ways to carry a series forward.

#include "project/method.h"

#include <string.h>

// Sorted by name. To add one: its file, an extern in method.h, a line here.
static const ot_method *const methods[] = {
    &ot__method_arima,
    &ot__method_auto,
    &ot__method_damped,
    &ot__method_dotm,
    &ot__method_drift,
    &ot__method_ets,
    &ot__method_growth_carried_on,
    &ot__method_half_growth,
    &ot__method_holt,
    &ot__method_last_years_rest,
    &ot__method_naive,
    &ot__method_naive2,
    &ot__method_run_rate,
    &ot__method_seasonal_naive,
    &ot__method_seasonal_share,
    &ot__method_ses,
    &ot__method_shrunken_share,
    &ot__method_stl_ets,
    &ot__method_theta,
};

size_t ot_method_count(void)
{
    return sizeof methods / sizeof methods[0];
}

const ot_method *ot_method_at(size_t i)
{
    return methods[i];
}

const ot_method *ot_method_find(const char *name)
{
    for (size_t i = 0; i < ot_method_count(); i++) {
        if (strcmp(methods[i]->name, name) == 0) {
            return methods[i];
        }
    }
    return NULL;
}

size_t ot_method_work_size(const ot_past *past, size_t h)
{
    size_t most = past->n + h;

    for (size_t i = 0; i < ot_method_count(); i++) {
        if (methods[i]->work_size != NULL) {
            const size_t size = methods[i]->work_size(past, h);
            most = size > most ? size : most;
        }
    }
    return most;
}
