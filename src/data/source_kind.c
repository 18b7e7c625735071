// SPDX-License-Identifier: GPL-3.0-or-later
// source_kind.c - what a source is by its first bytes: packed, text, or what it
// says when it is neither.
#include "data/source_layer.h"

#include <string.h>

typedef struct kind {
    const char *magic; // how such a file begins
    size_t n;
    const char *inside; // and what stands somewhere in its head; NULL: nothing
    const char *what;
} kind;

#define SAVE ": save the sheet as CSV UTF-8"
#define WEB_PAGE                                                               \
    "a web page (HTML): download the file it links to, or save its text as "   \
    ".txt"
#define MAGIC(text) (text), sizeof(text) - 1

static const kind packed[] = {
    {MAGIC("\x1F\x8B"), NULL, "gzip"},
    {MAGIC("PK\003\004"), NULL, "zip"},
    {MAGIC("\x28\xB5\x2F\xFD"), NULL, "zstd"},
    {MAGIC("BZh"), "\x31\x41\x59\x26\x53\x59", "bzip2"},
    {MAGIC("BZh"), "\x17\x72\x45\x38\x50\x90", "bzip2"}, // of nothing
    {MAGIC("\xFD"
           "7zXZ"),
     NULL, "xz"},
};

// The first that fits counts.
static const kind kinds[] = {
    {MAGIC("PK\005\006"), NULL, "an empty zip archive"},
    {MAGIC("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), NULL,
     "an Excel workbook (.xls)" SAVE},
    {MAGIC("\x04\x22\x4D\x18"), NULL,
     "lz4-compressed: unpack it with 'lz4 -d'"},
    {MAGIC("7z\xBC\xAF\x27\x1C"), NULL, "a 7z archive: unpack it with '7z x'"},
    {MAGIC("Rar!\x1A"), NULL, "a rar archive: unpack it with 'unrar x'"},
    {MAGIC("\x1F\x9D"), NULL,
     "compressed with 'compress': unpack it with "
     "'gzip -d'"},
    {MAGIC("%PDF-"), NULL,
     "a PDF document: its table is needed as CSV, its text as .txt "
     "(pdftotext)"},
    {MAGIC("PAR1"), NULL, "a Parquet file: export it as CSV"},
    {MAGIC("SQLite format 3"), NULL, "an SQLite database: export it as CSV"},
};

static bool holds(ot_str s, const char *what)
{
    const size_t n = strlen(what);

    for (size_t i = 0; i + n <= s.n; i++) {
        if (memcmp(s.at + i, what, n) == 0) {
            return true;
        }
    }
    return false;
}

static const char *by_magic(const kind table[], size_t count, ot_str head)
{
    for (size_t i = 0; i < count; i++) {
        const kind *k = &table[i];
        if (head.n >= k->n && memcmp(head.at, k->magic, k->n) == 0 &&
            (k->inside == NULL || holds(head, k->inside))) {
            return k->what;
        }
    }
    return NULL;
}

static const char *by_markup(ot_str head)
{
    static const struct {
        const char *begins, *what;
    } markup[] = {
        {"<!doctype html", WEB_PAGE},
        {"<html", WEB_PAGE},
        {"<?xml", "an XML document: CSV is needed"},
        {"{\"", "a JSON document: CSV is needed"},
        {"[{", "a JSON document: CSV is needed"},
    };
    while (head.n > 0 && strchr(" \t\r\n", head.at[0]) != NULL &&
           head.at[0] != '\0') {
        head.at++;
        head.n--;
    }
    for (size_t i = 0; i < sizeof markup / sizeof markup[0]; i++) {
        if (ot__str_starts(head, markup[i].begins)) {
            return markup[i].what;
        }
    }
    return NULL;
}

// A tar archive says so behind the first name.
static bool is_tar(ot_str head)
{
    return head.n >= 512 && memcmp(head.at + 257, "ustar", 5) == 0;
}

// NULs at nearly every other byte are UTF-16 without its mark; any other NUL,
// or more than one control character in fifty, is no text.
static const char *by_bytes(ot_str head)
{
    size_t zero[2] = {0, 0};
    size_t control = 0;

    for (size_t i = 0; i < head.n; i++) {
        const unsigned char c = (unsigned char)head.at[i];
        zero[i % 2] += c == 0;
        control += (c < 32 && strchr("\t\n\v\f\r\x1A", c) == NULL) || c == 127;
    }
    const size_t most = zero[0] > zero[1] ? zero[0] : zero[1];
    if (head.n >= 8 && most > head.n / 2 - head.n / 8 &&
        zero[0] + zero[1] - most <= head.n / 16) {
        return zero[1] == most ? "UTF-16 text without its mark: say "
                                 "--encoding utf-16le"
                               : "UTF-16 text without its mark: say "
                                 "--encoding utf-16be";
    }
    if (zero[0] + zero[1] > 0) {
        return "not a text file: it holds NUL bytes";
    }
    return control > head.n / 50 ? "not a text file: binary data" : NULL;
}

const char *ot__source_packed(ot_str head)
{
    return by_magic(packed, sizeof packed / sizeof packed[0], head);
}

const char *ot__source_known(ot_str head)
{
    return is_tar(head) ? "a tar archive: unpack it with 'tar xf'"
                        : by_magic(kinds, sizeof kinds / sizeof kinds[0], head);
}

const char *ot__source_not_text(ot_str head)
{
    const char *what = head.n == 0 ? "is empty" : ot__source_known(head);

    if (what == NULL) {
        what = by_markup(head);
    }
    return what != NULL ? what : by_bytes(head);
}

static bool ends_in(ot_str name, const char *suffix)
{
    const size_t n = strlen(suffix);

    return name.n > n &&
           ot__str_same((ot_str){name.at + name.n - n, n}, suffix);
}

bool ot__source_is_aside(const char *path)
{
    static const char *const asides[] = {"README", "LICENSE", "LICENCE"};
    ot_str rest = ot__str(path);
    ot_str name = rest;

    while (rest.n > 0) {
        name = ot__str_cut(&rest, '/');
        if (ot__str_equal(name, "__MACOSX") ||
            (name.n > 0 && name.at[0] == '.' && !ot__str_equal(name, ".") &&
             !ot__str_equal(name, ".."))) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof asides / sizeof asides[0]; i++) {
        if (ot__str_starts(name, asides[i])) {
            return true;
        }
    }
    return ends_in(name, ".md") || ends_in(name, ".layout");
}
