// SPDX-License-Identifier: GPL-3.0-or-later
// many FILE: draws a line of 100,000 values, as no file of months has them.
#include <math.h>
#include <stdio.h>

#include "outturn/chart.h"

int main(int argc, char *argv[])
{
    static double y[100000];
    const ot_chart_line line = {"Many", 0,           1, sizeof y / sizeof y[0],
                                y,      OT_LINE_BOLD};
    const ot_chart chart = {.kind = ot_chart_kind_find("line"),
                            .headline = "A hundred thousand values",
                            .unit = {"USD", 0, OT_DIM_MONEY},
                            .line = &line,
                            .lines = 1,
                            .date = OT_DAY_NONE};
    ot_error err = {0};

    for (size_t i = 0; i < sizeof y / sizeof y[0]; i++) {
        y[i] =
            1e9 * (2 + sin((double)i / 5000)) + 1e5 * (double)(i * 7919 % 9001);
    }
    if (argc != 2 ||
        ot_chart_write(&chart, NULL, argv[1], NULL, &err) != OT_OK) {
        fprintf(stderr, "many: %s\n", err.message);
        return 1;
    }
    return 0;
}
