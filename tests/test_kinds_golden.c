// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of every kind over awkward data, as text in tests/golden/kinds, one
// file a kind. What they must be is held by the laws of test_kinds; here it is
// seen when they change.
#include "support.h"

#include "chart_samples.h"

#define LONG 12 // points of a line that are printed one by one
#define RUN  3  // marks that look the same that are printed in a row

// Where the coordinates of a printed mark start: after its kind, colour, size,
// and of a line its dash. NULL: a text, a heading.
static const char *coordinates(const char *line, const char *end)
{
    const bool stroke = strncmp(line, "line ", 5) == 0;
    size_t words = stroke ? 4 : 3;

    if (!stroke && strncmp(line, "area ", 5) != 0 &&
        strncmp(line, "dot ", 4) != 0) {
        return NULL;
    }
    while (line < end && words > 0) {
        words -= *line++ == ' ';
    }
    return line;
}

// Their sum, by which a change anywhere shows, and how many points they are.
static double sum_of(const char *at, const char *end, size_t *points)
{
    double sum = 0;
    size_t n = 0;

    for (char *next; at < end - 1; at = next, n++) {
        sum += strtod(at, &next);
        if (next == at) {
            next = strchr(at + 1, ' '); // "hollow"
            next = next == NULL || next > end ? (char *)(uintptr_t)end : next;
            n--;
        }
    }
    *points = n / 2;
    return sum;
}

#define MOST 40 // marks of a group that are printed

typedef struct run {
    const char *line; // whose marks look the same
    size_t look;      // how much of it says how it looks
    size_t n, left, points;
    double sum;   // of those left out
    size_t group; // marks of this group so far
} run;

static void end_run(run *r, ot_buf *out)
{
    if (r->left > 0) {
        ot__buf_format(out, "... %zu more, %zu points, sum %.1f\n", r->left,
                       r->points, r->sum);
    }
    *r = (run){.group = r->group};
}

// A printed mark: in full, a line of many points in sum, a run of marks that
// look the same in sum after the first, as what is over MOST of a group.
static void put(const char *line, const char *end, run *r, ot_buf *out)
{
    const char *at = coordinates(line, end);
    const size_t look = at != NULL ? (size_t)(at - line) : 0;
    const bool same = look > 0 && look == r->look && r->line != NULL &&
                      memcmp(line, r->line, look) == 0;
    size_t points = 0;

    r->group = *line == '[' ? 0 : r->group + 1;
    const bool over = at != NULL && r->group > MOST;
    if (!same && !(over && r->left > 0)) {
        end_run(r, out);
    }
    r->line = line;
    r->look = look;
    const double sum = at != NULL ? sum_of(at, end, &points) : 0;
    if (at != NULL && (++r->n > RUN || over)) {
        r->sum += sum;
        r->points += points;
        r->left++;
    } else if (at != NULL && points > LONG) {
        ot__buf_bytes(out, line, look);
        ot__buf_format(out, "%zu points, sum %.1f\n", points, sum);
    } else {
        ot__buf_bytes(out, line, (size_t)(end - line));
    }
}

static void print_case(const ot_chart_kind *kind, const awkward *a, ot_buf *out)
{
    static sample s;
    ot_marks m = {0};
    ot_buf all = {0};
    ot_error err = {0};

    make_sample(&s, kind, a);
    ot__buf_format(out, "==== %s\n", a->name);
    if (lay_out(&s, "page", &m, &err) != OT_OK) {
        ot__buf_format(out, "refused: %s\n", err.message);
    } else {
        ot__marks_print(&m, &all);
        run r = {0};
        for (const char *line = all.at, *end; line < all.at + all.n;
             line = end) {
            end = (const char *)memchr(line, '\n',
                                       (size_t)(all.at + all.n - line)) +
                  1;
            put(line, end, &r, out);
        }
        end_run(&r, out);
    }
    ot__buf_free(&all);
    ot__marks_free(&m);
}

// The first line that differs, of both.
static void compare(const char *path, const ot_buf *got)
{
    FILE *file = fopen(path, "rb");
    char *want = calloc(1, got->n + 2);

    if (file == NULL || want == NULL) {
        fail_msg("%s cannot be read", path);
        return;
    }
    const size_t n = fread(want, 1, got->n + 1, file);
    size_t i = 0, line = 1, start = 0;
    fclose(file);
    while (i < n && i < got->n && want[i] == got->at[i]) {
        if (got->at[i++] == '\n') {
            line++;
            start = i;
        }
    }
    if (i < n || i < got->n) {
        fail_msg("%s:%zu: '%.*s' is not '%.*s'", path, line,
                 (int)strcspn(got->at + start, "\n"), got->at + start,
                 (int)strcspn(want + start, "\n"), want + start);
    }
    free(want);
}

// With GOLDEN in the environment the files are made anew: look at what changed
// before it is kept.
static void test_golden(void **state)
{
    (void)state;
    for (size_t k = 0; k < ot_chart_kind_count(); k++) {
        const ot_chart_kind *kind = ot_chart_kind_at(k);
        ot_buf got = {0};
        char path[80];
        for (size_t i = 0; i < AWKWARDS; i++) {
            print_case(kind, &awkwards[i], &got);
        }
        snprintf(path, sizeof path, "tests/golden/kinds/%s.marks", kind->name);
        if (getenv("GOLDEN") != NULL) {
            FILE *file = fopen(path, "wb");
            assert_non_null(file);
            assert_int_equal(fwrite(got.at, 1, got.n, file), got.n);
            fclose(file);
        }
        compare(path, &got);
        ot__buf_free(&got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_golden)};

    return cmocka_run_group_tests_name("marks", tests, NULL, NULL);
}
