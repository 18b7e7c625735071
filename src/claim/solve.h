// SPDX-License-Identifier: GPL-3.0-or-later
// solve.h - linear rows over unknowns that are zero or more: can all hold, how
// far can a form reach, which of them cannot hold together.
//
// Factors and bounds are whole numbers (below 2^53) in doubles, so that the
// exact solver works on what was meant. Simplex searches; that rows cannot, or
// can, all hold is said by exact rational arithmetic alone.
#ifndef OT_CLAIM_SOLVE_H
#define OT_CLAIM_SOLVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "outturn/error.h"
#include "outturn/interval.h"

typedef struct ot_term {
    int column;
    double factor;
} ot_term;

// A sum of factors times unknowns; each unknown at most once.
#define OT_FORM_MOST 512
typedef struct ot_form {
    ot_term term[OT_FORM_MOST];
    size_t n;
    bool failed; // more terms than it holds
} ot_form;

// form += factor x unknown, and form += factor x other.
void ot__form_add(ot_form *form, int column, double factor);
void ot__form_join(ot_form *form, const ot_form *other, double factor);

// lo <= sum <= hi; -INFINITY, INFINITY: no bound. Rows of one owner stand or
// fall together; those of OT_OWNER_NONE always hold.
#define OT_OWNER_NONE (-1)
typedef struct ot_row {
    size_t first, n; // its terms
    double lo, hi;
    int owner;
} ot_row;

// Rows and unknowns of all that was asked, and how many may be: what a question
// takes grows with them, and a count, unlike a clock, is the same everywhere.
typedef struct ot_effort {
    uint64_t spent, most;
} ot_effort;

// {0} is empty. A failure (no memory, a form too long) sticks and is returned
// by whatever is asked. Free with ot__lp_free.
typedef struct ot_lp {
    int columns; // unknowns 0 .. columns - 1
    ot_row *row;
    size_t rows, row_capacity;
    ot_term *term;
    size_t terms, term_capacity;
    ot_status failed;
    ot_effort *effort; // borrowed; NULL: not counted
} ot_lp;

void ot__lp_free(ot_lp *lp);
void ot__lp_row(ot_lp *lp, int owner, const ot_form *form, double lo,
                double hi);

// skip[owner]: its rows are left out; NULL: all hold. OT_E_LIMIT  the search
// did not end, the effort is spent or the solver had an error of its own:
// nothing is known.
ot_status ot__solve_feasible(const ot_lp *lp, const bool skip[], bool *feasible,
                             ot_error *err);
// The same in doubles: a hint. And for what is tried out: a hint that says no
// is believed.
ot_status ot__solve_search(const ot_lp *lp, const bool skip[], bool *feasible,
                           ot_error *err);
ot_status ot__solve_try(const ot_lp *lp, const bool skip[], bool *feasible,
                        ot_error *err);
// The least and the largest that a form can be; none where the rows cannot all
// hold. An end that has no limit is infinite.
ot_status ot__solve_range(const ot_lp *lp, const bool skip[],
                          const ot_form *form, ot_interval *range,
                          ot_error *err);
// The same of over / under, where under is above zero: the rows are made
// homogeneous and under is held at 1. Source  Charnes & Cooper, Programming
// with linear fractional functionals, Naval Research Logistics Quarterly 9
// (1962)
ot_status ot__solve_ratio(const ot_lp *lp, const bool skip[],
                          const ot_form *over, const ot_form *under,
                          ot_interval *range, ot_error *err);
// Owners that cannot hold together, while any of them left out lets the others
// hold: leaves out, in order, those that are not needed, by halves.
// conflict[owner] is set for all below `owners`; none set: all can hold.
// Source  Chinneck, Feasibility and Infeasibility in Optimization (2008), 6.2:
// the deletion filter
ot_status ot__solve_conflict(const ot_lp *lp, const bool skip[], size_t owners,
                             bool conflict[], ot_error *err);

#endif
