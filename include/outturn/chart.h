// SPDX-License-Identifier: GPL-3.0-or-later
// chart.h - a picture as data, drawn to PNG, PDF or SVG.
//
// A chart is a value: it borrows everything it points to. Drawing is a pure
// function of the chart, the options and the installed fonts; it reads neither
// clock nor locale, so the same chart gives the same bytes.
#ifndef OUTTURN_CHART_H
#define OUTTURN_CHART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "outturn/error.h"
#include "outturn/period.h"
#include "outturn/series.h"
#include "outturn/unit.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ot_line_style {
    OT_LINE_PLAIN = 0, // one of at most four; colour and dash by its place
    OT_LINE_MUTED,     // thin grey background: earlier years
    OT_LINE_BOLD,      // what the chart is about; a fan starts at its end
    OT_LINE_LATER      // dotted, hollow end: what became known afterwards
} ot_line_style;

// y[i] belongs to the period {first + i * step, step}; NaN is a gap. In base
// units of the chart's unit (USD, not bn USD).
typedef struct ot_chart_line {
    const char *label; // "2024", "Exports"; UTF-8
    int32_t first;
    int32_t step; // months
    size_t n;
    const double *y;
    ot_line_style style;
} ot_chart_line;

// What else is known of a line's n values; any may be NULL. Marked in the
// picture, said in its notes, its description and its data.
typedef struct ot_line_facts {
    const uint8_t
        *state; // ot_state, why one is not known; NULL: NaN is missing
    const uint8_t *flags; // OT_FLAG_ bits of series.h
    const double *half;   // half a unit of what was published; 0: exact
} ot_line_facts;

// Quantiles of an uncertain value: 2.5, 10, 25, 50, 75, 90, 97.5 %. NaN where
// not known: that band is left out.
#define OT_FAN_QUANTILES 7
typedef struct ot_fan_step {
    double q[OT_FAN_QUANTILES];
} ot_fan_step;

// What is projected after the last known value of the bold line. at[i] belongs
// to the period {first + i * step, step}. A race usually has one: its end.
typedef struct ot_fan {
    int32_t first;
    int32_t step;
    size_t n;
    const ot_fan_step *at;
    const char *label; // word before the figures; NULL: "Projected"
} ot_fan;

// A stated figure for the end of the axis, drawn as its own bar. An end may be
// infinite: "over 14 bn".
typedef struct ot_claim_bar {
    double lo, hi;
    const char *label; // word after the figures; NULL: "claimed"
} ot_claim_bar;

typedef enum ot_row_style {
    OT_ROW_PLAIN = 0,
    OT_ROW_TOTAL, // waterfall: from zero, not a step; share: of all, not drawn
    OT_ROW_REST,  // what was gathered: "Other"
    OT_ROW_CLAIM, // what somebody stated
    OT_ROW_PROJECTED // not known yet
} ot_row_style;

// One thing with figures of its own, in base units; NaN where not known.
typedef struct ot_chart_row {
    const char *label; // "China"; UTF-8
    double y;
    double before; // rank: the figure of the earlier period
    double lo, hi; // claim: the interval; an end may be infinite
    ot_row_style style;
    size_t gathers; // how many things are in it; 0: it is one
} ot_chart_row;

typedef struct ot_chart ot_chart;
struct ot_page; // where a kind draws: src/plot/page.h

// A kind of chart: one row of a table sorted by name.
typedef struct ot_chart_kind {
    const char *name;  // "race"
    const char *takes; // what it is made of: "to-date values, one line a year"
    const char *summary; // what it shows
    const char *example; // a command that makes one, without the program's
                         // name; NULL: no command does
    bool rows;           // made of the chart's rows, not of its lines
    // Checks what the kind alone asks of a chart.
    ot_status (*check)(const ot_chart *chart, ot_error *err);
    // Puts the marks of a checked chart on a page.
    void (*lay)(struct ot_page *page, const ot_chart *chart);
} ot_chart_kind;

OT_API size_t ot_chart_kind_count(void);
OT_API const ot_chart_kind *ot_chart_kind_at(size_t i);
OT_API const ot_chart_kind *ot_chart_kind_find(const char *name); // NULL: none

// Kinds:
//   balance       two lines over the same steps: exports, imports
//   claim         rows with intervals or figures
//   contribution  plain lines over the same steps, at most six, and at most
//                 one muted, what is left, that add up to the bold one
//   fan           as line, with a fan
//   growth        one line, of changes
//   line          values over time, one line each, at most four that are not
//                 muted
//   mirror        two plain lines and two muted ones, the lower and the upper
//                 end of what may lie between them, over the same steps
//   multiples     lines, each in a box of its own
//   race          to-date values: y[i] is the sum from the line's first month
//                 to the end of its step i; every line starts in the same
//                 month of its year
//   rank          rows with a figure of two periods, or of one (was NULL); an
//                 OT_ROW_TOTAL is a line through all of them
//   season        lines of one year each, as those of a race but not summed
//   share         rows that are parts of a whole
//   waterfall     rows: what it was, the steps, what it came to; totals are
//                 OT_ROW_TOTAL
struct ot_chart {
    const ot_chart_kind *kind;
    const char *headline;    // the message, best in ten words or fewer
    const char *subtitle;    // what, unit, period
    const char *source;      // "Statistical Committee of Armenia"
    const char *note;        // "Data to June 2024, release of September 2024"
    const char *description; // for those who cannot see it; NULL: made of data
    ot_unit unit;            // of the values, scale 0
    const ot_chart_line *line;
    size_t lines;
    const ot_line_facts *facts; // of each line; NULL: nothing more is known
    bool sparse; // what no line has was not asked for: it is no gap to be said
    const ot_fan *fan;         // NULL: none
    const ot_claim_bar *claim; // NULL: none
    const ot_chart_row *row;
    size_t rows;
    const char *was, *now; // rank: the names of the two periods; was NULL or
                           // "": of one
    bool no_places;        // rank: by how many places a row rose is not said
    bool given_order;      // rank: rows stay as they are, not the largest first
    const struct ot_chart_locale *locale; // NULL: English
    ot_day date; // creation date of a PDF; OT_DAY_NONE: the end of the lines
};

// Sizes, a table: column, page, phone, screen, square.
typedef struct ot_chart_size {
    const char *name;
    const char *summary;
    double width, height;         // points
    double dpi;                   // of PNG: pixels are points * dpi / 72
    double margin;                // points
    double headline, text, small; // font sizes in points
} ot_chart_size;

OT_API size_t ot_chart_size_count(void);
OT_API const ot_chart_size *ot_chart_size_at(size_t i);
OT_API const ot_chart_size *ot_chart_size_find(const char *name); // NULL: none

// Themes, a table: dark, light, print.
typedef struct ot_chart_theme {
    const char *name;
    const char *summary;
    const struct ot_palette *palette; // src/plot/palette.h
} ot_chart_theme;

OT_API size_t ot_chart_theme_count(void);
OT_API const ot_chart_theme *ot_chart_theme_at(size_t i);
OT_API const ot_chart_theme *ot_chart_theme_find(const char *name); // or NULL

// Languages, a table: de, en, ru. What a chart writes of itself (numbers,
// months, scales, "Source") is in its language; texts given to it stay as they
// are.
typedef struct ot_chart_locale {
    const char *name;
    const char *summary;
    const struct ot_terms *terms; // src/plot/terms.h
} ot_chart_locale;

OT_API size_t ot_chart_locale_count(void);
OT_API const ot_chart_locale *ot_chart_locale_at(size_t i);
OT_API const ot_chart_locale *ot_chart_locale_find(const char *name); // or NULL

// File formats, a table: pdf, png, svg.
typedef struct ot_chart_format ot_chart_format;
OT_API size_t ot_chart_format_count(void);
OT_API const ot_chart_format *ot_chart_format_at(size_t i);
OT_API const char *ot_chart_format_name(const ot_chart_format *format);
// By name ("png") or by the end of a path ("plots/race.png"); NULL: none.
OT_API const ot_chart_format *ot_chart_format_find(const char *name_or_path);

typedef struct ot_chart_options {
    const ot_chart_size *size;   // NULL: screen
    const char *font;            // family; NULL: "DejaVu Sans"
    const ot_chart_theme *theme; // NULL: light
} ot_chart_options;

// Where a picture goes: write() gets its bytes in order; anything but OT_OK
// stops and is what the drawing returns.
typedef struct ot_writer {
    ot_status (*write)(void *context, const void *bytes, size_t n,
                       ot_error *err);
    void *context;
} ot_writer;

// What the caller should tell: a font that is not there, characters it lacks.
typedef struct ot_chart_note {
    char font[200];  // "": the family asked for was used
    size_t no_glyph; // characters drawn as boxes
} ot_chart_note;

// Draws; note and options may be NULL.
//
// OT_E_USAGE  no kind, or what the kind refuses (said in words)
// OT_E_DATA   no line has a known value
// OT_E_LIMIT  more lines, values or text than a picture can hold
OT_API ot_status ot_chart_draw(const ot_chart *chart,
                               const ot_chart_options *options,
                               const ot_chart_format *format, ot_writer writer,
                               ot_chart_note *note, ot_error *err);

// Draws into a file, in the format its name ends in. A chart that cannot be
// drawn leaves the file as it was; OT_E_USAGE also for an unknown ending.
OT_API ot_status ot_chart_write(const ot_chart *chart,
                                const ot_chart_options *options,
                                const char *path, ot_chart_note *note,
                                ot_error *err);

// The chart in sentences, for those who cannot see it: its description, or one
// made of headline, subtitle, what each line and row is, fan, claim and note.
// The caller frees it; NULL: out of memory.
OT_API char *ot_chart_describe(const ot_chart *chart);

// What is drawn, as CSV: series,period,measure,value,unit,status, a figure a
// row, in the chart's base unit with all digits; the value of a gap is empty.
// Measures are value, before, lo, hi and q2.5 to q97.5; the status of a value
// is what its facts say ("provisional", "suppressed", "reported"), of a gap
// without facts "missing". The caller frees it; NULL: out of memory.
OT_API char *ot_chart_data(const ot_chart *chart);

#ifdef __cplusplus
}
#endif
#endif
