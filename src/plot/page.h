// SPDX-License-Identifier: GPL-3.0-or-later
// page.h - what every kind of chart shares: titles, notes, axes, the box
// between them, and names at the ends of lines. A kind includes this and
// nothing of ink.
#ifndef OT_PLOT_PAGE_H
#define OT_PLOT_PAGE_H

#include "outturn/chart.h"
#include "plot/axis.h"
#include "plot/marks.h"
#include "plot/scale.h"
#include "plot/terms.h"
#include "plot/wrap.h"

// Rows of the kinds' table.
extern const ot_chart_kind ot__kind_balance;
extern const ot_chart_kind ot__kind_claim;
extern const ot_chart_kind ot__kind_contribution;
extern const ot_chart_kind ot__kind_fan;
extern const ot_chart_kind ot__kind_growth;
extern const ot_chart_kind ot__kind_line;
extern const ot_chart_kind ot__kind_mirror;
extern const ot_chart_kind ot__kind_multiples;
extern const ot_chart_kind ot__kind_race;
extern const ot_chart_kind ot__kind_rank;
extern const ot_chart_kind ot__kind_season;
extern const ot_chart_kind ot__kind_share;
extern const ot_chart_kind ot__kind_waterfall;

// The box is what is left for the picture; it shrinks as things are put around
// it: titles above, notes below, tick labels left, names of lines right.
typedef struct ot_page {
    const ot_chart_size *size;
    const ot_palette *look;
    const ot_terms *terms;
    ot_ruler ruler;
    ot_marks *marks;
    double left, right, top, bottom;
    double foot; // between the box and the names of months
    ot_scale y;
    ot_unit unit;
    ot_months x;
    int32_t every;   // the step of the chart's values, months: no tick between
    double at;       // years: where in its step a value stands, 0.5 or 1
    ot_scale across; // of a value axis along the bottom
    double from, to; // the values at its ends
    size_t name_lines; // rows: of a name, at most
} ot_page;

// Titles above and notes below; `remark` (may be NULL) is a kind's own note.
void ot__page_frame(ot_page *page, const ot_chart *chart, const char *remark);

// Chooses the value scale for [min, max] and takes the room of its labels.
void ot__page_values(ot_page *page, double min, double max);
// Sets the months of the x axis over the box's width. Call when left and right
// are known.
void ot__page_months(ot_page *page, int32_t first, int32_t last, bool yearless);
// Takes the room of the months' names: one row, two where years stand below.
void ot__page_month_rows(ot_page *page, int rows);
// The value axis alone.
void ot__page_value_axis(ot_page *page);
// Grid, tick labels and names of months. Call when the box is settled.
void ot__page_axes(ot_page *page, bool yearless);

double ot__page_x(const ot_page *page, double month);
double ot__page_y(const ot_page *page, double value);

// A line in runs between its gaps; a lone value is a dot. y[i] stands at
// x0 + i * dx. start: NULL, or a point before the first value, joined to it
// when that is known.
typedef struct ot_trace {
    const double *y;
    size_t n;
    double x0, dx; // months
    const ot_point *start;
} ot_trace;
void ot__page_trace(ot_page *page, const ot_trace *t, ot_mark look);
// Whether a line of so many values is drawn by the first, least, greatest and
// last of those that fall on one place: then it must be said.
bool ot__page_thinned(const ot_page *page, size_t n);
// A filled rectangle.
void ot__page_bar(ot_page *page, ot_mark look, ot_point a, ot_point b);
// Index of the last known value; SIZE_MAX: none.
size_t ot__last_known(const double y[], size_t n);
// Widens [*lo, *hi] to hold x, unless it is not finite.
void ot__include(double x, double *lo, double *hi);

// The fan from a known point on, its median dashed. x0 and dx: the places of
// its steps.
void ot__page_fan(ot_page *page, const ot_fan *fan, ot_point from, double x0,
                  double dx);
// Widens a range to all that the fan and the claim reach.
void ot__page_reach(const ot_chart *chart, double *lo, double *hi);
// The range of an axis for lines, fan and claim: from zero where that does not
// flatten them. Returns whether it is cut off from zero, which must be said.
bool ot__page_range(const ot_chart *chart, double *lo, double *hi);

// A name inside the box, beside a point. Tags are placed together, when all
// that they must not hide is drawn: see plot/place.h.
typedef struct ot_tag {
    const char *text; // wrapped to at most 3 lines
    const char *id;   // label for the group's id
    ot_point at;      // what is named
    uint32_t colour;
    bool bold;
    int rank;
    bool must;
} ot_tag;

#define OT_TAGS_MOST 32
void ot__page_tags(ot_page *page, const ot_tag tags[], size_t n);

// Names at the right of the box.
typedef struct ot_end {
    ot_lines text;
    const char *id; // label for the group's id
    double y;       // the thing named, points
    double spread;  // how far from y the thing itself reaches
    double middle;  // of the name, set by ot__ends_place
    ot_point from;  // the end of the line named
    uint32_t colour;
    bool bold;
    int rank; // 0 is placed first; from OT_RANK_SPARE on a name without a place
              // near its line is left out
    bool claim; // stands at the claim's bar, not at a line
    bool shown;
} ot_end;

#define OT_RANK_SPARE 2

typedef struct ot_ends {
    ot_end *end;
    size_t n, capacity;
    double bar_lo, bar_hi; // of the claim's bar, points; NaN: none
    double lead; // more room between box and names, for many leaders; points
} ot_ends;

void ot__ends_free(ot_ends *ends);
void ot__ends_add(ot_page *page, ot_ends *ends, ot_end end, const char *text);
// The names of fan and claim.
void ot__ends_add_fan(ot_page *page, ot_ends *ends, const ot_chart *chart);
// more: what else is to be said of the claim; NULL: nothing.
void ot__ends_add_claim(ot_page *page, ot_ends *ends, const ot_chart *chart,
                        const char *more);
// Takes the room of the names, and of the claim's bar, from the right of the
// box. Heights are not needed yet.
void ot__ends_room(ot_page *page, const ot_ends *ends, const ot_chart *chart);
// Chooses and places the names, then draws them and the claim's bar.
void ot__ends_draw(ot_page *page, ot_ends *ends, const ot_chart *chart);

#endif
