// SPDX-License-Identifier: GPL-3.0-or-later
// say.c - words for the titles and notes of pictures.
#include "report/picture.h"

#include <math.h>
#include <string.h>

#include "plot/scale.h"

#define LITTLE         5e-4 // a change that would read 0.0 %
#define HEADLINE_GOODS 32   // letters; longer names are the subtitle's alone

void ot__say_pair(ot_buf *b, const ot_panel *panel, const ot_view *view)
{
    const ot_area partner = ot_view_partner(view);

    ot__buf_text(b, ot_panel_area_name(panel, ot_view_reporter(view)));
    if (ot_area_kind_of(partner) != OT_AREA_WORLD) {
        ot__buf_format(b, "–%s", ot_panel_area_name(panel, partner));
    }
}

void ot__say_year(ot_buf *b, int32_t first)
{
    const int year = ot_month_year(first);

    ot__buf_format(b, "%d", year);
    if (ot_month_of_year(first) != 1) {
        ot__buf_format(b, "/%02d", (year + 1) % 100);
    }
}

const char *ot__say_each(int32_t step)
{
    return step >= 12  ? " a year"
           : step >= 6 ? " a half-year"
           : step >= 3 ? " a quarter"
                       : " a month";
}

static bool ends_in(const char *text, const char *end)
{
    const size_t n = strlen(text), m = strlen(end);

    return n >= m && strcmp(text + n - m, end) == 0;
}

void ot__say_flow(ot_buf *b, const ot_flow *flow)
{
    ot__buf_text(b, flow->name);
    if (ends_in(flow->name, "export") || ends_in(flow->name, "import")) {
        ot__buf_char(b, 's');
    }
}

// "China"; "outside the European Union", which is a name no more after "from".
static void say_whither(ot_buf *b, const char *name)
{
    static const char *const places[][2] = {{"Outside ", "outside "},
                                            {"Within ", "within "}};

    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        const size_t n = strlen(places[i][0]);
        if (strncmp(name, places[i][0], n) == 0) {
            ot__buf_text(b, places[i][1]);
            name += n;
        }
    }
    ot__buf_text(b, name);
}

void ot__say_goods(ot_buf *b, const ot_view *view)
{
    const char *name = ot_view_commodity(view);
    const bool code = strspn(name, "0123456789") == strlen(name);

    if (strcmp(name, "TOTAL") != 0 && strlen(name) <= HEADLINE_GOODS) {
        ot__buf_format(b, " of %s%s", code ? "commodity\u00A0" : "", name);
    }
}

void ot__say_trade(ot_buf *b, const ot_panel *panel, const ot_view *view)
{
    const ot_flow *flow = ot_view_flow(view);
    const ot_area partner = ot_view_partner(view);
    const bool import = ends_in(flow->name, "import");

    if (ot_area_kind_of(partner) == OT_AREA_WORLD ||
        !(import || ends_in(flow->name, "export"))) {
        ot__say_pair(b, panel, view);
        ot__buf_char(b, ' ');
        ot__say_flow(b, flow);
        ot__say_goods(b, view);
        return;
    }
    ot__buf_format(b, "%s ", ot_panel_area_name(panel, ot_view_reporter(view)));
    ot__say_flow(b, flow);
    ot__say_goods(b, view);
    ot__buf_format(b, " %s ", import ? "from" : "to");
    say_whither(b, ot_panel_area_name(panel, partner));
}

void ot__say_capital(ot_buf *b, const char *text)
{
    const bool small = text[0] >= 'a' && text[0] <= 'z';

    if (text[0] != '\0') {
        ot__buf_char(b, (char)(small ? text[0] - 'a' + 'A' : text[0]));
        ot__buf_text(b, text + 1);
    }
}

void ot__say_typeset(ot_buf *b, const char *text)
{
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '-') {
            ot__buf_text(b, c > text && c[-1] == ' ' ? "\u2212" : "–");
        } else {
            ot__buf_char(b, *c);
        }
    }
}

void ot__say_measure(ot_buf *b, const ot_view *view, const char *what,
                     const char *per)
{
    const ot_flow *flow = ot_view_flow(view);
    const char *basis = ot_view_basis(view);
    const char *commodity = ot_view_commodity(view);
    ot_buf name = {0};

    if (what != NULL) {
        ot__buf_text(&name, what);
    } else if (ot_flow_composed(flow)) {
        ot__say_typeset(&name, flow->summary);
    } else {
        ot__say_flow(&name, flow);
    }
    ot__say_capital(b, ot__buf_cstr(&name));
    b->failed = b->failed || name.failed;
    ot__buf_free(&name);
    if (strcmp(commodity, "TOTAL") != 0) {
        const bool code = strspn(commodity, "0123456789") == strlen(commodity);
        ot__buf_format(b, " of %s%s", code ? "commodity " : "", commodity);
    }
    ot__buf_text(b, per);
    if (strcmp(basis, "origin") == 0 || strcmp(basis, "consignment") == 0) {
        const bool named = what == NULL && strcmp(flow->name, "import") == 0;
        ot__buf_format(b, "%s by country of %s", named ? "" : ", imports",
                       basis);
    } else {
        ot__say_basis(b, basis);
    }
}

void ot__say_amount(ot_buf *b, double y, ot_unit unit)
{
    char amount[OT_AMOUNT_SIZE];

    if (unit.dimension == OT_DIM_MONEY) {
        ot__buf_format(b, "%s\u00A0", unit.code);
    }
    ot__buf_text(b, ot__amount(&ot__terms_english, y, unit, 3, amount));
}

void ot__say_growth(ot_buf *b, double value, double base)
{
    const double ratio = value / base;
    char number[OT_NUMBER_SIZE];

    if (!(base > 0) || value < 0 || !isfinite(ratio)) {
        return;
    }
    if (fabs(ratio - 1) < LITTLE) {
        ot__buf_text(b, ", little changed on a year earlier");
    } else if (ratio >= 2) {
        ot__buf_format(b, ", %s\u00A0times a year earlier",
                       ot__figures(number, ratio, 3));
    } else {
        ot__fixed(number, 100 * fabs(ratio - 1), 1);
        ot__buf_format(b, ", %s %s\u00A0%% on a year earlier",
                       ratio >= 1 ? "up" : "down", number);
    }
}

void ot__say_moved(ot_buf *b, ot_period period, double value, double base)
{
    const double ratio = value / base;
    char words[64], number[OT_NUMBER_SIZE];
    const bool years = period.months >= 12 && base > 0 && ratio < 2;

    if (years && fabs(ratio - 1) < LITTLE) {
        ot__buf_text(b, " little changed");
    } else if (years) {
        ot__fixed(number, 100 * fabs(ratio - 1), 1);
        ot__buf_format(b, " %s\u00A0%s\u00A0%%", ratio >= 1 ? "up" : "down",
                       number);
    }
    ot__buf_text(b, " in ");
    ot__say_typeset(b, ot_period_words(period, words));
    if (!years) {
        ot__say_growth(b, value, base);
    }
}

void ot__say_data(ot_buf *b, int32_t last, ot_day release)
{
    char text[64];

    ot__buf_format(b, "Data to %s",
                   ot_period_words((ot_period){last, 1}, text));
    if (release == OT_DAY_NONE) {
        return;
    }
    if (ot_day_ends_month(release)) {
        ot_period_words((ot_period){ot_day_month(release), 1}, text);
    } else {
        ot_day_words(release, text);
    }
    ot__buf_format(b, ", release of %s", text);
}

void ot__say_basis(ot_buf *b, const char *basis)
{
    static const char *const words[][2] = {
        {"sa", "seasonally adjusted"}, {"cif", "CIF"}, {"fob", "FOB"}};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (ot__str_lists(ot__str(basis), words[i][0])) {
            ot__buf_format(b, ", %s", words[i][1]);
        }
    }
}

void ot__say_unit(ot_buf *b, const ot_view *view)
{
    char unit[32];

    ot__buf_format(b, "%s%s", ot_unit_text(ot_view_unit(view), unit),
                   ot_view_rates(view) != NULL ? " at monthly average rates"
                                               : "");
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return strcmp(path, "-") == 0 ? "standard input"
           : slash != NULL        ? slash + 1
                                  : path;
}

void ot__say_conversion(ot_buf *b, const ot_view *view)
{
    if (ot_view_rates(view) != NULL) {
        ot__buf_format(b, ". Converted from %s at the rates of %s",
                       ot_view_unit_published(view).code,
                       base_name(ot_rates_path(ot_view_rates(view))));
    }
}

static bool has_publisher(const ot_panel *panel, size_t i)
{
    const char *publisher = ot_panel_file(panel, i).publisher;

    return publisher != NULL && publisher[0] != '\0';
}

static const char *origin_of(const ot_panel *panel, size_t i)
{
    const ot_file file = ot_panel_file(panel, i);

    return has_publisher(panel, i) ? file.publisher : base_name(file.path);
}

void ot__say_files(ot_buf *b, const ot_panel *panel)
{
    size_t said = 0;

    for (size_t i = 0; i < ot_panel_files(panel); i++) {
        const char *origin = origin_of(panel, i);
        size_t before = 0;
        while (before < i && strcmp(origin, origin_of(panel, before)) != 0) {
            before++;
        }
        if (before == i) {
            ot__buf_format(b, "%s%s",
                           said++ == 0               ? ""
                           : has_publisher(panel, i) ? "; "
                                                     : ", ",
                           origin);
        }
    }
}
