// SPDX-License-Identifier: GPL-3.0-or-later
// source.h - a stream of bytes: a file or standard input. (Compressed members
// will come in here; nothing above this floor will know.)
#ifndef OT_DATA_SOURCE_H
#define OT_DATA_SOURCE_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

#define OT_SOURCE_HEAD (64 * 1024) // bytes a layout may look at

typedef struct ot_source ot_source;

// Opens path ("-": file descriptor 0) and reads its head. Free with
// ot__source_close. path must outlive the source.
//
// OT_E_IO    missing, a directory, not readable: what the system said, in words
// OT_E_DATA  empty, or not a text file: a workbook ("an Excel workbook: save
//            the sheet as CSV UTF-8"), compressed (names the command that
//            unpacks it), UTF-16, PDF, a web page, other binary data
ot_status ot__source_open(const char *path, ot_source **source, ot_error *err);
// Text in memory, taken as it is: nothing is looked at but a byte order mark.
// name and text must outlive the source.
ot_status ot__source_memory(const char *name, ot_str text, ot_source **source,
                            ot_error *err);
void ot__source_close(ot_source *source); // NULL is fine

// "standard input" for "-".
const char *ot__source_path(const ot_source *source);
// The first OT_SOURCE_HEAD bytes (fewer when the source ends before), without a
// UTF-8 byte order mark. They are read again by ot__source_read.
ot_str ot__source_head(const ot_source *source);
// Bytes handed out so far; a byte order mark counts.
uint64_t ot__source_bytes(const ot_source *source);

// Up to capacity bytes into to[]; *n = 0 at the end.
ot_status ot__source_read(ot_source *source, char to[], size_t capacity,
                          size_t *n, ot_error *err);

#endif
