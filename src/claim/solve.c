// SPDX-License-Identifier: GPL-3.0-or-later
// solve.c - the one file that knows GLPK.
//
// GLPK prints, and on an error of its own, memory above all, it prints in any
// case and aborts. All of it runs between hooks: one takes what it prints, the
// other jumps out, after which its environment is given back as its manual asks
// (GLPK 5.0, glp_error_hook). No index that is not ours and no duplicate term
// ever reaches it.

#include "claim/solve.h"

#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "outturn/decimal.h"

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

// What an answer rests on.
typedef enum grade {
    SEARCH, // doubles, whether feasible or not: a hint
    VALUE,  // doubles that were put back into the rows, else exact
    VERDICT // exact
} grade;

// Simplex finds a basis; where the answer decides, or simplex did not end well,
// the exact solver goes on from it. In doubles simplex can go in circles: it is
// stopped by a count, and the exact solver starts from where it stood.
static outcome solve(glp_prob *p, grade of)
{
    glp_smcp how;

    glp_init_smcp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.it_lim = 100 + 4 * (glp_get_num_rows(p) + glp_get_num_cols(p));
    glp_scale_prob(p, GLP_SF_AUTO);
    glp_adv_basis(p, 0);
    const bool ended = glp_simplex(p, &how) == 0;
    glp_unscale_prob(p);
    const int status = ended ? glp_get_status(p) : GLP_UNDEF;
    if (of == VALUE && status == GLP_OPT && holds(p)) {
        return SOLVED;
    }
    if (of == SEARCH && (status == GLP_OPT || status == GLP_NOFEAS)) {
        return status == GLP_OPT ? SOLVED : NOT_FEASIBLE;
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

// ---- between hooks ---------------------------------------------------------

// What is asked of the rows: whether they can all hold, or one end of a form,
// `under`, unless NULL, held at 1.
typedef struct question {
    const ot_lp *lp;
    const bool *skip;
    const ot_form *form, *under; // form NULL: whether they can
    bool most;
    grade of;
    outcome out;
    double value; // of the form
} question;

static void put_question(glp_prob *p, const question *q)
{
    if (q->under != NULL) {
        const int to = glp_add_rows(p, 1);
        put_terms(p, to, q->under->term, q->under->n, 0, 0);
        glp_set_row_bnds(p, to, GLP_FX, 1, 1);
    }
    for (size_t i = 0; q->form != NULL && i < q->form->n; i++) {
        glp_set_obj_coef(p, q->form->term[i].column + 1,
                         q->form->term[i].factor);
    }
    glp_set_obj_dir(p, q->most ? GLP_MAX : GLP_MIN);
    if (glp_get_num_rows(p) == 0) {
        glp_add_rows(p, 1); // the exact solver wants one; it is free
    }
}

static void answer(question *q)
{
    glp_prob *p = problem_of(q->lp, q->skip, q->under != NULL);

    put_question(p, q);
    q->out = solve(p, q->of);
    if (q->out == SOLVED && q->of != SEARCH && !holds(p)) {
        q->out = GAVE_UP;
    }
    q->value = q->out == SOLVED ? glp_get_obj_val(p) : NAN;
    glp_delete_prob(p);
}

static int take_print(void *info, const char *text)
{
    (void)info;
    (void)text;
    return 1;
}

static void jump_out(void *info)
{
    jmp_buf *back = info;

    longjmp(*back, 1);
}

#define QUESTION 20 // as many rows as any question takes at least

static bool is_spent(const ot_lp *lp)
{
    if (lp->effort == NULL) {
        return false;
    }
    lp->effort->spent += QUESTION + lp->rows + (size_t)lp->columns;
    return lp->effort->spent > lp->effort->most;
}

static ot_status ask(question *q, ot_error *err)
{
    if (is_spent(q->lp)) {
        return ot_fail(err, OT_E_LIMIT, NULL,
                       "too many for the effort allowed");
    }
    jmp_buf back;
    const int terminal = glp_term_out(GLP_OFF);

    glp_term_hook(take_print, NULL);
    glp_error_hook(jump_out, &back);
    if (setjmp(back) == 0) {
        answer(q);
        glp_error_hook(NULL, NULL);
        glp_term_hook(NULL, NULL);
        glp_term_out(terminal);
    } else {
        glp_free_env();
        return ot_fail(err, OT_E_LIMIT, NULL,
                       "the solver had an error of its own, likely no memory");
    }
    return q->out != GAVE_UP
               ? OT_OK
               : ot_fail(err, OT_E_LIMIT, NULL,
                         "no solution and no contradiction found");
}

// ---- what is asked ---------------------------------------------------------

static ot_status can_hold(const ot_lp *lp, const bool skip[], grade of,
                          bool *feasible, ot_error *err)
{
    question q = {.lp = lp, .skip = skip, .of = of};

    *feasible = false;
    if (lp->failed != OT_OK) {
        return failed(lp, err);
    }
    const ot_status status = ask(&q, err);
    *feasible = q.out == SOLVED;
    return status;
}

ot_status ot__solve_feasible(const ot_lp *lp, const bool skip[], bool *feasible,
                             ot_error *err)
{
    return can_hold(lp, skip, VERDICT, feasible, err);
}

ot_status ot__solve_search(const ot_lp *lp, const bool skip[], bool *feasible,
                           ot_error *err)
{
    return can_hold(lp, skip, SEARCH, feasible, err);
}

ot_status ot__solve_try(const ot_lp *lp, const bool skip[], bool *feasible,
                        ot_error *err)
{
    const ot_status status = can_hold(lp, skip, SEARCH, feasible, err);

    return status == OT_OK && *feasible
               ? can_hold(lp, skip, VERDICT, feasible, err)
               : status;
}

static ot_status end_of(const ot_lp *lp, const bool skip[], const ot_form *form,
                        const ot_form *under, bool most, double *end,
                        ot_error *err)
{
    question q = {lp, skip, form, under, most, VALUE, GAVE_UP, NAN};
    const ot_status status = ask(&q, err);

    *end = q.out != UNLIMITED ? q.value : most ? INFINITY : -INFINITY;
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
