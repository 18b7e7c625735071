// SPDX-License-Identifier: GPL-3.0-or-later
// solve.c - the one file that knows GLPK.
//
// GLPK prints unless its terminal is off, and aborts on a caller's mistake: no
// index that is not ours and no duplicate term ever reaches it.

#include "claim/solve.h"

#include <glpk.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "outturn/decimal.h"

// ---- forms and rows --------------------------------------------------------

void ot__form_add(ot_form *form, int column, double factor)
{
    for (size_t i = 0; i < form->n; i++) {
        if (form->term[i].column == column) {
            form->term[i].factor += factor;
            return;
        }
    }
    if (form->n == OT_FORM_MOST) {
        form->failed = true;
        return;
    }
    form->term[form->n++] = (ot_term){column, factor};
}

void ot__form_join(ot_form *form, const ot_form *other, double factor)
{
    form->failed = form->failed || other->failed;
    for (size_t i = 0; i < other->n; i++) {
        ot__form_add(form, other->term[i].column,
                     factor * other->term[i].factor);
    }
}

void ot__lp_free(ot_lp *lp)
{
    free(lp->row);
    free(lp->term);
    *lp = (ot_lp){0};
}

static bool room(ot_lp *lp, size_t terms)
{
    if (lp->rows == lp->row_capacity) {
        const size_t capacity = 2 * lp->row_capacity + 32;
        ot_row *row = realloc(lp->row, capacity * sizeof *row);
        if (row == NULL) {
            return false;
        }
        lp->row = row;
        lp->row_capacity = capacity;
    }
    if (lp->terms + terms > lp->term_capacity) {
        const size_t capacity = 2 * lp->term_capacity + terms + 128;
        ot_term *term = realloc(lp->term, capacity * sizeof *term);
        if (term == NULL) {
            return false;
        }
        lp->term = term;
        lp->term_capacity = capacity;
    }
    return true;
}

void ot__lp_row(ot_lp *lp, int owner, const ot_form *form, double lo, double hi)
{
    if (lp->failed != OT_OK) {
        return;
    }
    if (form->failed || !room(lp, form->n)) {
        lp->failed = form->failed ? OT_E_LIMIT : OT_E_MEMORY;
        return;
    }
    lp->row[lp->rows++] = (ot_row){lp->terms, form->n, lo, hi, owner};
    memcpy(lp->term + lp->terms, form->term, form->n * sizeof *form->term);
    lp->terms += form->n;
}

static ot_status failed(const ot_lp *lp, ot_error *err)
{
    return ot_fail(err, lp->failed, NULL,
                   lp->failed == OT_E_MEMORY
                       ? "no memory for the figures of a text"
                       : "a figure over too many months, flows and partners");
}

// ---- to GLPK and back ------------------------------------------------------

static int bound_kind(double lo, double hi)
{
    if (isinf(lo)) {
        return isinf(hi) ? GLP_FR : GLP_UP;
    }
    return isinf(hi) ? GLP_LO : lo == hi ? GLP_FX : GLP_DB;
}

// Sets the terms of row `to`; the column of the scale, unless that is 0, takes
// minus the bound.
static void put_terms(glp_prob *p, int to, const ot_term term[], size_t n,
                      double bound, int scale)
{
    int index[OT_FORM_MOST + 2];
    double factor[OT_FORM_MOST + 2];
    int count = 0;

    for (size_t i = 0; i < n; i++) {
        if (term[i].factor != 0) {
            index[++count] = term[i].column + 1;
            factor[count] = term[i].factor;
        }
    }
    if (scale > 0 && bound != 0) {
        index[++count] = scale;
        factor[count] = -bound;
    }
    glp_set_mat_row(p, to, count, index, factor);
}

static void put_row(glp_prob *p, const ot_lp *lp, const ot_row *row)
{
    const int to = glp_add_rows(p, 1);

    put_terms(p, to, lp->term + row->first, row->n, 0, 0);
    glp_set_row_bnds(p, to, bound_kind(row->lo, row->hi),
                     isinf(row->lo) ? 0 : row->lo,
                     isinf(row->hi) ? 0 : row->hi);
}

// sum - lo t >= 0 and sum - hi t <= 0.
static void put_homogeneous(glp_prob *p, const ot_lp *lp, const ot_row *row,
                            int scale)
{
    const double bound[2] = {row->lo, row->hi};

    for (int i = 0; i < 2; i++) {
        if (!isinf(bound[i])) {
            const int to = glp_add_rows(p, 1);
            put_terms(p, to, lp->term + row->first, row->n, bound[i], scale);
            glp_set_row_bnds(p, to, i == 0 ? GLP_LO : GLP_UP, 0, 0);
        }
    }
}

static glp_prob *problem_of(const ot_lp *lp, const bool skip[],
                            bool homogeneous)
{
    glp_prob *p = glp_create_prob();
    const int scale = homogeneous ? lp->columns + 1 : 0;

    glp_add_cols(p, lp->columns + 1); // without a scale the last is idle
    for (int j = 1; j <= glp_get_num_cols(p); j++) {
        glp_set_col_bnds(p, j, GLP_LO, 0, 0);
    }
    for (size_t i = 0; i < lp->rows; i++) {
        const ot_row *row = &lp->row[i];
        if (skip != NULL && row->owner >= 0 && skip[row->owner]) {
            continue;
        }
        if (homogeneous) {
            put_homogeneous(p, lp, row, scale);
        } else {
            put_row(p, lp, row);
        }
    }
    return p;
}

// Put back into the rows, does a solution satisfy them? What is
// exact in rationals was rounded to doubles since.
static bool holds(glp_prob *p)
{
    int index[OT_FORM_MOST + 2];
    double factor[OT_FORM_MOST + 2];

    for (int i = 1; i <= glp_get_num_rows(p); i++) {
        const int n = glp_get_mat_row(p, i, index, factor);
        const double lo = glp_get_row_lb(p, i), hi = glp_get_row_ub(p, i);
        double sum = 0, size = 0;
        for (int k = 1; k <= n; k++) {
            const double x = factor[k] * glp_get_col_prim(p, index[k]);
            sum += x;
            size += fabs(x);
        }
        if (sum < lo - 1e-13 * size || sum > hi + 1e-13 * size) {
            return false;
        }
    }
    return true;
}

typedef enum outcome { SOLVED, NOT_FEASIBLE, UNLIMITED, GAVE_UP } outcome;

// Simplex finds a basis; where the answer decides, or simplex did not end well,
// the exact solver goes on from it. In
// doubles simplex can go in circles: it is stopped by a count, and the exact
// solver starts from where it stood.
static outcome solve(glp_prob *p, bool decides)
{
    glp_smcp how;

    glp_init_smcp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.it_lim = 100 + 4 * (glp_get_num_rows(p) + glp_get_num_cols(p));
    glp_scale_prob(p, GLP_SF_AUTO);
    glp_adv_basis(p, 0);
    const bool ended = glp_simplex(p, &how) == 0;
    glp_unscale_prob(p);
    if (!decides && ended && glp_get_status(p) == GLP_OPT && holds(p)) {
        return SOLVED;
    }
    how.it_lim = 10 * how.it_lim;
    if (glp_exact(p, &how) != 0) {
        return GAVE_UP;
    }
    switch (glp_get_status(p)) {
    case GLP_OPT:
    case GLP_FEAS:
        return SOLVED;
    case GLP_NOFEAS:
        return NOT_FEASIBLE;
    case GLP_UNBND:
        return UNLIMITED;
    default:
        return GAVE_UP;
    }
}

// Solves and gives the problem back. *value: of the objective.
static ot_status finish(glp_prob *p, bool decides, outcome *out, double *value,
                        ot_error *err)
{
    if (glp_get_num_rows(p) == 0) {
        glp_add_rows(p, 1); // the exact solver wants one; it is free
    }
    *out = solve(p, decides);
    if (*out == SOLVED && !holds(p)) {
        *out = GAVE_UP;
    }
    *value = *out == SOLVED ? glp_get_obj_val(p) : NAN;
    glp_delete_prob(p);
    return *out != GAVE_UP ? OT_OK
                           : ot_fail(err, OT_E_LIMIT, NULL,
                                     "no solution and no contradiction found");
}

// ---- what is asked ---------------------------------------------------------

ot_status ot__solve_feasible(const ot_lp *lp, const bool skip[], bool *feasible,
                             ot_error *err)
{
    outcome out;
    double value;

    if (lp->failed != OT_OK) {
        return failed(lp, err);
    }
    const int terminal = glp_term_out(GLP_OFF);
    const ot_status status =
        finish(problem_of(lp, skip, false), true, &out, &value, err);
    glp_term_out(terminal);
    *feasible = out == SOLVED;
    return status;
}

// One end of a form; `under`, unless NULL, is held at 1.
static ot_status end_of(const ot_lp *lp, const bool skip[], const ot_form *form,
                        const ot_form *under, bool most, double *end,
                        ot_error *err)
{
    const int terminal = glp_term_out(GLP_OFF);
    glp_prob *p = problem_of(lp, skip, under != NULL);
    outcome out;

    if (under != NULL) {
        const int to = glp_add_rows(p, 1);
        put_terms(p, to, under->term, under->n, 0, 0);
        glp_set_row_bnds(p, to, GLP_FX, 1, 1);
    }
    for (size_t i = 0; i < form->n; i++) {
        glp_set_obj_coef(p, form->term[i].column + 1, form->term[i].factor);
    }
    glp_set_obj_dir(p, most ? GLP_MAX : GLP_MIN);
    const ot_status status = finish(p, false, &out, end, err);
    glp_term_out(terminal);
    if (status == OT_OK && out == UNLIMITED) {
        *end = most ? INFINITY : -INFINITY;
    }
    return status;
}

// An end to 15 digits: what the solver's arithmetic left behind them is noise.
static double without_noise(double x)
{
    char text[OT_NUMBER_SIZE];
    ot_decimal d;

    ot__digits15(text, x);
    return isfinite(x) &&
                   ot_decimal_parse(text, strlen(text), (ot_decimal_form){0},
                                    &d, NULL) == OT_OK
               ? ot_decimal_double(d)
               : x;
}

static ot_status both_ends(const ot_lp *lp, const bool skip[],
                           const ot_form *form, const ot_form *under,
                           ot_interval *range, ot_error *err)
{
    double lo = NAN, hi = NAN;

    *range = ot_interval_none();
    if (lp->failed != OT_OK) {
        return failed(lp, err);
    }
    ot_status status = end_of(lp, skip, form, under, false, &lo, err);
    if (status == OT_OK && !isnan(lo)) {
        status = end_of(lp, skip, form, under, true, &hi, err);
    }
    if (status == OT_OK && !isnan(lo) && !isnan(hi)) {
        *range = ot_interval_of(without_noise(lo), without_noise(hi));
    }
    return status;
}

ot_status ot__solve_range(const ot_lp *lp, const bool skip[],
                          const ot_form *form, ot_interval *range,
                          ot_error *err)
{
    return both_ends(lp, skip, form, NULL, range, err);
}

ot_status ot__solve_ratio(const ot_lp *lp, const bool skip[],
                          const ot_form *over, const ot_form *under,
                          ot_interval *range, ot_error *err)
{
    return both_ends(lp, skip, over, under, range, err);
}

ot_status ot__solve_conflict(const ot_lp *lp, const bool skip[], size_t owners,
                             bool conflict[], ot_error *err)
{
    bool *out = calloc(owners + 1, sizeof *out);
    bool feasible = true;

    if (out == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a conflict");
    }
    for (size_t i = 0; i < owners; i++) {
        out[i] = skip != NULL && skip[i];
        conflict[i] = false;
    }
    ot_status status = ot__solve_feasible(lp, out, &feasible, err);
    const bool any = status == OT_OK && !feasible;
    for (size_t i = 0; i < owners && any && status == OT_OK; i++) {
        if (!out[i]) {
            out[i] = true;
            status = ot__solve_feasible(lp, out, &feasible, err);
            out[i] = !feasible; // still in conflict: it was not needed
            conflict[i] = feasible;
        }
    }
    free(out);
    return status;
}
