// SPDX-License-Identifier: GPL-3.0-or-later
// error.h - what a call that can fail returns, and where things went wrong.
//
// Every function that can fail returns an ot_status and takes, as its last
// argument, a pointer to the caller's ot_error, which may be NULL. On OT_OK the
// error is left as it was. The status is what a program branches on; the rest
// is for a person to read. Nothing here allocates, prints or exits.
#ifndef OUTTURN_ERROR_H
#define OUTTURN_ERROR_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define OT_API          __attribute__((visibility("default")))
#define OT_PRINTF(f, a) __attribute__((format(printf, f, a)))
#else
#define OT_API
#define OT_PRINTF(f, a)
#endif

typedef enum ot_status {
    OT_OK = 0,
    OT_E_IO,     // a file could not be opened, read or written
    OT_E_SYNTAX, // the text of an input is malformed; has a place
    OT_E_DATA,   // well-formed input that cannot carry the computation
    OT_E_USAGE,  // the caller asked for something that does not exist
    OT_E_MEMORY, // an allocation failed
    OT_E_LIMIT   // an input is larger than a stated bound
} ot_status;

// Where in an input something stands. line counts from 1 and is the line on
// which the record begins; field counts from 1; 0 means unknown.
typedef struct ot_place {
    const char *path; // borrowed: must outlive the error, or be NULL
    long line;
    int field;
} ot_place;

typedef struct ot_error {
    ot_status status;
    ot_place place;
    char member[160];  // which file in an archive at place.path; "": none
    bool foreign;      // an input is of another kind than was asked for: it is
                       // not text, or no figures; nothing of it was read
    char message[320]; // a sentence without a full stop, never empty on error
} ot_error;

// Fills *err, unless it is NULL or already holds an error (the first error is
// the cause; what follows is noise), and returns status:
//
//     return ot_fail(err, OT_E_DATA, NULL, "only %zu observations", n);
//
// A message that does not fit is cut at a whole UTF-8 character; control
// characters in it become blanks, so it is always one line.
OT_API ot_status ot_fail(ot_error *err, ot_status status, const ot_place *place,
                         const char *format, ...) OT_PRINTF(4, 5);

// "path:member:line:field: message", with the parts that are known, as a
// NUL-terminated text of at most size - 1 bytes. Returns out.
OT_API char *ot_error_text(const ot_error *err, char out[], unsigned long size);

#ifdef __cplusplus
}
#endif
#endif
