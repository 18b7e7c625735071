// SPDX-License-Identifier: GPL-3.0-or-later
// landing_scenario.c - after a break: where the period ends if it stays, if it
// was one-off, and by both.

#include "cli/landing.h"

#include <math.h>

#include "cli/out.h"

// ---- in words --------------------------------------------------------------

// The last two months, the only one, or a longer step.
static const char *latest(const projected *p)
{
    return p->series->step > 1               ? "value is"
           : p->projection->known.months > 1 ? "two months are"
                                             : "month is";
}

static void growth_line(ot_sheet *sheet, const projected *p)
{
    const ot_projection *q = p->projection;
    char now[OT_NUMBER_SIZE], all[OT_NUMBER_SIZE];

    ot_sheet_above(
        sheet,
        "%s%safter a break two landings: the last %s %s times a year "
        "before, all to date %s times",
        p->several ? p->name : "", p->several ? ": " : "", latest(p),
        ot__fixed(now, q->recent_growth, 2),
        ot__fixed(all, q->known_total / q->last_year_part, 2));
}

static void scenario_line(ot_sheet *sheet, const projected *p, const char *name,
                          double total, const ot_dist *dist, double weight,
                          int scale)
{
    const int percent[] = {80, 95, 0};
    char number[OT_NUMBER_SIZE];
    ot_buf line = {0};

    ot__buf_format(&line, "  %-26s ", name);
    landing_amounts(&line, ot_interval_point(total), ot_view_unit(p->view),
                    scale);
    landing_ranges(&line, dist, percent, scale);
    if (weight < 1) {
        ot__buf_format(&line, "; weight %s", ot__fixed(number, weight, 2));
    }
    ot_sheet_above(sheet, "%s", ot__buf_cstr(&line));
    ot__buf_free(&line);
}

void landing_scenario_above(ot_sheet *sheet, const projected *p, int scale)
{
    const ot_projection *q = p->projection;
    char name[64];

    if (q->scenarios == 0) {
        return;
    }
    growth_line(sheet, p);
    for (size_t i = 0; i < q->scenarios; i++) {
        const ot_scenario *s = &q->scenario[i];
        snprintf(name, sizeof name, "if %s", s->name);
        scenario_line(sheet, p, name, s->total, &s->dist, s->weight, scale);
    }
    scenario_line(sheet, p, "both, by their weights", q->mixed, &q->mixture, 1,
                  scale);
}

static char *within(char out[], const projected *p, const ot_dist *dist)
{
    const double hi = p->target.lo < p->target.hi ? p->target.hi : INFINITY;

    return landing_chance(out, ot_dist_within(dist, p->target.lo, hi));
}

void landing_scenario_target(ot_sheet *sheet, const projected *p)
{
    const ot_projection *q = p->projection;
    char stays[OT_NUMBER_SIZE], once[OT_NUMBER_SIZE], both[OT_NUMBER_SIZE];

    if (q == NULL || q->scenarios == 0) {
        return;
    }
    ot_sheet_note(sheet,
                  "  after the break: %s%s if it stays, %s if it was one-off, "
                  "%s by both",
                  within(stays, p, &q->scenario[0].dist),
                  p->target.lo < p->target.hi && !isinf(p->target.hi)
                      ? " within the target"
                      : " that it reaches it",
                  within(once, p, &q->scenario[1].dist),
                  within(both, p, &q->mixture));
}

void landing_scenario_explain(ot_sheet *sheet, const projected *p)
{
    const ot_projection *q = p->projection;
    char stays[OT_NUMBER_SIZE], now[OT_NUMBER_SIZE], all[OT_NUMBER_SIZE];

    if (q->scenarios == 0) {
        return;
    }
    ot_sheet_note(
        sheet,
        "weight that the break stays: log(%s) / log(%s), between 0.1 and 0.9 "
        "= %s (0.5 where growth to date is under 5 %%)",
        ot__fixed(now, q->recent_growth, 4),
        ot__fixed(all, q->known_total / q->last_year_part, 4),
        ot__fixed(stays, q->scenario[0].weight, 3));
    for (size_t i = 0; i < q->scenarios; i++) {
        ot_sheet_note(sheet,
                      "if %s: %s; as wide as that missed in the worse half of "
                      "past years",
                      q->scenario[i].name, q->scenario[i].method->summary);
    }
}

// ---- for machines ----------------------------------------------------------

enum { ID, SERIES, RULE, WEIGHT, TOTAL, QUANTILES, REACHES = 11, WITHIN };

static void put_row(ot_sheet *sheet, const projected *p, const char *id,
                    const char *rule, double weight, double total,
                    const ot_dist *dist)
{
    const ot_interval none = ot_interval_none();

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, ID, id);
    ot_sheet_text(sheet, SERIES, p->name);
    ot_sheet_text(sheet, RULE, rule);
    ot_sheet_number(sheet, WEIGHT, weight, none);
    ot_sheet_number(sheet, TOTAL, total, none);
    landing_quantiles(sheet, QUANTILES, dist);
    if (p->has_target) {
        ot_sheet_number(sheet, REACHES,
                        ot_dist_within(dist, p->target.lo, INFINITY), none);
        ot_sheet_number(sheet, WITHIN,
                        ot_dist_within(dist, p->target.lo, p->target.hi), none);
    }
}

ot_sheet *landing_scenario_sheet(ot_unit unit, const projected p[],
                                 size_t count)
{
    const ot_column columns[] = {
        {"scenario", "", OT_COLUMN_TEXT, unit},
        {"series", "", OT_COLUMN_TEXT, unit},
        {"rule", "", OT_COLUMN_TEXT, unit},
        {"weight", "", OT_COLUMN_SHARE, unit},
        {"total", "total", OT_COLUMN_AMOUNT, unit},
        {"p2_5", "", OT_COLUMN_AMOUNT, unit},
        {"p10", "", OT_COLUMN_AMOUNT, unit},
        {"p25", "", OT_COLUMN_AMOUNT, unit},
        {"p75", "", OT_COLUMN_AMOUNT, unit},
        {"p90", "", OT_COLUMN_AMOUNT, unit},
        {"p97_5", "", OT_COLUMN_AMOUNT, unit},
        {"reaches_target", "", OT_COLUMN_SHARE, unit},
        {"within_target", "", OT_COLUMN_SHARE, unit},
    };
    ot_sheet *sheet =
        ot_sheet_new("scenarios", columns, sizeof columns / sizeof columns[0]);

    for (size_t k = 0; sheet != NULL && k < count; k++) {
        const ot_projection *q = p[k].projection;
        for (size_t i = 0; i < q->scenarios; i++) {
            const ot_scenario *s = &q->scenario[i];
            put_row(sheet, &p[k], s->id, s->method->name, s->weight, s->total,
                    &s->dist);
        }
        if (q->scenarios > 0) {
            put_row(sheet, &p[k], "mixture", "", 1, q->mixed, &q->mixture);
        }
    }
    return sheet;
}
