// SPDX-License-Identifier: GPL-3.0-or-later
// landing_sheet.c - the tables of outturn project: landing, breaks, need.

#include "cli/landing.h"

#include <math.h>
#include <string.h>

#include "cli/out.h"

bool landing_for_machines(const common_args *args)
{
    return args->format != NULL && (strcmp(args->format, "csv") == 0 ||
                                    strcmp(args->format, "json") == 0);
}

// ---- landing ---------------------------------------------------------------

enum {
    NAME,
    WHOSE,
    PERIOD,
    KNOWN,
    RULE,
    TOTAL,
    P10,
    P90,
    LOW,
    HIGH,
    RECORD,
    USUAL,
    WORST,
    WORST_YEAR,
    YEARS,
    VERSION,
    COLUMNS
};

ot_sheet *landing_sheet(ot_unit unit, bool machines, bool named)
{
    const ot_column_kind hidden = OT_COLUMN_ID;
    const ot_column_kind money = machines ? OT_COLUMN_AMOUNT : hidden;
    const ot_column_kind change = machines ? OT_COLUMN_CHANGE : hidden;
    const ot_column columns[COLUMNS] = {
        {"rule", "", hidden, unit},
        {"series", "", named ? OT_COLUMN_TEXT : hidden, unit},
        {"period", "", hidden, unit},
        {"known", "", hidden, unit},
        {"words", "if", OT_COLUMN_TEXT, unit},
        {"total", "total", OT_COLUMN_AMOUNT, unit},
        {"p10", "1 in 10 below", OT_COLUMN_AMOUNT, unit},
        {"p90", "1 in 10 above", OT_COLUMN_AMOUNT, unit},
        {"low", "", money, unit},
        {"high", "", money, unit},
        {"record", "how it missed before", OT_COLUMN_TEXT, unit},
        {"usual_miss", "", change, unit},
        {"worst_miss", "", change, unit},
        {"worst_period", "", hidden, unit},
        {"years", "", machines ? OT_COLUMN_COUNT : hidden, unit},
        {"version", "", machines ? OT_COLUMN_COUNT : hidden, unit},
    };

    return ot_sheet_new("landing", columns, COLUMNS);
}

int landing_scale(const ot_sheet *sheet)
{
    return ot_sheet_column(sheet, TOTAL)->unit.scale;
}

static void put_record(ot_sheet *sheet, const ot_landing *l)
{
    char text[256];

    ot_sheet_number(sheet, YEARS, (double)l->misses, ot_interval_none());
    if (l->misses == 0) {
        ot_sheet_text(sheet, RECORD, "no year to judge by");
        return;
    }
    const ot_miss *w = &l->miss[l->worst];
    landing_missed(text, l->miss, l->misses, l->usual, l->worst);
    ot_sheet_text(sheet, RECORD, text);
    ot_sheet_number(sheet, USUAL, l->usual, ot_interval_none());
    ot_sheet_number(sheet, WORST, w->miss, ot_interval_none());
    ot_sheet_text(sheet, WORST_YEAR, ot_period_text(w->period, text));
}

// ---- the arithmetic with its numbers put in --------------------------------

// NaN: too few years tell it.
static double usual_share(const ot_projection *q)
{
    for (size_t i = 0; i < q->landings; i++) {
        const ot_landing *other = &q->landing[i];
        if (other->served &&
            strcmp(other->method->name, "seasonal-share") == 0) {
            return q->known_total / other->total;
        }
    }
    return NAN;
}

static bool letter(const char *at, size_t n, const ot_projection *q,
                   const ot_landing *l, double *x)
{
    const double v = q->known_total, r1 = q->last_year - q->last_year_part;
    const double s = usual_share(q);
    const struct {
        const char *name;
        double x;
    } letters[] = {
        {"V", v},
        {"V1", q->last_year_part},
        {"T1", q->last_year},
        {"R1", r1},
        {"R", l->total - v},
        {"L", q->period.months},
        {"m", q->known.months},
        {"s", s},
        {"w", log((l->total - v) / r1) / log((v / s - v) / r1)},
    };

    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        if (strlen(letters[i].name) == n &&
            strncmp(letters[i].name, at, n) == 0) {
            *x = letters[i].x;
            return !isnan(*x);
        }
    }
    return false;
}

// "V x L / m = 8365394316.2 x 12 / 6 = 16730788632.4"
static void put_formula(ot_sheet *sheet, const ot_projection *q,
                        const ot_landing *l)
{
    const char *f = l->method->formula;
    char number[OT_NUMBER_SIZE];
    ot_buf text = {0};

    ot__buf_format(&text, "%s = ", f);
    while (*f != '\0') {
        const size_t n = strcspn(f, " ()^");
        double x;
        if (letter(f, n, q, l, &x)) {
            ot__buf_text(&text, fabs(x) < 1 ? ot__fixed(number, x, 4)
                                            : ot__shortest(number, x));
        } else {
            ot__buf_bytes(&text, f, n);
        }
        f += n;
        const size_t blanks = strspn(f, " ()^");
        ot__buf_bytes(&text, f, blanks);
        f += blanks;
    }
    ot__buf_format(&text, " = %s", ot__shortest(number, l->total));
    ot_sheet_formula(sheet, TOTAL, ot__buf_cstr(&text));
    ot__buf_free(&text);
}

static void put_served(ot_sheet *sheet, const ot_projection *q,
                       const ot_landing *l)
{
    const ot_interval none = ot_interval_none();

    ot_sheet_number(sheet, TOTAL, l->total, l->rounding);
    ot_sheet_number(sheet, P10, ot_dist_quantile(&l->dist, 0.1), none);
    ot_sheet_number(sheet, P90, ot_dist_quantile(&l->dist, 0.9), none);
    ot_sheet_number(sheet, LOW, l->lo, none);
    ot_sheet_number(sheet, HIGH, l->hi, none);
    put_record(sheet, l);
    put_formula(sheet, q, l);
}

// Readers are told in a note why a rule is left out; machines get its row.
void landing_rows(ot_sheet *sheet, const projected *p, bool machines)
{
    const ot_projection *q = p->projection;
    char text[64];

    for (size_t i = 0; i < q->landings; i++) {
        const ot_landing *l = &q->landing[i];
        if (!l->served && !machines) {
            continue;
        }
        ot_sheet_row(sheet);
        ot_sheet_text(sheet, NAME, l->method->name);
        ot_sheet_text(sheet, WHOSE, p->name);
        ot_sheet_text(sheet, PERIOD, ot_period_text(q->period, text));
        if (q->known.months > 0) {
            ot_sheet_text(sheet, KNOWN, ot_period_text(q->known, text));
        }
        ot_sheet_text(sheet, RULE, l->method->summary);
        ot_sheet_number(sheet, VERSION, l->method->version, ot_interval_none());
        if (l->served) {
            put_served(sheet, q, l);
        } else {
            ot_sheet_none(sheet, TOTAL, l->why);
        }
    }
}

// ---- breaks ----------------------------------------------------------------

ot_sheet *landing_breaks_sheet(const projected p[], size_t count)
{
    static const char *const ids[] = {"share", "growth", "recent"};
    static const ot_column columns[] = {
        {.id = "sign", .title = "sign", .kind = OT_COLUMN_ID},
        {.id = "series", .title = "", .kind = OT_COLUMN_TEXT},
        {.id = "words", .title = "", .kind = OT_COLUMN_TEXT},
        {.id = "now", .title = "now", .kind = OT_COLUMN_TIMES},
        {.id = "lowest", .title = "lowest", .kind = OT_COLUMN_TIMES},
        {.id = "highest", .title = "highest", .kind = OT_COLUMN_TIMES},
        {.id = "first_year", .title = "from", .kind = OT_COLUMN_TEXT},
        {.id = "last_year", .title = "to", .kind = OT_COLUMN_TEXT},
        {.id = "outside", .title = "out of line", .kind = OT_COLUMN_TEXT},
    };
    const ot_interval none = ot_interval_none();
    ot_sheet *sheet =
        ot_sheet_new("breaks", columns, sizeof columns / sizeof columns[0]);
    char year[16];

    for (size_t k = 0; sheet != NULL && k < count; k++) {
        for (size_t i = 0; i < p[k].projection->signs; i++) {
            const ot_break_sign *b = &p[k].projection->sign[i];
            ot_sheet_row(sheet);
            ot_sheet_text(sheet, 0, ids[b->sign]);
            ot_sheet_text(sheet, 1, p[k].name);
            ot_sheet_text(sheet, 2, b->name);
            ot_sheet_number(sheet, 3, b->now, none);
            ot_sheet_number(sheet, 4, b->lo, none);
            ot_sheet_number(sheet, 5, b->hi, none);
            if (b->years > 0) {
                snprintf(year, sizeof year, "%d", b->first_year);
                ot_sheet_text(sheet, 6, year);
                snprintf(year, sizeof year, "%d", b->last_year);
                ot_sheet_text(sheet, 7, year);
            }
            ot_sheet_text(sheet, 8, b->outside ? "yes" : "no");
        }
    }
    return sheet;
}

// ---- need ------------------------------------------------------------------

static void put_interval(ot_sheet *sheet, size_t column, ot_interval r)
{
    if (!ot_interval_is_none(r)) {
        ot_sheet_number(sheet, column, ot_interval_mid(r), r);
    }
}

ot_sheet *landing_need_sheet(ot_unit unit, const projected *p)
{
    static const char *const precedents[] = {"never-before", "rare", "usual",
                                             "unknown"};
    const ot_column columns[] = {
        {"rest", "rest", OT_COLUMN_TEXT, unit},
        {"target", "target", OT_COLUMN_AMOUNT, unit},
        {"total", "needed", OT_COLUMN_AMOUNT, unit},
        {"per_month", "a month", OT_COLUMN_AMOUNT, unit},
        {"of_average", "of the average", OT_COLUMN_TIMES, unit},
        {"of_last_year", "of last year", OT_COLUMN_TIMES, unit},
        {"of_best", "of the best", OT_COLUMN_TIMES, unit},
        {"best", "best", OT_COLUMN_TEXT, unit},
        {"best_total", "it was", OT_COLUMN_AMOUNT, unit},
        {"precedent", "precedent", OT_COLUMN_TEXT, unit},
        {"reached", "reached", OT_COLUMN_COUNT, unit},
        {"stretches", "of", OT_COLUMN_COUNT, unit},
    };
    const ot_interval none = ot_interval_none();
    const ot_need *n = &p->need;
    ot_sheet *sheet =
        ot_sheet_new("need", columns, sizeof columns / sizeof columns[0]);
    char text[32];

    if (sheet == NULL) {
        return NULL;
    }
    ot_sheet_row(sheet);
    ot_sheet_text(sheet, 0, ot_period_text(n->rest, text));
    put_interval(sheet, 1, p->target);
    put_interval(sheet, 2, n->total);
    put_interval(sheet, 3, n->per_month);
    put_interval(sheet, 4, n->of_average);
    put_interval(sheet, 5, n->of_last_year);
    put_interval(sheet, 6, n->of_best);
    if (n->best.months > 0) {
        ot_sheet_text(sheet, 7, ot_period_text(n->best, text));
        ot_sheet_number(sheet, 8, n->best_total, none);
    }
    ot_sheet_text(sheet, 9, precedents[n->precedent]);
    ot_sheet_number(sheet, 10, (double)n->reached, none);
    ot_sheet_number(sheet, 11, (double)n->stretches, none);
    return sheet;
}
