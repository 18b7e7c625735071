// SPDX-License-Identifier: GPL-3.0-or-later
// reading.c - layout files in, rejected rows out.

#include <errno.h>
#include <string.h>

#include "cli/command.h"

#define LAYOUT_MOST 65536 // bytes of a layout

// A layout is a file when its text has a slash or ends in ".layout".
static bool names_file(const char *layout)
{
    const size_t n = strlen(layout);

    return strchr(layout, '/') != NULL ||
           (n > 7 && strcmp(layout + n - 7, ".layout") == 0);
}

ot_status cli_layout_text(const char *layout, char **text, ot_error *err)
{
    ot_buf all = {0};
    char block[4096];
    size_t n;

    *text = NULL;
    if (layout == NULL || !names_file(layout)) {
        return OT_OK;
    }
    const ot_place place = {layout, 0, 0};
    FILE *in = fopen(layout, "rb");
    if (in == NULL) {
        return ot_fail(err, OT_E_IO, &place, "%s",
                       errno == ENOENT ? "no such layout file"
                                       : strerror(errno));
    }
    while ((n = fread(block, 1, sizeof block, in)) > 0 &&
           all.n <= LAYOUT_MOST) {
        ot__buf_bytes(&all, block, n);
    }
    const bool bad = ferror(in) != 0;
    fclose(in);
    if (bad || all.failed) {
        ot__buf_free(&all);
        return ot_fail(err, OT_E_IO, &place, "cannot be read");
    }
    if (all.n > LAYOUT_MOST) {
        ot__buf_free(&all);
        return ot_fail(err, OT_E_LIMIT, &place,
                       "a layout of more than %d bytes: is it the data?",
                       LAYOUT_MOST);
    }
    *text = ot__str_dup((ot_str){ot__buf_cstr(&all), all.n});
    ot__buf_free(&all);
    return *text != NULL ? OT_OK
                         : ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
}

// A field between quotes, its own doubled; bytes stay as they are.
static void put_quoted(ot_buf *out, const char *bytes, size_t n)
{
    ot__buf_char(out, '"');
    for (size_t i = 0; i < n; i++) {
        if (bytes[i] == '"') {
            ot__buf_char(out, '"');
        }
        ot__buf_bytes(out, bytes + i, 1);
    }
    ot__buf_char(out, '"');
}

static ot_status put_reject(void *context, const char *path, long line,
                            const char *reason, const char *bytes, size_t n,
                            ot_error *err)
{
    ot_buf *out = context;

    put_quoted(out, path, strlen(path));
    ot__buf_format(out, ",%ld,", line);
    put_quoted(out, reason, strlen(reason));
    ot__buf_char(out, ',');
    put_quoted(out, bytes, n);
    ot__buf_char(out, '\n');
    return out->failed ? ot_fail(err, OT_E_MEMORY, NULL, "out of memory")
                       : OT_OK;
}

ot_status cli_write_rejects(const common_args *args, ot_panel *panel,
                            ot_error *err)
{
    ot_buf out = {0};

    if (args->rejects == NULL) {
        return OT_OK;
    }
    ot__buf_text(&out, "file,line,reason,record\n");
    ot_status status = ot_panel_rejects(panel, put_reject, &out, err);
    if (status == OT_OK) {
        status = cli_save(args->rejects, ot__buf_cstr(&out), out.n, err);
    }
    ot__buf_free(&out);
    return status;
}
