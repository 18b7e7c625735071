// SPDX-License-Identifier: GPL-3.0-or-later
// test_groups.c - rows added up as they are: every figure once, in its group,
// however the file is cut and whoever reads it.
#include "support.h"

#include <dirent.h>
#include <stdbool.h>
#include <unistd.h>

#include "outturn/outturn.h"
#include "pack.h"

#define HEADER "reporter,partner,flow,period,value,unit\n"

// What tells rows apart stands before the figure.
#define LAST "reporter,partner,flow,period,unit,value\n"

// ---- files -----------------------------------------------------------------

static char folder[] = "/tmp/outturn-groups-XXXXXX";

static const char *path_of(const char *name)
{
    static char paths[4][sizeof folder + 256];
    static int next;
    char *path = paths[next++ % 4];

    snprintf(path, sizeof paths[0], "%s/%.255s", folder, name);
    return path;
}

static const char *write_bytes(const char *name, const char *bytes, size_t n)
{
    const char *path = path_of(name);
    FILE *f = fopen(path, "wb");

    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
    return path;
}

static const char *write_text(const char *name, const char *text)
{
    return write_bytes(name, text, strlen(text));
}

static char *read_text(const char *path, size_t *n)
{
    FILE *f = fopen(path, "rb");
    char *text = malloc(4000000);

    assert_non_null(f);
    assert_non_null(text);
    *n = fread(text, 1, 4000000 - 1, f);
    assert_true(*n < 4000000 - 1);
    text[*n] = '\0';
    assert_int_equal(fclose(f), 0);
    return text;
}

static void remove_folder(void)
{
    DIR *d = opendir(folder);

    for (struct dirent *e = d != NULL ? readdir(d) : NULL; e != NULL;
         e = readdir(d)) {
        if (e->d_name[0] != '.') {
            unlink(path_of(e->d_name));
        }
    }
    if (d != NULL) {
        closedir(d);
    }
    rmdir(folder);
}

// ---- groups as text --------------------------------------------------------

#define TEXT_ROOM ((size_t)4000000)

// What a reading ended with: the groups as text, or the error.
typedef struct outcome {
    ot_status status;
    char error[400];
    char *groups; // TEXT_ROOM
    ot_tally tally;
} outcome;

static const char *told(const ot_panel *p, const ot_group *g, ot_by by,
                        char room[64])
{
    switch (by) {
    case OT_BY_REPORTER:
        return ot_panel_area_code(p, g->reporter);
    case OT_BY_PARTNER:
        return ot_panel_area_code(p, g->partner);
    case OT_BY_FLOW:
        return ot_flow_at(g->flow)->name;
    case OT_BY_COMMODITY:
        return g->commodity;
    case OT_BY_BASIS:
        return g->basis[0] != '\0' ? g->basis : "-";
    case OT_BY_RELEASE:
        return g->release == OT_DAY_NONE ? "-" : ot_day_text(g->release, room);
    default:
        return ot_period_text(g->period, room);
    }
}

// "RUS 2024: 12.5 USD thousand, 2\n" for each group: its rows stand last.
static void write_groups(const ot_groups *groups, const ot_panel *p,
                         const ot_by *by, char *to)
{
    char room[64], unit[64];
    size_t n = 0;

    to[0] = '\0';
    for (size_t i = 0; i < ot_groups_count(groups); i++) {
        const ot_group g = ot_groups_at(groups, p, i);
        for (const ot_by *b = by; *b != OT_BY_NONE; b++) {
            n += (size_t)snprintf(to + n, TEXT_ROOM - n, "%s%s",
                                  b == by ? "" : " ", told(p, &g, *b, room));
        }
        n += (size_t)snprintf(to + n, TEXT_ROOM - n, ": %s %s, %llu\n", g.value,
                              ot_unit_text(g.unit, unit),
                              (unsigned long long)g.rows);
        assert_true(n < TEXT_ROOM);
    }
}

static void note_error(outcome *o, const ot_error *err)
{
    ot_error inside = *err;

    if (inside.place.path != NULL) { // the folder has another name each time
        const char *slash = strrchr(inside.place.path, '/');
        inside.place.path = slash != NULL ? slash + 1 : inside.place.path;
    }
    ot_error_text(&inside, o->error, sizeof o->error);
}

// Adds up files (up to the first NULL) and writes the groups.
static void add_up(const char *const paths[], const ot_grouping *grouping,
                   const ot_read_options *options, outcome *o)
{
    ot_read_options with = *options;
    ot_groups *groups = NULL;
    ot_panel *p = ot_panel_new();
    ot_error err = {0};
    ot_status status = ot_groups_new(grouping, &groups, &err);

    assert_non_null(p);
    assert_int_equal(status, OT_OK);
    with.groups = groups;
    for (size_t i = 0; paths[i] != NULL && status == OT_OK; i++) {
        status = ot_panel_read(p, paths[i], &with, &err);
    }
    if (status == OT_OK) {
        status = ot_groups_sort(groups, p, &err);
    }
    assert_int_equal(status, err.status);
    o->status = status;
    o->error[0] = '\0';
    o->groups[0] = '\0';
    o->tally = *ot_panel_tally(p);
    if (status == OT_OK) {
        write_groups(groups, p, grouping->by, o->groups);
    } else {
        note_error(o, &err);
    }
    ot_groups_free(groups);
    ot_panel_free(p);
}

static outcome new_outcome(void)
{
    const outcome o = {.groups = malloc(TEXT_ROOM)};

    assert_non_null(o.groups);
    return o;
}

// ---- all ways to read a file -----------------------------------------------

// Threads, bytes of a piece, by libcsv.
static const struct {
    size_t threads, piece;
    bool by_libcsv;
} ways[] = {{1, 0, false},  {1, 0, true},    {1, 64, false}, {2, 64, false},
            {4, 64, false}, {3, 100, false}, {2, 0, false},  {4, 4096, false},
            {0, 0, false},  {8, 333, true}};

#define WAYS (sizeof ways / sizeof ways[0])

static ot_read_options in_way(size_t i, const ot_read_options *options)
{
    ot_read_options o = *options;

    o.threads = ways[i].threads;
    o.piece = ways[i].piece;
    o.by_libcsv = ways[i].by_libcsv;
    return o;
}

// Reads in every way: the same each time. That of the first is in *o.
static void add_up_all_ways(const char *const paths[],
                            const ot_grouping *grouping,
                            const ot_read_options *options, outcome *o)
{
    outcome other = new_outcome();

    for (size_t i = 0; i < WAYS; i++) {
        const ot_read_options with = in_way(i, options);
        add_up(paths, grouping, &with, i == 0 ? o : &other);
        if (i > 0) {
            assert_int_equal(other.status, o->status);
            assert_string_equal(other.error, o->error);
            assert_string_equal(other.groups, o->groups);
        }
        if (i > 0 && o->status == OT_OK) {
            assert_memory_equal(&other.tally, &o->tally, sizeof o->tally);
        }
    }
    free(other.groups);
}

// ---- one file --------------------------------------------------------------

typedef struct group_case {
    const char *name;
    const char *text;   // of the file
    ot_grouping by;     // as_of 0 stands for the latest
    const char *groups; // as write_groups has them; NULL: an error
    ot_status status;
    const char *error;
    bool lenient;
} group_case;

#define BY(...)                                                                \
    {                                                                          \
        .by = { __VA_ARGS__ }                                                  \
    }
#define FLOW_BY(list, ...)                                                     \
    {                                                                          \
        .by = {__VA_ARGS__}, .flows = (list)                                   \
    }

// The sums stand in the texts: each can be added up by eye.
static const group_case group_cases[] = {
    {"a row is a group", HEADER "ARM,RUS,export,2024-01,1.5,USD\n",
     BY(OT_BY_REPORTER, OT_BY_PARTNER, OT_BY_FLOW, OT_BY_PERIOD),
     "ARM RUS export 2024-01: 1.5 USD, 1\n", 0, NULL, false},
    {"repeated rows are counted twice",
     HEADER "ARM,RUS,export,2024-01,1.5,USD\n"
            "ARM,RUS,export,2024-01,1.5,USD\n",
     BY(OT_BY_PERIOD), "2024-01: 3 USD, 2\n", 0, NULL, false},
    {"two figures of one month are added", // no conflict here
     HEADER "ARM,RUS,export,2024-01,1.5,USD\n"
            "ARM,RUS,export,2024-01,2.25,USD\n",
     BY(OT_BY_PARTNER), "RUS: 3.75 USD, 2\n", 0, NULL, false},
    {"totals are added to their parts", // 100 + 60 + 40
     HEADER "ARM,World,export,2024-01,100,USD\n"
            "ARM,RUS,export,2024-01,60,USD\n"
            "ARM,GEO,export,2024-01,40,USD\n",
     BY(OT_BY_REPORTER), "ARM: 200 USD, 3\n", 0, NULL, false},
    {"without a column all is one group",
     HEADER "ARM,RUS,export,2024-01,1,USD\n"
            "GEO,TUR,import,2023,2,USD\n",
     BY(OT_BY_NONE), ": 3 USD, 2\n", 0, NULL, false},
    {"a year and its parts are all of the year", // 1 + 2 + 4 + 8
     HEADER "ARM,RUS,export,2024-01,1,USD\n"
            "ARM,RUS,export,2024-12,2,USD\n"
            "ARM,RUS,export,2024-Q3,4,USD\n"
            "ARM,RUS,export,2024,8,USD\n"
            "ARM,RUS,export,2025-01,16,USD\n",
     BY(OT_BY_YEAR), "2024: 15 USD, 4\n2025: 16 USD, 1\n", 0, NULL, false},
    {"what is longer than a year, or lies over its end, stays",
     HEADER "ARM,RUS,export,2023-12/2024-02,1,USD\n"
            "ARM,RUS,export,2023-01/2024-12,2,USD\n"
            "ARM,RUS,export,2024-01/2024-11,4,USD\n",
     BY(OT_BY_YEAR),
     "2023-01/2024-12: 2 USD, 1\n2023-12/2024-02: 1 USD, 1\n"
     "2024: 4 USD, 1\n",
     0, NULL, false},
    {"a year may begin in July", // June is of the year before
     HEADER "ARM,RUS,export,2024-06,1,USD\n"
            "ARM,RUS,export,2024-07,2,USD\n"
            "ARM,RUS,export,2025-06,4,USD\n"
            "ARM,RUS,export,2024,8,USD\n",
     {.by = {OT_BY_YEAR}, .year_start = 7},
     "2023-07/2024-06: 1 USD, 1\n2024: 8 USD, 1\n2024-07/2025-06: 6 USD, 2\n",
     0,
     NULL,
     false},
    {"periods are in order of their months, the shorter one first",
     HEADER "ARM,RUS,export,2024,1,USD\n"
            "ARM,RUS,export,2024-02,2,USD\n"
            "ARM,RUS,export,2024-Q1,3,USD\n"
            "ARM,RUS,export,2024-01,4,USD\n"
            "ARM,RUS,export,1994-01,5,USD\n",
     BY(OT_BY_PERIOD),
     "1994-01: 5 USD, 1\n2024-01: 4 USD, 1\n2024-01/2024-03: 3 USD, 1\n"
     "2024: 1 USD, 1\n2024-02: 2 USD, 1\n",
     0, NULL, false},
    {"the first column is sorted by first",
     HEADER "RUS,ARM,export,2024-01,1,USD\n"
            "ARM,RUS,export,2024-02,2,USD\n"
            "ARM,GEO,export,2024-01,3,USD\n",
     BY(OT_BY_PERIOD, OT_BY_PARTNER),
     "2024-01 ARM: 1 USD, 1\n2024-01 GEO: 3 USD, 1\n2024-02 RUS: 2 USD, 1\n", 0,
     NULL, false},
    {"and the other way round",
     HEADER "RUS,ARM,export,2024-01,1,USD\n"
            "ARM,RUS,export,2024-02,2,USD\n"
            "ARM,GEO,export,2024-01,3,USD\n",
     BY(OT_BY_PARTNER, OT_BY_PERIOD),
     "ARM 2024-01: 1 USD, 1\nGEO 2024-01: 3 USD, 1\nRUS 2024-02: 2 USD, 1\n", 0,
     NULL, false},
    // ---- units
    {"thousands are added to units", // 2 x 1000 + 1
     HEADER "ARM,RUS,export,2024-01,2,USD thousand\n"
            "ARM,RUS,export,2024-01,1,USD\n",
     BY(OT_BY_FLOW), "export: 2001 USD, 2\n", 0, NULL, false},
    {"the finest unit of all is shown", // 3000 + 2.5
     HEADER "ARM,RUS,export,2024-01,3,USD million\n"
            "ARM,RUS,export,2024-01,2.5,USD thousand\n",
     BY(OT_BY_FLOW), "export: 3002.5 USD thousand, 2\n", 0, NULL, false},
    {"two currencies are two groups",
     HEADER "ARM,RUS,export,2024-01,1,USD\n"
            "ARM,RUS,export,2024-01,2,EUR\n"
            "ARM,RUS,export,2024-01,4,USD\n",
     BY(OT_BY_FLOW), "export: 2 EUR, 1\nexport: 5 USD, 2\n", 0, NULL, false},
    // ---- figures
    {"negative figures are taken away", // 3 - 5.5
     HEADER "ARM,RUS,export,2024-01,-5.5,USD\n"
            "ARM,RUS,export,2024-01,3,USD\n",
     BY(OT_BY_FLOW), "export: -2.5 USD, 2\n", 0, NULL, false},
    {"what cancels out is still a group",
     HEADER "ARM,RUS,export,2024-01,-5,USD\n"
            "ARM,RUS,export,2024-01,5,USD\n",
     BY(OT_BY_FLOW), "export: 0 USD, 2\n", 0, NULL, false},
    {"a zero is a figure", HEADER "ARM,RUS,export,2024-01,0,USD\n",
     BY(OT_BY_FLOW), "export: 0 USD, 1\n", 0, NULL, false},
    {"marks for nothing are no figures",
     HEADER "ARM,RUS,export,2024-01,,USD\nARM,RUS,export,2024-01,-,USD\n"
            "ARM,RUS,export,2024-01,..,USD\nARM,RUS,export,2024-01,NA,USD\n"
            "ARM,RUS,export,2024-01,:,USD\nARM,RUS,export,2024-01,7,USD\n",
     BY(OT_BY_FLOW), "export: 7 USD, 1\n", 0, NULL, false},
    {"a file of nothing but marks has no row that fits",
     HEADER "ARM,RUS,export,2024-01,..,USD\nARM,RUS,export,2024-01,-,USD\n",
     BY(OT_BY_FLOW), NULL, OT_E_DATA, "no row has a figure", false},
    {"however a figure is written", // 1500 + 1500 + 1500 + 1500 + 1500 - 1500
     HEADER "ARM,RUS,export,2024-01,\"1,500\",USD\n"
            "ARM,RUS,export,2024-01,1 500,USD\n"
            "ARM,RUS,export,2024-01,1.5e3,USD\n"
            "ARM,RUS,export,2024-01,+1500.00,USD\n"
            "ARM,RUS,export,2024-01,0001500,USD\n"
            "ARM,RUS,export,2024-01,1500-,USD\n",
     BY(OT_BY_FLOW), "export: 6000 USD, 6\n", 0, NULL, false},
    {"more than a double's 53 bits are exact", // 2^53 + 1, thrice, and 0.1
     HEADER "ARM,RUS,export,2024-01,9007199254740993,USD\n"
            "ARM,RUS,export,2024-01,9007199254740993,USD\n"
            "ARM,RUS,export,2024-01,9007199254740993,USD\n"
            "ARM,RUS,export,2024-01,0.1,USD\n",
     BY(OT_BY_FLOW), "export: 27021597764222979.1 USD, 4\n", 0, NULL, false},
    {"ten times a tenth is one",
     HEADER "A,B,X,2024,0.1,USD\nA,B,X,2024,0.1,USD\nA,B,X,2024,0.1,USD\n"
            "A,B,X,2024,0.1,USD\nA,B,X,2024,0.1,USD\nA,B,X,2024,0.1,USD\n"
            "A,B,X,2024,0.1,USD\nA,B,X,2024,0.1,USD\nA,B,X,2024,0.1,USD\n"
            "A,B,X,2024,0.1,USD\n",
     BY(OT_BY_FLOW), "export: 1 USD, 10\n", 0, NULL, false},
    {"figures of 30 digits", // 1 + 2 + 0.25; zeros before and behind
     HEADER "ARM,RUS,export,2024-01,1.00000000000000000000000000000,USD\n"
            "ARM,RUS,export,2024-01,000000000000000000000000000002,USD\n"
            "ARM,RUS,export,2024-01,00000000000000.250000000000000,USD\n",
     BY(OT_BY_FLOW), "export: 3.25 USD, 3\n", 0, NULL, false},
    {"billionths are kept, and half of one is rounded to even", // 1 + 0 + 2
     HEADER "ARM,RUS,export,2024-01,0.000000001,USD\n"
            "ARM,RUS,export,2024-01,0.0000000005,USD\n"
            "ARM,RUS,export,2024-01,0.0000000015,USD\n",
     BY(OT_BY_FLOW), "export: 0.000000003 USD, 3\n", 0, NULL, false},
    {"18 digits before the point", // twice 10^18 - 1
     HEADER "ARM,RUS,export,2024-01,999999999999999999,USD\n"
            "ARM,RUS,export,2024-01,999999999999999999,USD\n",
     BY(OT_BY_FLOW), "export: 1999999999999999998 USD, 2\n", 0, NULL, false},
    {"30 digits before the point are too many",
     HEADER "ARM,RUS,export,2024-01,1,USD\n"
            "ARM,RUS,export,2024-01,123456789012345678901234567890,USD\n",
     BY(OT_BY_FLOW), NULL, OT_E_LIMIT,
     "file.csv:3:5: '123456789012345678901234567890' is larger than a trade "
     "figure can be",
     false},
    // 2^96 / 10^9 is 79 228 162 514 264 337 593.5 of a unit.
    {"the largest figure that can be added",
     HEADER "ARM,RUS,export,2024-01,79228162514264,USD million\n"
            "ARM,RUS,export,2024-01,79228162514264,USD million\n",
     BY(OT_BY_FLOW), "export: 158456325028528 USD million, 2\n", 0, NULL,
     false},
    {"one more is too large",
     HEADER "ARM,RUS,export,2024-01,1,USD million\n"
            "ARM,RUS,export,2024-01,79228162514265,USD million\n",
     BY(OT_BY_FLOW), NULL, OT_E_LIMIT,
     "file.csv:3:5: the figure is too large to be added up", false},
    {"and so is one less than nothing",
     HEADER "ARM,RUS,export,2024-01,-79228162514265,USD million\n",
     BY(OT_BY_FLOW), NULL, OT_E_LIMIT,
     "file.csv:2:5: the figure is too large to be added up", false},
    // ---- what is asked for
    {"a flow of two",
     HEADER "ARM,RUS,export,2024-01,1,USD\nARM,RUS,import,2024-01,2,USD\n",
     FLOW_BY("import", OT_BY_FLOW), "import: 2 USD, 1\n", 0, NULL, false},
    {"two flows of three, by what files call them",
     HEADER "ARM,RUS,export,2024-01,1,USD\n"
            "ARM,RUS,import,2024-01,2,USD\n"
            "ARM,RUS,re-export,2024-01,4,USD\n",
     FLOW_BY("M, X", OT_BY_PARTNER), "RUS: 3 USD, 2\n", 0, NULL, false},
    {"reporters and partners by code or name", // 1 + 4
     HEADER "ARM,RUS,export,2024-01,1,USD\n"
            "ARM,TUR,export,2024-01,2,USD\n"
            "GEO,RUS,export,2024-01,4,USD\n"
            "IRN,RUS,export,2024-01,8,USD\n",
     {.by = {OT_BY_PARTNER}, .reporters = "ARM,Georgia", .partners = "Russia"},
     "RUS: 5 USD, 2\n",
     0,
     NULL,
     false},
    {"what lies within a period", // not the year, which is longer
     HEADER "ARM,RUS,export,2024-01,1,USD\n"
            "ARM,RUS,export,2024-06,2,USD\n"
            "ARM,RUS,export,2024-Q1,4,USD\n"
            "ARM,RUS,export,2024,8,USD\n"
            "ARM,RUS,export,2023-12,16,USD\n",
     {.by = {OT_BY_FLOW}, .within = {2024 * 12, 6}},
     "export: 7 USD, 3\n",
     0,
     NULL,
     false},
    {"rows that are not asked for may say what they will",
     HEADER "ARM,RUS,export,2024-01,1,USD\n"
            "GEO,RUS,export,2024-01,n/k,USD\n",
     {.by = {OT_BY_FLOW}, .reporters = "ARM"},
     "export: 1 USD, 1\n",
     0,
     NULL,
     false},
    {"an area that there is, but not here",
     HEADER "ARM,RUS,export,2024-01,1,USD\n",
     {.by = {OT_BY_FLOW}, .partners = "TUR"},
     NULL,
     OT_E_DATA,
     "no row is of what was asked for: see what there is with outturn info",
     false},
    {"an area that there is not",
     HEADER "ARM,RUS,export,2024-01,1,USD\n",
     {.by = {OT_BY_FLOW}, .partners = "Russsia"},
     NULL,
     OT_E_USAGE,
     "--partner: no country or group is called 'Russsia'; did you mean Russia?",
     false},
    {"an area that only the file knows",
     HEADER "ARM,Freedonia,export,2024-01,1,USD\n"
            "ARM,RUS,export,2024-01,2,USD\n",
     {.by = {OT_BY_PARTNER}, .partners = "Freedonia"},
     "Freedonia: 1 USD, 1\n",
     0,
     NULL,
     false},
    // ---- bad rows
    {"a figure that is none",
     HEADER "ARM,RUS,export,2024-01,1,USD\nARM,RUS,export,2024-01,many,USD\n",
     BY(OT_BY_FLOW), NULL, OT_E_SYNTAX, "file.csv:3:5: 'many' is not a number",
     false},
    {"a period that is none",
     HEADER "ARM,RUS,export,2024-01,1,USD\nARM,RUS,export,2024-13,1,USD\n"
            "ARM,RUS,export,2024-01,1,USD\n",
     BY(OT_BY_PERIOD), NULL, OT_E_SYNTAX,
     "file.csv:3:4: '2024-13' is not a period (2024, 2024-09, Q3 2024, "
     "9M2024, 2024-01/2024-09, Jan-Sep 2024)",
     false},
    {"what is not told apart by is not looked at",
     HEADER "ARM,RUS,export,2024-01,1,USD\nARM,RUS,export,2024-13,2,USD\n",
     BY(OT_BY_FLOW), "export: 3 USD, 2\n", 0, NULL, false},
    {"a row that is cut, and two more",
     HEADER "ARM,RUS,export,2024-01,1,USD\nARM,RUS\nARM,RUS,export,2024-01,x1,"
            "USD\n\"ARM\"x,RUS,export,2024-01,1,USD\n",
     BY(OT_BY_FLOW), NULL, OT_E_SYNTAX,
     "file.csv:3: the record ends after 2 of 6 fields (is the file cut?) (and "
     "2 more that cannot be read)",
     false},
    {"lines within quotes count", // the bad row begins on line 6
     HEADER "ARM,\"RUS\",export,2024-01,1,USD\n"
            "ARM,RUS,export,2024-01,\"2\n\n\",USD\n"
            "ARM,RUS,export,2024-01,none,USD\n",
     BY(OT_BY_FLOW), NULL, OT_E_SYNTAX, "file.csv:6:5: 'none' is not a number",
     false},
    {"bad rows may be set aside", // 1 + 4
     HEADER "ARM,RUS,export,2024-01,1,USD\n"
            "ARM,RUS,export,2024-01,two,USD\n"
            "ARM,RUS\n"
            "ARM,RUS,export,2024-01,79228162514265,USD million\n"
            "ARM,RUS,export,2024-01,4,USD\n",
     BY(OT_BY_FLOW), "export: 5 USD, 2\n", 0, NULL, true},
    // ---- rows that repeat what stands before their figure
    {"rows that say the same", // 1 + 2 + 4; 8
     LAST "ARM,RUS,export,2024-01,USD,1\nARM,RUS,export,2024-01,USD,2\n"
          "ARM,RUS,export,2024-01,USD,4\nARM,RUS,import,2024-01,USD,8\n",
     BY(OT_BY_FLOW), "export: 7 USD, 3\nimport: 8 USD, 1\n", 0, NULL, false},
    {"rows not asked for that say the same", // 1 + 8
     LAST "ARM,RUS,export,2024-01,USD,1\nARM,RUS,import,2024-01,USD,2\n"
          "ARM,RUS,import,2024-01,USD,4\nARM,RUS,export,2024-01,USD,8\n",
     FLOW_BY("export", OT_BY_FLOW), "export: 9 USD, 2\n", 0, NULL, false},
    {"a row that says nothing is not that before it",
     LAST "ARM,RUS,export,2024-01,USD,1\nARM,RUS,export,,USD,0\n"
          "ARM,RUS,export,,USD,5\nARM,RUS,export,2024-01,USD,1\n",
     BY(OT_BY_PERIOD), NULL, OT_E_SYNTAX, "file.csv:4:4: the period is empty",
     false},
    {"nor does a row of another number of fields say the same", // 4
     LAST "ARM,RUS,export,2024-01,USD,1\nARM,RUS,import,2024-01,USD,2,\n"
          "ARM,RUS,import,2024-01,USD,4\n",
     FLOW_BY("import", OT_BY_FLOW), NULL, OT_E_SYNTAX,
     "file.csv:3: 7 fields under 6 names (a delimiter inside a field that is "
     "not quoted?)",
     false},
    {"doubled quotes in what is repeated", // 1 + 2; 4
     LAST "ARM,\"a \"\"b\"\"\",X,2024,USD,1\nARM,\"a \"\"b\"\"\",X,2024,USD,2\n"
          "ARM,a b,X,2024,USD,4\n",
     BY(OT_BY_PARTNER), "a \"b\": 3 USD, 2\na b: 4 USD, 1\n", 0, NULL, false},
    // ---- columns across
    {"several columns of figures", // 1 + 16; 2 + 32; 4 + 64
     "reporter,partner,flow,unit,2021,2022,2023\n"
     "ARM,RUS,export,USD,1,2,4\nARM,GEO,export,USD,16,32,64\n",
     BY(OT_BY_PERIOD), "2021: 17 USD, 2\n2022: 34 USD, 2\n2023: 68 USD, 2\n", 0,
     NULL, false},
    {"one of several columns within a period",
     "reporter,partner,flow,unit,2021,2022,2023\n"
     "ARM,RUS,export,USD,1,2,4\nARM,GEO,export,USD,16,32,64\n",
     {.by = {OT_BY_PARTNER}, .within = {2022 * 12, 12}},
     "GEO: 32 USD, 1\nRUS: 2 USD, 1\n",
     0,
     NULL,
     false},
    // 10^15 million and more cannot be added up; with it its whole row goes.
    {"of a row across that is set aside nothing is added",
     "reporter,partner,flow,unit,2021,2022,2023\n"
     "ARM,RUS,export,USD million,1,2,4\n"
     "ARM,RUS,export,USD million,8,1000000000000000,16\n"
     "ARM,RUS,export,USD million,32,64,128\n",
     BY(OT_BY_PERIOD),
     "2021: 33 USD million, 2\n2022: 66 USD million, 2\n"
     "2023: 132 USD million, 2\n",
     0, NULL, true},
};

static void adds_up(void **state)
{
    const group_case *c = *state;
    const char *const paths[] = {write_text("file.csv", c->text), NULL};
    const ot_read_options options = {.lenient = c->lenient};
    ot_grouping by = c->by;
    outcome o = new_outcome();

    by.as_of = by.as_of == 0 ? OT_DAY_LATEST : by.as_of;
    add_up_all_ways(paths, &by, &options, &o);
    assert_string_equal(o.error, c->error != NULL ? c->error : "");
    assert_int_equal(o.status, c->status);
    assert_string_equal(o.groups, c->groups != NULL ? c->groups : "");
    free(o.groups);
}

// ---- other columns, whole files --------------------------------------------

#define WIDER                                                                  \
    "reporter,partner,flow,commodity,basis,period,value,unit,vintage\n"

static const group_case wider_cases[] = {
    {"releases are told apart",
     WIDER "ARM,RUS,export,TOTAL,,2024-01,1,USD,2024-03\n"
           "ARM,RUS,export,TOTAL,,2024-02,2,USD,2024-03\n"
           "ARM,RUS,export,TOTAL,,2024-01,4,USD,2024-05-02\n"
           "ARM,RUS,export,TOTAL,,2024-01,8,USD,\n",
     BY(OT_BY_RELEASE), // "2024-03" is the end of March
     "-: 8 USD, 1\n2024-03-31: 3 USD, 2\n2024-05-02: 4 USD, 1\n", 0, NULL,
     false},
    {"as of a day, what has no release is known", // 1 + 2 + 8; 31 March 2024
     WIDER "ARM,RUS,export,TOTAL,,2024-01,1,USD,2024-03\n"
           "ARM,RUS,export,TOTAL,,2024-02,2,USD,2024-03-30\n"
           "ARM,RUS,export,TOTAL,,2024-01,4,USD,2024-04-01\n"
           "ARM,RUS,export,TOTAL,,2024-01,8,USD,\n",
     {.by = {OT_BY_FLOW}, .as_of = 19813},
     "export: 11 USD, 3\n",
     0,
     NULL,
     false},
    {"commodities are in order of their text",
     WIDER "ARM,RUS,export,9,,2024-01,1,USD,\n"
           "ARM,RUS,export,10,,2024-01,2,USD,\n"
           "ARM,RUS,export,0101,,2024-01,4,USD,\n"
           "ARM,RUS,export,\"Fish, dried\",,2024-01,8,USD,\n"
           "ARM,RUS,export,10,,2024-01,16,USD,\n",
     BY(OT_BY_COMMODITY),
     "0101: 4 USD, 1\n10: 18 USD, 2\n9: 1 USD, 1\nFish, dried: 8 USD, 1\n", 0,
     NULL, false},
    {"one commodity of a name with a comma",
     WIDER "ARM,RUS,export,10,,2024-01,2,USD,\n"
           "ARM,RUS,export,\"Fish, dried\",,2024-01,8,USD,\n",
     {.by = {OT_BY_FLOW}, .commodities = "Fish, dried"},
     "export: 8 USD, 1\n",
     0,
     NULL,
     false},
    {"several commodities", // 2 + 1
     WIDER "ARM,RUS,export,10,,2024-01,2,USD,\n"
           "ARM,RUS,export,101,,2024-01,8,USD,\n"
           "ARM,RUS,export,1,,2024-01,1,USD,\n",
     {.by = {OT_BY_FLOW}, .commodities = "1,10"},
     "export: 3 USD, 2\n",
     0,
     NULL,
     false},
    {"bases are told apart",
     WIDER "ARM,RUS,import,TOTAL,origin,2024-01,1,USD,\n"
           "ARM,RUS,import,TOTAL,consignment,2024-01,2,USD,\n"
           "ARM,RUS,export,TOTAL,,2024-01,4,USD,\n",
     BY(OT_BY_BASIS), "-: 4 USD, 1\nconsignment: 2 USD, 1\norigin: 1 USD, 1\n",
     0, NULL, false},
    {"what has no basis is of any", // 1 + 4
     WIDER "ARM,RUS,import,TOTAL,origin,2024-01,1,USD,\n"
           "ARM,RUS,import,TOTAL,consignment,2024-01,2,USD,\n"
           "ARM,RUS,export,TOTAL,,2024-01,4,USD,\n",
     {.by = {OT_BY_REPORTER}, .basis = "origin"},
     "ARM: 5 USD, 2\n",
     0,
     NULL,
     false},
    {"captions say what the columns are", // census-imports.csv: 275 + 900
     "country,country_code,imports_usd,year,month\n"
     "Pakistan,5350,275,2013,1\nChina,5700,900,2013,1\n",
     FLOW_BY("import", OT_BY_FLOW), "import: 1175 USD, 2\n", 0, NULL, false},
    {"and what they are not",
     "country,country_code,imports_usd,year,month\n"
     "Pakistan,5350,275,2013,1\nChina,5700,900,2013,1\n",
     FLOW_BY("export", OT_BY_FLOW), NULL, OT_E_DATA,
     "no row is of what was asked for: see what there is with outturn info",
     false},
    {"one of several columns by its caption", // 10.5 + 11.5; thousand dollars
     "country,year,month,export,import_origin,import_consignment,date,"
     "country_region\n"
     "Russian Federation,2023,1,10.5,20,21,2023-01-01,CIS countries\n"
     "Russian Federation,2023,2,11.5,22,23,2023-02-01,CIS countries\n",
     FLOW_BY("export", OT_BY_FLOW), "export: 22 USD thousand, 2\n", 0, NULL,
     false},
    {"two of them by flow and basis", // 20 + 22; 21 + 23
     "country,year,month,export,import_origin,import_consignment,date,"
     "country_region\n"
     "Russian Federation,2023,1,10.5,20,21,2023-01-01,CIS countries\n"
     "Russian Federation,2023,2,11.5,22,23,2023-02-01,CIS countries\n",
     FLOW_BY("import", OT_BY_FLOW, OT_BY_BASIS),
     "import consignment: 44 USD thousand, 2\n"
     "import origin: 42 USD thousand, 2\n",
     0, NULL, false},
    {"names in Latin-1, and a byte order mark", // 1 + 2
     "\xEF\xBB\xBF" HEADER "T\xFCrkiye,ARM,export,2024-01,1,USD\n"
     "TUR,ARM,export,2024-01,2,USD\n",
     BY(OT_BY_REPORTER), "TUR: 3 USD, 2\n", 0, NULL, false},
    {"carriage returns alone", // 1 + 2
     "reporter,partner,flow,period,value,unit\rARM,RUS,export,2024-01,1,USD\r"
     "ARM,RUS,export,2024-01,2,USD\r",
     BY(OT_BY_FLOW), "export: 3 USD, 2\n", 0, NULL, false},
    {"a header alone", HEADER, BY(OT_BY_FLOW), NULL, OT_E_DATA,
     "no rows below the header", false},
};

// ---- a file by hand --------------------------------------------------------

// "36178.51295" in millionths.
static long long millionths(const char *text)
{
    long long n = 0;
    int places = -1; // behind the point

    for (; *text != '\0'; text++) {
        if (*text == '.') {
            places = 0;
        } else {
            assert_true(*text >= '0' && *text <= '9');
            n = 10 * n + (*text - '0');
            places += places >= 0;
        }
    }
    assert_true(places <= 6);
    for (places = places < 0 ? 0 : places; places < 6; places++) {
        n *= 10;
    }
    return n;
}

// Whether a group holds an entry: they say the same of its columns.
static bool holds(const ot_group *g, const ot_entry *e, ot_by by)
{
    switch (by) {
    case OT_BY_REPORTER:
        return g->reporter == e->reporter;
    case OT_BY_PARTNER:
        return g->partner == e->partner;
    case OT_BY_FLOW:
        return g->flow == e->flow;
    case OT_BY_COMMODITY:
        return strcmp(g->commodity, e->commodity) == 0;
    case OT_BY_BASIS:
        return strcmp(g->basis, e->basis) == 0;
    case OT_BY_PERIOD:
        return ot_period_equal(g->period, e->period);
    case OT_BY_YEAR: // all are of months
        return ot_period_contains(g->period, e->period) &&
               g->period.months == 12 && g->period.first % 12 == 0;
    case OT_BY_RELEASE:
        return g->release == e->release;
    default:
        return true;
    }
}

static ot_groups *groups_of(const char *path, const ot_grouping *grouping,
                            const ot_read_options *options, ot_panel *p)
{
    ot_read_options with = *options;
    ot_groups *groups = NULL;
    ot_error err = {0};

    assert_int_equal(ot_groups_new(grouping, &groups, &err), OT_OK);
    with.groups = groups;
    if (ot_panel_read(p, path, &with, &err) != OT_OK ||
        ot_groups_sort(groups, p, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return groups;
}

#define ARMENIA_RUSSIA "datasets/armenia-russia.csv"

static void check_by_hand(const ot_panel *whole, ot_by by, size_t way)
{
    const ot_grouping grouping = {.by = {by}, .as_of = OT_DAY_LATEST};
    const ot_read_options none = {0};
    const ot_read_options options = in_way(way, &none);
    ot_panel *p = ot_panel_new();
    size_t held = 0;

    assert_non_null(p);
    ot_groups *groups = groups_of(ARMENIA_RUSSIA, &grouping, &options, p);
    for (size_t i = 0; i < ot_groups_count(groups); i++) {
        const ot_group g = ot_groups_at(groups, p, i);
        long long sum = 0;
        uint64_t rows = 0;
        for (size_t k = 0; k < ot_panel_entries(whole); k++) {
            const ot_entry e = ot_panel_entry(whole, k);
            if (holds(&g, &e, by)) {
                sum += millionths(e.value);
                rows += e.rows;
            }
        }
        assert_int_equal(millionths(g.value), sum);
        assert_int_equal(g.rows, rows);
        assert_string_equal(g.unit.code, "USD");
        assert_int_equal(g.unit.scale, 3);
        held += rows;
    }
    assert_int_equal(held, ot_panel_tally(whole)->rows);
    ot_groups_free(groups);
    ot_panel_free(p);
}

static void sums_are_those_of_the_entries(void **state)
{
    ot_panel *whole = ot_panel_new();

    (void)state;
    assert_non_null(whole);
    assert_int_equal(ot_panel_read(whole, ARMENIA_RUSSIA, NULL, NULL), OT_OK);
    assert_int_equal(ot_panel_seal(whole, NULL), OT_OK);
    assert_int_equal(ot_panel_tally(whole)->used, 2319); // nothing left out
    assert_int_equal(ot_panel_tally(whole)->rows, 2319);
    for (int by = OT_BY_NONE; by < OT_BYS; by++) {
        for (size_t way = 0; way < WAYS; way += by == OT_BY_PERIOD ? 4 : 1) {
            check_by_hand(whole, (ot_by)by, way);
        }
    }
    ot_panel_free(whole);
}

// ---- the order of lines ----------------------------------------------------

// xorshift64*: Vigna (2016).
static uint64_t next(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 0x2545f4914f6cdd1du;
}

// All lines but the first change places.
static char *shuffled(const char *text, size_t n, uint64_t seed)
{
    const char **line = calloc(n, sizeof *line);
    char *out = malloc(n + 1);
    size_t lines = 0, used = 0;

    assert_true(line != NULL && out != NULL && text[n - 1] == '\n');
    for (const char *at = text; at < text + n; at = strchr(at, '\n') + 1) {
        line[lines++] = at;
    }
    for (size_t i = lines - 1; i > 1; i--) {
        const size_t k = 1 + next(&seed) % i;
        const char *swap = line[i];
        line[i] = line[k];
        line[k] = swap;
    }
    for (size_t i = 0; i < lines; i++) {
        const size_t length = (size_t)(strchr(line[i], '\n') + 1 - line[i]);
        memcpy(out + used, line[i], length);
        used += length;
    }
    assert_int_equal(used, n);
    free(line);
    return out;
}

static void check_shuffled(const char *from, ot_grouping by)
{
    const ot_read_options options = {0};
    outcome want = new_outcome(), got = new_outcome();
    size_t n;
    char *text = read_text(from, &n);
    const char *const as_it_is[] = {from, NULL};

    by.as_of = OT_DAY_LATEST;
    add_up(as_it_is, &by, &options, &want);
    assert_int_equal(want.status, OT_OK);
    for (uint64_t seed = 1; seed <= 3; seed++) {
        char *other = shuffled(text, n, seed);
        const char *const paths[] = {write_bytes("shuffled.csv", other, n),
                                     NULL};
        add_up_all_ways(paths, &by, &options, &got);
        assert_string_equal(got.groups, want.groups);
        free(other);
    }
    free(text);
    free(want.groups);
    free(got.groups);
}

static void the_order_of_lines_does_not_matter(void **state)
{
    (void)state;
    check_shuffled(ARMENIA_RUSSIA,
                   (ot_grouping){.by = {OT_BY_FLOW, OT_BY_BASIS, OT_BY_PERIOD,
                                        OT_BY_RELEASE}});
    check_shuffled(
        "datasets/us-partners.csv",
        (ot_grouping){.by = {OT_BY_PARTNER, OT_BY_FLOW, OT_BY_YEAR}});
}

// ---- rows that repeat one another ------------------------------------------

static const char *any(uint64_t *seed, const char *const list[], size_t n)
{
    return list[next(seed) % n];
}

#define ANY(seed, ...)                                                         \
    any((seed), (const char *const[]){__VA_ARGS__},                            \
        sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void make_lead(uint64_t *seed, char *to, size_t room)
{
    const bool bad = next(seed) % 300 == 0;

    snprintf(to, room, "%s,%s,%s,%s,%s", ANY(seed, "ARM", "\"ARM\"", "GEO"),
             ANY(seed, "RUS", " RUS"), ANY(seed, "export", "import"),
             bad ? "soon" : ANY(seed, "2024-01", "2024-01", "2024", ""),
             ANY(seed, "USD", "USD", "USD thousand"));
}

// Rows of a few words each, most of which begin as the row before: some without
// a period or a figure, quoted, short, blank, a few bad.
static void make_rows(uint64_t *seed, char *to, size_t room)
{
    char lead[64] = "ARM,RUS,export,2024-01,USD";
    size_t n = (size_t)snprintf(to, room, "%s", LAST);
    const size_t rows = 1 + next(seed) % 200;

    for (size_t i = 0; i < rows; i++) {
        if (next(seed) % 3 == 0) {
            make_lead(seed, lead, sizeof lead);
        }
        n += (size_t)snprintf(
            to + n, room - n, "%s,%s%s", lead,
            ANY(seed, "0", "0", "1", "2.5", "", "\"1,000\"", "x", "1e3"),
            ANY(seed, "\n", "\n", "\n", "\r\n", "\n\n"));
        if (next(seed) % 100 == 0) {
            n += (size_t)snprintf(to + n, room - n, "%s",
                                  ANY(seed, "ARM,RUS\n", "\"ARM\"x,1\n"));
        }
        assert_true(n < room);
    }
}

static void what_rows_repeat_does_not_matter(void **state)
{
    static const ot_grouping by[] = {
        {.by = {OT_BY_PERIOD, OT_BY_FLOW}, .as_of = OT_DAY_LATEST},
        {.by = {OT_BY_REPORTER}, .flows = "import", .as_of = OT_DAY_LATEST},
        {.by = {OT_BY_YEAR}, .reporters = "GEO", .as_of = OT_DAY_LATEST},
    };
    const size_t room = 20000;
    char *text = malloc(room);
    outcome o = new_outcome();
    uint64_t seed = 1;
    size_t good = 0;

    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < 150; i++) {
        const ot_read_options options = {.lenient = i % 2 == 0};
        make_rows(&seed, text, room);
        const char *const paths[] = {write_text("rows.csv", text), NULL};
        add_up_all_ways(paths, &by[i % 3], &options, &o);
        good += o.status == OT_OK;
    }
    assert_true(good > 75);
    free(o.groups);
    free(text);
}

// ---- every layout ----------------------------------------------------------

static const ot_grouping all_columns = {
    .by = {OT_BY_REPORTER, OT_BY_PARTNER, OT_BY_FLOW, OT_BY_COMMODITY,
           OT_BY_BASIS, OT_BY_PERIOD, OT_BY_RELEASE},
    .as_of = OT_DAY_LATEST};

// With rules, with carried names, with lists, broken ones: whatever comes, it
// is the same in every way.
static void every_layout_is_read_the_same_in_every_way(void **state)
{
    const ot_grouping some = {.by = {OT_BY_FLOW, OT_BY_YEAR},
                              .flows = "import",
                              .within = {2000 * 12, 40 * 12},
                              .as_of = OT_DAY_LATEST};
    const ot_read_options options = {.set = "flow=import"};
    const ot_read_options lenient = {.lenient = true};
    DIR *d = opendir("tests/data/layouts");
    outcome o = new_outcome();
    size_t good = 0;

    (void)state;
    assert_non_null(d);
    for (struct dirent *e = readdir(d); e != NULL; e = readdir(d)) {
        char path[512];
        const char *const paths[] = {path, NULL};
        snprintf(path, sizeof path, "tests/data/layouts/%s", e->d_name);
        if (e->d_name[0] != '.') {
            add_up_all_ways(paths, &all_columns, &lenient, &o);
            good += o.status == OT_OK;
            add_up_all_ways(paths, &some, &options, &o);
            good += o.status == OT_OK;
        }
    }
    assert_true(good > 60);
    closedir(d);
    free(o.groups);
}

// Canada's rows of census-wide.csv: months and years, zeros of months that were
// not yet published. Imports: 12 x 40 + 480 + 3 x 44 + 132; exports: 12 x 50 +
// 600 + 3 x 55 + 165. Rows: 12 + 1 + 3 + 1.
static void unpublished_months_are_no_rows(void **state)
{
    const char *const paths[] = {"tests/data/layouts/census-wide.csv", NULL};
    const ot_grouping by = {
        .by = {OT_BY_FLOW}, .partners = "CAN", .as_of = OT_DAY_LATEST};
    const ot_read_options options = {0};
    outcome o = new_outcome();

    (void)state;
    add_up_all_ways(paths, &by, &options, &o);
    assert_string_equal(o.groups, "export: 1530 USD million, 17\n"
                                  "import: 1224 USD million, 17\n");
    free(o.groups);
}

// ---- a list of codes -------------------------------------------------------

static const char figures[] = "t,i,j,k,v,q\n2021,36,9001,010110,1.5,1\n"
                              "2021,36,643,010110,2.0,1\n"
                              "2021,36,51,010110,4.0,1\n";
static const char codes[] = "country_code,country_name,country_iso2,"
                            "country_iso3\n9001,Armenia,AM,ARM\n";

// 9001 is Armenia by the list, 51 by the table: 1.5 + 4.
static void a_list_explains_codes(void **state)
{
    const char *data = write_text("data.csv", figures);
    const char *list = write_text("list.csv", codes);
    const char *const before[] = {list, data, NULL};
    const char *const behind[] = {data, list, NULL};
    const ot_grouping by = {.by = {OT_BY_PARTNER}, .as_of = OT_DAY_LATEST};
    const ot_read_options options = {0};
    outcome o = new_outcome();

    (void)state;
    add_up_all_ways(before, &by, &options, &o);
    assert_string_equal(o.groups,
                        "ARM: 5.5 USD thousand, 2\nRUS: 2 USD thousand, 1\n");
    add_up_all_ways(behind, &by, &options, &o);
    assert_string_equal(o.groups,
                        "ARM: 5.5 USD thousand, 2\nRUS: 2 USD thousand, 1\n");
    free(o.groups);
}

static void rows_are_chosen_by_what_a_list_says(void **state)
{
    const char *data = write_text("data.csv", figures);
    const char *list = write_text("list.csv", codes);
    const char *const before[] = {list, data, NULL};
    const char *const behind[] = {data, list, NULL};
    const char *const both[] = {list, data, list, NULL};
    const ot_grouping by = {
        .by = {OT_BY_FLOW}, .partners = "ARM", .as_of = OT_DAY_LATEST};
    const ot_read_options options = {0};
    outcome o = new_outcome();

    (void)state;
    add_up_all_ways(before, &by, &options, &o);
    assert_string_equal(o.groups, "export: 5.5 USD thousand, 2\n");
    add_up_all_ways(both, &by, &options, &o);
    assert_string_equal(o.groups, "export: 5.5 USD thousand, 2\n");
    add_up_all_ways(behind, &by, &options, &o);
    assert_int_equal(o.status, OT_E_USAGE);
    assert_string_equal(o.error,
                        "list.csv: a list of codes by which rows were chosen "
                        "already: give it before the files that use them");
    free(o.groups);
}

// ---- several files ---------------------------------------------------------

static void files_are_added_to_one_another(void **state)
{
    const char *a =
        write_text("a.csv", HEADER "ARM,RUS,export,2024-01,1,USD\n"
                                   "ARM,RUS,import,2024-01,2,EUR\n");
    const char *b =
        write_text("b.csv", "period;flow;value;unit;partner;reporter\n"
                            "2024-01;export;\"3,5\";USD thousand;RUS;ARM\n");
    const char *const paths[] = {a, b, a, NULL}; // one of them twice
    const ot_grouping by = {.by = {OT_BY_FLOW}, .as_of = OT_DAY_LATEST};
    const ot_read_options options = {0};
    outcome o = new_outcome();

    (void)state;
    add_up_all_ways(paths, &by, &options, &o); // 2 x 1 + 3500; 2 x 2
    assert_string_equal(o.groups, "export: 3502 USD, 3\nimport: 4 EUR, 2\n");
    free(o.groups);
}

#define MEMBER(name, text)                                                     \
    {                                                                          \
        (name), (text), sizeof(text) - 1                                       \
    }

static const char *write_zip(const char *name, const char *second,
                             size_t second_n)
{
    const pack_member members[] = {
        MEMBER("a.csv", HEADER "ARM,RUS,export,2024-01,10,EUR thousand\n"
                               "ARM,GEO,export,2024-01,20,USD\n"),
        {"b.csv", second, second_n},
    };
    const packed_bytes b = pack_zip(members, 2, NULL);
    const char *path = write_bytes(name, b.at, b.n);

    free(b.at);
    return path;
}

#define GOOD_MEMBER HEADER "ARM,GEO,export,2024-01,40,USD\n"
#define BAD_MEMBER  HEADER "ARM,GEO,export,2024-01,40,USD\nARM,GEO,x\n"

// What a file that is refused brought is taken back, its units and scales too.
static void a_bad_file_leaves_the_groups_as_they_were(void **state)
{
    const char *good =
        write_text("good.csv", HEADER "ARM,RUS,export,2024-01,3,USD million\n");
    const char *bad_plain = write_text(
        "bad.csv", HEADER "ARM,RUS,export,2024-01,5,USD\nARM,RUS,export,-,,\n"
                          "ARM,RUS,export,2024-01,oops,USD\n");
    const char *bad_zip =
        write_zip("bad.zip", BAD_MEMBER, sizeof BAD_MEMBER - 1);
    const ot_grouping by = {.by = {OT_BY_PARTNER}, .as_of = OT_DAY_LATEST};
    outcome o = new_outcome();

    (void)state;
    for (size_t way = 0; way < WAYS; way++) {
        const ot_read_options none = {0};
        ot_read_options with = in_way(way, &none);
        ot_panel *p = ot_panel_new();
        ot_error err = {0};
        assert_int_equal(ot_groups_new(&by, &with.groups, NULL), OT_OK);
        assert_int_equal(ot_panel_read(p, good, &with, NULL), OT_OK);
        const ot_tally before = *ot_panel_tally(p);
        assert_int_equal(ot_panel_read(p, bad_plain, &with, &err), OT_E_SYNTAX);
        assert_int_equal(err.place.line, 4);
        err = (ot_error){0};
        assert_int_equal(ot_panel_read(p, bad_zip, &with, &err), OT_E_SYNTAX);
        assert_int_equal(err.place.line, 3);
        assert_string_equal(err.member, "b.csv");
        assert_memory_equal(ot_panel_tally(p), &before, sizeof before);
        assert_int_equal(ot_panel_read(p, good, &with, NULL), OT_OK);
        assert_int_equal(ot_groups_sort(with.groups, p, NULL), OT_OK);
        write_groups(with.groups, p, by.by, o.groups);
        assert_string_equal(o.groups, "RUS: 6 USD million, 2\n");
        ot_groups_free(with.groups);
        ot_panel_free(p);
    }
    free(o.groups);
}

static void files_of_an_archive_are_added_up(void **state)
{
    const char *const paths[] = {
        write_zip("good.zip", GOOD_MEMBER, sizeof GOOD_MEMBER - 1), NULL};
    const ot_grouping by = {.by = {OT_BY_PARTNER}, .as_of = OT_DAY_LATEST};
    const ot_read_options options = {0};
    outcome o = new_outcome();

    (void)state;
    add_up_all_ways(paths, &by, &options, &o); // 20 + 40; EUR 10 thousand
    assert_string_equal(o.groups, "GEO: 60 USD, 2\nRUS: 10000 EUR, 1\n");
    free(o.groups);
}

// ---- many bad rows ---------------------------------------------------------

typedef struct bad_case {
    const char *name;
    size_t good, bad; // rows: the good ones before the bad ones
    const char *error;
} bad_case;

static const bad_case bad_cases[] = {
    {"one", 5000, 1, "file.csv:5002:5: 'bad' is not a number"},
    {"two", 5000, 2,
     "file.csv:5002:5: 'bad' is not a number (and 1 more that cannot be read)"},
    {"999", 10, 999,
     "file.csv:12:5: 'bad' is not a number (and 998 more that cannot be read)"},
    {"1000", 10, 1000,
     "file.csv:12:5: 'bad' is not a number (and 999 more that cannot be read)"},
    {"1001: no more are counted", 10, 1001,
     "file.csv:12:5: 'bad' is not a number (and 999 more that cannot be read)"},
    {"nothing else", 0, 3000,
     "file.csv:2:5: 'bad' is not a number (and 999 more that cannot be read)"},
};

static char *many_rows(size_t good, size_t bad)
{
    static const char good_row[] = "ARM,RUS,export,2024-01,1,USD\n";
    static const char bad_row[] = "ARM,RUS,export,2024-01,bad,USD\n";
    char *text =
        malloc(sizeof HEADER + good * sizeof good_row + bad * sizeof bad_row);
    size_t n = sizeof HEADER - 1;

    assert_non_null(text);
    memcpy(text, HEADER, sizeof HEADER);
    for (size_t i = 0; i < good + bad; i++) {
        const char *row = i < good ? good_row : bad_row;
        memcpy(text + n, row, strlen(row) + 1);
        n += strlen(row);
    }
    return text;
}

static void counts_bad_rows(void **state)
{
    const bad_case *c = *state;
    char *text = many_rows(c->good, c->bad);
    const char *const paths[] = {write_text("file.csv", text), NULL};
    const ot_grouping by = {.by = {OT_BY_FLOW}, .as_of = OT_DAY_LATEST};
    const ot_read_options options = {0}, lenient = {.lenient = true};
    char sum[64];
    outcome o = new_outcome();

    add_up_all_ways(paths, &by, &options, &o);
    assert_int_equal(o.status, OT_E_SYNTAX);
    assert_string_equal(o.error, c->error);
    add_up_all_ways(paths, &by, &lenient, &o);
    snprintf(sum, sizeof sum, "export: %zu USD, %zu\n", c->good, c->good);
    assert_string_equal(o.groups, c->good > 0 ? sum : "");
    if (c->good > 0) {
        assert_int_equal(o.tally.malformed, c->bad);
        assert_int_equal(o.tally.used, c->good);
        assert_int_equal(o.tally.rows, c->good + c->bad);
    }
    free(o.groups);
    free(text);
}

// ---- what cannot be grouped ------------------------------------------------

typedef struct refused_case {
    const char *name;
    ot_grouping by;
    const char *message;
} refused_case;

static const refused_case refused_cases[] = {
    {"a flow that is worked out",
     {.flows = "turnover"},
     "turnover is worked out, no row holds it: ask for export,import"},
    {"the same among others",
     {.flows = "export, balance"},
     "balance is worked out, no row holds it: ask for export,import"},
    {"a flow that there is not",
     {.flows = "exprot"},
     "'exprot' is not a flow (see help flows)"},
    {"by period and by year",
     {.by = {OT_BY_YEAR, OT_BY_FLOW, OT_BY_PERIOD}},
     "rows are told apart by period or by year, not by both"},
};

static void is_refused(void **state)
{
    const refused_case *c = *state;
    ot_groups *groups = NULL;
    ot_error err = {0};

    assert_int_equal(ot_groups_new(&c->by, &groups, &err), OT_E_USAGE);
    assert_null(groups);
    assert_int_equal(err.status, OT_E_USAGE);
    assert_string_equal(err.message, c->message);
    assert_int_equal(ot_groups_new(&c->by, &groups, NULL), OT_E_USAGE);
    ot_groups_free(groups);
}

static void a_row_across_that_is_set_aside_is_counted_once(void **state)
{
    const char *const paths[] = {
        write_text("file.csv", "reporter,partner,flow,unit,2021,2022\n"
                               "ARM,RUS,export,USD million,1,2\n"
                               "ARM,RUS,export,USD million,4,1000000000000000\n"
                               "GEO,RUS,export,USD million,8,16\n"),
        NULL};
    const ot_grouping by = {
        .by = {OT_BY_FLOW}, .reporters = "ARM", .as_of = OT_DAY_LATEST};
    const ot_read_options lenient = {.lenient = true};
    outcome o = new_outcome();

    (void)state;
    add_up_all_ways(paths, &by, &lenient, &o);
    assert_string_equal(o.groups, "export: 3 USD million, 2\n");
    assert_int_equal(o.tally.rows, 3);
    assert_int_equal(o.tally.used, 1);
    assert_int_equal(o.tally.malformed, 1);
    assert_int_equal(o.tally.not_asked, 1);
    assert_int_equal(o.tally.figures, 2);
    free(o.groups);
}

static void shows_any_scale(void **state)
{
    const char *path = write_text(
        "file.csv", HEADER "ARM,RUS,export,2024-01,1234.5,USD thousand\n");
    const ot_grouping by = {.by = {OT_BY_FLOW}, .as_of = OT_DAY_LATEST};
    const ot_read_options options = {0};
    ot_panel *p = ot_panel_new();
    static const struct {
        int scale;
        const char *value;
    } shown[] = {{-1, "1234.5"}, {0, "1234500"},   {3, "1234.5"},
                 {6, "1.2345"},  {9, "0.0012345"}, {12, "0.0000012345"}};

    (void)state;
    assert_non_null(p);
    ot_groups *groups = groups_of(path, &by, &options, p);
    assert_int_equal(ot_groups_count(groups), 1);
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
        ot_groups_scale(groups, shown[i].scale);
        const ot_group g = ot_groups_at(groups, p, 0);
        assert_string_equal(g.value, shown[i].value);
        assert_int_equal(g.unit.scale,
                         shown[i].scale >= 0 ? shown[i].scale : 3);
    }
    ot_groups_free(groups);
    ot_panel_free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_those_of_the_entries),
        cmocka_unit_test(the_order_of_lines_does_not_matter),
        cmocka_unit_test(what_rows_repeat_does_not_matter),
        cmocka_unit_test(every_layout_is_read_the_same_in_every_way),
        cmocka_unit_test(unpublished_months_are_no_rows),
        cmocka_unit_test(a_list_explains_codes),
        cmocka_unit_test(rows_are_chosen_by_what_a_list_says),
        cmocka_unit_test(files_are_added_to_one_another),
        cmocka_unit_test(a_bad_file_leaves_the_groups_as_they_were),
        cmocka_unit_test(files_of_an_archive_are_added_up),
        cmocka_unit_test(a_row_across_that_is_set_aside_is_counted_once),
        cmocka_unit_test(shows_any_scale),
    };

    if (mkdtemp(folder) == NULL) {
        return 1;
    }
    const int failed =
        cmocka_run_group_tests_name("groups", tests, NULL, NULL) +
        RUN_TABLE("group", group_cases, adds_up) +
        RUN_TABLE("wider", wider_cases, adds_up) +
        RUN_TABLE("bad", bad_cases, counts_bad_rows) +
        RUN_TABLE("refused", refused_cases, is_refused);
    remove_folder();
    return failed;
}
