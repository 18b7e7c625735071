// SPDX-License-Identifier: GPL-3.0-or-later
// alternate.c - runs commands in turn and compares what they cost: on a machine
// that others use, only ratios of alternating runs mean anything.
//
//     alternate ROUNDS COMMAND...
//
// Prints for each command the median CPU time, its ratio to that of the first,
// and the greatest resident size. What the commands print is thrown away.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define COMMANDS 16
#define ROUNDS   99

typedef struct cost {
    double cpu; // seconds
    long kib;
    int status;
} cost;

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
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
    const pid_t child = fork();

    if (child == 0) {
        run_silently(command);
    }
    if (child < 0 || waitpid(child, &c.status, 0) < 0 ||
        getrusage(RUSAGE_CHILDREN, &used) != 0) {
        return c;
    }
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

static int by_cpu(const void *a, const void *b)
{
    const cost *x = a;
    const cost *y = b;

    return (x->cpu > y->cpu) - (x->cpu < y->cpu);
}

static long most_kib(const cost costs[], int n)
{
    long most = 0;

    for (int i = 0; i < n; i++) {
        most = costs[i].kib > most ? costs[i].kib : most;
    }
    return most;
}

int main(int argc, char *argv[])
{
    static cost costs[COMMANDS][ROUNDS];
    const int rounds = argc > 2 ? atoi(argv[1]) : 0;
    const int commands = argc - 2;

    if (rounds < 1 || rounds > ROUNDS || commands > COMMANDS) {
        fprintf(stderr, "usage: alternate ROUNDS COMMAND...\n");
        return 2;
    }
    for (int k = 0; k < rounds * commands; k++) {
        cost *c = &costs[k % commands][k / commands];
        *c = measure(argv[2 + k % commands]);
        if (c->status != 0) {
            fprintf(stderr, "failed: %s\n", argv[2 + k % commands]);
            return 1;
        }
    }
    for (int i = 0; i < commands; i++) {
        qsort(costs[i], (size_t)rounds, sizeof costs[i][0], by_cpu);
        printf("%6.3f s  %5.2f x  %6.1f MB  %s\n", costs[i][rounds / 2].cpu,
               costs[i][rounds / 2].cpu / costs[0][rounds / 2].cpu,
               (double)most_kib(costs[i], rounds) / 1024, argv[2 + i]);
    }
    return 0;
}
