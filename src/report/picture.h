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
    ot_fan fan;
    ot_fan_step step;
    ot_claim_bar claim;
    ot_buf headline, subtitle, source, note;
    ot_buf label; // names of lines, NUL-terminated one after the other
};

// What a maker works with.
typedef struct ot_making {
    const ot_panel *panel;
    ot_view *const *view;
    size_t views;
    const ot_picture_options *options;
    ot_picture *picture;
} ot_making;

typedef ot_status ot_picture_maker(const ot_making *m, ot_error *err);
ot_picture_maker ot__picture_line;
ot_picture_maker ot__picture_race;

// Room for so many lines of so many values each, and letters for their names.
ot_status ot__picture_reserve(ot_picture *p, size_t lines, size_t values,
                              ot_error *err);
// Where the values of the next line go.
double *ot__picture_next(const ot_picture *p);
// Adds the line whose values were put there; label is copied.
ot_chart_line *ot__picture_add(ot_picture *p, const char *label, int32_t first,
                               int32_t step, size_t n, ot_line_style style);

// Words for titles. Names of areas are the panel's.
// "Armenia–Russia", or "Armenia" where the partner is the world.
void ot__say_pair(ot_buf *b, const ot_panel *panel, const ot_view *view);
// "exports", "turnover".
void ot__say_flow(ot_buf *b, const ot_flow *flow);
// "Exports + imports a month, imports by country of origin": what is measured.
// what: NULL, or instead of the flow; per: "", " a month".
void ot__say_measure(ot_buf *b, const ot_view *view, const char *what,
                     const char *per);
// "USD 8.37 bn"
void ot__say_amount(ot_buf *b, double y, ot_unit unit);
// ", 2.59 times a year earlier", ", up 12.0 % on a year earlier"; nothing where
// the base is not positive.
void ot__say_growth(ot_buf *b, double value, double base);
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
// Base names of the files.
void ot__say_files(ot_buf *b, const ot_panel *panel);

#endif
