// SPDX-License-Identifier: GPL-3.0-or-later
// reader.h - a file on its way into a panel, or into groups.
#ifndef OT_DATA_READER_H
#define OT_DATA_READER_H

#include "data/groups.h"
#include "data/row.h"

#define OT_BAD_MOST 1000 // bad records counted before a file is given up

typedef struct ot_reader {
    ot_rows rows;
    ot_source *source;
    size_t first_cell, first_wide; // of this file
    size_t listed;                 // records of a list
    char delimiter;
    ot_grid grid;
    ot_spec spec;
    ot_choice choice;
    bool *wanted; // owned
    size_t bad;
    ot_error first_bad;
    bool adds;            // what is read is added up
    ot_csv *csv;          // by which records are read
    struct ot_late *late; // what adds them up from the middle of the file on
    // Of the text, once it was read.
    size_t lines, blank_lines;
    bool unended;
} ot_reader;

ot_place ot__reader_place(const ot_reader *r, long line, int field);

// `bad` records more, the first of which is `what`: remembers the first of the
// file, counts all, gives up after OT_BAD_MOST; or sets them aside.
ot_status ot__reader_bad(ot_reader *r, const ot_error *what, size_t bad,
                         ot_error *err);
void ot__reader_progress(void *reader); // of ot_csv

// Reads the records, once there is a plan. Where rows are added up and each
// speaks for itself, by ot__reader_add; else record by record.
ot_status ot__reader_records(ot_reader *r, ot_error *err);
// add_file.c: on several threads; *done false: that cannot be.
ot_status ot__reader_add(ot_reader *r, bool *done, ot_error *err);
// add_late.c: from the next record on, where each speaks for itself; and once
// all were read.
ot_status ot__reader_add_late(ot_reader *r, ot_error *err);
ot_status ot__reader_end_late(ot_reader *r, ot_error *err);

#endif
