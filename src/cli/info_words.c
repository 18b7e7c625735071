// SPDX-License-Identifier: GPL-3.0-or-later
// info_words.c - the words of each check.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/info.h"

// Money in the scale that reads best, with the digits in which two figures
// differ: "USD 10.0 bn".
typedef struct measure {
    int scale, decimals;
    const char *code;
} measure;

static measure measure_of(const ot_discrepancy *d)
{
    const double largest = fmax(fabs(d->stated), fabs(d->computed));
    const double difference = fabs(d->difference);
    measure m = {.code = d->unit.code};

    for (int scale = 12; scale >= 3 && m.scale == 0; scale -= 3) {
        m.scale = largest >= pow(10, scale) ? scale : 0;
    }
    const double shown = difference / pow(10, m.scale);
    m.decimals = largest / pow(10, m.scale) >= 100 ? 1 : 2;
    while (difference > 0 && m.decimals < 9 - m.scale % 2 &&
           shown * pow(10, m.decimals) < 9.5) {
        m.decimals++;
    }
    return m;
}

static void put_number(ot_buf *line, measure m, double y)
{
    char number[OT_NUMBER_SIZE];

    ot__buf_text(line, ot__grouped(number, y / pow(10, m.scale), m.decimals));
}

static void put_unit(ot_buf *line, measure m)
{
    ot__buf_format(line, "%s%s%s%s", m.code[0] != '\0' ? " " : "", m.code,
                   m.scale > 0 ? " " : "", ot_scale_name(m.scale));
}

// "(a.csv:14 and 20)"
void info_places(ot_buf *line, const ot_discrepancy *d)
{
    const ot_place *a = &d->place, *b = &d->other;

    ot__buf_format(line, " (%s:%ld", a->path, a->line);
    if (b->path != NULL && strcmp(a->path, b->path) != 0) {
        ot__buf_format(line, ", %s:%ld", b->path, b->line);
    } else if (b->path != NULL && b->line != a->line) {
        ot__buf_format(line, " and %ld", b->line);
    }
    ot__buf_char(line, ')');
}

// "the 12 months add up to 9.9, the year says 10.0"
static void tell_tiles(ot_buf *line, const ot_discrepancy *d)
{
    const measure m = measure_of(d);
    const bool months = d->other_period.months == 1;

    ot__buf_format(line, "%d %s add up to ", (int)d->count,
                   months ? "months" : "parts");
    put_number(line, m, d->computed);
    ot__buf_format(line, ", %s says ",
                   d->period.months == 12 ? "the year" : "the whole");
    put_number(line, m, d->stated);
    put_unit(line, m);
    if (d->absent > 0) {
        ot__buf_format(line, " (%d months without a row count 0)",
                       (int)d->absent);
    }
}

// "World 10.0, 42 partners 9.7, not allocated 0.3"
static void tell_parts(ot_buf *line, const ot_discrepancy *d, const char *whole,
                       const char *parts, const char *rest)
{
    const measure m = measure_of(d);

    ot__buf_format(line, "%s ", whole);
    put_number(line, m, d->stated);
    ot__buf_format(line, ", %d %s%s ", (int)d->count, parts,
                   d->count > 1 ? "s" : "");
    put_number(line, m, d->computed);
    ot__buf_format(line, ", %s ", d->difference < 0 ? "too much" : rest);
    put_number(line, m, fabs(d->difference));
    put_unit(line, m);
}

static void tell_partners(ot_buf *line, const ot_discrepancy *d)
{
    // Nine tenths and more: the files hold about all that there is.
    const bool most = d->computed >= 0.9 * d->stated;

    tell_parts(line, d, "World", "partner",
               most ? "not allocated" : "not in the files");
}

static void tell_codes(ot_buf *line, const ot_discrepancy *d)
{
    tell_parts(line, d, d->commodity, "code", "not in the files");
}

static void tell_flows(ot_buf *line, const ot_discrepancy *d)
{
    const measure m = measure_of(d);
    const bool balance =
        strcmp(ot_flow_at(d->flow)->name, "balance-reported") == 0;

    ot__buf_format(line, "exports %s imports are ", balance ? "-" : "+");
    put_number(line, m, d->computed);
    ot__buf_format(line, ", the %s says ", balance ? "balance" : "turnover");
    put_number(line, m, d->stated);
    put_unit(line, m);
}

static void tell_within(ot_buf *line, const ot_discrepancy *d)
{
    const measure m = measure_of(d);
    const char *name = ot_flow_at(d->flow)->name;
    const bool imports = strstr(name, "import") != NULL;

    ot__buf_format(line, "%s", name);
    if (d->count > 1) {
        ot__buf_format(line, " and %s", imports ? "re-import" : "re-export");
    }
    ot__buf_text(line, " ");
    put_number(line, m, d->computed);
    ot__buf_format(line, ", all %s ", imports ? "imports" : "exports");
    put_number(line, m, d->stated);
    put_unit(line, m);
}

static void tell_falls(ot_buf *line, const ot_discrepancy *d)
{
    const measure m = measure_of(d);
    char period[64];

    put_number(line, m, d->stated);
    ot__buf_format(
        line, ", less than %s: ", ot_period_words(d->other_period, period));
    put_number(line, m, d->computed);
    put_unit(line, m);
}

static void tell_labels(ot_buf *line, const ot_discrepancy *d)
{
    const measure m = measure_of(d);
    char period[64];

    put_number(line, m, d->stated);
    put_unit(line, m);
    ot__buf_format(line, " is what the full year %s says: is the label right?",
                   ot_period_text(d->other_period, period));
}

static void tell_holes(ot_buf *line, const ot_discrepancy *d)
{
    const bool year = d->period.months == 12;
    const int count = d->count / (year ? 12 : 1);

    ot__buf_format(line, "%d %s%s missing", count, year ? "year" : "month",
                   count > 1 ? "s" : "");
}

// With two digits of the smaller figure.
static measure measure_of_jump(const ot_discrepancy *d)
{
    measure m = measure_of(d);
    const double least = fmin(d->stated, d->computed) / pow(10, m.scale);

    while (m.decimals < 9 && least * pow(10, m.decimals) < 9.5) {
        m.decimals++;
    }
    return m;
}

static void tell_jumps(ot_buf *line, const ot_discrepancy *d)
{
    const measure m = measure_of_jump(d);
    char times[OT_NUMBER_SIZE];

    put_number(line, m, d->stated);
    ot__buf_text(line, " where its neighbours have ");
    put_number(line, m, d->computed);
    put_unit(line, m);
    ot__buf_format(line, " (%s %s: a slip of the unit?)",
                   d->count > 0 ? "about times" : "about divided by",
                   ot__grouped(times, pow(10, abs(d->count)), 0));
}

static void tell_shifts(ot_buf *line, const ot_discrepancy *d)
{
    const measure m = measure_of_jump(d);
    char times[OT_NUMBER_SIZE];

    ot__buf_text(line, "from here on ");
    put_number(line, m, d->stated);
    ot__buf_text(line, ", before it ");
    put_number(line, m, d->computed);
    put_unit(line, m);
    ot__buf_format(line, " (%s %s: another unit?)",
                   d->count > 0 ? "times" : "divided by",
                   ot__grouped(times, pow(10, abs(d->count)), 0));
}

static void tell_years(ot_buf *line, const ot_discrepancy *d)
{
    ot__buf_format(line, "%d figure%s", (int)d->count, d->count > 1 ? "s" : "");
}

const wording info_wordings[OT_INSPECT_CODE_COUNT] = {
    [OT_INSPECT_TILES] = {"months against longer periods", "agree",
                          "do not add up", tell_tiles},
    [OT_INSPECT_PARTNERS] = {"partners against World", "agree",
                             "are more than the world", tell_partners},
    [OT_INSPECT_PARTNERS_SHORT] = {"partners against World", NULL,
                                   "leave a rest", tell_partners},
    [OT_INSPECT_CODES] = {"codes against totals", "agree",
                          "are more than their total", tell_codes},
    [OT_INSPECT_CODES_SHORT] = {"codes against totals", NULL, "leave a rest",
                                tell_codes},
    [OT_INSPECT_FLOWS] = {"turnover and balance against exports and imports",
                          "agree", "disagree", tell_flows},
    [OT_INSPECT_WITHIN] = {"re-exports and the like within their flow", "fit",
                           "do not fit", tell_within},
    [OT_INSPECT_FALLS] = {"figures to date against those before", "rise",
                          "fall", tell_falls},
    [OT_INSPECT_LABELS] = {"figures to date against full years", "differ",
                           "are a full year's", tell_labels},
    [OT_INSPECT_HOLES] = {"holes", "no holes in", NULL, tell_holes},
    [OT_INSPECT_JUMPS] = {"jumps by a power of ten",
                          "no jumps by a power of ten in", NULL, tell_jumps},
    [OT_INSPECT_SHIFTS] = {"lasting changes of level by a power of ten", NULL,
                           NULL, tell_shifts},
    [OT_INSPECT_YEARS] = {"series of areas that had ceased", NULL, NULL,
                          tell_years},
};
