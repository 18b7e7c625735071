// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/dodge.h"

#include <math.h>

// Where a label's top would be if all labels above it had no height: with the
// heights taken out, "no overlap" becomes "not decreasing".
static double sunk(const double wish[], const double height[], size_t i,
                   double above)
{
    return wish[i] - height[i] / 2 - above;
}

bool ot__dodge(const double wish[], const double height[], size_t n, double lo,
               double hi, double middle[], double work[])
{
    double *mean = work;      // of each pool
    double *count = work + n; // its members
    size_t pools = 0;
    double total = 0;

    for (size_t i = 0; i < n; i++) {
        mean[pools] = sunk(wish, height, i, total);
        count[pools] = 1;
        pools++;
        total += height[i];
        while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
            const double a = count[pools - 2], b = count[pools - 1];
            mean[pools - 2] =
                (a * mean[pools - 2] + b * mean[pools - 1]) / (a + b);
            count[pools - 2] = a + b;
            pools--;
        }
    }
    if (total > hi - lo) {
        return false;
    }
    double above = 0;
    for (size_t p = 0, i = 0; p < pools; p++) {
        const double top = fmin(fmax(mean[p], lo), hi - total);
        for (size_t end = i + (size_t)count[p]; i < end; i++) {
            middle[i] = top + above + height[i] / 2;
            above += height[i];
        }
    }
    return true;
}
