// SPDX-License-Identifier: GPL-3.0-or-later
// limit.c - how fast this machine can read a file at all: threads take blocks
// of it in turn (pread) and look at every byte as a reader of CSV must, for
// quotes, delimiters and ends of lines, which are counted and nothing more.
//
//     limit FILE [THREADS]   THREADS: that many; else 1, then 2
//
// A file packed with gzip is unpacked as the library does it, in one thread.
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "data/source.h"

#define BLOCK   (256u * 1024)
#define THREADS 64

typedef struct counts {
    uint64_t bytes, quotes, delimiters, ends;
} counts;

static void scan_plain(const unsigned char *at, size_t n, counts *c)
{
    for (size_t i = 0; i < n; i++) {
        c->quotes += at[i] == '"';
        c->delimiters += at[i] == ',';
        c->ends += at[i] == '\n';
    }
    c->bytes += n;
}

#if defined(__x86_64__)
// A byte that is equal takes 1 off a lane of eight bits; after 255 vectors the
// lanes are added up.
#define LANES_LAST 255

static void scan_sse2(const unsigned char *at, size_t n, counts *c)
{
    static const char marks[] = {'"', ',', '\n'};
    uint64_t sums[3] = {0};
    const size_t vectors = n / 16;

    for (size_t i = 0; i < vectors;) {
        const size_t end = vectors - i < LANES_LAST ? vectors : i + LANES_LAST;
        __m128i lanes[3] = {_mm_setzero_si128()};
        for (; i < end; i++) {
            __m128i v;
            memcpy(&v, at + 16 * i, sizeof v);
            for (int m = 0; m < 3; m++) {
                const __m128i equal =
                    _mm_cmpeq_epi8(v, _mm_set1_epi8(marks[m]));
                lanes[m] = _mm_sub_epi8(lanes[m], equal);
            }
        }
        for (int m = 0; m < 3; m++) {
            uint64_t halves[2];
            const __m128i sum = _mm_sad_epu8(lanes[m], _mm_setzero_si128());
            memcpy(halves, &sum, sizeof halves);
            sums[m] += halves[0] + halves[1];
        }
    }
    c->bytes += 16 * vectors;
    c->quotes += sums[0];
    c->delimiters += sums[1];
    c->ends += sums[2];
    scan_plain(at + 16 * vectors, n % 16, c);
}

__attribute__((target("avx2"))) static void scan_avx2(const unsigned char *at,
                                                      size_t n, counts *c)
{
    static const char marks[] = {'"', ',', '\n'};
    uint64_t sums[3] = {0};
    const size_t vectors = n / 32;

    for (size_t i = 0; i < vectors;) {
        const size_t end = vectors - i < LANES_LAST ? vectors : i + LANES_LAST;
        __m256i lanes[3] = {_mm256_setzero_si256()};
        for (; i < end; i++) {
            __m256i v;
            memcpy(&v, at + 32 * i, sizeof v);
            for (int m = 0; m < 3; m++) {
                const __m256i equal =
                    _mm256_cmpeq_epi8(v, _mm256_set1_epi8(marks[m]));
                lanes[m] = _mm256_sub_epi8(lanes[m], equal);
            }
        }
        for (int m = 0; m < 3; m++) {
            uint64_t quarters[4];
            const __m256i sum =
                _mm256_sad_epu8(lanes[m], _mm256_setzero_si256());
            memcpy(quarters, &sum, sizeof quarters);
            sums[m] += quarters[0] + quarters[1] + quarters[2] + quarters[3];
        }
    }
    c->bytes += 32 * vectors;
    c->quotes += sums[0];
    c->delimiters += sums[1];
    c->ends += sums[2];
    scan_plain(at + 32 * vectors, n % 32, c);
}
#endif

typedef void scan_fn(const unsigned char *at, size_t n, counts *c);

static scan_fn *find_scan(const char **name)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        *name = "AVX2";
        return scan_avx2;
    }
    *name = "SSE2";
    return scan_sse2;
#else
    *name = "plain";
    return scan_plain;
#endif
}

typedef struct job {
    int file;
    scan_fn *scan;
    _Atomic uint64_t taken; // blocks
    atomic_int failed;
} job;

typedef struct worker {
    pthread_t thread;
    job *job;
    unsigned char *block;
    counts counts;
} worker;

static void *work(void *context)
{
    worker *w = context;
    ssize_t n = 1;

    while (n > 0) {
        const uint64_t i = atomic_fetch_add(&w->job->taken, 1);
        n = pread(w->job->file, w->block, BLOCK, (off_t)(i * BLOCK));
        if (n > 0) {
            w->job->scan(w->block, (size_t)n, &w->counts);
        }
    }
    if (n < 0) {
        atomic_store(&w->job->failed, 1);
    }
    return NULL;
}

static counts scan_file(job *j, int threads)
{
    static worker workers[THREADS];
    counts all = {0};

    for (int i = 0; i < threads; i++) {
        workers[i] = (worker){.job = j, .block = malloc(BLOCK)};
        if (workers[i].block == NULL ||
            pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0) {
            abort();
        }
    }
    for (int i = 0; i < threads; i++) {
        const counts *c = &workers[i].counts;
        pthread_join(workers[i].thread, NULL);
        free(workers[i].block);
        all.bytes += c->bytes;
        all.quotes += c->quotes;
        all.delimiters += c->delimiters;
        all.ends += c->ends;
    }
    return all;
}

static counts scan_packed(job *j, const char *path)
{
    static char block[BLOCK];
    counts all = {0};
    ot_source *source;
    ot_status status = ot__source_open(path, &source, NULL);
    size_t n = 1;

    while (status == OT_OK && n > 0) {
        status = ot__source_read(source, block, BLOCK, &n, NULL);
        if (status == OT_OK) {
            j->scan((const unsigned char *)block, n, &all);
        }
    }
    ot__source_close(source);
    atomic_store(&j->failed, status != OT_OK);
    return all;
}

static double now(void)
{
    struct timespec t = {0};

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int measure(const char *path, int threads)
{
    const char *name;
    unsigned char magic[2] = {0};
    job j = {.file = open(path, O_RDONLY), .scan = find_scan(&name)};

    if (j.file < 0 || pread(j.file, magic, 2, 0) < 0) {
        perror(path);
        return 4;
    }
    const int packed = magic[0] == 0x1f && magic[1] == 0x8b;
    threads = packed ? 1 : threads;
    const double start = now();
    const counts c = packed ? scan_packed(&j, path) : scan_file(&j, threads);
    const double seconds = now() - start;
    close(j.file);
    if (atomic_load(&j.failed)) {
        fprintf(stderr, "limit: %s: cannot be read\n", path);
        return 4;
    }
    printf("%d thread%s  %7.3f s  %6.2f GB/s  %s%s  %llu bytes, %llu quotes, "
           "%llu delimiters, %llu lines\n",
           threads, threads == 1 ? " " : "s", seconds,
           (double)c.bytes / seconds / 1e9, packed ? "gzip, " : "", name,
           (unsigned long long)c.bytes, (unsigned long long)c.quotes,
           (unsigned long long)c.delimiters, (unsigned long long)c.ends);
    return 0;
}

int main(int argc, char *argv[])
{
    const int threads = argc == 3 ? atoi(argv[2]) : 0;

    if (argc < 2 || argc > 3 || threads > THREADS ||
        (argc == 3 && threads < 1)) {
        fprintf(stderr, "usage: limit FILE [THREADS]\n");
        return 2;
    }
    if (threads > 0) {
        return measure(argv[1], threads);
    }
    const int status = measure(argv[1], 1);
    return status != 0 ? status : measure(argv[1], 2);
}
