// SPDX-License-Identifier: GPL-3.0-or-later
// gen_trade.c - writes big files of invented figures for measuring:
//
//     gen_trade comtrade FILE BYTES  as UN Comtrade's API gives them: 47
//     columns,
//                                    quotes only where they are needed; months
//     gen_trade baci FILE BYTES      as CEPII's BACI: t,i,j,k,v,q, sorted,
//     codes
//                                    with leading zeros, some quantities NA
//     gen_trade keys FILE ROWS       our own layout, every row a key of its
//     own,
//                                    in no order
//
// The areas are those of the library's table, so that every code is known.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "invent.h"
#include "outturn/area.h"

#define AREAS     140
#define REPORTERS 60

typedef struct place {
    unsigned number;
    const char *code;
    char name[80]; // quoted where it has a comma
} place;

typedef struct writer {
    FILE *f;
    double bytes, most;
    uint64_t state;
    place places[AREAS];
    size_t n;
} writer;

static void write_name(char to[], size_t room, const char *name)
{
    const char *quote = strchr(name, ',') != NULL ? "\"" : "";

    snprintf(to, room, "%s%s%s", quote, name, quote);
}

static const place *find_place(const writer *w, const char *code)
{
    for (size_t i = 0; i < w->n; i++) {
        if (strcmp(w->places[i].code, code) == 0) {
            return &w->places[i];
        }
    }
    return NULL;
}

// Five countries of eight by number, those there were all along; Armenia and
// Russia always.
static void find_places(writer *w)
{
    for (unsigned number = 1; number < 1000 && w->n < AREAS; number++) {
        char digits[16];
        const int n = snprintf(digits, sizeof digits, "%u", number);
        const ot_area area = ot_area_find_in("m49", digits, (size_t)n);
        const char *code = ot_area_code(area);
        const int must = strcmp(code, "ARM") == 0 || strcmp(code, "RUS") == 0;
        if (area == OT_AREA_NONE || ot_area_kind_of(area) != OT_AREA_COUNTRY ||
            !ot_area_existed(area, 2000) || !ot_area_existed(area, 2020) ||
            find_place(w, code) != NULL || (next(&w->state) % 8 < 3 && !must)) {
            continue;
        }
        place *p = &w->places[w->n++];
        p->number = number;
        p->code = code;
        write_name(p->name, sizeof p->name, ot_area_name(area));
    }
}

// Between 1 and about 10^most, small ones as often as great ones, in
// thousandths.
static uint64_t invent_thousandths(writer *w, unsigned most)
{
    uint64_t limit = 1000;

    for (uint64_t digits = next(&w->state) % (most + 1); digits > 0; digits--) {
        limit *= 10;
    }
    return limit + next(&w->state) % (limit * 9);
}

// Thousandths as a decimal without needless zeros, but "7.0".
static const char *decimal(char to[24], uint64_t thousandths)
{
    int n =
        snprintf(to, 24, "%llu.%03u", (unsigned long long)(thousandths / 1000),
                 (unsigned)(thousandths % 1000));

    while (to[n - 1] == '0' && to[n - 2] != '.') {
        to[--n] = '\0';
    }
    return to;
}

// ---- comtrade ---------------------------------------------------------------

typedef struct group {
    unsigned period; // 202401
    const place *reporter, *partner;
    const char *flow, *flow_name;
} group;

typedef struct goods {
    char code[16];
    const char *words;
    unsigned level;
} goods;

static const place world = {0, "W00", "World"};

static const char *const words[] = {
    "Apricots; dried",
    "\"Brandy, in containers holding two litres or less\"",
    "Copper ores and concentrates",
    "\"Cheese, of the \"\"Lori\"\" kind, whether or not grated\"",
    "Aluminium foil",
    "\"Diamonds, worked, but neither mounted nor set\"",
    "Garments knitted or crocheted; of cotton",
    "\"Machines for making bricks, tiles and the like; their parts\"",
    "\"Telephones for cellular networks, other than smartphones\"",
    "Gold in forms that are neither wrought nor minted; not for money",
};

#define WORDS (sizeof words / sizeof words[0])

// The first commodity of a group is the total; the others go up.
static void invent_goods(writer *w, goods *k, unsigned *code, unsigned step)
{
    if (*code == 0) {
        *k = (goods){"TOTAL", "All Commodities", 0};
        *code = 10100;
    } else {
        k->level = next(&w->state) % 4 == 0 ? 4 : 6;
        k->words = words[next(&w->state) % WORDS];
        snprintf(k->code, sizeof k->code, "%06u", *code);
        k->code[k->level] = '\0';
    }
    *code += 100 + (unsigned)(next(&w->state) % step);
}

static void write_comtrade(writer *w, const group *g, const goods *k)
{
    const uint64_t value = invent_thousandths(w, 7);
    const int weighed = k->level > 0 && next(&w->state) % 5 > 0;
    const int import = strchr(g->flow, 'M') != NULL;
    char v[24], fob[24], kg[24] = "";

    decimal(v, value);
    decimal(fob, import ? value - value / 17 : value);
    if (weighed) {
        decimal(kg, invent_thousandths(w, 6));
    }
    w->bytes += fprintf(
        w->f,
        "C,M,%u01,%u,%u,%u,%u,%s,%s,%s,%s,%u,%s,%s,0,W00,World,H6,HS,True,%s,"
        "%s,%u,%s,C00,TOTAL CPC,0,0,TOTAL MOT,%s,%s,%s,-1,N/A,,False,%s,False,,"
        "False,%s,%s,%s,0,%s\n",
        g->period, g->period / 100, g->period % 100, g->period,
        g->reporter->number, g->reporter->code, g->reporter->name, g->flow,
        g->flow_name, g->partner->number, g->partner->code, g->partner->name,
        k->code, k->words, k->level, k->level == 6 ? "True" : "False",
        weighed ? "8,kg" : "-1,N/A", kg, weighed ? "True" : "False", kg,
        import ? v : "", fob, v, k->level > 0 ? "True,False" : "False,True");
}

// About fifteen rows, sixty with the world.
static void write_group(writer *w, const group *g)
{
    const unsigned rows =
        g->partner == &world ? 60 : 1 + (unsigned)(next(&w->state) % 29);
    unsigned code = 0;

    for (unsigned i = 0; i < rows && w->bytes < w->most; i++) {
        goods k;
        invent_goods(w, &k, &code, 2 * 960000 / (rows + 1) - 200);
        if (code < 1000000) {
            write_comtrade(w, g, &k);
        }
    }
}

// Two partners in five; Armenia always has Russia.
static void write_partners(writer *w, group *g)
{
    const place *russia = find_place(w, "RUS");
    const int armenia = strcmp(g->reporter->code, "ARM") == 0;

    g->partner = &world;
    write_group(w, g);
    for (size_t j = 0; j < w->n && w->bytes < w->most; j++) {
        g->partner = &w->places[j];
        if (g->partner != g->reporter &&
            (next(&w->state) % 5 < 2 || (armenia && g->partner == russia))) {
            write_group(w, g);
        }
    }
}

static void comtrade(writer *w)
{
    static const char *const flows[][2] = {
        {"M", "Import"},
        {"X", "Export"},
        {"RX", "Re-export"},
        {"RM", "Re-import"},
    };

    w->bytes += fprintf(w->f, "%s", comtrade_header);
    for (unsigned month = 0; w->bytes < w->most; month++) {
        for (size_t r = 0; r < REPORTERS && w->bytes < w->most; r++) {
            group g = {.period = (2010 + month / 12) * 100 + month % 12 + 1,
                       .reporter = r == 0 ? find_place(w, "ARM")
                                          : &w->places[w->n - 2 * r]};
            for (size_t f = 0; f < 4 && w->bytes < w->most; f++) {
                g.flow = flows[f][0];
                g.flow_name = flows[f][1];
                if (f < 2 || next(&w->state) % 8 == 0) {
                    write_partners(w, &g);
                }
            }
        }
    }
}

// ---- baci -------------------------------------------------------------------

// A few pairs trade in nearly everything, most in little: 370 rows of a pair on
// average.
static void write_pair(writer *w, unsigned year, size_t i, size_t j)
{
    const double u = (double)(next(&w->state) % 1000 + 1) / 1000;
    const unsigned rows = 1 + (unsigned)(1480 * u * u * u);
    unsigned code = 10100;
    char v[24], q[24];

    for (unsigned k = 0; k < rows && w->bytes < w->most; k++) {
        const uint64_t value = invent_thousandths(w, 3);
        code += 1 + (unsigned)(next(&w->state) % (2 * 950000 / rows));
        if (code > 999999) {
            return;
        }
        snprintf(v, sizeof v, "%u.%03u", (unsigned)(value / 1000),
                 (unsigned)(value % 1000));
        snprintf(q, sizeof q, "%.3f", (double)value * u / 1000);
        w->bytes += fprintf(w->f, "%u,%u,%u,%06u,%s,%s\n", year,
                            w->places[i].number, w->places[j].number, code, v,
                            next(&w->state) % 25 == 0 ? "NA" : q);
    }
}

static void baci(writer *w)
{
    w->bytes += fprintf(w->f, "t,i,j,k,v,q\n");
    for (unsigned year = 2000; w->bytes < w->most; year++) {
        for (size_t i = 0; i < w->n && w->bytes < w->most; i++) {
            for (size_t j = 0; j < w->n && w->bytes < w->most; j++) {
                if (i != j) {
                    write_pair(w, year, i, j);
                }
            }
        }
    }
}

// ---- keys -------------------------------------------------------------------

// Row i is the key of number i * STEP in the ring of all keys: 100 reporters,
// 100 partners, 2 flows, 100 months, and commodities as many as are needed.
static void keys(writer *w)
{
    const uint64_t rows = (uint64_t)w->most;
    const uint64_t step = 7368787; // a prime: rows must not be a multiple

    fprintf(w->f, "reporter,partner,flow,commodity,period,value,unit\n");
    for (uint64_t i = 0; i < rows; i++) {
        const uint64_t key = i * step % rows;
        const unsigned low = (unsigned)(key % 2000000);
        const unsigned month = low / 20000;
        char v[24];
        fprintf(w->f, "%s,%s,%s,%06u,%u-%02u,%s,USD\n",
                w->places[low % 100].code, w->places[low / 100 % 100].code,
                low / 10000 % 2 == 0 ? "export" : "import",
                10100 + 100 * (unsigned)(key / 2000000), 2010 + month / 12,
                month % 12 + 1, decimal(v, invent_thousandths(w, 6)));
    }
}

static const struct mode {
    const char *name;
    void (*write)(writer *w);
} modes[] = {{"comtrade", comtrade}, {"baci", baci}, {"keys", keys}};

int main(int argc, char *argv[])
{
    static writer w = {.state = 20240930};

    w.most = argc == 4 ? strtod(argv[3], NULL) : 0;
    for (size_t i = 0; i < sizeof modes / sizeof modes[0] && w.most > 0; i++) {
        if (strcmp(argv[1], modes[i].name) != 0) {
            continue;
        }
        w.f = fopen(argv[2], "wb");
        if (w.f != NULL) {
            find_places(&w);
            modes[i].write(&w);
        }
        if (w.f == NULL || fclose(w.f) != 0) {
            perror(argv[2]);
            return 4;
        }
        return 0;
    }
    fprintf(stderr, "usage: gen_trade comtrade|baci FILE BYTES\n"
                    "       gen_trade keys FILE ROWS\n");
    return 2;
}
