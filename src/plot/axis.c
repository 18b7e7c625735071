// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/axis.h"

#include "outturn/period.h"

static const int32_t steps[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200};

#define STEPS (sizeof steps / sizeof steps[0])
#define GAP   0.6 // between names, in font sizes

double ot__months_x(const ot_months *axis, double month)
{
    const double months = axis->last - axis->first + 1;

    return (month - axis->first) / months * axis->width;
}

void ot__months_choose(ot_months *axis, const ot_ruler *ruler, double size,
                       bool yearless)
{
    const double month = ot__ruler_width(ruler, "May", size, false);
    const double year = ot__ruler_width(ruler, "2020", size, false);
    const double widest = yearless || month > year ? month : year;
    size_t i = 0;

    while (i + 1 < STEPS && steps[i] < axis->step) {
        i++;
    }
    for (; i + 1 < STEPS && !(yearless && steps[i] == 6); i++) {
        const double room = ot__months_x(axis, axis->first + steps[i]);
        if (room >= (steps[i] < 12 ? widest : year) + GAP * size) {
            break;
        }
    }
    axis->step = steps[i];
}

int32_t ot__months_first(const ot_months *axis, bool yearless)
{
    if (yearless) {
        return axis->first;
    }
    const int32_t over = axis->first % axis->step;
    return over > 0 ? axis->first + axis->step - over : axis->first;
}

double ot__months_middle(const ot_months *axis, int32_t tick)
{
    return ot__months_x(axis, tick + (axis->step < 12 ? 0.5 : 6));
}
