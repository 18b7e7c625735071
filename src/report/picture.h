// SPDX-License-Identifier: GPL-3.0-or-later
// picture.h - what the makers of pictures share.
#ifndef OT_REPORT_PICTURE_H
#define OT_REPORT_PICTURE_H

#include "base/text.h"
#include "outturn/picture.h"

struct ot_picture {
    ot_chart chart;
    ot_chart_line *line;
    size_t lines, capacity;
    double *y; // the values of all lines, one block
    // What else is known of them, each where its value stands in y.
    double *half;
    uint8_t *state, *flags;
    ot_line_facts *facts; // of each line, bound at the end
    bool told;            // there are facts
    ot_fan fan;
    ot_fan_step step;
    ot_claim_bar claim;
    ot_buf headline, subtitle, source, note;
    ot_chart_row *row;
    size_t rows, row_capacity;
    ot_buf was, now; // rank: names of the periods
    ot_period about; // the figures its headline may speak of; months 0: none
    bool to_date;    // they are sums from the first month on
    ot_buf label;    // names of lines, then of rows, NUL-terminated one after
                     // the other
};

#define OT_SAID 3 // lines whose last values a headline says, at most

// What a maker works with.
typedef struct ot_making {
    const ot_panel *panel;
    ot_view *const *view;
    size_t views;
    const ot_picture_options *options;
    ot_picture *picture;
} ot_making;

typedef ot_status ot_picture_maker(const ot_making *m, ot_error *err);
ot_picture_maker ot__picture_balance;
ot_picture_maker ot__picture_claim;
ot_picture_maker ot__picture_contribution;
ot_picture_maker ot__picture_fan;
ot_picture_maker ot__picture_growth;
ot_picture_maker ot__picture_line;
ot_picture_maker ot__picture_mirror;
ot_picture_maker ot__picture_multiples;
ot_picture_maker ot__picture_race;
ot_picture_maker ot__picture_rank;
ot_picture_maker ot__picture_season;
ot_picture_maker ot__picture_share;
ot_picture_maker ot__picture_waterfall;

// Holds the headline that was given to the figures.
//
// OT_E_USAGE  one differs: the message has the right one
ot_status ot__picture_check_title(const ot_making *m, ot_error *err);

// An empty picture, for one that is made of a result instead of views: reserve,
// add lines or rows, fill the titles and chart.unit and chart.date, finish.
// Free with ot_picture_free. NULL: out of memory.
ot_picture *ot__picture_new(const ot_chart_kind *kind);
// Puts given titles in place of made ones and binds the chart to what the
// picture owns; nothing is added after it.
ot_status ot__picture_finish(ot_picture *p, const ot_picture_options *options,
                             ot_error *err);

// Room for so many lines of so many values each, and letters for their names.
ot_status ot__picture_reserve(ot_picture *p, size_t lines, size_t values,
                              ot_error *err);
// Room for so many rows.
ot_status ot__picture_reserve_rows(ot_picture *p, size_t rows, ot_error *err);
// Adds a row with all figures NaN but y; label is copied.
ot_chart_row *ot__picture_row(ot_picture *p, const char *label, double y,
                              ot_row_style style);
// Where the values of the next line go.
double *ot__picture_next(const ot_picture *p);
// What else is known of value i of the next line. A picture of which this is
// told for one value is told it for all.
void ot__picture_fact(ot_picture *p, size_t i, ot_state state, unsigned flags,
                      double half);
// Adds the line whose values were put there; label is copied.
ot_chart_line *ot__picture_add(ot_picture *p, const char *label, int32_t first,
                               int32_t step, size_t n, ot_line_style style);

// The step of a picture's values, and the months that it shows.
int32_t ot__picture_step(const ot_making *m);
ot_period ot__picture_range(const ot_making *m, int32_t step);
// The last full year that the first view knows, or what was asked for.
ot_status ot__picture_period(const ot_making *m, ot_period *period,
                             ot_error *err);
// Fan quantiles of a landing.
void ot__picture_quantiles(const ot_dist *dist, ot_fan_step *step);
// "Trade in 27 a year as each side reports it": of one side's view.
void ot__say_mirrored(ot_buf *b, const ot_view *view, bool goods,
                      const char *per);
// The newer release of two views.
ot_day ot__picture_newer(const ot_view *a, const ot_view *b);
// All views in one unit.
ot_status ot__picture_units(const ot_making *m, ot_error *err);

// Words for titles. Names of areas are the panel's.
// "Armenia–Russia", or "Armenia" where the partner is the world.
void ot__say_pair(ot_buf *b, const ot_panel *panel, const ot_view *view);
// " of commodity 0401"; nothing of all goods, or where the name is too long for
// a headline: the subtitle has it.
void ot__say_goods(ot_buf *b, const ot_view *view);
// "US imports from China", "Armenia–Russia turnover", "Armenia exports of
// commodity 0401".
void ot__say_trade(ot_buf *b, const ot_panel *panel, const ot_view *view);
// What tells view i from the others: "Exports", "China".
void ot__say_view(const ot_making *m, size_t i, ot_buf *name);
// "2024", or "2024/25" where the year does not start in January.
void ot__say_year(ot_buf *b, int32_t first);
// " a month", " a quarter": of values at a step of so many months.
const char *ot__say_each(int32_t step);
// "exports", "turnover".
void ot__say_flow(ot_buf *b, const ot_flow *flow);
// "Exports + imports a month, imports by country of origin": what is measured.
// what: NULL, or instead of the flow; per: "", " a month".
void ot__say_measure(ot_buf *b, const ot_view *view, const char *what,
                     const char *per);
// "USD 8.37 bn"
void ot__say_amount(ot_buf *b, double y, ot_unit unit);
// ", 2.59 times a year earlier", ", up 12.0 % on a year earlier"; nothing where
// the base is not positive, or the value is below zero.
void ot__say_growth(ot_buf *b, double value, double base);
// " up 6.1 % in 2024" of a year; of a part of one, where it could be on the
// part before, " in June 2024, up 6.1 % on a year earlier".
void ot__say_moved(ot_buf *b, ot_period period, double value, double base);
// Text with its first letter, where it is one of ASCII, as a capital.
void ot__say_capital(ot_buf *b, const char *text);
// Text with dashes and minus signs in place of hyphens.
void ot__say_typeset(ot_buf *b, const char *text);
// "Data to June 2024, release of September 2024"
void ot__say_data(ot_buf *b, int32_t last, ot_day release);
// "EUR", "EUR at monthly average rates": the unit of a view.
// Appends ", seasonally adjusted, FOB": the words of a basis but for those of
// countries (origin, consignment).
void ot__say_basis(ot_buf *b, const char *basis);
void ot__say_unit(ot_buf *b, const ot_view *view);
// ". Converted from USD at the rates of ecb.csv"; nothing where it is not.
void ot__say_conversion(ot_buf *b, const ot_view *view);
// Who published the files, each once; their base names where that is not known.
void ot__say_files(ot_buf *b, const ot_panel *panel);

#endif
