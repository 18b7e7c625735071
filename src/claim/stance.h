// SPDX-License-Identifier: GPL-3.0-or-later
// stance.h - a claim as it is weighed: unsaid members filled in, one reading
// chosen; and the rows that a set of them makes.
#ifndef OT_CLAIM_STANCE_H
#define OT_CLAIM_STANCE_H

#include "claim/solve.h"
#include "outturn/system.h"

// Nothing is said of a period: a month of its own far from all others, its base
// a year before, and the year that it is projected for.
#define OT_UNSAID_MONTH (-12000)

typedef struct ot_stance {
    const ot_claim *claim;
    size_t index; // of the claim
    ot_claim_kind kind;
    ot_interval judged; // what the figure says, in its unit
    ot_quantity own, base, whole;
    int sign;      // -1: ratios are of the size of a deficit
    bool over_new; // a growth over the new value
    bool paced;    // a projection held to the pace of `from`
    ot_quantity from;
    double tolerance;
    bool unsaid;             // its period has no date: see unsaid.c
    bool vague;              // nothing at all is said of its period
    const char *sense;       // points that can only be per cent; NULL
    bool has_parts;          // its sentence states them
    const ot_claim *part_of; // the claim that it is a part of; NULL
    const char *unweighted;  // why it makes no rows; NULL: it does
} ot_stance;

// Fills in what is unsaid. out has room for claims->n. False: no memory.
bool ot__stances(const ot_claims *claims, ot_stance out[]);
// Periods that have no date.
void ot__place_unsaid(ot_stance s[], size_t n);
// What figures of one sentence of a text say of each other. Sentences of more
// figures than this are lists: nothing is read into them.
#define OT_SENTENCE_MOST 64
void ot__read_sentences(ot_stance s[], size_t n);
bool ot__same_sentence(const ot_stance *a, const ot_stance *b);
// Two figures for one and the same quantity, as it is read.
bool ot__stances_differ(const ot_stance *a, const ot_stance *b);
bool ot__stance_is_ratio(const ot_stance *s);
bool ot__stance_is_amount(const ot_stance *s);

// Unknowns and the rows over them.
typedef struct ot_unknown {
    ot_quantity of; // flow NULL: held or none; period: its stretch
    int held;       // index of a flow that files hold; -1: flow not said
} ot_unknown;

// {0} is empty. Free with ot__unknowns_free.
typedef struct ot_unknowns {
    ot_unknown *at;
    int n;
    int *slot; // indexes, -1 free; `slots` is a power of two or 0
    size_t slots;
    int *ring; // by ot__unknowns_ring: the next that differs by its partner
               // only, round to the first
} ot_unknowns;

// -1: there is none. `first`: of its stretch.
int ot__unknowns_find(const ot_unknowns *t, const ot_quantity *q, int held,
                      int32_t first);
// Found or put there; -1: no memory.
int ot__unknowns_put(ot_unknowns *t, const ot_quantity *q, int held,
                     ot_period stretch);
bool ot__unknowns_ring(ot_unknowns *t); // false: no memory
void ot__unknowns_free(ot_unknowns *t);

typedef struct ot_frame {
    ot_lp lp;
    int32_t *edge;
    size_t edges;
    ot_unknowns unknown;
    int unit; // amounts are in 10^unit
} ot_frame;

// Rows of n stances, owner i for stance i; `extra`, unless NULL, is a quantity
// that will be asked for. Free with ot__frame_free. Failures stick to
// frame->lp.
void ot__frame_build(ot_frame *frame, const ot_stance s[], size_t n,
                     const ot_quantity *extra);
void ot__frame_free(ot_frame *frame);
// The form of a level in 10^unit.
void ot__frame_level(ot_frame *frame, const ot_quantity *q, ot_form *form);

// The claim's own figure as a form, or as over / under: *under is empty for an
// amount. The figure is `factor` x form + `shift`.
typedef struct ot_figure_form {
    ot_form over, under;
    double factor, shift;
} ot_figure_form;
bool ot__frame_figure(ot_frame *frame, const ot_stance *s, ot_figure_form *out);
// What rows allow of a claim's figure, those of skip[] left out.
ot_status ot__frame_range(ot_frame *frame, const ot_stance *s,
                          const bool skip[], ot_interval *range, ot_error *err);

bool ot__same_series(const ot_quantity *a, const ot_quantity *b);

// ---- between frame.c and rows.c ----

// The rows of stance i.
void ot__rows_of(ot_frame *frame, const ot_stance s[], size_t n, size_t i);
// The power of ten in which all bounds of amounts are whole.
int ot__rows_unit(const ot_stance s[], size_t n);
// Periods in a row of a run that rows are made for; 0: it is no run.
int ot__run_rows(const ot_stance *s);
// Growth a year before is over two years before.
ot_period ot__base_of_base(const ot_stance *s);

#endif
