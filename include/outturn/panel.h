// SPDX-License-Identifier: GPL-3.0-or-later
// panel.h - trade figures read from files, and what a selection of them says.
//
// Read files into a panel, seal it, then select. After ot_panel_seal a panel is
// constant and may be read from several threads.
#ifndef OUTTURN_PANEL_H
#define OUTTURN_PANEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "outturn/area.h"
#include "outturn/error.h"
#include "outturn/interval.h"
#include "outturn/period.h"
#include "outturn/rates.h"
#include "outturn/series.h"
#include "outturn/unit.h"

#ifdef __cplusplus
extern "C" {
#endif

// Flows. The first ones are what files hold; turnover, balance and domestic
// export are composed of them when a selection is made.
typedef struct ot_flow {
    const char *name;    // "export", "import", "re-export", "turnover" ...
    const char *summary; // "exports + imports"
    struct {
        int sign;     // 0 ends the list
        uint8_t flow; // index of a flow that files hold
    } terms[4];
} ot_flow;

OT_API size_t ot_flow_count(void);
OT_API const ot_flow *ot_flow_at(size_t i);
// By name or by a code that files use (X, M, RX, export, exports, imports ...);
// NULL: not known.
OT_API const ot_flow *ot_flow_find(const char *text, size_t n);
OT_API bool ot_flow_composed(const ot_flow *flow); // more than one term

typedef struct ot_panel ot_panel;

typedef struct ot_groups ot_groups;

// How far the reading of a file has come.
typedef struct ot_progress {
    uint64_t bytes; // of text
    uint64_t rows;
    uint64_t done, all; // bytes of the file, packed as they may be; all 0: not
                        // known
} ot_progress;

// How one file is to be read; {0} lets it be detected.
typedef struct ot_read_options {
    const char *layout;      // name of a layout, or the path of its text below;
                             // NULL: detect
    const char *layout_text; // the lines of a layout file; NULL: a known one
    const char *values;   // columns of figures: "across", or as in a layout's
                          // lines, set off by ';'; NULL: by the layout
    const char *map;      // "value=trade_value,period=ym"; NULL: none
    const char *set;      // "reporter=ARM,unit=USD thousand"; NULL: none
    char decimal;         // '.' or ','; 0: '.'
    const char *encoding; // "windows-1251"; NULL or "auto": UTF-8, or UTF-16 by
                          // its mark
    char delimiter;       // 0: detect among , ; tab |
    int year_start;       // as ot_period_parse
    bool lenient;      // records that cannot be read are set aside and counted
    bool keep_rejects; // every row that does not count is remembered
    ot_dimension
        measure; // what is read of a file that holds several; NONE: money
    // Only figures of these reporters are kept; 0 of them: all. Other rows are
    // counted in the tally as not asked for.
    const ot_area *reporters;
    size_t reporter_count;
    // Rows are added up there (groups.h) and no figure is kept; NULL: all are.
    ot_groups *groups;
    // With groups: figures are kept after all, up to so many; where there are
    // more, all rows of the panel are added up, those kept before as well (then
    // ot_panel_added). 0: none are kept.
    size_t figures_most;
    size_t threads; // that may add up rows; 0: one
    size_t piece;   // bytes of a file that one of them reads at once; 0: as
                    // many as are good; 64 at least
    bool by_libcsv; // all records by libcsv alone, on one thread: slow, and the
                    // same
    // Called now and then, from any thread but never from two at once; NULL:
    // not wanted.
    void (*progress)(const ot_progress *progress, void *context);
    void *progress_context;
} ot_read_options;

OT_API ot_panel *ot_panel_new(void); // NULL: out of memory
OT_API void ot_panel_free(ot_panel *panel);
// Adds a file ("-": standard input). A zip archive adds every file in it, by
// the name "trade.zip:2024.csv". On failure the panel holds what it held
// before, unless figures it had kept were being added up (figures_most). Errors
// name path:line:field; err->foreign says that the file, which is none in an
// archive, is not one of trade figures at all. A file with bad records is
// refused with the first of them; how many more there are is in the message.
OT_API ot_status ot_panel_read(ot_panel *panel, const char *path,
                               const ot_read_options *options, ot_error *err);
// Puts the cells in order, chooses one partition each (totals or parts),
// settles duplicates. OT_E_DATA: the same cell with two values and no release
// to tell them apart (both places named).
OT_API ot_status ot_panel_seal(ot_panel *panel, ot_error *err);

// The account of a reading, summed over all files of a panel. Rows are the
// records below the headers; every one is in exactly one of the classes from
// `used` to `conflicts`. A row may hold several figures (months across).
typedef struct ot_tally {
    uint64_t bytes, rows;
    uint64_t used;            // rows that stand in a cell that counts
    uint64_t totals_left_out; // parts beside a total, or totals beside parts
    uint64_t duplicates;      // identical to another row: counted once
    uint64_t not_asked;       // filtered: not of what was asked for
    uint64_t outside;         // filtered: in a part the layout does not read
    uint64_t no_value;        // set aside: value empty or marked as missing
    uint64_t no_amount;       // set aside: rates, shares, counts
    uint64_t headings;        // set aside: headings, notes, a header again
    uint64_t malformed;       // set aside, if that was allowed: cannot be read
    uint64_t conflicts;       // set aside, if that was allowed: another value
                              // for a figure that is there
    uint64_t titles;          // records above the headers; not among the rows
    uint64_t figures;         // figures that count
    uint64_t figures_aside;   // figures of totals left out and repetitions
    uint64_t empty;           // fields without one, of rows with several
    uint64_t unpublished;     // zeros of months that are not yet published
    uint64_t suppressed;
    uint64_t short_rows, long_rows;
    uint64_t blank_lines;
} ot_tally;

OT_API const ot_tally *ot_panel_tally(const ot_panel *panel);

// Classes of rows that do not count.
typedef enum ot_class {
    OT_CLASS_TOTAL,
    OT_CLASS_REPEATED,
    OT_CLASS_NOT_ASKED,
    OT_CLASS_OUTSIDE,
    OT_CLASS_NO_VALUE,
    OT_CLASS_NO_AMOUNT,
    OT_CLASS_HEADING,
    OT_CLASS_MALFORMED,
    OT_CLASS_CONFLICT,
    OT_CLASSES
} ot_class;

#define OT_CLASS_PLACES 3

typedef struct ot_class_sum {
    const char *words; // "without a value"
    uint64_t rows;
    bool known;                      // their figures could be read, in one unit
    double sum;                      // of those, in base units
    ot_unit unit;                    // of the sum, scale 0
    ot_place place[OT_CLASS_PLACES]; // the first of them
    const char *why[OT_CLASS_PLACES]; // NULL: nothing more to say
    size_t places;
} ot_class_sum;

OT_API ot_class_sum ot_panel_class(const ot_panel *panel, ot_class which);
OT_API const char *ot_class_words(ot_class which);

// Calls for every row that does not count, in order of file and line, with its
// bytes as they stand in the file, which is read again for it (standard input
// cannot be: OT_E_USAGE). Needs ot_read_options.keep_rejects while reading.
OT_API ot_status ot_panel_rejects(ot_panel *panel,
                                  ot_status (*see)(void *context,
                                                   const char *path, long line,
                                                   const char *reason,
                                                   const char *bytes, size_t n,
                                                   ot_error *err),
                                  void *context, ot_error *err);
// After ot_panel_read failed: what, added to the options, would make the file
// readable; "": nothing that is known. Good until the next reading.
typedef struct ot_advice {
    const char *map, *set;
} ot_advice;

OT_API ot_advice ot_panel_advice(const ot_panel *panel);

// Whether rows were added up in groups and no figure is kept.
OT_API bool ot_panel_added(const ot_panel *panel);

// Files read.
typedef struct ot_file {
    const char *path;   // "trade.zip:2024.csv" in an archive
    const char *given;  // as it was given to ot_panel_read: "-", "trade.zip"
    const char *layout; // name of the layout used
    uint64_t rows;
    char delimiter;
    const char *encoding; // "utf-8", "utf-16le": how its bytes were decoded
    bool unended; // its last line has no end: a file that was cut looks so
    bool latin1;  // bytes that are not UTF-8 were read as Windows-1252
    char decimal; // '.' or ','
    const char *runner_up; // the layout that fits next best; "": none
    int sure, next;        // how well both fit
    const char *columns;   // how each column is used, a line each
    const char *lines;     // the layout as a layout file holds it
    const char *publisher; // who publishes such files; "": not known
} ot_file;

OT_API size_t ot_panel_files(const ot_panel *panel);
OT_API ot_file ot_panel_file(const ot_panel *panel, size_t i);

// The figures one by one, in order of their keys, periods and releases.
typedef struct ot_entry {
    ot_area reporter, partner;
    uint8_t flow;
    const char *commodity, *basis;
    ot_unit unit; // as published, with scale
    ot_period period;
    char value[64]; // exact, in that unit; "": none
    ot_day release; // OT_DAY_NONE: undated
    ot_state state;
    bool provisional, estimated, breaks; // as OT_FLAG_ in series.h
    uint32_t rows;                       // that were added up
    const char *path;
    long line; // of the first of them
} ot_entry;

OT_API size_t ot_panel_entries(const ot_panel *panel);
OT_API ot_entry ot_panel_entry(const ot_panel *panel, size_t i);

// Keys: what series there are, in order of their text.
typedef struct ot_key {
    ot_area reporter, partner;
    uint8_t flow;          // index of a flow that files hold
    const char *commodity; // "TOTAL", "2709" ...; never NULL
    const char *basis;     // "", "origin", "consignment", "cif" ...
    ot_unit unit;          // as published, with scale
    ot_period span;        // first to last month of its cells
    size_t cells;
} ot_key;

OT_API size_t ot_panel_keys(const ot_panel *panel);
OT_API ot_key ot_panel_key(const ot_panel *panel, size_t i);
// Code and name of an area as this panel knows it (also unknown ones).
OT_API const char *ot_panel_area_code(const ot_panel *panel, ot_area area);
OT_API const char *ot_panel_area_name(const ot_panel *panel, ot_area area);
// How many areas the files named that the table has not; their numbers go on
// from ot_area_count().
OT_API size_t ot_panel_unknown_areas(const ot_panel *panel);
// Finds an area by text, in the table or among those the files brought.
OT_API ot_area ot_panel_area_find(const ot_panel *panel, const char *text);

// Editions of the Harmonized System that the files say their codes are of: bit
// i stands for H0 (1988/92) to H6 (2022), as UN Comtrade has them. Their codes
// are kept under the same keys; 0: nothing is said.
OT_API unsigned ot_panel_hs_revisions(const ot_panel *panel);

// Releases (vintages) in the files, oldest first; 0 where cells are undated.
OT_API size_t ot_panel_releases(const ot_panel *panel);
OT_API ot_day ot_panel_release(const ot_panel *panel, size_t i);

// What is asked for. {0}-like defaults: fields left NULL or NONE mean "the only
// one there is"; more than one is refused, naming them.
typedef enum ot_absence {
    OT_ABSENCE_TELL = 0, // by what the files show: see ot_state
    OT_ABSENCE_ZERO,
    OT_ABSENCE_MISSING
} ot_absence;

typedef struct ot_selection {
    ot_area reporter;     // OT_AREA_NONE: the only one
    ot_area partner;      // OT_AREA_NONE: the only one, else World
    const ot_flow *flow;  // must be given
    char commodity[160];  // "": TOTAL, else the only one
    const char *basis;    // NULL: the only one; "origin"
    ot_dimension measure; // OT_DIM_NONE: money, else the only one
    char unit[12]; // code of a unit where there are several; "": the only
                   // one
    ot_day as_of;  // OT_DAY_LATEST: all that is known
    ot_absence absence;
    // Amounts are converted into `currency` at the average rates of their own
    // months; NULL: they stay as published. Borrowed as long as the view lives.
    const ot_rates *rates;
    char currency[12]; // "EUR"
} ot_selection;

// A selection bound to its cells as of a day; free with ot_view_free. The panel
// must outlive it.
typedef struct ot_view ot_view;

// OT_E_DATA  nothing matches (the nearest names are given), or the selection
//            leaves two bases or units (they are named), or the rates do not
//            hold its currency
OT_API ot_status ot_panel_select(const ot_panel *panel,
                                 const ot_selection *selection, ot_view **view,
                                 ot_error *err);
// The same selection as it was known on another day: what had been published by
// then. Errors as ot_panel_select.
OT_API ot_status ot_view_as_of(const ot_view *view, ot_day day, ot_view **then,
                               ot_error *err);
OT_API void ot_view_free(ot_view *view);

// How a value came about.
typedef enum ot_origin {
    OT_FROM_CELL = 0,   // published as such
    OT_FROM_SUM,        // finer cells added
    OT_FROM_DIFFERENCE, // to-date cells subtracted
    OT_FROM_NOTHING
} ot_origin;

typedef struct ot_value {
    double y;         // whole base units (USD); NaN when not known
    double half;      // half the width of what rounding allows; 0: exact
    ot_state state;   // the worst of its months
    ot_origin origin; // the least direct of its parts
    ot_period hole;   // first stretch that is not known (months 0: none)
    int32_t holes;    // how many months are not known
    int32_t absent;   // months counted as 0 because the row was absent
    int32_t averaged; // months converted at a mean of several months' rates:
                      // of figures published for longer than a month only
    bool mixed;       // a difference of cells from two releases
    bool provisional, estimated;
    bool breaks;    // a break in the series falls in it
    ot_day release; // newest release used, OT_DAY_NONE: undated
    size_t cells;   // cells used
} ot_value;

// The value of any period. Its own published cell, else finer cells that tile
// it, else a difference of to-date cells. A composed flow is known where all
// its terms are.
OT_API ot_value ot_view_value(const ot_view *view, ot_period period);
OT_API ot_interval ot_value_interval(ot_value v);
OT_API uint8_t ot_value_flags(const ot_value *v); // OT_FLAG_ bits of series.h
// The same in the files' currency, where the view converts.
OT_API ot_value ot_view_value_published(const ot_view *view, ot_period period);

OT_API ot_period ot_view_span(const ot_view *view); // first to last month known
// The last month of data known, as of the view's day, at monthly or coarser
// steps.
OT_API int32_t
ot_view_step(const ot_view *view); // finest step: 1, 3 or 12 months
OT_API ot_unit ot_view_unit(const ot_view *view); // base unit, scale 0
// The rates by which it is converted; NULL: its amounts are as published, also
// where they were in the currency asked for.
OT_API const ot_rates *ot_view_rates(const ot_view *view);
OT_API ot_unit
ot_view_unit_published(const ot_view *view); // of the files, scale 0
OT_API int ot_view_published_scale(
    const ot_view *view); // of the files' unit: 3 for thousand
OT_API const char *ot_view_basis(const ot_view *view); // "", "origin" ...
OT_API const char *ot_view_commodity(const ot_view *view);
OT_API ot_area ot_view_reporter(const ot_view *view);
OT_API ot_area ot_view_partner(const ot_view *view);
OT_API const ot_flow *ot_view_flow(const ot_view *view);
// A selection the files do not hold as such is the sum over a partition of what
// they do: of the partners of the world or of a group, of the codes of a total.
// How many of them were added, at most; 0: none were.
OT_API size_t ot_view_partners_added(const ot_view *view);
OT_API size_t ot_view_codes_added(const ot_view *view);
OT_API ot_day
ot_view_release(const ot_view *view); // newest release used anywhere

// The view at a step (1, 3, 6, 12 months) over a range (months 0: its span,
// whole steps counted from the year start month, 1: January); free with
// ot_series_free.
OT_API ot_status ot_view_series(const ot_view *view, int32_t step,
                                ot_period range, int year_start,
                                ot_series **series, ot_error *err);

// Where the numbers of a period came from: calls see() for each cell used.
typedef struct ot_used_cell {
    const char *path;
    long line;
    uint8_t flow;
    int sign;
    ot_period period;
    double y;    // as published
    double rate; // by which it was multiplied; 1: not converted
    ot_day release;
} ot_used_cell;
OT_API void ot_view_trace(const ot_view *view, ot_period period,
                          void (*see)(const ot_used_cell *cell, void *context),
                          void *context);

#ifdef __cplusplus
}
#endif
#endif
