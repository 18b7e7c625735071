// SPDX-License-Identifier: GPL-3.0-or-later
// source_zip.c - the members of a zip archive through libarchive: by its
// directory in a file, one after another where bytes cannot be gone back to.
#include "data/source_archive.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <archive_entry.h>

#define END_SIZE ((size_t)22) // the last record, but for its comment
#define TAIL     (END_SIZE + 65535)

typedef struct zip {
    ot_archive *base;
    locale_t utf8; // for libarchive, which converts names by the locale
    size_t members;
    bool seekable;
    bool office; // it has what Office documents begin with
    size_t tail_n;
    char tail[TAIL]; // its last bytes
} zip;

// ---- The end ----

static void keep_tail(void *context, const char *block, size_t n)
{
    zip *z = context;
    const size_t last = n < TAIL ? n : TAIL;
    const size_t kept = z->tail_n < TAIL - last ? z->tail_n : TAIL - last;

    memmove(z->tail, z->tail + z->tail_n - kept, kept);
    memcpy(z->tail + kept, block + n - last, last);
    z->tail_n = kept + last;
}

// A zip archive ends with a record of its own, and nothing may follow that.
static ot_status check_end(const ot_layer *l, const zip *z, ot_error *err)
{
    size_t at = z->tail_n;

    while (at > 0 && (z->tail_n - at < END_SIZE ||
                      memcmp(z->tail + at, "PK\005\006", 4) != 0)) {
        at--;
    }
    if (z->tail_n < at + END_SIZE ||
        memcmp(z->tail + at, "PK\005\006", 4) != 0) {
        return ot__layer_broken(l, "the archive is cut: its end is missing", "",
                                err);
    }
    const unsigned char *size = (const unsigned char *)z->tail + at + 20;
    const size_t end = at + END_SIZE + size[0] + 256U * size[1];
    if (end > z->tail_n) {
        return ot__layer_broken(l, OT_CUT, "its comment", err);
    }
    return end == z->tail_n
               ? OT_OK
               : ot__layer_broken(l, "something else follows the end of the ",
                                  "zip archive", err);
}

static ot_status check_end_of_stream(const ot_layer *l, zip *z, ot_error *err)
{
    const void *block;
    la_ssize_t n;

    do {
        n = ot__archive_give(z->base->archive, z->base, &block);
    } while (n > 0);
    return n < 0 ? ot__archive_broken(l, z->base, "zip data", err)
                 : check_end(l, z, err);
}

// ---- Members ----

// Office documents are zip archives of XML.
static const char *office_document(zip *z, const char *name)
{
    const bool markup =
        strstr(name, ".xml") != NULL || strstr(name, ".bin") != NULL;

    if (strcmp(name, "[Content_Types].xml") == 0) {
        z->office = true;
    }
    if (strncmp(name, "xl/", 3) == 0 && (markup || z->office)) {
        return "an Excel workbook: save the sheet as CSV UTF-8";
    }
    if (strncmp(name, "word/", 5) == 0 && (markup || z->office)) {
        return "a Word document: its table is needed as CSV, its text as .txt";
    }
    return NULL;
}

// OpenDocument files begin with a member that says what they are.
static const char *open_document(zip *z, const char *name)
{
    static const char text[] = "application/vnd.oasis.opendocument";
    static const char sheet[] =
        "application/vnd.oasis.opendocument.spreadsheet";
    char says[128];

    if (z->members > 0 || strcmp(name, "mimetype") != 0) {
        return NULL;
    }
    const la_ssize_t n =
        archive_read_data(z->base->archive, says, sizeof says - 1);
    says[n > 0 ? n : 0] = '\0';
    if (strncmp(says, sheet, sizeof sheet - 1) == 0) {
        return "an OpenDocument spreadsheet: save the sheet as CSV UTF-8";
    }
    return strncmp(says, text, sizeof text - 1) == 0
               ? "an OpenDocument file: its table is needed as CSV, its text "
                 "as .txt"
               : NULL;
}

// The next header, with its name in UTF-8 or as it stands.
static int next_header(const zip *z, struct archive_entry **entry)
{
    const locale_t before =
        z->utf8 != (locale_t)0 ? uselocale(z->utf8) : (locale_t)0;
    const int result = archive_read_next_header(z->base->archive, entry);

    if (before != (locale_t)0) {
        uselocale(before);
    }
    return result;
}

// "path:member", as it can be printed.
static ot_status set_name(ot_layer *l, const zip *z, const char *member,
                          ot_error *err)
{
    ot_buf b = {0};
    const bool valid = member != NULL && ot__utf8_valid(member, strlen(member));

    ot__buf_format(&b, "%s:", l->path);
    if (member == NULL) {
        ot__buf_format(&b, "member %zu", z->members + 1);
    }
    for (; member != NULL && *member != '\0'; member++) {
        const unsigned char c = (unsigned char)*member;
        const bool shown = c >= 0x20 && c != 0x7F && (valid || c < 0x80);
        ot__buf_char(&b, shown ? *member : '?');
    }
    if (b.failed) {
        ot__buf_free(&b);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a name");
    }
    l->name = b.at;
    return OT_OK;
}

// Whether a member is to be read.
static ot_status judge(ot_layer *l, zip *z, struct archive_entry *entry,
                       bool *wanted, ot_error *err)
{
    const char *name = archive_entry_pathname(entry);
    const ot_place place = {.path = l->path};
    const unsigned type = archive_entry_filetype(entry);

    *wanted = false;
    if (archive_entry_is_encrypted(entry)) {
        return ot_fail(err, OT_E_DATA, &place,
                       "the archive is encrypted: unpack it with its password");
    }
    if (name != NULL) {
        const char *document = office_document(z, name);
        if (document == NULL) {
            document = open_document(z, name);
        }
        if (document != NULL) {
            return ot_fail(err, OT_E_DATA, &place, "%s", document);
        }
    }
    if ((type != AE_IFREG && type != 0) || z->office ||
        (name != NULL && ot__source_is_aside(name))) {
        return OT_OK;
    }
    *wanted = true;
    return set_name(l, z, name, err);
}

static ot_status end_of_members(ot_layer *l, zip *z, ot_error *err)
{
    const ot_place place = {.path = l->path};

    if (z->office) {
        return ot_fail(err, OT_E_DATA, &place,
                       "an Office document: its table is needed as CSV");
    }
    const ot_status status =
        z->seekable ? OT_OK : check_end_of_stream(l, z, err);
    if (status == OT_OK && z->members == 0) {
        return ot_fail(err, OT_E_DATA, &place, "a zip archive without a file");
    }
    return status;
}

static ot_status next_member(ot_layer *l, bool *more, ot_error *err)
{
    zip *z = l->own;
    ot_status status = OT_OK;

    *more = false;
    free(l->name);
    l->name = NULL;
    while (status == OT_OK && !*more) {
        struct archive_entry *entry;
        const int result = next_header(z, &entry);
        if (result == ARCHIVE_EOF) {
            return end_of_members(l, z, err);
        }
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
            return ot__archive_broken(l, z->base, "zip data", err);
        }
        status = judge(l, z, entry, more, err);
    }
    z->members++;
    return status;
}

static ot_status read_member(ot_layer *l, char to[], size_t capacity, size_t *n,
                             ot_error *err)
{
    const zip *z = l->own;
    const la_ssize_t got = archive_read_data(z->base->archive, to, capacity);

    if (got < 0) {
        return ot__archive_broken(l, z->base, "this file", err);
    }
    *n = (size_t)got;
    return OT_OK;
}

// ---- Opening and closing ----

static void close_zip(void *own)
{
    zip *z = own;

    ot__archive_free(z->base);
    if (z->utf8 != (locale_t)0) {
        freelocale(z->utf8);
    }
    free(z);
}

static const ot_layer_kind zip_kind = {read_member, next_member, close_zip};

static ot_status open_seekable(ot_layer *l, zip *z, int fd, ot_error *err)
{
    struct archive *a = z->base->archive;
    const off_t size = lseek(fd, 0, SEEK_END);
    const off_t from = size > (off_t)TAIL ? size - (off_t)TAIL : 0;
    const ssize_t n = pread(fd, z->tail, TAIL, from);

    z->seekable = true;
    z->tail_n = n > 0 ? (size_t)n : 0;
    const ot_status status = check_end(l, z, err);
    if (status != OT_OK) {
        return status;
    }
    archive_read_support_format_zip_seekable(a);
    if (lseek(fd, 0, SEEK_SET) != 0 ||
        archive_read_open_fd(a, fd, OT_ARCHIVE_BLOCK) != ARCHIVE_OK) {
        return ot__archive_broken(l, z->base, "zip data", err);
    }
    return OT_OK;
}

static ot_status open_stream(ot_layer *l, zip *z, ot_error *err)
{
    struct archive *a = z->base->archive;

    z->base->see = keep_tail;
    z->base->context = z;
    archive_read_support_format_zip_streamable(a);
    return archive_read_open(a, z->base, NULL, ot__archive_give, NULL) ==
                   ARCHIVE_OK
               ? OT_OK
               : ot__archive_broken(l, z->base, "zip data", err);
}

ot_status ot__layer_zip(ot_layer *l, ot_error *err)
{
    const int fd = ot__layer_seekable(l->below);
    zip *z = calloc(1, sizeof *z);

    if (z == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory to unpack %s",
                       l->path);
    }
    l->kind = &zip_kind;
    l->own = z;
    z->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    z->base = ot__archive_new(l, err);
    if (z->base == NULL) {
        return OT_E_MEMORY;
    }
    return fd >= 0 ? open_seekable(l, z, fd, err) : open_stream(l, z, err);
}
