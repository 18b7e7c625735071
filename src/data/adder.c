// SPDX-License-Identifier: GPL-3.0-or-later
// adder.c - records to sums. A row is compared with the row before, field by
// field; only what differs is understood, and a sum is looked for only where
// something differed.
#include "data/adder.h"

#include <stdlib.h>
#include <string.h>

#include "base/plain.h"

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for sums");
}

bool ot__plan_adds(const ot_plan *p)
{
    return p->rules == 0 && p->carry == 0 && !p->wide && !p->list &&
           !p->zero_unpublished;
}

void ot__adder_wants(const ot_groups *g, const ot_plan *p, bool wanted[])
{
    for (int i = 0; i < OT_ROLES; i++) {
        const int field = p->field[i];
        if (field >= 0 && (size_t)field < p->names && i != OT_ROLE_VALUE &&
            ot__group_needs(g, (ot_role)i)) {
            wanted[field] = true;
        }
    }
    for (size_t i = 0; i < p->values; i++) {
        if ((size_t)p->value[i].field < p->names) {
            wanted[p->value[i].field] = true;
        }
    }
}

size_t ot__adder_lead(const ot_groups *g, const ot_plan *p)
{
    size_t lead = 0;

    for (int i = 0; i < OT_ROLES; i++) {
        if (p->field[i] >= 0 && i != OT_ROLE_VALUE &&
            ot__group_needs(g, (ot_role)i) && (size_t)p->field[i] >= lead) {
            lead = (size_t)p->field[i] + 1;
        }
    }
    for (size_t i = 0; i < p->values; i++) {
        lead = (size_t)p->value[i].field < lead ? 0 : lead;
    }
    return lead;
}

// ---- making ----------------------------------------------------------------

static bool is_chosen(const ot_grouping *g, ot_role role)
{
    return (role == OT_ROLE_REPORTER && g->reporters != NULL) ||
           (role == OT_ROLE_PARTNER && g->partners != NULL) ||
           (role == OT_ROLE_FLOW && g->flows != NULL) ||
           (role == OT_ROLE_COMMODITY && g->commodities != NULL) ||
           (role == OT_ROLE_BASIS && g->basis != NULL);
}

// Whether what no field says of a column of figures, but its caption, an option
// or the layout, is wanted.
static bool pass_constants(const ot_adder *a, const ot_rows *rows,
                           const ot_slot *slot)
{
    bool pass = true;

    for (int i = 0; i < OT_ROLES; i++) {
        if (rows->plan.field[i] < 0 &&
            is_chosen(&a->groups->grouping, (ot_role)i)) {
            pass = pass &&
                   ot__group_wants(a->groups, rows->panel, (ot_role)i,
                                   ot__row_meaning(rows, slot, (ot_role)i)->a);
        }
    }
    return pass;
}

ot_status ot__adder_init(ot_adder *a, const ot_groups *groups,
                         const ot_rows *rows, pthread_mutex_t *lock,
                         ot_error *err)
{
    *a = (ot_adder){.rows = *rows,
                    .groups = groups,
                    .lock = lock,
                    .stale = true,
                    .sign = 1,
                    .dated = ot__group_needs(groups, OT_ROLE_PERIOD)};
    a->when = !a->dated ? -1
              : rows->plan.field[OT_ROLE_YEAR] >= 0
                  ? rows->plan.field[OT_ROLE_YEAR]
                  : rows->plan.field[OT_ROLE_PERIOD];
    for (int i = 0; i < OT_ROLES; i++) {
        a->rows.understood[i] = (ot_understood){.lock = lock};
    }
    a->rows.tally = (ot_tally){0};
    for (size_t i = 0; i < rows->actives; i++) {
        const ot_role role = rows->active[i];
        if (ot__group_needs(groups, role)) {
            a->role[a->roles++] =
                (ot_adder_role){.role = role,
                                .field = rows->plan.field[role],
                                .last = &a->rows.understood[role].last,
                                .chosen = is_chosen(&groups->grouping, role),
                                .passes = true};
        }
    }
    a->slot = calloc(rows->slots + 1, sizeof *a->slot);
    if (a->slot == NULL) {
        return no_memory(err);
    }
    bool some = false;
    for (size_t i = 0; i < rows->slots; i++) {
        a->slot[i].wanted = pass_constants(a, rows, &rows->slot[i]);
        some = some || a->slot[i].wanted;
    }
    if (!some) { // no row of this file is wanted
        a->role[0] = (ot_adder_role){.role = OT_ROLES, .field = -1};
        a->roles = 1;
    }
    return OT_OK;
}

void ot__adder_free(ot_adder *a)
{
    for (int i = 0; i < OT_ROLES; i++) {
        ot__understood_free(&a->rows.understood[i]);
        free(a->role[i].verdict);
    }
    free(a->slot);
    ot__store_free(&a->store);
}

// ---- what a row says -------------------------------------------------------

// Most texts are short: these are compared as words.
static inline bool is_last(const ot_adder_role *r, ot_str text)
{
    if (text.n == r->last_n && text.n > 0) {
        return ot__word(text.at, text.n) == r->last_word;
    }
    return text.n == r->last->n && r->last->at != NULL &&
           (text.n == 0 ||
            (text.n > 8 && memcmp(text.at, r->last->at, text.n) == 0));
}

static void note_last(ot_adder_role *r)
{
    const bool is_word =
        r->last->at != NULL && r->last->n > 0 && r->last->n <= 8;

    r->last_n = is_word ? r->last->n : 0;
    r->last_word = is_word ? ot__word(r->last->at, r->last->n) : 0;
}

// Whether what a role says is wanted: asked once for each number.
static bool ask(ot_adder *a, ot_adder_role *r, int32_t number, bool *memory)
{
    const size_t i = (size_t)(uint32_t)number;

    if (i >= r->verdicts) {
        uint8_t *more = realloc(r->verdict, 2 * i + 64);
        if (more == NULL) {
            *memory = false;
            return false;
        }
        memset(more + r->verdicts, 0, 2 * i + 64 - r->verdicts);
        r->verdict = more;
        r->verdicts = 2 * i + 64;
    }
    if (r->verdict[i] == 0) {
        pthread_mutex_lock(a->lock);
        r->verdict[i] =
            ot__group_wants(a->groups, a->rows.panel, r->role, number) ? 1 : 2;
        pthread_mutex_unlock(a->lock);
    }
    return r->verdict[i] == 1;
}

static void forget_commodity(ot_adder *a)
{
    a->rows.understood[OT_ROLE_COMMODITY].last.at = NULL;
    for (size_t i = 0; i < a->roles; i++) {
        if (a->role[i].role == OT_ROLE_COMMODITY) {
            note_last(&a->role[i]);
        }
    }
}

// A field that differs from that of the row before.
static ot_status understand(ot_adder *a, ot_adder_role *r,
                            const ot_record *record, ot_str text, ot_error *err)
{
    ot_rows *rows = &a->rows;
    bool memory = true;
    ot_error inner = {0};

    a->stale = true;
    rows->understood[r->role].family = rows->meaning[OT_ROLE_CLASSIFICATION];
    const ot_status status = ot__row_understand(
        rows, r->role, text, &rows->meaning[r->role], &inner);
    note_last(r);
    if (status != OT_OK) {
        const ot_place place = ot__row_place(rows, record, r->field + 1);
        return ot_fail(err, status, &place, "%s", inner.message);
    }
    if (r->role == OT_ROLE_CLASSIFICATION) { // what a code means hangs on it
        forget_commodity(a);
    }
    if (r->chosen) {
        r->passes = ask(a, r, rows->meaning[r->role].a, &memory);
    }
    return memory ? OT_OK : no_memory(err);
}

// Where the row stops being wanted, the rest of it is not looked at.
static inline ot_status read_roles(ot_adder *a, const ot_record *record,
                                   bool *wanted, ot_error *err)
{
    *wanted = true;
    for (size_t i = 0; i < a->roles; i++) {
        ot_adder_role *r = &a->role[i];
        if (r->field < 0) {
            *wanted = false;
            return OT_OK;
        }
        const ot_str text = ot__row_field(record, r->field);
        if (!is_last(r, text)) {
            const ot_status status = understand(a, r, record, text, err);
            if (status != OT_OK) {
                return status;
            }
        }
        if (!r->passes) {
            *wanted = false;
            return OT_OK;
        }
    }
    return OT_OK;
}

// ---- sums ------------------------------------------------------------------

static uint16_t meant(const ot_rows *r, const ot_slot *slot, ot_role role)
{
    return (uint16_t)ot__row_meaning(r, slot, role)->a;
}

static ot_status find_sum(ot_adder *a, const ot_slot *slot, ot_adder_slot *to,
                          ot_error *err)
{
    const ot_rows *r = &a->rows;
    const ot_meaning *unit = ot__row_meaning(r, slot, OT_ROLE_UNIT);
    const ot_told told = {
        .reporter = meant(r, slot, OT_ROLE_REPORTER),
        .partner = meant(r, slot, OT_ROLE_PARTNER),
        .flow = (uint8_t)meant(r, slot, OT_ROLE_FLOW),
        .commodity = (uint32_t)ot__row_meaning(r, slot, OT_ROLE_COMMODITY)->a,
        .basis = meant(r, slot, OT_ROLE_BASIS),
        .unit = (uint16_t)unit->a,
        .period = a->dated ? ot__row_period(r, slot) : (ot_period){0, 0},
        .release = r->meaning[OT_ROLE_VINTAGE].a};
    uint64_t key[2];

    to->sum = NULL;
    to->form = ot__row_form(r, unit->b);
    to->scale = unit->b >= 0 && unit->b < 32 ? 1u << unit->b : 1u;
    pthread_mutex_lock(a->lock);
    to->money = r->panel->unit[unit->a].dimension == OT_DIM_MONEY;
    pthread_mutex_unlock(a->lock);
    if (!to->wanted || !ot__group_when(a->groups, told.period, told.release)) {
        return OT_OK;
    }
    const ot_status status = ot__group_key(a->groups, &told, key, err);
    if (status != OT_OK) {
        return status;
    }
    to->sum = ot__store_at(&a->store, key);
    return to->sum != NULL ? OT_OK : no_memory(err);
}

static ot_status find_sums(ot_adder *a, const ot_record *record, ot_error *err)
{
    const ot_meaning says = a->rows.meaning[OT_ROLE_STATUS];

    for (size_t i = 0; i < a->rows.slots; i++) {
        ot_error inner = {0};
        const ot_status status =
            find_sum(a, &a->rows.slot[i], &a->slot[i], &inner);
        if (status != OT_OK) {
            const ot_place place = ot__row_place(&a->rows, record, 0);
            return ot_fail(err, status, &place, "%s", inner.message);
        }
    }
    a->plain = says.a == OT_REPORTED && (says.b & OT_FLAG_ESTIMATED) == 0;
    a->stale = false;
    return OT_OK;
}

// ---- a row -----------------------------------------------------------------

// A row without a period says nothing where its figures are 0.
static inline bool is_empty(const ot_adder *a, const ot_record *record)
{
    if (a->when < 0) {
        return false;
    }
    const ot_str text = ot__row_field(record, a->when);
    return (text.n == 0 || text.at[0] <= ' ') &&
           ot__row_empty(&a->rows, record);
}

// What the leading fields say, and whether the row is wanted.
static ot_status read_lead(ot_adder *a, const ot_record *record, bool *wanted,
                           ot_error *err)
{
    a->before = OT_ROW_UNKNOWN;
    const ot_status status = read_roles(a, record, wanted, err);
    if (status != OT_OK || !*wanted ||
        a->rows.meaning[OT_ROLE_INDICATOR].a != 0) {
        a->before =
            status == OT_OK && !*wanted ? OT_ROW_NOT_WANTED : OT_ROW_UNKNOWN;
        return status;
    }
    const ot_status found = a->stale ? find_sums(a, record, err) : OT_OK;
    a->before = found == OT_OK ? OT_ROW_WANTED : OT_ROW_UNKNOWN;
    return found;
}

ot_status ot__adder_aside(ot_adder *a, const ot_record *record, ot_class which,
                          ot_error *err)
{
    ot_tally *t = &a->rows.tally;
    const ot_mark mark = {(uint32_t)record->line, a->rows.file, which, NULL};

    if (a->rows.options->keep_rejects) {
        return ot__aside(a->rows.panel, t, mark) ? OT_OK : no_memory(err);
    }
    t->not_asked += which == OT_CLASS_NOT_ASKED;
    t->no_value += which == OT_CLASS_NO_VALUE;
    t->no_amount += which == OT_CLASS_NO_AMOUNT;
    return OT_OK;
}

ot_status ot__adder_add(ot_adder *a, const ot_record *record, ot_error *err)
{
    ot_rows *r = &a->rows;
    ot_status status = OT_OK;
    bool wanted = a->before == OT_ROW_WANTED;

    r->tally.rows++;
    if (record->n != r->plan.names) {
        status = ot__row_count(r, record, err);
    }
    if (status != OT_OK || is_empty(a, record)) {
        a->before = OT_ROW_UNKNOWN; // what the next may repeat was not read
        return status == OT_OK
                   ? ot__adder_aside(a, record, OT_CLASS_NO_VALUE, err)
                   : status;
    }
    if (!record->repeats || a->before == OT_ROW_UNKNOWN) {
        status = read_lead(a, record, &wanted, err);
    }
    if (status != OT_OK) {
        return status;
    }
    if (!wanted) {
        return ot__adder_aside(a, record, OT_CLASS_NOT_ASKED, err);
    }
    if (r->meaning[OT_ROLE_INDICATOR].a != 0) {
        return ot__adder_aside(a, record, OT_CLASS_NO_AMOUNT, err);
    }
    return ot__adder_figures(a, record, err);
}
