// SPDX-License-Identifier: GPL-3.0-or-later
// csv.h - records of CSV text with their exact places.
//
// Two ways lead to a record. Plain text (scan.h) is cut where its delimiters
// and line ends stand, and only the wanted fields are looked at; every record
// that is not plain goes to libcsv, whole. Both give the same, and with
// by_libcsv all goes the second way.
#ifndef OT_DATA_CSV_H
#define OT_DATA_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "data/source.h"

#define OT_RECORD_LIMIT (16u * 1024 * 1024) // bytes of one record
#define OT_FIELD_LIMIT  65536u              // fields of one record

// One record. Fields are unquoted, blanks around unquoted fields trimmed; they
// live until see() returns. line is the line on which the record begins.
typedef struct ot_record {
    const ot_str *field; // fields not wanted are {NULL, 0}
    size_t n;            // fields the record has, wanted or not
    long line;
    // Its first ot_csv.lead fields are those of the record before, which was
    // handed over just before it; false: that is not known.
    bool repeats;
} ot_record;

typedef struct ot_csv {
    char delimiter; // 0: detect from the head of the source (set on return)
    // Fields to hand over; NULL: all. Fields from wanted_n on are not wanted.
    // see() may change both; they hold from the next record on.
    const bool *wanted;
    size_t wanted_n;
    size_t lead;    // the caller asks whether so many fields are repeated
    bool by_libcsv; // nothing is cut out of plain text
    // Called for every record, in order. Anything but OT_OK stops.
    ot_status (*see)(void *context, const ot_record *record, ot_error *err);
    // Called for every record that cannot be read (unterminated quote, text
    // after a closing quote, over a limit), with the line on which it begins.
    // The reader goes on at the next line: the rest of the file is never
    // swallowed. Anything but OT_OK stops.
    ot_status (*bad)(void *context, long line, const char *what, ot_error *err);
    // Called about every MiB; NULL: not wanted.
    void (*progress)(void *context);
    void *context;
    size_t lines;       // set on return, whatever is in them
    size_t blank_lines; // set on return
    bool unended;       // set on return: the last line has no end
} ot_csv;

// ---- text in memory --------------------------------------------------------

// What is behind bytes[0..n).
typedef enum ot_behind {
    OT_BEHIND_MORE,  // whatever it is
    OT_BEHIND_LINES, // further lines: the last byte ends one
    OT_BEHIND_NONE   // nothing: the last byte ends a line
} ot_behind;

// Reads text that comes in parts. Free with ot__csv_close. csv must outlive it;
// csv->delimiter must be set.
typedef struct ot_csv_parser ot_csv_parser;

ot_status ot__csv_open(ot_csv *csv, ot_csv_parser **parser, ot_error *err);
void ot__csv_close(ot_csv_parser *parser); // NULL is fine
// Takes the text that begins at bytes to begin on a line, from here on.
void ot__csv_begin(ot_csv_parser *parser, long line);
// The line on which the next record begins.
long ot__csv_line(const ot_csv_parser *parser);

// Reads all records that end in bytes[0..n). *used: bytes that are done with;
// those behind them must come again with more behind them, twice as many at
// least, or the time is not in proportion to the bytes. What see() or bad()
// returned ends it at once.
//
// OT_E_MEMORY, or what see() and bad() returned
ot_status ot__csv_parse(ot_csv_parser *parser, const char *bytes, size_t n,
                        ot_behind behind, size_t *used, ot_error *err);

// ---- a source --------------------------------------------------------------

// Reads the source to its end. LF, CRLF and bare CR end lines, blank lines are
// skipped and counted, quoted newlines are kept. A bare quote inside an
// unquoted field is kept as it stands; such a record ends on its own line. NUL
// is a byte like any other. Takes time in proportion to the bytes, whatever
// they are.
//
// OT_E_IO, OT_E_MEMORY, or what see() and bad() returned
ot_status ot__csv_read(ot_source *source, ot_csv *csv, ot_error *err);

// The most plausible of , ; tab | by the first lines of a head; ',' when there
// is none. Quotes are honoured; a decimal comma does not count against ';'.
char ot__csv_delimiter(ot_str head);

#endif
