// SPDX-License-Identifier: GPL-3.0-or-later
// guess.c - files of no known layout: the general tidy and wide forms, by what
// their columns are called.

#include <string.h>

#include "data/content.h"

#define HEADERS 40 // rows that may be the header

typedef struct signs {
    size_t periods; // fields that are periods or parts of a year
    size_t roles, when, value, flows;
} signs;

static signs look_at(const ot_grid_row *row, int year_start)
{
    signs s = {0};

    for (size_t i = 0; i < row->n; i++) {
        const ot_role role = ot__role_guess(row->field[i]);
        const ot_caption c = ot__caption_read(row->field[i], year_start);
        // A month's name or a dated period; "I" or "total" alone is neither.
        s.periods += c.period.months > 0 || (c.months == 1 && c.month > 0);
        s.roles += role < OT_ROLES;
        s.when += role == OT_ROLE_PERIOD || role == OT_ROLE_YEAR;
        s.value += role == OT_ROLE_VALUE;
        s.flows += c.flow != NULL && !c.other && role != OT_ROLE_FLOW;
    }
    return s;
}

// ---- lines of a spec -------------------------------------------------------

static void map(ot_spec *spec, const ot_grid *grid, size_t header, ot_role role,
                size_t field)
{
    char ref[176];

    ot__spec_put(spec, "map", "%s=%s", ot__role_name(role),
                 ot__refer(grid, header, field, ref, sizeof ref));
}

// The one field a role's usual names point to; -1: none, or several.
static int by_name(const ot_grid_row *row, ot_role role)
{
    int found = -1;

    for (size_t i = 0; i < row->n; i++) {
        if (ot__str_same(row->field[i], ot__role_name(role))) {
            return (int)i;
        }
    }
    for (size_t i = 0; i < row->n; i++) {
        if (ot__role_guess(row->field[i]) == role) {
            if (found >= 0) {
                return -1;
            }
            found = (int)i;
        }
    }
    return found;
}

// The same, where a country beside a partner is the reporter.
static int area_by_name(const ot_grid_row *row, ot_role role)
{
    int country = -1, partner = -1, partners = 0;

    for (size_t i = 0; i < row->n; i++) {
        if (ot__str_same(row->field[i], "country")) {
            country = (int)i;
        } else if (ot__role_guess(row->field[i]) == OT_ROLE_PARTNER) {
            partner = (int)i;
            partners++;
        }
    }
    if (country < 0 || partners != 1 || by_name(row, OT_ROLE_REPORTER) >= 0) {
        return by_name(row, role);
    }
    return role == OT_ROLE_REPORTER ? country : partner;
}

static bool mapped(const ot_read_options *options, const char *role)
{
    return options->map != NULL &&
           ot__caption_holds(ot__str(options->map), ot__str(role));
}

// ---- tidy: one figure, or a few, a row
// ---------------------------------------

// Columns whose names say which flow they hold.
static void flow_columns(ot_spec *spec, const ot_grid *grid, size_t header,
                         int year_start)
{
    const ot_grid_row *row = &grid->row[header];

    for (size_t i = 0; i < row->n; i++) {
        const ot_caption c = ot__caption_read(row->field[i], year_start);
        char ref[176], unit[32];
        const ot_role role = ot__role_guess(row->field[i]);
        if (c.flow == NULL || c.other || role < OT_ROLES) {
            continue;
        }
        const ot_content in = ot__look_down(grid, header, i);
        if (!ot__most(in.numbers, &in) && in.rows > 0) {
            continue;
        }
        const bool unit_said = c.unit.dimension != OT_DIM_NONE;
        ot__spec_put(spec, "values", "%s, flow=%s%s%s%s%s",
                     ot__refer(grid, header, i, ref, sizeof ref), c.flow,
                     c.basis != NULL ? ", basis=" : "",
                     c.basis != NULL ? c.basis : "", unit_said ? ", unit=" : "",
                     unit_said ? ot_unit_text(c.unit, unit) : "");
    }
}

// Exporter and importer, or origin and destination, instead of a flow.
static void guess_sides(ot_spec *spec, const ot_grid *grid, size_t header)
{
    static const char *const sides[][2] = {{"exporter", "importer"},
                                           {"origin", "destination"}};

    for (size_t i = 0; i < 2; i++) {
        const int from = ot__column_find(grid, header, 1, ot__str(sides[i][0]));
        const int to = ot__column_find(grid, header, 1, ot__str(sides[i][1]));
        if (from >= 0 && to >= 0) {
            map(spec, grid, header, OT_ROLE_REPORTER, (size_t)from);
            map(spec, grid, header, OT_ROLE_PARTNER, (size_t)to);
            ot__spec_put(spec, "set", "flow=export");
            return;
        }
    }
}

static void guess_tidy(ot_spec *spec, const ot_grid *grid, size_t header,
                       const ot_read_options *options)
{
    const ot_grid_row *row = &grid->row[header];
    const bool when =
        by_name(row, OT_ROLE_PERIOD) >= 0 || mapped(options, "period");

    char ref[176];
    ot_buf has = {0};

    ot__spec_put(spec, "name", "tidy");
    for (int i = 0; i < OT_BREAKDOWN_FIRST; i++) {
        const bool area = i == OT_ROLE_REPORTER || i == OT_ROLE_PARTNER;
        const int field =
            area ? area_by_name(row, (ot_role)i) : by_name(row, (ot_role)i);
        const bool part = i == OT_ROLE_YEAR || i == OT_ROLE_MONTH;
        if (field >= 0 && !(part && when)) {
            map(spec, grid, header, (ot_role)i, (size_t)field);
            ot__refer(grid, header, (size_t)field, ref, sizeof ref);
            ot__buf_format(&has, "%s%s", has.n > 0 ? ", " : "", ref);
        }
    }
    guess_sides(spec, grid, header);
    if (has.n > 0) {
        ot__spec_put(spec, "has", "%s", ot__buf_cstr(&has));
    }
    ot__buf_free(&has);
    if (by_name(row, OT_ROLE_VALUE) < 0 && !mapped(options, "value")) {
        flow_columns(spec, grid, header, options->year_start);
    }
}

// ---- wide: periods across, names down
// ----------------------------------------

static void guess_names(ot_spec *spec, const ot_grid *grid, size_t header,
                        const ot_read_options *options)
{
    const ot_grid_row *row = &grid->row[header];
    int partner = area_by_name(row, OT_ROLE_PARTNER);
    int reporter = area_by_name(row, OT_ROLE_REPORTER);
    int commodity = by_name(row, OT_ROLE_COMMODITY);
    int text = -1;

    for (size_t i = 0; i < row->n && i < 12; i++) {
        const ot_caption c =
            ot__caption_read(row->field[i], options->year_start);
        const ot_content in = ot__look_down(grid, header, i);
        if (c.period.months > 0 || c.months > 0 || in.rows == 0) {
            continue;
        }
        if (partner < 0 && 10 * in.areas >= 4 * in.rows && (int)i != reporter) {
            partner = (int)i;
        }
        text = text < 0 && !ot__most(in.numbers, &in) ? (int)i : text;
    }
    if (partner < 0 && commodity < 0 && text >= 0 && text != reporter) {
        commodity = text;
    }
    const int fields[] = {reporter, partner, commodity};
    const ot_role roles[] = {OT_ROLE_REPORTER, OT_ROLE_PARTNER,
                             OT_ROLE_COMMODITY};
    for (size_t i = 0; i < 3; i++) {
        if (fields[i] >= 0) {
            map(spec, grid, header, roles[i], (size_t)fields[i]);
        }
    }
}

static void guess_wide(ot_spec *spec, const ot_grid *grid, size_t header,
                       const ot_read_options *options)
{
    static const ot_role others[] = {OT_ROLE_FLOW, OT_ROLE_BASIS, OT_ROLE_YEAR,
                                     OT_ROLE_UNIT, OT_ROLE_INDICATOR};

    ot__spec_put(spec, "name", "wide");
    ot__spec_put(spec, "has", "periods");
    guess_names(spec, grid, header, options);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        const int field = by_name(&grid->row[header], others[i]);
        if (field >= 0) {
            map(spec, grid, header, others[i], (size_t)field);
        }
    }
    ot__spec_put(spec, "values", "across");
    ot__spec_put(spec, "ragged", "yes");
}

// The first row that holds all columns of --map; the first of all when none
// does.
static size_t mapped_header(const ot_grid *grid, const char *map)
{
    for (size_t r = 0; r < grid->n && r < HEADERS; r++) {
        ot_str list = ot__str(map);
        bool all = true;
        while (list.n > 0 && all) {
            ot_str ref;
            char mark;
            (void)ot__item_split(ot__item_cut(&list), &ref, &mark);
            all = ref.n == 0 || ref.at[ref.n - 1] == '?' ||
                  ot__column_find(grid, r, 1, ref) >= 0;
        }
        if (all) {
            return r;
        }
    }
    return 0;
}

// Whether figures, and not periods, stand below two periods or more.
static bool figures_below(const ot_grid *grid, size_t header, int year_start)
{
    const ot_grid_row *row = &grid->row[header];
    size_t n = 0;

    for (size_t i = 0; i < row->n; i++) {
        const ot_caption c = ot__caption_read(row->field[i], year_start);
        const ot_content in = ot__look_down(grid, header, i);
        if ((c.period.months > 0 || c.months == 1) &&
            2 * in.periods <= in.rows && 2 * in.numbers >= in.rows) {
            n++;
        }
    }
    return n >= 2;
}

bool ot__guess(const ot_grid *grid, const ot_read_options *options,
               ot_spec *spec, size_t *header)
{
    if (mapped(options, "value") || mapped(options, "period")) {
        *header = mapped_header(grid, options->map);
        guess_tidy(spec, grid, *header, options);
        return true;
    }
    for (size_t r = 0; r < grid->n && r < HEADERS; r++) {
        const signs s = look_at(&grid->row[r], options->year_start);
        *header = r;
        if ((s.when > 0 && (s.value > 0 || s.flows > 0)) ||
            (s.roles >= 2 && s.value > 0 &&
             (mapped(options, "year") || options->set != NULL))) {
            guess_tidy(spec, grid, r, options);
            return true;
        }
        if (s.periods >= 2 && figures_below(grid, r, options->year_start)) {
            guess_wide(spec, grid, r, options);
            return true;
        }
    }
    return false;
}
