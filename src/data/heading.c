// SPDX-License-Identifier: GPL-3.0-or-later
// heading.c - rows that hold no figures.

#include "data/row.h"

static bool no_figures(const ot_rows *r, const ot_record *record)
{
    for (size_t i = 0; i < r->plan.values; i++) {
        if (ot__str_trim(ot__row_field(record, r->plan.value[i].field)).n > 0) {
            return false;
        }
    }
    return true;
}

static ot_str first_text(const ot_record *record)
{
    for (size_t i = 0; i < record->n; i++) {
        const ot_str s = ot__str_trim(record->field[i]);
        if (s.n > 0) {
            return s;
        }
    }
    return (ot_str){NULL, 0};
}

static bool has_digit(ot_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.at[i] >= '0' && s.at[i] <= '9') {
            return true;
        }
    }
    return false;
}

// A row of words: "of which:", notes behind the figures, the header again.
bool ot__row_heading(const ot_rows *r, const ot_record *record)
{
    bool words = r->plan.rules > 0;

    if (!r->plan.wide) {
        return false;
    }
    if (no_figures(r, record) || ot__caption_heading(first_text(record))) {
        return true;
    }
    for (size_t i = 0; words && i < r->plan.values; i++) {
        words = !has_digit(ot__row_field(record, r->plan.value[i].field));
    }
    return words;
}

static bool rule_fits(const ot_heading_rule *rule, const ot_record *record)
{
    bool fits = ot__str_equal(rule->text, "*");

    for (size_t i = 0; i < record->n && !fits; i++) {
        fits = ot__caption_holds(record->field[i], rule->text);
    }
    return fits;
}

// What the first rule that fits a heading says holds from here on.
ot_status ot__row_obey(ot_rows *r, const ot_record *record, ot_error *err)
{
    for (size_t i = 0; i < r->plan.rules; i++) {
        const ot_heading_rule *rule = &r->plan.rule[i];
        if (!rule_fits(rule, record)) {
            continue;
        }
        r->off = rule->skip || r->off;
        for (int k = 0; k < OT_ROLES; k++) {
            if (rule->say[k].at == NULL) {
                continue;
            }
            const ot_status status = ot__row_understand(
                r, (ot_role)k, rule->say[k], &r->meaning[k], err);
            if (status != OT_OK) {
                return status;
            }
            r->pending |= BIT(k);
            r->off = false;
        }
        return OT_OK;
    }
    return OT_OK;
}
