// SPDX-License-Identifier: GPL-3.0-or-later
// csv.h - records of a CSV stream with their exact places. csv.c is the one
// file that knows libcsv.
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
} ot_record;

typedef struct ot_csv {
    char delimiter; // 0: detect from the head of the source (set on return)
    // Fields to hand over; NULL: all. Fields from wanted_n on are not wanted.
    // see() may change both; they hold from the next record on.
    const bool *wanted;
    size_t wanted_n;
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
