// SPDX-License-Identifier: GPL-3.0-or-later
// test_parallel.c - pieces of work: each done once, and all done at the end.
#include "support.h"

#include <pthread.h>
#include <stdbool.h>

#include "base/parallel.h"

#define MOST 5000

typedef struct done {
    pthread_mutex_t lock;
    size_t times[MOST];
    size_t calls, at_once, most_at_once;
} done;

static void work(size_t i, void *context)
{
    done *d = context;

    pthread_mutex_lock(&d->lock);
    d->times[i < MOST ? i : 0] += i < MOST ? 1 : 100;
    d->calls++;
    d->at_once++;
    d->most_at_once =
        d->at_once > d->most_at_once ? d->at_once : d->most_at_once;
    pthread_mutex_unlock(&d->lock);
    for (volatile int k = 0; k < 500; k++) {
    }
    pthread_mutex_lock(&d->lock);
    d->at_once--;
    pthread_mutex_unlock(&d->lock);
}

typedef struct parallel_case {
    const char *name;
    size_t n, threads;
} parallel_case;

static const parallel_case cases[] = {
    {"nothing to do", 0, 4},
    {"nothing to do, and nobody to do it", 0, 0},
    {"one thread", 1000, 1},
    {"no thread but this one", 1000, 0},
    {"one piece", 1, 1},
    {"one piece for many", 1, 8},
    {"more threads than pieces", 3, 64},
    {"as many threads as pieces", 8, 8},
    {"many pieces for two", MOST, 2},
    {"many pieces for eight", MOST, 8},
    {"more threads than are ever made", MOST, 1000},
};

static void each_is_done_once(void **state)
{
    const parallel_case *c = *state;
    done *d = calloc(1, sizeof *d);

    assert_non_null(d);
    pthread_mutex_init(&d->lock, NULL);
    ot__parallel(c->n, c->threads, work, d);
    assert_int_equal(d->calls, c->n);
    assert_int_equal(d->at_once, 0);
    for (size_t i = 0; i < MOST; i++) {
        assert_int_equal(d->times[i], i < c->n ? 1 : 0);
    }
    assert_true(d->most_at_once <= (c->threads > 0 ? c->threads : 1));
    pthread_mutex_destroy(&d->lock);
    free(d);
}

typedef struct order {
    pthread_t thread;
    size_t next;
    bool elsewhere;
} order;

static void in_order(size_t i, void *context)
{
    order *o = context;

    assert_int_equal(i, o->next);
    o->next++;
    o->elsewhere = o->elsewhere || !pthread_equal(pthread_self(), o->thread);
}

static void one_thread_is_this_one_in_order(void **state)
{
    order o = {.thread = pthread_self()};

    (void)state;
    ot__parallel(100, 1, in_order, &o);
    assert_int_equal(o.next, 100);
    assert_false(o.elsewhere);
}

// A piece of work that has pieces itself: 10 x 10 of them.
static void within(size_t i, void *context)
{
    (void)i;
    ot__parallel(10, 3, work, context);
}

static void work_may_be_cut_up_further(void **state)
{
    done *d = calloc(1, sizeof *d);

    (void)state;
    assert_non_null(d);
    pthread_mutex_init(&d->lock, NULL);
    ot__parallel(10, 3, within, d);
    assert_int_equal(d->calls, 100);
    for (size_t i = 0; i < 10; i++) {
        assert_int_equal(d->times[i], 10);
    }
    pthread_mutex_destroy(&d->lock);
    free(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_thread_is_this_one_in_order),
        cmocka_unit_test(work_may_be_cut_up_further),
    };

    return RUN_TABLE("parallel", cases, each_is_done_once) +
           cmocka_run_group_tests_name("order", tests, NULL, NULL);
}
