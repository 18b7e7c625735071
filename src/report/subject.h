// SPDX-License-Identifier: GPL-3.0-or-later
// subject.h - words for what the figures of a result are of, and the steps that
// their periods make.
#ifndef OT_REPORT_SUBJECT_H
#define OT_REPORT_SUBJECT_H

#include "outturn/picture_of.h"
#include "report/picture.h"

// "US imports", "Armenia–Russia trade", "Exports of fuels and mineral oils".
void ot__subject_say(ot_buf *b, const ot_picture_subject *s);
// "Imports, CIF": what is measured.
void ot__subject_measure(ot_buf *b, const ot_picture_subject *s);
// "USD", "EUR at monthly average rates"
void ot__subject_unit(ot_buf *b, const ot_picture_subject *s);
// "2024", "9M 2024"
void ot__subject_period(ot_buf *b, ot_period p);
// ", up 12.0 % on a year earlier", ", 2.59 times 2019"; nothing where the base
// is not positive.
void ot__subject_growth(ot_buf *b, double value, double base, ot_period period,
                        ot_period base_period);
// A new picture of a kind, with unit, source and what is known to the end of a
// period; free with ot_picture_free.
//
// OT_E_MEMORY
ot_status ot__subject_picture(const ot_picture_subject *s, const char *kind,
                              ot_period last, ot_picture **picture,
                              ot_error *err);
// Finishes a picture that was made with this status: hands it over, or frees
// it.
ot_status ot__subject_finish(ot_picture *p, ot_status status,
                             const ot_picture_options *options,
                             ot_picture **picture, ot_error *err);

// Periods as steps of a line: period i is step (first of i - first) / step.
typedef struct ot_steps {
    int32_t first, step;
    size_t n;
    bool part; // periods are shorter than a step: 9M of each year
} ot_steps;

// Where n periods, at least one, in any order, stand.
//
// OT_E_USAGE  they differ in length, or are no whole steps apart
// OT_E_LIMIT  they reach over too many steps
ot_status ot__steps_of(const ot_period *at, size_t stride, size_t n,
                       ot_steps *steps, ot_error *err);
size_t ot__steps_place(const ot_steps *s, ot_period p);
// "2015 to 2024", "9M 2022 to 9M 2024"
void ot__steps_say(ot_buf *b, ot_period first, ot_period last);

#endif
