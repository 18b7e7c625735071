// SPDX-License-Identifier: GPL-3.0-or-later
// alternate.c - runs commands in turn and compares what they cost: on a machine
// that others use, only ratios of alternating runs mean anything.
//
//     alternate [-t] ROUNDS COMMAND...
//
// Prints for each command the median wall time and CPU time, the ratio of its
// CPU time to that of the first, and the greatest resident size of a process of
// it; with -t the two times and MiB alone, between tabs. What the commands
// print is thrown away.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define COMMANDS 16
#define ROUNDS   99

typedef struct cost {
    double wall, cpu; // seconds
    long kib;
    int status;
} cost;

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double now(void)
{
    struct timespec t = {0};

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void run_silently(const char *command)
{
    const int null = open("/dev/null", O_WRONLY);

    if (null >= 0) {
        dup2(null, STDOUT_FILENO);
    }
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
}

// In a process of its own, so that its children are this command alone.
static cost measure_here(const char *command)
{
    struct rusage used;
    cost c = {.status = -1};
    const double start = now();
    const pid_t child = fork();

    if (child == 0) {
        run_silently(command);
    }
    if (child < 0 || waitpid(child, &c.status, 0) < 0 ||
        getrusage(RUSAGE_CHILDREN, &used) != 0) {
        return c;
    }
    c.wall = now() - start;
    c.cpu = seconds(used.ru_utime) + seconds(used.ru_stime);
    c.kib = used.ru_maxrss;
    return c;
}

static cost measure(const char *command)
{
    cost c = {.status = -1};
    int ends[2];

    if (pipe(ends) != 0) {
        return c;
    }
    const pid_t child = fork();
    if (child == 0) {
        const cost measured = measure_here(command);
        const ssize_t n = write(ends[1], &measured, sizeof measured);
        _exit(n == sizeof measured ? 0 : 1);
    }
    close(ends[1]);
    if (read(ends[0], &c, sizeof c) != sizeof c) {
        c.status = -1;
    }
    close(ends[0]);
    waitpid(child, NULL, 0);
    return c;
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;

    return (x > y) - (x < y);
}

// The median of a cost, and the greatest size.
static cost sum_up(const cost costs[], int n)
{
    double wall[ROUNDS], cpu[ROUNDS];
    cost c = {0};

    for (int i = 0; i < n; i++) {
        wall[i] = costs[i].wall;
        cpu[i] = costs[i].cpu;
        c.kib = costs[i].kib > c.kib ? costs[i].kib : c.kib;
    }
    qsort(wall, (size_t)n, sizeof wall[0], by_size);
    qsort(cpu, (size_t)n, sizeof cpu[0], by_size);
    c.wall = wall[n / 2];
    c.cpu = cpu[n / 2];
    return c;
}

int main(int argc, char *argv[])
{
    static cost costs[COMMANDS][ROUNDS];
    const int tabs = argc > 1 && strcmp(argv[1], "-t") == 0;
    char **command = argv + 2 + tabs;
    const int rounds = argc > 2 + tabs ? atoi(argv[1 + tabs]) : 0;
    const int commands = argc - 2 - tabs;

    if (rounds < 1 || rounds > ROUNDS || commands > COMMANDS) {
        fprintf(stderr, "usage: alternate [-t] ROUNDS COMMAND...\n");
        return 2;
    }
    for (int k = 0; k < rounds * commands; k++) {
        cost *c = &costs[k % commands][k / commands];
        *c = measure(command[k % commands]);
        if (c->status != 0) {
            fprintf(stderr, "failed: %s\n", command[k % commands]);
            return 1;
        }
    }
    const double first = sum_up(costs[0], rounds).cpu;
    for (int i = 0; i < commands; i++) {
        const cost c = sum_up(costs[i], rounds);
        const double mib = (double)c.kib / 1024;
        if (tabs) {
            printf("%.4f\t%.4f\t%.1f\n", c.wall, c.cpu, mib);
        } else {
            printf("%6.3f s  %6.3f s cpu  %5.2f x  %6.1f MB  %s\n", c.wall,
                   c.cpu, c.cpu / first, mib, command[i]);
        }
    }
    return 0;
}
