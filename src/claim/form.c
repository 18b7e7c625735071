// SPDX-License-Identifier: GPL-3.0-or-later
// form.c - linear forms and the rows that are made of them.

#include <stdlib.h>
#include <string.h>

#include "claim/solve.h"

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
