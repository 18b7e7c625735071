// SPDX-License-Identifier: GPL-3.0-or-later
// gen_comtrade.c - writes a file in the layout of UN Comtrade's downloads (47
// names, Latin-1, every field quoted, a trailing comma) with invented values:
//
//     gen_comtrade BYTES FILE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "invent.h"

typedef struct place {
    const char *number, *iso, *name;
} place;

static const place places[] = {
    {"51", "ARM", "Armenia"},
    {"156", "CHN", "China"},
    {"276", "DEU", "Germany"},
    {"268", "GEO", "Georgia"},
    {"699", "IND", "India"},
    {"398", "KAZ", "Kazakhstan"},
    {"643", "RUS", "Russian Federation"},
    {"344", "HKG", "China, Hong Kong SAR"},
    {"792", "TUR", "T\xFCrkiye"},
    {"842", "USA", "USA"},
};

#define PLACES (sizeof places / sizeof places[0])

static const char *const commodities[][2] = {
    {"27", "Mineral fuels, mineral oils and products of their distillation"},
    {"71", "Pearls, precious stones, metals, coins, etc."},
    {"84", "Machinery, boilers; parts thereof"},
    {"85", "Electrical machinery and equipment"},
    {"87", "Vehicles; other than railway or tramway rolling stock"},
};

static int write_row(FILE *f, uint64_t row, uint64_t *state)
{
    const place *reporter = &places[row / 2 % PLACES];
    const place *partner = &places[row / 2 / PLACES % PLACES];
    const char *const *commodity = commodities[row / 2 / PLACES / PLACES % 5];
    const unsigned month = (unsigned)(row / 1000);
    const unsigned period = (1990 + month / 12) * 100 + month % 12 + 1;
    const unsigned value = (unsigned)(next(state) % 1000000000);
    const int import = row % 2 == 1;
    char amount[16];

    snprintf(amount, sizeof amount, "%u.%03u", value, value % 1000);
    return fprintf(
        f,
        "\"C\",\"M\",\"%u01\",\"%u\",\"%u\",\"%u\",\"%s\",\"%s\",\"%s\","
        "\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"0\",\"W00\",\"World\",\"H5\","
        "\"HS\",\"True\",\"%s\",\"%s\",\"2\",\"False\",\"C00\","
        "\"TOTAL CPC\",\"0\",\"0\",\"TOTAL MOT\",\"-1\",\"N/A\",\"0\","
        "\"False\",\"-1\",\"N/A\",\"0\",\"False\",\"%u.5\",\"False\",\"0\","
        "\"False\",\"%s\",\"%s\",\"%s\",\"0\",\"False\","
        "\"True\",\n",
        period, period / 100, period % 100, period, reporter->number,
        reporter->iso, reporter->name, import ? "M" : "X",
        import ? "Import" : "Export", partner->number, partner->iso,
        partner->name, commodity[0], commodity[1], value / 3,
        import ? amount : "", import ? "" : amount, amount);
}

int main(int argc, char *argv[])
{
    const double bytes = argc == 3 ? strtod(argv[1], NULL) : 0;
    uint64_t state = 20240930;

    if (bytes <= 0) {
        fprintf(stderr, "usage: gen_comtrade BYTES FILE\n");
        return 2;
    }
    FILE *f = fopen(argv[2], "wb");
    if (f == NULL) {
        perror(argv[2]);
        return 4;
    }
    double written = fprintf(f, "%s", comtrade_header);
    for (uint64_t row = 0; written < bytes; row++) {
        written += write_row(f, row, &state);
    }
    if (fclose(f) != 0) {
        perror(argv[2]);
        return 4;
    }
    return 0;
}
