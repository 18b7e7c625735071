// SPDX-License-Identifier: GPL-3.0-or-later
// source_recode.c - text in another encoding as UTF-8, through iconv(3), which
// takes names and not the locale.
#include "data/source_layer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <iconv.h>

#define BLOCK 65536

// ---- Names ----

// Case, '-', '_' and blanks do not matter in a name.
static const ot_encoding encodings[] = {
    {"utf-8", "UTF-8", "", "and nothing else: a byte that is not is an error"},
    {"utf-16le", "UTF-16LE", "utf16 unicode", "UTF-16 as Windows writes it"},
    {"utf-16be", "UTF-16BE", "", "UTF-16 of the other order"},
    {"utf-32le", "UTF-32LE", "utf32", "UTF-32"},
    {"utf-32be", "UTF-32BE", "", "UTF-32 of the other order"},
    {"windows-1250", "CP1250", "cp1250", "Central European"},
    {"windows-1251", "CP1251", "cp1251 win1251", "Cyrillic, Windows"},
    {"windows-1252", "CP1252", "cp1252 ansi", "Western European, Windows"},
    {"windows-1253", "CP1253", "cp1253", "Greek"},
    {"windows-1254", "CP1254", "cp1254", "Turkish"},
    {"windows-1255", "CP1255", "cp1255", "Hebrew"},
    {"windows-1256", "CP1256", "cp1256", "Arabic"},
    {"windows-1257", "CP1257", "cp1257", "Baltic"},
    {"windows-1258", "CP1258", "cp1258", "Vietnamese"},
    {"latin-1", "ISO-8859-1", "iso88591 l1", "Western European"},
    {"latin-2", "ISO-8859-2", "iso88592 l2", "Central European"},
    {"latin-5", "ISO-8859-9", "iso88599 l5", "Turkish"},
    {"latin-9", "ISO-8859-15", "iso885915 l9", "Western European with euro"},
    {"iso-8859-5", "ISO-8859-5", "", "Cyrillic"},
    {"iso-8859-7", "ISO-8859-7", "", "Greek"},
    {"koi8-r", "KOI8-R", "", "Russian"},
    {"koi8-u", "KOI8-U", "", "Ukrainian"},
    {"cp437", "CP437", "ibm437 dos", "DOS"},
    {"cp850", "CP850", "ibm850", "Western European, DOS"},
    {"cp852", "CP852", "ibm852", "Central European, DOS"},
    {"cp866", "CP866", "ibm866", "Cyrillic, DOS"},
    {"macintosh", "MACINTOSH", "macroman", "Western European, old Macintosh"},
    {"armscii-8", "ARMSCII-8", "", "Armenian"},
    {"gb18030", "GB18030", "gbk gb2312 cp936", "Chinese"},
    {"big5", "BIG5", "cp950", "Chinese, traditional"},
    {"shift-jis", "SHIFT_JIS", "sjis cp932", "Japanese"},
    {"euc-jp", "EUC-JP", "", "Japanese, Unix"},
    {"euc-kr", "EUC-KR", "cp949", "Korean"},
};

#define COUNT (sizeof encodings / sizeof encodings[0])

size_t ot__encoding_count(void)
{
    return COUNT;
}

const ot_encoding *ot__encoding_at(size_t i)
{
    return &encodings[i];
}

// Small letters and digits alone.
static void plain(ot_str name, char out[32])
{
    size_t n = 0;

    for (size_t i = 0; i < name.n && n < 31; i++) {
        const char c = name.at[i];
        if (c >= 'A' && c <= 'Z') {
            out[n++] = (char)(c - 'A' + 'a');
        } else if (strchr("-_ ", c) == NULL) {
            out[n++] = c;
        }
    }
    out[n] = '\0';
}

static bool is_called(const ot_encoding *e, const char *text)
{
    char name[32];
    ot_str also = ot__str(e->also);

    plain(ot__str(e->name), name);
    if (strcmp(name, text) == 0) {
        return true;
    }
    while (also.n > 0) {
        if (ot__str_equal(ot__str_cut(&also, ' '), text)) {
            return true;
        }
    }
    return false;
}

ot_status ot__encoding_find(const char *name, const ot_encoding **encoding,
                            ot_error *err)
{
    const char *names[COUNT + 1];
    char text[32];

    *encoding = NULL;
    if (name == NULL || strcmp(name, "auto") == 0) {
        return OT_OK;
    }
    plain(ot__str(name), text);
    for (size_t i = 0; i < COUNT; i++) {
        if (is_called(&encodings[i], text)) {
            *encoding = &encodings[i];
            return OT_OK;
        }
        names[i] = encodings[i].name;
    }
    names[COUNT] = "auto";
    const size_t near = ot__nearest(name, names, COUNT + 1);
    return ot_fail(err, OT_E_USAGE, NULL, "there is no encoding '%.40s'%s%s%s",
                   name, near <= COUNT ? "; did you mean " : "",
                   near <= COUNT ? names[near] : "",
                   near <= COUNT ? "?" : " (see outturn help encodings)");
}

const ot_encoding *ot__encoding_marked(ot_str head)
{
    static const struct {
        const char *mark;
        size_t n;
        const char *name;
    } marks[] = {
        {"\xFF\xFE\0\0", 4, "utf32le"},
        {"\0\0\xFE\xFF", 4, "utf32be"},
        {"\xFF\xFE", 2, "utf16le"},
        {"\xFE\xFF", 2, "utf16be"},
    };

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (head.n >= marks[i].n &&
            memcmp(head.at, marks[i].mark, marks[i].n) == 0) {
            const ot_encoding *e = NULL;
            (void)ot__encoding_find(marks[i].name, &e, NULL);
            return e;
        }
    }
    return NULL;
}

// ---- The layer ----

typedef struct recode {
    iconv_t to_utf8;
    const ot_encoding *encoding;
    bool ended; // below
    bool cr;    // the last character was one
    long line;  // of what comes next
    size_t from_n, to_n, served;
    char from[BLOCK];
    char to[BLOCK];
} recode;

static void count_lines(recode *r)
{
    for (size_t i = 0; i < r->to_n; i++) {
        r->line += r->to[i] == '\r' || (r->to[i] == '\n' && !r->cr);
        r->cr = r->to[i] == '\r';
    }
}

static ot_status refill(ot_layer *l, recode *r, ot_error *err)
{
    size_t n = 0;

    const ot_status status = ot__layer_read(l->below, r->from + r->from_n,
                                            BLOCK - r->from_n, &n, err);
    r->from_n += n;
    r->ended = n == 0;
    return status;
}

// What stands at the beginning of from[] is no character.
static ot_status bad_bytes(const ot_layer *l, const recode *r, ot_error *err)
{
    const ot_place place = {.path = l->path, .line = r->line};

    return ot_fail(err, OT_E_SYNTAX, &place,
                   "byte 0x%02X is no character here in %s",
                   (unsigned)(unsigned char)r->from[0], r->encoding->name);
}

static ot_status check_end(const ot_layer *l, const recode *r, ot_error *err)
{
    const ot_place place = {.path = l->path, .line = r->line};

    return r->from_n == 0 ? OT_OK
                          : ot_fail(err, OT_E_SYNTAX, &place,
                                    "the text is cut: it ends in the middle of "
                                    "a character");
}

// As many characters as there are; to_n = 0: more bytes are needed.
static ot_status convert(const ot_layer *l, recode *r, ot_error *err)
{
    char *from = r->from, *to = r->to;
    size_t left = r->from_n, room = BLOCK;

    const size_t result = iconv(r->to_utf8, &from, &left, &to, &room);
    const bool bad = result == (size_t)-1 && errno == EILSEQ;
    r->served = 0;
    r->to_n = BLOCK - room;
    if (bad && r->to_n == 0) {
        return bad_bytes(l, r, err);
    }
    memmove(r->from, from, left);
    r->from_n = left;
    count_lines(r);
    return OT_OK;
}

static ot_status read_recoded(ot_layer *l, char to[], size_t capacity,
                              size_t *n, ot_error *err)
{
    recode *r = l->own;
    ot_status status = OT_OK;

    while (status == OT_OK && r->served == r->to_n) {
        status = convert(l, r, err);
        if (status != OT_OK || r->to_n > 0) {
            continue;
        }
        if (r->ended) {
            return check_end(l, r, err);
        }
        status = refill(l, r, err);
    }
    *n = r->to_n - r->served < capacity ? r->to_n - r->served : capacity;
    memcpy(to, r->to + r->served, *n);
    r->served += *n;
    return status;
}

static void close_recode(void *own)
{
    recode *r = own;

    iconv_close(r->to_utf8);
    free(r);
}

static const ot_layer_kind recode_kind = {read_recoded, NULL, close_recode};

ot_status ot__layer_recode(ot_layer *l, const ot_encoding *encoding,
                           ot_error *err)
{
    recode *r = calloc(1, sizeof *r);

    if (r == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory to read %s", l->path);
    }
    r->to_utf8 = iconv_open("UTF-8", encoding->charset);
    if (r->to_utf8 == (iconv_t)-1) {
        free(r);
        return ot_fail(err, OT_E_USAGE, NULL,
                       "this system cannot read the encoding %s",
                       encoding->name);
    }
    r->encoding = encoding;
    r->line = 1;
    l->kind = &recode_kind;
    l->own = r;
    return OT_OK;
}
