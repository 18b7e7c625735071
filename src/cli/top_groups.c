// SPDX-License-Identifier: GPL-3.0-or-later
// top_groups.c - outturn top: slices put together by region, by section of the
// HS, or by a user's table of codes.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/top.h"

// ---- by what ---------------------------------------------------------------

typedef struct grouping {
    const char *name, *cut; // what slices are cut by
    int digits;
    top_grouping by;
} grouping;

static const grouping groupings[] = {
    {"region", "partner", 0, TOP_BY_REGION},
    {"continent", "partner", 0, TOP_BY_CONTINENT},
    {"section", "commodity", 2, TOP_BY_SECTION},
};

static const grouping *find_grouping(const char *name)
{
    for (size_t i = 0; i < sizeof groupings / sizeof groupings[0]; i++) {
        if (strcmp(groupings[i].name, name) == 0) {
            return &groupings[i];
        }
    }
    return NULL;
}

static ot_status check_name(const char *name, ot_error *err)
{
    static const char *const names[] = {
        "partner",  "commodity", "hs2",    "hs4",       "hs6",
        "reporter", "flow",      "region", "continent", "section"};
    const size_t n = sizeof names / sizeof names[0];

    for (size_t i = 0; i < n; i++) {
        if (strcmp(names[i], name) == 0) {
            return OT_OK;
        }
    }
    const size_t near = ot__nearest(name, names, n);
    return ot_fail(err, OT_E_USAGE, NULL,
                   "--by is partner, commodity, hs2, hs4, hs6, reporter or "
                   "flow, or several of them; or region, continent or section, "
                   "not '%s'%s%s%s",
                   name, near < n ? "; did you mean " : "",
                   near < n ? names[near] : "", near < n ? "?" : "");
}

// "partner,hs2" is "partner,commodity" and 2 digits.
static ot_status read_names(const char *text, ot_buf *by, int *digits,
                            ot_error *err)
{
    ot_str rest = ot__str(text);

    do {
        const ot_str name = ot__str_trim(ot__str_cut(&rest, ','));
        const bool hs = name.n == 3 && ot__str_starts(name, "hs") &&
                        strchr("246", name.at[2]) != NULL;
        char copy[16];
        if (find_grouping(ot__str_copy(name, copy, sizeof copy)) != NULL) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "--by %s stands alone: it goes with nothing else",
                           copy);
        }
        if (check_name(copy, err) != OT_OK) {
            return OT_E_USAGE;
        }
        if (hs && *digits > 0) {
            return ot_fail(err, OT_E_USAGE, NULL, "--by names commodity twice");
        }
        ot__buf_text(by, by->n > 0 ? "," : "");
        ot__buf_bytes(by, hs ? "commodity" : name.at, hs ? 9 : name.n);
        *digits = hs ? name.at[2] - '0' : *digits;
    } while (rest.n > 0);
    return OT_OK;
}

ot_status top_groups_read(const top_args *args, ot_buf *by, int *digits,
                          top_groups *g, ot_error *err)
{
    const grouping *x = find_grouping(args->by);
    ot_status status = OT_OK;

    *digits = x != NULL ? x->digits : 0;
    g->by = x != NULL ? x->by : TOP_BY_SLICE;
    if (x != NULL) {
        ot__buf_text(by, x->cut);
    } else {
        status = read_names(args->by, by, digits, err);
    }
    if (status == OT_OK && args->concord != NULL) {
        g->by = TOP_BY_CONCORD;
        status = by->failed || strcmp(ot__buf_cstr(by), "commodity") == 0
                     ? ot_concord_read(args->concord, &g->concord, err)
                     : ot_fail(err, OT_E_USAGE, NULL,
                               "--concord is of codes: it goes with --by "
                               "commodity, hs2, hs4 or hs6");
    }
    return status == OT_OK && by->failed
               ? ot_fail(err, OT_E_MEMORY, NULL, "out of memory")
               : status;
}

// ---- which slice goes where ------------------------------------------------

// The group of a code, which is made if it is not there. Groups are few, but
// for those of a table of codes, which are made beforehand, in order.
static size_t find_group(top_groups *g, const char *code, const char *name)
{
    size_t i = 0;

    while (i < g->n && strcmp(g->at[i].code, code) != 0) {
        i++;
    }
    if (i == g->n) {
        ot__str_copy(ot__str(code), g->at[i].code, sizeof g->at[i].code);
        g->at[g->n++].name = name;
    }
    return i;
}

static size_t find_target(const top_groups *g, const char *code)
{
    size_t lo = 0, hi = g->n;

    while (lo < hi) {
        const size_t mid = (lo + hi) / 2;
        if (strcmp(ot_concord_at(g->concord, mid), code) < 0) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo;
}

static void link_to(top_groups *g, size_t slice, size_t group, double weight)
{
    g->link[g->links++] = (ot_top_link){slice, group, weight};
}

#define NO_GROUP SIZE_MAX // for the time being: it becomes the one behind all

static void link_region(top_groups *g, size_t i, ot_area partner)
{
    const ot_region *r = ot_region_of(partner);
    const bool continent = g->by == TOP_BY_CONTINENT;

    link_to(g, i,
            r == NULL ? NO_GROUP
                      : find_group(g, continent ? r->continent_code : r->code,
                                   continent ? r->continent : r->name),
            1);
}

static void link_section(top_groups *g, size_t i, const char *code)
{
    const char *name;
    char number[8];
    const int section = ot_hs_section(code, &name);

    snprintf(number, sizeof number, "%02d", section);
    link_to(g, i, section == 0 ? NO_GROUP : find_group(g, number, name), 1);
}

static void link_code(top_groups *g, size_t i, const char *code)
{
    const ot_concord_to *to;
    const size_t n = ot_concord_of(g->concord, code, &to);

    for (size_t k = 0; k < n; k++) {
        link_to(g, i, find_target(g, to[k].code), to[k].weight);
    }
    if (n == 0) {
        link_to(g, i, NO_GROUP, 1);
    }
    g->split[i] = n > 1;
}

// How many links and groups there may be.
static void count(const tops *t, size_t *links, size_t *groups)
{
    const top_groups *g = &t->groups;
    const ot_concord_to *to;

    *links = t->amounts.n;
    *groups = 32; // regions, sections
    if (g->concord == NULL) {
        return;
    }
    *groups = ot_concord_count(g->concord);
    for (size_t i = 0; i < t->amounts.n; i++) {
        *links += ot_concord_of(
            g->concord, ot_slices_at(t->amounts.slices, i).commodity, &to);
    }
}

static void link_all(tops *t)
{
    top_groups *g = &t->groups;

    for (size_t i = 0; g->concord != NULL && i < ot_concord_count(g->concord);
         i++) {
        ot__str_copy(ot__str(ot_concord_at(g->concord, i)), g->at[i].code,
                     sizeof g->at[i].code);
        g->n = i + 1;
    }
    for (size_t i = 0; i < t->amounts.n; i++) {
        const ot_slice s = ot_slices_at(t->amounts.slices, i);
        if (g->by == TOP_BY_CONCORD) {
            link_code(g, i, s.commodity);
        } else if (g->by == TOP_BY_SECTION) {
            link_section(g, i, s.commodity);
        } else {
            link_region(g, i, s.partner);
        }
    }
    for (size_t i = 0; i < g->links; i++) {
        g->link[i].group =
            g->link[i].group == NO_GROUP ? g->n : g->link[i].group;
    }
}

ot_status top_groups_link(tops *t, ot_error *err)
{
    top_groups *g = &t->groups;
    size_t links, groups;

    if (g->by == TOP_BY_SLICE) {
        return OT_OK;
    }
    count(t, &links, &groups);
    g->at = calloc(groups + 1, sizeof *g->at);
    g->link = calloc(links + 1, sizeof *g->link);
    g->split = calloc(t->amounts.n + 1, sizeof *g->split);
    if (g->at == NULL || g->link == NULL || g->split == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    link_all(t);
    return OT_OK;
}

void top_groups_free(top_groups *g)
{
    ot_concord_free(g->concord);
    free(g->at);
    free(g->link);
    free(g->split);
    *g = (top_groups){.n = 0};
}

// ---- the parts of a run ----------------------------------------------------

typedef struct gathering {
    ot_top_part *part; // of each group, and behind them what is in none
    size_t *count;
    ot_top_link *link; // of parts that are known
    size_t links;
    size_t *part_of; // of each slice; SIZE_MAX: not known
} gathering;

static void free_gathering(gathering *x)
{
    free(x->part);
    free(x->count);
    free(x->link);
    free(x->part_of);
}

// Links of slices become links of the run's parts.
static void choose_links(const tops *t, const top_run *run, gathering *x)
{
    const top_groups *g = &t->groups;

    for (size_t i = 0; i < t->amounts.n; i++) {
        x->part_of[i] = SIZE_MAX;
    }
    for (size_t p = 0; p < run->parts; p++) {
        x->part_of[run->of[p]] = p;
    }
    for (size_t i = 0; i < g->links; i++) {
        const size_t part = x->part_of[g->link[i].part];
        if (part != SIZE_MAX) {
            x->link[x->links] = g->link[i];
            x->link[x->links++].part = part;
        }
    }
}

// How much of the value is split, how much is in no group.
static void measure_split(const tops *t, top_run *run)
{
    const top_groups *g = &t->groups;
    double all = 0, split = 0;

    for (size_t p = 0; p < run->parts; p++) {
        all += run->part[p].value;
        split += g->split[run->of[p]] ? run->part[p].value : 0;
    }
    run->split = all > 0 ? split / all : NAN;
}

// Groups that have a part stand in the place of the parts.
static ot_status put_groups(const tops *t, const gathering *x,
                            ot_top_part part[], size_t of[], size_t *parts,
                            ot_error *err)
{
    const size_t n = t->groups.n;
    const ot_status status =
        ot_top_gather(part, x->link, x->links, x->part, x->count, n + 1, err);

    *parts = 0;
    for (size_t i = 0; status == OT_OK && i <= n; i++) {
        if (x->count[i] > 0) {
            part[*parts] = x->part[i];
            part[*parts].unallocated = i == n;
            of[(*parts)++] = i;
        }
    }
    return status;
}

static ot_status gather(const tops *t, top_run *run, gathering *x,
                        ot_error *err)
{
    ot_status status = OT_OK;
    size_t parts;

    choose_links(t, run, x);
    measure_split(t, run);
    if (run->left != NULL) {
        status = put_groups(t, x, run->left, run->of, &parts, err);
    }
    if (status == OT_OK) {
        status = put_groups(t, x, run->part, run->of, &run->parts, err);
    }
    return status;
}

ot_status top_groups_gather(const tops *t, top_run *run, ot_error *err)
{
    const size_t n = t->groups.n + 2;

    if (t->groups.by == TOP_BY_SLICE) {
        return OT_OK;
    }
    gathering x = {
        .part = calloc(n, sizeof *x.part),
        .count = calloc(n, sizeof *x.count),
        .link = calloc(t->groups.links + 1, sizeof *x.link),
        .part_of = calloc(t->amounts.n + 1, sizeof *x.part_of),
    };
    if (x.part == NULL || x.count == NULL || x.link == NULL ||
        x.part_of == NULL) {
        free_gathering(&x);
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    const ot_status status = gather(t, run, &x, err);
    free_gathering(&x);
    return status;
}
