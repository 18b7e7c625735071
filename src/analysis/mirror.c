// SPDX-License-Identifier: GPL-3.0-or-later
// mirror.c - a flow as both sides report it.

#include "outturn/mirror.h"

#include <math.h>
#include <string.h>

const char *ot_mirror_place_name(ot_mirror_place place)
{
    static const char *const names[] = {"inside", "below", "above",
                                        "inside or outside", "undefined"};
    return names[place];
}

// ---- the comparison --------------------------------------------------------

static double gap_of(double exports, double imports)
{
    const double sum = exports + imports;

    return sum > 0 ? 2 * (imports - exports) / sum : NAN;
}

// Grows with imports and falls with exports; outward by what the operations
// may have lost.
static ot_interval gap_range(ot_interval exports, ot_interval imports)
{
    const double lo = gap_of(exports.hi, imports.lo);
    const double hi = gap_of(exports.lo, imports.hi);

    return isnan(lo) || isnan(hi) ? ot_interval_none()
                                  : ot_interval_of(lo - 4e-16 * (1 + fabs(lo)),
                                                   hi + 4e-16 * (1 + fabs(hi)));
}

static ot_mirror_place place_of(double ratio, ot_interval r, ot_interval band)
{
    if (isnan(ratio)) {
        return OT_MIRROR_UNDEFINED;
    }
    if (ot_interval_is_none(r)) { // exports may have been rounded from nothing
        return OT_MIRROR_EITHER;
    }
    return ot_interval_inside(r, band) ? OT_MIRROR_INSIDE
           : r.hi < band.lo            ? OT_MIRROR_BELOW
           : r.lo > band.hi            ? OT_MIRROR_ABOVE
                                       : OT_MIRROR_EITHER;
}

ot_mirror ot_mirror_of(ot_value exports, ot_value imports, ot_interval band)
{
    ot_mirror m = {.exports = exports,
                   .imports = imports,
                   .ratio = NAN,
                   .ratio_range = ot_interval_none(),
                   .gap = NAN,
                   .gap_range = ot_interval_none()};

    if (!isnan(exports.y) && !isnan(imports.y)) {
        const ot_interval x = ot_value_interval(exports);
        const ot_interval y = ot_value_interval(imports);
        m.gap = gap_of(exports.y, imports.y);
        m.gap_range = isnan(m.gap) ? m.gap_range : gap_range(x, y);
        if (exports.y > 0) {
            m.ratio = imports.y / exports.y;
            m.ratio_range = exports.half > 0 || imports.half > 0
                                ? ot_interval_div(y, x)
                                : ot_interval_point(m.ratio);
        }
    }
    m.place = place_of(m.ratio, m.ratio_range, band);
    return m;
}

ot_status ot_mirror_selection(const ot_selection *selection,
                              ot_selection *mirror, ot_error *err)
{
    const ot_flow *export = ot_flow_find("export", 6);
    const ot_flow *import = ot_flow_find("import", 6);
    const bool exports = selection->flow == export;

    if (!exports && selection->flow != import) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "only exports and imports have a mirror, not %s",
                       selection->flow != NULL ? selection->flow->name
                                               : "no flow");
    }
    if (selection->reporter == OT_AREA_NONE ||
        selection->partner == OT_AREA_NONE) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a mirror is between two countries: say which");
    }
    const ot_area reporter = selection->reporter;
    *mirror = *selection;
    mirror->reporter = selection->partner;
    mirror->partner = reporter;
    mirror->flow = exports ? import : export;
    return OT_OK;
}

// ---- one value of both -----------------------------------------------------

static ot_interval mean(ot_interval exports, ot_interval imports)
{
    return ot_interval_scale(ot_interval_add(exports, imports), 0.5);
}

static ot_interval exporter(ot_interval exports, ot_interval imports)
{
    return ot_interval_is_none(exports) ? imports : exports;
}

static ot_interval importer(ot_interval exports, ot_interval imports)
{
    return ot_interval_is_none(imports) ? exports : imports;
}

static const ot_mirror_rule rules[] = {
    {"mean", "(exports + imports / cif) / 2", mean},
    {"exporter", "exports; where not known, imports / cif", exporter},
    {"importer", "imports / cif; where not known, exports", importer},
};

size_t ot_mirror_rules(void)
{
    return sizeof rules / sizeof rules[0];
}

const ot_mirror_rule *ot_mirror_rule_at(size_t i)
{
    return &rules[i];
}

const ot_mirror_rule *ot_mirror_rule_find(const char *name)
{
    for (size_t i = 0; i < ot_mirror_rules(); i++) {
        if (strcmp(rules[i].name, name) == 0) {
            return &rules[i];
        }
    }
    return NULL;
}

double ot_mirror_reconciled(const ot_mirror *mirror, const ot_mirror_rule *rule,
                            double cif, ot_interval *range)
{
    const ot_interval rate = ot_interval_point(cif);
    const double x = mirror->exports.y, y = mirror->imports.y;
    const ot_interval none = ot_interval_none();
    const ot_interval mid =
        rule->of(isnan(x) ? none : ot_interval_point(x),
                 isnan(y) ? none : ot_interval_point(y / cif));

    *range = rule->of(
        isnan(x) ? none : ot_value_interval(mirror->exports),
        isnan(y) ? none
                 : ot_interval_div(ot_value_interval(mirror->imports), rate));
    return ot_interval_is_none(mid) ? NAN : ot_interval_mid(mid);
}
