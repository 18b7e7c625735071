// SPDX-License-Identifier: GPL-3.0-or-later
// The one file that knows libpng. Its errors leave by longjmp: the owner keeps
// what must be freed and calls a worker that sets the jump.
#include "plot/ink.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#define COMPRESSION 9

typedef struct job {
    const unsigned char *pixels;
    int width, height, stride;
    const ot_meta *meta;
    ot_buf *out;
    png_bytep row;
    png_structp png;
    png_infop info;
} job;

static void on_bytes(png_structp png, png_bytep bytes, size_t n)
{
    ot_buf *out = png_get_io_ptr(png);

    ot__buf_bytes(out, (const char *)bytes, n);
    if (out->failed) {
        png_error(png, "no memory");
    }
}

static void on_flush(png_structp png)
{
    (void)png;
}

static void on_error(png_structp png, png_const_charp message)
{
    (void)message;
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static int is_ascii(const char *text)
{
    while (*text != '\0' && (unsigned char)*text < 0x80) {
        text++;
    }
    return *text == '\0';
}

// libpng asks for pointers to non-const but only reads.
static void say(const job *j, const char *key, const char *value)
{
    char name[32], *copy;
    png_text text = {0};

    if (value == NULL || value[0] == '\0') {
        return;
    }
    copy = malloc(strlen(value) + 1);
    if (copy == NULL) {
        png_error(j->png, "no memory");
    }
    strcpy(copy, value);
    strncpy(name, key, sizeof name - 1);
    name[sizeof name - 1] = '\0';
    text.compression =
        is_ascii(value) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
    text.key = name;
    text.text = copy;
    png_set_text(j->png, j->info, &text, 1);
    free(copy);
}

static void rows(const job *j)
{
    for (int y = 0; y < j->height; y++) {
        const unsigned char *from = j->pixels + (size_t)y * (size_t)j->stride;
        for (int x = 0; x < j->width; x++) {
            uint32_t pixel;
            memcpy(&pixel, from + 4 * (size_t)x, sizeof pixel);
            j->row[3 * x] = (png_byte)(pixel >> 16 & 0xFF);
            j->row[3 * x + 1] = (png_byte)(pixel >> 8 & 0xFF);
            j->row[3 * x + 2] = (png_byte)(pixel & 0xFF);
        }
        png_write_row(j->png, j->row);
    }
}

// Returns 0 where libpng jumped. Nothing local is used after the jump.
static int work(const job *j)
{
    if (setjmp(png_jmpbuf(j->png)) != 0) {
        return 0;
    }
    const png_uint_32 per_metre = (png_uint_32)(j->meta->dpi / 0.0254 + 0.5);
    png_set_write_fn(j->png, j->out, on_bytes, on_flush);
    png_set_compression_level(j->png, COMPRESSION);
    // Flat colours repeat as they are: filters would make them larger.
    png_set_filter(j->png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_IHDR(j->png, j->info, (png_uint_32)j->width, (png_uint_32)j->height,
                 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_pHYs(j->png, j->info, per_metre, per_metre, PNG_RESOLUTION_METER);
    say(j, "Title", j->meta->title);
    say(j, "Description", j->meta->description);
    say(j, "Source", j->meta->source);
    say(j, "Comment", j->meta->note);
    png_write_info(j->png, j->info);
    rows(j);
    png_write_end(j->png, j->info);
    return 1;
}

ot_status ot__png_write(const unsigned char *pixels, int width, int height,
                        int stride, const ot_meta *meta, ot_buf *out,
                        ot_error *err)
{
    job j = {.pixels = pixels,
             .width = width,
             .height = height,
             .stride = stride,
             .meta = meta,
             .out = out};
    int done = 0;

    j.row = malloc(3 * (size_t)width);
    j.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, on_error,
                                    on_warning);
    j.info = j.png != NULL ? png_create_info_struct(j.png) : NULL;
    if (j.row != NULL && j.info != NULL) {
        done = work(&j);
    }
    png_destroy_write_struct(&j.png, &j.info);
    free(j.row);
    if (!done) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a PNG");
    }
    return OT_OK;
}
