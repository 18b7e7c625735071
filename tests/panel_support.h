// SPDX-License-Identifier: GPL-3.0-or-later
// panel_support.h - series for tests: from numbers, and from the data shipped.
#ifndef OT_TESTS_PANEL_SUPPORT_H
#define OT_TESTS_PANEL_SUPPORT_H

#include "support.h"

#include "outturn/outturn.h"

#define ARMENIA_RUSSIA "datasets/armenia-russia.csv"

// A view of Armenia's figures with Russia, imports by origin, as of a day. The
// panel in *panel is freed after it.
static inline ot_view *armenia_russia(const char *flow, ot_day as_of,
                                      ot_panel **panel)
{
    ot_error err = {0};
    ot_view *view = NULL;

    *panel = ot_panel_new();
    assert_non_null(*panel);
    if (ot_panel_read(*panel, ARMENIA_RUSSIA, NULL, &err) != OT_OK ||
        ot_panel_seal(*panel, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    const ot_selection selection = {
        .reporter = ot_panel_area_find(*panel, "ARM"),
        .partner = ot_panel_area_find(*panel, "RUS"),
        .flow = ot_flow_find(flow, strlen(flow)),
        .basis = "origin",
        .as_of = as_of,
    };
    if (ot_panel_select(*panel, &selection, &view, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return view;
}

// Its monthly series.
static inline ot_series *armenia_russia_months(const char *flow, ot_day as_of)
{
    ot_panel *panel;
    ot_series *series = NULL;
    ot_view *view = armenia_russia(flow, as_of, &panel);

    assert_int_equal(
        ot_view_series(view, 1, (ot_period){0, 0}, 1, &series, NULL), OT_OK);
    ot_view_free(view);
    ot_panel_free(panel);
    return series;
}

// A series over the caller's y and half (half NULL: exact). `state` is not set.
static inline ot_series series_of(int32_t first, int32_t step, double y[],
                                  double half[], size_t n)
{
    static double exact[1024];

    assert_true(n <= 1024);
    return (ot_series){.first = first,
                       .step = step,
                       .n = n,
                       .y = y,
                       .half = half != NULL ? half : exact};
}

#endif
