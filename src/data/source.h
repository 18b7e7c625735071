// SPDX-License-Identifier: GPL-3.0-or-later
// source.h - a stream of text: a file or standard input, unpacked and in UTF-8.
// Nothing above this floor knows of compression, archives or encodings.
#ifndef OT_DATA_SOURCE_H
#define OT_DATA_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

#define OT_SOURCE_HEAD (64 * 1024) // bytes a layout may look at

typedef struct ot_source ot_source;

// Opens path ("-": file descriptor 0), or the first file in it where it is an
// archive, and reads its head. Free with ot__source_close. path must outlive
// the source and the error.
//
// What the bytes are is told by the bytes. gzip, zstd, bzip2 and xz data and
// zip archives are unpacked as they are read; one may be within another. Files
// of an archive that are hidden or aside (ot__source_is_aside) are left out.
//
// OT_E_IO      missing, a directory, not readable: what the system said, in
//              words
// OT_E_DATA    empty, or not a text file: a workbook ("an Excel workbook: save
//              the sheet as CSV UTF-8"), an archive that is not read (names the
//              command that unpacks it) or encrypted, PDF, a web page, other
//              binary data
// OT_E_SYNTAX  packed data that is cut, damaged or followed by something else;
//              reading may find that, too, and so may ot__source_next
ot_status ot__source_open(const char *path, ot_source **source, ot_error *err);
// Text in memory, taken as it is: nothing is looked at but a byte order mark.
// name and text must outlive the source.
ot_status ot__source_memory(const char *name, ot_str text, ot_source **source,
                            ot_error *err);
// The same of text in an encoding (ot__encoding_find; NULL: see below). A byte
// order mark in the file comes before it.
// OT_E_USAGE   there is no such encoding; OT_E_SYNTAX, also from reading: a
// byte
//              that is no character in it, with its line
ot_status ot__source_open_as(const char *path, const char *encoding,
                             ot_source **source, ot_error *err);
void ot__source_close(ot_source *source); // NULL is fine

// Once a file of the source was read to its end: goes on to the next one of an
// archive. *more false: that was all.
ot_status ot__source_next(ot_source *source, bool *more, ot_error *err);

// The same for a source that is to hold one file: OT_E_DATA when it has more.
ot_status ot__source_end(ot_source *source, ot_error *err);

// "standard input" for "-"; "trade.zip:2024.csv" for a file in an archive.
// Holds until the next file or ot__source_close.
const char *ot__source_path(const ot_source *source);
bool ot__source_is_member(const ot_source *source); // of an archive
// How the bytes were decoded: "utf-16le"; "utf-8" for bytes as they are, which
// may hold others where no encoding was asked for.
const char *ot__source_encoding(const ot_source *source);
// The first OT_SOURCE_HEAD bytes (fewer when the source ends before), without a
// UTF-8 byte order mark. They are read again by ot__source_read.
ot_str ot__source_head(const ot_source *source);
// Bytes of this file handed out so far; a byte order mark counts.
uint64_t ot__source_bytes(const ot_source *source);

// Up to capacity bytes into to[]; *n = 0 at the end.
//
// OT_E_SYNTAX  besides what ot__source_open tells: the next byte is a NUL. The
//              place has the line OT_LINE_HERE, for who counts lines to fill in
#define OT_LINE_HERE (-1L)
#define OT_NUL_WHAT  "a NUL byte, which no text holds: is the file damaged?"
ot_status ot__source_read(ot_source *source, char to[], size_t capacity,
                          size_t *n, ot_error *err);

// The descriptor of the file that the text stands in as it is, byte for byte,
// so that it may be read by pread(2) from any place; -1: it is unpacked,
// decoded, or comes from a pipe.
int ot__source_file(const ot_source *source);
// Says how many bytes were read so.
void ot__source_took(ot_source *source, uint64_t bytes);
// Bytes of the file itself that were read, packed as they are, and its size; 0:
// not known.
uint64_t ot__source_position(const ot_source *source);
uint64_t ot__source_size(const ot_source *source);

// Makes an error outlive the source that was opened by `path`: its place then
// borrows `path`, and names a file in an archive itself. False, and nothing is
// done: the error is not about that source.
bool ot__source_keep_place(ot_error *err, const char *path);

// Encodings by name. NULL and "auto" give NULL: UTF-8, or what a byte order
// mark says.
typedef struct ot_encoding {
    const char *name;
    const char *charset; // iconv's
    const char *also;    // other names, by blanks
    const char *summary;
} ot_encoding;

size_t ot__encoding_count(void);
const ot_encoding *ot__encoding_at(size_t i);
// OT_E_USAGE  there is none of that name; the nearest is suggested
ot_status ot__encoding_find(const char *name, const ot_encoding **encoding,
                            ot_error *err);

// Whether a file in an archive or a folder is left out by its name: hidden, a
// note of an operating system (__MACOSX), README, LICENSE, *.md, or a
// *.layout.
bool ot__source_is_aside(const char *path);

#endif
