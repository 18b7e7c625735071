// SPDX-License-Identifier: GPL-3.0-or-later
// replay.c - drives a fuzz target where there is no libFuzzer: every file of a
// folder, and so many mutations of each, always the same ones.
//
//     fuzz_csv MUTATIONS FOLDER

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define INPUT_MOST (1u << 20)

// xorshift64*: Vigna (2016).
static uint64_t next(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 0x2545f4914f6cdd1du;
}

// Changes, doubles or takes out a few bytes.
static size_t mutate(uint8_t *data, size_t n, uint64_t *state)
{
    static const char marks[] = "\",;\n\r\t .-0:e\xff\xc3%";
    const size_t changes = 1 + next(state) % 8;

    for (size_t i = 0; i < changes && n > 0; i++) {
        const size_t at = next(state) % n;
        switch (next(state) % 4) {
        case 0:
            data[at] = (uint8_t)next(state);
            break;
        case 1:
            data[at] = (uint8_t)marks[next(state) % (sizeof marks - 1)];
            break;
        case 2:
            memmove(data + at, data + at + 1, n - at - 1);
            n--;
            break;
        default:
            if (n < INPUT_MOST) {
                memmove(data + at + 1, data + at, n - at);
                n++;
            }
            break;
        }
    }
    return n;
}

static size_t load(const char *path, uint8_t *data)
{
    FILE *file = fopen(path, "rb");
    size_t n = 0;

    if (file != NULL) {
        n = fread(data, 1, INPUT_MOST, file);
        fclose(file);
    }
    return n;
}

static int run_file(const char *path, long mutations)
{
    uint8_t *whole = malloc(INPUT_MOST + 1);
    uint8_t *changed = malloc(INPUT_MOST + 1);
    uint64_t state = 20241008;

    if (whole == NULL || changed == NULL) {
        free(whole);
        free(changed);
        return 1;
    }
    const size_t n = load(path, whole);
    LLVMFuzzerTestOneInput(whole, n);
    for (long i = 0; i < mutations; i++) {
        memcpy(changed, whole, n);
        LLVMFuzzerTestOneInput(changed, mutate(changed, n, &state));
    }
    free(whole);
    free(changed);
    return 0;
}

int main(int argc, char *argv[])
{
    const long mutations = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    DIR *folder = argc > 2 ? opendir(argv[2]) : NULL;
    int files = 0;

    if (folder == NULL) {
        fprintf(stderr, "usage: %s MUTATIONS FOLDER\n", argv[0]);
        return 2;
    }
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char path[1024];
        if (entry->d_name[0] == '.') {
            continue;
        }
        snprintf(path, sizeof path, "%s/%s", argv[2], entry->d_name);
        if (run_file(path, mutations) != 0) {
            closedir(folder);
            return 1;
        }
        files++;
    }
    closedir(folder);
    printf("%d files, %ld mutations of each\n", files, mutations);
    return files > 0 ? 0 : 1;
}
