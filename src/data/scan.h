// SPDX-License-Identifier: GPL-3.0-or-later
// scan.h - where the fields and records of plain CSV text end, found 64 bytes
// at a time.
//
// Text is plain where quotes stand around whole fields or doubled inside them
// and where a CR outside quotes is half of a CRLF. Quoted fields may hold
// anything, line ends too. What breaks that is left to a parser.
#ifndef OT_DATA_SCAN_H
#define OT_DATA_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define OT_SCAN_SLACK 64 // room that ends[] and rows[] need beyond n

// The ends of fields and records in bytes[0..n), which a record begins.
typedef struct ot_scan {
    // Set by the caller: of each record, ends [gap_from, gap_to) are counted,
    // but their places are not wanted. Both 0: all are.
    uint32_t gap_from, gap_to;
    uint32_t *end; // of field i: the place of the delimiter or LF behind it
    size_t ends;
    uint32_t *row; // of record i: the number in end[] of its LF
    size_t rows;
    size_t plain;      // bytes before the first that is not plain, or n
    bool lines_within; // some quoted field may hold a line end
} ot_scan;

typedef void ot_scan_kernel(const char *bytes, size_t n, char delimiter,
                            ot_scan *scan);

// The fastest that this processor has; all find the same.
ot_scan_kernel *ot__scan_best(void);

// Those that this processor has, the fastest first; NULL behind the last.
ot_scan_kernel *ot__scan_kernel(size_t i);

#endif
