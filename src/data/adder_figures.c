// SPDX-License-Identifier: GPL-3.0-or-later
// adder_figures.c - the figures of a row into their sums.
#include "base/plain.h"
#include "data/adder.h"

// With 16 digits an amount stays below OT_GROUP_AMOUNT_MOST.
// clang-format off
static const int64_t powers[] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
    10000000000, 100000000000, 1000000000000};
// clang-format on

#define POWERS ((int)(sizeof powers / sizeof powers[0]))

// As most figures are written, and nothing to be rounded. false: in some other
// way.
static inline bool read_plain(ot_str s, ot_amount_form form, ot_i128 *amount)
{
    int64_t digits;
    int places;

    if (form.decimal.mark != '.' || form.note_digits ||
        !ot__plain_number(s.at, s.n, &digits, &places)) {
        return false;
    }
    const int power = form.scale - OT_CELL_EXPONENT - places;
    if (power < 0 || power >= POWERS) {
        return false;
    }
    *amount = (ot_i128)digits * powers[power];
    return true;
}

// A figure that is written in some other way, or of which more is said.
static ot_status read_figure(ot_adder *a, const ot_slot *slot,
                             ot_adder_slot *to, const ot_record *record,
                             ot_error *err)
{
    const ot_str text = ot__row_field(record, slot->field);
    const ot_i128 most = OT_GROUP_AMOUNT_MOST;
    ot_figure figure;
    ot_error inner = {0};
    ot_status status =
        ot__figure_read(text, to->form, a->rows.meaning[OT_ROLE_STATUS],
                        to->money, &figure, &inner);

    if (status == OT_OK && (figure.amount > most || figure.amount < -most)) {
        status = ot_fail(&inner, OT_E_LIMIT, NULL,
                         "the figure is too large to be added up");
    }
    if (status != OT_OK) {
        const ot_place place = ot__row_place(&a->rows, record, slot->field + 1);
        return ot_fail(err, status, &place, "%s", inner.message);
    }
    to->amount = figure.amount;
    to->none = figure.none;
    a->suppressed += figure.state == OT_SUPPRESSED;
    return OT_OK;
}

// All figures of a row, or none.
static ot_status add_figures(ot_adder *a, const ot_record *record,
                             ot_error *err)
{
    ot_tally *t = &a->rows.tally;
    const int32_t said = a->rows.meaning[OT_ROLE_ROWS].a;
    const uint64_t rows = said > 1 ? (uint64_t)said : 1;
    size_t figures = 0, wanted = 0;

    a->suppressed = 0;
    for (size_t i = 0; i < a->rows.slots; i++) {
        ot_adder_slot *to = &a->slot[i];
        const ot_slot *slot = &a->rows.slot[i];
        to->none = false;
        if (to->sum != NULL &&
            (!a->plain || !read_plain(ot__row_field(record, slot->field),
                                      to->form, &to->amount))) {
            const ot_status status = read_figure(a, slot, to, record, err);
            if (status != OT_OK) {
                return status;
            }
        }
    }
    for (size_t i = 0; i < a->rows.slots; i++) {
        const ot_adder_slot *to = &a->slot[i];
        wanted += to->sum != NULL;
        if (to->sum != NULL && !to->none) {
            ot__sum_add(to->sum, a->sign > 0 ? to->amount : -to->amount,
                        a->sign > 0 ? rows : -rows);
            a->brought.scales |= to->scale;
            figures++;
        }
    }
    t->suppressed += a->suppressed;
    t->figures += figures;
    t->empty += wanted - figures;
    t->used += figures > 0;
    if (figures > 0) {
        return OT_OK;
    }
    return ot__adder_aside(
        a, record, wanted > 0 ? OT_CLASS_NO_VALUE : OT_CLASS_NOT_ASKED, err);
}

// The usual: one figure, and it is plain.
static inline bool add_plain(ot_adder *a, const ot_record *record)
{
    const ot_adder_slot *to = &a->slot[0];
    ot_tally *t = &a->rows.tally;
    ot_i128 amount;

    if (a->rows.slots != 1 || !a->plain || to->sum == NULL ||
        a->rows.meaning[OT_ROLE_ROWS].a > 1 ||
        !read_plain(ot__row_field(record, a->rows.slot[0].field), to->form,
                    &amount)) {
        return false;
    }
    ot__sum_add(to->sum, a->sign > 0 ? amount : -amount, (uint64_t)a->sign);
    a->brought.scales |= to->scale;
    t->figures++;
    t->used++;
    return true;
}

ot_status ot__adder_figures(ot_adder *a, const ot_record *record, ot_error *err)
{
    return add_plain(a, record) ? OT_OK : add_figures(a, record, err);
}
