// SPDX-License-Identifier: GPL-3.0-or-later
// many FILE N: draws a line of N values, up to 100,000, as no file of months
// has them.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "outturn/chart.h"

#define MOST 100000

int main(int argc, char *argv[])
{
    static double y[MOST];
    const long n = argc == 3 ? strtol(argv[2], NULL, 10) : 0;
    const ot_chart_line line = {"Many", 0, 1, (size_t)n, y, OT_LINE_BOLD};
    const ot_chart chart = {.kind = ot_chart_kind_find("line"),
                            .headline = "So many values",
                            .unit = {"USD", 0, OT_DIM_MONEY},
                            .line = &line,
                            .lines = 1,
                            .date = OT_DAY_NONE};
    ot_error err = {0};

    if (n < 1 || n > MOST) {
        fprintf(stderr, "usage: many FILE N\n");
        return 1;
    }
    for (size_t i = 0; i < MOST; i++) {
        y[i] =
            1e9 * (2 + sin((double)i / 5000)) + 1e5 * (double)(i * 7919 % 9001);
    }
    if (ot_chart_write(&chart, NULL, argv[1], NULL, &err) != OT_OK) {
        fprintf(stderr, "many: %s\n", err.message);
        return 1;
    }
    return 0;
}
