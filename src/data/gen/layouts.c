// SPDX-License-Identifier: GPL-3.0-or-later
// gen/layouts.c - makes C texts of the layout files, run by the build:
//
//     layouts datasets/layouts/*.layout > layouts.c
#include <stdio.h>
#include <stdlib.h>

static int embed(const char *path)
{
    FILE *in = fopen(path, "rb");
    int c, before = '\n';

    if (in == NULL) {
        perror(path);
        return 1;
    }
    fputs("    \"", stdout);
    while ((c = fgetc(in)) != EOF) {
        if (c == '\n') {
            fputs("\\n\"\n    \"", stdout);
        } else if (c == '"' || c == '\\') {
            printf("\\%c", c);
        } else if (c < 32 || c > 126) {
            printf("\\%03o", (unsigned)c);
        } else if (c == '?' && before == '?') {
            fputs("\\?", stdout); // no trigraphs
        } else {
            putchar(c);
        }
        before = c;
    }
    fputs("\",\n", stdout);
    return fclose(in) == 0 ? 0 : 1;
}

int main(int count, char **path)
{
    int bad = 0;

    puts("extern const char *const ot__layout_texts[];\n"
         "const char *const ot__layout_texts[] = {");
    for (int i = 1; i < count; i++) {
        bad |= embed(path[i]);
    }
    puts("    0,\n};");
    return bad != 0 || ferror(stdout) != 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
