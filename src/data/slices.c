// SPDX-License-Identifier: GPL-3.0-or-later
// slices.c - which series a selection is cut into, and each of them.
//
// The keys are gone through once. A slice is the list of those it may be made
// of; to make it, a panel of these alone is selected from, so that it comes out
// as it would by itself.

#include "outturn/slices.h"

#include <stdlib.h>
#include <string.h>

#include "data/calendar.h"
#include "data/flow.h"
#include "data/slice_keys.h"

typedef struct piece {
    ot_range entries;
    const ot_flow *flow;
} piece;

struct ot_slices {
    const ot_panel *panel;
    ot_slicing how;
    ot__slice_key *entry; // in order of the texts, then key
    size_t entries;
    char (*cut)[8]; // codes cut to their first digits, where that is asked
    piece *piece;
    size_t n;
    ot__calendars calendars;
};

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for the series");
}

// ---- the list --------------------------------------------------------------

// Most texts that are alike are one and the same: they are the panel's.
static int compare_texts(const char *a, const char *b)
{
    return a == b ? 0 : strcmp(a, b);
}

static int compare_slices(const ot__slice_key *a, const ot__slice_key *b)
{
    int order = compare_texts(a->reporter, b->reporter);

    order = order != 0 ? order : compare_texts(a->partner, b->partner);
    return order != 0 ? order : compare_texts(a->commodity, b->commodity);
}

static int compare(const void *left, const void *right)
{
    const ot__slice_key *a = left, *b = right;
    const int order = compare_slices(a, b);

    return order != 0 ? order : (a->key > b->key) - (a->key < b->key);
}

// Whether the keys hold a flow, or one of its terms where it is composed.
static bool has_flow(const ot_slices *s, ot_range r, const ot_flow *flow)
{
    const size_t length = strlen(flow->name);

    for (size_t i = r.from; i < r.to; i++) {
        const uint8_t held = s->panel->key[s->entry[i].key].flow;
        // "turnover-reported" is a turnover
        if (strncmp(ot_flow_at(held)->name, flow->name, length) == 0) {
            return true;
        }
        for (size_t t = 0; t < 4 && flow->terms[t].sign != 0; t++) {
            if (flow->terms[t].flow == held) {
                return true;
            }
        }
    }
    return false;
}

// Each run of like entries is a slice of each flow that it has.
static ot_status cut(ot_slices *s, ot_error *err)
{
    const ot_flow *const whole[] = {s->how.whole.flow};
    const ot_flow *const *flow = s->how.by_flow ? s->how.flow : whole;
    const size_t flows = s->how.by_flow ? s->how.flows : 1;

    qsort(s->entry, s->entries, sizeof *s->entry, compare);
    s->piece = calloc(s->entries * flows + 1, sizeof *s->piece);
    if (s->piece == NULL) {
        return no_memory(err);
    }
    for (size_t from = 0, to; from < s->entries; from = to) {
        to = from + 1;
        while (to < s->entries &&
               compare_slices(&s->entry[from], &s->entry[to]) == 0) {
            to++;
        }
        for (size_t f = 0; f < flows; f++) {
            const ot_range run = {from, to};
            if (has_flow(s, run, flow[f])) {
                s->piece[s->n++] = (piece){run, flow[f]};
            }
        }
    }
    return s->n > 0 ? OT_OK
                    : ot_fail(err, OT_E_DATA, NULL,
                              "the files hold nothing of what is selected");
}

// Puts the first digits in the place of each code.
static ot_status cut_codes(ot_slices *s, ot_error *err)
{
    const size_t digits = (size_t)s->how.digits;

    if (digits == 0) {
        return OT_OK;
    }
    s->cut = calloc(s->entries + 1, sizeof *s->cut);
    if (s->cut == NULL) {
        return no_memory(err);
    }
    for (size_t i = 0; i < s->entries; i++) {
        memcpy(s->cut[i], s->entry[i].commodity, digits);
        s->entry[i].commodity = s->cut[i];
    }
    return OT_OK;
}

static ot_status fill(ot_slices *s, ot_error *err)
{
    ot_status status =
        ot__slice_keys(s->panel, &s->how, &s->entry, &s->entries, err);

    if (status == OT_OK) {
        status = cut_codes(s, err);
    }
    if (status == OT_OK) {
        status = ot__calendars_make(s->panel, s->how.whole.as_of, &s->calendars,
                                    err);
    }
    return status == OT_OK ? cut(s, err) : status;
}

ot_status ot_slices_new(const ot_panel *panel, const ot_slicing *slicing,
                        ot_slices **slices, ot_error *err)
{
    ot_slices *s = calloc(1, sizeof *s);

    if (s == NULL) {
        return no_memory(err);
    }
    s->panel = panel;
    s->how = *slicing;
    const ot_status status = fill(s, err);
    if (status != OT_OK) {
        ot_slices_free(s);
        return status;
    }
    *slices = s;
    return OT_OK;
}

void ot_slices_free(ot_slices *s)
{
    if (s == NULL) {
        return;
    }
    free(s->entry);
    free(s->cut);
    free(s->piece);
    ot__calendars_free(&s->calendars);
    free(s);
}

size_t ot_slices_count(const ot_slices *s)
{
    return s->n;
}

// ---- do they add up? -------------------------------------------------------

static bool holds_others(ot_area partner)
{
    const ot_area_kind kind =
        partner < ot_area_count() ? ot_area_kind_of(partner) : OT_AREA_COUNTRY;

    return kind == OT_AREA_WORLD || kind == OT_AREA_GROUP;
}

static bool flows_overlap(const ot_slices *s)
{
    const ot_flow *out = ot_flow_at(OT_EXPORT), *in = ot_flow_at(OT_IMPORT);

    for (size_t i = 0; s->how.flows > 1 && i < s->how.flows; i++) {
        if (s->how.flow[i] != out && s->how.flow[i] != in) {
            return true;
        }
    }
    return false;
}

// Neighbours in the list, where a code comes right before those within it.
static bool codes_overlap(const char *a, const char *b)
{
    return strcmp(a, b) != 0 &&
           (strcmp(a, "TOTAL") == 0 || strcmp(b, "TOTAL") == 0 ||
            strncmp(a, b, strlen(a)) == 0);
}

bool ot_slices_overlap(const ot_slices *s)
{
    if (s->how.by_flow && flows_overlap(s)) {
        return true;
    }
    for (size_t i = 1; i < s->n; i++) {
        const ot_slice a = ot_slices_at(s, i - 1), b = ot_slices_at(s, i);
        if (a.reporter != b.reporter) {
            continue;
        }
        if (a.partner != b.partner &&
            (holds_others(a.partner) || holds_others(b.partner))) {
            return true;
        }
        if (a.partner == b.partner && codes_overlap(a.commodity, b.commodity)) {
            return true;
        }
    }
    return false;
}

// ---- one of them -----------------------------------------------------------

ot_slice ot_slices_at(const ot_slices *s, size_t i)
{
    const ot_selection *whole = &s->how.whole;
    const ot__slice_key *e = &s->entry[s->piece[i].entries.from];
    const ot_pkey *k = &s->panel->key[e->key];

    return (ot_slice){s->how.by_reporter ? k->reporter : whole->reporter,
                      s->how.by_partner ? k->partner : whole->partner,
                      s->piece[i].flow,
                      s->how.by_commodity ? e->commodity : whole->commodity};
}

// A panel of the slice's keys alone. Its cells, texts and units are borrowed.
static ot_status part_of_panel(const ot_slices *s, ot_range entries,
                               ot_panel *part, ot_error *err)
{
    *part = *s->panel;
    part->keys = entries.to - entries.from;
    part->key = malloc(part->keys * sizeof *part->key);
    part->range = malloc(part->keys * sizeof *part->range);
    part->calendars = &s->calendars;
    if (part->key == NULL || part->range == NULL) {
        return no_memory(err);
    }
    for (size_t i = 0; i < part->keys; i++) {
        const size_t key = s->entry[entries.from + i].key;
        part->key[i] = s->panel->key[key];
        part->range[i] = s->panel->range[key];
    }
    return OT_OK;
}

// Slice i as a view. *part is what it looks at, to be freed after it.
static ot_status view_of(const ot_slices *s, size_t i, ot_panel *part,
                         ot_view **view, ot_error *err)
{
    const ot_slice slice = ot_slices_at(s, i);
    ot_selection selection = s->how.whole;

    *view = NULL;
    selection.reporter = slice.reporter;
    selection.partner = slice.partner;
    selection.flow = slice.flow;
    ot__str_copy(ot__str(slice.commodity), selection.commodity,
                 sizeof selection.commodity);
    const ot_status status = part_of_panel(s, s->piece[i].entries, part, err);
    return status == OT_OK ? ot_panel_select(part, &selection, view, err)
                           : status;
}

static void free_view(ot_panel *part, ot_view *view)
{
    ot_view_free(view);
    free(part->key);
    free(part->range);
}

ot_status ot_slices_series(const ot_slices *s, size_t i, int year_start,
                           ot_series **series, ot_error *err)
{
    ot_panel part;
    ot_view *view;
    ot_status status = view_of(s, i, &part, &view, err);

    if (status == OT_OK) {
        status = ot_view_series(view, ot_view_step(view), (ot_period){0, 0},
                                year_start, series, err);
    }
    free_view(&part, view);
    return status;
}

ot_status ot_slices_values(const ot_slices *s, size_t i,
                           const ot_period period[], size_t n, ot_value value[],
                           ot_unit *unit, ot_error *err)
{
    ot_panel part;
    ot_view *view;
    const ot_status status = view_of(s, i, &part, &view, err);

    for (size_t k = 0; status == OT_OK && k < n; k++) {
        value[k] = ot_view_value(view, period[k]);
    }
    if (status == OT_OK && unit != NULL) {
        *unit = ot_view_unit(view);
    }
    free_view(&part, view);
    return status;
}

void ot_slices_absence(ot_slices *s, ot_absence absence)
{
    s->how.whole.absence = absence;
}
