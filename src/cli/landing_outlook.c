// SPDX-License-Identifier: GPL-3.0-or-later
// landing_outlook.c - the landing of outturn project: above the table in words,
// for machines as a table of its own.

#include "cli/landing.h"

#include <math.h>
#include <string.h>

#include "cli/out.h"

// ---- in words --------------------------------------------------------------

void landing_ranges(ot_buf *line, const ot_dist *dist, const int percent[],
                    int scale)
{
    for (size_t i = 0; percent[i] != 0; i++) {
        const double tail = (1 - percent[i] / 100.0) / 2;
        ot__buf_format(line, "%s %d %%: ", i == 0 ? ";" : ",", percent[i]);
        landing_amounts(line,
                        ot_interval_of(ot_dist_quantile(dist, tail),
                                       ot_dist_quantile(dist, 1 - tail)),
                        (ot_unit){.code = ""}, scale);
    }
}

void landing_outlook_above(ot_sheet *sheet, const projected *p, int scale)
{
    const ot_outlook *o = p->outlook;
    char text[256];
    ot_buf line = {0};

    if (p->several) {
        ot__buf_format(&line, "%s: ", p->name);
    }
    ot__buf_text(&line, "landing: ");
    landing_amounts(&line, ot_interval_point(o->total), ot_view_unit(p->view),
                    scale);
    landing_ranges(&line, &o->dist, (const int[]){50, 80, 95, 0}, scale);
    ot_sheet_above(sheet, "%s", ot__buf_cstr(&line));
    if (o->misses > 0) {
        landing_missed(text, o->miss, o->misses, o->usual, o->worst);
        ot_sheet_above(sheet, "  how it missed before: %s", text);
    }
    if (o->before < 4) {
        ot_sheet_above(sheet,
                       "  %zu full year%s before: models need 4, the range is "
                       "wide and rough",
                       o->before, o->before == 1 ? "" : "s");
    }
    ot__buf_free(&line);
}

char *landing_chance(char out[], double p)
{
    char number[OT_NUMBER_SIZE];

    snprintf(out, OT_NUMBER_SIZE, "%s %%",
             p < 0.005   ? "under 1"
             : p > 0.995 ? "over 99"
                         : ot__fixed(number, 100 * p, 0));
    return out;
}

static double reach(const projected *p)
{
    return ot_dist_within(&p->outlook->dist, p->target.lo, INFINITY);
}

static double within(const projected *p)
{
    return ot_dist_within(&p->outlook->dist, p->target.lo, p->target.hi);
}

void landing_outlook_target(ot_sheet *sheet, const projected *p, ot_unit unit,
                            int scale)
{
    char number[OT_NUMBER_SIZE], inside[OT_NUMBER_SIZE];
    ot_buf low = {0};

    if (p->outlook == NULL) {
        return;
    }
    landing_amounts(&low, ot_interval_point(p->target.lo), unit, scale);
    if (isinf(p->target.lo)) {
        ot_sheet_note(sheet, "  by the landing: %s that it ends there",
                      landing_chance(number, within(p)));
    } else if (p->target.lo < p->target.hi && !isinf(p->target.hi)) {
        ot_sheet_note(sheet,
                      "  by the landing: %s that it reaches %s, %s that it "
                      "ends within the target",
                      landing_chance(number, reach(p)), ot__buf_cstr(&low),
                      landing_chance(inside, within(p)));
    } else {
        ot_sheet_note(sheet, "  by the landing: %s that it reaches %s",
                      landing_chance(number, reach(p)), ot__buf_cstr(&low));
    }
    ot__buf_free(&low);
}

// scale: of their totals, which are left out with -1.
static void put_members(ot_buf *line, const ot_outlook *o, int scale)
{
    char number[OT_NUMBER_SIZE];

    for (size_t i = 0; i < o->members; i++) {
        const ot_member *m = &o->member[i];
        ot__buf_format(line, "%s%s", i > 0 ? ", " : "", m->name);
        if (scale >= 0) {
            ot__buf_char(line, ' ');
            landing_amounts(line, ot_interval_point(m->total),
                            (ot_unit){.code = ""}, scale);
        }
        ot__buf_format(line, " x %s", ot__fixed(number, m->weight, 3));
    }
}

void landing_outlook_explain(ot_sheet *sheet, const projected *p)
{
    const ot_outlook *o = p->outlook;
    ot_buf line = {0};

    put_members(&line, o, landing_scale(sheet));
    ot_sheet_note(sheet, "landing: the weighted median of %s",
                  ot__buf_cstr(&line));
    ot_sheet_note(
        sheet,
        "its range: Student's t with 4 degrees of freedom, by the mean square "
        "of its own errors in %zu earlier year%s%s%s%s and of a level that "
        "moves by 15 %% as 2",
        o->years, o->years == 1 ? "" : "s",
        o->broken ? " (after a break, in the worse half of them)" : "",
        o->before < 2 ? "" : ", of joint paths of the models",
        o->before < 2       ? ""
        : !o->by_logarithms ? " as 4"
                            : ", fitted to logarithms, as 4");
    ot__buf_free(&line);
}

// ---- for machines ----------------------------------------------------------

enum {
    SERIES,
    PERIOD,
    KNOWN,
    YEARS,
    TOTAL,
    FIRST_QUANTILE,
    USUAL = FIRST_QUANTILE + 6,
    WORST,
    WORST_PERIOD,
    REACHES,
    WITHIN,
    MEMBERS,
    VERSION,
    SEED,
    COLUMNS
};

void landing_quantiles(ot_sheet *sheet, size_t column, const ot_dist *dist)
{
    static const double at[] = {0.025, 0.1, 0.25, 0.75, 0.9, 0.975};

    for (size_t i = 0; i < sizeof at / sizeof at[0]; i++) {
        ot_sheet_number(sheet, column + i, ot_dist_quantile(dist, at[i]),
                        ot_interval_none());
    }
}

static void put_row(ot_sheet *sheet, const projected *p)
{
    const ot_interval none = ot_interval_none();
    const ot_outlook *o = p->outlook;
    ot_buf members = {0};
    char text[64];

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, SERIES, p->name);
    ot_sheet_text(sheet, PERIOD, ot_period_text(o->period, text));
    if (o->known.months > 0) {
        ot_sheet_text(sheet, KNOWN, ot_period_text(o->known, text));
    }
    ot_sheet_number(sheet, TOTAL, o->total, none);
    landing_quantiles(sheet, FIRST_QUANTILE, &o->dist);
    ot_sheet_number(sheet, YEARS, (double)o->misses, none);
    if (o->misses > 0) {
        const ot_miss *w = &o->miss[o->worst];
        ot_sheet_number(sheet, USUAL, o->usual, none);
        ot_sheet_number(sheet, WORST, w->miss, none);
        ot_sheet_text(sheet, WORST_PERIOD, ot_period_text(w->period, text));
    }
    if (p->has_target) {
        ot_sheet_number(sheet, REACHES, reach(p), none);
        ot_sheet_number(sheet, WITHIN, within(p), none);
    }
    put_members(&members, o, -1);
    ot_sheet_text(sheet, MEMBERS, ot__buf_cstr(&members));
    ot__buf_free(&members);
    ot_sheet_number(sheet, VERSION, o->version, none);
    ot_sheet_number(sheet, SEED, (double)o->seed, none);
}

ot_sheet *landing_outlook_sheet(ot_unit unit, const projected p[], size_t count)
{
    const ot_column columns[COLUMNS] = {
        {"series", "", OT_COLUMN_TEXT, unit},
        {"period", "", OT_COLUMN_TEXT, unit},
        {"known", "", OT_COLUMN_TEXT, unit},
        {"years", "", OT_COLUMN_COUNT, unit},
        {"total", "total", OT_COLUMN_AMOUNT, unit},
        {"p2_5", "", OT_COLUMN_AMOUNT, unit},
        {"p10", "", OT_COLUMN_AMOUNT, unit},
        {"p25", "", OT_COLUMN_AMOUNT, unit},
        {"p75", "", OT_COLUMN_AMOUNT, unit},
        {"p90", "", OT_COLUMN_AMOUNT, unit},
        {"p97_5", "", OT_COLUMN_AMOUNT, unit},
        {"usual_miss", "", OT_COLUMN_CHANGE, unit},
        {"worst_miss", "", OT_COLUMN_CHANGE, unit},
        {"worst_period", "", OT_COLUMN_TEXT, unit},
        {"reaches_target", "", OT_COLUMN_SHARE, unit},
        {"within_target", "", OT_COLUMN_SHARE, unit},
        {"members", "", OT_COLUMN_TEXT, unit},
        {"version", "", OT_COLUMN_COUNT, unit},
        {"seed", "", OT_COLUMN_COUNT, unit},
    };
    ot_sheet *sheet = ot_sheet_new("outlook", columns, COLUMNS);

    for (size_t i = 0; sheet != NULL && i < count; i++) {
        put_row(sheet, &p[i]);
    }
    return sheet;
}
