// SPDX-License-Identifier: GPL-3.0-or-later
// parallel.c - pieces of work on POSIX threads.
#include "base/parallel.h"

#include <pthread.h>
#include <stdbool.h>

#define THREADS 64 // at most

typedef struct job {
    pthread_mutex_t lock;
    size_t next, n;
    void (*work)(size_t i, void *context);
    void *context;
} job;

static bool take(job *j, size_t *i)
{
    pthread_mutex_lock(&j->lock);
    const bool some = j->next < j->n;
    *i = j->next;
    j->next += some;
    pthread_mutex_unlock(&j->lock);
    return some;
}

static void *work(void *context)
{
    job *j = context;
    size_t i;

    while (take(j, &i)) {
        j->work(i, j->context);
    }
    return NULL;
}

void ot__parallel(size_t n, size_t threads,
                  void (*task)(size_t i, void *context), void *context)
{
    job j = {.n = n, .work = task, .context = context};
    pthread_t thread[THREADS];
    size_t made = 0;

    threads = threads < n ? threads : n;
    pthread_mutex_init(&j.lock, NULL);
    while (made + 1 < threads && made < THREADS &&
           pthread_create(&thread[made], NULL, work, &j) == 0) {
        made++;
    }
    work(&j);
    while (made > 0) {
        pthread_join(thread[--made], NULL);
    }
    pthread_mutex_destroy(&j.lock);
}
