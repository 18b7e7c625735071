// SPDX-License-Identifier: GPL-3.0-or-later
// compare A.png B.png [X Y]: how much two pictures of one size differ, B's part
// from X, Y on. Each is cut into squares of 4 pixels; of a square the mean of
// each colour counts, as edges and letters are smoothed differently by each
// program. Prints the share of squares, in per cent, in which a mean is over 48
// of 255 apart.
#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>

#define SQUARE 4
#define APART  48

// The mean of a colour over a square.
static int mean(cairo_surface_t *s, int x, int y, int shift)
{
    const unsigned char *data = cairo_image_surface_get_data(s);
    const int stride = cairo_image_surface_get_stride(s);
    unsigned sum = 0;

    for (int j = 0; j < SQUARE; j++) {
        const unsigned char *row = data + (size_t)(y + j) * (size_t)stride;
        for (int i = 0; i < SQUARE; i++) {
            const unsigned *pixel = (const void *)(row + 4 * (size_t)(x + i));
            sum += *pixel >> shift & 0xFF;
        }
    }
    return (int)(sum / (SQUARE * SQUARE));
}

static cairo_surface_t *load(const char *path)
{
    cairo_surface_t *s = cairo_image_surface_create_from_png(path);

    if (cairo_surface_status(s) != CAIRO_STATUS_SUCCESS) {
        fprintf(stderr, "compare: %s cannot be read\n", path);
        exit(2);
    }
    return s;
}

int main(int argc, char *argv[])
{
    if (argc != 3 && argc != 5) {
        fprintf(stderr, "compare A.png B.png [X Y]\n");
        return 2;
    }
    cairo_surface_t *a = load(argv[1]), *b = load(argv[2]);
    const int left = argc == 5 ? atoi(argv[3]) : 0;
    const int top = argc == 5 ? atoi(argv[4]) : 0;
    const int w = cairo_image_surface_get_width(a);
    const int h = cairo_image_surface_get_height(a);
    long squares = 0, apart = 0;

    if (left + w > cairo_image_surface_get_width(b) ||
        top + h > cairo_image_surface_get_height(b) ||
        (argc == 3 && (w != cairo_image_surface_get_width(b) ||
                       h != cairo_image_surface_get_height(b)))) {
        fprintf(stderr, "compare: %s and %s differ in size\n", argv[1],
                argv[2]);
        return 2;
    }
    for (int y = 0; y + SQUARE <= h; y += SQUARE) {
        for (int x = 0; x + SQUARE <= w; x += SQUARE, squares++) {
            int most = 0;
            for (int shift = 0; shift < 24; shift += 8) {
                const int d = abs(mean(a, x, y, shift) -
                                  mean(b, left + x, top + y, shift));
                most = d > most ? d : most;
            }
            apart += most > APART;
        }
    }
    printf("%.3f\n",
           squares > 0 ? 100.0 * (double)apart / (double)squares : 100.0);
    cairo_surface_destroy(a);
    cairo_surface_destroy(b);
    return 0;
}
