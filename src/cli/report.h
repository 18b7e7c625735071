// SPDX-License-Identifier: GPL-3.0-or-later
// report.h - outturn report: a brief of what other commands answer.
//
// A section asks a command as a reader could, takes the sheets of its answer
// into the brief and ends with that command line: no figure is worked out here.
#ifndef OT_CLI_REPORT_H
#define OT_CLI_REPORT_H

#include <stdint.h>

#include "cli/command.h"
#include "outturn/brief.h"

typedef struct report_args {
    common_args common;
    text_list texts;
    const char *date, *target, *title, *source, *theme, *font;
    long top;
} report_args;

#define REPORT_PARTNERS_MOST 12

// What the brief is about, as `growth` tells it.
typedef struct report_about {
    char reporter[96], release[16];
    char flows[96];        // "export, import, turnover, balance"
    char flow[32];         // the main one: turnover, where it can be had
    char unit[32], to[64]; // the last month: "December 2024"
    char basis[64];
    char commodity[160]; // "": all goods
    char rates[96];      // ", converted from USD at monthly average rates"
    char sums[96]; // "; the sum of 11 commodities": what a total is made of
    char source[600];
    char period[32]; // what a brief begins with: "2024", "2024-01/2024-06"
    char year[32];   // the last full year, where that is another; or ""
    int32_t step;    // months of the finest figures; 12: a year
    bool running;    // of its last year, months are still to come
    // The partners, in the order they are told of.
    char partner[REPORT_PARTNERS_MOST][96];
    char code[REPORT_PARTNERS_MOST][16];
    size_t partners;
    char codes[16 * REPORT_PARTNERS_MOST]; // "CHN,MEX,CAN"
    common_args asked; // the report's, with what was found out put in
} report_about;

// What was used, so that its method is told.
enum {
    REPORT_SEASON = 1,
    REPORT_STRUCTURE = 2,
    REPORT_MIRROR = 4,
    REPORT_LANDING = 8,
    REPORT_CLAIMS = 16,
    REPORT_SHARE = 32
};

typedef struct report {
    const report_args *args;
    cli_run *cli;
    ot_brief *brief;
    report_about about;
    ot_buf commands; // of the section, lines
    ot_buf told;     // those of the sections before it
    ot_buf rules;    // of the landing, " drift theta "
    unsigned used;
    bool begun; // the section that is being made
} report;

// ---- asking -----------------------------------------------------------------

#define REPORT_ALL SIZE_MAX // partners: as the report has them

// A command and its options. They begin as those of the report, and are changed
// before it is asked.
typedef struct report_question {
    const char *verb; // its name
    const char *kind; // of chart
    common_args of;
    const char *more[8]; // its own options, as they are written
    size_t mores;
    bool untold;  // its command line stays out of the section
    ot_buf *said; // where the words of its answer go; NULL: nowhere
} report_question;

typedef void report_hearer(report *r, const ot_sheet *sheet, void *context);

// Of partner i, or all, and one flow (NULL: as the report).
report_question report_about_it(const report *r, const char *verb, size_t i,
                                const char *flow);
void report_option(report_question *q, const char *name, const char *value);
// Runs the command; hear takes its sheets, may be NULL. Its command line is one
// of those of the section; a picture goes into the brief.
ot_status report_ask(report *r, const report_question *q, report_hearer *hear,
                     void *context, ot_error *err);
// A chart into the brief; false: there is none.
bool report_draw(report *r, const char *kind, size_t i, const char *flow);

// A section, which begins with what is first put into it.
void report_begin(report *r, const char *id, const char *title);
// Ends it; its command lines are kept for report_commands.
void report_end(report *r);
// The command lines of all sections, each once, as the last one.
void report_commands(report *r);

// ---- sheets -----------------------------------------------------------------

// Columns in this order under these titles; NULL ends them.
typedef struct report_column {
    const char *id, *title; // title NULL: its own
    bool loud;              // "not-checked" is NOT CHECKED
} report_column;

typedef struct report_shape {
    const char *caption;
    const report_column *columns; // NULL: all that readers see
    bool (*wants)(const ot_sheet *sheet, size_t row); // NULL: all
    ot_brief_row_style (*style)(const ot_sheet *sheet, size_t row);
} report_shape;

// Into the brief as a table; nothing where no row is wanted. shape may be NULL.
void report_table(report *r, const ot_sheet *sheet, const report_shape *shape);
// One of the sheets appended, by name; NULL: it is not there.
const ot_sheet *report_sheet(const ot_sheet *sheet, const char *name);
// What a reader sees of a cell, "" where there is no such column; out holds
// OUT_CELL_SIZE. Returns out.
char *report_cell(char out[], const ot_sheet *sheet, size_t row,
                  const char *id);
const ot_cell *report_raw(const ot_sheet *sheet, size_t row, const char *id);
// The same of an amount with its unit: "USD 12.40 bn".
char *report_amount(char out[], const ot_sheet *sheet, size_t row,
                    const char *id);
// The value of a fact, or "".
const char *report_fact(const ot_sheet *sheet, const char *id);
// Each text of a column once, as a note.
void report_notes(report *r, const ot_sheet *sheet, const char *id);
// "7 of 8 months" of the note "the 7 of 8 months known in both"; empty: of
// another note, or none.
ot_str report_like_for_like(const ot_cell *note);
// "export" as "exports"; others as they are.
const char *report_flow(const char *flow);
// Appends a text with a minus for a hyphen before a digit.
void report_minus(ot_buf *out, const char *text);
// A line with its first letter made large, typeset.
void report_words(report *r, ot_block_kind kind, const char *line);

// The lines of a part: those that are set in are items of a list. What begins
// with one of `without`, which ends with NULL, is left out; may be NULL.
void report_lines(report *r, const ot_sheet *sheet, ot_sheet_part part,
                  ot_block_kind kind, const char *const without[]);

// ---- sections ---------------------------------------------------------------

// Finds what the brief is about. OT_E_DATA where growth has nothing to say.
ot_status report_survey(report *r, ot_error *err);
bool report_has_flow(const report *r, const char *flow);
void report_glance(report *r);
void report_compare(report *r); // several partners beside each other
void report_growth(report *r);
void report_season(report *r);
void report_structure(report *r);
void report_mirror(report *r);
// Fails where a target is given that cannot be read or held against anything.
ot_status report_landing(report *r, ot_error *err);
void report_pair(report *r, size_t i); // one of several, in short
ot_status report_claims(report *r, ot_error *err);
ot_status report_account(report *r, ot_error *err);
void report_methods(report *r);

// Parts of the above that a pair of several has too: what it comes to, in
// figures and in sentences; where it will end.
void report_figures(report *r, size_t i);
void report_sentences(report *r, size_t i);
void report_hear_end(report *r, const ot_sheet *sheet, void *context);
// The same, saying where nothing of the year is known.
void report_hear_pair_end(report *r, const ot_sheet *sheet, void *context);

#endif
